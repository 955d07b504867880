# One call, from frame to frame, in one crossing.

cdef enum:
    ARGUMENTS = 12

# The arguments of one call as vectorcall wants them: the values by position, then those by
# name, in one array with a free place before it.
ctypedef struct Arguments:
    PyObject** values
    size_t count
    size_t size
    size_t positional
    PyObject* names  # NULL, a list while it grows, in the end a tuple
    PyObject* first[ARGUMENTS + 1]

cdef uint64_t FIRST_ARGUMENT = <uint64_t>-1

cdef PyObject* resolver = NULL


cdef bint grow_arguments(Arguments* arguments) noexcept nogil:
    cdef size_t size = 2 * arguments.size
    cdef PyObject** larger = <PyObject**>malloc((size + 1) * sizeof(PyObject*))
    if larger == NULL:
        PyErr_NoMemory()
        return False
    memcpy(larger + 1, arguments.values, arguments.count * sizeof(PyObject*))
    if arguments.values != arguments.first + 1:
        free(arguments.values - 1)
    arguments.values = larger + 1
    arguments.size = size
    return True


cdef inline bint add_argument(Arguments* arguments, PyObject* value) noexcept nogil:
    """Appends a value; takes the reference."""
    if arguments.count == arguments.size and not grow_arguments(arguments):
        Py_DECREF(value)
        return False
    arguments.values[arguments.count] = value
    arguments.count += 1
    return True


cdef bint add_named(Arguments* arguments, PyObject* name, PyObject* value) noexcept nogil:
    """Appends a value passed by name; takes the reference of the value."""
    if arguments.names == NULL:
        arguments.names = PyList_New(0)
    if arguments.names == NULL or PyList_Append(arguments.names, name) != 0:
        Py_DECREF(value)
        return False
    return add_argument(arguments, value)


cdef inline void end_arguments(Arguments* arguments) noexcept nogil:
    cdef size_t i
    for i in range(arguments.count):
        Py_DECREF(arguments.values[i])
    Py_XDECREF(arguments.names)
    if arguments.values != arguments.first + 1:
        free(arguments.values - 1)


cdef bint add_all(Arguments* arguments, PyObject* tuple) noexcept nogil:
    """Spreads *args."""
    cdef Py_ssize_t i
    cdef bint done = True
    for i in range(PyTuple_GET_SIZE(tuple)):
        Py_INCREF(PyTuple_GET_ITEM(tuple, i))
        done = add_argument(arguments, PyTuple_GET_ITEM(tuple, i))
        if not done:
            break
    Py_DECREF(tuple)
    return done


cdef bint add_all_named(Arguments* arguments, PyObject* dict) noexcept nogil:
    """Spreads **kwargs."""
    cdef Py_ssize_t position = 0
    cdef PyObject* key
    cdef PyObject* value
    cdef bint done = True
    while done and PyDict_Next(dict, &position, &key, &value):
        Py_INCREF(value)
        done = add_named(arguments, key, value)
    Py_DECREF(dict)
    return done


cdef void refuse_gap(Failure* failure, PyObject* missing) noexcept nogil:
    refuse_texts(
        failure,
        PyUnicode_FromFormat(b"a value for %U too, without which Python cannot be given this one", missing),
        PyUnicode_FromString(b"none"),
    )


cdef bint take_param(Param* param, Reader* reader, Arguments* arguments, PyObject** gap, Failure* failure) noexcept nogil:
    """One parameter. `gap` is the first positional parameter that was left out: what comes
    after it goes by name."""
    cdef bint present = True
    cdef PyObject* value
    if param.defaulted:
        if not take_present(reader, &present):
            return False
        if not present:
            if gap[0] == NULL and param.kind <= PARAM_POSITIONAL_OR_KEYWORD:
                gap[0] = param.name
            return True
    value = decode(param.type, reader, failure)
    if value == NULL:
        return False
    if param.kind == PARAM_VAR_KEYWORD:
        return add_all_named(arguments, value)
    if param.kind == PARAM_VAR_POSITIONAL:
        if gap[0] != NULL and PyTuple_GET_SIZE(value):
            refuse_gap(failure, gap[0])
            Py_DECREF(value)
            return False
        if not add_all(arguments, value):
            return False
        arguments.positional = arguments.count
        return True
    if param.kind == PARAM_KEYWORD_ONLY or (gap[0] != NULL and param.kind == PARAM_POSITIONAL_OR_KEYWORD):
        return add_named(arguments, param.name, value)
    if gap[0] != NULL:
        refuse_gap(failure, gap[0])
        Py_DECREF(value)
        return False
    if not add_argument(arguments, value):
        return False
    arguments.positional = arguments.count
    return True


