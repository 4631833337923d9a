"""Exact numbers, ranges of them, and how drawn ones spread."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from .value import Value


def exact_number(value: Any) -> Fraction:
    """A number as an exact fraction; a decimal is what its digits say (0.1 is one tenth)."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Fraction):
        raise ValueError(f"{value!r} is not a number")
    try:
        return Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    except (ValueError, ZeroDivisionError) as error:
        raise ValueError(f"{value!r} is not a finite number") from error


def plain_number(value: Fraction) -> int | float:
    """The number for JSON: a whole number where it is one."""
    return value.numerator if value.denominator == 1 else float(value)


Number = Annotated[
    Fraction,
    PlainValidator(exact_number),
    PlainSerializer(plain_number, return_type=int | float),
    WithJsonSchema({"type": "number"}),
]
"""An exact number, written in JSON as a whole or decimal one."""


class Range(Value):
    """A number known only to lie from ``low`` to ``high``, both inclusive; a single number has them equal."""

    low: Number
    high: Number

    @property
    def is_point(self) -> bool:
        return self.low == self.high


def _to_range(value: Any) -> Range:
    if isinstance(value, Range):
        return value
    if isinstance(value, dict) and set(value) == {"low", "high"}:
        value = [value["low"], value["high"]]
    if isinstance(value, list | tuple):
        if len(value) != 2:
            raise ValueError(f"a range has two numbers, [low, high], not {len(value)}")
        low, high = exact_number(value[0]), exact_number(value[1])
        if low > high:
            raise ValueError(f"the range [{value[0]}, {value[1]}] is upside down")
        return Range(low=low, high=high)
    number = exact_number(value)
    return Range(low=number, high=number)


def _from_range(value: Range) -> Any:
    if value.is_point:
        return plain_number(value.low)
    return [plain_number(value.low), plain_number(value.high)]


Score = Annotated[
    Range,
    PlainValidator(_to_range),
    PlainSerializer(_from_range),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
            ]
        }
    ),
]
"""Points: a number, or a range ``[low, high]``, in JSON; a :class:`Range` in Python."""


class Spread(Value):
    """What drawn numbers are like: their mean, and the ends of the middle 80 percent."""

    mean: Number
    low: Number
    high: Number
