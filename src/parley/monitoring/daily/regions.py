"""The regions of a daily report: what each claimant told of each, and how long each was watched."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.model import ClaimCount, DailyRegion, DailyReport, Effort, Framework, Life, ReportingDay

from ..coverage import EVERYWHERE, hours, relevant
from ..forbids import forbidden_act
from ..land import Land
from ..names import fold


@dataclass(frozen=True)
class Banned:
    """An act of the lexicon that the text bans, and the zones or lines by which it says where (none: anywhere)."""

    act: str
    of: frozenset[str] = frozenset()


def banned(framework: Framework) -> tuple[Banned, ...]:
    """What the text bans, each once, in its order."""
    found = []
    for one in framework.obligations:
        act = forbidden_act(one)
        if act is not None:
            found.append(Banned(act, frozenset(one.place.value.of if one.place else ())))
    return tuple(dict.fromkeys(found))


def regions_told(
    bans: Sequence[Banned],
    land: Land,
    now: Sequence[DailyReport],
    before: Sequence[DailyReport],
    effort: Sequence[Effort],
    days: tuple[ReportingDay, ReportingDay],
    zone: dt.tzinfo,
) -> tuple[DailyRegion, ...]:
    """A row for each region, watched or not; one more for reports that lie surely in none.

    A ban on what is done at a zone or line concerns the regions that hold some of it.
    """
    drawn = land.names
    rows = []
    others = dict.fromkeys(one.region for one in (*now, *before) if one.region and one.region not in drawn)
    looking = [one for one in effort if hours([one], days[0].start, days[0].end, zone)]
    for name in (*drawn, *others):
        here = [one for one in effort if fold(one.place) in (fold(name), EVERYWHERE)]
        spent = [round(hours(here, day.start, day.end, zone), 1) for day in days]
        by = [one.by for one in looking if fold(one.place) in (fold(name), EVERYWHERE)]
        inside = {fold(place): place for place in land.places_in(name)} if effort else {}
        partly = (one for one in looking if fold(one.place) in inside and not spent[0])
        rows.append(
            DailyRegion(
                name=name,
                claims=claims((o for o in now if o.region == name), (o for o in before if o.region == name)),
                effort_hours=spent[0] if effort else None,
                effort_before=spent[1] if effort else None,
                watched_by=tuple(dict.fromkeys(by)),
                partly=tuple(dict.fromkeys(inside[fold(one.place)] for one in partly)),
                blind=tuple(dict.fromkeys(_blind(bans, looking, name, inside))) if spent[0] else (),
            )
        )
    nowhere = claims((one for one in now if one.region is None), (one for one in before if one.region is None))
    return (*rows, DailyRegion(name=None, claims=nowhere)) if nowhere else tuple(rows)


def _blind(bans: Iterable[Banned], looking: Sequence[Effort], region: str, inside: Mapping[str, str]) -> Iterable[str]:
    """The acts that are banned in a region and that nobody who looked there could have seen."""
    for ban in bans:
        of = {fold(name) for name in ban.of}
        if of and not of & {*inside, fold(region)}:
            continue
        if not relevant(looking, frozenset({fold(region), *of}), ban.act):
            yield ban.act


def claims(now: Iterable[DailyReport], before: Iterable[DailyReport]) -> tuple[ClaimCount, ...]:
    """Each claimant's own count. A report that was corrected or withdrawn since counts no more, a follow-up never."""
    counted, late = Counter[str | None](), Counter[str | None]()
    for one in now:
        if counts(one):
            counted[one.claimant] += 1
            late[one.claimant] += one.late
    earlier = Counter(one.claimant for one in before if counts(one))
    return tuple(
        ClaimCount(claimant=who, reports=counted[who], before=earlier[who], late=late[who])
        for who in sorted({*counted, *earlier}, key=lambda who: who or "~")
    )


def counts(one: DailyReport) -> bool:
    """Whether a report counts: it stands, and follows no other."""
    return one.about is None and one.corrected_by is None and one.life is not Life.WITHDRAWN
