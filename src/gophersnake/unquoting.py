"""String annotations as what they say. Standard library only."""

from __future__ import annotations

import ast
import copy


def unquoted(node: ast.expr) -> ast.expr:
    """Return an annotation with its string annotations replaced by what they say (PEP 484).

    Strings that are values stay: those in `Literal`, in the metadata of `Annotated` and in
    calls such as `TypeVar("T")`. The node itself is left as it is, and is returned where no
    string is in it.
    """
    if not any(
        isinstance(each, ast.Constant) and isinstance(each.value, str) for each in ast.walk(node)
    ):
        return node
    return _Unquote().visit(copy.deepcopy(node))  # type: ignore[no-any-return]


class _Unquote(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if not isinstance(node.value, str):
            return node
        try:
            parsed = ast.parse(node.value.strip(), mode="eval").body
        except (SyntaxError, ValueError):
            return node
        return self.visit(parsed)  # type: ignore[no-any-return]

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Go into what types are made of; strings elsewhere are values."""
        made_of = (ast.BinOp, ast.Tuple, ast.List, ast.Starred)
        return super().generic_visit(node) if isinstance(node, made_of) else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        name = ast.unparse(node.value).rpartition(".")[2]
        if name == "Annotated" and isinstance(node.slice, ast.Tuple) and node.slice.elts:
            node.slice.elts[0] = self.visit(node.slice.elts[0])
        elif name != "Literal":
            node.slice = self.visit(node.slice)
        return node
