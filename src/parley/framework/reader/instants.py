"""Points and stretches of time in a provision: D+14, dates with hour and zone, "within 24 hours of ..."."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from parley.model import Duration, Instant, Moment, Window
from parley.text import day_counts, durations

from .stretches import stretches

_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_MONTH = r"(?P<month{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"  # noqa: E501
_DATE = (
    r"(?:(?:the\s+)?(?P<day1>\d{1,2})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?\s+"
    + _MONTH.format(1)
    + r",?\s+(?P<year1>\d{4})"
    r"|" + _MONTH.format(2) + r"\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))"
)
_DAY = 24 * 60
_CLOCK = (
    r"(?:(?P<hour{0}>\d{{1,2}})[:.](?P<minute{0}>\d{{2}})\s*(?:hours|hrs|h)?(?:\s*(?P<half{0}>[ap]\.?m\.?))?"
    r"|(?P<word{0}>noon|midnight))"
    r"(?:\s*\(?(?:(?P<utc{0}>UTC|GMT|Z)(?:\s*(?P<sign{0}>[+\-\u2212])\s*(?P<off{0}>\d{{1,2}})(?::?(?P<offm{0}>\d{{2}}))?)?"
    r"|(?P<local{0}>(?:local|[A-Z][\w\-]*)(?:\s+[\w\-]+){{0,2}}\s+time))\)?)?"
)
_MOMENT = re.compile(
    rf"(?:{_CLOCK.format('a')}\s*,?\s*(?:on\s+)?)?{_DATE}(?:\s*,?\s*(?:at\s+)?{_CLOCK.format('b')})?", re.IGNORECASE
)


@dataclass(frozen=True)
class Found:
    """Something read from ``start`` to ``end`` of a view's text."""

    start: int
    end: int


@dataclass(frozen=True)
class FoundInstant(Found):
    instant: Instant


def instants(text: str) -> list[FoundInstant]:
    """Every day count and every full date in ``text``, in order. A date without a year is none."""
    found = [FoundInstant(start, end, Instant(day=day)) for start, end, day in day_counts(text)]
    for match in _MOMENT.finditer(text):
        moment = _moment(match)
        if moment is None:
            continue
        end = match.end()
        zone = _ZONE.match(text, end)
        if zone and isinstance(moment, dt.datetime) and moment.tzinfo is None:
            end = zone.end()
            moment = moment.replace(tzinfo=_zone(zone.groupdict(), "c"))
        found.append(FoundInstant(match.start(), end, Instant(moment=moment)))
    return sorted(found, key=lambda each: each.start)


def _moment(match: re.Match[str]) -> Moment | None:
    part = match.groupdict()
    try:
        if part["iso"]:
            day = dt.date.fromisoformat(part["iso"])
        else:
            which = "1" if part["day1"] else "2"
            name = part[f"month{which}"].lower().rstrip(".")
            month = next(number for number, full in enumerate(_MONTHS, start=1) if full.startswith(name[:3]))
            day = dt.date(int(part[f"year{which}"]), month, int(part[f"day{which}"]))
        for clock in "ab":
            if part[f"hour{clock}"] or part[f"word{clock}"]:
                return _at(day, part, clock)
    except ValueError:
        return None
    return day


def _at(day: dt.date, part: dict[str, str | None], clock: str) -> dt.datetime:
    """The time of day on ``day``; naive where no offset from UTC is written ("local time")."""
    word, half = (part[f"word{clock}"] or "").lower(), (part[f"half{clock}"] or "").lower()
    hour = {"noon": 12, "midnight": 24}.get(word) if word else int(part[f"hour{clock}"] or 0)
    assert hour is not None
    minute = int(part[f"minute{clock}"] or 0)
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    zone = _zone(part, clock) if part[f"utc{clock}"] else None
    if hour == 24 and minute == 0:  # 24:00 is the midnight that ends the day
        return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(0), zone)
    return dt.datetime.combine(day, dt.time(hour, minute), zone)


_ZONE = re.compile(
    r"\s*\(?(?P<utcc>UTC|GMT)(?:\s*(?P<signc>[+\-\u2212])\s*(?P<offc>\d{1,2})(?::?(?P<offmc>\d{2}))?)?\)?",
    re.IGNORECASE,
)


