"""Words that a sentence says once and means several times, put in again: "half of them by D+5, the rest by D+10".

Each half that has a time or a place of its own is a deed of its own. What is put in keeps the places of the words that
it repeats.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.numbers import PATTERN

from .conditions import agent_at
from .correlatives import joined
from .grounds import GOES
from .joined import participle
from .modals import MODALS, SHALL, modality_of
from .names import Names
from .objects import THOSE_TAKEN
from .ordinals import MONTH, WEEKDAY
from .places import places
from .unlisted import unlisted_participle, unlisted_verb
from .view import View
from .windows import windows

_JOINT = re.compile(r"\s*[,;]\s+(?:and\s+)?|\s+and\s+")
_COLON = re.compile(r"\s*(?P<lead>(?:[^:;.]{0,120}?))\s*:\s+")
_GENERAL = re.compile(
    r"(?:\A|.*\s)(?:(?:the|these)\s+following(?:\s+[\w\-]+){0,3}|as\s+follows|in\s+(?:the\s+following|this)\s+(?:order|sequence|manner|way)|"
    r"in\s+(?:[\w\-]+\s+)?(?:stages|steps|phases|instal?ments|lots|groups))\Z|\A\Z",
    re.IGNORECASE,
)
"""What only announces a list: "the following crossings:", "in this order:"."""
_NOUN = re.compile(
    r"(?:the|its|their|all|any|every|each|no|an?|another|half|some|most|one|two|three|four|five|six|seven|eight|nine|ten|those|such|both|\d)\b"
    r"|[A-Z]|(?:[a-z\-]+\s+)?[a-z\-]+(?:s|men|children|people|personnel)\b(?=\s+(?:by|on|from|within|not|no|until|at|after|before|in|every|for|to|behind|beyond)\b)"
    r"|[a-z]{3,}(?<!ing)(?=\s+(?:by|within|before|until)\s+(?:D[+\-]|\d|(?:the\s+)?end\b))"
)
_PREPOSITION = re.compile(r"(?P<word>to(?!\s+(?:\d|none))|at|in|from|on|into|through|with|behind|along|for)\s")
_CLAUSE = re.compile(r"\b(?:that|which|who|whom|whose|whether)\b")
_OWN_VERB = re.compile(
    r"\s(?!(?:the|all|any|its|their|other|every|each)\s)[\w\-]+\s(?P<done>[a-z]+(?:ed|en|wn|ilt|aid|ung|ent|eft))\Z"
)
_COUNT = re.compile(
    r"\s+(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b|twelve\b|twenty\b|thirty\b|forty\b|fifty\b|half\b|as\s+many\b|"
    r"(?:an?|the)\s+(?:like|equal|similar|same)\s+number\b|(?:hers|his|theirs|its\s+own)(?=\s)|"
    r"(?:(?:the|its|their|all)\s+)?(?!(?:by|on|from|within|not|no|until|at|after|before|in)\s)[a-z\-]+(?:\s+[a-z\-]+)?(?=\s+to\s+(?:the\s|[A-Z])))"
)
_PARTICIPLE = re.compile(r"be\s+(?:(?:then|first|also|[a-z]+ly)\s+)?(?=[a-z])")
_AND_DONE = re.compile(
    r"(?:,\s+|,?\s+and\s+|;\s+(?:and\s+)?|,?\s+(?P<nor>nor)\s+)(?P<what>(?:no|all|every|any|an?|the|those|its|their|each)\s+(?:(?!being\b)[^,;]){2,80}?)"
    r"(?<!\sis)(?<!\sare)(?<!\swas)(?<!\swere)(?<!\sbeen)\s+(?P<done>[a-z]+(?:ed|en|wn|ilt|aid|ung|ent|eft))"
    r"(?=\s+(?:in|at|on|to|for|from|by|within|along|near|before|after|until|over|under|up|down|out|back|altogether|entirely|completely)\b|[.;\s]*\Z)"
)
"""A second thing and its participle: "no trench shall be dug and no wire laid in front of it"."""
_HAS_A_THING = re.compile(r"\s+(?:the|an?|its|their|all|any|every|each|both|two|three)\s")
_SHARE = (
    r"(?:(?:the\s+other\s+)?half|(?:a|one|the\s+other)\s+(?:third|quarter|half)|"
    r"two\s+thirds|three\s+quarters|the\s+rest|equally)"
)
_AND_BY = re.compile(rf"\s*,?\s+and\s+(?=(?:{_SHARE}\s+)?(?P<by>by\s))")
_BY = re.compile(r"\sby\s")
_THOSE = re.compile(
    r"(?P<joint>\s*,\s+(?:and\s+)?|\s+and\s+)(?P<those>those|that)\s+(?P<whose>(?:of|from|in|on|with)\s+(?:(?!(?:who|which|that)\b)[\w\-]+\s+){1,4}?)"
    r"(?=(?P<lead>between|from|to|until|within|by|on|at|in|(?:north|south|east|west)\s+of)\s)"
)
_SIDE = re.compile(r"(?:north|south|east|west)\s+of\s")
_OF_IT = re.compile(r"(?:north|south|east|west)\s+of\s+(?P<it>it|them)\b")
_WHAT_OF = re.compile(r"(?P<what>[A-Z][\w\-]*(?:\s+[a-z][\w\-]*){0,3}?)\s+(?:of|from|in|on|with)\s")
_IS_D_DAY = re.compile(
    r"(?<=\d)(?P<aside>,\s+(?:which\s+(?:is|shall\s+be)|hereinafter(?:\s+called)?|being)\s+(?:the\s+)?[“\"]?D-day[”\"]?)\s*,"
    r"|(?<=\d)(?P<bracket>\s+\((?:the\s+)?[“\"]?D-day[”\"]?\))"
)
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:\s+\d{{4}})?)"
_DAY = rf"(?:D\+\d+|{_DATE})"
_DAYS = re.compile(
    rf"\b[Oo]n\s+(?P<days>{_DAY}(?:,\s+{_DAY})+,?\s+and\s+{_DAY}|"
    rf"{_DATE}\s+and\s+{_DATE})(?![\w:])"
)
_ONE_DAY = re.compile(_DAY)
_UNITS = r"(?:minute|hour|day|week|month)s?"
_WITHIN = re.compile(rf"\bwithin\s+(?P<number>{PATTERN})(?=\s*(?:[,;.]|\Z))", re.IGNORECASE)
_IN_THE_NEXT = re.compile(
    r"\b[Ii]n\s+the\s+first\s+(?P<unit>week|month|phase|stage|year)\b.*;\s+in\s+the\s+(?P<which>second|third|next|last)(?=,|\s+(?:the\s|[A-Z]))"
)
"""The same of what follows the first: "in the first week ...; in the second ..."."""
_MOST_JOINTS = 12
_LONGEST = 600


@dataclass(frozen=True)
class _Halves:
    """A predicate: its modal and verb, what the words behind them are, and where each half begins and ends."""

    modal: tuple[int, int]
    shall: str
    verb: int
    passive: bool
    parts: list[tuple[int, int]]
    listed: bool


def shared_out(view: View, names: Names) -> View:
    """``view`` with the verb put in before each half that has a time or place of its own; itself if it has no such."""
    halves = _halves(view.text, names)
    return view if halves is None else (_laid_out(view, halves, names) or view)


def be_again(view: View, _names: Names) -> View:
    """ "No trench shall be dug and no wire laid": the second thing shall be laid."""
    text, end = view.text, len(view.text.rstrip(" .;"))
    if not _AND_DONE.search(text):
        return view
    modal = MODALS.search(text)
    be = re.compile(r"\s+be\s+[a-z]").match(text, modal.end()) if modal else None
    found = _AND_DONE.search(text, be.end(), end) if be else None
    if not modal or not found or MODALS.search(text, modal.end() + 1):
        return view
    done = text[found.start("done") : end]
    first = participle(text[be.end() - 1 :]) if be else None
    set_off = text[found.start()] == ","
    if first and be and not set_off and _HAS_A_THING.match(text, be.end() - 1 + first[1]):
        return view  # "given back the bells and the silver stolen from it"
    if not (verb_at_start(done) or unlisted_participle(done)) or re.search(
        r"\b[a-z]{3,}ed\b", done[len(found["done"]) :]
    ):
        return view
    cut = found.start("done")
    no = found["what"].startswith("no ")
    words = (
        "shall not be"
        if found["nor"]
        else "shall be"
        if no or modality_of(modal, False) is not Modality.MUST_NOT
        else "shall not be"
    )
    shall = view.put(words, modal.start(), modal.end())
    what = view.cut(*found.span("what")).join(shall).join(view.cut(cut, len(text)))
    return view.cut(0, found.start()).add(view.put(", and", found.start(), found.start("what"))).join(what)


def nor_done(view: View, names: Names) -> View:
    """ "Stores shall not be seized, nor their keys demanded": before "nor" is taken for an "or"."""
    return be_again(view, names) if " nor " in view.text else view


def by_another(view: View, names: Names) -> View:
    """ "Shots shall be reported by the guards to the JVC, and by the JVC to the Parties": the verb is the same."""
    modal = MODALS.search(view.text)
    be = re.compile(r"\s+be\s+(?=[a-z])").match(view.text, modal.end()) if modal else None
    done = participle(view.text[be.end() :]) if be else None
    if not modal or not be or not done or MODALS.search(view.text, modal.end() + 1):
        return view
    stop = be.end() + done[1]
    joint = _AND_BY.search(view.text, stop)
    first = _BY.search(view.text, stop, joint.start()) if joint else None
    if not joint or not first or not agent_at(view.text, joint.end("by"), names):
        return view
    again = view.put(view.text[modal.start() : stop], modal.start(), stop)
    both = view.cut(0, joint.start()).add(view.put(", and", *joint.span())).join(again)
    return both.join(view.cut(joint.end(), len(view.text)))


def and_those(view: View, _names: Names) -> View:
    """ "Carts of A may pass by day, those of B by night": what they are, and what they may do, is the same."""
    modal = MODALS.search(view.text)
    those = _THOSE.search(view.text, modal.end()) if modal else None
    what = _WHAT_OF.match(view.text) if modal else None
    if not modal or not those or not what or what.end() > modal.start() or MODALS.search(view.text, modal.end() + 1):
        return view
    side = _SIDE.match(view.text, those.start("lead"))
    lead = re.compile(_SIDE.pattern if side else rf"{those['lead']}\s").search(view.text, modal.end(), those.start())
    if not lead or view.text[lead.start() - 1] != " ":
        return view
    again = view.put(view.text[modal.start() : lead.start()].rstrip(), modal.start(), lead.start())
    who = view.put(what["what"], *those.span("those")).join(view.cut(those.end("those"), those.end("whose")))
    both = view.cut(0, those.start()).add(view.put(", and", *those.span("joint"))).join(who).join(again)
    it = _OF_IT.match(view.text, those.start("lead"))
    if not it:
        return both.join(view.cut(those.start("lead"), len(view.text)))
    where = view.put(view.text[lead.end() : those.start()], *it.span("it"))  # "north of it": of the same line
    return both.join(view.cut(it.start(), it.start("it"))).join(where).join(view.cut(it.end(), len(view.text)))


def same_unit(view: View, _names: Names) -> View:
    """ "Within five days ... within ten": days, too."""
    then = _IN_THE_NEXT.search(view.text)
    if then:
        which = view.put(f"{then['which']} {then['unit']}", *then.span("which"))
        return view.cut(0, then.start("which")).join(which).join(view.cut(then.end("which"), len(view.text)))
    for short in _WITHIN.finditer(view.text):
        unit = re.search(rf"\bwithin\s+(?:an|{PATTERN})\s+({_UNITS})\b", view.text[: short.start()], re.IGNORECASE)
        if unit:
            words = view.put(f"{short['number']} {unit[1].removesuffix('s')}s", *short.span("number"))
            return view.cut(0, short.start("number")).join(words).add(view.cut(short.end("number"), len(view.text)))
    return view


_DAY_OF_DATE = re.compile(rf"\b(?P<day>{WEEKDAY},?\s+(?:the\s+)?)(?=\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\s+\d{{4}}\b)")


def without_weekday(view: View, _names: Names) -> View:
    """ "From Sunday, 7 November 2032": the date says which day it is."""
    named = _DAY_OF_DATE.search(view.text)
    if not named:
        return view
    return without_weekday(view.cut(0, named.start()).join(view.cut(named.end(), len(view.text))), _names)


def that_is_d_day(view: View, _names: Names) -> View:
    """ "From 3 April 2034, which is D-day, ...": the date says when."""
    aside = _IS_D_DAY.search(view.text)
    if not aside:
        return view
    return joined([view.cut(0, aside.start()), view.cut(aside.end(aside.lastgroup or 0), len(view.text))])


def each_day(view: View, _names: Names) -> View:
    """ "On D+3, D+5 and D+8", "on 3, 10 and 17 March 2031": on each of these days."""
    series = _DAYS.search(view.text)
    if not series:
        return view
    days = list(_ONE_DAY.finditer(view.text, *series.span("days")))
    said = [f"on {day.group()}" for day in days]
    numbers = [int(re.sub(r"\D", "", day.group().partition(" ")[0])) for day in days]
    months = {day.group().partition(" ")[2] for day in days}
    runs_on = len(months) == 1 and "" not in months and numbers == list(range(numbers[0], numbers[0] + len(days)))
    if runs_on:  # "on 4 and 5 May": one stretch of time
        said = [said[0].replace("on", "from", 1), said[-1].replace("on", "to", 1)]
        days = [days[0], days[-1]]
    parts, at = [view.cut(0, series.start())], series.start()
    for number, day in enumerate(days):
        parts += [view.put("and", at, at + 1)] if number and not runs_on else []
        parts.append(view.put(said[number], series.start() if number == 0 else day.start(), day.end()))
        at = day.end()
    return joined([*parts, view.cut(at, len(view.text))])


def _halves(text: str, names: Names) -> _Halves | None:
    if not _JOINT.search(text):
        return None
    modal = MODALS.search(text)
    end = len(text.rstrip(" .;"))
    if (
        not modal
        or end - modal.end() > _LONGEST
        or not _JOINT.search(text, modal.end(), end)
        or MODALS.search(text, modal.end() + 1)
    ):
        return None
    start = modal.end() + len(text[modal.end() :]) - len(text[modal.end() :].lstrip())
    be = _PARTICIPLE.match(text, start)
    rest = text[be.end() if be else start : end]
    verb = (
        (verb_at_start(rest) or unlisted_participle(rest))
        if be
        else (verb_at_start(rest, base=True) or unlisted_verb(rest))
    )
    if not verb:
        return None
    stop = (be.end() if be else start) + len(rest[: verb[1]].removesuffix(" in"))  # "moved in this order: ..."
    colon = _COLON.match(text, stop, end)
    listed = colon is not None and _GENERAL.match(colon["lead"]) is not None
    first = colon.end() if colon and listed else stop + 1
    goes = GOES.match(rest[: verb[1]]) is not None
    parts = _parts(text, first, end, [verb[0], *(["move"] if goes else [])], names)
    shall = SHALL.get(modality_of(modal, False) or Modality.MUST, "shall")
    return _Halves(modal.span(), shall, stop, be is not None, parts, listed) if len(parts) > 1 else None


def _parts(text: str, start: int, end: int, acts: list[str], names: Names) -> list[tuple[int, int]]:
    """The halves from ``start`` on, each of which ends with a time or a place; none where one doesn't."""
    shown = text[:end]
    if not any(_begins(text[joint.end() : end]) for joint in islice(_JOINT.finditer(text, start, end), _MOST_JOINTS)):
        return []
    times = [
        (each.start, each.end)
        for each in windows(shown, lambda _: False, names.dated)
        if each.start >= start - 1 and not THOSE_TAKEN.search(f"{shown[: each.start].rstrip()} ")
    ]
    places_ = [(each.start, each.end) for each in places(shown, names, acts) if each.start >= start - 1]
    bounds = times if len(times) > 1 else places_
    parts = []
    at = start
    for joint in islice(_JOINT.finditer(text, start, end), _MOST_JOINTS):
        if any(first < joint.start() < last for first, last in [*times, *places_]):
            continue
        bounded = any(at <= first and 0 <= joint.start() - last <= 1 for first, last in bounds)
        rest = text[joint.end() : end]
        begins = _begins(rest) and (
            len(times) > 1 or not _PREPOSITION.match(rest)
        )  # "at Tarn and at Velm" is one place
        if (
            not bounded
            or not begins
            or _CLAUSE.search(text, at, joint.start())
            or not any(first > joint.end() for first, _ in bounds)
        ):
            continue
        if not re.match(r"(?:the|its|their|all|an?|no)\s", rest) and (verb_at_start(rest, base=True)):
            continue
        parts.append((at, joint.start()))
        at = joint.end()
    late = times[0][0] if len(times) == 1 and end - times[0][1] <= 1 else end  # "..., and B to D, by D+5": of both
    ends = any(at < first and min(end, late) - last <= 1 for first, last in bounds)
    return [*parts, (at, end)] if parts and ends else []


