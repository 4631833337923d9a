"""Who is named to everybody, and which words of a cell everybody may be told: what the text and its actors have."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from parley.framework import parse
from parley.model import Actor, Audience, Effort, Interval, Recoding, Report
from parley.monitoring.daily import Shown, Unnamed
from parley.monitoring.names import Names
from parley.monitoring.table import ReportTable

TEXT = parse(
    "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n**Line** means the line in Annex A.\n\n"
    "A Joint Commission (the Commission) is established.\n\n"
    "1. No Party shall allow armed groups to place tanks or boxcars within 5 km of the Line at Tolmere. {#groups}\n"
)
SHOWN = Shown(TEXT, actors=[Actor(id="HRB", name="Harbour Relief Bureau", kind="organisation")])
NAMES = Names(TEXT, [Actor(id="HRB", name="Harbour Relief Bureau", kind="organisation")])
NOON = dt.datetime(2031, 4, 2, 12, tzinfo=dt.UTC)


def unnamed(audience: str = "public") -> Unnamed:
    return Unnamed(Audience(audience), SHOWN)


def report(**fields) -> Report:
    return Report(id="R1", event=Interval(earliest=NOON, latest=NOON), reported=NOON, **fields)


@pytest.mark.parametrize(
    "named", ["KES", "Kestria", "the Joint Commission", "Commission", "HRB", "Harbour Relief Bureau"]
)
def test_parties_bodies_and_actors_are_named_as_they_were_written(named: str) -> None:
    assert unnamed().source(named) == named


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Orlavia's 3rd Brigade", "ORL"),
        ("Military Forces of Kestria (2029-)", "KES"),
        ("Kestria and Orlavia", "Kestria and Orlavia"),
        ("Kestria or Orlavia", "Kestria or Orlavia"),
        ("Kestria and Ivan Petrov", "Kestria and Actor 1 (name withheld)"),
        ("Ivan Petrov", "Actor 1 (name withheld)"),
        ("a nurse of the hospital in Skarn", "Actor 1 (name withheld)"),
        ("enemies of Kestria", "actor 1 (name withheld)"),
        ("the armed groups", "actor 1 (name withheld)"),
    ],
)
def test_who_says_so_is_named_only_where_the_text_or_the_process_knows_them(words: str, told: str) -> None:
    assert unnamed().source(words) == told


def test_whoever_was_somebody_else_remains_so_and_the_same_remains_the_same() -> None:
    told = unnamed()
    assert [told.source(one) for one in ("Reuters", "Post 4", "reuters", "Reuters; Post 4")] == [
        "Actor 1 (name withheld)",
        "Actor 2 (name withheld)",
        "actor 1 (name withheld)",
        "Actor 1 (name withheld) and Actor 2 (name withheld)",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Ivan",
        "enemies of Kestria",
        "Kestria and others",
        "Kestria?",
        "Ivan or Kestria",
        "Ivan, KES",
        "both sides",
        "ORL army",
    ],
)
def test_what_is_known_of_a_doer_stays_the_same(words: str) -> None:
    told = unnamed().doer(words)
    for party in ("KES", "ORL"):
        assert NAMES.did(told, party).truth is NAMES.did(words, party).truth
    assert NAMES.nobody(told) is NAMES.nobody(words)


def test_a_name_in_small_letters_is_in_doubt_and_remains_the_same() -> None:
    told = [unnamed().source(words) for words in ("Reuters", "reuters")]
    assert NAMES.same(*told)
    assert [NAMES.nobody(one) for one in told] == [False, True]


@pytest.mark.parametrize("words", ["armed men", "the armed groups", "unidentified persons", "tanks"])
def test_doers_without_a_name_are_told(words: str) -> None:
    assert unnamed().doer(words) == words


def test_a_party_is_told_its_own_rows_as_they_are() -> None:
    own, other = (report(claimant="Ivan", origin=f"{folder}reports/x.csv, row 2") for folder in ("caucus/KES/", ""))
    told = unnamed("party:KES")
    assert [told.report(one).claimant for one in (own, other)] == ["Ivan", "Actor 1 (name withheld)"]
    table = told.rows(ReportTable.of([own, other]))
    assert [one.claimant for one in table.reports()] == ["Ivan", "Actor 1 (name withheld)"]


def test_many_rows_are_told_as_few_are_and_no_name_is_left_in_the_columns() -> None:
    rows = [report(claimant="Ivan", actor="Tarn?", found_by="Anna", counterpart="Skarn"), report(claimant="KES")]
    table = unnamed().rows(ReportTable.of(rows))
    assert tuple(table.reports()) == unnamed().rows(tuple(rows))
    assert not {"Ivan", "Anna", "Skarn"} & {word for column in table.words.values() for word in column.values}
    assert isinstance(table.words["claimant"].codes, np.ndarray)


def test_who_watched_and_what_a_source_changed_are_told_alike() -> None:
    told = unnamed()
    [effort] = told.effort([Effort(by="camera post 7", means="camera", place="Line", window=Interval())])
    assert effort.by == "actor 1 (name withheld)"
    one = Recoding(
        id="R1",
        earlier="a",
        later="b",
        before={"claimant": "camera post 7", "object": "Petrov's tanks", "place": "Velm", "count": "3"},
        after={"claimant": "KES", "object": "tanks", "place": "Orm", "count": "4"},
    )
    changed = told.recoding(one)
    assert changed.before == {"claimant": "actor 1 (name withheld)", "object": "tanks", "count": "3"}
    assert changed.after == {"claimant": "KES", "object": "tanks", "count": "4"}


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("tanks", "tanks"),
        ("two 122 mm howitzers", "two 122 mm howitzers"),
        ("boxcars of armed groups", "boxcars of armed groups"),
        ("12 tanks", "12 tanks"),
        ("41 52 30 N tanks", "tanks"),
        ("tanks at Velm", "tanks at a place that is not told here"),
        ("Petrov's T-72 tanks", "tanks"),
        ("tanks near 41.87 N 89.76 E", "tanks near a place that is not told here"),
        ("tanks of the Petrovs", "tanks"),
        ("tanks 41.87", "tanks"),
        ("Velm", "something that is not told here"),
        ("heavy Velm", "something that is not told here"),
        ("tanks Tolmere", "tanks"),
    ],
)
def test_a_cell_is_told_in_words_for_kinds_of_things_and_of_the_text(cell: str, told: str) -> None:
    assert SHOWN.told(cell) == told
