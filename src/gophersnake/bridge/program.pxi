# What the frames of a function mean: its signature program, compiled once into nodes that
# decode and encode walk. Nodes live as long as the process, as functions do.

cdef struct Function

ctypedef struct Node:
    uint8_t kind
    uint8_t dtype  # array: 0 is any
    int8_t rank  # array: -1 is any
    uint8_t width  # bytes of one item where the items are a run, otherwise 0
    bint visited  # named: by who walks all nodes
    uint32_t count
    Node** items  # item; key and value; items of a tuple or union; fields; the definition
    PyObject* type  # the class of an instance, or of what an adapter makes; may be NULL
    PyObject* make  # of an adapter
    PyObject* take
    bint direct  # the record is called with its fields, without the adapter
    bint attributes  # the adapter does no more than read the record's attributes
    PyObject* attribute  # what the adapter takes of objects of exactly the type, or NULL
    PyObject* shown  # what messages call the adapter's objects, where the type does not say it
    PyObject** names  # of a record's fields
    uint8_t* flags  # of a record's fields
    Function* signature  # of a callable
    Shaped* shaped  # of an array: what else its type asks for, or NULL

ctypedef struct Param:
    uint8_t kind
    bint defaulted
    PyObject* name  # interned
    Node* type

cdef struct Function:
    PyObject* callable  # NULL: the first argument is what is called
    PyObject* method  # the name of the first argument's method that is called, or NULL
    uint32_t count
    uint8_t flags  # of a callable type
    bint plain  # all parameters are required and positional
    bint pulls  # it calls its first argument, and what that returns may be an item in a tuple
    uint32_t axes  # how many names of extents its arrays share
    Param* params
    Node* result

cdef Node any_node
cdef Node* any_item = &any_node
cdef Node* any_pair[2]
cdef Node any_nodes[32]
cdef Function any_signature
cdef Param any_arguments[2]


cdef inline uint8_t run_width(uint8_t kind) noexcept nogil:
    if kind == KIND_BOOL:
        return 1
    if kind == KIND_INT or kind == KIND_FLOAT:
        return 8
    return 16 if kind == KIND_COMPLEX else 0


cdef void fill_any_nodes() noexcept nogil:
    cdef int kind
    any_node.kind = KIND_ANY
    any_pair[0] = any_item
    any_pair[1] = any_item
    any_signature.params = any_arguments
    any_signature.count = 2
    any_signature.flags = CALLABLE_ANY_ARGUMENTS
    any_signature.result = any_item
    any_arguments[0].name = PyUnicode_InternFromString(b"args")
    any_arguments[0].kind = PARAM_VAR_POSITIONAL
    any_arguments[0].type = wrapped(KIND_TUPLE_OF, NULL, any_item)
    any_arguments[1].name = PyUnicode_InternFromString(b"kwargs")
    any_arguments[1].kind = PARAM_VAR_KEYWORD
    any_arguments[1].type = wrapped(KIND_DICT, &any_nodes[KIND_STR], any_item)
    for kind in range(32):
        any_nodes[kind].kind = kind
        any_nodes[kind].rank = -1
        any_nodes[kind].count = 2 if kind == KIND_DICT else 1
        any_nodes[kind].items = any_pair
        any_nodes[kind].signature = &any_signature


cdef bint take_program(Program* program, void* into, size_t n) noexcept nogil:
    if <size_t>(program.end - program.at) < n:
        program.wrong = b"it ends too early"
        return False
    memcpy(into, program.at, n)
    program.at += n
    return True


cdef bint take_text(Program* program, PyObject** text) noexcept nogil:
    """A text as a new str."""
    cdef uint16_t length = 0
    if not take_program(program, &length, 2):
        return False
    if program.end - program.at < length:
        program.wrong = b"it ends too early"
        return False
    text[0] = PyUnicode_DecodeUTF8(<const char*>program.at, length, NULL)
    program.at += length
    return text[0] != NULL


cdef Node* new_node(Program* program, uint8_t kind, uint32_t count) noexcept nogil:
    """A node with room for its items."""
    cdef Node* node = <Node*>calloc(1, sizeof(Node))
    if node != NULL:
        node.kind = kind
        node.count = count
        node.items = <Node**>calloc(count + 1, sizeof(Node*))
    if node == NULL or node.items == NULL:
        program.wrong = b"no memory"
        return NULL
    return node


