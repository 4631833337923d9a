"""What a text must settle and this one does not mention; the items stand in absent.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from parley.model import Finding, FindingKind, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .concepts import first, frames
from .draft import Draft
from .phrases import phrase
from .rule import Rule

_AGENDA = re.compile(r"\b(?:negotiat\w+|talks|agenda|discuss\w*)\b[^:]*:\W*\Z", re.IGNORECASE)
"""What introduces the subjects of talks."""
_ITS_AGENDA = re.compile(
    r"\b(?:the|their|its)\s+(?:agenda|subjects|topics)\b[^.;]{0,40}?\b(?:is|are|covers?|includes?|comprises?)\b", re.I
)
"""A sentence that tells them itself."""


class Absent(Rule):
    """An item of the checklist that no sentence speaks of. Which items a text needs is its profile's."""

    kind = FindingKind.ABSENT
    applies_to = "the whole text"

    def __init__(self, item: Mapping[str, Any]) -> None:
        self.code, self.title, self.fix = item["code"], item["title"], item["fix"]
        self.severity = Severity(item["severity"])
        self.reference = f"Checklist {self.code}"
        self.precedent: str | None = item.get("precedent")
        self._says = phrase("|".join(item["says"])) if "says" in item else None
        self._frames = frames(item.get("frames", ()))
        self._skip, self._with, self._alone, self._when = (
            phrase("|".join(item[key])) if key in item else None for key in ("skip", "with", "alone", "when")
        )
        self._forms = frozenset(SentenceForm(form) for form in item.get("forms", ()))
        self._when_frames = frames(item.get("when_frames", ()))
        self._when_forms = frozenset(SentenceForm(form) for form in item.get("when_forms", ()))
        self._of_the_text, self._whole = item.get("of_the_text", False), item.get("whole", False)
        self._when_term, self._of_talks = item.get("when_term", False), item.get("of_talks", False)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not draft.needs(self.code, self.severity) or not self._applies(draft):
            return
        if self._whole and self._says and self._says.search(draft.framework.text):
            return
        may = self._may_speak(draft)
        if not any(sentence.start in may and self.speaks(draft, sentence) for sentence in draft.telling):
            start = draft.operative[0].start if draft.operative else 0
            found = self.at(draft, start, start, f"The text does not say {self.title}.")
            yield found.replace(precedent=self.precedent)

    def _applies(self, draft: Draft) -> bool:
        if self._when and not draft.says(self._when):
            return False
        if self._when_forms and not any(self._calls_for_it(draft, sentence) for sentence in draft.operative):
            return False
        return not self._when_term or draft.term is not None

    def _calls_for_it(self, draft: Draft, sentence: Sentence) -> bool:
        return sentence.form in self._when_forms or bool(first(self._when_frames, draft.concepts(sentence)))

    def _may_speak(self, draft: Draft) -> set[int]:
        """Where the sentences start among which those are that settle the item."""
        may = {*draft.spoken.may_tell(self._frames), *draft.spoken_on.may_tell(self._frames)}
        may.update(sentence.start for sentence in draft.telling if sentence.form in self._forms)
        for pattern in (self._alone, self._says):
            may.update(draft.may_say(pattern) if pattern else ())
        return may

    def _goes_on(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it does so with the sentence on which it hangs: an item of a list with the words that introduce it,
        and "They ..." with the sentence before it. What that one says alone doesn't count here."""
        if sentence.start not in draft.going_on:
            return False
        lead, hits = draft.going_on[sentence.start]
        said = draft.concepts(lead)
        told = any(each.find(hits) and not each.told(said) for each in self._frames)
        return told and not (self._skip and self._skip.search(lead.exact))

    def _is_only_talked_of(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it is one of the subjects of talks to come, which settle it then."""
        if _ITS_AGENDA.search(sentence.exact):
            return True
        lead = draft.introducing(sentence)
        return lead is not None and _AGENDA.search(lead.exact) is not None

    def speaks(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether this sentence settles the item."""
        return self._says_it(draft, sentence) and not (
            (self._skip and self._skip.search(sentence.exact))
            or (self._with and not self._with.search(sentence.exact))
            or (not self._of_talks and self._is_only_talked_of(draft, sentence))
        )

    def _says_it(self, draft: Draft, sentence: Sentence) -> bool:
        if sentence.form in self._forms or (self._alone and self._alone.search(sentence.exact)):
            return True
        if sentence.form is not SentenceForm.DEFINITION and (
            first(self._frames, draft.concepts(sentence)) or self._goes_on(draft, sentence)
        ):
            return True
        said = self._says is not None and self._says.search(sentence.exact)
        return bool(said) and (not self._of_the_text or draft.about_the_text(sentence))


def _rules() -> Iterator[Absent]:
    items = tomllib.loads(files(__package__).joinpath("absent.toml").read_text("utf-8"))["item"]
    frames_of = {item["code"]: item.get("frames", []) for item in items}
    for item in items:
        yield Absent({**item, "frames": frames_of[item["code"]] + frames_of.get(item.get("frames_of"), [])})


RULES: tuple[Rule, ...] = tuple(_rules())
