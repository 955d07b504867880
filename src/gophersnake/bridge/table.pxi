# What the other side gets: the function table of contract/slots.md, in a capsule.

ctypedef uintptr_t (*Slot)(uintptr_t) noexcept nogil

cdef enum:
    SLOTS = 14

ctypedef struct Table:
    char letters[8]
    uint32_t version
    uint32_t slots
    Slot slot[SLOTS]

cdef Table the_table
memcpy(the_table.letters, b"gphrsnke", 8)
the_table.version = LIMIT_TABLE_VERSION
the_table.slots = SLOTS
the_table.slot[0] = slot_call
the_table.slot[1] = slot_bind
the_table.slot[2] = slot_release
the_table.slot[3] = slot_drain
the_table.slot[4] = slot_lends
the_table.slot[5] = slot_free
the_table.slot[6] = slot_pending
the_table.slot[7] = slot_interrupt
the_table.slot[8] = slot_dispatcher
the_table.slot[9] = slot_probe
the_table.slot[10] = slot_inside
the_table.slot[11] = slot_enter
the_table.slot[12] = slot_exit
the_table.slot[13] = slot_entered

# contract/frame.md, "An exception".
cdef bytes EXCEPTIONS = bytes([
    KIND_LIST, KIND_TUPLE, 13,
    KIND_STR, KIND_STR, KIND_STR,
    KIND_LIST, KIND_TUPLE, 4, KIND_STR, KIND_INT, KIND_STR, KIND_STR,
    KIND_LIST, KIND_STR,
    KIND_LIST, KIND_STR,
    KIND_INT, KIND_INT, KIND_BOOL,
    KIND_LIST, KIND_INT,
    KIND_STR, KIND_OBJECT, KIND_INT,
])

# contract/frame.md, "A callback".
cdef bytes ERROR = bytes([
    KIND_TUPLE, 5, KIND_INT, KIND_STR, KIND_STR, KIND_OPTIONAL, KIND_HELD, KIND_OPTIONAL, KIND_OBJECT,
])


cdef Node* compile_bytes(bytes program_bytes):
    cdef Program program
    memset(&program, 0, sizeof(Program))
    program.at = <const uint8_t*><char*>program_bytes
    program.end = program.at + len(program_bytes)
    return compile_node(&program, 0)


cdef object prepare():
    """Finds what a call needs, once, when the module is imported."""
    global array_of_tensor, tensor_of_array, described_dtype, dtype_of_time, unit_of_time, instead_of_masked
    global interpreter, resolver, describer, cancelled, pause, exceptions_node, error_node, error_maker
    from gophersnake.host.binding import resolve
    from gophersnake.host.cancellation import Cancelled, pause as pause_of_host
    from gophersnake.host.dtypes import described, of_time, unit_of
    from gophersnake.host.errors import describe
    from gophersnake.host.masks import instead
    from gophersnake.host.tensors import array_of, tensor_of
    from gophersnake.host.functions import error
    interpreter = PyInterpreterState_Get()
    fill_any_nodes()
    fill_kind_names()
    fill_dtype_names()
    fill_dtype_numbers()
    exceptions_node = compile_bytes(EXCEPTIONS)
    error_node = compile_bytes(ERROR)
    resolver = <PyObject*>resolve
    describer = <PyObject*>describe
    described_dtype = <PyObject*>described
    dtype_of_time = <PyObject*>of_time
    unit_of_time = <PyObject*>unit_of
    Py_INCREF(described_dtype)
    Py_INCREF(dtype_of_time)
    Py_INCREF(unit_of_time)
    instead_of_masked = <PyObject*>instead
    Py_INCREF(instead_of_masked)
    array_of_tensor = <PyObject*>array_of
    tensor_of_array = <PyObject*>tensor_of
    Py_INCREF(array_of_tensor)
    Py_INCREF(tensor_of_array)
    cancelled = <PyObject*>Cancelled
    pause = <PyObject*>pause_of_host
    Py_INCREF(pause)
    Py_INCREF(resolver)
    error_maker = <PyObject*>error
    Py_INCREF(describer)
    Py_INCREF(cancelled)
    Py_INCREF(error_maker)
    prepare_functions()
    prepare_iteration()
    if exceptions_node == NULL or error_node == NULL or not load_abcs() or not prepare_instances():
        raise MemoryError
    return PyCapsule_New(&the_table, b"gophersnake.bridge.table", NULL)


table = prepare()
