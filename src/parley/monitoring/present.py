"""A ban on what is present somewhere ("no tank of either Party shall be present within 50 km of the Line")."""

from __future__ import annotations

from parley.model import Framework, Modality, Obligation, Slot, Thing
from parley.text import patterns as re

from .cores import core_of
from .names import fold

_IS_THERE = re.compile(r"\W*(?:be\b\s*)?(?:present|found|located|situated|there)?\W*", re.I)
_KIND = re.compile(r"(?:(?:no|any|the|a|an|all|none\s+of\s+the|not\s+a\s+single)\s+)?(?P<kind>[\w\s’'-]+?)", re.I)
_WHOSE = re.compile(
    r"(?P<kind>.+?)\s+(?:of|belonging\s+to)\s+"
    r"(?:(?P<all>(?i:(?:either|any|each|both|the)\s+(?:of\s+the\s+)?(?:two\s+)?(?:part(?:y|ies)|sides?)))|(?:the\s+)?(?P<one>[A-Z].*))",
    re.S,
)
_HAS = "deploy"
"""The act of having something in a place."""


def present(ban: Obligation, framework: Framework) -> Obligation:
    """The ban as one on having such things there: on whose they are, else on whoever has them."""
    if ban.act is None or ban.place is None or ban.modality is None or ban.modality.value is not Modality.MUST_NOT:
        return ban
    words = ban.act.words.strip()
    if not words or not _IS_THERE.fullmatch(words) or ban.counterpart is not None:
        return ban
    subject = _subject(ban, framework)
    if subject is None and ban.object is None:  # "neither Party shall be present"
        return ban.replace(act=ban.act.replace(value=_HAS))
    kind = subject and _KIND.fullmatch(subject)
    if not kind:
        return ban
    named = _WHOSE.fullmatch(kind["kind"])
    thing, whose = (named["kind"], _whose(named, framework)) if named else (kind["kind"], ())
    if whose is None:
        return ban
    spans = (ban.bearer or ban.object or ban.act).spans
    owner = Slot[tuple[str, ...]](words=subject or "", value=whose, spans=spans) if whose else None
    return ban.replace(
        act=ban.act.replace(value=_HAS),
        bearer=owner,
        object=Slot[Thing](words=thing, value=_thing(ban, thing, framework), spans=spans),
    )


def _subject(ban: Obligation, framework: Framework) -> str | None:
    """What is not to be there, in the text's words; nothing where it is somebody whom the text knows."""
    if ban.bearer is None:
        return " ".join(ban.object.value.text.split()) if ban.object is not None else None
    known = {
        fold(name) for one in (*framework.parties, *framework.others, *framework.bodies) for name in (one.id, one.name)
    }
    if ban.object is not None or len(ban.bearer.value or ()) != 1 or fold(ban.bearer.value[0]) in known:
        return None
    return " ".join(ban.bearer.words.split())


def _whose(named: re.Match[str], framework: Framework) -> tuple[str, ...] | None:
    if named["all"]:
        return tuple(one.id for one in framework.parties)
    said = fold(named["one"])
    whose = [one.id for one in framework.parties if said in (fold(one.id), fold(one.name), " ".join(core_of(one.name)))]
    return tuple(whose) or None


def _thing(ban: Obligation, words: str, framework: Framework) -> Thing:
    """The kind of thing, with the defined term that it is."""
    if ban.object is not None:
        return ban.object.value.replace(text=words)
    plain = fold(words).removesuffix("s")
    term = next((one.term for one in framework.definitions if fold(one.term).removesuffix("s") == plain), None)
    return Thing(text=words, term=term)
