"""Numbers, lengths of time, distances, percentages, days and references in two wordings, and which of them differ.

What no part of an obligation holds is found here: two wordings with different amounts never say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from parley.model import Duration, Instant
from parley.text import patterns as re
from parley.text.citing import Cited, provisions_cited
from parley.text.numbers import PATTERN, numbers, parse_number
from parley.text.quantities import distances, durations

from ..reader.instants import instants, month_of
from ..reader.ordinals import MONTH, ORDINAL, WEEKDAY, YEARLESS, number_of
from .lengths import is_after, is_longer
from .likeness import words_of

LENGTH, DISTANCE, PERCENTAGE, DAY, CLOCK, NUMBER, REFERENCE = (
    "length of time",
    "distance",
    "percentage",
    "day",
    "time of day",
    "number",
    "reference",
)
_NAMED_DAY = re.compile(rf"\b(?P<weekday>{WEEKDAY})\b|(?<=[a-z] )(?P<month>{MONTH})")
_WORKING = re.compile(
    rf"\b(?P<number>{PATTERN})(?:\s*\(\s*\d[\d,]*\s*\))?[\s\-]{{1,3}}"
    r"(?:(?P<unit>(?:working|business|banking)[\s\-]+days?)|(?P<seconds>seconds?))(?!\w)",
    re.IGNORECASE,
)
"""Lengths of time that have no fixed count of days or minutes."""
_PERCENT = re.compile(rf"(?<![\w.,])(?P<number>{PATTERN})\s{{0,2}}(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
_FRACTION = re.compile(
    rf"\b(?:one|two|three|four|five|six|seven|nine|\d+)[\s\-](?:hal(?:f|ves)|quarters?|{ORDINAL}s)\b|(?<![\w/])\d/\d(?![\w/])",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\w:.])\d{1,2}:\d{2}(?![\w:])")
_TOLD_TWICE = re.compile(r"\s*\(\s*(?P<number>\d[\d,]*)\s*\)")
_DIGITS = re.compile(r"(?<![\w.,])[^\W\d_]{0,3}\d(?:[\d.,:/+\-]*\d)?|\d+")
_IN_WORDS = re.compile(
    rf"\b(?:{ORDINAL}|half|quarter|thirds?|once|twice|thrice|(?:doubl|tripl|halv)(?:e[sd]?|ing))\b", re.IGNORECASE
)
_WEAK = frozenset({"one", "a", "an", "last", "final", "first", "second"})
"""Words that count only sometimes ("one another", "at first"): alone they are no amount that came or went."""
_MEASURES = frozenset(
    "a all an any each every few least less many more most no several some than the up".split()  # noqa: SIM905
)
"""Words that say how many of a thing, and not what it is."""
_NEXT = re.compile(r"\W*(\w+)")


@dataclass(frozen=True)
class Amount:
    """One amount in a wording: ``value`` is what it comes to, whatever its words; ``beside`` the word after it."""

    kind: str
    value: Hashable
    words: str = field(compare=False)
    beside: str = field(compare=False, default="")
    start: int = field(compare=False, default=0)
    end: int = field(compare=False, default=0)

    @property
    def weak(self) -> bool:
        return self.kind == NUMBER and (self.words.casefold() in _WEAK or _IN_WORDS.fullmatch(self.words) is not None)


@dataclass(frozen=True)
class Shift:
    """An amount that became another one (``more``: a larger or later one), or that came or went."""

    old: Amount | None
    new: Amount | None
    more: bool | None = None

    @property
    def meaning(self) -> str:
        there = self.old or self.new
        assert there is not None
        if self.old is None or self.new is None:
            return f"A {there.kind} was {'added' if self.old is None else 'taken out'}: {there.words}"
        told = _MORE.get(there.kind, ("", ""))[0 if self.more else 1] if self.more is not None else ""
        return f"The {there.kind} went from {self.old.words} to {self.new.words}" + (f": {told}" if told else "")


_MORE = {LENGTH: ("longer", "shorter"), DISTANCE: ("longer", "shorter"), DAY: ("later", "earlier")}

Resolved = Callable[[Cited, str], Hashable]
"""What a reference in a wording points at, in the numbers of the later draft."""


def _as_printed(cited: Cited, _words: str) -> Hashable:
    return cited.numbers


def amounts(text: str, resolved: Resolved = _as_printed) -> list[Amount]:
    """Every amount in ``text``, in order; of two that overlap the one that says more stays."""
    taken: list[tuple[int, int]] = []
    found: list[Amount] = []
    for start, end, kind, value in _found(text, resolved):
        if all(end <= first or last <= start for first, last in taken):
            again = _TOLD_TWICE.match(text, end) if kind == NUMBER else None
            end = again.end() if again and parse_number(again["number"]) == value else end
            taken.append((start, end))
            following = _NEXT.match(text, end)
            beside = following[1].casefold() if following else ""
            found.append(Amount(kind, value, " ".join(text[start:end].split()), beside, start, end))
    return sorted(found, key=lambda each: each.start)


def _found(text: str, resolved: Resolved) -> Iterator[tuple[int, int, str, Hashable]]:
    for cited in provisions_cited(text):
        yield cited.start, cited.end, REFERENCE, resolved(cited, text)
    for at in instants(text):
        yield at.start, at.end, DAY, at.instant
    for match in YEARLESS.finditer(text):
        day, month = match["day"] or match["day2"], match["month"] or match["month2"]
        yield match.start(), match.end(), DAY, (number_of(day), month_of(month))
    for match in _NAMED_DAY.finditer(text):
        yield match.start(), match.end(), DAY, match["weekday"] or month_of(match["month"])
    for match in _WORKING.finditer(text):
        yield match.start(), match.end(), LENGTH, (parse_number(match["number"]), "seconds" if match["seconds"] else "")
    for start, end, length in durations(text):
        yield start, end, LENGTH, length
    for start, end, distance in distances(text):
        yield start, end, DISTANCE, round(distance.metres, 3)
    for match in _PERCENT.finditer(text):
        yield match.start(), match.end(), PERCENTAGE, parse_number(match["number"])
    for match in _CLOCK.finditer(text):
        yield match.start(), match.end(), CLOCK, match.group().zfill(5)
    for match in _FRACTION.finditer(text):
        yield match.start(), match.end(), NUMBER, match.group().casefold().replace("-", " ")
    for start, end, number in numbers(text):
        yield start, end, NUMBER, number
    for match in _IN_WORDS.finditer(text):
        yield match.start(), match.end(), NUMBER, match.group().casefold()
    for match in _DIGITS.finditer(text):
        yield match.start(), match.end(), NUMBER, match.group()


def shifts(
    old: Sequence[Amount], new: Sequence[Amount], told: Iterable[Amount] = (), told_now: Iterable[Amount] = ()
) -> list[Shift]:
    """Which amounts of ``old`` ``new`` doesn't have, each with the one of its kind that stands there instead.

    Where the words after them are the same, place for place. Those in ``told`` and ``told_now`` are left out.
    """
    found: list[Shift] = []
    gone, come = Counter(told), Counter(told_now)
    for kind in dict.fromkeys(each.kind for each in (*old, *new)):
        one, other = ([each for each in side if each.kind == kind] for side in (old, new))
        if [each.beside for each in one] == [each.beside for each in other]:
            pairs: list[tuple[Amount | None, Amount | None]]
            pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        else:
            pairs = [*zip_longest(left_over(one, other), left_over(other, one))]
        for a, b in pairs:
            left, right = _untold(a, gone), _untold(b, come)
            if left and right:
                found.append(Shift(left, right, _more(left, right)))
            elif (alone := left or right) and not alone.weak:
                found.append(Shift(left, right))
    return found


def _untold(each: Amount | None, told: Counter[Amount]) -> Amount | None:
    """The amount, if it isn't among those told; each of those counts once."""
    if each is None or not told[each]:
        return each
    told[each] -= 1
    return None


