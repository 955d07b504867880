"""Classes whose instances stay in Python."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Protocol, Self


class Account(ABC):
    """Somebody's money.

    Amounts are in cents.
    """

    currency: ClassVar[str] = "EUR"
    owner: str

    class Entry:
        """One line of an account."""

        def __init__(self, amount: int) -> None:
            self.amount: int = amount

    @property
    def balance(self) -> int:
        """What there is."""

    @balance.setter
    def balance(self, amount: int) -> None: ...

    @balance.deleter
    def balance(self) -> None: ...

    @cached_property
    def rank(self) -> int: ...

    @abstractmethod
    def pay(self, amount: int, *, note: str = "") -> Account.Entry:
        """Take money out.

        Args:
            amount: how much, in cents
            note: what for
        """

    def close(self) -> None:
        """Close the account: not the handle."""

    def merge(self, *others: Account, fee: int = 0) -> Self: ...

    @staticmethod
    def largest(accounts: list[Account]) -> Account | None: ...


class _Audited:
    def audit(self) -> list[str]: ...


class Audits:
    def audits(self) -> int: ...


class Savings(_Audited, Account):
    def __init__(self, owner: str, rate: float = 0.5) -> None:
        """Open an account."""
        self.rate: float = rate

    @classmethod
    def of(cls, owners: list[str]) -> list[Self]: ...

    def pay(self, amount: int, *, note: str = "") -> Account.Entry: ...


class Prints(Protocol):
    """What can be printed."""

    def lines(self) -> list[str]: ...


class Printed(Savings, Prints):
    """Inherits from a class and from a protocol."""


class OverdrawnError(ValueError):
    """There is not that much in the account."""

    missing: int

    def __init__(self, missing: int) -> None: ...

    def value(self) -> int: ...


class BlockedError(Audits, OverdrawnError):
    """Nothing can be taken out."""


class Ledger:
    """Entries by number."""

    def __getitem__(self, number: int) -> Account.Entry: ...

    def __iter__(self) -> Iterator[Account.Entry]: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *details: object) -> None: ...

    def __add__(self, other: Ledger) -> Ledger: ...


def transfer(source: Account, target: Account | None = None) -> dict[str, Account.Entry]: ...


def print_all(things: list[Prints]) -> None: ...
