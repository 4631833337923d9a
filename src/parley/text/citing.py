"""The provisions that words refer to by number: "Articles 1 to 3 and 7", "paragraph 4(a)", "points 2 or 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.model import Provision

from .numbers import ORDINALS, roman

_IN_ORDER = "|".join(form for each in ORDINALS[::-1] for form in (each.title(), each.upper()))
_NUMBER = (
    r"(?:\d{1,4}+(?:[a-z]\b|[ \t]?(?:bis|ter|quater)\b)?|(?-i:[IVX]|[IVXLC]{2,7})(?![\w’'])"
    rf"|(?-i:{_IN_ORDER})(?![\w-]))"
    r"(?:\.\d{1,3}){0,3}(?:\(\w{1,4}\)){0,3}"
)
_JOINT = r"(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|to|through)\s+|\s*[–-]\s*)"
_ROMAN = re.compile(r"\A[IVXLC]+")
_MEASURED = (
    r"(?!\.?\d|\s*°|"
    r"\s*-?\s*(?:minutes?|hours?|days?|weeks?|months?|years?|met(?:re|er)s?|k?m|kilomet(?:re|er)s?|miles?)\b)"
)
"""What follows is a number of something: "under Article 3 and 14 days later", "the points 12.50000° N"."""
_CITED = re.compile(
    r"(?:\b(?P<kind>(?:article|paragraph|provision|section|point|clause|rule|item)s?|arts?\.|paras?\.)\s+|(?P<sign>§§?)\s*)"
    rf"(?P<numbers>{_NUMBER}{_MEASURED}(?:{_JOINT}{_NUMBER}{_MEASURED})*)",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"(?:\([^)]*\)|,)?\s*(?:of|in|to|under)\s+(?:the\s+|its\s+|their\s+|that\s+|an?\s+)?(?!this\b"
    r"|the\s+present\b)[^.;]{0,60}?"
    r"\b(?:Charter|Convention|Protocol|Law|Act|Constitution|Agreement|Accord|Treaty|Statute|Resolution|resolution"
    r"|Memorandum|Code|Regulations|Annex)\b"
)
"""What follows a reference to a provision of another text."""
_LISTED = re.compile(rf"(?P<number>{_NUMBER})|(?P<through>\bto\b|\bthrough\b|[–-])")
_MOST = 200
"""So many provisions a range may name."""


@dataclass(frozen=True)
class Cited:
    """One reference: where it stands in the words (code points), the kind as said, and its numbers as said; Roman
    numerals and ordinals ("Clause Fourth") as the numbers that they are.

    A range gives all numbers from its first to its last.
    """

    start: int
    end: int
    kind: str
    numbers: tuple[str, ...]


def provisions_cited(words: str) -> Iterator[Cited]:
    """Every reference in ``words``, in their order; what is cited need not exist, nor be of the same text."""
    for match in _CITED.finditer(words):
        yield Cited(match.start(), match.end(), match["kind"] or match["sign"], _numbers(match["numbers"]))


def numbers_cited(words: str) -> tuple[str, ...]:
    """The numbers of all references in ``words``, each once."""
    return tuple(dict.fromkeys(number for cited in provisions_cited(words) for number in cited.numbers))


def by_heading(provisions: Sequence[Provision]) -> dict[str, list[Provision]]:
    """What stands under each numbered heading, by the :func:`heading_key` of the heading."""
    found: dict[str, list[Provision]] = {}
    for provision in provisions:
        headed = next(provisions_cited(provision.heading or ""), None)
        if headed is not None and headed.start == 0:
            found.setdefault(heading_key(headed.kind, headed.numbers[0]), []).append(provision)
    return found


def heading_key(kind: str, number: str) -> str:
    """ "section 5", of "Section V" and of "Sections V"."""
    return f"{kind.casefold().removesuffix('s')} {number}"


def _numbers(listed: str) -> tuple[str, ...]:
    numbers: list[str] = []
    through = False
    for part in _LISTED.finditer(listed):
        if part["through"]:
            through = True
            continue
        said = "".join(part["number"].split())
        number = _ROMAN.sub(lambda match: str(roman(match.group())), said)
        if said.lower() in ORDINALS:
            number = str(ORDINALS.index(said.lower()) + 1)
        if through and numbers[-1].isdecimal() and number.isdecimal():
            first = int(numbers[-1])
            numbers += [str(each) for each in range(first + 1, min(int(number), first + _MOST))]
        numbers.append(number)
        through = False
    return tuple(dict.fromkeys(numbers))
