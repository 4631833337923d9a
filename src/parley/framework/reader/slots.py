"""The slots of a clause, taken from the words around its verb: times, places, conditions, and what is left."""

from __future__ import annotations

from dataclasses import replace

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import act_entails, verb_at_start

from .agents import agents_described
from .asides import ALWAYS, ASIDE, CONCESSION, MANNER_BEHIND, MANNERS, MEDIA, TIMELIKE, WITHOUT, whole_case
from .bounding import take_times
from .clause import Clause, Part
from .clock import clocks
from .conditions import agent_at, counterparts, exception_in
from .grounds import GOES, PUTS
from .leftovers import (
    ADDITION,
    AND_DOES,
    AS_IT_IS,
    BESIDE_THING,
    BY_VOTE,
    OWED_TO,
    REASON,
    another_clause,
    may_hide_a_condition,
)
from .names import Names
from .objects import TAKEN, place_object
from .places import also_at, places
from .relations import SPATIAL
from .supervising import verifiers
from .unlisted import unlisted_verb
from .windows import windows
from .words import QUOTED, Words, hide_more_about

_AGENT = re.compile(r"\bby\s+")
_BY_NOBODY = re.compile(r"(?P<who>none|nobody|no\s+one)\b(?!\s+(?:of|but|other|except|else)\b)")
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
_WHO = re.compile(
    r"\b(?:(?:that|which|who)\s+(?:[\w\-]+\s+){1,4}|[a-z]+(?:s|men|women|people|children)\s+(?:living|residing|dwelling|staying|"
    r"operating|working|serving|fighting|standing|lying|based|situated|located|stationed|deployed|moored|anchored|housed|held|"
    r"interned|detained|stored|buried)\s+)\Z"
)
"""Before what is of a relative clause's own verb: "farmers who harvest crops | in the Zone"."""
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_HANDING = frozenset(
    {"report", "notify", "deliver", "publish", "grant", "pay", "refer", "return", "release", "share", "grant-access"}
)
"""Acts whose "to" says to whom."""
_AND_DONE = re.compile(
    r"(?:.*\s)?and\s+(?:[a-z]+ly\s+)?[a-z]+ed(?=\s*\Z|\s+(?:by|in|at|on|to|from|off|within|under)\b)"
)
_OTHERS = re.compile(rf"(?:the\s+(?:rest|others|remainder)|{TAKEN})\s(?!first\b)")
_AND_PUT_IN = re.compile(
    r"\b(?:and|or),\s(?!(?:where|if|when|as|so\s+far\s+as)\s+(?:necessary|appropriate|possible|needed|required|applicable|feasible|practicable)\b"
    r"|in\s+particular\b|especially\b|above\s+all\b|with\s+(?:its|their|his)\b)|(?:\b(?:and|or)\s+|\A)cease(?:\s|\Z)"
)
"""Behind these another deed begins with its time or case: "by day and, on alternate days, call at the depots"."""
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
    for reason in REASON.finditer(words.left):  # "by reason of their conduct during the war"
        words.hide(reason.start("what"), reason.end("what"))
    for concession in CONCESSION.finditer(words.left):
        said = concession.group().strip(" ,")
        clause.rest.append(said[0].lower() + said[1:])
        words.blank(*concession.span())
    for media in MEDIA.finditer(words.left) if clause.modality is Modality.MUST_NOT else ():
        clause.rest.append(media.group().strip(" ,"))
        words.blank(*media.span())
    for always in ALWAYS.finditer(words.left):
        clause.rest.append(always.group().strip(" ,"))
        words.blank(*always.span())
    if not _take_exception(words):
        return False
    for verifier in verifiers(words.left, names)[:1]:  # before the times: "subject to confirmation by the JVC"
        clause.verifier = verifier.ids
        words.take(verifier.start, verifier.end, "verifier")
    if not take_times(words, names, alone):
        return False
    if clause.passive or clause.unaddressed or clause.bearer is None:  # "recruitment by militias is forbidden"
        _take_agent(words, names)
    behind = -2
    moves = ["move"] if any(GOES.match(said) for _, said in clause.deeds) else []
    if any(PUTS.match(said) for _, said in clause.deeds):
        moves.append("place")
    if clause.passive or clause.deeds[:1] == [("use", "use")]:  # "posters are banned at the graves"
        moves.append("hold")
    if any(said.split()[0] in ("pull", "draw", "move", "shift") for _, said in clause.deeds if said):
        moves.append("far")
    if any(said in ("stay", "keep", "remain") for _, said in clause.deeds):
        moves.append("stay")  # "300 metres from the dam": so far at least
    if any(_KEEPS_OFF.fullmatch(said) for _, said in clause.deeds):
        moves.append("keep-off")
    harms = any(act_entails(act, "attack") for act, _ in clause.deeds)  # "the population in Tarn" is whom it spares
    for place in places(words.left, names, [*(act for act, _ in clause.deeds), *moves]):
        if _TO_WHOM.match(words.left, place.start, place.end) and names.is_parties(
            words.left[place.start + 3 : place.end]
        ):
            continue  # "circulated to the Parties": they are no place
        if _PAPERS_TO.search(words.left, 0, place.start + len("to ")):
            continue  # "send its findings to the Room": somebody who reads them
        if clause.modality is Modality.MUST and _TO_THAT.search(words.left, 0, place.start + len("in ")):
            continue  # "to the hospital in Tarn": it is the hospital's
        described = words.described(place.start) or place.start == behind + 1
        told = described and clause.modality is not Modality.MUST
        if told and not (harms or _WHO.search(words.left[: place.start]) or _AT.match(words.left, place.start)):
            return False  # "the water works at Orsk" are these, and no others
        if described:
            if place.where.distance or told:  # "farmers who harvest crops in the Zone" may not be hindered anywhere
                words.hide(place.start, place.end)  # "posts lying less than 2 km from the Line"
            behind = place.end  # and of "the school at Tarn" the second place is the school's
            continue  # "events that took place in the Zone" bind nobody there
        if clause.place and _ALSO.search(words.left[: place.start]):
            clause.place = also_at(clause.place, place.where)  # "at Tarn, at Velm and on the Hollow Pass"
            clause.said["place"][-1] = (clause.said["place"][-1][0], words.base + place.end)
            words.blank(place.start, place.end)
            continue
        if clause.place and re.fullmatch(r"\0[\s,]*", words.left[place.start - 2 : place.start]):
            clause.said["place"][-1] = (clause.said["place"][-1][0], words.base + place.end)
            words.blank(place.start, place.end)
            continue  # "along the line in the northern sector": the first names the place, both are its words
        if clause.place and clause.modality is Modality.MUST:
            continue  # said back with the words that are left
        if clause.place:
            return False
        clause.place = place.where
        words.take(place.start, place.end, "place")
    telling = any(act in _HANDING for act, _ in clause.deeds)
    for other in counterparts(words.left, names, plain=telling):
        if OWED_TO.search(words.left, 0, other.start + len("to ")):
            continue  # "the wages owed to teachers"
        if clause.counterpart and not _joins(words.left, other.start):
            break
        clause.counterpart = tuple(dict.fromkeys((*(clause.counterpart or ()), *other.ids)))
        of = _OF_NAME.match(words.left, other.end)  # "with the Ministry of the Interior"
        words.take(other.start, of.end() if of else other.end, "counterpart")
    _take_beside(words)
    return _take_rest(words, names, alone, _PROMISED.search(text[: part[0]]) is not None)


