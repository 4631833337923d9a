"""What a sentence speaks of, whatever its words: concepts (``*.toml``), and frames that several of them make.

A concept is a family of words that drafters use for one thing. A frame says which concepts stand together where
something is said, in whatever order: ``body names public !without`` is a sentence of a body and of names and of
making public, and without one of "without". In a frame

* ``one|other`` is either of the two, ``!one`` none of it;
* ``one>other`` is both, the other after the one and near, ``one>>other`` however far;
* ``one~other`` is both near one another in any order;
* ``^one`` stands at the head of the sentence, ``^^one`` opens it, ``!^one`` and ``!^^one`` do not stand there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from parley.text import patterns as re
from parley.text.acts import acts_by_id

from .steps import stem

Hits = Mapping[str, list[tuple[int, int]]]
"""The places of each concept in a sentence, as ``(start, end)``; a concept that isn't there is missing."""

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_NEAR = 60
"""So many characters may lie between two concepts that stand near one another."""
_BOUNDS = frozenset({"later", "earlier", "sooner"})
"""What "not" makes a time limit of, where "than" follows."""
_HEAD = 45
"""So far from the start of a sentence its head reaches."""
_OPENING = 14
"""So far from the start of a sentence stands what opens it."""
_GAP = 4
"""So many words may stand at a ``~`` inside a phrase."""


@dataclass(frozen=True)
class _Word:
    """One word of a phrase: its stem, its exact form, or how it begins. ``loose``: others may stand before it."""

    exact: str | None
    stem: str | None
    prefix: str | None
    loose: bool

    def fits(self, word: str, stem: str) -> bool:
        if self.stem is not None:
            return stem == self.stem
        return word == self.exact if self.prefix is None else word.startswith(self.prefix)


_SHORTER = frozenset({"not", "sit", "plan", "cap", "car", "bar", "hop", "rid"})
"""Words that another one is with an "e" behind it."""


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    """As :func:`stem`, with "remedied" and "remedy" as one; "note" is not "not", and a site does not sit."""
    plain = stem(word)
    if plain in _SHORTER and word.startswith(f"{plain}e"):
        return f"{plain}e"
    return f"{plain[:-1]}y" if plain.endswith("i") else plain


@dataclass(frozen=True)
class _Phrase:
    concept: str
    rest: tuple[_Word, ...]

    @cached_property
    def needs(self) -> frozenset[str]:
        """The words and stems without which it isn't there, but for the first."""
        return frozenset(word for each in self.rest if (word := each.exact or each.stem))


def concepts_in(
    words: str, names: Mapping[str, str] | None = None, marks: Hits | None = None
) -> dict[str, list[tuple[int, int]]]:
    """The concepts in ``words`` and where; ``names`` gives further words, as they are written, their concept, and
    ``marks`` are concepts that are known already."""
    lexicon = _lexicon()
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(words)]
    lower = [token.casefold().replace("’", "'") for token, *_ in tokens]
    stems = list(map(_stem, lower))
    present = {*lower, *stems}
    found: dict[str, list[tuple[int, int]]] = {name: list(places) for name, places in (marks or {}).items()}
    for i, (token, start, end) in enumerate(tokens):
        if names and token in names:
            found.setdefault(names[token], []).append((start, end))
            continue  # "the Joint Watch" is a body, and nothing is watched
        if token == "May" and start:
            continue  # the month
        after = lower[i + 1] if i + 1 < len(lower) else ""
        bound = after in _BOUNDS and lower[i + 2 : i + 3] == ["than"]
        for phrase in lexicon.opened_by(lower[i], after):
            if bound and phrase.concept == "neg":
                continue  # "not later than the 3rd day" denies nothing
            if not phrase.rest:
                found.setdefault(phrase.concept, []).append((start, end))
            elif phrase.needs <= present and (last := _end(phrase.rest, lower, stems, i + 1)):
                found.setdefault(phrase.concept, []).append((start, tokens[last - 1][2]))
    for whole, parts in lexicon.wholes:
        places = [place for part in parts for place in found.get(part, ())]
        if places:
            found[whole] = sorted({*found.get(whole, ()), *places})
    return found


