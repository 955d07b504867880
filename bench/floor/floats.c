/* Rows of float lists, in and out. */
#include <stdlib.h>

#include "value.h"

typedef struct {
    int64_t size;  /* elements, as the row's name says */
    PyObject *in, *out;
    double *memory;  /* what in sends and out fills */
    int64_t length, room;
} floats;

static PyObject *build(const floats *row)
{
    PyObject *list = PyList_New(row->length);
    if (list == NULL)
        return NULL;
    PyObject **items = ((PyListObject *)list)->ob_item;
    for (int64_t i = 0; i < row->length; i++) {
        if ((items[i] = PyFloat_FromDouble(row->memory[i])) == NULL) {
            Py_DECREF(list);
            return NULL;
        }
    }
    return list;
}

static int read_list(floats *row, PyObject *list)
{
    if (!PyList_CheckExact(list)) {
        PyErr_SetString(PyExc_TypeError, "expected list");
        return -1;
    }
    int64_t length = PyList_GET_SIZE(list);
    if (length > row->room) {
        double *memory = realloc(row->memory, (size_t)length * sizeof *memory);
        if (memory == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        row->memory = memory;
        row->room = length;
    }
    PyObject **items = ((PyListObject *)list)->ob_item;
    for (int64_t i = 0; i < length; i++) {
        if (read_float(items[i], &row->memory[i]) != 0)
            return -1;
    }
    row->length = length;
    return 0;
}

static inline int in_once(floats *row)
{
    return drop_none(call_one(row->in, build(row)));
}

static inline int out_once(floats *row)
{
    PyObject *list = call_one(row->out, PyLong_FromLongLong(row->size));
    if (list == NULL)
        return -1;
    int failed = read_list(row, list);
    Py_DECREF(list);
    return failed;
}

/* The in row sends what the out row reads: the values are made in one place, in Python. */
static int open_row(floats *row, PyObject *benchmod)
{
    row->in = PyObject_GetAttrString(benchmod, "list_float_in");
    row->out = PyObject_GetAttrString(benchmod, "list_float_out");
    return row->in == NULL || row->out == NULL ? -1 : out_once(row);
}

/* Holds for both directions: what was read, built again, is what Python has. */
static int check_row(floats *row)
{
    if (in_once(row) != 0 || out_once(row) != 0)
        return -1;
    PyObject *built = build(row);
    PyObject *prepared = call_one(row->out, PyLong_FromLongLong(row->size));
    int same = built == NULL || prepared == NULL
                   ? -1
                   : PyObject_RichCompareBool(built, prepared, Py_EQ);
    Py_XDECREF(built);
    Py_XDECREF(prepared);
    if (same == 0)
        PyErr_SetString(PyExc_ValueError, "the list read is not the list prepared");
    return same == 1 ? 0 : -1;
}

static floats in_1k = {.size = 1000}, in_1m = {.size = 1000000};
static floats out_1k = {.size = 1000}, out_1m = {.size = 1000000};

#define FLOATS(row, once)                                                                      \
    FLOOR_LOOP(row##_run, once(&row))                                                          \
    static int row##_open(PyObject *benchmod) { return open_row(&row, benchmod); }             \
    static int row##_check(void) { return check_row(&row); }                                   \
    static void row##_lend(floor_memory *memory)                                               \
    {                                                                                          \
        *memory = (floor_memory){.length = row.length, .floats = row.memory};                  \
    }

FLOATS(in_1k, in_once)
FLOATS(in_1m, in_once)
FLOATS(out_1k, out_once)
FLOATS(out_1m, out_once)

const floor_row floor_float_rows[] = {
    {"list_float_in_1k", in_1k_open, in_1k_run, in_1k_check, in_1k_lend},
    {"list_float_in_1m", in_1m_open, in_1m_run, in_1m_check, in_1m_lend},
    {"list_float_out_1k", out_1k_open, out_1k_run, out_1k_check, out_1k_lend},
    {"list_float_out_1m", out_1m_open, out_1m_run, out_1m_check, out_1m_lend},
    {NULL},
};
