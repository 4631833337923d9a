"""The forms in which English says who said what: beside the sentence, in chains, cited, undone, in turns."""

from __future__ import annotations

import pytest

from parley.model import Act, Commitment, Statement
from reading.papers import statements, words


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of each statement, as words."""
    return [(" ".join(words(each, "source")), " … ".join(words(each, "content"))) for each in statements(text)]


def one(text: str) -> Statement:
    (found,) = statements(text)
    return found


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Kestria said that the road was open, that the guns had left and that talks could begin.",
            ["that the road was open", "that the guns had left", "that talks could begin"],
        ),
        (
            "Kestria said the road was open, but that the guns would stay.",
            ["the road was open", "that the guns would stay"],
        ),
        (
            "Anna Hoffman told reporters that the line held, and that nobody had crossed it.",
            ["that the line held", "that nobody had crossed it"],
        ),
        (
            "Orlavia confirmed both that it had received the letter and that it would answer it.",
            ["that it had received the letter", "that it would answer it"],
        ),
        (
            "Kestria announced that it would free the prisoners and added that it expected the same.",
            ["that it would free the prisoners", "that it expected the same"],
        ),
    ],
)
def test_each_that_is_a_statement(text: str, contents: list[str]) -> None:
    assert [content for _, content in told(text)] == contents


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the envoy, the road is long.", "the envoy"),
        ("In the words of the envoy, the road is long.", "the envoy"),
        ("In Orlavia's view, the road is long.", "Orlavia"),
        ("In the view of Orlavia, the road is long.", "Orlavia"),
        ("Per the statement, the road is long.", "the statement"),
    ],
)
def test_words_beside_a_sentence_say_whose_it_is(text: str, source: str) -> None:
    assert told(text) == [(source, "the road is long")]


@pytest.mark.parametrize(
    "text",
    [
        "The exchange went according to plan.",
        "In other words, the road is long.",
        "In view of the rain, the road is closed.",
        "For the talks, the hall is ready.",
        "The said road runs along the river.",
        "The state of the road is poor.",
        "The charge went off at dawn.",
        "FOR RELEASE: Monday\nCONTACT: Press office\n\nThe road was opened.",
    ],
)
def test_what_only_looks_like_saying_gives_nothing(text: str) -> None:
    assert statements(text) == ()


def test_for_somebody_is_a_view_that_nobody_is_told_to_have_said() -> None:
    view = one("For Orlavia, the line is a fact.")
    assert view.act is Act.ASSESS
    assert view.doubts == ("'For Orlavia' is taken for their view; the text does not say that they said so.",)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hoffman said that the guns had left, citing the Commission.",
        "Anna Hoffman, citing the Commission, said that the guns had left.",
        "Anna Hoffman said, quoting the Commission, that the guns had left.",
        "Citing the Commission, Anna Hoffman said that the guns had left.",
    ],
)
def test_who_is_cited_has_said_it_as_told_by_who_cites(text: str) -> None:
    found = {" ".join(words(each, "source")): each for each in statements(text)}
    teller, cited = found["Anna Hoffman"], found["the Commission"]
    assert words(teller, "content") == words(cited, "content") == ["that the guns had left"]
    assert (teller.within, cited.within) == (None, teller.id)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The two sides failed to agree on a date.", "The two sides", "failed to agree on"),
        ("Orlavia has yet to accept the date.", "Orlavia", "has yet to accept"),
        ("The minister stopped short of promising a date.", "The minister", "stopped short of promising"),
    ],
)
def test_who_did_not_do_it_is_told(text: str, source: str, cue: str) -> None:
    undone = one(text)
    assert (words(undone, "source"), words(undone, "cue")) == ([source], [cue])
    assert undone.commitment is Commitment.DENIED


def test_who_refuses_to_rule_it_out_leaves_it_open() -> None:
    left = one("Kestria refused to rule out an attack.")
    assert words(left, "content") == ["an attack"]
    assert (left.act, left.commitment) == (Act.STATE, Commitment.HEDGED)


def test_who_is_asked_has_not_asked() -> None:
    found = told("Anna Hoffman, asked about the bridge, said it was closed.")
    assert ("Anna Hoffman", "it was closed") in found
    assert ("Anna Hoffman", "the bridge") not in found


def test_who_issues_a_statement_saying_so_says_so() -> None:
    assert ("Anna Hoffman", "that the road was open") in told(
        "Anna Hoffman issued a statement saying that the road was open."
    )


def test_a_clause_after_the_channel_is_the_speakers() -> None:
    said = one("Larsen told the Lindholt Gazette in an interview that Kestria was ready.")
    assert words(said, "content") == ["that Kestria was ready"]
    assert said.addressee is not None


@pytest.mark.parametrize(
    "text",
    [
        "„The road is open now“, said Anna Hoffman.",
        "« The road is open now », said Anna Hoffman.",
        "‚The road is open now‘, said Anna Hoffman.",
        "‹The road is open now›, said Anna Hoffman.",
        "'The road is open now,' said Anna Hoffman. 'We don't close it.'",
        "“The road is open now,“ said Anna Hoffman.",
        "“The road is open now,” said Anna Hoffman on “Talk.” “Nobody closed it.”",
    ],
)
def test_odd_marks_and_titles_break_no_quotation(text: str) -> None:
    said = one(text)
    assert said.direct
    assert words(said, "source") == ["Anna Hoffman"]


def test_a_turn_goes_on_until_somebody_else_speaks() -> None:
    text = (
        "QUESTION: Is the road open?\n\nMR. LARSEN: It is.\n\n(Applause.)\n\nWe said so.\n\n"
        "QUESTION: And the bridge?\n\nMR. LARSEN:\nIt is closed.\n\nIt will open.\n\nEND\n\nIt rained."
    )
    assert told(text) == [
        ("QUESTION", "Is the road open?"),
        ("MR. LARSEN", "It is. … We said so."),
        ("QUESTION", "And the bridge?"),
        ("MR. LARSEN", "It is closed.\n\nIt will open."),
    ]
    last = statements(text)[-1]
    assert last.doubts == ("Its last paragraph names no speaker and is taken to go on with the one before.",)


@pytest.mark.parametrize(
    "text",
    [
        "Q: Is it open?\nA: It is.\nQ: And the bridge?\nA: It is not.",
        "Q. Is it open?\n\nA. It is.\n\nQ. And the bridge?\n\nA. It is not.",
    ],
)
def test_questions_and_answers_take_turns(text: str) -> None:
    assert [source for source, _ in told(text)] == ["Q", "A", "Q", "A"]
    assert all(each.speaker is None for each in statements(text))


def test_who_is_interviewed_answers() -> None:
    turns = statements(
        "An interview with Edda Larsen, foreign minister\n\nQ: Is it open?\nA: It is.\nQ: And the bridge?\nA: No."
    )
    assert [each.speaker.name if each.speaker else None for each in turns] == [None, "Edda Larsen"] * 2
    assert turns[1].doubts == ("'A' is taken to be Edda Larsen, the only person named before the questions.",)


def test_who_writes_an_interview_down_does_not_answer() -> None:
    turns = statements("Interview\nby Edda Larsen\n\nQ: Is it open?\nA: It is.\nQ: And the bridge?\nA: It is shut.")
    assert all(each.speaker is None for each in turns)


def test_notes_of_talks_tell_who_said_what_and_no_words() -> None:
    text = "Notes of the talks\n\n- KES: cannot accept inspection\n- ORL: wants a new line\n- KES: ready to meet in May"
    assert told(text) == [
        ("KES", "cannot accept inspection"),
        ("ORL", "wants a new line"),
        ("KES", "ready to meet in May"),
    ]
    assert not any(each.direct for each in statements(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Anna Hoffman wrote:\n\n> The road is open.\n>\n> It stays so.\n\nIt rained.",
            "The road is open.\n>\n> It stays so.",
        ),
        (
            "Anna Hoffman wrote on Monday:\n> The road is open. It stays so.\n\nThank you.",
            "The road is open. It stays so.",
        ),
    ],
)
def test_a_block_quotation_is_whose_words_bring_it(text: str, content: str) -> None:
    assert told(text) == [("Anna Hoffman", content)]


def test_a_block_that_nothing_brings_is_nobodys() -> None:
    assert statements("Notes\n\n> The road is open. It stays so.\n\nIt rained.") == ()


def test_who_adds_something_speaks_to_the_same() -> None:
    first, second = statements("“We wanted the map,” Larsen told Anna Hoffman. “You never sent it,” he added.")
    assert first.addressee is not None
    assert second.addressee == first.addressee


def test_a_post_is_no_part_of_who_writes_it() -> None:
    assert told("Larsen, in a post on X: “The road is open. We'll keep it so.”")[0][0] == "Larsen"


def test_nobody_is_no_speaker() -> None:
    said = one("Nobody said that the road was open.")
    assert (said.speaker, said.commitment) == (None, Commitment.DENIED)


def test_what_is_quoted_within_a_quotation_ends_with_its_mark() -> None:
    text = "“My brother said ‘the road is safe’ and I believed him,” Anna Hoffman told the chair."
    assert ("My brother", "the road is safe") in told(text)


def test_who_is_called_on_is_addressed() -> None:
    called = one("Orlavia called on Kestria to open the road.")
    assert (words(called, "cue"), words(called, "content")) == (["called on"], ["Kestria to open the road"])
    assert called.addressee is not None
    assert called.addressee.name == "Kestria"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The envoy said he hoped that the round would end well.", Act.EXPRESS_WILLINGNESS),
        ("The envoy said she hoped, but could not promise, that it would end well.", Act.EXPRESS_WILLINGNESS),
    ],
)
def test_who_is_said_to_hope_hopes(text: str, act: Act) -> None:
    assert one(text).act is act


def test_a_headline_is_no_turn_of_the_transcript_below() -> None:
    text = (
        "Larsen: Road may open\n\nAnna Hoffman met Larsen on Monday. It rained.\n\n"
        "HOFFMAN: Is it open?\n\nLARSEN: It is.\n\nHOFFMAN: Since when?\n\nLARSEN: Since Monday."
    )
    assert told(text)[0] == ("Larsen", "Road may open")
    assert [source for source, _ in told(text)[1:]] == ["HOFFMAN", "LARSEN"] * 2


def test_a_transcript_in_marks_is_whose_turn_it_is() -> None:
    text = (
        "A transcript follows:\n\n“HOFFMAN: Is the road open now?\n\n“LARSEN: It is open.\n\n"
        "“HOFFMAN: Since when is it open?\n\n“LARSEN: Since Monday.”"
    )
    assert [source for source, _ in told(text)] == ["HOFFMAN", "LARSEN"] * 2


def test_a_headline_without_a_verb_is_doubted() -> None:
    assert one("Kestria: The long road\n\nIt rained.").doubts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kestria says the road is open; Orlavia says the fire was a fault and denies any blame.",
            [("Kestria", "the road is open"), ("Orlavia", "the fire was a fault"), ("Orlavia", "any blame")],
        ),
        ("Kestria accepted the plan; Orlavia rejected it.", [("Kestria", "the plan"), ("Orlavia", "it")]),
        (
            "The envoy said that the road was open; that the guns had left; and that talks could begin.",
            [
                ("The envoy", "that the road was open"),
                ("The envoy", "that the guns had left"),
                ("The envoy", "that talks could begin"),
            ],
        ),
    ],
)
def test_clauses_at_a_semicolon_are_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The delegates said the annex was incomplete and warned that they would leave.",
            [("The delegates", "the annex was incomplete"), ("The delegates", "that they would leave")],
        ),
        (
            "Its envoys said the map was wrong and warned they might not sign it.",
            [("Its envoys", "the map was wrong"), ("Its envoys", "they might not sign it")],
        ),
        (
            "Anna Hoffman said the calendar held no visit, but did not rule out that one could follow.",
            [("Anna Hoffman", "the calendar held no visit"), ("Anna Hoffman", "that one could follow")],
        ),
        (
            'It said that Orlavia "remains loyal" and accused Kestria of lies.',
            [("It", 'that Orlavia "remains loyal"'), ("It", "Kestria of lies")],
        ),
        (
            "He demanded that Kestria release the crew, and threatened to close the port.",
            [("He", "that Kestria release the crew"), ("He", "to close the port")],
        ),
        (
            "An aide said the pause would be lifted once Brenn apologised, signed the accord and agreed to a date.",
            [
                (
                    "An aide",
                    "the pause would be lifted once Brenn apologised, signed the accord and agreed to a date",
                ),
            ],
        ),
    ],
)
def test_a_verb_of_saying_goes_on_from_who_speaks(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_verb_goes_on_from_whom_the_clause_names_where_it_may() -> None:
    text = "The envoy said that Kestria accepted the plan and promised to leave."
    assert ("Kestria", "to leave") in told(text)


@pytest.mark.parametrize(
    "dateline",
    [
        "LINDHOLT, Feb 20 (Wire) - ",
        "LINDHOLT, April 9. /HNA/. ",
        "(LINDHOLT) — ",
        "LINDHOLT — ",
        "LINDHOLT, Halvern (Wire) — ",
        "Lindholt, 4 March (Wire) – ",
    ],
)
def test_a_dateline_is_nobodys_words_and_nobody(dateline: str) -> None:
    found = statements(f"{dateline}Orlavia sees no grounds for a truce, its envoy said. He added that it rained.")
    assert words(found[0], "content") == ["Orlavia sees no grounds for a truce"]
    assert all(each.speaker is None or "indholt" not in each.speaker.name.casefold() for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Kestria's ministry declined to comment.",
        "Orlavia has not responded to the letter.",
        "Larsen, who requested anonymity, asked not to be named.",
    ],
)
def test_silence_is_no_statement(text: str) -> None:
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kestria declined to say whether the road was open.", "whether the road was open"),
        ("Kestria has refused to say when it will leave.", "when it will leave"),
        ("Kestria did not say whether the road was open.", "whether the road was open"),
    ],
)
def test_who_does_not_say_whether_leaves_it_open(text: str, content: str) -> None:
    left = one(text)
    assert words(left, "content") == [content]
    assert (left.act, left.commitment) == (Act.STATE, Commitment.HEDGED)


def test_what_is_reported_of_somebody_is_theirs_and_doubted() -> None:
    heard = one("Kestria is reported to have accepted the plan.")
    assert (words(heard, "source"), words(heard, "content"), heard.act) == (["Kestria"], ["the plan"], Act.ACCEPT)
    assert heard.doubts == ("What is reported of them; the text does not say by whom.",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Hoffman struck a milder note, saying in a radio interview early on Monday that the map was a start.",
            ("Anna Hoffman", "that the map was a start"),
        ),
        (
            "Anna Hoffman said she hoped, but could not guarantee, that the round would end well.",
            ("Anna Hoffman", "she hoped, but could not guarantee, that the round would end well"),
        ),
        (
            "Anna Hoffman warned that “a held line is not a peace.”",
            ("Anna Hoffman", "that “a held line is not a peace.”"),
        ),
        (
            "The chair reaffirmed Orlavia's commitment to a full withdrawal.",
            ("The chair", "a full withdrawal"),
        ),
        (
            "Kestria ordered a freeze on grain transit through the Gulf of Senn.",
            ("Kestria", "a freeze on grain transit through the Gulf of Senn"),
        ),
        (
            "The Commission reported 41 violations in April, down from 67 in March.",
            ("The Commission", "41 violations in April, down from 67 in March"),
        ),
        ("Orlavia announced the plan on Friday.", ("Orlavia", "the plan")),
    ],
)
def test_a_content_is_whole_and_no_more(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


def test_what_a_relative_clause_calls_it_is_apart_from_what_was_done() -> None:
    found = told("Kestria ordered a blockade, a move that Orlavian diplomats called open theft.")
    assert found == [("Kestria", "a blockade"), ("Orlavian diplomats", "a move … open theft")]


@pytest.mark.parametrize(
    "content",
    [
        "the freeze would stay until Orlavia frees the crew, opens the port and pays for the pier",
        "the office would open only if the guards were unarmed, answered to the chair and stayed outside",
    ],
)
def test_coordinated_conditions_stay_in_the_content(content: str) -> None:
    assert told(f"Larsen said {content}.") == [("Larsen", content)]


def test_a_place_of_the_dateline_is_nobody_further_down() -> None:
    text = (
        "TAMSEN, April 9. /HNA/. The road is long, deputy minister Ivo Larsen said. According to Larsen, Orlavia "
        "wants a bridge, which Tamsen considers needless. He added that it rained."
    )
    speaker = statements(text)[-1].speaker
    assert speaker is None or speaker.name != "Tamsen"


def test_what_is_called_something_in_marks_is_judged() -> None:
    assert told('Anna Hoffman called the letter "noise" and accused Orlavia of hiding names.') == [
        ("Anna Hoffman", 'the letter "noise"'),
        ("Anna Hoffman", "Orlavia of hiding names"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orlavia called the offer “unacceptable” in a letter on Tuesday.", ("Orlavia", "the offer “unacceptable”")),
        (
            "He called her handling of the talks “extremely careless.”",
            ("He", "her handling of the talks “extremely careless.”"),
        ),
    ],
)
def test_a_judgment_in_marks_is_whole(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


def test_it_accuses_as_somebody_does() -> None:
    assert ("It", "Kestria of lies") in told("The ministry denied the report. It accused Kestria of lies.")
    assert told("It demanded attention.") == []


def test_somebodys_statement_that_is_noted_is_theirs_within() -> None:
    noted, stated = statements("The chair noted Orlavia's statement that it would not fire first.")
    assert (words(stated, "source"), stated.within) == (["Orlavia"], noted.id)
    assert words(stated, "content") == ["that it would not fire first"]


def test_what_somebody_wants_to_promise_is_no_promise_of_theirs() -> None:
    assert not any(each.act is Act.COMMIT for each in statements("Larsen wants to sign the map and promise peace."))


def test_words_in_marks_are_not_said_by_whom_is_named_after_them() -> None:
    found = statements('Anna Hoffman rejected what she called "a storm of rumours" and urged Orlavia to open the road.')
    assert all(" ".join(words(each, "source")) != "Orlavia" for each in found)


def test_the_source_behind_an_inserted_cue_is_told_within_it() -> None:
    text = "As the Lindholt Gazette reported, citing a source in the ministry, the sides may meet on Friday."
    assert told(text) == [
        ("the Lindholt Gazette", "the sides may meet on Friday"),
        ("a source in the ministry", "the sides may meet on Friday"),
    ]


@pytest.mark.parametrize(
    ("text", "who", "act"),
    [
        ("The offer was welcomed by Orlavia on Monday.", "Orlavia", Act.ACCEPT),
        ("The plan was published on Monday and criticised by Orlavia.", "Orlavia", Act.CRITICISE),
        ("The plan was accepted by Kestria.", "Kestria", Act.ACCEPT),
    ],
)
def test_passive_judgements_are_of_who_passed_them(text: str, who: str, act: Act) -> None:
    statement = one(text)
    assert (words(statement, "source"), statement.act) == ([who], act)


def test_who_is_greeted_is_not_accepted() -> None:
    assert statements("The chair welcomed the delegations and the ministers to Varn.") == ()


def test_who_is_asked_something_and_laughs_has_not_asked() -> None:
    assert all(each.speaker is None for each in statements("When asked whether he would stay, Jon Abel laughed."))


def test_asked_if_puts_no_condition() -> None:
    assert one("Asked if the truce would hold, Petra Holm said that it would.").conditions == ()


def test_not_even_is_a_denial() -> None:
    assert one("Not even Orlavia believes that the truce will hold.").commitment is Commitment.DENIED


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "Orlavia denied that its army had shelled Brod, saying that the guns were Kestrian.",
            "that the guns were Kestrian",
        ),
        ("Orlavia announced that the road was shut, adding that rain had come.", "that rain had come"),
    ],
)
def test_who_denies_goes_on_saying(text: str, second: str) -> None:
    first, further = statements(text)
    assert words(first, "content") == [text.split(", ")[0].split(" ", 2)[2]]
    assert (words(further, "content"), further.within, further.commitment) == ([second], None, Commitment.ASSERTED)


def test_neither_confirmed_nor_denied_is_open() -> None:
    assert one("Kestria will neither confirm nor deny that guns have moved.").commitment is Commitment.HEDGED


def test_a_surname_takes_a_turn() -> None:
    text = "HOLM: We told Mr. Tesk.\nTESK: I did not hear that.\nHOLM: You did.\nTESK: No, I did not."
    assert [each.speaker.id for each in statements(text) if each.speaker] == [None, "tesk", None, "tesk"]


def test_who_answers_asks() -> None:
    text = "Jon Tesk replied that Anna Reeve had promised the same in January and asked for written confirmation."
    assert told(text)[:2] == [
        ("Jon Tesk", "that Anna Reeve had promised the same in January"),
        ("Jon Tesk", "written confirmation"),
    ]