def _zone(part: dict[str, str | None], clock: str) -> dt.timezone:
    offset = dt.timedelta(hours=int(part[f"off{clock}"] or 0), minutes=int(part[f"offm{clock}"] or 0))
    return dt.timezone(-offset if part[f"sign{clock}"] in ("-", "\u2212") else offset)


@dataclass(frozen=True)
class FoundWindow(Found):
    """A part of a window; ``event`` is where the words stand that set its clock running (``joined``: after, "
    "before)."""

    window: Window
    event: tuple[int, int] | None = None
    joined: str = ""


_FROM = re.compile(
    r"(?:,\s*)?\b(?:starting\s+(?:from|on)|beginning\s+(?:from|on)|with\s+effect\s+from|effective\s+from|from|"
    r"as\s+of|as\s+from|(?:not|no)\s+(?:sooner|earlier)\s+than|at\s+the\s+earliest\s+(?:on|by)|"
    r"since|starting|beginning)\s+$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:,\s*)?\b(?:and\s+(?=not|no))?(?:by|(?:by\s+)?(?:not|no)\s+later\s+than|on\s+or\s+before|at\s+the\s+latest\s+(?:by|on))"
    r"(?:\s+the\s+end\s+of)?\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:,\s*)?\bafter\s+$", re.IGNORECASE)
_BEFORE = re.compile(r"(?:,\s*)?(?<!\bor)(?:^|\s)before\s+$", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:,\s*)?\b(?:until|till|through|up\s+to|and\s+until)(?:\s+(?:the\s+end\s+of|and\s+including))?\s+$", re.I
)
_TO = re.compile(r"\s(?:to|until|through|and|[–-])\s+$")
_ON = re.compile(r"(?:,\s*)?\b(?:on|at)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:,\s*)?\bbetween\s+$", re.IGNORECASE)
_LEADS = {
    "within": re.compile(
        r"(?:,\s*)?\b(?:as\s+soon\s+as\s+possible,?\s+(?:and|but)\s+(?:in\s+any\s+(?:case|event)\s+)?)?"
        r"(?:(?:no|not)\s+later\s+than\s+within|within|inside|in\s+the\s+(?:course|space)\s+of|over|no\s+later\s+than|not\s+later\s+than|"
        r"in\s+no\s+more\s+than|"
        r"not\s+more\s+than|no\s+more\s+than|"
        r"in\s+less\s+than|in\s+under)\s+(?:(?:the\s+(?:first\s+|next\s+)?)|a\s+period\s+of\s+)?$",
        re.IGNORECASE,
    ),
    "lasts": re.compile(
        r"(?:,\s*)?\b(?:for|lasting|during)\s+(?:a\s+(?:further\s+)?period\s+of\s+|another\s+|a\s+further\s+|"
        r"at\s+least\s+|up\s+to\s+|at\s+most\s+|no\s+more\s+than\s+|the\s+(?:first|next)\s+)*$",
        re.I,
    ),
    "every": re.compile(r"(?:,\s*)?\b(?:at\s+least\s+)?(?:once\s+)?(?:every|each)\s+$", re.IGNORECASE),
    "before": re.compile(
        r"(?:,\s*)?\b(?:at\s+least\s+|not\s+less\s+than\s+|no\s+later\s+than\s+|not\s+later\s+than\s+)?$", re.I
    ),
}
_EVENT_END = (
    r"(?=\s*(?:[,;.:]|$|\b(?:from|until|within|unless|except|if|while|when|to\s+the|"
    r"and\s+(?:shall|may|must|in|at|by))\b|(?<!of)(?<!by)(?<!in)(?<!for)(?<!with)(?<!to)(?<!on)\s+an?\s))"
)
_OF_EVENT = re.compile(
    rf"\s+(?P<join>of|after|from|following)\s+(?P<event>(?!the\s+Parties\b)\S.*?){_EVENT_END}", re.IGNORECASE
)
_BEFORE_EVENT = re.compile(
    rf"['’]?(?:\s+notice)?\s+(?P<join>before|prior\s+to|in\s+advance\s+of)\s+(?P<event>\S.*?){_EVENT_END}", re.I
)
_REGULAR = re.compile(
    r"(?:,\s*)?\b(?:(?:at\s+least\s+)?(?:once\s+|twice\s+)?(?<!\bof\s)(?P<a>a|each|every)\s+(?P<unit>hour|day|week|fortnight|month|year)"
    r"|(?<!bi-)(?<!bi- )(?P<adverb>hourly|daily|weekly|fortnightly|monthly|annually)"
    r"(?=\s*(?:[,.;:)\0]|$)|\s+(?:[a-z]*to|in|at|on|by|from|until|for|with|and|or|between|through|about|under|during|as)\b)|"
    r"on\s+a\s+(?P<basis>daily|"
    r"weekly|monthly)\s+basis)\b(?!\s+(?:of|after))",
    re.IGNORECASE,
)
_UNIT = {
    "hour": "PT1H", "day": "P1D", "week": "P7D", "month": "P1M", "year": "P12M", "hourly": "PT1H", "daily": "P1D",
    "weekly": "P7D", "fortnight": "P14D", "fortnightly": "P14D", "monthly": "P1M", "annually": "P12M",
}  # fmt: skip


