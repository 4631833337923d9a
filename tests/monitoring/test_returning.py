"""Duties that return: at least every so often. D-day is 1 March 2031."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Duration, Outcome
from parley.monitoring.returning import Rhythm, best_outcome, worst_gaps, worst_outcome
from parley.monitoring.windows import Span

INSPECT = "1. Kestria shall inspect the depots at least every 12 hours. {#depots}\n"
DAILY = "1. Kestria shall inspect the depots every day from D+1. {#depots}\n"
D_DAY = dt.datetime(2031, 3, 1, tzinfo=dt.UTC)


def seen(id: str, when: str, **more: Any) -> dict[str, Any]:
    row = {"id": id, "event_earliest": when, "event_latest": when, "reported": when, "act": "inspect"}
    return {**row, "object": "depots", "actor": "KES", "claimant": "JVC", **more}


def the(result: Any) -> Any:
    (verdict,) = result.verdicts
    return verdict


def times(*hours: int) -> list[dict[str, Any]]:
    return [seen(f"r{hour}", f"{D_DAY + dt.timedelta(hours=hour):%Y-%m-%dT%H:%M}") for hour in hours]


def test_it_is_kept_so_far_where_no_gap_is_too_long(held: Any) -> None:
    verdict = the(held(INSPECT, times(10, 20, 32), as_of="2031-03-02T18:00"))
    assert (verdict.verdict, verdict.reports) == ("kept", ("r10", "r20", "r32"))
    assert verdict.why == "It is due at least every 12 hours, and never was late so far: 3 reports show it done."


def test_a_gap_that_was_mended_late_is_a_breach(held: Any) -> None:
    verdict = the(held(INSPECT, times(10, 30), as_of="2031-03-02T08:00"))
    assert (verdict.verdict, verdict.finding) == ("breached", "alleged")
    assert "due by 1 March, 22:00 after 1 March, 10:00, nothing shows it until 2 March, 06:00" in verdict.why


def test_a_gap_that_is_open_is_overdue(held: Any) -> None:
    verdict = the(held(INSPECT, times(10, 20), as_of="2031-03-03T08:00"))
    assert verdict.verdict == "overdue"
    assert "after 1 March, 20:00, nothing shows it since then" in verdict.why


def test_the_bearers_own_word_settles_nothing(held: Any) -> None:
    rows = [seen("r1", "2031-03-01T10:00", claimant="KES")]
    assert the(held(INSPECT, rows, as_of="2031-03-01T20:00")).verdict == "cannot tell"


def test_a_doubt_that_decides_nothing_is_passed_over(held: Any) -> None:
    rows = [*times(10, 20), seen("r15", "2031-03-01T15:00", claimant="KES")]
    assert the(held(INSPECT, rows, as_of="2031-03-02T00:00")).verdict == "kept"


def test_days_are_whole_days(held: Any) -> None:
    rows = [seen("a", "2031-03-02T23:00"), seen("b", "2031-03-03T01:00"), seen("c", "2031-03-04T22:00")]
    assert the(held(DAILY, rows, as_of="2031-03-05T20:00")).verdict == "kept"
    assert the(held(DAILY, rows, as_of="2031-03-06T01:00")).verdict == "overdue"


def test_it_is_pending_until_it_begins(held: Any) -> None:
    assert the(held(DAILY, [], as_of="2031-03-01T12:00")).verdict == "pending"


# -- every completion, one by one ----------------------------------------------------------------------

RHYTHM = Rhythm(Duration(minutes=180), dt.UTC)


def hour(number: int) -> dt.datetime:
    return D_DAY + dt.timedelta(hours=number)


def plainly(doings: list[int], until: int) -> Outcome:
    """One completion, by the definition: from the beginning, and from each doing, three hours at most."""
    since = [0, *sorted(one for one in doings if 0 <= one <= until)]
    late = [(one, [later for later in since[n + 1 :] if later >= one]) for n, one in enumerate(since)]
    gaps = [(one, later) for one, later in late if one + 3 < until and not any(each <= one + 3 for each in later)]
    if not gaps:
        return Outcome.KEPT
    return Outcome.BREACHED if gaps[-1][1] else Outcome.OVERDUE


spans = st.tuples(st.integers(0, 11), st.integers(0, 3)).map(lambda pair: (pair[0], min(12, pair[0] + pair[1])))


@given(sure=st.lists(spans, max_size=3), perhaps=st.lists(spans, max_size=2), until=st.integers(1, 12))
def test_the_best_and_the_worst_are_those_of_all_completions(sure: Any, perhaps: Any, until: int) -> None:
    outcomes = set()
    for counted in itertools.product([False, True], repeat=len(perhaps)):
        rows = [*sure, *itertools.compress(perhaps, counted)]
        for doings in itertools.product(*(range(first, last + 1) for first, last in rows)):
            outcomes.add(plainly(list(doings), until))
    order = [Outcome.OVERDUE, Outcome.BREACHED, Outcome.KEPT]
    as_spans = [
        [Span(hour(first), hour(last)) for first, last in rows if first <= until] for rows in (sure, sure + perhaps)
    ]
    worst = worst_outcome(worst_gaps(as_spans[0], RHYTHM, hour(0), hour(until)))
    best = best_outcome(as_spans[1], RHYTHM, hour(0), hour(until))
    assert (worst, best) == (min(outcomes, key=order.index), max(outcomes, key=order.index))


@pytest.mark.parametrize(("every", "due"), [(Duration(days=1), 1), (Duration(days=2), 3), (Duration(days=7), 8)])
def test_what_is_due_every_day_is_due_on_the_first_and_else_days_are_counted_from_it(every: Duration, due: int) -> None:
    assert Rhythm(every, dt.UTC).due(D_DAY, first=True) == hour(24 * due) - dt.timedelta(microseconds=1)


def test_doubtful_reports_that_would_not_be_enough_are_told(held: Any) -> None:
    row = {"id": "R-1", "event_earliest": "2031-03-03", "reported": "2031-03-03", "act": "inspection"}
    row |= {"object": "depots", "actor": "KES", "claimant": "KES"}
    [one] = held("1. Kestria shall inspect the depots every 5 days.\n", [row]).verdicts
    assert one.verdict == "overdue"
    assert "In all no report shows it done; R-1 may, which would not be enough." in one.why


@pytest.mark.parametrize(("first", "verdict"), [(2, "kept"), (3, "kept"), (4, "breached")])
def test_the_first_interval_is_as_long_as_the_others(held: Any, first: int, verdict: str) -> None:
    text = "1. The Commission shall meet every two days.\n"
    met = {"act": "meet", "object": "", "actor": "JVC"}
    rows = [seen(f"a{day}", f"2031-03-{day:02}T18:00", **met) for day in (first, first + 2, first + 4)]
    assert the(held(text, rows, as_of="2031-03-08T12:00")).verdict == verdict
