"""Obligations in plainer words than the text's, as reports tell of them: a report delivered is a report."""

from __future__ import annotations

from parley.model import Framework, Obligation, Relation, Slot, Thing, Where
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.everywhere import all_of, is_anywhere

from .acts import act_meant
from .kinds import and_wider, are_of, kinds_named
from .names import fold

_ARTICLE = re.compile(
    r"(?:the|an?|its|their)\s+(?:(?:written|oral|detailed|full|final|first|interim|joint|public|regular|daily|weekly|"
    r"monthly|quarterly|annual)\s+)*",
    re.I,
)
_OF = re.compile(r"\s+(?:of|on|about|concerning|regarding)\s+", re.I)
_FACTS = re.compile(r"\W*(?:the\s+)?(?:facts|truth|circumstances|causes?|responsib\w+|what\s+happened)\b", re.I)
_BEGINS_TO = re.compile(r"(?:begin|start|commence)s?\s+to\s+", re.I)
_TOLD = ("report", "notify", "find")
_LETS_BE = re.compile(
    r"\W*(?:allow|permit|tolerat|authori[sz]|let\b|have\b|be\b|exceed|leav|plac|position|send|bring)", re.I
)
_AWAY = re.compile(r"\W*(?:away\s+)?(?:from|out)\b", re.I)
_HEAD = re.compile(r"([\w-]+)(?:\s+(?:of|by|from)\s.*)?\W*\Z", re.I)
_MINES = "lay-mines"
_REMOVES = frozenset({"withdraw", "move", "deliver", "transfer", "bring", "carry"})
_OFF = re.compile(r"\W*(?:off|out\s+of|away\s+from|from)\b", re.I)
_FROM_THERE = re.compile(r"\W*(?:away\s+)?(?:from|out\s+of)\b", re.I)
_WHENCE = {Relation.OUTSIDE: Relation.IN, Relation.NEAR: Relation.IN}
"""What is removed from a place is removed there; what is withdrawn elsewhere came from elsewhere."""
_THE_OTHER = r"(?:the\s+other(?:\s+(?:Party|side))?|each\s+other|one\s+another)"
_OTHERS_LAND = re.compile(
    rf"(?:the\s+)?(?:(?:sovereign|national)\s+)?(?:territor(?:y|ies)|land|soil)\s+of\s+{_THE_OTHER}|"
    rf"{_THE_OTHER}['’]s?\s+(?:territor(?:y|ies)|land|soil)",
    re.I,
)
_ON_LAND = re.compile(rf"\s+(?:(?:with)?in|on|inside|across|throughout)\s+(?:{_OTHERS_LAND.pattern})\s*\Z", re.I)
_OF_THE_OTHER = re.compile(rf"\bof\s+{_THE_OTHER}", re.I)
_NAMED = re.compile(r"(?:the\s+)?([A-Z][\w'’-]*(?:\s+(?:of\s+)?[A-Z][\w'’-]*)*)")
LOOKS = ("monitor", "inspect", "verify", "search")
"""Acts that may be done to a place, and then are done there."""
_OR = re.compile(r",?\s+(?:or|and|nor)\s+|,\s+")


def in_one_word(duty: Obligation) -> Obligation:
    """A duty to begin something ("the withdrawal of its troops") as one to do it: who does it has begun it; and one to
    deliver a report, or a finding, as one to report, or to find; one to establish the facts as one to look into them;
    one to leave something with somebody as one to hand it over; one to take people down from a place as to withdraw.
    """
    thing = duty.object
    if duty.act is not None and thing is not None and _goes_down(duty, thing):
        return duty.replace(act=duty.act.replace(value="withdraw"))
    if duty.act is not None and duty.act.value == "withdraw" and thing is not None and _leaves_with(duty, thing):
        return duty.replace(act=duty.act.replace(value="deliver"))
    if duty.act is not None and duty.act.value == "establish" and thing is not None and _FACTS.match(thing.value.text):
        return duty.replace(act=duty.act.replace(value="investigate"), object=None)
    if duty.act is not None and (begun := _BEGINS_TO.match(duty.act.words)):
        verb = verb_at_start(duty.act.words[begun.end() :], base=True)
        return duty if verb is None else duty.replace(act=duty.act.replace(value=verb[0]))
    if duty.act is None or duty.act.value not in ("begin", "deliver") or thing is None:
        return duty
    article = _ARTICLE.match(thing.value.text)
    named = noun_at_start(thing.value.text[article.end() if article else 0 :])
    if named is None or (duty.act.value == "deliver" and named[0] not in _TOLD):
        return duty
    rest = _OF.match(thing.value.text, (article.end() if article else 0) + named[1])
    what = None if rest is None else thing.replace(value=Thing(text=thing.value.text[rest.end() :]))
    return duty.replace(act=duty.act.replace(value=named[0]), object=what)


