"""What holds for all tests."""

import signal

# A shell starts what is in the background with SIGINT ignored, and so would be what it starts in
# turn. A handler, unlike that, is not handed on.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
