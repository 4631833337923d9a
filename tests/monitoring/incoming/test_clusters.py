"""What may be one event is proposed with its reasons; sources are counted, and their counts never summed."""

from __future__ import annotations

import random
from typing import Any

import pytest

from parley.model import Interval, Joined, Report, ReportPlace
from parley.monitoring.incoming import clusters as module
from parley.monitoring.incoming.clusters import clusters, independent


def report(id: str, claimant: str | None = None, hour: int = 10, north: float = 0.0, **more: Any) -> Report:
    place = more.pop("place", ReportPlace(latitude=-42.0 + north / 111, longitude=90.0, radius_m=500))
    fields = {"act": "shell", "document": f"paper of {claimant}", "reported": "2031-03-06T00:00+00:00"} | more
    when = f"2031-03-05T{hour:02d}:00+00:00"
    return Report(id=id, event=Interval(earliest=when, latest=when), place=place, claimant=claimant, **fields)


def test_near_in_place_time_and_act_is_proposed_with_the_reason() -> None:
    [found] = clusters([report("a", "KES", count=3), report("b", "ORL", hour=12, north=1, act="attack", count=5)])
    assert found.reports == ("a", "b")
    assert found.why == ("b: 1.0 km away, times 2.0 hours apart, 'attack' beside 'shell'",)
    assert found.independent == 2
    assert [(one.claimant, one.count) for one in found.counts] == [("KES", 3), ("ORL", 5)]


def test_what_differs_is_not_proposed() -> None:
    one = report("a", "KES")
    others = [
        report("far", "ORL", north=5),
        report("late", "ORL", hour=20),
        report("other act", "ORL", act="overfly"),
        report("same source", "KES"),
        report("about it", "ORL", about="a"),
        report("running total", "ORL", tally="running"),
        report("nowhere", "ORL", place=ReportPlace()),
        report("vague", "ORL", place=ReportPlace(latitude=-42.0, longitude=90.0, radius_m=100_000)),
    ]
    assert clusters([one, *others]) == ()


def test_two_different_doers_are_no_one_event() -> None:
    assert clusters([report("a", "KES", actor="KES"), report("b", "ORL", actor="ORL")]) == ()


def test_a_chain_of_neighbours_does_not_join_what_lies_far_apart() -> None:
    chain = [report(f"r{n}", f"source {n}", north=n) for n in range(6)]
    assert [one.reports for one in clusters(chain)] == [("r0", "r1"), ("r2", "r3"), ("r4", "r5")]


def test_a_name_will_do_where_there_are_no_coordinates() -> None:
    tamsen = ReportPlace(name="Tamsen")
    [found] = clusters([report("a", "KES", place=tamsen), report("b", "ORL", place=ReportPlace(name="TAMSEN"))])
    assert "the same place by name (Tamsen)" in found.why[0]


def test_the_meridian_keeps_no_two_reports_apart() -> None:
    sides = [ReportPlace(latitude=-42.0, longitude=longitude, radius_m=200) for longitude in (179.999, -179.999)]
    [found] = clusters([report("a", "KES", place=sides[0]), report("b", "ORL", place=sides[1])])
    assert found.reports == ("a", "b")


def test_sources_that_share_a_paper_are_one() -> None:
    assert independent([report("a", "KES", document="x"), report("b", "ORL", document="x")]) == 1
    assert independent([report("a", "KES"), report("b", "ORL"), report("c", document=None)]) == 2


def test_a_decision_is_found_again_whatever_the_order() -> None:
    rows = [report("a", "KES"), report("b", "ORL")]
    [open_] = clusters(rows)
    [decided] = clusters(rows[::-1], decided={open_.id: (Joined.ONE, "Ana")})
    assert (open_.decided, decided.decided, decided.decided_by) == (None, Joined.ONE, "Ana")


def test_squares_and_hours_leave_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(5)
    several = [
        report(
            f"r{number}",
            draw.choice(["KES", "ORL", "JVC"]),
            hour=draw.randrange(24),
            place=ReportPlace(
                latitude=draw.uniform(59, 60) * draw.choice([-1, 1]),
                longitude=draw.uniform(-0.7, 0.7),
                radius_m=draw.choice([None, 0, 1_999, 2_500, 24_000]),
                name=draw.choice([None, "Hill"]),
            ),
        )
        for number in range(250)
    ]
    quick = clusters(several)
    assert len(quick) > 20
    monkeypatch.setattr(module, "_homes", lambda *_: [()])
    monkeypatch.setattr(module, "_neighbours", lambda *_: [()])
    assert clusters(several) == quick