_HOURS = re.compile(
    r"(?:,\s*)?\b(?:(?:every\s+day|each\s+day|daily)\s*,?\s+)?(?:from|"
    r"between)\s+(?P<h1>\d{1,2})(?:[:.](?P<m1>\d{2}))?\s*(?:h|hrs|hours|(?P<half1>[ap]\.?m\.?))?\s+"
    r"(?:to|until|till|and)\s+(?P<h2>\d{1,2})(?:[:.](?P<m2>\d{2}))?(?:\s*(?:hours|hrs|h|(?P<half2>[ap]\.?m\.?))(?!\w))?"
    r"(?:\s+local\s+time)?(?:\s+(?:every|each)\s+(?:day|night)|\s+daily)?(?!\s*(?:UTC|GMT|on\b))",
    re.IGNORECASE,
)


_IN_ANY = re.compile(
    r"(?:,\s*)?\b(?:in|within|during|over)\s+(?:any|each|every)\s+(?:(?:period|space|span)\s+of\s+)?"
    r"(?P<length>[\w\-]+(?:[\s\-]consecutive)?[\s\-](?:hours?|minutes?))(?:\s+period)?(?!\w)",
    re.IGNORECASE,
)
_AT_HOUR = re.compile(
    r"(?:,\s*)?\b(?:(?:every|each)\s+(?:day|morning|evening|afternoon|night)|daily|once\s+a\s+day)\s*,?\s+at\s+"
    r"(?P<h1>\d{1,2})[:.](?P<m1>\d{2})(?:\s*(?:hours|hrs|h)\b)?(?!\s*(?:[ap]\.?m|UTC|GMT|on\b))",
    re.IGNORECASE,
)
_EVENT_DAY = re.compile(
    r"(?:the\s+)?day\s+(?P<number>\d{1,3})\s+(?P<join>of|after|following)\s+"
    r"(?P<event>(?:the\s+)?(?:(?!on|at|to|by|in|and|from|until|is|shall)[\w\-]+\s+){0,2}?[\w\-]+)"
    r"(?=\s*(?:[,;.:)]|$|\b(?:on|at|to|by|in|and|from|until|is|shall)\b))",
    re.IGNORECASE,
)
_AT_THE_LATEST = re.compile(r"\s*,?\s*at\s+the\s+latest\b", re.IGNORECASE)


def _event_days(text: str, is_event: Callable[[str], bool]) -> list[FoundInstant]:
    """ "Day 1 of the withdrawal" is the day itself, "day 5 after the withdrawal" five days later."""
    found = []
    for match in _EVENT_DAY.finditer(text):
        event = re.sub(r"^the\s+", "", match["event"], flags=re.IGNORECASE)
        first = 1 if match["join"].lower() == "of" else 0
        if int(match["number"]) >= first and is_event(event):
            offset = Duration(days=int(match["number"]) - first)
            found.append(FoundInstant(match.start(), match.end(), Instant(event=event, offset=offset)))
    return found


