# Interrupting a call whose context has ended: Python raises an exception in its thread, as soon
# as that executes bytecode (PyThreadState_SetAsyncExc). Python knows threads, not calls, so
# what has been asked for a call is given to Python only while that call is the innermost one
# of its thread, and what Python has not raised by the end of the call is taken back. All of
# this happens with the GIL, or under the table's lock where there is none: the one who asks
# and the end of the call exclude each other.

cdef enum:
    NOT_INTERRUPTIBLE  # the values of a call block's `interruption`
    INTERRUPTIBLE
    INTERRUPTION_ASKED
    INTERRUPTED
    STOPPED  # while Python stops; afterwards it is NOT_INTERRUPTIBLE

ctypedef struct CallBlock:
    uint64_t function
    const char* frame
    uint64_t frame_length
    Segment* segments
    uint64_t segment_count
    char* reply
    uint64_t reply_capacity
    uint64_t reply_length
    char* overflow
    uint64_t reply_segments
    uint64_t kept
    uint64_t released
    size_t interruption
    Thread* thread  # on which it runs, NULL before and afterwards
    uint64_t place  # the caller's own
    uint64_t batch  # in which it has to be made; 0: in any or none
    uint64_t attached  # see attached.pxi

cdef PyObject* cancelled = NULL  # the exception class
cdef PyObject* pause = NULL  # gophersnake.host.cancellation.pause

cdef enum:
    LOOKS = 20  # before Go is to ask again

cdef extern from *:
    """
    /* Sets the exception that a thread raises next, NULL for none.

    Python finds the thread by its number. Before 3.12 a thread that is just being started has
    the number of the one that starts it, and would be found in its place; so the thread gets a
    number of its own for as long as that takes, with the GIL. */
    static int gs_set_async_exc(PyThreadState *state, PyObject *exception) {
    #if PY_VERSION_HEX < 0x030C0000
        unsigned long number = state->thread_id;
        int found;
        state->thread_id = (unsigned long)(uintptr_t)state;
        found = PyThreadState_SetAsyncExc(state->thread_id, exception);
        state->thread_id = number;
        return found;
    #else
        return PyThreadState_SetAsyncExc(state->thread_id, exception);
    #endif
    }

    /* The same from within gs_while_others_stand, which has the lock that Python would take. */
    static int gs_set_async_exc_standing(PyThreadState *state, PyObject *exception) {
    #ifdef Py_GIL_DISABLED
        Py_INCREF(exception);
        Py_XDECREF(__atomic_exchange_n(&state->async_exc, exception, __ATOMIC_SEQ_CST));
        __atomic_or_fetch(&state->eval_breaker, GS_ASYNC_EXCEPTION, __ATOMIC_SEQ_CST);
        return 1;
    #else
        return gs_set_async_exc(state, exception);
    #endif
    }
    """
    int gs_set_async_exc(PyThreadState* state, PyObject* exception) noexcept nogil
    int gs_set_async_exc_standing(PyThreadState* state, PyObject* exception) noexcept nogil


cdef void give_interruption(CallBlock* block) noexcept nogil:
    """Has it raised in the thread of a call that was asked to end and is the innermost."""
    if gs_set_async_exc(block.thread.attached, cancelled) == 1:
        block.interruption = INTERRUPTED


cdef void take_interruption_back(CallBlock* block) noexcept nogil:
    """Unless Python has raised it, it is as if it had only been asked for. The call is the
    innermost one of the thread that calls this."""
    if block.interruption == INTERRUPTED and PyThreadState_Get().async_exc == cancelled:
        gs_set_async_exc(PyThreadState_Get(), NULL)
        block.interruption = INTERRUPTION_ASKED


cdef CallBlock* begin_interruptible(CallBlock* block) noexcept nogil:
    cdef Thread* thread = &this_thread
    cdef CallBlock* outer
    gs_lock_table()
    outer = <CallBlock*>thread.call
    if outer != NULL:
        take_interruption_back(outer)
    thread.call = block
    thread.attached = PyThreadState_Get()
    block.thread = thread
    gs_unlock_table()
    return outer


cdef inline CallBlock* begin_call(CallBlock* block) noexcept nogil:
    """Makes the call the innermost one of its thread, which is attached; returns the one that
    has been so far."""
    if this_thread.call != NULL or gs_load(&block.interruption) != NOT_INTERRUPTIBLE:
        return begin_interruptible(block)
    this_thread.call = block
    return NULL


cdef void end_interruptible(CallBlock* block) noexcept nogil:
    gs_lock_table()
    take_interruption_back(block)
    if block.interruption == STOPPED:
        if PyThreadState_Get().async_exc == cancelled:
            gs_set_async_exc(PyThreadState_Get(), NULL)
        block.interruption = NOT_INTERRUPTIBLE
    block.thread = NULL
    gs_unlock_table()


cdef inline void end_call(CallBlock* block) noexcept nogil:
    """From here on nothing interrupts for this call's sake. It is still the innermost one, so
    nothing interrupts for another one's either."""
    if gs_load(&block.interruption) != NOT_INTERRUPTIBLE:
        end_interruptible(block)


cdef void return_to_call(CallBlock* outer) noexcept nogil:
    gs_lock_table()
    this_thread.call = outer
    if outer.interruption == INTERRUPTION_ASKED:
        give_interruption(outer)
    gs_unlock_table()