def left_over(these: Iterable[Amount], those: Iterable[Amount]) -> list[Amount]:
    """Those of ``these`` that ``those`` don't have, each as often as it stands there."""
    there = Counter(those)
    left = []
    for each in these:
        if there[each]:
            there[each] -= 1
        else:
            left.append(each)
    return left


def same_beside(old: Sequence[Amount], new: Sequence[Amount]) -> bool:
    """Whether the same numbers go with the same words: "5 tanks and 3 guns" has those of "3 tanks and 5 guns"."""
    one, other = (
        Counter((each.value, each.beside) for each in side if each.kind in (NUMBER, PERCENTAGE) and not each.weak)
        for side in (old, new)
    )
    return one == other


def bare(text: str, found: Sequence[Amount]) -> str:
    """``text`` with a mark in the place of each amount."""
    parts, at = [], 0
    for each in found:
        parts += [text[at : each.start], " 0 "]
        at = each.end
    return "".join([*parts, text[at:]])


def things_in(words: str) -> list[str]:
    """The words that say what something is, and not how many of it there are."""
    said = words_of(bare(words, amounts(words)))
    return [word for word in said if not word.isdecimal() and word not in _MEASURES]


def _more(one: Amount, other: Amount) -> bool | None:
    old, new = one.value, other.value
    if isinstance(old, Duration) and isinstance(new, Duration):
        return is_longer(old, new)
    if isinstance(old, Instant) and isinstance(new, Instant):
        return is_after(old, new)
    if isinstance(old, int | float) and isinstance(new, int | float):
        return new > old
    return None
