"""Says back in plain words what was understood of a clause, from its values and not from the sentence."""

from __future__ import annotations

import datetime as dt
from functools import partial

from parley.model import Duration, Instant, Modality, Relation, Where, Window
from parley.text import patterns as re
from parley.text.listing import listed

from .clause import Clause
from .names import NO, Names
from .ordinals import MONTH
from .stretches import HOURS_OF_LIGHT
from .view import View

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


_NEITHER_NOR = re.compile(r"^neither\s+(.*?)\s+nor\b", re.IGNORECASE)
_PROPER = re.compile(r"(?!The\b|Each\b|All\b|Both\b|Any\b|Every\b)[A-Z][\w\-]*\s+(?:of\s+)?[A-Z]")


def say(clause: Clause, view: View, names: Names) -> str:
    """ "Each of Kestria and Orlavia must not place Heavy Weapons within 15 km of the Line, from D+14." """
    deeds = listed([words for _, words in clause.deeds], "or" if clause.either else "and")
    modal = (clause.modality or Modality.MUST).value
    thing = clause.object.text if clause.object else ""
    if clause.phrase:
        deeds = clause.phrase
    elif thing and clause.deeds[0][1] == "grant access":
        thing = f"to {thing}"
    if clause.named:
        thing = f"{clause.named} {thing}".strip()
    of = _TOLD_OF.search(deeds) is not None
    told = clause.passive and (not thing or of) and clause.counterpart is not None
    if told:
        deeds = f"{deeds} {thing}" if of else deeds
        thing = _words(clause, view, "counterpart")
    if clause.named == "anybody":
        words = ["nobody may be", clause.manner, deeds]
    elif clause.passive:
        thing = f"only {thing}" if clause.only else thing
        words = [thing or "this", modal, clause.manner, deeds] if clause.itself else []
        words = words or [thing or "this", modal, "be", clause.manner, deeds]
        if clause.bearer:
            words += ["by", _bearers(clause, view, names)]
    elif clause.bearer:
        who = f"only {_bearers(clause, view, names)}" if clause.only else _bearers(clause, view, names)
        words = [who, modal, clause.manner, deeds, thing, clause.aim]
    elif clause.modality is Modality.MUST:
        words = ["somebody who is not named must", clause.manner, deeds, thing, clause.aim]
    else:
        words = ["nobody" if modal == "must not" else "anybody", "may", deeds, thing]
    if clause.counterpart and not told and not clause.addressed:
        words.append(_towards(clause, view))
    if clause.place and clause.said.get("place") != clause.said.get("object"):
        words.append(_place(clause, view))
    words += [f", {each}" if _APART.match(each) and f", {each}" in view.text else each for each in clause.rest]
    if clause.through:
        words.append(f"through {clause.through}")
    said = " ".join(word for word in words if word).replace(" , ", ", ")
    for extra in (
        _time(clause, view),
        _trigger(clause, view),
        clause.exception or "",
        _words(clause, view, "verifier"),
    ):
        if extra:
            said += f", {extra}"
    return said[0].upper() + said[1:] + "."


def _bearers(clause: Clause, view: View, names: Names) -> str:
    words = _words(clause, view, "bearer")
    if len(clause.bearer or ()) == 1 and not clause.collective and clause.bearer and not names.knows(clause.bearer[0]):
        plain = NO.sub("any ", _NEITHER_NOR.sub(r"\1 or", " ".join(words.split())))
        plain = re.sub(r"^(?:nobody|any one)\b", "anybody", plain, flags=re.IGNORECASE)
        if plain and not re.fullmatch(r"it|they", plain, re.IGNORECASE):
            return plain if plain[:2].isupper() or _PROPER.match(plain) else plain[0].lower() + plain[1:]
    one_of = _ONE_OF.fullmatch(words) if clause.trigger and clause.bearer == names.party_ids else None
    if one_of:
        said = listed([names.said(each) for each in names.party_ids], "or")
        return f"{'the other' if one_of['other'] else 'that'} Party ({said})"
    return bearers_said(clause.bearer or (), clause.collective, names)


_ONE_OF = re.compile(r"it|(?:that|such|(?P<other>the\s+other))\s+(?:party|side)", re.IGNORECASE)
"""What means one of the parties by what has happened."""


def bearers_said(bearers: tuple[str, ...], collective: bool, names: Names) -> str:
    """Who they are; ``collective`` says that the text called them "the Parties" or the like."""
    said = [names.said(each) for each in bearers]
    if not collective or len(said) == 1:
        return listed(said) if bearers != ("the Parties",) else "each of the Parties"
    return f"each of {listed(said)}" if len(said) <= 4 else f"each of the {len(said)} Parties"


def _words(clause: Clause, view: View, slot: str) -> str:
    parts = clause.said.get(slot, [])
    return " … ".join(view.text[start:end].strip(" ,;.") for start, end in parts)


_TOLD_OF = re.compile(r"\s(?:of|about)\Z")
"""Of whom somebody is told it: "the Commission must be informed of every flight"."""
_FROM_MIDNIGHT = re.compile(r"(?:between|from)\s+(?:midnight|00:00)\s+(?:and|to|until)\b", re.IGNORECASE)
"""Hours that begin a day, where others end by an hour."""
_UNTIL = re.compile(r"(?:until|till|through|up\s+(?:to|until))\b", re.IGNORECASE)


