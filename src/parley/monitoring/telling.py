"""What reports say, as sentences for a person: who says or found it, what was done, where, when, who denies it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from parley.model import Life, Report
from parley.text.listing import listed

from . import phrases
from .acts import act_of
from .bearing import says_no
from .correcting import contests
from .ever import EVER, FOREVER
from .names import LOOKS, Names
from .standing import Known
from .truth import Fact
from .windows import Bounds, Span

SPELLED_OUT = 2
"""So many events are told in a verdict; the others are counted, and their ids stand in the verdict."""
NAMED = 3
"""So many further reports of one event are named."""

Event = tuple[Known, ...]
"""The reports of one event, beginning with the one that is told."""
Where = Callable[[Known], str]
"""The place of a report, in words."""
Doubts = Callable[[Known], Sequence[Fact]]
"""What is not known of a report."""


def events(entries: Iterable[Known]) -> list[Event]:
    """Reports by the event they tell of, in the order given; in each event a finding leads."""
    together: dict[str, list[Known]] = {}
    for entry in entries:
        together.setdefault(entry.root.id, []).append(entry)
    return [tuple(sorted(rows, key=_leads)) for rows in together.values()]


def is_found(event: Event) -> bool:
    return any(entry.found for entry in event)


def _leads(entry: Known) -> tuple[bool, bool]:
    """Sorts first what is itself a finding, then what was found (a stable sort keeps the rest in order)."""
    return not any(finding is entry.report for finding in entry.found), not entry.found


@dataclass(frozen=True)
class Telling:
    """How names and times are put. The year is told where it is not that of ``as_of``; times are of ``zone``."""

    names: Names
    zone: dt.tzinfo
    as_of: dt.datetime

    def day(self, instant: dt.datetime) -> str:
        here = instant.astimezone(self.zone)
        year = "" if here.year == self.as_of.astimezone(self.zone).year else f" {here.year}"
        return f"{here.day} {here:%B}{year}"

    def moment(self, instant: dt.datetime) -> str:
        """``22 April, 10:15``; the last instant of a day is that day."""
        here = instant.astimezone(self.zone)
        return self.day(instant) if here.time() == dt.time.max else f"{self.day(instant)}, {here:%H:%M}"

    def until(self, window: Bounds) -> str:
        """`` It held until 7 March.``: the last day, or instant, of what has one; nothing of what has none."""
        if window.end is None or window.end >= FOREVER:
            return ""
        until = self.moment(window.end)
        if window.perhaps is not None and window.doubt is not None:
            until += f", or {self.moment(window.perhaps)} if the first day is not counted"
        return f" It {'held' if self.as_of > window.end else 'holds'} until {until}."

    def when(self, span: Span) -> str:
        """``on 22 April, 10:15 to 10:25``, ``on 22 April``, ``from 5 to 7 April``, ``between 5 April, 23:40 and``..."""
        first, last = (instant.astimezone(self.zone) for instant in span)
        if span.first <= EVER:
            return f"at some time until {self.moment(last)}"
        whole_days = first.time() == dt.time.min and last.time() == dt.time.max
        if first.date() == last.date():
            if whole_days:
                return f"on {self.day(first)}"
            return f"on {self.moment(first)}" + ("" if first == last else f" to {last:%H:%M}")
        start = self.day(first) if whole_days else self.moment(first)
        if whole_days and (first.year, first.month) == (last.year, last.month):
            start = str(first.day)
        return f"from {start} to {self.moment(last)}" if whole_days else f"between {start} and {self.moment(last)}"

    def event(self, event: Event, where: Where | None = None, *, follows: bool = False) -> str:
        """One event in one clause, with the ids of its reports, how far it is established and who denies it.

        ``where`` tells the place of a report; ``follows``: the event follows another that was just told.
        """
        lead = event[0]
        words = f"{self._whose_word(lead)} {self._deed(lead, follows)}"
        place = where(lead) if where else ""
        words += f"{f' {place}' if place else ''} {self.when(lead.span)} ({self._ids(event)})"
        finding = next((entry.found[0] for entry in event if entry.found), None)
        if finding is not None and not lead.found:
            words += f"; {self._name(finding.found_by)} found it so on {self.day(finding.reported)}"
        remedied = [one for entry in event for one in entry.found if one.life is Life.REMEDIED]
        if remedied and act_of(lead.report.act or "") != "remedy":
            words += "; it was remedied since"
        if lead.report.found_by and finding is None:
            words += f"; {lead.report.life.value} by {lead.report.found_by}, which is no body that the text names"
        return words + self._denied(event)

    def some(self, told: Sequence[Event], where: Where | None = None, *, follows: bool = False) -> str:
        """At most two events, then how many more."""
        more = len(told) - SPELLED_OUT
        clauses = [self.event(event, where, follows=follows) for event in told[:SPELLED_OUT]]
        return "; ".join(clauses) + (f"; and {more} more" if more > 0 else "")

    def doubtful(self, told: Sequence[Event], doubts: Doubts, where: Where | None = None) -> str:
        """At most two doubtful events as sentences, each with what is in doubt, then how many more."""
        clauses = [(self.event(event, where), in_doubt(doubts(event[0]))) for event in told[:SPELLED_OUT]]
        words = " ".join(capital("; ".join(filter(None, clause))) + "." for clause in clauses)
        more = len(told) - SPELLED_OUT
        return f"{words} And {more} more." if more > 0 else words

    def _whose_word(self, entry: Known) -> str:
        if entry.found:
            finding = entry.found[0]
            return f"{self._name(finding.found_by)} found on {self.day(finding.reported)} that"
        return f"{self._name(entry.report.claimant)} says that"

    def _deed(self, entry: Known, follows: bool) -> str:
        report = entry.report
        if report.actor is None and report.act in LOOKS and self.names.is_body(report.claimant):
            report = report.replace(actor=report.claimant)  # a body's own work that it tells of
        deed = phrases.told(report, follows=follows)
        if report.actor is None:
            return deed
        itself = not entry.found and self.names.same(report.actor, report.claimant)
        return f"{'it' if itself else self.names.shown(report.actor)} {deed}"

    def _ids(self, event: Event) -> str:
        lead, *others = event
        words = lead.id + (f", which corrects {', '.join(lead.replaces)}" if lead.replaces else "")
        named = {entry.id for entry in event}
        words += "".join(f", found in {one.id}" for one in lead.found[:1] if one.id not in named)
        return words + (f", also {listed_some([entry.id for entry in others])}" if others else "")

    def _denied(self, event: Event) -> str:
        against = [denial for entry in event for denial in entry.denials]
        clauses = [f", {'and' if not is_found(event) else 'though'} {self._against(one)}" for one in against[:1]]
        if len(against) > 1:
            clauses.append(f" (see also {listed_some([one.id for one in against[1:]])})")
        return "".join(clauses)

    def _against(self, denial: Report) -> str:
        by = self._name(denial.claimant or denial.found_by or (None if contests(denial) else denial.actor))
        if says_no(denial.act):
            return f"{by} denies it ({denial.id})"
        if contests(denial):
            return f"{by} says that it was otherwise ({denial.id})"
        return f"{by} says that {self._name(denial.actor)} did it ({denial.id})"

    def _name(self, name: str | None) -> str:
        return self.names.shown(name) if name else "an unnamed source"


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def listed_some(ids: Sequence[str], number: int | None = None) -> str:
    """At most so many ids as are named, then how many more there are of that ``number``."""
    more = (len(ids) if number is None else number) - NAMED
    return listed([*ids[:NAMED], *([f"{more} more"] if more > 0 else [])])


def unheard_note(some: Sequence[str], number: int) -> list[str]:
    """The note on so many reports, of which the first ten are told."""
    if not number:
        return []
    counted = "1 report decides" if number == 1 else f"{number} reports decide"
    shown = ", ".join(some) + (" …" if number > 10 else "")
    return [f"{counted} nothing about any obligation that was judged: {shown}."]


def in_doubt(facts: Iterable[Fact]) -> str:
    """Why a report is doubtful, as clauses."""
    return listed(list(dict.fromkeys(fact.why for fact in facts if fact.why)))


def to_bring(told: Sequence[Event], doubts: Doubts) -> str:
    """What a person could bring to settle doubtful events, as a sentence: "For O-001 a more exact time."."""
    wanted = []
    for event in told[:SPELLED_OUT]:
        things = list(dict.fromkeys(fact.bring for fact in doubts(event[0]) if fact.bring))
        if things:
            wanted.append(f"for {event[0].id} {listed(things)}")
    more = len(told) - SPELLED_OUT
    words = "; ".join(wanted) + (f"; and likewise for {more} more" if more > 0 else "")
    return f"{capital(words)}." if wanted else "A finding by the body that the text names."
