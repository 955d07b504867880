"""As much of torch and JAX as the tests need, where they are not installed."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType
from typing import Any

import numpy as np


class Tensor:
    """What torch and JAX promise of their tensors on the processor: DLPack."""

    def __init__(self, array: Any) -> None:
        self.array = array

    def __dlpack__(self, **options: Any) -> Any:
        return self.array.__dlpack__(**options)

    def __dlpack_device__(self) -> tuple[int, int]:
        return (1, 0)

    def __setitem__(self, index: Any, value: Any) -> None:
        self.array[index] = value

    def sum(self) -> Any:
        return self.array.sum()

    @property
    def dtype(self) -> Any:
        return self.array.dtype


class TorchTensor(Tensor):
    requires_grad = False

    def detach(self) -> TorchTensor:
        return TorchTensor(self.array)

    def data_ptr(self) -> int:
        return int(self.array.ctypes.data)

    def requires_grad_(self) -> TorchTensor:
        self.requires_grad = True
        return self

    def __dlpack__(self, **options: Any) -> Any:
        if self.requires_grad:
            raise BufferError("Can't export tensors that require gradient, use tensor.detach()")
        return super().__dlpack__(**options)


class JAXArray(Tensor):
    """Has 32 bits at most, as JAX's arrays have unless it is told otherwise."""


def _as_jax(array: Any) -> JAXArray:
    narrow = {"float64": "float32", "int64": "int32"}.get(str(array.dtype))
    return JAXArray(array.astype(narrow) if narrow else array)


def install() -> None:
    if importlib.util.find_spec("torch") is None:
        torch: Any = ModuleType("torch")
        torch.Tensor = TorchTensor
        torch.from_numpy = TorchTensor
        sys.modules["torch"] = torch
    if importlib.util.find_spec("jax") is None:
        jax: Any = ModuleType("jax")
        jax.Array = JAXArray
        jax.numpy = ModuleType("jax.numpy")
        jax.numpy.asarray = _as_jax
        sys.modules |= {"jax": jax, "jax.numpy": jax.numpy}


def exporter(array: Any) -> Any:
    """An array of a class that is nobody's, over the same memory."""
    return Tensor(array)


def zeros(n: int) -> Any:
    return np.zeros(n)
