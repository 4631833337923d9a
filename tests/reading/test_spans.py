"""At the door: whatever the text, the reading comes, and each of its spans is the text's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from parley.model import Reading, Span
from parley.model.value import Value
from parley.reading import read
from reading.papers import ACTORS, paper

WORDS = tuple(
    re.findall(
        r"\w+",
        "Kestria Orlavia Hoffman he she it they who minister spokesman said told agreed denied insists suspended "
        "resumed will met shelled proposed accepts offer demand report ceasefire aid intelligence prisoners talks and "
        "or but that if unless until not never the a of to with in after before once might reportedly is was be been",
    )
)
PHRASES = (
    "Anna Hoffman",
    "according to",
    "provided that",
    "in return for",
    "the former",
    "both sides",
    "a senior official",
    "on the same day",
    "on 6 March 2031",
    "at 10:15",
    "next week",
    "late last month",
    "Foreign Minister Peter Larsen",
    "its proposal that",
    "the suspension of aid",
    "will meet in Oslo on Friday",
    "LINDHOLT -",
    "the White House",
)
MARKS = (*".,:;?!-—()[]#*|", "...", "\n", "\n\n", "\r\n", "\t", "“", "”", '"', "'", "‘", "’", "«", "»", "„", "``", "''")
OTHERS = (
    "Кестрія",
    "заявила, що",
    "«мир»",
    "قالت",
    "السلام",
    "، ",
    "🕊️",
    "👩🏽‍⚖️",
    "e\u0301",
    "\u200f",
    "\u2028",
    "\x00",
    "\x0b",
    "\ufeff",
    "ﬁ",
    "İ",
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(PHRASES),
    st.sampled_from(MARKS),
    st.sampled_from(OTHERS),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from((" ", " ", " ", ""))), max_size=60).map(
    lambda parts: "".join(piece + space for piece, space in parts)
)


def spans_of(value: object) -> Iterator[Span]:
    """All spans that a value holds, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from spans_of(each)


@given(TEXTS)
def test_every_span_of_every_part_is_the_words_that_stand_there(text: str) -> None:
    document = paper(text)
    for span in spans_of(read(document, ACTORS)):
        assert span.exact == document.text[span.start : span.end]
        assert span.document == document.id


def test_the_walk_over_a_reading_meets_every_part() -> None:
    """Guards the property above: a reading whose spans the walk overlooked would hold it for nothing."""
    text = (
        "Kestria said on Monday that it would reportedly withdraw if Orlavia opened the road. "
        "Orlavia suspended aid to Kestria until the prisoners are released. "
        "The ministers of Kestria and Orlavia will meet in Lindholt on 20 March 2031."
    )
    reading: Reading = read(paper(text), ACTORS)
    (said,) = reading.statements
    (measure,) = reading.measures
    (meeting,) = reading.meetings
    parts = [*said.source, *said.cue, *said.content, *said.hedges, *said.conditions[0].spans]
    parts += [*measure.spans, *measure.conditions[0].spans, *meeting.spans, *reading.events[0].spans]
    parts += [time.span for time in reading.times]
    assert len(parts) >= 10
    assert {(span.start, span.end) for span in parts} <= {(s.start, s.end) for s in spans_of(reading)}
