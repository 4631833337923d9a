import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Audience, Label, WrongUsage

parts = st.sampled_from(["public", "team", "mediator", "party:KES", "party:ORL"])
labels = st.lists(parts, max_size=4).map(lambda chosen: Label(*chosen))
audiences = parts.map(Audience.parse)


@pytest.mark.parametrize(
    ("audience", "sees"),
    [
        ("public", {"public"}),
        ("team", {"public", "team"}),
        ("party:KES", {"public", "party:KES"}),
        ("mediator", {"public", "team", "mediator", "party:KES", "party:ORL"}),
    ],
)
def test_who_may_see_what(audience, sees):
    every = ["public", "team", "mediator", "party:KES", "party:ORL"]
    assert {label for label in every if Audience.parse(audience).may_see(Label(label))} == sees


@given(audiences, labels, labels)
def test_what_is_derived_is_seen_only_by_who_may_see_all_its_origins(audience, one, other):
    assert audience.may_see(one | other) == (audience.may_see(one) and audience.may_see(other))


@given(labels)
def test_a_label_is_its_text(label):
    assert Label.parse(str(label)) == label
    assert label | Label("public") == label


@pytest.mark.parametrize("wrong", ["", "everybody", "party:", "party:a b", "party:../x", "party:A+B", "Team"])
def test_anything_else_is_no_audience(wrong):
    with pytest.raises(WrongUsage, match="public, team, mediator or party:NAME"):
        Audience.parse(wrong)
