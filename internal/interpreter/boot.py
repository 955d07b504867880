# Runs once in a new interpreter. Given: arguments, bytes, each ending in NUL.
# Leaves: table, the bridge's capsule, or failure, why there is none.
import os
import sys

sys.argv = [os.fsdecode(argument) for argument in arguments.split(b"\0")[:-1]]
if sys.version_info < (3, 13):
    import threading  # takes the thread that first imports it for the main one
try:
    from gophersnake.bridge import table
except BaseException as error:
    failure = error
