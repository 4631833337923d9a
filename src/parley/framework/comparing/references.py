"""What a reference by number in the earlier draft is called in the later one, where provisions were renumbered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from parley.model import Framework, Provision, provision_number
from parley.text.citing import ELSEWHERE, Cited, by_heading, heading_key, provisions_cited
from parley.text.listing import listed

from .likeness import words_of
from .pairing import Pairs

Reference = Callable[[Cited, str], Hashable]


class Renumbered:
    """The references of two drafts in one count: that of the later draft."""

    def __init__(self, before: Framework, after: Framework, pairs: Pairs) -> None:
        self._pairs = pairs
        self._printed: dict[str, list[Provision]] = defaultdict(list)
        self._parts: dict[str, list[Provision]] = defaultdict(list)
        for each in before.provisions:
            self._printed[each.printed].append(each)
            for at in (match.start() for match in re.finditer(r"\(", each.printed)):
                self._parts[each.printed[:at]].append(each)
        self._by_id = {each.id: each for each in after.provisions}
        self._own = {each.id: each for each in before.provisions}
        self._under = by_heading(before.provisions)

    def earlier(self, provision: str | None) -> Reference:
        """How to read the references of a sentence that stands in ``provision`` of the earlier draft."""

        def resolved(cited: Cited, words: str) -> Hashable:
            if ELSEWHERE.match(words, cited.end):
                return _plain(cited.numbers)
            return _plain([self._now(cited.kind, number, provision) for number in cited.numbers])

        return resolved

    @staticmethod
    def later(cited: Cited, _words: str) -> Hashable:
        """How to read the references of the later draft: as they stand."""
        return _plain(cited.numbers)

    def _now(self, kind: str, number: str, provision: str | None) -> str:
        """The number under which the later draft has what ``number`` is in the earlier one; itself if that is open."""
        headed = self._under.get(heading_key(kind, number))
        if headed:
            found = {self._headed(kind, each) for each in headed} - {None}
            return found.pop() or number if len(found) == 1 else number
        printed = provision_number(number)
        order = [printed, *self._beside(printed, provision)]
        for sought in order if kind.casefold().startswith(("art", "§")) else reversed(order):
            exact = self._printed.get(sought, [])
            if len(exact) == 1:
                new = self._became(exact[0])
                if new is None:
                    return number
                return new.printed if sought == printed else self._within(new, provision) or number
        parts = {self._outer(each, printed) for each in self._parts.get(printed, ())} - {None}
        return parts.pop() or number if len(parts) == 1 else number

    def _became(self, old: Provision) -> Provision | None:
        new = self._pairs.later(old.id)
        return self._by_id.get(new.id) if new is not None and new.id is not None else None

    def _headed(self, kind: str, old: Provision) -> str | None:
        """The number in the heading over what became of a provision."""
        new = self._became(old)
        over = next(provisions_cited(new.heading or ""), None) if new else None
        same = over is not None and over.start == 0 and heading_key(over.kind, "") == heading_key(kind, "")
        return over.numbers[0] if over is not None and same else None

    def _beside(self, printed: str, provision: str | None) -> Iterable[str]:
        """The same number within the article of the provision that refers: "paragraph 2" said in Article 8."""
        own = self._own.get(provision or "")
        return [f"{own.printed.split('(')[0]}({printed})"] if own is not None else []

    def _within(self, new: Provision, provision: str | None) -> str | None:
        """The number of a paragraph within its article, where the sentence that refers stands in the same one."""
        own = self._own.get(provision or "")
        now = self._became(own) if own is not None else None
        article = now.printed.split("(")[0] if now is not None else ""
        if not new.printed.startswith(f"{article}("):
            return None
        return new.printed[len(article) :].removeprefix("(").replace(")", "", 1)

    def _outer(self, old: Provision, printed: str) -> str | None:
        """What ``printed`` is called now, by one of its parts."""
        new = self._became(old)
        tail = old.printed[len(printed) :]
        return new.printed.removesuffix(tail) if new is not None and new.printed.endswith(tail) else None


def renumbered(text: str, resolved: Reference) -> tuple[str, ...]:
    """The words of ``text``, with what its references point at in place of their numbers."""
    parts, at = [], 0
    for cited in provisions_cited(text):
        parts += [text[at : cited.start], f" {cited.kind} {' '.join(map(str, _listed(resolved(cited, text))))} "]
        at = cited.end
    return words_of("".join([*parts, text[at:]]))


def listed_numbers(value: Hashable) -> str:
    """The numbers that a reference came to, for people."""
    return listed([str(each) for each in _listed(value)])


def _listed(value: Hashable) -> Sequence[object]:
    return value if isinstance(value, tuple) else (value,)


def _plain(numbers: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(provision_number(each) for each in numbers))
