"""Whose words a paper is: who signs it, whose remarks its heading says it has, who "THE PRESIDENT:" is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import Actor, Ref

from ..tokens import Doc, Token
from .cast import Cast, is_side
from .descriptions import OFFICES
from .mentions import Person, Title

_FIRST_LINES, _LAST_LINES = 6, 8
_BYLINE = re.compile(r"(?im)^[ \t*_]*by[ \t]+(\S[^\n]{2,60}?)[ \t*_]*$")
_HEADED = re.compile(
    r"(?i)\b(?:statement|remarks|address|speech|message|letter|intervention|declaration|testimony|comments|briefing)\b"
    r"[^\n]*?\b(?:by|from|of)\b"
)
_DEAR = re.compile(r"(?m)^[ \t]*Dear\b[^\n]*$")
OURS = frozenset({"my", "our"})
"""What a writer's own side is called by."""


class Authors:
    """Who speaks in a paper that is one person's words. ``None`` throughout where it is not."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._lines = list(_lines(cast.text))
        self._note_posts()
        self.writer = self._signer() or self._headed()
        self._recipient = self._addressed()

    def sides(self, both: bool = False) -> list[Actor]:
        """The state or party for which the writer signs: whose "my Government" is; ``both``: and the recipient's,
        for "our ministers" are one of each."""
        persons = [self.writer, self._recipient] if both else [self.writer]
        actors = [self._cast.note_person(person) for person in persons if person is not None]
        return [side for actor in actors if (side := self._cast.above(actor)) is not None]

    @property
    def recipient(self) -> Ref | None:
        return self._cast.note_person(self._recipient).ref if self._recipient is not None else None

    def in_office(self, start: int, end: int) -> Person | None:
        """Who takes the turn of an office ("THE PRESIDENT:"): the one whom the heading calls so."""
        words = self._cast.text[start:end].casefold().split()
        if not words or words[-1] not in OFFICES or len(words) > 4:
            return None
        called = {}
        for mention in self._cast.between(0, _first_token(self._cast.doc, start)):
            before = self._cast.doc[mention.first - 1].lower_ if mention.first else ""
            titles = {title.role for title in mention.person.titles}
            if before == words[-1] or (before not in OFFICES and words[-1] in titles):
                called[mention.person.name] = mention.person
        heading = [person for person in called.values() if person is self._headed()]
        chosen = heading or list(called.values())
        return chosen[0] if len(chosen) == 1 else None

    # ---- who it is

    def _signer(self) -> Person | None:
        """The person whose name is a line of its own near the end of the paper, or follows "By" near its beginning."""
        heads = "\n".join(words for _, words in self._lines[:_FIRST_LINES])
        names = [match[1] for match in _BYLINE.finditer(heads)] + [
            words for _, words in self._lines[-_LAST_LINES:][1:] if self._lines
        ]
        found = {person.name: person for name in names if (person := self._known_as(name)) is not None}
        return next(iter(found.values())) if len(found) == 1 else None

    def _headed(self) -> Person | None:
        """The one person of "Statement by", "Remarks of", in the first lines."""
        for start, words in self._lines[:_FIRST_LINES]:
            match = _HEADED.search(words)
            if match is not None and not words.endswith((".", "”", '"')):
                first = _first_token(self._cast.doc, start + match.end())
                last = _first_token(self._cast.doc, start + len(words))
                named = {m.person.name: m.person for m in self._cast.between(first, last)}
                return next(iter(named.values())) if len(named) == 1 else None
        return None

    def _addressed(self) -> Person | None:
        """To whom a signed letter is written: the one other person named down to its "Dear"."""
        dear = _DEAR.search(self._cast.text)
        if dear is None or self.writer is None:
            return None
        until = _first_token(self._cast.doc, dear.end())
        named = {m.person.name: m.person for m in self._cast.between(0, until) if m.person is not self.writer}
        return next(iter(named.values())) if len(named) == 1 else None

    def _note_posts(self) -> None:
        """A post in the line under a name that stands alone: "Tomas Keller | President of Kestria"."""
        for (_, name), (start, words) in zip(self._lines, self._lines[1:], strict=False):
            person = self._known_as(name)
            if person is None:
                continue
            tokens = list(_tokens(self._cast.doc, start, start + len(words)))
            office = next((token for token in tokens if token.lower_ in OFFICES), None)
            sides = {
                side.id for token in tokens if (side := self._cast.side_named(token)) is not None and is_side(side)
            }
            if office is not None and len(sides) == 1 and len(tokens) <= 8:
                role = "premier" if office.i and office.nbor(-1).lower_ == "prime" else office.lower_
                post = " ".join(token.lower_ for token in tokens[: office.i - tokens[0].i + 1])
                person.titles.add(Title(role, frozenset({office.lower_}), next(iter(sides)), post))

    def _known_as(self, line: str) -> Person | None:
        words = line.strip(" *_,.—–-").casefold()
        return next((person for person in self._cast.persons if person.name.casefold() == words), None)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at + len(line) - len(line.lstrip()), line.strip()
        at += len(line)


def _first_token(doc: Doc, position: int) -> int:
    span = doc.char_span(position, min(position + 1, len(doc.text)), alignment_mode="expand")
    return span.start if span is not None else len(doc)


def _tokens(doc: Doc, start: int, end: int) -> list[Token]:
    span = doc.char_span(start, end, alignment_mode="expand")
    return [token for token in span if not token.is_space] if span is not None else []
