/* Rows with strings: lists of them, and dictionaries from them to ints, in and out. */
#include <stdlib.h>
#include <string.h>

#include "value.h"

typedef struct {
    int64_t size;  /* elements, as the row's name says */
    PyObject *in, *out;
    /* What in sends and out fills: strings end to end, where each ends, and a
     * dictionary's values. */
    char *text;
    int64_t *ends, *ints;
    int64_t length, room, text_size, text_room;
} texts;

static int make_room(texts *row, int64_t length)
{
    if (length <= row->room)
        return 0;
    int64_t *ends = realloc(row->ends, (size_t)length * sizeof *ends);
    if (ends != NULL)
        row->ends = ends;
    int64_t *ints = realloc(row->ints, (size_t)length * sizeof *ints);
    if (ints != NULL)
        row->ints = ints;
    if (ends == NULL || ints == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    row->room = length;
    return 0;
}

static int grow_text(texts *row, int64_t size)
{
    char *text = realloc(row->text, (size_t)size * 2);
    if (text == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    row->text = text;
    row->text_room = size * 2;
    return 0;
}

static inline int append(texts *row, int64_t i, PyObject *string)
{
    Py_ssize_t size;
    const char *text = read_text(string, &size);
    if (text == NULL)
        return -1;
    int64_t end = row->text_size + size;
    if (end > row->text_room && grow_text(row, end) != 0)
        return -1;
    memcpy(row->text + row->text_size, text, (size_t)size);
    row->ends[i] = row->text_size = end;
    return 0;
}

static inline PyObject *string_at(const texts *row, int64_t i)
{
    int64_t start = i == 0 ? 0 : row->ends[i - 1];
    return make_text(row->text + start, row->ends[i] - start);
}

static int read_list(texts *row, PyObject *list)
{
    if (!PyList_CheckExact(list)) {
        PyErr_SetString(PyExc_TypeError, "expected list");
        return -1;
    }
    int64_t length = PyList_GET_SIZE(list);
    if (make_room(row, length) != 0)
        return -1;
    row->text_size = 0;
    PyObject **items = ((PyListObject *)list)->ob_item;
    for (int64_t i = 0; i < length; i++) {
        if (append(row, i, items[i]) != 0)
            return -1;
    }
    row->length = length;
    return 0;
}

static PyObject *build_list(const texts *row)
{
    PyObject *list = PyList_New(row->length);
    if (list == NULL)
        return NULL;
    PyObject **items = ((PyListObject *)list)->ob_item;
    for (int64_t i = 0; i < row->length; i++) {
        if ((items[i] = string_at(row, i)) == NULL) {
            Py_DECREF(list);
            return NULL;
        }
    }
    return list;
}

static int read_dict(texts *row, PyObject *dict)
{
    if (!PyDict_CheckExact(dict)) {
        PyErr_SetString(PyExc_TypeError, "expected dict");
        return -1;
    }
    int64_t length = PyDict_GET_SIZE(dict), i = 0;
    if (make_room(row, length) != 0)
        return -1;
    row->text_size = 0;
    PyObject *key, *value;
    for (Py_ssize_t position = 0; PyDict_Next(dict, &position, &key, &value); i++) {
        if (append(row, i, key) != 0 || read_int(value, &row->ints[i]) != 0)
            return -1;
    }
    row->length = length;
    return 0;
}

static PyObject *build_dict(const texts *row)
{
    PyObject *dict = new_dict(row->length);
    for (int64_t i = 0; dict != NULL && i < row->length; i++) {
        PyObject *key = string_at(row, i), *value = PyLong_FromLongLong(row->ints[i]);
        if (key == NULL || value == NULL || PyDict_SetItem(dict, key, value) != 0)
            Py_CLEAR(dict);
        Py_XDECREF(key);
        Py_XDECREF(value);
    }
    return dict;
}

/* Everything that differs between a list of strings and a dictionary. */
typedef struct {
    const char *in, *out;
    int (*read)(texts *row, PyObject *object);
    PyObject *(*build)(const texts *row);
} shape;

static const shape list_shape = {"list_str_in", "list_str_out", read_list, build_list};
static const shape dict_shape = {"dict_str_int_in", "dict_str_int_out", read_dict, build_dict};

static inline int in_once(const shape *shape, texts *row)
{
    return drop_none(call_one(row->in, shape->build(row)));
}

static inline int out_once(const shape *shape, texts *row)
{
    PyObject *object = call_one(row->out, PyLong_FromLongLong(row->size));
    if (object == NULL)
        return -1;
    int failed = shape->read(row, object);
    Py_DECREF(object);
    return failed;
}

/* The in row sends what the out row reads: the values are made in one place, in Python. */
static int open_row(const shape *shape, texts *row, PyObject *benchmod)
{
    row->in = PyObject_GetAttrString(benchmod, shape->in);
    row->out = PyObject_GetAttrString(benchmod, shape->out);
    return row->in == NULL || row->out == NULL ? -1 : out_once(shape, row);
}

/* Holds for both directions: what was read, built again, is what Python has. */
static int check_row(const shape *shape, texts *row)
{
    if (in_once(shape, row) != 0 || out_once(shape, row) != 0)
        return -1;
    PyObject *built = shape->build(row);
    PyObject *prepared = call_one(row->out, PyLong_FromLongLong(row->size));
    int same = built == NULL || prepared == NULL
                   ? -1
                   : PyObject_RichCompareBool(built, prepared, Py_EQ);
    Py_XDECREF(built);
    Py_XDECREF(prepared);
    if (same == 0)
        PyErr_SetString(PyExc_ValueError, "the value read is not the value prepared");
    return same == 1 ? 0 : -1;
}

static texts list_in = {.size = 1000}, list_out = {.size = 1000};
static texts dict_in = {.size = 100}, dict_out = {.size = 100};

#define TEXTS(row, shape, once)                                                                \
    FLOOR_LOOP(row##_run, once(&shape, &row))                                                  \
    static int row##_open(PyObject *benchmod) { return open_row(&shape, &row, benchmod); }     \
    static int row##_check(void) { return check_row(&shape, &row); }                           \
    static void row##_lend(floor_memory *memory)                                               \
    {                                                                                          \
        *memory = (floor_memory){                                                              \
            .length = row.length, .text = row.text, .ends = row.ends, .ints = row.ints};       \
    }

TEXTS(list_in, list_shape, in_once)
TEXTS(list_out, list_shape, out_once)
TEXTS(dict_in, dict_shape, in_once)
TEXTS(dict_out, dict_shape, out_once)

const floor_row floor_text_rows[] = {
    {"list_str_in_1k", list_in_open, list_in_run, list_in_check, list_in_lend},
    {"list_str_out_1k", list_out_open, list_out_run, list_out_check, list_out_lend},
    {"dict_str_int_in_100", dict_in_open, dict_in_run, dict_in_check, dict_in_lend},
    {"dict_str_int_out_100", dict_out_open, dict_out_run, dict_out_check, dict_out_lend},
    {NULL},
};