cdef Node* compile_items(Program* program, uint8_t kind, uint32_t count, int depth) noexcept nogil:
    cdef Node* node = new_node(program, kind, count)
    cdef uint32_t i
    if node == NULL:
        return NULL
    for i in range(count):
        node.items[i] = compile_node(program, depth + 1)
        if node.items[i] == NULL:
            return NULL
    if KIND_LIST <= kind <= KIND_FROZENSET:
        node.width = run_width(node.items[0].kind)
    return node


cdef Node* compile_array(Program* program) noexcept nogil:
    cdef Node* node = new_node(program, KIND_ARRAY, 0)
    cdef uint8_t n = 0
    if node == NULL or not take_program(program, &node.dtype, 1) or not take_program(program, &n, 1):
        return NULL
    node.rank = -1 if n == 255 else <int8_t>n
    if node.dtype == 0 or node.dtype >= DTYPE_STRUCT or (n > 32 and n != 255):
        program.wrong = b"an array type is none"
        return NULL
    return node


cdef Node* compile_shaped(Program* program) noexcept nogil:
    """An array with a shape; its node is that of an array, with more to it."""
    cdef Node* node = new_node(program, KIND_ARRAY, 0)
    cdef PyObject* shape = NULL
    cdef bint done
    if node == NULL:
        return NULL
    node.rank = -1
    node.shaped = <Shaped*>calloc(1, sizeof(Shaped))
    if node.shaped == NULL:
        program.wrong = b"no memory"
        return NULL
    if not take_program(program, &node.shaped.library, 1) or not take_program(program, &node.dtype, 1) \
            or not take_text(program, &node.shaped.described) or not take_text(program, &shape):
        return NULL
    if node.shaped.library > LIBRARY_JAX or node.dtype > DTYPE_LAST:
        program.wrong = b"an array type is none"
    if DTYPE_STRUCT <= node.dtype and PyUnicode_GET_LENGTH(node.shaped.described) == 0:
        program.wrong = b"an array type says not enough"
    done = program.wrong == NULL and compile_shape(program, shape, node.shaped) \
        and describe_dtype(node.shaped, node.dtype)
    Py_DECREF(shape)
    return node if done else NULL


cdef Node* compile_node(Program* program, int depth) noexcept nogil:
    """A type of the program. NULL: `wrong` says why, or an exception is set."""
    cdef uint8_t kind = 0, n = 0
    if depth > LIMIT_DEPTH:
        program.wrong = b"a type is nested too deeply"
        return NULL
    if not take_program(program, &kind, 1):
        return NULL
    if KIND_NONE <= kind <= KIND_HELD:
        return new_node(program, kind, 0)
    if KIND_LIST <= kind <= KIND_FROZENSET or kind == KIND_OPTIONAL:
        return compile_items(program, kind, 1, depth)
    if kind == KIND_DICT or kind == KIND_MAPPING:
        return compile_items(program, kind, 2, depth)
    if kind == KIND_TUPLE or kind == KIND_UNION:
        return compile_items(program, kind, n, depth) if take_program(program, &n, 1) else NULL
    if kind == KIND_ARRAY:
        return compile_array(program)
    if kind == KIND_CALLABLE:
        return compile_callable(program, depth)
    if kind == KIND_SHAPED:
        return compile_shaped(program)
    if kind == KIND_INSTANCE:
        return compile_instance(program)
    if kind == KIND_ADAPTED:
        return compile_adapted(program, depth)
    if kind == KIND_RECORD:
        return compile_record(program, depth)
    if kind == KIND_NAMED:
        return compile_named(program)
    program.wrong = b"a type is unknown to this bridge"
    return NULL


cdef Node* wrapped(uint8_t kind, Node* key, Node* item) noexcept nogil:
    """The node of `*args` (a tuple of item) or `**kwargs` (a dict of key and item)."""
    cdef Node* node = <Node*>calloc(1, sizeof(Node))
    if node == NULL:
        return NULL
    node.kind = kind
    node.items = <Node**>calloc(2, sizeof(Node*))
    if node.items == NULL:
        return NULL
    if key == NULL:
        node.count = 1
        node.items[0] = item
        node.width = run_width(item.kind)
    else:
        node.count = 2
        node.items[0] = key
        node.items[1] = item
    return node


cdef Node* compile_callable(Program* program, int depth) noexcept nogil:
    cdef Node* node = new_node(program, KIND_CALLABLE, 0)
    if node == NULL:
        return NULL
    node.signature = <Function*>calloc(1, sizeof(Function))
    if node.signature == NULL:
        program.wrong = b"no memory"
        return NULL
    if take_program(program, &node.signature.flags, 1) and compile_signature(program, node.signature, depth + 1):
        return node
    return NULL