cdef bint take_arguments(Function* function, Reader* reader, Arguments* arguments, Failure* failure) noexcept nogil:
    cdef uint32_t i
    cdef PyObject* value
    cdef PyObject* gap = NULL
    cdef PyObject* names
    for i in range(function.count):
        if function.plain:
            value = decode(function.params[i].type, reader, failure)
            if value != NULL and add_argument(arguments, value):
                continue
        elif take_param(&function.params[i], reader, arguments, &gap, failure):
            continue
        at_step(failure, PyUnicode_FromFormat(b"argument %U", function.params[i].name) if failed(failure) else NULL)
        return False
    if function.plain:
        arguments.positional = arguments.count
    if arguments.names != NULL:
        names = PySequence_Tuple(arguments.names)
        Py_DECREF(arguments.names)
        arguments.names = names
        if names == NULL:
            return False
    return close_frame(reader)


cdef inline PyObject* call_with(Function* function, Arguments* arguments) noexcept nogil:
    cdef size_t flag = <size_t>PY_VECTORCALL_ARGUMENTS_OFFSET
    if function.method != NULL:
        return PyObject_VectorcallMethod(function.method, arguments.values, arguments.positional | flag, arguments.names)
    if function.callable != NULL:
        return PyObject_Vectorcall(function.callable, arguments.values, arguments.positional | flag, arguments.names)
    return PyObject_Vectorcall(arguments.values[0], arguments.values + 1, (arguments.positional - 1) | flag, arguments.names)


cdef bint run(Function* function, Reader* reader, Writer* writer, Failure* failure) noexcept nogil:
    """Arguments, call, answer. Whether the writer holds an answer's values."""
    cdef Arguments arguments
    cdef PyObject* result
    cdef bint done
    cdef Py_ssize_t axes[AXES]
    cdef uint32_t i
    if function.axes:
        for i in range(function.axes):
            axes[i] = -1
        reader.axes = axes
        writer.axes = axes
    arguments.values = arguments.first + 1
    arguments.count = 0
    arguments.positional = 0
    arguments.size = ARGUMENTS
    arguments.names = NULL
    if not take_arguments(function, reader, &arguments, failure):
        end_arguments(&arguments)
        return False
    if function.pulls and is_pull(arguments.values[0]) and arguments.values[1] == Py_False:
        done = encode_step(function.result.items[0].items[0], arguments.values[0], writer, failure)
        end_arguments(&arguments)
        return done
    result = call_with(function, &arguments)
    end_arguments(&arguments)
    if result == NULL:
        return False
    done = encode(function.result, result, writer, failure)
    Py_DECREF(result)
    if not done:
        at_step(failure, PyUnicode_FromString(b"result") if failed(failure) else NULL)
    return done


cdef bint put_text(Writer* writer, PyObject* text) noexcept nogil:
    cdef Failure none
    cdef bint done
    memset(&none, 0, sizeof(none))
    done = text != NULL and encode_text(text, writer, &none)
    clear_failure(&none)
    return done


cdef bint write_refusal(Reader* reader, Writer* writer, Failure* failure) noexcept nogil:
    """The frame of a refusal, which ends the failure."""
    cdef PyObject* path
    cdef bint done
    if reader.malformed != NULL:
        refuse_texts(failure, PyUnicode_FromString(reader.malformed), PyUnicode_FromString(b"another one"))
        Py_XDECREF(failure.path)
        failure.path = NULL
    path = path_text(failure)
    writer.length = sizeof(Header)
    done = path != NULL and put_text(writer, path) and put_text(writer, failure.expected) and put_text(writer, failure.got)
    Py_XDECREF(path)
    return done and finish_frame(writer, FRAME_REFUSAL)


cdef int conclude(bint done, Reader* reader, Writer* writer, Failure* failure) noexcept nogil:
    """Makes whatever came of a call into a frame; returns the status."""
    cdef PyObject* type
    cdef PyObject* value
    cdef PyObject* traceback
    if done and finish_frame(writer, FRAME_ANSWER):
        return STATUS_ANSWER
    if PyErr_Occurred() == NULL:
        start_frame(writer)
        if write_refusal(reader, writer, failure):
            return STATUS_REFUSAL
        if PyErr_Occurred() == NULL:
            return STATUS_NO_MEMORY
    return write_exception(writer)


