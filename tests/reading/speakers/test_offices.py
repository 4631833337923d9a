"""Who speaks where an office, a pronoun or a seat of government stands for a name."""

from __future__ import annotations

import pytest

from parley.model import Actor, ActorKind, Affiliation, Statement
from parley.reading import read
from reading.papers import ACTORS, paper, statements, words

PRESIDENT = Actor(
    id="ILVA", name="Ilva Tress", kind=ActorKind.PERSON, affiliations=(Affiliation(to="KES", post="president"),)
)
MINISTER = Actor(
    id="OREN", name="Oren Halm", kind=ActorKind.PERSON, affiliations=(Affiliation(to="KES", post="foreign minister"),)
)
RIVAL = Actor(
    id="SELA", name="Sela Marsh", kind=ActorKind.PERSON, affiliations=(Affiliation(to="ORL", post="foreign minister"),)
)
PEOPLE = (*ACTORS, PRESIDENT, MINISTER, RIVAL)


def issued(text: str, publisher: str | None, *actors: Actor) -> tuple[Statement, ...]:
    return read(paper(text).model_copy(update={"publisher": publisher}), actors or PEOPLE).statements


def speaker(statement: Statement) -> str | None:
    return statement.speaker.id if statement.speaker else None


def test_an_office_is_its_one_holder_in_the_process() -> None:
    (said,) = issued("The president said that the road was open.", None)
    assert speaker(said) == "ILVA"
    assert said.doubts


def test_in_a_governments_own_paper_the_minister_is_its_own() -> None:
    text = "The minister said that the road was open."
    assert [speaker(each) for each in issued(text, "Office of the Government of Kestria")] == ["OREN"]
    assert [speaker(each) for each in issued(text, "Ministry of Foreign Affairs of Orlavia")] == ["SELA"]


def test_of_two_ministers_none_is_meant_where_nothing_tells() -> None:
    assert [speaker(each) for each in issued("The minister said that the road was open.", "The Courier")] == [None]


def test_a_country_tells_which_minister_it_is() -> None:
    assert [speaker(each) for each in issued("The Orlavian minister said that it was late.", None)] == ["SELA"]


def test_a_pronoun_may_mean_a_person_of_the_process() -> None:
    *_, said = issued("Ilva Tress opened the meeting. She said that the road was open.", None)
    assert (speaker(said), words(said, "source")) == ("ILVA", ["She"])


def test_a_pronoun_may_mean_whom_an_office_meant() -> None:
    text = "The president opened the meeting. “We are ready to talk,” she said."
    assert [speaker(each) for each in issued(text, None)] == ["ILVA"]


def test_a_story_of_one_person_is_followed_from_pronoun_to_pronoun() -> None:
    text = (
        "Oren Halm spoke in Lindholt. He looked tired. He had slept little. His voice was low. "
        "He said that the road was open."
    )
    assert [speaker(each) for each in issued(text, None)] == ["OREN"]


def test_a_place_where_he_spoke_is_not_who_spoke() -> None:
    text = "Oren Halm met reporters in Caldrin. He also said that the road was open."
    assert [speaker(each) for each in issued(text, None)] == ["OREN"]


def test_the_former_and_the_latter_are_the_two_just_named() -> None:
    text = "Oren Halm met Sela Marsh. The former said that it was late; the latter said that it was early."
    assert [speaker(each) for each in issued(text, None)] == ["OREN", "SELA"]


def test_it_is_the_body_of_which_the_sentence_before_spoke() -> None:
    text = "The Commission visited the crossing. It said that the road was open."
    assert [speaker(each) for each in statements(text)] == ["JVC"]


def test_a_ministry_speaks_for_its_state() -> None:
    (said,) = statements("The Kestrian defence ministry said that the road was open.")
    assert speaker(said) == "KES"


@pytest.mark.parametrize(
    ("seat", "state"), [("The White House", "USA"), ("The Kremlin", "RUS"), ("Downing Street", "GBR")]
)
def test_a_seat_of_government_is_the_state(seat: str, state: str) -> None:
    assert [speaker(each) for each in statements(f"{seat} said that talks would go on.")] == [state]


@pytest.mark.parametrize("name", ["Corin West", "Lenka Tress"])
def test_two_names_at_the_start_of_a_sentence_are_a_person(name: str) -> None:
    (said,) = statements(f"The talks failed. {name} told reporters that nothing was agreed.")
    assert said.speaker is not None
    assert said.speaker.name == name


@pytest.mark.parametrize("line", ["Read-out: ", "Statement: ", "Subject: ", "Update: "])
def test_what_heads_a_paper_is_not_who_speaks(line: str) -> None:
    found = statements(f"{line}Kestria thanked the envoy.\nIt was Monday.")
    assert [speaker(each) for each in found] == ["KES"]


def test_a_name_that_heads_a_paper_is() -> None:
    (said,) = statements("Kestria: talks may resume\nIt was Monday.")
    assert speaker(said) == "KES"


@pytest.mark.parametrize(
    "opening", ["LINDHOLT - ", "LINDHOLT (Wire) — ", "Tamsen, 4 March 2031 - ", "LINDHOLT, Halvern, 4 March – ", "# "]
)
def test_a_dateline_is_part_of_no_statement(opening: str) -> None:
    (said,) = statements(f"{opening}Kestria said that the road was open.")
    assert words(said, "source") == ["Kestria"]
    (inserted,) = statements(f"{opening}The road is open, Kestria said.")
    assert words(inserted, "content") == ["The road is open"]


_TWO_PRESIDENTS = (
    "{envoy} told reporters that President Dara Hale had received a letter from Orlavian President Ivo Tress.\n"
    "“I think the president thought that it was a good first step,” Lunde said."
)


def test_the_president_in_the_mouth_of_an_envoy_is_the_one_who_is_nobody_elses() -> None:
    *_, within = statements(_TWO_PRESIDENTS.format(envoy="Petra Lunde, the Kestrian special envoy,"))
    assert within.within is not None
    assert within.speaker is not None
    assert within.speaker.name == "Dara Hale"
    assert any("Dara Hale" in doubt for doubt in within.doubts)


def test_the_president_in_the_mouth_of_the_others_envoy_is_theirs() -> None:
    *_, within = statements(_TWO_PRESIDENTS.format(envoy="Petra Lunde, the Orlavian special envoy,"))
    assert within.speaker is not None
    assert within.speaker.name == "Ivo Tress"


def test_the_president_of_two_is_nobodys_where_the_tellers_side_is_not_told() -> None:
    *_, within = statements(_TWO_PRESIDENTS.format(envoy="Petra Lunde"))
    assert within.speaker is None or (within.speaker.id is None and within.speaker.of is None)


HEADED = "Statement by the Ministry of Foreign Affairs of Orlavia\n\n6 March 2031\n\n"


def test_a_heading_tells_whose_paper_it_is() -> None:
    (ministry, minister, ours) = issued(
        HEADED + "The Ministry of Foreign Affairs condemns the attack.\n\nThe Minister said that the road was open.\n\n"
        "We call on Kestria to stop the shelling.",
        None,
        *ACTORS,
        MINISTER,
    )
    assert speaker(ministry) == speaker(ours) == "ORL"
    assert minister.speaker is not None
    assert (minister.speaker.id, minister.speaker.of) == (None, "ORL")
    assert words(ours, "content") == ["Kestria to stop the shelling"]


def test_a_statement_on_a_country_is_not_its_own() -> None:
    text = "Statement of the Council on the situation in Orlavia\n\nWe call on Kestria to stop the shelling."
    assert [speaker(each) for each in issued(text, None)] == [None]
