"""What follows a breach, and who is blamed: one answer to all grades, every incident laid at a party's door."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence
from parley.text import patterns as re

from .draft import Draft
from .phrases import phrase
from .rule import Rule

_BREACH = phrase("{breach}|incidents?")
_GRADES = phrase("(?:{heavy}|{light}) (?:\\w+ )?{breach}|{breach} (?:is|are) (?:either )?(?:{heavy}|{light})")


class OneAnswer(Rule):
    code = "H6.same"
    title = "One answer to every grade of breach"
    reference = "Checklist H6; VCLT 60: the answer fits the breach"
    applies_to = "sentences on what follows a breach"
    fix = "Give each grade its own answer."
    any_grade = phrase("{of_any_grade}")
    every = phrase("{every_breach}")
    answered = phrase("{answered}")
    steps = phrase("{looked_into_first}")

    def find(self, draft: Draft) -> Iterator[Finding]:
        graded = draft.says(_GRADES)
        for sentence, lower in draft.lowered:
            if not _BREACH.search(lower) or self.steps.search(lower):
                continue
            words = sentence.exact
            answered = self.answered.search(words)
            alike = self.any_grade.search(words) or (self.every.search(words) if graded else None)
            if answered and alike:
                why = f"'{_said(words)}': a stray shot is answered like an offensive."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)


class Imputed(Rule):
    code = "H7.imputed"
    title = "Every incident is somebody's"
    reference = "Checklist H7: no automatic blame; incidents by unknown or third actors"
    applies_to = "sentences on who answers for an incident"
    fix = "Let incidents of unknown authors be investigated jointly, and blame nobody until they are."
    laid = phrase("{incident_laid_on}")
    to_whom = phrase("{any_incident}[^.;]{0,120}?{laid_on}")
    answers = phrase("{party_answers}")
    looked_into = phrase("{author_found}")
    happened = phrase(
        "(?:deemed|taken|considered|held) to have (?:occurred|happened|taken place|been committed)"
        "|(?:counts?|taken|regarded|treated|considered|deemed|held|is|are) (?:as )?"
        "(?:proved|proven|established|confirmed)"
    )
    """What is found of it is that it happened, and not by whom."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.laid.search(sentence.exact) or self.answers.search(sentence.exact)
            match = match or self._on_one_of(draft, sentence)
            if match and not (self.looked_into.search(sentence.exact) or self.happened.search(sentence.exact)):
                said = _said(match.group())
                why = f"'{said}' gives whoever wants the war back the means to start it in another's name."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)

    def _on_one_of(self, draft: Draft, sentence: Sentence) -> re.Match[str] | None:
        """Where an incident is laid at the door of a party by name."""
        match = self.to_whom.search(sentence.exact)
        tail = sentence.exact[match.end() :] if match else ""
        named = (name for party in draft.framework.parties for name in (party.id, party.name, party.name.split()[-1]))
        return match if match and any(re.search(rf"\b{re.escape(name)}\b", tail) for name in named) else None


def _said(words: str) -> str:
    return re.sub(r"[.;]$", "", " ".join(words.split()))


RULES: tuple[Rule, ...] = (OneAnswer(), Imputed())
