"""A parsed text as light values of the project's own: words, runs of words, the text.

Whichever parser tells the grammar, the readers see only these; another one can be put in by giving the rows of a
:class:`Doc`. A word is made once for each document and its attributes are plain values: a parser's own
objects look every string up anew, and the readers ask for some sixty attributes of each word.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, overload

_QUOTES = frozenset("\"'`«»‘’‚‛“”„‟‹›❮❯") | {"''", "``"}


class Row(NamedTuple):
    """What a parser tells of one word, in reading order."""

    idx: int
    """The code point at which the word begins."""
    head: int
    """The number of the word that it hangs on: its own at the root of a sentence."""
    begins_sentence: bool
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    entity: str
    """The kind of name that it is part of, or nothing."""


class Token:
    """One word of a text, its grammar (Universal Dependencies' parts of speech, Penn's tags, ClearNLP's relations)
    and its place in the tree. Only who repairs a parse changes one."""

    __slots__ = (
        "_head",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "lefts",
        "lemma_",
        "lower_",
        "pos_",
        "rights",
        "sent",
        "tag_",
        "text",
    )

    _head: Token
    sent: Span
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    """The words that hang on this one, before and after it, in reading order."""
    children: tuple[Token, ...]
    """Both together, in reading order: kept, for nothing is asked so often."""

    def __init__(self, doc: Doc, i: int, row: Row, form: _Form) -> None:
        self.doc = doc
        self.i = i
        """The word's number in the text, from 0."""
        self.idx, _, self.is_sent_start, self.text, self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_ = row
        self.lower_, self.is_punct, self.is_space = form
        self.lefts = self.rights = self.children = ()

    def __repr__(self) -> str:
        return self.text

    @property
    def head(self) -> Token:
        """What the word hangs on; the root of a sentence hangs on itself. Set, it moves the word with all below it."""
        return self._head

    @head.setter
    def head(self, head: Token) -> None:
        before, self._head = self._head, head
        before.lefts = tuple(word for word in before.lefts if word is not self)
        before.rights = tuple(word for word in before.rights if word is not self)
        if self.i < head.i:
            head.lefts = tuple(sorted((*head.lefts, self), key=_number))
        elif self.i > head.i:
            head.rights = tuple(sorted((*head.rights, self), key=_number))
        before.children = before.lefts + before.rights
        head.children = head.lefts + head.rights

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words that this one hangs on, the nearest first."""
        word = self
        while word._head is not word:
            word = word._head
            yield word

    @property
    def subtree(self) -> list[Token]:
        """The word and all below it, in reading order."""
        found = [self]
        if not self.children:
            return found
        for word in found:  # which grows as it is walked
            found += word.children
        found.sort(key=_number)
        return found

    @property
    def left_edge(self) -> Token:
        """The first word of the subtree."""
        return self.subtree[0] if self.children else self

    @property
    def right_edge(self) -> Token:
        """The last word of the subtree."""
        return self.subtree[-1] if self.children else self

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()

    @property
    def is_quote(self) -> bool:
        return self.text in _QUOTES

    @property
    def whitespace_(self) -> str:
        """The space between this word and the next, if there is one."""
        end = self.idx + len(self.text)
        return self.doc.text[end : self.doc.starts[self.i + 1] if self.i + 1 < len(self.doc) else None]

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    def nbor(self, steps: int = 1) -> Token:
        """The word so many places on; :class:`IndexError` beyond the ends of the text."""
        if self.i + steps < 0:
            raise IndexError("no word stands before the first one")
        return self.doc.words[self.i + steps]


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """The words of ``doc`` from number ``start`` up to ``end``, with the kind of name that they are, if any.

    Nobody changes one; it isn't frozen because a frozen one takes three times as long to make, and thousands are made.
    """

    doc: Doc
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        places = range(self.start, self.end)[place]
        if isinstance(places, range):
            return self.doc[places.start : places.stop]
        return self.doc.words[places]

    @property
    def start_char(self) -> int:
        """The code point at which the first word begins."""
        words = self.doc.words
        return words[self.start].idx if self.start < len(words) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The code point after the last word."""
        if not self:
            return self.start_char
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Span:
        """The sentence of the first word."""
        return self[0].sent

    @property
    def root(self) -> Token:
        """The word on which the others hang: of those whose head is elsewhere the nearest to the sentence's root."""
        best, depth = self[0], -1
        for word in self:
            if word.head is word:
                return word
            if not self.start <= word.head.i < self.end:
                steps = sum(1 for _ in word.ancestors)
                if depth < 0 or steps < depth:
                    best, depth = word, steps
        return best


class Doc:
    """A text with its words, sentences, grammar and names.

    ``rows`` tell of each word in turn, ``entities`` where names stand: the numbers of the first word and of the
    one after the last, and the kind.
    """

    def __init__(self, text: str, rows: Iterable[Row], entities: Iterable[tuple[int, int, str]] = ()) -> None:
        self.text = text
        self.words: list[Token] = []
        self.kept: dict[str, object] = {}
        """What readers found out about this text and would else find again."""
        heads = array("q")
        forms: dict[str, _Form] = {}
        for i, row in enumerate(rows):
            form = forms.get(row.text) or forms.setdefault(row.text, _form(row.text))
            self.words.append(Token(self, i, row, form))
            heads.append(row.head)
        self._join(heads)
        self.sents = self._sentences()
        self.ents = [Span(self, *entity) for entity in entities]

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.words))
            return Span(self, start, max(start, end))
        return self.words[place]

    @functools.cached_property
    def starts(self) -> list[int]:
        """The code point at which each word begins."""
        return [word.idx for word in self.words]

    def char_span(
        self, start: int, end: int, alignment_mode: Literal["strict", "contract", "expand"] = "strict"
    ) -> Span | None:
        """The words from code point ``start`` to ``end``; None where no word is, or none begins and ends just there.

        ``expand`` takes the words that the range cuts too, ``contract`` leaves them out.
        """
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        begin, stop = first.i, last.i + 1
        begins_late, ends_early = first.idx < start, end < last.idx + len(last.text)
        if alignment_mode == "strict" and (begins_late or ends_early or end != last.idx + len(last.text)):
            return None
        if alignment_mode == "contract":
            begin, stop = begin + begins_late, stop - ends_early
            if stop <= begin:
                return None
        if alignment_mode == "expand" and start == first.idx + len(first.text):  # the space after a word
            begin += 1
        return Span(self, begin, max(begin, stop))

    def _token_at(self, place: int) -> Token | None:
        """The word at a code point, or right before it where that is the space after a word."""
        i = bisect.bisect_right(self.starts, place) - 1
        return self.words[i] if i >= 0 and place < len(self.text) else None

    def _join(self, heads: Iterable[int]) -> None:
        for word, place in zip(self.words, heads, strict=True):
            word._head = head = self.words[place]
            if word.i < place:
                head.lefts = (*head.lefts, word)
            elif word.i > place:
                head.rights = (*head.rights, word)
        for word in self.words:
            word.children = word.lefts + word.rights

    def _sentences(self) -> list[Span]:
        starts = [word.i for word in self.words if word.is_sent_start or word.i == 0]
        sentences = [Span(self, *ends) for ends in itertools.pairwise((*starts, len(self.words)))]
        for sentence in sentences:
            for word in sentence:
                word.sent = sentence
        return sentences


class _Form(NamedTuple):
    """What every word that is written alike has in common."""

    lower: str
    is_punct: bool
    is_space: bool


def _form(text: str) -> _Form:
    return _Form(text.lower(), all(unicodedata.category(sign)[0] == "P" for sign in text), text.isspace())


def _number(word: Token) -> int:
    return word.i
