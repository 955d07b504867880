/* Rows of what values are made of: records, choices, unions, functions, iterators, classes. */
#include "value.h"

enum { FIELDS = 10, RECORDS = 1000, TEXT = 64 };

/* A record as a program in C would hold it: the texts are its own. */
typedef struct {
    int64_t station, direction;
    double temperature, pressure, humidity, wind, gusts;
    char name[TEXT], source[TEXT];
    int valid;
} reading;

static const reading sample = {1000, 270, 11.5, 1013.25, 0.5, 4.5, 9.25, "Uccle", "automatic", 1};

static const char *const field_names[FIELDS] = {
    "station", "name", "temperature", "pressure", "humidity",
    "wind", "gusts", "direction", "valid", "source",
};

static PyObject *fields[FIELDS];
static PyObject *class_reading, *function_record_in, *function_record_out, *function_list;
static PyObject *class_color, *function_enum, *name_value;
static PyObject *function_union, *function_call_back, *back;
static PyObject *function_iterate, *object_counter, *name_add;
static reading read_one, read_all[RECORDS];
static char read_color[TEXT];
static double number;
static int64_t total;

static int wrong(const char *what)
{
    PyErr_SetString(PyExc_ValueError, what);
    return -1;
}

static int get(PyObject *module, const char *name, PyObject **into)
{
    *into = PyObject_GetAttrString(module, name);
    return *into == NULL ? -1 : 0;
}

static PyObject *types_module(void)
{
    return PyImport_ImportModule("benchtypes");
}

/* Opens a row that needs up to two names of benchtypes. */
static int open_names(const char *first, PyObject **one, const char *second, PyObject **other)
{
    PyObject *module = types_module();
    if (module == NULL)
        return -1;
    int failed = get(module, first, one) != 0 || (second != NULL && get(module, second, other) != 0);
    Py_DECREF(module);
    return failed ? -1 : 0;
}

