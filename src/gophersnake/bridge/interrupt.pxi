# Interrupting a call whose context has ended: Python raises an exception in its thread, as soon
# as that executes bytecode (PyThreadState_SetAsyncExc). Python knows threads, not calls, so
# what has been asked for a call is given to Python only while that call is the innermost one
# of its thread, and what Python has not raised by the end of the call is taken back. All of
# this happens with the GIL, or under the table's lock where there is none: the one who asks
# and the end of the call exclude each other.

cdef enum:
    NOT_INTERRUPTIBLE  # the four values of a call block's `interruption`
    INTERRUPTIBLE
    INTERRUPTION_ASKED
    INTERRUPTED

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
    """
    int gs_set_async_exc(PyThreadState* state, PyObject* exception) noexcept nogil


cdef void give_interruption(CallBlock* block) noexcept nogil:
    """Has it raised in the thread of a call that was asked to end and is the innermost."""
    if gs_set_async_exc(block.thread.attached, cancelled) == 1:
        block.interruption = INTERRUPTED


def interrupt_thread(ident):
    """Have Python raise Cancelled in the thread of that number, whatever call it is in."""
    PyThreadState_SetAsyncExc(<unsigned long>ident, cancelled)


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


cdef bint is_of(PyCodeObject* code, const char* module) noexcept nogil:
    """Whether the code is of that module, which need not be imported."""
    cdef PyObject* imported = PyDict_GetItemString(PyImport_GetModuleDict(), module)
    cdef PyObject* file = NULL
    cdef bint found = False
    if imported != NULL:
        file = PyObject_GetAttrString(imported, b"__file__")
    if file != NULL:
        found = PyUnicode_Check(file) and PyUnicode_Compare(code.co_filename, file) == 0
        Py_DECREF(file)
    PyErr_Clear()
    return found


cdef bint is_called(PyCodeObject* code, const char* name) noexcept nogil:
    return PyUnicode_CompareWithASCIIString(code.co_name, name) == 0


cdef bint takes_lock(PyCodeObject* code) noexcept nogil:
    """Whether it may have a lock already that nobody would give back yet: it takes one in the
    middle, as logging does in many places, or leaves it to its caller."""
    if is_called(code, b"acquire") or is_called(code, b"__enter__"):
        return is_of(code, b"threading") or is_of(code, b"logging")
    return is_of(code, b"logging") and not is_called(code, b"emit")


cdef bint imports(PyCodeObject* code) noexcept nogil:
    return PyUnicode_CompareWithASCIIString(code.co_filename, b"<frozen importlib._bootstrap>") == 0


cdef bint is_in_one_piece(PyThreadState* state) noexcept nogil:
    """Whether the thread does what, ended half way, nobody could do ever after: it imports a
    module (numpy is imported once in a process, or never), or takes a lock that it would keep.
    The thread waits for the GIL, and would raise where it stands."""
    cdef PyFrameObject* frame = PyThreadState_GetFrame(state)
    cdef PyFrameObject* outer
    cdef PyCodeObject* code
    cdef bint innermost = True
    cdef bint found = False
    while frame != NULL and not found:
        code = PyFrame_GetCode(frame)
        found = imports(code) or (innermost and takes_lock(code))
        innermost = False
        outer = PyFrame_GetBack(frame)
        Py_DECREF(<PyObject*>code)
        Py_DECREF(<PyObject*>frame)
        frame = outer
    Py_XDECREF(<PyObject*>frame)
    return found


cdef bint interrupt_call(CallBlock* block) noexcept nogil:
    """False if it has to be asked for again."""
    if block.interruption == INTERRUPTIBLE:
        block.interruption = INTERRUPTION_ASKED
    if block.interruption == INTERRUPTION_ASKED and block.thread != NULL and block.thread.call == block:
        # The frames of another thread stand still where there is a GIL.
        if not GS_FREE_THREADED and is_in_one_piece(block.thread.attached):
            return False
        give_interruption(block)
    return True


cdef bint interrupt_soon(CallBlock* block) noexcept nogil:
    """Threads that pass a lock on give the interpreter up while they take it, and only then:
    without the pauses they would never be seen elsewhere."""
    cdef PyObject* paused
    cdef bint done = False
    cdef int look
    for look in range(LOOKS):
        if look != 0:
            paused = PyObject_CallNoArgs(pause)
            Py_XDECREF(paused)
            if paused == NULL:
                PyErr_Clear()
        gs_lock_table()
        done = interrupt_call(block)
        gs_unlock_table()
        if done:
            break
    return done


cdef uintptr_t slot_interrupt(uintptr_t argument) noexcept nogil:
    cdef bint done
    if not attach():
        return 0
    done = interrupt_soon(<CallBlock*>argument)
    detach()
    return 0 if done else 1
