/* A stand-in for gophersnake.bridge: a table whose functions answer with a number of their
   own. What of it is wrong is chosen when it is compiled, and so are TABLE_VERSION and
   TABLE_SLOTS. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

#ifndef TABLE_MAGIC
#define TABLE_MAGIC "gphrsnke"
#endif
#ifndef CAPSULE_NAME
#define CAPSULE_NAME "gophersnake.bridge.table"
#endif

/* Runs the Python source at the address, as a call of the real bridge would: from any thread,
   attaching and detaching. Returns the source's `status`, or -1 if it raised. */
static uintptr_t run(uintptr_t source) {
    PyGILState_STATE state = PyGILState_Ensure();
    uintptr_t status = (uintptr_t)-1;
    PyObject *globals = PyDict_New();
    PyObject *result = PyRun_String((const char *)source, Py_file_input, globals, globals);
    if (result == NULL)
        PyErr_Print();
    else
        status = (uintptr_t)PyLong_AsLong(PyDict_GetItemString(globals, "status"));
    Py_XDECREF(result);
    Py_DECREF(globals);
    PyGILState_Release(state);
    return status;
}

#define ANSWER(n) static uintptr_t answer##n(uintptr_t argument) { return argument + n; }
ANSWER(1) ANSWER(2) ANSWER(3) ANSWER(4) ANSWER(5) ANSWER(6)
ANSWER(7) ANSWER(8) ANSWER(9) ANSWER(10) ANSWER(11) ANSWER(12)
ANSWER(13) ANSWER(14) ANSWER(15) ANSWER(16) ANSWER(17) ANSWER(18)
ANSWER(19) ANSWER(20) ANSWER(21) ANSWER(22) ANSWER(23)

static struct {
    char magic[8];
    uint32_t version;
    uint32_t slots;
    uintptr_t (*slot[24])(uintptr_t);
} table = {
    TABLE_MAGIC, TABLE_VERSION, TABLE_SLOTS,
    {
        run,
        answer1, answer2, answer3, answer4, answer5, answer6,
        answer7, answer8, answer9, answer10, answer11, answer12,
        answer13, answer14, answer15, answer16, answer17, answer18,
        answer19, answer20, answer21, answer22, answer23,
    },
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "gophersnake.bridge", NULL, -1, NULL, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit_bridge(void) {
    PyObject *bridge = PyModule_Create(&module);
#ifdef Py_GIL_DISABLED
    PyUnstable_Module_SetGIL(bridge, Py_MOD_GIL_NOT_USED);
#endif
    if (bridge == NULL
        || PyModule_AddObject(bridge, "table", PyCapsule_New(&table, CAPSULE_NAME, NULL)) < 0)
        return NULL;
    return bridge;
}