static PyObject *make_record(const reading *r)
{
    PyObject *arguments[FIELDS + 1] = {
        NULL,
        PyLong_FromLongLong(r->station),
        make_text(r->name, (Py_ssize_t)strlen(r->name)),
        PyFloat_FromDouble(r->temperature),
        PyFloat_FromDouble(r->pressure),
        PyFloat_FromDouble(r->humidity),
        PyFloat_FromDouble(r->wind),
        PyFloat_FromDouble(r->gusts),
        PyLong_FromLongLong(r->direction),
        PyBool_FromLong(r->valid),
        make_text(r->source, (Py_ssize_t)strlen(r->source)),
    };
    PyObject *record = NULL;
    int complete = 1;
    for (int i = 1; i <= FIELDS; i++)
        complete = complete && arguments[i] != NULL;
    if (complete)
        record = PyObject_Vectorcall(class_reading, arguments + 1,
                                     FIELDS | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
    for (int i = 1; i <= FIELDS; i++)
        Py_XDECREF(arguments[i]);
    return record;
}

static int copy_text(PyObject *object, char *into)
{
    Py_ssize_t size;
    const char *text = read_text(object, &size);
    if (text == NULL || size >= TEXT)
        return text == NULL ? -1 : wrong("a text is too long");
    memcpy(into, text, (size_t)size + 1);
    return 0;
}

static int read_field(int i, PyObject *value, reading *r)
{
    switch (i) {
    case 0: return read_int(value, &r->station);
    case 1: return copy_text(value, r->name);
    case 2: return read_float(value, &r->temperature);
    case 3: return read_float(value, &r->pressure);
    case 4: return read_float(value, &r->humidity);
    case 5: return read_float(value, &r->wind);
    case 6: return read_float(value, &r->gusts);
    case 7: return read_int(value, &r->direction);
    case 8: r->valid = value == Py_True; return 0;
    default: return copy_text(value, r->source);
    }
}

static int read_record(PyObject *record, reading *r)
{
    for (int i = 0; i < FIELDS; i++) {
        PyObject *value = PyObject_GetAttr(record, fields[i]);
        if (value == NULL)
            return -1;
        int failed = read_field(i, value, r);
        Py_DECREF(value);
        if (failed)
            return -1;
    }
    return 0;
}

static inline int record_in_once(void)
{
    return drop_none(call_one(function_record_in, make_record(&sample)));
}

static inline int record_out_once(void)
{
    PyObject *record = PyObject_CallNoArgs(function_record_out);
    int failed = record == NULL || read_record(record, &read_one) != 0;
    Py_XDECREF(record);
    return failed ? -1 : 0;
}

static inline int list_once(void)
{
    PyObject *list = PyObject_CallNoArgs(function_list);
    int failed = list == NULL || !PyList_Check(list) || PyList_GET_SIZE(list) != RECORDS;
    for (Py_ssize_t i = 0; !failed && i < RECORDS; i++)
        failed = read_record(PyList_GET_ITEM(list, i), &read_all[i]);
    Py_XDECREF(list);
    return failed ? -1 : 0;
}

/* In by value, as a class makes a member of one, and out by value. */
static inline int enum_once(void)
{
    PyObject *color = call_one(class_color, make_text("green", 5));
    PyObject *result = color == NULL ? NULL : call_one(function_enum, color);
    if (result == NULL)
        return -1;
    int right = PyObject_TypeCheck(result, (PyTypeObject *)class_color);
    PyObject *value = right ? PyObject_GetAttr(result, name_value) : NULL;
    int failed = value == NULL || copy_text(value, read_color) != 0;
    Py_XDECREF(value);
    Py_DECREF(result);
    return failed ? -1 : 0;
}

static inline int union_once(void)
{
    PyObject *result = call_one(function_union, PyLong_FromLongLong(1234567));
    if (result == NULL)
        return -1;
    int failed = 0;
    if (PyLong_CheckExact(result))
        failed = read_int(result, &total);
    else if (PyUnicode_CheckExact(result))
        failed = copy_text(result, read_color);
    else
        failed = wrong("expected int | str");
    Py_DECREF(result);
    return failed;
}

/* What Python calls. As for a Go function, Python goes on while it runs. */
static PyObject *doubled(PyObject *self, PyObject *argument)
{
    double value;
    (void)self;
    if (read_float(argument, &value) != 0)
        return NULL;
    PyThreadState *state = PyEval_SaveThread();
    value *= 2;
    PyEval_RestoreThread(state);
    return PyFloat_FromDouble(value);
}

static PyMethodDef doubled_definition = {"doubled", doubled, METH_O, NULL};

static inline int call_back_once(void)
{
    Py_INCREF(back);
    PyObject *result = call_one(function_call_back, back);
    int failed = result == NULL || read_float(result, &number) != 0;
    Py_XDECREF(result);
    return failed ? -1 : 0;
}

static inline int method_once(void)
{
    PyObject *arguments[2] = {object_counter, PyFloat_FromDouble(0.5)};
    if (arguments[1] == NULL)
        return -1;
    PyObject *result = PyObject_VectorcallMethod(name_add, arguments, 2, NULL);
    Py_DECREF(arguments[1]);
    int failed = result == NULL || read_float(result, &number) != 0;
    Py_XDECREF(result);
    return failed ? -1 : 0;
}

FLOOR_LOOP(record_in_run, record_in_once())
FLOOR_LOOP(record_out_run, record_out_once())
FLOOR_LOOP(list_run, list_once())
FLOOR_LOOP(enum_run, enum_once())
FLOOR_LOOP(union_run, union_once())
FLOOR_LOOP(call_back_run, call_back_once())
FLOOR_LOOP(method_run, method_once())

/* The thousand numbers of an iterator, detaching between them, as a loop whose body is the
 * program's own has to. */
static int iterate_run(PyThreadState *state, int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        PyEval_RestoreThread(state);
        PyObject *iterator = call_one(function_iterate, PyLong_FromLong(1000));
        int failed = iterator == NULL;
        total = 0;
        while (!failed) {
            PyObject *item = PyIter_Next(iterator);
            if (item == NULL) {
                failed = PyErr_Occurred() != NULL;
                break;
            }
            int64_t value = 0;
            failed = read_int(item, &value);
            Py_DECREF(item);
            PyEval_SaveThread();
            total += value;
            PyEval_RestoreThread(state);
        }
        Py_XDECREF(iterator);
        if (failed)
            floor_note_exception();
        PyEval_SaveThread();
        if (failed)
            return -1;
    }
    return 0;
}

