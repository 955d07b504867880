# Dtypes that are more than a number (frame.md, "Arrays", the detail): structs, times with a
# unit, and texts of one length. gophersnake.host.dtypes makes numpy's objects of them.

cdef PyObject* described_dtype = NULL
cdef PyObject* dtype_of_time = NULL
cdef PyObject* unit_of_time = NULL


cdef inline bint is_time(uint8_t dtype) noexcept nogil:
    return dtype == DTYPE_DATETIME64 or dtype == DTYPE_TIMEDELTA64


cdef inline uint64_t item_size(uint8_t dtype, uint32_t detail) noexcept nogil:
    """The bytes of one element; 0 if the detail is none of this dtype."""
    if (detail != 0) != (dtype > DTYPE_COMPLEX128):
        return 0
    return DTYPE_SIZE[dtype] if DTYPE_SIZE[dtype] else detail


cdef bint describe_dtype(Shaped* shaped, uint8_t dtype) noexcept nogil:
    """Finds numpy's dtype of a type, and its detail. False with an exception set."""
    cdef PyObject* size
    cdef int overflow = 0
    if PyUnicode_GET_LENGTH(shaped.described) == 0:
        return True
    shaped.dtype = PyObject_CallFunctionObjArgs(described_dtype, shaped.described, NULL)
    if shaped.dtype == NULL:
        return False
    if is_time(dtype):
        return take_unit(shaped.dtype, &shaped.detail)
    size = PyObject_GetAttrString(shaped.dtype, b"itemsize")
    if size == NULL:
        return False
    shaped.detail = PyLong_AsLongLongAndOverflow(size, &overflow)
    Py_DECREF(size)
    return True


cdef bint take_unit(PyObject* dtype, uint32_t* detail) noexcept nogil:
    """The unit of a time's dtype. False with an exception set."""
    cdef int overflow = 0
    cdef PyObject* unit = PyObject_CallFunctionObjArgs(unit_of_time, dtype, NULL)
    if unit == NULL:
        return False
    detail[0] = PyLong_AsLongLongAndOverflow(unit, &overflow)
    Py_DECREF(unit)
    return True


cdef PyObject* numpy_dtype(Node* node, uint8_t dtype, uint32_t detail, Reader* reader) noexcept nogil:
    """A new reference to numpy's dtype of an array that is to be made."""
    cdef PyObject* number
    cdef PyObject* bits
    cdef PyObject* made = NULL
    if node.shaped != NULL and node.shaped.dtype != NULL and node.shaped.detail == detail:
        Py_INCREF(node.shaped.dtype)
        return node.shaped.dtype
    if not is_time(dtype):
        malformed(reader, b"an array of the dtype of the signature")
        return NULL
    number = PyLong_FromLongLong(dtype)
    bits = PyLong_FromLongLong(detail)
    if number != NULL and bits != NULL:
        made = PyObject_CallFunctionObjArgs(dtype_of_time, number, bits, NULL)
    Py_XDECREF(number)
    Py_XDECREF(bits)
    return made


cdef PyObject* make_array(Node* node, uint8_t dtype, uint32_t detail, int rank, Py_ssize_t* shape, Py_ssize_t* strides, void* data, bint writable, Reader* reader) noexcept nogil:
    """A numpy array over this memory, which nothing keeps yet."""
    cdef PyObject* described
    cdef int flags = NUMPY_WRITEABLE if writable else 0
    if dtype <= DTYPE_COMPLEX128:
        return array_new(array_type, rank, shape, numpy_number(dtype), strides, data, 0, flags, NULL)
    described = numpy_dtype(node, dtype, detail, reader)
    if described == NULL:
        return NULL
    # It takes the reference of the dtype.
    return array_from_dtype(array_type, described, rank, shape, strides, data, flags, NULL)


cdef bint same_dtype(Shaped* shaped, PyObject* dtype) noexcept nogil:
    """Whether an array's dtype is the one that a type describes."""
    cdef int same
    if shaped.dtype == NULL or shaped.dtype == dtype:
        return True
    same = PyObject_RichCompareBool(shaped.dtype, dtype, PY_EQ)
    if same < 0:
        PyErr_Clear()
    return same == 1


cdef bint refuse_unit(Node* node, uint8_t dtype, uint32_t detail, Reader* reader, Failure* failure) noexcept nogil:
    """Whether an array from outside is refused for another unit than the type's."""
    cdef PyObject* got
    if not is_time(dtype) or node.shaped == NULL or node.shaped.dtype == NULL or node.shaped.detail == detail:
        return False
    got = numpy_dtype(node, dtype, detail, reader)
    if got != NULL:
        refuse_texts(
            failure, PyUnicode_FromFormat(b"array of %S", node.shaped.dtype), PyUnicode_FromFormat(b"array of %S", got))
        Py_DECREF(got)
    return True
