"""Words for a doer that leave open who it was: "Borun?", "unidentified drone", "Wolf Battalion", "Gen. Orm".

A name that nobody knows is a stranger's only where it says so itself. Who is called by what he bears or sails, by his
rank or his unit, or by which side he is on may be one of a party, unless the words tell whose he is ("Dornian army").
"""

from __future__ import annotations

from parley.text import patterns as re

from .kinds import and_wider, are_of, kinds_named, may_be_weapon

OWN = (
    r"(?:(?:\d+(?:st|nd|rd|th)|armed|military|regular|security|land|naval|air|ground|police|defen[cs]e|infantry|mechani[sz]ed|motori[sz]ed|"
    r"armou?red|artillery|tank|mountain|border)\s+)*"
)
_UNITS = (
    r"brigades?|battalions?|regiments?|divisions?|platoons?|compan(?:y|ies)|squadrons?|batter(?:y|ies)|garrisons?|units?|"
    r"corps|fleet|flotilla|command|detachment|contingent|commandos?|rangers|task force|military district|patrols?"
)
KINDS = (
    r"(?:forces?|army|military|troops|navy|air force|coast ?guard|police|"
    r"soldiers|fighters|combatants|servicem[ae]n|sailors|"
    rf"{_UNITS}|gendarmerie|marines|"
    r"infantry|artillery|border guards?|(?:national|presidential|republican) guards?|(?:general staff|high command)|"
    r"mod|(?:defen[cs]e|interior|foreign) ministry|a\.?f\.?|"
    r"(?:ministry|min\.?|department|dept\.?) (?:of|for) (?:the )?\w+(?: affairs)?|gov(?:ernments?|t\.?|['’]t|\.)?|"
    r"authorities|side)"
)
"""What a party has of its own: forces, ministries, a government."""
HEDGED = (
    r"\b(?:alleg|suspect|presum|possibl|probabl|reported|purported|unconfirmed|unverified|apparent|supposed|believed|"
    r"likely|perhaps|maybe)\w*"
)
_ARMED = (
    rf"(?:{KINDS}|fighters?|gunm[ae]n|militi\w+|militants?|combatants?|snipers?|rebels?|insurgents?|attackers?|assailants?|"
    r"perpetrators?|officers?|armed (?:men|persons|people|individuals|elements|groups?))"
)
_SOME_ARMED = re.compile(rf"\b{_ARMED}\b|\b(?:armed|masked|uniformed)\b")
_COMPASS = r"(?:north|south|east|west|central)(?:ern)?"
_ANYBODYS = re.compile(
    rf"(?:(?:national|governments?|state|rebel|opposition|local|enemy|coalition|allied|joint|royal|federal|regional|"
    rf"hostile|opposing|friendly|special|{_COMPASS})(?:['’]s?)?\s+)*{OWN}{_ARMED}"
)
"""Who bears arms, and not whose they are: "soldiers", "3rd Brigade", "the National Army", "Northern Command"."""
_DOUBT = re.compile(
    r"\?|\b(?:or|unknown|unclear|unidentified|undetermined|unnamed|undisclosed|disputed|contested|various|several|both|"
    rf"either|enemy|enemies|opponents?|adversar(?:y|ies)|tb[acd]|unk)\b|^see\b|\bn/k\b|\bnot (?:yet |been )?\w+ed\b|"
    rf"{HEDGED}|\bothers\b|\bet al\b|\bthe (?:parties|sides)\b|^(?:parties|sides)$|"
    rf"^(?:the )?(?:(?:\w+ )?side|(?:(?:other|opposing) )?party)(?: (?:\w|\d+|one|two))?$|^{_COMPASS}(?:ers)?$"
)
_UNIT = re.compile(rf"\b(?:{_UNITS})\b", re.I)
_RANK = re.compile(
    r"\b(?:general|gen|colonel|col|major|maj|captain|capt|commander|cmdr|lieutenant|lt|sergeant|sgt|admiral|brigadier|"
    r"marshal|president|(?:prime )?minister|governor|mayor|director|warden|chief|chairman|secretary|warlord|"
    r"spokes\w+)\b",
    re.I,
)
_WHOSE = re.compile(
    r"\b(?:of|from)\s+(?:the\s+)?[A-Z]\w|\b[A-Z]\w+['’]s?\s|"
    rf"\A(?:the\s+)?(?!(?i:{_COMPASS}|civilian|urban|human)\b)[A-Z]\w+(?:an|ese|ish)\s+\w"
)
"""Whose somebody is: "police of Nara", "Nara's army", "Dornian warship"."""
_INITIALS = re.compile(r"(?:the\s+)?([A-Z]{2,})\s")
_PRIVATE = re.compile(r"\b(?:bandits?|criminals?|pirates?|smugglers?|poachers?|thieves|looters?|traffickers?)\b")
_PEOPLE = frozenset({"civilian", "prisoner"})
_FORCES = frozenset({"soldier", "force"})
_BEARERS = frozenset({"people", "ship"})
"""Kinds that anybody's forces may be of, beside those of weapons."""


def is_hedged(folded: str) -> bool:
    """Whether the words themselves say that it is in doubt whom they name."""
    return _DOUBT.search(folded) is not None


def leaves_open(words: str, folded: str) -> bool:
    """Whether words for a doer that are nobody's known name may be those for anybody's own; ``folded`` compares."""
    armed = _SOME_ARMED.search(folded)
    if is_hedged(folded) or _ANYBODYS.fullmatch(folded) or (words.islower() and armed):
        return True
    kinds = kinds_named(words)
    of_forces = are_of(and_wider(kinds), _FORCES) or may_be_weapon(kinds) or _RANK.search(folded) is not None
    is_private = _PRIVATE.search(folded) or are_of(and_wider(kinds), _PEOPLE)
    if not armed and not of_forces and is_private:
        return False
    if words.islower():
        return True
    is_of_some = (
        are_of(and_wider(kinds), _BEARERS) or may_be_weapon(kinds) or _RANK.search(folded) or _UNIT.search(folded)
    )
    initials = _INITIALS.match(words)
    its = initials is not None and not words.isupper() and not kinds_named(initials[1])  # "UN peacekeepers"
    return bool(is_of_some) and not (its or _WHOSE.search(words))
