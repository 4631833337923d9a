"""What can be seen in the words alone: something is said, and what would make it sound isn't. See worded.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from itertools import pairwise
from typing import Any

from parley.model import Finding, FindingKind, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .draft import Draft
from .phrases import phrase
from .rule import Rule


class Worded(Rule):
    """A wording that can't be carried out or judged, unless something near it mends it."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self.code, self.title, self.fix = row["code"], row["title"], row["fix"]
        self.kind = FindingKind(row.get("kind", "defect"))
        self.severity = Severity(row.get("severity", "serious"))
        self.reference, self.applies_to = row["reference"], row["applies_to"]
        self._why_beside = [(phrase(says), str(why)) for says, why in row.get("why_beside", ())]
        self._why, self._hints, self._once = row["why"], tuple(row["hints"]), row.get("once", False)
        self._across_items, self._by_clause = row.get("across_items", False), row.get("by_clause", False)
        self._told_on, self._not_short = row.get("goes_on", False), row.get("not_short", False)
        self._whole = row.get("whole", False)
        self._says = phrase("|".join(row["says"]))
        self._unless, self._nearby, self._anywhere, self._with, self._needs, self._aside = (
            phrase("|".join(row[key])) if key in row else None
            for key in ("unless", "nearby", "anywhere", "with", "needs", "aside")
        )

    def find(self, draft: Draft) -> Iterator[Finding]:
        found = list(self._places(draft))
        if not found or (self._anywhere and draft.says(self._anywhere)):
            return
        if self._needs and not draft.says(self._needs):
            return
        if self._not_short and draft.is_short:
            return  # a pause of a day leaves nothing behind
        for sentence, start, end in found[:1] if self._once else found:
            words = " ".join(draft.framework.text[start:end].split())
            start, end = (sentence.start, sentence.end) if self._whole else (start, end)
            also = [later.provision for later, *_ in found[1:]] if self._once else []
            why = self._reason(draft, sentence).replace("{words}", words)
            yield self.at(draft, start, end, why, provision=sentence.provision, also=also)

    def _reason(self, draft: Draft, sentence: Sentence) -> str:
        """The reason that fits what the provision says beside it."""
        beside = draft.beside(sentence) if self._why_beside else ()
        return next((why for says, why in self._why_beside if any(map(says.search, beside))), self._why)

    def _places(self, draft: Draft) -> Iterator[tuple[Sentence, int, int]]:
        """Where it is said: the sentence, and the first match in it. Most sentences have not even a hint of it."""
        for sentence in draft.hinted(self._hints):
            words = draft.nameless[sentence.start]
            following = draft.next_item(sentence) if self._across_items and draft.in_list(sentence) else None
            if following is not None:
                words = f"{words.rstrip(' ;,.')} and {draft.nameless[following.start]}"
            if self._by_clause:
                yield from self._clauses(draft, sentence, words)
                continue
            match = self._says.search(words)
            if match is None or match.start() >= len(sentence.exact):
                continue
            if self._with and not any(
                map(self._with.search, (words, draft.introduction(sentence), self._told_before(draft, sentence)))
            ):
                continue
            if self._unless and self._unless.search(self._aside.sub(" ", words) if self._aside else words):
                continue
            if self._nearby and any(self._nearby.search(each.exact) for each in self._near(draft, sentence)):
                continue
            yield sentence, sentence.start + match.start(), sentence.start + min(match.end(), len(sentence.exact))

    def _told_before(self, draft: Draft, sentence: Sentence) -> str:
        """The sentence on which one goes on that opens with "It" or "They"."""
        before = draft.just_before(sentence) if self._told_on and _GOES_ON.match(sentence.exact) else None
        return before.exact if before is not None else ""

    def _near(self, draft: Draft, sentence: Sentence) -> Iterator[Sentence]:
        """What stands close by; what another term means says nothing of a term."""
        defines = sentence.form is SentenceForm.DEFINITION
        near = draft.close_to(sentence)
        return (each for each in near if each is sentence or not (defines and each.form is SentenceForm.DEFINITION))

    def _clauses(self, draft: Draft, sentence: Sentence, words: str) -> Iterator[tuple[Sentence, int, int]]:
        """As above, clause by clause: the hours within which the one reports are not those of the other."""
        starts = [0, *(match.end() for match in _NEXT_CLAUSE.finditer(words)), len(words)]
        for start, end in pairwise(starts):
            clause = words[start:end]
            match = self._says.search(clause)
            if match is None or (self._unless and self._unless.search(clause)):
                continue
            if not (self._nearby and any(self._nearby.search(each) for each in draft.beside(sentence))):
                at = sentence.start + start
                yield sentence, at + match.start(), at + match.end()
                return


_GOES_ON = re.compile(r"(?:It|They)\s")
_NEXT_CLAUSE = re.compile(
    r"(?:,\s+and|;)\s+(?=(?:the|each|it|that|both|neither)\b[^,;]{2,40}\b(?:shall|must|will|may)\b)", re.I
)
"""Where a clause with a subject and a verb of its own begins."""

RULES: tuple[Rule, ...] = tuple(
    Worded(row) for row in tomllib.loads(files(__package__).joinpath("worded.toml").read_text("utf-8"))["wording"]
)
