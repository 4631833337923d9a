"""Stretches of time in a provision: what the words before a point make of it, lengths of time, hours of every day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from parley.model import Duration, Instant, Window
from parley.text import durations
from parley.text import patterns as re
from parley.text.numbers import PATTERN

from .clock import clocks
from .found import BESIDE, FoundInstant, FoundWindow
from .instants import Dated, instants, points
from .reckoning import later, moved, plain, with_clock
from .recurring import EVERY_LENGTH, lone_hours, recurring
from .stretches import stretches

_NOT_BEFORE = (
    r"(?:not|no)\s+(?:sooner|earlier)\s+than|not\s+before|not\s+until|at\s+the\s+earliest\s+(?:on|by|at)|"
    r"(?:on\s+or|not\s+before\s+but)\s+after"
)
_SOON = (
    r"(?:as\s+(?:soon|quickly|early)\s+as\s+(?:possible|practicable|feasible),?\s+(?:and|but)\s+)?"
    r"(?:(?:(?:and|but)\s+)?(?:in\s+(?:any|no)\s+(?:case|event)|at\s+all\s+events|at\s+any\s+rate),?\s+)?"
)
"""Haste in front of a limit bounds nothing: the limit does."""
_FROM = re.compile(
    r"(?:,\s*)?\b(?:(?:(?:starting|beginning|commencing|effective|running|counting)\s+(?:as\s+)?(?:from|on|at|in|with)|with\s+effect\s+(?:from|as\s+of)|"
    r"(?<!for\s)the\s+first\s+time\s+(?:on|at|in)|(?:on\s+and\s+)?from|as\s+(?:of|from|at)|since|starting|beginning|commencing|effective)"
    rf"|{_NOT_BEFORE})\s+(?:and\s+including\s+)?(?:the\s+(?:dawn|dusk|sunrise|sunset|morning|evening|night|noon)\s+of\s+)?$",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?:,\s*)?\b{_SOON}(?:(?:and|but)\s+(?=not|no|at|by|in\s+no))?(?:by(?:\s+(?:not|no)\s+later\s+than)?|(?:not|no|in\s+no\s+(?:case|event))\s+later\s+than(?:\s+(?:by|on|at))?|on\s+or\s+before|"
    r"at\s+(?:the\s+)?(?:very\s+)?latest,?\s+(?:by|on|at)|(?:at|by|not\s+later\s+than)\s+or\s+before|not\s+after|nor\s+(?:after|later\s+than)|within(?:\s+the)?)"
    r"(?:\s+the\s+end\s+of)?\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:,\s*)?(?<!\bor\s)(?<!\bnot\s)(?<!\bnor\s)\b(?:only\s+)?after\s+$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:,\s*)?(?<!\bor\s)\b{_SOON}(?:and\s+)?(?:at\s+(?:some|any)\s+time\s+)?(?:before|prior\s+to|ahead\s+of|in\s+advance\s+of)\s+$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:,\s*)?\b(?:and\s+)?(?:(?:lasting|running|ending)\s+)?(?:until|till|through|up\s+(?:to|until|till)|ending\s+(?:on|at|with))"
    r"(?:\s+(?:the\s+end\s+of|and\s+including))?\s+$",
    re.I,
)
_TO = re.compile(
    r"\s*,?\s(?:and\s+(?:ending\s+(?:on|at|with|by|not\s+later\s+than|no\s+later\s+than)\s+)?|to|until|till|up\s+to|through|and|[–-])\s*$"
)
_ON = re.compile(r"(?:,\s*)?\b(?:on|at|upon|during|in\s+the\s+course\s+of)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:,\s*)?\bbetween\s+$", re.IGNORECASE)
_LEADS = {
    "within": re.compile(
        rf"(?:,\s*)?\b{_SOON}"
        r"(?:(?:no|not)\s+later\s+than\s+within|within|in(?=\s+an?\s+(?:maximum\s+)?(?:period|term|time)\s+of\s)|inside|in\s+the\s+(?:course|space)\s+of|over|no\s+later\s+than|not\s+later\s+than|"
        r"(?:with)?in\s+(?:at\s+most|no\s+more\s+than|not\s+more\s+than|a\s+maximum\s+of)|"
        r"(?<!for\s)(?:not|no)\s+more\s+than|at\s+(?:the\s+)?latest|"
        r"in\s+less\s+than|in\s+under)\s+(?:(?:the\s+(?:first\s+|next\s+|following\s+)?|a\s+further\s+|another\s+)|"
        r"an?\s+(?:maximum\s+)?(?:period|term|time|delay)\s+(?:of(?:\s+(?:at\s+most|not\s+more\s+than|no\s+more\s+than))?|"
        r"(?:not|no)\s+(?:exceeding|longer\s+than|more\s+than))\s+)?$",
        re.IGNORECASE,
    ),
    "lasts": re.compile(
        r"(?:,\s*)?\b(?:for|lasting|during)\s+(?:a\s+(?:further\s+)?period\s+of\s+|another\s+|a\s+further\s+|"
        r"(?:an?\s+)?(?:period|term|total|minimum|maximum)\s+of\s+|(?:not|no)\s+(?:less|more|longer|fewer|shorter)\s+than\s+|"
        r"at\s+least\s+|up\s+to\s+|at\s+most\s+|the\s+(?:first|next)\s+)*$",
        re.I,
    ),
    "notice": re.compile(
        r"(?:,\s*)?\b(?:on|at|upon|with|after|by\s+giving|after\s+giving|subject\s+to)\s+(?:at\s+least\s+|(?:not|no)\s+(?:less|more|fewer)\s+than\s+|a\s+)?$",
        re.I,
    ),
    "before": re.compile(
        r"(?:,\s*)?(?<!\w)(?:(?:at\s+least|(?:not|no)\s+(?:less|fewer|later)\s+than|at\s+(?:the\s+)?latest)\s+)?$",
        re.I,
    ),
}
_EVENT_END = (
    r"(?=\s*(?:,(?!\d{3}(?!\d))|[;.:\0\x01]|$|\b(?:whether|from|until|within|unless|except|if|provided|while|when|to\s+the|"
    rf"{BESIDE}|"
    r"and\s+(?:shall|may|must|in|at|by))\b|(?<!of)(?<!by)(?<!in)(?<!for)(?<!with)(?<!to)(?<!on)(?<!such)\s+an?\s|"
    r"(?:(?<=\ssignature)|(?<=\ssigning)|(?<=\sratification)|(?<=\snotification)|(?<=\srequest)|(?<=\sarrival)|(?<=\scapture)|(?<=\sdeparture)|(?<=\sforce))"
    r"\s+(?:the|its|their|all|any|each|every|both|[a-z]+s)\s))"
)
_OF_EVENT = re.compile(
    rf"\s+(?:(?:that|which)\s+(?=follow)|coming\s+(?=after))?(?P<join>of|after|from|follow(?:ing|s)?)\s+"
    rf"(?P<event>(?!the\s+Parties\b)\S.*?){_EVENT_END}",
    re.IGNORECASE,
)
_BEFORE_EVENT = re.compile(
    rf"['’]?(?:\s+notice)?\s+(?P<join>before|prior\s+to|in\s+advance\s+of|ahead\s+of)\s+(?P<event>\S.*?){_EVENT_END}",
    re.I,
)
_FOR = re.compile(
    r"(?:,\s*)?\bfor\s+(?:(?:a|the)\s+(?:(?:further|full|whole)\s+)?period\s+of\s+|at\s+least\s+|another\s+)?$", re.I
)
"""Before a length that something goes on from an event: "for a period of six months after the elections"."""
_AN_HOUR = re.compile(r"(?:the\s+)?[A-Z]-(?:hour|day)", re.IGNORECASE)
_SO_MANY_OF = (
    r"(?:\s+(?:with|involving|of|by|comprising)\s+(?:(?:more\s+than|over|at\s+least|in\s+excess\s+of|no\s+fewer\s+than)\s+)?"
    rf"{PATTERN}(?:\s+or\s+more)?(?:\s+[\w’'\-]+){{1,3}})?"
)
_AN_EVENT = re.compile(
    r"(?:the|an?|its|their|his|her|any|each|every|such|this|that)\s+(?:[\w’'\-]+\s+){0,3}?[\w’'\-]+(?:\s+of\s+(?:(?:the|an?|its|their|any|"
    rf"each|every|all|such|both)\s+)?[\w’'\-]+(?:\s+[\w’'\-]+){{0,2}})?{_SO_MANY_OF}|"
    r"(?:being|having\s+been)\s+[a-z]+(?:ed|en|n|d|t)(?:\s+[a-z]+){0,3}|"
    r"[a-z]+ing\s+(?:the|an?|its|their|such(?:\s+an?)?|any)\s+[\w\-]+(?:\s+[\w\-]+){0,2}",
    re.IGNORECASE,
)
"""What sets a limit running behind "within ten days of", whatever its noun: "the close of each inspection"."""
_BARE_EVENT = re.compile(r"[a-z\-]+(?:ing|al|ure|tion|sion|off|ment|entry|exit)", re.IGNORECASE)
"""What happens, told by a noun alone: "a day before departure"."""
_ANY_CLAUSE = re.compile(
    r"(?:it|them|this|that|he|she|they)\b|(?:an?|any|each|every|the|its|their)\s+(?:[\w\-]+\s+){1,4}?(?:[a-z]+s|is|are|[a-z]+ed)\b",
    re.IGNORECASE,
)
"""What happens, told by a verb: "before any convoy sails"."""
_AT_THE_LATEST = re.compile(r"\s*,?\s*at\s+(?:the\s+)?(?:very\s+)?(?:latest|outside)\b", re.IGNORECASE)
_NOTICE = re.compile(
    r"['’]?s?['’]?\s+(?:(?:prior|advance|written|clear|previous)\s+)*(?:notice|warning)(?!\s+of\b)", re.IGNORECASE
)
_AT_MOST = re.compile(
    r"\s*,?\s*(?:at\s+(?:the\s+)?(?:very\s+)?(?:latest|outside)|at\s+(?:the\s+)?most|or\s+less|or\s+sooner|thereof|"
    r"(?:and\s+)?renewable(?:\s+(?:once|twice))?)(?!\w)",
    re.IGNORECASE,
)
"""Behind a length of time: "within two weeks at most", "for six months renewable once"."""
_AT_THE_EARLIEST = re.compile(r"\s*,?\s*at\s+the\s+earliest\b", re.IGNORECASE)
_ONWARDS = re.compile(r"\s+(?:onwards?|forth|forward|on(?=\s*(?:[,;.]|$)))", re.IGNORECASE)
_INCLUSIVE = re.compile(
    r"\s*,?\s*\(?(?:both\s+(?:days|dates)\s+)?(?:inclusive(?:ly)?|included)\)?(?!\w)", re.IGNORECASE
)
_ONE_DAY = re.compile(r"the\s", re.IGNORECASE)
"""A day of its own: "the day after the exchange", where "a day after the exchange" is a limit."""
_RANGE = re.compile(r"(?:,\s*)?\b(?:from|between)\s+$", re.IGNORECASE)
_OVER = re.compile(r"\s+(?:to|until|till|and)\s+")
_ON_DAY = re.compile(r"\s*,?\s*(?:on\s+)?")


def windows(text: str, is_event: Callable[[str], bool], dated: Dated) -> list[FoundWindow]:
    """The parts of the time rule in ``text``: each a window with one or two of its fields set.

    ``is_event`` says whether words name something that happens; what neither dates nor names an
    event ("from the depot") is no time. ``dated`` are the terms of the text that name a point in time.
    """
    known = points(text, dated, is_event)
    periods = list(dated.periods.windows(text))
    found = [*periods, *_bounded(text, known), *_hours_of_one_day(text, known), *_spans(text, known)]
    found.extend(_between_lengths(text, dated, is_event))
    found.extend(_lengths(text, known, is_event))
    found.extend(_event_bounds(text, is_event))
    found.extend(recurring(text))
    found = found or lone_hours(text)
    taken, named = {(each.start, each.end) for each in found}, {(each.start, each.end) for each in periods}
    found.extend(
        FoundWindow(start, end, window, None, joined)
        for start, end, window, joined in stretches(text)
        if not any(first < end and start < last and not start <= first < last <= end for first, last in taken)
        and not any(first < end and start < last for first, last in named)
    )
    return _apart(found)


_SPAN = re.compile(
    r"(?:,\s*)?\b(?:for|during|in|over|throughout|within)\s+(?:the\s+(?:(?:first|next)\s+)?|(?<=for\s)(?:a\s+period\s+of\s+)?)"
    r"(?:(?P<one>day|week|month|year)|(?P<length>[\w\-]+\s+"
    r"(?:hours|days|weeks|months|years)))\s+(?P<join>after|following|from|of|before|preceding)\s+$",
    re.IGNORECASE,
)


def _spans(text: str, known: list[FoundInstant]) -> list[FoundWindow]:
    """ "During the week after the Effective Time": a length of time that begins or ends with a point."""
    found = []
    for point in known:
        lead = _SPAN.search(text, 0, point.start)
        lengths = durations(f"one {lead['one']}" if lead["one"] else lead["length"]) if lead else []
        if not lead or not lengths:
            continue
        if lead["join"].lower() in ("before", "preceding"):
            window = Window(end=moved(point.instant, -1), lasts=lengths[0][2])
        else:
            window = Window(start=point.instant, lasts=lengths[0][2])
        found.append(FoundWindow(lead.start(), point.end, window))
    return found


def after_time(text: str, start: int, dated: Dated) -> int | None:
    """Where the time that begins at ``start`` ends, and words follow: "From the 15th day of May [neither of them]"."""
    found = windows(text, lambda _: False, dated)
    end = next((each.end for each in found if each.start <= start < each.end), None)
    while end is not None:
        more = next(
            (
                each.end
                for each in found
                if each.start <= end + 2 and end < each.end and not text[end : each.start].strip(" ,")
            ),
            None,
        )
        if more is None:
            break
        end = more
    return end if end is not None and text[end : end + 1] == " " else None


def _bounded(text: str, known: list[FoundInstant]) -> list[FoundWindow]:
    """What "from", "by", "until", "on" and their like make of the points behind them."""
    found: list[FoundWindow] = []
    used = 0
    for index, point in enumerate(known):
        if point.start < used:
            continue
        before = text[: point.start]
        following = known[index + 1] if index + 1 < len(known) else None
        second = following if following and _TO.fullmatch(text, point.end, following.start) else None
        lead = _BETWEEN.search(before) or (_FROM.search(before) if second else None)
        if lead and second:
            end = _behind(_INCLUSIVE, text, second.end)
            found.append(FoundWindow(lead.start(), end, Window(start=point.instant, end=second.instant)))
            used = second.end
            continue
        bounded = _led(text, point)
        if bounded:
            found.append(bounded)
        if bounded and following and second and bounded.window.start == bounded.window.end:
            found += _day_behind(bounded, point, following)
            used = following.end
    return found


def _day_behind(one: FoundWindow, day: FoundInstant, other: FoundInstant) -> list[FoundWindow]:
    """The second of two days: "on D+2 and D+3" is one stretch with the first, "on D+2 and D+8" are two times."""
    both = Window(start=day.instant, end=other.instant)
    if moved(day.instant, 1) == other.instant:
        return [FoundWindow(one.start, other.end, both)]
    return [FoundWindow(other.start, other.end, both.replace(start=other.instant))]


_BOUNDS: tuple[tuple[re.Pattern[str], Callable[[Instant], Window]], ...] = (
    (_FROM, lambda at: Window(start=at)),
    (_AFTER, lambda at: Window(start=moved(at, 1))),
    (_BEFORE, lambda at: Window(end=moved(at, -1))),
    (_BY, lambda at: Window(end=at)),
    (_UNTIL, lambda at: Window(end=at)),
    (_ON, lambda at: Window(start=at, end=at)),
)


def _led(text: str, point: FoundInstant) -> FoundWindow | None:
    before, at = text[: point.start], point.instant
    latest, earliest = _AT_THE_LATEST.match(text, point.end), _AT_THE_EARLIEST.match(text, point.end)
    for pattern, bounded in _BOUNDS:
        lead = pattern.search(before)
        if not lead:
            continue
        if latest:
            return FoundWindow(lead.start(), latest.end(), Window(end=at))
        if earliest:
            return FoundWindow(lead.start(), earliest.end(), Window(start=at))
        window = bounded(at)
        end = _behind(_ONWARDS, text, point.end) if window.end is None else _behind(_INCLUSIVE, text, point.end)
        return FoundWindow(lead.start(), end, window)
    if latest:
        return FoundWindow(point.start, latest.end(), Window(end=at))
    if point.bare:
        limit = (at.moment or at.day or at.offset) and not _ONE_DAY.match(text, point.start)
        return FoundWindow(point.start, point.end, Window(end=at) if limit else Window(start=at, end=at))
    return None


def _behind(pattern: re.Pattern[str], text: str, end: int) -> int:
    match = pattern.match(text, end)
    return match.end() if match else end


def _hours_of_one_day(text: str, known: list[FoundInstant]) -> list[FoundWindow]:
    """ "From 06:00 to 18:00 UTC on D+3": the day's hours from and to which something holds once."""
    found = []
    hours = clocks(text)
    for one, other in pairwise(hours):
        lead = _RANGE.search(text, 0, one.start)
        if not lead or not _OVER.fullmatch(text, one.end, other.start):
            continue
        first = one.time if one.time.tzinfo else one.time.replace(tzinfo=other.time.tzinfo)
        for point in known:
            if point.start <= other.end or not _ON_DAY.fullmatch(text, other.end, point.start):
                continue
            begins = with_clock(point.instant, replace(one, time=first, next_day=False))
            ends = with_clock(point.instant, other)
            if begins and ends:
                found.append(FoundWindow(lead.start(), point.end, Window(start=begins, end=ends)))
    return found


