"""The variables of a module, as functions that return and set them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

import griffe

from gophersnake.membership import SETTER, Variable, variables
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
    if variable is None:
        return UNTYPED
    made = _Variable(attribute, name, variable, reader)
    found = reader.types.finder.find(module.path)
    is_own = attribute.module is module and found is not None and found.local
    return [made.getter(), *(made.setter() if is_own else ())]


class _Variable:
    def __init__(
        self, attribute: griffe.Attribute, name: str, variable: Variable, reader: FunctionReader
    ) -> None:
        self.attribute = attribute
        self.name = name
        self.variable = variable
        self.reader = reader
        self.scope = Scope(attribute.module)
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
        statement = self.variable.statement
        if self.name.isupper() or not isinstance(statement, ast.AnnAssign):
            return True
        expression = expression_of(statement.annotation, self.attribute.module, self.name)
        if expression is None:
            return False
        return self.reader.converter.resolve(expression, self.scope).path == "typing.Final"

    def _type(self) -> Type:
        wanted = self.reader.settings.types.get(self.attribute.path)
        if wanted is not None:
            return self.reader.converter.written(wanted, f"{self.attribute.name}_value")
        node = self.variable.type
        expression = expression_of(node, self.attribute.module, self.attribute.name)
        if expression is None:
            return ObjectOf(ast.unparse(node), "it is not a type")
        # Its own name is that of the function which returns it.
        self.reader.converter.standing = f"{self.attribute.name}_value"
        found = self.reader.converter.convert(expression, self.scope)
        self.reader.converter.standing = ""
        return found

    def _location(self) -> Location:
        place = self.variable.statement
        file = self.reader.types.location(self.attribute).file
        return Location(file, place.lineno, place.col_offset + 1)
