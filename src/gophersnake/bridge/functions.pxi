# What Python sees of a function of Go's: a callable object that keeps the lend's number.

cdef extern from *:
    """
    static void gs_use_vectorcall(PyTypeObject *type, Py_ssize_t offset) {
        type->tp_vectorcall_offset = offset;
        type->tp_flags |= Py_TPFLAGS_HAVE_VECTORCALL;
        type->tp_call = PyVectorcall_Call;
    }
    """
    void gs_use_vectorcall(PyTypeObject*, Py_ssize_t) noexcept


@cython.final
@cython.no_gc
@cython.freelist(16)
cdef class GoFunction:
    """A function of Go's. It may be called on any thread, for as long as it is kept.

    Arguments are bound to its parameters as Python does it and checked against their types;
    what does not fit raises TypeError. An error that it returns is raised as GoError, a panic
    as GoPanic.
    """

    cdef uint64_t number
    cdef vectorcallfunc vectorcall
    cdef Function* signature
    cdef object __weakref__

    def __init__(self):
        raise TypeError("only Go makes these")

    def __call__(self, *args, **kwargs):
        # It makes the type a collections.abc.Callable; tp_call itself is PyVectorcall_Call.
        return owned(PyVectorcall_Call(<PyObject*>self, <PyObject*>args, <PyObject*>kwargs))

    def __repr__(self):
        return f"<Go function {self.__qualname__}>"

    @property
    def __qualname__(self):
        """The function's name in Go, less the path of its package."""
        return name_of(self)

    @property
    def __name__(self):
        return name_of(self).rpartition(".")[2]

    @property
    def __signature__(self):
        """Its parameters, without annotations (PEP 362)."""
        from gophersnake.host.functions import signature
        return signature(parameters_of(self.signature))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self  # as of functions of Python's: dataclasses.asdict copies all that it finds

    def __reduce__(self):
        raise TypeError("a Go function cannot be pickled")

    def __dealloc__(self):
        tell_released(self.number)


cdef owned(PyObject* made):
    """The object of a new reference; for NULL, what is set is raised."""
    if made == NULL:
        raise_set()
    result = <object>made
    Py_DECREF(made)
    return result


cdef int raise_set() except -1:
    return -1


cdef name_of(GoFunction function):
    cdef CallbackBlock block
    if not may_cross():
        raise_set()
    memset(&block, 0, sizeof(block))
    block.function = function.number
    return owned(cross_out(&any_nodes[KIND_STR], &block))


cdef parameters_of(Function* signature):
    """(name, kind, whether it has a default) of each."""
    return [
        (<object>signature.params[i].name, signature.params[i].kind, bool(signature.params[i].defaulted))
        for i in range(signature.count)
    ]


cdef PyObject* call_function(PyObject* function, PyObject** args, size_t flagged, PyObject* names) noexcept:
    cdef PyObject* result
    if Py_EnterRecursiveCall(b" while calling a Go function"):
        return NULL
    result = call_back(
        (<GoFunction>function).number, (<GoFunction>function).signature, args, PyVectorcall_NARGS(flagged), names)
    Py_LeaveRecursiveCall()
    return result


cdef PyObject* lend_function(uint64_t number, Function* signature, Reader* reader) noexcept:
    """A new reference to a GoFunction, or NULL with an exception set."""
    cdef GoFunction function
    try:
        function = GoFunction.__new__(GoFunction)
    except MemoryError:
        PyErr_NoMemory()
        return NULL
    function.number = number
    function.signature = signature
    function.vectorcall = <vectorcallfunc>call_function
    if not remember_lend(reader, <PyObject*>function, &function.number):
        return NULL
    Py_INCREF(<PyObject*>function)
    return <PyObject*>function


cdef void prepare_functions():
    cdef GoFunction function = GoFunction.__new__(GoFunction)
    gs_use_vectorcall(<PyTypeObject*>GoFunction, <char*>&function.vectorcall - <char*><PyObject*>function)
