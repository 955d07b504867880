# Python → frame: one function a family of types. Each returns whether it wrote the value;
# if not, either the failure says why or Python's error indicator is set. Types are checked
# as PEP 484 has it: an instance of a subclass will do, an int will do for a float (and
# either for a complex), nothing else is coerced.

cdef PyObject* abc_collection = NULL
cdef PyObject* abc_mapping = NULL


cdef bint load_abcs() noexcept nogil:
    cdef PyObject* module = PyImport_ImportModule(b"collections.abc")
    global abc_collection, abc_mapping
    if module == NULL:
        return False
    abc_collection = PyObject_GetAttrString(module, b"Collection")
    abc_mapping = PyObject_GetAttrString(module, b"Mapping")
    Py_DECREF(module)
    return abc_collection != NULL and abc_mapping != NULL


cdef inline bint float_of(PyObject* object, double* number, Failure* failure) noexcept nogil:
    if PyFloat_CheckExact(object) or PyFloat_Check(object):
        number[0] = PyFloat_AS_DOUBLE(object)
        return True
    if not PyLong_Check(object):
        refuse(failure, b"float", object)
        return False
    number[0] = PyLong_AsDouble(object)
    if number[0] == -1.0 and PyErr_Occurred() != NULL:
        PyErr_Clear()
        refuse_value(failure, b"an int that fits a float", object)
        return False
    return True


cdef inline bint int_of(PyObject* object, int64_t* number, Failure* failure) noexcept nogil:
    cdef int overflow = 0
    if gs_likely(gs_small_int(object, number)):
        return True
    if not PyLong_Check(object):
        refuse(failure, b"int", object)
        return False
    number[0] = PyLong_AsLongLongAndOverflow(object, &overflow)
    if overflow:
        refuse_value(failure, b"an int that fits 64 bits", object)
        return False
    return True


cdef bint complex_of(PyObject* object, double* parts, Failure* failure) noexcept nogil:
    parts[1] = 0
    if PyComplex_Check(object):
        parts[0] = PyComplex_RealAsDouble(object)
        parts[1] = PyComplex_ImagAsDouble(object)
        return True
    if PyFloat_Check(object) or PyLong_Check(object):
        return float_of(object, parts, failure)
    refuse(failure, b"complex", object)
    return False


cdef inline bint bool_of(PyObject* object, Failure* failure) noexcept nogil:
    if object == Py_True or object == Py_False:
        return True
    refuse(failure, b"bool", object)
    return False


cdef inline bint put_number(uint8_t kind, PyObject* object, char* room, Failure* failure) noexcept nogil:
    if kind == KIND_FLOAT:
        return float_of(object, <double*>room, failure)
    if kind == KIND_INT:
        return int_of(object, <int64_t*>room, failure)
    if kind == KIND_COMPLEX:
        return complex_of(object, <double*>room, failure)
    room[0] = object == Py_True
    return bool_of(object, failure)


cdef bint encode_run(Node* node, PyObject** items, Py_ssize_t count, Writer* writer, Failure* failure) noexcept nogil:
    cdef size_t bytes = count * <size_t>node.width
    cdef uint8_t kind = node.items[0].kind
    cdef uint8_t width = node.width
    cdef Py_ssize_t i
    cdef char* room
    if not put_cell(writer, count):
        return False
    room = reserve(writer, (bytes + 7) & ~<size_t>7)
    if room == NULL:
        return False
    if kind == KIND_FLOAT:
        for i in range(count):
            if PyFloat_CheckExact(items[i]):
                (<double*>room)[i] = PyFloat_AS_DOUBLE(items[i])
            elif not float_of(items[i], <double*>room + i, failure):
                at_index(failure, i)
                return False
        return True
    for i in range(count):
        if not put_number(kind, items[i], room + i * width, failure):
            at_index(failure, i)
            return False
    return True


