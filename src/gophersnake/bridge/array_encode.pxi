# Arrays out of Python, without a copy: a handle of the array, and where its elements lie.

cdef bint refuse_array(Node* node, uint8_t dtype, int rank, Py_ssize_t* shape, PyObject* array, Writer* writer, Failure* failure) noexcept nogil:
    """Whether an array of this dtype and shape is refused, and if so why."""
    if dtype == 0 or (node.dtype and dtype != node.dtype):
        refuse_kind_of_array(node, array, failure)
        return True
    if node.rank >= 0 and rank != node.rank:
        refuse_texts(
            failure,
            PyUnicode_FromFormat(b"array of %s with %d dimensions", DTYPE_NAMES[node.dtype], <int>node.rank),
            PyUnicode_FromFormat(b"%d dimensions", rank),
        )
        return True
    return node.shaped != NULL and refuse_shape(node.shaped, rank, shape, writer.axes, failure)


cdef bint put_array(uint8_t dtype, uint32_t detail, bint writable, int rank, Py_ssize_t* shape, Py_ssize_t* strides, char* data, PyObject* owner, Writer* writer) noexcept nogil:
    """Writes an array whose memory `owner` keeps."""
    cdef Memory memory
    cdef int i
    cdef uint64_t cell = dtype | (<uint64_t>rank << 8) | (<uint64_t>detail << 32)
    if writable:
        cell |= ARRAY_WRITABLE
    if not put_cell(writer, cell) or not put_handle(writer, owner):
        return False
    for i in range(rank):
        if not put_cell(writer, shape[i]):
            return False
    for i in range(rank):
        if not put_cell(writer, strides[i]):
            return False
    spread(&memory, dtype, item_size(dtype, detail), rank, shape, strides, data)
    return put_cell(writer, -memory.low) and put_segment(writer, data + memory.low, memory.length)


cdef bint encode_view(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept:
    """An array of any class, through its buffer."""
    return encode_reference(node, object, take_view(object), writer, failure)


cdef bint encode_tensor(Node* node, PyObject* object, uint8_t library, Writer* writer, Failure* failure) noexcept:
    cdef PyObject* reference = take_tensor(object, library, failure)
    if reference == NULL and failed(failure):
        return False
    return encode_reference(node, object, reference, writer, failure)


cdef bint encode_reference(Node* node, PyObject* object, PyObject* reference, Writer* writer, Failure* failure) noexcept:
    """An array through a View, whose reference it takes."""
    cdef Py_buffer* buffer
    cdef bint done
    if reference == NULL:
        # No buffer of this kind: numpy has none for dates, for one.
        if PyErr_ExceptionMatches(PyExc_BufferError) or PyErr_ExceptionMatches(PyExc_ValueError):
            PyErr_Clear()
            refuse_kind_of_array(node, object, failure)
        return False
    buffer = &(<View>reference).buffer
    done = not refuse_array(node, (<View>reference).dtype, buffer.ndim, buffer.shape, object, writer, failure) and put_array(
        (<View>reference).dtype, 0, not buffer.readonly, buffer.ndim, buffer.shape, buffer.strides, <char*>buffer.buf, reference, writer)
    Py_DECREF(reference)
    return done


cdef bint has_no_mask(PyObject* array, Failure* failure) noexcept nogil:
    """Whether all elements count of an array of a class made of numpy's."""
    cdef PyObject* wanted = PyObject_CallOneArg(instead_of_masked, array)
    if wanted == Py_None:
        Py_DECREF(wanted)
        return True
    if wanted != NULL:
        refuse_texts(failure, wanted, type_name(array))
    return False


cdef bint encode_numpy(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    """A numpy array, read as numpy's own C code reads it: its buffer costs more than a call."""
    cdef NumpyArray* array = <NumpyArray*>object
    cdef uint8_t dtype = dtype_of_array(array)
    cdef uint32_t detail = 0
    if refuse_array(node, dtype, array.nd, array.dimensions, object, writer, failure):
        return False
    if dtype > DTYPE_COMPLEX128:
        if (dtype >= DTYPE_STRUCT and not node.dtype) or (node.shaped != NULL and not same_dtype(node.shaped, array.descr)):
            refuse_kind_of_array(node, object, failure)
            return False
        if not is_time(dtype):
            detail = node.shaped.detail
        elif not take_unit(array.descr, &detail):
            return False
    if <PyObject*>Py_TYPE(object) != array_type and not has_no_mask(object, failure):
        return False
    return put_array(
        dtype, detail, (array.flags & NUMPY_WRITEABLE) != 0, array.nd, array.dimensions, array.strides, array.data, object, writer)


cdef void refuse_kind_of_array(Node* node, PyObject* object, Failure* failure) noexcept nogil:
    cdef PyObject* dtype = PyObject_GetAttrString(object, b"dtype")
    cdef PyObject* got
    if dtype == NULL:
        PyErr_Clear()
        got = type_name(object)
    else:
        got = PyUnicode_FromFormat(b"array of %S", dtype)
        Py_DECREF(dtype)
    if node.shaped != NULL and node.shaped.dtype != NULL:
        refuse_texts(failure, PyUnicode_FromFormat(b"array of %S", node.shaped.dtype), got)
    else:
        refuse_texts(failure, PyUnicode_FromFormat(b"array of %s", DTYPE_NAMES[node.dtype]), got)


cdef bint encode_array(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef uint8_t library = node.shaped.library if node.shaped != NULL else LIBRARY_NUMPY
    if library == LIBRARY_NUMPY:
        if is_numpy(object):
            return encode_numpy(node, object, writer, failure)
        if not PyObject_CheckBuffer(object) and PyObject_HasAttrString(<PyObject*>Py_TYPE(object), b"__dlpack__"):
            library = LIBRARY_OTHER
    if library != LIBRARY_NUMPY:
        return (<bint (*)(Node*, PyObject*, uint8_t, Writer*, Failure*) noexcept nogil>encode_tensor)(
            node, object, library, writer, failure)
    if not PyObject_CheckBuffer(object):
        refuse_kind_of_array(node, object, failure)
        return False
    return (<bint (*)(Node*, PyObject*, Writer*, Failure*) noexcept nogil>encode_view)(node, object, writer, failure)
