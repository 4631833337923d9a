"""Meetings: who sits at the table, where, when, on what, and whether it was, will be or may be."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import reading_of
from parley.model import EventStatus, Meeting
from shared import shared


def meetings(text: str) -> tuple[Meeting, ...]:
    return reading_of(text).meetings


def the_meeting(text: str) -> Meeting:
    (meeting,) = meetings(text)
    return meeting


def parties(meeting: Meeting) -> set[str | None]:
    return {party.id for party in meeting.parties}


def day(number: int) -> dt.date:
    return dt.date(2031, 3, number)


class TestWhoSitsAtTheTable:
    @pytest.mark.parametrize(
        "text",
        [
            "Kestria and Orlavia will meet in Ostra.",
            "Kestria is to hold talks with Orlavia next week.",
            "Halvern proposed talks between Kestria and Orlavia.",
            "Delegations of Kestria and Orlavia met on Monday.",
            "The Kestrian foreign minister met her Orlavian counterpart on Monday.",
            "Kestria and Orlavia agreed on Monday to hold a meeting in Ostra.",
            "Kestria and Orlavia are coordinating a meeting in Ostra.",
        ],
    )
    def test_those_who_meet(self, text: str) -> None:
        assert parties(the_meeting(text)) == {"KES", "ORL"}

    def test_not_those_whom_it_only_concerns(self) -> None:
        text = "Halvern and Kestria will meet in Ostra to discuss the fighting between Kestria and Orlavia."
        assert parties(the_meeting(text)) == {"HAL", "KES"}

    def test_nor_those_who_stay_away_or_were_not_asked(self) -> None:
        text = "Kestria and Halvern will hold talks in Ostra next week. Orlavia will not attend the talks."
        assert parties(the_meeting(text)) == {"KES", "HAL"}
        text = "Kestria and Halvern will hold talks in Ostra next week. Orlavia was not invited to the talks."
        assert parties(the_meeting(text)) == {"KES", "HAL"}

    def test_people_sit_there_for_their_state(self) -> None:
        meeting = the_meeting("President Ivo Tarn of Kestria met Orlavian Prime Minister Lena Voss in Ostra yesterday.")
        assert parties(meeting) == {"KES", "ORL"}
        assert [person.name for person in meeting.delegates] == ["Ivo Tarn", "Lena Voss"]

    def test_the_same_people_meet_again(self) -> None:
        held, planned = meetings("Kestria and Orlavia met in Ostra on Monday. They will meet again next week.")
        assert parties(held) == parties(planned) == {"KES", "ORL"}


class TestDelegates:
    def test_who_leads_a_delegation_is_one(self) -> None:
        text = "Kestria and Orlavia will meet in Ostra. Orlavia appointed Lena Voss to lead its delegation."
        assert [person.name for person in the_meeting(text).delegates] == ["Lena Voss"]

    def test_the_meeting_may_be_named_after_them(self) -> None:
        text = "Ivo Tarn will lead the Kestrian delegation to talks with Orlavian officials in Ostra."
        meeting = the_meeting(text)
        assert [person.name for person in meeting.delegates] == ["Ivo Tarn"]
        assert parties(meeting) == {"KES", "ORL"}

    def test_who_leads_discussions_about_the_team_is_not(self) -> None:
        text = (
            "Kestria and Orlavia will meet in Ostra. "
            "Adviser Ivo Tarn is leading discussions about who will form the team to carry out the talks."
        )
        assert the_meeting(text).delegates == ()

    def test_who_may_be_sent_is_not(self) -> None:
        text = "Kestria and Orlavia will meet in Ostra. Kestria might appoint Ivo Tarn to lead its delegation."
        assert the_meeting(text).delegates == ()


class TestConvenor:
    @pytest.mark.parametrize(
        "text",
        [
            "Halvern will host talks between Kestria and Orlavia.",
            "Kestria and Orlavia will hold talks in Ostra. The talks will be mediated by Halvern.",
            "Kestria and Orlavia met in Ostra at the invitation of Halvern.",
            "Halvern convened a meeting between Kestria and Orlavia.",
        ],
    )
    def test_is_who_is_said_to_call_it(self, text: str) -> None:
        meeting = the_meeting(text)
        assert meeting.convenor is not None
        assert meeting.convenor.id == "HAL"
        assert parties(meeting) == {"KES", "ORL"}

    def test_is_nobody_where_nobody_is_said(self) -> None:
        assert the_meeting("Kestria and Orlavia will meet in Halvern.").convenor is None


class TestStatus:
    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("Kestria and Orlavia met in Ostra on Monday.", EventStatus.HAPPENED),
            ("Kestria and Orlavia held talks in Ostra.", EventStatus.HAPPENED),
            ("Kestria and Orlavia will meet in Ostra.", EventStatus.PLANNED),
            ("Talks between Kestria and Orlavia are to begin on March 12.", EventStatus.PLANNED),
            ("A meeting between Kestria and Orlavia is expected to take place next week.", EventStatus.PLANNED),
            ("The talks between Kestria and Orlavia are due to resume next week.", EventStatus.PLANNED),
            ("A summit between Kestria and Orlavia might take place next week.", EventStatus.HYPOTHETICAL),
            ("If the guns fall silent, Kestria and Orlavia will meet in Ostra.", EventStatus.HYPOTHETICAL),
            ("Halvern urged Kestria and Orlavia to hold talks in Ostra.", EventStatus.HYPOTHETICAL),
            ("Will Kestria and Orlavia meet in Ostra?", EventStatus.HYPOTHETICAL),
            ("Kestria cancelled talks with Orlavia.", EventStatus.DENIED),
            ("Kestria rejected a meeting with Orlavia.", EventStatus.DENIED),
        ],
    )
    def test_is_what_the_text_says_of_it(self, text: str, status: EventStatus) -> None:
        assert the_meeting(text).status is status

    def test_what_is_no_meeting_is_none(self) -> None:
        assert meetings("Kestria met the deadline. The news conference failed to meet expectations.") == ()
        assert meetings("There is talk of war in Ostra. The conditions were met.") == ()


class TestWindowAndVenue:
    def test_the_window_is_the_narrowest_of_all_mentions(self) -> None:
        text = (
            "Kestria and Orlavia will hold talks in Ostra this month. "
            "The talks are expected to take place next week, and the meeting will begin on March 12."
        )
        meeting = the_meeting(text)
        assert (meeting.window.earliest, meeting.window.latest) == (day(12), day(12))
        assert len(meeting.spans) == 3

    def test_the_day_of_a_decision_is_not_the_day_of_the_meeting(self) -> None:
        meeting = the_meeting("On Monday, Kestria and Orlavia agreed to meet in Ostra on March 14.")
        assert (meeting.window.earliest, meeting.window.latest) == (day(14), day(14))
        assert the_meeting("Halvern proposed on Monday a meeting between Kestria and Orlavia.").window.earliest is None

    def test_no_date_is_given_where_the_text_has_none(self) -> None:
        meeting = the_meeting("At some point Kestria and Orlavia will meet in Ostra.")
        assert (meeting.window.earliest, meeting.window.latest) == (None, None)

    def test_the_venue_is_where_it_is_held(self) -> None:
        assert the_meeting("Kestria and Orlavia will meet in Vienna, Austria.").venue == "Vienna, Austria"

    def test_a_meeting_that_was_held_is_not_the_one_to_come(self) -> None:
        held, planned = meetings(
            "Kestria and Orlavia met in Ostra on Monday. A meeting in Vienna is planned for next week."
        )
        assert (held.status, planned.status) == (EventStatus.HAPPENED, EventStatus.PLANNED)
        assert (held.venue, planned.venue) == ("Ostra", "Vienna")

    def test_what_merely_is_takes_its_status_from_what_else_is_said(self) -> None:
        text = (
            "Envoys of Kestria and Orlavia are due in Ostra on March 12 for talks. "
            "The talks follow a meeting in Vienna."
        )
        planned, held = meetings(text)
        assert (planned.status, planned.venue, len(planned.spans)) == (EventStatus.PLANNED, "Ostra", 2)
        assert (held.status, held.venue) == (EventStatus.HAPPENED, "Vienna")

    def test_other_parties_meet_at_another_meeting(self) -> None:
        first, second = meetings(
            "Kestria and Orlavia will meet next week. Halvern will hold talks with Turkey next week."
        )
        assert parties(first) == {"KES", "ORL"}
        assert parties(second) == {"HAL", "TUR"}


class TestAgenda:
    def test_is_in_the_words_of_the_text(self) -> None:
        text = "Kestria and Orlavia will meet to discuss a cease-fire and the return of prisoners."
        assert the_meeting(text).agenda == ("a cease-fire", "the return of prisoners")
        assert the_meeting("Kestria and Orlavia will hold talks on the Contact Line.").agenda == ("the Contact Line",)

    def test_the_level_is_that_of_those_who_meet(self) -> None:
        assert the_meeting("Foreign ministers of Kestria and Orlavia met in Ostra.").level == "foreign ministers"
        assert the_meeting("Kestria and Orlavia will hold a high-level meeting.").level == "high-level"


class TestEvidence:
    def test_every_mention_is_a_span_of_the_text(self) -> None:
        text = "Halvern said that Kestria and Orlavia would meet. The meeting is expected to take place next week."
        reading = reading_of(text)
        (meeting,) = reading.meetings
        assert all(text[span.start : span.end] == span.exact for span in meeting.spans)
        assert set(meeting.statements) <= {statement.id for statement in reading.statements}
        assert meeting.statements

    @settings(deadline=None)
    @given(st.text(alphabet="Kestria meets Orlavia. talks“”‘’\n?…éЖ🕊 will", max_size=120))
    def test_nothing_makes_it_fail(self, text: str) -> None:
        for meeting in meetings(text):
            assert all(text[span.start : span.end] == span.exact for span in meeting.spans)


def test_a_real_article_tells_of_one_meeting_to_come() -> None:
    text = shared("data", "reading", "sources", "2025-03-06-cease-fire-framework-talks.txt").read_bytes().decode()
    found = reading_of(text, dt.date(2025, 3, 6), actors=()).meetings
    (planned,) = [meeting for meeting in found if meeting.status is EventStatus.PLANNED]
    assert parties(planned) == {"USA", "UKR"}
    assert planned.venue == "Saudi Arabia"
    assert (planned.window.earliest, planned.window.latest) == (dt.date(2025, 3, 10), dt.date(2025, 3, 16))
    assert planned.convenor is None
    assert planned.delegates == ()
    assert planned.agenda == ("the initial terms of a cease-fire framework",)


def test_a_headline_does_not_say_that_they_met() -> None:
    meeting = the_meeting(
        "Aid to return as talks with Kestria near\n\nThe ministers of Orlavia and Kestria are to meet on 17 March."
    )
    assert meeting.status is EventStatus.PLANNED
    assert parties(meeting) == {"KES", "ORL"}


def test_who_leads_a_delegation_makes_no_plan_of_a_possible_meeting() -> None:
    text = "Ivo Tarn leads the Kestrian delegation. Talks between Kestria and Orlavia could be held on 20 March."
    assert [meeting.status for meeting in meetings(text)] == [EventStatus.HYPOTHETICAL]


class TestMoved:
    @pytest.mark.parametrize(
        ("text", "window"),
        [
            ("The meeting of the ministers of Kestria and Orlavia was moved to March 14.", (14, 14)),
            ("The talks between Kestria and Orlavia, due on Monday, were postponed to March 14.", (14, 14)),
            ("The summit between Kestria and Orlavia was rescheduled for March 20, Halvern said.", (20, 20)),
            ("Kestria and Orlavia will meet on March 12. The meeting was brought forward to March 10.", (10, 10)),
            ("Talks between Kestria and Orlavia were put off until next week.", (10, 16)),
        ],
    )
    def test_to_another_day_is_still_to_come_and_on_that_day(self, text: str, window: tuple[int, int]) -> None:
        meeting = the_meeting(text)
        assert meeting.status is EventStatus.PLANNED
        assert (meeting.window.earliest, meeting.window.latest) == tuple(map(day, window))

    def test_to_no_day_is_off(self) -> None:
        assert the_meeting("The talks between Kestria and Orlavia were postponed.").status is EventStatus.DENIED

    def test_what_may_be_moved_keeps_its_day(self) -> None:
        text = "Kestria and Orlavia will meet on March 12. Halvern said that the meeting might be moved to March 14."
        meeting = the_meeting(text)
        assert (meeting.status, meeting.window.earliest) == (EventStatus.PLANNED, day(12))


class TestWhoSits:
    @pytest.mark.parametrize(
        "text",
        [
            "Talks on grain between Kestria and Orlavia will begin on Monday.",
            "Kestria and Orlavia will hold their talks in Ostra on Monday.",
            "Delegations from Kestria and Orlavia will meet in Ostra on Monday.",
            "The president of Kestria will speak by telephone with the president of Orlavia on Monday.",
            "Kestria promised to raise it with Orlavia when they meet next week.",
        ],
    )
    def test_are_both_sides(self, text: str) -> None:
        meeting = the_meeting(text)
        assert meeting.status is EventStatus.PLANNED
        assert {ref.id for ref in meeting.parties} == {"KES", "ORL"}

    def test_are_sides_that_nothing_knows(self) -> None:
        (meeting,) = reading_of("Delegations from Varland and Sormark met in Ostra.", actors=()).meetings
        assert [ref.name for ref in meeting.parties] == ["Varland", "Sormark"]

    def test_nobody_meets_whom_the_press_speaks_with(self) -> None:
        assert reading_of("The president of Kestria spoke with reporters.").meetings == ()


class TestRounds:
    def test_the_next_round_is_that_of_those_who_met(self) -> None:
        text = "Kestria and Orlavia met in Ostra. The next round will take place in Lindholt on March 14."
        held, planned = reading_of(text).meetings
        assert held.status is EventStatus.HAPPENED
        assert (planned.status, planned.venue, planned.window.latest) == (EventStatus.PLANNED, "Lindholt", day(14))
        assert planned.parties == held.parties

    def test_may_stand_alone(self) -> None:
        meeting = the_meeting("The next round will take place in Lindholt on March 14.")
        assert (meeting.venue, meeting.parties) == ("Lindholt", ())

    def test_of_anything_else_are_no_meetings(self) -> None:
        assert reading_of("The next round of elections will take place in Orlavia on March 14.").meetings == ()


def test_hopes_for_a_meeting_deny_it_not() -> None:
    text = (
        "Kestria and Orlavia will meet in Lindholt on March 14. "
        "Halvern could not promise that the meeting would bring peace."
    )
    assert the_meeting(text).status is EventStatus.PLANNED


def test_the_agenda_holds_whole_phrases() -> None:
    text = "Kestria and Orlavia will meet on March 14 to discuss a halt to artillery fire along the line."
    assert the_meeting(text).agenda == ("a halt to artillery fire along the line",)
    text = "Kestria and Orlavia will meet on March 14. The agenda will include the exchange of prisoners."
    assert the_meeting(text).agenda == ("the exchange of prisoners",)


def test_days_side_by_side_are_one_window_and_before_has_no_beginning() -> None:
    window = the_meeting("Kestria and Orlavia met in Ostra on 3 and 4 March.").window
    assert (window.earliest, window.latest) == (day(3), day(4))
    window = the_meeting("Kestria and Orlavia will meet in Ostra before March 14.").window
    assert (window.earliest, window.latest) == (None, day(14))


class TestOfAMeetingToldBefore:
    def test_the_two_leaders_are_those_who_met(self) -> None:
        text = "Leaders of Kestria and Orlavia met in Ostra on Monday. The two sides will meet there again on March 14."
        _, planned = meetings(text)
        assert (parties(planned), planned.venue) == ({"KES", "ORL"}, "Ostra")

    def test_but_other_leaders_are_not(self) -> None:
        text = (
            "Kestria and Orlavia met in Ostra on Monday. The leaders of the bakers' union met in Lindholt on Tuesday."
        )
        assert {len(each.parties) for each in meetings(text)} == {2, 0}

    def test_what_they_discussed_is_its_agenda(self) -> None:
        text = "Kestria and Orlavia held talks on Monday. They discussed the crews and a hotline."
        assert the_meeting(text).agenda == ("the crews", "a hotline")

    def test_what_was_discussed_elsewhere_is_no_meeting(self) -> None:
        assert meetings("They discussed the crews and a hotline.") == ()

    def test_a_hope_to_meet_again_is_none(self) -> None:
        assert len(meetings("Envoys of Kestria and Orlavia met on Monday. “I hope we meet again soon,” one said.")) == 1


@pytest.mark.parametrize(
    ("text", "venue", "of_day"),
    [
        ("Kestrian-Orlavian talks on prisoners, which were to open in Ostra on March 7, were cancelled.", "Ostra", 7),
        ("Kestria on Thursday cancelled talks with Orlavia planned for March 9.", None, 9),
    ],
)  # fmt: skip
def test_a_meeting_called_off_keeps_the_day_for_which_it_was_planned(text: str, venue: str | None, of_day: int) -> None:
    meeting = the_meeting(text)
    assert (meeting.status, meeting.venue) == (EventStatus.DENIED, venue)
    assert meeting.window.earliest == day(of_day)


@pytest.mark.parametrize(
    "text",
    [
        "Kestria and Orlavia met in Ostra on Monday at the invitation of Halvern.",
        "The meeting between Kestria and Orlavia on Monday, chaired by Halvern, was short.",
        "Halvern called off a meeting of Kestria and Orlavia that it was to host on March 20.",
    ],
)
def test_the_convenor_is_who_invites_chairs_or_was_to_host(text: str) -> None:
    convenor = the_meeting(text).convenor
    assert convenor is not None
    assert convenor.id == "HAL"


def test_a_call_of_two_offices_seats_each_for_its_own_state() -> None:
    text = "Kestrian President Aro Lint and Orlavian Prime Minister Sela Marn held a phone call on Wednesday."
    assert parties(the_meeting(text)) == {"KES", "ORL"}


def test_since_when_they_have_not_met_is_no_day_of_a_meeting() -> None:
    assert not any(each.window.earliest for each in meetings("Kestria and Orlavia have not met since 2029."))


def test_unknown_states_sit_at_the_table_by_their_ministers() -> None:
    (meeting,) = reading_of("The foreign ministers of Kestria and Orlavia will meet in Varn.", actors=()).meetings
    assert [party.name for party in meeting.parties] == ["Kestria", "Orlavia"]


def test_who_will_represent_a_side_is_a_delegate_wherever_the_talks_are_told() -> None:
    meeting = the_meeting(
        "The talks between Kestria and Orlavia will be held at the Grand Hotel in Varn on Tuesday. Kestria will be "
        "represented by its deputy foreign minister, Ana Larsen, and Orlavia by General Ode Marsh."
    )
    assert [each.name for each in meeting.delegates] == ["Ana Larsen", "Ode Marsh"]
    assert meeting.venue == "the Grand Hotel in Varn"
    assert meeting.window.earliest == day(11)


@pytest.mark.parametrize(
    "text",
    [
        "Kestria received a letter from Orlavia on Monday.",
        "Kestria received 300 refugees from Orlavia on Monday.",
        "Lena Voss flew to Varn on Monday to see the damage.",
        "Crowds gathered in Varn on Monday.",
        "Kestria discussed the war on Monday.",
    ],
)
def test_what_sounds_alike_is_no_meeting(text: str) -> None:
    assert meetings(text) == ()


@pytest.mark.parametrize(
    ("text", "seated"),
    [
        ("Halvern hosted an Orlavian delegation for talks in Ostra.", {"HAL", "ORL"}),
        ("Halvern hosted Kestria and Orlavia for talks in Ostra.", {"KES", "ORL"}),
        ("A Halvernian envoy shuttled between Kestrian and Orlavian teams during talks in Ostra.", {"KES", "ORL"}),
    ],
)
def test_a_host_of_one_guest_sits_with_him_a_host_of_two_does_not(text: str, seated: set[str]) -> None:
    assert parties(the_meeting(text)) == seated


def test_a_round_of_talks_is_one_meeting() -> None:
    assert parties(the_meeting("Kestria and Orlavia held a third round of talks in Ostra on Monday.")) == {"KES", "ORL"}


def test_a_delegation_without_a_side_sits_for_the_side_of_its_leader() -> None:
    meeting = the_meeting("A delegation led by Orlavian General Nils Arl met Kestrian officers in Ostra.")
    assert parties(meeting) == {"KES", "ORL"}
    assert [each.name for each in meeting.delegates] == ["Nils Arl"]


def test_whom_nobody_knows_makes_another_meeting_of_it() -> None:
    text = (
        "Talks are under way to arrange a meeting with the Orlavians in Ostra. "
        "Mr Arl said that he would travel to Halvern on Monday to meet the crown prince."
    )
    first, second = meetings(text)
    assert (first.venue, first.window.earliest, parties(first)) == ("Ostra", None, {"ORL"})
    assert (second.venue, second.window.earliest, parties(second)) == ("Halvern", day(10), {"arl"})


def test_what_was_planned_and_then_held_was_held() -> None:
    planned = "The ministers of Kestria and Orlavia were to meet in Ostra. The meeting {} at a lower level."
    assert the_meeting(planned.format("was held")).status is EventStatus.HAPPENED
    assert the_meeting(planned.format("was to be held")).status is EventStatus.PLANNED
