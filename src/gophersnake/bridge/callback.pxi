# A call the other way: Python calls a lent function of the other side's. Its arguments
# become a frame, the interpreter is let go, and the one dispatcher of the process is called
# with a callback block (contract/slots.md).

ctypedef struct CallbackBlock:
    uint64_t function
    char* frame  # NULL: the function's name is asked for
    uint64_t frame_length
    uint64_t* segments
    uint64_t segment_count
    char* reply
    uint64_t reply_capacity
    uint64_t reply_length
    Segment* reply_segments
    uint64_t reply_segment_count
    uint64_t answer
    void* call
    uint64_t released

cdef enum:
    CELLS = 64  # of a frame, and of an answer, that lie on the stack

cdef uintptr_t (*dispatcher)(uintptr_t) noexcept nogil
dispatcher = NULL
cdef Node* error_node = NULL
cdef PyObject* error_maker = NULL


cdef uintptr_t slot_dispatcher(uintptr_t argument) noexcept nogil:
    global dispatcher
    dispatcher = <uintptr_t (*)(uintptr_t) noexcept nogil>argument
    return 0


cdef bint may_cross() noexcept nogil:
    if dispatcher == NULL:
        PyErr_SetString(PyExc_RuntimeError, b"there is no Go in this process that could be called")
        return False
    if ending != NULL:
        PyErr_SetString(PyExc_RuntimeError, b"a Go function cannot be called in a forked child: Go does not live there")
        return False
    return True


cdef void raise_refusal(Failure* failure) noexcept nogil:
    """TypeError for a value that could not cross."""
    cdef PyObject* path = path_text(failure)
    if path != NULL:
        if PyUnicode_GET_LENGTH(path):
            PyErr_Format(PyExc_TypeError, b"%U: expected %U, got %U", path, failure.expected, failure.got)
        else:
            PyErr_Format(PyExc_TypeError, b"expected %U, got %U", failure.expected, failure.got)
        Py_DECREF(path)


cdef bint read_refusal(Reader* reader, Failure* failure) noexcept nogil:
    """Reads what the other side could not take; afterwards the failure holds it."""
    cdef Failure none
    cdef PyObject* path
    memset(&none, 0, sizeof(none))
    path = decode_text(reader, &none)
    failure.expected = decode_text(reader, &none) if path != NULL else NULL
    failure.got = decode_text(reader, &none) if failure.expected != NULL else NULL
    clear_failure(&none)
    if failure.got == NULL or not close_frame(reader):
        Py_XDECREF(path)
        clear_failure(failure)
        return False
    at_step(failure, path)
    return True


cdef bint raise_error(Reader* reader) noexcept nogil:
    """Raises what an error frame says, as gophersnake.host.functions.error makes it; whether
    the frame could be read."""
    cdef Failure failure
    cdef PyObject* told
    cdef PyObject* exception = NULL
    memset(&failure, 0, sizeof(failure))
    told = decode(error_node, reader, &failure)
    if told != NULL and close_frame(reader):
        exception = PyObject_CallFunctionObjArgs(error_maker, told, NULL)
    Py_XDECREF(told)
    clear_failure(&failure)
    if exception != NULL:
        PyErr_SetObject(<PyObject*>Py_TYPE(exception), exception)
        Py_DECREF(exception)
    return exception != NULL


cdef PyObject* read_result(Node* node, Reader* reader) noexcept nogil:
    cdef Failure failure
    cdef PyObject* result
    memset(&failure, 0, sizeof(failure))
    result = decode(node, reader, &failure)
    if result == NULL:
        if failed(&failure):
            at_step(&failure, PyUnicode_FromString(b"result"))
            raise_refusal(&failure)
    elif not close_frame(reader):
        Py_DECREF(result)
        result = NULL
    clear_failure(&failure)
    return result


cdef PyObject* read_answer(Node* node, CallbackBlock* block, uintptr_t status) noexcept nogil:
    """The result of a callback, or NULL with an exception set."""
    cdef Reader reader
    cdef Failure failure
    cdef PyObject* result = NULL
    cdef bint read = False
    cdef uint8_t kind = FRAME_RETURN
    if status == STATUS_NO_MEMORY:
        return PyErr_NoMemory()
    if status == STATUS_EXCEPTION:
        kind = FRAME_ERROR
    elif status == STATUS_REFUSAL:
        kind = FRAME_REFUSAL
    memset(&failure, 0, sizeof(failure))
    if open_frame(&reader, kind, block.reply, block.reply_length, block.reply_segments, block.reply_segment_count):
        if kind == FRAME_RETURN:
            result = read_result(node, &reader)
            read = result != NULL
        elif kind == FRAME_ERROR:
            read = raise_error(&reader)
        elif read_refusal(&reader, &failure):
            raise_refusal(&failure)
    clear_failure(&failure)
    if result == NULL and PyErr_Occurred() == NULL:
        PyErr_Format(PyExc_RuntimeError, b"malformed answer of a Go function: expected %s",
                     reader.malformed if reader.malformed != NULL else <const char*>b"one that can be read")
    if block.answer:
        tell_released(block.answer if read else block.answer | ELSEWHERE)
    return result


cdef PyObject* cross_out(Node* result, CallbackBlock* block) noexcept nogil:
    """Calls the dispatcher without the interpreter, and reads the answer."""
    cdef uint64_t reply[CELLS]
    cdef Outside outside
    cdef uintptr_t status
    block.reply = <char*>reply
    block.reply_capacity = sizeof(reply)
    block.reply_length = 0
    block.reply_segments = NULL
    block.reply_segment_count = 0
    block.answer = 0
    block.released = gs_load(&released_count)
    if this_thread.call != NULL:
        clock_out(<CallBlock*>this_thread.call)
    step_out(&outside)
    block.call = outside.call
    status = dispatcher(<uintptr_t>block)
    step_in(&outside)
    if outside.call != NULL:
        clock_in(<CallBlock*>outside.call)
    return read_answer(result, block, status)


cdef PyObject* call_back(uint64_t number, Function* f, PyObject** args, Py_ssize_t count, PyObject* names) noexcept nogil:
    """Calls the lent function of that number; NULL with an exception set."""
    cdef uint64_t frame[CELLS]
    cdef CallbackBlock block
    cdef Writer writer
    cdef Failure failure
    cdef PyObject* result = NULL
    if not may_cross():
        return NULL
    memset(&failure, 0, sizeof(failure))
    open_writer(&writer, <char*>frame, sizeof(frame))
    if write_callback(f, args, count, names, &writer, &failure):
        block.function = number
        block.frame = writer.base
        block.frame_length = writer.length - writer.segment_cells * 8
        block.segments = writer.segments
        block.segment_count = writer.segment_cells // 2
        result = cross_out(f.result, &block)
    else:
        start_frame(&writer)
        if failed(&failure) and PyErr_Occurred() == NULL:
            raise_refusal(&failure)
        clear_failure(&failure)
    free_lists(&writer)
    free(writer.own)
    return result
