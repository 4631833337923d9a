"""What a report's words for its act say besides: by whom, of what thing and how many, where no cell of its own does.

"withdrawal of 12 tanks", "drone flight", "troops withdrew", "shelling by Tarn": read where the act is understood
without doubt, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from parley.model import Report
from parley.text import patterns as re

from .accounted import only_tells, thing_beside, unaccounted
from .acts import act_of
from .kinds import are_of, can_move, kinds_of, may_be_weapon
from .names import Names, fold
from .phrases import in_plural
from .replies import is_reply
from .truth import Fact, Truth
from .undone import has_cue, told_at

_SEEN = re.compile(
    r"\b(?:(?:was|were|is|are|been)\s+)?(?P<word>observed|seen|sighted|spotted|detected|located|found|discovered|present|visible|counted|noticed|photographed)\b",
    re.I,
)
_WHERE = re.compile(r"\s(?:in|at|on|inside|near|within|outside|around|behind|beside)\s", re.I)
_COUNTED = re.compile("counted", re.I)
"""Such things only as were there."""
_AT = re.compile(r"\b(?:of|on|at|against)\s+(.+)", re.S)
_OWN = re.compile(r"(?:(?:the|its|their|his)\s+)?own\b", re.I)
AT_ITSELF = Fact(Truth.UNKNOWN, "it is said to have been aimed at what is the doer's own", "at whom it was aimed")
_FORCES = ("soldier", "force", "guard", "police", "warship")
_FLIES, _DRONES = ("aircraft",), ("unmanned aircraft",)
_BY = re.compile(
    r"(?P<act>.*\w)\W+by\s+(?:the\s+)?(?P<who>[A-Z][\w'’.-]*(?:\s+(?:of\s+)?[A-Z\d][\w'’.-]*){0,4})\s*\)?", re.S
)


_US = re.compile(
    r"\b(?:us|them|me|him|her|(?:(?:the|our|its|their|your)\s+)?(?:own\s+)?(?:team|inspectors?|monitors?|observers?|visitors?|patrol|delegation))"
    r"(?=\s+(?:in|through|pass|by|away|back|out|off|up|over|go|home|across|inside|enter)\b)|"
    r"(?<=\w)\s+(?:to\s+)?(?:us|them|me)\b(?!\s+all)",
    re.I,
)
_BY_OUR = re.compile(
    r"\bby\s+(?:our|my)\b(?=\s+(?:[\w-]+\s+)?(?:posts?|checkpoints?|positions?|base|camp|house|gate|bridge|lines?|trench|barracks|hill)\b)",
    re.I,
)
_OUR = re.compile(r"\b(?:our|my)\s+(?=\w)(?!own\b)", re.I)
"""Whom it befell, where the words name nobody else: who tells of it, or those of whom a row tells."""


_SPLIT = re.compile(
    r"(?P<verb>[a-z]+)\s+(?P<thing>(?:(?:the|its|their|his|her|all|some|both|of|\d+)\s+)*[a-z-]+(?:\s+[a-z-]+){0,2}?)\s+"
    r"(?P<particle>back|away|down|out|off|up|go|free|over|in)",
    re.I,
)


@dataclass(frozen=True)
class Besides:
    """The words for the act without who did it, the doer, the thing and its number, each where it is said."""

    act: str | None
    actor: str | None
    thing: str | None = None
    count: int | None = None


@lru_cache(maxsize=16_384)
def besides(act: str | None, actor: str | None, thing: str | None = None, claimant: str | None = None) -> Besides:
    """What the words for an act say, in a report that names these, or nobody and nothing.

    What names another doer than the report does is left as it is, and so in doubt. That a thing was "seen" tells that
    it was there ("sighting"), and so does "observed", where it is another who tells so than is said to have done it.
    """
    if act is None or not may_say_more(act):
        return Besides(act, actor)
    act, actor = _by_whom(act if is_reply(act) else _with_its_particle(_without_us(act)), actor)
    named = told_at(act)
    found = thing_beside(act, named)
    is_another = actor is not None and claimant is not None and fold(actor) != fold(claimant)
    seen = thing or (found.words if found else "")
    if (is_another or not named) and (_is_sighting(act, named, seen) or (not named and _tells_where(act, seen))):
        act = "drone sighting" if are_of(kinds_of(seen), _DRONES) else "sighting"
    elif act_of(act) is None:
        return Besides(act, actor)
    if found is None:
        return Besides(act, actor)
    words = in_plural(found.words) if found.in_front and found.count is None else found.words
    return Besides(act, actor, words, found.count)


def doer_named(act: str | None) -> str | None:
    """Who did it, as the words for an act say: "shelling by Tarn"."""
    named = _BY.fullmatch(act or "")
    return named["who"] if named and not only_tells(named["act"]) else None


def is_at_itself(report: Report, actor: str | None, names: Names) -> bool:
    """Whether what was attacked is called the doer's own ("shelling of own positions", "Borun's positions")."""
    aimed = (*_aimed_at(report), report.counterpart or "")
    return any(_OWN.match(words) or names.same(_name_in_front(words), actor) for words in aimed)


