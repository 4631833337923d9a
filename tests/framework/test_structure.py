"""The parts of a text: front matter, provisions and their ids, lists, comments; Markdown and plain text alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.framework import parse
from parley.model import Framework, SentenceForm


def ids(framework: Framework) -> list[str]:
    return [provision.id for provision in framework.provisions]


def spoken(framework: Framework) -> list[tuple[str | None, str]]:
    return [(each.provision, " ".join(each.exact.split())) for each in framework.sentences if each.operative]


def test_front_matter_says_what_prose_cannot() -> None:
    framework = parse(
        "---\ntitle: Truce\nstatus: final\nparties: {NO: Northland, ON: Onland}\nothers: {HAL: Halvern}\n"
        "annexes: {A: annexes/line.geojson}\nd_day: 2031-03-01\n---\n\n1. They meet.\n"
    )
    assert (framework.title, framework.status) == ("Truce", "final")
    assert [(each.id, each.name) for each in framework.parties] == [("NO", "Northland"), ("ON", "Onland")]
    assert framework.others[0].id == "HAL"
    assert framework.annexes[0].path == "annexes/line.geojson"
    assert str(framework.d_day) == "2031-03-01"
    assert framework.problems == ()


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("title: Truce\nparties: {KES: [", "line 3"),
        ("title: Truce\nstatus: perhaps", "status"),
        ("d_day: soon", "d_day"),
        ("parties: KES", "parties"),
        ("colour: red", "'colour'"),
        ("- a\n- b", "list of keys"),
    ],
)
def test_broken_front_matter_is_a_problem_and_the_body_is_read_all_the_same(front: str, said: str) -> None:
    framework = parse(f"---\n{front}\n---\n\n1. The Parties shall meet.\n", "draft.md")
    assert any(said in problem and problem.startswith("draft.md") for problem in framework.problems)
    assert spoken(framework) == [("1", "The Parties shall meet.")]


def test_front_matter_without_an_end_is_a_problem_too() -> None:
    framework = parse("---\ntitle: Truce\n\n1. The Parties shall meet.\n")
    assert framework.title == "Truce"
    assert "line 1" in framework.problems[0]
    assert ids(framework) == ["1"]


def test_d_day_may_be_fixed_in_the_prose() -> None:
    assert str(parse("# T\n\n**D-day** means 1 March 2031.\n").d_day) == "2031-03-01"
    assert parse("# T\n\n**D-day** means the day of signature.\n").d_day is None


def test_a_provision_goes_by_its_word_id_and_keeps_its_number_and_heading() -> None:
    framework = parse(
        "# Truce\n\n## Silence\n\n1. The Parties shall meet. {#meet}\n2. They\n   rest.\n\n## Life\n\n3.1 It ends.\n"
    )
    assert [(each.id, each.number, each.heading) for each in framework.provisions] == [
        ("meet", "1", "Silence"),
        ("2", "2", "Silence"),
        ("3.1", "3.1", "Life"),
    ]
    assert spoken(framework) == [("meet", "The Parties shall meet."), ("2", "They rest."), ("3.1", "It ends.")]
    assert framework.provision("meet") is not None


@pytest.mark.parametrize("word", ["Article", "Section", "Point", "POINT", "Clause", "Rule", "Item"])
def test_articles_may_be_called_otherwise_and_hold_numbers_of_their_own(word: str) -> None:
    framework = parse(
        f"# T\n\n## {word} 1. Silence\n\n1. They rest.\n\n## {word} 2. Life\n\n1. They go.\n2. They come.\n"
    )
    assert ids(framework) == ["1", "1(1)", "2", "2(1)", "2(2)"]


@pytest.mark.parametrize("head", ["## Article 2. Quiet", "## 2. Quiet", "## § 2 Quiet"])
def test_paragraphs_in_brackets_are_numbered_within_their_article(head: str) -> None:
    framework = parse(
        f"---\ntitle: T\n---\n\n{head}\n\n(1) Neither Party shall:\n\n(a) shoot;\n\n(b) shell.\n\n"
        "(2) The Parties meet:\n\n(1) at Velm;\n\n(2) at Pell.\n\n(3) They talk.\n"
    )
    assert ids(framework) == ["2", "2(1)", "2(1)(a)", "2(1)(b)", "2(2)", "2(3)"]


def test_numbers_that_begin_anew_under_each_heading_are_those_of_its_paragraphs() -> None:
    framework = parse(
        "---\ntitle: T\n---\n\n## 1. Words\n\n1. They mean it.\n\n## 2. Quiet\n\n1. They meet.\n\n2. They talk.\n"
    )
    assert ids(framework) == ["1", "1(1)", "2", "2(1)", "2(2)"]


def test_numbers_that_run_on_under_headings_are_those_of_the_text() -> None:
    framework = parse(
        "---\ntitle: T\n---\n\n## 1. Words\n\n1. They mean it.\n\n## 2. Quiet\n\n2. They meet.\n\n3. They talk.\n"
    )
    assert ids(framework) == ["1", "2", "3"]


def test_a_roman_article_and_its_paragraphs_have_one_number() -> None:
    framework = parse("---\ntitle: T\n---\n\n## Point IV. Quiet\n\nIV.1. They meet.\n\nIV.2. They talk.\n")
    assert ids(framework) == ["4", "4.1", "4.2"]


def test_items_of_a_list_are_provisions_of_their_own_within_the_one_that_introduces_them() -> None:
    framework = parse(
        "# T\n\n2. The Parties shall:\n   (a) meet; {#meet}\n   (b) rest, and\n       (i) sleep.\n\n3. They go.\n"
    )
    assert ids(framework) == ["2", "meet", "2(b)", "2(b)(i)", "3"]
    two = framework.provision("2")
    last = framework.provision("2(b)(i)")
    assert two is not None
    assert last is not None
    assert two.start < last.start < last.end <= two.end


def test_a_list_within_one_line_falls_apart_likewise() -> None:
    framework = parse("# T\n\n4. The Parties shall: (a) meet by D+1; (b) report by D+2.\n")
    assert ids(framework) == ["4", "4(a)", "4(b)"]


def test_comments_are_skipped_and_one_without_end_is_a_problem() -> None:
    framework = parse("# T\n\n1. They meet. <!-- 2. Not\n\n3. this -->\n\n4. They rest.\n")
    assert ids(framework) == ["1", "4"]
    assert "line 3" in parse("# T\n\n1. They <!-- meet.\n").problems[0]


def test_a_word_id_that_stands_twice_is_a_problem() -> None:
    framework = parse("# T\n\n1. They meet. {#a}\n\n2. They rest. {#a}\n")
    assert ids(framework) == ["a", "2"]
    assert "'#a'" in framework.problems[0]


def test_numbers_of_a_plain_text_may_trail_the_line_before() -> None:
    framework = parse(
        "Heads of agreement 1.\nThe Parties shall meet. 2.\nThey shall rest on 3 May. 3. They shall part.\n"
    )
    assert spoken(framework) == [
        ("1", "The Parties shall meet."),
        ("2", "They shall rest on 3 May."),
        ("3", "They shall part."),
    ]


def test_items_that_end_with_a_full_stop_are_items_and_nested_ones_end_with_their_list() -> None:
    framework = parse(
        "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n## What stops\n\n- From D-day no Party shall:\n"
        "  - lay mines;\n  - cross the river.\n- Each Party shall send its orders by D+1.\n- Kestria pays by D+2.\n"
    )
    assert [words for _, words in spoken(framework)] == [
        "From D-day no Party shall:", "lay mines;", "cross the river.",
        "Each Party shall send its orders by D+1.", "Kestria pays by D+2.",
    ]  # fmt: skip
    bearers = [each.obligations[0].modality.value for each in framework.sentences if each.obligations]
    assert bearers == ["must not", "must not", "must", "must"]


def test_the_title_of_an_article_may_run_into_its_first_sentence() -> None:
    framework = parse(
        "PART I SILENCE Article One The Guns The Parties shall meet.\nThey rest.\nArticle Two Life\nIt ends.\n"
    )
    assert ids(framework) == ["1", "2"]
    assert spoken(framework) == [("1", "The Parties shall meet."), ("1", "They rest."), ("2", "It ends.")]


def test_parties_of_a_plain_text_are_taken_where_it_says_them_plainly() -> None:
    framework = parse("Truce between the Republic of Kestria and Orlavia.\n1. The Parties shall meet.\n")
    assert [(each.id, each.name) for each in framework.parties] == [
        ("Kestria", "Republic of Kestria"),
        ("Orlavia", "Orlavia"),
    ]
    named = parse(
        'WHEREAS the Kestrian Front (KF) and the Orlavian League (OL), collectively referred to as "the Parties";\n'
        "1. The Parties shall meet.\n"
    )
    assert [each.id for each in named.parties] == ["KF", "OL"]
    assert parse("1. The Parties shall meet.\n").parties == ()


def test_preamble_headings_and_signatures_are_not_operative() -> None:
    framework = parse(
        "# T\n\nRecalling the past,\n\n## A\n\n1. The Parties shall meet.\n\nDone at Halvern.\n\nFor Kestria\n"
    )
    forms = {" ".join(each.exact.split()): each.form for each in framework.sentences}
    assert forms.pop("The Parties shall meet.") is not SentenceForm.NOT_OPERATIVE
    assert set(forms.values()) == {SentenceForm.NOT_OPERATIVE}


def test_offsets_are_those_of_the_file_whatever_its_line_ends() -> None:
    text = "\ufeff---\r\ntitle: T\r\n---\r\n\r\n1. The Parties\r\n   shall meet.\r\n"
    (sentence,) = (each for each in parse(text).sentences if each.operative)
    assert text[sentence.start : sentence.end] == sentence.exact == "The Parties\r\n   shall meet."


@given(st.lists(st.sampled_from(["1. ", "2. ", "(a) ", "- ", "# T", "Article 4 ", "The Parties shall ", "meet", ".", ";", ":", "\n", "\n\n", " {#x}", "---\n", "[#a KES: b | ORL: c]", "é🙂"]), max_size=30))  # fmt: skip # noqa: E501
def test_no_text_is_refused_and_sentences_are_exact_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    framework = parse(text)
    assert framework.text == text
    end = 0
    for sentence in framework.sentences:
        assert text[sentence.start : sentence.end] == sentence.exact
        assert sentence.start >= end
        end = sentence.end
        for obligation in sentence.obligations:
            for span in (
                obligation.sentence,
                *(s for slot in (obligation.act, obligation.bearer) if slot for s in slot.spans),
            ):
                assert text[span.start : span.end] == span.exact


def test_paragraphs_may_carry_the_letter_of_their_section() -> None:
    read = parse(
        "## Section B. Fire\n\nB.1. The Parties shall cease fire.\n\nB.2. The Parties shall meet by D+2.\n", "f.md"
    )
    assert [each.number for each in read.provisions if each.number] == ["B.1", "B.2"]
    assert [each.provision for each in read.sentences if each.obligations] == ["B.1", "B.2"]


def test_a_term_may_be_bold_within_its_quotation_marks() -> None:
    (definition,) = parse('"**Median**" means the line in Annex A;\n', "f.md").definitions
    assert definition.term == "Median"


def test_numbers_may_stand_under_a_sign_and_run_on_from_chapter_to_chapter() -> None:
    read = parse(
        "# T\n\n## Section I. Fire\n\n§ 1. The Parties shall cease fire.\n\n## Section II. Talks\n\n§ 2. The "
        "Parties shall meet by D+2.\n\n§ 3. The Watch shall verify Sections I and II.\n",
        "f.md",
    )
    assert ids(read) == ["1", "2", "3"]
    assert [each.heading for each in read.provisions] == ["Section I. Fire", "Section II. Talks", "Section II. Talks"]


def test_a_bold_line_heads_what_follows_where_there_is_no_other_heading() -> None:
    read = parse("---\ntitle: T\n---\n\n**First. Who must keep it**\n\n1. The Parties shall cease fire.\n", "f.md")
    assert spoken(read) == [("1", "The Parties shall cease fire.")]
    assert read.provisions[0].heading == "First. Who must keep it"


def test_marked_items_belong_to_the_item_that_introduces_them_and_a_letter_is_none_of_their_words() -> None:
    read = parse(
        "# T\n\n## Weapons\n\n* Each Party shall withdraw: {#back}\n  * (a) its tanks by D+4;\n"
        "  * (b) its guns by D+7;\n  * c) its rockets by D+10.\n* No Party shall fly drones. {#drones}\n",
        "f.md",
    )
    told = [(one.provision, one.object.value.text) for one in read.obligations if one.object]
    assert told == [("back", "its tanks"), ("back", "its guns"), ("back", "its rockets"), ("drones", "drones")]


@pytest.mark.parametrize(
    ("opening", "sentence"),
    [
        ("Kestria and Orlavia, each a Contracting Side, agree:", "Each Contracting Side shall open the port by D+3."),
        ("In this paper each of the two is called a Family.", "Both Families shall open the port by D+3."),
        ('Kestria and Orlavia (hereinafter the "Camps") agree:', "Each Camp shall open the port by D+3."),
    ],
)
def test_a_text_may_have_its_own_word_for_its_parties(opening: str, sentence: str) -> None:
    front = "---\ntitle: T\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n"
    read = parse(f"{front}{opening}\n\n1. {sentence}\n", "f.md")
    (obligation,) = (each for one in read.sentences for each in one.obligations)
    assert obligation.bearer is not None
    assert obligation.bearer.value == ("KES", "ORL")
    assert all(read.text[span.start : span.end] == span.exact for span in obligation.bearer.spans)


def test_a_heading_under_a_letter_or_number_is_the_provision_where_nothing_under_it_has_a_number() -> None:
    read = parse(
        "# T\n\n## A. Fire\n\n* The Parties shall cease fire.\n\n## B. Talks\n\n* They shall meet by D+2.\n", "f.md"
    )
    assert spoken(read) == [("A", "The Parties shall cease fire."), ("B", "They shall meet by D+2.")]
    read = parse("# T\n\n## IV – Fire\n\nThe Parties shall cease fire.\n", "f.md")
    assert spoken(read) == [("4", "The Parties shall cease fire.")]


def test_under_a_heading_of_terms_a_dash_or_a_colon_defines() -> None:
    words = "* **White Roads** – the roads in Annex II.\n* **Depot**: a place in Annex B.\n"
    read = parse(f"# T\n\n## Vocabulary\n\n{words}", "f.md")
    assert [(each.term, each.annex) for each in read.definitions] == [("White Roads", "II"), ("Depot", "B")]
    assert parse(f"# T\n\n## Roads\n\n{words}", "f.md").definitions == ()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "# 1. Terms\n\n1.1. The Sector is the ground in Annex A.\n\n1.2. Major Systems are tanks.",
            ["Sector", "Major Systems"],
        ),
        ("§ 1. Meaning of expressions\n\n(1) Park: a site in Annex B.\n\n(2) The Strip: land.", ["Park", "Strip"]),
        ("# Rule 1. What we mean\n\n* *The Halt*: the end of all firing.", ["Halt"]),
        (
            "1. Words\n\n1.1 A Yard is a place in Annex B.\n\n2. Duties\n\n2.1 The Yard is the place to be guarded.",
            ["Yard"],
        ),
        ("# 1. Terms\n\n1.1. The Sector is closed to vehicles. The Parties are responsible for it.", []),
        ("# 2. Bodies\n\n2.1. The Sector is the ground in Annex A.", []),
    ],
)
def test_where_only_terms_are_explained_they_need_no_mark(text: str, terms: list[str]) -> None:
    assert [each.term for each in parse(text, "f.md").definitions] == terms


def test_who_signs_by_name_is_no_provision() -> None:
    read = parse("1. The Parties shall meet by D+2.\n\nFor the Valley Council: Ansa Korr, Chair\n", "f.md")
    assert spoken(read) == [("1", "The Parties shall meet by D+2.")]


@pytest.mark.parametrize("head", ["## Article {}: Things", "## Things of kind {}"])
def test_paragraphs_in_round_brackets_may_be_numbered_through(head: str) -> None:
    one = "(1) No Party shall fire.\n\n(2) Each Party shall withdraw by D+3."
    two = "(3) The Parties shall meet by D+4 on:\n\n(a) roads;\n\n(b) wells.\n\n(4) No Party shall fly drones."
    read = parse(f"# T\n\n{head.format('I')}\n\n{one}\n\n{head.format('II')}\n\n{two}\n", "f.md")
    said = [(provision.rpartition("(")[2].strip(")"), words) for provision, words in spoken(read)]
    assert ("2", "Each Party shall withdraw by D+3.") in said
    assert ("4", "No Party shall fly drones.") in said
    assert not any(words.startswith("(") for _, words in said)


STOP = "Kestria shall stop firing by D+3."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"1. {STOP}\n\n2. {STOP}\n\n2a. {STOP}\n\n2b. {STOP}\n\n3. {STOP}\n", ["1", "2", "2a", "2b", "3"]),
        (f"1. {STOP}\n2. {STOP}\n2 bis. {STOP}\n3. {STOP}\n", ["1", "2", "2bis", "3"]),
        (f"**2A.** {STOP}\n\n3a) {STOP}\n\n3.2a. {STOP}\n", ["2A", "3a", "3.2a"]),
        (f"### Article 5\n\n{STOP}\n\n### Article 5A. Guns\n\n1. {STOP}\n2. {STOP}\n", ["5", "5A", "5A(1)", "5A(2)"]),
        (f"Article 5\n{STOP}\nArt. 5A {STOP}\nArticle 5 ter\n{STOP}\n", ["5", "5A", "5ter"]),
        ("1. The zone lies\n5m. wide and holds for\n12h. From\n3a.m. it ends.\n\n2. It is small.\n", ["1", "2"]),
        (f"1. {STOP}\n\nArticle 5A shall apply.\n", ["1"]),
    ],
)
def test_a_provision_that_was_put_in_between_has_a_letter_or_bis_behind_its_number(text: str, found: list[str]) -> None:
    assert ids(parse(text)) == found


ORDINAL_CLAUSES = """---
title: T
parties: {NO: Northland, ON: Onland}
---

## CLAUSE FIRST. Of the Parties

I. Northland shall withdraw by D+3.

II. Onland shall withdraw by D+4.

## SECOND. Of the guns

I. Northland shall move its guns by D+5:

a) from Velm;

b) from Pell.

## Third Clause – The end

Onland shall leave Velm by D+9 as Clause First, paragraph II, says.
"""


def test_ordinals_number_clauses_and_roman_numerals_the_paragraphs_in_them() -> None:
    read = parse(ORDINAL_CLAUSES)
    assert ids(read) == ["1", "1(1)", "1(2)", "2", "2(1)", "2(1)(a)", "2(1)(b)", "3"]
    assert spoken(read)[:2] == [
        ("1(1)", "Northland shall withdraw by D+3."),
        ("1(2)", "Onland shall withdraw by D+4."),
    ]


def test_letters_with_a_stop_are_the_letters_of_a_list() -> None:
    read = parse("---\ntitle: T\n---\n\n## 4. What stops\n\nNo soldier may:\n\na. fire;\n\nb. dig.\n")
    assert ids(read) == ["4", "4(a)", "4(b)"]
