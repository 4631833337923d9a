"""What a ban excepts once it was announced: "except for flights notified to the Mission at least 12 hours before"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from parley.model import Duration
from parley.text import act_covers, durations
from parley.text import patterns as re
from parley.text.acts import acts_in

from .acts import act_of
from .kinds import are_of, kinds_of
from .names import Names
from .objects import stems, stems_told
from .standing import Known
from .truth import YES
from .windows import after

_ANNOUNCES = re.compile(
    r"\b(?:notif(?:y|ied|ies|ying|ications?)|announc\w+|(?:prior|advance|hours?['’]?|days?['’]?)\s+notice)\b", re.I
)
_TO_WHOM = re.compile(
    r"\b(?:notif(?:y|ied|ies|ying|ications?)|announc\w+|notice)\s+(?:of\s+\w+\s+)?(?:given\s+)?(?:to\s+)?(?:the\s+)?"
    r"(?P<who>[A-Z][\w'’-]*(?:\s+(?:of\s+)?[A-Z][\w'’-]*)*|other\s+\w+)",
)
_LASTS = dt.timedelta(days=7)
"""So long before, a notice that names no day may be of what happened then."""
Reports = Callable[[frozenset[str]], Sequence[Known]]
"""The reports of these acts."""


def asks_notice(words: str) -> bool:
    """Whether it is a notice that excepts a deed: "unless it has notified the Commission 12 hours before"."""
    return _ANNOUNCES.search(words) is not None


@dataclass(frozen=True)
class Announced:
    """What ``words`` except of an ``act`` where it was announced, and the reports that may tell so."""

    words: str
    act: str
    names: Names
    reports: Reports

    def covers(self, entry: Known) -> bool:
        """Whether somebody else than its doer tells that it gave notice of this, in time, to whom the text says.

        A notice is of the first such deed that follows it in time, and of no later one.
        """
        return any(self._is_of(notice, entry) for notice in self.notices)

    @cached_property
    def notices(self) -> list[Known]:
        """Those that may except something."""
        told = self.reports(frozenset({"notify"}))
        others = (one for one in told if not self.names.same(one.report.claimant, one.report.actor))
        return [one for one in others if self._is_given(one)]

    @cached_property
    def _deeds(self) -> list[Known]:
        return [one for one in self.reports(frozenset({self.act})) if one.same_as is None]

    @cached_property
    def _before(self) -> Duration:
        found = durations(self.words)
        return found[0][2] if found else Duration()

    def _is_given(self, notice: Known) -> bool:
        """Whether it was given to whom the words name, if they name anybody."""
        who, to = _TO_WHOM.search(" ".join(self.words.split())), notice.report.counterpart or notice.report.claimant
        if who is None:
            return True
        if who["who"].startswith("other"):
            return self.names.key(to or "") in self.names.parties and not self.names.same(to, notice.report.actor)
        return self.names.same(to, who["who"])

    def _is_of(self, notice: Known, entry: Known) -> bool:
        actor = notice.report.actor
        if actor is None or entry.actor is None or self.names.did(entry.actor, actor) is not YES:
            return False
        first = after(notice.span.last, self._before)
        if not first <= entry.span.first <= notice.span.last + _LASTS or not self._tells_of(notice, entry):
            return False
        between = (one for one in self._deeds if one.root is not entry.root and self.names.same(one.actor, actor))
        return not any(first <= one.span.last and one.span.first < entry.span.first for one in between)

    def _tells_of(self, notice: Known, entry: Known) -> bool:
        """Whether a notice names such a deed, or the thing that it was done with."""
        words = f"{notice.report.act_said or ''} {notice.report.object or ''}"
        acts = [act for act, _, _ in acts_in(words) if act != "notify"]
        if any(act_covers(self.act, act) or act_covers(act, self.act) for act in acts):
            return True
        thing = entry.report.object or ""
        return bool(stems(thing) & stems_told(notice.report)) or are_of(kinds_of(words), kinds_of(thing))


def is_notice_alone(entry: Known, act: str) -> bool:
    """Whether a report is of somebody's notice of an act, and not of the act: "flight notification"."""
    said = entry.report.act
    tells = act in ("notify", "report") or entry.report.actor is None
    return not tells and said is not None and act_of(said) == "notify"
