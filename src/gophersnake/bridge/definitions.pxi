# The types of a program that have a name, and those that name something of Python's: a
# class, or what converts a value (gophersnake.host.adapters).

cdef PyObject* find_adapter = NULL
cdef PyObject* find_record = NULL
cdef PyObject* find_class = NULL
cdef PyObject* unfit = NULL
cdef PyObject* missing = NULL

cdef enum:
    FIELD_MAY_BE_MISSING = 1


cdef bint load_adapters() noexcept nogil:
    """Finds what such types need, once, when the first of them is compiled."""
    cdef PyObject* module
    global find_adapter, find_record, find_class, unfit, missing
    if missing != NULL:
        return True
    module = PyImport_ImportModule(b"gophersnake.host.adapters")
    if module == NULL:
        return False
    find_adapter = PyObject_GetAttrString(module, b"find")
    find_record = PyObject_GetAttrString(module, b"find_record")
    find_class = PyObject_GetAttrString(module, b"find_class")
    unfit = PyObject_GetAttrString(module, b"Unfit")
    missing = PyObject_GetAttrString(module, b"MISSING")
    Py_DECREF(module)
    return missing != NULL


cdef Node* named_node(Program* program, uint32_t number) noexcept nogil:
    """The node that stands for a definition, which may not have been read yet."""
    cdef uint32_t i
    cdef Node** nodes
    cdef uint32_t* numbers
    cdef Node* node
    for i in range(program.mentioned):
        if program.numbers[i] == number:
            return program.definitions[i]
    node = new_node(program, KIND_NAMED, 1)
    nodes = <Node**>realloc(program.definitions, (program.mentioned + 1) * sizeof(Node*))
    if nodes != NULL:
        program.definitions = nodes
    numbers = <uint32_t*>realloc(program.numbers, (program.mentioned + 1) * sizeof(uint32_t))
    if numbers != NULL:
        program.numbers = numbers
    if node == NULL or nodes == NULL or numbers == NULL:
        program.wrong = b"no memory"
        return NULL
    nodes[program.mentioned] = node
    numbers[program.mentioned] = number
    program.mentioned += 1
    return node


cdef Node* compile_named(Program* program) noexcept nogil:
    cdef uint32_t number = 0
    return named_node(program, number) if take_program(program, &number, 4) else NULL


cdef bint compile_definitions(Program* program) noexcept nogil:
    cdef uint16_t count = 0
    cdef uint32_t number = 0
    cdef uint32_t i
    cdef Node* node
    if not take_program(program, &count, 2):
        return False
    for i in range(count):
        if not take_program(program, &number, 4):
            return False
        node = named_node(program, number)
        if node == NULL:
            return False
        if node.items[0] != NULL:
            program.wrong = b"a number is defined twice"
            return False
        node.items[0] = compile_node(program, 0)
        if node.items[0] == NULL:
            return False
        if node.items[0].kind == KIND_NAMED:
            program.wrong = b"a definition is only another one's name"
            return False
        node.type = node.items[0].type
    return True


cdef bint all_defined(Program* program) noexcept nogil:
    cdef uint32_t i
    for i in range(program.mentioned):
        if program.definitions[i].items[0] == NULL:
            program.wrong = b"a name has no definition"
            return False
    return True


cdef PyObject* text_of(PyObject* adapter, const char* name) noexcept nogil:
    """One of an adapter's texts; NULL where it is empty, or with an exception."""
    cdef PyObject* text = PyObject_GetAttrString(adapter, name)
    if text != NULL and PyUnicode_GET_LENGTH(text) == 0:
        Py_DECREF(text)
        text = NULL
    return text


cdef bint says(PyObject* adapter, const char* name) noexcept nogil:
    """Whether one of an adapter's flags is set."""
    cdef PyObject* flag = PyObject_GetAttrString(adapter, name)
    Py_XDECREF(flag)
    return flag == Py_True


