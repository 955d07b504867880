# What an embedded Python and the interpreter itself must agree on.
import json
import os
import signal
import sys
import threading

facts = {
    "executable": sys.executable,
    "prefix": sys.prefix,
    "base_prefix": sys.base_prefix,
    "exec_prefix": sys.exec_prefix,
    "path": [folder for folder in sys.path if folder],  # the interpreter itself adds ""
    "flags": repr(sys.flags),
    "warnoptions": sys.warnoptions,
    "encoding": [sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()],
    "stdout": [sys.stdout.encoding, sys.stdout.errors],
    "hash": hash("gophersnake") if os.environ.get("PYTHONHASHSEED") else None,
    "faulthandler": "faulthandler" in sys.modules and sys.modules["faulthandler"].is_enabled(),
    "tracemalloc": "tracemalloc" in sys.modules and sys.modules["tracemalloc"].is_tracing(),
    "digits": sys.get_int_max_str_digits() if hasattr(sys, "get_int_max_str_digits") else None,
}
own = {
    "argv": sys.argv,
    "interrupt": repr(signal.getsignal(signal.SIGINT)),
    "main_thread": threading.current_thread() is threading.main_thread(),
}
json.dump({"Same": facts, "Own": own}, sys.stdout)
sys.stdout.flush()
status = 0