def windows(text: str, is_event: Callable[[str], bool]) -> list[FoundWindow]:
    """The parts of the time rule in ``text``: each a window with one or two of its fields set.

    ``is_event`` says whether words name something that happens; what neither dates nor names an
    event ("from the depot") is no time.
    """
    found: list[FoundWindow] = []
    points = sorted([*instants(text), *_event_days(text, is_event)], key=lambda each: each.start)
    used = 0
    for index, point in enumerate(points):
        if point.start < used:
            continue
        before = text[: point.start]
        following = points[index + 1] if index + 1 < len(points) else None
        second = following if following and _TO.match(text[point.end : following.start]) else None
        lead = _BETWEEN.search(before) or (_FROM.search(before) if second else None)
        if lead and second:
            found.append(FoundWindow(lead.start(), second.end, Window(start=point.instant, end=second.instant)))
            used = second.end
            continue
        at = point.instant
        for pattern, window in (
            (_AFTER, Window(start=_moved(at, 1))),
            (_FROM, Window(start=at)),
            (_BEFORE, Window(end=_moved(at, -1))),
            (_BY, Window(end=at)),
            (_UNTIL, Window(end=at)),
            (_ON, Window(start=at, end=at)),
        ):
            lead = pattern.search(before)
            if lead:
                latest = _AT_THE_LATEST.match(text, point.end)
                found.append(
                    FoundWindow(lead.start(), latest.end(), Window(end=at))
                    if latest
                    else FoundWindow(lead.start(), point.end, window)
                )
                break
    found.extend(_lengths(text, is_event))
    found.extend(_event_bounds(text, is_event))
    found.extend(_daily_hours(text))
    for match in _IN_ANY.finditer(text):  # "in any 24 hours": so often, and counted by the clock
        length = durations(match["length"].replace("-", " ").replace(" consecutive", ""))
        if length:
            found.append(FoundWindow(match.start(), match.end(), Window(every=length[0][2])))
    for match in _REGULAR.finditer(text):
        unit = match["unit"] or match["adverb"] or match["basis"]
        if not match.group().strip(" ,").lower().startswith(("a ",)) and "twice" not in match.group().lower():
            found.append(FoundWindow(match.start(), match.end(), Window(every=Duration.parse(_UNIT[unit.lower()]))))
    dated = {(each.start, each.end) for each in found}
    found.extend(
        FoundWindow(start, end, window, None, joined)
        for start, end, window, joined in stretches(text)
        if not any(first < end and start < last and not start <= first < last <= end for first, last in dated)
    )
    return _apart(found)


def _daily_hours(text: str) -> list[FoundWindow]:
    """ "Every day from 08:00 to 16:00", "every morning at 09:00"; hours that no day has are none."""
    found = []
    for match in (*_HOURS.finditer(text), *_AT_HOUR.finditer(text)):
        part = match.groupdict()
        try:
            if not (part["m1"] or part["half1"] if "half1" in part else True):
                continue  # "between 7 and 9"
            first = _time_of_day(part, "1")
            last = _time_of_day(part, "2") if "h2" in part else first
        except ValueError:
            continue
        found.append(FoundWindow(match.start(), match.end(), Window(every=Duration(days=1), hours=(first, last))))
    return found


def _time_of_day(part: dict[str, str | None], which: str) -> dt.time:
    hour, half = int(part[f"h{which}"] or 0), (part.get(f"half{which}") or "").lower()
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    return dt.time(hour % 24 if hour == 24 else hour, int(part[f"m{which}"] or 0))


def _moved(instant: Instant, days: int) -> Instant:
    """The whole day after or before: "after D+10" begins with D+11. A time of day stays as it is."""
    if instant.day is not None:
        return Instant(day=instant.day.replace(days=instant.day.days + days))
    if instant.moment is not None and not isinstance(instant.moment, dt.datetime):
        return Instant(moment=instant.moment + dt.timedelta(days=days))
    return instant


def _lengths(text: str, is_event: Callable[[str], bool]) -> list[FoundWindow]:
    found: list[FoundWindow] = []
    for start, end, duration in durations(text):
        before = text[:start]
        prior = _BEFORE_EVENT.match(text, end)
        lead = _LEADS["before"].search(before)
        if prior and lead and is_event(prior["event"]):
            found.append(FoundWindow(lead.start(), prior.end(), Window(within=duration), prior.span("event"), "before"))
            continue
        within = _LEADS["within"].search(before)
        event = _OF_EVENT.match(text, end)
        if event and (within or event["join"].lower() in ("after", "following")):
            begin = within.start() if within else _lead_of_after(before)
            point = next(iter(instants(event["event"])), None)
            if point and point.start <= 2:  # "within 14 days of D-day" is a day of its own
                stop = event.start("event") + point.end
                counted = _counted(point.instant, duration)
                if counted and not (duration.minutes and event["join"].lower() == "from"):
                    found.append(FoundWindow(begin, stop, Window(end=counted)))
                    continue
            elif is_event(event["event"]):
                found.append(FoundWindow(begin, event.end(), Window(within=duration), event.span("event"), "after"))
                continue
        if within:
            found.append(FoundWindow(within.start(), end, Window(within=duration)))
            continue
        for name in ("every", "lasts"):
            lead = _LEADS[name].search(before)
            if lead:
                window = Window(every=duration) if name == "every" else Window(lasts=duration)
                found.append(FoundWindow(lead.start(), end, window))
                break
    return found


