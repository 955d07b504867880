"""Tensors of torch and JAX, and whatever else speaks DLPack, as numpy arrays over the same
memory, and the other way (https://data-apis.org/array-api/latest/design_topics/data_interchange.html).

The bridge calls both functions. What they refuse they return as a tuple: what was expected,
and what came. Neither library is imported here: who has a tensor, or is to get one, has done
that.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

Refusal = tuple[str, str]

_TORCH, _JAX, _OTHER = 1, 2, 255
"""The numbers of contract/kinds.toml, and one for any class with `__dlpack__`."""

_CLASSES = {_TORCH: ("torch", "Tensor"), _JAX: ("jax", "Array")}
_CPU = (1, 3)
"""kDLCPU and kDLCUDAHost of dlpack.h: memory that the processor reads."""
_DEVICES = {2: "cuda", 4: "opencl", 7: "vulkan", 8: "metal", 10: "rocm", 14: "oneapi"}


def array_of(value: Any, library: int, /) -> Any:
    """Return a numpy array over the memory of a tensor, which it keeps."""
    refusal = _another_class(value, library)
    if refusal is not None:
        return refusal
    kind, number = value.__dlpack_device__()
    if kind not in _CPU:
        device = _DEVICES.get(kind, f"device type {kind}")
        return "tensor in the processor's memory", f"one on {device}:{number}"
    if getattr(value, "requires_grad", False):
        value = value.detach()  # the same memory: only the record for gradients is left out
    try:
        array = import_module("numpy").from_dlpack(value)
    except (BufferError, RuntimeError, TypeError, ValueError) as error:
        return "tensor that numpy can look at", f"{_name(value)}: {error}"
    if library == _JAX:
        array.flags.writeable = False  # JAX takes its arrays to be values
    return array


def tensor_of(array: Any, library: int, /) -> Any:
    """Return a tensor over the memory of a numpy array, which it keeps.

    torch knows no tensors that may only be read. JAX copies memory that it cannot use as it
    is, which nobody notices, as its arrays do not change.
    """
    array = import_module("numpy").asarray(array)
    name = ".".join(_CLASSES[library])
    try:
        if library == _TORCH:
            if not array.flags.writeable:
                return f"array that {name} may write to (Writable)", "one to be read only"
            return import_module("torch").from_numpy(array)
        made = import_module("jax.numpy").asarray(array)
    except (BufferError, TypeError, ValueError) as error:
        return f"array that can be a {name}", str(error)
    if str(made.dtype) != str(array.dtype):  # without jax_enable_x64 it has 32 bits at most
        return f"array of {made.dtype}, which JAX makes of it", f"array of {array.dtype}"
    return made


def _another_class(value: Any, library: int) -> Refusal | None:
    if library == _OTHER:
        return None
    module, name = _CLASSES[library]
    loaded = sys.modules.get(module)
    if loaded is not None and isinstance(value, getattr(loaded, name)):
        return None
    return f"{module}.{name}", _name(value)


def _name(value: Any) -> str:
    cls = type(value)
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"
