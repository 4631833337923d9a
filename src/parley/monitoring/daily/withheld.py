"""What is not told to an audience that learns places by cells alone: names of places, long words, files and rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from parley.model import Audience, Effort, Report
from parley.text import patterns as re

from ..acts import act_of
from ..cells import hedge_alone
from ..names import fold
from .shown import PLACE, SOMETHING, Shown

_FRAMED = re.compile(rf"(?:\b(?:the words|the act) )?'{SOMETHING}'|\b(?:the|an?) {SOMETHING}")
"""With what stands around words for a thing or an act, and not around these."""
_NUMBER = re.compile(r"(?<=\w)(?:y|ies|(?<!s)s)\Z")
"""The end of a word by which its number is told."""
_HIDDEN = {"place": PLACE, "file": "a row that is not told here"}


def told_as_it_is(audience: Audience, origin: str) -> bool:
    """Whether the audience is told exactly what lies in this file: the mediator and the team, and a party its own.

    Not by its label: what was released to somebody carries the label of whom it was released to.
    """
    own = f"caucus/{audience.party}/" if audience.party else None
    return audience in ("mediator", "team") or (own is not None and origin.startswith(own))


@dataclass(frozen=True, eq=False)
class Withheld:
    """What finds in a sentence what is not told: ``cells`` of free words, ``places`` and ``files``, with their rows."""

    shown: Shown
    cells: Collection[str] = ()
    places: Collection[str] = ()
    files: Collection[str] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        kinds = []
        if self.cells:
            free = {word for cell in self.cells for word in self.shown.free_in(cell)}
            said = [*map(_in_any_form, _longest_first({*self.cells, *(word for word in free if word != word.lower())}))]
            said += [f"(?<='){re.escape(word)}(?=')" for word in free]
            kinds.append(f"(?<!-)(?P<said>{'|'.join(said)})(?!-)")
        if around := [name for name in self.shown.places if any(fold(one) in name for one in self.places)]:
            kinds.append(f"(?P<shown>(?i:{_either(around)}))")  # no part of a longer name that the text has
        if self.places:
            kinds.append(rf"(?:\bthe place )?'?(?P<place>{_either(self.places)})'?")
        if self.files:
            kinds.append(rf"(?P<file>(?:row [\d,]+ of )?(?:{_either(self.files)})(?:, row [\d,]+)?)")
        return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})(?!\w)") if kinds else None

    def without(self, words: str) -> str:
        """The words with what is withheld told as withheld."""
        if self._pattern is None:
            return words
        told = _FRAMED.sub(SOMETHING, self._pattern.sub(self._instead, words))
        return told if told == words else told[:1].upper() + told[1:] if words[:1] != told[:1] else told

    def _instead(self, found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        if kind == "said":
            return self.shown.told(found[kind])
        return found[kind] if kind == "shown" else _HIDDEN[kind]


def withheld(
    audience: Audience,
    reports: Iterable[Report],
    shown: Shown,
    effort: Iterable[Effort] = (),
    files: Iterable[str] = (),
) -> Withheld:
    """What is not told of these: names of places, and words in the cells for acts, things and whom it befell that may
    name somebody or some place, but for what is ``shown``; and files.
    """
    reports = [one for one in reports if not told_as_it_is(audience, one.origin)]
    effort = [one for one in effort if not told_as_it_is(audience, one.origin)]
    several = [each for one in reports for each in one.place.candidates]
    places = {one.place.name for one in reports} | {name for one in several for name in (one.name, one.told_apart)}
    places |= {one.place for one in effort}
    cells = {cell for one in reports for cell in (one.act, one.worded, one.object, one.counterpart) if cell}
    cells |= {act for one in effort for act in one.acts if act_of(act) is None}
    cells = {cell for cell in cells if not shown.may_be_told(cell)}
    cells |= {one.qualifier for one in reports if one.qualifier and hedge_alone(one.qualifier) != one.qualifier}
    places |= {shown.place_in(cell) for cell in cells}
    return Withheld(
        shown,
        cells,
        {name for name in places if name and fold(name) not in shown.places},
        {path for path in files if not told_as_it_is(audience, path)},
    )


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, _longest_first(words)))


def _in_any_form(cell: str) -> str:
    """A cell as a sentence may have it: each of its words in the singular or the plural."""
    return r"\s+".join(rf"{re.escape(_NUMBER.sub('', word))}(?:y|ies|e?s)?" for word in cell.split())
