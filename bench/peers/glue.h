/* What a Go programmer writes by hand for each function, to share memory with numpy. */
#ifndef GLUE_H
#define GLUE_H

#include <Python.h>

typedef struct {
    PyThreadState *state; /* of the one thread that calls */
    PyObject *array_in, *array_out, *detect_array;

    PyObject *owner; /* keeps alive the array that glue_array_out has returned */
    double *data;
    Py_ssize_t length;

    int64_t *indices; /* what glue_detect_array has returned */
    Py_ssize_t count, room;
} glue;

/* Each attaches, works and detaches; 0, or -1 after printing the exception. What a function
 * leaves in the struct is valid until it is called again. */
int glue_open(glue *glue);
int glue_array_in(glue *glue, double *data, Py_ssize_t n);
int glue_array_out(glue *glue);
int glue_detect_array(glue *glue, double *data, Py_ssize_t n);

#endif
