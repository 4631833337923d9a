"""Exceptions from a ban: whether a report is of the case that the text leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from parley.model import Report
from parley.text import act_covers, act_named
from parley.text import patterns as re
from parley.text.acts import may_tell, noun_at_start, verb_at_start

from .acts import GOING, act_of
from .announced import Announced
from .kinds import kinds_named, may_be_of
from .objects import stems
from .standing import Known
from .truth import NO, YES, Fact, Truth

_OPENING = re.compile(
    r"^\W*(?:(?:with the )?exception of|except(?:ing|ed)?|excluding|other than|save|unless|but not)\b"
    r"(?:\s+(?:for|in cases? of|in|by|as))?\s*",
    re.I,
)
_LEAD = r"(?:(?:to|for|the|an?)\s+)+"
_TO_DO = re.compile(r"\A(?:in\s+order\s+)?to\s+(?!(?:the|an?|any|all|its|their)\b)[a-z]", re.I)
_BEHIND_HEAD = re.compile(
    r"\s(?:of|for|from|in|on|at|to|by|with|within|under|who|that|which|engaged|[a-z]+ing)\s", re.I
)
_BETWEEN = re.compile(r",|;|\band\b|\bor\b", re.I)
_PRESENT = re.compile(
    r"\W*(?:unless\s+)?(?:(?:an?|the|any|one)\s+)?(?P<who>[\w-]+)(?:\s+of\s+[^,;]+?)?\s+(?:is|are)\s+"
    r"(?:present|there|in\s+attendance|on\s+(?:board|the\s+spot))\W*\Z",
    re.I,
)
_THERE = r"(?:present|there|on\s+board|on\s+the\s+spot|in\s+attendance)"
_NOT = r"\b(?:no|not|never|without)\s+(?:(?:a|an|any|the)\s+)?(?:[a-z]+(?:ed|wn|en|ne|ade|ent)\s+)?"
_WHETHER = r"(?!\s+(?:whether|if|who|why|what)\b)"
_LEAVES = {
    "ask": (r"requests?|demands?|invitations?|asking", r"(?:asked|requested|invited|demanded|called)"),
    "agree": (
        r"consent|approval|permission|agreement|authori[sz]ation|leave|clearance",
        r"(?:agreed|consented|approved|permitted|allowed|authori[sz]ed|cleared)",
    ),
    "order": (r"orders?|instructions?|directions?", r"(?:ordered|instructed|directed)"),
}
"""What somebody has to have done for a deed to be excepted, as a noun of the text's and as a verb of a note's."""


def asks_presence(words: str) -> bool:
    """Whether it is somebody's presence that excepts a deed: "unless an inspector is present"."""
    return _PRESENT.match(" ".join(words.split())) is not None


@dataclass(frozen=True)
class Excepted:
    """What a sentence excepts from its ban, in the sentence's own ``words`` ("except for medical evacuation")."""

    words: str
    act: str
    """That of the ban, of which a case may be excepted."""
    announced: Announced | None = None
    """What was announced, where the exception is of that."""

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

        Yes if a body of the text found the act, if the report's note denies each excepted case ("no
        medical evacuation"), or if what it tells of surely is none of them (a patrol is no evacuation); no if
        the report's object is called by an excepted case; else nobody has judged it. A finding about something
        that is called by an excepted case settles nothing.
        """
        if self.announced is not None and self.announced.covers(entry):
            return self._unfound if entry.found else NO
        present = _PRESENT.match(self.told)
        if present:
            return YES if entry.found else self._without(present["who"], entry.report.note or "")
        thing = stems(entry.report.object or "")
        called = any(words and words <= thing for words in map(stems, self.cases))
        if called and not entry.found:
            return NO
        is_other = bool(self.cases) and all(self._is_another(case, entry.report) for case in self.cases)
        if not called and (entry.found or is_other or self._denied(entry.report.note or "")):
            return YES
        return self._unfound

    @property
    def _unfound(self) -> Fact:
        return Fact(
            Truth.UNKNOWN,
            f"nobody found whether it falls under '{self.told}'",
            f"a finding whether it falls under '{self.told}'",
        )

    def _without(self, who: str, note: str) -> Fact:
        """Whether a note says that nobody of those was there whose presence excepts the deed."""
        absent = (
            rf"\b(?:no|without)\s+(?:(?:an?|any|the)\s+)?(?:\w+\s+)?{who}s?\b|"
            rf"\b{who}s?\s+(?:was|were|had\s+been)\s+(?:absent|away|not\s+{_THERE})\b"
        )
        there = (
            rf"\b{who}s?(?:\s+of\s+[\w\s]+?)?\s+(?:was|were|had\s+been|stood)\s+{_THERE}\b|"
            rf"\bin\s+the\s+presence\s+of\s+(?:an?|the)\s+(?:\w+\s+)?{who}\b"
        )
        if re.search(absent, note, re.I):
            return YES
        return NO if re.search(there, note, re.I) else self._unfound

    def _is_another(self, case: str, report: Report) -> bool:
        """Whether a report of another deed than the ban's own, or of another kind of thing, is not of an excepted case.

        What a case is done with, or by whom, nobody says, so that only a case without a deed is known by its thing.
        """
        said = report.act or ""
        plain = re.sub(rf"\A{_LEAD}", "", case, flags=re.I)
        opens = noun_at_start(plain) or verb_at_start(plain)
        done, excepted = act_of(said, report.object), opens[0] if opens else act_named(plain)
        if excepted is None:
            kinds, told = kinds_named(_head_of(case)), kinds_named(report.object or "")
            return bool(kinds and told) and not may_be_of(told, kinds) and not may_be_of(kinds, told)
        if done is None or done == self.act or done in GOING or act_covers(done, self.act):
            return False
        return not (act_covers(excepted, done) or act_covers(done, excepted) or may_tell(done, excepted))

    def _denied(self, note: str) -> bool:
        return bool(self.cases) and all(
            re.search(_NOT + re.escape(case) + r"\b", note, re.I) or _without_leave(case, note) for case in self.cases
        )


def _without_leave(case: str, note: str) -> bool:
    """Whether a note says that nobody asked for it, or agreed to it, where that excepts a deed: "at the request of the
    Commission", "with its consent".
    """
    for noun, done in _LEAVES.values():
        if re.search(rf"\A(?:(?:up)?on|at|with|by|under|in)\b.*\b(?:{noun})\b", case, re.I) and re.search(
            rf"\b(?:no|without(?:\s+(?:an?|any|the|its|their))?|not\s+at\s+(?:the|any|its))\s+(?:such\s+|prior\s+)?(?:{noun})\b|"
            rf"\b(?:nobody|no\s+one|none|(?:had|has|was|were|did|have)\s+not|(?:had|has|was|were|did)n['’]t|never)\s+"
            rf"(?:(?:had|has|have|been|ever|of\s+\w+)\s+)*(?:{done}|ask|request|agree|consent|approve|order)\b{_WHETHER}|"
            rf"\b(?:un|not\s+){done}\b{_WHETHER}",
            note,
            re.I,
        ):
            return True
    return False


def _head_of(case: str) -> str:
    """The words that say what a case is; of what is done to somebody ("the rescue of persons", "to rescue persons") the
    deed, and not on whom.
    """
    if _TO_DO.match(case):
        return ""
    behind = _BEHIND_HEAD.search(case)
    return case[: behind.start()] if behind else case
