"""What the reports of a table say of one another, by their places: findings, denials, second sources.

The rules are those of :mod:`.standing`, asked once for each pair of sayings; here they are carried through as numbers,
and a report becomes no value.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from .bearing import NEAR, Said, bearing, says_no
from .correcting import is_by_body
from .ever import TICK
from .findings import settle, taken_back_note, untrue_note
from .grouping import firsts, joined, repeated
from .names import Names, fold
from .standing import about_nothing, confirmed, denied_before, told_twice
from .table import LIVES, ReportTable, Words, instant_of


@dataclass
class Links:
    """Of each place the places of the reports that found it so and of those that deny it.

    ``same_as`` has the places that are another report of an event, with an earlier one of it; ``refuted`` are places
    that a body found untrue, or took back; ``notes`` say what counts once, or not, and why.
    """

    found: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    denials: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    same_as: dict[int, int] = field(default_factory=dict)
    refuted: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def root(self, place: int) -> int:
        """The first report of the same event."""
        while (before := self.same_as.get(place)) is not None:
            place = before
        return place


def links(
    table: ReportTable,
    first: Any,
    last: Any,
    ahead: Any,
    replaced: Mapping[str, Sequence[str]],
    anew: Mapping[str, dt.datetime],
    names: Names,
) -> Links:
    """Of a table in the order of its events, which ``first`` and ``last`` span; ``ahead``: not yet happened.

    ``replaced`` has by id the ids that a report takes the place of; ``anew`` those of reports that were corrected to
    another doer, see :func:`.correcting.renamed`.
    """
    found = Links()
    _same_happenings(found, table, first, last, ~ahead, names)
    _what_others_say(found, table, first, last, ~ahead, replaced, anew, names)
    for place, findings in found.found.items():
        if len(findings) > 1 and not ahead[place]:
            findings.sort(key=table.reported.__getitem__)
    return found


def _same_happenings(found: Links, table: ReportTable, first: Any, last: Any, counts: Any, names: Names) -> None:
    """Reports that share act, actor, time and place with another are of one event, if they are of another source."""
    words = table.words
    acted = counts & (words["act"].codes >= 0) & (words["about"].codes < 0)
    actors = recoded(words["actor"], lambda word: names.key(word or ""))
    same = [words["act"].codes, actors, first, last]
    named = recoded(words["place"], lambda word: fold(word) if word else "")
    wheres = [
        _groups(acted & (words["place"].codes >= 0), [*same, named]),
        _groups(acted & np.isfinite(table.latitude), [*same, _rounded(table.latitude), _rounded(table.longitude)]),
    ]
    alike = np.flatnonzero((wheres[0] >= 0) | (wheres[1] >= 0))
    source = joined([words["claimant"].codes[alike], words["document"].codes[alike]]).tolist()
    before: tuple[dict[int, tuple[int, int]], ...] = ({}, {})
    keys = [where[alike].tolist() for where in wheres]
    for place, told_by, *by_where in zip(alike.tolist(), source, *keys, strict=True):
        for seen, where in zip(before, by_where, strict=True):
            if where < 0:
                continue
            other, also_by = seen.setdefault(where, (place, told_by))
            if other != place and place not in found.same_as and told_by != also_by:
                found.same_as[place] = other
                found.notes.append(told_twice(*_ids(table, place, other)))


def _groups(asked: Any, columns: Sequence[Any]) -> npt.NDArray[np.int64]:
    """The group of each row that agrees with another one, of those that are asked for; -1 for the rest."""
    groups = np.full(len(asked), -1, dtype=np.int64)
    rows = np.flatnonzero(asked)
    rows = rows[repeated([column[rows] for column in columns])]
    groups[rows] = joined([column[rows] for column in columns])
    return groups


def _what_others_say(
    found: Links,
    table: ReportTable,
    first: Any,
    last: Any,
    counts: Any,
    replaced: Mapping[str, Sequence[str]],
    anew: Mapping[str, dt.datetime],
    names: Names,
) -> None:
    """As the function of this name in :mod:`.standing`, over places."""
    words, same_as = table.words, found.same_as
    at = places_of(table, set(words["about"].values), replaced)
    about = words["about"]
    by_body, against = by_body_of(table, names), _contesting(table)
    said = joined([*(words[name].codes for name in Said._fields), against])
    sayings = [
        (Said(*(words[name].at(row) for name in Said._fields)), bool(against[row])) for row in firsts(said).tolist()
    ]
    known: dict[tuple[int, int], Any] = {}
    apart = NEAR // TICK

    def near(one: int, other: int) -> bool:
        return bool(max(first[one], first[other]) - min(last[one], last[other]) <= apart)

    def at_once(one: int, other: int) -> bool:
        return bool(first[one] == first[other] and last[one] == last[other])

    speaking = np.flatnonzero(counts & ((about.codes >= 0) | by_body))
    told = np.array([*(at.get(word, -1) for word in about.values), -1], dtype=np.int64)[about.codes[speaking]]
    both = np.stack((said[speaking], said[told]), axis=1).tolist()
    untrue: dict[int, list[int]] = defaultdict(list)
    for place, other, finds, pair in zip(
        speaking.tolist(), told.tolist(), by_body[speaking].tolist(), map(tuple, both), strict=True
    ):
        if other < 0 and about.codes[place] >= 0:
            found.notes.append(about_nothing(_ids(table, place)[0], about.at(place) or ""))
        if other < 0 or other == place:
            if finds:
                found.found[place].append(place)
            continue
        one, contests = sayings[pair[0]]
        if (
            says_no(one.act)
            and (later := anew.get(about.at(place) or ""))
            and table.reported[place] < instant_of(later)
        ):
            found.notes.append(denied_before(_ids(table, place)[0], about.at(place) or "", _ids(table, other)[0]))
            continue
        bears = known.get(pair)
        if bears is None:
            bears = known[pair] = bearing(one, sayings[pair[1]][0], names, contests)
        finds = finds and not (bears.against and bears.by_party)
        if bears.against and finds:
            untrue[other].append(place)
        elif bears.against:
            found.denials[other].append(place)
            if by_body[other] and (before := at.get(about.at(other) or "")) is not None:
                found.denials[before].append(place)  # who denies a finding denies what it found
        elif bears.looks and finds:
            found.found[other].append(place)
        elif (bears.seconds or (bears.may_second and near(place, other))) and found.root(other) != place:
            same_as[place] = other
            ids = _ids(table, place, other)
            found.notes.append(confirmed(ids[0], ids[1], (_number(table, place), _number(table, other))))
        elif bears.alike and not finds and at_once(place, other) and found.root(other) != place:
            same_as[place] = other
            found.notes.append(told_twice(*_ids(table, place, other)))
        if finds and not says_no(one.act):
            found.found[place].append(place)
        if bears.alike and (finds or contests) and not bears.another and found.root(other) != place:
            same_as[place] = other
    if untrue:
        _settle(found, untrue, table, names)


def _settle(found: Links, untrue: dict[int, list[int]], table: ReportTable, names: Names) -> None:
    """What bodies found untrue, and what they took back."""
    bodies = table.words["found_by"]

    def body(place: int) -> str:
        return names.key(bodies.at(place) or "")

    refuted, taken_back = settle(found.found, untrue, found.denials, lambda place: table.reported[place], body)
    for note, aside in ((untrue_note, refuted), (taken_back_note, taken_back)):
        for place, by in aside.items():
            id, finding = _ids(table, place, by)
            found.notes.append(note(id, bodies.at(by) or "", finding))
    found.refuted.update(refuted, taken_back)


def _contesting(table: ReportTable) -> npt.NDArray[np.bool_]:
    """As :func:`.correcting.contests`."""
    about, corrects = table.words["about"], table.words["corrects"]
    contesting = (about.codes >= 0) & (corrects.codes >= 0)
    rows = np.flatnonzero(contesting)
    pairs = zip(about.said(rows), corrects.said(rows), strict=True)
    contesting[rows] = [one == other for one, other in pairs]
    return contesting


def places_of(table: ReportTable, ids: set[str], replaced: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Where the reports of these ids are, or those that take their place; an id that isn't there is left out."""
    column = table.words["id"]
    places = {column.values[column.codes[row]]: row for row in np.flatnonzero(column.among(ids)).tolist()}
    for old, row in _replacing(table, replaced):
        if old in ids:
            places.setdefault(old, row)
    return places