cdef inline void leave_call(CallBlock* outer) noexcept nogil:
    """Makes `outer` the innermost call again, after whatever ran Python for the inner one."""
    if outer != NULL:
        return_to_call(outer)
    else:
        this_thread.call = NULL


cdef bint interrupted_before(CallBlock* block) noexcept nogil:
    """Whether the call was asked to end before it began; raises the exception then."""
    cdef bint asked
    if gs_likely(gs_load(&block.interruption) <= INTERRUPTIBLE):
        return False
    gs_lock_table()
    asked = block.interruption == INTERRUPTION_ASKED
    if asked:
        block.interruption = INTERRUPTED
    gs_unlock_table()
    if asked:
        PyErr_SetNone(cancelled)
    return asked


cdef struct Asked:
    CallBlock* block
    Rooms rooms
    Seen seen


cdef bint interrupt_standing(Asked* asked) noexcept nogil:
    """Interrupts the call unless its thread stands where that must not be; False then."""
    cdef PyThreadState* state = asked.block.thread.attached
    if is_in_one_piece(state, &asked.rooms) or gs_enters_next(state, &asked.seen):
        return False
    if gs_set_async_exc_standing(state, cancelled) == 1:
        asked.block.interruption = INTERRUPTED
    return True


cdef bint interrupt_call(Asked* asked) noexcept nogil:
    """False if it has to be asked for again."""
    cdef CallBlock* block = asked.block
    if block.interruption == INTERRUPTIBLE:
        block.interruption = INTERRUPTION_ASKED
    if block.interruption == INTERRUPTION_ASKED and block.thread != NULL and block.thread.call == block:
        return gs_while_others_stand(<int (*)(void*) noexcept nogil>interrupt_standing, asked)
    return True


cdef bint interrupt_soon(CallBlock* block) noexcept nogil:
    """Threads that pass a lock on give the interpreter up while they take it, and only then:
    without the pauses they would never be seen elsewhere."""
    cdef PyObject* paused
    cdef bint done = False
    cdef int look
    cdef Asked asked
    asked.block = block
    memset(&asked.seen, 0, sizeof(asked.seen))
    find_rooms(&asked.rooms)
    for look in range(LOOKS):
        if look != 0:
            paused = PyObject_CallNoArgs(pause)
            Py_XDECREF(paused)
            if paused == NULL:
                PyErr_Clear()
        gs_lock_table()
        done = interrupt_call(&asked)
        gs_unlock_table()
        if done:
            break
    forget_rooms(&asked.rooms)
    return done


cdef uintptr_t slot_interrupt(uintptr_t argument) noexcept nogil:
    cdef bint done
    if not attach():
        return 0
    done = interrupt_soon(<CallBlock*>argument)
    detach()
    return 0 if done else 1


cdef int interrupt_threads(void* rooms) noexcept nogil:
    """Interrupts what Go's threads execute of Python, whatever call it is for, unless that has
    been interrupted. How many stand where it must not be."""
    cdef Thread* thread = first_thread
    cdef CallBlock* block
    cdef PyFrameObject* frame
    cdef int left = 0
    while thread != NULL:
        block = <CallBlock*>thread.call
        if thread != &this_thread and block != NULL and block.interruption <= INTERRUPTION_ASKED:
            frame = PyThreadState_GetFrame(thread.state)
            if frame != NULL and (is_in_one_piece(thread.state, <Rooms*>rooms) or gs_enters_next(thread.state, NULL)):
                left += 1
            elif frame != NULL and gs_set_async_exc_standing(thread.state, cancelled) == 1:
                block.interruption = INTERRUPTED if block.interruption == INTERRUPTION_ASKED else STOPPED
            Py_XDECREF(<PyObject*>frame)
        thread = thread.next
    return left


def interrupt_calls():
    """Interrupt the Python of every call that runs; return how many could not be now."""
    cdef Rooms rooms
    cdef int left
    find_rooms(&rooms)
    gs_lock_table()
    left = gs_while_others_stand(interrupt_threads, &rooms)
    gs_unlock_table()
    forget_rooms(&rooms)
    return left


@cython.final
cdef class Last:
    """Calls a function when it is dropped, which has to bear being called twice.

    A `__del__` may be cut off, before its first line too, by an exception that is for the call
    which happens to drop the object. Here the function is called again then, and the call gets
    its exception afterwards.
    """

    cdef object function

    def __init__(self, function):
        self.function = function

    def __del__(self):
        try:
            self.function()
        except BaseException as error:
            if <PyObject*>Py_TYPE(<PyObject*>error) != cancelled:
                raise
            self.function()
            gs_set_async_exc(PyThreadState_Get(), cancelled)


@cython.final
cdef class Unraisable:
    """A sys.unraisablehook. An interruption that was raised where no exception gets out, while an
    object is dropped in most cases, is raised again; `otherwise` gets everything else."""

    cdef object otherwise

    def __init__(self, otherwise):
        self.otherwise = otherwise

    def __call__(self, unraisable):
        if <PyObject*>unraisable.exc_type == cancelled:
            gs_set_async_exc(PyThreadState_Get(), cancelled)
        else:
            self.otherwise(unraisable)
