"""A condition counts before its clause, within it and after it, and only where it puts one."""

from __future__ import annotations

import pytest

from parley.model import Act
from parley.reading import parse, read
from parley.reading.statements.conditions import conditions_of
from reading.papers import paper, statements


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        (
            "If all prisoners are released, Kestria would be ready to consider 30 km.",
            [("if", "all prisoners are released")],
        ),
        (
            "Kestria would be ready to consider 30 km, provided that the Commission verifies it.",
            [("provided that", "the Commission verifies it")],
        ),
        (
            "If all prisoners are released, Kestria would be ready to consider 30 km, provided that Orlavia agrees.",
            [("if", "all prisoners are released"), ("provided that", "Orlavia agrees")],
        ),
        ("If Kestria opens the road, Orlavia said, it would withdraw.", [("if", "Kestria opens the road")]),
        ("Orlavia said that, if Kestria opens the road, it would withdraw.", [("if", "Kestria opens the road")]),
        (
            "Orlavia said it would withdraw, provided that Kestria opens the road.",
            [("provided that", "Kestria opens the road")],
        ),
    ],
)
def test_a_condition_counts_on_either_side_of_its_clause(text: str, conditions: list[tuple[str, str]]) -> None:
    (said,) = statements(text)
    assert [(each.cue, each.words) for each in said.conditions] == conditions
    assert all(text[s.start : s.end] == s.exact for each in said.conditions for s in each.spans)


def test_a_fronted_condition_leaves_the_willingness_what_it_is() -> None:
    (said,) = statements("If all prisoners are released, Kestria would be ready to consider 30 km.")
    assert said.act is Act.EXPRESS_WILLINGNESS


@pytest.mark.parametrize(
    "text",
    [
        "Orlavia asked if the road was open.",
        "Orlavia said that the road was once open.",
        "Orlavia said that it would go even if the road was closed.",
    ],
)
def test_words_of_condition_that_put_none(text: str) -> None:
    (said,) = statements(text)
    assert said.conditions == ()


def test_what_a_halt_hangs_on_may_stand_at_the_thing_halted() -> None:
    text = "Orlavia may resume the delivery of fuel to Kestria once the two governments have met, an official said."
    (measure,) = read(paper(text)).measures
    assert [(each.cue, each.words) for each in measure.conditions] == [("once", "the two governments have met")]


