# The arguments of a callback: Python's, bound to the parameters of the function as Python
# binds them, and written into a frame.

cdef enum:
    BOUND = 16

# The arguments by their parameters, borrowed. Only the tuple of *args and the dict of
# **kwargs are ours.
ctypedef struct Bound:
    PyObject** values  # NULL: left out
    PyObject* rest
    PyObject* named
    PyObject* first[BOUND]


cdef bint bind_rest(Bound* bound, uint32_t at, PyObject** args, Py_ssize_t count) noexcept nogil:
    cdef Py_ssize_t i
    bound.rest = PyTuple_New(count)
    if bound.rest == NULL:
        return False
    for i in range(count):
        Py_INCREF(args[i])
        PyTuple_SET_ITEM(bound.rest, i, args[i])
    bound.values[at] = bound.rest
    return True


cdef bint bind_positional(Function* f, Bound* bound, PyObject** args, Py_ssize_t count) noexcept nogil:
    cdef Py_ssize_t taken = 0
    cdef uint32_t at
    for at in range(f.count):
        if f.params[at].kind <= PARAM_POSITIONAL_OR_KEYWORD and taken < count:
            bound.values[at] = args[taken]
            taken += 1
        elif f.params[at].kind == PARAM_VAR_POSITIONAL:
            if not bind_rest(bound, at, args + taken, count - taken):
                return False
            taken = count
        elif f.params[at].kind == PARAM_VAR_KEYWORD:
            bound.named = PyDict_New()
            if bound.named == NULL:
                return False
            bound.values[at] = bound.named
    if taken < count:
        PyErr_Format(PyExc_TypeError, b"the Go function takes %zd positional arguments, %zd were given", taken, count)
        return False
    return True


cdef bint bind_named(Function* f, Bound* bound, PyObject* name, PyObject* value) noexcept nogil:
    cdef uint32_t at
    for at in range(f.count):
        if f.params[at].kind != PARAM_POSITIONAL_OR_KEYWORD and f.params[at].kind != PARAM_KEYWORD_ONLY:
            continue
        if f.params[at].name == name or PyUnicode_Compare(f.params[at].name, name) == 0:
            if bound.values[at] != NULL:
                PyErr_Format(PyExc_TypeError, b"the Go function got multiple values for argument '%U'", name)
                return False
            bound.values[at] = value
            return True
    if bound.named == NULL:
        PyErr_Format(PyExc_TypeError, b"the Go function got an unexpected keyword argument '%U'", name)
        return False
    return PyDict_SetItem(bound.named, name, value) == 0


cdef bint bind_arguments(Function* f, Bound* bound, PyObject** args, Py_ssize_t count, PyObject* names) noexcept nogil:
    cdef Py_ssize_t i
    cdef uint32_t at
    if not bind_positional(f, bound, args, count):
        return False
    if names != NULL:
        for i in range(PyTuple_GET_SIZE(names)):
            if not bind_named(f, bound, PyTuple_GET_ITEM(names, i), args[count + i]):
                return False
    for at in range(f.count):
        if bound.values[at] == NULL and not f.params[at].defaulted:
            PyErr_Format(PyExc_TypeError, b"the Go function is missing a required argument: '%U'", f.params[at].name)
            return False
    return True


cdef bint put_arguments(Function* f, PyObject** values, Writer* writer, Failure* failure) noexcept nogil:
    cdef uint32_t at
    for at in range(f.count):
        if f.params[at].defaulted and not put_cell(writer, values[at] != NULL):
            return False
        if values[at] != NULL and not encode(f.params[at].type, values[at], writer, failure):
            at_step(failure, PyUnicode_FromFormat(b"argument %U", f.params[at].name) if failed(failure) else NULL)
            return False
    return True


cdef bint write_callback(Function* f, PyObject** args, Py_ssize_t count, PyObject* names, Writer* writer, Failure* failure) noexcept nogil:
    """The frame of a callback. If it cannot be, the failure says why or an exception is set."""
    cdef Bound bound
    cdef bint done = False
    if f.plain and names == NULL and count == f.count:
        return put_arguments(f, args, writer, failure) and finish_frame(writer, FRAME_CALLBACK)
    bound.rest = NULL
    bound.named = NULL
    bound.values = bound.first
    if f.count > BOUND:
        bound.values = <PyObject**>malloc(f.count * sizeof(PyObject*))
        if bound.values == NULL:
            PyErr_NoMemory()
            return False
    memset(bound.values, 0, f.count * sizeof(PyObject*))
    if bind_arguments(f, &bound, args, count, names):
        done = put_arguments(f, bound.values, writer, failure) and finish_frame(writer, FRAME_CALLBACK)
    Py_XDECREF(bound.rest)
    Py_XDECREF(bound.named)
    if bound.values != bound.first:
        free(bound.values)
    return done