cdef bint compile_param(Program* program, Param* param, int depth) noexcept nogil:
    cdef uint8_t kind = 0
    if not take_program(program, &kind, 1) or not take_text(program, &param.name):
        return False
    param.defaulted = (kind & PARAM_DEFAULTED) != 0
    param.kind = kind & ~PARAM_DEFAULTED
    if param.kind > PARAM_VAR_KEYWORD:
        program.wrong = b"a parameter is none"
        return False
    PyUnicode_InternInPlace(&param.name)
    param.type = compile_node(program, depth)
    if param.type == NULL:
        return False
    if param.kind == PARAM_VAR_POSITIONAL:
        param.type = wrapped(KIND_TUPLE_OF, NULL, param.type)
    elif param.kind == PARAM_VAR_KEYWORD:
        param.type = wrapped(KIND_DICT, &any_nodes[KIND_STR], param.type)
    return param.type != NULL


cdef bint compile_signature(Program* program, Function* function, int depth) noexcept nogil:
    """Parameters and result. Where False, the program is wrong or an exception is set."""
    cdef uint16_t count = 0
    cdef uint32_t i
    if not take_program(program, &count, 2):
        return False
    function.plain = True
    function.count = count
    function.params = <Param*>calloc(count + 1, sizeof(Param))
    if function.params == NULL:
        program.wrong = b"no memory"
        return False
    for i in range(count):
        if not compile_param(program, &function.params[i], depth):
            return False
        if function.params[i].defaulted or function.params[i].kind > PARAM_POSITIONAL_OR_KEYWORD:
            function.plain = False
    function.result = compile_node(program, depth)
    return function.result != NULL


cdef bint compile_program(Program* program, Function* function) noexcept nogil:
    """The definitions, then the signature, and nothing after it."""
    cdef uint8_t version = 0
    if not take_program(program, &version, 1):
        return False
    if version != LIMIT_FRAME_VERSION:
        program.wrong = b"it is of another version"
        return False
    if not compile_definitions(program) or not compile_signature(program, function, 0):
        return False
    if program.at != program.end:
        program.wrong = b"bytes are left over"
        return False
    return all_defined(program)


cdef bint calls_first(Function* function) noexcept nogil:
    """Whether the first argument of every call can be what is called."""
    return function.count != 0 and not function.params[0].defaulted \
        and function.params[0].kind <= PARAM_POSITIONAL_OR_KEYWORD


cdef PyObject* method_name(PyObject* callable) noexcept nogil:
    """What gophersnake.host.members.Method calls, as an interned str; NULL for others."""
    cdef PyObject* name = NULL
    if callable != NULL:
        name = PyObject_GetAttrString(callable, b"_gophersnake_method")
        PyErr_Clear()
    if name != NULL:
        PyUnicode_InternInPlace(&name)
    return name


cdef inline bint is_item(Node* node) noexcept nogil:
    """Whether a type is that of what a step of an iterator returns."""
    return node.kind == KIND_OPTIONAL and node.items[0].kind == KIND_TUPLE and node.items[0].count == 1


cdef Function* compile_function(PyObject* callable, const uint8_t* bytes, size_t length) noexcept nogil:
    """A function for `callable`, which it takes a reference of, or for its own first
    argument; NULL with an exception set."""
    cdef Program program
    cdef Function* function = <Function*>calloc(1, sizeof(Function))
    cdef bint done
    if function == NULL:
        PyErr_NoMemory()
        return NULL
    memset(&program, 0, sizeof(Program))
    program.at = bytes
    program.end = bytes + length
    done = compile_program(&program, function)
    free(program.definitions)
    free(program.numbers)
    if done and callable == NULL and not calls_first(function):
        program.wrong = b"the first parameter cannot be what is called"
        done = False
    if done:
        Py_XINCREF(callable)
        function.axes = program.axis_count
        function.callable = callable
        function.method = method_name(callable)
        function.pulls = callable == NULL and function.plain and function.count == 2 and is_item(function.result)
        return function
    if PyErr_Occurred() == NULL:
        refuse_program(program.wrong)
    return NULL


cdef void refuse_program(const char* wrong) noexcept nogil:
    cdef PyObject* message
    if wrong == NULL:
        wrong = b"no memory"
    message = PyUnicode_FromFormat(b"signature program: %s", wrong)
    if message != NULL:
        PyErr_SetObject(PyExc_ValueError, message)
        Py_DECREF(message)
