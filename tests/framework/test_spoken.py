"""Asked of many sentences at once, frames stand in no sentence but those where their concepts are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.framework.checks.concepts import frames
from parley.framework.checks.spoken import Spoken

TOLD = {
    0: {"body": [(0, 4)], "names": [(5, 9)], "public": [(10, 14)]},
    20: {"body": [(0, 4)], "public": [(10, 14)]},
    40: {"party": [(0, 4)], "names": [(5, 9)]},
}


def test_a_frame_may_stand_where_all_its_concepts_are():
    spoken = Spoken(TOLD)
    assert spoken.may_tell(frames(["body names public !without"])) == {0}
    assert spoken.may_tell(frames(["party|body names"])) == {0, 40}
    assert spoken.may_tell(frames(["public>body", "party"])) == {0, 20, 40}
    assert spoken.may_tell(frames(["body tanks", "!party"])) == frozenset()


ONE = st.sampled_from("abcd")
TERM = st.one_of(ONE, st.tuples(ONE, st.sampled_from("|>~"), ONE).map("".join), ONE.map("!{}".format))
SPANS = st.lists(st.tuples(st.integers(0, 90), st.just(3)).map(lambda place: (place[0], sum(place))), max_size=3)


@given(st.lists(TERM, min_size=1, max_size=3), st.lists(st.dictionaries(ONE, SPANS), max_size=4))
def test_no_frame_stands_anywhere_else(terms, told):
    [frame] = frames([" ".join(terms)])
    found = {number for number, hits in enumerate(told) if frame.find(hits)}
    assert found <= Spoken(dict(enumerate(told))).may_tell([frame])
