"""What a trend says in words, for people who have to act on it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from parley.model import Against, Interval, LevelChange, Moment, RateComparison, RateRatio, ReportingDelay
from parley.text.listing import how_many

from .rows import Row, interval

_PARTS = (
    (1 / 20, "a twentieth"),
    (1 / 10, "a tenth"),
    (1 / 8, "an eighth"),
    (1 / 7, "a seventh"),
    (1 / 6, "a sixth"),
    (1 / 5, "a fifth"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (2 / 5, "two fifths"),
    (1 / 2, "half"),
    (3 / 5, "three fifths"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
    (4 / 5, "four fifths"),
    (9 / 10, "nine tenths"),
)


def comparison(found: RateComparison, recovered: int, earlier: str) -> str:
    """The corrected rates first, and beside them what fools a naive count."""
    own = found.corrected or found.naive
    than = "before" if found.trend is None else "was to be expected"
    said = f"{_stretch(found)}: {_change(own, than)}{_against(found, own)}"
    if found.corrected is None:
        return f"{said}."
    counted = f"{found.count_after:,} counted"
    reasons = []
    if recovered:
        reasons.append(f"{recovered:,} of the {counted} were {earlier}")
    rest = found.earlier_after - recovered
    if rest > 0:
        which = f"{rest:,} more" if reasons else f"{rest:,} of the {counted}"
        reasons.append(f"{which} were added without a word that they were of that time")
    because = f", because {' and '.join(reasons)}" if reasons else ""
    naive = f"Counting naively would show {_naively(found.naive, than)}{because}."
    told_before = "" if found.earlier_before or not found.earlier_after else _NOTHING_BEFORE
    return f"{said}. {naive}{told_before}"


_NOTHING_BEFORE = " Before the start nothing was told apart, so the true fall may be smaller."


def _stretch(found: RateComparison) -> str:
    when = f"{span(found.after)}"
    if found.against is Against.SINCE_START:
        return f"Since the start ({when})"
    if found.against is Against.ORDINARY_YEARS:
        return f"In these days ({when})"
    return f"In the first {days(found.exposure_after) if found.exposure == 'days' else 'weeks'} ({when})"


def _against(found: RateComparison, own: RateRatio) -> str:
    """The two rates; where the counts were going somewhere also what was to be expected, which the ratio is to."""
    after = (found.count_after - found.earlier_after) / found.exposure_after
    before = (found.count_before - found.earlier_before) / found.exposure_before
    if not after and not before:
        return ""
    expected = after / own.ratio if found.trend is not None and own.ratio else None
    per, times = _unit(max(after, before, expected or 0), found.exposure == "days")
    after, before = after * times, before * times
    if found.against is Against.ORDINARY_YEARS:
        return f": {figure(after)} {per} against {figure(before)} in the same days of earlier years"
    told = f"{figure(before)} from {span(found.before)}"
    if found.trend is None:
        return f": {figure(after)} {per} against {told}"
    if expected is None:
        return f": {figure(after)} {per} against {told}, {_going(found.trend)}"
    return f": {figure(after)} {per} against {figure(expected * times)} to be expected ({told}, {_going(found.trend)})"


def _going(trend: float) -> str:
    """How the counts were going, by what they became in 30 days."""
    share = round(abs(trend - 1) * 100)
    if not share:
        return "neither rising nor falling"
    return f"{'rising' if trend > 1 else 'falling'} by {share:,} percent in 30 days"


def _unit(rate: float, of_days: bool) -> tuple[str, int]:
    """In what a rate is told, so that it is no small fraction, and how much of the exposure that is."""
    if of_days:
        return ("a day", 1) if rate >= 1 else ("a week", 7) if rate >= 1 / 7 else ("in 30 days", 30)
    return ("an hour watched", 1) if rate >= 1 else ("in 100 hours watched", 100)


def _change(ratio: RateRatio, than: str = "before") -> str:
    """What became of the counts; ``than``: as many as what they are held against."""
    many = f"times as many as {than}"
    if ratio.ratio is None:
        if ratio.low == 0:
            return "none was counted before or after"
        least = "which may be chance" if _could_be_none(ratio) else f"at least {ratio.low:.1f} {many}"
        return f"none was counted before, and some now ({least})"
    if ratio.ratio == 0:
        most = "which may be chance" if _could_be_none(ratio) else f"at most {_bound(ratio)} {many}"
        return f"none was counted any more ({most})"
    between = f"between {ratio.low:.2f} and {_bound(ratio)} {many}"
    if _could_be_none(ratio):
        return f"no change that can be told from chance ({ratio.ratio:.2f}, {between})"
    verb = "fell" if ratio.ratio < 1 else "rose"
    return f"the counts {verb} to {about(ratio.ratio)} ({ratio.ratio:.2f}, {between})"


def _naively(ratio: RateRatio, than: str) -> str:
    if ratio.ratio is None or ratio.ratio == 0:
        return _change(ratio, than)
    interval_said = f"({ratio.ratio:.2f}, between {ratio.low:.2f} and {_bound(ratio)})"
    if _could_be_none(ratio):
        return f"no change that can be told from chance {interval_said}"
    return f"a {'fall' if ratio.ratio < 1 else 'rise'} to {about(ratio.ratio)} {interval_said}"


def _could_be_none(ratio: RateRatio) -> bool:
    return ratio.low <= 1 and (ratio.high is None or ratio.high >= 1)


def _bound(ratio: RateRatio) -> str:
    return "any number" if ratio.high is None else f"{ratio.high:.2f}"


def about(ratio: float) -> str:
    """A ratio in words: "about a third", "about twice", "about 4.2 times as many"."""
    if ratio < 0.04:
        return "less than a twentieth"
    if ratio < 0.95:
        return f"about {min(_PARTS, key=lambda part: abs(math.log(ratio / part[0])))[1]}"
    if 1.9 <= ratio <= 2.1:
        return "about twice as many"
    return f"about {ratio:.1f} times as many"


def figure(rate: float) -> str:
    return f"{rate:,.0f}" if rate >= 100 else f"{rate:.1f}" if rate >= 1 else f"{rate:.2f}"


def days(number: float) -> str:
    return "1 day" if round(number) == 1 else f"{number:.0f} days"


def day(moment: Moment) -> str:
    """ "5 March 2031", with its hour where it has one."""
    said = f"{moment.day} {moment:%B %Y}"
    return f"{said} {moment:%H:%M}" if isinstance(moment, dt.datetime) else said


def span(period: Interval) -> str:
    if period.earliest is None or period.latest is None:
        return f"until {day(period.latest)}" if period.latest else "at some time"
    return (
        day(period.earliest) if period.earliest == period.latest else f"{day(period.earliest)} to {day(period.latest)}"
    )


def rows(found: Sequence[Row], zone: dt.tzinfo) -> list[str]:
    """What is odd about the counts themselves."""
    said = []
    gaps = [row for row in found if row.differenced and row.number is not None and (row.days or 0) > 1.5]
    if gaps:
        most = max(gaps, key=lambda row: row.days or 0)
        one = f"{most.number:,} in {days(most.days or 0)} ({span(interval(most.first, most.end, zone))})"
        number = "1 count is" if len(gaps) == 1 else f"{len(gaps)} counts are"
        said.append(
            f"{number} what a running total grew by over days without a count of their own, on any of them: {one}."
        )
    for row in [row for row in found if row.fell_by][:3]:
        when = span(interval(row.first, row.end, zone))
        said.append(f"The running total was corrected downwards by {row.fell_by:,} ({when}): that time has no number.")
    blank = [row for row in found if row.number is None and not row.fell_by]
    if blank:
        words = sorted({row.qualifier for row in blank if row.qualifier})
        told = f" (only {', '.join(map(repr, words[:5]))})" if words else ""
        said.append(f"{len(blank)} of {len(found)} counts give no number{told}: they are blank here, and no noughts.")
    across = [row for row in found if row.overlaps and row.number is not None]
    if across:
        shown = "; ".join(
            f"{how_many(row.number, row.qualifier)} ({span(interval(row.first, row.end, zone))})" for row in across[:5]
        )
        number = "1 count covers" if len(across) == 1 else f"{len(across)} counts cover"
        added = "is" if len(across) == 1 else "are"
        said.append(f"{number} time that others cover, too, or no known time, and {added} added to none: {shown}.")
    return said


def so_far(found: Sequence[Row], since_start: bool, zone: dt.tzinfo) -> list[str]:
    """How many there were, where nothing can be compared; counts that can't be added are not.

    A total of the claimant's own for all that time, or more of it, comes first.
    """
    adding = [row for row in found if row.adds_up]
    over = sum(row.days or 0.0 for row in adding)
    totals = [row for row in found if row.overlaps and row.number is not None and (row.days or 0.0) > over]
    own = max(totals, key=lambda row: row.days or 0.0, default=None)
    said = []
    if own is not None:
        when = span(interval(own.first, own.end, zone))
        said.append(f"{how_many(own.number, own.qualifier)} in {lasting(own.days or 0.0)} by its own total ({when}).")
    if not adding:
        return said
    total = sum(row.number or 0 for row in adding)
    qualifiers = dict.fromkeys(row.qualifier or "" for row in adding)
    counted = how_many(total, None if len(qualifiers) > 1 else next(iter(qualifiers)))
    told = " or ".join(repr(one) for one in qualifiers if one) if len(qualifiers) > 1 else ""
    some = f", some of them told as {told}" if told else ""
    when = f" ({span(interval(adding[0].first, adding[0].end, zone))})" if len(adding) == 1 else ""
    since = " since the start" if since_start else ""
    return [*said, f"{counted} in {lasting(over)} that were counted{since}{when}{some}."]


def lasting(number: float) -> str:
    """``30 hours`` up to two days that are no whole ones, ``4 days`` beyond."""
    if number < 2 and abs(number - round(number)) > 1 / 48:
        return "1 hour" if round(number * 24) == 1 else f"{number * 24:.0f} hours"
    return days(number)


def changes(found: Sequence[LevelChange]) -> list[str]:
    """Where the level changed, the last three."""
    if not found:
        return []
    more = "" if len(found) <= 3 else f" {len(found)} times, last"
    told = []
    for one in found[-3:]:
        per, times = _unit(max(one.before, one.after), True)
        told.append(f"on {day(one.day)} from {figure(one.before * times)} to {figure(one.after * times)} {per}")
    return [f"The level changed{more} {'; '.join(told)}."]


def delay(found: ReportingDelay | None) -> list[str]:
    if found is None:
        return []
    half = "on the day itself" if not found.median else f"within {days(found.median)}"
    if not found.late:
        return ["Nine in ten reports came on the day itself."]
    told = f"Half of the reports came {half}, nine in ten within {days(found.late)}"
    which = "the last day is" if found.late == 1 else f"the last {found.late} days are"
    return [f"{told}: {which} still coming in, and left out of what is compared."]
