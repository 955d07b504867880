# The exception of a call as a frame: described by gophersnake.host.errors or, where that
# cannot run (at the limit of recursion, for one), by what C can tell of it.

cdef PyObject* describer = NULL
cdef Node* exceptions_node = NULL


cdef PyObject* full_name(PyObject* class_) noexcept nogil:
    """`module.qualname` of a class."""
    cdef PyObject* module = PyObject_GetAttrString(class_, b"__module__")
    cdef PyObject* name = PyObject_GetAttrString(class_, b"__qualname__") if module != NULL else NULL
    cdef PyObject* text = PyUnicode_FromFormat(b"%S.%S", module, name) if name != NULL else NULL
    Py_XDECREF(module)
    Py_XDECREF(name)
    return text


cdef PyObject* bases_of(PyObject* value) noexcept nogil:
    """The full names of an exception's class and its bases."""
    cdef PyObject* mro = PyObject_GetAttrString(<PyObject*>Py_TYPE(value), b"__mro__")
    cdef PyObject* names = PyList_New(0) if mro != NULL else NULL
    cdef PyObject* name
    cdef Py_ssize_t i
    for i in range(PyTuple_GET_SIZE(mro) if names != NULL else 0):
        name = full_name(PyTuple_GET_ITEM(mro, i))
        if name == NULL or PyList_Append(names, name) != 0:
            PyErr_Clear()
        Py_XDECREF(name)
    Py_XDECREF(mro)
    return names


cdef PyObject* described_barely(PyObject* value) noexcept nogil:
    """What describe makes of the exception alone, without its traceback."""
    cdef PyObject* class_ = <PyObject*>Py_TYPE(value)
    cdef PyObject* module = PyObject_GetAttrString(class_, b"__module__")
    cdef PyObject* name = PyObject_GetAttrString(class_, b"__qualname__")
    cdef PyObject* message = PyObject_Str(value)
    cdef PyObject* bases = bases_of(value)
    cdef PyObject* described = NULL
    if message == NULL:
        PyErr_Clear()
        message = PyUnicode_FromString(b"")
    if module != NULL and name != NULL and message != NULL and bases != NULL:
        described = Py_BuildValue(
            b"[(OOO[][]OiiO[]sOi)]", module, name, message, bases, -1, -1, Py_False, b"", value, 0)
    Py_XDECREF(module)
    Py_XDECREF(name)
    Py_XDECREF(message)
    Py_XDECREF(bases)
    return described


cdef bint write_described(PyObject* described, Writer* writer) noexcept nogil:
    """The frame of what describe gave, whose reference it takes; where there is none, or it
    is not to be encoded, what went wrong is forgotten."""
    cdef Failure failure
    cdef bint done = False
    memset(&failure, 0, sizeof(failure))
    start_frame(writer)
    if described != NULL:
        writer.length = sizeof(Header)
        writer.depth = 0
        done = encode(exceptions_node, described, writer, &failure) and finish_frame(writer, FRAME_EXCEPTION)
        Py_DECREF(described)
    clear_failure(&failure)
    if not done:
        PyErr_Clear()
    return done


cdef int write_exception(Writer* writer) noexcept nogil:
    """The frame of the exception that is set, which is cleared; returns the status."""
    cdef PyObject* type
    cdef PyObject* value
    cdef PyObject* traceback
    cdef bint done = False
    PyErr_Fetch(&type, &value, &traceback)
    PyErr_NormalizeException(&type, &value, &traceback)
    if value != NULL and traceback != NULL:
        PyException_SetTraceback(value, traceback)
    if value != NULL:
        done = write_described(PyObject_CallFunctionObjArgs(describer, value, NULL), writer) \
            or write_described(described_barely(value), writer)
    Py_XDECREF(type)
    Py_XDECREF(value)
    Py_XDECREF(traceback)
    if done:
        return STATUS_EXCEPTION
    start_frame(writer)
    return STATUS_NO_MEMORY