def _lead_of_after(before: str) -> int:
    """Where "[by] [the end of] 30 days after ..." begins."""
    lead = re.search(
        r"(?:,\s*)?\b(?:by|not later than|no later than|at the latest|until|till)\s+$", before, re.IGNORECASE
    )
    return lead.start() if lead else len(before)


def _counted(instant: Instant, duration: Duration) -> Instant | None:
    """The day so many whole days after a day count or a date."""
    if duration.months or duration.minutes % _DAY:
        return None
    duration = Duration(days=duration.days + duration.minutes // _DAY)  # "within 72 hours of D-day": by D+3
    if instant.day is not None:
        return Instant(day=instant.day.replace(days=instant.day.days + duration.days))
    if instant.moment is not None:
        return Instant(moment=instant.moment + dt.timedelta(days=duration.days))
    return None


_EVENT_BOUND = re.compile(
    rf"(?:,\s*)?\b(?P<join>from|as\s+of|as\s+from|with\s+effect\s+from|starting\s+from|starting\s+on|until|till|"
    rf"for\s+the\s+duration\s+of|by|before|prior\s+to)\s+"
    rf"(?P<event>(?:the\s+(?:date\s+of\s+(?:the\s+)?|moment\s+of\s+(?:the\s+)?|day\s+of\s+(?:the\s+)?|"
    rf"end\s+of\s+(?:the\s+)?)?|its\s+|their\s+)?\S.*?){_EVENT_END}",
    re.IGNORECASE,
)
_EVENT_HEAD = re.compile(
    r"(?:the\s+|its\s+|their\s+|a\s+|an\s+|any\s+)?(?:(?:date|moment|day|end|completion|start|"
    r"beginning)\s+of\s+(?:the\s+)?)?"
    r"(?P<head>entry into force|coming into force|signature|signing|approval|adoption|withdrawal|ratification|"
    r"release|exchange|disengagement|expiry|extension|end|completion|notification|verification|election|elections|"
    r"handover|hand-over|establishment|comprehensive settlement|movement|opening|start)\b",
    re.IGNORECASE,
)


def _event_bounds(text: str, is_event: Callable[[str], bool]) -> list[FoundWindow]:
    found = []
    for match in _EVENT_BOUND.finditer(text):
        event, join = match["event"], match["join"].lower()
        if instants(event) or not _EVENT_HEAD.match(event) or not is_event(event):
            continue
        at = Instant(event=re.sub(r"^(?:the|its|their)\s+", "", event))
        window = Window(start=at) if join.startswith(("from", "as", "with", "starting")) else Window(end=at)
        found.append(FoundWindow(match.start(), match.end(), window))
    return found


def _apart(found: list[FoundWindow]) -> list[FoundWindow]:
    """In order; of two that overlap the longer stays."""
    kept: list[FoundWindow] = []
    for each in sorted(found, key=lambda each: each.start - each.end):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


def merged(parts: list[Window]) -> Window | None:
    """One window from its parts; ``None`` where two of them say different things."""
    fields: dict[str, object] = {}
    for part in parts:
        for name in Window.model_fields:
            value = getattr(part, name)
            if value is None:
                continue
            if name in fields and fields[name] != value:
                return None
            fields[name] = value
    return Window.model_validate(fields)


def ban_from(window: Window) -> Window:
    """The window of a ban that begins with a stop: "cease at noon", "cease by D+3" (which is over with D+3)."""
    if window.start and window.start == window.end:
        return window.replace(end=None)
    if window.end and not window.start:
        return window.replace(start=_moved(window.end, 1), end=None)
    return window
