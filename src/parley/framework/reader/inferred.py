"""What a clause says without saying it: a place in its object, an event that sets its time running."""

from __future__ import annotations

from parley.model import Relation, Trigger, Where
from parley.text import patterns as re
from parley.text.acts import act_named

from .anyone import are_people
from .clause import Clause
from .conditions import trigger_of
from .names import Names
from .objects import REPORTING
from .places import place_named

_OBJECT_IS_PLACE = {"overfly": Relation.IN, "enter": Relation.IN, "occupy": Relation.IN, "cross": Relation.ACROSS}


_STAYS_OUT = (
    "exit",
    "leave",
    "keep out of",
    "stay out of",
    "keep clear of",
    "stay clear of",
    "keep away from",
    "stay away from",
)
"""Verbs of being outside what they name."""


def infer_act(clause: Clause) -> None:
    """What a verb with several senses means here: to halt payments is to suspend them, to halt a car to control it."""
    act, said = clause.deeds[0]
    if clause.object is None:
        if act == "deny-access" and said == "turn back":
            clause.deeds[0] = ("withdraw", said)
        return
    if act == "monitor" and said.startswith("observ") and _KEPT.search(clause.object.text) and not _watches(clause):
        clause.deeds[0] = ("respect", said)
    if act == "define" and _MOVABLE.search(clause.object.text):  # "lay down his rifle"
        clause.deeds[0] = ("disarm", said)
    if act == "define" and said.startswith("set") and _SNARES.search(clause.object.text):  # "set an ambush"
        clause.deeds[0] = ("place", said)
    if act == "move" and said == "circulate" and _PAPERS.search(clause.object.text):
        clause.deeds[0] = ("share", said)
    if act == "lay-mines" and said in ("lay", "laid") and not _MINES.search(clause.object.text):
        clause.deeds[0] = ("place", said)
    if act == "investigate" and said.startswith("go into") and not _LOOKED_INTO.search(clause.object.text):
        clause.deeds[0] = ("enter", said)
    if act == "respect" and said == "go by" and _WAY.search(clause.object.text):  # "go by the north gate"
        (start, end), *_ = clause.said["act"]
        clause.deeds[0], clause.said["act"] = ("go", "go"), [(start, start + len("go"))]
        clause.place = Where(relation=Relation.NEAR, of=(clause.object.text,))
        clause.said["place"] = [(end - len("by"), clause.said.pop("object")[-1][1])]
        clause.object = None
        return
    if act == "discharge":
        freed = "release" if are_people(clause.object.text) else "implement"
        clause.deeds[0] = ("fire" if _SHOOTS.search(clause.object.text) else freed, said)
    if (
        act in ("impose", "move")
        and re.match(r"introduc|bring|send|put|carry out", said, re.I)
        and _MOVABLE.search(clause.object.text)
    ):
        clause.deeds[0] = ("deploy", said)
    if act == "have" and clause.place and _MOVABLE.search(clause.object.text):  # "have troops in the Zone"
        clause.deeds[0] = ("deploy", said)
    if act == "withdraw" and said == "leave" and _MOVABLE.search(clause.object.text):  # "leave his rifle at the gate"
        clause.deeds[0] = ("leave", said)
    if said.startswith("raise") and _SIEGE.search(clause.object.text):
        clause.deeds[0] = ("lift", said)
    if act == "overfly" and _COLOURS.search(clause.object.text):
        clause.deeds[0] = ("fly", said)
    if act == "grant-access" and said.startswith("open") and re.search(r"\bfire\Z", clause.object.text):
        clause.deeds[0] = ("fire", said)
    if act == "grant-access" and _CLOSED.search(clause.object.text) and said.startswith("open"):
        clause.deeds[0] = ("open", said)
    if act == "grant-access" and said == ("opened" if clause.passive else "open") and _NEW.match(clause.object.text):
        clause.deeds[0] = ("establish", said)
    if clause.passive:
        if act == "hold-positions" and not said.startswith("fro"):
            clause.deeds[0] = ("suspend", said)
        if act == "place" and _BURDEN.search(clause.object.text):
            clause.deeds[0] = ("impose", said)
        if act == "return" and re.fullmatch(r"(?:the\s+)?fire", clause.object.text, re.IGNORECASE):
            clause.deeds[0] = ("fire", said)
        return
    if act == "hold-positions" and said in ("stop", "halt"):
        clause.deeds[0] = ("control" if _TRAVELS.search(clause.object.text) else "suspend", said)
    if act == "repair" and said == "restore" and clause.counterpart:
        clause.deeds[0] = ("return", said)
    if said == "give up" and clause.counterpart:
        clause.deeds[0] = ("deliver", said)


