# One step of an iterator of Python's, which Go makes for each item: in C, because the item
# itself is often no more work than a call of Python's.

@cython.final
cdef class Pull:
    """`pull(stop)`: the next item of an iterator, alone in a tuple, and None at the end. With
    True the iterator is closed, and there is none. `origin` is the iterator."""

    cdef readonly object origin
    cdef vectorcallfunc vectorcall

    def __init__(self, iterator):
        self.origin = iterator
        self.vectorcall = <vectorcallfunc>step_of

    def __call__(self, stop, /):
        # It makes the type a collections.abc.Callable; tp_call itself is PyVectorcall_Call.
        arguments = (stop,)
        return owned(PyVectorcall_Call(<PyObject*>self, <PyObject*>arguments, NULL))


cdef PyTypeObject* pull_type = NULL


cdef PyObject* origin_of(PyObject* pull) noexcept:
    return <PyObject*>(<Pull>pull).origin


cdef inline bint is_pull(PyObject* object) noexcept nogil:
    return Py_TYPE(object) == pull_type


cdef bint encode_step(Node* type, PyObject* pull, Writer* writer, Failure* failure) noexcept nogil:
    """What pull(False) would return, written without its tuple: an item is often no more work
    than that."""
    cdef PyObject* item = PyIter_Next((<PyObject* (*)(PyObject*) noexcept nogil>origin_of)(pull))
    cdef bint done
    if item == NULL:
        return PyErr_Occurred() == NULL and put_cell(writer, 0)
    done = put_cell(writer, 1) and encode(type, item, writer, failure)
    Py_DECREF(item)
    if not done and failed(failure):
        at_index(failure, 0)
        at_step(failure, PyUnicode_FromString(b"result"))
    return done


cdef PyObject* none_after(PyObject* iterator) noexcept nogil:
    """Closes the iterator, if it can be; None, or NULL with what that raised."""
    cdef PyObject* close = PyObject_GetAttrString(iterator, b"close")
    cdef PyObject* closed
    if close == NULL:
        if not PyErr_ExceptionMatches(PyExc_AttributeError):
            return NULL
        PyErr_Clear()
    else:
        closed = PyObject_CallNoArgs(close)
        Py_DECREF(close)
        if closed == NULL:
            return NULL
        Py_DECREF(closed)
    Py_INCREF(Py_None)
    return Py_None


cdef PyObject* step_of(PyObject* self, PyObject** args, size_t flagged, PyObject* names) noexcept:
    cdef PyObject* item
    cdef PyObject* alone
    if PyVectorcall_NARGS(flagged) != 1 or names != NULL:
        PyErr_SetString(PyExc_TypeError, b"pull() takes one positional argument: stop")
        return NULL
    if args[0] == Py_True:
        return none_after(<PyObject*>(<Pull>self).origin)
    item = PyIter_Next(<PyObject*>(<Pull>self).origin)
    if item == NULL:
        if PyErr_Occurred() != NULL:
            return NULL
        Py_INCREF(Py_None)
        return Py_None
    alone = PyTuple_New(1)
    if alone == NULL:
        Py_DECREF(item)
        return NULL
    PyTuple_SET_ITEM(alone, 0, item)
    return alone


cdef void prepare_iteration():
    cdef Pull function = Pull(iter(()))
    global pull_type
    pull_type = <PyTypeObject*>Pull
    gs_use_vectorcall(<PyTypeObject*>Pull, <char*>&function.vectorcall - <char*><PyObject*>function)
