# Which threads may touch Python. Each OS thread gets one thread state the first time it
# attaches, keeps it, and deletes it when the thread ends: making one for every call
# costs a hundred times the call, and one that outlives its thread is never freed.
# Threads that Python made have a thread state already, and use that.

cdef extern from *:
    """
    typedef struct gs_thread {
        PyThreadState *state;  /* ours; NULL on a thread that Python made */
        void *call;            /* the block of the innermost call that runs on the thread */
        unsigned long ident;   /* what Python calls the thread */
        struct gs_thread *previous, *next;  /* all threads with a state of ours */
    } gs_thread;
    static GS_THREAD_LOCAL gs_thread gs_this_thread;
    """
    ctypedef struct Thread "gs_thread":
        PyThreadState* state
        void* call
        unsigned long ident
        Thread* previous
        Thread* next
    Thread this_thread "gs_this_thread"

cdef PyInterpreterState* interpreter = NULL
cdef Thread* first_thread = NULL


cdef void list_thread(Thread* thread) noexcept nogil:
    global first_thread
    gs_lock_table()
    thread.previous = NULL
    thread.next = first_thread
    if first_thread != NULL:
        first_thread.previous = thread
    first_thread = thread
    gs_unlock_table()


cdef void unlist_thread(Thread* thread) noexcept nogil:
    global first_thread
    gs_lock_table()
    if thread.previous != NULL:
        thread.previous.next = thread.next
    else:
        first_thread = thread.next
    if thread.next != NULL:
        thread.next.previous = thread.previous
    gs_unlock_table()


cdef void forget_thread(void* state) noexcept nogil:
    PyEval_RestoreThread(<PyThreadState*>state)
    unlist_thread(&this_thread)
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


cdef bint attach_first() noexcept nogil:
    cdef PyThreadState* state = new_thread()
    if state == NULL:
        return False
    PyEval_RestoreThread(state)
    if this_thread.state != NULL:
        list_thread(&this_thread)
    return True


cdef inline bint attach() noexcept nogil:
    cdef PyThreadState* state = this_thread.state
    if not gs_likely(state != NULL):
        return attach_first()
    PyEval_RestoreThread(state)
    return True


cdef inline void detach() noexcept nogil:
    PyEval_SaveThread()


cdef enum:
    AT_ONCE = 50_000  # nanoseconds


cdef uintptr_t slot_probe(uintptr_t argument) noexcept nogil:
    """How many calls are using the interpreter, -1 if some are and their number is unknown:
    with a GIL, one can tell by how long it takes to get it."""
    cdef Thread* thread
    cdef uintptr_t count = 0
    cdef uint64_t begun
    if GS_FREE_THREADED:
        gs_lock_table()
        thread = first_thread
        while thread != NULL:
            if thread.call != NULL and gs_is_attached(thread.state):
                count += 1
            thread = thread.next
        gs_unlock_table()
        return count
    begun = gs_clock()
    if not attach():
        return 0
    detach()
    return 0 if gs_clock() - begun < AT_ONCE else <uintptr_t>-1


cdef uintptr_t slot_inside(uintptr_t argument) noexcept nogil:
    """Whether the thread is inside of a call: Python called back from there."""
    return this_thread.call != NULL


# While Go code runs for Python: a callback, in which any thread may be in Python but this.
ctypedef struct Outside:
    PyThreadState* state
    void* call  # the block of the call that this is inside of, NULL on a thread of Python's own


cdef inline void step_out(Outside* outside) noexcept nogil:
    outside.call = this_thread.call
    outside.state = PyEval_SaveThread()


cdef inline void step_in(Outside* outside) noexcept nogil:
    PyEval_RestoreThread(outside.state)