def _watches(clause: Clause) -> bool:
    """Whether somebody observes by office."""
    return any(_WATCHERS.search(who) for who in clause.bearer or ())


_KEPT = re.compile(
    r"\b(?:cease-?fire|truce|armistice|calm|silence|regime|terms?|rules?|law|laws|agreements?|accords?|conventions?|provisions?|limits?|"
    r"hours|curfew|obligations?|commitments?|principles?|neutrality)\b",
    re.IGNORECASE,
)
"""What is observed by keeping it."""
_WATCHERS = re.compile(r"(?:observ|monitor|mission|commission|committee|team|mechanism|verif)", re.IGNORECASE)
_LOOKED_INTO = re.compile(
    r"\b(?:matters?|questions?|incidents?|complaints?|cases?|allegations?|breach(?:es)?|violations?|claims?|disputes?|causes?|facts?|"
    r"details?|attacks?|reports?|it|them|each|every|what|how|why|who|whether|circumstances|accusations?|charges?|events?|deaths?|shootings?)\b",
    re.IGNORECASE,
)
"""What is gone into by looking at it, and what happened rather than a place."""
_SIEGE = re.compile(
    r"(?:sieges?|blockades?|embargo(?:es)?|sanctions|curfews?|bans?|restrictions?|boycotts?|cordons?)\b", re.IGNORECASE
)
"""What is raised when it ends."""
_MOVABLE = re.compile(
    r"\b(?:troops|forces|units|personnel|reinforce\w*|soldiers|fighters|weapons?|arms|rifles?|ammunition|equipment|vehicles|tanks|guns?|artillery)\b",
    re.IGNORECASE,
)
_COLOURS = re.compile(r"\b(?:flags?|banners?|colours|pennants?|emblems?|ensigns?)\b", re.IGNORECASE)
"""What is flown and crosses no sky."""
_WAY = re.compile(
    r"\b(?:roads?|routes?|gates?|bridges?|tracks?|paths?|fords?|pass|crossings?|lanes?|railway|canal|channel|tunnel|streets?|doors?)\b"
)
"""What somebody goes by to be elsewhere; what is written one goes by to obey it."""
_SNARES = re.compile(
    r"\b(?:ambush(?:es)?|snares?|traps?|nets?|pickets?|sentr(?:y|ies)|guards?|charges?|mines?)\b", re.IGNORECASE
)
"""What is set somewhere, and fixed by nobody's word."""
_PAPERS = re.compile(r"\b(?:reports?|lists?|notes?|drafts?|minutes|papers?|letters?|maps?|texts?)\b", re.IGNORECASE)
_CLOSED = re.compile(
    r"\b(?:crates?|box(?:es)?|containers?|parcels?|packages?|letters?|mail|files|archives?|seals?|bags?|luggage|cargoe?s?|"
    r"hatch(?:es)?|cases|safes?|envelopes?|accounts?|graves?)\b",
    re.IGNORECASE,
)
"""What is opened and lets nobody through."""
_NEW = re.compile(
    r"(?:an?|one|two|three)\s+(?!(?:[\w\-]+\s+){0,3}(?:road|route|corridor|crossing|passage|gate|path|bridge|border|way|lane|port|"
    r"airport|channel)s?\b)",
    re.IGNORECASE,
)
"""What is opened and was not there before: "a hostel shall be opened in Tarn"; ways let somebody through."""
_BURDEN = re.compile(
    r"(?:any\s+|further\s+|new\s+)?(?:restrictions?|limits?|limitations?|conditions?|obstacles?|hindrances?|bans?|tax(?:es)?|fees?|embargo(?:es)?|"
    r"burdens?|tolls?|dut(?:y|ies))\b",
    re.IGNORECASE,
)
_MINES = re.compile(r"\b(?:mines?|minefields?|explosives?|traps?|devices?|charges?|bombs?|it|them)\b", re.IGNORECASE)
_SHOOTS = re.compile(
    r"\b(?:weapons?|firearms?|guns?|rifles?|shots?|rounds?|missiles?|rockets?|mortars?)\b", re.IGNORECASE
)
_TRAVELS = re.compile(
    r"\b(?:vehicles?|cars?|trucks?|lorr(?:y|ies)|bus(?:es)?|trains?|ships?|vessels?|boats?|aircraft|convoys?|"
    r"persons?|people|travellers?|drivers?|passengers?)\Z",
    re.IGNORECASE,
)


