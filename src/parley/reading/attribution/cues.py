"""Which words are words of saying, in which frame, and what is done by them (``cues.toml``)."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from parley.model import Act

from .frame import Frame

_SECTIONS = {
    "ccomp": "clause",
    "advcl": "clause",
    "xcomp": "infinitive",
    "dobj": "object",
    "relative": "object",
    "oprd": "predicate",
    "inserted": "inserted",
    "gerund": "gerund",
}
_PASSIVE = {
    "ccomp": "passive clause",
    "xcomp": "passive infinitive",
    "subject": "passive subject",
    "prep:about": "passive about",
}


def act_of(frame: Frame) -> Act | None:
    """The act that the frame's cue stands for; ``None`` where the word is no cue in this frame."""
    section = _section(frame)
    return lexicon().get(section, {}).get(frame.lemma) if section else None


def quotation_act(lemma: str) -> Act | None:
    """The act of a verb that brings a quotation."""
    cues = lexicon()
    return cues["quotation"].get(lemma) or cues["clause"].get(lemma) or cues["inserted"].get(lemma)


def _section(frame: Frame) -> str | None:
    if frame.pos == "passive":
        return _PASSIVE.get(frame.kind)
    if frame.pos == "verb":
        if frame.kind.startswith("prep:"):
            return frame.kind.removeprefix("prep:")
        if frame.kind.startswith("dobj+"):
            return frame.kind.replace("dobj+", "object ")
        return _SECTIONS.get(frame.kind)
    if frame.pos == "adjective":
        return f"adjective {frame.kind}"
    if frame.pos == "bare" and frame.kind != "that":
        return None  # "the promise of spring": a noun with nobody behind it
    return f"noun {frame.kind}"


@functools.cache
def cue_words() -> frozenset[str]:
    """The first words of all cues: a word that is none of them needs no frame."""
    return frozenset(lemma.split()[0] for section in lexicon().values() for lemma in section)


@functools.cache
def lexicon() -> dict[str, dict[str, Act]]:
    """Act by lemma, by section of ``cues.toml``."""
    raw = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    return {
        section: {
            lemma.replace("_", " "): Act(act)
            for act, lemmas in reversed(acts.items())  # of two acts for one word the first named counts
            for lemma in lemmas.split()
        }
        for section, acts in raw.items()
    }