def _lengths(text: str, known: list[FoundInstant], is_event: Callable[[str], bool]) -> list[FoundWindow]:
    """Lengths of time that no point is told with, as "14 days after D-day" is."""
    return [
        each
        for start, end, length in durations(text)
        if not any(point.start <= start and end <= point.end for point in known)
        for each in (_beside_event(text, start, end, length, is_event) or _length(text, start, end, length))
    ]


def _beside_event(
    text: str, start: int, end: int, length: Duration, is_event: Callable[[str], bool]
) -> list[FoundWindow]:
    """ "Three days before any convoy sails", "within a day of its arrival", "for a year after the elections"."""
    before = text[:start]
    prior, lead = _BEFORE_EVENT.match(text, end), _LEADS["before"].search(before)
    if prior and lead and _can_happen(prior["event"], is_event):
        return [FoundWindow(lead.start(), prior.end(), Window(within=length), prior.span("event"), "before")]
    event, within, lasts = _OF_EVENT.match(text, end), _LEADS["within"].search(before), _FOR.search(before)
    behind = event is not None and event["join"].lower() != "of" and (within or event["join"].lower() != "from")
    if not event or not (within or behind or lasts):
        return []
    words = event["event"]
    if within is None and lasts is None and EVERY_LENGTH.search(before):
        return []  # "every ten days after notifying it"
    point = next(iter(instants(words)), None)
    happens = is_event(words) or _AN_HOUR.fullmatch(words) or ((within or lasts) and _AN_EVENT.fullmatch(words))
    if (point and point.start <= 2) or not (happens or (behind and _ANY_CLAUSE.match(words))):
        return []
    begins = Instant(event=plain(words))
    earliest = _FROM.search(before)
    if lasts and event["join"].lower() != "of":
        return [FoundWindow(lasts.start(), event.end(), Window(start=begins, lasts=length))]
    if earliest:
        return [FoundWindow(earliest.start(), event.end(), Window(start=begins.replace(offset=length)))]
    begin = within.start() if within else _lead_of_after(before)
    return [FoundWindow(begin, event.end(), Window(within=length), event.span("event"), "after")]


