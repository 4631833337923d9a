"""A sentence as the reader sees it: one line without mark-up, each character with its place in the file."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley.model import Slot, Span
from parley.text import patterns as re

T = TypeVar("T")
_SMALL_GAP = 30
"""Characters between two parts of a slot that are shown with it ("No Party shall")."""
_LOOSE = " ,;:\r\n\t"
_WORD_END = re.compile(r"\w+\s+(?=\S)")
_RUN = re.compile(r"[^\s*]+(?: [^\s*]+)*|\s+")
"""Words a blank apart, or white space; emphasis lies between."""


@dataclass(frozen=True)
class View:
    """``text`` with runs of white space as one blank; ``at[i]`` is the offset of ``text[i]`` in the file."""

    text: str
    at: tuple[int, ...]
    file: str
    path: str

    @classmethod
    def of(cls, shown: str, file: str, path: str, pieces: Iterable[tuple[int, int]]) -> View:
        """The pieces ``(start, end)`` in this order, emphasis marks left out.

        ``shown`` is the file with what isn't to be read blanked, offset for offset.
        """
        words: list[str] = []
        at: list[int] = []
        for start, end in pieces:
            for run in _RUN.finditer(shown, start, end):
                word = run.group()
                if word.isspace():
                    if not words or words[-1] == " ":
                        continue
                    word = " "
                words.append(word)
                at.extend(range(run.start(), run.start() + len(word)))
        if words and words[-1] == " ":
            words.pop()
            at.pop()
        return cls("".join(words), tuple(at), file, path)

    def cut(self, start: int, end: int) -> View:
        """The part from ``start`` to ``end``, without blanks at its ends."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return self.slice(start, end)

    def slice(self, start: int, end: int) -> View:
        """The part from ``start`` to ``end`` as it is."""
        return View(self.text[start:end], self.at[start:end], self.file, self.path)

    def join(self, other: View) -> View:
        """This view, a blank, and the other one."""
        if not self.text or not other.text:
            return other if other.text else self
        return View(f"{self.text} {other.text}", (*self.at, self.at[-1] + 1, *other.at), self.file, self.path)

    def add(self, other: View) -> View:
        """This view and the other one right behind it."""
        return View(self.text + other.text, (*self.at, *other.at), self.file, self.path)

    def put(self, words: str, start: int, end: int) -> View:
        """``words`` that stand in for those from ``start`` to ``end``, and take their places in the file."""
        return self.over(words.ljust(end - start), start, end)

    def over(self, words: str, start: int, end: int) -> View:
        """The same with nothing added to words that are shorter: they are spread over the whole of the places."""
        at = tuple(self.at[start + index * (end - start) // len(words)] for index in range(len(words)))
        return View(words, at, self.file, self.path)

    def as_within(self) -> View:
        """The same words as they stand within a sentence: "for thirty days"."""
        return View(self.text[:1].lower() + self.text[1:], self.at, self.file, self.path)

    def spans(self, parts: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Where these parts stand in the file: one span for each run that is unbroken there."""
        found: list[Span] = []
        for start, end in parts:
            runs: list[list[int]] = []
            for index in range(start, end):
                offset = self.at[index]
                if runs and runs[-1][0] <= offset < runs[-1][1]:
                    continue  # words put in may be longer than those they stand for
                if runs and (offset == runs[-1][1] or self._follows(runs[-1][1], offset)):
                    runs[-1][1] = offset + 1
                else:
                    runs.append([offset, offset + 1])
            for run in runs:
                inner = _WORD_END.match(self.file, run[0], run[1]) if self._within_a_word(run[0]) else None
                run[0] = inner.end() if inner else run[0]  # words put in may begin within one
                while self._within_a_word(run[0]):
                    run[0] -= 1
                # words put in may be shorter than those they stand for
                while run[1] < len(self.file) and self.file[run[1] - 1].isalnum() and self.file[run[1]].isalnum():
                    run[1] += 1
            spans = (Span.of(self.file, first, last, self.path) for first, last in runs)
            found.extend(span for span in spans if span.exact)
        return tuple(found)

    def _within_a_word(self, offset: int) -> bool:
        return offset > 0 and self.file[offset - 1].isalnum() and self.file[offset].isalnum()

    def _follows(self, end: int, offset: int) -> bool:
        """Whether only white space or emphasis lies between ``end`` and ``offset``."""
        return end <= offset <= end + 200 and not self.file[end:offset].strip(" \t\r\n*")

    def slot(self, value: T, *parts: tuple[int, int]) -> Slot[T]:
        """A slot with this value, read from these parts."""
        spans = self.spans(parts)
        return Slot(words=self._words(spans), value=value, spans=spans)

    def _words(self, spans: Sequence[Span]) -> str:
        """The file's own words for ``spans``: with the few words between them, else the longest of them alone."""
        if not spans:
            return ""
        order = sorted(spans, key=lambda span: span.start)
        gaps = [self.file[one.end : other.start] for one, other in itertools.pairwise(order)]
        if all(len(gap) <= _SMALL_GAP and not re.search(r"[\[\]|]|\n\s*\n|\n\s*[-(]", gap) for gap in gaps):
            return self.file[order[0].start : order[-1].end].strip(_LOOSE)
        return max((span.exact for span in order), key=len).strip(_LOOSE)
