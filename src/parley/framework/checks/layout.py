"""Where the sentences of a framework stand: which ones do something, what is before or near them, what is in a list.

Of their words only the end counts here: it tells what introduces a list, and what goes on in one.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from parley.model import Framework, Sentence, Span
from parley.text import patterns as re

_CLOSE = 2
"""So many places from a sentence another one is close to it."""


_LETS = re.compile(r"\b(?:allowed|permitted|lawful|let|stays?\s+free|not\s+forbidden|may\s+go\s+on)\b", re.IGNORECASE)
"""How a heading says that what stands under it is let."""


_HEADING = re.compile(r"^#{1,6}[ \t]+(.+)$", re.MULTILINE)
_LIST_MARK = re.compile(r"\s*(?:[-*•–]|\(?\w{1,3}[.)]|\d+\s+[–-])\s")
_LIST_LINES = 60
"""Lines of a list that are looked back over."""


class Layout:
    """The sentences of a framework by their places."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    @cached_property
    def operative(self) -> tuple[Sentence, ...]:
        """The sentences that do something; definitions are among them."""
        return tuple(sentence for sentence in self.framework.sentences if sentence.operative)

    def around(self, sentence: Sentence) -> list[Sentence]:
        """The operative sentences of the same provision, this one among them; without a provision those close by."""
        if sentence.provision is None:
            return self.close_to(sentence)
        return self.by_provision.get(sentence.provision, [])

    def provision(self, number: str) -> list[Sentence]:
        """The operative sentences of a provision, by its id."""
        return self.by_provision.get(number, [])

    def before(self, sentence: Sentence) -> Sentence | None:
        """The operative sentence that stands before this one."""
        at = self._place.get(sentence.start, 0)
        return self.operative[at - 1] if at else None

    def just_before(self, sentence: Sentence) -> Sentence | None:
        """The operative sentence before this one, where both stand in one provision."""
        before = self.before(sentence)
        return before if before is not None and before.provision == sentence.provision else None

    def after(self, sentence: Sentence) -> Sentence | None:
        """The operative sentence that follows this one."""
        at = self._place.get(sentence.start, len(self.operative)) + 1
        return self.operative[at] if at < len(self.operative) else None

    def beside(self, sentence: Sentence) -> list[str]:
        """The words of the sentences of the same provision, this one's among them."""
        return [each.exact for each in self.around(sentence)]

    def close_to(self, sentence: Sentence) -> list[Sentence]:
        """The sentences under the same heading that stand at most two places from this one, this one among them.

        A long article speaks of many things: what mends a sentence stands close by.
        """
        at = self._place.get(sentence.start, 0)
        near = self.operative[max(0, at - _CLOSE) : at + _CLOSE + 1]
        heading = self._heading(sentence)
        return [
            each
            for each in near
            if each.provision == sentence.provision or (heading is not None and self._heading(each) == heading)
        ]

    def further_on(self, sentence: Sentence) -> list[Sentence]:
        """The sentences under the same heading that follow within six places."""
        at = self._place.get(sentence.start, 0)
        heading = self._heading(sentence)
        near = self.operative[at + 1 : at + 7] if heading is not None else ()
        return [each for each in near if self._heading(each) == heading]

    @cached_property
    def _place(self) -> dict[int, int]:
        return {sentence.start: place for place, sentence in enumerate(self.operative)}

    @cached_property
    def _headings(self) -> dict[str, str | None]:
        return {each.id: each.heading for each in self.framework.provisions}

    def _heading(self, sentence: Sentence) -> str | None:
        return self._headings.get(sentence.provision or "")

    def beside_of(self, provision: str | None) -> list[str]:
        """The words of the operative sentences of a provision."""
        return [each.exact for each in self.by_provision.get(provision, [])] if provision is not None else []

    @cached_property
    def by_provision(self) -> dict[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = {}
        for sentence in self.operative:
            if sentence.provision is not None:
                found.setdefault(sentence.provision, []).append(sentence)
        return found

    def holding(self, span: Span) -> Sentence | None:
        """The sentence in which this span begins, as that of a definition does."""
        return next((each for each in self.framework.sentences if each.start <= span.start < each.end), None)

    def provision_of(self, span: Span) -> str | None:
        """The provision in which this span begins."""
        sentence = self.holding(span)
        return sentence.provision if sentence else None

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings of the text, those of bullets too, which have no number."""
        return (*filter(None, self._headings.values()), *_HEADING.findall(self.framework.text))

    def is_quoted(self, sentence: Sentence) -> bool:
        """Whether it stands in words that its paragraph quotes, as an order that is to be sent."""
        text = self.framework.text
        before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def is_under_a_lead(self, sentence: Sentence) -> bool:
        """Whether it is in a list, of any marks, over which a line stands that ends with a colon."""
        lines = self.framework.text[: sentence.start].split("\n")[-_LIST_LINES:-1]
        above = next((line for line in reversed(lines) if line.strip() and not _LIST_MARK.match(line)), "")
        return above.rstrip(" *").endswith(":")

    def lets_by_heading(self, sentence: Sentence) -> bool:
        """Whether its heading says that what stands there is let: "What stays allowed"."""
        return _LETS.search(self._heading(sentence) or "") is not None

    def in_list(self, sentence: Sentence) -> bool:
        """Whether the sentence is an item of a list, whose introduction says who and what."""
        return sentence.start in self._items

    def introduction(self, sentence: Sentence) -> str:
        """The words that introduce the list of which the sentence is an item; none for a sentence that is none."""
        introducing = self.introducing(sentence)
        return introducing.exact if introducing else ""

    def introducing(self, sentence: Sentence) -> Sentence | None:
        """The sentence that introduces the list of which this one is an item."""
        return self._items.get(sentence.start)

    def next_item(self, sentence: Sentence) -> Sentence | None:
        """The item of a list that follows this sentence, which introduces the list or is an item of it."""
        return self._next_items.get(sentence.start)

    def items_of(self, sentence: Sentence) -> list[Sentence]:
        """The items of the list that a sentence introduces."""
        found: list[Sentence] = []
        while (item := self.next_item(found[-1] if found else sentence)) is not None and (
            self.introduction(item) == sentence.exact
        ):
            found.append(item)
        return found

    @cached_property
    def _next_items(self) -> dict[int, Sentence]:
        return {one.start: other for one, other in pairwise(self.operative) if other.start in self._items}

    @cached_property
    def _items(self) -> dict[int, Sentence]:
        """The items of lists, by their start, each with the sentence that introduces its list."""
        items: dict[int, Sentence] = {}
        introduction: Sentence | None = None
        for sentence in self.operative:
            if introduction:
                items[sentence.start] = introduction
            tail = sentence.exact.rstrip(" \r\n*")
            if tail.endswith(":"):
                introduction = sentence
            elif not tail.endswith((";", ",", "and", "or")):
                introduction = None
        return items
