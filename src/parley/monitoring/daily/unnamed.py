"""Who is named to everybody, and who is not: who says something may be in danger for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from parley.model import Audience, Effort, Recoding, Report

from ..kinds import kinds_of
from ..rows import Unread
from ..table import ReportTable
from .shown import Shown
from .withheld import told_as_it_is

_PLAINLY = ("event", "reported", "count", "life")
"""What is told as it was of a row that its source changed."""


@dataclass(frozen=True, eq=False)
class Unnamed:
    """Names as an audience is told them that learns places by cells alone.

    Parties, bodies and others whom the text names, and the process's actors, are named, and so are their own forces,
    as theirs. Everybody else has a number, the same in every row of one output, so that whoever was somebody else
    remains so: no verdict changes by it. Words of which no name is sure are told in small letters, and
    remain unsure.
    """

    audience: Audience
    shown: Shown
    _numbers: dict[str, int] = field(default_factory=dict)

    def rows(self, reports: tuple[Report, ...] | ReportTable) -> tuple[Report, ...] | ReportTable:
        """The reports with their names as they are told."""
        if not isinstance(reports, ReportTable):
            return tuple(map(self.report, reports))
        as_they_are = [told_as_it_is(self.audience, path) for path, _ in reports.files]
        but = reports.in_files(as_they_are)
        words = {name: reports.words[name].told_as(tell, but) for name, tell in self._tellers.items()}
        return replace(reports, words={**reports.words, **words})

    def report(self, one: Report) -> Report:
        if told_as_it_is(self.audience, one.origin):
            return one
        said = {name: words for name in self._tellers if (words := getattr(one, name))}
        return one.replace(**{name: self._tellers[name](words) for name, words in said.items()})

    def recoding(self, one: Recoding) -> Recoding:
        """What a source changed of a row, without where it was and free words."""
        if told_as_it_is(self.audience, one.earlier) and told_as_it_is(self.audience, one.later):
            return one
        return one.replace(before=self._changed(one.before), after=self._changed(one.after))

    def _changed(self, said: Mapping[str, str]) -> dict[str, str]:
        tellers = {**dict.fromkeys(("act", "object"), self.shown.told), **self._tellers}
        told = {name: tell(said[name]) for name, tell in tellers.items() if said.get(name)}
        return {name: told.get(name, words) for name, words in said.items() if name in tellers or name in _PLAINLY}

    @property
    def _tellers(self) -> dict[str, Callable[[str], str]]:
        return {"claimant": self.source, "found_by": self.source, "actor": self.doer, "counterpart": self.befallen}

    def effort(self, rows: Iterable[Effort]) -> tuple[Effort, ...]:
        return tuple(
            one if told_as_it_is(self.audience, one.origin) else one.replace(by=self.source(one.by)) for one in rows
        )

    def unread(self, rows: Iterable[Unread]) -> tuple[Unread, ...]:
        """Rows that could not be read, without which row it is, and what stands in it."""
        return tuple(
            one
            if told_as_it_is(self.audience, one.report.origin)
            else replace(one.untold(), report=self.report(one.report))
            for one in rows
        )

    def source(self, words: str) -> str:
        """Who says it, who found it or who watched."""
        names = self.shown.names
        if names.knows(words):
            return words
        told = names.doers(words)
        parts = told.among or (told.names if told.open or len(told.names) > 1 else ())
        if parts:
            every = [*map(self.source, parts), *(["others"] if told.open and not told.among else [])]
            return (" or " if told.among else " and ").join(every)
        if names.knows(names.shown(words)):
            return names.shown(words)
        number = self._numbers.setdefault(names.key(words), len(self._numbers) + 1)
        return f"{'Actor' if told.names else 'actor'} {number} (name withheld)"

    def doer(self, words: str) -> str:
        """Who is said to have done it: also in words that anybody may be told ("armed men")."""
        return words if self.shown.may_be_told(words) else self.source(words)

    def befallen(self, words: str) -> str:
        """Whom it befell; the words for a kind of thing decide something, and :class:`Withheld` tells them."""
        return words if kinds_of(words) else self.doer(words)
