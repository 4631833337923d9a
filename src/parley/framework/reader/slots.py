"""The slots of a clause, taken from the words around its verb: times, places, conditions, and what is left."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from parley.model import Modality, Window
from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.wordlist import word_set

from .agents import agents_described
from .asides import AS_IT_STOOD, ASIDE, CONCESSION, MANNER_BEHIND, MANNERS, TIMELIKE, WHOM_IT_NAMES, WITHOUT, whole_case
from .clause import Clause, Part
from .clock import clocks
from .conditions import FoundTrigger, agent_at, counterparts, exception_in, names_event, trigger_of, triggers
from .found import FoundWindow
from .leftovers import ADDITION, another_clause, may_hide_a_condition
from .names import Names
from .objects import place_object
from .places import also_at, places
from .relations import SPATIAL
from .supervising import verifiers
from .unlisted import unlisted_verb
from .windows import ban_from, merged, windows
from .words import QUOTED, Words, hide_more_about

_AGENT = re.compile(r"\bby\s+")
_ANOTHER_S_TIME = re.compile(
    r",?\s+and\s+(?!(?:in|on|at|by|from|until|till|every|each|for|within|during|not|no|only|again|then|thereafter|once|twice|also|before|after|"
    r"renewable|ending|starting|beginning|if|unless|when|where|as|so|to|of|with)\b)[\w’'\-]+(?:\s+[\w’'\-]+){0,6}\s*\Z"
)
"""Between two times: something else that has the second."""
_BY_NOBODY = re.compile(r"none\b(?!\s+(?:of|but|other)\b)")
_NO_AGENT = re.compile(r",\s*(?:the|its|their|no|all|each)\s[^,\0]*\Z|\bto\s+be\s+[a-z]+(?:ed|n|d|t)\s+\Z")
"""Before a "by" that is of another deed: ", there to be heard by", ", the felling of timber by"."""
_TRAILING_AND = re.compile(r",?\s+(?:and|or)\Z", re.IGNORECASE)
_LEADING_AND = re.compile(r"\A(?:and|or)\s+(?!\w+ed\b)", re.IGNORECASE)
_UNASKED = re.compile(
    r",?\s+without\s+(?:any\s+|prior\s+|previous\s+|further\s+|such\s+)*(?:notice|warning|delay|hindrance|restriction|consent|permission|"
    r"authori[sz]ation|interference|obstruction|escort)\Z",
    re.IGNORECASE,
)
_LEFT = re.compile(r"[^\0]+")
"""Words that no slot took, each stretch of them."""
_EMPTY = re.compile(r"[\s,;:.]*(?:and|or)?[\s,;:.]*")
_LONE_QUOTE = re.compile("[“”]")
_WHO = re.compile(r"\b(?:that|which|who)\s+(?:[a-z\-]+\s+){1,3}\Z")
"""Before what is of a relative clause's own verb: "farmers who harvest crops | in the Zone"."""
_DRAWS = word_set("profit benefit suffer gain derive recover")
"""What somebody does "from" an event that is no time."""
_DUE = re.compile(r"[\s,]*(?:by|(?:not|no)\s+later\s+than|on\s+or\s+before)\s", re.IGNORECASE)
_WITHIN = re.compile(r"[\s,]*within\s", re.IGNORECASE)
"""Before the time by which something is no longer to be: "by D+3 no guns shall remain"."""
_STAYS = word_set("be remain stay have keep retain maintain")
_FROM = re.compile(r"[\s,]*from\b", re.IGNORECASE)
_DATING = re.compile(r"[\s,]*(?:on|at|after|before|since|during|in|from|for|throughout|prior)\b", re.IGNORECASE)
"""What dates a thing rather than a duty, right behind a relative or a participle; "by" and "within" are the "
"duty's."""
_SINCE = re.compile(r"[\s,]*since\b", re.IGNORECASE)
"""What has been so for some time is a thing: no duty begins in the past."""
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_HANDING = frozenset(
    {"report", "notify", "deliver", "publish", "grant", "pay", "refer", "return", "release", "share", "grant-access"}
)
"""Acts whose "to" says to whom."""
_UNTIL = re.compile(r"\b(?:until|till|through|up\s+to)\b", re.IGNORECASE)
_AND_DONE = re.compile(
    r"(?:.*\s)?and\s+(?:[a-z]+ly\s+)?[a-z]+ed(?=\s*\Z|\s+(?:by|in|at|on|to|from|off|within|under)\b)"
)
_NEVER = re.compile(r"\bnever\b")
"""What is never to be is a ban of its own: "by day, and never near livestock"."""
_OR_MORE = re.compile(r"(?:and|or)\s+(?!(?:if|in|at|on|by|from|to|with|for|only|then|there|also|again|not)\b)[a-z]")
"""Behind a participle another subject begins: "dropped or loudspeakers used"."""
_ALSO = re.compile(
    r"\0(?:\s*,\s*(?:(?:and|or|primarily|especially|notably|in\s+particular|including)\s+)?|\s+(?:and|or)\s+)\Z"
)
"""Between two places of one deed."""
_AND_DEED = re.compile(r"(?:and|or)\s+[a-z]+\s+(?:the|its|their|all|any|every|each|an?)\s")
_TO_DO = re.compile(r"\b[a-z]+\s+to\s+[a-z]{2,}(?!\w)(?=\s*\Z|\s+(?:\w+\s+){1,4}\Z)")
_PROMISED = re.compile(r"\bto\s+[a-z]+\s*\Z")
_AND_TO = re.compile(r"\band\s+(?:not\s+)?to\s+(?=[a-z])")
IN_ANY_EVENT = re.compile(
    r"[\s,]*(?:(?:and|but)\s+)?(?:in\s+(?:any|no)\s+(?:event|case)|at\s+all\s+events|at\s+any\s+rate|(?:no|not)\s+later)\b"
)
"""Before the limit that holds whatever time stands before it: "before the rains, and in any event by D+45"."""
_TIMELIKE = ("after", "following", "before", "until", "during", "prior to")


