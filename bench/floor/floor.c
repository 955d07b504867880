/* The floor's public functions: each hands a job to the floor's thread. */
#include "floor.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "row.h"
#include "thread.h"

static char error[1024];
static PyThreadState *state;

static const floor_row *const groups[] = {floor_call_rows, floor_float_rows, floor_text_rows,
                                          floor_object_rows};

const char *floor_error(void)
{
    return error;
}

int floor_fail(const char *message)
{
    snprintf(error, sizeof error, "%s", message);
    return -1;
}

void floor_note_exception(void)
{
#if PY_VERSION_HEX >= 0x030C0000
    PyObject *value = PyErr_GetRaisedException();
#else
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    Py_XDECREF(type);
    Py_XDECREF(traceback);
#endif
    PyObject *text = value == NULL ? NULL : PyObject_Repr(value);
    const char *utf8 = text == NULL ? NULL : PyUnicode_AsUTF8(text);
    floor_fail(utf8 == NULL ? "an exception that has no repr" : utf8);
    Py_XDECREF(text);
    Py_XDECREF(value);
    PyErr_Clear();
}

static const floor_row *row_at(int index)
{
    for (size_t group = 0; group < sizeof groups / sizeof *groups; group++) {
        for (const floor_row *row = groups[group]; row->name != NULL; row++) {
            if (index-- == 0)
                return row;
        }
    }
    return NULL;
}

static const floor_row *find(const char *name)
{
    const floor_row *row;
    for (int i = 0; (row = row_at(i)) != NULL; i++) {
        if (strcmp(row->name, name) == 0)
            return row;
    }
    floor_fail("the floor has no such row");
    return NULL;
}

const char *floor_row_name(int index)
{
    const floor_row *row = row_at(index);
    return row == NULL ? NULL : row->name;
}

const char *floor_python(void)
{
    static char version[32];
    snprintf(version, sizeof version, "%.*s", (int)strcspn(Py_GetVersion(), " "),
             Py_GetVersion());
    return version;
}

static int boot(void *python)
{
    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    config.install_signal_handlers = 0;
    /* The executable's path is what makes Python find its virtual environment. */
    PyStatus status = PyConfig_SetBytesString(&config, &config.program_name, python);
    if (!PyStatus_Exception(status))
        status = PyConfig_SetBytesString(&config, &config.executable, python);
    if (!PyStatus_Exception(status))
        status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    if (PyStatus_Exception(status))
        return floor_fail(status.err_msg == NULL ? "Python did not start" : status.err_msg);
    state = PyEval_SaveThread();
    return 0;
}

static int open_rows(void *unused)
{
    (void)unused;
    if (!Py_IsInitialized())
        return floor_fail("no interpreter runs in the libpython that the floor is linked with");
    if (state == NULL)
        state = PyThreadState_New(PyInterpreterState_Main());
    PyEval_RestoreThread(state);
    int failed = 0;
    PyObject *benchmod = PyImport_ImportModule("benchmod");
    if (benchmod == NULL)
        failed = -1;
    for (int i = 0; !failed && row_at(i) != NULL; i++)
        failed = row_at(i)->open(benchmod);
    if (failed)
        floor_note_exception();
    Py_XDECREF(benchmod);
    PyEval_SaveThread();
    return failed;
}

static int check(void *argument)
{
    const floor_row *row = argument;
    PyEval_RestoreThread(state);
    int failed = row->check();
    if (failed)
        floor_note_exception();
    PyEval_SaveThread();
    return failed;
}

typedef struct {
    const floor_row *row;
    int64_t n, nanoseconds;
} stretch;

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int run(void *argument)
{
    stretch *stretch = argument;
    int64_t start = now();
    int failed = stretch->row->run(state, stretch->n);
    stretch->nanoseconds = now() - start;
    return failed;
}

int floor_boot(const char *python)
{
    return floor_do(boot, (void *)python);
}

int floor_open(void)
{
    return floor_do(open_rows, NULL);
}

int floor_check(const char *name)
{
    const floor_row *row = find(name);
    return row == NULL ? -1 : floor_do(check, (void *)row);
}

int64_t floor_run(const char *name, int64_t n)
{
    stretch stretch = {.row = find(name), .n = n};
    return stretch.row == NULL || floor_do(run, &stretch) != 0 ? -1 : stretch.nanoseconds;
}

int floor_lend(const char *name, floor_memory *memory)
{
    const floor_row *row = find(name);
    if (row == NULL)
        return -1;
    if (row->lend == NULL)
        return floor_fail("the row reads nothing");
    row->lend(memory);
    return 0;
}
