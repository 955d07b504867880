"""What a call is interrupted with when its Go context has ended."""

from __future__ import annotations

import sys
import threading
import time


class Cancelled(BaseException):
    """The context of the Go call in which this is raised was cancelled, or its deadline passed.

    It is raised between two bytecodes of whatever the call executes, so `finally` and `with`
    blocks run. It is no `Exception`, so that `except Exception` does not stop it; who catches
    it all the same should raise it again when it has cleaned up. It is raised once: a call
    that catches it and goes on is not interrupted again.
    """


_SHORT = 0.0001
_pausing = threading.Lock()


def pause() -> None:
    """Let the other threads run for a moment, of which none keeps the interpreter for more than a
    part: whoever asks for it sees them elsewhere than where they give it up by themselves."""
    with _pausing:
        interval = sys.getswitchinterval()
        sys.setswitchinterval(min(_SHORT, interval))
        try:
            time.sleep(3 * _SHORT)
        finally:
            sys.setswitchinterval(interval)
