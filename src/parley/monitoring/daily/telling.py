"""How the teller of a report knows, and how monitors were hindered: in the words that they used themselves."""

from __future__ import annotations

from parley.model import Hindrance
from parley.text import patterns as re

_KINDS = re.compile(r"\b(seen|saw|observed|photographed|heard|recorded|radar|camera)\b", re.IGNORECASE)
_AS = {"saw": "seen", "observed": "seen", "photographed": "seen", "recorded": "heard", "radar": "seen by radar",
       "camera": "seen by a camera"}  # fmt: skip
_ASSESSED = re.compile(r"\bassessed (?:as|to be) [^.;]+", re.IGNORECASE)
_HINDRANCES = (
    (Hindrance.DENIED, re.compile(r"\b(?:denied|refused|turned back|sent back|not let through|barred)\b", re.I)),
    (Hindrance.DELAYED, re.compile(r"\b(?:delayed|held up|waited|kept waiting|(?:granted|let through) after)\b", re.I)),
    (Hindrance.CONDITIONED, re.compile(r"\b(?:conditioned|condition|provided that|only with|under escort)\b", re.I)),
)
_MEANS = re.compile(
    r"\b(?:(?:air|aerial|day|fixed|foot|ground|long-range|mid-range|mini|mobile|naval|night|road|short-range|static"
    r"|thermal|vehicle|video)[ -])*(?:camera|checkpoint|drone|flight|helicopter|hotline|inspection|inspector|imagery"
    r"|monitor|observer|patrol|post|radar|reconnaissance|satellite|sensor|uas|uav|visit)e?s?\b",
    re.IGNORECASE,
)
"""Kinds of means, with what may stand before one and says nothing of where it is."""


def kinds_of_means(words: str) -> str:
    """What was watched with, without where it stands or what it is called: "camera" of "camera at the mill"."""
    found = dict.fromkeys(" ".join(match[0].split()) for match in _MEANS.finditer(words))
    return ", ".join(found) or "means that are not told here"


def kinds_of_telling(note: str | None) -> tuple[str, ...]:
    """``seen``, ``heard``, ``seen by radar``, ``seen by a camera``, each once in the order of the words."""
    found = (match[1].casefold() for match in _KINDS.finditer(note or ""))
    return tuple(dict.fromkeys(_AS.get(word, word) for word in found))


def told(note: str | None) -> tuple[str, ...]:
    """How it is known, and what it was assessed as, both in the teller's words."""
    assessed = (" ".join(match[0].split()) for match in _ASSESSED.finditer(note or ""))
    return (*kinds_of_telling(note), *dict.fromkeys(words[0].lower() + words[1:] for words in assessed))


def hindrance(note: str | None) -> Hindrance:
    """Whether monitors were denied, delayed or let through under a condition; the first word that tells counts."""
    found = [(match.start(), how) for how, words in _HINDRANCES if (match := words.search(note or ""))]
    return min(found, key=lambda pair: pair[0])[1] if found else Hindrance.NOT_SAID
