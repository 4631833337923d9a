import pytest

from parley.text.citing import Cited, provisions_cited


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Article 5", ("5",)),
        ("Articles 1 to 4 and 7", ("1", "2", "3", "4", "7")),
        ("paragraphs 4(a), 4(b) or 6.2", ("4(a)", "4(b)", "6.2")),
        ("points 2–4", ("2", "3", "4")),
        ("Art. 3, and 5", ("3", "5")),
        ("rule 12b", ("12b",)),
        ("clause 8.2.1(iv)", ("8.2.1(iv)",)),
        ("ARTICLES 9 through 11", ("9", "10", "11")),
        ("provisions 2.1 to 2.3", ("2.1", "2.3")),
        ("Articles II to IV and IX", ("2", "3", "4", "9")),
        ("point XII.3", ("12.3",)),
        ("§ 4(2)", ("4(2)",)),
        ("§§ 3 to 5", ("3", "4", "5")),
    ],
)
def test_numbers_are_told_as_said_and_ranges_written_out(words, numbers):
    (cited,) = provisions_cited(f"The duties of {words} begin on D-day.")
    assert cited.numbers == numbers


def test_a_reference_tells_its_place_and_kind():
    words = "Subject to paragraphs 2 and 3 of Article 7, patrols go on."
    assert list(provisions_cited(words)) == [
        Cited(11, 29, "paragraphs", ("2", "3")),
        Cited(33, 42, "Article", ("7",)),
    ]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("Article 3 and 14 days later", ("3",)), ("Article 3, 20 km from the line", ("3",))],
)
def test_a_length_of_time_or_way_is_no_number_of_a_provision(words, numbers):
    (cited,) = provisions_cited(words)
    assert cited.numbers == numbers


@pytest.mark.parametrize("words", ["an article of faith", "two articles", "particles 5", "", "article"])
def test_words_without_a_number_cite_nothing(words):
    assert not list(provisions_cited(words))


def test_a_range_of_any_width_names_a_bounded_number_of_provisions():
    (cited,) = provisions_cited("Articles 1 to 9999")
    assert len(cited.numbers) == 201


def test_a_range_that_runs_backwards_names_its_ends():
    (cited,) = provisions_cited("Articles 7 to 3")
    assert cited.numbers == ("7", "3")
