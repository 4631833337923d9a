"""Brackets of negotiation: text still open, and the issues that follow from it.

    [#label OWNER, OWNER: wording | OWNER: wording]

The label, the owners and even the wording may be missing. Other square brackets (links, "[sic]") are
left alone: a bracket of negotiation has a ``#label``, a ``|``, or an owner in capitals with a colon.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from parley.model import Alternative, Bracket, Issue, Option
from parley.text import patterns as re
from parley.text import slug

_TOKEN = re.compile(r"[\[\]|]|\n[ \t]*\r?\n")
_PARAGRAPH_ENDS = re.compile(r"\n[ \t]*\r?\n")
_LONGEST_PARAGRAPH = 100_000
"""So many characters after a bracket its end is looked for."""
_LABEL = re.compile(r"#([\w.\-]*\w)(?=[\s|\]]|$)")
_OWNERS = re.compile(r"\s*(?P<owners>[^\W\d_][\w .&/\-]{0,40}?(?:\s*,\s*[^\W\d_][\w .&/\-]{0,40}?){0,20})\s*:(?!\S*//)")
_INNERMOST = re.compile(r"\[#[^\[\]]*\]")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9&/\-]+")

MAX_BRACKETS = 5_000
"""More than any negotiation has; the rest of such a text is kept and not read as brackets."""
MAX_ALTERNATIVES = 100
"""More wordings than any point has; a bracket with more is kept and not read as one."""
MAX_DEPTH = 4
"""Brackets in brackets in brackets in brackets."""
_MAX_OPEN = 64
"""Square brackets of any kind that may stand open at once; those within are only counted."""
_MAX_PROBLEMS = 20
_TOO_DEEP = f"brackets stand in one another more than {MAX_DEPTH} deep; take the inner ones apart."
_NOT_CLOSED = (
    "the bracket that opens here does not close in its paragraph; add the missing ']', or give each paragraph a "
    "bracket of its own, under one label."
)


@dataclass(slots=True)
class _Open:
    """A square bracket not yet closed: where it opens, its label, and its top-level bars."""

    start: int
    labelled: bool
    bars: list[int]


@dataclass(frozen=True)
class Brackets:
    found: tuple[Bracket, ...]
    problems: tuple[str, ...]


def find_brackets(text: str, path: str, body: int, owners: Collection[str], end: int | None = None) -> Brackets:
    """All brackets of ``text`` from ``body`` to ``end``, in order of their start; a bracket closes in its paragraph.

    ``owners`` are the short names and names that the front matter gives; without any, whatever is
    in capitals is taken for an owner. Linear in the length of the text.
    """
    found: list[Bracket] = []
    stack: list[_Open] = []
    beyond = 0
    faults = _Faults(text, path)
    for token in _TOKEN.finditer(text, body, len(text) if end is None else end):
        mark = token.group()
        if mark == "[":
            labelled = text.startswith("#", token.end()) and _LABEL.match(text, token.end()) is not None
            if len(stack) < _MAX_OPEN:
                stack.append(_Open(token.start(), labelled, []))
                continue
            beyond += 1
            if labelled:
                faults.add(stack[0].start, _TOO_DEEP)
        elif mark == "|":
            if stack and not beyond and len(stack[-1].bars) <= MAX_ALTERNATIVES:
                stack[-1].bars.append(token.start())
        elif mark == "]":
            if beyond:
                beyond -= 1
                continue
            if not stack:
                continue
            opened = stack.pop()
            if len(found) > MAX_BRACKETS:
                continue
            outer = [each.start for each in stack if each.labelled]
            if len(outer) >= MAX_DEPTH:
                faults.add(outer[0], _TOO_DEEP)
                continue
            if len(opened.bars) >= MAX_ALTERNATIVES:
                why = f"the bracket that opens here has more than {MAX_ALTERNATIVES} wordings; take it apart."
                faults.add(opened.start, why)
                continue
            bracket = _bracket(text, opened, token.end(), owners)
            if bracket:
                found.append(bracket)
        else:
            faults.not_closed(stack)
            stack, beyond = [], 0
    faults.not_closed(stack)
    problems = faults.told()
    if len(found) > MAX_BRACKETS:
        found.pop()
        problems.append(f"{path}: only the first {MAX_BRACKETS:,} brackets were read; split the text.")
    return Brackets(tuple(sorted(found, key=lambda bracket: bracket.start)), tuple(problems))


def _bracket(text: str, opened: _Open, end: int, owners: Collection[str]) -> Bracket | None:
    label = _LABEL.match(text, opened.start + 1)
    inside = label.end() if label else opened.start + 1
    cuts = [bar for bar in opened.bars if bar >= inside]
    starts, ends = [inside, *(cut + 1 for cut in cuts)], [*cuts, end - 1]
    alternatives = tuple(_alternative(text, first, last, owners) for first, last in zip(starts, ends, strict=True))
    if label is None:
        linked = text.startswith(("(", "[", ":"), end) and not any(each.owners for each in alternatives)
        if linked or not (cuts or alternatives[0].owners):
            return None
    return Bracket(
        label=label[1] if label else None,
        alternatives=alternatives,
        start=opened.start,
        end=end,
        exact=text[opened.start : end],
    )


def _alternative(text: str, start: int, end: int, known: Collection[str]) -> Alternative:
    match = _OWNERS.match(text, start, end)
    owners: tuple[str, ...] = ()
    if match:
        named = tuple(name.strip() for name in match["owners"].split(","))
        if all(name in known or _CAPITALS.fullmatch(name) for name in named):
            owners, start = named, match.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Alternative(owners=owners, text=text[start:end], start=start, end=end)


def left_open(text: str, asked: Collection[int]) -> set[int]:
    """Which of the places ``asked`` are square brackets that their paragraph does not close.

    Each mark up to the end of the last one's paragraph is looked at once, and few are kept at a time.
    """
    if not asked:
        return set()
    last = max(asked)
    ends = _PARAGRAPH_ENDS.search(text, last, last + _LONGEST_PARAGRAPH)
    stack, left = array("q"), set[int]()
    for token in _TOKEN.finditer(text, 0, ends.end() if ends else last + _LONGEST_PARAGRAPH):
        mark = token.group()
        if mark == "[":
            stack.append(token.start())
        elif mark == "]":
            del stack[-1:]
        elif mark != "|":
            left.update(start for start in stack if start in asked)
            del stack[:]
    return left.union(start for start in stack if start in asked)


class _Faults:
    """What is wrong with brackets: of one kind and one line a single sentence."""

    def __init__(self, text: str, path: str) -> None:
        self._path, self._lines = path, _Lines(text)
        self._found: dict[tuple[int, str], None] = {}

    def add(self, start: int, why: str) -> None:
        self._found.setdefault((self._lines.number(start), why))

    def not_closed(self, stack: Sequence[_Open]) -> None:
        for opened in stack:
            if opened.labelled:
                self.add(opened.start, _NOT_CLOSED)

    def told(self) -> list[str]:
        told = [f"{self._path}, line {line}: {why}" for line, why in list(self._found)[:_MAX_PROBLEMS]]
        if len(self._found) > _MAX_PROBLEMS:
            more = len(self._found) - _MAX_PROBLEMS
            told.append(f"{self._path}: brackets of {more:,} further lines are faulty too; mend them alike.")
        return told


class _Lines:
    """Line numbers of offsets, counted once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def number(self, offset: int) -> int:
        if self._starts is None:
            self._starts = [match.end() for match in re.finditer("\n", self._text)]
        return bisect_right(self._starts, offset) + 1


