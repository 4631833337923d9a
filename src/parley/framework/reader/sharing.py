"""What deeds of one sentence share: a verb with two objects, what bounds the last of them, "shall do likewise"."""

from __future__ import annotations

from dataclasses import replace

from parley.model import Modality, Window
from parley.text import durations
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.numbers import PATTERN

from .bounding import IN_ANY_EVENT
from .clause import Clause
from .conditions import counterparts, names_event
from .deeds import ADVERBS, CEASE
from .idioms import IN_BULK
from .modals import modality_of
from .names import Names
from .slots import fill, fill_fronted
from .subjects import Subject
from .unlisted import unlisted_noun
from .windows import merged, windows

_LIKEWISE = re.compile(
    r"(?P<when>[^;]*?)[\s,]*\bdo\s+(?:likewise|the\s+same|so(?:\s+too)?)(?:\s+(?P<more>[^;,]+))?[\s.;,]*\Z"
)
_UNIT = re.compile(r"\b(?:minutes|hours|days|weeks|months)\b")
_WITHIN_AS_MANY = re.compile(rf"within\s+(?P<number>{PATTERN})", re.IGNORECASE)
_AND_WHAT = re.compile(r",?\s+and\s+(?:the\s+)?[\w\-]+(?:\s+(?!and\b|or\b)[\w\-]+){0,4}\s+")


def likewise(
    text: str, modal: re.Match[str], subject: Subject, first: tuple[Clause, int], names: Names
) -> list[tuple[Clause, int]] | None:
    """ "..., and Orlavia shall, by D+5, do likewise": the same deed of somebody else, with a time of its own."""
    same = _LIKEWISE.match(text, modal.end())
    if not same or subject.bearer is None or subject.none_of or modality_of(modal, False) is not first[0].modality:
        return None
    clause = replace(first[0], bearer=subject.bearer, collective=names.is_parties(subject.words), window=None)
    clause.rest, clause.said = list(first[0].rest), {**first[0].said, "bearer": [subject.part]}
    clause.said["modality"] = [modal.span()]
    clause.said.pop("window", None)
    if same["more"] and not fill(text, same.span("more"), clause, names, alone=True):
        within = _WITHIN_AS_MANY.fullmatch(same["more"].strip(" ."))
        window = first[0].window
        if not within or window is None or window.within is None:
            return None
        unit = _UNIT.search(" ".join(text[start:stop] for start, stop in first[0].said.get("window", [])))
        lengths = durations(f"{within['number']} {unit.group()}") if unit else []
        if not lengths:
            return None
        clause.window = Window(within=lengths[0][2])  # "within five days, ... within eight"
        clause.said["window"] = [same.span("more")]
    return [(clause, first[1])] if fill(text, same.span("when"), clause, names, alone=True) else None


def share(clauses: list[Clause]) -> None:
    """ "shall not deploy troops or build bases in the Zone": what bounds the last deed bounds those before it.

    The weaker of two possible readings is taken: for bans and permissions that is the narrower one,
    for duties the one without the further deadline.
    """
    if not clauses:
        return
    last = clauses[-1]
    if last.modality is Modality.MUST:
        return
    for clause in clauses[:-1]:
        for name in ("place", "window", "trigger", "exception"):
            if name == "place" and last.said.get("place") == last.said.get("object"):
                continue  # "or occupy the vacated villages": they are what the last is done to
            if getattr(clause, name) is None and getattr(last, name) is not None:
                setattr(clause, name, getattr(last, name))
                clause.said[name] = list(last.said[name])


_LOOKS_BACK = frozenset({"verify", "monitor", "inspect"})
"""Acts that follow what they look at: its deadline is not theirs."""


def share_time(text: str, subject: Subject, first: list[Clause], later: list[Clause], names: Names) -> None:
    """ "By D+5 X shall do this, and Y shall do that", "X shall do this, and Y shall do that, by D+5": both by then.

    So it is for what stands in front of the first, and behind the last where a comma sets it off or both do the same.
    """
    front, last = Clause(modality=first[0].modality, deeds=first[0].deeds), later[-1]
    if subject.fronted and fill_fronted(text, subject.fronted, front, names) and set(front.said) == {"window"}:
        _give_time(front, later)
    if last.window is None or last.bearer == first[-1].bearer:
        return
    start, end = last.said["window"][-1]
    set_off = text[:start].rstrip().endswith(",") or text[start:end].startswith(",")
    if (set_off or first[-1].deeds == last.deeds) and not text[end:].strip(" .;"):
        _give_time(last, [*first, *later[:-1]])


