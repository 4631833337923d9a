"""Sentences of reports and of legal prose."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text import split_sentences


def sentences(text):
    return [text[start:end] for start, end in split_sentences(text)]


pieces = st.lists(
    st.sampled_from(
        [
            "The",
            "U.S.",
            "No.",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            ". ",
            "1.",
            "(a)",
            "“",
            "”",
            '."',
            "?",
            "…",
            "D+14",
            "a",
            "é",
            "\u3000",
            "。",
        ]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(st.text(), pieces), st.integers(0, 20), st.integers(0, 60))
def test_the_spans_tile_what_is_not_blank(text, start, length):
    end = min(len(text), start + length)
    spans = split_sentences(text, start, end)
    assert all(start <= first < last <= end for first, last in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    covered = {offset for first, last in spans for offset in range(first, last)}
    assert all(text[offset].isspace() or offset in covered for offset in range(start, end))
    assert not any(text[first].isspace() or text[last - 1].isspace() for first, last in spans)


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. envoy met Mr. Arlen, Gen. B. K. Tolle and Dr. Moss of Kestria Ltd. on Sept. 19.",
        "It lies 2.5 km from No. 7, under Art. 3 para. 2, as of D+14.",
        "He said at 5 p.m. that it is over.",
        "The U.N. Commission met.",
        "“We agree!” the envoy said.",
        "“Is it over?” Arlen asked.",
        "… we hope … so it goes.",
        "Sens. Arlen and Tolle left, ”Mr. Moss said.",
        "HALVERN, Va. — The envoys met.",
        "It is fair . . . and firm.",
        "The Parties, i.e. Kestria and Orlavia, agree.",
    ],
)
def test_a_full_stop_within_a_sentence_ends_nothing(sentence):
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left. He stayed.", ["They left.", "He stayed."]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ('He said "no." Then he left.', ['He said "no."', "Then he left."]),
        ("It was in 2014. The war began.", ["It was in 2014.", "The war began."]),
        ("By D+14. The Parties shall meet.", ["By D+14.", "The Parties shall meet."]),
        ("No. We refuse.", ["No.", "We refuse."]),
        ("He is in the U.S. The talks go on.", ["He is in the U.S.", "The talks go on."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("هل انتهى؟ نعم.", ["هل انتهى؟", "نعم."]),
        ("It is fair. . . . We sign.", ["It is fair. . . .", "We sign."]),
        ("(They agreed.) All left.", ["(They agreed.)", "All left."]),
    ],
)
def test_a_sentence_ends(text, expected):
    assert sentences(text) == expected


def test_a_number_before_its_sentence_belongs_to_it():
    text = "1. The Parties agree. They sign.\n2. Fire stops.\n(a) on land;\n(b) at sea.\nArticle 5. Talks go on."
    assert sentences(text) == [
        "1. The Parties agree.",
        "They sign.",
        "2. Fire stops.",
        "(a) on land;",
        "(b) at sea.",
        "Article 5. Talks go on.",
    ]


def test_a_number_may_trail_the_line_before():
    text = "The Parties met. 1.\nFire shall cease. 2.\nTalks shall begin."
    assert sentences(text) == ["The Parties met.", "1.\nFire shall cease.", "2.\nTalks shall begin."]


def test_line_breaks_end_paragraphs_headings_and_items():
    text = "## Withdrawal\nHeading without a stop\n\n- one\n- two\nJoint Verification Commission"
    assert sentences(text) == [
        "## Withdrawal",
        "Heading without a stop",
        "- one",
        "- two",
        "Joint Verification Commission",
    ]


def test_a_wrapped_line_goes_on():
    text = (
        "7. Each Party shall report every incident to the Joint Verification Commission\n"
        "   within 24 hours, and shall give the place of it, by the rules of Article\n"
        "   1 or 2 that apply. The Commission shall answer."
    )
    assert [sentence[:8] for sentence in sentences(text)] == ["7. Each ", "The Comm"]


def test_long_lines_are_paragraphs_of_their_own():
    text = "A push for peace " + "and more of it " * 20 + "\nKestria and Orlavia meet.\n"
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    "hostile", ["." * 50_000, "1. " * 20_000, "(" * 50_000, "A." * 30_000, "“.” " * 20_000, "\n" * 50_000]
)
def test_hostile_inputs_are_split_like_others(hostile):
    spans = split_sentences(hostile)
    assert sum(last - first for first, last in spans) <= len(hostile)
