"""pydantic's models, which validate what Go sends."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator


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
