"""Exceptions from a ban: whether a report is of the case that the text leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from parley.text import patterns as re

from .objects import stems
from .standing import Known
from .truth import NO, YES, Fact, Truth

_OPENING = re.compile(
    r"^\W*(?:(?:with the )?exception of|except(?:ing|ed)?|excluding|other than|save|unless|but not)\b"
    r"(?:\s+(?:for|in cases? of|in|by|as))?\s*",
    re.I,
)
_BETWEEN = re.compile(r",|;|\band\b|\bor\b", re.I)
_NOT = r"\b(?:no|not|never|without)\s+(?:(?:a|an|any|the)\s+)?"


@dataclass(frozen=True)
class Excepted:
    """What a sentence excepts from its ban, in the sentence's own ``words`` ("except for medical evacuation")."""

    words: str

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The cases that the words list, each without the opening."""
        listed = _OPENING.sub("", " ".join(self.words.split()))
        return tuple(case.strip(" .") for case in _BETWEEN.split(listed) if case.strip(" ."))

    @property
    def told(self) -> str:
        return " ".join(self.words.split()).strip(" ,.")

    def spares_not(self, entry: Known) -> Fact:
        """Whether the report is of no excepted case.

        Yes if a body of the text found the act, or if the report's note denies each excepted case ("no
        medical evacuation"); no if the report's object is called by an excepted case; else nobody has
        judged it. A finding about something that is called by an excepted case settles nothing.
        """
        thing = stems(entry.report.object or "")
        called = any(words and words <= thing for words in map(stems, self.cases))
        if called and not entry.found:
            return NO
        if not called and (entry.found or self._denied(entry.report.note or "")):
            return YES
        return Fact(
            Truth.UNKNOWN,
            f"nobody found whether it falls under '{self.told}'",
            f"a finding whether it falls under '{self.told}'",
        )

    def _denied(self, note: str) -> bool:
        return bool(self.cases) and all(re.search(_NOT + re.escape(case) + r"\b", note, re.I) for case in self.cases)