def fill(text: str, part: Part, clause: Clause, names: Names, alone: bool = False) -> bool:
    """Fill the slots from the words of ``part``; ``False`` where what remains may hide a condition or a time.

    ``alone`` allows no words but those of slots.
    """
    part = _with_preposition(text, part, clause, names)
    own = text[part[0] : part[1]]
    shown = _QUOTATION.sub(lambda match: QUOTED * len(match.group()), own)  # the title of a law bounds nothing
    if _LONE_QUOTE.search(shown):
        return False
    words = Words(shown, part[0], clause, own)
    _hide_questions(words, names)
    hide_more_about(words)
    for concession in CONCESSION.finditer(words.left):
        said = concession.group().strip(" ,")
        clause.rest.append(said[0].lower() + said[1:])
        words.blank(*concession.span())
    if not _take_exception(words):
        return False
    for verifier in verifiers(words.left, names)[:1]:  # before the times: "subject to confirmation by the JVC"
        clause.verifier = verifier.ids
        words.take(verifier.start, verifier.end, "verifier")
    if not _take_times(words, names, alone):
        return False
    if clause.passive or clause.unaddressed or clause.bearer is None:  # "recruitment by militias is forbidden"
        _take_agent(words, names)
    behind = -2
    moves = ["move"] if any(_CARRIES.match(said) for _, said in clause.deeds) else []
    for place in places(words.left, names, [*(act for act, _ in clause.deeds), *moves]):
        if _TO_WHOM.match(words.left, place.start, place.end) and names.is_parties(
            words.left[place.start + 3 : place.end]
        ):
            continue  # "circulated to the Parties": they are no place
        if clause.modality is Modality.MUST and _TO_THAT.search(words.left, 0, place.start + len("in ")):
            continue  # "to the hospital in Tarn": it is the hospital's
        described = words.described(place.start) or place.start == behind + 1
        told = described and clause.modality is not Modality.MUST
        if told and not _WHO.search(words.left[: place.start]):
            return False
        if described:
            if place.where.distance or told:  # "farmers who harvest crops in the Zone" may not be hindered anywhere
                words.hide(place.start, place.end)  # "posts lying less than 2 km from the Line"
            behind = place.end  # and of "the school at Tarn" the second place is the school's
            continue  # "events that took place in the Zone" bind nobody there
        if clause.place and _ALSO.search(words.left[: place.start]) and not place.where.distance:
            clause.place = also_at(clause.place, place.where)  # "at Tarn, at Velm and on the Hollow Pass"
            clause.said["place"][-1] = (clause.said["place"][-1][0], words.base + place.end)
            words.blank(place.start, place.end)
            continue
        if clause.place and clause.modality is Modality.MUST:
            continue  # said back with the words that are left
        if clause.place and re.fullmatch(r"\0[\s,]*", words.left[place.start - 2 : place.start]):
            clause.said["place"][-1] = (clause.said["place"][-1][0], words.base + place.end)
            words.blank(place.start, place.end)
            continue  # "along the line in the northern sector": the first names the place, both are its words
        if clause.place:
            return False
        clause.place = place.where
        words.take(place.start, place.end, "place")
    telling = any(act in _HANDING for act, _ in clause.deeds)
    for other in counterparts(words.left, names, plain=telling):
        if clause.counterpart and not _joins(words.left, other.start):
            break
        clause.counterpart = tuple(dict.fromkeys((*(clause.counterpart or ()), *other.ids)))
        words.take(other.start, other.end, "counterpart")
    return _take_rest(words, names, alone, _PROMISED.search(text[: part[0]]) is not None)


