"""A mention of a meeting as a value, the words by which papers speak of one, and who can sit at it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from parley.model import EventStatus, Interval, Ref, Span

from ..events.clauses import is_verb, objects
from ..events.setting import Setting
from ..tokens import Token


@cache
def lexicon(kind: str) -> frozenset[str]:
    """A list of ``meetings.toml`` by its name."""
    lists = tomllib.loads(resources.files(__package__).joinpath("meetings.toml").read_text(encoding="utf-8"))
    return frozenset(lists[kind])


@dataclass
class Mention:
    """What one sentence says of a meeting; merged with others into a :class:`Meeting`."""

    spans: list[Span]
    statements: list[str]
    status: EventStatus
    definite: bool
    another: bool = False
    names_delegates: bool = False
    """It says who is sent, and of the meeting nothing else."""
    again: bool = False
    """The same people meet once more."""
    moved: bool = False
    """It gives the meeting another day: what was said of the day before holds no more."""
    only_known: bool = False
    """It says something of a meeting told before ("they discussed the crews") and makes none."""
    of_known: bool = False
    """Those who meet are called what they were before: "the two leaders"."""
    there: bool = False
    """It is where the last one was."""
    silent: bool = False
    """It says who comes or doesn't, and nothing of whether the meeting takes place."""
    unnamed: bool = False
    """Somebody sits there of whom the words don't tell whose he is: "met the crown prince"."""
    held: bool = False
    """ "The meeting was held", of one that was told before as planned."""
    parties: list[Ref] = field(default_factory=list)
    absent: list[Ref] = field(default_factory=list)
    delegates: list[Ref] = field(default_factory=list)
    venue: str | None = None
    window: Interval | None = None
    convenor: Ref | None = None
    level: str | None = None
    purpose: str | None = None
    agenda: list[str] = field(default_factory=list)


def is_meeting_noun(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN") or not (lemma in lexicon("nouns") or lemma in lexicon("loose_nouns")):
        return False
    if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
        return False
    if lemma == "talk" and token.lower_ != "talks":
        return False
    modifiers = {child.lower_ for child in token.children if child.dep_ in ("compound", "amod")}
    return not modifiers & {"news", "press", "board", "cabinet", "party", "campaign"}


def carriers(noun: Token) -> list[Token]:
    """The noun that stands for the meeting in "the third round of talks"."""
    above = noun.head.head if noun.head.lower_ == "of" else noun
    length = above.ent_type_ in ("TIME", "DATE") and above.lemma_ in ("hour", "day", "week")  # "three hours of talks"
    return [above] if length or above.lemma_ in ("round", "series", "session") else []


def sits(token: Token, setting: Setting) -> bool:
    """Whether it is somebody who can sit at a table."""
    return bool(setting.refs(token)) or (token.pos_ == "PRON" and token.lower_ not in ("it", "this", "that"))


def mention_of(token: Token, setting: Setting) -> Mention:
    """What the verb or noun by itself says: the words, who tells them, and how surely."""
    if is_verb(token):
        span = setting.span(token.idx, token.idx + len(token.text))
    else:
        loose = [
            child
            for child in token.children
            if child.lower_ == "with" and not any(sits(each, setting) for each in objects(token, "with"))
        ]
        span = setting.words(token, loose)
    return Mention(
        spans=[span],
        statements=[statement.id for statement in setting.statements(token)],
        status=setting.status(token),
        definite=False,
    )


def called_by(mention: Mention, tokens: Iterable[Token], setting: Setting) -> None:
    for token in tokens:
        for ref in setting.refs(token):
            if mention.convenor is None:
                mention.convenor = ref
