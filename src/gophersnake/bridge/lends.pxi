# Memory of the other side that Python may keep. A Lender stands between: arrays and
# memoryviews hold it, and when the last of them is gone, the lend's number is queued for
# the other side to take, which then lets go of the memory.

cimport cython

cdef PyThread_type_lock released_lock = PyThread_allocate_lock()
cdef uint64_t* released = NULL
cdef size_t released_count = 0
cdef size_t released_size = 0
cdef char* BYTE_FORMAT = b"B"


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
        if self.number:
            PyThread_acquire_lock(released_lock, 1)
            push(&released, &released_count, &released_size, &self.number, 1)
            PyThread_release_lock(released_lock)


cdef Lender new_lender(uint64_t number, char* address, Py_ssize_t length, bint writable):
    cdef Lender lender = Lender.__new__(Lender)
    lender.number = number
    lender.address = address
    lender.length = length
    lender.writable = writable
    return lender


cdef PyObject* lend(uint64_t number, char* address, Py_ssize_t length, bint writable) noexcept:
    """A new reference to a Lender, or NULL with an exception set."""
    try:
        lender = new_lender(number, address, length, writable)
    except MemoryError:
        PyErr_NoMemory()
        return NULL
    Py_INCREF(<PyObject*>lender)
    return <PyObject*>lender


cdef void silence(PyObject* lender) noexcept:
    (<Lender>lender).number = 0


cdef uintptr_t slot_lends(uintptr_t argument) noexcept nogil:
    cdef ListBlock* block = <ListBlock*>argument
    cdef size_t n
    PyThread_acquire_lock(released_lock, 1)
    n = released_count if released_count < block.count else block.count
    memcpy(block.numbers, released + (released_count - n), n * sizeof(uint64_t))
    gs_store(&released_count, released_count - n)
    PyThread_release_lock(released_lock)
    return n
