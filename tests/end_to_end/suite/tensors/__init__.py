"""Tensors of torch and JAX: their own classes, or stand-ins where they are not installed."""
# mypy: ignore-errors

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from . import standins

standins.install()

if TYPE_CHECKING:
    import jax
    import torch
    from jaxtyping import Float, Float32, Int

_torch: Any = __import__("torch")
_jax_numpy: Any = __import__("jax.numpy").numpy
_kept: Any = None


def made(n: int) -> torch.Tensor:
    """Return 0, 1, 2 …, and keep the tensor."""
    global _kept
    _kept = _torch.from_numpy(np.arange(n, dtype=np.float32))
    return _kept


def change(at: int, value: float) -> float:
    """Write into the tensor that is kept, and return its sum."""
    _kept[at] = value
    return float(_kept.sum())


def learning() -> torch.Tensor:
    """Return a tensor that records gradients."""
    return _torch.from_numpy(np.arange(2, dtype=np.float32)).requires_grad_()


def elsewhere() -> torch.Tensor:
    """Return a tensor that says it is on a graphics card."""
    here = _torch.from_numpy(np.zeros(1, np.float32))
    there = type("Elsewhere", (_torch.Tensor,), {"__dlpack_device__": lambda self: (2, 1)})
    here.__class__ = there
    return here


def no_tensor() -> torch.Tensor:
    made: Any = np.zeros(1, np.float32)
    return made


def is_kept(t: torch.Tensor) -> bool:
    return t is _kept


def keep(t: Float32[torch.Tensor, "n 2"]) -> tuple[str, int]:
    """Keep a tensor; return its class and place in memory."""
    global _kept
    _kept = t
    name = "torch.Tensor" if isinstance(t, _torch.Tensor) else str(type(t))
    return name, t.data_ptr()


def forget() -> None:
    global _kept
    _kept = None


def total(t: Float[torch.Tensor, ...]) -> float:
    return float(t.sum())


def seen_by_numpy(a: NDArray[np.float32]) -> str:
    return f"{type(a).__name__} {a.tolist()}"


def counted(n: int) -> Int[jax.Array, "n"]:
    """Return 0, 1, 2 … as JAX counts."""
    return _jax_numpy.asarray(np.arange(n, dtype=np.int32))


def jax_total(a: jax.Array) -> float:
    assert isinstance(a, __import__("jax").Array), type(a)
    return float(a.sum())


def exported() -> NDArray[np.int16]:
    """Return an object of a class of its own that exports its memory."""
    made: Any = standins.exporter(np.arange(3, dtype=np.int16))
    return made
