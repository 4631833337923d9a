"""Persons who are to act before somebody has named them: an arbitrator, delegates, the members of a team."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding

from .brought import object_of, subject_of
from .draft import Draft
from .rule import Rule

_NAMES = frozenset({"designate", "appoint", "elect", "nominat", "nominate"})
_MEMBERS = frozenset({"member", "chair", "head", "two", "three", "four", "five", "six", "seven", "eight", "ten"})
"""Words that tell nobody from others."""


class NamedTooLate(Rule):
    code = "E7.before-named"
    title = "Somebody who is due before being named"
    reference = "Checklist E7"
    applies_to = "persons whom somebody is to name, and what they are to do"
    fix = "Have them named before their first deadline."

    def find(self, draft: Draft) -> Iterator[Finding]:
        acting = [step for step in draft.steps if not step.ban and not step.may and not step.item]
        for naming in acting:
            people = object_of(naming) - _MEMBERS
            named = naming.due
            if naming.event.head not in _NAMES or not people or named is None:
                continue
            for step in acting:
                due = step.due
                late = due is not None and (due.most or 0) < (named.most or 0)
                if due and late and step is not naming and people <= subject_of(step):
                    why = f"They are due by {due.words}, and are named by {named.words} only: '{naming.words}'."
                    also = (naming.sentence.provision,)
                    yield self.at(draft, *step.at, why, provision=step.sentence.provision, also=also)
                    why = f"'{step.words}' is due earlier, by {due.words}."
                    yield self.at(
                        draft, *naming.at, why, provision=naming.sentence.provision, also=(step.sentence.provision,)
                    )


RULES: tuple[Rule, ...] = (NamedTooLate(),)
