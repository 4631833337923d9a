"""Who is to be let in or through, or not to be held up, and where: duties and bans about access, passage and movement.

"Grant the Mission access to the Zone", "guarantee the freedom of movement of the Mission", "shall not obstruct convoys"
ask for one thing, in whatever slot its words stand: a report that somebody was refused tells of whom and where.
"""

from __future__ import annotations

from parley.model import Framework, Modality, Obligation, Relation, Slot, Thing, Where
from parley.text import patterns as re

from .kinds import and_wider, are_of, kinds_named
from .names import Names, fold
from .objects import is_of, stems
from .standing import Known
from .truth import NO, YES, Fact, Truth

_LETS = frozenset({"grant-access", "deny-access"})
_SEES_TO = frozenset({"ensure", "facilitate", "respect", "protect", "support"})
_PASSAGE = (
    r"(?:access|passage|transit|entry|freedom\s+of\s+movement|(?:free\s+)?movements?|works?|activit(?:y|ies)|operations?|tasks?|duties|"
    r"patrols?|mandate)"
)
_OF_WHOM = re.compile(
    r"\W*(?:(?:the|all|any|every|full|free|safe|secure|unhindered|unimpeded|unrestricted|rapid|and|right\s+of)\s+)*"
    rf"(?P<what>{_PASSAGE})\s+(?:of|for|by)\s+(?P<whom>.+)",
    re.I,
)
_TO_WHERE = re.compile(
    r"\s+(?:to|into|through|throughout|across|in)\s+(?=(?:the|its|their|all|any|every|each|[A-Z])\b)"
)
_LETS_GO = re.compile(r"\b(?:access|passage|transit|movement|freedom|corridors?)\b", re.I)
_OPENS = re.compile(r"(?:re-?)?open|unblock|throw|block|blockade|besiege|beset|close|cut\s+off|shut\s+off", re.I)
"""Words for what is done to a road or a town."""
_ANYWHERE = re.compile(
    r"\W*(?:all|any|every|each)\s+(?:of\s+the\s+)?(?:places?|areas?|locations?|sites?|parts?|points?)"
    r"(?:\s+(?:in|within|of)\s+(?:the|its|their)\b.*)?\W*",
    re.I,
)
_ITS_OWN = re.compile(
    r"\W*(?:(?:its|the|an?|one|two|three|\d+|own|field|mobile|ground|air|joint|monitoring|inspection|observer)\s+)*(?:patrols?|teams?|observers?|"
    r"monitors?|inspectors?|staff|members?|personnel|vehicles?|visits?|inspections?|helicopters?)\W*",
    re.I,
)
"""Whom somebody who tells of it calls so of its own."""
_GOES = re.compile(
    r"\b(?:convoys?|workers?|personnel|observers?|monitors?|inspectors?|staff|civilians?|people|persons?|population|inhabitants|residents|wounded|"
    r"sick|refugees|returnees|displaced|journalists?|organi[sz]ations?|agenc(?:y|ies)|teams?|patrols?|delegat(?:es?|ions?)|representatives?|"
    r"officers?|trucks?|vehicles?|ambulances?|ships?|vessels?|boats?|shipments?|supplies|aid|relief|assistance|goods|food|deliver(?:y|ies)|missions?|"
    r"flights?|farmers?|fishermen|fishers|pilgrims|medics|doctors|families|pedestrians|passengers|commuters|prisoners|fighters|troops|forces|traffic|trade)\b",
    re.I,
)
"""Who, or what, is let in or through."""
_RELIEF = re.compile(
    r"\b(?:humanitarian|relief|aid|medical|medicines?|food|flour|water|ambulances?|red\s+(?:cross|crescent|crystal)|icrc|ifrc|wfp|unhcr|unicef|"
    r"msf|ngos?)\b",
    re.I,
)
"""What makes a convoy one of relief: a convoy of soldiers is none, and of trucks alone nobody knows."""
_WHOSE = re.compile(r"\bof\s+(?:the\s+)?(?P<of>[A-Z].+)\Z|\A(?:the\s+)?(?P<by>[A-Z][^’']*)[’']s?\s")
_JOINED = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|as\s+well\s+as)\s+")


def of_access(duty: Obligation, framework: Framework, names: Names) -> Obligation:
    """A sentence about access with whom it lets in as its ``counterpart``, and where as its place or object; itself,
    where it is about something else.
    """
    act, thing = duty.act, duty.object
    if act is None or not _is_of_access(duty):
        return duty
    lets = "deny-access" if duty.modality and duty.modality.value is Modality.MUST_NOT else "grant-access"
    words, place = thing.value.text if thing else "", duty.place
    whom: tuple[str, ...] = duty.counterpart.value if duty.counterpart and duty.counterpart.value else ()
    if not whom:
        of = _OF_WHOM.match(words)
        parts = _TO_WHERE.split(of["whom"] if of else words, maxsplit=1)
        named = tuple(filter(None, _JOINED.split(parts[0])))
        if any(names.knows(one) or _GOES.search(one) for one in named):
            whom, words = named, parts[1] if parts[1:] else ""
    elif thing is not None and _LETS_GO.search(words):
        words = _TO_WHERE.split(f" {words}", maxsplit=1)[1] if _TO_WHERE.search(f" {words}") else ""
    drawn = next((one.term for one in framework.definitions if one.annex and fold(one.term) == fold(words)), None)
    if drawn is not None and place is None and not drawn.endswith("Line"):
        place = Slot(words=f"to {words}", value=Where(relation=Relation.IN, of=(drawn,)))
    left = words if words and drawn is None and not _ANYWHERE.fullmatch(words) else None
    return duty.replace(
        act=act.replace(value=lets),
        object=None if left is None else Slot(words=left, value=Thing(text=left)),
        counterpart=Slot(words=", ".join(whom), value=whom),
        place=place,
    )