def _goes_down(duty: Obligation, thing: Slot[Thing]) -> bool:
    """Whether who is taken down, or off, is somebody, from some place: "takes its fighters down from the hill"."""
    act, place, kinds = duty.act, duty.place, and_wider(kinds_named(thing.value.text))
    if act is None or place is None or not are_of(kinds, ("people", "force", "vehicle")):
        return False
    return act.value == "dismantle" or (act.value == "take" and _OFF.match(place.words) is not None)


def _leaves_with(duty: Obligation, thing: Slot[Thing]) -> bool:
    """Whether the thing is left with somebody: "leaves five rifles with the Elders"."""
    left = re.escape(" ".join(thing.words.split()))
    return re.search(rf"\bleav(?:es?|ing)\s+{left}\s+with\s", " ".join(duty.sentence.exact.split()), re.I) is not None


def at_most_there(limit: Obligation) -> Obligation:
    """A limit on how many things somebody lets be, leaves or sends in a place ("shall allow no more than four boats in
    the Zone") as one on what it has there; on how often it lets something happen there, as one on that act.
    """
    act, thing, place = limit.act, limit.object, limit.place
    if act is None or thing is None or thing.value.most is None or place is None:
        return limit
    if not _LETS_BE.match(act.words) or _AWAY.match(place.words):
        return limit
    head = _HEAD.search(thing.value.text)
    done = act_meant(head[1]) if head else None
    return limit.replace(act=act.replace(value=done or "deploy"))


def at_its_place(ban: Obligation, framework: Framework) -> Obligation:
    """A ban on attacking a zone that an annex draws, or on mining it, as one on what is done in it.

    What is attacked in the land of the other is the other's, and what is removed from a place is removed in it. There
    what is attacked is the place, as it is where the object says no more than the place does ("enter the Zone",
    "shell any point in the Zone"). A line has no inside: what is aimed at one stays its object.
    """
    act, thing = ban.act, ban.object
    if act is None or thing is None:
        return ban
    if ban.place is not None and removes(ban):
        where = ban.place.value
        return ban.replace(
            place=ban.place.replace(value=where.replace(relation=_WHENCE.get(where.relation, where.relation)))
        )
    lies = _ON_LAND.search(thing.value.text)
    if ban.place is None and lies and act_covers("attack", act.value):
        text = f"{thing.value.text[: lies.start()]} of the other Party"
        return ban.replace(object=thing.replace(value=thing.value.replace(text=text)))
    if ban.place is not None and others_land(ban.place) and act_covers("attack", act.value):
        text = thing.value.text if _OF_THE_OTHER.search(thing.value.text) else f"{thing.value.text} of the other Party"
        aimed_at = thing.replace(value=thing.value.replace(text=text), spans=(*thing.spans, *ban.place.spans))
        return ban.replace(object=aimed_at, place=None)
    if ban.place is not None:
        named = {fold(name) for name in ban.place.value.of}
        said = {_whole(name) for name in _OR.split(thing.value.text)}  # "enter Noor Hospital or Elm Hospital"
        of_place = said <= named or _whole(thing.value.text) in named
        is_place = is_anywhere(thing.value.text) or (ban.place.value.distance is None and of_place)
        return ban.replace(object=None) if is_place else ban
    term = thing.value.term
    if term is None or _whole(thing.value.text) != fold(term):
        return ban
    is_drawn = any(one.term == term and one.annex for one in framework.definitions)
    is_attack = act_covers("attack", act.value) or act.value == _MINES
    if not (is_drawn and is_attack) or term.endswith("Line"):
        return ban
    where = Where(relation=Relation.IN, of=(term,))
    return ban.replace(place=Slot[Where](words=thing.words, value=where, spans=thing.spans), object=None)


def removes(ban: Obligation) -> bool:
    """Whether it forbids to take something from a place: "shall not remove weapons from the Storage Sites"."""
    act, place = ban.act, ban.place
    return (
        act is not None and act.value in _REMOVES and place is not None and _FROM_THERE.match(place.words) is not None
    )


def others_land(place: Slot[Where]) -> bool:
    """Whether a place is the land of whichever party is the other: "in the territory of the other Party"."""
    return all(_OTHERS_LAND.fullmatch(" ".join(name.split())) for name in place.value.of)


def done_at_its_thing(duty: Obligation) -> Obligation:
    """A duty to watch or search what has a name ("shall patrol the Buffer Zone") as one done at that place."""
    act, thing = duty.act, duty.object
    named = thing and _NAMED.fullmatch(thing.value.text)
    if act is None or thing is None or not named or duty.place is not None or act.value not in LOOKS:
        return duty
    where = Where(relation=Relation.IN, of=(named[1],))
    return duty.replace(place=Slot[Where](words=thing.words, value=where, spans=thing.spans))


def _whole(words: str) -> str:
    """The name of a place for comparison, without "any part of"."""
    plain = " ".join(words.split())
    return fold(plain[all_of(plain) or 0 :])
