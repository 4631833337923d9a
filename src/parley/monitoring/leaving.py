"""Who went from a place, in words of going that are no withdrawal by themselves."""

from __future__ import annotations

from collections.abc import Iterable

from parley.text import patterns as re

from .names import fold

_WENT_FROM = re.compile(
    r"\b(?:c[ao]m(?:e|es|ing)|go(?:es|ing|ne)?|went|climb(?:s|ed|ing)?|descend(?:s|ed|ing)?|walk(?:s|ed|ing)?|dr[io]v(?:e|es|ing|en)|"
    r"r[io]d(?:e|es|ing|den)|march(?:es|ed|ing)?|mov(?:e|es|ed|ing|ement)|head(?:s|ed|ing)?|depart(?:s|ed|ing|ures?)?|sail(?:s|ed|ing)?|"
    r"trek(?:s|ked|king)?)\b(?:\s+\w+){0,3}?\s+from\s+(?:the\s+)?(?P<place>[^,;]+)",
    re.I,
)


_LEFT_WITH = re.compile(r"\bleft\s+(?:(?!with\b)\w+\s+){0,3}with\s+(?:the\s+)?(?P<whom>.+)", re.I)


def left_with(said: str | None) -> str | None:
    """With whom, or what, somebody left, or left something: "left (five rifles) with the | Elders"."""
    told = _LEFT_WITH.search(said or "")
    return told and told["whom"]


def goes_from(said: str | None, names: Iterable[str]) -> bool:
    """Whether words for what was done are of going from one of these places: "came down from the Saddle"."""
    told = _WENT_FROM.search(said or "")
    return told is not None and any(fold(told["place"]).startswith(fold(name)) for name in names if name)
