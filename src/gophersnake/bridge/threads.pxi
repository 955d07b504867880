# Which threads may touch Python. Each OS thread gets one thread state the first time it
# attaches, keeps it, and deletes it when the thread ends: making one for every call
# costs a hundred times the call, and one that outlives its thread is never freed.
# Threads that Python made have a thread state already, and use that.

cdef PyInterpreterState* interpreter = NULL


cdef void forget_thread(void* state) noexcept nogil:
    PyEval_RestoreThread(<PyThreadState*>state)
    PyThreadState_Clear(<PyThreadState*>state)
    PyThreadState_DeleteCurrent()


cdef PyThreadState* new_thread() noexcept nogil:
    cdef PyThreadState* state = PyThreadState_New(interpreter)
    if state != NULL and gs_at_thread_exit(forget_thread, state) != 0:
        # The thread state stays for the life of the process: a leak, not a danger.
        return state
    return state


cdef inline bint attach() noexcept nogil:
    cdef PyThreadState* state = PyGILState_GetThisThreadState()
    if not gs_likely(state != NULL):
        state = new_thread()
        if state == NULL:
            return False
    PyEval_RestoreThread(state)
    return True


cdef inline void detach() noexcept nogil:
    PyEval_SaveThread()
