//go:build cgo

#define PY_SSIZE_T_CLEAN
#include "glue.h"

#include <stdlib.h>

#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <numpy/arrayobject.h>

static int import_numpy(void)
{
    import_array1(-1);
    return 0;
}

static int look_up(glue *glue)
{
    PyObject *benchmod = PyImport_ImportModule("benchmod");
    if (benchmod == NULL || import_numpy() != 0)
        return -1;
    glue->array_in = PyObject_GetAttrString(benchmod, "array_in");
    glue->array_out = PyObject_GetAttrString(benchmod, "array_out");
    glue->detect_array = PyObject_GetAttrString(benchmod, "detect_array");
    Py_DECREF(benchmod);
    int found = glue->array_in && glue->array_out && glue->detect_array;
    return found ? 0 : -1;
}

int glue_open(glue *glue)
{
    PyEval_RestoreThread(glue->state);
    int failed = look_up(glue);
    if (failed)
        PyErr_Print();
    PyEval_SaveThread();
    return failed;
}

static PyObject *call_with_array(PyObject *function, double *data, npy_intp n)
{
    PyObject *array = PyArray_SimpleNewFromData(1, &n, NPY_DOUBLE, data);
    if (array == NULL)
        return NULL;
    PyObject *result = PyObject_CallOneArg(function, array);
    Py_DECREF(array);
    return result;
}

int glue_array_in(glue *glue, double *data, Py_ssize_t n)
{
    PyEval_RestoreThread(glue->state);
    PyObject *result = call_with_array(glue->array_in, data, n);
    if (result == NULL)
        PyErr_Print();
    Py_XDECREF(result);
    PyEval_SaveThread();
    return result == NULL ? -1 : 0;
}

int glue_array_out(glue *glue)
{
    PyEval_RestoreThread(glue->state);
    /* The array before is released here and not by a function of its own: that saves a
     * crossing and an attachment for each call. */
    Py_CLEAR(glue->owner);
    PyObject *result = PyObject_CallNoArgs(glue->array_out);
    if (result == NULL) {
        PyErr_Print();
        PyEval_SaveThread();
        return -1;
    }
    glue->owner = result;
    PyArrayObject *array = (PyArrayObject *)result;
    int right = PyArray_Check(result) && PyArray_TYPE(array) == NPY_DOUBLE
                && PyArray_IS_C_CONTIGUOUS(array);
    if (right) {
        glue->data = PyArray_DATA(array);
        glue->length = PyArray_SIZE(array);
    }
    PyEval_SaveThread();
    return right ? 0 : -1;
}

static int read_indices(glue *glue, PyObject *list)
{
    if (!PyList_Check(list)) {
        PyErr_SetString(PyExc_TypeError, "expected list");
        return -1;
    }
    Py_ssize_t n = PyList_GET_SIZE(list);
    if (n > glue->room) {
        int64_t *indices = realloc(glue->indices, (size_t)n * sizeof *indices);
        if (indices == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        glue->indices = indices;
        glue->room = n;
    }
    for (Py_ssize_t i = 0; i < n; i++) {
        glue->indices[i] = PyLong_AsLongLong(PyList_GET_ITEM(list, i));
        if (glue->indices[i] == -1 && PyErr_Occurred())
            return -1;
    }
    glue->count = n;
    return 0;
}

int glue_detect_array(glue *glue, double *data, Py_ssize_t n)
{
    PyEval_RestoreThread(glue->state);
    PyObject *result = call_with_array(glue->detect_array, data, n);
    int failed = result == NULL ? -1 : read_indices(glue, result);
    if (failed)
        PyErr_Print();
    Py_XDECREF(result);
    PyEval_SaveThread();
    return failed;
}
