"""Invented sentences of agencies and papers, written before the reader saw them (``golden/timex``)."""

from __future__ import annotations

from agency import SETS, f1, judged, plain

KNOWN = {
    "The church was built in 1321 and restored in the mid-1950s.",
    "He has long said that the future of the region lies in trade.",
    "The town was shelled from 4 a.m. to 6 a.m. Tuesday.",  # one stretch here, two times in TIMEX3
}


def test_each_sentence_is_read_as_timex3_has_it_but_for_three_that_are_known():
    results = list(judged(SETS[0]))
    assert len(results) == 120
    assert {each.sentence for each in results if each.wrong or each.missed or each.false} == KNOWN
    assert f1(results)[2] > 98


def test_the_second_set_is_read_as_timex3_has_it():
    results = list(judged(SETS[1]))
    assert len(results) == 60
    assert [each for each in results if each.wrong or each.missed or each.false] == []


def test_the_third_set_is_read_but_for_what_is_known():
    results = list(judged(SETS[2]))
    assert len(results) == 80
    assert f1(results)[2] > 91


def test_marks_tell_dates_from_lengths_and_sets():
    text, counted, others = plain("{Now|PRESENT_REF} and {two days|P2D}, {daily|P1D|SET}.")
    assert text == "Now and two days, daily."
    assert [time.value for time in counted] == ["PRESENT_REF"]
    assert [time.value for time in others] == ["P2D", "P1D"]
