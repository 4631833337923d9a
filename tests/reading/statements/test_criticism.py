"""Who finds fault with whom: invented sentences, half of them criticism and half that only look like it."""

from __future__ import annotations

import datetime as dt

import pytest

from papers import THURSDAY
from parley.model import Actor, ActorKind, Criticism
from parley.reading import read
from reading.papers import COMMISSION, ORLAVIA, paper

KESTRIA = Actor(id="KES", name="Kestria", kind=ActorKind.STATE, aliases=("Kestrian", "Kestrians"))
HALVERN = Actor(id="HAL", name="Halvern", kind=ActorKind.STATE, aliases=("Halvernian",))
ACTORS = (KESTRIA, ORLAVIA, HALVERN, COMMISSION)


def criticisms(text: str) -> tuple[Criticism, ...]:
    return read(paper(text), ACTORS).criticisms


def targets(text: str) -> set[str | None]:
    return {each.target.id for each in criticisms(text)}


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("We condemn Kestria for the raid on the harbour.", "KES"),
        ("We strongly condemn the attack on the convoy by Kestria.", "KES"),
        ("Kestria's aggression must not be rewarded.", "KES"),
        ("Kestrian troops have occupied the northern valley.", "KES"),
        ("Kestria has violated the truce eleven times this month.", "KES"),
        ("The occupation of Orlavia by Kestria has lasted two years.", "KES"),
        ("We call on Kestria to stop the shelling of the bridge.", "KES"),
        ("Kestria must withdraw its forces from the valley.", "KES"),
        ("We deplore Kestria's decision to close the crossing.", "KES"),
        ("Kestria refuses to open the road to aid.", "KES"),
        ("We are deeply concerned by Kestria's conduct at the border.", "KES"),
        ("Kestria continues to arm the rebels in the hills.", "KES"),
        ("The village was shelled by Kestrian guns.", "KES"),
        ("Kestria's behaviour is unacceptable.", "KES"),
        ("We blame the collapse of the talks on Kestria.", "KES"),
        ("It is the failure of Kestria to keep its word that brought us here.", "KES"),
        ("Kestria has committed grave violations of the agreement.", "KES"),
        ("The illegal actions of Kestria endanger the whole region.", "KES"),
        ("We regret that Kestria ignored the appeal of the mediators.", "KES"),
        ("Kestria has resorted to blackmail.", "KES"),
    ],
)
def test_a_sentence_that_finds_fault_names_its_target(sentence: str, target: str) -> None:
    assert targets(sentence) == {target}


@pytest.mark.parametrize(
    "sentence",
    [
        "We condemn the attack on the convoy.",
        "Kestria condemned the attack.",
        "We welcome Kestria's decision to open the crossing.",
        "We praise Kestria for its patience in the face of aggression.",
        "Kestria has not violated the truce.",
        "If Kestria violates the truce, the talks will end.",
        "We regret the loss of life in Kestria.",
        "Aggression against Kestria would concern us all.",
        "The occupation of Kestria has lasted two years.",
        "We call on Kestria to attend the meeting in Halvern.",
        "Kestria is investigating the attack on the bridge.",
        "Kestria suffered an attack last night.",
        "Allegations that Kestria violated the truce were examined.",
        "We express our solidarity with the people of Kestria.",
        "Did Kestria violate the truce?",
        "Violations of the truce were reported on the Kestrian border.",
        "We thank Kestria for its support to the victims of terrorism.",
        "Kestria's territory was attacked.",
        "The situation in Kestria is dangerous.",
        "Kestria called for an end to the aggression.",
    ],
)
def test_a_sentence_that_only_looks_like_it_finds_fault_with_nobody(sentence: str) -> None:
    assert targets(sentence) == set()


def test_who_criticises_is_the_speaker_of_the_statement() -> None:
    text = "Halvern said that Kestria had violated the truce."
    (found,) = criticisms(text)
    assert found.speaker is not None
    assert (found.speaker.id, found.target.id) == ("HAL", "KES")
    assert found.statement is not None
    assert [span.exact for span in found.words] == ["violated", "Kestria"]
    assert found.sentence.exact == text


def test_in_the_papers_own_voice_there_is_no_speaker() -> None:
    (found,) = criticisms("Kestria has violated the truce.")
    assert (found.speaker, found.statement) == (None, None)


def test_it_has_the_time_at_which_it_was_said_and_the_day_of_the_paper() -> None:
    told, own = criticisms(
        "Halvern said on Tuesday that Kestria had violated the truce.\n\nKestria's conduct is unacceptable."
    )
    assert told.interval is not None
    assert (told.interval.earliest, told.interval.latest, told.published) == (
        *(THURSDAY - dt.timedelta(2),) * 2,
        THURSDAY,
    )
    assert (own.interval, own.published) == (None, THURSDAY)
    assert told.id != own.id


def test_a_deed_that_points_back_is_that_of_the_sentence_before_with_a_doubt() -> None:
    first, second = criticisms("Kestria has shelled the bridge. That is a flagrant violation of the truce.")
    assert first.doubts == ()
    assert second.target.id == "KES"
    assert second.doubts == ("Whose deed it is, the sentence does not say; the one before is about Kestria.",)


def test_a_new_paragraph_points_back_to_nobody() -> None:
    assert len(criticisms("Kestria has shelled the bridge.\n\nThat is a flagrant violation of the truce.")) == 1


def test_what_a_speaker_denies_or_owns_of_itself_is_no_criticism() -> None:
    assert targets("Halvern denied that Kestria had violated the truce.") == set()
    assert targets("Kestria admitted that Kestrian troops had violated the truce.") == set()