def target_named(report: Report, names: Names) -> str | None:
    """At whom it was aimed: the counterpart, or else whose the words for the act or the thing say ("Borun's post")."""
    named = map(_name_in_front, _aimed_at(report))
    return report.counterpart or next((name for name in named if names.knows(name)), None)


def _aimed_at(report: Report) -> tuple[str, ...]:
    """The words for what it was aimed at: behind the act, and those for the thing."""
    at = _AT.search(report.act_said or "")
    return tuple(words for words in (at and at[1], report.object) if words)


def _name_in_front(words: str) -> str:
    """The name that words for a thing begin with: "Borun's positions", "the Alda brigade"."""
    return re.split(r"['’]s?\b|\s+(?=[a-z])", re.sub(r"^the\s+", "", words))[0]


def may_say_more(act: str) -> bool:
    """Whether words for an act may say anything besides."""
    return " " in act or _SEEN.fullmatch(act) is not None


def _by_whom(act: str, actor: str | None) -> tuple[str, str | None]:
    """The words without the doer, and who that is, where the report names the same, or nobody."""
    named, who = _BY.fullmatch(act), doer_named(act)
    if named and who and act_of(named["act"]) is not None and (actor is None or fold(actor) == fold(who)):
        return named["act"], who
    if actor is not None and fold(act).startswith(f"{fold(actor)} ") and act_of(rest := act[len(actor) :].strip()):
        return rest, actor
    return act, actor


def _with_its_particle(act: str) -> str:
    """A verb with what belongs to it in front of its thing: "pulled its tanks back" as "pulled back its tanks"."""
    split = _SPLIT.fullmatch(act)
    if split is None or act_of(act) is not None:
        return act
    whole = f"{split['verb']} {split['particle']} {split['thing']}"
    return whole if act_of(whole) is not None else act


def _without_us(act: str) -> str:
    """The words without "our", and without "us" between a verb and its particle, or behind it: "told us of it"."""
    act = _OUR.sub("the ", _BY_OUR.sub("near the", act))
    plain = " ".join(_US.sub(" ", act).split())
    return plain if plain != act and act_of(act) is None and (act_of(plain) is not None or has_cue(plain)) else act


def _tells_where(act: str, thing: str) -> bool:
    """Whether words name no act, but who or what was somewhere: "six fighters in the ward", "tanks at the bridge"."""
    where = _WHERE.search(act)
    kinds = kinds_of(thing)
    is_it = where is not None and bool(kinds_of(act[: where.start()]) & kinds) and not are_of(kinds, _FLIES)
    is_of_forces = are_of(kinds, _FORCES) or (may_be_weapon(kinds) and can_move(kinds))
    return is_it and is_of_forces and not unaccounted(act, [], thing)


def _is_sighting(act: str, named: Sequence[tuple[int, int]], thing: str) -> bool:
    """Whether words tell of no act but that a thing was seen; of what flies that would tell more than where it was."""
    seen = _SEEN.search(act)
    kinds = kinds_of(thing)
    if seen is None or not (kinds or (thing and _COUNTED.fullmatch(seen["word"]))) or are_of(kinds, _FLIES):
        return False
    return all(stretch == seen.span("word") for stretch in named) and not unaccounted(act, [seen.span()], thing)
