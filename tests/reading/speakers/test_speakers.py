"""Mentions are resolved where the text is clear, and named as written where it is not."""

from __future__ import annotations

import pytest

from parley.model import Actor, ActorKind
from parley.reading import Resolver, parse
from reading.papers import ACTORS


def resolve(text: str, mention: str, *actors: Actor, last: bool = False) -> tuple[str | None, str]:
    start = text.rindex(mention) if last else text.index(mention)
    ref = Resolver(parse(text), actors or ACTORS).resolve(start, start + len(mention))
    assert ref is not None
    return ref.id, ref.name


def test_a_surname_is_the_person_named_in_full() -> None:
    text = "Anna Hoffman met reporters on Monday. Hoffman said the talks would resume."
    assert resolve(text, "Hoffman", last=True) == ("anna-hoffman", "Anna Hoffman")


def test_a_surname_that_two_share_is_nobody_in_particular() -> None:
    text = "Anna Hoffman met Peter Hoffman on Monday. Hoffman said the talks would resume."
    assert resolve(text, "Hoffman", last=True)[0] is None


def test_the_process_says_who_is_who() -> None:
    text = "Varn rejected the draft. Orlavia did not answer."
    assert resolve(text, "Varn") == ("KES", "Kestria")
    assert resolve(text, "Orlavia") == ("ORL", "Orlavia")


def test_an_actor_of_the_process_wins_over_the_table_of_countries() -> None:
    ours = Actor(id="NORTH", name="Norway", kind=ActorKind.STATE)
    assert resolve("Norway said no.", "Norway", ours) == ("NORTH", "Norway")


@pytest.mark.parametrize("mention", ["Washington", "The United States", "the U.S. government", "Americans"])
def test_capitals_peoples_and_governments_stand_for_states(mention: str) -> None:
    text = f"On Monday {mention} said that it was ready to help."
    assert resolve(text, mention) == ("USA", "United States")


@pytest.mark.parametrize("mention", ["A senior official", "two diplomats", "a spokesman"])
def test_the_unnamed_stay_unnamed(mention: str) -> None:
    text = f"Anna Hoffman arrived. {mention} said that talks would resume."
    assert resolve(text, mention) == (None, mention)


def test_a_pronoun_is_the_subject_named_just_before() -> None:
    text = "Anna Hoffman spoke to reporters. “We are ready,” she said."
    assert resolve(text, "she") == ("anna-hoffman", "Anna Hoffman")


def test_a_pronoun_that_could_be_either_is_nobody() -> None:
    text = "Ilva Hoffman and Tamsin Larsen arrived together. She was tired."
    assert resolve(text, "She")[0] is None


def test_an_office_is_its_one_holder_here() -> None:
    text = "President Anna Hoffman arrived on Monday. The president said nothing."
    assert resolve(text, "The president") == ("anna-hoffman", "Anna Hoffman")


def test_an_office_with_two_holders_is_nobody() -> None:
    text = "President Anna Hoffman met President Peter Larsen. Later the president said nothing."
    assert resolve(text, "the president")[0] is None


def test_a_letter_speaks_for_its_writer() -> None:
    text = "A letter from Anna Hoffman said that Kestria was ready to talk."
    assert resolve(text, "A letter from Anna Hoffman") == ("anna-hoffman", "Anna Hoffman")


def test_several_together_are_no_one_actor() -> None:
    text = "Kestria and Orlavia said that they would meet."
    assert resolve(text, "Kestria and Orlavia") == (None, "Kestria and Orlavia")


def test_the_documents_actors_keep_the_ids_of_the_process() -> None:
    actors = Resolver(parse("Kestria and Anna Hoffman met the JVC in Norway."), ACTORS).actors
    assert {actor.id for actor in actors} >= {"KES", "JVC", "anna-hoffman", "NOR"}


@pytest.mark.parametrize("mention", ["each side", "either side", "neither side"])
def test_one_side_after_the_other_are_the_two(mention: str) -> None:
    text = f"Kestria and Orlavia met in Lindholt. The palace said that {mention} had agreed to keep the road open."
    start = text.index(mention)
    ref = Resolver(parse(text), ACTORS).resolve(start, start + len(mention))
    assert ref is not None
    assert [each.id for each in ref.members] == ["KES", "ORL"]


@pytest.mark.parametrize("source", ["A draft sent to Anna Hoffman", "A dossier about Anna Hoffman"])
def test_to_whom_a_paper_is_sent_it_does_not_speak_for(source: str) -> None:
    assert resolve(f"{source} calls for a truce.", source)[0] is None


@pytest.mark.parametrize("name", ["Mira Dane", "Ada Finn", "Otto Pole", "Ruth Ireland"])
def test_a_surname_that_is_a_peoples_name_too_is_the_persons_where_one_bears_it(name: str) -> None:
    surname = name.split()[1]
    text = f"Colonel {name} heads the office. {surname} said that the road was open."
    start = text.rindex(surname)
    ref = Resolver(parse(text), ACTORS).resolve(start, start + len(surname))
    assert ref is not None
    assert ref.name == name