static int open_fields(void)
{
    for (int i = 0; i < FIELDS; i++) {
        fields[i] = PyUnicode_InternFromString(field_names[i]);
        if (fields[i] == NULL)
            return -1;
    }
    return 0;
}

static int record_in_open(PyObject *benchmod)
{
    (void)benchmod;
    return open_names("Reading", &class_reading, "record_in", &function_record_in);
}

static int record_out_open(PyObject *benchmod)
{
    (void)benchmod;
    return open_fields() != 0 ? -1 : open_names("record_out", &function_record_out, NULL, NULL);
}

static int list_open(PyObject *benchmod)
{
    (void)benchmod;
    return open_fields() != 0 ? -1 : open_names("list_record_out", &function_list, NULL, NULL);
}

static int enum_open(PyObject *benchmod)
{
    (void)benchmod;
    name_value = PyUnicode_InternFromString("value");
    return name_value == NULL ? -1 : open_names("Color", &class_color, "enum", &function_enum);
}

static int union_open(PyObject *benchmod)
{
    (void)benchmod;
    return open_names("union", &function_union, NULL, NULL);
}

static int call_back_open(PyObject *benchmod)
{
    (void)benchmod;
    back = PyCFunction_New(&doubled_definition, NULL);
    return back == NULL ? -1 : open_names("call_back", &function_call_back, NULL, NULL);
}

static int iterate_open(PyObject *benchmod)
{
    (void)benchmod;
    return open_names("iterate", &function_iterate, NULL, NULL);
}

static int method_open(PyObject *benchmod)
{
    PyObject *make = NULL;
    (void)benchmod;
    name_add = PyUnicode_InternFromString("add");
    if (name_add == NULL || open_names("make_counter", &make, NULL, NULL) != 0)
        return -1;
    object_counter = PyObject_CallNoArgs(make);
    Py_DECREF(make);
    return object_counter == NULL ? -1 : 0;
}

static int record_in_check(void)
{
    return record_in_once();
}

static int same(const reading *r, int64_t i)
{
    return r->station == sample.station + i && r->direction == sample.direction + i &&
           r->temperature == sample.temperature && r->gusts == sample.gusts && r->valid &&
           strcmp(r->name, sample.name) == 0 && strcmp(r->source, sample.source) == 0;
}

static int record_out_check(void)
{
    if (record_out_once() != 0)
        return -1;
    return same(&read_one, 0) ? 0 : wrong("another record came");
}

static int list_check(void)
{
    if (list_once() != 0)
        return -1;
    return same(&read_all[999], 999) ? 0 : wrong("another record came");
}

static int enum_check(void)
{
    if (enum_once() != 0)
        return -1;
    return strcmp(read_color, "green") == 0 ? 0 : wrong("another color came");
}

static int union_check(void)
{
    if (union_once() != 0)
        return -1;
    return total == 1234567 ? 0 : wrong("another value came");
}

static int call_back_check(void)
{
    if (call_back_once() != 0)
        return -1;
    return number == 3.0 ? 0 : wrong("twice 1.5 is not 3");
}

static int iterate_check(void)
{
    PyThreadState *state = PyEval_SaveThread();
    int failed = iterate_run(state, 1);
    PyEval_RestoreThread(state);
    if (failed)
        return wrong("the iterator failed");
    return total == 1000 * 1000 + 999 * 500 ? 0 : wrong("other numbers came");
}

static int method_check(void)
{
    double before = number;
    if (method_once() != 0)
        return -1;
    before = number;
    if (method_once() != 0)
        return -1;
    return number == before + 0.5 ? 0 : wrong("another total came");
}

const floor_row floor_object_rows[] = {
    {"record_in", record_in_open, record_in_run, record_in_check, NULL},
    {"record_out", record_out_open, record_out_run, record_out_check, NULL},
    {"list_record_out_1k", list_open, list_run, list_check, NULL},
    {"enum", enum_open, enum_run, enum_check, NULL},
    {"union", union_open, union_run, union_check, NULL},
    {"callback", call_back_open, call_back_run, call_back_check, NULL},
    {"iterate_1k", iterate_open, iterate_run, iterate_check, NULL},
    {"method_call", method_open, method_run, method_check, NULL},
    {NULL},
};
