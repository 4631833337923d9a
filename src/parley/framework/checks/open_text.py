"""Brackets: text that is still open, that nobody claims, or that does not close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import Finding, FindingKind, Severity

from ..brackets import MAX_BRACKETS
from .draft import Draft
from .rule import Rule

_OPENS = re.compile(r"\[#[\w.\-]+")


class OpenBracket(Rule):
    code = "L5.open"
    title = "Text still open"
    kind = FindingKind.NOTE
    severity = Severity.MINOR
    reference = "Checklist L5"
    applies_to = "brackets; in a final text they are a defect"
    fix = "Settle it: 'parley settle FILE --take LABEL=OPTION'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        final = draft.framework.status == "final"
        for bracket in draft.framework.brackets:
            name = f"#{bracket.label}" if bracket.label else "a bracket without a label"
            why = f"{name} is still open" + (" in a text that calls itself final." if final else ".")
            severity = Severity.BLOCKER if final else Severity.MINOR
            found = self.at(draft, bracket.start, bracket.end, why, provision=bracket.provision, severity=severity)
            yield found.replace(kind=FindingKind.DEFECT) if final else found


class BracketWithoutOwner(Rule):
    code = "L5.owner"
    title = "A proposal that nobody owns"
    severity = Severity.MINOR
    reference = "Checklist L5: proposal without owner"
    applies_to = "the alternatives of brackets"
    fix = "Name who proposes it: '[#label KES: this | ORL: that]'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for bracket in draft.framework.brackets:
            for alternative in bracket.alternatives:
                if alternative.owners:
                    continue
                words = alternative.text or "leaving it out"
                start, end = alternative.start, alternative.end
                if start == end:
                    start, end = bracket.start, bracket.end
                yield self.at(
                    draft, start, end, f"Nobody is named who proposes '{words}'.", provision=bracket.provision
                )


class UnclosedBracket(Rule):
    code = "L5.unclosed"
    title = "A bracket that does not close"
    severity = Severity.BLOCKER
    reference = "Checklist L5: brackets that do not close"
    applies_to = "the text as written"
    fix = "Add the missing ']'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        framework = draft.framework
        closed = {bracket.start for bracket in framework.brackets}
        # Beyond the most that are read nobody knows which close.
        known = max(closed) if len(closed) >= MAX_BRACKETS else len(framework.text)
        for sentence in framework.sentences:
            for match in _OPENS.finditer(sentence.exact):
                start = sentence.start + match.start()
                if start not in closed and start <= known:
                    why = "The bracket that opens here does not close in its paragraph."
                    yield self.at(draft, start, sentence.start + match.end(), why, provision=sentence.provision)


RULES: tuple[Rule, ...] = (OpenBracket(), BracketWithoutOwner(), UnclosedBracket())
