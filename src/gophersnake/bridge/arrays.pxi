# What an array of either side is made of: the memory its elements lie in, and, for an array
# that numpy did not make, its buffer (PEP 3118), held open as long as the other side holds
# the handle.

cimport cython

cdef enum:
    ARRAY_WRITABLE = 1 << 16
    ARRAY_IS_HANDLE = 1 << 17
    ARRAY_IS_PART = 1 << 18

# Where an array's elements lie: `length` bytes from `data + low` on.
ctypedef struct Memory:
    uint8_t dtype
    bint writable
    char* data
    int64_t low
    uint64_t length


cdef bint inside(uint64_t length, uint64_t item, int rank, Py_ssize_t* shape, Py_ssize_t* strides, int64_t offset) noexcept nogil:
    """Whether every element of this shape lies inside `length` bytes, and no more of them
    are named (by strides of 0) than memory could hold. No sum overflows: a product is only
    taken of numbers whose product is known to fit."""
    cdef int i
    cdef uint64_t low = 0, high = 0, reach, stride, total = item
    for i in range(rank):
        if shape[i] < 0 or (shape[i] > 0 and total > <uint64_t>PY_SSIZE_T_MAX // <uint64_t>shape[i]):
            return False
        total *= <uint64_t>shape[i] if shape[i] > 0 else 1
    for i in range(rank):
        if shape[i] == 0:
            return 0 <= offset and <uint64_t>offset <= length
    if offset < 0 or <uint64_t>offset > length:
        return False
    for i in range(rank):
        if shape[i] == 1 or strides[i] == 0:
            continue
        stride = <uint64_t>strides[i] if strides[i] > 0 else <uint64_t>0 - <uint64_t>strides[i]
        if <uint64_t>(shape[i] - 1) > length // stride:
            return False
        reach = <uint64_t>(shape[i] - 1) * stride
        if strides[i] > 0:
            high += reach
        else:
            low += reach
        if high > length or low > length:
            return False
    return low <= <uint64_t>offset and <uint64_t>offset + high + item <= length


cdef void spread(Memory* memory, uint8_t dtype, uint64_t item, int rank, Py_ssize_t* shape, Py_ssize_t* strides, char* data) noexcept nogil:
    """The memory that the elements of an array lie in: it begins before `data` where
    strides are negative."""
    cdef int64_t low = 0, high = item, reach
    cdef int i
    memory.dtype = dtype
    for i in range(rank):
        if shape[i] == 0:
            low = high = 0
            break
        reach = (shape[i] - 1) * strides[i]
        if reach > 0:
            high += reach
        else:
            low += reach
    memory.data = data
    memory.low = low
    memory.length = high - low


@cython.final
@cython.internal
cdef class View:
    """An array of Python's that the other side holds: the array and its open buffer."""

    cdef Py_buffer buffer
    cdef object owner
    cdef object array  # numpy's over the memory of a tensor, or None
    cdef uint8_t library  # whose class the owner is
    cdef uint8_t dtype

    def __dealloc__(self):
        PyBuffer_Release(&self.buffer)


cdef uint8_t dtype_of(const char* format, Py_ssize_t item) noexcept nogil:
    """The dtype of a buffer's format and item size; 0 for one that has none here, which
    takes in every format in the other byte order."""
    cdef const char* f = format
    cdef char c
    if f == NULL:
        f = b"B"
    if f[0] == b"@" or f[0] == b"=" or f[0] == b"<":
        f += 1
    c = f[0]
    if c == b"Z":
        if f[1] == b"f" and f[2] == 0:
            return DTYPE_COMPLEX64
        return DTYPE_COMPLEX128 if f[1] == b"d" and f[2] == 0 else 0
    if c == 0 or f[1] != 0:
        return 0
    if c == b"?":
        return DTYPE_BOOL
    if c == b"e":
        return DTYPE_FLOAT16
    if c == b"f":
        return DTYPE_FLOAT32
    if c == b"d":
        return DTYPE_FLOAT64
    if c == b"b" or c == b"h" or c == b"i" or c == b"l" or c == b"q":
        return DTYPE_INT8 if item == 1 else DTYPE_INT16 if item == 2 else DTYPE_INT32 if item == 4 else DTYPE_INT64
    if c == b"B" or c == b"H" or c == b"I" or c == b"L" or c == b"Q":
        return DTYPE_UINT8 if item == 1 else DTYPE_UINT16 if item == 2 else DTYPE_UINT32 if item == 4 else DTYPE_UINT64
    return 0


cdef View new_view(PyObject* array):
    cdef View view = View.__new__(View)
    if PyObject_GetBuffer(array, &view.buffer, PyBUF_RECORDS_RO) != 0:
        return None
    view.owner = <object>array
    view.dtype = dtype_of(view.buffer.format, view.buffer.itemsize)
    return view


cdef PyObject* take_view(PyObject* array) noexcept:
    """A new reference to a View of `array`, or NULL with an exception set."""
    try:
        view = new_view(array)
    except MemoryError:
        PyErr_NoMemory()
        return NULL
    if view is None:
        return NULL
    Py_INCREF(<PyObject*>view)
    return <PyObject*>view


cdef PyObject* owner_of_view(PyObject* object) noexcept:
    """A new reference to the array of a View; to the object itself if it is none."""
    cdef PyObject* owner = object
    if isinstance(<object>object, View):
        owner = <PyObject*>(<View>object).owner
    Py_INCREF(owner)
    return owner


cdef Py_buffer* buffer_of_view(PyObject* object) noexcept:
    """The buffer of a View, borrowed; NULL for an object that is none."""
    if isinstance(<object>object, View):
        return &(<View>object).buffer
    return NULL


cdef void memory_of_view(PyObject* object, Memory* memory) noexcept:
    """The memory of a View; of dtype 0 where the object is none."""
    cdef Py_buffer* buffer = buffer_of_view(object)
    memory.dtype = 0
    if buffer != NULL:
        memory.writable = not buffer.readonly
        spread(memory, (<View>object).dtype, buffer.itemsize, buffer.ndim, buffer.shape, buffer.strides, <char*>buffer.buf)
