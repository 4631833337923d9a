"""Checks widened by frames: what a rule looks for by patterns or obligations is found by its concepts too.

framed.toml gives the frames of each code. A frame is looked at where the rule itself has found nothing, so that one
sentence has one finding of a code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from parley.model import Finding, FindingKind, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .concepts import first, frames
from .draft import Draft
from .rule import Rule

_TOLD = ("title", "severity", "reference", "applies_to", "fix")
"""What a widened check tells as the rule that it widens."""

_GOES_ON = re.compile(r"(?:It|They|He|She)\s")


class Widened(Rule):
    """A rule with the frames by which it is told in other words; without a rule the frames are all of it."""

    def __init__(self, row: Mapping[str, Any], rule: Rule | None) -> None:
        told = {name: getattr(rule, name) for name in _TOLD} if rule else row
        self.code, self.title, self.reference = row["code"], told["title"], told["reference"]
        self.applies_to, self.fix = told["applies_to"], told["fix"]
        self.severity = Severity(told.get("severity", "serious"))
        self.kind = rule.kind if rule else FindingKind(row.get("kind", "defect"))
        self._rule, self._why, self._binding = rule, row["why"], row.get("binding", False)
        self._once, self._definitions = row.get("once", False), row.get("definitions", False)
        self._frames = frames(row.get("frames", ()))
        self._followed, self._follows = frames(row.get("followed", ())), frames(row.get("follows", ()))
        self._mended, self._anywhere = frames(row.get("mended", ())), frames(row.get("anywhere", ()))
        self._denied = frames(row.get("denied", ()))
        self._not_of_terms = row.get("not_of_terms", False)

    def find(self, draft: Draft) -> Iterator[Finding]:
        known = list(self._rule.find(draft)) if self._rule else []
        yield from known
        if self._once and known:
            return  # one finding stands for all places
        if self._frames and not (self._anywhere and self._said_anywhere(draft)):
            yield from self._framed(draft, known)
        elif self._denied:
            yield from self._taken_back(draft, known)

    def _taken_back(self, draft: Draft, known: list[Finding]) -> Iterator[Finding]:
        """What would be sound, and is taken back in the same breath: "decides what happened, but shall not say who"."""
        may = draft.spoken.may_tell(self._denied)
        for sentence in draft.operative:
            place = first(self._denied, draft.concepts(sentence)) if sentence.start in may else None
            if place is None or any(each.start < sentence.end and sentence.start < each.end for each in known):
                continue
            before = draft.just_before(sentence) if _GOES_ON.match(sentence.exact) else None
            hits = draft.concepts(sentence)
            own = {name: [each for each in places if each[1] <= place[0]] for name, places in hits.items()}
            leads = (own, draft.concepts(before)) if before is not None else (own,)
            if any(each.told(lead) for each in self._anywhere for lead in leads):
                yield self._found(draft, sentence, place)

    def _framed(self, draft: Draft, known: list[Finding]) -> Iterator[Finding]:
        may = draft.spoken.may_tell((*self._frames, *self._follows))
        for sentence in draft.duties if self._binding else draft.operative:
            if sentence.start not in may:
                continue
            place = first(self._frames, draft.concepts(sentence)) or self._goes_on(draft, sentence)
            if place is None or (sentence.form is SentenceForm.DEFINITION and not self._definitions):
                continue
            if self._is_mended(draft, sentence) or (self._not_of_terms and _is_of_a_term(draft, sentence, place)):
                continue
            if any(each.start < sentence.end and sentence.start < each.end for each in known):
                continue
            yield self._found(draft, sentence, place)
            if self._once:
                return

    def _found(self, draft: Draft, sentence: Sentence, place: tuple[int, int]) -> Finding:
        start, end = sentence.start + place[0], sentence.start + place[1]
        words = " ".join(draft.framework.text[start:end].split())
        return self.at(draft, start, end, self._why.replace("{words}", words), provision=sentence.provision)

    def _goes_on(self, draft: Draft, sentence: Sentence) -> tuple[int, int] | None:
        """The place of a frame that counts only beside a sentence that tells what it goes on about."""
        place = first(self._follows, draft.concepts(sentence)) if self._follows else None
        near = draft.close_to(sentence) if place else ()
        return place if any(first(self._followed, draft.concepts(each)) for each in near) else None

    def _is_mended(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether a sentence close by makes it sound."""
        near = (each for each in draft.close_to(sentence) if each is not sentence) if self._mended else ()
        return any(first(self._mended, draft.concepts(each)) for each in near)

    def _said_anywhere(self, draft: Draft) -> bool:
        may = draft.spoken.may_tell(self._anywhere)
        said = (each for each in draft.operative if each.start in may and each.form is not SentenceForm.DEFINITION)
        return any(first(self._anywhere, draft.concepts(each)) for each in said)


def _is_of_a_term(draft: Draft, sentence: Sentence, place: tuple[int, int]) -> bool:
    """Whether the place lies in the use of a term that another sentence defines: "Heavy and Long-range Weapons"."""
    for each in draft.definitions:
        if sentence.start <= each.span.start < sentence.end:
            continue
        uses = re.finditer(rf"\b{re.escape(each.term)}", sentence.exact)
        if any(use.start() < place[1] and place[0] < use.end() for use in uses):
            return True
    return False


def widened(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules, each with the frames that framed.toml has for its code, and those that are frames alone."""
    table = tomllib.loads(files(__package__).joinpath("framed.toml").read_text("utf-8"))
    rows = {row["code"]: row for row in table["framed"]}
    known = tuple(rules)
    alone = rows.keys() - {rule.code for rule in known}
    return (
        *(Widened(rows[rule.code], rule) if rule.code in rows else rule for rule in known),
        *(Widened(row, None) for code, row in rows.items() if code in alone),
    )
