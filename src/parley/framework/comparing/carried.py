"""Duties that stand in another sentence now: one paragraph made of two, or two of one. They moved; nobody did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from parley.model import Obligation, Sentence

from .likeness import words_of
from .meaning import matched
from .pairing import Pairs, Unit


@dataclass(frozen=True)
class Carried:
    """A duty with the unit that it stood in before."""

    unit: Unit
    before: Obligation


class Carriers:
    """Which duties of the later draft come from another sentence, and which of the earlier one went to another."""

    def __init__(self, pairs: Pairs) -> None:
        gone = [(unit, each) for unit, sentence in pairs.gone for each in sentence.obligations]
        come = [each for _, sentence in pairs.new for each in sentence.obligations]
        for unit, old, _, new in pairs.sentences:
            if old.exact == new.exact:
                continue
            for one, other in matched(old.obligations, new.obligations):
                if one is None and other is not None:
                    come.append(other)
                elif other is None and one is not None:
                    gone.append((unit, one))
        self._from: dict[str, Carried] = {}
        self._left: set[str] = set()
        for same in (_whole, _duty):
            self._pair(gone, come, same)

    def _pair(
        self,
        gone: Sequence[tuple[Unit, Obligation]],
        come: Sequence[Obligation],
        same: Callable[[Obligation], object],
    ) -> None:
        waiting: dict[object, list[tuple[Unit, Obligation]]] = {}
        for unit, each in gone:
            if each.id not in self._left and (key := same(each)) is not None:
                waiting.setdefault(key, []).append((unit, each))
        for each in come:
            found = waiting.get(same(each), []) if each.id not in self._from else []
            if len(found) == 1:
                unit, before = found.pop()
                self._from[each.id] = Carried(unit, before)
                self._left.add(before.id)

    def came(self, each: Obligation) -> Carried | None:
        """Where this duty of the later draft stood before, if in another sentence."""
        return self._from.get(each.id)

    def went(self, each: Obligation) -> bool:
        """Whether this duty of the earlier draft stands in another sentence now."""
        return each.id in self._left

    def rest(self, sentence: Sentence, later: bool) -> Iterator[Obligation]:
        """The duties of a sentence that came or went as a whole, without those that stand in another sentence."""
        for each in sentence.obligations:
            if not (self.came(each) if later else self.went(each)):
                yield each


def _duty(each: Obligation) -> object:
    """Who must do what to what, whenever and wherever; nothing where too little is known to tell one from another."""
    if each.act is None or each.modality is None or each.labels or not (each.object or each.counterpart):
        return None
    bearer = each.bearer.value if each.bearer else ()
    thing = words_of(each.object.words) if each.object else ()
    return bearer, each.modality.value, each.act.value, thing, each.counterpart.value if each.counterpart else ()


def _whole(each: Obligation) -> object:
    """The same with all its parts."""
    duty = _duty(each)
    if duty is None:
        return None
    said = (each.place, each.window, each.trigger, each.exception)
    return duty, tuple(words_of(slot.words) if slot else () for slot in said)