def issues_of(brackets: Sequence[Bracket], path: str) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """The issues in order of their labels' first place, and sentences on places that don't fit together.

    An option is a wording of the first place, its id the slug of that wording. At each further place
    it is the wording of the same owners, or else the one of the same rank. Where every place has a single
    wording, the other option is to leave it out. Where places are of different owners, as paragraphs that are
    each other's alternatives, an option is what one owner wants at all of them (:func:`choices_of`).
    """
    issues: list[Issue] = []
    problems: list[str] = []
    for label, places in places_of(brackets).items():
        if not _apart(places):
            problems += _unfit(label, places, path)
        options = tuple(choice.option for choice in choices_of(places))
        issues.append(Issue(id=label, title=label.replace("-", " ").replace("_", " "), options=options))
    return tuple(issues), tuple(problems[:_MAX_PROBLEMS])


def _unfit(label: str, places: Sequence[Bracket], path: str) -> Iterator[str]:
    """Sentences on wordings that some place of the label lacks, or that go with none of its first place."""
    first = places[0]
    for rank, alternative in enumerate(first.alternatives):
        lacking = next((place for place in places if paired(first, place, rank) is None), None)
        if lacking:
            yield (
                f"{path}: #{label} has no wording for '{alternative.text}' in {lacking.exact[:60]!r}; "
                "give every place of a label the same owners or as many alternatives."
            )
    for place in places[1:]:
        reached = {paired(first, place, rank) for rank in range(len(first.alternatives))}
        wordings = {each.text for each in reached if each is not None}
        for each in place.alternatives:
            if each not in reached and each.text not in wordings:
                yield (
                    f"{path}: '{each.text}' of #{label} in {place.exact[:60]!r} goes with no wording of the label's "
                    "first place; give every place of a label the same owners or as many alternatives."
                )


@dataclass(frozen=True)
class Choice:
    """An option of a label, and the wording that it takes at each of its places; ``None`` where it has none."""

    option: Option
    wordings: tuple[Alternative | None, ...]