_TO_THAT = re.compile(rf"\bto\s+(?:the|its|their|an?)\s+(?:[\w\-]+\s+)?(?:{SPATIAL})\s+(?:in|at)\s\Z")
_AND_ONLY = re.compile(r"[\s,]*(?:and\s+)?")
_CARRIES = re.compile(r"(?:take|taken|fly|flown|lead|led|drive|driven|ship|shipped)\Z")
"""Verbs whose "to" says where, whatever act they are put under."""
_TO_WHOM = re.compile(r"to\s")
_PREPOSITION = re.compile(r"\s(?:at|on|in|by|from)\s*\Z")


def _with_preposition(text: str, part: Part, clause: Clause, names: Names) -> Part:
    """The part with the preposition before it, where a time begins with that: "stop shooting [at the Hour]"."""
    before = text[: part[0]]
    lead = _PREPOSITION.search(before)
    if not lead or not clause.deeds or not clause.deeds[-1][1].endswith(lead.group().rstrip()):
        return part
    whole = text[lead.start() + 1 : part[1]]
    found = windows(whole, lambda _: False, names.dated)
    if not any(each.start == 0 for each in found):
        return part
    act, said = clause.deeds[-1]
    clause.deeds[-1] = act, said[: -len(lead.group().rstrip())]
    return lead.start() + 1, part[1]


def _take_exception(words: Words) -> bool:
    found = exception_in(words.left)
    if found:
        if words.clause.exception:
            return False
        exception = words.left[found.start : found.end].strip(" ,")
        words.clause.exception = exception[0].lower() + exception[1:]
        words.take(found.start, found.end, "exception")
    return True


