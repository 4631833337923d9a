"""Which mistakes ``check`` tells of a text, by their codes."""

from __future__ import annotations

from parley.framework import check, parse
from parley.model import FindingKind


def codes_told(text: str) -> set[str]:
    """The codes of all findings but of what the text does not mention."""
    return {each.code for each in check(parse(text)).findings if each.kind is not FindingKind.ABSENT}
