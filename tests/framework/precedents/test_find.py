"""The same duty in other agreements, found by meaning: other words rank high, the same words about else do not."""

from __future__ import annotations

import pytest

from parley.framework import meant_by, parse, precedents

AGREEMENT = """---
title: Truce of Halvern
parties: {HAL: Halvern, QUE: Quenland}
---

**Big Guns** means howitzers and mortars above 82 mm.

1. No Party shall deploy Big Guns within 20 km of the border from D+7. {#guns}
2. Each Party shall set free all detainees by D+30. {#free}
3. Each Party shall withdraw its mortars by D+14. {#back}
4. Halvern may inspect any depot. {#look}
5. The Parties shall hold talks every 14 days. {#talks}
6. Halvern shall publish a list of all prisoners of war. {#list}
"""


def found(sentence: str, most: int = 10):
    own = meant_by(sentence)
    assert own.obligations, sentence
    return precedents(own.obligations, own, [parse(AGREEMENT, "halvern.md")], most)


@pytest.mark.parametrize(
    ("sentence", "provision"),
    [
        ("No Party shall place artillery within 15 km of the Contact Line from D+14.", "guns"),
        ("The Parties shall release the prisoners of war by D+28.", "free"),
        ("Each Party shall withdraw its tanks and guns by D+10.", "back"),
        ("The First Party may verify any site.", "look"),
        ("The Parties shall meet every 7 days.", "talks"),
    ],
)
def test_the_same_duty_comes_first_whatever_its_words(sentence, provision):
    assert found(sentence)[0].provision == provision


def test_the_same_words_about_another_act_are_no_precedent():
    """A list of prisoners that is published is no release of prisoners."""
    assert "list" not in [each.provision for each in found("Each Party shall release all prisoners of war by D+30.")]


def test_a_precedent_says_what_is_alike_and_what_differs():
    best = found("No Party shall place artillery within 15 km of the Contact Line from D+14.")[0]
    assert (best.path, best.title) == ("halvern.md", "Truce of Halvern")
    assert [each.part for each in best.alike] == ["act", "modality", "object", "bearer"]
    assert [(each.part, each.here, each.there) for each in best.differs] == [
        ("place", "within 15 km of the Contact Line", "within 20 km of the border"),
        ("window", "from D+14", "from D+7"),
    ]
    assert AGREEMENT[best.start : best.end] == best.exact


def test_the_likeness_of_a_duty_to_itself_is_whole():
    (best, *_) = found("Each Party shall withdraw its mortars by D+14.")
    assert (best.provision, best.likeness, best.differs) == ("back", 1.0, ())


def test_a_nearer_distance_and_a_nearer_day_are_more_alike():
    near = found("No Party shall place artillery within 20 km of the border from D+7.")[0].likeness
    far = found("No Party shall place artillery within 200 km of the border from D+70.")[0].likeness
    assert far < near


def test_a_permission_is_less_like_a_duty():
    duty = {each.provision: each.likeness for each in found("The First Party shall inspect every depot.")}
    permission = {each.provision: each.likeness for each in found("The First Party may inspect every depot.")}
    assert duty["look"] < permission["look"]


def test_what_is_asked_about_is_no_precedent_of_itself_and_so_many_at_most():
    text = parse(AGREEMENT, "halvern.md")
    asked = tuple(each for each in text.obligations if each.provision == "back")
    assert "back" not in [each.provision for each in precedents(asked, text, [text])]
    assert len(precedents(asked, text, [text, parse(AGREEMENT, "other.md")], most=1)) == 1
