import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Span, Target, TargetKind, WrongUsage

PAPER = "Kestria shelled the bridge on Monday, Orlavia said. Kestria denied it."


def target(*words, document="ab12", kind=TargetKind.STATEMENT, text=PAPER):
    return Target.of(kind, document, [Span.of(text, text.index(w), text.index(w) + len(w), document) for w in words])


@given(
    st.sampled_from(TargetKind),
    st.text("0123456789abcdef", min_size=1),
    st.lists(st.tuples(st.integers(0, 99), st.text(min_size=1, max_size=20)), min_size=1),
)
def test_a_target_is_the_same_after_it_was_written_and_read(kind, document, places):
    spans = [Span(start=start, end=start + len(words), exact=words, document=document) for start, words in places]
    named = Target.of(kind, document, spans)
    assert Target.parse(str(named)) == named


@pytest.mark.parametrize("words", ["", "statement", "thing/ab/1-2/0123456789abcdef", "event/ab/1-/0123456789abcdef"])
def test_what_is_no_target_is_refused_with_the_form_it_should_have(words):
    with pytest.raises(WrongUsage, match="KIND/DOCUMENT/START-END/DIGEST"):
        Target.parse(words)


def test_a_target_does_not_repeat_the_words():
    assert "shelled" not in str(target("Kestria shelled the bridge"))


def test_the_same_words_of_another_paper_have_another_digest():
    assert target("Kestria denied it").digest != target("Kestria denied it", document="cd34").digest


def test_a_target_is_found_where_the_reader_now_draws_its_bounds_otherwise():
    before = target("Kestria shelled the bridge on Monday")
    now = [target("Kestria shelled the bridge"), target("Kestria denied it")]
    assert before.found_among(now) == now[0]


def test_a_target_is_found_by_its_words_where_the_text_before_it_grew():
    before, now = target("Kestria denied it"), target("Kestria denied it", text="Read-out. " * 9 + PAPER)
    assert before.found_among([now, target("Orlavia said")]) == now


def test_a_target_is_not_laid_on_something_else():
    before = target("Kestria shelled the bridge on Monday")
    assert before.found_among([target("on Monday")]) is None
    assert before.found_among([target("Kestria shelled the bridge on Monday", kind=TargetKind.EVENT)]) is None
    assert before.found_among([target("Kestria shelled the bridge on Monday", document="cd34")]) is None


def test_of_two_that_fit_equally_well_neither_is_taken():
    before = target("Kestria shelled the bridge")
    twins = [target("Kestria shelled"), target("Kestria shelled", text=PAPER).replace(digest="0" * 16)]
    assert before.found_among(twins) is None
