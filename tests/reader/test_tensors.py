"""The arrays of torch and JAX in annotations, which need not be installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import ArrayOf, DType, Library, OptionalOf

if TYPE_CHECKING:
    from gophersnake.model import Type
    from tests.reader.conftest import Project


@pytest.mark.parametrize(
    ("annotation", "type_"),
    [
        ("torch.Tensor", ArrayOf(None, library=Library.TORCH)),
        ("Tensor | None", OptionalOf(ArrayOf(None, library=Library.TORCH))),
        ("jax.Array", ArrayOf(None, library=Library.JAX)),
        ("jnp.ndarray", ArrayOf(None, library=Library.JAX)),
        ('Float[torch.Tensor, "n 3"]', ArrayOf(DType.FLOAT32, ("n", "3"), Library.TORCH)),
        ('Int[Tensor, ""]', ArrayOf(DType.INT64, (), Library.TORCH)),
        ('Int[Array, "..."]', ArrayOf(DType.INT32, library=Library.JAX)),
        ('Float64[jax.Array, "n"]', ArrayOf(DType.FLOAT64, ("n",), Library.JAX)),
    ],
)
def test_tensors(project: Project, annotation: str, type_: Type) -> None:
    prelude = """
    import jax
    import jax.numpy as jnp
    import torch
    from jaxtyping import Array, Float, Float64, Int
    from torch import Tensor
    """
    assert project.type_of(annotation, prelude) == type_
