"""The end of the interpreter's work in a process that goes on."""

from __future__ import annotations


def stop() -> None:
    """Run what Python runs at exit: join threads, atexit handlers, flush the streams.

    The interpreter itself stays: finalizing it in a process that goes on has crashed
    extension modules ever since there were any.
    """
    import atexit
    import sys
    import threading

    threading._shutdown()  # type: ignore[attr-defined]  # what Py_FinalizeEx calls first
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