def _length(text: str, start: int, end: int, length: Duration) -> list[FoundWindow]:
    """ "Within ten days", "for a month", "on 30 days' notice"."""
    before = text[:start]
    within, lasts = _LEADS["within"].search(before), _LEADS["lasts"].search(before)
    notice, lead = _NOTICE.match(text, end), _LEADS["notice"].search(before)
    if notice:
        lead = lead or _LEADS["before"].search(before)
        joined = "" if lead and "more" in lead.group() else "before"  # "at no more than 72 hours' notice"
        return [FoundWindow(lead.start() if lead else start, notice.end(), Window(within=length), None, joined)]
    end = _behind(_AT_MOST, text, end)
    if within:
        return [FoundWindow(within.start(), end, Window(within=length))]
    return [FoundWindow(lasts.start(), end, Window(lasts=length))] if lasts else []


_BOTH = re.compile(
    rf"(?:,\s*)?\b(?:between|{_NOT_BEFORE})\s+(?P<first>{PATTERN}(?:\s+(?P<unit>hours?|days?|weeks?|months?))?)\s*,?\s*(?:and|but|nor)\s+"
    r"(?:(?:no|not)\s+)?(?:(?:later|more)\s+than\s+)?$",
    re.IGNORECASE,
)
_EVENT = re.compile(rf"(?P<event>\S.*?){_EVENT_END}", re.IGNORECASE)
_SINCE_WHAT = re.compile(r"\s+(?P<join>after|following|from|of)\s+(?=\S)", re.IGNORECASE)


