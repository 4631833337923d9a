"""Whether it is holding, as a table for people: one row for what one claimant says, wherever it says it in the text."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from parley.model import AreaTrend, Trend
from parley.text.acts import noun_of

from .tables import add, table

Said = tuple[str, str, str, tuple[str, ...]]


def trend_table(trends: Sequence[Trend]) -> Table:
    """Trends in words. Counts that concern several provisions alike are told once, with all of them.

    Single events are told over all regions; the regions stand in the brief and in ``--json``.
    """
    whole = {(one.provision, one.claimant) for one in trends if not one.tallied and one.region is None}
    made = table("Is it holding? No two claimants' counts are added", "where", "who says it", "what", "in words")
    where: dict[Said, list[str]] = {}
    for trend in trends:
        if not trend.tallied and trend.region and (trend.provision, trend.claimant) in whole:
            continue
        said = trend.claimant or "nobody named", trend.region or "", counted(trend), trend.words
        where.setdefault(said, []).append(trend.provision or "whole text")
    for (claimant, region, what, words), provisions in where.items():
        add(made, ("; ".join([", ".join(provisions), *([region] if region else [])]), claimant, what, " ".join(words)))
    return made


def area_table(areas: Sequence[AreaTrend]) -> Table:
    """What zones grew by on each source's maps."""
    made = table("What maps of control grew by", "source", "zone", "in words")
    for one in areas:
        add(made, (one.source, one.name or "all of it", " ".join(one.words)))
    return made


def counted(trend: Trend) -> str:
    """What a trend counts: "reports", or what a table of counts is said to be of, and by whom it was done."""
    if not trend.tallied:
        return "reports"
    act = noun_of(trend.act or "")
    what = trend.object or act or "not told"
    aside = f" ({act})" if trend.object and act else ""
    return f"{what}{aside}{f', by {trend.actor}' if trend.actor else ''}"
