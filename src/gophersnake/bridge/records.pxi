# Records: between their fields in a frame and an object of their class. Most are called with
# the fields and read by their attributes, which is done here; for others the adapter does it
# with a tuple of the fields.

cdef enum:
    DIRECT_FIELDS = 32  # more of them than this go by the adapter, whatever it says
    # What reads all attributes of a record is Python code: it is worth the call if there are
    # a few of them, and if the processor knows the code from records before it.
    READ_TOGETHER = 4
    READ_BEFORE = 4


cdef PyObject* decode_field(Node* node, uint32_t i, Reader* reader, Failure* failure) noexcept nogil:
    cdef PyObject* field = NULL
    cdef bint present = True
    if node.flags[i] & FIELD_MAY_BE_MISSING and not take_present(reader, &present):
        return NULL
    if not present:
        Py_INCREF(missing)
        return missing
    field = decode(node.items[i], reader, failure)
    if field == NULL:
        at_field(failure, node.names[i])
    return field


cdef PyObject* decode_direct(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    """Calls the class with the fields by position."""
    cdef PyObject* fields[DIRECT_FIELDS + 1]
    cdef PyObject* record = NULL
    cdef uint32_t i, count = 0
    for i in range(node.count):
        fields[i + 1] = decode_field(node, i, reader, failure)
        if fields[i + 1] == NULL:
            break
        count += 1
    if count == node.count:
        record = instance_of(node.type, fields + 1, count)
    for i in range(count):
        Py_DECREF(fields[i + 1])
    return record


cdef PyObject* decode_fields(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    """The tuple of the fields."""
    cdef PyObject* fields = PyTuple_New(node.count)
    cdef PyObject* field
    cdef uint64_t cell = 0
    cdef uint32_t i
    if fields == NULL:
        return NULL
    if node.count == 0 and (not take_cell(reader, &cell) or (cell != 0 and not malformed(reader, b"0 for a record of no fields"))):
        Py_DECREF(fields)
        return NULL
    for i in range(node.count):
        field = decode_field(node, i, reader, failure)
        if field == NULL:
            Py_DECREF(fields)
            return NULL
        PyTuple_SET_ITEM(fields, i, field)
    return fields


cdef PyObject* decode_record(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef PyObject* fields
    cdef PyObject* record
    if node.direct and node.count <= DIRECT_FIELDS:
        return decode_direct(node, reader, failure)
    fields = decode_fields(node, reader, failure)
    if fields == NULL:
        return NULL
    record = adapt(node.make, fields, failure)
    Py_DECREF(fields)
    return record


cdef bint encode_field(Node* node, uint32_t i, PyObject* field, Writer* writer, Failure* failure) noexcept nogil:
    cdef bint there
    if node.flags[i] & FIELD_MAY_BE_MISSING:
        there = field != missing
        if not put_cell(writer, there):
            return False
        if not there:
            return True
    if encode(node.items[i], field, writer, failure):
        return True
    at_field(failure, node.names[i])
    return False


cdef void refuse_attribute(Node* node, uint32_t i, Failure* failure) noexcept nogil:
    """Turns the AttributeError that is set into a failure that names the field."""
    cdef PyObject* name
    PyErr_Clear()  # first: what the name takes must not be asked for while an exception is set
    name = class_name(node.type)
    if name == NULL:
        return
    refuse_texts(
        failure,
        PyUnicode_FromFormat(b"%U with a field %R", name, node.names[i]),
        PyUnicode_FromString(b"one without"),
    )
    Py_DECREF(name)


cdef bint encode_fields(Node* node, PyObject* fields, Writer* writer, Failure* failure) noexcept nogil:
    cdef uint32_t i
    if not PyTuple_Check(fields) or PyTuple_GET_SIZE(fields) != <Py_ssize_t>node.count:
        PyErr_SetString(PyExc_RuntimeError, b"an adapter gave something else than the record's fields")
        return False
    if node.count == 0:
        return put_cell(writer, 0)
    for i in range(node.count):
        if not encode_field(node, i, PyTuple_GET_ITEM(fields, i), writer, failure):
            return False
    return True


cdef bint encode_each(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    """Reads the attributes one by one."""
    cdef uint32_t i
    cdef PyObject* field
    cdef bint done
    for i in range(node.count):
        field = PyObject_GetAttr(object, node.names[i])
        if field == NULL:
            if PyErr_ExceptionMatches(PyExc_AttributeError):
                refuse_attribute(node, i, failure)
            return False
        done = encode_field(node, i, field, writer, failure)
        Py_DECREF(field)
        if not done:
            return False
    return True


cdef bint encode_attributes(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    """Reads the attributes. Should one be missing, reading them one by one finds it."""
    cdef PyObject* fields
    cdef bint done
    if <PyObject*>Py_TYPE(object) != node.type and not isinstance_of(node, object, failure):
        return False
    if node.count < READ_TOGETHER or writer.records < READ_BEFORE:
        writer.records += 1
        return encode_each(node, object, writer, failure)
    fields = PyObject_CallOneArg(node.take, object)
    if fields == NULL:
        if not PyErr_ExceptionMatches(PyExc_AttributeError):
            return False
        PyErr_Clear()
        return encode_each(node, object, writer, failure)
    done = encode_fields(node, fields, writer, failure)
    Py_DECREF(fields)
    return done


cdef bint encode_record(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef PyObject* fields
    cdef bint done
    if node.attributes:
        return encode_attributes(node, object, writer, failure)
    fields = adapt(node.take, object, failure)
    if fields == NULL:
        return False
    done = encode_fields(node, fields, writer, failure)
    Py_DECREF(fields)
    return done
