"""From trends to their charts, and what they say in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from markupsafe import Markup

from parley.model import AreaTrend, Moment, Trend, TrendCount

from .lines import Line
from .named import Names, called, number_of
from .pictures import Count, Series, draw_trends
from .trend_tables import counted

Alike = tuple[Trend, list[str | None]]
"""A trend, and all the provisions that it concerns."""


def trend_charts(trends: Iterable[Trend], names: Names, d_day: Moment | None, regions: bool = False) -> Markup | None:
    """Small multiples, one for what each claimant counted of each provision; ``None`` where nothing was counted.

    With ``regions`` one more for each region, without them only where nobody told of all regions together. What nobody
    could tell is blank, not nought.
    """
    rows = [
        Series(_titled(trend, provisions, names), _named(trend, names), counts)
        for trend, provisions in _alike(trends if regions else _widest(trends))
        if (counts := tuple(_counts(trend.counts)))
    ]
    day = d_day.date() if isinstance(d_day, dt.datetime) else d_day
    return draw_trends(sorted(rows, key=lambda row: row.name), day)


def trend_lines(trends: Iterable[Trend], names: Names) -> tuple[Line, ...]:
    """What each trend says in words, with what fools a naive count; of regions where nobody told of all together."""
    return tuple(
        Line(f"{_titled(trend, provisions, names)}, as told by {_named(trend, names)}: {' '.join(trend.words)}")
        for trend, provisions in _alike(_widest(trends))
        if trend.words
    )


def area_lines(areas: Iterable[AreaTrend]) -> tuple[Line, ...]:
    """What zones grew by on each source's maps of control."""
    return tuple(
        Line(f"Map of control, {one.source}{f', {one.name}' if one.name else ''}: {' '.join(one.words)}")
        for one in areas
    )


def _widest(trends: Iterable[Trend]) -> list[Trend]:
    """Those of all regions together and, where a claimant told of none such, those of its regions."""

    def counted_by(trend: Trend) -> tuple[str | None, ...]:
        return trend.provision, trend.claimant, trend.actor, trend.act, trend.object

    some = list(trends)
    whole = {counted_by(trend) for trend in some if trend.region is None}
    return [trend for trend in some if trend.region is None or counted_by(trend) not in whole]


def _named(trend: Trend, names: Names) -> str:
    return names.get(trend.claimant, trend.claimant) if trend.claimant else "nobody named"


def _alike(trends: Iterable[Trend]) -> list[Alike]:
    """Counts that concern several provisions alike are told once, with all of them."""
    found: dict[tuple[object, ...], Alike] = {}
    for trend in trends:
        key = trend.claimant, trend.region, counted(trend), trend.counts
        found.setdefault(key, (trend, []))[1].append(trend.provision)
    return list(found.values())


def _titled(trend: Trend, provisions: list[str | None], names: Names) -> str:
    first, *others = provisions
    parts = [", ".join([called(first, names), *(number_of(each, names) for each in others)])]
    parts += [counted(trend)] if trend.tallied else []
    parts += [trend.region] if trend.region else []
    return "; ".join(parts)


def _counts(counts: Iterable[TrendCount]) -> Iterable[Count]:
    for each in counts:
        start, end = each.period.earliest, each.period.latest
        if start is not None and end is not None:
            yield Count(_day(start), _day(end), each.count, each.hours)


def _day(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