def owed_by_parties(right: Obligation, framework: Framework) -> Obligation:
    """A sentence by which somebody who is no party shall have access ("the Mission shall enjoy freedom of movement") as
    what each party owes; itself, where it is another.
    """
    act, who = right.act, right.bearer
    parties = tuple(party.id for party in framework.parties)
    if right.modality is None or right.modality.value is not Modality.MAY or right.modality.words.casefold() == "may":
        return right
    if act is None or act.value != "grant-access" or who is None or not who.value or set(who.value) & set(parties):
        return right
    return right.replace(
        modality=right.modality.replace(value=Modality.MUST),
        bearer=who.replace(words="each Party", value=parties),
        counterpart=who,
    )


def _is_of_access(duty: Obligation) -> bool:
    act, modality = duty.act, duty.modality
    if act is None or modality is None or modality.value is Modality.MAY:
        return False
    words = duty.object.value.text if duty.object else ""
    forbids = modality.value is Modality.MUST_NOT
    if act.value in _LETS:
        named = bool(duty.counterpart or (words and not _OPENS.match(act.words)))
        return named and (act.value == "deny-access") == forbids
    return not forbids and act.value in _SEES_TO and _OF_WHOM.match(words) is not None


def whom_fact(duty: Obligation, entry: Known, names: Names, framework: Framework, *, own: bool = True) -> Fact:
    """Whether it befell one of those whom the sentence lets in.

    Who tells of a refusal and names nobody, or its own patrol, was refused itself (``own``).
    """
    whom = duty.counterpart.value if duty.counterpart and duty.counterpart.value else ()
    other, thing, claimant = entry.report.counterpart, entry.report.object, entry.report.claimant
    said = [one for one in (other, thing) if one is not None]
    if not whom or any(_is(one, who, names, framework) for one in said for who in whom):
        return YES
    speaks_of_itself = own and other is None and (thing is None or _ITS_OWN.fullmatch(thing))
    if speaks_of_itself and any(names.same(claimant, who) for who in whom):
        return YES
    told = " or ".join(names.shown(who) for who in whom)
    doubt = Fact(Truth.UNKNOWN, f"whether it was {told} is not said", "whom it befell")
    if other is not None and any(names.same(owner, other) for who in whom for owner in _whose(who)):
        rest = duty.object is not None and where_fact(duty, entry, framework) is YES
        return YES if thing is None or rest else doubt
    if other is not None and names.knows(other):
        no_kind = names.is_body(other) or names.key(other) in names.parties  # neither is a convoy
        if no_kind or all(map(names.knows, whom)):
            return NO
    kinds = kinds_named(thing or "")
    of_bodies = [one for one in whom if not re.match(r"(?:its|their)\s", one)]  # "the Mission and its vehicles"
    others = are_of(and_wider(kinds), ("civilian",)) and bool(of_bodies) and all(map(names.is_body, of_bodies))
    return NO if others and other is None else doubt  # who arrests a welder holds up no commission


def _whose(who: str) -> tuple[str, ...]:
    """Whose they are, where the words for them say so: "fishing vessels of Borun", "Borun's fishermen"."""
    of = _WHOSE.search(who)
    return () if of is None else (of["of"] or of["by"],)


def _is(said: str, who: str, names: Names, framework: Framework) -> bool:
    if names.same(said, who) or stems(who) <= stems(said):
        return True
    if names.knows(who):
        return any(names.same(word, who) for word in said.split())
    if _RELIEF.search(who):
        return _RELIEF.search(said) is not None
    return is_of(said, Thing(text=who), framework).truth is Truth.YES


def where_fact(duty: Obligation, entry: Known, framework: Framework, *, named: bool = True) -> Fact:
    """Whether it was where the sentence lets them in, as far as words tell (``named``: also those for the place)."""
    if duty.object is None:
        return YES
    thing, place = duty.object.value, entry.report.place.name if named else None
    said = [one for one in (entry.report.object, place) if one is not None]
    if any(is_of(one, thing, framework).truth is Truth.YES or stems(one) & stems(thing.text) for one in said):
        return YES
    return Fact(Truth.UNKNOWN, f"whether it was {thing.text} is not said", "where it was")
