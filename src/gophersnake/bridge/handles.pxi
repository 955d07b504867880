# Objects that the other side holds. A handle is a place in a table and the count of how
# often that place was used, so that a stale handle is found out and never reaches another
# object. Dropping a handle only queues it: the object goes at the next crossing that
# attaches, because a cleanup must neither take the GIL nor block.

ctypedef struct Held:
    PyObject* object
    uint32_t generation
    uint32_t next_free

cdef Held* held = NULL
cdef uint32_t held_size = 0
cdef uint32_t first_free = 0  # place + 1; 0: none

cdef PyThread_type_lock dropped_lock = PyThread_allocate_lock()
cdef uint64_t* dropped = NULL
cdef size_t dropped_count = 0
cdef size_t dropped_size = 0


cdef bint grow_held() noexcept nogil:
    cdef uint32_t size = held_size * 2 if held_size else 64
    cdef Held* larger = <Held*>realloc(held, size * sizeof(Held))
    cdef uint32_t i
    global held, held_size, first_free
    if larger == NULL:
        return False
    held = larger
    for i in range(held_size, size):
        held[i].object = NULL
        held[i].generation = 1
        held[i].next_free = i + 2 if i + 1 < size else 0
    first_free = held_size + 1
    held_size = size
    return True


cdef uint64_t hold(PyObject* object) noexcept nogil:
    """A new handle for `object`, which it takes a reference of; 0 with MemoryError set."""
    cdef uint32_t place
    cdef uint64_t handle
    global first_free
    gs_lock_table()
    if first_free == 0 and not grow_held():
        gs_unlock_table()
        PyErr_NoMemory()
        return 0
    place = first_free - 1
    first_free = held[place].next_free
    held[place].object = object
    Py_INCREF(object)
    handle = (<uint64_t>held[place].generation << 32) | (place + 1)
    gs_unlock_table()
    gs_share(object)
    return handle


cdef inline Held* held_by(uint64_t handle) noexcept nogil:
    cdef uint32_t place = <uint32_t>handle - 1
    if place >= held_size or held[place].object == NULL:
        return NULL
    if held[place].generation != <uint32_t>(handle >> 32):
        return NULL
    return &held[place]


cdef PyObject* held_object(uint64_t handle) noexcept nogil:
    """A new reference to the object of a handle, or NULL (no exception) if there is none."""
    cdef Held* entry
    cdef PyObject* object = NULL
    gs_lock_table()
    entry = held_by(handle)
    if entry != NULL:
        object = entry.object
        Py_INCREF(object)
    gs_unlock_table()
    return object


cdef void drop(uint64_t handle) noexcept nogil:
    """Ends a handle and its reference. Needs the interpreter; may run any `__del__`."""
    cdef Held* entry
    cdef PyObject* object = NULL
    global first_free
    gs_lock_table()
    entry = held_by(handle)
    if entry != NULL:
        object = entry.object
        entry.object = NULL
        entry.generation += 1
        entry.next_free = first_free
        first_free = <uint32_t>handle
    gs_unlock_table()
    Py_XDECREF(object)


cdef void drain() noexcept nogil:
    """Drops the queued handles, with the error indicator kept as it is."""
    cdef uint64_t* batch
    cdef size_t count, i
    cdef PyObject* type
    cdef PyObject* value
    cdef PyObject* traceback
    global dropped, dropped_count, dropped_size
    PyThread_acquire_lock(dropped_lock, 1)
    batch = dropped
    count = dropped_count
    dropped = NULL
    dropped_size = 0
    gs_store(&dropped_count, 0)
    PyThread_release_lock(dropped_lock)
    if count:
        PyErr_Fetch(&type, &value, &traceback)
        for i in range(count):
            drop(batch[i])
        PyErr_Restore(type, value, traceback)
    free(batch)


ctypedef struct ListBlock:
    uint64_t* numbers
    uint64_t count


cdef bint push(uint64_t** numbers, size_t* count, size_t* size, uint64_t* more, size_t n) noexcept nogil:
    """Appends to a growing array. The caller holds its lock; no memory: False."""
    cdef size_t wanted
    cdef uint64_t* larger
    if count[0] + n > size[0]:
        wanted = 2 * (count[0] + n)
        larger = <uint64_t*>realloc(numbers[0], wanted * sizeof(uint64_t))
        if larger == NULL:
            return False
        numbers[0] = larger
        size[0] = wanted
    memcpy(numbers[0] + count[0], more, n * sizeof(uint64_t))
    gs_store(count, count[0] + n)
    return True


cdef uintptr_t slot_release(uintptr_t argument) noexcept nogil:
    cdef ListBlock* block = <ListBlock*>argument
    PyThread_acquire_lock(dropped_lock, 1)
    # Without memory for the queue the objects stay: a leak in a process that is dying.
    push(&dropped, &dropped_count, &dropped_size, block.numbers, block.count)
    PyThread_release_lock(dropped_lock)
    return 0


cdef uintptr_t slot_pending(uintptr_t argument) noexcept nogil:
    return gs_load(&dropped_count)


cdef uintptr_t slot_drain(uintptr_t argument) noexcept nogil:
    if gs_load(&dropped_count) and attach():
        drain()
        detach()
    return 0
