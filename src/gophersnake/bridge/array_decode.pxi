# Arrays into Python, without a copy: a numpy array over lent memory, or the very array that
# came from Python, or a view of it.

cdef PyObject* decode_array(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef uint64_t cell = 0, owner = 0
    cdef uint8_t dtype
    cdef uint32_t detail
    cdef int rank, i
    cdef Py_ssize_t shape[RANKS]
    cdef Py_ssize_t strides[RANKS]
    cdef uint64_t offset = 0
    cdef Segment segment
    cdef PyObject* object
    cdef PyObject* array
    cdef uint8_t library = node.shaped.library if node.shaped != NULL else LIBRARY_NUMPY
    if not take_cell(reader, &cell) or not take_cell(reader, &owner):
        return NULL
    dtype = cell & 0xff
    rank = (cell >> 8) & 0xff
    detail = cell >> 32
    if dtype == 0 or dtype > DTYPE_LAST or rank > RANKS or item_size(dtype, detail) == 0:
        malformed(reader, b"an array of a known dtype and at most 32 dimensions")
        return NULL
    if (node.dtype and dtype != node.dtype) or (node.rank >= 0 and rank != node.rank):
        malformed(reader, b"an array of the dtype and rank of the signature")
        return NULL
    if <uint32_t>cell >= ARRAY_IS_PART << 1 or owner == 0 or (cell & ARRAY_IS_PART and not cell & ARRAY_IS_HANDLE):
        malformed(reader, b"an array with an owner and known flags")
        return NULL
    if refuse_unit(node, dtype, detail, reader, failure):
        return NULL
    if cell & ARRAY_IS_HANDLE and not cell & ARRAY_IS_PART:
        object = decode_held(owner, reader, failure)
        if object == NULL:
            return NULL
        array = NULL
        if node.shaped == NULL or not refuse_held_shape(node.shaped, object, reader.axes, failure):
            if node.shaped == NULL and node.dtype == 0:  # in `any`
                array = (<PyObject* (*)(PyObject*) noexcept nogil>owner_of_view)(object)
            else:
                array = (<PyObject* (*)(PyObject*, uint8_t, Failure*) noexcept nogil>passed_back)(object, library, failure)
        Py_DECREF(object)
        return array
    for i in range(rank):
        if not take_cell(reader, <uint64_t*>&shape[i]):
            return NULL
    for i in range(rank):
        if not take_cell(reader, <uint64_t*>&strides[i]):
            return NULL
    if not take_cell(reader, &offset):
        return NULL
    if node.shaped != NULL and refuse_shape(node.shaped, rank, shape, reader.axes, failure):
        return NULL
    if cell & ARRAY_IS_PART:
        return as_tensor(decode_part(node, dtype, detail, rank, shape, strides, <int64_t>offset, owner, reader, failure), library, failure)
    if not take_segment(reader, &segment):
        return NULL
    if not inside(segment.length, item_size(dtype, detail), rank, shape, strides, <int64_t>offset):
        malformed(reader, b"an array whose elements lie inside its segment")
        return NULL
    if not load_numpy():
        return NULL
    array = array_over(node, dtype, detail, rank, shape, strides, segment, offset, owner, (cell & ARRAY_WRITABLE) != 0, reader)
    return as_tensor(array, library, failure)


cdef bint refuse_held_shape(Shaped* shaped, PyObject* object, Py_ssize_t* axes, Failure* failure) noexcept nogil:
    """Whether an array of Python's is refused for its shape."""
    cdef NumpyArray* array = <NumpyArray*>object
    cdef Py_buffer* buffer
    if is_numpy(object):
        return refuse_shape(shaped, array.nd, array.dimensions, axes, failure)
    buffer = (<Py_buffer* (*)(PyObject*) noexcept nogil>buffer_of_view)(object)
    return buffer != NULL and refuse_shape(shaped, buffer.ndim, buffer.shape, axes, failure)


cdef PyObject* decode_part(Node* node, uint8_t dtype, uint32_t detail, int rank, Py_ssize_t* shape, Py_ssize_t* strides, int64_t offset, uint64_t owner, Reader* reader, Failure* failure) noexcept nogil:
    """A view of an array of Python's, which it keeps."""
    cdef PyObject* object = decode_held(owner, reader, failure)
    cdef NumpyArray* array = <NumpyArray*>object
    cdef PyObject* part
    cdef Memory memory
    if object == NULL:
        return NULL
    if is_numpy(object):
        memory.writable = (array.flags & NUMPY_WRITEABLE) != 0
        spread(&memory, dtype_of_array(array), item_size(dtype, detail), array.nd, array.dimensions, array.strides, array.data)
    else:
        (<void (*)(PyObject*, Memory*) noexcept nogil>memory_of_view)(object, &memory)
    if memory.dtype != dtype or offset > PY_SSIZE_T_MAX + memory.low \
            or not inside(memory.length, item_size(dtype, detail), rank, shape, strides, offset - memory.low):
        malformed(reader, b"a part inside the array of its handle, which is of that dtype")
        Py_DECREF(object)
        return NULL
    if not load_numpy():
        Py_DECREF(object)
        return NULL
    part = make_array(node, dtype, detail, rank, shape, strides, memory.data + offset, memory.writable, reader)
    if part == NULL:
        Py_DECREF(object)
        return NULL
    if array_set_base(part, object) != 0:  # takes the reference, also when it fails
        Py_DECREF(part)
        return NULL
    return part


cdef PyObject* array_over(Node* node, uint8_t dtype, uint32_t detail, int rank, Py_ssize_t* shape, Py_ssize_t* strides, Segment segment, uint64_t offset, uint64_t number, bint writable, Reader* reader) noexcept nogil:
    cdef PyObject* lender = (<PyObject* (*)(uint64_t, char*, Py_ssize_t, bint, Reader*) noexcept nogil>lend)(
        number, segment.address, segment.length, writable, reader)
    cdef PyObject* array
    # numpy takes an address as it is, and asks for none only where there are no elements.
    cdef char* data = segment.address + offset if segment.address != NULL else <char*>&any_node
    if lender == NULL:
        return NULL
    array = make_array(node, dtype, detail, rank, shape, strides, data, writable, reader)
    if array == NULL:
        Py_DECREF(lender)
        return NULL
    if array_set_base(array, lender) != 0:  # takes the reference, also when it fails
        Py_DECREF(array)
        return NULL
    return array
