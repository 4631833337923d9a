"""How several things, and how many of one, are said in a sentence."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str], joint: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return f" {joint} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def each_of(names: Sequence[str]) -> str:
    """Of whom the very same is told: ``a``; ``a and b, each``."""
    return listed(names) + (", each" if len(names) > 1 else "")


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 page", "1,200 pages"."""
    return f"{in_figures(number)} {one if number == 1 else many or one + 's'}"


def how_many(number: int | None, hedge: str | None = None) -> str:
    """ "12", "more than 1,300", "number undetermined (several)"; a remark in brackets stands behind the number."""
    if number is None:
        return "number undetermined" + (f" ({hedge})" if hedge else "")
    words, bracket, remark = (hedge or "").partition("(")
    return " ".join(part for part in (words.strip(), in_figures(number), bracket + remark) if part)


def in_figures(number: int) -> str:
    """ "1,200"; of more than 15 digits their size says as much, and can be taken in: "about 2.6e95"."""
    digits = str(number)
    return f"{number:,}" if len(digits) <= 15 else f"about {digits[0]}.{digits[1]}e{len(digits) - 1}"
