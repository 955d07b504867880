# Frame → Python: one function a family of types. Each returns a new reference, or NULL
# with the reason in one of three places: the reader (the frame is malformed), the failure
# (the value cannot be what was asked for), or Python's error indicator.


cdef enum:
    SHORT_TEXT = 256


cdef PyObject* decode_run(Node* node, Reader* reader) noexcept nogil:
    """A list of numbers, in one loop over their bytes."""
    cdef const char* bytes = NULL
    cdef uint64_t count = 0, i
    cdef uint8_t kind = node.items[0].kind
    cdef PyObject* list
    cdef PyObject* item
    if not take_run(reader, node.width, &bytes, &count):
        return NULL
    list = PyList_New(count)
    if list == NULL:
        return NULL
    for i in range(count):
        if kind == KIND_FLOAT:
            item = PyFloat_FromDouble((<double*>bytes)[i])
        elif kind == KIND_INT:
            item = PyLong_FromLongLong((<int64_t*>bytes)[i])
        elif kind == KIND_COMPLEX:
            item = PyComplex_FromDoubles((<double*>bytes)[2 * i], (<double*>bytes)[2 * i + 1])
        elif <uint8_t>bytes[i] > 1:
            malformed(reader, b"0 or 1 for a bool")
            item = NULL
        else:
            item = Py_True if bytes[i] else Py_False
            Py_INCREF(item)
        if item == NULL:
            Py_DECREF(list)
            return NULL
        PyList_SET_ITEM(list, i, item)
    return list