cdef bint use_adapter(Node* node, PyObject* adapter) noexcept nogil:
    """Takes the adapter's parts and its reference; whether there is one."""
    if adapter == NULL:
        return False
    node.make = PyObject_GetAttrString(adapter, b"make")
    node.take = PyObject_GetAttrString(adapter, b"take")
    node.type = PyObject_GetAttrString(adapter, b"type")
    node.direct = says(adapter, b"direct")
    node.attributes = says(adapter, b"attributes")
    node.attribute = text_of(adapter, b"attribute")
    node.shown = text_of(adapter, b"shown")
    if node.attribute != NULL:
        PyUnicode_InternInPlace(&node.attribute)
    Py_DECREF(adapter)
    if node.type == Py_None:
        node.type = NULL
        Py_DECREF(Py_None)
    return PyErr_Occurred() == NULL


cdef Node* compile_adapted(Program* program, int depth) noexcept nogil:
    cdef Node* node = new_node(program, KIND_ADAPTED, 1)
    cdef PyObject* name = NULL
    cdef PyObject* adapter = NULL
    if node == NULL or not take_text(program, &name):
        return NULL
    if load_adapters():
        adapter = PyObject_CallFunctionObjArgs(find_adapter, name, NULL)
    Py_DECREF(name)
    if not use_adapter(node, adapter):
        return NULL
    node.items[0] = compile_node(program, depth + 1)
    return node if node.items[0] != NULL else NULL


cdef bint compile_fields(Program* program, Node* node, int depth) noexcept nogil:
    cdef uint16_t count = 0
    cdef uint32_t i
    if not take_program(program, &count, 2):
        return False
    free(node.items)
    node.count = count
    node.items = <Node**>calloc(count + 1, sizeof(Node*))
    node.names = <PyObject**>calloc(count + 1, sizeof(PyObject*))
    node.flags = <uint8_t*>calloc(count + 1, 1)
    if node.items == NULL or node.names == NULL or node.flags == NULL:
        program.wrong = b"no memory"
        return False
    for i in range(count):
        if not take_program(program, &node.flags[i], 1) or not take_text(program, &node.names[i]):
            return False
        PyUnicode_InternInPlace(&node.names[i])
        node.items[i] = compile_node(program, depth + 1)
        if node.items[i] == NULL:
            return False
    return True


cdef PyObject* adapter_of_record(PyObject* name, Node* node) noexcept nogil:
    """Asks for the adapter with the record's fields: pairs of name and may be missing."""
    cdef PyObject* fields = PyTuple_New(node.count)
    cdef PyObject* field
    cdef PyObject* adapter
    cdef uint32_t i
    if fields == NULL or not load_adapters():
        Py_XDECREF(fields)
        return NULL
    for i in range(node.count):
        field = Py_BuildValue(b"(OO)", node.names[i], Py_True if node.flags[i] & FIELD_MAY_BE_MISSING else Py_False)
        if field == NULL:
            Py_DECREF(fields)
            return NULL
        PyTuple_SET_ITEM(fields, i, field)
    adapter = PyObject_CallFunctionObjArgs(find_record, name, fields, NULL)
    Py_DECREF(fields)
    return adapter


cdef Node* compile_record(Program* program, int depth) noexcept nogil:
    cdef Node* node = new_node(program, KIND_RECORD, 0)
    cdef PyObject* name = NULL
    cdef bint done
    if node == NULL or not take_text(program, &name):
        return NULL
    done = compile_fields(program, node, depth) and use_adapter(node, adapter_of_record(name, node))
    Py_DECREF(name)
    return node if done else NULL


cdef Node* compile_instance(Program* program) noexcept nogil:
    cdef Node* node = new_node(program, KIND_INSTANCE, 0)
    cdef PyObject* name = NULL
    if node == NULL or not take_text(program, &name):
        return NULL
    if load_adapters():
        node.type = PyObject_CallFunctionObjArgs(find_class, name, NULL)
    Py_DECREF(name)
    return node if node.type != NULL else NULL