def _take_beside(words: Words) -> None:
    """ "Count the rifles by means of two cranes": what begins so behind a thing is none of it."""
    for beside in BESIDE_THING.finditer(words.left):
        said = words.left[: beside.start()].strip(" ,\0")
        if (said or words.clause.object or words.clause.passive) and not words.described(beside.start()):
            words.clause.rest.append(words.restored[beside.start() : beside.end()].strip())
            words.blank(*beside.span())


_KEEPS_OFF = re.compile(r"(?:keep|stay|remain|stand)\s+(?:well\s+)?(?:clear\s+of|away\s+from|off|out\s+of)")
_TO_THAT = re.compile(rf"\bto\s+(?:the|its|their|an?)\s+(?:[\w\-]+\s+)?(?:{SPATIAL})\s+(?:in|at)\s\Z")
_BOTH_SIDES = re.compile(r"on\s+(?:both|either|each|the\s+other)\s+sides?(?!\s+of\b)(?!\w)")
_AND_ONLY = re.compile(r"[\s,]*(?:and\s+)?")
_PAPERS_TO = re.compile(
    r"\b(?:findings?|reports?|sheets?|cop(?:y|ies)|lists?|letters?|notes?|minutes|names?|maps?|records?|notices?|word|protests?|complaints?|requests?|"
    r"claims?|certificates?|plans?|accounts?|messages?)(?:\s+of\s+[^,;\0]+?)?\s+to\s\Z"
)
"""Papers, before those to whom they go."""
_OF_NAME = re.compile(r"(?<=Ministry)\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)*")
_TO_WHOM = re.compile(r"to\s")
_AT = re.compile(r"at\s")
_DETERMINED = re.compile(
    r"(?:the|each|every|both|all|its|their)\s+(?!(?:end|close|expiry|beginning|start|time|date|day|hour|month|week|year|first|last)\b)"
)
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
        nobody = _BY_NOBODY.match(words.left, agent.end())
        if nobody and words.clause.modality is not Modality.MUST_NOT:
            words.clause.modality = Modality.MUST_NOT  # "detained by none"
            words.clause.said["modality"].append((words.base + agent.start(), words.base + nobody.end()))
            words.blank(agent.start(), nobody.end())
            return
        hour = clocks(words.left[agent.end() :])[:1]
        voted = BY_VOTE.match(words.left, agent.end())
        if voted or _NO_AGENT.search(words.left, 0, agent.start()) or (hour and hour[0].start == 0):
            continue
        reach = agent_at(words.left, agent.end(), names)
        told = not words.clause.unaddressed or _DETERMINED.match(words.left, agent.end())
        if not reach and told and not words.described(agent.start()):
            reach = agents_described(
                words.left[: _place_behind(words, agent.end(), names)], agent.end(), names, len(words.clause.deeds) > 1
            )
        if reach and not words.described(agent.start()):
            both = _BOTH_SIDES.match(words.left, reach[0] + 1)
            if both and not names.knows(reach[1][0]):  # "commanders on both sides"
                reach = both.end(), (f"{reach[1][0]} {both.group()}",)
            words.clause.bearer = reach[1]
            words.clause.collective = names.is_parties(words.left[agent.end() : reach[0]])
            words.take(agent.end(), reach[0], "bearer")
            words.blank(agent.start(), agent.end())
            return


