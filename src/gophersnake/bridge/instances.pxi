# Instances of a class, made as calling the class makes them, but without the tuple that
# `type.__call__` gets its arguments in. CPython does the same for calls in bytecode since 3.13
# (CALL_ALLOC_AND_ENTER_INIT), under the same conditions.

cdef extern from *:
    """
    /* Whether a call of the class is object.__new__ and __init__, and nothing else. */
    static inline int gs_is_ordinary(PyObject *class) {
        PyTypeObject *type = (PyTypeObject *)class;
        return Py_TYPE(class)->tp_call == PyType_Type.tp_call
            && type->tp_new == PyBaseObject_Type.tp_new
            && type->tp_init != PyBaseObject_Type.tp_init
            && type->tp_getattro == PyObject_GenericGetAttr;
    }

    static inline PyObject *gs_new(PyObject *class, PyObject *no_arguments) {
        return PyBaseObject_Type.tp_new((PyTypeObject *)class, no_arguments, NULL);
    }
    """
    bint gs_is_ordinary(PyObject*) noexcept nogil
    PyObject* gs_new(PyObject*, PyObject*) noexcept nogil

cdef PyObject* no_arguments = NULL
cdef PyObject* name_init = NULL


cdef bint prepare_instances() noexcept nogil:
    global no_arguments, name_init
    no_arguments = PyTuple_New(0)
    name_init = PyUnicode_InternFromString(b"__init__")
    return no_arguments != NULL and name_init != NULL


cdef PyObject* instance_of(PyObject* cls, PyObject** arguments, size_t count) noexcept nogil:
    """An instance for these arguments by position. The place before them is free."""
    cdef PyObject* instance
    cdef PyObject* none
    if not gs_is_ordinary(cls):
        return PyObject_Vectorcall(cls, arguments, count | <size_t>PY_VECTORCALL_ARGUMENTS_OFFSET, NULL)
    instance = gs_new(cls, no_arguments)
    if instance == NULL:
        return NULL
    arguments[-1] = instance
    none = PyObject_VectorcallMethod(name_init, arguments - 1, count + 1, NULL)
    if none != NULL and none != Py_None:
        PyErr_Format(PyExc_TypeError, b"__init__() should return None, not '%.200s'", Py_TYPE(none).tp_name)
    Py_XDECREF(none)
    if none != Py_None:
        Py_DECREF(instance)
        return NULL
    return instance
