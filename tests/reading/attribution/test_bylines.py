"""Headlines that name their speaker last."""

from __future__ import annotations

import pytest

from reading.papers import statements, words


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Road 'open', Kestria says", "Kestria", "Road 'open'"),
        ("Orlavia 'ready' to leave, says minister", "minister", "Orlavia 'ready' to leave"),
        ("# Truce may fail, mediators warn", "mediators", "Truce may fail"),
        ("Truce in danger - Commission", "Commission", "Truce in danger"),
        ("Bridge 'safe' – defence ministry", "defence ministry", "Bridge 'safe'"),
    ],
)
def test_a_headline_may_name_its_speaker_last(headline: str, source: str, content: str) -> None:
    (said,) = statements(f"{headline}\n\nIt rained.")
    assert (words(said, "source"), words(said, "content")) == ([source], [content])


def test_a_name_after_a_dash_is_doubted() -> None:
    (said,) = statements("Truce in danger - Commission\n\nIt rained.")
    assert said.doubts == ("The last words of a headline are taken for who speaks.",)


@pytest.mark.parametrize(
    "text",
    [
        "Truce in danger - Lindholt Gazette\n\nIt rained.",
        "Truce in danger - a long road\n\nIt rained.",
        "Snow, rain and more roads\n\nIt rained.",
        "Truce in danger - Commission",
    ],
)
def test_other_lines_name_nobody(text: str) -> None:
    assert statements(text) == ()


def test_each_line_of_a_list_of_headlines_may_name_its_speaker() -> None:
    headlines = (
        "Orlavia to open the gates - minister\n\n"
        "Kestria: Talks begin when prisoners are home\n\n"
        "Three killed near Drava\n\n"
        "Talks may resume next week, Orlavia says\n\n"
        "Hart vows to sign treaty, warns of delays\n"
    )
    told = [(each.source[0].exact, each.content[0].exact) for each in statements(headlines)]
    assert told == [
        ("minister", "Orlavia to open the gates"),
        ("Kestria", "Talks begin when prisoners are home"),
        ("Orlavia", "Talks may resume next week"),
        ("Hart", "to sign treaty"),
        ("Hart", "delays"),
    ]
