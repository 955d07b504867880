"""pydantic's models, which validate what Go sends."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field, field_validator
from pydantic.alias_generators import to_camel
from pydantic.dataclasses import dataclass


class Address(BaseModel):
    model_config = ConfigDict(frozen=True)

    city: str
    code: str = Field(default="", alias="zip")


class Person(BaseModel):
    """Somebody."""

    name: Annotated[str, Field(min_length=1)]
    age: int = Field(default=0, ge=0)
    address: Address | None = None
    friends: list[Person] = Field(default_factory=list)
    tags: dict[str, float] = {}

    @field_validator("name")
    @classmethod
    def trimmed(cls, name: str) -> str:
        return name.strip()


class Employee(Person):
    salary: float = 1.5


class Parcel(BaseModel):
    """Taken from other places than its fields."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")

    sent_from: str
    number: int = Field(default=0, validation_alias=AliasChoices("no", "number"))
    weight: float = Field(default=0.0, validation_alias=AliasPath("measures", 1, "weight"))
    height: float = Field(default=0.0, validation_alias=AliasPath("measures", 0))


@dataclass
class Stamp:
    """A dataclass that pydantic validates."""

    price: float = Field(..., gt=0)
    motif: str = Field(default="queen", alias="picture")
    places: list[str] = Field(default_factory=list)


def parcel_of(parcel: Parcel) -> tuple[str, Parcel]:
    return repr(parcel), parcel


def stamp_of(stamp: Stamp) -> tuple[str, Stamp]:
    return repr(stamp), stamp


def person_of(person: Person) -> tuple[str, Person]:
    return repr(person), person


def employee_of(employee: Employee) -> Employee:
    return employee


def residents(addresses: dict[Address, list[str]]) -> dict[Address, list[str]]:
    return addresses


def wrong(how: str) -> Person:
    person = Person(name="Eve")
    if how == "field":
        object.__setattr__(person, "age", "old")
    found: Any = {"field": person, "other": Address(city="Rome", zip="")}[how]
    result: Person = found
    return result
