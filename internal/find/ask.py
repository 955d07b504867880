# Run by an interpreter whose files did not tell enough. It may be any Python at all.
import json
import os
import sys
import sysconfig

get = sysconfig.get_config_var
folders = [get("LIBDIR"), get("LIBPL"), get("PYTHONFRAMEWORKPREFIX")]
if get("LIBDIR") and get("MULTIARCH"):
    folders.append(os.path.join(get("LIBDIR"), get("MULTIARCH")))
folders.append(os.path.join(sys.base_prefix, "lib"))
names = [name for name in (get("INSTSONAME"), get("LDLIBRARY")) if name]
json.dump(
    {
        "executable": sys.executable,
        "implementation": sys.implementation.name,
        "version": list(sys.version_info[:2]),
        "base_prefix": sys.base_prefix,
        "free_threaded": bool(get("Py_GIL_DISABLED")),
        "debug": hasattr(sys, "gettotalrefcount"),
        "libraries": [os.path.join(folder, name) for folder in folders if folder for name in names],
    },
    sys.stdout,
)
