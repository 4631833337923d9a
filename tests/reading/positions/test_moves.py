"""How positions move: history, contradictions and hearsay, from statements on days of an invented March."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.model import (
    Act,
    Actor,
    ActorKind,
    Affiliation,
    Document,
    Interval,
    Issue,
    Option,
    Position,
    Reading,
    Role,
    Span,
    Stance,
    Statement,
)
from parley.reading import positions

KES = Actor(id="KES", name="Kestria", kind=ActorKind.STATE, roles=(Role.PARTY,))
ORL = Actor(id="ORL", name="Orlavia", kind=ActorKind.STATE, roles=(Role.PARTY,))
HAL = Actor(id="HAL", name="Halvern", kind=ActorKind.STATE, roles=(Role.FACILITATOR,))
BREL = Actor(id="BREL", name="Ana Brel", kind=ActorKind.PERSON, affiliations=(Affiliation(to="KES"),))
PAPER = Actor(id="courier", name="The Courier", kind=ActorKind.ORGANISATION)
ACTORS = (KES, ORL, HAL, BREL, PAPER)
DISTANCE = Issue(id="distance", title="Heavy weapons", keywords=("km",), options=(Option(id="15-km", text="15 km"),))
FIFTEEN = "that heavy weapons be 15 km away"
MINISTER = BREL.replace(affiliations=(Affiliation(to="KES", post="Foreign Minister"),))
DEPUTY = Actor(
    id="TAL", name="Ivo Tal", kind=BREL.kind, affiliations=(Affiliation(to="KES", post="Deputy Foreign Minister"),)
)


def said(number: int, speaker: Actor, act: Act, words: str, **more: object) -> Statement:
    start = 1000 * number
    content = (Span(start=start, end=start + len(words), exact=words),)
    return Statement(id=f"s{number}", document="d", speaker=speaker.ref, act=act, content=content, **more)


def paper(day: int | None, *statements: Statement) -> tuple[Document, Reading]:
    published = None if day is None else dt.date(2031, 3, day)
    document = Document(id=f"d{day}", path=f"{day}.txt", text="", published=published)
    return document, Reading(document=document.id, statements=statements)


def the_cell(*papers: tuple[Document, Reading], actors: tuple[Actor, ...] = ACTORS) -> Position:
    (cell,) = positions(papers, [DISTANCE], actors)
    return cell


def steps(cell: Position) -> list[tuple[str | None, str, str]]:
    return [(move.from_ and move.from_.value, move.to.value, str(move.date.earliest)) for move in cell.history]


def test_each_change_has_from_to_date_and_statement() -> None:
    cell = the_cell(
        paper(9, said(3, BREL, Act.EXPRESS_WILLINGNESS, FIFTEEN)),
        paper(1, said(1, KES, Act.REJECT, FIFTEEN)),
        paper(4, said(2, KES, Act.REJECT, FIFTEEN)),
    )
    assert steps(cell) == [(None, "opposes", "2031-03-01"), ("opposes", "open to", "2031-03-09")]
    assert [(move.statement, move.speaker and move.speaker.name) for move in cell.history] == [
        ("s1", "Kestria"),
        ("s3", "Ana Brel"),
    ]
    assert [voice.statement for voice in cell.voices] == ["s1", "s2", "s3"]


def test_a_change_is_written_as_from_and_to() -> None:
    move = the_cell(paper(1, said(1, KES, Act.DEMAND, FIFTEEN))).history[0]
    assert move.model_dump(mode="json", by_alias=True)["from"] is None
    assert type(move).model_validate_json(move.model_dump_json(by_alias=True)) == move


def test_for_and_against_on_one_day_is_shown_and_not_resolved() -> None:
    cell = the_cell(
        paper(1, said(1, KES, Act.PROPOSE, FIFTEEN)),
        paper(5, said(2, BREL, Act.REJECT, FIFTEEN), said(3, KES, Act.DEMAND, FIFTEEN)),
    )
    assert cell.stance is Stance.UNCLEAR
    assert [(c.stances, c.statements) for c in cell.contradictions] == [
        ((Stance.OPPOSES, Stance.DEMANDS), ("s2", "s3"))
    ]
    assert steps(cell) == [(None, "supports", "2031-03-01")]


def test_times_that_overlap_have_no_order() -> None:
    some_day_of_march = Interval(earliest=dt.date(2031, 3, 1), latest=dt.date(2031, 3, 31))
    cell = the_cell(
        paper(7, said(1, KES, Act.REJECT, FIFTEEN, interval=some_day_of_march)),
        paper(8, said(2, KES, Act.DEMAND, FIFTEEN)),
    )
    assert cell.contradictions[0].date == some_day_of_march
    assert cell.history == ()


def test_a_contradiction_that_a_later_day_settles_stays_listed() -> None:
    cell = the_cell(
        paper(1, said(1, KES, Act.REJECT, FIFTEEN), said(2, KES, Act.DEMAND, FIFTEEN)),
        paper(2, said(3, KES, Act.DEMAND, FIFTEEN)),
    )
    assert (cell.stance, len(cell.contradictions)) == (Stance.DEMANDS, 1)
    assert steps(cell) == [(None, "demands", "2031-03-02")]


def test_a_condition_contradicts_nothing() -> None:
    cell = the_cell(paper(1, said(1, KES, Act.REJECT, FIFTEEN), said(2, KES, Act.CONDITION, FIFTEEN)))
    assert cell.contradictions == ()


def test_what_has_no_date_is_no_change() -> None:
    cell = the_cell(paper(None, said(1, KES, Act.REJECT, FIFTEEN)), paper(2, said(2, KES, Act.DEMAND, FIFTEEN)))
    assert steps(cell) == [(None, "demands", "2031-03-02")]
    assert the_cell(paper(None, said(1, KES, Act.REJECT, FIFTEEN))).history == ()


class TestHearsay:
    def test_it_is_marked_with_who_tells_it_and_moves_nothing(self) -> None:
        cell = the_cell(
            paper(1, said(1, KES, Act.DEMAND, FIFTEEN)),
            paper(2, said(2, ORL, Act.STATE, "x"), said(3, KES, Act.REJECT, FIFTEEN, within="s2")),
        )
        assert [(v.statement, v.hearsay, v.told_by and v.told_by.id) for v in cell.voices] == [
            ("s1", False, None),
            ("s3", True, "ORL"),
        ]
        assert (cell.stance, len(cell.history), cell.contradictions) == (Stance.DEMANDS, 1, ())

    def test_of_hearsay_alone_there_is_no_history(self) -> None:
        cell = the_cell(paper(2, said(2, HAL, Act.STATE, "x"), said(3, KES, Act.REJECT, FIFTEEN, within="s2")))
        assert (cell.second_hand, cell.history) == (True, ())

    def test_a_paper_that_reports_is_no_hearsay(self) -> None:
        cell = the_cell(paper(2, said(2, PAPER, Act.STATE, "x"), said(3, KES, Act.REJECT, FIFTEEN, within="s2")))
        assert not cell.voices[0].hearsay


class TestOffices:
    def moved_by(self, first: Actor, second: Actor) -> tuple[str, ...]:
        papers = (paper(1, said(1, first, Act.REJECT, FIFTEEN)), paper(2, said(2, second, Act.DEMAND, FIFTEEN)))
        return the_cell(*papers, actors=(KES, ORL, MINISTER, DEPUTY)).history[-1].doubts

    def test_a_deputy_against_the_minister_is_said(self) -> None:
        assert self.moved_by(MINISTER, DEPUTY) == (
            "It was said by the Deputy Foreign Minister, the earlier by the Foreign Minister.",
        )

    @pytest.mark.parametrize("pair", [(DEPUTY, MINISTER), (KES, DEPUTY), (MINISTER, KES)])
    def test_nothing_is_said_where_the_posts_do_not_tell(self, pair: tuple[Actor, Actor]) -> None:
        assert self.moved_by(*pair) == ()
