# Runs after boot.py left a failure. Leaves: report, bytes: the kind of the failure,
# the exception's one line, its traceback and a detail, with separators in between.
import importlib.machinery
import os
import traceback

SEPARATOR = "\x1f"


def kind_and_detail(failure):
    if not isinstance(failure, ImportError):
        return "raised", ""
    if isinstance(failure, ModuleNotFoundError) and failure.name == "gophersnake":
        return "missing", ""
    folders = package_folders()
    if any(os.path.exists(os.path.join(folder, name)) for folder in folders for name in ours()):
        return "raised", ""
    other = failure.name not in ("gophersnake.bridge", None)
    if isinstance(failure, ModuleNotFoundError) and other:
        return "raised", ""
    built = sorted(name for folder in folders for name in os.listdir(folder) if is_bridge(name))
    if built:
        return "foreign", ", ".join(built)
    return ("unbuilt", folders[0]) if folders else ("raised", "")


def package_folders():
    try:
        import gophersnake
    except BaseException:
        return []
    return [folder for folder in gophersnake.__path__ if os.path.isdir(folder)]


def ours():
    return ["bridge" + suffix for suffix in importlib.machinery.EXTENSION_SUFFIXES]


def is_bridge(name):
    return name.startswith("bridge.") and name.endswith((".so", ".pyd"))


def readable(text):
    return text.replace("\0", "\\0").replace(SEPARATOR, "\\x1f")


kind, detail = kind_and_detail(failure)
line = "".join(traceback.format_exception_only(type(failure), failure)).strip()
lines = "".join(traceback.format_exception(type(failure), failure, failure.__traceback__))
report = SEPARATOR.join([kind, readable(line), readable(lines), readable(detail)])
report = report.encode("utf-8", "backslashreplace")
