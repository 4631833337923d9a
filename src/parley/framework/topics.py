"""Which topics a text speaks to, by the codes of PA-X, and where; what says each stands in topics.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise, product
from typing import Any

from parley.model import Framework, Modality, Obligation, Sentence, Topic
from parley.text import patterns as re


@dataclass(frozen=True)
class DeedRule:
    """Acts of the lexicon that speak to a topic: where a duty or a ban (``barred``) names ``of``."""

    acts: frozenset[str]
    of: re.Pattern[str]
    barred: bool


@dataclass(frozen=True)
class TopicRule:
    """A topic: its PA-X code, its title, what says it, what of that does not count, whether a preamble can say it.

    A pattern of ``says`` is enough, and so are those of one row of ``together`` near each other.
    """

    code: str
    title: str
    says: tuple[re.Pattern[str], ...]
    together: tuple[tuple[re.Pattern[str], ...], ...]
    passing: re.Pattern[str] | None
    deeds: tuple[DeedRule, ...]
    operative: bool


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("topics.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _left() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _pattern(_table()["left_open"], {}), _pattern(_table()["refused"], {})


@lru_cache(maxsize=1)
def topic_rules() -> tuple[TopicRule, ...]:
    table = _table()
    words = table["words"]
    return tuple(_rule(row, words) for row in table["topic"])


def topics(framework: Framework) -> tuple[Topic, ...]:
    """Every topic of the list, present or not, with the provisions whose sentences speak to it.

    Sentences of the preamble count too, but for a few topics: what a text recalls and wishes is coded by its
    readers. The signatures that close a text have no sentences of their own kind, and count like the rest.
    """
    sentences = _settled([(sentence, " ".join(sentence.exact.split())) for sentence in framework.sentences])
    return tuple(_topic(rule, sentences) for rule in topic_rules())


def _settled(sentences: list[tuple[Sentence, str]]) -> list[tuple[Sentence, str]]:
    """All but what was only raised or put off, and what the next sentence says was refused."""
    left_open, refused = _left()
    following = [words for _, words in sentences[1:]] + [""]
    return [
        (sentence, words)
        for (sentence, words), after in zip(sentences, following, strict=True)
        if not left_open.search(words) and not refused.match(after)
    ]


def _topic(rule: TopicRule, sentences: list[tuple[Sentence, str]]) -> Topic:
    found = [
        sentence
        for sentence, words in sentences
        if (sentence.operative or not rule.operative) and (_said(rule, words) or _done(rule, sentence))
    ]
    provisions = dict.fromkeys(sentence.provision for sentence in found if sentence.provision is not None)
    return Topic(code=rule.code, present=bool(found), provisions=tuple(provisions))


def _said(rule: TopicRule, words: str) -> bool:
    if not _says(rule, words):
        return False
    # What only has the words of the topic is taken out; what stands beside it still counts.
    return rule.passing is None or _says(rule, rule.passing.sub(" ; ", words))


def _says(rule: TopicRule, words: str) -> bool:
    return any(pattern.search(words) for pattern in rule.says) or any(_near(row, words) for row in rule.together)


def _near(patterns: tuple[re.Pattern[str], ...], words: str) -> bool:
    found = []
    for pattern in patterns:
        spans = [match.span() for match in pattern.finditer(words)]
        if not spans:
            return False
        found.append(spans)
    return any(_beside(words, sorted(spans)) for spans in product(*found))


def _beside(words: str, spans: list[tuple[int, int]]) -> bool:
    return all(
        end <= start <= end + _NEAR and not _PART_ENDS.search(words, end, start)
        for (_, end), (start, _) in pairwise(spans)
    )


_NEAR = 90
"""Characters between two things that are told of each other, at most."""
_PART_ENDS = re.compile(r"[;.:](?!\d)")


def _done(rule: TopicRule, sentence: Sentence) -> bool:
    return any(
        obligation.act.value in deed.acts and deed.of.search(_named(obligation)) is not None
        for obligation in sentence.obligations
        if obligation.act is not None and obligation.modality is not None
        for deed in rule.deeds
        if deed.barred is (obligation.modality.value is Modality.MUST_NOT)
    )


def _named(obligation: Obligation) -> str:
    """Who the duty is laid on and what it is about: in "foreign troops shall leave" the first tells the topic."""
    bearer = obligation.bearer.words if obligation.bearer else ""
    return f"{bearer} ; {obligation.object.value.text if obligation.object else ''}"


def _rule(row: dict[str, Any], words: dict[str, str]) -> TopicRule:
    return TopicRule(
        row["code"],
        row["title"],
        tuple(_pattern([says], words) for says in row["says"]),
        tuple(tuple(_pattern([one], words) for one in patterns) for patterns in row.get("together", ())),
        _pattern(row["passing"], words) if "passing" in row else None,
        tuple(
            DeedRule(frozenset(acts.split()), _pattern([of], words), barred)
            for kind, barred in (("duties", False), ("bans", True))
            for acts, of in row.get(kind, ())
        ),
        row.get("operative", False),
    )


def _pattern(patterns: list[str], words: dict[str, str]) -> re.Pattern[str]:
    """The patterns as one, of whole words; ``{name}`` stands for the group of words of that name."""
    joined = "|".join(patterns)
    while (named := _NAMED.sub(lambda name: f"(?:{words[name[1]]})", joined)) != joined:
        joined = named
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


_NAMED = re.compile(r"\{([a-z]+)\}")
