"""Counts as reports write them. What is not said is undetermined, and never nought."""

from __future__ import annotations

from dataclasses import dataclass

from parley.text import patterns as re

from ..cells import UNDETERMINED, BadCell, refuse_long

_MOST = 10**12
_HEDGES = {
    "more than": r"more than|over|greater than|>(?!=)|понад|більше|более|أكثر من",
    "at least": r"at least|no fewer than|minimum of|min\.?|>=|≥|щонайменше|не менше|не менее|ما لا يقل عن",
    "up to": r"up to|at most|no more than|maximum of|max\.?|<=|≤",
    "less than": r"less than|fewer than|under|<(?!=)",
    "about": r"about|around|approximately|approx\.?|some|roughly|circa|ca\.?|c\.|~|≈|близько|около|حوالي",
}
_BEFORE = [(name, re.compile(rf"(?:{before})\s*(?=\d)", re.I)) for name, before in _HEDGES.items()]
_VAGUE = re.compile(
    r"(?:multiple|several|numerous|many|some|few|fewer|a few|dozens|scores|hundreds|thousands|countless|various"
    r"|кілька|несколько|عدة)(?:\s.*)?",
    re.I,
)
_RANGE = re.compile(r"(\d+)\s*(?:-|–|to)\s*(\d+)")
_THOUSANDS = {
    ".": re.compile(r"(?<=\d)[,\u00a0\u202f' ](?=\d{3}(?!\d))"),
    ",": re.compile(r"(?<=\d)[.\u00a0\u202f' ](?=\d{3}(?!\d))"),
}


@dataclass(frozen=True)
class Count:
    """How many; ``None``: undetermined. ``qualifier``: how that was hedged, or the words that gave no number."""

    number: int | None
    qualifier: str | None = None


def read_count(words: str, decimal: str = ".", undetermined: frozenset[str] = frozenset()) -> Count:
    """A whole number from 0, perhaps hedged ("more than 400", "20+"), or words that give none ("several").

    A range ("10-15") is undetermined, with the range as its qualifier: which number it was nobody said.
    """
    refuse_long(words)
    plain = " ".join(words.split())
    if plain.casefold() in UNDETERMINED or plain.casefold() in undetermined or plain.casefold() in ("nan", "null"):
        return Count(None)
    if plain.isdecimal() and len(plain) <= 12:
        return Count(int(plain))
    qualifier = None
    for name, before in _BEFORE:
        if opens := before.match(plain):
            qualifier, plain = name, plain[opens.end() :]
            break
    else:
        if plain.endswith("+"):
            qualifier, plain = "at least", plain[:-1].rstrip()
    if _VAGUE.fullmatch(plain) or _RANGE.fullmatch(plain):
        return Count(None, plain)
    number = _THOUSANDS[decimal].sub("", plain)
    if not re.fullmatch(r"\d{1,12}(?:[.,]0+)?", number):
        raise BadCell("write a whole number, or leave it empty where it is undetermined")
    whole = int(re.split("[.,]", number)[0])
    if whole >= _MOST:
        raise BadCell("write a number below a million million")
    return Count(whole, qualifier)
