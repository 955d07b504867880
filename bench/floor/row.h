/* One row of the floor, and the loop that all of them share. For the floor's own files. */
#ifndef FLOOR_ROW_H
#define FLOOR_ROW_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "floor.h"

typedef struct {
    const char *name;
    int (*open)(PyObject *benchmod);              /* attached; 0, or -1 with an exception */
    int (*run)(PyThreadState *state, int64_t n);  /* detached */
    int (*check)(void);                           /* attached; 0, or -1 with an exception */
    void (*lend)(floor_memory *memory);           /* null if the row reads nothing */
} floor_row;

extern const floor_row floor_call_rows[], floor_float_rows[], floor_text_rows[], floor_object_rows[];

/* Notes the current exception for floor_error and clears it. Attached. */
void floor_note_exception(void);

/* Notes a failure that is not an exception. Always -1. */
int floor_fail(const char *message);

/* Defines name(state, n): attach, once, detach, n times over. A macro, so that the compiler
 * puts once into the loop: the floor has no indirect call to hide behind. */
#define FLOOR_LOOP(name, once)                                                                 \
    static int name(PyThreadState *state, int64_t n)                                           \
    {                                                                                          \
        for (int64_t i = 0; i < n; i++) {                                                      \
            PyEval_RestoreThread(state);                                                       \
            int failed = (once);                                                               \
            if (failed)                                                                        \
                floor_note_exception();                                                        \
            PyEval_SaveThread();                                                               \
            if (failed)                                                                        \
                return -1;                                                                     \
        }                                                                                      \
        return 0;                                                                              \
    }

#endif
