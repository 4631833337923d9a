"""Issues: statements are tagged by key words, titles and options, whatever their inflection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Condition, Issue, Option, Span, Statement
from parley.reading.statements.issues import Words, speaks_to, stem, tag_issues

PRISONERS = Issue(id="prisoners", title="Release of prisoners of war", keywords=("prisoner", "captive"))
DISTANCE = Issue(
    id="distance",
    title="Withdrawal of heavy weapons",
    keywords=("howitzer",),
    options=(Option(id="15", text="15 km", keywords=("fifteen kilometres",)),),
)
TRUCE = Issue(id="truce", title="Length of the truce", keywords=("cease-fire",))


def said(words: str, **more: object) -> Statement:
    return Statement(id="s1", document="d", content=(Span(start=0, end=len(words), exact=words),), **more)


class TestWords:
    @pytest.mark.parametrize(
        "forms",
        [
            ("prisoner", "prisoners", "prisoner's", "Prisoners’"),
            ("withdraw", "withdrawal", "withdrew", "withdrawn", "withdrawing"),
            ("deploy", "deployment", "deployed"),
            ("exchange", "exchanges", "exchanging"),
        ],
    )
    def test_inflections_share_a_stem(self, forms: tuple[str, ...]) -> None:
        assert len({stem(form) for form in forms}) == 1

    @pytest.mark.parametrize(
        ("one", "other"), [("all", "ally"), ("general", "gene"), ("port", "portal"), ("aid", "aide")]
    )
    def test_other_words_do_not(self, one: str, other: str) -> None:
        assert stem(one) != stem(other)

    @pytest.mark.parametrize("text", ["a cease-fire now", "the ceasefire", "cease fire!", "Two cease-fires"])
    def test_hyphens_do_not_matter(self, text: str) -> None:
        (place,) = Words(text).find("cease-fire")
        assert text[slice(*place)].casefold().startswith("cease")

    def test_a_phrase_is_found_word_by_word(self) -> None:
        text = "the exchanges of prisoners"
        assert [text[slice(*place)] for place in Words(text).find("exchange of prisoners")] == [
            "exchanges of prisoners"
        ]
        assert Words("prisoners of the exchange").find("exchange of prisoners") == []

    @given(st.text(max_size=60), st.text(max_size=20))
    def test_places_lie_in_the_text(self, text: str, phrase: str) -> None:
        assert all(0 <= start < end <= len(text) for start, end in Words(text).find(phrase))


class TestTagging:
    @pytest.mark.parametrize(
        ("words", "issues"),
        [
            ("that all captives be freed", ("prisoners",)),
            ("that it withdrew its heaviest weapons", ()),
            ("a withdrawal of every heavy weapon", ("distance",)),
            ("no nearer than fifteen kilometres", ("distance",)),
            ("howitzers for prisoners", ("prisoners", "distance")),
            ("that a ceasefire begin", ("truce",)),
            ("that it rained", ()),
        ],
    )
    def test_by_key_words_titles_and_options(self, words: str, issues: tuple[str, ...]) -> None:
        (tagged,) = tag_issues([said(words)], [PRISONERS, DISTANCE, TRUCE])
        assert tagged.issues == issues

    def test_a_condition_counts_as_said(self) -> None:
        statement = said("that it would sign", conditions=(Condition(cue="if", words="all captives come home"),))
        (tagged,) = tag_issues([statement], [PRISONERS])
        assert tagged.issues == ("prisoners",)

    def test_tags_that_a_person_set_stay(self) -> None:
        (tagged,) = tag_issues([said("that it rained", issues=("weather",))], [PRISONERS])
        assert tagged.issues == ("weather",)

    def test_an_issue_without_words_is_never_spoken_to(self) -> None:
        assert not speaks_to("anything at all", Issue(id="x", title=""))

    def test_nothing_else_of_a_statement_changes(self) -> None:
        statement = said("that all captives be freed")
        (tagged,) = tag_issues([statement], [PRISONERS])
        assert tagged.replace(issues=()) == statement
