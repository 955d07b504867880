# Arrays without a copy, both ways. Into Python: a numpy array over lent memory, made
# through numpy's C API table, whose first 300 entries are stable across numpy 1 and 2 and
# are found at run time, so that the bridge is built without numpy. Out of Python: the
# buffer protocol (PEP 3118), held open as long as the other side holds the handle.

cdef enum:
    NUMPY_ARRAY_TYPE = 2
    NUMPY_ARRAY_NEW = 93
    NUMPY_SET_BASE = 282
    NUMPY_C_CONTIGUOUS = 0x0001
    NUMPY_ALIGNED = 0x0100
    NUMPY_WRITEABLE = 0x0400
    NUMPY_LONG = 7
    NUMPY_LONGLONG = 9
    RANKS = 32
    ARRAY_WRITABLE = 1 << 16
    ARRAY_IS_HANDLE = 1 << 17

# The beginnings of PyArrayObject_fields and PyArray_Descr, the same in numpy 1 and 2.
cdef extern from *:
    """
    typedef struct {
        PyObject_HEAD
        char *data;
        int nd;
        Py_ssize_t *dimensions;
        Py_ssize_t *strides;
        PyObject *base;
        PyObject *descr;
        int flags;
    } gs_numpy_array;
    typedef struct {
        PyObject_HEAD
        PyTypeObject *typeobj;
        char kind;
        char type;
        char byteorder;
        char former_flags;
        int type_num;
    } gs_numpy_dtype;
    """
    ctypedef struct NumpyArray "gs_numpy_array":
        char* data
        int nd
        Py_ssize_t* dimensions
        Py_ssize_t* strides
        PyObject* descr
        int flags
    ctypedef struct NumpyDType "gs_numpy_dtype":
        char byteorder
        int type_num

cdef uint8_t dtype_of_numpy[24]

ctypedef PyObject* (*ArrayNew)(PyObject*, int, const Py_ssize_t*, int, const Py_ssize_t*, void*, int, int, PyObject*) noexcept nogil
ctypedef int (*ArraySetBase)(PyObject*, PyObject*) noexcept nogil

cdef PyObject* array_type = NULL
cdef ArrayNew array_new = NULL
cdef ArraySetBase array_set_base = NULL
cdef const char* DTYPE_NAMES[16]


cdef void fill_dtype_names() noexcept nogil:
    DTYPE_NAMES[DTYPE_BOOL] = b"bool"
    DTYPE_NAMES[DTYPE_INT8] = b"int8"
    DTYPE_NAMES[DTYPE_UINT8] = b"uint8"
    DTYPE_NAMES[DTYPE_INT16] = b"int16"
    DTYPE_NAMES[DTYPE_UINT16] = b"uint16"
    DTYPE_NAMES[DTYPE_INT32] = b"int32"
    DTYPE_NAMES[DTYPE_UINT32] = b"uint32"
    DTYPE_NAMES[DTYPE_INT64] = b"int64"
    DTYPE_NAMES[DTYPE_UINT64] = b"uint64"
    DTYPE_NAMES[DTYPE_FLOAT16] = b"float16"
    DTYPE_NAMES[DTYPE_FLOAT32] = b"float32"
    DTYPE_NAMES[DTYPE_FLOAT64] = b"float64"
    DTYPE_NAMES[DTYPE_COMPLEX64] = b"complex64"
    DTYPE_NAMES[DTYPE_COMPLEX128] = b"complex128"


cdef void fill_dtype_numbers() noexcept nogil:
    cdef int dtype
    for dtype in range(1, DTYPE_LAST + 1):
        dtype_of_numpy[DTYPE_NUMPY[dtype]] = dtype
    dtype_of_numpy[NUMPY_LONG] = DTYPE_INT64 if sizeof(long) == 8 else DTYPE_INT32
    dtype_of_numpy[NUMPY_LONG + 1] = DTYPE_UINT64 if sizeof(long) == 8 else DTYPE_UINT32
    dtype_of_numpy[NUMPY_LONGLONG] = DTYPE_INT64
    dtype_of_numpy[NUMPY_LONGLONG + 1] = DTYPE_UINT64


