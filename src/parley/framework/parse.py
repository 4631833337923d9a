"""``parse``: the text of a framework becomes its parts, its open points and its obligations."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model import Bracket, Definition, Framework, Moment, Provision, near_enough
from parley.text import patterns as re
from parley.text import split_sentences

from .brackets import find_brackets, issues_of
from .front_matter import read_front_matter
from .lookalikes import look_alikes
from .opening import parties_in, title_of
from .parts import Block, Layout, Region
from .reader import Piece, read_sentences
from .reader.instants import instants
from .reader.wordings import table_rows
from .same_day import with_same_days
from .structure import lay_out
from .years import with_years

_LETTERED_NAME = re.compile(r"\b(?:Annex|Appendix|Area|Corridor|Group|Line|Map|Phase|Schedule|Sector|Zone) [A-Z]\b")

MAX_TEXT = 1_000_000
"""Characters, some 400 pages: what follows is kept and not read."""
MAX_SENTENCES = 5_000
"""Sentences: what follows is kept and not read."""


def parse(text: str, path: str = "framework.md") -> Framework:
    """Read a cease-fire or peace agreement from Markdown or from plain text. Never fails.

    All offsets count code points of ``text`` as it stands, front matter included. What can't be
    read of its form is a sentence in ``problems``; a sentence that isn't understood has the form
    ``NOT_READ`` and no reading.
    """
    front = read_front_matter(text, path)
    end, cut = _end_of_reading(text, path)
    layout = lay_out(text, path, front.body, end, front.present)
    parties = front.parties or parties_in(layout.flat)
    actors = (*parties, *front.others)
    known = {name for actor in (*front.parties, *front.others) for name in (actor.id, actor.name)}
    brackets = find_brackets(layout.flat, path, front.body, known, end)
    provisions, ids, repeated = _provisions(layout, path)
    placed = _placed(brackets.found, text, provisions)
    issues, mismatched = issues_of(placed, path)
    pieces, more = _pieces(layout, placed, ids, path)
    read = read_sentences(
        text,
        layout.flat,
        path,
        pieces,
        parties=parties,
        actors=actors,
        brackets=placed,
        provisions=provisions,
    )
    named = (*actors, *read.bodies)
    names = [*(each.name for each in named), *(each.id for each in named), *(each.term for each in read.definitions)]
    alike = look_alikes(layout.flat, front.body, end, path, names)
    d_day = front.d_day or _d_day(read.definitions)
    return Framework(
        path=path,
        text=text,
        title=front.title or title_of(layout),
        status=front.status,
        parties=parties,
        others=front.others,
        d_day=d_day,
        annexes=front.annexes,
        definitions=read.definitions,
        provisions=provisions,
        sentences=with_same_days(with_years(read.sentences, d_day)),
        brackets=placed,
        issues=issues,
        bodies=read.bodies,
        problems=(
            *front.problems,
            *layout.problems,
            *brackets.problems,
            *repeated,
            *mismatched,
            *alike,
            *cut,
            *more,
            *read.problems,
        ),
    )


def _end_of_reading(text: str, path: str) -> tuple[int, list[str]]:
    """Where reading ends: the end of the text, or the last line break that the limit leaves, and a sentence on that."""
    if len(text) <= MAX_TEXT:
        return len(text), []
    end = text.rfind("\n", 0, MAX_TEXT) + 1 or MAX_TEXT
    why = f"the text has more than {MAX_TEXT:,} characters; what follows this line is kept and not read; split the text"
    return end, [f"{path}, line {text.count(chr(10), 0, end - 1) + 1}: {why}."]


def _d_day(definitions: Sequence[Definition]) -> Moment | None:
    """The one date that the definition of D-day, or of Day 0, gives in the text, if it does."""
    for definition in definitions:
        if re.fullmatch(r"(?i)D(?:-day)?|the D-day|Day (?:0|zero|nought)", definition.term):
            moments = [each.instant.moment for each in instants(definition.meaning) if each.instant.moment]
            return moments[0] if len(moments) == 1 and near_enough(moments[0]) else None
    return None


def _provisions(layout: Layout, path: str) -> tuple[tuple[Provision, ...], list[str], list[str]]:
    """The provisions, the id of each part of the layout, and sentences on ids that stand twice."""
    ids: list[str] = []
    taken: set[str] = set()
    problems: list[str] = []
    provisions = []
    for part in layout.parts:
        id = part.word_id or part.number or ""
        if part.word_id in taken:
            problems.append(f"{path}: the word id '#{part.word_id}' stands twice; give the second provision its own.")
            id = part.number or id
        number, base = 2, id
        while id in taken:
            id = f"{base}#{number}"
            number += 1
        taken.add(id)
        ids.append(id)
        provisions.append(Provision(id=id, number=part.number, heading=part.heading, start=part.start, end=part.end))
    order = sorted(provisions, key=lambda provision: (provision.start, -provision.end))
    return tuple(order), ids, problems[:20]


def _placed(brackets: Sequence[Bracket], text: str, provisions: Sequence[Provision]) -> tuple[Bracket, ...]:
    """The brackets with the narrowest provision that each stands in."""
    placed = []
    around: list[Provision] = []
    waiting = list(reversed(provisions))
    for bracket in brackets:
        while waiting and waiting[-1].start <= bracket.start:
            around.append(waiting.pop())
        while around and around[-1].end <= bracket.start:
            around.pop()
        holder = next((each for each in reversed(around) if each.end > bracket.start), None)
        exact = text[bracket.start : bracket.end]
        placed.append(bracket.replace(provision=holder.id if holder else None, exact=exact))
    return tuple(placed)


def _pieces(
    layout: Layout, brackets: Sequence[Bracket], ids: Sequence[str], path: str
) -> tuple[list[Piece], list[str]]:
    """The sentences of every block, in order; a full stop inside a bracket ends nothing. And what was left unread."""
    masked = _masked(layout, brackets)
    pieces: list[Piece] = []
    first_of: dict[int, int] = {}
    for index, block in enumerate(layout.blocks):
        provision = ids[block.provision] if block.provision is not None else None
        intro = first_of.get(block.intro) if block.intro is not None else None
        spans = _sentences(masked, block)
        rows = table_rows(masked, *spans[0]) if spans and intro is not None else spans[:1]
        first_of[index] = len(pieces) + len(rows) + len(spans[1:]) - 1
        for start, end in (*rows, *spans[1:]):
            if len(pieces) == MAX_SENTENCES:
                line = layout.flat.count("\n", 0, start) + 1
                why = f"the text has more than {MAX_SENTENCES:,} sentences; from here on it is kept and not read"
                return pieces, [f"{path}, line {line}: {why}; split the text."]
            pieces.append(Piece(start, end, block.region, provision, intro))
            if end == rows[-1][1]:
                intro = None  # only the first sentence of an item, or each row in it, continues the introduction
    return pieces, []


def _sentences(masked: str, block: Block) -> list[tuple[int, int]]:
    if block.region is Region.HEADING:
        return [_trimmed(masked, block.start, block.end)]
    return [
        (start, end)
        for start, end in split_sentences(masked, block.start, block.end)
        if any(character.isalnum() for character in masked[start:end])
    ]


_BRACKETED = re.compile(r"\((?:(?!\n\s*\n)[^()]){0,400}\)")


def _masked(layout: Layout, brackets: Sequence[Bracket]) -> str:
    pieces, at = [], 0
    for bracket in brackets:
        if bracket.start < at:
            continue
        pieces.append(layout.flat[at : bracket.start])
        pieces.append("x" * (bracket.end - bracket.start))
        at = bracket.end
    pieces.append(layout.flat[at:])
    # "... in Annex A." ends a sentence; a lone capital before a full stop would pass for an initial.
    masked = _LETTERED_NAME.sub(lambda match: match.group()[:-1] + "x", "".join(pieces))
    if layout.plain:
        # There a break may end a title; between round brackets, and in an item behind what is no title, it only wraps.
        masked = _BRACKETED.sub(lambda match: re.sub(r"[\r\n]", " ", match.group()), masked)
        kept, at = [], 0
        for block in layout.blocks:
            if block.intro is not None:
                kept += [masked[at : block.start], _unwrapped(masked[block.start : block.end])]
                at = block.end
        return "".join([*kept, masked[at:]])
    # In Markdown a single line break only wraps; blocks are found already.
    return re.sub(r"[\r\n]", " ", masked)


_NO_TITLE = re.compile(r"(?m)^([^\r\n]*(?:\d|[^\r\n]{40})[^\r\n]*|[a-z][^\r\n]*)[\r\n](?=[^\r\n])|[\r\n](?=[a-z])")
"""The end of a line with a number, too long for a title, or that begins small; and an end before one that begins so."""


def _unwrapped(item: str) -> str:
    return _NO_TITLE.sub(lambda line: f"{line[1] or ''} ", item)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