def _end(rest: tuple[_Word, ...], words: list[str], stems: list[str], at: int) -> int:
    """Where a phrase ends whose first word stands before ``at``, as the number of the word after it; 0 for nowhere."""
    many = len(words)
    for part in rest:
        last = at + _GAP if part.loose else at
        while at < many and not part.fits(words[at], stems[at]):
            at += 1
            if at > last:
                return 0
        if at >= many:
            return 0
        at += 1
    return at


class _Lexicon:
    """The phrases of all concepts by how their first word is matched."""

    def __init__(self, families: Mapping[str, str]) -> None:
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        self._prefixes: dict[str, list[_Phrase]] = {}
        self.wholes: list[tuple[str, list[str]]] = []
        """Concepts with the concepts that they take in, in the order of the file."""
        self._known: dict[str, tuple[list[_Phrase], dict[str, list[_Phrase]]]] = {}
        for concept, family in families.items():
            entries = [
                each for entry in family.split(",") if entry.strip() for each in _with_acts(" ".join(entry.split()))
            ]
            parts = [each[1:-1] for each in entries if each.startswith("{")]
            if parts:
                self.wholes.append((concept, parts))
            for each in entries:
                if not each.startswith("{"):
                    first, *rest = _words(each)
                    self._table(first).setdefault(first.exact or first.prefix or first.stem or "", []).append(
                        _Phrase(concept, tuple(rest))
                    )

    def _table(self, word: _Word) -> dict[str, list[_Phrase]]:
        return self._exact if word.exact is not None else self._prefixes if word.prefix is not None else self._stems

    def opened_by(self, word: str, after: str) -> list[_Phrase]:
        """The phrases that may stand where ``word`` is followed by ``after``."""
        known = self._known.get(word)
        if known is None:
            known = _by_second_word(self._all_opened_by(word))
            if len(self._known) < 20_000:
                self._known[word] = known
        found, seconds = known
        if seconds and (after in seconds or _stem(after) in seconds):
            return [*found, *seconds.get(after, ()), *(seconds.get(_stem(after), ()) if _stem(after) != after else ())]
        return found

    def _all_opened_by(self, word: str) -> list[_Phrase]:
        found = [*self._exact.get(word, ()), *self._stems.get(_stem(word), ())]
        return [*found, *(each for n in range(2, len(word) + 1) for each in self._prefixes.get(word[:n], ()))]


def _by_second_word(phrases: Iterable[_Phrase]) -> tuple[list[_Phrase], dict[str, list[_Phrase]]]:
    """Those that any second word may follow, and the others by the one word, or stem, that has to stand next."""
    free: list[_Phrase] = []
    seconds: dict[str, list[_Phrase]] = {}
    for each in phrases:
        second = each.rest[0] if each.rest else None
        if second is None or second.loose or second.prefix is not None:
            free.append(each)
        else:
            seconds.setdefault(second.exact or second.stem or "", []).append(each)
    return free, seconds


def _with_acts(entry: str) -> list[str]:
    """An entry, or for ``<act>`` the verbs and nouns by which the lexicon of acts knows that act and its cases."""
    if not entry.startswith("<"):
        return [entry]
    act = acts_by_id()[entry.strip("<>")]
    cases = (acts_by_id()[each] for each in act.includes if each not in act.loosely)
    named = (word for each in (act, *cases) for word in (*each.verbs, *each.clauses, *each.nouns, *each.forms))
    return sorted({word for word in named if "," not in word})


def _words(entry: str) -> list[_Word]:
    found = []
    for match in re.finditer(r"(~?)([^\s~]+)", entry):
        word = match[2].casefold()
        exact, prefix = word.startswith("="), word.endswith("*")
        plain = word.strip("=*")
        found.append(
            _Word(
                exact=plain if exact else None,
                prefix=plain if prefix else None,
                stem=None if exact or prefix else _stem(plain),
                loose=bool(match[1]),
            )
        )
    return found


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    families: dict[str, str] = {}
    for name in ("concepts.toml", "provisions.toml"):
        families |= tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
    return _Lexicon(families)


