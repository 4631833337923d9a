"""Which provision and which sentence of the later draft is which of the earlier one.

A word id settles it. Without one the same words do, and else the likest words, the best pair first; the
printed number speaks for a pair, and never against one, as numbers move.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from operator import attrgetter

from parley.model import Framework, Sentence, provision_number
from parley.text.citing import provisions_cited

from .amounts import things_in
from .likeness import likest, words_of

_LIKE = 0.5
"""Likeness from which two provisions are one."""
_LIKE_NUMBERED = 0.3
"""The same, where both carry the same number, or oblige the same to the same."""
_LIKE_SENTENCES = 0.4
_JOINING = frozenset({"at", "by", "for", "from", "in", "of", "on", "to", "under", "which", "who", "with"})
"""Words after which it is said which of a thing is meant."""
_LIKE_APART = 0.6
"""Likeness from which sentences of different provisions are one that was moved."""


@dataclass(frozen=True)
class Unit:
    """A provision with the sentences that are its own, not those of provisions inside it.

    ``id`` is ``None`` for what stands outside all provisions; ``rank`` is its place in the order of the text.
    """

    rank: int
    id: str | None
    number: str | None
    heading: str | None
    sentences: tuple[Sentence, ...]
    words: tuple[str, ...] = ()

    @property
    def word_id(self) -> str | None:
        return self.id if self.id and self.id != self.number and "#" not in self.id else None


@dataclass
class Pairs:
    """``units`` and ``sentences`` that are one, the earlier first, in the order of the later draft; and the rest."""

    units: list[tuple[Unit, Unit]]
    sentences: list[tuple[Unit, Sentence, Unit, Sentence]] = field(default_factory=list)
    gone: list[tuple[Unit, Sentence]] = field(default_factory=list)
    new: list[tuple[Unit, Sentence]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.by_id = {before.id: (before, after) for before, after in self.units}
        """The pair of each unit by its id in the earlier draft."""

    def later(self, id: str | None) -> Unit | None:
        """The unit of the later draft that the earlier one's ``id`` became."""
        return self.by_id[id][1] if id in self.by_id else None

    def turned(self) -> Pairs:
        """The same from the later draft's side; of the sentences, nothing."""
        return Pairs([(after, before) for before, after in self.units])

    def moved(self) -> set[str | None]:
        """Ids (of the later draft) of units that stand elsewhere among those that stayed in order."""
        ranks = [before.rank for before, _ in self.units]
        stayed = _longest_rise(ranks)
        return {after.id for index, (_, after) in enumerate(self.units) if index not in stayed}


def units_of(framework: Framework) -> list[Unit]:
    """The provisions in the order of the text, each with its own sentences."""
    own: dict[str | None, list[Sentence]] = defaultdict(list)
    for sentence in framework.sentences:
        own[sentence.provision].append(sentence)
    known = [(each.id, each.number, each.heading) for each in framework.provisions]
    return [
        Unit(rank, id, number, heading, tuple(own[id]), words_of(" ".join(each.exact for each in own[id])))
        for rank, (id, number, heading) in enumerate([(None, None, None), *known])
    ]


def pair(before: Framework, after: Framework) -> Pairs:
    """The provisions and sentences of two drafts that are one. Time grows with the words that few provisions share."""
    old, new = units_of(before), units_of(after)
    chosen = dict(_pair_units(old, new))
    by_rank = {unit.rank: unit for unit in new}
    pairs = Pairs(sorted(((old[a], by_rank[b]) for a, b in chosen.items()), key=lambda each: each[1].rank))
    _pair_sentences(pairs, old, new, chosen)
    return pairs


