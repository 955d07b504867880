# The bytes of a frame: reading them with every bound checked, and writing them into the
# caller's buffer or, where that is too small, into memory of our own.

ctypedef struct Segment:
    char* address
    uint64_t length

ctypedef struct Header:
    char letters[2]
    uint8_t version
    uint8_t kind
    uint32_t segments
    uint64_t length

cdef enum:
    LENDS = 16
    FEW = 4  # handles and segments that an answer has without memory of its own for them

cdef uint64_t ELSEWHERE = <uint64_t>1 << 63

# What stands for something lent, and where it has the lend's number.
ctypedef struct Lend:
    PyObject* object
    uint64_t* number

ctypedef struct Reader:
    const char* at
    const char* end
    Segment* segments
    uint64_t segment_count
    uint64_t next_segment
    const char* malformed
    int depth
    Py_ssize_t* axes  # the extents that have names in this call, -1 before they are known
    bint settles  # after this call it is looked at whether Python kept what was lent in it
    Lend* lends  # of this call, each with a reference of ours
    size_t lend_count
    size_t lend_size
    Lend first_lends[LENDS]


cdef bint malformed(Reader* reader, const char* wrong) noexcept nogil:
    if reader.malformed == NULL:
        reader.malformed = wrong
    return False


cdef inline uint64_t plain_header(uint8_t kind) noexcept nogil:
    """The first cell of a frame of that kind without segments."""
    return <uint64_t>0x5347 | LIMIT_FRAME_VERSION << 16 | <uint64_t>kind << 24


cdef inline bint open_frame(Reader* reader, uint8_t kind, const char* frame, uint64_t length, Segment* segments, uint64_t count) noexcept nogil:
    cdef uint64_t cells[2]
    reader.at = frame + sizeof(Header)
    reader.end = frame + length
    reader.segments = segments
    reader.segment_count = count
    reader.next_segment = 0
    reader.malformed = NULL
    reader.depth = 0
    reader.axes = NULL
    reader.settles = kind == FRAME_CALL
    reader.lend_count = 0
    if gs_likely(count == 0 and length >= sizeof(Header) and length % 8 == 0 and frame != NULL):
        memcpy(cells, frame, sizeof(Header))
        if gs_likely(cells[0] == plain_header(kind) and cells[1] == length):
            return True
    return check_frame(reader, kind, frame, length, count)


cdef bint check_frame(Reader* reader, uint8_t kind, const char* frame, uint64_t length, uint64_t count) noexcept nogil:
    cdef Header* header = <Header*>frame
    if length < sizeof(Header) or frame == NULL:
        return malformed(reader, b"a frame with a whole header")
    if header.letters[0] != b"G" or header.letters[1] != b"S":
        return malformed(reader, b"a frame that begins with GS")
    if header.version != LIMIT_FRAME_VERSION:
        return malformed(reader, b"a frame of this version")
    if header.kind != kind:
        return malformed(reader, b"a frame of the kind that is read here")
    if header.length != length or length % 8:
        return malformed(reader, b"a frame of the length its header says")
    if header.segments != count:
        return malformed(reader, b"as many segments as the header says")
    return True


cdef inline bint take_cell(Reader* reader, uint64_t* cell) noexcept nogil:
    if reader.end - reader.at < 8:
        return malformed(reader, b"a frame that does not end in the middle of a value")
    memcpy(cell, reader.at, 8)
    reader.at += 8
    return True


cdef bint take_segment(Reader* reader, Segment* segment) noexcept nogil:
    if reader.next_segment >= reader.segment_count:
        return malformed(reader, b"as many segments as the values use")
    segment[0] = reader.segments[reader.next_segment]
    reader.next_segment += 1
    return True


