"""The beginning of the interpreter's work in a Go program, its end in a process that goes on,
and its resumption. All of it on Python's main thread."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

from gophersnake.host import processes


def start(streams: dict[str, Callable[[bytes], None]]) -> None:
    """Prepare the interpreter, before anything else of the program's runs in it: standard
    streams by these names (`stdout`) are written to these functions."""
    from gophersnake.bridge import Unraisable  # type: ignore[attr-defined]

    processes.prepare()
    sys.unraisablehook = Unraisable(sys.unraisablehook)
    if streams:
        from gophersnake.host.streams import redirect

        for name, write in streams.items():
            redirect(name, write)


def stop() -> None:
    """Run what Python runs at exit: join threads, atexit handlers, flush the streams.

    The interpreter itself stays: finalizing it in a process that goes on has crashed
    extension modules ever since there were any.
    """
    import atexit
    import threading

    if (loop := sys.modules.get("gophersnake.host.loop")) is not None:
        loop.stop()
    threading._shutdown()  # type: ignore[attr-defined]  # what Py_FinalizeEx calls first
    atexit._run_exitfuncs()
    if (server := sys.modules.get("multiprocessing.forkserver")) is not None:
        with suppress(FileNotFoundError):  # its socket, which went with the exit functions
            server._forkserver._stop()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def interrupt_all() -> None:
    """Interrupt the Python of every call that runs, as if its Go context had ended."""
    from gophersnake.bridge import interrupt_calls  # type: ignore[attr-defined]
    from gophersnake.host.cancellation import pause

    for _ in range(_LOOKS):
        if not interrupt_calls():
            break
        pause()


_LOOKS = 100
"""How often a call is looked at that cannot be interrupted where it stands, by and by."""


def resume() -> None:
    """Undo what `stop` cannot but leave: a main thread that counts as ended, and pools that
    refuse work.

    None of this has a public interface, so the names are those of each version.
    """
    import threading

    threads = vars(threading)
    threads["_SHUTTING_DOWN"] = False
    main = threading.main_thread()
    if sys.version_info < (3, 13):
        vars(main)["_is_stopped"] = False
        main._set_tstate_lock()  # type: ignore[attr-defined]
    else:
        handle = next(name for name in ("_os_thread_handle", "_handle") if name in vars(main))
        vars(main)[handle] = threads["_make_thread_handle"](main.ident)
    for module, name in (("thread", "_shutdown"), ("process", "_global_shutdown")):
        pool = sys.modules.get(f"concurrent.futures.{module}")
        if pool is not None:
            vars(pool)[name] = False
