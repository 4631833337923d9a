"""Names of places that have a word for a deed in them: a convoy that drove through the "Disengagement Belt" disengaged
nobody, and who "entered the Shipping Lane" shipped nothing.

Where such a name stands among the words for an act, its last word stands for it: "entered the Lane".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from parley.model import Framework, Report, Shape
from parley.text import patterns as re
from parley.text.acts import acts_in

from .acts import act_reported, worded
from .names import fold
from .table import ReportTable

_SOME_PLACE = "Place"
"""What stands for a name of which even the last word may be a deed."""


class ZoneWords:
    """The names of a text's zones and lines, and of what its annexes draw, as words for an act may hold them."""

    def __init__(self, framework: Framework, shapes: Iterable[Shape] = ()) -> None:
        terms = (one.term for one in framework.definitions if one.annex)
        said = (name for one in framework.obligations if one.place for name in one.place.value.of if name[:1].isupper())
        drawn = (one.name for one in shapes if one.kind.of_the_text)
        names = sorted({fold(name) for name in (*terms, *said, *drawn) if len(name.split()) > 1}, key=len, reverse=True)
        last = Counter(name.split()[-1] for name in names)
        alone = sorted(one for one, number in last.items() if number == 1 and not _tells_a_deed(one))
        self._any = _pattern(names)
        self._telling = _pattern([name for name in names if _tells_a_deed(name)])
        self._short = _pattern(alone, r"(?<=\bthe )")

    def plain(self, words: str) -> str:
        """The words without a deed in a name; themselves where none holds one."""
        return words if self._telling is None else self._telling.sub(lambda name: _last_of(name[0]), words)

    def bare(self, words: str) -> str:
        """The words with each such name for short."""
        return words if self._any is None else self._any.sub(lambda name: _last_of(name[0]), words)

    def plainly(self, act: str) -> str:
        """A report's words for its act, also with a zone called for short ("the lane") where that tells the act."""
        act = self.plain(act)
        if act_reported(act) is not None:
            return act
        short = self.bare(act)
        short = short if self._short is None else self._short.sub(lambda name: name[0].capitalize(), short)
        return short if act_reported(short) is not None else act

    def told(self, act: str | None, said: str | None) -> tuple[str | None, str | None]:
        """The act of a report, and what the report calls it, by its words without such names."""
        words = said or act
        plain = self.plainly(words) if words else words
        if plain is None or plain == words:
            return act, said
        return act_reported(plain) or plain, worded(plain)

    def without(self, reports: Sequence[Report] | ReportTable) -> Sequence[Report] | ReportTable:
        """The reports with their acts told without such names."""
        if self._any is None:
            return reports
        if isinstance(reports, ReportTable):
            return self._table_anew(reports)
        return [self._anew(one) for one in reports]

    def _anew(self, one: Report) -> Report:
        act, said = self.told(one.act, one.worded)
        return one if (act, said) == (one.act, one.worded) else one.replace(act=act, worded=said)

    def _table_anew(self, table: ReportTable) -> ReportTable:
        acts, said = table.words["act"], table.words["worded"]
        anew = [self.told(None, one) for one in said.values], [self.told(one, None) for one in acts.values]
        by_said = np.array([*(one[1] != was for one, was in zip(anew[0], said.values, strict=True)), False])
        by_act = np.array([*(one[0] != was for one, was in zip(anew[1], acts.values, strict=True)), False])
        rows = np.flatnonzero(by_said[said.codes] | (by_act[acts.codes] & (said.codes < 0)))
        if not len(rows):
            return table
        codes = zip(said.codes[rows].tolist(), acts.codes[rows].tolist(), strict=True)
        told = [anew[0][one] if one >= 0 else anew[1][other] for one, other in codes]
        words = {
            "act": acts.replaced(rows, [one for one, _ in told]),
            "worded": said.replaced(rows, [one for _, one in told]),
        }
        return replace(table, words={**table.words, **words})


def _pattern(names: Sequence[str], before: str = "") -> re.Pattern[str] | None:
    if not names:
        return None
    spaced = (r"\s+".join(map(re.escape, one.split())) for one in names)
    return re.compile(rf"{before}\b(?:{'|'.join(spaced)})\b", re.I)


@lru_cache(maxsize=1024)
def _tells_a_deed(name: str) -> bool:
    return bool(acts_in(name))


def _last_of(name: str) -> str:
    last = name.split()[-1]
    return _SOME_PLACE if _tells_a_deed(last.casefold()) else last.capitalize()
