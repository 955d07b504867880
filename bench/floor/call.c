/* Rows of scalars: what an empty call, floats, and one of each scalar kind cost. */
#include "value.h"

static PyObject *function_none, *function_float2, *function_mixed4;
static double sum;

static inline int none_once(void)
{
    PyObject *no_arguments[1] = {NULL};
    return drop_none(PyObject_Vectorcall(function_none, no_arguments + 1,
                                         PY_VECTORCALL_ARGUMENTS_OFFSET, NULL));
}

static inline int float2_once(double a, double b)
{
    PyObject *arguments[3] = {NULL, PyFloat_FromDouble(a), PyFloat_FromDouble(b)};
    PyObject *result = NULL;
    if (arguments[1] != NULL && arguments[2] != NULL)
        result = PyObject_Vectorcall(function_float2, arguments + 1,
                                     2 | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
    Py_XDECREF(arguments[1]);
    Py_XDECREF(arguments[2]);
    if (result == NULL)
        return -1;
    int failed = read_float(result, &sum);
    Py_DECREF(result);
    return failed;
}

static inline int mixed4_once(int64_t a, const char *b, Py_ssize_t b_size, double c, int d)
{
    PyObject *arguments[5] = {NULL, PyLong_FromLongLong(a), make_text(b, b_size),
                              PyFloat_FromDouble(c), d ? Py_True : Py_False};
    PyObject *result = NULL;
    if (arguments[1] != NULL && arguments[2] != NULL && arguments[3] != NULL)
        result = PyObject_Vectorcall(function_mixed4, arguments + 1,
                                     4 | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
    Py_XDECREF(arguments[1]);
    Py_XDECREF(arguments[2]);
    Py_XDECREF(arguments[3]);
    return drop_none(result);
}

FLOOR_LOOP(none_run, none_once())
FLOOR_LOOP(float2_run, float2_once(1.5, 2.25))
FLOOR_LOOP(mixed4_run, mixed4_once(1234567, "gophersnake", 11, 2.5, 1))

/* The same calls with the interpreter held throughout. */
static int batch_run(PyThreadState *state, int64_t n)
{
    int failed = 0;
    PyEval_RestoreThread(state);
    for (int64_t i = 0; i < n && !failed; i++)
        failed = float2_once(1.5, 2.25);
    if (failed)
        floor_note_exception();
    PyEval_SaveThread();
    return failed ? -1 : 0;
}

static int none_open(PyObject *benchmod)
{
    function_none = PyObject_GetAttrString(benchmod, "call_none");
    return function_none == NULL ? -1 : 0;
}

static int float2_open(PyObject *benchmod)
{
    function_float2 = PyObject_GetAttrString(benchmod, "call_float2");
    return function_float2 == NULL ? -1 : 0;
}

static int mixed4_open(PyObject *benchmod)
{
    function_mixed4 = PyObject_GetAttrString(benchmod, "call_mixed4");
    return function_mixed4 == NULL ? -1 : 0;
}

static int none_check(void)
{
    return none_once();
}

static int float2_check(void)
{
    if (float2_once(1.5, 2.25) != 0)
        return -1;
    if (sum != 3.75) {
        PyErr_SetString(PyExc_ValueError, "1.5 + 2.25 is not 3.75");
        return -1;
    }
    return 0;
}

static int mixed4_check(void)
{
    return mixed4_once(1234567, "gophersnake", 11, 2.5, 1);
}

const floor_row floor_call_rows[] = {
    {"call_none", none_open, none_run, none_check, NULL},
    {"call_float2", float2_open, float2_run, float2_check, NULL},
    {"call_float2_in_batch", float2_open, batch_run, float2_check, NULL},
    {"call_mixed4", mixed4_open, mixed4_run, mixed4_check, NULL},
    {NULL},
};