def _begins(words: str) -> bool:
    """Whether a half may begin here: with a noun phrase or a preposition."""
    return (_NOUN.match(words) or _PREPOSITION.match(words)) is not None


def _laid_out(view: View, halves: _Halves, names: Names) -> View | None:
    text = view.text
    first = halves.parts[0]
    modal, verb = halves.modal[0], halves.verb
    shall = view.cut(modal, verb)
    again = view.put(f"{halves.shall}{text[halves.modal[1] : verb]}", modal, verb)
    whole: View | None = None
    for number, (start, stop) in enumerate(halves.parts):
        words = text[start:stop]
        actor = next((each for each in names.doers_in(words[:80]) if each[0] == 0), None)
        preposition = _PREPOSITION.match(words)
        said = shall if number == 0 else again
        if number == 0 and not halves.listed:
            whole = view.cut(0, stop)
            continue
        if actor and not halves.passive and _COUNT.match(words[actor[1] :]):  # "and Orlavia thirty on D+4"
            half = view.cut(start, start + actor[1]).join(said).join(view.cut(start + actor[1], stop))
        elif actor and not halves.passive and _goes_on(words[actor[1] :]):
            who = view.cut(start, start + actor[1])
            timed = windows(words[actor[1] :], lambda _: False, names.dated)
            at_once = bool(timed) and timed[0].start <= 1
            head = None if halves.listed else _object_of(view, halves, first, names, at_once)
            if not halves.listed and head is None:
                return None
            half = who.join(said if head is None else head).join(view.cut(start + actor[1], stop))
        elif preposition and not halves.passive:
            head = _before(view, halves, first, preposition["word"])
            if head is None:
                return None
            half = head.join(view.cut(start, stop))
        elif preposition:
            half = said.join(view.cut(start, stop))
        elif halves.passive:
            noun = _noun_end(text, start, stop, names)
            if noun is None:
                return None
            own = _OWN_VERB.search(text[start:noun].rstrip())
            if own and (verb_at_start(own["done"]) or unlisted_participle(own["done"])):
                return None  # "the camps shall be closed by D+5 and the arms in them removed by D+8"
            half = view.cut(start, noun).join(said).join(view.cut(noun, stop))
        elif number == 0:
            half = view.cut(0, verb).join(view.cut(start, stop))
        else:
            half = said.join(view.cut(start, stop))
        joint = view.put(", and", stop - 1, stop)
        whole = half if whole is None else whole.add(joint).join(half)
    assert whole is not None
    return whole.add(view.cut(halves.parts[-1][1], len(text)))


