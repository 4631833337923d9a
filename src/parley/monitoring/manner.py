"""Words beside an act's own that say which acts of the kind are meant: "suicide attacks", "large-scale exercises"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Obligation
from parley.text import patterns as re
from parley.text.acts import words_for
from parley.text.wordlist import word_set

from .objects import stems, stems_told
from .standing import Known
from .truth import YES, Fact, unsaid

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|,")
_SAYS_NO_MORE = word_set(
    "any all a an the no its their his further new more other another such same kind kinds form forms type types "
    "sort sorts of in to out on up military armed hostile offensive aggressive violent physical direct indirect "
    "renewed additional subsequent future own part act acts carry carrying conduct conducting launch launching "
    "make making perform performing undertake undertaking commit committing engage engaging mount mounting stage "
    "staging execute executing do doing take taking participate participating hold holding refrain cease from for "
    "initiate initiating begin beginning start starting continue continuing resume resuming stop halt immediately "
    "forthwith fully completely"
)
_JOINS = word_set("and or nor ,")


@dataclass(frozen=True)
class Manner:
    """How an act has to be done to be one of those meant: in one of the ways that ``words`` list."""

    words: str
    ways: tuple[frozenset[str], ...]

    def is_met(self, entry: Known) -> Fact:
        """Whether a report says so by its words for the act or its thing; else nobody says how it was done."""
        told = stems_told(entry.report)
        if any(way <= told for way in self.ways):
            return YES
        return unsaid(self.words)


def manner(one: Obligation, act: str) -> Manner | None:
    """What the sentence says of the act between its modal and the act's own words; ``None`` where it says no more."""
    if one.modality is None or one.act is None or not (one.modality.spans and one.act.spans):
        return None
    start, end = one.modality.spans[-1].end - one.sentence.start, one.act.spans[-1].end - one.sentence.start
    told = " ".join(one.sentence.exact[max(start, 0) : end].split())
    found = [each for each in words_for(act, one.act.words) if each.noun]
    if not found or not told.endswith(" ".join(one.act.words.split())):
        return None
    tokens = _WORD.findall(told)
    own = len(re.findall(r"[^\W_]+(?:[’'][^\W_]+)?", one.act.words)) - found[0].first
    front = tokens[: _from_the_end(tokens, own)]
    groups = list(_ways(front))
    if not all(groups):
        return None
    return Manner(" or ".join(" ".join(group) for group in groups), tuple(stems(" ".join(group)) for group in groups))


def _from_the_end(tokens: list[str], words: int) -> int:
    """Where so many words from the end begin; a word with a hyphen is as many as it has parts."""
    at = len(tokens)
    while words > 0 and at > 0:
        at -= 1
        words -= len(re.findall(r"[^\W_]+", tokens[at]))
    return at


def _ways(front: list[str]) -> Iterator[list[str]]:
    """The words that tell more, in groups where the sentence lists several ways."""
    group: list[str] = []
    for word in front:
        if word.casefold() in _JOINS:
            yield group
            group = []
        elif word.casefold() not in _SAYS_NO_MORE:
            group.append(word)
    yield group