cdef bint encode_items(Node* node, PyObject* items, Writer* writer, Failure* failure) noexcept nogil:
    """The items of a list or tuple. Encoding one may run Python that changes the list, so
    each item is owned while it is encoded and the length is looked at anew."""
    cdef bint is_list = PyList_Check(items)
    cdef Py_ssize_t count = PyList_GET_SIZE(items) if is_list else PyTuple_GET_SIZE(items)
    cdef Py_ssize_t i
    cdef PyObject* item
    cdef bint done
    if node.width:
        return encode_run(node, (<PyListObject*>items).ob_item if is_list else (<PyTupleObject*>items).ob_item, count, writer, failure)
    if not put_cell(writer, count):
        return False
    for i in range(count):
        if is_list and PyList_GET_SIZE(items) != count:
            PyErr_SetString(PyExc_RuntimeError, b"list changed size while it was passed to Go")
            return False
        item = PyList_GET_ITEM(items, i) if is_list else PyTuple_GET_ITEM(items, i)
        Py_INCREF(item)
        done = encode(node.items[0], item, writer, failure)
        Py_DECREF(item)
        if not done:
            at_index(failure, i)
            return False
    return True


cdef bint encode_copied(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    """The items of any other collection, or of a list that other threads may change: its own,
    whatever a subclass says of them, as where there is a GIL."""
    cdef PyObject* items = PyList_AsTuple(object) if PyList_Check(object) else PySequence_Tuple(object)
    cdef bint done
    if items == NULL:
        return False
    done = encode_items(node, items, writer, failure)
    Py_DECREF(items)
    return done


cdef bint encode_collection(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef uint8_t kind = node.kind
    cdef int instance
    if kind == KIND_LIST or kind == KIND_SEQUENCE:
        if PyList_Check(object):
            if GS_FREE_THREADED and Py_REFCNT(object) != 1:
                return encode_copied(node, object, writer, failure)
            return encode_items(node, object, writer, failure)
    if kind == KIND_TUPLE_OF or kind == KIND_SEQUENCE:
        if PyTuple_Check(object):
            return encode_items(node, object, writer, failure)
    if kind == KIND_SEQUENCE:
        instance = PyObject_IsInstance(object, abc_collection)
        if instance < 0:
            return False
        if instance:
            return encode_copied(node, object, writer, failure)
    elif (kind == KIND_SET or kind == KIND_FROZENSET) and PyAnySet_Check(object):
        return encode_copied(node, object, writer, failure)
    refuse_kind(failure, node, object)
    return False


cdef bint encode_pair(Node* node, PyObject* key, PyObject* value, Writer* writer, Failure* failure) noexcept nogil:
    if not encode(node.items[0], key, writer, failure):
        at_step(failure, PyUnicode_FromFormat(b" key %.100R", key) if failed(failure) else NULL)
        return False
    if not encode(node.items[1], value, writer, failure):
        at_key(failure, key)
        return False
    return True


cdef bint encode_pairs(Node* node, PyObject* items, Writer* writer, Failure* failure) noexcept nogil:
    """The pairs of a list of (key, value)."""
    cdef Py_ssize_t i, count = PyList_GET_SIZE(items)
    cdef PyObject* pair
    if not put_cell(writer, count):
        return False
    for i in range(count):
        pair = PyList_GET_ITEM(items, i)
        if not PyTuple_Check(pair) or PyTuple_GET_SIZE(pair) != 2:
            refuse(failure, b"pairs from items()", pair)
            return False
        if not encode_pair(node, PyTuple_GET_ITEM(pair, 0), PyTuple_GET_ITEM(pair, 1), writer, failure):
            return False
    return True


cdef inline bint runs_no_python(Node* node) noexcept nogil:
    """Whether encoding a value of this type runs no Python code at all."""
    return node.kind <= KIND_BYTES and node.kind != KIND_COMPLEX


cdef bint encode_dict(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef Py_ssize_t position = 0
    cdef PyObject* key
    cdef PyObject* value
    cdef PyObject* items
    cdef bint done
    if PyDict_CheckExact(object) and not GS_FREE_THREADED \
            and runs_no_python(node.items[0]) and runs_no_python(node.items[1]):
        if not put_cell(writer, PyDict_Size(object)):
            return False
        while PyDict_Next(object, &position, &key, &value):
            if not encode_pair(node, key, value, writer, failure):
                return False
        return True
    if not PyDict_Check(object):
        if node.kind == KIND_DICT:
            refuse_kind(failure, node, object)
            return False
        if PyObject_IsInstance(object, abc_mapping) != 1:
            if PyErr_Occurred() == NULL:
                refuse_kind(failure, node, object)
            return False
    items = PyMapping_Items(object)
    if items == NULL:
        return False
    done = encode_pairs(node, items, writer, failure)
    Py_DECREF(items)
    return done


cdef bint encode_tuple(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef uint32_t i
    if not PyTuple_Check(object):
        refuse_kind(failure, node, object)
        return False
    if PyTuple_GET_SIZE(object) != node.count:
        refuse_count(failure, node.count, PyTuple_GET_SIZE(object), b"items")
        return False
    if node.count == 0:
        return put_cell(writer, 0)
    for i in range(node.count):
        if not encode(node.items[i], PyTuple_GET_ITEM(object, i), writer, failure):
            at_index(failure, i)
            return False
    return True


cdef bint encode_text(PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef PyObject* bytes
    cdef bint done
    if not PyUnicode_Check(object):
        refuse(failure, b"str", object)
        return False
    if PyUnicode_IS_COMPACT_ASCII(object):
        return put_bytes(writer, <const char*>PyUnicode_1BYTE_DATA(object), PyUnicode_GET_LENGTH(object))
    # Through bytes of its own: PyUnicode_AsUTF8AndSize would leave a copy in the str.
    bytes = PyUnicode_AsUTF8String(object)
    if bytes == NULL:
        if PyErr_ExceptionMatches(PyExc_UnicodeError):
            refuse_text(failure, b"a str without lone surrogates")
        return False
    done = put_bytes(writer, PyBytes_AS_STRING(bytes), PyBytes_GET_SIZE(bytes))
    Py_DECREF(bytes)
    return done


cdef bint encode_bytes(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    """A copy of the bytes of anything with a contiguous buffer that the type allows."""
    cdef Py_buffer buffer
    cdef bint right, done
    if PyBytes_Check(object) and node.kind != KIND_BYTEARRAY:
        return put_bytes(writer, PyBytes_AS_STRING(object), PyBytes_GET_SIZE(object))
    if node.kind == KIND_BYTEARRAY:
        right = PyByteArray_Check(object)
    else:
        right = node.kind == KIND_BUFFER and PyObject_CheckBuffer(object)
    if not right:
        refuse_kind(failure, node, object)
        return False
    if PyObject_GetBuffer(object, &buffer, PyBUF_SIMPLE) != 0:
        if PyErr_ExceptionMatches(PyExc_BufferError) or PyErr_ExceptionMatches(PyExc_ValueError):
            PyErr_Clear()
            refuse(failure, b"a contiguous buffer", object)
        return False
    done = put_bytes(writer, <char*>buffer.buf, buffer.len)
    PyBuffer_Release(&buffer)
    return done


cdef bint encode_bigint(PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    """`hex()` of the int, less its prefix."""
    cdef PyObject* digits
    cdef const char* text
    cdef Py_ssize_t length = 0
    cdef bint negative, done
    cdef char* room
    if not PyLong_Check(object):
        refuse(failure, b"int", object)
        return False
    digits = PyNumber_ToBase(object, 16)
    if digits == NULL:
        return False
    text = PyUnicode_AsUTF8AndSize(digits, &length)
    negative = text[0] == b"-"
    done = put_bytes(writer, text + 2, length - 2)  # for -0x7f these are x7f
    if done and negative:
        room = writer.base + writer.length - (((length - 2) + 7) & ~<Py_ssize_t>7)
        room[0] = b"-"
    Py_DECREF(digits)
    return done


cdef uint8_t any_kind(PyObject* object) noexcept nogil:
    """What `any` holds this object as: by its exact type, so that nothing of a subclass is
    lost; whatever has no type of its own goes as an object."""
    cdef int overflow = 0
    if object == Py_None:
        return KIND_NONE
    if PyBool_Check(object):
        return KIND_BOOL
    if PyLong_CheckExact(object):
        PyLong_AsLongLongAndOverflow(object, &overflow)
        return KIND_BIGINT if overflow else KIND_INT
    if PyFloat_CheckExact(object):
        return KIND_FLOAT
    if PyComplex_CheckExact(object):
        return KIND_COMPLEX
    if PyUnicode_CheckExact(object):
        return KIND_STR
    if PyBytes_CheckExact(object):
        return KIND_BYTES
    if PyList_CheckExact(object):
        return KIND_LIST
    if PyTuple_CheckExact(object):
        return KIND_TUPLE_OF
    if PyDict_CheckExact(object):
        return KIND_DICT
    if PyAnySet_CheckExact(object):
        return KIND_FROZENSET if PyFrozenSet_CheckExact(object) else KIND_SET
    if (<uint64_t (*)(PyObject*) noexcept nogil>held_value)(object):
        return KIND_HELD
    return KIND_OBJECT


cdef bint encode_any(PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef uint8_t kind = any_kind(object)
    cdef bint done
    if writer.depth >= LIMIT_DEPTH:
        refuse_texts(failure, PyUnicode_FromString(b"values nested no deeper than 2000"), type_name(object))
        return False
    writer.depth += 1
    done = put_cell(writer, kind) and encode(&any_nodes[kind], object, writer, failure)
    writer.depth -= 1
    return done


cdef bint encode_callable(PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    if not PyCallable_Check(object):
        refuse(failure, b"callable", object)
        return False
    return put_handle(writer, object)


cdef bint encode_held(PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    """A value of the other side's, which comes back: what holds it, and its number."""
    cdef uint64_t number = (<uint64_t (*)(PyObject*) noexcept nogil>held_value)(object)
    if number == 0:
        refuse(failure, b"Go value", object)
        return False
    return put_handle(writer, object) and put_cell(writer, number)


cdef bint encode_complex(PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef double parts[2]
    cdef char* room
    if not complex_of(object, parts, failure):
        return False
    room = reserve(writer, sizeof(parts))
    if room == NULL:
        return False
    memcpy(room, parts, sizeof(parts))
    return True


cdef bint refuse_not_none(PyObject* object, Failure* failure) noexcept nogil:
    refuse(failure, b"None", object)
    return False


cdef inline bint encode(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef uint8_t kind = node.kind
    cdef double real = 0
    cdef int64_t number = 0
    if kind == KIND_STR:
        return encode_text(object, writer, failure)
    if kind == KIND_FLOAT:
        return float_of(object, &real, failure) and put_float(writer, real)
    if kind == KIND_INT:
        return int_of(object, &number, failure) and put_cell(writer, <uint64_t>number)
    if kind == KIND_NONE:
        return put_cell(writer, 0) if gs_likely(object == Py_None) else refuse_not_none(object, failure)
    if kind == KIND_BOOL:
        return bool_of(object, failure) and put_cell(writer, object == Py_True)
    return encode_other(node, object, writer, failure)


cdef bint encode_other(Node* node, PyObject* object, Writer* writer, Failure* failure) noexcept nogil:
    cdef uint8_t kind = node.kind
    if kind == KIND_OPTIONAL:
        if object == Py_None:
            return put_cell(writer, 0)
        return put_cell(writer, 1) and encode(node.items[0], object, writer, failure)
    elif kind == KIND_ARRAY:
        return encode_array(node, object, writer, failure)
    elif kind == KIND_OBJECT:
        return put_handle(writer, object)
    elif kind == KIND_CALLABLE:
        return encode_callable(object, writer, failure)
    elif kind == KIND_RECORD:
        return encode_record(node, object, writer, failure)
    elif kind == KIND_UNION:
        return encode_union(node, object, writer, failure)
    elif kind == KIND_TUPLE:
        return encode_tuple(node, object, writer, failure)
    elif kind == KIND_DICT or kind == KIND_MAPPING:
        return encode_dict(node, object, writer, failure)
    elif kind == KIND_COMPLEX:
        return encode_complex(object, writer, failure)
    elif kind == KIND_BYTES or kind == KIND_BYTEARRAY or kind == KIND_BUFFER:
        return encode_bytes(node, object, writer, failure)
    elif kind == KIND_BIGINT:
        return encode_bigint(object, writer, failure)
    elif kind == KIND_ANY:
        return encode_any(object, writer, failure)
    elif kind == KIND_HELD:
        return encode_held(object, writer, failure)
    elif kind == KIND_NAMED or kind == KIND_INSTANCE or kind == KIND_ADAPTED:
        return encode_converted(node, object, writer, failure)
    else:
        return encode_collection(node, object, writer, failure)