def _place_behind(words: Words, start: int, names: Names) -> int:
    """Where the first place behind an agent begins; "commanders on both sides" have theirs in their name."""
    acts = [act for act, _ in words.clause.deeds]
    behind = (place.start for place in places(words.left, names, acts) if place.start > start)
    return next((at for at in behind if not _BOTH_SIDES.match(words.left, at)), len(words.left))


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
        return text[: part[1]].rstrip().endswith(",") and (
            _said_back(words, clause) or _each_front(text, part, clause, names)
        )
    vars(clause).update(vars(kept))  # "While crews repair cables, pipelines or waterworks,": one case with commas in it
    clause.trigger = whole
    clause.said["trigger"] = [(part[0], part[0] + len(text[part[0] : part[1]].rstrip(" ,")))]
    return True


def _each_front(text: str, part: Part, clause: Clause, names: Names) -> bool:
    """ "From D+3, in the villages on the shore,": two adjuncts in front, each read alone."""
    comma = re.compile(r",\s+(?=\S)").search(text, *part)
    if not comma:
        return False
    return fill_fronted(text, (part[0], comma.start() + 1), clause, names) and fill_fronted(
        text, (comma.end(), part[1]), clause, names
    )


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
            or _AND_PUT_IN.search(piece)
            or len(piece) > 400
            or (clause.passive and _does_more(piece))
            or (clause.passive and (_AND_DONE.match(AS_IT_IS.sub("", piece)) or _OR_MORE.match(piece)))
        ):
            return False  # "registered at both depots and destroyed within six months": another deed
        if (clause.object or clause.passive) and _OTHERS.match(piece):
            return False  # "handed back within a day, those taken before by road": what is said of others
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
        elif clause.object or clause.passive or (left[start:].lstrip().startswith(",") and _goes(clause)):
            clause.rest.append(piece)
        else:
            place_object(piece, begin, clause, names)
    clause.rest.extend(later)
    return True


def _does_more(piece: str) -> bool:
    """Whether a verb with a thing of its own is joined to a passive: "taken by vote and bind both Parties"."""
    more = AND_DOES.search(piece)
    rest = piece[more.start("verb") :] if more else ""
    return more is not None and (verb_at_start(rest, base=True) or unlisted_verb(rest)) is not None


def _goes(clause: Clause) -> bool:
    """Whether nothing is done to anything, so that what follows a comma is no thing: "go first, the old second"."""
    return any(_GOES.match(said) for _, said in clause.deeds)


_GOES = re.compile(r"(?:go|come|march|stand|sit|wait|stay)\b")


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
        for start, end, _ in names.doers_in(piece)
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
