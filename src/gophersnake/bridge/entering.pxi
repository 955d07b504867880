# Whether an exception that a thread is given would be raised between the `__enter__` of a
# `with` statement and the block whose `__exit__` is called. CPython 3.14 looks for exceptions
# there, after the call of an `__enter__` that is written in C: a lock would stay taken. Other
# versions do not.

cdef extern from *:
    """
    /* Where a thread was seen, and how often in a row. */
    typedef struct {
        PyFrameObject *frame;
        int at;
        int often;
    } gs_seen;
    #define GS_STILL 3  /* as often, and it counts as waiting in C */

    #if PY_VERSION_HEX >= 0x030E0000 && PY_VERSION_HEX < 0x030F0000
    #include "opcode_ids.h"

    /* What comes first, on any way from an instruction on: a place where Python looks for
       exceptions, the end of the function, or the call of an `__enter__`. */
    enum gs_next { GS_LOOKS, GS_RETURNS, GS_ENTERS };

    static int gs_is_enter(const unsigned char *code, Py_ssize_t at) {
        return at >= 2 && code[at] == CALL && code[at - 2] == LOAD_SPECIAL && code[at - 1] == 0;
    }

    static enum gs_next gs_next_of(const unsigned char *code, Py_ssize_t size, Py_ssize_t at, int branches) {
        enum gs_next found = GS_LOOKS, other;
        Py_ssize_t arg = 0;
        for (; 0 <= at && at + 1 < size; at += 2) {
            arg = arg << 8 | code[at + 1];
            switch (code[at]) {
            case EXTENDED_ARG:
                continue;
            case CALL:
                return gs_is_enter(code, at) ? GS_ENTERS : found;
            case CALL_KW: case CALL_FUNCTION_EX: case RESUME:
            case JUMP_BACKWARD: case JUMP_BACKWARD_NO_INTERRUPT:
            case RAISE_VARARGS: case RERAISE: case SEND: case YIELD_VALUE:
                return found;
            case RETURN_VALUE:
                return found > GS_RETURNS ? found : GS_RETURNS;
            case JUMP_FORWARD:
                at += 2 * arg;
                break;
            case FOR_ITER: case POP_JUMP_IF_FALSE: case POP_JUMP_IF_TRUE:
            case POP_JUMP_IF_NONE: case POP_JUMP_IF_NOT_NONE:
                if (branches == 0) return found;
                other = gs_next_of(code, size, at + 4 + 2 * arg, branches - 1);
                found = other > found ? other : found;
            }
            arg = 0;
        }
        return found;
    }

    /* The same from where a frame stands. `waits` says whether it may be in C there. */
    static enum gs_next gs_next_in(PyFrameObject *frame, int innermost, int *waits) {
        PyCodeObject *function = PyFrame_GetCode(frame);
        PyObject *bytes = PyCode_GetCode(function);
        Py_ssize_t at = PyFrame_GetLasti(frame), size, arg;
        enum gs_next found = GS_LOOKS;
        const unsigned char *code;
        Py_DECREF(function);
        *waits = 0;
        if (bytes == NULL) {
            PyErr_Clear();
            return GS_LOOKS;
        }
        code = (const unsigned char *)PyBytes_AS_STRING(bytes);
        size = PyBytes_GET_SIZE(bytes);
        if (0 <= at && at < size) {
            *waits = code[at] != RESUME && code[at] != JUMP_BACKWARD && !gs_is_enter(code, at);
            if (innermost && gs_is_enter(code, at)) {
                found = GS_ENTERS;
            } else if (code[at] == JUMP_BACKWARD) {
                arg = code[at + 1] + (at >= 2 && code[at - 2] == EXTENDED_ARG ? code[at - 1] << 8 : 0);
                found = gs_next_of(code, size, at + 4 - 2 * arg, 4);
            } else {
                found = gs_next_of(code, size, at + 2, 4);
            }
        }
        Py_DECREF(bytes);
        return found;
    }

    /* A thread that waits in C raises when it comes back from there. One that has just been there
       looks the same, but moves on. */
    static int gs_waits(PyFrameObject *frame, gs_seen *seen) {
        int at = PyFrame_GetLasti(frame);
        if (seen == NULL) return 1;  /* nobody looks often enough to tell */
        seen->often = frame == seen->frame && at == seen->at ? seen->often + 1 : 1;
        seen->frame = frame;
        seen->at = at;
        return seen->often >= GS_STILL;
    }

    static int gs_enters_next(PyThreadState *state, gs_seen *seen) {
        PyFrameObject *frame = PyThreadState_GetFrame(state), *outer;
        enum gs_next found = GS_RETURNS;
        int innermost = 1, waits = 0, ignored;
        while (frame != NULL && found == GS_RETURNS) {
            found = gs_next_in(frame, innermost, innermost ? &waits : &ignored);
            if (innermost && waits) waits = gs_waits(frame, seen);
            innermost = 0;
            outer = PyFrame_GetBack(frame);
            Py_DECREF(frame);
            frame = outer;
        }
        Py_XDECREF(frame);
        return found == GS_ENTERS && !waits;
    }
    #else
    #define gs_enters_next(state, seen) ((void)(seen), 0)
    #endif
    """
    ctypedef struct Seen "gs_seen":
        PyFrameObject* frame
        int at
        int often
    bint gs_enters_next(PyThreadState*, Seen*) noexcept nogil
