"""Decimals, as their text, and fractions, as numerator and denominator."""

from __future__ import annotations

from gophersnake.host.adapters import Adapter, Unfit


def a_decimal(_argument: str) -> Adapter:
    from decimal import Decimal, InvalidOperation

    def make(text: str) -> Decimal:
        try:
            return Decimal(text)
        except InvalidOperation:
            raise Unfit("a decimal number that Python can hold", text) from None

    def take(value: object) -> str:
        if not isinstance(value, Decimal):
            raise Unfit("decimal.Decimal")
        return str(value)

    return Adapter(make, take, Decimal)


def a_fraction(_argument: str) -> Adapter:
    from fractions import Fraction

    def make(parts: tuple[int, int]) -> Fraction:
        return Fraction(*parts)

    def take(value: object) -> tuple[int, int]:
        if not isinstance(value, Fraction):
            raise Unfit("fractions.Fraction")
        return value.numerator, value.denominator

    return Adapter(make, take, Fraction)
