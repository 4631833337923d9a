"""Who said what, to whom, when, how firmly, under which condition, as told by whom."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import Act, Commitment, Document, Statement
from parley.reading import read
from reading.papers import paper, statements, words


def one(text: str) -> Statement:
    found = statements(text)
    assert len(found) == 1, [words(each, "content") for each in found]
    return found[0]


def test_a_clause_of_saying_has_source_cue_and_content() -> None:
    said = one("Orlavia said that it would attend the talks.")
    assert (said.speaker and said.speaker.id) == "ORL"
    assert words(said, "source") == ["Orlavia"]
    assert words(said, "cue") == ["said"]
    assert words(said, "content") == ["that it would attend the talks"]
    assert not said.direct
    assert said.within is None


def test_a_broken_quotation_is_one_statement_with_two_spans() -> None:
    said = one("“We are ready,” Anna Hoffman said, “and we have been ready for a year.”")
    assert said.direct
    assert said.speaker is not None
    assert said.speaker.name == "Anna Hoffman"
    assert words(said, "content") == ["“We are ready,”", "“and we have been ready for a year.”"]


def test_a_quotation_goes_on_after_its_cue() -> None:
    said = one("“We are ready,” Anna Hoffman said. “We have been ready for a year. Nobody called.”")
    assert words(said, "content") == ["“We are ready,”", "“We have been ready for a year. Nobody called.”"]


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    said = one("Anna Hoffman said: “We are ready.\n\n“We have been ready for a year.”")
    assert words(said, "content") == ["“We are ready.\n\n“We have been ready for a year.”"]


@pytest.mark.parametrize(
    "text",
    [
        '"The line must hold for a month," said Anna Hoffman.',
        "«The line must hold for a month», said Anna Hoffman.",
        "``The line must hold for a month,'' said Anna Hoffman.",
        "Anna Hoffman said, “The line must hold for a month.”",
        "Anna Hoffman told reporters: “The line must hold for a month.”",
    ],
)
def test_whatever_the_marks_and_the_order_the_speaker_is_found(text: str) -> None:
    said = one(text)
    assert said.direct
    assert said.speaker is not None
    assert said.speaker.name == "Anna Hoffman"
    assert said.act is Act.DEMAND


def test_words_quoted_inside_a_clause_belong_to_the_clause() -> None:
    said = one("Orlavia said that the raid was “a grave mistake” and a crime.")
    assert words(said, "content") == ["that the raid was “a grave mistake” and a crime"]
    assert not said.direct


def test_clauses_joined_by_and_that_are_told_apart() -> None:
    first, second = statements("Orlavia said that the talks had been useful and that the line might open again.")
    assert words(first, "content") == ["that the talks had been useful"]
    assert words(second, "content") == ["that the line might open again"]
    assert first.commitment is Commitment.ASSERTED
    assert second.commitment is Commitment.POSSIBLE
    assert words(second, "hedges") == ["might"]


def test_the_one_addressed_is_told() -> None:
    said = one("Anna Hoffman told Kestria that the talks would go on.")
    assert said.addressee is not None
    assert said.addressee.id == "KES"


def test_when_it_was_said_is_not_what_it_speaks_of() -> None:
    said = one("Anna Hoffman said on March 4 that the talks would resume on March 20.")
    assert said.interval is not None
    assert said.interval.earliest == dt.date(2031, 3, 4)
    assert one("Anna Hoffman said that the talks would resume on March 20.").interval is None


def test_what_a_letter_says_is_held_as_told_by_the_one_who_tells_of_it() -> None:
    text = (
        "Peter Larsen told reporters that the envoy had received a letter from Anna Hoffman "
        "expressing a willingness to discuss the terms of a truce."
    )
    outer, inner = statements(text)
    assert outer.within is None
    assert inner.within == outer.id
    assert inner.act is Act.EXPRESS_WILLINGNESS
    assert inner.speaker is not None
    assert inner.speaker.name == "Anna Hoffman"


def test_according_to_is_a_cue() -> None:
    said = one("The convoy had crossed the river, according to the Joint Verification Commission.")
    assert (said.speaker and said.speaker.id) == "JVC"
    assert words(said, "cue") == ["according to"]
    assert words(said, "content") == ["The convoy had crossed the river"]


def test_a_passive_names_nobody() -> None:
    said = one("It was announced that the crossing would open on Friday.")
    assert said.speaker is None
    assert said.source == ()
    assert said.act is Act.ANNOUNCE


def test_a_transcript_is_read_by_its_names() -> None:
    first, second = statements("HOFFMAN: We are ready to talk.\nLARSEN: We are not.")
    assert words(first, "source") == ["HOFFMAN"]
    assert words(second, "content") == ["We are not."]
    assert first.direct


def test_a_quotation_without_a_speaker_is_kept_and_doubted() -> None:
    said = one("The hall was empty.\n\n“Nobody came to the meeting that we had prepared.”\n\nIt rained.")
    assert said.speaker is None
    assert said.doubts == ("The text does not say whose words these are.",)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kestria accused Orlavia of shelling the town.", Act.ACCUSE),
        ("Kestria rejected the proposal.", Act.REJECT),
        ("Kestria denied that its troops had crossed.", Act.DENY),
        ("Kestria promised to withdraw its guns.", Act.COMMIT),
        ("Kestria threatened to leave the talks.", Act.THREATEN),
        ("Kestria warned that the truce would collapse.", Act.WARN),
        ("Kestria proposed an exchange of prisoners.", Act.PROPOSE),
        ("Kestria said that Orlavia must withdraw from the town.", Act.DEMAND),
        ("Kestria said that it was ready to meet.", Act.EXPRESS_WILLINGNESS),
        ("Kestria said it will withdraw its guns.", Act.COMMIT),
        ("Kestria suggested that Orlavia should open the road.", Act.PROPOSE),
        ("Kestria asked whether the road was open.", Act.ASK),
    ],
)
def test_acts_are_told_by_cue_or_content(text: str, act: Act) -> None:
    assert one(text).act is act


@pytest.mark.parametrize(
    ("text", "commitment", "hedges"),
    [
        ("Orlavia said that the road is open.", Commitment.ASSERTED, []),
        ("Orlavia said that the road may be open.", Commitment.POSSIBLE, ["may"]),
        ("“I think the road is open now,” Anna Hoffman said.", Commitment.HEDGED, ["I think"]),
        ("“Hopefully the road is open now,” Anna Hoffman said.", Commitment.HEDGED, ["Hopefully"]),
        ("Orlavia denied that the road was open.", Commitment.DENIED, []),
        ("“Is the road open now?” Anna Hoffman asked.", Commitment.ASKED, []),
        ("Orlavia said that the men who might know had left.", Commitment.ASSERTED, []),
    ],
)
def test_commitment_is_the_speakers_own(text: str, commitment: Commitment, hedges: list[str]) -> None:
    said = one(text)
    assert said.commitment is commitment
    assert words(said, "hedges") == hedges


@pytest.mark.parametrize(
    ("text", "cue", "condition"),
    [
        ("Orlavia said it would withdraw if Kestria opens the road.", "if", "Kestria opens the road"),
        ("Orlavia said it would not withdraw unless the road opens.", "unless", "the road opens"),
        ("Orlavia said it would withdraw once the road is open.", "once", "the road is open"),
        ("Orlavia said it would withdraw in return for guarantees.", "in return for", "guarantees"),
    ],
)
def test_conditions_are_found_with_their_words(text: str, cue: str, condition: str) -> None:
    (found,) = one(text).conditions
    assert (found.cue, found.words) == (cue, condition)
    assert text[found.spans[0].start : found.spans[0].end] == found.spans[0].exact


def test_asked_if_is_no_condition() -> None:
    assert one("Orlavia asked if the road was open.").conditions == ()


def test_a_language_not_yet_read_is_said_so() -> None:
    reading = read(paper("Кестрія заявила, що готова до переговорів.", language="uk"))
    assert reading.statements == ()
    assert reading.notes == ("kept and searchable, not yet read: language uk",)


@pytest.mark.parametrize("text", ["Кестрія готова до переговорів.", "قال الرئيس إن المحادثات ستجري الأسبوع المقبل."])
def test_letters_of_another_script_are_not_read_as_english(text: str) -> None:
    reading = read(paper(text, language=None))
    assert reading.statements == ()
    assert reading.notes == ("kept and searchable, not yet read: its letters aren't those of English",)


def test_who_tells_what_another_never_said_denies_nothing() -> None:
    told, silent = read(paper("Hoffman said that Kestria has never said that it would leave the valley.")).statements
    assert (told.act, told.commitment) == (Act.STATE, Commitment.ASSERTED)
    assert (silent.within, silent.commitment) == (told.id, Commitment.DENIED)


def test_an_offer_to_somebody_is_of_a_thing() -> None:
    text = "Hoffman offered Orlavia an end to the blockade in return for the release of forty men, an aide wrote."
    offer = next(each for each in read(paper(text)).statements if each.within)
    assert words(offer, "content") == ["an end to the blockade in return for the release of forty men"]
    assert offer.addressee is not None
    assert offer.addressee.name == "Orlavia"


def test_aid_that_is_stopped_is_no_assent() -> None:
    assert read(paper("Orlavia has frozen all support for Kestria.")).statements == ()


PIECES = [
    *(
        "said",
        "told",
        "Kestria",
        "Anna Hoffman",
        "that",
        "and",
        "if",
        "might",
        "according to",
        "he",
        "it was announced",
    ),
    *(",", ".", ":", "\n", "\r\n", "“", "”", '"', "'", "‘", "’", "«", "»", "„", "``", "''"),
    *("мир", "سلام", "🕊", "e\u0301"),
]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=30,
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
def test_every_span_is_exact_in_any_text(parts: list[str], tail: str) -> None:
    text = " ".join(parts) + tail
    for each in statements(text):
        spans = [*each.source, *each.cue, *each.content, *each.hedges, *(s for c in each.conditions for s in c.spans)]
        assert all(text[span.start : span.end] == span.exact for span in spans)
        assert each.content
        assert all(span.exact for span in each.content)


def test_a_quoted_paragraph_after_a_quotation_goes_on_and_is_doubted() -> None:
    said = one("“We are ready,” Anna Hoffman said on Monday.\n\n“Nobody came to the meeting that we had prepared.”\n")
    assert words(said, "content") == ["“We are ready,”", "“Nobody came to the meeting that we had prepared.”"]
    assert len(said.doubts) == 1


def test_a_quotation_signed_after_a_dash_is_the_signers() -> None:
    said = one("“Nobody came to the meeting that we had prepared.” ― Anna Hoffman\n")
    assert said.speaker is not None
    assert said.speaker.name == "Anna Hoffman"


@pytest.mark.parametrize(
    "piece", ["he said that ", "want to ", "according to ", "“", '"We go," he said. ', "NAME: we go.\n"]
)
def test_no_repetition_is_too_deep(piece: str) -> None:
    text = piece * 300
    assert all(text[span.start : span.end] == span.exact for each in statements(text) for span in each.content)


def test_a_date_between_cue_and_clause_is_when_it_was_said() -> None:
    said = one("Orlavia said on Monday it would open the road.")
    assert words(said, "content") == ["it would open the road"]
    assert said.interval is not None
    assert said.interval.said == "Monday"


def test_what_is_only_reportedly_said_is_hedged() -> None:
    said = one("It was reportedly agreed that talks would resume.")
    assert (said.act, said.commitment) == (Act.COMMIT, Commitment.HEDGED)


def test_a_byte_order_mark_is_no_part_of_a_name() -> None:
    text = "\ufeffForeign Minister Maren Oskeld said that the line holds."
    (statement,) = read(Document(id="d", path="d.txt", text=text, language="en")).statements
    assert [span.exact for span in statement.source] == ["Foreign Minister Maren Oskeld"]
    assert text[statement.source[0].start : statement.source[0].end] == statement.source[0].exact


@pytest.mark.parametrize(
    "text",
    [
        "Kestria accepted the truce, provided that Orlavia accepts it.",
        "Kestria accepted the truce, provided that Orlavia accepts it and agrees to the list.",
        "Kestria accepted the truce on condition that Orlavia agrees to the list.",
        "Kestria accepted the truce as long as Orlavia accepts it.",
    ],
)
def test_what_another_must_accept_first_is_no_acceptance(text: str) -> None:
    assert [(each.speaker and each.speaker.id) for each in statements(text)] == ["KES"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Brask and Peter Vance said in a joint statement that Orlavia had closed the road.",
        "Anna Brask and Peter Vance said in their statement that Orlavia had closed the road.",
    ],
)
def test_what_two_say_in_a_joint_statement_is_theirs(text: str) -> None:
    said = one(text)
    assert [each.id for each in said.speaker.members] == ["anna-brask", "peter-vance"] if said.speaker else False
    assert words(said, "content") == ["that Orlavia had closed the road"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Vost thanked Orlavia for its attention to a settlement.",
        "Peter Vost thanked Orlavia for its support.",
    ],
)
def test_whoever_is_thanked_is_spoken_to(text: str) -> None:
    said = one(text)
    assert said.addressee is not None
    assert said.addressee.id == "ORL"


def test_a_time_is_nobody_to_whom_something_is_said() -> None:
    assert one("Kestria declared a truce from the beginning of 8 May to the end of 10 May.").addressee is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The palace said that Kestria would hand over 23 seriously wounded Orlavian soldiers.",
            "that Kestria would hand over 23 seriously wounded Orlavian soldiers",
        ),
        (
            "Peter Vost agreed that peace could be reached by talks, and invited Tamsin Tress to Lindholt.",
            "that peace could be reached by talks",
        ),
        (
            "Anna Brask proposed as first stages the release of prisoners and a truce in the air.",
            "the release of prisoners and a truce in the air",
        ),
    ],
)
def test_the_content_ends_where_the_clause_does(text: str, content: str) -> None:
    assert words(statements(text)[0], "content") == [content]


def test_what_others_demanded_is_no_demand_of_whoever_tells_it() -> None:
    told, demanded = statements("Peter Vance said that Orlavia had demanded the release of prisoners.")
    assert (told.act, demanded.act) == (Act.STATE, Act.DEMAND)
    assert demanded.within == told.id


def test_what_should_be_expected_is_a_prediction() -> None:
    assert one("Anna Brask said that no breakthroughs should be expected.").act is Act.PREDICT


def test_what_was_done_before_goes_on_with_who_tells_and_not_with_who_proposed() -> None:
    told = statements(
        "The palace said that Kestria had proposed that both armies refrain from strikes, that Orlavia had agreed "
        "and that it had given the order."
    )
    assert [(each.speaker and each.speaker.id, words(each, "content")[0]) for each in told if each.within] == [
        ("KES", "that both armies refrain from strikes")
    ]