def _give_time(timed: Clause, others: list[Clause]) -> None:
    for clause in others:
        bounded = clause.window or clause.trigger or clause.modality is not timed.modality
        if not bounded and clause.modality is not Modality.MAY and not _LOOKS_BACK & {act for act, _ in clause.deeds}:
            clause.window, clause.said["window"] = timed.window, list(timed.said["window"])


_ALWAYS = re.compile(
    r"\bat\s+(?:all\s+times?|any\s+(?:time|hour)|all\s+hours)\b|\bday\s+and\s+night\b|\bround\s+the\s+clock\b"
)
_TO_EACH = re.compile(r"\bto\s+(?=[^,;]{3,80}?,?\s+and\s+(?P<other>to\s+[^;]{3,120}))")


def _to_each(text: str, start: int, end: int, names: Names) -> list[str] | None:
    """ "report to both Parties each day, and to the public every 10 days": one deed for each, with its own time."""
    first = _TO_EACH.search(text, start, end)
    if not first or verb_at_start(text[first.end() : end], base=True):
        return None
    other = first.span("other")
    if verb_at_start(text[other[0] + len("to ") : end], base=True):
        return None
    halves = text[first.start() : other[0]], text[other[0] : end]
    if not all(_ALWAYS.search(half) or windows(half, lambda _: False, names.dated) for half in halves):
        return None
    joint = re.compile(r",?\s+and\s+\Z").search(text, 0, other[0])
    cut = joint.start() if joint else other[0]
    one = text[:cut] + "\0" * (end - cut) + text[end:]
    two = text[: first.start()] + "\0" * (other[0] - first.start()) + text[other[0] :]
    return [one, two]


_AND_THEN = re.compile(r"\s*,?\s+and\s+(?:(?:again|also|then|finally)\s+)?|\s*,\s+(?:then|again)\s+")
_AND_A_TIME = re.compile(
    rf"(?:{_AND_THEN.pattern})(?:on|at|by|from|until|during|within|not|no|after|before|once|twice|thrice|every|each|daily|weekly|monthly|the|D)\b"
    rf"|(?:{_AND_THEN.pattern})\d"
)
_ITS_OWN = re.compile(
    r"\s*,?\s*(?:(?:if|unless|when|provided|where|as\s+long\s+as)\b.*|(?:thereafter|afterwards|after\s+that|from\s+then\s+on)\b)",
    re.DOTALL,
)
"""What belongs to the second time alone."""


def _each_time(text: str, start: int, end: int, names: Names) -> list[str] | None:
    """ "exchange lists on D+5, and again on D+20 if ...": two times of one deed."""
    if not _AND_A_TIME.search(text, start, end):
        return None
    found = windows(text[start:end], lambda event: names_event(event, names), names.dated)
    for number, other in enumerate(found[1:], 1):
        last = start + found[number - 1].end
        joint = _AND_THEN.match(text, last, end)
        begin = joint.end() if joint else 0
        earlier = [each.window for each in found[:number]]
        if not joint or not start + other.start <= begin <= start + other.end or merged([*earlier, other.window]):
            continue
        if IN_ANY_EVENT.match(text, start + other.start):
            continue
        at = number - 1
        while at and not text[start + found[at - 1].end : start + found[at].start].strip():
            at -= 1  # "twice a week during the first month"
        own = _ITS_OWN.match(text, start + other.end, end)
        begins, stop = start + found[at].start, own.end() if own else start + other.end
        lead = "" if windows(text[begin:stop], lambda _: False, names.dated) else "on "  # "on D+2 and D+8"
        first = text[: joint.start()] + "\0" * (stop - joint.start()) + text[stop:]
        return [first, text[:begins] + "\0" * (begin - begins - len(lead)) + lead + text[begin:]]
    return None


_AND_OF = re.compile(r",?\s+(?:and|or)\s+(?:from\s+)?(?:(?:the|all|any|every)\s+)*(?=[a-z\-]+\s+of\s)")


_KEPT_FROM = re.compile(r"(?:refrain|abstain|desist)\b", re.IGNORECASE)
_AND_FROM = re.compile(r",?\s+(?:and|or|nor)\s+(?:also\s+)?from\s+(?=[a-z])")


