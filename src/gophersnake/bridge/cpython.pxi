# The C API as this module uses it: with PyObject* throughout, so that references are
# counted by hand and nothing is added in the hot path, and without exception checks of
# Cython's, so that each function here handles its failures itself.

from libc.stdint cimport int8_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t, uintptr_t
from libc.stdlib cimport calloc, free, malloc, realloc
from libc.string cimport memcpy, memset
from cpython.object cimport PyObject, PyTypeObject
from cpython.buffer cimport Py_buffer

cdef extern from "frameobject.h" nogil:
    ctypedef struct PyFrameObject
    PyFrameObject* PyFrame_GetBack(PyFrameObject*) noexcept

cdef extern from "Python.h" nogil:
    ctypedef struct PyThreadState:
        PyObject* async_exc
    ctypedef struct PyInterpreterState
    ctypedef struct PyCodeObject:
        PyObject* co_filename
        PyObject* co_name
    ctypedef void* PyThread_type_lock
    ctypedef struct PyListObject:
        PyObject** ob_item
    ctypedef struct PyTupleObject:
        PyObject* ob_item[1]

    PyThreadState* PyGILState_GetThisThreadState() noexcept
    PyThreadState* PyThreadState_New(PyInterpreterState*) noexcept
    PyThreadState* PyThreadState_Get() noexcept
    PyFrameObject* PyThreadState_GetFrame(PyThreadState*) noexcept
    PyCodeObject* PyFrame_GetCode(PyFrameObject*) noexcept
    PyInterpreterState* PyInterpreterState_Get() noexcept
    void PyThreadState_Clear(PyThreadState*) noexcept
    void PyThreadState_DeleteCurrent() noexcept
    int PyThreadState_SetAsyncExc(unsigned long, PyObject*) noexcept
    void PyEval_RestoreThread(PyThreadState*) noexcept
    PyThreadState* PyEval_SaveThread() noexcept
    PyThread_type_lock PyThread_allocate_lock() noexcept
    int PyThread_acquire_lock(PyThread_type_lock, int) noexcept
    void PyThread_release_lock(PyThread_type_lock) noexcept

    Py_ssize_t PY_SSIZE_T_MAX
    Py_ssize_t PY_VECTORCALL_ARGUMENTS_OFFSET
    PyObject* Py_None "Py_None"
    PyObject* Py_True "Py_True"
    PyObject* Py_False "Py_False"
    PyTypeObject* Py_TYPE(PyObject*) noexcept
    Py_ssize_t Py_REFCNT(PyObject*) noexcept
    void Py_INCREF(PyObject*) noexcept
    void Py_DECREF(PyObject*) noexcept
    void Py_XINCREF(PyObject*) noexcept
    void Py_XDECREF(PyObject*) noexcept

    PyObject* PyErr_Occurred() noexcept
    void PyErr_Clear() noexcept
    void PyErr_Fetch(PyObject**, PyObject**, PyObject**) noexcept
    void PyErr_Restore(PyObject*, PyObject*, PyObject*) noexcept
    void PyErr_NormalizeException(PyObject**, PyObject**, PyObject**) noexcept
    int PyErr_ExceptionMatches(PyObject*) noexcept
    PyObject* PyErr_NoMemory() noexcept
    void PyErr_SetNone(PyObject*) noexcept
    void PyErr_SetString(PyObject*, const char*) noexcept
    void PyErr_SetObject(PyObject*, PyObject*) noexcept
    void PyErr_WriteUnraisable(PyObject*) noexcept
    int PyException_SetTraceback(PyObject*, PyObject*) noexcept
    PyObject* PyExc_MemoryError "PyExc_MemoryError"
    PyObject* PyExc_RuntimeError "PyExc_RuntimeError"
    PyObject* PyExc_ValueError "PyExc_ValueError"
    PyObject* PyExc_ImportError "PyExc_ImportError"
    PyObject* PyExc_UnicodeError "PyExc_UnicodeError"
    PyObject* PyExc_TypeError "PyExc_TypeError"
    PyObject* PyExc_OverflowError "PyExc_OverflowError"
    PyObject* PyExc_BufferError "PyExc_BufferError"

    bint PyBool_Check(PyObject*) noexcept
    bint PyFloat_Check(PyObject*) noexcept
    bint PyFloat_CheckExact(PyObject*) noexcept
    PyObject* PyFloat_FromDouble(double) noexcept
    double PyFloat_AS_DOUBLE(PyObject*) noexcept
    bint PyLong_Check(PyObject*) noexcept
    bint PyLong_CheckExact(PyObject*) noexcept
    PyObject* PyLong_FromLongLong(long long) noexcept
    PyObject* PyLong_FromSsize_t(Py_ssize_t) noexcept
    PyObject* PyLong_FromString(const char*, char**, int) noexcept
    long long PyLong_AsLongLongAndOverflow(PyObject*, int*) noexcept
    double PyLong_AsDouble(PyObject*) noexcept
    PyObject* PyNumber_ToBase(PyObject*, int) noexcept
    bint PyComplex_Check(PyObject*) noexcept
    bint PyComplex_CheckExact(PyObject*) noexcept
    PyObject* PyComplex_FromDoubles(double, double) noexcept
    double PyComplex_RealAsDouble(PyObject*) noexcept
    double PyComplex_ImagAsDouble(PyObject*) noexcept

    bint PyUnicode_Check(PyObject*) noexcept
    bint PyUnicode_CheckExact(PyObject*) noexcept
    bint PyUnicode_IS_COMPACT_ASCII(PyObject*) noexcept
    PyObject* PyUnicode_DecodeUTF8(const char*, Py_ssize_t, const char*) noexcept
    PyObject* PyUnicode_FromString(const char*) noexcept
    PyObject* PyUnicode_New(Py_ssize_t, uint32_t) noexcept
    void* PyUnicode_1BYTE_DATA(PyObject*) noexcept
    Py_ssize_t PyUnicode_GET_LENGTH(PyObject*) noexcept
    PyObject* PyUnicode_FromFormat(const char*, ...) noexcept
    PyObject* PyUnicode_AsUTF8String(PyObject*) noexcept
    PyObject* PyUnicode_AsEncodedString(PyObject*, const char*, const char*) noexcept
    const char* PyUnicode_AsUTF8AndSize(PyObject*, Py_ssize_t*) noexcept
    const char* PyUnicode_AsUTF8(PyObject*) noexcept
    PyObject* PyUnicode_InternFromString(const char*) noexcept
    void PyUnicode_InternInPlace(PyObject**) noexcept
    int PyUnicode_CompareWithASCIIString(PyObject*, const char*) noexcept
    PyObject* PyUnicode_Join(PyObject*, PyObject*) noexcept
    bint PyBytes_Check(PyObject*) noexcept
    bint PyBytes_CheckExact(PyObject*) noexcept
    PyObject* PyBytes_FromStringAndSize(const char*, Py_ssize_t) noexcept
    char* PyBytes_AS_STRING(PyObject*) noexcept
    Py_ssize_t PyBytes_GET_SIZE(PyObject*) noexcept
    PyObject* PyByteArray_FromStringAndSize(const char*, Py_ssize_t) noexcept
    bint PyByteArray_Check(PyObject*) noexcept
    bint PyMemoryView_Check(PyObject*) noexcept
    PyObject* PyMemoryView_FromObject(PyObject*) noexcept

    bint PyList_Check(PyObject*) noexcept
    bint PyList_CheckExact(PyObject*) noexcept
    PyObject* PyList_New(Py_ssize_t) noexcept
    Py_ssize_t PyList_GET_SIZE(PyObject*) noexcept
    PyObject* PyList_GET_ITEM(PyObject*, Py_ssize_t) noexcept
    void PyList_SET_ITEM(PyObject*, Py_ssize_t, PyObject*) noexcept
    int PyList_Append(PyObject*, PyObject*) noexcept
    int PyList_Reverse(PyObject*) noexcept
    bint PyTuple_Check(PyObject*) noexcept
    bint PyTuple_CheckExact(PyObject*) noexcept
    PyObject* PyTuple_New(Py_ssize_t) noexcept
    Py_ssize_t PyTuple_GET_SIZE(PyObject*) noexcept
    PyObject* PyTuple_GET_ITEM(PyObject*, Py_ssize_t) noexcept
    void PyTuple_SET_ITEM(PyObject*, Py_ssize_t, PyObject*) noexcept
    bint PyAnySet_Check(PyObject*) noexcept
    bint PyAnySet_CheckExact(PyObject*) noexcept
    bint PyFrozenSet_CheckExact(PyObject*) noexcept
    PyObject* PySet_New(PyObject*) noexcept
    PyObject* PyFrozenSet_New(PyObject*) noexcept
    int PySet_Add(PyObject*, PyObject*) noexcept
    bint PyDict_Check(PyObject*) noexcept
    bint PyDict_CheckExact(PyObject*) noexcept
    PyObject* PyDict_New() noexcept
    int PyDict_SetItem(PyObject*, PyObject*, PyObject*) noexcept
    int PyDict_Next(PyObject*, Py_ssize_t*, PyObject**, PyObject**) noexcept
    Py_ssize_t PyDict_Size(PyObject*) noexcept
    PyObject* PyMapping_Items(PyObject*) noexcept
    PyObject* PySequence_List(PyObject*) noexcept
    PyObject* PyList_AsTuple(PyObject*) noexcept
    PyObject* PySequence_Tuple(PyObject*) noexcept

    PyTypeObject PyBool_Type, PyLong_Type, PyFloat_Type, PyComplex_Type, PyUnicode_Type
    PyTypeObject PyBytes_Type, PyByteArray_Type, PyList_Type, PyTuple_Type, PySet_Type
    PyTypeObject PyFrozenSet_Type, PyDict_Type
    PyObject* PyObject_CallOneArg(PyObject*, PyObject*) noexcept
    PyObject* PyObject_VectorcallMethod(PyObject*, PyObject**, size_t, PyObject*) noexcept
    PyObject* PyObject_CallNoArgs(PyObject*) noexcept
    PyObject* PyIter_Next(PyObject*) noexcept
    PyObject* PyObject_Vectorcall(PyObject*, PyObject**, size_t, PyObject*) noexcept
    PyObject* PyObject_CallFunctionObjArgs(PyObject*, ...) noexcept
    int PyObject_RichCompareBool(PyObject*, PyObject*, int) noexcept
    int PY_EQ "Py_EQ"
    bint PyType_IsSubtype(PyTypeObject*, PyTypeObject*) noexcept
    int PyObject_IsInstance(PyObject*, PyObject*) noexcept
    Py_hash_t PyObject_Hash(PyObject*) noexcept
    PyObject* PyObject_Repr(PyObject*) noexcept
    PyObject* PyObject_Str(PyObject*) noexcept
    PyObject* PyObject_GetAttr(PyObject*, PyObject*) noexcept
    PyObject* PyExc_AttributeError "PyExc_AttributeError"
    PyObject* PyObject_GetAttrString(PyObject*, const char*) noexcept
    PyObject* PyImport_GetModuleDict() noexcept
    PyObject* PyDict_GetItemString(PyObject*, const char*) noexcept
    int PyObject_HasAttrString(PyObject*, const char*) noexcept
    bint PyCallable_Check(PyObject*) noexcept
    PyObject* PyImport_ImportModule(const char*) noexcept
    void* PyCapsule_GetPointer(PyObject*, const char*) noexcept
    object PyCapsule_New(void*, const char*, void*)

    int PyObject_GetBuffer(PyObject*, Py_buffer*, int) noexcept
    void PyBuffer_Release(Py_buffer*) noexcept
    bint PyObject_CheckBuffer(PyObject*) noexcept
    int PyBUF_RECORDS_RO, PyBUF_SIMPLE

    ctypedef PyObject* (*vectorcallfunc)(PyObject*, PyObject**, size_t, PyObject*) noexcept
    PyObject* PyVectorcall_Call(PyObject*, PyObject*, PyObject*) noexcept
    Py_ssize_t PyVectorcall_NARGS(size_t) noexcept
    int Py_EnterRecursiveCall(const char*) noexcept
    void Py_LeaveRecursiveCall() noexcept
    int PyUnicode_Compare(PyObject*, PyObject*) noexcept
    PyObject* PyErr_Format(PyObject*, const char*, ...) noexcept

    PyObject* Py_BuildValue(const char*, ...) noexcept
