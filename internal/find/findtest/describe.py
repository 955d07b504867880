# What the tests must find out about an interpreter by other means than package find.
import json
import os
import sys
import sysconfig

get = sysconfig.get_config_var
library = None
if get("Py_ENABLE_SHARED"):
    folders = [get("LIBDIR"), os.path.join(get("LIBDIR"), get("MULTIARCH") or "")]
    paths = [os.path.join(folder, get("INSTSONAME")) for folder in folders]
    library = next((path for path in paths if os.path.exists(path)), None)
include = sysconfig.get_path("include")
json.dump(
    {
        "Executable": sys.executable,
        "Prefix": sys.prefix,
        "BasePrefix": sys.base_prefix,
        "Library": library or "",
        "Major": sys.version_info[0],
        "Minor": sys.version_info[1],
        "FreeThreaded": bool(get("Py_GIL_DISABLED")),
        "Debug": hasattr(sys, "gettotalrefcount"),
        "CPython": sys.implementation.name == "cpython",
        "Include": include if os.path.exists(os.path.join(include, "Python.h")) else "",
        "ExtensionSuffix": get("EXT_SUFFIX"),
        "Utf8Mode": sys.flags.utf8_mode,
        "FileSystemEncoding": sys.getfilesystemencoding(),
        "Path": sys.path,
    },
    sys.stdout,
)
