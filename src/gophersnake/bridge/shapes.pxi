# Shapes that a type asks of its arrays (frame.md, "Signature programs"): read once from
# their words, and compared with each array's. A name stands for one extent in one call,
# which the first array that has it decides.

cdef enum:
    RANKS = 32
    AXES = 32
    DIMENSION_ANY = 0
    DIMENSION_EXTENT = 1
    DIMENSION_AXIS = 2

ctypedef struct Program:
    const uint8_t* at
    const uint8_t* end
    const char* wrong
    Node** definitions
    uint32_t* numbers  # of the definitions
    uint32_t defined
    uint32_t mentioned  # definitions and what will be defined further on
    PyObject* axes[AXES]  # names of extents, interned
    uint32_t axis_count

ctypedef struct Dimension:
    uint8_t kind
    Py_ssize_t extent
    uint32_t axis
    PyObject* name

ctypedef struct Shaped:
    uint8_t library
    PyObject* dtype  # numpy's, where its number does not say all of it
    PyObject* described
    uint32_t detail  # of that dtype
    bint open  # any number of dimensions may stand after the first `before`
    int before
    int count
    Dimension dimensions[RANKS]


cdef bint find_axis(Program* program, const char* word, Py_ssize_t length, Dimension* dimension) noexcept nogil:
    """The place of a name among those of the function."""
    cdef uint32_t i
    dimension.kind = DIMENSION_AXIS
    dimension.name = PyUnicode_DecodeUTF8(word, length, NULL)
    if dimension.name == NULL:
        return False
    PyUnicode_InternInPlace(&dimension.name)
    for i in range(program.axis_count):
        if program.axes[i] == dimension.name:
            dimension.axis = i
            return True
    if program.axis_count == AXES:
        program.wrong = b"more than 32 dimensions have names"
        return False
    program.axes[program.axis_count] = dimension.name
    dimension.axis = program.axis_count
    program.axis_count += 1
    return True


cdef bint compile_word(Program* program, const char* word, Py_ssize_t length, Shaped* shaped) noexcept nogil:
    cdef Dimension* dimension = &shaped.dimensions[shaped.count]
    cdef Py_ssize_t i, extent = 0
    cdef bint many = length == 3 and word[0] == b"." and word[1] == b"." and word[2] == b"."
    if many and not shaped.open:
        shaped.open = True
        shaped.before = shaped.count
        return True
    if length == 0 or many or shaped.count == RANKS:
        program.wrong = b"a shape is none"
        return False
    shaped.count += 1
    if length == 1 and word[0] == b"*":
        dimension.kind = DIMENSION_ANY
        return True
    for i in range(length):
        if word[i] < b"0" or word[i] > b"9" or i == 18:
            return find_axis(program, word, length, dimension)
        extent = 10 * extent + (word[i] - 48)
    dimension.kind = DIMENSION_EXTENT
    dimension.extent = extent
    return True


cdef bint compile_shape(Program* program, PyObject* shape, Shaped* shaped) noexcept nogil:
    cdef Py_ssize_t begin = 0, length = 0, i
    cdef const char* text = PyUnicode_AsUTF8AndSize(shape, &length)
    if text == NULL:
        return False
    if length == 0:
        return True
    for i in range(length + 1):
        if i == length or text[i] == b" ":
            if not compile_word(program, text + begin, i - begin, shaped):
                return False
            begin = i + 1
    return True


cdef bint fits(Shaped* shaped, int rank, Py_ssize_t* shape, Py_ssize_t* axes) noexcept nogil:
    """Whether a shape is one of those asked for. It decides the axes it is the first with."""
    cdef int i
    cdef Py_ssize_t extent
    cdef Dimension* dimension
    if rank != shaped.count and not (shaped.open and rank > shaped.count):
        return False
    for i in range(shaped.count):
        extent = shape[rank - shaped.count + i if shaped.open and i >= shaped.before else i]
        dimension = &shaped.dimensions[i]
        if dimension.kind == DIMENSION_EXTENT and extent != dimension.extent:
            return False
        if dimension.kind == DIMENSION_AXIS and axes != NULL:
            if axes[dimension.axis] < 0:
                axes[dimension.axis] = extent
            if axes[dimension.axis] != extent:
                return False
    return True


cdef PyObject* in_parentheses(PyObject* words) noexcept nogil:
    """`(2, 3)`, and `(2,)` as Python writes it; takes the reference of the list."""
    cdef PyObject* comma = PyUnicode_FromString(b", ")
    cdef PyObject* joined = NULL
    cdef PyObject* text = NULL
    if words != NULL and comma != NULL:
        joined = PyUnicode_Join(comma, words)
    if joined != NULL:
        text = PyUnicode_FromFormat(b"(%U,)" if PyList_GET_SIZE(words) == 1 else b"(%U)", joined)
    Py_XDECREF(joined)
    Py_XDECREF(comma)
    Py_XDECREF(words)
    return text


cdef bint add_word(PyObject* words, PyObject* word) noexcept nogil:
    """Appends to a list; takes the reference of the word, which may be NULL."""
    cdef bint done = word != NULL and words != NULL and PyList_Append(words, word) == 0
    Py_XDECREF(word)
    return done


cdef PyObject* shape_text(int rank, Py_ssize_t* shape) noexcept nogil:
    cdef PyObject* words = PyList_New(0)
    cdef int i
    for i in range(rank):
        if not add_word(words, PyUnicode_FromFormat(b"%zd", shape[i])):
            Py_XDECREF(words)
            return NULL
    return in_parentheses(words)


cdef PyObject* dimension_text(Dimension* dimension, Py_ssize_t* axes) noexcept nogil:
    if dimension.kind == DIMENSION_ANY:
        return PyUnicode_FromString(b"*")
    if dimension.kind == DIMENSION_EXTENT:
        return PyUnicode_FromFormat(b"%zd", dimension.extent)
    if axes == NULL or axes[dimension.axis] < 0:
        return PyUnicode_FromFormat(b"%U", dimension.name)
    return PyUnicode_FromFormat(b"%U=%zd", dimension.name, axes[dimension.axis])


cdef PyObject* wanted_shape_text(Shaped* shaped, Py_ssize_t* axes) noexcept nogil:
    """The shape that is asked for, with the extents that its names have by now."""
    cdef PyObject* words = PyList_New(0)
    cdef int i
    for i in range(shaped.count + 1):
        if shaped.open and i == shaped.before and not add_word(words, PyUnicode_FromString(b"...")):
            break
        if i < shaped.count and not add_word(words, dimension_text(&shaped.dimensions[i], axes)):
            break
    else:
        return in_parentheses(words)
    Py_XDECREF(words)
    return NULL


cdef bint refuse_shape(Shaped* shaped, int rank, Py_ssize_t* shape, Py_ssize_t* axes, Failure* failure) noexcept nogil:
    """Whether an array is refused for its shape. It then decides no extents: in a union it
    may be another type's."""
    cdef PyObject* wanted
    cdef Py_ssize_t before[AXES]
    if axes != NULL:
        memcpy(before, axes, sizeof(before))
    if fits(shaped, rank, shape, axes):
        return False
    wanted = wanted_shape_text(shaped, axes)
    if axes != NULL:
        memcpy(axes, before, sizeof(before))
    refuse_texts(
        failure,
        PyUnicode_FromFormat(b"array of shape %U", wanted) if wanted != NULL else NULL,
        shape_text(rank, shape),
    )
    Py_XDECREF(wanted)
    return True
