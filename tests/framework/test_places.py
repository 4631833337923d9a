"""A place is a relation and a name or a noun phrase, and any of the one goes with any of the other."""

from __future__ import annotations

from itertools import product

import pytest

from parley.framework.reader.names import Names
from parley.framework.reader.places import places
from parley.model import Distance, Party, Relation, Where

NAMES = Names([Party(id="KES", name="Kestria")], [Party(id="KES", name="Kestria"), Party(id="FC", name="Fuel Council")])
RELATIONS = {
    "in": Relation.IN,
    "outside": Relation.OUTSIDE,
    "behind": Relation.BEHIND,
    "beyond": Relation.BEHIND,
    "near": Relation.NEAR,
    "at or near": Relation.NEAR,
    "along": Relation.ALONG,
    "on each side of": Relation.ALONG,
    "east of": Relation.EAST_OF,
    "to the north of": Relation.NORTH_OF,
}
NAMED = {
    "the Alder brook": "Alder brook",
    "the disputed communes": "disputed communes",
    "the port of Cray": "port of Cray",
    "the Narrows": "Narrows",
    "Tarn": "Tarn",
}


@pytest.mark.parametrize(("relation", "name"), [*product(RELATIONS, NAMED)])
def test_any_relation_goes_with_any_name(relation: str, name: str) -> None:
    found = places(f" {relation} {name}", NAMES, ["deploy"])
    assert [each.where for each in found] == [Where(relation=RELATIONS[relation], of=(NAMED[name],))]


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("within 30 nautical miles of the port of Cray", "port of Cray"),
        ("within 500 metres of any bridge", "bridge"),
        ("within 3 km of the crews", "crews"),
        ("within 4 km of them", "them"),
        ("in a belt of 5 km on each side of the Alder", "Alder"),
    ],
)
def test_a_distance_is_measured_from_whatever_stands_there(words: str, of: str) -> None:
    found = places(f" {words}", NAMES)
    assert [(each.where.relation, each.where.of) for each in found] == [(Relation.WITHIN_DISTANCE, (of,))]
    assert isinstance(found[0].where.distance, Distance)


@pytest.mark.parametrize(
    ("words", "act", "where"),
    [
        (" its garrison off Heron Island", "withdraw", Where(relation=Relation.OUTSIDE, of=("Heron Island",))),
        (" mines off Heron Island", "lay", Where(relation=Relation.NEAR, of=("Heron Island",))),
        (" at Cray", "meet", Where(relation=Relation.IN, of=("Cray",))),
        (" from Tarn, Velm and Orsk", "withdraw", Where(relation=Relation.OUTSIDE, of=("Tarn", "Velm", "Orsk"))),
    ],
)
def test_what_is_done_says_how_a_place_is_meant(words: str, act: str, where: Where) -> None:
    assert [each.where for each in places(words, NAMES, [act])] == [where]


@pytest.mark.parametrize(
    "words", [" through the Fuel Council", " at Noon", " in March", " over the signature", " off duty"]
)
def test_what_is_no_place_is_none(words: str) -> None:
    assert places(words, NAMES) == []
