"""Definitions that changed: whether the word takes in more or less now, where it is used, and who bears that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.model import Definition, Framework, Obligation, Sentence

from .amounts import amounts, bare, shifts
from .likeness import words_of
from .meaning import weight
from .scope import NARROWER, WIDER, scope, threshold


def definition_of(sentence: Sentence, framework: Framework) -> Definition | None:
    """The definition that this sentence gives."""
    return next((each for each in framework.definitions if each.span.start == sentence.start), None)


def widened(before: str, after: str) -> str | None:
    """``wider`` or ``narrower``, as a word means more or less now; ``None`` where that is open."""
    wide = scope(before.strip(" .;"), after.strip(" .;"))
    if wide is not None:
        return wide
    one, other = amounts(before), amounts(after)
    if words_of(bare(before, one)) != words_of(bare(after, other)):
        return None
    found = [
        threshold(after, each.new.start, each.new.end, each.more) if each.new and each.more is not None else None
        for each in shifts(one, other)
    ]
    return found[0] if len(set(found)) == 1 else None


def changed(term: str, wide: str | None, used: Sequence[Obligation]) -> str:
    """What the change of a definition is, and on which provisions it bears."""
    places = list(dict.fromkeys(each.provision for each in used if each.provision))
    where = f": {', '.join(places[:6])}{' …' if len(places) > 6 else ''}" if places else ""
    means = f"“{term}” takes in {'more' if wide == WIDER else 'less'} now" if wide else "The definition changed"
    return f"{means}; it bears on every provision that uses the word{where}."


def using(term: str, framework: Framework) -> Iterator[Obligation]:
    """The obligations whose thing is the defined one."""
    for each in framework.obligations:
        if each.object and each.object.value.term == term:
            yield each


def burden(each: Obligation, wide: str | None) -> int:
    """What more or less in a word does to somebody whose duty, ban or permission is on it."""
    return weight(each) * {WIDER: 1, NARROWER: -1}.get(wide or "", 0)
