"""The attributes and properties of a class, as functions that get, set and delete them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import griffe

from gophersnake.membership import SETTER, value_of_setter
from gophersnake.model import (
    Access,
    AwaitableOf,
    Function,
    Location,
    ObjectOf,
    Parameter,
    ParameterKind,
    Scalar,
    Skipped,
    Type,
)
from gophersnake.reader.annotations.aliases import is_type_name
from gophersnake.reader.annotations.use import Expression, Scope
from gophersnake.reader.asyncs import Manner, manner
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.descriptors import Descriptor, descriptor
from gophersnake.reader.declarations.family import Reading
from gophersnake.reader.declarations.generics import Bindings
from gophersnake.reader.declarations.methods import Owner, receiver
from gophersnake.reader.deprecation import deprecation
from gophersnake.reader.functions import FunctionReader
from gophersnake.reader.parsing import expression_of, node_of
from gophersnake.variables import FunctionNode, Variable, attributes

UNTYPED = "it is an attribute without a type: annotate it in the class"


def read_attribute(
    attribute: griffe.Attribute, owner: Owner, reading: Reading
) -> Iterator[Function | Skipped]:
    """Yield what can be done with an attribute: nothing where its type is written down neither
    there nor in the settings. What a class has in its body is told of then."""
    functions = reading.functions
    wish = functions.wishes.of(f"{owner.path}.{attribute.name}")
    location = functions.types.location(attribute)
    name = f"{owner.name}.{attribute.name}"
    declared = told(attribute, reading.classes)
    bindings = owner.bindings(declared)
    is_property = "property" in declared.labels
    variable = None if is_property else _variable(declared)
    described = None if is_property else descriptor(declared, functions, bindings)
    wanted = _wanted(attribute, owner, functions)
    if variable is None and not is_property and described is None and wanted is None:
        if "class-attribute" in attribute.labels and not is_type_name(
            attribute, functions.converter
        ):
            yield Skipped(name, location, wish.skip or UNTYPED)
        return
    if wish.skip:
        yield Skipped(name, location, wish.skip)
        return
    made = _Attribute(declared, variable, owner, functions, bindings, wish.name, wanted)
    found = made.of_descriptor(described) if described is not None else made.of_instance()
    yield from found if declared is attribute else (replace(each, signature="") for each in found)


def told(attribute: griffe.Attribute, classes: Classes) -> griffe.Attribute:
    """Return the attribute whose text says of which type one is: that of the nearest class above
    that declares it, where the class itself only gives it a value."""
    if not isinstance(attribute.parent, griffe.Class) or _is_declared(attribute):
        return attribute
    for cls in classes.mro(attribute.parent)[1:]:
        above = cls.members.get(attribute.name)
        if isinstance(above, griffe.Attribute) and _is_declared(above):
            return above
    return attribute


def _is_declared(attribute: griffe.Attribute) -> bool:
    variable = _variable(attribute)
    return "property" in attribute.labels or (variable is not None and not variable.is_inferred)


class _Attribute:
    def __init__(
        self,
        attribute: griffe.Attribute,
        variable: Variable | None,
        owner: Owner,
        functions: FunctionReader,
        bindings: Bindings,
        called: str,
        wanted: Type | None,
    ) -> None:
        self.attribute = attribute
        self.variable = variable
        self.owner = owner
        self.functions = functions
        parent = attribute.parent
        assert isinstance(parent, (griffe.Class, griffe.Module))
        self.scope = Scope(attribute.module, bindings, member=(parent, attribute.name))
        self.name = f"{owner.name}.{attribute.name}"
        self.called = f"{owner.name}.{called}" if called else ""
        self.wanted = wanted
        self.type = self._type()

    def of_instance(self) -> Iterator[Function]:
        qualifier = self.qualifier()
        if qualifier == "typing.ClassVar":
            yield self.of_class()
            return
        yield self.getter()
        if "property" in self.attribute.labels:
            yield from self.of_property()
        elif qualifier != "typing.Final":
            yield self.setter(self.type, SETTER)

    def getter(self) -> Function:
        docstring = self.attribute.docstring
        return self._function(
            Access.GET, (), self.type, doc=inspect.cleandoc(docstring.value) if docstring else ""
        )

    def of_class(self) -> Function:
        """Return what gives the attribute of the class, without an instance."""
        return replace(self.getter(), parameters=(), access=Access.CONSTANT)

    def setter(self, type_: Type, key: str) -> Function:
        value = Parameter("value", ParameterKind.POSITIONAL_ONLY, type_)
        return self._function(Access.SET, (value,), Scalar.NONE, key=key)

    def of_property(self) -> Iterator[Function]:
        setter, deleter = self.attribute.setter, self.attribute.deleter
        if setter is not None:
            node = node_of(setter)
            assert isinstance(node, FunctionNode)
            yield self.setter(self.wanted or self._converted(value_of_setter(node)), SETTER)
        elif "cached" in self.attribute.labels:
            yield replace(self.setter(self.type, ""), signature="")
        if deleter is not None or "cached" in self.attribute.labels:
            yield self._function(Access.DELETE, (), Scalar.NONE)

    def of_descriptor(self, described: Descriptor) -> Iterator[Function]:
        if described.gives is not None:
            self.type = self.wanted or described.gives
            yield self.getter()
        if described.takes is not None:
            yield self.setter(self.wanted or described.takes, SETTER)
        if described.is_deleted:
            yield self._function(Access.DELETE, (), Scalar.NONE)

    def qualifier(self) -> str:
        """Return what stands around the type, which griffe leaves out: `Final`, `ClassVar`. A
        Final with a value in the body of the class is the class's own (PEP 591), and so is a
        name in capitals that is given one there (PEP 8). What is not annotated is not set."""
        if self.variable is None:
            return ""
        statement = self.variable.statement
        if self.variable.is_inferred:
            is_constant = (
                self.attribute.name.isupper() and "class-attribute" in self.attribute.labels
            )
            return "typing.ClassVar" if is_constant else "typing.Final"
        expression = self._expression(self.variable.type)
        if expression is None:
            return ""
        path = self.functions.converter.resolve(expression, self.scope).path
        in_body = (
            isinstance(statement, ast.AnnAssign)
            and isinstance(statement.target, ast.Name)
            and statement.value is not None
        )
        return "typing.ClassVar" if path == "typing.Final" and in_body else path

    def _type(self) -> Type:
        if self.wanted is not None:
            return self.wanted
        if self.variable is not None and self.variable.is_inferred:
            return self.functions.converter.written(ast.unparse(self.variable.type))
        if self.variable is not None:
            return self._converted(self.variable.type)
        node = node_of(self.attribute)
        if not isinstance(node, FunctionNode):
            return Scalar.ANY
        found = self._converted(node.returns)
        return AwaitableOf(found) if manner(node) is Manner.AWAITED else found

    def _converted(self, node: ast.expr | None) -> Type:
        if node is None:
            return Scalar.ANY
        expression = self._expression(node)
        if expression is None:
            return ObjectOf(ast.unparse(node), "it is not a type")
        return self.functions.converter.convert(expression, self.scope)

    def _expression(self, node: ast.expr) -> Expression | None:
        parent = self.attribute.parent
        assert isinstance(parent, (griffe.Class, griffe.Module))
        return expression_of(node, parent, self.attribute.name)

    def _function(
        self,
        access: Access,
        parameters: tuple[Parameter, ...],
        result: Type,
        *,
        doc: str = "",
        key: str = "",
    ) -> Function:
        known = ""
        if access is not Access.DELETE:
            known = self.functions.fingerprints.of_attribute(self.attribute.path, key)
        return Function(
            name=self.name,
            parameters=(receiver(self.owner.receiver), *parameters),
            result=result,
            signature=known,
            location=self._location(),
            doc=doc,
            called=self.called,
            access=access,
            deprecated=deprecation(self.attribute, self.functions.converter),
        )

    def _location(self) -> Location:
        found = self.functions.types.location(self.attribute)
        if self.variable is None:
            return found
        place = self.variable.statement
        return Location(found.file, place.lineno, place.col_offset + 1)


def _wanted(attribute: griffe.Attribute, owner: Owner, functions: FunctionReader) -> Type | None:
    """Return the type that the settings give an attribute: by the class, or by the one that it
    has it from."""
    types = functions.settings.types
    text = types.get(f"{owner.path}.{attribute.name}", types.get(attribute.path))
    if text is None:
        return None
    standing = f"{owner.name}_{attribute.name}".replace(".", "_")
    return functions.converter.written(text, standing)


def _variable(attribute: griffe.Attribute) -> Variable | None:
    cls = node_of(attribute.parent) if attribute.parent is not None else None
    return _attributes(cls).get(attribute.name) if isinstance(cls, ast.ClassDef) else None


@lru_cache(maxsize=16)
def _attributes(cls: ast.ClassDef) -> dict[str, Variable]:
    """Return the attributes of a class, which is asked for each of them in turn."""
    return attributes(cls)
