/* The few operations on single values that decide the floor's speed, inlined. */
#ifndef FLOOR_VALUE_H
#define FLOOR_VALUE_H

#include <string.h>

#include "row.h"

/* Calls function with one argument that the call uses up; a new reference or null. A null
 * argument is an exception already raised. */
static inline PyObject *call_one(PyObject *function, PyObject *argument)
{
    if (argument == NULL)
        return NULL;
    PyObject *arguments[2] = {NULL, argument};
    PyObject *result = PyObject_Vectorcall(function, arguments + 1,
                                           1 | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
    Py_DECREF(argument);
    return result;
}

/* Drops the result of a function that returns None. */
static inline int drop_none(PyObject *result)
{
    if (result == NULL)
        return -1;
    int is_none = result == Py_None;
    Py_DECREF(result);
    if (!is_none) {
        PyErr_SetString(PyExc_TypeError, "expected None");
        return -1;
    }
    return 0;
}

static inline int read_float(PyObject *object, double *value)
{
    if (PyFloat_CheckExact(object)) {
        *value = PyFloat_AS_DOUBLE(object);
        return 0;
    }
    *value = PyFloat_AsDouble(object);
    return *value == -1.0 && PyErr_Occurred() ? -1 : 0;
}

/* An int of one digit is read in place, as CPython and Cython do. */
static inline int read_int(PyObject *object, int64_t *value)
{
    if (PyLong_CheckExact(object)) {
#if PY_VERSION_HEX >= 0x030C0000
        if (PyUnstable_Long_IsCompact((PyLongObject *)object)) {
            *value = PyUnstable_Long_CompactValue((PyLongObject *)object);
            return 0;
        }
#elif PY_VERSION_HEX >= 0x030B0000
        Py_ssize_t size = Py_SIZE(object);
        if (size >= -1 && size <= 1) {
            *value = size == 0 ? 0 : size * (int64_t)((PyLongObject *)object)->ob_digit[0];
            return 0;
        }
#endif
    }
    *value = PyLong_AsLongLong(object);
    return *value == -1 && PyErr_Occurred() ? -1 : 0;
}

/* The UTF-8 of a string, borrowed from it; null with an exception. */
static inline const char *read_text(PyObject *object, Py_ssize_t *size)
{
    if (PyUnicode_CheckExact(object) && PyUnicode_IS_COMPACT_ASCII(object)) {
        *size = PyUnicode_GET_LENGTH(object);
        return (const char *)PyUnicode_1BYTE_DATA(object);
    }
    return PyUnicode_AsUTF8AndSize(object, size);
}

/* A new string. Looking for ASCII oneself, eight bytes at a time, and then filling the string
 * in place makes a list of short strings a fifth faster than leaving it all to CPython. */
static inline PyObject *make_text(const char *text, Py_ssize_t size)
{
    uint64_t seen = 0;
    Py_ssize_t i = 0;
    for (uint64_t word; i + 8 <= size; i += 8) {
        memcpy(&word, text + i, 8);
        seen |= word;
    }
    for (; i < size; i++)
        seen |= (unsigned char)text[i];
    /* CPython has strings of one character and of none ready made. */
    if (size < 2 || (seen & 0x8080808080808080u) != 0)
        return PyUnicode_FromStringAndSize(text, size);
    PyObject *string = PyUnicode_New(size, 127);
    if (string != NULL)
        memcpy(PyUnicode_1BYTE_DATA(string), text, (size_t)size);
    return string;
}

/* A dictionary with room for n entries, where the Python still lets one ask for room. */
static inline PyObject *new_dict(Py_ssize_t n)
{
#if PY_VERSION_HEX < 0x030D0000
    return _PyDict_NewPresized(n);
#else
    (void)n;
    return PyDict_New();
#endif
}

#endif