cdef bint load_numpy() noexcept nogil:
    """Finds numpy's C API. False with an exception set: ImportError without numpy."""
    cdef PyObject* module
    cdef PyObject* capsule
    cdef void** table
    global array_type, array_new, array_set_base
    if array_new != NULL:
        return True
    module = PyImport_ImportModule(b"numpy._core._multiarray_umath")
    if module == NULL and PyErr_ExceptionMatches(PyExc_ImportError):
        PyErr_Clear()
        module = PyImport_ImportModule(b"numpy.core._multiarray_umath")
    if module == NULL:
        return False
    capsule = PyObject_GetAttrString(module, b"_ARRAY_API")
    Py_DECREF(module)
    if capsule == NULL:
        return False
    table = <void**>PyCapsule_GetPointer(capsule, NULL)
    Py_DECREF(capsule)
    if table == NULL:
        return False
    array_type = <PyObject*>table[NUMPY_ARRAY_TYPE]
    array_set_base = <ArraySetBase>table[NUMPY_SET_BASE]
    array_new = <ArrayNew>table[NUMPY_ARRAY_NEW]
    return True


cdef inline int numpy_number(uint8_t dtype) noexcept nogil:
    if sizeof(long) != 8:  # numpy's int64 is long long where long has 32 bits
        if dtype == DTYPE_INT64:
            return NUMPY_LONGLONG
        if dtype == DTYPE_UINT64:
            return NUMPY_LONGLONG + 1
    return DTYPE_NUMPY[dtype]


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


@cython.final
@cython.internal
cdef class View:
    """An array of Python's that the other side holds: the array and its open buffer."""

    cdef Py_buffer buffer
    cdef object owner
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


