"""Which topics a text speaks to, by the codes of PA-X, and where. Patterns only; the list stands in topics.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from parley.model import Framework, Sentence, Topic
from parley.text import patterns as re


@dataclass(frozen=True)
class TopicRule:
    """A topic: its PA-X code, its title, what says it, what of that does not count, whether a preamble can say it."""

    code: str
    title: str
    says: re.Pattern[str]
    unless: re.Pattern[str] | None
    operative: bool


@lru_cache(maxsize=1)
def topic_rules() -> tuple[TopicRule, ...]:
    table = tomllib.loads(files(__package__).joinpath("topics.toml").read_text("utf-8"))
    return tuple(
        TopicRule(
            row["code"],
            row["title"],
            _pattern(row["says"]),
            _pattern(row["unless"]) if "unless" in row else None,
            row.get("operative", False),
        )
        for row in table["topic"]
    )


def topics(framework: Framework) -> tuple[Topic, ...]:
    """Every topic of the list, present or not, with the provisions whose sentences speak to it.

    Sentences of the preamble count too, but for a few topics: what a text recalls and wishes is coded by its
    readers. The signatures that close a text have no sentences of their own kind, and count like the rest.
    """
    sentences = [(sentence, " ".join(sentence.exact.split())) for sentence in framework.sentences]
    return tuple(_topic(rule, sentences) for rule in topic_rules())


def _topic(rule: TopicRule, sentences: list[tuple[Sentence, str]]) -> Topic:
    found = [
        sentence
        for sentence, words in sentences
        if (sentence.operative or not rule.operative)
        and rule.says.search(words)
        and not (rule.unless and rule.unless.search(words))
    ]
    provisions = dict.fromkeys(sentence.provision for sentence in found if sentence.provision is not None)
    return Topic(code=rule.code, present=bool(found), provisions=tuple(provisions))


def _pattern(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
