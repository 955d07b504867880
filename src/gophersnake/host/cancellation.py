"""What a call is interrupted with when its Go context has ended."""

from __future__ import annotations


class Cancelled(BaseException):
    """The context of the Go call in which this is raised was cancelled, or its deadline passed.

    It is raised between two bytecodes of whatever the call executes, so `finally` and `with`
    blocks run. It is no `Exception`, so that `except Exception` does not stop it; who catches
    it all the same should raise it again when it has cleaned up. It is raised once: a call
    that catches it and goes on is not interrupted again.
    """
