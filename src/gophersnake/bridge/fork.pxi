# Children made by os.fork() in a call. Such a child has a copy of the calling thread alone,
# and none of Go's scheduler: it may run Python, replace itself or exit, but it must never
# come back to Go. So it ends where it would.

cdef PyObject* ending = NULL  # in a forked child: what ends it


def end_in_child(end):
    """To be called in every forked child before Python goes on in it. `end` gets the exception
    that would come back to Go, or None, and does not return."""
    global ending
    Py_INCREF(<PyObject*>end)
    ending = <PyObject*>end


cdef void end_forked_child() noexcept nogil:
    """Ends the process. The exception that the call has raised may be set."""
    cdef PyObject* type
    cdef PyObject* value
    cdef PyObject* traceback
    PyErr_Fetch(&type, &value, &traceback)
    PyErr_NormalizeException(&type, &value, &traceback)
    if value != NULL and traceback != NULL:
        PyException_SetTraceback(value, traceback)
    PyObject_CallFunctionObjArgs(ending, value if value != NULL else Py_None, NULL)
    gs_exit_now(1)
