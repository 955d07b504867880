# Which threads may touch Python. Each OS thread gets one thread state the first time it
# attaches, keeps it, and deletes it when the thread ends: making one for every call
# costs a hundred times the call, and one that outlives its thread is never freed.
# Threads that Python made have a thread state already, and use that.

cdef extern from *:
    """
    typedef struct gs_thread {
        PyThreadState *state;  /* ours; NULL on a thread that Python made */
        void *call;            /* the block of the innermost call that runs on the thread */
        void *outside;         /* that of the innermost one that a callback of it has left for Go */
        PyThreadState *attached; /* of the innermost call that can be interrupted, whoever made it */
        uint64_t batch;        /* the batch for which the thread stays attached, or 0 */
        size_t calls;          /* how many that batch has made */
        struct gs_thread *previous, *next;  /* all threads with a state of ours */
    } gs_thread;
    static GS_THREAD_LOCAL gs_thread gs_this_thread;
    """
    ctypedef struct Thread "gs_thread":
        PyThreadState* state
        void* call
        void* outside
        PyThreadState* attached
        uint64_t batch
        size_t calls
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
    if not gs_likely(state != NULL and this_thread.batch == 0):
        return this_thread.batch != 0 or attach_first()
    PyEval_RestoreThread(state)
    return True


cdef enum:
    CALLS_AT_A_STRETCH = 1024


cdef void give_way() noexcept nogil:
    """Lets other threads have the interpreter now and then, between two calls of a batch."""
    this_thread.calls += 1
    if this_thread.calls % CALLS_AT_A_STRETCH == 0:
        PyEval_RestoreThread(PyEval_SaveThread())


cdef inline void detach() noexcept nogil:
    if gs_likely(this_thread.batch == 0):
        PyEval_SaveThread()
    else:
        give_way()


cdef uintptr_t slot_enter(uintptr_t batch) noexcept nogil:
    """Attaches the thread for a batch, until slot_exit; 0 if that is not possible."""
    if not attach():
        return 0
    this_thread.batch = batch
    return 1


cdef uintptr_t slot_exit(uintptr_t batch) noexcept nogil:
    if this_thread.batch == batch:
        this_thread.batch = 0
        detach()
    return 0


cdef uintptr_t slot_entered(uintptr_t argument) noexcept nogil:
    """Whether the thread stays attached for a batch."""
    return this_thread.batch != 0


cdef enum:
    AT_ONCE = 50_000  # nanoseconds


cdef uintptr_t waiting_calls() noexcept nogil:
    """How many calls have begun and are not attached; nothing changes the list meanwhile."""
    cdef Thread* thread = first_thread
    cdef uintptr_t count = 0
    while thread != NULL:
        if thread.call != NULL and thread.call != thread.outside and gs_is_detached(thread.state):
            count += 1
        thread = thread.next
    return count


cdef uintptr_t slot_probe(uintptr_t argument) noexcept nogil:
    """How many calls wait in Python without the interpreter. With a GIL, a thread that waits for
    it looks the same, so then it is only said if nobody has it."""
    cdef uintptr_t count = 0
    cdef uint64_t begun
    if GS_FREE_THREADED:
        gs_lock_table()
        count = waiting_calls()
        gs_unlock_table()
        return count
    begun = gs_clock()
    if not attach():
        return 0
    if gs_clock() - begun < AT_ONCE:
        count = waiting_calls()
    detach()
    return count


cdef uintptr_t slot_inside(uintptr_t argument) noexcept nogil:
    """Whether the thread is inside of a call: Python called back from there."""
    return this_thread.call != NULL


# While Go code runs for Python: a callback, in which any thread may be in Python but this.
ctypedef struct Outside:
    PyThreadState* state
    void* call  # the block of the call that this is inside of, NULL on a thread of Python's own
    void* further  # that of the call further out, inside of which that one is
    uint64_t batch


cdef inline void step_out(Outside* outside) noexcept nogil:
    outside.call = this_thread.call
    outside.further = this_thread.outside
    this_thread.outside = outside.call
    outside.batch = this_thread.batch
    this_thread.batch = 0
    outside.state = PyEval_SaveThread()


cdef inline void step_in(Outside* outside) noexcept nogil:
    PyEval_RestoreThread(outside.state)
    this_thread.batch = outside.batch
    this_thread.outside = outside.further
