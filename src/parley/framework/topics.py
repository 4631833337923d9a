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
from parley.text.holding import Holding


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


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


@dataclass(frozen=True)
class _Rules:
    topics: tuple[TopicRule, ...]
    left_open: re.Pattern[str]
    refused: re.Pattern[str]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    table, words = _table("topics.toml"), _table("topic_words.toml")
    return _Rules(
        tuple(_rule(row, words) for row in table["topic"]),
        _pattern(table["left_open"], words),
        _pattern(table["refused"], words),
    )


def topic_rules() -> tuple[TopicRule, ...]:
    return _rules().topics


def topics(framework: Framework) -> tuple[Topic, ...]:
    """Every topic of the list, present or not, with the provisions whose sentences speak to it.

    Sentences of the preamble count too, but for a few topics: what a text recalls and wishes is coded by its
    readers. The signatures that close a text have no sentences of their own kind, and count like the rest.
    """
    told = _Told(_settled([(sentence, " ".join(sentence.exact.split())) for sentence in framework.sentences]))
    return tuple(_topic(rule, told) for rule in topic_rules())


def _settled(sentences: list[tuple[Sentence, str]]) -> list[tuple[Sentence, str]]:
    """All but what was only raised or put off, and what the next sentence says was refused."""
    rules = _rules()
    following = [words for _, words in sentences[1:]] + [""]
    return [
        (sentence, words)
        for (sentence, words), after in zip(sentences, following, strict=False)
        if not rules.left_open.search(words) and not rules.refused.match(after)
    ]


class _Told:
    """The sentences of a text, and which of them a pattern may match in: there are too many to try each on all."""

    def __init__(self, sentences: list[tuple[Sentence, str]]) -> None:
        self.sentences = [sentence for sentence, _ in sentences]
        self.words = [words for _, words in sentences]
        self.candidates = Holding(dict(enumerate(self.words))).may_match
        """The sentences that a pattern may match in."""


def _topic(rule: TopicRule, told: _Told) -> Topic:
    said = _said(rule, told)
    found = [
        sentence
        for index, sentence in enumerate(told.sentences)
        if (sentence.operative or not rule.operative) and (index in said or _done(rule, sentence))
    ]
    provisions = dict.fromkeys(sentence.provision for sentence in found if sentence.provision is not None)
    return Topic(code=rule.code, present=bool(found), provisions=tuple(provisions))


def _said(rule: TopicRule, told: _Told) -> set[int]:
    found = {at for says in rule.says for at in told.candidates(says) if says.search(told.words[at])}
    for row in rule.together:
        both = frozenset.intersection(*map(told.candidates, row))
        found.update(at for at in both - found if _near(row, told.words[at]))
    return {at for at in found if _meant(rule, told.words[at])}


def _meant(rule: TopicRule, words: str) -> bool:
    """Whether it is still said when what only has the words of the topic is taken out."""
    if rule.passing is None or (rest := rule.passing.sub(" ; ", words)) == words:
        return True
    return any(says.search(rest) for says in rule.says) or any(_near(row, rest) for row in rule.together)


def _near(patterns: tuple[re.Pattern[str], ...], words: str) -> bool:
    found = []
    for pattern in patterns:
        spans = [match.span() for match in pattern.finditer(words)]
        if not spans:
            return False
        found.append(spans)
    first, *rest = found
    for one in first:
        around = [[other for other in spans if abs(other[0] - one[0]) <= _REACH] for spans in rest]
        if any(_beside(words, sorted((one, *others))) for others in product(*around)):
            return True
    return False


def _beside(words: str, spans: list[tuple[int, int]]) -> bool:
    return all(
        end <= start <= end + _NEAR and not _PART_ENDS.search(words, end, start)
        for (_, end), (start, _) in pairwise(spans)
    )


_NEAR = 90
"""Characters between two things that are told of each other, at most."""
_REACH = 4 * _NEAR
"""How far apart the first and the last of them may begin: what stands on the next page of a table is not tried."""
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
    return re.lasting(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


_NAMED = re.compile(r"\{([a-z]+)\}")
