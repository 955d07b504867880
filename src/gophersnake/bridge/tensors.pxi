# Tensors of torch and JAX, and whatever else speaks DLPack: gophersnake.host.tensors has
# numpy look at their memory, and makes tensors of arrays; the rest is as for numpy's.

cdef enum:
    LIBRARY_OTHER = 255

cdef PyObject* array_of_tensor = NULL
cdef PyObject* tensor_of_array = NULL


cdef PyObject* in_host(PyObject* function, PyObject* object, uint8_t library, Failure* failure) noexcept nogil:
    """What a function of host.tensors makes of an object. A tuple is a refusal."""
    cdef PyObject* number = PyLong_FromLongLong(library)
    cdef PyObject* made
    if number == NULL:
        return NULL
    made = PyObject_CallFunctionObjArgs(function, object, number, NULL)
    Py_DECREF(number)
    if made == NULL or not PyTuple_Check(made):
        return made
    Py_INCREF(PyTuple_GET_ITEM(made, 0))
    Py_INCREF(PyTuple_GET_ITEM(made, 1))
    refuse_texts(failure, PyTuple_GET_ITEM(made, 0), PyTuple_GET_ITEM(made, 1))
    Py_DECREF(made)
    return NULL


cdef PyObject* take_tensor(PyObject* tensor, uint8_t library, Failure* failure) noexcept:
    """A new reference to a View of a tensor."""
    cdef PyObject* array = in_host(array_of_tensor, tensor, library, failure)
    cdef PyObject* view
    if array == NULL:
        return NULL
    view = take_view(array)
    if view != NULL:
        (<View>view).array = <object>array
        (<View>view).owner = <object>tensor
        (<View>view).library = library
    Py_DECREF(array)
    return view


cdef PyObject* passed_back(PyObject* object, uint8_t library, Failure* failure) noexcept:
    """An array of Python's as an array of this library: itself, where it is one."""
    cdef PyObject* array = object
    if isinstance(<object>object, View):
        array = <PyObject*>(<View>object).array
        if (<View>object).library == library or (<View>object).array is None:
            array = <PyObject*>(<View>object).owner
        if (<View>object).library == library:
            Py_INCREF(array)
            return array
    if library == LIBRARY_NUMPY:
        Py_INCREF(array)
        return array
    return in_host(tensor_of_array, array, library, failure)


cdef PyObject* as_tensor(PyObject* array, uint8_t library, Failure* failure) noexcept nogil:
    """A new array as an array of this library; takes its reference, which may be NULL."""
    cdef PyObject* tensor
    if array == NULL or library == LIBRARY_NUMPY:
        return array
    tensor = in_host(tensor_of_array, array, library, failure)
    Py_DECREF(array)
    return tensor
