"""The variables of a module, as functions that return and set them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

import griffe

from gophersnake.membership import SETTER
from gophersnake.model import (
    Access,
    Function,
    Location,
    ObjectOf,
    Parameter,
    ParameterKind,
    Scalar,
    Type,
)
from gophersnake.reader.annotations.use import Scope
from gophersnake.reader.functions import FunctionReader
from gophersnake.reader.parsing import expression_of, node_of
from gophersnake.variables import Variable, variables

UNTYPED = "it is a variable without a type: annotate it where it is first set"


def read_variable(
    attribute: griffe.Attribute, name: str, module: griffe.Module, reader: FunctionReader
) -> list[Function] | str:
    """Return what gets a module's variable and, where that is meant to be, sets it; the reason
    where its type is not written down.

    `name` is what `module` calls it, which may import it. A variable is set in the module that
    has it, if that is the user's own: others' variables are theirs. A name in capitals is a
    constant (PEP 8), as is a Final one.
    """
    node = node_of(attribute.module)
    known = variables(node.body) if isinstance(node, ast.Module) else {}
    variable = known.get(attribute.name)
    if variable is None and attribute.path not in reader.settings.types:
        return UNTYPED
    made = _Variable(attribute, name, variable, reader)
    found = reader.types.finder.find(module.path)
    is_own = attribute.module is module and found is not None and found.local
    return [made.getter(), *(made.setter() if is_own else ())]


class _Variable:
    def __init__(
        self,
        attribute: griffe.Attribute,
        name: str,
        variable: Variable | None,
        reader: FunctionReader,
    ) -> None:
        self.attribute = attribute
        self.name = name
        self.variable = variable
        self.reader = reader
        self.scope = Scope(attribute.module)
        self.wanted = reader.settings.types.get(attribute.path)
        self.type = self._type()

    def getter(self) -> Function:
        docstring = self.attribute.docstring
        return Function(
            name=self.name,
            parameters=(),
            result=self.type,
            signature=self.reader.fingerprints.of_attribute(self.attribute.path, ""),
            location=self._location(),
            doc=inspect.cleandoc(docstring.value) if docstring else "",
            access=Access.CONSTANT,
        )

    def setter(self) -> Iterator[Function]:
        if self._is_constant():
            return
        yield Function(
            name=self.name,
            parameters=(Parameter("value", ParameterKind.POSITIONAL_ONLY, self.type),),
            result=Scalar.NONE,
            signature=self.reader.fingerprints.of_attribute(self.attribute.path, SETTER),
            location=self._location(),
            called=f"set_{self.name}",
            access=Access.SET,
        )

    def _is_constant(self) -> bool:
        """Whether the variable is not to be set: by its name, or since nothing but its value
        says what it is."""
        variable = self.variable
        if self.name.isupper() or self.wanted is not None or variable is None:
            return self.name.isupper()
        if variable.is_inferred:
            return True
        expression = expression_of(variable.type, self.attribute.module, self.name)
        if expression is None:
            return False
        return self.reader.converter.resolve(expression, self.scope).path == "typing.Final"

    def _type(self) -> Type:
        name = self.attribute.name
        standing = f"{name}_value"  # its own name is that of the function which returns it
        if self.wanted is not None:
            return self.reader.converter.written(self.wanted, standing)
        assert self.variable is not None
        node = self.variable.type
        if self.variable.is_inferred:
            return self.reader.converter.written(ast.unparse(node))
        expression = expression_of(node, self.attribute.module, name)
        if expression is None:
            return ObjectOf(ast.unparse(node), "it is not a type")
        self.reader.converter.standing = standing
        found = self.reader.converter.convert(expression, self.scope)
        self.reader.converter.standing = ""
        return found

    def _location(self) -> Location:
        found = self.reader.types.location(self.attribute)
        if self.variable is None:
            return found
        place = self.variable.statement
        return Location(found.file, place.lineno, place.col_offset + 1)
