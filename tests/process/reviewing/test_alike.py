"""Which statements are offered as saying the same: who and what count as much as words, and the near come first."""

from __future__ import annotations

import datetime as dt

from parley.model import Act, Ref, Span, Statement
from parley.process.reviewing.alike import Said, alike

KES, ORL = Ref(id="KES", name="Kestria"), Ref(id="ORL", name="Orlavia")
MARCH = dt.date(2031, 3, 1)


def said(
    id: str,
    words: str,
    speaker: Ref | None = KES,
    day: int = 6,
    act: Act = Act.DEMAND,
    issues: tuple[str, ...] = (),
    document: str | None = None,
) -> Said:
    paper = document or id
    content = (Span(document=paper, start=0, end=len(words), exact=words),)
    statement = Statement(id=id, document=paper, speaker=speaker, act=act, content=content, issues=issues)
    party = frozenset({speaker.id} if speaker and speaker.id else ())
    return Said(statement, party, MARCH.replace(day=day))


def ranked(one: Said, *others: Said) -> list[str]:
    return [each.id for each in alike(one, others)]


ONE = said("one", "all prisoners come home at once", issues=("prisoners",))


def test_the_same_speaker_with_few_common_words_comes_before_another_with_many() -> None:
    other = said("other", "all prisoners come home at once", ORL)
    mine = said("mine", "we ask for our prisoners", issues=("prisoners",))
    assert ranked(ONE, other, mine) == ["mine", "other"]


def test_the_same_issue_by_the_same_speaker_needs_no_common_word() -> None:
    assert ranked(ONE, said("mine", "our detainees", issues=("prisoners",)), said("theirs", "rain", ORL)) == ["mine"]


def test_one_of_the_same_party_comes_before_one_of_another() -> None:
    oskeld = said("minister", "prisoners first", Ref(id="OSK", name="Oskeld"))
    minister = Said(oskeld.statement, frozenset({"KES"}), oskeld.day)
    assert ranked(ONE, said("theirs", "prisoners first", ORL), minister) == ["minister", "theirs"]


def test_of_like_ones_the_near_come_first_and_nine_at_the_most() -> None:
    days = [31, 5, 20, 6]
    assert ranked(ONE, *(said(str(day), "all prisoners", day=day) for day in days)) == ["6", "5", "20", "31"]
    assert len(ranked(ONE, *(said(str(n), "all prisoners") for n in range(20)))) == 9


def test_what_it_does_counts_too() -> None:
    assert ranked(ONE, said("b", "all prisoners", act=Act.REJECT), said("a", "all prisoners")) == ["a", "b"]


def test_nobody_named_is_alike_by_the_name_as_written() -> None:
    envoy, other = Ref(id=None, name="an envoy"), Ref(id=None, name="a driver")
    one = said("one", "prisoners first", envoy)
    assert ranked(one, said("b", "prisoners first", other), said("a", "prisoners first", envoy)) == ["a", "b"]


def test_what_it_is_told_in_is_no_candidate() -> None:
    assert ranked(said("in", "all prisoners", document="d"), said("out", "that all prisoners", document="d")) == []
