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


cdef inline bint failed(Failure* failure) noexcept nogil:
    return failure.expected != NULL


cdef void clear_failure(Failure* failure) noexcept nogil:
    Py_XDECREF(failure.expected)
    Py_XDECREF(failure.got)
    Py_XDECREF(failure.path)
    memset(failure, 0, sizeof(Failure))


cdef PyObject* type_name(PyObject* object) noexcept nogil:
    """The name of an object's class, with its module unless that is builtins."""
    cdef PyObject* module
    cdef PyObject* name
    cdef PyObject* text = NULL
    if object == Py_None:
        return PyUnicode_FromString(b"None")
    name = PyObject_GetAttrString(<PyObject*>Py_TYPE(object), b"__qualname__")
    module = PyObject_GetAttrString(<PyObject*>Py_TYPE(object), b"__module__")
    if name != NULL and module != NULL and PyUnicode_Check(module):
        if PyUnicode_CompareWithASCIIString(module, b"builtins") == 0:
            Py_INCREF(name)
            text = name
        else:
            text = PyUnicode_FromFormat(b"%U.%U", module, name)
    Py_XDECREF(name)
    Py_XDECREF(module)
    if text == NULL:
        PyErr_Clear()
        text = PyUnicode_FromString(Py_TYPE(object).tp_name)
    return text


cdef void refuse_texts(Failure* failure, PyObject* expected, PyObject* got) noexcept nogil:
    """Records a failure; takes both references. Where one is NULL (no memory) the
    exception that is set then is the failure."""
    if expected == NULL or got == NULL:
        Py_XDECREF(expected)
        Py_XDECREF(got)
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
