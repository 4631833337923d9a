"""Measures: what one grants, withholds, suspends or resumes towards another, and on what it hangs."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import reading_of
from parley.model import ConditionState, Measure, MeasureStatus
from shared import shared


def measures(text: str) -> tuple[Measure, ...]:
    return reading_of(text).measures


def the_measure(text: str) -> Measure:
    (measure,) = measures(text)
    return measure


def sides(measure: Measure) -> tuple[str | None, str | None]:
    return measure.by.id if measure.by else None, measure.towards.id if measure.towards else None


class TestWhatIsStatedAsFact:
    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("Halvern suspended all aid to Kestria.", MeasureStatus.SUSPENDED),
            ("Halvern has halted arms deliveries to Kestria.", MeasureStatus.SUSPENDED),
            ("Halvern cut off aid to Kestria.", MeasureStatus.SUSPENDED),
            ("Aid to Kestria was halted by Halvern.", MeasureStatus.SUSPENDED),
            ("Halvern stopped delivering gas to Kestria.", MeasureStatus.SUSPENDED),
            ("Halvern announced a decision to pause aid to Kestria.", MeasureStatus.SUSPENDED),
            ("Halvern ordered a pause in arms shipments to Kestria.", MeasureStatus.SUSPENDED),
            ("Halvern is withholding aid to Kestria.", MeasureStatus.WITHHELD),
            ("Halvern refused to provide weapons to Kestria.", MeasureStatus.WITHHELD),
            ("Halvern granted a loan to Kestria.", MeasureStatus.GRANTED),
            ("Halvern resumed the sharing of intelligence with Kestria.", MeasureStatus.RESUMED),
            ("Halvern lifted its suspension of aid to Kestria.", MeasureStatus.RESUMED),
        ],
    )
    def test_has_a_status_a_bearer_and_somebody_it_is_for(self, text: str, status: MeasureStatus) -> None:
        measure = the_measure(text)
        assert measure.status is status
        assert sides(measure) == ("HAL", "KES")

    @pytest.mark.parametrize(
        "text",
        [
            "Halvern threatened to halt aid to Kestria.",
            "Halvern may suspend aid to Kestria.",
            "If Kestria attacks, Halvern will halt aid.",
            "Halvern did not suspend aid to Kestria.",
            "Halvern denied that it had suspended aid to Kestria.",
            "Should Halvern suspend aid to Kestria?",
            "Halvern promised to provide aid to Kestria.",
            "Kestria halted its advance. The two sides stopped the fighting.",
        ],
    )
    def test_what_is_threatened_promised_or_denied_is_no_measure(self, text: str) -> None:
        assert measures(text) == ()

    def test_the_things_stand_in_the_words_of_the_text(self) -> None:
        measure = the_measure("Halvern halted all assistance to Kestria, including the sharing of intelligence.")
        assert measure.what == ("all assistance", "the sharing of intelligence")

    def test_since_is_when_it_was_done_or_decided(self) -> None:
        since = the_measure("Halvern suspended aid to Kestria on Monday.").since
        assert since is not None
        assert (since.earliest, since.latest) == (dt.date(2031, 3, 3), dt.date(2031, 3, 3))
        since = the_measure("The suspension of aid to Kestria, announced on Monday, was a surprise.").since
        assert since is not None
        assert since.earliest == dt.date(2031, 3, 3)


class TestWhoBearsIt:
    def test_a_person_in_office_acts_for_the_state(self) -> None:
        measure = the_measure("President Ivo Tarn of Halvern suspended aid to Kestria.")
        assert sides(measure) == ("HAL", "KES")

    def test_the_state_is_told_by_whose_the_things_are(self) -> None:
        text = "Kestria depends on Halvernian aid. This week, Ivo Tarn halted all aid to Kestria."
        assert sides(the_measure(text)) == ("HAL", "KES")

    def test_it_stays_the_person_where_nothing_tells_the_state(self) -> None:
        measure = the_measure("This week, Ivo Tarn halted all aid to Kestria.")
        assert measure.by is not None
        assert measure.by.name == "Ivo Tarn"

    def test_it_is_nobody_where_nobody_is_named(self) -> None:
        assert sides(the_measure("Aid to Kestria was suspended on Monday.")) == (None, "KES")


class TestWhatMayFollow:
    @pytest.mark.parametrize(
        ("later", "cue", "words"),
        [
            ("Aid might resume after the meeting.", "after", "the meeting"),
            ("Aid will resume once Kestria withdraws its forces.", "once", "Kestria withdraws its forces"),
            ("Halvern could restore aid if Kestria signs.", "if", "Kestria signs"),
            ("Halvern will not resume aid unless Kestria signs.", "unless", "Kestria signs"),
        ],
    )
    def test_is_a_condition_and_the_suspension_stays(self, later: str, cue: str, words: str) -> None:
        measure = the_measure(f"Halvern suspended all aid to Kestria on Monday. {later}")
        assert measure.status is MeasureStatus.SUSPENDED
        assert [(condition.cue, condition.words) for condition in measure.conditions] == [(cue, words)]

    def test_how_long_it_lasts_is_one_too(self) -> None:
        (condition,) = the_measure("Halvern has frozen aid to Kestria until the prisoners are released.").conditions
        assert (condition.cue, condition.words) == ("until", "the prisoners are released")

    def test_what_may_resume_is_suspended(self) -> None:
        measure = the_measure("Aid to Kestria could resume after the meeting, Halvern said.")
        assert measure.status is MeasureStatus.SUSPENDED
        assert [condition.words for condition in measure.conditions] == ["the meeting"]

    def test_a_date_is_no_condition(self) -> None:
        assert the_measure("Aid to Kestria could resume after March 12.").conditions == ()

    def test_a_later_fact_ends_it(self) -> None:
        text = "Halvern suspended aid to Kestria last week. On Wednesday, Halvern resumed aid to Kestria."
        measure = the_measure(text)
        assert measure.status is MeasureStatus.RESUMED
        assert measure.since is not None
        assert measure.since.earliest == dt.date(2031, 3, 5)

    def test_for_the_things_it_names_and_no_others(self) -> None:
        suspended, resumed = measures(
            "Halvern suspended all aid to Kestria and the sharing of intelligence. "
            "On Wednesday, Halvern resumed the sharing of intelligence with Kestria."
        )
        assert (suspended.status, suspended.what) == (MeasureStatus.SUSPENDED, ("all aid",))
        assert (resumed.status, resumed.what) == (MeasureStatus.RESUMED, ("the sharing of intelligence",))


@settings(deadline=None)
@given(st.text(alphabet="Kestria halts aid to Orlavia. if“”‘’\n?…éЖ🕊", max_size=120))
def test_nothing_makes_it_fail_and_every_span_is_exact(text: str) -> None:
    for measure in measures(text):
        assert all(text[span.start : span.end] == span.exact for span in measure.spans)


def test_a_real_article_tells_of_one_suspension() -> None:
    text = shared("data", "reading", "sources", "2025-03-06-cease-fire-framework-talks.txt").read_bytes().decode()
    (measure,) = reading_of(text, dt.date(2025, 3, 6), actors=()).measures
    assert sides(measure) == ("USA", "UKR")
    assert measure.status is MeasureStatus.SUSPENDED
    assert measure.what == ("all assistance", "the sharing of intelligence")
    assert measure.since is not None
    assert (measure.since.earliest, measure.since.latest) == (dt.date(2025, 3, 3), dt.date(2025, 3, 6))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Orlavian suspension of port access entered its third week.", "ORL"),
        ("Kestria's halt to fuel deliveries went on.", "KES"),
    ],
)
def test_whose_a_suspension_is_may_stand_before_it(text: str, by: str) -> None:
    measure = the_measure(text)
    assert measure.by is not None
    assert measure.by.id == by


def test_since_when_may_be_told_of_the_thing() -> None:
    text = "The Orlavian suspension of port access, which began on 16 February 2031, goes on."
    measure = the_measure(text)
    assert measure.since is not None
    assert measure.since.said == "16 February 2031"


class TestConditions:
    HALT = "Halvern suspended all aid to Kestria on Monday until it apologises and a meeting takes place."

    def states(self, text: str) -> list[tuple[str, str | None, str | None]]:
        return [
            (condition.words, condition.state, condition.said_by.name if condition.said_by else None)
            for condition in the_measure(text).conditions
        ]

    def test_stand_one_by_one_and_are_pending_where_nothing_tells_that_they_are_met(self) -> None:
        assert self.states(self.HALT) == [
            ("it apologises", "pending", None),
            ("a meeting takes place", "pending", None),
        ]

    def test_either_of_two_is_one_condition(self) -> None:
        text = "Halvern halted deliveries of fuel to Kestria pending an inquiry or an apology."
        assert [words for words, *_ in self.states(text)] == ["an inquiry or an apology"]

    def test_what_somebody_says_is_met_is_said_to_be_met_by_them(self) -> None:
        text = f"{self.HALT} Halvernian envoy Lena Voss said that the apology had come. The meeting has not been set."
        assert self.states(text) == [
            ("it apologises", "said to be met", "Lena Voss"),
            ("a meeting takes place", "pending", None),
        ]
        reading = reading_of(text)
        (condition, _) = reading.measures[0].conditions
        assert condition.statement in {statement.id for statement in reading.statements}
        assert [text[span.start : span.end] for span in condition.evidence] == ["apology"]

    def test_what_the_paper_itself_tells_is_met(self) -> None:
        assert self.states(f"{self.HALT} Kestria apologised on Tuesday.")[0] == ("it apologises", "met", None)

    @pytest.mark.parametrize(
        "later",
        [
            "Kestria may apologise on Friday.",
            "Halvern demanded an apology again.",
            "The envoy said that the meeting would take place next week.",
            "Kestria will hold the meeting with Halvern on Friday.",
            "An apology was awaited on Tuesday.",
        ],
    )
    def test_what_may_come_is_not_met(self, later: str) -> None:
        assert {state for _, state, _ in self.states(f"{self.HALT} {later}")} == {"pending"}

    def test_what_some_say_and_others_deny_is_disputed(self) -> None:
        halt = "Halvern has frozen aid to Kestria until the prisoners are released. "
        released = "Kestria said that the prisoners were released on Monday. "
        denied = "Orlavia said that the prisoners had not been released."
        assert self.states(halt + released) == [("the prisoners are released", "said to be met", "Kestria")]
        assert self.states(halt + denied) == [("the prisoners are released", "said not to be met", "Orlavia")]
        assert self.states(halt + released + denied) == [("the prisoners are released", "disputed", "Kestria")]

    def test_another_deed_of_the_kind_meets_none(self) -> None:
        text = "Halvern has frozen aid to Kestria until the prisoners are released. A report was released on Monday."
        assert self.states(text) == [("the prisoners are released", "pending", None)]

    def test_what_the_bearer_wanted_and_got_is_a_condition(self) -> None:
        text = (
            "This week, Halvern halted all aid to Kestria. Envoy Ivo Tarn said that a letter had met Halvern's demand "
            "for an apology and that the aid might resume after the talks."
        )
        assert self.states(text) == [("the talks", "pending", None), ("an apology", "said to be met", "Ivo Tarn")]

    def test_every_word_of_it_stands_in_the_text(self) -> None:
        for condition in the_measure(self.HALT).conditions:
            spans = [*condition.spans, *([condition.cue_span] if condition.cue_span else [])]
            assert all(self.HALT[span.start : span.end] == span.exact for span in spans)
            assert condition.cue_span is not None
            assert condition.cue_span.exact == "until"


class TestChangesOverTime:
    def test_are_told_one_after_the_other_with_day_and_teller(self) -> None:
        text = "Halvern halted aid to Kestria last week. On Wednesday, Halvern resumed aid to Kestria, Ivo Tarn said."
        first, second = the_measure(text).changes
        assert (first.status, first.told_by) == (MeasureStatus.SUSPENDED, None)
        assert second.status is MeasureStatus.RESUMED
        assert second.since is not None
        assert second.since.earliest == dt.date(2031, 3, 5)
        assert second.told_by is not None
        assert second.told_by.name == "Ivo Tarn"

    def test_a_status_that_goes_on_is_no_change(self) -> None:
        text = (
            "Halvern suspended aid to Kestria on Monday. The suspension of aid to Kestria, its second, was a surprise."
        )
        assert [change.status for change in the_measure(text).changes] == [MeasureStatus.SUSPENDED]


def test_of_a_real_suspension_two_conditions_are_said_to_be_met_and_the_meeting_is_pending() -> None:
    text = shared("data", "reading", "sources", "2025-03-06-cease-fire-framework-talks.txt").read_bytes().decode()
    (measure,) = reading_of(text, dt.date(2025, 3, 6), actors=()).measures
    told = [(c.cue, c.words, c.state, c.said_by.name.split()[0] if c.said_by else None) for c in measure.conditions]
    assert told == [
        ("after", "the meeting", "pending", None),
        ("desire for", "an apology", "said to be met", "Steve"),
        ("desire for", "display of gratitude", "said to be met", "Steve"),
    ]


class TestConditionsInSeries:
    @pytest.mark.parametrize(
        "text",
        [
            "Halvern has frozen aid to Kestria. The freeze would stay in place until Kestria frees the crew, "
            "withdraws its boats and pays for the jetty.",
            "Halvern has frozen aid to Kestria since Monday and says it will not resume it until Kestria "
            "frees the crew, withdraws its boats and pays for the jetty.",
        ],
    )
    def test_are_told_one_by_one_whatever_the_parser_joins(self, text: str) -> None:
        conditions = [each.words for each in the_measure(text).conditions]
        assert conditions == ["Kestria frees the crew", "withdraws its boats", "pays for the jetty"]

    def test_are_no_deeds(self) -> None:
        text = "Halvern will not resume aid to Kestria until Kestria pays its debts and reopens the crossing."
        assert [each.what for each in measures(text)] == [("aid",)]

    def test_of_nouns_are_apart_too(self) -> None:
        text = "Halvern suspended aid to Kestria. Aid could resume after an apology and the return of the prisoners."
        assert [each.words for each in the_measure(text).conditions] == ["an apology", "the return of the prisoners"]

    def test_what_the_main_clause_goes_on_with_is_none(self) -> None:
        text = "Halvern suspends aid to Kestria until Kestria signs, and says that it may come back."
        assert [each.words for each in the_measure(text).conditions] == ["Kestria signs"]


class TestHowLong:
    def test_a_length_counts_from_its_first_day(self) -> None:
        until = the_measure("Halvern suspended aid to Kestria for 30 days on Monday.").until
        assert until is not None
        assert (until.earliest, until.latest) == (dt.date(2031, 4, 2), dt.date(2031, 4, 2))

    def test_without_a_first_day_there_is_no_last(self) -> None:
        assert the_measure("Halvern suspended aid to Kestria for 30 days.").until is None

    def test_a_date_ends_it(self) -> None:
        until = the_measure("Halvern has suspended aid to Kestria until March 12.").until
        assert until is not None
        assert until.latest == dt.date(2031, 3, 12)


def test_what_could_be_opened_is_not_told_to_be_closed() -> None:
    assert measures("Kestria could consider reopening the Senn crossing, subject to guarantees.") == ()


class TestWhatGoesOn:
    def test_an_extension_tells_when_it_ends_and_not_when_it_began(self) -> None:
        measure = the_measure("Halvern on Wednesday extended its suspension of aid to Kestria until April 5.")
        assert (measure.status, measure.since) == (MeasureStatus.SUSPENDED, None)
        assert measure.until is not None
        assert measure.until.earliest == dt.date(2031, 4, 5)

    def test_another_thirty_days_from_nobody_knows_when_give_no_end(self) -> None:
        assert (
            the_measure("Halvern on Wednesday extended its halt in aid to Kestria for another 30 days.").until is None
        )

    def test_it_is_the_suspension_of_the_sentence_before(self) -> None:
        text = "Kestria criticised the suspension of Halvernian aid to Kestria. It will last until April 5."
        until = the_measure(text).until
        assert until is not None
        assert until.earliest == dt.date(2031, 4, 5)

    def test_what_could_be_lifted_stands(self) -> None:
        text = "Orlavia could lift its freeze on grain exports to Kestria next week if Kestria pays."
        measure = the_measure(text)
        assert (measure.status, sides(measure)) == (MeasureStatus.SUSPENDED, ("ORL", "KES"))
        assert [condition.words for condition in measure.conditions] == ["Kestria pays"]

    def test_one_part_is_lifted_and_another_stays(self) -> None:
        text = (
            "Kestria on Thursday lifted its suspension of passenger flights to Orlavia but kept the ban on "
            "cargo flights. Kestria suspended all flights to Orlavia on February 3."
        )
        assert [(each.what, each.status) for each in measures(text)] == [
            (("passenger flights",), MeasureStatus.RESUMED),
            (("cargo flights",), MeasureStatus.SUSPENDED),
        ]

    def test_what_was_said_before_it_was_told_to_stop_hangs_on_it(self) -> None:
        text = "Orlavia might reopen the Senn crossing if Kestria pays. Orlavia closed the crossing in December."
        assert [condition.words for condition in the_measure(text).conditions] == ["Kestria pays"]


def test_three_conditions_in_the_past_tense_are_three_and_none_is_told_as_done() -> None:
    text = (
        "Halvern suspended aid to Orlavia. The suspension would stay in place until Orlavia apologised, "
        "acknowledged the help and sent a delegation to the talks, officials said."
    )
    assert [(each.words, each.state) for each in the_measure(text).conditions] == [
        ("Orlavia apologised", ConditionState.PENDING),
        ("acknowledged the help", ConditionState.PENDING),
        ("sent a delegation to the talks", ConditionState.PENDING),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The crossing was opened on Tuesday.",
        "The sanctions freeze the assets of nine officers.",
        "Kestria closed the meeting with a song.",
    ],
)
def test_what_nobody_gives_anybody_is_no_measure(text: str) -> None:
    assert measures(text) == ()


def test_what_a_part_of_a_thing_suffers_is_the_things() -> None:
    [measure] = measures("Kestria resumed the delivery of radar data to Orlavia, which it interrupted on 10 February.")
    assert measure.what == ("the delivery of radar data",)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Halvern will lift the pause on aid to Kestria.", None),
        ("Halvern said that it would lift its freeze on arms deliveries to Kestria.", None),
        ("Halvern will end its ban on grain exports to Kestria on March 10.", dt.date(2031, 3, 10)),
        ("Halvern will lift its embargo on fuel deliveries to Kestria on March 12.", dt.date(2031, 3, 12)),
        ("Aid to Kestria will resume on Monday, Halvern's ministry said.", dt.date(2031, 3, 10)),
    ],
)
def test_an_announced_end_is_no_end_yet_and_is_told(text: str, until: dt.date | None) -> None:
    measure = the_measure(text)
    assert (measure.status, measure.announced) == (MeasureStatus.SUSPENDED, MeasureStatus.RESUMED)
    assert (measure.until.latest if measure.until else None) == until


@pytest.mark.parametrize(
    "text",
    [
        "Halvern will lift the pause on aid to Kestria once the pilots are free.",
        "Halvern may lift its ban on grain exports to Kestria.",
        "Halvern will not lift its ban on grain exports to Kestria.",
        "Halvern suspended aid to Kestria.",
    ],
)
def test_an_end_that_hangs_on_something_or_is_only_possible_is_not_announced(text: str) -> None:
    assert the_measure(text).announced is None


@pytest.mark.parametrize("verb", ["lifted", "ended", "reversed", "rescinded"])
def test_whoever_ends_a_stop_resumes(verb: str) -> None:
    assert the_measure(f"Halvern {verb} its freeze on arms deliveries to Kestria.").status is MeasureStatus.RESUMED


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Halvern suspended military aid to Kestria, including shells and drones.",
            ("military aid", "shells", "drones"),
        ),
        ("Halvern resumed aid to Kestria, including tents and water pumps.", ("aid", "tents", "water pumps")),
        (
            "Halvern halted deliveries of aid, including artillery shells, drones and spare parts, to Kestria.",
            ("deliveries of aid", "artillery shells", "drones", "spare parts"),
        ),
    ],
)
def test_every_item_of_a_list_is_a_thing(text: str, what: tuple[str, ...]) -> None:
    measure = the_measure(text)
    assert measure.what == what
    assert sides(measure) == ("HAL", "KES")


def test_what_is_named_as_a_condition_is_not_done() -> None:
    assert not measures("Mr Arl named as a condition that all military aid to Orlavia stop completely.")


def test_who_lost_its_verb_to_the_parser_lends_it_to_nobody_else() -> None:
    text = "What to watch. Should Halvern resume deliveries, Orlavia may harden again. Neither side has ruled it out."
    assert not [each for each in measures(text) if each.by is not None and each.by.id == "ORL"]


class TestThingsOfANation:
    def test_who_bans_them_is_not_whose_they_are(self) -> None:
        assert sides(the_measure("Imports of Kestrian lorries were banned on Monday.")) == (None, "KES")
        assert sides(the_measure("Orlavia will keep its embargo on Kestrian steel.")) == ("ORL", "KES")
        assert sides(the_measure("Orlavia will lift its ban on Kestrian dairy products.")) == ("ORL", "KES")

    def test_money_is_for_what_it_is_given(self) -> None:
        measure = the_measure("Halvern froze 200 million crowns in budget support for Kestria on Thursday.")
        assert (measure.what, sides(measure)) == (("budget support",), ("HAL", "KES"))

    def test_who_is_named_after_a_thing_is_none(self) -> None:
        assert measures("Kestria released two aid workers on Monday. Halvern banned trade unions.") == ()

    def test_its_last_day_is_not_its_first(self) -> None:
        measure = the_measure("Halvern has prohibited the export of scrap metal until 31 March.")
        assert measure.since is None
        assert measure.until is not None

    def test_a_day_before_the_verb_is_the_verb_s(self) -> None:
        measure = the_measure("LINDHOLT (Agency) - Halvern on Wednesday suspended all flights to Kestria.")
        assert measure.since is not None
        assert measure.since.said == "Wednesday"