def _take_times(words: Words, names: Names, alone: bool = False) -> bool:
    """Triggers and windows: a condition may hold a time, and a window an event, so conditions come first."""
    clause = words.clause
    left = words.left
    times = windows(left, lambda event: names_event(event, names), names.dated)
    if any(_ANOTHER_S_TIME.match(left[one.end : other.start]) for one, other in pairwise(times)):
        return False  # "use the eastern berth on weekdays and the western berth on Sundays"
    for found in triggers(words.left, names):
        if found.trigger.kind not in _TIMELIKE and not _manner(found, clause):
            if clause.trigger:
                _say_back(words, found)
                continue
            clause.trigger = found.trigger
            words.take(found.start, found.end, "trigger")
            break
    parts = [clause.window] if clause.window else []
    latest: list[Window] = []
    if words.left != left:  # a condition took its words
        times = windows(words.left, lambda event: names_event(event, names), names.dated)
    for piece in times:
        if piece.event:
            if clause.trigger:
                return False
            clause.trigger = trigger_of(piece.joined, words.left[piece.event[0] : piece.event[1]], names)
            clause.said["trigger"] = [(words.base + piece.event[0], words.base + piece.event[1])]
        if _drawn(words, piece):
            words.hide(piece.start, piece.end)  # "shall not profit from the withdrawal of the other": no time
            continue
        told = (piece.joined == "before" and piece.event is None) or _DATING.match(words.left[piece.start :])
        if (
            (told and words.dated(piece.start))
            or (_SINCE.match(words.left, piece.start) and words.text[: piece.start].strip(" ,"))
            or AS_IT_STOOD.search(words.left[: piece.start + 6])
            or WHOM_IT_NAMES.search(words.left[: piece.start])
        ):
            words.hide(piece.start, piece.end)  # "fortifications built after 1 March": the thing is dated, not the duty
            continue
        clause.ahead = clause.ahead or (piece.joined == "before" and piece.event is None)
        parts.append(ban_from(piece.window) if _no_longer(words, piece) else piece.window)
        latest += [piece.window] if IN_ANY_EVENT.match(words.left, piece.start) else []
        words.take(piece.start, piece.end, "window")
    for found in triggers(words.left, names):
        if _manner(found, clause):
            continue
        if found.trigger.kind in _TIMELIKE and words.dated(found.start):
            words.hide(found.start, found.end)  # "the paintings taken from them during the siege"
            continue
        if found.trigger.kind == "until":
            return False
        if clause.trigger:
            _say_back(words, found)
            continue
        clause.trigger = found.trigger
        words.take(found.start, found.end, "trigger")
    own = clause.window if alone and all(each.within for each in parts) else None  # each deed has its own limit
    clause.window = (merged(parts) or own or (merged(latest) if latest else None)) if parts else None
    if clause.window and clause.cease and not _UNTIL.search(words.text):
        clause.window = ban_from(clause.window)
    return clause.window is not None or not parts


def _no_longer(words: Words, piece: FoundWindow) -> bool:
    """Whether a ban begins with the end of a time: "by D+3 no guns shall remain", "within a day none may stay"."""
    clause = words.clause
    if clause.modality is not Modality.MUST_NOT or clause.cease or piece.event:
        return False
    stays = any(said.split()[0] in _STAYS for _, said in clause.deeds)
    return bool(_DUE.match(words.left, piece.start) or (stays and _WITHIN.match(words.left, piece.start)))


def _drawn(words: Words, piece: FoundWindow) -> bool:
    """Whether an event right behind the verb is what somebody draws from, and no time."""
    begins = piece.window.start is not None and piece.window.start.event is not None
    behind = not words.left[: piece.start].strip(" ,") and _FROM.match(words.left, piece.start)
    return begins and behind is not None and any(said in _DRAWS for _, said in words.clause.deeds)


def _say_back(words: Words, found: FoundTrigger) -> None:
    """A second case, said back beside the first: "..., provided that they number no more than fifty"."""
    case = words.left[found.start : found.end].strip(" ,(")
    words.clause.rest.append(case[0].lower() + case[1:])
    words.blank(found.start, found.end)


def _manner(found: FoundTrigger, clause: Clause) -> bool:
    """Whether a condition only says how it is done: "may enter without notice"."""
    return found.trigger.kind == "without" and clause.modality is not Modality.MUST_NOT


_WHETHER = re.compile(r"\bwhether\s+(?!or\s+not\b)\S.*", re.DOTALL)

