"""What a paper has people say, and when, beside what was read: for the papers that have answers for it.

``said`` has a row for each statement: who speaks, the words of the content ("A ... B" where its cue breaks it), and
what else is to be told of it: ``within WHO`` (as told by whom), ``act ACT``, a commitment. ``WHO`` is an actor's
id, a person's name, ``A+B`` (several together), ``-`` (nobody in particular), ``-@KES`` (somebody not named who belongs
to KES);
``A|B`` where a reader may say either. ``times`` has the words, the first and the last day ("" where there is none).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from parley.model import Reading, Ref, Statement

Row = Sequence[str]
Found = tuple[str, str, str, str]
"""Kind, field, verdict, words: what a ``told.Finding`` is made of."""
_EDGES = " \n\t.,;:!\"“”'‘’—–-"


def compare_statements(paper: Mapping[str, Any], reading: Reading) -> Iterator[Found]:
    """Statements found, missed and invented, and of those found the speaker, the content, who tells it, how firmly."""
    told, text = [list(row) for row in paper["said"]], paper["text"]
    names = {actor.id: actor.name for actor in reading.actors if not actor.id.isupper()}
    by_id = {each.id: each for each in reading.statements}
    read = list(reading.statements)
    marks = _marks_of(told, text)
    alike = [
        (_likeness(marks[t], _marks(each)), -(bool(each.within) is not _is_nested(row)), -t, -r)
        for t, row in enumerate(told)
        for r, each in enumerate(read)
    ]
    same: dict[int, int] = {}
    for likeness, _, t, r in sorted(alike, reverse=True):
        if likeness >= 0.5 and -t not in same and -r not in same.values():
            same[-t] = -r
    for t, row in enumerate(told):
        if t not in same:
            yield "statements", "", "missed", f"{row[0]}: {row[1]}"
            continue
        each = read[same[t]]
        yield "statements", "", "found", f"{row[0]}: {row[1]}"
        yield "statements", "speaker", _judged(row[0], each.speaker, names), f"{_named(each.speaker, names)}: {row[1]}"
        content = " ... ".join(span.exact for span in each.content)
        exact = _bare(marks[t], text) == _bare(_marks(each), text)
        yield "statements", "content", "right" if exact else "wrong", content
        teller = by_id[each.within].speaker if each.within else None
        want = next((words.removeprefix("within ") for words in row[2:] if words.startswith("within ")), "")
        if want or each.within:
            right = bool(want) and bool(each.within) and _judged(want, teller, names) == "right"
            verdict = "right" if right else "missed" if want and not each.within else "wrong"
            yield "statements", "within", verdict, f"{_named(teller, names)}: {row[1]}"
        for act in (words.removeprefix("act ") for words in row[2:] if words.startswith("act ")):
            yield (
                "statements",
                "act",
                "right" if each.act.value in act.split("|") else "wrong",
                f"{each.act.value}: {row[1]}",
            )
        for how in (words for words in row[2:] if not words.startswith(("within ", "act "))):
            verdict = "right" if how == each.commitment.value else "wrong"
            yield "statements", "commitment", verdict, f"{each.commitment.value}: {row[1]}"
    for r, each in enumerate(read):
        if r not in same.values():
            content = " ... ".join(span.exact for span in each.content)
            yield "statements", "", "invented", f"{_named(each.speaker, names)}: {content}"


def compare_times(paper: Mapping[str, Any], reading: Reading) -> Iterator[Found]:
    """Time expressions in reading order: found, missed, invented; of those found, their days."""
    text, at = paper["text"], 0
    read = list(reading.times)
    for words, earliest, latest in paper["times"]:
        start = text.index(words, at)
        at = start + len(words)
        overlapping = [each for each in read if each.span.start < at and start < each.span.end]
        if not overlapping:
            yield "times", "", "missed", words
            continue
        read.remove(overlapping[0])
        days = [str(day or "") for day in (overlapping[0].earliest, overlapping[0].latest)]
        yield "times", "", "found", words
        yield "times", "days", "right" if days == [earliest, latest] else "wrong", f"{words}: {'; '.join(days)}"
    for each in read:
        yield "times", "", "invented", each.span.exact


def _marks_of(told: Sequence[Row], text: str) -> list[frozenset[int]]:
    """The places of each row's words in the text: rows come in the text's order, so that words told twice are found
    where they stand."""
    found, at = [], 0
    for row in told:
        parts = row[1].split(" ... ")
        start = text.find(parts[0], at)
        if _is_nested(row) or start < 0:
            start = text.rindex(parts[0], 0, found and max(found[-1]) + 1) if found and start < 0 else start
        if start < 0:
            raise ValueError(f"the paper does not say «{parts[0]}»")
        marks: set[int] = set()
        at, place = start, start
        for part in parts:
            place = text.index(part, place)
            marks.update(range(place, place + len(part)))
            place += len(part)
        found.append(frozenset(marks))
    return found


def _is_nested(row: Row) -> bool:
    return any(words.startswith("within ") for words in row[2:])


def _marks(each: Statement) -> frozenset[int]:
    return frozenset(i for span in each.content for i in range(span.start, span.end))


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _bare(marks: frozenset[int], text: str) -> frozenset[int]:
    return frozenset(i for i in marks if text[i] not in _EDGES)


def _named(ref: Ref | None, names: Mapping[str, str]) -> str:
    if ref is None:
        return "-"
    if ref.members:
        return "+".join(_named(member, names) for member in ref.members)
    if ref.id is None:
        return f"-@{names.get(ref.of, ref.of)}" if ref.of else "-"
    return names.get(ref.id, ref.id)


def _judged(want: str, ref: Ref | None, names: Mapping[str, str]) -> str:
    """``missed`` is nobody, where a reader could tell somebody: silence does less harm than the wrong one."""
    got = _named(ref, names)
    wanted = ["+".join(sorted(each.split("+"))) for each in want.split("|")]
    if "+".join(sorted(got.split("+"))) in wanted:
        return "right"
    return "missed" if got.startswith("-") else "wrong"
