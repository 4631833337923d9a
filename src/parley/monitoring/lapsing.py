"""Until when the text held, or an article of it: its terms against what reports tell of extensions and notices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from parley.model import Duration, Framework
from parley.text import durations

from .acts import act_of
from .articles import articles_named
from .ever import FOREVER
from .names import Names
from .notyet import NotYet
from .standing import Known
from .telling import Telling, capital
from .terms import ENDING, THE_TEXT, Term, ends_after, leaving, outliving, terms
from .windows import Bounds, after

TOLD = frozenset({"extend", "resume", "terminate", "notify", "reject", "object"})
"""The acts of reports that a term may hang on: a renewal is read as a resumption."""


@dataclass(frozen=True)
class Held:
    """Until when something surely held, and until when it perhaps did; why, in a sentence of its own."""

    until: dt.datetime
    perhaps: dt.datetime | None
    why: str
    bring: str = "A report that it was extended before its end."


class Lapsing:
    """The terms of one text, and what is known of them. ``known`` are reports of the acts of :data:`TOLD`."""

    def __init__(self, framework: Framework, known: Sequence[Known], names: Names, telling: Telling) -> None:
        self._framework, self._names, self._telling = framework, names, telling
        self._known = sorted(known, key=lambda entry: entry.span.last)
        self.heard: list[Known] = []
        """The reports that extended a term, or ended one."""
        self._terms = terms(framework, telling.zone)
        self._leaving = leaving(framework)
        self._outliving = outliving(framework)

    def clip(self, provision: str | None, window: Bounds) -> Bounds:
        """The window as far as the text held; what may have been outside its term is in doubt."""
        held = self.held(provision)
        if held is None or window.open is not None or (window.end is not None and window.end <= held.until):
            return window
        if window.start is not None and window.start > held.until:
            return replace(window, open=NotYet(f"it was to hold only later: {held.why[:1].lower()}{held.why[1:-1]}"))
        perhaps = None if held.perhaps is None else min(held.perhaps, window.end or FOREVER)
        return replace(window, end=held.until, perhaps=perhaps, doubt=None)

    def held(self, provision: str | None) -> Held | None:
        """Until when the provision holds, where a term ends it; the first end counts."""
        survives = provision in self._outliving
        found = [held for of, held in self._all if (not of and not survives) or provision in of]
        return min(found, key=lambda held: held.until, default=None)

    def told(self, provision: str | None) -> str:
        """What became of its term, for a verdict made after its end."""
        held = self.held(provision)
        return f" {held.why}" if held is not None and held.until < self._telling.as_of else ""

    @cached_property
    def _all(self) -> list[tuple[tuple[str, ...], Held]]:
        found = [(term.of, held) for term in self._terms if (held := self._of(term)) is not None]
        return found + [((), held) for held in self._left()]

    def _of(self, term: Term) -> Held | None:
        whose = "The term of the text" if not term.of else f"The term of {' and '.join(f'#{one}' for one in term.of)}"
        ended = f"{whose} ({_at(term)}) ended on"
        if term.renews:
            return self._renewed(term, whose)
        if term.renews is None:
            why = f"{ended} {self._telling.moment(term.first)}; whether it went on by itself is not told by reports."
            return Held(term.first, FOREVER, why, "A person's own judgement whether it went on.")
        end, said = term.first, ""
        since: dt.datetime | None = None
        while term.may:
            rows = [
                row
                for row in self._extensions(term)
                if row.span.first <= end and (since is None or row.span.last > since)
            ]
            if not rows:
                break
            self.heard += rows
            told = self._telling.event((rows[-1],))
            length = _length(rows[-1]) or term.period
            if not self._is_sure(rows) or length is None:
                lacks = "until when is not said" if length is None else "not both sides are known to say so"
                why = f"{ended} {self._telling.moment(end)}{said}; {told}, but {lacks}."
                return Held(end, FOREVER, why, "The words of the extension, or a finding.")
            since, end = end, after(end, length)
            said = f", extended to then ({', '.join(row.id for row in rows)})"
        if not term.may:
            return Held(end, None, f"{ended} {self._telling.moment(end)}.", "Nothing: its term is over.")
        more = "" if said else ", and no report tells that it was extended"
        return Held(end, None, f"{ended} {self._telling.moment(end)}{said}{more}.")

    def _renewed(self, term: Term, whose: str) -> Held | None:
        """A term that renews itself ends where a party said so in time; else it goes on."""
        if not term.told:
            return None
        doubtful: tuple[dt.datetime, Known] | None = None
        for end in ends_after(term):
            by = end if term.notice is None else _before(end, term.notice)
            for row in self._notices(term):
                if row.span.first > by:
                    continue
                self.heard.append(row)
                told = (
                    f"{whose} ({_at(term)}) renews itself unless a party says otherwise: {self._telling.event((row,))}"
                )
                if row.span.last <= by and (row.found or not row.denials):
                    return Held(end, None, f"{told}; so it ended on {self._telling.moment(end)}.", "A denial of it.")
                doubtful = doubtful or (end, row)
            if doubtful is not None:
                break
            if end > self._telling.as_of:
                return None
        if doubtful is None:
            end = term.first  # nothing says how long a further term is
            return Held(end, FOREVER, f"{whose} ({_at(term)}) ended on {self._telling.moment(end)}, or renewed itself.")
        end, row = doubtful
        why = (
            f"{whose} ({_at(term)}) ended on {self._telling.moment(end)} if this is so: {self._telling.event((row,))}."
        )
        return Held(end, FOREVER, why, f"A finding whether {row.id} is so, and when it was.")

    def _left(self) -> Iterator[Held]:
        """The ends that a party's notice brings about, where a sentence lets it leave."""
        for provision, length in self._leaving:
            for row in self._known:
                if not self._is_leaving(row):
                    continue
                self.heard.append(row)
                end = after(row.span.last, length)
                at = f"#{provision}" if provision else "the text"
                told = (
                    f"{capital(self._telling.event((row,)))}, so by {at} the text ended on {self._telling.moment(end)}."
                )
                sure = bool(row.found) or not row.denials
                yield Held(end, None if sure else FOREVER, told, f"A finding whether {row.id} is so.")

    def _extensions(self, term: Term) -> list[Known]:
        rows = [row for row in self._known if _act(row) in ("extend", "resume") and self._is_about(row, term)]
        return [row for row in rows if _act(row) == "extend" or (row.report.act or "").casefold().startswith("renew")]

    def _notices(self, term: Term) -> list[Known]:
        return [row for row in self._known if self._says_no(row) and self._is_about(row, term)]

    def _says_no(self, row: Known) -> bool:
        words = " ".join(filter(None, (row.report.act, row.report.object, row.report.note)))
        return _act(row) == "terminate" or bool(ENDING.search(words))

    def _is_leaving(self, row: Known) -> bool:
        about = " ".join(filter(None, (row.report.object, row.report.note)))
        ends = _act(row) == "terminate" or (_act(row) == "notify" and "terminat" in about.casefold())
        return ends and (row.report.object is None or bool(THE_TEXT.search(about)))

    def _is_about(self, row: Known, term: Term) -> bool:
        thing = row.report.object
        if thing is None:
            return True
        named = articles_named(thing, self._framework)
        return bool(set(named) & set(term.of)) if named else bool(THE_TEXT.search(thing) or ENDING.search(thing))

    def _is_sure(self, rows: Sequence[Known]) -> bool:
        """Whether it is found, or said by somebody who is no party, or by every party of itself; and not denied."""
        if any(row.found for row in rows):
            return True
        if any(row.denials for row in rows):
            return False
        parties = [one.id for one in self._framework.parties]
        names = self._names
        said_by = [
            {one for one in parties if any(names.same(one, who) for who in (row.report.claimant,))} for row in rows
        ]
        return any(not who and row.report.claimant for who, row in zip(said_by, rows, strict=True)) or set().union(
            *said_by
        ) == set(parties)


def _act(row: Known) -> str | None:
    said = row.report.act
    return None if said is None else act_of(said) or said.casefold()


def _length(row: Known) -> Duration | None:
    words = " ".join(filter(None, (row.report.object, row.report.note)))
    return next((length for _, _, length in durations(words)), None)


def _at(term: Term) -> str:
    return f"#{term.provision}" if term.provision else "in its words"


def _before(end: dt.datetime, notice: Duration) -> dt.datetime:
    return end - dt.timedelta(days=notice.days + 30 * notice.months, minutes=notice.minutes)
