"""Who is meant in papers of several kinds: communiqués, transcripts, interviews, lists of headlines."""

from __future__ import annotations

import pytest

from papers import reading_of
from parley.model import Reading, Ref


def speakers(reading: Reading) -> list[str | None]:
    return [_of(each.speaker) for each in reading.statements]


def _of(ref: Ref | None) -> str | None:
    if ref is None:
        return None
    return "+".join(each.id or each.of or "" for each in ref.members) if ref.members else ref.id


def test_ministers_of_something_are_no_body_of_that_name() -> None:
    communique = (
        "1. The Ministers of Foreign Affairs of Kestria and Orlavia met in Ostra at the invitation of Halvern.\n\n"
        "2. They welcomed the progress made.\n\n"
        "3. Kestria offered maps. Orlavia asked for time. Halvern praised both. The talks were long.\n\n"
        "4. The Ministers agreed to exchange all prisoners."
    )
    reading = reading_of(communique)
    assert [speakers(reading)[0], speakers(reading)[-1]] == ["KES+ORL", "KES+ORL"]
    (meeting, *_) = reading.meetings
    assert [ref.id for ref in meeting.parties] == ["KES", "ORL"]


def test_people_of_a_trade_are_no_body_of_that_name() -> None:
    (statement,) = reading_of("Farmers downstream said the closure had cost them the spring sowing.").statements
    assert statement.speaker == Ref(id=None, name="Farmers")


@pytest.mark.parametrize("bracket", [" (Foreign Minister of Kestria)", ""])
def test_who_takes_a_turn_by_surname_is_who_took_one_in_full(bracket: str) -> None:
    transcript = (
        "MODERATOR: Is the truce dead?\n\n"
        f"ANDRIS VOLK{bracket}: No. It can be healed.\n\n"
        "MODERATOR: How?\n\n"
        "VOLK: By talking."
    )
    reading = reading_of(transcript)
    assert speakers(reading) == [None, "andris-volk", None, "andris-volk"]
    (volk,) = (actor for actor in reading.actors if actor.id == "andris-volk")
    assert [(each.to, each.post) for each in volk.affiliations] == ([("KES", "foreign minister")] if bracket else [])


def test_the_fields_of_a_form_are_no_persons() -> None:
    form = "Key Points: two roads were opened.\n\nNext Steps: lists will be exchanged.\n\nKey Points: none."
    assert not [actor for actor in reading_of(form).actors if actor.kind.value == "person"]


def test_who_spoke_to_the_paper_answers_its_questions() -> None:
    interview = (
        "Talia Oram has led the delegation since November. She spoke to the Ostra Courier.\n\n"
        "Q: What happened?\n\nA: They walked out.\n\nQ: Why?\n\nA: Ask them."
    )
    assert speakers(reading_of(interview)) == [None, "talia-oram", None, "talia-oram"]


def test_whoever_saw_the_letter_did_not_write_it() -> None:
    text = "In a letter seen by Coastal News, Halvern's president, Oda Fenn, urged both sides to accept a mission."
    assert speakers(reading_of(text)) == ["oda-fenn"]


def test_your_note_is_that_of_the_one_to_whom_the_letter_is_written() -> None:
    letter = (
        "To: Mr Andris Volk, Minister of Foreign Affairs of Kestria\n\nDear Minister,\n\n"
        "Your note asks us to return the vessel Meridian.\n\nYours sincerely,\n\nPetra Lund\n"
        "Minister of Foreign Affairs of Orlavia"
    )
    assert speakers(reading_of(letter)) == ["andris-volk"]
