"""Says values in plain words: windows, instants, lengths of time and places."""

from __future__ import annotations

import datetime as dt

from parley.model import Duration, Instant, Relation, Where, Window
from parley.text import patterns as re
from parley.text.listing import listed

from .ordinals import MONTH
from .stretches import HOURS_OF_LIGHT

_RELATIONS = {
    Relation.IN: "in",
    Relation.OUTSIDE: "outside",
    Relation.ACROSS: "across",
    Relation.NORTH_OF: "north of",
    Relation.SOUTH_OF: "south of",
    Relation.EAST_OF: "east of",
    Relation.WEST_OF: "west of",
    Relation.ALONG: "along",
    Relation.NEAR: "near",
    Relation.BEHIND: "behind",
}


def say_window(window: Window, until: bool = False) -> str:
    """ "from D+14 by D+21, within 24 hours, for 30 days, every 12 hours"."""
    said = []
    if window.every:
        often = {1: "", 2: "twice "}.get(window.times or 1, f"{window.times} times ")
        said = [f"{often}every {say_duration(window.every).removeprefix('1 ')}"]
    if window.hours:
        said = [*(said or ["every day"]), _hours(*window.hours)]
    if window.start and window.start == window.end:
        counted = window.start.event and window.start.offset and _AT_ONCE.match(window.start.event)
        light = "at" if window.start.event in HOURS_OF_LIGHT and not window.start.offset else "on"
        said.append(say_instant(window.start) if counted else f"{light} {say_instant(window.start)}")
    elif window.start and window.end and _during(window.start, window.end):
        said.append(f"during {_stretch(re.sub('^start of (?:the )?', '', window.start.event or ''))}")
    elif window.end and not window.end.offset and _HAPPENS.search(window.end.event or ""):
        said += [f"from {say_instant(window.start)}"] if window.start else []
        said.append(f"until {window.end.event}")
    else:
        if window.start:
            said.append(f"from {say_instant(window.start)}")
        if window.end:
            before = "until" if until or window.start or window.every else "by"
            said.append(_within_of(f"{before} {say_instant(window.end)}"))
    if window.within:
        said.append(f"{'and ' if window.every else ''}within {say_duration(window.within)}")
    if window.lasts:
        said.append(f"for {say_duration(window.lasts)}")
    return " ".join(said)


def _within_of(said: str) -> str:
    """ "by 21 days after the Effective Time" as people say it."""
    by = _BY_AFTER.match(said)
    if not by:
        return said
    return f"within {by['length']} {'after' if by['event'] == 'that' else 'of'} {by['event']}"


_BY_AFTER = re.compile(
    r"by (?P<length>\d+ (?:month|day|hour|minute)s?(?:(?:, | and )\d+ [a-z]+)*) after (?P<event>.+)\Z"
)


def _hours(first: dt.time, last: dt.time) -> str:
    if first == last:
        return f"at {_clock(first)}"
    if first.replace(tzinfo=None) == dt.time():
        return f"by {_clock(last)}"
    if last.replace(tzinfo=None) == dt.time():
        return f"from {_clock(first)}"
    shared = f" ({last.tzname()})" if last.tzinfo else ""
    return f"between {first:%H:%M} and {last:%H:%M}{shared}"


def _clock(time: dt.time) -> str:
    """ "06:00 (UTC)", or the hour alone where the zone is the place's."""
    return f"{time:%H:%M} ({time.tzname()})" if time.tzinfo else f"{time:%H:%M}"


def _stretch(words: str) -> str:
    return (
        words
        if re.match(rf"(?:those|these|such|that|this|the|{MONTH}) ?|(?:phase|stage|step|period) (?:\w+)\Z", words)
        else f"the {words}"
    )


_HAPPENS = re.compile(r"(?<!\A)\b(?:is|are|has|have|ends?|takes?|enters?|comes?|begins?|starts?|agrees?|withdraws?)\b")


def _during(start: Instant, end: Instant) -> bool:
    """Whether a stretch is named as a whole: from the start of it to its end."""
    return (start.event or "").startswith("start of ") and end.event == (start.event or "").replace("start", "end", 1)


def say_instant(instant: Instant) -> str:
    """ "D+14", "1 March 2031 at 12:00 (UTC+02:00)", or the words of the event."""
    if instant.moment is None:
        hour = f" at {_clock(instant.time)}" if instant.time is not None else ""
        return f"{instant.day or _event(instant)}{hour}"
    day = f"{instant.moment.day} {instant.moment:%B} {instant.moment.year}"
    if isinstance(instant.moment, dt.datetime):
        return f"{day} at {_clock(instant.moment.timetz())}"
    return day


def _event(instant: Instant) -> str:
    """ "the signing", "day 3 of the withdrawal", "10 days after the date of signature", "dusk"."""
    event, offset = instant.event or "", instant.offset
    if offset is None:
        return event if _NO_ARTICLE.match(event) else f"the {event}"
    if event == "that" or offset.minutes or offset.months or _AT_ONCE.match(event):
        return f"{say_duration(offset)} after {event if _NO_ARTICLE.match(event) else f'the {event}'}"
    return f"day {offset.days + 1} of the {event}"


_NO_ARTICLE = re.compile(
    rf"(?:(?:it|they|he|she|none|nobody|nothing|no|an?|the|[a-z]+ing\s+(?:the|an?|its|their|any)|its|their|all|both|each|either|such)\s.*|"
    rf"(?:.* (?:before|after) )?(?:{'|'.join(HOURS_OF_LIGHT)})|dark|first light|last light|"
    r"sundown|today.*|this (?:very )?(?:day|date)|"
    r"that(?: .*)?|then|D-day|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*|day \d+|\d+ [A-Z][a-z]+)\Z"
)
_AT_ONCE = re.compile(
    r"(?:.*\b)?(?:date|day|hour|moment|time|end|start|beginning|expiry|signature|signing|entry into force|"
    r"[A-Z][a-z]+ (?:Hour|Time|Date|Day)|Hour|Time|Date|today.*)\b",
)
"""What takes no days itself, so that none of its own days can be counted."""


def say_duration(duration: Duration) -> str:
    """ "2 months", "30 days", "36 hours"."""
    parts = []
    hours, minutes = divmod(duration.minutes, 60)
    for number, unit in ((duration.months, "month"), (duration.days, "day"), (hours, "hour"), (minutes, "minute")):
        if number:
            parts.append(f"{number} {unit}{'' if number == 1 else 's'}")
    return listed(parts) or "0 minutes"


def say_place(where: Where) -> str:
    """ "within 15 km of the Separation Line", "in the Gulf Zone"."""
    of = listed([name if name.startswith("the ") else f"the {name}" for name in where.of])
    if where.relation is Relation.WITHIN_DISTANCE:
        return f"within {where.distance} of {of}"
    if where.relation is Relation.BEYOND_DISTANCE:
        return f"{where.distance} or more from {of}"
    return f"{_RELATIONS[where.relation]} {of}"
