"""Minutes tell of their own meeting in the heading and in a list of those present."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.model import EventStatus
from parley.reading import read
from reading.papers import ACTORS, paper

MINUTES = """MINUTES OF THE FOURTH MEETING OF THE JOINT COMMISSION
Held at the Customs House, Ostra, on 4 March 2031

Present: Ms. Petra Holm (Kestria), Col. Adan Reeve (Kestria), Mr. Ilmar Tesk (Orlavia), Ambassador Lise Moran (Chair)

The Chair opened the meeting at 10:00.
Ms. Holm said that the army had cleared the bank and asked for a date.
Mr. Tesk replied that Col. Reeve had promised the same in January and asked for written confirmation.
The next meeting will be held on 18 March.
"""


def test_minutes_tell_who_met_where_and_when_and_who_was_in_the_chair() -> None:
    held, planned = read(paper(MINUTES), ACTORS).meetings
    assert held.status is EventStatus.HAPPENED
    assert [ref.id for ref in held.parties] == ["KES", "ORL"]
    assert [ref.id for ref in held.delegates] == ["petra-holm", "adan-reeve", "ilmar-tesk"]
    assert (held.venue, held.window.earliest) == ("the Customs House, Ostra", dt.date(2031, 3, 4))
    assert held.convenor is not None
    assert held.convenor.id == "lise-moran"
    assert planned.status is EventStatus.PLANNED
    assert [ref.id for ref in planned.parties] == ["KES", "ORL"]
    assert planned.window.earliest == dt.date(2031, 3, 18)


def test_in_minutes_who_says_also_asks() -> None:
    told = read(paper(MINUTES), ACTORS).statements
    asked = {s.content[0].exact: s.speaker.id for s in told if s.speaker is not None and s.act.value == "request"}
    assert asked == {"a date": "petra-holm", "written confirmation": "ilmar-tesk"}


def test_a_paper_that_only_speaks_of_minutes_is_no_record() -> None:
    text = "Minutes after the blast in Ostra on 4 March 2031, Petra Holm said that Kestria had left."
    assert read(paper(text), ACTORS).meetings == ()


def test_a_communique_tells_of_the_meeting_whose_subject_is_long() -> None:
    text = (
        "At the invitation of the Government of Halvern, the Foreign Minister of Kestria, Petra Holm, and the Foreign "
        "Minister of Orlavia, Ilmar Tesk, met in Ostra on 6 March 2031. The Ministers agreed to reopen the bridge."
    )
    reading = read(paper(text), ACTORS)
    (meeting,) = reading.meetings
    assert [ref.id for ref in meeting.parties] == ["KES", "ORL"]
    assert meeting.status is EventStatus.HAPPENED
    (statement,) = reading.statements
    assert statement.speaker is not None
    assert {ref.id for ref in statement.speaker.members} == {"petra-holm", "ilmar-tesk"}


def test_a_minister_who_meets_reporters_meets_nobody() -> None:
    text = "Petra Holm, Kestria's foreign minister, met reporters in Ostra on Tuesday."
    assert read(paper(text), ACTORS).meetings == ()


@pytest.mark.parametrize("line", ["Chair: Ms. Lise Moran (Halvern)", "In the chair: Lise Moran"])
def test_who_stands_in_the_line_of_the_chair_sits_on_no_side(line: str) -> None:
    listed = "Present: Petra Holm (Kestria), Ilmar Tesk (Orlavia)"
    for heading in (f"{line}\n{listed}", f"{listed}\n{line}"):
        text = (
            f"MINUTES OF THE FOURTH MEETING\nHeld at Varn, 4 March 2031\n\n{heading}\n\nThe Chair opened the meeting.\n"
        )
        (held,) = read(paper(text), ACTORS).meetings
        assert [ref.id for ref in held.parties] == ["KES", "ORL"]
        assert [ref.name for ref in held.delegates] == ["Petra Holm", "Ilmar Tesk"]
        assert held.convenor is not None
        assert held.convenor.name == "Lise Moran"