_QUESTION = re.compile(
    r"\b(?:whether\s+(?!or\s+not\b)|(?:which|what)\s+[a-z]+\s+(?!shall\b|must\b|may\b)|how(?:\s+(?:many|much|far|long))?\s+|(?:where|who|whom|why)\s+"
    r"(?=(?:the|its|their|it|they|he|she)\b))\S.*",
    re.DOTALL,
)
"""What somebody is told: "which roads its patrols will use", "where its mines lie"."""
_WILL = re.compile(r"\bwill\b")
_ALSO_ASKED = re.compile(r"\band\s+(?:when|where|how|whether)\b")


def _hide_questions(words: Words, names: Names) -> None:
    """ "Certify whether the withdrawal is complete": what is asked bounds nothing, unless a time may stand in it."""
    told = any(act in ("report", "notify") for act, _ in words.clause.deeds)
    question = _QUESTION if told else _WHETHER
    asked = question.search(words.left) if words.clause.modality is Modality.MUST and not words.clause.passive else None
    if (
        asked
        and not windows(asked.group(), lambda _: False, names.dated)
        and not may_hide_a_condition(_WILL.sub("", _ALSO_ASKED.sub("", asked.group().partition(" ")[2])))
    ):
        words.hide(asked.start(), len(words.left.rstrip(" .,;")))


def _take_agent(words: Words, names: Names) -> None:
    """ "by the Commission" after a passive verb names who bears it; "by hand" names nobody."""
    for agent in _AGENT.finditer(words.left):
        if _BY_NOBODY.match(words.left, agent.end()) and words.clause.modality is not Modality.MUST_NOT:
            words.clause.modality = Modality.MUST_NOT  # "detained by none"
            words.clause.said["modality"].append((words.base + agent.start(), words.base + agent.end() + len("none")))
            words.blank(agent.start(), agent.end() + len("none"))
            return
        hour = clocks(words.left[agent.end() :])[:1]
        if _NO_AGENT.search(words.left, 0, agent.start()) or (hour and hour[0].start == 0):
            continue
        reach = agent_at(words.left, agent.end(), names)
        if not reach and not words.clause.unaddressed and not words.described(agent.start()):
            reach = agents_described(words.left, agent.end(), names, len(words.clause.deeds) > 1)
        if reach and not words.described(agent.start()):
            words.clause.bearer = reach[1]
            words.clause.collective = names.is_parties(words.left[agent.end() : reach[0]])
            words.take(agent.end(), reach[0], "bearer")
            words.blank(agent.start(), agent.end())
            return


def fill_fronted(text: str, part: Part, clause: Clause, names: Names) -> bool:
    """The adjuncts before the subject must be nothing but adjuncts."""
    words = text[part[0] : part[1]].strip(" ,")
    if MANNERS.fullmatch(words):
        clause.rest.append(words[0].lower() + words[1:])
        return True
    whole = whole_case(text, part, names) if clause.trigger is None else None
    kept = replace(clause, rest=list(clause.rest), said=dict(clause.said))
    if fill(text, (part[0], part[1]), clause, names, alone=True) and clause.object == kept.object:
        return True
    if whole is None:
        vars(clause).update(vars(kept))
        return text[: part[1]].rstrip().endswith(",") and _said_back(words, clause)
    vars(clause).update(vars(kept))  # "While crews repair cables, pipelines or waterworks,": one case with commas in it
    clause.trigger = whole
    clause.said["trigger"] = [(part[0], part[0] + len(text[part[0] : part[1]].rstrip(" ,")))]
    return True


def _said_back(words: str, clause: Clause) -> bool:
    """Whether the words of an adjunct bound nothing, and are said back: "Under the auspices of Halvern,"."""
    if not ASIDE.fullmatch(words) or TIMELIKE.search(words) or may_hide_a_condition(words) or another_clause(words):
        return False
    clause.rest.append(words[0].lower() + words[1:])
    return True


def _joins(left: str, start: int) -> bool:
    """Whether only "and" stands between the slot before and ``start``: "to Kestria and to the Commission"."""
    return re.search(r"\0\s*,?\s*and\s*\Z", left[:start]) is not None


