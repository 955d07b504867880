# numpy's C API, by which arrays are made and read: through its table, whose first 300
# entries are stable across numpy 1 and 2 and are found at run time, so that the bridge is
# built without numpy.

cdef enum:
    NUMPY_ARRAY_TYPE = 2
    NUMPY_ARRAY_NEW = 93
    NUMPY_ARRAY_FROM_DTYPE = 94
    NUMPY_SET_BASE = 282
    NUMPY_C_CONTIGUOUS = 0x0001
    NUMPY_ALIGNED = 0x0100
    NUMPY_WRITEABLE = 0x0400
    NUMPY_LONG = 7
    NUMPY_LONGLONG = 9

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
ctypedef PyObject* (*ArrayFromDType)(PyObject*, PyObject*, int, const Py_ssize_t*, const Py_ssize_t*, void*, int, PyObject*) noexcept nogil
ctypedef int (*ArraySetBase)(PyObject*, PyObject*) noexcept nogil

cdef PyObject* array_type = NULL
cdef PyObject* instead_of_masked = NULL  # gophersnake.host.masks.instead
cdef ArrayNew array_new = NULL
cdef ArrayFromDType array_from_dtype = NULL
cdef ArraySetBase array_set_base = NULL
cdef const char* DTYPE_NAMES[32]


cdef void fill_dtype_names() noexcept nogil:
    DTYPE_NAMES[0] = b"numbers"  # of any dtype
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
    DTYPE_NAMES[DTYPE_DATETIME64] = b"datetime64"
    DTYPE_NAMES[DTYPE_TIMEDELTA64] = b"timedelta64"
    DTYPE_NAMES[DTYPE_STRUCT] = b"structs"
    DTYPE_NAMES[DTYPE_BYTES] = b"bytes"
    DTYPE_NAMES[DTYPE_TEXT] = b"str"


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
    global array_type, array_new, array_from_dtype, array_set_base
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
    array_from_dtype = <ArrayFromDType>table[NUMPY_ARRAY_FROM_DTYPE]
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


cdef inline uint8_t dtype_of_array(NumpyArray* array) noexcept nogil:
    """The dtype of a numpy array; 0 for one that has none here."""
    cdef NumpyDType* type = <NumpyDType*>array.descr
    if type.byteorder != b">" and 0 <= type.type_num < 24:
        return dtype_of_numpy[type.type_num]
    return 0


cdef inline bint is_numpy(PyObject* object) noexcept nogil:
    """Whether an object is numpy's array, or of a class made of it."""
    return array_type != NULL and (<PyObject*>Py_TYPE(object) == array_type or PyType_IsSubtype(Py_TYPE(object), <PyTypeObject*>array_type))
