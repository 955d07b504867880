# A value that cannot cross: what was expected, what came, and the path to it, which the
# containers around it add on the way out, innermost first. An exception raised by Python
# in the middle of a conversion is not a failure of this kind: it stays in the indicator.

ctypedef struct Failure:
    PyObject* expected
    PyObject* got
    PyObject* path  # a list of str, innermost first

cdef const char* KIND_NAMES[32]


cdef void fill_kind_names() noexcept nogil:
    KIND_NAMES[KIND_NONE] = b"None"
    KIND_NAMES[KIND_BOOL] = b"bool"
    KIND_NAMES[KIND_INT] = b"int"
    KIND_NAMES[KIND_FLOAT] = b"float"
    KIND_NAMES[KIND_COMPLEX] = b"complex"
    KIND_NAMES[KIND_STR] = b"str"
    KIND_NAMES[KIND_BYTES] = b"bytes"
    KIND_NAMES[KIND_BYTEARRAY] = b"bytearray"
    KIND_NAMES[KIND_BUFFER] = b"an object with the buffer protocol"
    KIND_NAMES[KIND_OBJECT] = b"object"
    KIND_NAMES[KIND_ANY] = b"object"
    KIND_NAMES[KIND_BIGINT] = b"int"
    KIND_NAMES[KIND_LIST] = b"list"
    KIND_NAMES[KIND_SEQUENCE] = b"collection"
    KIND_NAMES[KIND_TUPLE_OF] = b"tuple"
    KIND_NAMES[KIND_SET] = b"set"
    KIND_NAMES[KIND_FROZENSET] = b"frozenset"
    KIND_NAMES[KIND_DICT] = b"dict"
    KIND_NAMES[KIND_MAPPING] = b"mapping"
    KIND_NAMES[KIND_TUPLE] = b"tuple"
    KIND_NAMES[KIND_OPTIONAL] = b"None"
    KIND_NAMES[KIND_ARRAY] = b"array"
    KIND_NAMES[KIND_RECORD] = b"record"
    KIND_NAMES[KIND_UNION] = b"union"
    KIND_NAMES[KIND_INSTANCE] = b"object"
    KIND_NAMES[KIND_ADAPTED] = b"object"
    KIND_NAMES[KIND_CALLABLE] = b"callable"
    KIND_NAMES[KIND_HELD] = b"Go value"


cdef inline bint failed(Failure* failure) noexcept nogil:
    return failure.expected != NULL


cdef inline void clear_failure(Failure* failure) noexcept nogil:
    if failure.expected != NULL or failure.got != NULL or failure.path != NULL:
        drop_failure(failure)


cdef void drop_failure(Failure* failure) noexcept nogil:
    Py_XDECREF(failure.expected)
    Py_XDECREF(failure.got)
    Py_XDECREF(failure.path)
    memset(failure, 0, sizeof(Failure))


cdef PyObject* class_name(PyObject* type) noexcept nogil:
    """The name of a class, with its module unless that is builtins."""
    cdef PyObject* module
    cdef PyObject* name
    cdef PyObject* text = NULL
    name = PyObject_GetAttrString(type, b"__qualname__")
    if name == NULL:
        PyErr_Clear()  # before Python runs again
    module = PyObject_GetAttrString(type, b"__module__")
    if name != NULL and PyUnicode_Check(name) and module != NULL and PyUnicode_Check(module):
        if PyUnicode_CompareWithASCIIString(module, b"builtins") == 0:
            Py_INCREF(name)
            text = name
        else:
            text = PyUnicode_FromFormat(b"%U.%U", module, name)
    Py_XDECREF(name)
    Py_XDECREF(module)
    if text == NULL:
        PyErr_Clear()
        text = PyUnicode_FromString((<PyTypeObject*>type).tp_name)
    return text


cdef PyObject* type_name(PyObject* object) noexcept nogil:
    """The name of an object's class."""
    if object == Py_None:
        return PyUnicode_FromString(b"None")
    return class_name(<PyObject*>Py_TYPE(object))


cdef enum:
    SHOWN_DEPTH = 4