def infer_place(clause: Clause, names: Names) -> None:
    """What is crossed, entered or overflown is a place: "cross the Line", "overflights of the Zone"."""
    relation = _OBJECT_IS_PLACE.get(clause.deeds[0][0])
    if clause.deeds[0][1] in _STAYS_OUT and not clause.passive:
        relation = Relation.OUTSIDE
    if clause.place or not relation or not clause.object:
        return
    of = place_named(clause.object.text, names) or _several(clause.object.text, names)
    if of and (not clause.passive or any(each[:1].isupper() for each in of)):  # "no dwelling shall be entered"
        clause.place = Where(relation=relation, of=of)
        clause.said["place"] = clause.said["object"]
        if relation is Relation.OUTSIDE:  # "leave the Zone" is to be outside it
            clause.object = None
            clause.said.pop("object")


_NAME = r"[A-Z][\w’'\-]+(?:\s[A-Z][\w’'\-]+){0,3}"
_SEVERAL = re.compile(rf"{_NAME}(?:,\s+{_NAME})*(?:,?\s+(?:and|or)\s+{_NAME})?")


def _several(words: str, names: Names) -> tuple[str, ...] | None:
    """ "Tarn, Velm or Orsk": names in capitals that are no actors and no defined terms."""
    if not _SEVERAL.fullmatch(words) or names.actors_in(words) or names.terms_in(words):
        return None
    return tuple(re.split(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+", words))


_PRONOUN = re.compile(r"(?:it|them|him|her)(?:self|selves)?|themselves|each\s+other|one\s+another")


def _may_happen(clause: Clause) -> bool:
    """Whether the object may be something that happens, which a time counts back from: nobody is."""
    return (
        clause.object is not None
        and not are_people(clause.object.text)
        and not _PRONOUN.fullmatch(clause.object.text)
        and clause.deeds[0][0] != "terminate"
    )


def infer_trigger(clause: Clause, names: Names) -> None:
    """ "report every incident within 24 hours": each incident sets the time running.

    "Notify any movement 48 hours in advance": the time is before what is notified.
    """
    if clause.ahead and clause.object and not clause.trigger and _may_happen(clause):
        clause.trigger = trigger_of("before", clause.object.text, names)
        clause.said["trigger"] = clause.said["object"]
        return
    if clause.trigger or not clause.object or not clause.window or not clause.window.within:
        return
    match = re.match(r"(?:every|each|any|all)\s+(?P<event>.+)", clause.object.text, re.IGNORECASE)
    if not match or not any(act in REPORTING for act, _ in clause.deeds):
        return
    event = clause.object.term or act_named(match["event"]) or match["event"]
    clause.trigger = Trigger(kind="upon", event=event)
    clause.said["trigger"] = clause.said["object"]