def _both_ceased(text: str, start: int, end: int) -> list[str] | None:
    """ "refrain from the laying of mines and the building of bunkers": each noun has an object of its own."""
    adverbs = ADVERBS.match(text, start, end)
    lead = CEASE.match(text, adverbs.end() if adverbs else start, end)
    again = _AND_FROM.search(text, lead.end(), end) if lead and _KEPT_FROM.match(lead.group()) else None
    if lead and again:  # "refrain from A and from B"
        one = text[: again.start()] + "\0" * (end - again.start()) + text[end:]
        return [one, text[: lead.end()] + "\0" * (again.end() - lead.end()) + text[again.end() :]]
    first = noun_at_start(text[lead.end() : end]) if lead else None
    if not lead or not first or not text.startswith(" of ", lead.end() + first[1]):
        return None
    for joint in _AND_OF.finditer(text, lead.end() + first[1], end):
        rest = text[joint.end() : end]
        if noun_at_start(rest) or unlisted_noun(rest):
            one = text[: joint.start()] + "\0" * (end - joint.start()) + text[end:]
            return [one, text[: lead.end()] + "\0" * (joint.end() - lead.end()) + text[joint.end() :]]
    return None


_BRINGS = re.compile(
    r"(?:(?:[a-z]+ly|also)\s+)?(?:deliver|send|bring|carry|ship|move|take|hand(?:\s+over)?|give|supply|return|transfer|lead|transport|distribute|"
    r"pay|lend|issue|allot|allocate|assign|provide|present|pass|restore)s?(?=\s)"
)
_WHAT_TO = re.compile(
    r"\s+(?P<one>[^,;]{2,80}?)\s+to\s+(?P<place>(?:(?!\b(?:and|to|who|which|that)\b)[^,;]){2,60}?),?\s+and\s+"
    rf"(?P<two>(?:\d[\d,.]*\s+\S+|(?:the|an?|its|their|all|two|three|four|five|six|ten)\s+\S+|{IN_BULK}|[a-z]+[^\Ws]s)"
    r"(?:\s+(?!(?:and|to|who|which|that)\b)[^\s,;]+){0,8}?)"
    r"\s+to\s+[^,;]{2,60}?(?=\s+(?:by|within|on|until|before|from|every|each|no|not)\s|\s*[,;.]|\Z)"
)
"""Two things, each with where it goes."""


def _each_to_its_place(text: str, start: int, end: int, names: Names) -> list[str] | None:
    """ "Deliver flour to Tarn and fuel to the hospital": the verb goes with both halves."""
    verb = _BRINGS.match(text, start, end)
    found = _WHAT_TO.match(text, verb.end(), end) if verb else None
    if not verb or not found or any(verb_at_start(found[each], base=True) for each in ("place", "two")):
        return None  # "take the men to Tarn and | return to the camp"
    if _somebody_else(found["two"], names):
        return None
    joint, two = found.end("place"), found.start("two")
    first = text[:joint] + "\0" * (found.end() - joint) + text[found.end() :]
    return [first, text[: verb.end()] + " " * (two - verb.end()) + text[two:]]


def _somebody_else(words: str, names: Names) -> bool:
    """ "Send nurses to Tarn, and Orlavia | doctors to Velm": the second half has a doer of its own."""
    return any(words[:first].strip().lower() in ("", "the") for first, _, _ in names.actors_in(words))


def shared_verb(text: str, start: int, end: int, names: Names) -> list[str]:
    """ "resume A with X, and B with Y" is read twice, each time with the other half blanked."""
    each = _to_each(text, start, end, names) or _each_time(text, start, end, names) or _both_ceased(text, start, end)
    if each:
        return each
    pairs = counterparts(text[start:end], names)
    verb = verb_at_start(text[start:end])
    if len(pairs) != 2 or not verb or pairs[0].ids == pairs[1].ids:
        return _each_to_its_place(text, start, end, names) or [text]
    one, two = ((start + each.start, start + each.end) for each in pairs)
    joined = _AND_WHAT.fullmatch(text, one[1], two[0] + 1) or _AND_WHAT.fullmatch(text, one[1], two[0])
    object_starts = start + verb[1]
    if not joined or not text[object_starts : one[0]].strip():
        return _each_to_its_place(text, start, end, names) or [text]
    first = text[: one[1]] + "\0" * (two[1] - one[1]) + text[two[1] :]
    other = re.compile(r",?\s+and\s+").match(text, one[1])
    other_starts = other.end() if other else one[1]
    if _somebody_else(text[other_starts:end], names):
        return [text]
    second = text[:object_starts] + "\0" * (other_starts - object_starts) + text[other_starts:]
    return [first, second]