cdef PyObject* decode_array(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef uint64_t cell = 0, owner = 0
    cdef uint8_t dtype
    cdef int rank, i
    cdef Py_ssize_t shape[RANKS]
    cdef Py_ssize_t strides[RANKS]
    cdef uint64_t offset = 0
    cdef Segment segment
    cdef PyObject* object
    cdef PyObject* array
    if not take_cell(reader, &cell) or not take_cell(reader, &owner):
        return NULL
    dtype = cell & 0xff
    rank = (cell >> 8) & 0xff
    if dtype == 0 or dtype > DTYPE_LAST or rank > RANKS:
        malformed(reader, b"an array of a known dtype and at most 32 dimensions")
        return NULL
    if (node.dtype and dtype != node.dtype) or (node.rank >= 0 and rank != node.rank):
        malformed(reader, b"an array of the dtype and rank of the signature")
        return NULL
    if cell >= ARRAY_IS_HANDLE << 1 or owner == 0:
        malformed(reader, b"an array with an owner and known flags")
        return NULL
    if cell & ARRAY_IS_HANDLE:
        object = held_object(owner)
        if object == NULL:
            malformed(reader, b"the handle of an array that is still held")
            return NULL
        array = (<PyObject* (*)(PyObject*) noexcept nogil>owner_of_view)(object)
        Py_DECREF(object)
        return array
    for i in range(rank):
        if not take_cell(reader, <uint64_t*>&shape[i]):
            return NULL
    for i in range(rank):
        if not take_cell(reader, <uint64_t*>&strides[i]):
            return NULL
    if not take_cell(reader, &offset) or not take_segment(reader, &segment):
        return NULL
    if not inside(segment.length, DTYPE_SIZE[dtype], rank, shape, strides, <int64_t>offset):
        malformed(reader, b"an array whose elements lie inside its segment")
        return NULL
    if not load_numpy():
        return NULL
    return array_over(dtype, rank, shape, strides, segment, offset, owner, (cell & ARRAY_WRITABLE) != 0, reader)


cdef PyObject* array_over(uint8_t dtype, int rank, Py_ssize_t* shape, Py_ssize_t* strides, Segment segment, uint64_t offset, uint64_t number, bint writable, Reader* reader) noexcept nogil:
    cdef PyObject* lender = (<PyObject* (*)(uint64_t, char*, Py_ssize_t, bint) noexcept nogil>lend)(
        number, segment.address, segment.length, writable)
    cdef PyObject* array
    cdef int flags = NUMPY_WRITEABLE if writable else 0
    # numpy takes an address as it is, and asks for none only where there are no elements.
    cdef char* data = segment.address + offset if segment.address != NULL else <char*>&any_node
    if lender == NULL:
        return NULL
    if not remember_lender(reader, lender):
        Py_DECREF(lender)
        return NULL
    array = array_new(array_type, rank, shape, numpy_number(dtype), strides, data, 0, flags, NULL)
    if array == NULL:
        Py_DECREF(lender)
        return NULL
    if array_set_base(array, lender) != 0:  # takes the reference, also when it fails
        Py_DECREF(array)
        return NULL
    return array


cdef bint refuse_array(Node* node, uint8_t dtype, int rank, PyObject* array, Failure* failure) noexcept nogil:
    """Whether an array of this dtype and rank is refused, and if so why."""
    if dtype != node.dtype:
        refuse_kind_of_array(node, array, failure)
        return True
    if node.rank >= 0 and rank != node.rank:
        refuse_texts(
            failure,
            PyUnicode_FromFormat(b"array of %s with %d dimensions", DTYPE_NAMES[node.dtype], <int>node.rank),
            PyUnicode_FromFormat(b"%d dimensions", rank),
        )
        return True
    return False


cdef bint put_array(uint8_t dtype, bint writable, int rank, Py_ssize_t* shape, Py_ssize_t* strides, char* data, PyObject* owner, Writer* writer) noexcept nogil:
    """Writes an array whose memory `owner` keeps. The segment is all the memory that its
    elements lie in, which begins before `data` where strides are negative."""
    cdef int64_t low = 0, high = DTYPE_SIZE[dtype], reach
    cdef bint empty = False
    cdef int i
    cdef uint64_t cell = dtype | (<uint64_t>rank << 8)
    if writable:
        cell |= ARRAY_WRITABLE
    if not put_cell(writer, cell) or not put_handle(writer, owner):
        return False
    for i in range(rank):
        if not put_cell(writer, shape[i]):
            return False
        empty = empty or shape[i] == 0
    for i in range(rank):
        if not put_cell(writer, strides[i]):
            return False
        reach = (shape[i] - 1) * strides[i]
        if reach > 0:
            high += reach
        else:
            low += reach
    if empty:
        low = high = 0
    return put_cell(writer, -low) and put_segment(writer, data + low, high - low)


cdef bint encode_view(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept:
    """An array of any class, through its buffer."""
    cdef PyObject* reference = take_view(object)
    cdef Py_buffer* buffer
    cdef bint done
    if reference == NULL:
        # No buffer of this kind: numpy has none for dates, for one.
        if PyErr_ExceptionMatches(PyExc_BufferError) or PyErr_ExceptionMatches(PyExc_ValueError):
            PyErr_Clear()
            refuse_kind_of_array(node, object, failure)
        return False
    buffer = &(<View>reference).buffer
    done = not refuse_array(node, (<View>reference).dtype, buffer.ndim, object, failure) and put_array(
        node.dtype, not buffer.readonly, buffer.ndim, buffer.shape, buffer.strides, <char*>buffer.buf, reference, writer)
    Py_DECREF(reference)
    return done


cdef bint encode_numpy(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    """A numpy array, read as numpy's own C code reads it: its buffer costs more than a call."""
    cdef NumpyArray* array = <NumpyArray*>object
    cdef NumpyDType* type = <NumpyDType*>array.descr
    cdef uint8_t dtype = 0
    if type.byteorder != b">" and 0 <= type.type_num < 24:
        dtype = dtype_of_numpy[type.type_num]
    return not refuse_array(node, dtype, array.nd, object, failure) and put_array(
        dtype, (array.flags & NUMPY_WRITEABLE) != 0, array.nd, array.dimensions, array.strides, array.data, object, writer)


cdef void refuse_kind_of_array(Node* node, PyObject* object, Failure* failure) noexcept nogil:
    cdef PyObject* dtype = PyObject_GetAttrString(object, b"dtype")
    cdef PyObject* got
    if dtype == NULL:
        PyErr_Clear()
        got = type_name(object)
    else:
        got = PyUnicode_FromFormat(b"array of %S", dtype)
        Py_DECREF(dtype)
    refuse_texts(failure, PyUnicode_FromFormat(b"array of %s", DTYPE_NAMES[node.dtype]), got)


cdef bint encode_array(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    if <PyObject*>Py_TYPE(object) == array_type:
        return encode_numpy(node, object, writer, failure)
    if not PyObject_CheckBuffer(object):
        refuse_kind_of_array(node, object, failure)
        return False
    return (<bint (*)(Node*, PyObject*, Writer*, Failure*) noexcept nogil>encode_view)(node, object, writer, failure)