def _goes_on(words: str) -> bool:
    """Whether a time or a place follows somebody at once, so that it is somebody who does the same."""
    return (
        re.match(r"\s+(?:by|on|from|within|not|no|until|at|after|before|behind|beyond|to|in|its|their|the)\b", words)
        is not None
    )


def _noun_end(text: str, start: int, stop: int, names: Names) -> int | None:
    """Where the thing ends with which a half begins, and its time or place begins."""
    found = [each.start for each in windows(text[start:stop], lambda _: False, names.dated)]
    found += [each.start for each in places(text[start:stop], names, ["withdraw"])]
    at = min(found, default=0)
    return start + at if at else None


def _before(view: View, halves: _Halves, first: tuple[int, int], word: str) -> View | None:
    """The verb and its object, up to the preposition with which the other halves begin."""
    found = re.compile(rf"\s{word}\s").search(view.text, halves.verb - 1, first[1])
    return view.put(view.text[halves.modal[0] : found.start()], halves.modal[0], found.start()) if found else None


def _object_of(view: View, halves: _Halves, first: tuple[int, int], names: Names, timed: bool) -> View | None:
    """The verb and its object before the time of the first half, and where: what somebody else does as well.

    Where what is ``timed`` goes on with a time at once, the place is the same, too.
    """
    text = view.text[first[0] : first[1]]
    times = [each.start for each in windows(text, lambda _: False, names.dated)] if timed else []
    at = first[0] + times[0] if times and times[0] else _noun_end(view.text, first[0], first[1], names)
    if at is None or any(start == 0 for start, _, _ in names.doers_in(view.text[first[0] : at])):
        return None
    stop = at - (len(view.text[:at]) - len(view.text[:at].rstrip()))
    return view.put(view.text[halves.modal[0] : stop], halves.modal[0], stop)