def _between_lengths(text: str, dated: Dated, is_event: Callable[[str], bool]) -> list[FoundWindow]:
    """ "No sooner than 36 hours and no later than 48 hours after signature": both are counted from the same."""
    found = []
    for start, end, length in durations(text):
        both, since = _BOTH.search(text, 0, start), _SINCE_WHAT.match(text, end)
        if not both or not since:
            continue
        first = durations(both["first"] + ("" if both["unit"] else f" {text[start:end].split()[-1]}"))
        if not first:
            continue
        point = next((each for each in points(text[since.end() :], dated, is_event) if each.start == 0), None)
        event = _EVENT.match(text, since.end())
        base = point.instant if point else None
        if base is None and event and (is_event(event["event"]) or _AN_HOUR.fullmatch(event["event"])):
            base = Instant(event=plain(event["event"]))
        begins, ends = (later(base, each) if base else None for each in (first[0][2], length))
        stop = since.end() + point.end if point else event.end() if event else end
        if begins and ends:
            found.append(FoundWindow(both.start(), stop, Window(start=begins, end=ends)))
    return found


def _can_happen(words: str, is_event: Callable[[str], bool]) -> bool:
    """Whether "three hours before" these words is before something that happens."""
    told = _AN_EVENT.fullmatch(words) or _BARE_EVENT.fullmatch(words) or _ANY_CLAUSE.match(words)
    return told is not None or is_event(words)


