"""References to paragraphs that are not there, and brackets that an owner opens and nobody closes."""

from __future__ import annotations

import pytest

from parley.framework import check, parse

TEXT = """---
title: Truce
status: draft
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
---

## Article 1: Release

1. Each Party shall free all prisoners by 3 May 2031.

2. Each Party shall report it within 7 days.

## Article 2: Review

1. %s

## Article 3: Meetings

1. The Parties shall meet every week.
"""


def found(sentence: str) -> list[tuple[str, str]]:
    findings = check(parse(TEXT % sentence)).findings
    return [(each.code, each.quote) for each in findings if each.code in ("L4.article-missing", "L5.unclosed")]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Article 1, paragraph 2", None),
        ("paragraph 2 of Article 1", None),
        ("Article 1, paragraph 3", "Article 1, paragraph 3"),
        ("paragraph 3 of Article 1", "paragraph 3 of Article 1"),
        ("Article 1, paragraph 3, of the Treaty of Tarn", None),
    ],
)
def test_a_paragraph_of_an_article_is_looked_for_in_that_article(words: str, missing: str | None) -> None:
    told = found(f"The Parties shall review {words}, every year.")
    assert told == ([("L4.article-missing", missing)] if missing else [])


def test_a_bracket_that_only_names_its_owner_may_stand_open_too() -> None:
    assert found("Each Party shall report it [KES: within 7 days.") == [("L5.unclosed", "[KES:")]
    assert found("Each Party shall report it [KES: within 7 days | ORL: at once].") == []
    assert found("Each Party shall report it [sic] within 7 days.") == []


def test_a_bracket_of_any_kind_is_closed_in_its_paragraph() -> None:
    assert found("Each Party shall show the cellars [on request, by D+3.") == [("L5.unclosed", "[")]
    assert found("Each Party shall show the cellars [on [written] request], by D+3.") == []
    assert found("Each Party shall " + "[" * 5_000) == [("L5.unclosed", "[")], "told once, in a time that grows evenly"


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("point 1.2", None),
        ("point 1(2)", None),
        ("points 1.1 and 1.2", None),
        ("point 1.3", "point 1.3"),
        ("Points 1 to 3", None),
    ],
)
def test_a_point_of_a_point_is_called_with_a_full_stop_as_well(words: str, missing: str | None) -> None:
    text = TEXT.replace("Article", "Point") % f"The Parties shall apply {words} from 3 May 2031."
    findings = [each.quote for each in check(parse(text)).findings if each.code == "L4.article-missing"]
    assert findings == ([missing] if missing else [])


@pytest.mark.parametrize(("cited", "missing"), [("Article 4", False), ("Article 1", False), ("Article 9", True)])
def test_an_article_that_is_only_a_heading_exists(cited, missing):
    text = (
        "## Article 1. Fire\n\n1. No Party shall fire.\n\n2. No Party shall shell.\n\n## Article 4. Inquiry\n\n"
        f"A Party may ask for an inquiry into a breach of {cited}.\n"
    )
    found = [one for one in check(parse(TEXT.partition("## ")[0] + text)).findings if one.code == "L4.article-missing"]
    assert bool(found) is missing


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("A Party shall ask for it within 2 days of the meeting of Article 1.", "the meeting of Article 1"),
        ("Each Party shall name the prisoners of Article 3 by 3 May 2031.", "the prisoners of Article 3"),
        ("Each Party shall name the prisoners of Article 1 by 3 May 2031.", None),
        ("Each Party shall report the meetings of Article 3 by 3 May 2031.", None),
        ("Each Party shall keep the terms of Article 3 until 3 May 2031.", None),
        ("Each Party shall keep the prisoners of Article 3 of the Treaty of Tarn until 3 May 2031.", None),
        ("Each Party shall feed the horses of Article 3 until 3 May 2031.", None),  # nowhere else are horses
    ],
)
def test_what_a_reference_is_said_to_point_at_stands_there(words: str, moved: str | None) -> None:
    findings = [each.quote for each in check(parse(TEXT % words)).findings if each.code == "L4.moved"]
    assert findings == ([moved] if moved else [])


def test_articles_that_were_put_in_between_are_cited_by_their_letter_or_bis() -> None:
    stop = "Kestria shall stop firing by D+3."
    text = f"1. {stop}\n\n2. {stop}\n\n2a. {stop}\n\n2 bis. {stop}\n\n3. Articles 2a and 2 bis end on D+9.{{}}\n"
    missing = [
        [each.quote for each in check(parse(text.format(more))).findings if each.code == "L4.article-missing"]
        for more in ("", " Article 2b and Article 1 bis end on D+8.")
    ]
    assert missing == [[], ["Article 2b", "Article 1 bis"]]


def test_points_that_carry_their_number_and_letter_are_cited_by_both() -> None:
    text = (
        "## Point 4. What stops\n\nFrom D-day, Kestria must not:\n\n4a. Shell Velm.\n\n4b. Bomb Velm.\n\n"
        "## Point 5. Flights\n\n5a. Point 4b holds at night, and Point 4e by day.\n"
    )
    found = [each.quote for each in check(parse(text)).findings if each.code == "L4.article-missing"]
    assert found == ["Point 4e"]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Clause First, paragraph II", None),
        ("paragraphs I and II of Clause First", None),
        ("Clause First, paragraph III", "Clause First, paragraph III"),
        ("paragraph IV of Clause First", "paragraph IV of Clause First"),
        ("Clauses First and Second", None),
        ("Clause Sixth", "Clause Sixth"),
        ("point 3b", None),
        ("points 3a to 3b", None),
        ("point 3d", "point 3d"),
    ],
)
def test_ordinals_and_letters_of_a_point_are_looked_for(words: str, missing: str | None) -> None:
    text = (
        "---\ntitle: T\n---\n\n## CLAUSE FIRST. Of arms\n\nI. Kestria shall stop.\n\nII. Orlund shall stop.\n\n"
        "## CLAUSE SECOND. Of the end\n\nKestria shall leave.\n\n## CLAUSE THIRD. Of bans\n\nNobody may:\n\n"
        "a. fire;\n\nb. dig.\n\n## CLAUSE FOURTH. The rest\n\nI. The Parties shall review {} every year.\n"
    )
    told = [each.quote for each in check(parse(text.format(words))).findings if each.code == "L4.article-missing"]
    assert told == ([missing] if missing else [])
