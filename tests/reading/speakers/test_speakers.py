"""Mentions are resolved where the text is clear, and named as written where it is not."""

from __future__ import annotations

import pytest

from parley.model import Actor, ActorKind, Role
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


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Ivo Salk urged restraint. An Orlavian officer shook his head. “No drone carries that,” he said.", "ORL"),
        ("Ivo Salk received the ambassador of Orlavia. The ambassador thanked him. He said the road was open.", "ORL"),
        ("Ivo Salk resigned. Asked why, a Kestrian ministry spokesman said no. Orlavia did, he added.", "KES"),
        ("Ivo Salk arrived in Karsk. A driver waited at the gate. He said the road was shut.", None),
        ("Tamsin Holl spoke first. Her adviser nodded. She said the road was shut.", None),
        ("Ivo Salk asked for help. The Secretary-General welcomed the offer. He repeated his own.", None),
    ],
)
def test_a_pronoun_is_not_followed_past_somebody_without_a_name(text: str, of: str | None) -> None:
    pronoun = "She" if "She" in text else "He" if "He " in text else "he"
    ref = Resolver(parse(text), ACTORS).resolve(text.rindex(pronoun + " "), text.rindex(pronoun + " ") + len(pronoun))
    assert ref is not None
    assert (ref.id, ref.of) == (None, of)


def test_the_negotiator_of_whom_nobody_told_before_may_be_who_was_named() -> None:
    text = "Tamsin Holl was asked about the map. “I have not seen it,” the negotiator said. Then she left."
    assert resolve(text, "she") == ("tamsin-holl", "Tamsin Holl")


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Halvernian and Orlavian officials met in Lindholt. Kestria was not at the table.", ["HAL", "ORL"]),
        ("Talks between Halvern and Orlavia began. Kestria protested.", ["HAL", "ORL"]),
        ("Halvern and Orlavia met in Lindholt. Kestria attacked at night. Orlavia answered.", ["KES", "ORL"]),
    ],
)
def test_the_two_sides_are_those_who_talk_though_a_mediator_be_one_of_them(text: str, members: list[str]) -> None:
    text += " The palace said that the two sides had agreed to speak again."
    actors = [actor.replace(roles=(Role.PARTY,)) if actor.id != "JVC" else actor for actor in ACTORS]
    halvern = Actor(id="HAL", name="Halvern", kind=ActorKind.STATE, aliases=("Halvernian",), roles=(Role.FACILITATOR,))
    start = text.index("the two sides")
    ref = Resolver(parse(text), (*actors, halvern)).resolve(start, start + len("the two sides"))
    assert ref is not None
    assert sorted(each.id or "" for each in ref.members) == members


def test_not_one_but_the_other_has_spoken() -> None:
    assert resolve("Not Kestria but Orlavia said that the road was shut.", "Not Kestria but Orlavia")[0] == "ORL"


def test_marks_that_nobody_sees_are_no_part_of_a_name() -> None:
    assert resolve("\u2067Orlavia\u2069 said it was shut.", "\u2067Orlavia\u2069") == ("ORL", "Orlavia")


@pytest.mark.parametrize("marks", ["=", "\u200d", "— “"])
def test_marks_without_a_letter_name_nobody(marks: str) -> None:
    text = f"Kestria {marks} said that the road was open."
    start = text.index(marks)
    assert Resolver(parse(text), ACTORS).resolve(start, start + len(marks)) is None
