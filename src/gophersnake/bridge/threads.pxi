# Which threads may touch Python. Each OS thread gets one thread state the first time it
# attaches, keeps it, and deletes it when the thread ends: making one for every call
# costs a hundred times the call, and one that outlives its thread is never freed.
# Threads that Python made have a thread state already, and use that.

cdef extern from *:
    """
    typedef struct {
        PyThreadState *state;  /* ours; NULL on a thread that Python made */
        void *call;            /* the block of the innermost call that runs on the thread */
        unsigned long ident;   /* what Python calls the thread */
    } gs_thread;
    static GS_THREAD_LOCAL gs_thread gs_this_thread;
    """
    ctypedef struct Thread "gs_thread":
        PyThreadState* state
        void* call
        unsigned long ident
    Thread this_thread "gs_this_thread"

cdef PyInterpreterState* interpreter = NULL


cdef void forget_thread(void* state) noexcept nogil:
    PyEval_RestoreThread(<PyThreadState*>state)
    PyThreadState_Clear(<PyThreadState*>state)
    PyThreadState_DeleteCurrent()


cdef PyThreadState* new_thread() noexcept nogil:
    """The state of a thread that attaches for the first time, or that Python made."""
    cdef PyThreadState* state = PyGILState_GetThisThreadState()
    this_thread.ident = PyThread_get_thread_ident()
    if state != NULL:
        return state  # not kept: whoever made it may delete it before the thread ends
    state = PyThreadState_New(interpreter)
    if state != NULL and gs_at_thread_exit(forget_thread, state) != 0:
        # The thread state stays for the life of the process: a leak, not a danger.
        return state
    this_thread.state = state
    return state


cdef inline bint attach() noexcept nogil:
    cdef PyThreadState* state = this_thread.state
    if not gs_likely(state != NULL):
        state = new_thread()
        if state == NULL:
            return False
    PyEval_RestoreThread(state)
    return True


cdef inline void detach() noexcept nogil:
    PyEval_SaveThread()


# While Go code runs for Python: a callback, in which any thread may be in Python but this.
ctypedef struct Outside:
    PyThreadState* state
    void* call  # the block of the call that this is inside of, NULL on a thread of Python's own


cdef inline void step_out(Outside* outside) noexcept nogil:
    outside.call = this_thread.call
    outside.state = PyEval_SaveThread()


cdef inline void step_in(Outside* outside) noexcept nogil:
    PyEval_RestoreThread(outside.state)
