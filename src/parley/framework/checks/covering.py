"""What takes in what: whether the things of a deed are a case of those that a ban names.

Told by stems of words: a ban of vessels takes in a tug, one of all that lies within 18 km of a line what is put 12 km
from it, and one that holds wherever the text does every place.
"""

from __future__ import annotations

from typing import Final

from parley.text import patterns as re

from .steps import stem, stems

_KINDS: Final = {
    stem(general): frozenset(map(stem, special.split()))
    for general, special in (
        ("vessel", "ship boat craft trawler ferry tug warship barge"),
        ("craft", "ship boat vessel trawler ferry tug warship barge"),
        ("structure", "building tower post beacon wall pier house barrack mast platform bunker"),
        ("building", "tower post house barrack"),
        ("fortification", "post trench bunker wall tower rampart redoubt earthwork dugout shelter parapet barricade"),
        ("vehicle", "lorry truck car tank bus"),
        ("troops", "soldier battalion brigade guard marine company army force unit"),
        ("forces", "soldier battalion brigade guard marine company army troops unit"),
        ("weapon", "gun rifle mortar rocket missile arm howitzer pistol tank launcher cannon artillery"),
        ("heavy", "mortar howitzer tank launcher missile artillery cannon gun"),
        ("aircraft", "drone plane helicopter aeroplane"),
    )
}
ANY_WEAPON: Final = stems("any weapon arms kind")
"""Who may not fire with any weapon may not fire."""
WHOEVER: Final = stems("civilian civilians people persons inhabitants public traffic")
"""For whom a place is opened: who may not open it to them may not keep it open."""
LETS_IN: Final = frozenset({"grant-access", "open", "let", "admit", "allow", "permit"})

_WORKS: Final = re.compile(r"\b(?:field|defensive|defence|fortified)\s*-?works?\b", re.IGNORECASE)
"""Words for fortifications that tell so only together."""
_SO_DONE: Final = re.compile(r"\s+so\s+\w+(?:ed|en|wn)\b", re.IGNORECASE)
"""What points back to a sentence before: "a convoy so notified"."""

_EVERYWHERE: Final = re.compile(
    r"\b(?:in|within|inside|throughout)\s+the\s+(?:whole\s+(?:of\s+the\s+)?|entire\s+)?(?P<area>(?:[\w-]+\s+)?(?:Area|Zone|Region"
    r"|Territory|Theatre|Space)\s+of\s+(?:the\s+)?(?:Application|Operations?|(?:the\s+)?(?:Cease-?[Ff]ire|Truce|Agreement"
    r"|Treaty))|(?:Cease-?[Ff]ire|Truce|Armistice|Agreement|Treaty|Application)\s+(?:Area|Zone|Region|Territory))\b"
)
"""The area in which the whole text holds."""
_OUTSIDE: Final = re.compile(r"\b(?:outside|beyond|abroad)\b", re.IGNORECASE)
_KM: Final = r"(?P<km>\d+(?:[.,]\d+)?)\s*(?P<unit>km|kilomet\w+|m|met\w+)\b"
_WITHIN: Final = re.compile(rf"\b(?:within|nearer\s+than|closer\s+than|less\s+than)\s+{_KM}\s+(?:of|from|to)\b", re.I)
_AT: Final = re.compile(
    rf"(?<!\bthan\s)(?<!\bleast\s)(?<!\bbeyond\s)(?<!\bover\s){_KM}\s+(?:of|from|behind|short\s+of)\b", re.I
)
_STRETCH: Final = stems("km kilometre m metre within less nearer closer than")


_SAYS_ALL: Final = frozenset({"jam", "overfly", "lay-mines", "recruit", "fire", "shoot"})
"""Acts that tell by themselves what is done."""


def plainly(words: str) -> str:
    """The words without what points back, and fortifications called so."""
    return _SO_DONE.sub("", _WORKS.sub("fortification", words))


def covered(needed: frozenset[str], ban: str, things: frozenset[str], deed: str, head: str) -> bool:
    """Whether ``things``, of a deed, are a case of all that is ``needed``, of a ban of the act ``head``; both with
    their sentences."""
    area = _EVERYWHERE.search(ban)
    if area is not None and not _OUTSIDE.search(deed):
        plain = needed - stems(area["area"])
        needed = plain if plain or head in _SAYS_ALL else needed
    far, near = _distance(_WITHIN, ban), _distance(_WITHIN, deed) or _distance(_AT, deed)
    if far and near and near <= far:
        needed = frozenset(
            each for each in needed - _STRETCH if not each[:1].isdigit() and not each.startswith("within distance")
        )
    return all(each in things or _KINDS.get(each, frozenset()) & things for each in needed)


def _distance(told: re.Pattern[str], words: str) -> float | None:
    """The one distance that the words tell so, in metres."""
    found = list(told.finditer(words))
    if len(found) != 1:
        return None
    number = float(found[0]["km"].replace(",", "."))
    return number * 1000 if found[0]["unit"].lower().startswith("k") else number
