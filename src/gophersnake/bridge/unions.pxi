# Unions: which item an object is of. First the item whose class is exactly the object's,
# then the first item in the program's order that takes it.

cdef PyObject* decode_union(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef uint64_t place = 0
    if not take_cell(reader, &place):
        return NULL
    if place >= node.count:
        malformed(reader, b"the place of a type of the union")
        return NULL
    return decode(node.items[place], reader, failure)


cdef PyObject* exact_class(Node* node) noexcept nogil:
    """The class that every object of a type is usually of; NULL where there is none."""
    cdef uint8_t kind = node.kind
    if kind == KIND_BOOL:
        return <PyObject*>&PyBool_Type
    if kind == KIND_INT or kind == KIND_BIGINT:
        return <PyObject*>&PyLong_Type
    if kind == KIND_FLOAT:
        return <PyObject*>&PyFloat_Type
    if kind == KIND_COMPLEX:
        return <PyObject*>&PyComplex_Type
    if kind == KIND_STR:
        return <PyObject*>&PyUnicode_Type
    if kind == KIND_BYTES:
        return <PyObject*>&PyBytes_Type
    if kind == KIND_BYTEARRAY:
        return <PyObject*>&PyByteArray_Type
    if kind == KIND_LIST or kind == KIND_SEQUENCE:
        return <PyObject*>&PyList_Type
    if kind == KIND_TUPLE or kind == KIND_TUPLE_OF:
        return <PyObject*>&PyTuple_Type
    if kind == KIND_SET:
        return <PyObject*>&PySet_Type
    if kind == KIND_FROZENSET:
        return <PyObject*>&PyFrozenSet_Type
    if kind == KIND_DICT or kind == KIND_MAPPING:
        return <PyObject*>&PyDict_Type
    if kind == KIND_NAMED:
        return exact_class(node.items[0])
    return node.type


# How much an answer holds, so that it can go back to there.
ctypedef struct Mark:
    size_t length
    size_t handles
    size_t segments


cdef Mark mark_of(Writer* writer) noexcept nogil:
    cdef Mark mark
    mark.length = writer.length
    mark.handles = writer.handle_count
    mark.segments = writer.segment_cells
    return mark


cdef void back_to(Mark mark, Writer* writer) noexcept nogil:
    while writer.handle_count > mark.handles:
        writer.handle_count -= 1
        drop(writer.handles[writer.handle_count])
    writer.length = mark.length
    writer.segment_cells = mark.segments


cdef void refuse_all(Node* node, PyObject* object, Node* item, Failure* inside, Failure* failure) noexcept nogil:
    """Records that nothing fits, and why the item does not that has the object's class."""
    cdef PyObject* path = path_text(inside)
    cdef PyObject* got = type_name(object)
    cdef PyObject* tried = node_text(item, 1)
    cdef PyObject* why = NULL
    if path != NULL and got != NULL and tried != NULL:
        why = PyUnicode_FromFormat(
            b"%U (as %U: %U%sexpected %U, got %U)", got, tried, path,
            b": " if inside.path != NULL else b"", inside.expected, inside.got,
        )
    Py_XDECREF(path)
    Py_XDECREF(got)
    Py_XDECREF(tried)
    refuse_texts(failure, node_text(node, 0), why)


cdef bint encode_union(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    """Tries the items twice over: those of exactly the object's class, then the others. If
    only one is of its class, a failure inside of it says more than that nothing fits. An int
    that is too large for an int is not taken for a float."""
    cdef PyObject* type = <PyObject*>Py_TYPE(object)
    cdef Failure inside
    cdef Node* first = NULL
    cdef Mark mark = mark_of(writer)
    cdef uint32_t i, place, tried = 0
    cdef bint exact, done = False
    memset(&inside, 0, sizeof(Failure))
    for i in range(2 * node.count):
        place = i % node.count
        exact = i < node.count
        if (exact_class(node.items[place]) == type) != exact:
            continue
        if not exact and first != NULL and first.kind == KIND_INT:
            break
        done = put_cell(writer, place) and encode(node.items[place], object, writer, failure)
        if done or not failed(failure):  # not done and no failure: an exception of Python's
            clear_failure(&inside)
            return done
        back_to(mark, writer)
        tried += exact
        if exact and first == NULL:
            first = node.items[place]
            inside = failure[0]
            memset(failure, 0, sizeof(Failure))
        clear_failure(failure)
    if first == NULL:
        refuse_texts(failure, node_text(node, 0), type_name(object))
    elif tried == 1 and inside.path != NULL:
        failure[0] = inside
    else:
        refuse_all(node, object, first, &inside, failure)
        clear_failure(&inside)
    return False
