"""Asking what is right: for each field of a statement a short question, answered by a number or in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from rich.console import Console

from parley.model import (
    ACT_DEFINITIONS,
    Act,
    Commitment,
    Condition,
    Document,
    Interval,
    ReviewItem,
    Span,
    WrongUsage,
    near_enough,
)
from parley.process import Desk, target_of

from .keys import Keys
from .screen import in_a_line, numbered

LEAVE = "Enter leaves it"
_NONE = "-"


class Corrections:
    """The questions about one statement. Each gives the changed fields, none where the person left it."""

    def __init__(self, console: Console, keys: Keys, desk: Desk, item: ReviewItem) -> None:
        self._console, self._keys, self._desk = console, keys, desk
        self._item, self._statement = item, item.statement
        self._document: Document = desk.document(item.statement.id)

    def ask(self) -> dict[str, Any]:
        """What the person says is right, by field, as JSON; :class:`WrongUsage` for an answer that fits nothing."""
        fields: tuple[tuple[str, str, Callable[[], dict[str, Any]]], ...] = (
            ("who says it", "speaker", lambda: self._actor("speaker")),
            ("to whom", "addressee", lambda: self._actor("addressee")),
            ("when it was said", "interval", self._interval),
            ("what it does", "act", self._act),
            ("how firmly", "commitment", self._commitment),
            ("its words", "content", self._content),
            ("its conditions", "conditions", self._conditions),
            ("its issues", "issues", self._issues),
            ("within which statement it is told", "within", self._within),
        )
        numbered(self._console, (words for words, _, _ in fields))
        chosen = self._number(f"What is wrong? (1-{len(fields)}, {LEAVE}) ", len(fields))
        return {} if chosen is None else fields[chosen - 1][2]()

    # -- one question each -----------------------------------------------------------------------------

    def _actor(self, field: str) -> dict[str, Any]:
        actors = self._desk.speakers(self._statement.id)
        numbered(self._console, (f"{actor.name} ({actor.id})" for actor in actors))
        words = self._line(f"Who? (a number, or a name; {_NONE} for nobody; {LEAVE}) ")
        if not words:
            return {}
        if words == _NONE:
            return {field: None}
        if words.isdecimal():
            return {field: actors[_within(words, len(actors)) - 1].ref.model_dump(mode="json")}
        called = words.casefold()
        for actor in actors:
            if called in (name.casefold() for name in (actor.id, actor.name, *actor.aliases)):
                return {field: actor.ref.model_dump(mode="json")}
        return {field: {"id": None, "name": words}}

    def _interval(self) -> dict[str, Any]:
        words = self._line(f"When? (2031-03-06, or 2031-03-01..2031-03-06; {_NONE} for not told; {LEAVE}) ")
        if not words:
            return {}
        if words == _NONE:
            return {"interval": None}
        first, _, last = words.partition("..")
        try:
            days = [dt.date.fromisoformat(day.strip()) for day in (first, last or first)]
            interval = Interval(earliest=days[0], latest=days[1])
        except ValueError:
            raise WrongUsage(f"'{words}' is no day and no two days; write it as 2031-03-06.") from None
        if not all(map(near_enough, days)):
            raise WrongUsage(f"'{words}' is too far away to reckon with.")
        return {"interval": interval.model_dump(mode="json")}

    def _act(self) -> dict[str, Any]:
        acts = list(Act)
        numbered(self._console, (f"{act}: {ACT_DEFINITIONS[act]}" for act in acts))
        chosen = self._choice("What does it do?", [act.value for act in acts])
        return {"act": chosen} if chosen else {}

    def _commitment(self) -> dict[str, Any]:
        kinds = [kind.value for kind in Commitment]
        numbered(self._console, kinds)
        chosen = self._choice("How firmly?", kinds)
        return {"commitment": chosen} if chosen else {}

    def _content(self) -> dict[str, Any]:
        words = self._line(
            f"Its words as they stand in the paper (first words ... last words for a long one, "
            f"| between parts; {LEAVE}): "
        )
        return {"content": [span.model_dump(mode="json") for span in self._spans(words)]} if words else {}

    def _conditions(self) -> dict[str, Any]:
        words = self._line(f"Its conditions, in the paper's words (| between several; {_NONE} for none; {LEAVE}): ")
        if not words:
            return {}
        spans = () if words == _NONE else self._spans(words)
        conditions = [Condition(cue=_cue(span.exact), words=span.exact, spans=(span,)) for span in spans]
        return {"conditions": [each.model_dump(mode="json") for each in conditions]}

    def _issues(self) -> dict[str, Any]:
        issues = self._desk.issues()
        if not issues:
            raise WrongUsage("This process has no issues; write them in brackets of the text, or in process.toml.")
        has = set(self._statement.issues)
        numbered(self._console, (f"{'*' if each.id in has else ' '} #{each.id} {each.title}" for each in issues))
        words = self._line(f"Which are wrong or missing? (numbers, with blanks between; * has it; {LEAVE}) ")
        if not words:
            return {}
        turned = {issues[_within(number, len(issues)) - 1].id for number in words.split()}
        right, read = has ^ turned, set(self._desk.statement(self._statement.id).issues)
        return {"issues": {"add": sorted(right - read), "remove": sorted(read - right)}}

    def _within(self) -> dict[str, Any]:
        others = self._desk.told_in(self._statement.id)
        numbered(self._console, map(in_a_line, others))
        words = self._line(f"Within which? (a number; {_NONE} for none; {LEAVE}) ")
        if not words:
            return {}
        return {"within": None if words == _NONE else str(target_of(others[_within(words, len(others)) - 1]))}

    # -- answers ---------------------------------------------------------------------------------------

    def _line(self, prompt: str) -> str:
        return self._keys.line(prompt).strip()

    def _number(self, prompt: str, most: int) -> int | None:
        words = self._line(prompt)
        return _within(words, most) if words else None

    def _choice(self, question: str, values: Sequence[str]) -> str | None:
        words = self._line(f"{question} (a number or the word; {LEAVE}) ").casefold()
        if not words or words in values:
            return words or None
        return values[_within(words, len(values)) - 1]

    def _spans(self, words: str) -> tuple[Span, ...]:
        """Where the words stand in the paper, nearest to the statement."""
        near = min((span.start for span in self._statement.content), default=self._item.context.start)
        return tuple(_located(part, self._document, near) for part in words.split("|") if part.strip())


def _within(words: str, most: int) -> int:
    """A number from 1 to ``most``; raises :class:`WrongUsage` for anything else."""
    if not words.isdecimal() or not 1 <= int(words) <= most:
        raise WrongUsage(f"'{words}' is none of the numbers from 1 to {most}; nothing was changed.")
    return int(words)


def _located(words: str, document: Document, near: int) -> Span:
    """Where the words stand, nearest to ``near``; of "first ... last" from there to the next "last"."""
    first, gap, last = re.sub(r"\s*(?:\.\.\.|…)\s*", "\0", words.strip(), count=1).partition("\0")
    opening = min(re.finditer(_loosely(first), document.text), key=lambda m: abs(m.start() - near), default=None)
    closing = opening
    if opening is not None and gap and last:
        closing = re.compile(_loosely(last)).search(document.text, opening.end())
    if not first or opening is None or closing is None:
        raise WrongUsage(f"'{words.strip()}' doesn't stand in {document.path}; type the paper's own words.")
    return Span.of(document.text, opening.start(), closing.end(), document.id)


def _loosely(words: str) -> str:
    """The words, with any white space between them."""
    return r"\s+".join(re.escape(word) for word in words.split())


def _cue(words: str) -> str:
    """The cue with which a condition opens: the longest that is known, else its first word."""
    from parley.reading.statements.condition_words import OF_MEASURES

    opening = " ".join(words.lower().split())
    known = [cue for cue in OF_MEASURES if opening.startswith(f"{cue} ")]
    return max(known, key=len, default=opening.split(" ")[0])
