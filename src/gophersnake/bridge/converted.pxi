# Values whose Python types the frame does not know: instances of a class, which stay where
# they are, and what an adapter converts. And values under a name, which is what lets a type
# hold itself.

cdef bint isinstance_of(Node* node, PyObject* object, Failure* failure) noexcept nogil:
    cdef int instance = PyObject_IsInstance(object, node.type)
    if instance == 0:
        refuse_texts(failure, class_name(node.type), type_name(object))
    return instance > 0


cdef bint unfitting(PyObject* object, Failure* failure) noexcept nogil:
    """Whether the exception that is set is an adapter's refusal of the object, which then
    becomes a failure."""
    cdef PyObject* type
    cdef PyObject* value
    cdef PyObject* traceback
    cdef PyObject* got
    if not PyErr_ExceptionMatches(unfit):
        return False
    PyErr_Fetch(&type, &value, &traceback)
    PyErr_NormalizeException(&type, &value, &traceback)
    got = PyObject_GetAttrString(value, b"got")
    if got == Py_None:
        Py_DECREF(got)
        got = type_name(object)
    refuse_texts(failure, PyObject_GetAttrString(value, b"expected"), got)
    Py_XDECREF(type)
    Py_XDECREF(value)
    Py_XDECREF(traceback)
    return True


cdef PyObject* adapt(PyObject* convert, PyObject* value, Failure* failure) noexcept nogil:
    """What an adapter's function makes of a value."""
    cdef PyObject* made = PyObject_CallOneArg(convert, value)
    if made == NULL:
        unfitting(value, failure)
    return made


cdef PyObject* decode_instance(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef PyObject* object = decode_object(reader, failure)
    if object != NULL and not isinstance_of(node, object, failure):
        Py_DECREF(object)
        return NULL
    return object


cdef PyObject* decode_named(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef PyObject* object
    reader.depth += 1
    if reader.depth > LIMIT_DEPTH:
        malformed(reader, b"values nested no deeper than 2000")
        return NULL
    object = decode(node.items[0], reader, failure)
    reader.depth -= 1
    return object


cdef PyObject* decode_converted(Node* node, Reader* reader, Failure* failure) noexcept nogil:
    cdef PyObject* plain
    cdef PyObject* object
    if node.kind == KIND_NAMED:
        return decode_named(node, reader, failure)
    if node.kind == KIND_INSTANCE:
        return decode_instance(node, reader, failure)
    plain = decode(node.items[0], reader, failure)
    if plain == NULL:
        return NULL
    object = adapt(node.make, plain, failure)
    Py_DECREF(plain)
    return object


cdef bint encode_named(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef bint done
    if writer.depth >= LIMIT_DEPTH:
        refuse_texts(failure, PyUnicode_FromString(b"values nested no deeper than 2000"), type_name(object))
        return False
    writer.depth += 1
    done = encode(node.items[0], object, writer, failure)
    writer.depth -= 1
    return done


cdef bint encode_converted(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef PyObject* plain
    cdef bint done
    if node.kind == KIND_NAMED:
        return encode_named(node, object, writer, failure)
    if node.kind == KIND_INSTANCE:
        return isinstance_of(node, object, failure) and put_handle(writer, object)
    if node.attribute != NULL and <PyObject*>Py_TYPE(object) == node.type:
        plain = PyObject_GetAttr(object, node.attribute)
    else:
        plain = adapt(node.take, object, failure)
    if plain == NULL:
        return False
    done = encode(node.items[0], plain, writer, failure)
    Py_DECREF(plain)
    return done