def test_a_date_is_no_condition() -> None:
    (measure,) = read(paper("Orlavia suspended aid to Kestria until 20 March 2031.")).measures
    assert measure.conditions == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Should the lists arrive, Kestria will sign.", ["Should the lists arrive"]),
        ("No maps, no vote.", ["No maps"]),
        ("The bridge will open tomorrow, weather permitting.", ["weather permitting"]),
        ("The vote depends on the count.", ["depends on the count"]),
        ("Kestria will not sign until the lists arrive.", ["until the lists arrive"]),
        ("The patrol stayed until the lists arrived.", []),
        ("No troops, no tanks, no plan.", []),
        ("We would be grateful if you would reply.", []),
        ("He had once been a teacher.", []),
        ("Unless and until the posts go, we shall not talk.", ["Unless and until the posts go"]),
        ("The accord, once ratified, will bind both.", ["once ratified"]),
        ("The moment the last of them is home, we will sign.", ["The moment the last of them is home"]),
        ("Given a mandate, the observers would stay.", ["Given a mandate"]),
        ("He thanked them for the help given to the crew.", []),
        ("On receipt of your reply we shall move our guns.", ["On receipt of your reply"]),
        ("Free the crew first, then the talks may begin.", ["Free the crew first"]),
        ("One more shell and we will answer.", ["One more shell"]),
        ("Whoever breaks the truce will answer for it.", ["Whoever breaks the truce"]),
        ("No signature without the annex", ["without the annex"]),
        ("Front links truce to release of crew", ["to release of crew"]),
        ("Rebels offer captives for winter fuel", ["for winter fuel"]),
        ("We will refuse to sign until the lists arrive.", ["until the lists arrive"]),
        ("Once the court has ruled, and whatever it rules, Orlavia will abide by it.", ["Once the court has ruled"]),
        ("Absent fresh rains, the well will be dry by August.", ["Absent fresh rains"]),
        ("Without a timetable, there is nothing to sign.", ["Without a timetable"]),
        ("The embargo shall be lifted upon certification.", ["upon certification"]),
        ("We hold the ford, and any cart that stops there gets searched.", ["any cart that stops there"]),
        ("You drop the tax, we scrap the visas.", ["You drop the tax"]),
        ("He spoke on condition of anonymity.", []),
        ("I trust that those who come after us will laugh at it.", []),
        ("If I had to bet, I would say that they will settle.", []),
        ("You can have our tugs for as long as the work takes.", []),
    ],
)
def test_a_sentence_that_nobody_is_said_to_speak_has_conditions_too(text: str, words: list[str]) -> None:
    found = conditions_of(parse(text), paper(text), ((0, len(text)),))
    assert [each.spans[0].exact for each in found] == words


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Without a buffer the guns will speak again, she warned.", "Without a buffer"),
        ("Any boat that crosses the buoys will be towed away, Kestria said.", "Any boat that crosses the buoys"),
        ("Those who fire on the ferry will answer for it, Orlavia said.", "Those who fire on the ferry"),
        ("Kestria offered a reduction of tolls against the return of the boats.", "against the return of the boats"),
        ("Should the lists arrive, and they may, Kestria would sign, its envoy said.", "Should the lists arrive"),
        (
            "Not until the maps are named will Kestria sit down with them, its envoy said.",
            "Not until the maps are named",
        ),
        ("Orlavia would sign, provided it was paid, its envoy said.", "provided it was paid"),
        ("Kestria asked for the maps, if possible before the rains.", "if possible"),
        ("Our one condition is that the sick go first, Kestria said.", "that the sick go first"),
    ],
)
def test_turns_of_speech_that_mean_if(sentence: str, condition: str) -> None:
    found = [each for statement in statements(sentence) for each in statement.conditions]
    assert condition in [each.spans[0].exact for each in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Orlavia will withdraw without delay, its envoy said.",
        "Kestria left without its interpreter, its envoy said.",
        "Orlavia protested against the release of the list, its envoy said.",
        "Any boat in the harbour is searched, Kestria said.",
    ],
)
def test_manner_and_protest_put_no_condition(sentence: str) -> None:
    assert not [each for statement in statements(sentence) for each in statement.conditions]


def _conditions(text: str) -> list[str]:
    document = paper(text)
    found = conditions_of(parse(text), document, ((0, len(text)),))
    return [each.spans[0].exact for each in found]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Kestria will free the crew, subject only to their consent.", "subject only to their consent"),
        ("The grant depends solely on the count of the rifles.", "depends solely on the count of the rifles"),
        ("The truce ends the moment either side moves a gun.", "the moment either side moves a gun"),
        ("Pull back the guns and the road is open.", "Pull back the guns"),
        ("Sign tonight, and the boats will sail.", "Sign tonight"),
        ("No crew, no harbour, say the pilots of Halvern.", "No crew"),
        ("Any lorry that comes with its lamps lit will pass.", "Any lorry that comes with its lamps lit"),
        ("The vote must wait until the maps are drawn.", "until the maps are drawn"),
        ("We would hand over the boats against a receipt.", "against a receipt"),
    ],
)
def test_a_condition_has_many_a_shape(text: str, condition: str) -> None:
    assert _conditions(text) == [condition]


@pytest.mark.parametrize(
    "text",
    [
        "If it is not too much trouble, please send the lists.",
        "If you would be so kind, send the lists.",
        "The truce ended the moment the gun was moved.",
        "The crew waited until the guns fell silent.",
        "No boats, no guns, no flags.",
        "Whoever is in charge sleeps.",
        "The lorry had, by all accounts, set out from Halvern, and its driver is home.",
    ],
)
def test_courtesy_lists_and_what_is_over_put_none(text: str) -> None:
    assert _conditions(text) == []


def test_if_any_sets_no_condition() -> None:
    (told,) = statements("Anna Hoffman said the lists, if any, would be short.")
    assert told.conditions == ()
