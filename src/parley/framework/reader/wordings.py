"""How a sentence reads: with one alternative of each bracket, behind the words that introduce its list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from parley.model import Bracket, Party
from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.party_word import word_for_parties

from ..parts import Region
from .gerunds import names_deed
from .subjects import FRONTED
from .unlisted import unlisted_verb
from .view import View

MAX_SENTENCE = 2_000
"""Characters: a longer sentence is no sentence that anybody could keep."""
MAX_INTRODUCTION = 600
"""Characters: a longer introduction is read with none of the items of its list."""
MAX_VARIANTS = 24
"""Wordings of one sentence that are read against one another."""
_HIDDEN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Control characters (Unicode's Cc) and those of no width or of direction (Cf)."""


@dataclass(frozen=True)
class Piece:
    """A sentence before it is read: where it stands, and which sentence it continues (``intro``, an index)."""

    start: int
    end: int
    region: Region
    provision: str | None
    intro: int | None = None


_TABLE = re.compile(
    r"(?:At\s+the\s+same\s+time,\s+)?(?!If\b|When\b|After\b|From\b|By\b|Until\b|Within\b|Unless\b)[^,]*?\s+"
    r"(?P<does>(?:are|is|shall|must|will)\s+(?:to\s+)?be\s+(?:moved|pulled|"
    r"withdrawn)\b[^,;:]*?)(?:\s+by\s+[^,;:]*)?,?\s+"
    r"(?:in\s+particular|as\s+follows|namely|at\s+the\s+following\s+distances)\s*:\s*"
)
_ROW = re.compile(r"(?P<what>(?:(?!\s[-–—]\s).)+?)\s+[-–—]\s+(?P<much>by\s+(?:(?!\s[-–—]\s).)+)", re.DOTALL)
"""A table in words: "... shall be moved back from the Line as follows: mortars - by 8 km; howitzers - by 16 km"."""
_NEXT_ROW = re.compile(r"[,;]\s+(?=[^,;]+\s[-–—]\s+by\s)")


def table_rows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The rows of a table in words that share one item, "mortars - by 8 km, howitzers - by 16 km"; else the item."""
    joints = [*_NEXT_ROW.finditer(text, start, end)]
    starts = [start, *(each.end() for each in joints)]
    rows = list(zip(starts, [*(each.start() for each in joints), end], strict=True))
    return rows if all(_ROW.match(text, *row) for row in rows) else [(start, end)]


class Wordings:
    """The sentences of a text in their wordings. ``flat`` is the text with comments and word ids blanked."""

    def __init__(
        self,
        text: str,
        flat: str,
        path: str,
        pieces: Sequence[Piece],
        brackets: Sequence[Bracket],
        parties: Sequence[Party] = (),
        others: Sequence[Party] = (),
    ) -> None:
        self._text, self._flat, self._path, self._pieces = text, flat, path, pieces
        self._brackets = _by_piece(pieces, brackets)
        self._word = word_for_parties(flat, [one.name for one in parties], [one.name for one in others])
        self._own = lru_cache(maxsize=64)(self._viewed)  # an introduction is read with every item of its list

    def variants(self, index: int) -> list[tuple[int, int]] | None:
        """Every bracket's every alternative, the others at their first: (bracket's start, rank).

        ``None`` where there are more than can be read against one another.
        """
        found = [(0, 0)]
        for bracket in self.in_play(index):
            found.extend((bracket.start, rank) for rank in range(1, len(bracket.alternatives)))
        return found if len(found) <= MAX_VARIANTS else None

    def in_play(self, index: int) -> list[Bracket]:
        """The brackets of a sentence and of the introduction it continues."""
        intro = self._pieces[index].intro
        return (self._brackets.get(intro, []) if intro is not None else []) + self._brackets.get(index, [])

    def view(self, index: int, which: int = 0, rank: int = 0) -> View:
        """The sentence, after its introduction, as it reads with alternative ``rank`` of the bracket at ``which``."""
        intro = self._pieces[index].intro
        own = self.own(index, which, rank)
        if intro is None:
            return own
        ending = re.search(r"[;,.]?\s*(?:,?\s*(?:and|or)\b)?[\s;,.]*\Z", own.text)
        own = own.cut(0, ending.start() if ending else len(own.text))
        opening = re.match(r"(?:and|or)\b[\s,]*", own.text)
        own = own.cut(opening.end(), len(own.text)) if opening else own
        return _continued(self.own(intro, which, rank), own)

    def own(self, index: int, which: int = 0, rank: int = 0) -> View:
        """The sentence in the same wording, without its introduction."""
        return self._own(index, which, rank)

    def _viewed(self, index: int, which: int, rank: int) -> View:
        piece = self._pieces[index]
        ranges = _rendered(piece.start, piece.end, self._brackets.get(index, []), which, rank)
        return self._parties_so_called(View.of(self._flat, self._text, self._path, ranges))

    def _parties_so_called(self, view: View) -> View:
        """The same with "Party" for the text's own word for one."""
        for match in reversed(list(self._word.finditer(view.text))) if self._word else ():
            party = view.over("Party" if match["one"] else "Parties", *match.span())
            view = view.slice(0, match.start()).add(party).add(view.slice(match.end(), len(view.text)))
        return view

    def too_long(self, index: int) -> bool:
        """Whether a sentence, with its introduction, is longer than one that anybody could keep, and so isn't "
        "read."""
        intro = self._pieces[index].intro
        introduced = 0 if intro is None else self._length(intro)
        return introduced > MAX_INTRODUCTION or introduced + self._length(index) > MAX_SENTENCE

    def _length(self, index: int) -> int:
        return self._pieces[index].end - self._pieces[index].start

    def hidden(self, index: int) -> str | None:
        """A character of the sentence that a person doesn't see: what is read would not be what is seen."""
        piece = self._pieces[index]
        found = _HIDDEN.search(self._flat, piece.start, piece.end)
        return found.group() if found else None


