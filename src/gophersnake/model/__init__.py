"""What a Python module offers, as plain immutable data.

The reader makes it, the writer uses it. It knows neither griffe nor Go, and does no
input or output. Names are Python's own.
"""

from gophersnake.model.callables import (
    AwaitableOf,
    CallableOf,
    CallableParameter,
    IterationKind,
    IterationOf,
    ManagerOf,
    ParameterKind,
)
from gophersnake.model.classes import Class
from gophersnake.model.declarations import Declaration
from gophersnake.model.enumerations import Crosses, Enumeration, Member
from gophersnake.model.functions import Access, Function, Parameter
from gophersnake.model.generics import (
    Keying,
    keyings_in,
    keys_in,
    substituted,
    uses_in,
    variables_in,
)
from gophersnake.model.layouts import Layout, Slot
from gophersnake.model.location import Location
from gophersnake.model.module import Module, Source
from gophersnake.model.newtypes import NewType
from gophersnake.model.parts import parts
from gophersnake.model.records import Field, Record, RecordKind
from gophersnake.model.references import bases_of, named_in
from gophersnake.model.skipped import Skipped
from gophersnake.model.standard import ExceptionOf, Sized, Standard
from gophersnake.model.types import (
    GIVEN,
    ArrayOf,
    Described,
    DType,
    Library,
    LiteralOf,
    MappingKind,
    MappingOf,
    Named,
    NumpyScalar,
    ObjectOf,
    OptionalOf,
    RootOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetKind,
    SetOf,
    TupleOf,
    Type,
    UnionOf,
    Variable,
)
from gophersnake.model.unions import Union

__all__ = [
    "GIVEN",
    "Access",
    "ArrayOf",
    "AwaitableOf",
    "CallableOf",
    "CallableParameter",
    "Class",
    "Crosses",
    "DType",
    "Declaration",
    "Described",
    "Enumeration",
    "ExceptionOf",
    "Field",
    "Function",
    "IterationKind",
    "IterationOf",
    "Keying",
    "Layout",
    "Library",
    "LiteralOf",
    "Location",
    "ManagerOf",
    "MappingKind",
    "MappingOf",
    "Member",
    "Module",
    "Named",
    "NewType",
    "NumpyScalar",
    "ObjectOf",
    "OptionalOf",
    "Parameter",
    "ParameterKind",
    "Record",
    "RecordKind",
    "RootOf",
    "Scalar",
    "SequenceKind",
    "SequenceOf",
    "SetKind",
    "SetOf",
    "Sized",
    "Skipped",
    "Slot",
    "Source",
    "Standard",
    "TupleOf",
    "Type",
    "Union",
    "UnionOf",
    "Variable",
    "bases_of",
    "keyings_in",
    "keys_in",
    "named_in",
    "parts",
    "substituted",
    "uses_in",
    "variables_in",
]
