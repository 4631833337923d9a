"""Positions on a terminal: eighty columns, what moved, what contradicts, what only others tell, and the tone."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.briefing.terminal import show
from parley.model import (
    Contradiction,
    EventStatus,
    Every,
    Interval,
    Move,
    Position,
    PositionChange,
    PositionsOutput,
    Ref,
    Stance,
    Tone,
    ToneEvent,
    TonePeriod,
    Voice,
)

DAY = Interval(earliest=dt.date(2031, 3, 6), latest=dt.date(2031, 3, 6))
KES, ORL = Ref(id="KES", name="Kestria"), Ref(id="ORL", name="Orlavia")
MOVE = {
    "from_": Stance.OPPOSES,
    "to": Stance.DEMANDS,
    "date": DAY,
    "statement": "s2",
    "speaker": Ref(id="BREL", name="Ana Brel"),
}
OPTION = "after-inspection-by-the-joint-verification-commission"


def cell(**more: object) -> Position:
    fields = {"option": OPTION, "stance": Stance.DEMANDS, "since": DAY, **more}
    return Position(party="KES", issue="ships", **fields)


@pytest.fixture
def shown(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")

    def shown(output: PositionsOutput, **options: object) -> str:
        show(output, **options)
        out = capsys.readouterr().out
        assert max(len(line) for line in out.splitlines()) <= 80
        return " ".join(out.replace("│", " ").split())

    return shown


def test_a_stance_stands_beside_the_one_before(shown) -> None:
    words = shown(PositionsOutput(cells=(cell(option="none", history=(Move(**MOVE),)),)))
    assert "KES none demands (was opposes) 2031-03-06" in words


def test_hearsay_and_contradictions_are_marked(shown) -> None:
    split = Contradiction(date=DAY, stances=(Stance.OPPOSES, Stance.DEMANDS), statements=("s1", "s2"))
    words = shown(PositionsOutput(cells=(cell(second_hand=True), cell(stance=Stance.UNCLEAR, contradictions=(split,)))))
    assert "demands, others say" in words
    assert "contradictory" in words
    assert "KES opposes and demands" in words
    assert "at one time (2031-03-06): s1, s2" in words


def test_the_newest_words_are_told_to_be_unclear_and_the_words_of_others_counted(shown) -> None:
    said = Voice(statement="s1", stance=Stance.SUPPORTS)
    denied = Voice(statement="s2", stance=Stance.UNCLEAR)
    told = Voice(statement="s3", stance=Stance.OPPOSES, hearsay=True)
    voices = (said, denied, told)
    words = shown(
        PositionsOutput(cells=(cell(option="x", stance=Stance.SUPPORTS, voices=voices, statements=("s1", "s2", "s3")),))
    )
    assert "supports, later unclear" in words
    assert "3 (1 not its own)" in words


def test_what_somebody_unnamed_says_is_told_as_such(shown) -> None:
    unnamed = Voice(statement="s1", stance=Stance.SUPPORTS, unattributed=True)
    assert "supports, somebody unnamed says" in shown(
        PositionsOutput(cells=(cell(option="x", stance=Stance.SUPPORTS, second_hand=True, voices=(unnamed,)),))
    )


def test_what_moved_and_by_whom(shown) -> None:
    change = PositionChange(party="KES", issue="ships", option=OPTION, doubts=("It was said by the deputy.",), **MOVE)
    words = shown(PositionsOutput(changes=(change,), since=dt.date(2031, 3, 1)), changes=True)
    assert "What moved on ships since 2031-03-01" in words
    assert "opposes → demands" in words
    assert "Ana Brel" in words
    assert "deputy" in words


def test_nothing_moved(shown) -> None:
    assert shown(PositionsOutput(since=dt.date(2031, 3, 1)), changes=True) == "What moved since 2031-03-01: none"


def test_tone_shows_each_event_and_what_it_does_not_say(shown) -> None:
    event = ToneEvent(event="e1", document="d", cameo="112", value=-2, interval=DAY, by_paper=True, words="accused")
    period = TonePeriod(
        period="2031-W10",
        earliest=DAY.earliest,
        latest=DAY.latest,
        status=EventStatus.HAPPENED,
        number=1,
        mean=-2,
        lowest=-2,
        highest=-2,
        may_repeat=1,
        events=(event,),
    )
    tone = Tone(actor=KES, recipient=ORL, every=Every.WEEK, scale="A scale", periods=(period,), unreal=("e2",))
    words = shown(PositionsOutput(tone=tone))
    for part in (
        "Kestria towards Orlavia",
        "2031-W10 happened 1 -2.0 -2.0 -2.0 too few to say",
        "2031-W10 -2.0 112 e1 “accused”, day of the paper",
        "may count it several times",
        "Not counted, for they are hypothetical or denied: e2.",
        "Scale: A scale.",
    ):
        assert part in words


def test_no_event_between_two_is_said(shown) -> None:
    tone = Tone(actor=KES, recipient=ORL, every=Every.MONTH, scale="A scale")
    assert "No event between the two counts in any month." in shown(PositionsOutput(tone=tone))