cdef PyObject* node_text(Node* node, int depth) noexcept nogil:
    """A type as Python spells it, as far as a message needs it."""
    cdef PyObject* items
    cdef PyObject* text = (node.items[0] if node.kind == KIND_NAMED else node).shown
    if text != NULL:
        Py_INCREF(text)
        return text
    if node.type != NULL:
        return class_name(node.type)
    if node.kind == KIND_NAMED or node.kind == KIND_ADAPTED:
        return node_text(node.items[0], depth + 1) if depth < SHOWN_DEPTH else PyUnicode_FromString(b"...")
    if node.kind == KIND_RECORD or node.count == 0 or depth >= SHOWN_DEPTH:
        return PyUnicode_FromString(KIND_NAMES[node.kind])
    items = items_text(node, depth + 1, b" | " if node.kind == KIND_UNION else b", ")
    if items == NULL or node.kind == KIND_UNION:
        return items
    if node.kind == KIND_OPTIONAL:
        text = PyUnicode_FromFormat(b"%U | None", items)
    elif node.kind == KIND_TUPLE_OF:
        text = PyUnicode_FromFormat(b"tuple[%U, ...]", items)
    else:
        text = PyUnicode_FromFormat(b"%s[%U]", KIND_NAMES[node.kind], items)
    Py_DECREF(items)
    return text


cdef PyObject* items_text(Node* node, int depth, const char* between) noexcept nogil:
    """The types of a node's items, with `between` between them."""
    cdef PyObject* texts = PyList_New(0)
    cdef PyObject* separator = PyUnicode_FromString(between)
    cdef PyObject* text = NULL
    cdef uint32_t i
    for i in range(node.count):
        text = node_text(node.items[i], depth)
        if texts == NULL or text == NULL or PyList_Append(texts, text) != 0:
            Py_XDECREF(text)
            break
        Py_DECREF(text)
    text = PyUnicode_Join(separator, texts) if texts != NULL and separator != NULL else NULL
    Py_XDECREF(texts)
    Py_XDECREF(separator)
    return text


cdef void refuse_texts(Failure* failure, PyObject* expected, PyObject* got) noexcept nogil:
    """Records a failure; takes both references. Where one is NULL (no memory) the
    exception that is set then is the failure."""
    if expected == NULL or got == NULL:
        Py_XDECREF(expected)
        Py_XDECREF(got)
        return
    if PyUnicode_Compare(expected, got) == 0:  # as the classes of a module that was loaded twice
        Py_DECREF(got)
        got = PyUnicode_FromString(b"an object of another class of that name (was its module loaded again?)")
        if got == NULL:
            Py_DECREF(expected)
            return
    clear_failure(failure)
    failure.expected = expected
    failure.got = got


cdef void refuse(Failure* failure, const char* expected, PyObject* got) noexcept nogil:
    """Records that `expected` was wanted and the object `got` came."""
    refuse_texts(failure, PyUnicode_FromString(expected), type_name(got))


cdef void refuse_kind(Failure* failure, Node* node, PyObject* got) noexcept nogil:
    refuse(failure, KIND_NAMES[node.kind], got)


cdef void refuse_value(Failure* failure, const char* expected, PyObject* got) noexcept nogil:
    """The same where the value, not the type, is the trouble."""
    cdef PyObject* shown = PyUnicode_FromFormat(b"%.200R", got)
    if shown == NULL:  # the repr of an int can be too long for Python itself
        PyErr_Clear()
        shown = type_name(got)
    refuse_texts(failure, PyUnicode_FromString(expected), shown)


cdef void refuse_count(Failure* failure, Py_ssize_t expected, Py_ssize_t got, const char* what) noexcept nogil:
    refuse_texts(
        failure,
        PyUnicode_FromFormat(b"tuple of %zd %s", expected, what),
        PyUnicode_FromFormat(b"%zd", got),
    )


cdef void at_step(Failure* failure, PyObject* step) noexcept nogil:
    """Adds a step to the path; takes the reference, which may be NULL."""
    if step == NULL:
        if failed(failure):
            PyErr_Clear()
        return
    if failed(failure):
        if failure.path == NULL:
            failure.path = PyList_New(0)
        if failure.path == NULL or PyList_Append(failure.path, step) != 0:
            PyErr_Clear()
    Py_DECREF(step)


cdef void at_index(Failure* failure, Py_ssize_t index) noexcept nogil:
    if failed(failure):
        at_step(failure, PyUnicode_FromFormat(b"[%zd]", index))


cdef void at_field(Failure* failure, PyObject* name) noexcept nogil:
    if failed(failure):
        at_step(failure, PyUnicode_FromFormat(b".%U", name))


cdef void at_key(Failure* failure, PyObject* key) noexcept nogil:
    if failed(failure):
        at_step(failure, PyUnicode_FromFormat(b"[%.100R]", key))


cdef PyObject* path_text(Failure* failure) noexcept nogil:
    """The whole path, outermost first."""
    cdef PyObject* empty = PyUnicode_FromString(b"")
    cdef PyObject* text = NULL
    if empty == NULL or failure.path == NULL:
        return empty
    if PyList_Reverse(failure.path) == 0:
        text = PyUnicode_Join(empty, failure.path)
    Py_DECREF(empty)
    return text
