"""The arrays of torch and JAX, known by their names alone."""

from __future__ import annotations

from gophersnake.model import ArrayOf, Library, Type
from gophersnake.reader.annotations.use import Converts, Rule, Use

CLASSES = {
    "torch.Tensor": Library.TORCH,
    "torch.nn.Parameter": Library.TORCH,
    "jax.Array": Library.JAX,
    "jax.numpy.ndarray": Library.JAX,
    "jaxtyping.Array": Library.JAX,
}


def _tensor(use: Use, _converter: Converts) -> Type:
    """A class of arrays says neither the element type nor the shape."""
    return ArrayOf(None, library=CLASSES[use.path])


RULES: dict[str, Rule] = dict.fromkeys(CLASSES, _tensor)
