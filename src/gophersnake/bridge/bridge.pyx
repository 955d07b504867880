# cython: language_level=3, cdivision=True, freethreading_compatible=True, embedsignature=False
"""Everything that touches a Python object: frames become calls, results become frames.

The other side gets one table of C functions (contract/slots.md). Each function is entered
without the interpreter; those that need it attach the thread they are called on.

The rooms, in the order in which they build on each other: cpython (the C API used here),
platform (what C itself lacks), threads, fork, handles, lends, shapes (what a type asks of
arrays), program (what a function's frames mean), definitions, failure, cursor (bytes), numpy,
arrays, tensors and their two ways, converted, instances, records, unions, decode, encode,
standing (what threads are at), interrupt, raised, call, passing and callback (a call the other
way), functions and iteration (what Python and Go call), table.
"""

include "constants.pxi"
include "cpython.pxi"
include "platform.pxi"
include "threads.pxi"
include "fork.pxi"
include "handles.pxi"
include "lends.pxi"
include "shapes.pxi"
include "program.pxi"
include "definitions.pxi"
include "failure.pxi"
include "cursor.pxi"
include "numpy.pxi"
include "arrays.pxi"
include "dtypes.pxi"
include "tensors.pxi"
include "array_decode.pxi"
include "array_encode.pxi"
include "converted.pxi"
include "instances.pxi"
include "records.pxi"
include "unions.pxi"
include "decode.pxi"
include "encode.pxi"
include "standing.pxi"
include "entering.pxi"
include "interrupt.pxi"
include "attached.pxi"
include "raised.pxi"
include "call.pxi"
include "passing.pxi"
include "callback.pxi"
include "functions.pxi"
include "iteration.pxi"
include "table.pxi"