def _by_piece(pieces: Sequence[Piece], brackets: Sequence[Bracket]) -> dict[int, list[Bracket]]:
    placed: dict[int, list[Bracket]] = {}
    order = sorted(range(len(pieces)), key=lambda index: pieces[index].start)
    at = 0
    for bracket in brackets:
        while at < len(order) and pieces[order[at]].end <= bracket.start:
            at += 1
        if at < len(order) and pieces[order[at]].start <= bracket.start:
            placed.setdefault(order[at], []).append(bracket)
    return placed


def _rendered(start: int, end: int, brackets: Sequence[Bracket], which: int, rank: int) -> list[tuple[int, int]]:
    """The ranges of the text that are left when each bracket gives one alternative."""
    ranges: list[tuple[int, int]] = []
    at = start
    for position, bracket in enumerate(brackets):
        if bracket.start < at or bracket.end > end:
            continue
        ranges.append((at, bracket.start))
        chosen = bracket.alternatives[rank if bracket.start == which else 0]
        inner = [each for each in brackets[position + 1 :] if chosen.start <= each.start < chosen.end]
        ranges.extend(_rendered(chosen.start, chosen.end, inner, which, rank))
        at = bracket.end
    ranges.append((at, end))
    return [(first, last) for first, last in ranges if first < last]


_FOLLOWING_ARE = re.compile(
    r"The\s+following(?:\s+[a-z]+)?\s+(?P<does>(?:shall|must|will|may|(?:is|are)\s+to)\s+(?:not\s+)?be\s+[^:]+?)\s*:?\s*"
)
_DO_THE_FOLLOWING = re.compile(
    r"\b(?:(?P<refrain>(?:refrain|abstain|desist)\s+from)\s+(?:doing|committing|taking|carrying\s+out)|do|take|perform|undertake|carry\s+out|commit)\s+"
    r"(?:(?:any|all|each|either|both|none)\s+of\s+)?the\s+following(?:\s+(?:acts|actions|steps|measures|things|deeds|tasks))?"
    r"(?=\s*(?:[:,]|\Z)|\s+(?:in|on|at|by|within|from|until|during|before|after|throughout|along|near|over|as|no|not|for|upon)\b)"
)
"""What stands for the items' own verbs: "no Party shall do any of the following"."""
_OPEN_ASIDE = re.compile(r"\b(?:shall|must|may|will)(?:\s+not)?,\s+[^,;:]+\Z")