cdef bint settle_lends(Reader* reader) noexcept nogil:
    """Drops our references of what was lent in the call. Whether Python still holds any: then all
    of them tell of their end themselves."""
    cdef bint kept = False
    cdef size_t i
    for i in range(reader.lend_count):
        if Py_REFCNT(reader.lends[i].object) != 1:
            kept = True
    for i in range(reader.lend_count):
        if not kept:
            reader.lends[i].number[0] = 0
        Py_DECREF(reader.lends[i].object)
    if reader.lends != reader.first_lends:
        free(reader.lends)
    return kept


cdef inline void close_writer(Writer* writer, CallBlock* block) noexcept nogil:
    cdef size_t behind = writer.segment_cells * 8
    block.reply_segments = writer.segment_cells // 2
    block.reply_length = writer.length - behind if writer.length else 0
    block.overflow = writer.own
    free_lists(writer)


cdef uintptr_t slot_call(uintptr_t argument) noexcept nogil:
    cdef CallBlock* block = <CallBlock*>argument
    cdef Reader reader
    cdef Writer writer
    cdef Failure failure
    cdef CallBlock* outer
    cdef bint done
    cdef int status
    if block.batch != 0 and block.batch != this_thread.batch:
        no_answer(block)
        return STATUS_OUTSIDE_BATCH
    if not attach():
        return no_answer(block)
    clock_in(block)
    if gs_load(&dropped_count) and this_thread.call == NULL:
        drain()  # before the call can be interrupted, so that no __del__ swallows it
    outer = begin_call(block)
    memset(&failure, 0, sizeof(failure))
    open_writer(&writer, block.reply, block.reply_capacity)
    done = open_frame(&reader, FRAME_CALL, block.frame, block.frame_length, block.segments, block.segment_count) \
        and (writer.capacity >= sizeof(Header) or grow_writer(&writer, 0)) \
        and not interrupted_before(block) \
        and run(<Function*><uintptr_t>block.function, &reader, &writer, &failure)
    if ending != NULL:
        end_forked_child()
    end_call(block)
    status = STATUS_ANSWER
    if not gs_likely(done and finish_frame(&writer, FRAME_ANSWER)):
        status = conclude(False, &reader, &writer, &failure)
    clear_failure(&failure)
    block.kept = settle_lends(&reader) if reader.lend_count else 0
    close_writer(&writer, block)
    block.released = gs_load(&released_count)
    leave_call(outer)
    clock_out(block)
    detach()
    return status


cdef uintptr_t no_answer(CallBlock* block) noexcept nogil:
    block.reply_length = 0
    block.overflow = NULL
    block.reply_segments = 0
    block.kept = 0
    block.released = 0
    return STATUS_NO_MEMORY


cdef uintptr_t slot_bind(uintptr_t argument) noexcept nogil:
    cdef CallBlock* block = <CallBlock*>argument
    cdef Reader reader
    cdef Writer writer
    cdef Failure failure
    cdef Function* function = NULL
    cdef PyObject* callable
    cdef CallBlock* outer
    cdef int status
    if not attach():
        return no_answer(block)
    outer = begin_call(block)
    memset(&failure, 0, sizeof(failure))
    reader.malformed = NULL
    open_writer(&writer, block.reply, block.reply_capacity)
    if block.function == FIRST_ARGUMENT:
        callable = NULL
    elif block.function:
        callable = held_object(block.function)
    else:
        callable = resolver
        Py_INCREF(callable)
    if callable == NULL and block.function != FIRST_ARGUMENT:
        malformed(&reader, b"the handle of an object that is still held")
    elif grow_writer(&writer, 0):
        function = compile_function(callable, <const uint8_t*>block.frame, block.frame_length)
    if function != NULL and uses_arrays(function) and not load_numpy():
        function = NULL
    Py_XDECREF(callable)
    end_call(block)
    status = conclude(function != NULL, &reader, &writer, &failure)
    clear_failure(&failure)
    block.function = <uint64_t><uintptr_t>function
    block.kept = 0
    close_writer(&writer, block)
    block.released = gs_load(&released_count)
    leave_call(outer)
    detach()
    return status


cdef bint has_array(Node* node) noexcept nogil:
    """Whether there is an array in a type. What a name stands for is looked at once."""
    cdef uint32_t i
    if node.kind == KIND_ARRAY:
        return True
    if node.kind == KIND_CALLABLE:
        return uses_arrays(node.signature)
    if node.visited:
        return False
    node.visited = node.kind == KIND_NAMED
    for i in range(node.count):
        if has_array(node.items[i]):
            return True
    return False


cdef bint uses_arrays(Function* function) noexcept nogil:
    cdef uint32_t i
    for i in range(function.count):
        if has_array(function.params[i].type):
            return True
    return has_array(function.result)


cdef uintptr_t slot_free(uintptr_t argument) noexcept nogil:
    free(<void*>argument)
    return 0