def _pair_units(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    yield 0, 0
    free_old, free_new = {unit.rank: unit for unit in old[1:]}, {unit.rank: unit for unit in new[1:]}
    done: list[tuple[int, int]] = []

    def taken(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        for a, b in pairs:
            if a in free_old and b in free_new:
                del free_old[a], free_new[b]
                done.append((a, b))
                yield a, b

    named = {unit.word_id: unit.rank for unit in new if unit.word_id}
    yield from taken([(unit.rank, named[unit.word_id]) for unit in old if unit.word_id in named])
    yield from taken(_same_words([*free_old.values()], [*free_new.values()]))
    yield from taken(_likest([*free_old.values()], [*free_new.values()]))
    yield from taken(_same_duty([*free_old.values()], [*free_new.values()]))
    parts = [(old[a], new[b]) for a, b in done]
    yield from taken(_same_parts([*free_old.values()], [*free_new.values()], parts))
    yield from taken(_same_place([*free_old.values()], [*free_new.values()]))


def _same_words(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Units of exactly the same words; where those stand several times, the same number or else the same turn."""
    found: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in new:
        found[unit.words].append(unit)
    for unit in old:
        alike = found.get(unit.words) if unit.words else None
        if alike:
            best = next((each for each in alike if each.number == unit.number), alike[0])
            alike.remove(best)
            yield unit.rank, best.rank


def _same_place(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Units without words of their own (an article over its paragraphs): by heading, or else by number."""
    for key in (attrgetter("heading"), attrgetter("number")):
        found = {key(unit): unit.rank for unit in reversed(new) if not unit.words and key(unit)}
        yield from [(unit.rank, found[key(unit)]) for unit in old if not unit.words and key(unit) in found]


def _same_parts(
    old: Sequence[Unit], new: Sequence[Unit], parts: Sequence[tuple[Unit, Unit]]
) -> Iterator[tuple[int, int]]:
    """Units without words of their own, by where most of the provisions in them went."""
    outer_old, outer_new = (
        {provision_number(unit.number): unit.rank for unit in side if unit.number and not unit.words}
        for side in (old, new)
    )
    votes: Counter[tuple[int, int]] = Counter()
    for one, other in parts:
        for above, above_now in zip(_outer(one), _outer(other), strict=False):
            if above in outer_old and above_now in outer_new:
                votes[outer_old[above], outer_new[above_now]] += 1
    yield from (pair for pair, _ in votes.most_common())


def _outer(unit: Unit) -> list[str]:
    """The numbers of what a provision stands in, the nearest first: "2(1)" and "2" of "2.1(a)"."""
    parts = provision_number(unit.number or "").split("(")
    return ["(".join(parts[:end]) for end in range(len(parts) - 1, 0, -1)]


def _same_duty(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Units whose only sentences oblige the same to the same, in whatever words, where no other does."""
    one, other = ([unit for unit in side if len(unit.sentences) == 1] for side in (old, new))
    for i, j in _same_obligation([unit.sentences[0] for unit in one], [unit.sentences[0] for unit in other]):
        yield one[i].rank, other[j].rank


def _same_obligation(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Sentences of the same bearer, act and thing, which only one of either side has."""
    found = [defaultdict[tuple[object, ...], list[int]](list) for _ in range(2)]
    for side, sentences in zip(found, (old, new), strict=True):
        for index, sentence in enumerate(sentences):
            if (key := _obliges(sentence)) is not None:
                side[key].append(index)
    for key, these in found[0].items():
        if len(these) == 1 == len(found[1].get(key, ())):
            yield these[0], found[1][key][0]


def _obliges(sentence: Sentence) -> tuple[object, ...] | None:
    """Who does what to what, without how many and when; ``None`` where there are several duties, or one isn't read."""
    if len(sentence.obligations) != 1:
        return None
    (each,) = sentence.obligations
    if each.act is None or each.bearer is None or each.object is None:
        return None
    head = tuple(takewhile(lambda word: word not in _JOINING, things_in(each.object.words)))
    return (each.bearer.value, each.act.value, head) if head else None


def _likest(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    scored = []
    duties = [
        [_obliges(unit.sentences[0]) if len(unit.sentences) == 1 else None for unit in side] for side in (old, new)
    ]
    for like, i, j in likest([unit.words for unit in old], [unit.words for unit in new]):
        one, other = old[i], new[j]
        same = one.number is not None and one.number == other.number
        duty = duties[0][i] is not None and duties[0][i] == duties[1][j]
        if one.words and other.words and like >= (_LIKE_NUMBERED if same or duty else _LIKE):
            scored.append((-like - 0.1 * same - 0.3 * duty, one.rank, other.rank))
    for _, a, b in sorted(scored):
        yield a, b


def _pair_sentences(pairs: Pairs, old: Sequence[Unit], new: Sequence[Unit], chosen: dict[int, int]) -> None:
    rest_old: dict[int, list[Sentence]] = {unit.rank: list(unit.sentences) for unit in old}
    rest_new: dict[int, list[Sentence]] = {unit.rank: list(unit.sentences) for unit in new}
    found: list[tuple[Unit, Sentence, Unit, Sentence]] = []
    for one, other in _same_title(rest_old[0], rest_new[0]):
        rest_old[0].remove(one)
        rest_new[0].remove(other)
        found.append((old[0], one, new[0], other))
    for a, b in chosen.items():
        single = len(rest_old[a]) == len(rest_new[b]) == 1
        for one, other in _alike(rest_old[a], rest_new[b], 0 if single else _LIKE_SENTENCES):
            rest_old[a].remove(one)
            rest_new[b].remove(other)
            found.append((old[a], one, new[b], other))
    owner_old = {id(each): old[rank] for rank, left in rest_old.items() for each in left}
    owner_new = {id(each): new[rank] for rank, left in rest_new.items() for each in left}
    left_old = [each for left in rest_old.values() for each in left]
    left_new = [each for left in rest_new.values() for each in left]
    for one, other in _alike(left_old, left_new, _LIKE_APART):
        found.append((owner_old.pop(id(one)), one, owner_new.pop(id(other)), other))
    left_old, left_new = (
        [each for each in left if id(each) in owner] for left, owner in ((left_old, owner_old), (left_new, owner_new))
    )
    for i, j in _same_obligation(left_old, left_new):
        one, other = left_old[i], left_new[j]
        found.append((owner_old.pop(id(one)), one, owner_new.pop(id(other)), other))
    pairs.sentences = sorted(found, key=lambda each: each[3].start)
    pairs.gone = [(owner_old[id(each)], each) for each in left_old if id(each) in owner_old]
    pairs.new = [(owner_new[id(each)], each) for each in left_new if id(each) in owner_new]


def _same_title(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Headings that are one but for their numbers: "Article 5: Roads" and "Article 6: Roads"."""
    titled = {title: each for each in reversed(new) if (title := _title(each))}
    return [(each, titled.pop(title)) for each in old if (title := _title(each)) in titled]


def _title(sentence: Sentence) -> tuple[str, ...]:
    cited = None if sentence.operative else next(provisions_cited(sentence.exact), None)
    return words_of(sentence.exact[cited.end :]) if cited is not None and cited.start == 0 else ()


def _alike(old: Sequence[Sentence], new: Sequence[Sentence], least: float) -> list[tuple[Sentence, Sentence]]:
    """Sentences that are one, the likest first; each is used once."""
    if len(old) == len(new) == 1 and least == 0:
        return [(old[0], new[0])]
    words = [[words_of(each.exact) for each in side] for side in (old, new)]
    scored = sorted((-like, abs(i - j), i, j) for like, i, j in likest(*words) if like >= least)
    free_old, free_new, found = set(range(len(old))), set(range(len(new))), []
    for _, _, i, j in scored:
        if i in free_old and j in free_new:
            free_old.remove(i)
            free_new.remove(j)
            found.append((old[i], new[j]))
    return found


def _longest_rise(ranks: Sequence[int]) -> set[int]:
    """Indexes of a longest increasing subsequence (patience sorting: C. Schensted, Canad. J. Math. 13, 1961)."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, rank in enumerate(ranks):
        at = bisect.bisect_left(tails, rank)
        tails[at : at + 1] = [rank]
        ends[at : at + 1] = [index]
        back.append(ends[at - 1] if at else -1)
    kept, index = set[int](), ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = back[index]
    return kept