def choices_of(places: Sequence[Bracket]) -> list[Choice]:
    """The options of one label, each with what is taken at each of its places.

    Two owners with the same wording at every place share one option. A wording that stands alone at every place
    may be left out: that is an option nobody has put into words.
    """
    apart = _apart(places)
    wanted: list[tuple[tuple[str, ...], tuple[Alternative | None, ...]]]
    if apart:
        wanted = [((owner,), _owned(places, owner)) for owner in _owners_of(places)]
    else:
        wanted = [
            (alternative.owners, tuple(paired(places[0], place, rank) for place in places))
            for rank, alternative in enumerate(places[0].alternatives)
        ]
    choices: list[Choice] = []
    known: dict[tuple[str, ...], int] = {}
    ids: set[str] = set()
    for owners, chosen in wanted:
        wordings = tuple("" if other is None else " ".join(other.text.split()) for other in chosen)
        if wordings in known:
            same = choices[known[wordings]]
            both = tuple(dict.fromkeys((*same.option.owners, *owners)))
            choices[known[wordings]] = Choice(same.option.replace(owners=both), same.wordings)
            continue
        known[wordings] = len(choices)
        text = " ".join(filter(None, wordings)) if apart else wordings[0]
        named = next((each for each in wordings if each), "") if apart else text
        id = _fresh(slug(_outermost(named)) or slug(named) or "omit", ids)
        ids.add(id)
        choices.append(Choice(Option(id=id, text=text, owners=owners), chosen))
    if not apart and all(len(place.alternatives) == 1 and place.alternatives[0].text for place in places):
        nothing = tuple(left_out(place) for place in places)
        choices.append(Choice(Option(id=_fresh("omit", ids), text=""), nothing))
    return choices


def rival_choices(places: Sequence[Bracket]) -> list[Choice]:
    """The options of a label whose places are each other's alternatives, each of other owners; else none."""
    return choices_of(places) if _apart(places) else []


def _apart(places: Sequence[Bracket]) -> bool:
    """Whether what one owner wants at a place is that another's wording of the label isn't there at all.

    So it is of whole paragraphs that are alternatives, each with its owner. An owner may be missing at a place
    only where a single wording stands there, or where nobody of the owner's own places has one: elsewhere a
    wording has been forgotten.
    """
    if len(places) < 2 or not all(each.owners for place in places for each in place.alternatives):
        return False
    owners = [[owner for each in place.alternatives for owner in each.owners] for place in places]
    if any(len(set(there)) < len(there) for there in owners):
        return False
    missing = False
    for owner in _owners_of(places):
        beside = {each for there in owners if owner in there for each in there}
        for place, there in zip(places, owners, strict=True):
            if owner not in there:
                missing = True
                if len(place.alternatives) > 1 and not beside.isdisjoint(there):
                    return False
    return missing


def _owners_of(places: Sequence[Bracket]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(owner for place in places for each in place.alternatives for owner in each.owners))


def _owned(places: Sequence[Bracket], owner: str) -> tuple[Alternative, ...]:
    """The owner's wording at each place; at a place where it has none, nothing."""
    return tuple(
        next((each for each in place.alternatives if owner in each.owners), None) or left_out(place) for place in places
    )


def left_out(place: Bracket) -> Alternative:
    """No words in place of the bracket, and nobody's."""
    return Alternative(owners=(), text="", start=place.end - 1, end=place.end - 1)


def _outermost(text: str) -> str:
    """A wording without the labelled brackets in it, whose own points are settled apart."""
    before = ""
    while before != text:
        before, text = text, _INNERMOST.sub(" ", text)
    return text


def places_of(brackets: Sequence[Bracket]) -> dict[str, list[Bracket]]:
    """The brackets of each label, in the order of the text."""
    places: dict[str, list[Bracket]] = {}
    for bracket in brackets:
        if bracket.label:
            places.setdefault(bracket.label, []).append(bracket)
    return places


def paired(first: Bracket, place: Bracket, rank: int) -> Alternative | None:
    """The wording at ``place`` that goes with alternative ``rank`` of the label's ``first`` place, or ``None``."""
    if place is first:
        return first.alternatives[rank]
    owners = set(first.alternatives[rank].owners)
    if owners:
        rivals = [i for i, each in enumerate(first.alternatives) if owners.intersection(each.owners)]
        same = [each for each in place.alternatives if owners.intersection(each.owners)]
        if same and len({" ".join(each.text.split()) for each in same}) == 1:
            return same[0]  # owners who stand together in one place and apart in the other, and say the same
        if same and len(same) == len(rivals):
            return same[rivals.index(rank)]
        if same:
            return None
    if len(place.alternatives) != len(first.alternatives):
        return None
    other = place.alternatives[rank]
    return None if owners and other.owners else other


def _fresh(id: str, taken: Collection[str]) -> str:
    number = 2
    fresh = id
    while fresh in taken:
        fresh = f"{id}-{number}"
        number += 1
    return fresh