cdef inline bint take_run(Reader* reader, uint64_t width, const char** bytes, uint64_t* count) noexcept nogil:
    """A run: where its content is and how many items it has."""
    cdef Segment segment
    cdef uint64_t cell = 0, size
    if not take_cell(reader, &cell):
        return False
    count[0] = cell & ~ELSEWHERE
    if cell & ELSEWHERE:
        if not take_segment(reader, &segment):
            return False
        if segment.length % width or segment.length // width != count[0]:
            return malformed(reader, b"a segment of the length its run says")
        bytes[0] = segment.address
        return True
    if count[0] > <uint64_t>(reader.end - reader.at) // width:
        return malformed(reader, b"a run that does not pass the end of the frame")
    bytes[0] = reader.at
    size = (count[0] * width + 7) & ~<uint64_t>7
    if size > <uint64_t>(reader.end - reader.at):
        return malformed(reader, b"a run that does not pass the end of the frame")
    reader.at += size
    return True


cdef inline bint take_count(Reader* reader, uint64_t* count) noexcept nogil:
    if not take_cell(reader, count):
        return False
    if count[0] > <uint64_t>(reader.end - reader.at) // 8:
        return malformed(reader, b"a count that the rest of the frame can hold")
    return True


cdef inline bint take_present(Reader* reader, bint* present) noexcept nogil:
    cdef uint64_t cell = 0
    if not take_cell(reader, &cell):
        return False
    present[0] = cell != 0
    return cell <= 1 or malformed(reader, b"0 or 1 before a value that may be left out")


cdef bint close_frame(Reader* reader) noexcept nogil:
    if reader.at != reader.end:
        return malformed(reader, b"a frame that ends with its last value")
    if reader.next_segment != reader.segment_count:
        return malformed(reader, b"a frame whose values use all its segments")
    return True


cdef bint remember_lend(Reader* reader, PyObject* object, uint64_t* number) noexcept nogil:
    """Keeps a reference of our own, to see after the call whether Python kept what was lent."""
    cdef Lend* larger
    if not reader.settles:
        return True
    if reader.lend_count == 0:
        reader.lends = reader.first_lends
        reader.lend_size = LENDS
    if reader.lend_count == reader.lend_size:
        larger = <Lend*>malloc(2 * reader.lend_size * sizeof(Lend))
        if larger == NULL:
            PyErr_NoMemory()
            return False
        memcpy(larger, reader.lends, reader.lend_count * sizeof(Lend))
        if reader.lends != reader.first_lends:
            free(reader.lends)
        reader.lends = larger
        reader.lend_size *= 2
    Py_INCREF(object)
    reader.lends[reader.lend_count].object = object
    reader.lends[reader.lend_count].number = number
    reader.lend_count += 1
    return True


ctypedef struct Writer:
    char* base
    size_t length
    size_t capacity
    char* own  # NULL while base is the caller's buffer
    uint64_t* handles  # made for this answer, dropped if it fails
    size_t handle_count
    size_t handle_size
    uint64_t* segments  # pairs of address and length
    size_t segment_cells
    size_t segment_size
    int depth
    uint32_t records  # how many were written whose attributes are read
    Py_ssize_t* axes  # as the Reader's
    uint64_t few_handles[FEW]
    uint64_t few_segments[2 * FEW]


cdef inline void open_writer(Writer* writer, char* base, size_t capacity) noexcept nogil:
    writer.base = base
    writer.length = sizeof(Header)
    writer.capacity = capacity
    writer.own = NULL
    writer.handles = writer.few_handles
    writer.handle_count = 0
    writer.handle_size = FEW
    writer.segments = writer.few_segments
    writer.segment_cells = 0
    writer.segment_size = 2 * FEW
    writer.depth = 0
    writer.records = 0
    writer.axes = NULL


cdef inline void free_lists(Writer* writer) noexcept nogil:
    if writer.handles != writer.few_handles:
        free(writer.handles)
    if writer.segments != writer.few_segments:
        free(writer.segments)


