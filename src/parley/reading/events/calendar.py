"""When the words of a document say that a thing is: the times in it, and on which words they hang."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parley.model import Document, Interval, TimeExpression, first_instant, last_instant

from ..tokens import Doc, Token
from .clauses import is_verb


class Calendar:
    """The times of one document that have a day, by the words that head them."""

    def __init__(self, doc: Doc, document: Document, times: Sequence[TimeExpression]) -> None:
        self._document = document
        self._times: list[tuple[Token, TimeExpression]] = []
        for time in times:
            if time.earliest is None and time.latest is None:
                continue
            inside = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if inside is not None and len(inside):
                self._times.append((inside.root, time))
        self._of_sentence: dict[int, list[tuple[Token, TimeExpression]]] = {}
        for root, time in self._times:
            self._of_sentence.setdefault(root.sent.start, []).append((root, time))

    @property
    def published(self) -> dt.date | None:
        day = self._document.published
        return day.date() if isinstance(day, dt.datetime) else day

    def when(self, *tokens: Token) -> Interval | None:
        """The time attached to one of the words: the first of them that has one decides."""
        for token in tokens:
            inside = self._of_sentence.get(token.sent.start, [])
            for number, (root, time) in enumerate(inside):
                if _attached_to(root, token):
                    following = inside[number + 1][1] if number + 1 < len(inside) else None
                    return _bounded(root, time, following, self._document.text)
        return None

    def in_sentence(self, token: Token) -> list[tuple[Token, Interval]]:
        return [(root, interval(time)) for root, time in self._of_sentence.get(token.sent.start, ())]

    def lies_ahead(self, when: Interval) -> bool:
        """Whether the interval lies wholly after the day of publication; ``False`` where that day is unknown."""
        return self.published is not None and not when.overlaps(Interval(latest=self.published))

    def is_time(self, token: Token) -> bool:
        return any(root.i == token.i for root, _ in self._of_sentence.get(token.sent.start, ()))

    def stands_in_time(self, token: Token) -> bool:
        """Whether the word heads a time or stands within its words."""
        times = self._of_sentence.get(token.sent.start, ())
        return any(root.i == token.i or time.span.start <= token.idx < time.span.end for root, time in times)


def interval(time: TimeExpression) -> Interval:
    return Interval(earliest=time.earliest, latest=time.latest, said=time.span.exact)


def _bounded(root: Token, time: TimeExpression, following: TimeExpression | None, text: str) -> Interval:
    """The interval with what stands beside it: "18 and 19 November" is both days, "before March" has no beginning."""
    if following is not None and text[time.span.end : following.span.start] == " and ":
        said = text[time.span.start : following.span.end]
        first, last = time.earliest, following.latest
        if first is not None and last is not None and first_instant(first) <= last_instant(last):
            return Interval(earliest=first, latest=last, said=said)
    if root.dep_ == "pobj" and root.head.lower_ == "before" and time.latest is not None:
        return Interval(latest=time.latest, said=time.span.exact)
    return interval(time)


def _stands_before(root: Token, subject: Token, verb: Token) -> bool:
    """ "Kestria on Monday suspended": a day right before the verb is the verb's, though it hangs on a name."""
    own = subject.head.i == verb.i and subject.dep_ == "nsubj" and subject.pos_ == "PROPN"
    return own and subject.i < root.i < verb.i and all(t.dep_ in ("aux", "neg") for t in verb.doc[root.i + 1 : verb.i])


def _attached_to(root: Token, token: Token) -> bool:
    """Whether a time expression's head hangs on the word, through prepositions and other time words only."""
    current = root
    for _ in range(4):
        head = current.head
        if head is current:
            return False
        if head.i == token.i or _stands_before(root, head, token):
            return True
        if (
            head.pos_ not in ("ADP", "SCONJ", "ADV", "NUM")
            and head.ent_type_ not in ("DATE", "TIME")
            and not (is_verb(head) and head.dep_ == "prep")
        ):
            return False
        current = head
    return False
