/* The floor: each row's work in plain C through the C API, as fast as it can be written.
 *
 * Built twice from the same sources: as a shared library that a Go process loads, and with
 * main.c as a program of its own. Every function may be called from any thread, one at a
 * time: the work itself is handed to one thread of the floor's own, which keeps its thread
 * state for the life of the process.
 */
#ifndef FLOOR_H
#define FLOOR_H

#include <stdint.h>

/* What an out row read from Python last: C memory that stays valid until the row runs again.
 * Fields a row has no use for are null. */
typedef struct {
    int64_t length;        /* elements */
    const double *floats;  /* length values */
    const char *text;      /* the UTF-8 of all strings, end to end */
    const int64_t *ends;   /* where in text each of the strings ends */
    const int64_t *ints;   /* length values */
} floor_memory;

/* Starts an interpreter as the given python executable would. Only for a process in which
 * nobody else starts one. 0, or -1 and floor_error. */
int floor_boot(const char *python);

/* Imports benchmod and readies every row. The interpreter must run already. 0, or -1. */
int floor_open(void);

/* The version of the running Python ("3.11.7"). */
const char *floor_python(void);

/* The name of row number index, or null after the last. */
const char *floor_row_name(int index);

/* Does the row's work once and compares with what Python has. 0, or -1. */
int floor_check(const char *row);

/* Does the row's work n times; returns the nanoseconds that took, or -1. */
int64_t floor_run(const char *row, int64_t n);

/* Tells what an out row has read. 0, or -1. */
int floor_lend(const char *row, floor_memory *memory);

/* What went wrong last. */
const char *floor_error(void);

#endif
