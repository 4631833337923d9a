"""What a draft would have meant over a scripted week. D-day is 1 March 2031."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.model import TEAM, ClashKind, Effort, Interval, Outcome, Rehearsal, Untellable
from parley.monitoring import lives, load_script, rehearse, watch
from parley.monitoring.rows import blank_row

FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n\n"
SHOTS = "day 1, 09:00 (shots): fire, by KES, against ORL, reported by ORL"


@pytest.fixture
def rehearsed(framework_of: Any) -> Any:
    def run(provisions: str, *lines: str, ends: Any = None) -> Rehearsal:
        text = framework_of(provisions)
        week = load_script("\n".join(f"- {line}" for line in lines), "week.md", text)
        found = watch(text, (), week.reports, week.effort, week.until)
        return rehearse(text, found, lives(text, week.reports, found), ends=ends)

    return run


def test_what_would_have_been_breached_is_counted_by_provision(rehearsed: Any) -> None:
    result = rehearsed(FIRE, SHOTS, "day 1 to day 3: watched by the mission")
    (tally,) = result.tallies
    assert (tally.provision, tally.reports) == ("fire", ("shots",))
    assert tally.verdicts == {Outcome.BREACHED: 1, Outcome.KEPT: 1}
    assert "1 provision would have been breached: #fire (alleged)." in result.summary


@pytest.mark.parametrize(
    ("provision", "cause"),
    [
        ("1. No Party shall fire at the [#who KES: forces | ORL: population] of the other Party.\n", "BRACKET"),
        ("1. The Commission shall repair the bridge. {#bridge}\n", "SENTENCE"),
        ("1. Orlavia shall not fire at the forces of the other Party. {#fire}\n", "SILENCE"),
        ("1. Kestria shall not lay mines. {#mines}\n", "REPORTS"),
    ],
)
def test_what_could_not_be_told_has_its_cause(rehearsed: Any, provision: str, cause: str) -> None:
    lines = (SHOTS, "day 2: laying of mines, reported by ORL")
    assert [one.cause for one in rehearsed(provision, *lines).untold] == [Untellable[cause]]


def test_a_row_that_could_not_be_read_is_no_silence(framework_of: Any) -> None:
    text, as_of = framework_of(FIRE), dt.datetime(2031, 3, 9, tzinfo=dt.UTC)
    bad = blank_row("reports/x.csv", 4, "it has 3 cells and the header 9", TEAM)
    seen = Effort(by="HAL", means="patrol", place="everywhere", window=Interval(earliest="2031-03-01"))
    found = watch(text, (), (), (seen,), as_of, unread=[bad])
    assert {one.cause for one in rehearse(text, found, ()).untold} == {Untellable.REPORTS}


def test_what_no_report_touched_says_whether_it_was_tested(rehearsed: Any) -> None:
    text = (
        "1. No Party shall lay mines from D-day. {#mines}\n\n2. KES shall withdraw its tanks by D+2. {#tanks}\n\n"
        "3. KES shall exchange prisoners by D+20. {#prisoners}\n\n4. KES may inspect any depot. {#depots}\n\n"
        "5. The Commission shall meet within 48 hours of a Confirmed Violation. {#meet}\n"
    )
    assert {one.provision: one.why for one in rehearsed(text, SHOTS, "until day 9").idle} == {
        "mines": "It forbids something that nobody reported.",
        "tanks": "It fell due, and no report tells of it.",
        "prisoners": "It was not yet due.",
        "depots": "It permits, and a permission can't be broken.",
        "meet": "Nothing that happened set it off.",
    }


def test_what_is_overdue_for_want_of_any_report_is_not_told_twice(rehearsed: Any) -> None:
    text = "1. KES shall withdraw its tanks by D+2. {#tanks}\n\n2. No Party shall lay mines from D-day. {#mines}\n"
    told = rehearsed(text, SHOTS, "until day 9").summary
    assert "1 provision would have been overdue: #tanks." in told
    assert "Of these #tanks only for want of any report: that it was not done is not told, either." in told
    assert "1 provision no report touched, beside what was overdue: #mines." in told
    unheld = "1. KES shall observe Article 2. {#article}\n\n2. No Party shall fire. {#fire}\n"
    assert "Every other provision was touched by some report." in rehearsed(unheld, SHOTS, "until day 9").summary


def test_a_provision_that_a_report_made_suspend_another_was_touched(rehearsed: Any) -> None:
    text = (
        FIRE + "2. Kestria shall withdraw its tanks by D+2. {#tanks}\n\n"
        "3. Article 2 is suspended while a violation of Article 1 is not remedied. {#pause}\n"
    )
    assert [one.provision for one in rehearsed(text, SHOTS, "until day 9").idle] == ["tanks"]
    assert [one.provision for one in rehearsed(text, "until day 9", "day 1: fire, by ORL").idle] == ["tanks"]
    assert "pause" in [one.provision for one in rehearsed(text, "day 2: laying of mines, by ORL").idle]


class TestClashes:
    REPORT = "2. Each Party shall report every incident to the Commission within 24 hours. {#report}\n\n"
    INQUIRY = "3. The Commission shall investigate every incident within {} hours. {{#inquiry}}\n"

    def test_a_later_step_due_before_an_earlier_one_clashes(self, rehearsed: Any) -> None:
        (clash,) = rehearsed(FIRE + self.REPORT + self.INQUIRY.format(12), SHOTS).clashes
        assert (clash.kind, clash.provisions, clash.after) == (ClashKind.ORDER, ("inquiry", "report"), "shots")
        assert clash.bearers == ("Commission", "KES", "ORL")
        assert [str(due.latest)[:16] for due in clash.dues] == ["2031-03-01 21:00", "2031-03-02 09:00"]
        assert "leaves none for the investigation" in clash.why

    @pytest.mark.parametrize("hours", [24, 48])
    def test_one_that_leaves_time_does_not(self, rehearsed: Any, hours: int) -> None:
        assert rehearsed(FIRE + self.REPORT + self.INQUIRY.format(hours), SHOTS).clashes == ()

    def test_nothing_clashes_that_nothing_set_off(self, rehearsed: Any) -> None:
        lines = ("day 1: meeting, by the Commission",)
        assert rehearsed(FIRE + self.REPORT + self.INQUIRY.format(12), *lines).clashes == ()

    def test_a_clock_that_runs_beyond_the_end_of_the_text(self, rehearsed: Any) -> None:
        (clash,) = rehearsed(FIRE + self.REPORT, SHOTS, ends=dt.date(2031, 3, 1)).clashes
        assert (clash.kind, clash.provisions, clash.bearers) == (ClashKind.END, ("report",), ("KES", "ORL"))

    def test_a_duty_within_the_time_of_a_ban_on_the_same(self, rehearsed: Any) -> None:
        text = (
            "1. No Party shall move Heavy Weapons from D-day until D+10. {{#freeze}}\n\n"
            "2. Kestria shall withdraw its Heavy Weapons by D+{}. {{#pull-back}}\n"
        )
        (clash,) = rehearsed(text.format(5), SHOTS).clashes
        assert (clash.kind, clash.provisions, clash.bearers) == (ClashKind.BAN, ("pull-back", "freeze"), ("KES",))
        assert "the two can't both be kept" in clash.why
        assert rehearsed(text.format(14), SHOTS).clashes == ()

    def test_a_notice_that_runs_out_before_the_answer_is_due(self, rehearsed: Any) -> None:
        text = (
            "1. A Party may suspend Article 5 after giving 24 hours' notice to the other Party. {{#pause}}\n\n"
            "2. The Commission shall meet within {} hours of a notification. {{#answer}}\n"
        )
        notice = "day 1, 09:00: notice, by KES, against ORL, reported by KES"
        (clash,) = rehearsed(text.format(72), notice).clashes
        assert (clash.kind, clash.provisions) == (ClashKind.NOTICE, ("pause", "answer"))
        assert rehearsed(text.format(12), notice).clashes == ()
