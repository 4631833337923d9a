"""A row that can't be read may say anything where it can't: verdicts are what holds whatever that is."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitoring.conftest import table
from monitoring.test_bans import DOERS, EVERY_DAY, HEAVY, KM, SAID, TIMES, of, seen
from parley.model import TEAM, Interval, ReportPlace
from parley.monitoring import load_reports
from parley.monitoring.rows import Unread, blank_row

WITHDRAW = "1. Each Party shall withdraw its Heavy Weapons by D+10. {#withdrawal}\n"
GUNS = "1. No Party shall place Heavy Weapons. {#guns}\n\n"
REPORT = GUNS + "2. The Commission shall meet within 48 hours of any breach of Article 1. {#meet}\n\n"
REPORT += "3. No Party shall lay mines. {#mines}\n"


def unread(row: dict[str, Any], cell: str) -> Unread:
    """A row whose cell can't be read."""
    ((report,), _) = load_reports(table([row]), "reports/x.csv", TEAM)
    nothing = {"place": ReportPlace(), "time": Interval(), "count": None}
    name = {"time": "event"}.get(cell, cell)
    return Unread(report.replace(**{name: nothing[cell]}), f"row 7 of reports/x.xlsx, column {cell}", "it holds '?'",
                  report.reported)  # fmt: skip


@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize("cell", ["count", "place", "time"])
def test_beside_a_row_that_may_tell_of_a_breach_nothing_is_kept(held: Any, cell: str) -> None:
    verdict = of(held(HEAVY, [], effort=EVERY_DAY, unread=[unread(seen("bad"), cell)]))
    assert verdict.verdict == "cannot tell"
    assert verdict.why.startswith(
        f"It hangs on a row that can't be read: row 7 of reports/x.xlsx, column {cell} (it holds"
    )
    assert "Without it: kept." in verdict.why
    assert verdict.would_change == f"A cell that can be read in row 7 of reports/x.xlsx, column {cell}."
    assert of(held(HEAVY, [seen()], unread=[unread(seen("bad"), cell)])).verdict == "breached"


@pytest.mark.parametrize(
    ("row", "cell"),
    [(seen("bad", act="release"), "count"), (seen("bad", actor="ORL"), "count"), (seen("bad", object="rifle"), "place"),
     (seen("bad", km=60), "count"), (seen("bad", event_earliest="2031-03-02", event_latest="2031-03-02"), "count")],
)  # fmt: skip
def test_what_can_be_read_of_it_may_be_enough_to_know_that_it_is_none(held: Any, row: Any, cell: str) -> None:
    assert of(held(HEAVY, [], effort=EVERY_DAY, unread=[unread(row, cell)])).verdict == "kept"


def test_a_row_of_which_nothing_can_be_read_may_be_anything(held: Any) -> None:
    blank = blank_row("reports/x.csv", 9, "it has 3 cells and the header 9; put a cell in quotation marks", TEAM)
    for text in (HEAVY, WITHDRAW):
        verdict = of(held(text, [], effort=EVERY_DAY, unread=[blank]))
        assert verdict.verdict == "cannot tell"
        assert "row 9 of reports/x.csv (it has 3 cells and the header 9)" in verdict.why


def test_what_looks_undone_may_stand_in_such_a_row_and_what_was_shown_done_stays_so(held: Any) -> None:
    done = seen("bad", act="withdraw", object="Heavy Weapons", event_earliest="2031-03-05", event_latest="2031-03-05",
                life="found", found_by="JVC")  # fmt: skip
    assert of(held(WITHDRAW, [])).verdict == "overdue"
    assert of(held(WITHDRAW, [], unread=[unread(done, "time")])).verdict == "cannot tell"
    assert of(held(WITHDRAW, [{**done, "id": "r1"}], unread=[unread(done, "time")])).verdict == "kept"


def test_a_row_that_points_at_a_report_may_take_it_away(held: Any) -> None:
    for more in ({"corrects": "r1"}, {"life": "withdrawn", "corrects": "r1"}, {"about": "r1", "act": "deny", "life":
                 "found", "found_by": "JVC"}):  # fmt: skip
        bad = unread(seen("bad", km=60, **more), "time")
        assert of(held(HEAVY, [seen()], unread=[bad])).verdict == "cannot tell"
    denied = unread(seen("bad", about="r1", act="deny", claimant="KES"), "time")
    assert of(held(HEAVY, [seen()], unread=[denied])).verdict == "breached"