cdef PyObject* decode_list(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef uint64_t count = 0, i
    cdef PyObject* list
    cdef PyObject* item
    if node.width:
        return decode_run(node, reader)
    if not take_count(reader, &count):
        return NULL
    list = PyList_New(count)
    if list == NULL:
        return NULL
    for i in range(count):
        item = decode(node.items[0], reader, failure)
        if item == NULL:
            at_index(failure, i)
            Py_DECREF(list)
            return NULL
        PyList_SET_ITEM(list, i, item)
    return list


cdef PyObject* decode_collection(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    """A tuple or a set: from the list of their items."""
    cdef PyObject* list = decode_list(node, reader, failure)
    cdef PyObject* made
    if list == NULL:
        return NULL
    if node.kind == KIND_TUPLE_OF:
        made = PySequence_Tuple(list)
    elif node.kind == KIND_SET:
        made = PySet_New(list)
    else:
        made = PyFrozenSet_New(list)
    if made == NULL and node.kind != KIND_TUPLE_OF:
        refuse_unhashable_item(list, failure)
    Py_DECREF(list)
    return made


cdef bint refuse_unhashable(const char* expected, PyObject* object, Failure* failure) noexcept nogil:
    """Makes a failure of the TypeError that hashing the object has set, if it is one."""
    if not PyErr_ExceptionMatches(PyExc_TypeError):
        return False
    PyErr_Clear()
    refuse_value(failure, expected, object)
    return True


cdef void refuse_unhashable_item(PyObject* list, Failure* failure) noexcept nogil:
    """The same for an item of a list of which no set could be made."""
    cdef PyObject* type
    cdef PyObject* value
    cdef PyObject* traceback
    cdef Py_ssize_t i
    PyErr_Fetch(&type, &value, &traceback)
    for i in range(PyList_GET_SIZE(list)):
        if PyObject_Hash(PyList_GET_ITEM(list, i)) == -1:
            if refuse_unhashable(b"a hashable value", PyList_GET_ITEM(list, i), failure):
                at_index(failure, i)
            break
    if failed(failure):
        Py_XDECREF(type)
        Py_XDECREF(value)
        Py_XDECREF(traceback)
    else:
        PyErr_Restore(type, value, traceback)


cdef PyObject* decode_dict(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef uint64_t count = 0, i
    cdef PyObject* dict
    cdef PyObject* key
    cdef PyObject* value
    cdef bint done
    if not take_count(reader, &count):
        return NULL
    dict = gs_new_dict(count)
    if dict == NULL:
        return NULL
    for i in range(count):
        key = decode(node.items[0], reader, failure)
        if key == NULL:
            at_step(failure, PyUnicode_FromString(b" key"))
            break
        value = decode(node.items[1], reader, failure)
        if value == NULL:
            at_key(failure, key)
            Py_DECREF(key)
            break
        done = PyDict_SetItem(dict, key, value) == 0
        if not done:
            refuse_unhashable(b"a hashable key", key, failure)
        Py_DECREF(key)
        Py_DECREF(value)
        if not done:
            break
    else:
        return dict
    Py_DECREF(dict)
    return NULL


cdef PyObject* decode_tuple(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef uint64_t cell = 0
    cdef uint32_t i
    cdef PyObject* item
    cdef PyObject* tuple
    if node.count == 0 and (not take_cell(reader, &cell) or (cell != 0 and not malformed(reader, b"0 for an empty tuple"))):
        return NULL
    tuple = PyTuple_New(node.count)
    if tuple == NULL:
        return NULL
    for i in range(node.count):
        item = decode(node.items[i], reader, failure)
        if item == NULL:
            at_index(failure, i)
            Py_DECREF(tuple)
            return NULL
        PyTuple_SET_ITEM(tuple, i, item)
    return tuple


cdef inline bint is_ascii(const char* bytes, uint64_t count) noexcept nogil:
    """Whether a text is short and plain, so that making a str of it is only a copy."""
    cdef uint64_t word, bits = 0, i = 0
    if count > SHORT_TEXT or count == 0:
        return False
    while i + 8 <= count:
        memcpy(&word, bytes + i, 8)
        bits |= word
        i += 8
    while i < count:
        bits |= <uint8_t>bytes[i]
        i += 1
    return (bits & <uint64_t>0x8080808080808080) == 0


cdef PyObject* decode_text(Reader* reader, Failure* failure) noexcept nogil:
    cdef const char* bytes = NULL
    cdef uint64_t count = 0
    cdef PyObject* text
    if not take_run(reader, 1, &bytes, &count):
        return NULL
    if is_ascii(bytes, count):
        text = PyUnicode_New(count, 127)
        if text != NULL:
            memcpy(PyUnicode_1BYTE_DATA(text), bytes, count)
        return text
    text = PyUnicode_DecodeUTF8(bytes, count, NULL)
    if text == NULL and PyErr_ExceptionMatches(PyExc_UnicodeError):
        refuse_text(failure, b"valid UTF-8")
    return text


cdef void refuse_text(Failure* failure, const char* expected) noexcept nogil:
    """Turns the UnicodeError that is set into a failure with its words."""
    cdef PyObject* type
    cdef PyObject* value
    cdef PyObject* traceback
    PyErr_Fetch(&type, &value, &traceback)
    PyErr_NormalizeException(&type, &value, &traceback)
    refuse_texts(failure, PyUnicode_FromString(expected), PyUnicode_FromFormat(b"%S", value))
    Py_XDECREF(type)
    Py_XDECREF(value)
    Py_XDECREF(traceback)


cdef PyObject* decode_bytes(Node* node, Reader* reader) noexcept nogil:
    cdef const char* bytes = NULL
    cdef uint64_t count = 0
    if not take_run(reader, 1, &bytes, &count):
        return NULL
    if node.kind == KIND_BYTEARRAY:
        return PyByteArray_FromStringAndSize(bytes, count)
    return PyBytes_FromStringAndSize(bytes, count)


cdef PyObject* decode_buffer(Reader* reader) noexcept nogil:
    """A read-only memoryview of lent memory."""
    cdef const char* bytes = NULL
    cdef uint64_t count = 0, number = 0
    cdef PyObject* lender
    cdef PyObject* view
    cdef uint64_t taken = reader.next_segment
    if not take_cell(reader, &number) or not take_run(reader, 1, &bytes, &count):
        return NULL
    if number == 0 or reader.next_segment == taken:
        malformed(reader, b"a lent buffer that has a number and is a segment")
        return NULL
    lender = (<PyObject* (*)(uint64_t, char*, Py_ssize_t, bint, Reader*) noexcept nogil>lend)(
        number, <char*>bytes, count, False, reader)
    if lender == NULL:
        return NULL
    view = PyMemoryView_FromObject(lender)
    Py_DECREF(lender)
    return view


cdef PyObject* decode_bigint(Reader* reader) noexcept nogil:
    cdef const char* bytes = NULL
    cdef uint64_t count = 0, i
    cdef char* digits
    cdef PyObject* number
    if not take_run(reader, 1, &bytes, &count):
        return NULL
    for i in range(count):
        if not (b"0" <= bytes[i] <= b"9" or b"a" <= bytes[i] <= b"f" or (bytes[i] == b"-" and i == 0 and count > 1)):
            malformed(reader, b"hexadecimal digits for a big int")
            return NULL
    digits = <char*>malloc(count + 1)
    if digits == NULL:
        return PyErr_NoMemory()
    memcpy(digits, bytes, count)
    digits[count] = 0
    if count == 0:
        malformed(reader, b"hexadecimal digits for a big int")
        number = NULL
    else:
        number = PyLong_FromString(digits, NULL, 16)
    free(digits)
    return number


cdef PyObject* decode_held(uint64_t handle, Reader* reader, Failure* failure) noexcept nogil:
    """What a handle holds; a new reference. It may have been closed since the frame was written:
    the texts of that are known on the other side."""
    cdef PyObject* object = held_object(handle)
    if handle == 0:
        malformed(reader, b"the handle of an object")
    elif object == NULL:
        refuse_texts(failure, PyUnicode_FromString(b"an open object"), PyUnicode_FromString(b"a closed one"))
    return object


cdef PyObject* decode_object(Reader* reader, Failure* failure) noexcept nogil:
    cdef uint64_t handle = 0
    cdef PyObject* object
    cdef PyObject* owner
    if not take_cell(reader, &handle):
        return NULL
    object = decode_held(handle, reader, failure)
    if object == NULL:
        return NULL
    owner = (<PyObject* (*)(PyObject*) noexcept nogil>owner_of_view)(object)
    Py_DECREF(object)
    return owner


cdef PyObject* decode_lent(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    """A function or a value of the other side's."""
    cdef uint64_t number = 0
    if not take_cell(reader, &number):
        return NULL
    if number == 0 and node.kind == KIND_CALLABLE:
        return decode_object(reader, failure)
    if number == 0 or number & ELSEWHERE:
        malformed(reader, b"the number of a lend")
        return NULL
    if node.kind == KIND_HELD:
        return (<PyObject* (*)(uint64_t, Reader*) noexcept nogil>lend_value)(number, reader)
    return (<PyObject* (*)(uint64_t, Function*, Reader*) noexcept nogil>lend_function)(number, node.signature, reader)


cdef PyObject* decode_any(Reader* reader, Failure* failure) noexcept nogil:
    cdef uint64_t kind = 0
    cdef PyObject* object
    if not take_cell(reader, &kind):
        return NULL
    if not (KIND_NONE <= kind <= KIND_DICT or kind == KIND_ARRAY or kind == KIND_CALLABLE) \
            or kind == KIND_ANY or kind == KIND_SEQUENCE or kind > KIND_HELD and kind < KIND_LIST:
        malformed(reader, b"a type that any can hold")
        return NULL
    reader.depth += 1
    if reader.depth > LIMIT_DEPTH:
        malformed(reader, b"values nested no deeper than 2000")
        return NULL
    object = decode(&any_nodes[kind], reader, failure)
    reader.depth -= 1
    return object


cdef PyObject* decode_complex(Reader* reader) noexcept nogil:
    cdef double real = 0, imaginary = 0
    if not take_cell(reader, <uint64_t*>&real) or not take_cell(reader, <uint64_t*>&imaginary):
        return NULL
    return PyComplex_FromDoubles(real, imaginary)


cdef inline PyObject* decode_constant(uint8_t kind, uint64_t cell, Reader* reader) noexcept nogil:
    cdef PyObject* object = Py_None
    if kind == KIND_BOOL:
        object = Py_True if cell else Py_False
        if cell > 1:
            malformed(reader, b"0 or 1 for a bool")
            return NULL
    elif cell != 0:
        malformed(reader, b"0 for None")
        return NULL
    Py_INCREF(object)
    return object


cdef inline PyObject* decode(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef uint8_t kind = node.kind
    cdef uint64_t cell = 0
    cdef double real = 0
    if kind == KIND_STR:
        return decode_text(reader, failure)
    if kind > KIND_FLOAT:
        return decode_other(node, reader, failure)
    if not take_cell(reader, &cell):
        return NULL
    if kind == KIND_FLOAT:
        memcpy(&real, &cell, 8)
        return PyFloat_FromDouble(real)
    if kind == KIND_INT:
        return PyLong_FromLongLong(<int64_t>cell)
    return decode_constant(kind, cell, reader)


cdef PyObject* decode_optional(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef bint present = False
    if not take_present(reader, &present):
        return NULL
    if present:
        return decode(node.items[0], reader, failure)
    Py_INCREF(Py_None)
    return Py_None


cdef PyObject* decode_other(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef uint8_t kind = node.kind
    if kind == KIND_ARRAY:
        return decode_array(node, reader, failure)
    elif kind == KIND_LIST or kind == KIND_SEQUENCE:
        return decode_list(node, reader, failure)
    elif kind == KIND_OPTIONAL:
        return decode_optional(node, reader, failure)
    elif kind == KIND_DICT or kind == KIND_MAPPING:
        return decode_dict(node, reader, failure)
    elif kind == KIND_TUPLE:
        return decode_tuple(node, reader, failure)
    elif kind == KIND_TUPLE_OF or kind == KIND_SET or kind == KIND_FROZENSET:
        return decode_collection(node, reader, failure)
    elif kind == KIND_COMPLEX:
        return decode_complex(reader)
    elif kind == KIND_BYTES or kind == KIND_BYTEARRAY:
        return decode_bytes(node, reader)
    elif kind == KIND_BUFFER:
        return decode_buffer(reader)
    elif kind == KIND_BIGINT:
        return decode_bigint(reader)
    elif kind == KIND_OBJECT:
        return decode_object(reader, failure)
    elif kind == KIND_CALLABLE or kind == KIND_HELD:
        return decode_lent(node, reader, failure)
    elif kind == KIND_ANY:
        return decode_any(reader, failure)
    elif kind == KIND_RECORD:
        return decode_record(node, reader, failure)
    elif kind == KIND_UNION:
        return decode_union(node, reader, failure)
    else:
        return decode_converted(node, reader, failure)