_PROHIBITED = re.compile(
    r"(?:(?P<front>.*?,?\s*)\b(?:the\s+)?following\b.*?|.*,\s*including\s+the\s+following,)\s+"
    r"(?P<ban>(?:are|is|shall\s+(?:be|remain)|remains?)\s+(?:strictly\s+)?(?P<said>prohibited|forbidden|banned|outlawed|not\s+(?:permitted|"
    r"allowed)|permitted|allowed))(?P<behind>\s+(?:to|for|in|within|throughout|along|on|at|near|over|from|until|during|inside|outside|under)\s[^:;]+?)?\W*",
    re.IGNORECASE,
)


def _prohibited(intro: View, ban: re.Match[str], item: View) -> View:
    """An item of "the following are prohibited": its words, the ban, and what bounds it."""
    if re.match(r"(?:cease|refrain|stop|desist|end|halt)\b", item.text, re.IGNORECASE):
        return item  # a slip of the pen: nobody forbids to cease
    deed = names_deed(item.text)
    whole = item.join(intro.put(f"is {ban['said']}", *ban.span("ban")) if deed else intro.cut(*ban.span("ban")))
    whole = whole.join(intro.cut(*ban.span("behind"))) if ban["behind"] else whole
    fronted = ban["front"] and FRONTED.match(ban["front"])
    return whole.join(intro.cut(0, len(ban["front"].rstrip(" ,"))).as_within()) if fronted else whole


def _continued(intro: View, item: View) -> View:
    """An item with the words that introduce its list; "the following are prohibited" comes after it."""
    row = _ROW.fullmatch(item.text)
    table = _TABLE.fullmatch(intro.text) if row else None
    if row and table:
        does = intro.cut(*table.span("does"))
        return item.cut(*row.span("what")).join(does).join(item.cut(*row.span("much")))
    prohibited = _PROHIBITED.fullmatch(intro.text)
    if prohibited:
        return _prohibited(intro, prohibited, item)
    subject = _FOLLOWING_ARE.fullmatch(intro.text)
    if subject:  # "The following shall be withdrawn by D+9: tanks, to a distance of 15 km"
        own = re.search(r",\s+(?=(?:to|at|in|from|by|on|within|until|for|not|no)\s)", item.text)
        what = item.cut(0, own.start() if own else len(item.text))
        whole = what.join(intro.cut(*subject.span("does")))
        return whole.join(item.cut(own.end(), len(item.text))) if own else whole
    doing = _DO_THE_FOLLOWING.search(intro.text)
    if doing and (verb_at_start(item.text, base=True) or unlisted_verb(item.text, behind_modal=True)):
        before, after = intro.cut(0, doing.start()), intro.cut(doing.end(), len(intro.text.rstrip(" :")))
        before = before.join(intro.put("not", *doing.span("refrain"))) if doing["refrain"] else before
        if after.text.strip() and "," not in before.text + after.text and not FRONTED.match(before.text):
            comma = intro.put(",", doing.end() - 1, doing.end())
            return after.add(comma).join(before).join(item)  # what bounds all of an item's deeds
        return before.join(item).join(after)
    following = re.search(
        r"\b(?<!including )the\s+following(?:\s+[a-z]+){0,2}?(?=\s+(?:to|from|in|by|within|with|of)\b|\s*:?\s*\Z)",
        intro.text,
    )
    if following:
        before, after = intro.cut(0, following.start()), intro.cut(following.end(), len(intro.text.rstrip(" :")))
        return before.join(item).join(after)
    closing = re.search(
        r"(?:,?\s*(?:as\s+follows|in\s+particular)|(?<=including)\s+the\s+following)?\s*[:—–-]*\s*\Z", intro.text
    )
    opened = intro.cut(0, closing.start() if closing else len(intro.text))
    if closing and closing.end() > closing.start() and _OPEN_ASIDE.search(opened.text):
        opened = opened.add(intro.put(",", closing.start(), closing.end()))  # "shall, from D-day: ..."
    return opened.join(item)