def _time(clause: Clause, view: View) -> str:
    if not clause.window:
        return ""
    if clause.window.hours and _FROM_MIDNIGHT.match(_words(clause, view, "window")):
        return _words(clause, view, "window")
    if clause.window.times and (clause.modality is Modality.MUST_NOT or clause.window.times > 2):
        words = _words(clause, view, "window")  # "on Fridays and Sundays" bans nothing twice
        if clause.modality is Modality.MUST_NOT or _NAMED_DAYS.search(words):
            return words
    if clause.window.times and clause.window.every and _SEVERAL_HOURS.search(_words(clause, view, "window")):
        return _words(clause, view, "window")
    before = _BEFORE_IT.match(_words(clause, view, "window"))
    if before:
        return f"before {before['event']}"
    until = clause.modality is Modality.MUST_NOT or _UNTIL.match(_words(clause, view, "window")) is not None
    said = say_window(clause.window, until=until)
    if clause.ahead and clause.window.within:
        length = say_duration(clause.window.within)
        return said.replace(f"within {length}", f"at least {length} in advance")
    if clause.trigger and clause.window.within and _in_window(clause):
        event = _words(clause, view, "trigger")
        length = say_duration(clause.window.within)
        if clause.trigger.kind == "before":
            return said.replace(f"within {length}", f"at least {length} before {event}")
        after = "after" if _DOES.search(event) else "of"
        return said.replace(f"within {length}", f"within {length} {after} {event}")
    return said


def _towards(clause: Clause, view: View) -> str:
    words = _words(clause, view, "counterpart")
    if re.match(r"(?:to|with|towards?|against)\b", words):
        return words
    return words if clause.deeds[0][1].endswith(" to") or not clause.said.get("object") else f"to {words}"


def _place(clause: Clause, view: View) -> str:
    """From the value where it has a name of its own, else ("any road") as it stands."""
    assert clause.place is not None
    named = all(name[:1].isupper() or name.startswith("territory") for name in clause.place.of)
    words = _words(clause, view, "place")
    if _IN_FRONT.match(words):
        words = words[0].lower() + words[1:]
    if not named:
        return words
    said = say_place(clause.place)
    for name in clause.place.of:  # "in Velm" has no article
        if any(_follows(name, led) for led in _LEADS_TO_PLACE.finditer(words)):
            said = _THE.sub(partial(_article_but_before, name), said)
    if clause.place.relation is Relation.OUTSIDE and not words.startswith("out"):
        return words  # "from the Zone", "[leave] the Zone"
    if clause.place.relation in (Relation.BEHIND, Relation.NEAR) or re.match(r"(?:from|to)\b", words):
        return words
    led = re.match(r"(?:over|through|into|at(?!\s+and|\s+or))\b", words)
    return f"{led.group()}{said[2:]}" if clause.place.relation is Relation.IN and led else said


_LEADS_TO_PLACE = re.compile(r"\b(?:in|at|of|to|from|near|outside|around|into|across|over|above)\s+")
_THE = re.compile(r"\bthe\s+")


def _follows(name: str, found: re.Match[str]) -> bool:
    """Whether a name stands behind what was found; texts have many names, and a pattern for each takes its time."""
    rest = found.string[found.end() :]
    return rest.startswith(name) and not re.match(r"\w", rest[len(name) :])


def _article_but_before(name: str, the: re.Match[str]) -> str:
    return "" if _follows(name, the) else the[0]


def _trigger(clause: Clause, view: View) -> str:
    if not clause.trigger or _in_window(clause) or clause.said.get("trigger") == clause.said.get("object"):
        return ""
    words = _words(clause, view, "trigger").lstrip("(")
    if clause.trigger.kind == "if" and words.startswith("whose "):
        return f"if its {words.removeprefix('whose ')}"
    if clause.trigger.kind == "if" and re.match(r"[a-z]+ing\s", words):
        return f"when {words}"
    if clause.trigger.kind == "if" and not words.lower().startswith(("if", "only if", "in ", "should ")):
        return f"if it {words}"  # "a Party that finds a mine"
    return words[:1].lower() + words[1:]


def _in_window(clause: Clause) -> bool:
    return any(
        first <= start and end <= last
        for start, end in clause.said.get("trigger", [])
        for first, last in clause.said.get("window", [])
    )


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
            said.append(f"{'until' if until or window.start or window.every else 'by'} {say_instant(window.end)}")
    if window.within:
        said.append(f"within {say_duration(window.within)}")
    if window.lasts:
        said.append(f"for {say_duration(window.lasts)}")
    return " ".join(said)


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


_IN_FRONT = re.compile(
    r"(?:In|At|On|Within|East|West|North|South|Behind|Beyond|Off|Across|Along|Near|To|Over|Through|Outside|Inside|Around)\b"
)
_DOES = re.compile(r"\b(?:has|have|had|is|are|was|were)\b")
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


_BEFORE_IT = re.compile(
    r"before\s+(?P<event>(?:(?:it|they)\s[a-z]|[a-z]+ing\s(?:the|an?|its|their|any)\s|[^,;]*\s(?:is|are|has|have|begins?|starts?|ends?|opens?|closes?)\b)[^…]*)\Z",
    re.IGNORECASE,
)
"""A limit that is told by what happens then, in a clause of its own."""
_APART = re.compile(r"(?:the|an?|all|each|every|both|its|their)\s")
"""Further words that name somebody or something stand behind their comma: ", the wounded first"."""
_SEVERAL_HOURS = re.compile(
    r"(?:[:.]\d{2}|noon|midnight|o['’]clock)[^,;]{0,20}(?:,|\band)\s+(?:at\s+)?(?:\d|noon|midnight|[a-z]+\s+o['’]clock)"
)
"""Hours of a day at each of which something is done: "at 08:00 and 20:00"."""
_NAMED_DAYS = re.compile(r"\b(?:week|working\s+|rest\s+)days?\b", re.IGNORECASE)
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