def _take_rest(words: Words, names: Names, alone: bool, promised: bool) -> bool:
    """What no slot took: the object first, then words said back as they stand."""
    left, base, clause = words.restored, words.base, words.clause
    if alone and QUOTED in words.left:
        return False
    said = words.left if clause.modality is Modality.MUST_NOT else WITHOUT.sub("", words.left)
    if any(may_hide_a_condition(piece) or another_clause(piece) for piece in _LEFT.findall(said)):
        return False
    if any(_another_s_share(piece, names) for piece in _LEFT.findall(words.left)):
        return False
    if any(_begins_another(left, joint, promised) for joint in _AND_TO.finditer(left)):
        return False  # "protect civilians and to withdraw tanks": a deed that was not cut off
    pieces = [
        (match.start(), _tidy(match.group(), first=match.start() == 0))
        for match in _LEFT.finditer(left)
        if not _EMPTY.fullmatch(match.group().strip("() "))
    ]
    if alone and pieces:
        return False
    later: list[str] = []
    for start, piece in pieces:
        if (
            _NEVER.search(piece)
            or len(piece) > 400
            or (clause.passive and (_AND_DONE.match(piece) or _OR_MORE.match(piece)))
        ):
            return False  # "registered at both depots and destroyed within six months": another deed
        begin = base + start + max(0, left[start:].find(piece))
        if piece == "only":  # "in daylight only"
            later.append(piece)
            continue
        piece, _, more = piece.partition("; ")  # "open crates; that is the customs men's job"
        later += [more] if more else []
        piece = _without_additions(piece, later)
        if (
            re.match(r"(?:and|or)\s+", piece) and clause.deeds
        ):  # "lay mines or other devices": the verb's own noun, and more
            if _AND_DEED.match(piece) and verb_at_start(piece.partition(" ")[2], base=True):
                return False  # "make the map known and publish the lists": a deed that was not cut off
            act, said = clause.deeds[-1]
            clause.deeds[-1] = act, f"{said} {piece}"
        elif clause.object or clause.passive:
            clause.rest.append(piece)
        else:
            place_object(piece, begin, clause, names)
    clause.rest.extend(later)
    return True


def _begins_another(left: str, joint: re.Match[str], promised: bool) -> bool:
    """Whether a deed begins behind "and to"; somebody else's may go on there: "civilians to leave and to return"."""
    if promised or not _TO_DO.search(left[: joint.start()].rpartition("\0")[2]):
        rest = left[joint.end() :]
        return (verb_at_start(rest, base=True) or unlisted_verb(rest)) is not None
    return False


def _another_s_share(piece: str, names: Names) -> bool:
    """ "evacuate Tarn, Orlavia Velm", "at Tarn and Orlavia those at Velm": somebody who has an object of its own."""
    return any(
        (piece[:start].endswith(", ") and re.match(r"\s+(?:[A-Z]|(?:those|that|the|its)\s)", piece[end:]) is not None)
        or (_AND_ONLY.fullmatch(piece, 0, start) is not None and re.match(r"\s+those\b", piece[end:]) is not None)
        for start, end, _ in names.actors_in(piece)
    )


def _without_additions(piece: str, later: list[str]) -> str:
    """The words without ", including ..." and "at all times", which are said back at the end."""
    if piece.count("(") > piece.count(")"):  # the rest of the bracket is another sentence's
        piece = piece[: piece.rindex("(")].rstrip(" ,")
    for pattern in (ADDITION, _UNASKED, MANNER_BEHIND):
        more = pattern.search(piece)
        if more and more.start():
            later.insert(0, more.group().strip(" ,"))
            piece = piece[: more.start()].strip(" ,")
    return piece


def _tidy(words: str, first: bool) -> str:
    """Words between slots without loose commas, brackets and "and"; behind the verb a leading "or" counts."""
    plain = _TRAILING_AND.sub("", words.strip(" ,;:"))
    if plain.count("(") != plain.count(")"):
        plain = plain.strip("()")
    return plain if first else _LEADING_AND.sub("", plain)