@dataclass(frozen=True)
class _Term:
    """One condition of a frame: any of ``either``, or where ``after`` is set one of these near one of those."""

    either: tuple[str, ...]
    after: tuple[str, ...] = ()
    ordered: bool = False
    head: int = 0
    """So far from the start of the sentence it has to stand; 0 for anywhere."""
    far: bool = False
    none: bool = False

    @property
    def same(self) -> bool:
        """Whether it is twice the same concept, which two words have to tell: "open fire" is one act, not two."""
        return self.either == self.after


class Frame:
    """Concepts that stand together; written as the module says."""

    def __init__(self, written: str) -> None:
        terms = [_term(each) for each in written.split()]
        self._none = tuple(concept for each in terms if each.none and not each.head for concept in each.either)
        self._not_at_head = tuple(
            (each.head, concept) for each in terms if each.none and each.head for concept in each.either
        )
        self._terms = tuple(each for each in terms if not each.none)
        self.sides = tuple(side for each in self._terms for side in (each.either, each.after) if side)
        """Concepts of each of which one has to stand there."""
        self._needs = frozenset(side[0] for side in self.sides if len(side) == 1)
        """Concepts without which there is nothing to look for."""

    def find(self, hits: Hits) -> tuple[int, int] | None:
        """The stretch from the first to the last of the concepts, if all stand there and none that must not."""
        if not hits.keys() >= self._needs or any(concept in hits for concept in self._none):
            return None
        if any(place[0] < head for head, concept in self._not_at_head for place in hits.get(concept, ())):
            return None
        spans = self._spans(hits)
        return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None

    def told(self, hits: Hits) -> bool:
        """Whether all of the concepts stand there, be there also one that must not."""
        return bool(self._spans(hits))

    def _spans(self, hits: Hits) -> list[tuple[int, int]]:
        """A place for each of the concepts; none where one is missing."""
        spans: list[tuple[int, int]] = []
        for term in self._terms:
            found = _place(term, hits)
            if found is None:
                return []
            spans.append(found)
        return spans


def joined(lead: str, hits: Hits, more: Hits) -> dict[str, list[tuple[int, int]]]:
    """The concepts of two sentences of which the second hangs on the first, as if they were one: ``hits`` are those of
    ``lead``, ``more`` those of what follows it."""
    after = len(lead) + 1
    return {
        name: [*hits.get(name, ()), *((after + start, after + end) for start, end in more.get(name, ()))]
        for name in {*hits, *more}
    }


def frames(written: Iterable[str]) -> tuple[Frame, ...]:
    return tuple(Frame(each) for each in written)


def first(among: Iterable[Frame], hits: Hits) -> tuple[int, int] | None:
    """The stretch of the first of these frames that is there."""
    return next((found for each in among if (found := each.find(hits)) is not None), None)


def _term(written: str) -> _Term:
    none = written.startswith("!")
    head = {0: 0, 1: _HEAD, 2: _OPENING}[written[:3].count("^")]
    plain = written.lstrip("!^")
    for mark in (">>", ">", "~"):
        if mark in plain:
            one, other = plain.split(mark)
            return _Term(tuple(one.split("|")), tuple(other.split("|")), mark != "~", head, mark == ">>")
    return _Term(tuple(plain.split("|")), head=head, none=none)


def _place(term: _Term, hits: Hits) -> tuple[int, int] | None:
    places = (place for concept in term.either for place in hits.get(concept, ()))
    if term.head:
        places = (place for place in places if place[0] < term.head)
    if not term.after:
        return min(places, default=None)
    others = [place for concept in term.after for place in hits.get(concept, ())]
    return next(_pairs(places, others, term), None)


def _pairs(ones: Iterable[tuple[int, int]], others: list[tuple[int, int]], term: _Term) -> Iterator[tuple[int, int]]:
    for one in ones:
        for other in others:
            gap = other[0] - one[1] if one[0] < other[0] else one[0] - other[1]
            if (
                one != other
                and (gap >= 0 or not term.same)
                and (gap <= _NEAR or term.far)
                and (not term.ordered or one[0] < other[0])
            ):
                yield min(one[0], other[0]), max(one[1], other[1])