def _replacing(table: ReportTable, replaced: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Ids that are replaced, each with the place of a report that does so, in the order of these."""
    if not replaced:
        return
    column = table.words["id"]
    for row in np.flatnonzero(column.among(replaced)).tolist():
        yield from ((old, row) for old in replaced[column.values[column.codes[row]]])


def by_body_of(table: ReportTable, names: Names) -> npt.NDArray[np.bool_]:
    """As :func:`.standing.is_by_body`."""
    bodies = table.words["found_by"]
    pairs = np.array([[is_by_body(word, life, names) for life in LIVES] for word in (*bodies.values, None)])
    return np.asarray(pairs[bodies.codes, table.life], dtype=np.bool_)


def _ids(table: ReportTable, *places: int) -> list[str]:
    ids = table.words["id"]
    return [ids.at(place) or "" for place in places]


def _number(table: ReportTable, place: int) -> int | None:
    """How many are told of there, where that is not hedged."""
    hedged = table.words["qualifier"].codes[place] >= 0
    return None if hedged or table.count[place] < 0 else int(table.count[place])


def recoded(column: Words, key: Any) -> npt.NDArray[np.int64]:
    """Numbers that are equal where the keys of the words are."""
    known: dict[object, int] = {}
    codes = [known.setdefault(key(word), len(known)) for word in (*column.values, None)]
    return np.array(codes, dtype=np.int64)[column.codes]


def _rounded(degrees: Any) -> npt.NDArray[np.int64]:
    """Degrees to four places, rounded as a value's place is: the few that lie close to the middle, one by one."""
    known = np.where(np.isfinite(degrees), degrees, 0.0)
    scaled = known * 10_000
    whole: npt.NDArray[np.float64] = np.rint(scaled)
    middling = np.flatnonzero(np.abs(np.abs(scaled - whole) - 0.5) < 1e-6)
    whole[middling] = [round(round(one, 4) * 10_000) for one in known[middling].tolist()]
    return whole.astype(np.int64)