def test_a_newer_row_of_one_id_may_say_something_else(held: Any) -> None:
    newer = unread(seen("r1", km=60, reported="2031-03-20"), "count")
    assert of(held(HEAVY, [seen()], unread=[newer])).verdict == "cannot tell"


def test_what_only_such_a_row_sets_off_is_neither_owed_nor_not(held: Any) -> None:
    verdicts = held(REPORT, [], unread=[unread(seen("bad"), "count")]).verdicts
    meet = [(one.occasion, one.verdict) for one in verdicts if one.provision == "meet"]
    assert meet == [("bad", "cannot tell")]
    told = {"id": "m", "act": "meeting", "actor": "Commission", "about": "bad", "claimant": "ORL"}
    met = told | {"event_earliest": "2031-03-16", "reported": "2031-03-16"}
    [one] = [
        one for one in held(REPORT, [met], unread=[unread(seen("bad"), "count")]).verdicts if one.provision == "meet"
    ]
    assert (one.occasion, one.verdict) == (None, "cannot tell")
    assert "Without it: pending. Nothing that would set it off has been reported." in one.why
    assert [one.provision for one in verdicts] == ["guns", "guns", "meet", "mines", "mines"]


def test_a_row_made_later_says_nothing_yet(held: Any) -> None:
    bad = unread(seen("bad", reported="2031-03-20"), "count")
    assert of(held(HEAVY, [], effort=EVERY_DAY, as_of="2031-03-18T00:00", unread=[bad])).verdict == "kept"


# -- every completion, one by one ----------------------------------------------------------------------

PLACES = {"yes": 5, "no": 60}
CELLS = ("", "", "place", "time", "count")


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    answer = st.sampled_from(["yes", "yes", "yes", "no"])
    return {**{key: draw(answer) for key in ("place", "time", "doer", "act")}, "found": draw(st.booleans()),
            "cell": draw(st.sampled_from(CELLS))}  # fmt: skip


def slow(cases: list[dict[str, Any]]) -> tuple[str, str | None]:
    """Each unreadable row there or not, with its cell either way; then the plain rule."""
    verdicts, findings = set(), set()
    for there in itertools.product(*([True, False] if case["cell"] else [True] for case in cases)):
        for cells in itertools.product(*(["yes", "no"] if case["cell"] else ["yes"] for case in cases)):
            true = [
                case
                for case, counts, cell in zip(cases, there, cells, strict=True)
                if counts and cell == "yes"
                and all(case[key] == "yes" for key in ("place", "time", "doer", "act") if key != case["cell"])
            ]  # fmt: skip
            verdicts.add("breached" if true else "kept")
            if true:
                findings.add("found" if any(case["found"] for case in true) else "alleged")
    if len(verdicts) > 1:
        return "cannot tell", None
    return verdicts.pop(), ("found" if findings == {"found"} else "alleged") if findings else None


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=st.lists(rows(), max_size=3))
def test_a_verdict_is_what_every_completion_says(held: Any, cases: list[dict[str, Any]]) -> None:
    plain, bad = [], []
    for number, case in enumerate(cases):
        first, last = TIMES[case["time"]]
        row = seen(f"r{number}", latitude=-42 + PLACES[case["place"]] * KM, event_earliest=first, event_latest=last,
                   actor=DOERS[case["doer"]], act=SAID[case["act"]], reported="2031-03-16", place=f"Hill {number}",
                   longitude=90 + number / 10, **({"life": "found", "found_by": "JVC"} if case["found"] else {}),
                   )  # fmt: skip
        if case["cell"]:
            bad.append(unread(row, case["cell"]))
        else:
            plain.append(row)
    verdict = of(held(HEAVY, plain, effort=EVERY_DAY, unread=bad))
    assert (verdict.verdict.value, verdict.finding) == slow(cases)


def test_such_a_row_may_set_off_what_nothing_else_has(held: Any) -> None:
    text = "1. Kestria shall grant the Commission access to prisons within 48 hours of a request. {#access}\n"
    assert of(held(text, [])).verdict == "pending"
    assert of(held(text, [], unread=[blank_row("reports/x.csv", 9, "it is too long", TEAM)])).verdict == "cannot tell"
