# Where another thread stands: whether it may be interrupted there. It is looked at while
# nobody else runs Python (gs_while_others_stand), so nothing here runs any, or waits.

# The files of modules that are interrupted in some places only; NULL of one that is not
# imported.
ctypedef struct Rooms:
    PyObject* threading
    PyObject* logging
    PyObject* weakref
    PyObject* weakrefset


cdef PyObject* file_of(const char* module) noexcept nogil:
    """A new reference, or NULL (no exception)."""
    cdef PyObject* imported = PyDict_GetItemString(PyImport_GetModuleDict(), module)
    cdef PyObject* file = NULL
    if imported != NULL:
        file = PyObject_GetAttrString(imported, b"__file__")
    if file != NULL and not PyUnicode_Check(file):
        Py_DECREF(file)
        file = NULL
    PyErr_Clear()
    return file


cdef void find_rooms(Rooms* rooms) noexcept nogil:
    rooms.threading = file_of(b"threading")
    rooms.logging = file_of(b"logging")
    rooms.weakref = file_of(b"weakref")
    rooms.weakrefset = file_of(b"_weakrefset")


cdef void forget_rooms(Rooms* rooms) noexcept nogil:
    Py_XDECREF(rooms.threading)
    Py_XDECREF(rooms.logging)
    Py_XDECREF(rooms.weakref)
    Py_XDECREF(rooms.weakrefset)


cdef bint is_of(PyCodeObject* code, PyObject* file) noexcept nogil:
    return file != NULL and PyUnicode_Compare(code.co_filename, file) == 0


cdef bint is_called(PyCodeObject* code, const char* name) noexcept nogil:
    return PyUnicode_CompareWithASCIIString(code.co_name, name) == 0


cdef bint takes_lock(PyCodeObject* code, Rooms* rooms) noexcept nogil:
    """Whether it may have a lock already that nobody would give back yet: it takes one in the
    middle, as logging does in many places, or leaves it to its caller."""
    if is_called(code, b"acquire") or is_called(code, b"__enter__"):
        return is_of(code, rooms.threading) or is_of(code, rooms.logging)
    return is_of(code, rooms.logging) and not is_called(code, b"emit")


cdef bint imports(PyCodeObject* code) noexcept nogil:
    return PyUnicode_CompareWithASCIIString(code.co_filename, b"<frozen importlib._bootstrap>") == 0


cdef bint finalizes(PyCodeObject* code, Rooms* rooms) noexcept nogil:
    """Whether it is called for an object that is gone: nobody would get the exception, and
    nobody would call it again."""
    return is_called(code, b"__del__") or is_of(code, rooms.weakref) or is_of(code, rooms.weakrefset)


cdef bint is_in_one_piece(PyThreadState* state, Rooms* rooms) noexcept nogil:
    """Whether the thread does what, ended half way, nobody could do ever after: it imports a
    module (numpy is imported once in a process, or never), cleans up after an object, or takes
    a lock that it would keep. It would raise where it stands, or a moment later."""
    cdef PyFrameObject* frame = PyThreadState_GetFrame(state)
    cdef PyFrameObject* outer
    cdef PyCodeObject* code
    cdef bint innermost = True
    cdef bint found = False
    while frame != NULL and not found:
        code = PyFrame_GetCode(frame)
        found = imports(code) or finalizes(code, rooms) or (innermost and takes_lock(code, rooms))
        innermost = False
        outer = PyFrame_GetBack(frame)
        Py_DECREF(<PyObject*>code)
        Py_DECREF(<PyObject*>frame)
        frame = outer
    Py_XDECREF(<PyObject*>frame)
    return found
