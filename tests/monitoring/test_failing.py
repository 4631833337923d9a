"""That a duty was not done as a ground on which another is suspended: it follows the verdict on that duty."""

from __future__ import annotations

import pytest

from parley.model import Outcome, SuspensionState

from .conftest import Held, Row

DUE = "1. Kestria shall release 10 detainees by D+10.\n\n2. Orlavia shall hand over 3 vehicles by D+20.\n\n3. "
RELEASED = {"id": "R1", "act": "release", "object": "detainees", "count": 10, "actor": "KES", "claimant": "ORL"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Should Kestria not release the detainees in time, Orlavia may suspend Article 2.",
        "If a Party fails to release the detainees by D+10, the other Party may suspend Article 2.",
        "If Article 1 is not carried out within 10 days, Orlavia may suspend Article 2.",
        "If Kestria does not comply with Article 1, Orlavia may suspend Article 2.",
        "Where a Party has not carried out its obligations under Article 1, the other Party may suspend Article 2.",
        "Non-compliance with Article 1 entitles the other Party to suspend Article 2.",
        "If a Party breaches Article 1, the other Party may suspend Article 2.",
        "If Kestria delays the release beyond D+10, Orlavia may suspend Article 2.",
    ],
)
@pytest.mark.parametrize(
    ("told", "state"),
    [
        ([], SuspensionState.GROUNDS),
        ([RELEASED | {"event_earliest": "2031-03-08", "claimant": "KES"}], SuspensionState.CANNOT_TELL),
        ([RELEASED | {"event_earliest": "2031-03-08"}], None),
    ],
)
def test_a_failure_to_do_is_a_ground_as_far_as_its_verdict_goes(
    held: Held, sentence: str, told: list[Row], state: SuspensionState | None
) -> None:
    result = held(f"{DUE}{sentence}\n", told)
    assert [(one.of, one.state) for one in result.suspensions] == ([] if state is None else [("ORL", state)])
    owed = next(one for one in result.verdicts if one.provision == "2")
    assert owed.verdict is (Outcome.OVERDUE if state is None else Outcome.CANNOT_TELL)


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        (
            "Orlavia may withhold the handover of vehicles until Kestria has released the detainees.",
            "the ground is gone",
        ),
        ("While Kestria has not released the detainees, Article 2 is suspended.", "resumed"),
        ("Compliance with Article 2 is conditional on compliance with Article 1.", "resumed"),
        ("Article 2 is suspended if Article 1 is not implemented by D+10.", "cannot tell"),
    ],
)
def test_what_was_done_late_ends_it_where_the_text_says_so(held: Held, sentence: str, state: str) -> None:
    late = RELEASED | {"event_earliest": "2031-03-18"}
    result = held(f"{DUE}{sentence}\n", [late])
    assert [one.state.value for one in result.suspensions if one.of != "KES"] == [state]


def test_a_failure_before_its_day_and_one_s_own_are_no_ground(held: Held) -> None:
    text = f"{DUE}If a Party fails to comply with Article 1, the other Party may suspend Article 2.\n"
    assert held(text, [], as_of="2031-03-09T12:00").suspensions == ()
    own = text.replace("Kestria shall release", "Orlavia shall release")
    assert [one.of for one in held(own, []).suspensions] == ["KES"]


def test_another_time_than_that_of_the_duty_is_in_doubt(held: Held) -> None:
    text = f"{DUE}If Kestria does not release the detainees by D+5, Orlavia may suspend Article 2.\n"
    [one] = held(text, []).suspensions
    assert one.state is SuspensionState.CANNOT_TELL
    assert one.why.endswith("But whether the time that it gives is over was not read.")


def test_a_breach_of_what_is_only_owed_is_no_shelling(held: Held) -> None:
    text = "1. No Party shall shell.\n\n2. Kestria shall release 10 detainees by D+60.\n\n"
    shelled = {"id": "R1", "event_earliest": "2031-03-05", "act": "shelling", "actor": "KES", "claimant": "ORL"}
    broken = held(f"{text}3. If a Party breaches Article 2, the other Party may suspend Article 1.\n", [shelled])
    assert broken.suspensions == ()
    looked = held(
        f"{text}3. The Commission shall investigate every violation of Article 2 within 48 hours.\n", [shelled]
    )
    assert looked.verdicts[-1].why.startswith("Not held against reports yet: the articles that it names forbid nothing")


def test_what_a_failure_lets_the_other_do_is_foreseen_for_it(held: Held) -> None:
    text = f"{DUE}If a Party fails to release the detainees by D+10, the other Party may suspend Article 2.\n"
    [one] = held(text, []).verdicts[0].remedies
    assert (one.provision, one.by, one.may) == ("3", ("ORL",), True)
