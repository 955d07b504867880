# What C11 and the C API do not offer in one spelling everywhere: a function run when a
# thread ends, leaving at once, memory of a thread's own, atomic reads, and locks that only a
# build without GIL needs.

cdef extern from *:
    """
    #if defined(__GLIBC__)
    /* Runs before pthread's own thread-specific data is cleared, and so while CPython
       still knows which thread state belongs to this thread. */
    extern int __cxa_thread_atexit_impl(void (*)(void *), void *, void *);
    extern void *__dso_handle;
    static int gs_at_thread_exit(void (*run)(void *), void *with) {
        return __cxa_thread_atexit_impl(run, with, &__dso_handle);
    }
    #elif defined(__APPLE__)
    extern void _tlv_atexit(void (*)(void *), void *);
    static int gs_at_thread_exit(void (*run)(void *), void *with) {
        _tlv_atexit(run, with);
        return 0;
    }
    #elif defined(_WIN32)
    #include <windows.h>
    static void (*gs_exit_run)(void *);
    static void WINAPI gs_exit_callback(void *with) { gs_exit_run(with); }
    static int gs_at_thread_exit(void (*run)(void *), void *with) {
        static DWORD slot = FLS_OUT_OF_INDEXES;
        gs_exit_run = run;
        if (slot == FLS_OUT_OF_INDEXES) slot = FlsAlloc(gs_exit_callback);
        return slot == FLS_OUT_OF_INDEXES || !FlsSetValue(slot, with) ? -1 : 0;
    }
    #else
    #include <pthread.h>
    static pthread_key_t gs_exit_key;
    static pthread_once_t gs_exit_once = PTHREAD_ONCE_INIT;
    static void (*gs_exit_run)(void *);
    static void gs_exit_make(void) { pthread_key_create(&gs_exit_key, gs_exit_run); }
    static int gs_at_thread_exit(void (*run)(void *), void *with) {
        gs_exit_run = run;
        pthread_once(&gs_exit_once, gs_exit_make);
        return pthread_setspecific(gs_exit_key, with);
    }
    #endif

    #ifdef _WIN32
    #include <process.h>
    #else
    #include <unistd.h>
    #endif
    #define gs_exit_now(status) _exit(status)

    #if defined(__GNUC__) || defined(__clang__)
    #define gs_load(p) __atomic_load_n((p), __ATOMIC_ACQUIRE)
    #define gs_store(p, v) __atomic_store_n((p), (v), __ATOMIC_RELEASE)
    #define gs_likely(x) __builtin_expect(!!(x), 1)
    #else
    #define gs_load(p) (*(volatile size_t *)(p))
    #define gs_store(p, v) (*(volatile size_t *)(p) = (v))
    #define gs_likely(x) (x)
    #endif

    /* One for each thread. Reached through the static block of thread-local memory where that
       is known to have room for it, which saves a call. */
    #if defined(_MSC_VER)
    #define GS_THREAD_LOCAL __declspec(thread)
    #elif defined(__GLIBC__)
    #define GS_THREAD_LOCAL __thread __attribute__((tls_model("initial-exec")))
    #else
    #define GS_THREAD_LOCAL __thread
    #endif

    /* Nanoseconds of a clock that never goes back. */
    #if defined(_WIN32)
    static uint64_t gs_clock(void) {
        LARGE_INTEGER count, frequency;
        QueryPerformanceCounter(&count);
        QueryPerformanceFrequency(&frequency);
        return (uint64_t)((double)count.QuadPart / (double)frequency.QuadPart * 1e9);
    }
    #else
    #include <time.h>
    static uint64_t gs_clock(void) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
    }
    #endif

    #ifdef Py_GIL_DISABLED
    static PyMutex gs_table_mutex;
    #define gs_lock_table() PyMutex_Lock(&gs_table_mutex)
    #define gs_unlock_table() PyMutex_Unlock(&gs_table_mutex)
    #define gs_begin(o) PyCriticalSection gs_section; PyCriticalSection_Begin(&gs_section, (o))
    #define GS_FREE_THREADED 1
    /* _Py_THREAD_DETACHED; a thread that is stopped for a moment (_Py_THREAD_SUSPENDED) is not. */
    #define gs_is_detached(s) (__atomic_load_n(&(s)->state, __ATOMIC_RELAXED) == 0)

    /* The bit that has a thread look at its async_exc. */
    #define GS_ASYNC_EXCEPTION (1U << 3)

    /* Has all references of an object counted in one place. The thread that made it counts its
       own apart (PEP 703): if they are given up elsewhere, the object lives until that thread
       runs Python again, which one of Go's may never do. The caller has a reference. */
    static void gs_share(PyObject *object) {
        if (_Py_IsOwnedByCurrentThread(object) && !_Py_IsImmortal(object)) {
            Py_ssize_t local = (Py_ssize_t)_Py_atomic_load_uint32_relaxed(&object->ob_ref_local);
            _Py_atomic_add_ssize(&object->ob_ref_shared, local << _Py_REF_SHARED_SHIFT);
            _Py_atomic_store_uint32_relaxed(&object->ob_ref_local, 0);
            _Py_MergeZeroLocalRefcount(object);
        }
    }

    /* Runs a function while no other thread runs Python, with a lock of Python's. There is no
       function for that, but one that visits objects meanwhile. */
    typedef struct {
        int (*run)(void *);
        void *with;
        int ran, result;
    } gs_standing;
    static int gs_at_first_object(PyObject *object, void *argument) {
        gs_standing *standing = argument;
        (void)object;
        if (!standing->ran) {
            standing->ran = 1;
            standing->result = standing->run(standing->with);
        }
        return 0;
    }
    static int gs_while_others_stand(int (*run)(void *), void *with) {
        gs_standing standing = {run, with, 0, 0};
        PyUnstable_GC_VisitObjects(gs_at_first_object, &standing);
        return standing.result;
    }
    #else
    #define gs_share(object) ((void)(object))
    #define gs_lock_table() ((void)0)
    #define gs_unlock_table() ((void)0)
    #define GS_FREE_THREADED 0
    #define gs_is_detached(s) 1
    #define gs_while_others_stand(run, with) (run)(with)
    #endif

    /* A dict with room for n entries, where the Python still lets one ask for room. */
    #if PY_VERSION_HEX < 0x030D0000
    #define gs_new_dict(n) _PyDict_NewPresized(n)
    #else
    #define gs_new_dict(n) PyDict_New()
    #endif

    /* Whether an int is a small one, which is read in place, as CPython and Cython do it. */
    static inline int gs_small_int(PyObject *o, int64_t *value) {
    #if PY_VERSION_HEX >= 0x030C0000
        if (!PyLong_CheckExact(o) || !PyUnstable_Long_IsCompact((PyLongObject *)o)) return 0;
        *value = PyUnstable_Long_CompactValue((PyLongObject *)o);
        return 1;
    #else
        Py_ssize_t size;
        if (!PyLong_CheckExact(o)) return 0;
        size = Py_SIZE(o);
        if (size < -1 || size > 1) return 0;
        *value = size == 0 ? 0 : size * (int64_t)((PyLongObject *)o)->ob_digit[0];
        return 1;
    #endif
    }
    """
    uint64_t gs_clock() noexcept nogil
    int gs_at_thread_exit(void (*)(void*) noexcept nogil, void*) noexcept nogil
    void gs_exit_now(int) noexcept nogil
    size_t gs_load(size_t*) noexcept nogil
    void gs_store(size_t*, size_t) noexcept nogil
    bint gs_likely(bint) noexcept nogil
    PyObject* gs_new_dict(Py_ssize_t) noexcept nogil
    bint gs_small_int(PyObject*, int64_t*) noexcept nogil
    void gs_share(PyObject*) noexcept nogil
    void gs_lock_table() noexcept nogil
    void gs_unlock_table() noexcept nogil
    bint GS_FREE_THREADED
    bint gs_is_detached(PyThreadState*) noexcept nogil
    int gs_while_others_stand(int (*)(void*) noexcept nogil, void*) noexcept nogil
