"""Light verbs with what makes a deed of them, and beside them what makes none."""

from __future__ import annotations

import pytest

from parley.framework.reader.idioms import idiom_at, idiom_done


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("go out at night", "go out"),
        ("put in at any harbour", "put in"),
        ("set foot in the camps", "set foot"),
        ("fall silent along the line", "fall silent"),
        ("change hands on D+5", "change hands"),
        ("come to an end", "come to an end"),
        ("keep to the coast road", "keep to"),
        ("see each other in Velm", "see"),
        ("have its seat at Velm", "have"),
        ("bring reinforcements into the Zone", "bring"),
        ("come within 300 metres of it", "come"),
    ],
)
def test_a_light_verb_is_a_deed_with_what_follows(words: str, deed: str) -> None:
    assert idiom_at(words) == (deed, len(deed))


@pytest.mark.parametrize(
    "words", ["have priority at the gate", "take effect on D-day", "depend on the map", "guard it"]
)
def test_what_says_how_things_are_is_none(words: str) -> None:
    assert idiom_at(words) is None


@pytest.mark.parametrize(
    ("words", "act", "said"),
    [
        ("put on trial before D+30", "put on trial", "put on trial"),
        ("kept waiting for an hour", "keep waiting", "kept waiting"),
        ("let across the line", "let", "let"),
        ("taken off duty", "take", "taken"),
    ],
)
def test_so_is_its_participle(words: str, act: str, said: str) -> None:
    assert idiom_done(words) == (act, len(said))
