"""Says back in plain words what was understood of a clause, from its values and not from the sentence."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

from parley.model import Modality, Relation
from parley.text import patterns as re
from parley.text.listing import listed

from .bounding import IN_ANY_EVENT
from .clause import Clause, Part
from .names import Names
from .said_order import Told, behind, place_of
from .said_values import say_duration, say_place, say_window
from .said_who import bearers_of, none_of, words_of
from .view import View


def say(clause: Clause, view: View, names: Names) -> str:
    """ "Each of Kestria and Orlavia must not place Heavy Weapons within 15 km of the Line, from D+14." """
    modal = (clause.modality or Modality.MUST).value
    deeds = _deeds(clause)
    thing = _lowered(clause.object.text) if clause.object else ""
    if clause.phrase:
        deeds = clause.phrase
    elif thing and clause.deeds[0][1] == "grant access":
        thing = f"to {thing}"
    if clause.named:
        thing = _NAMED_OF.sub(r"the \1", _GERUND_OF.sub(r"\1 of ", f"{clause.named} {thing}".strip()))
    of = _TOLD_OF.search(deeds) is not None
    told = clause.passive and (not thing or of) and clause.counterpart is not None
    if told:
        deeds = f"{deeds} {thing}" if of else deeds
        thing = words_of(clause, view, "counterpart")
    behind_it = _behind(clause, view, told)
    if clause.named == "anybody":
        words = ["nobody may be", clause.manner]
    elif clause.passive:
        none = none_of(clause, view, "object") if modal == "must not" and not told and not clause.named else ""
        thing, modal = (none, "may") if none else (f"only {thing}" if clause.only else thing, modal)
        words = [thing or "this", modal, *([] if clause.itself else ["be"]), clause.manner]
        if clause.bearer:
            behind_it.insert(0, _told(f"by {bearers_of(clause, view, names)}", clause, view, "bearer"))
    elif clause.bearer:
        known = any(map(names.knows, clause.bearer)) or clause.collective
        none = none_of(clause, view, "bearer") if modal == "must not" and not known else ""
        who = none or bearers_of(clause, view, names)
        words = [f"only {who}" if clause.only else who, "may" if none else modal, clause.manner]
    elif clause.modality is Modality.MUST:
        words = ["somebody who is not named must", clause.manner]
    else:
        words = ["nobody" if modal == "must not" else "anybody", "may"]
    if not clause.passive and clause.named != "anybody" and thing:
        thing, deeds = _between(deeds, thing, clause, view)
        aim = clause.aim if clause.bearer or clause.modality is Modality.MUST else ""
        behind_it.insert(0, replace(_told(f"{thing} {aim}".strip(), clause, view, "object"), first=True))
    if clause.through:
        deeds, words[1] = _ensured(deeds, clause, view), "must"
    words.append(behind(deeds, behind_it, view.text, _act_at(clause)))
    said = _NOUN_OF.sub(r"\1the \2", " ".join(word for word in words if word).replace(" , ", ", "))
    for extra in (
        _time(clause, view),
        _trigger(clause, view),
        clause.exception or "",
        words_of(clause, view, "verifier"),
    ):
        if extra:
            said += f", {extra}"
    said = " ".join(_closed(said).split())
    return said[0].upper() + said[1:] + "."


_OPENS_LIST = re.compile(r"in particular|namely|as follows|including|the following|to wit", re.IGNORECASE)
"""What says nothing without the list behind it."""


def _closed(said: str) -> str:
    """The words without a bracket whose other half was said elsewhere; "Article 2(5" is closed instead."""
    open_at: list[int] = []
    loose: set[int] = set()
    for index, letter in enumerate(said):
        if letter == "(":
            open_at.append(index)
        elif letter == ")":
            loose.update([] if open_at else [index])
            open_at = open_at[:-1]
    for index in reversed(open_at):
        number = re.compile(r"(?<=\w)\(\w+").match(said, index)
        if number:
            said = f"{said[: number.end()]}){said[number.end() :]}"
            loose = {each + (each >= number.end()) for each in loose}
        else:
            loose.add(index)
    return "".join(letter for index, letter in enumerate(said) if index not in loose)


def _deeds(clause: Clause) -> str:
    """ "carry out ambushes or raids": of several that are barred each is, and a verb that is the same is said once."""
    words = [*dict.fromkeys(words for _, words in clause.deeds)]
    later = [each.removeprefix("carry out ") if words[0].startswith("carry out ") else each for each in words[1:]]
    return listed([*words[:1], *later], "or" if clause.either or clause.modality is Modality.MUST_NOT else "and")


_NOUN_OF = re.compile(
    r"\b(carry out )(?!(?:the|an?|any|all|its|their|each|every|no|such|other|more|less|new|further|use of force)\b)"
    r"((?:(?:(?!of\b|on\b|against\b|for\b|in\b)[\w-]+,? )*)[\w-]*(?:[^\Ws]|ss) of\b)"
)
"""A deed that is named, and of what: "carry out [the] laying of mines"."""
_GERUND_OF = re.compile(r"\A([A-Za-z][a-z]+ing(?: up| out| down)?) (?=(?:the|an?|all|its|their)\s)")
_NAMED_OF = re.compile(
    r"\A(?!(?:The|An?|Any|All|Each|Every)\b)"
    r"((?:[\w-]+ (?!of\b)(?:and |or )?){0,2}[\w-]*(?:[^\Ws]|ss)(?: up| out| down)? of\b)",
    re.IGNORECASE,
)


def _ensured(deeds: str, clause: Clause, view: View) -> str:
    """ "ensure that its forces do not cross": whose doing it must bring about, or not let happen."""
    denied = [view.text[slice(*part)] for part in clause.said.get("modality", ())]
    aux = next(filter(None, (_DO_NOT.search(words) for words in denied)), None)
    if clause.modality is Modality.MUST_NOT:
        return f"ensure that {clause.through} {aux.group()} {deeds}" if aux else f"not let {clause.through} {deeds}"
    at = _act_at(clause)
    own = view.text[slice(*at)] if at and len(clause.deeds) == 1 else deeds  # "leaves", where "leave" is the verb
    return f"ensure that {clause.through} {own if own.split()[:1] != deeds.split()[:1] else deeds}"


_DO_NOT = re.compile(r"\bdo(?:es)?\s+not\b")


def _act_at(clause: Clause) -> Part | None:
    parts = clause.said.get("act")
    return (min(start for start, _ in parts), max(end for _, end in parts)) if parts else None


def _told(words: str, clause: Clause, view: View, slot: str) -> Told:
    """A part as it is said, at the place of the words that it was read from."""
    parts = clause.said.get(slot)
    if not parts:
        return Told(words)
    start, end = min(first for first, _ in parts), max(last for _, last in parts)
    led = re.compile(r"[\s,;.]*").match(view.text, start, end)
    return Told(words, led.end() if led else start, end, slot=True)


def _behind(clause: Clause, view: View, told: bool) -> list[Told]:
    """What is said behind the verb besides the thing: towards whom, where, and the words that no slot took."""
    found: list[Told] = []
    if clause.counterpart and not told and not clause.addressed:
        found.append(_counterpart(clause, view))
    if clause.place and clause.said.get("place") != clause.said.get("object"):
        found.append(_told(_place(clause, view), clause, view, "place"))
    at = _act_at(clause)
    taken = [part for parts in clause.said.values() for part in parts]
    for words in clause.rest:
        start, end = place_of(words, view.text, taken, at[0] if at else 0)
        held = start < 0 and any(words in view.text[slice(*part)] for part in clause.said.get("place", ()))
        if held or _OPENS_LIST.fullmatch(words):
            continue  # "primarily" between two places is said with them
        opening = view.text.rfind("(", 0, start) if start >= 0 and words.count(")") > words.count("(") else -1
        if opening >= 0 and ")" not in view.text[opening:start]:  # a bracket is said whole, or not at all
            words, start = view.text[opening:end], opening
        found.append(Told(words, start, end))
        if start >= 0:
            taken.append((start, end))
    return found


def _counterpart(clause: Clause, view: View) -> Told:
    """ "to the Commission"; whom the text names right before the thing ("hand the JVC its maps") comes behind it."""
    said = _told(words_of(clause, view, "counterpart"), clause, view, "counterpart")
    if "…" in said.words and len(clause.said["counterpart"]) == 2:  # "to the Parties and to the Union"
        one, other = sorted(clause.said["counterpart"])
        if _JOINED.fullmatch(view.text, one[1], other[0]):
            return replace(said, words=view.text[said.start : said.end])
    thing = clause.said.get("object")
    if thing and clause.object and said.end <= thing[0][0] and not _LEADS_TO_WHOM.match(said.words):
        if _OF_WHAT.fullmatch(view.text, said.end, thing[0][0]):
            return said  # "notify the JVC of any rotation"
        return Told(_towards(clause, view), thing[-1][1], thing[-1][1], slot=True)
    return replace(said, words=_towards(clause, view))


def _between(deeds: str, thing: str, clause: Clause, view: View) -> tuple[str, str]:
    """ "put it right", "keep the road open": the thing stands before what belongs to the verb, as in the text."""
    parts = clause.said.get("act", [])
    verb, _, more = deeds.partition(" ")
    inside = clause.said.get("object")
    apart = len(parts) == 2 and inside and parts[0][1] <= inside[0][0] and inside[-1][1] <= parts[1][0]
    if apart and more and len(thing) < 60 and view.text[slice(*parts[1])].strip() == more:
        return f"{thing} {more}", verb
    return thing, deeds


_JOINED = re.compile(r"[\s,]*(?:and|or)?[\s,]*")
_LEADS_TO_WHOM = re.compile(r"(?:to|with|towards?|against)\b")
_OF_WHAT = re.compile(r"\s*,?\s*(?:of|with|about|for|from)\s+")


def _lowered(words: str) -> str:
    """Words that may open an item of a list, as they stand within a sentence: "All abducted women"."""
    return words[0].lower() + words[1:] if _OPENS.match(words) else words


_OPENS = re.compile(r"(?:All|Any|Each|Every|Both|The|An?|No|Their|Its|Other|Such|Those|These)\s+(?![A-Z])")


_TOLD_OF = re.compile(r"\s(?:of|about)\Z")
"""Of whom somebody is told it: "the Commission must be informed of every flight"."""
_FROM_MIDNIGHT = re.compile(r"(?:between|from)\s+(?:midnight|00:00)\s+(?:and|to|until)\b", re.IGNORECASE)
"""Hours that begin a day, where others end by an hour."""
_UNTIL = re.compile(r"(?:until|till|through|up\s+(?:to|until))\b", re.IGNORECASE)


def _time(clause: Clause, view: View) -> str:
    """When, from the window's values; its words tell how an event's days are counted, and on whose clocks."""
    said, words = _when(clause, view), words_of(clause, view, "window")
    day = _DAY_OF.search(said)
    if day and _AFTER_IT.search(words):  # "day 5 after the withdrawal" is its sixth day
        count = int(day["count"]) - 1
        within = day["lead"] == "by" and _WITHIN.match(words)
        counted = f"within {count} days of" if within else f"{day['lead']} day {count} after"
        said = f"{said[: day.start()]}{counted} {said[day.end() :]}"
    zone = clause.window.clock if clause.window else None
    return _HOUR.sub(rf"\1 ({zone})", said, count=1) if zone and zone not in said else said


_DAY_OF = re.compile(r"\b(?P<lead>by|on|from|until) day (?P<count>\d+) of ")
_AFTER_IT = re.compile(r"\bafter\b|\bwithin\b", re.IGNORECASE)
_WITHIN = re.compile(r"\W*within\b", re.IGNORECASE)
_HOUR = re.compile(r"((?:at|from|and|by) \d\d:\d\d)(?! \(| and)")


def _when(clause: Clause, view: View) -> str:
    if not clause.window:
        return ""
    if clause.window.hours and _FROM_MIDNIGHT.match(words_of(clause, view, "window")):
        return words_of(clause, view, "window")
    if clause.window.times and (clause.modality is Modality.MUST_NOT or clause.window.times > 2):
        words = words_of(clause, view, "window")  # "on Fridays and Sundays" bans nothing twice
        if clause.modality is Modality.MUST_NOT or _NAMED_DAYS.search(words):
            return words
    two = _two_limits(clause, view)
    if two:
        return two
    if clause.window.times and clause.window.every and _SEVERAL_HOURS.search(words_of(clause, view, "window")):
        return words_of(clause, view, "window")
    before = _BEFORE_IT.match(words_of(clause, view, "window"))
    if before:
        return f"before {before['event']}"
    until = clause.modality is Modality.MUST_NOT or _UNTIL.match(words_of(clause, view, "window")) is not None
    said = say_window(clause.window, until=until)
    if clause.ahead and clause.window.within:
        length = say_duration(clause.window.within)
        return said.replace(f"within {length}", f"at least {length} in advance")
    if clause.trigger and clause.window.within and _in_window(clause):
        event = words_of(clause, view, "trigger")
        length = say_duration(clause.window.within)
        if clause.trigger.kind == "before":
            return said.replace(f"within {length}", f"at least {length} before {event}")
        after = "after" if _DOES.search(event) else "of"
        return said.replace(f"within {length}", f"within {length} {after} {event}")
    return said


def _two_limits(clause: Clause, view: View) -> str | None:
    """ "By 1 June 2031, but in no event later than D+40": the limit that holds and the one before it, as they stand."""
    parts = sorted(clause.said.get("window", []))
    together = all(not view.text[one[1] : other[0]].strip(" ,") for one, other in pairwise(parts))
    if len(parts) < 2 or not together or not any(IN_ANY_EVENT.match(view.text, start) for start, _ in parts[1:]):
        return None
    words = view.text[parts[0][0] : parts[-1][1]].strip(" ,;.")
    return words[0].lower() + words[1:]


def _towards(clause: Clause, view: View) -> str:
    words = words_of(clause, view, "counterpart")
    if re.match(r"(?:to|with|towards?|against)\b", words):
        return words
    return words if clause.deeds[0][1].endswith(" to") or not clause.said.get("object") else f"to {words}"


def _place(clause: Clause, view: View) -> str:
    """From the value where it has a name of its own, else ("any road") as it stands."""
    assert clause.place is not None
    named = all(name[:1].isupper() or name.startswith("territory") for name in clause.place.of)
    words = words_of(clause, view, "place")
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
    words = words_of(clause, view, "trigger").lstrip("(")
    if clause.trigger.kind == "if" and words.startswith("whose "):
        return f"if its {words.removeprefix('whose ')}"
    if clause.trigger.kind == "if" and re.match(r"[a-z]+ing\s", words):
        return f"when {words}"
    if clause.trigger.kind == "if" and not words.lower().startswith(("if", "only if", "in ", "only in ", "should ")):
        return f"if it {words}"  # "a Party that finds a mine"
    return words[:1].lower() + words[1:]


def _in_window(clause: Clause) -> bool:
    return any(
        first <= start and end <= last
        for start, end in clause.said.get("trigger", [])
        for first, last in clause.said.get("window", [])
    )


_IN_FRONT = re.compile(
    r"(?:In|At|On|Within|East|West|North|South|Behind|Beyond|Off|Across|Along|Near|To|Over|Through|Outside|Inside|Around)\b"
)
_DOES = re.compile(r"\b(?:has|have|had|is|are|was|were)\b")
_BEFORE_IT = re.compile(
    r"before\s+(?P<event>(?:(?:it|they)\s[a-z]|[a-z]+ing\s(?:the|an?|its|their|any)\s|[^,;]*\s(?:is|are|has|have|begins?|starts?|ends?|opens?|closes?|leaves?|departs?|arrives?|returns?|comes?|meets?|sits?|decides?|answers?|expires?|lapses?|falls?|rises?)\b)[^…]*)\Z",
    re.IGNORECASE,
)
"""A limit that is told by what happens then, in a clause of its own."""
_SEVERAL_HOURS = re.compile(
    r"(?:[:.]\d{2}|noon|midnight|o['’]clock)[^,;]{0,20}(?:,|\band)\s+(?:at\s+)?(?:\d|noon|midnight|[a-z]+\s+o['’]clock)"
)
"""Hours of a day at each of which something is done: "at 08:00 and 20:00"."""
_NAMED_DAYS = re.compile(r"\b(?:week|working\s+|rest\s+)days?\b", re.IGNORECASE)
