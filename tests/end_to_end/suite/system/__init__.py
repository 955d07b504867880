"""What Python knows of the process it runs in, and what it can do there."""

from __future__ import annotations

import atexit
import ctypes
import logging
import multiprocessing
import operator
import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def argv() -> list[str]:
    return sys.argv


def facts() -> dict[str, str]:
    return {
        "executable": sys.executable,
        "prefix": sys.prefix,
        "base_prefix": sys.base_prefix,
        "version": ".".join(map(str, sys.version_info[:2])),
        "main thread": str(threading.current_thread() is threading.main_thread()),
        "pid": str(os.getpid()),
    }


def run_self(code: str) -> str:
    """Return what another Python like this one prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def interrupt_handler() -> str:
    """Return who handles SIGINT, as far as Python knows."""
    return str(signal.getsignal(signal.SIGINT))


def at_exit(path: str, text: str) -> None:
    """Append a line to a file when Python ends."""
    atexit.register(_append, path, text)


def thread_until_exit(path: str, text: str) -> None:
    """Start a thread that the end of Python has to wait for."""

    def work() -> None:
        threading.main_thread().join()  # it counts as ended when Python is asked to stop
        _append(path, text)

    threading.Thread(target=work, daemon=False).start()


def _append(path: str, text: str) -> None:
    with open(path, "a", encoding="utf-8") as file:  # noqa: PTH123
        file.write(text + "\n")


def print_both(text: str) -> None:
    """Print without flushing."""
    print(text)
    print(text, file=sys.stderr)


def thread_states() -> int:
    """Return how many thread states the interpreter has, those of idle threads included."""
    api = ctypes.pythonapi
    for name in ("PyInterpreterState_Get", "PyInterpreterState_ThreadHead", "PyThreadState_Next"):
        getattr(api, name).restype = ctypes.c_void_p
    head = api.PyInterpreterState_ThreadHead(ctypes.c_void_p(api.PyInterpreterState_Get()))
    count = 0
    while head:
        count += 1
        head = api.PyThreadState_Next(ctypes.c_void_p(head))
    return count


def square(number: int) -> int:
    return number * number


def squares_in_processes(numbers: list[int], method: str) -> list[int]:
    """Return squares that other processes compute, which have to import this module."""
    context = multiprocessing.get_context(method or None)
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        return list(pool.map(square, numbers))


def squares_in_interpreters(numbers: list[int]) -> list[int]:
    """Return squares that interpreters of this process compute (Python 3.14 and later)."""
    from concurrent.futures import InterpreterPoolExecutor  # type: ignore[attr-defined]

    with InterpreterPoolExecutor(2) as pool:
        return list(pool.map(operator.mul, numbers, numbers))


def squares_in_threads(numbers: list[int]) -> list[int]:
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(square, numbers))


def default_start_method() -> str:
    return multiprocessing.get_start_method(allow_none=False)


def exit_statuses(statuses: list[int]) -> list[int]:
    """Return how processes ended that ran at the same time, as they were told to."""
    codes = [f"import sys; sys.exit({status})" for status in statuses]
    running = [subprocess.Popen([sys.executable, "-S", "-c", code]) for code in codes]
    return [process.wait() for process in running]


def spin(seconds: float) -> int:
    """Run bytecode, here and in a thread of Python's."""
    end = time.monotonic() + seconds

    def work() -> int:
        rounds = 0
        while time.monotonic() < end:
            rounds += 1
        return rounds

    thread = threading.Thread(target=work)
    thread.start()
    rounds = work()
    thread.join()
    return rounds


def show(text: str, end: str = "\n", error: bool = False, flush: bool = False) -> None:
    print(text, end=end, file=sys.stderr if error else sys.stdout, flush=flush)


def show_from_threads(count: int) -> None:
    """Print as many lines as there are numbers, each from a thread of Python's."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: print(f"line {number}"), range(count)))


def show_bytes(data: bytes) -> None:
    sys.stdout.buffer.write(data)


def log(name: str, level: int, text: str, extra: dict[str, str]) -> None:
    logging.getLogger(name).log(level, text, extra=extra)


def log_exception(text: str) -> None:
    try:
        _ = 1 / 0
    except ZeroDivisionError:
        logging.getLogger("system").exception(text, extra={"count": 3, "where": [1]})


def log_from_threads(count: int) -> None:
    logger = logging.getLogger("system.threads")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: logger.info("number %d", number), range(count)))


def warn(text: str) -> None:
    warnings.warn(text, stacklevel=1)
