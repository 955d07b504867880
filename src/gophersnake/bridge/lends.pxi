# What of the other side's Python may keep: memory, functions, values. An object stands for
# each, and when it goes, the lend's number is queued for the other side to take, which
# then lets go. For memory that is a Lender, which arrays and memoryviews hold.

cimport cython

cdef PyThread_type_lock released_lock = PyThread_allocate_lock()
cdef uint64_t* released = NULL
cdef size_t released_count = 0
cdef size_t released_size = 0
cdef char* BYTE_FORMAT = b"B"


cdef void tell_released(uint64_t number) noexcept nogil:
    """Queues the number of a lend that has ended; of 0, nobody waits for it."""
    if number:
        PyThread_acquire_lock(released_lock, 1)
        push(&released, &released_count, &released_size, &number, 1)
        PyThread_release_lock(released_lock)


@cython.final
@cython.internal
@cython.no_gc
@cython.freelist(16)
cdef class Lender:
    """Borrowed memory as a buffer of bytes (PEP 3118)."""

    cdef uint64_t number  # 0: nobody waits for this lend's end
    cdef char* address
    cdef Py_ssize_t length
    cdef bint writable

    def __getbuffer__(self, Py_buffer* view, int flags):
        if flags & 1 and not self.writable:  # PyBUF_WRITABLE
            raise BufferError("memory lent by Go is read-only")
        view.buf = self.address
        view.obj = self
        view.len = self.length
        view.readonly = not self.writable
        view.itemsize = 1
        view.format = BYTE_FORMAT if flags & 4 else NULL  # PyBUF_FORMAT
        view.ndim = 1
        view.shape = &self.length if flags & 8 else NULL  # PyBUF_ND
        view.strides = &view.itemsize if flags & 0x18 == 0x18 else NULL  # PyBUF_STRIDES
        view.suboffsets = NULL
        view.internal = NULL

    def __dealloc__(self):
        tell_released(self.number)


cdef Lender new_lender(uint64_t number, char* address, Py_ssize_t length, bint writable):
    cdef Lender lender = Lender.__new__(Lender)
    lender.number = number
    lender.address = address
    lender.length = length
    lender.writable = writable
    return lender


cdef PyObject* lend(uint64_t number, char* address, Py_ssize_t length, bint writable, Reader* reader) noexcept:
    """A new reference to a Lender, or NULL with an exception set."""
    try:
        lender = new_lender(number, address, length, writable)
    except MemoryError:
        PyErr_NoMemory()
        return NULL
    if not remember_lend(reader, <PyObject*>lender, &lender.number):
        return NULL
    Py_INCREF(<PyObject*>lender)
    return <PyObject*>lender


@cython.final
@cython.no_gc
@cython.freelist(16)
cdef class GoValue:
    """A value of Go's that Python holds and hands back; Python cannot look into it."""

    cdef uint64_t number
    cdef object __weakref__

    def __init__(self):
        raise TypeError("only Go makes these")

    def __repr__(self):
        return f"<Go value {self.number}>"

    @property
    def _number(self):
        return self.number

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self  # what it is has no parts in Python

    def __reduce__(self):
        raise TypeError("a Go value cannot be pickled")

    def __dealloc__(self):
        tell_released(self.number)


cdef PyObject* lend_value(uint64_t number, Reader* reader) noexcept:
    """A new reference to a GoValue, or NULL with an exception set."""
    cdef GoValue value
    try:
        value = GoValue.__new__(GoValue)
    except MemoryError:
        PyErr_NoMemory()
        return NULL
    value.number = number
    if not remember_lend(reader, <PyObject*>value, &value.number):
        return NULL
    Py_INCREF(<PyObject*>value)
    return <PyObject*>value


cdef uint64_t held_value(PyObject* object) noexcept:
    """The number of the value that a GoValue is, 0 if the object is none."""
    return (<GoValue>object).number if Py_TYPE(object) == <PyTypeObject*>GoValue else 0


cdef uintptr_t slot_lends(uintptr_t argument) noexcept nogil:
    cdef ListBlock* block = <ListBlock*>argument
    cdef size_t n
    PyThread_acquire_lock(released_lock, 1)
    n = released_count if released_count < block.count else block.count
    memcpy(block.numbers, released + (released_count - n), n * sizeof(uint64_t))
    gs_store(&released_count, released_count - n)
    PyThread_release_lock(released_lock)
    return n
