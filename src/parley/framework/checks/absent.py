"""What a cease-fire must settle and this text does not mention; the items stand in absent.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from parley.model import Finding, FindingKind, Sentence, SentenceForm, Severity

from .draft import Draft
from .rule import Rule, phrase


class Absent(Rule):
    """An item of the checklist that no sentence speaks of. A short pause needs only what is marked so."""

    kind = FindingKind.ABSENT
    applies_to = "the whole text"

    def __init__(self, item: Mapping[str, Any]) -> None:
        self.code, self.title, self.fix = item["code"], item["title"], item["fix"]
        self.severity = Severity(item["severity"])
        self.reference = f"Checklist {self.code}"
        self._says = phrase("|".join(item["says"]))
        self._forms = frozenset(SentenceForm(form) for form in item.get("forms", ()))
        self._of_the_text, self._short = item.get("of_the_text", False), item.get("short", False)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if draft.is_short and not self._short:
            return
        if not any(self._speaks(draft, sentence) for sentence in draft.telling):
            start = draft.operative[0].start if draft.operative else 0
            yield self.at(draft, start, start, f"The text does not say {self.title}.")

    def _speaks(self, draft: Draft, sentence: Sentence) -> bool:
        if sentence.form in self._forms:
            return True
        return bool(self._says.search(sentence.exact)) and (not self._of_the_text or draft.about_the_text(sentence))


RULES: tuple[Rule, ...] = tuple(
    Absent(item) for item in tomllib.loads(files(__package__).joinpath("absent.toml").read_text("utf-8"))["item"]
)