cdef bint grow_writer(Writer* writer, size_t more) noexcept nogil:
    cdef size_t capacity = 2 * writer.capacity
    cdef char* larger
    if capacity < writer.length + more:
        capacity = writer.length + more
    if capacity < 256:
        capacity = 256
    larger = <char*>realloc(writer.own, capacity)
    if larger == NULL:
        PyErr_NoMemory()
        return False
    if writer.own == NULL and writer.base != NULL:  # what is beyond its end was never written
        memcpy(larger, writer.base, writer.length if writer.length < writer.capacity else writer.capacity)
    writer.own = larger
    writer.base = larger
    writer.capacity = capacity
    return True


cdef inline char* reserve(Writer* writer, size_t n) noexcept nogil:
    """Room for n more bytes at the end, or NULL with MemoryError set."""
    cdef char* room
    if writer.capacity < writer.length + n and not grow_writer(writer, n):
        return NULL
    room = writer.base + writer.length
    writer.length += n
    return room


cdef inline bint put_cell(Writer* writer, uint64_t cell) noexcept nogil:
    cdef char* room = reserve(writer, 8)
    if room == NULL:
        return False
    memcpy(room, &cell, 8)
    return True


cdef inline bint put_float(Writer* writer, double number) noexcept nogil:
    cdef uint64_t cell
    memcpy(&cell, &number, 8)
    return put_cell(writer, cell)


cdef bint put_bytes(Writer* writer, const char* bytes, size_t n) noexcept nogil:
    cdef char* room = reserve(writer, 8 + ((n + 7) & ~<size_t>7))
    cdef uint64_t cell = n
    if room == NULL:
        return False
    memcpy(room, &cell, 8)
    memcpy(room + 8, bytes, n)
    if n % 8:
        memset(room + 8 + n, 0, 8 - n % 8)
    return True


cdef bint collect(uint64_t** numbers, size_t* count, size_t* size, uint64_t* few, uint64_t* more, size_t n) noexcept nogil:
    """Appends to an array that begins in the memory `few`, which has room for `size`."""
    cdef uint64_t* own
    if count[0] + n > size[0] and numbers[0] == few:
        own = <uint64_t*>malloc(2 * size[0] * sizeof(uint64_t))
        if own == NULL:
            return False
        memcpy(own, few, count[0] * sizeof(uint64_t))
        numbers[0] = own
        size[0] *= 2
    return push(numbers, count, size, more, n)


cdef bint put_handle(Writer* writer, PyObject* object) noexcept nogil:
    cdef uint64_t handle = hold(object)
    if handle == 0:
        return False
    if not collect(&writer.handles, &writer.handle_count, &writer.handle_size, writer.few_handles, &handle, 1):
        drop(handle)
        PyErr_NoMemory()
        return False
    return put_cell(writer, handle)


cdef bint put_segment(Writer* writer, const void* address, uint64_t length) noexcept nogil:
    cdef uint64_t pair[2]
    pair[0] = <uint64_t><uintptr_t>address
    pair[1] = length
    if not collect(&writer.segments, &writer.segment_cells, &writer.segment_size, writer.few_segments, pair, 2):
        PyErr_NoMemory()
        return False
    return True


cdef void start_frame(Writer* writer) noexcept nogil:
    """An empty frame again, whose handles so far are dropped."""
    cdef size_t i
    for i in range(writer.handle_count):
        drop(writer.handles[i])
    writer.handle_count = 0
    writer.segment_cells = 0
    writer.length = 0


cdef inline bint finish_frame(Writer* writer, uint8_t kind) noexcept nogil:
    """Fills in the header and lays the segments' pairs behind the frame."""
    cdef uint64_t cell = plain_header(kind) | <uint64_t>(writer.segment_cells // 2) << 32
    cdef uint64_t length = writer.length
    memcpy(writer.base, &cell, 8)
    memcpy(writer.base + 8, &length, 8)
    return writer.segment_cells == 0 or put_pairs(writer)


cdef bint put_pairs(Writer* writer) noexcept nogil:
    cdef char* room = reserve(writer, writer.segment_cells * 8)
    if room == NULL:
        return False
    memcpy(room, writer.segments, writer.segment_cells * 8)
    return True