def _lead_of_after(before: str) -> int:
    """Where "[by] [the end of] 30 days after ..." begins."""
    lead = re.search(
        r"(?:,\s*)?\b(?:by|not later than|no later than|at the latest|until|till)\s+$", before, re.IGNORECASE
    )
    return lead.start() if lead else len(before)


_EVENT_BOUND = re.compile(
    rf"(?:,\s*)?\b(?P<join>from|as\s+of|as\s+from|with\s+effect\s+from|starting\s+from|starting\s+on|until|till|"
    rf"for\s+the\s+duration\s+of|by|before|prior\s+to|ahead\s+of|in\s+advance\s+of)\s+"
    rf"(?P<event>(?:the\s+(?:date\s+of\s+(?:the\s+)?|moment\s+of\s+(?:the\s+)?|day\s+of\s+(?:the\s+)?|"
    rf"end\s+of\s+(?:the\s+)?)?|its\s+|their\s+)?\S.*?){_EVENT_END}",
    re.IGNORECASE,
)
_EVENT_HEAD = re.compile(
    r"(?:the\s+|its\s+|their\s+|a\s+|an\s+|any\s+|that\s+|this\s+)?(?:(?:date|moment|day|end|completion|start|"
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
    """One window from its parts; ``None`` where two of them say different things.

    Hours within a stretch that only its name tells ("during the harvest from dawn to noon") leave the stretch.
    """
    fields: dict[str, object] = {}
    named = [part for part in parts if part.start and (part.start.event or "").startswith("start of ") and part.end]
    if len(named) == 1 and len(parts) == 2:
        other = parts[1 - parts.index(named[0])]
        parts = [named[0], other.replace(start=None, end=None) if _by_light(other) else other]
    for part in parts:
        for name in Window.model_fields:
            value = getattr(part, name)
            if value is None:
                continue
            if name in fields and fields[name] != value:
                return None
            fields[name] = value
    return Window.model_validate(fields)


def _by_light(window: Window) -> bool:
    return bool(window.start and window.end) and not any(
        at and (at.moment or at.day or at.offset or (at.event or "").startswith("start of "))
        for at in (window.start, window.end)
    )


def ban_from(window: Window) -> Window:
    """The window of a ban that begins with a stop: "cease at noon", "cease by D+3" (which is over with D+3)."""
    if window.start and window.start == window.end:
        return window.replace(end=None)
    if window.end and not window.start:
        return window.replace(start=moved(window.end, 1), end=None)
    return window
