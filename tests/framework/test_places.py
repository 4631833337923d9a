"""A place is a relation and a name or a noun phrase, and any of the one goes with any of the other."""

from __future__ import annotations

from itertools import product

import pytest

from parley.framework import parse
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
    "beneath": Relation.NEAR,
    "opposite": Relation.NEAR,
    "within sight of": Relation.NEAR,
    "under or beside": Relation.NEAR,
    "at, over or across": Relation.NEAR,
    "via": Relation.NEAR,
    "on their own side of": Relation.NEAR,
    "up to": Relation.NEAR,
    "as far as": Relation.NEAR,
}
NAMED = {
    "the Alder brook": "Alder brook",
    "the disputed communes": "disputed communes",
    "the port of Cray": "port of Cray",
    "the Narrows": "Narrows",
    "the river Alder": "river Alder",
    "the southern edge of the port of Cray": "southern edge of the port of Cray",
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


@pytest.mark.parametrize(
    "words",
    [
        "every 5 km along the Alder brook",
        "at intervals of 300 metres along the Alder brook",
        "along the Alder brook every 2 km",
        "from the road between Cray and Tarn",
        "to positions at least 9 km west of the Alder brook",
        "12 nautical miles off Heron Island",
        "between the Alder brook and the railway",
    ],
)
def test_the_words_of_a_place_reach_as_far_as_the_place(words: str) -> None:
    text = f" its posts {words} by D+3"
    found = places(text, NAMES, ["withdraw"])
    assert [text[each.start : each.end] for each in found] == [words]


@pytest.mark.parametrize(
    "meaning", ["the land shown in Annex A", "a belt 4 km wide along the river", "what is drawn in Annex A"]
)
def test_a_term_is_a_place_by_what_it_means(meaning: str) -> None:
    head = "---\ntitle: T\nparties: {KES: Kestria, ORL: Orlavia}\nannexes: {A: annexes/a.geojson}\n---\n\n"
    text = f"{head}**Quiet** means {meaning}.\n\n1. No Party shall keep soldiers in the Quiet from D+5.\n"
    (only,) = parse(text).obligations
    assert only.object is not None
    assert only.place is not None
    assert (only.object.words, only.place.words) == ("soldiers", "in the Quiet")


DRAWN = """---
title: A truce
parties: {KES: Kestria, ORL: Orlavia}
annexes: {A: a.geojson}
---

**Buffer Zone** means the area shown in Annex A.

1. """


@pytest.mark.parametrize(
    "words",
    ["at any place in", "in any area of", "at any point within", "in all parts of", "in the whole of", "throughout",
     "in any place whatsoever in", "anywhere in", "in every part of", "in the entirety of"],
)  # fmt: skip
def test_all_of_a_place_is_the_place_however_it_is_put(words):
    (one,) = parse(f"{DRAWN}No Party shall place tanks {words} the Buffer Zone.\n").obligations
    assert one.object.value.text == "tanks"
    assert one.place.words == f"{words} the Buffer Zone"
    assert one.place.value == Where(relation=Relation.IN, of=("Buffer Zone",))


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("in the northern part of", "northern part of the Buffer Zone"),
        ("in any of the villages of", "villages of the Buffer Zone"),
        ("in any place in the northern half of", "northern half of the Buffer Zone"),
        ("in every second sector of", "every second sector of the Buffer Zone"),
    ],
)
def test_a_part_of_a_place_is_not_all_of_it(words, of):
    (one,) = parse(f"{DRAWN}No Party shall place tanks {words} the Buffer Zone.\n").obligations
    assert one.place.value.of == (of,)


@pytest.mark.parametrize("what", ["drones", "aircraft", "helicopters", "unmanned aircraft"])
@pytest.mark.parametrize(
    ("where", "of"), [("any part of the Buffer Zone", "Buffer Zone"), ("the Buffer Zone", "Buffer Zone"),
                      ("any village", "village"), ("villages", "villages")],
)  # fmt: skip
def test_what_is_flown_over_a_place_is_the_thing_and_no_place(what, where, of):
    (one,) = parse(f"{DRAWN}No Party shall fly {what} over {where}.\n").obligations
    assert one.object.value.text == what
    assert one.place.value == Where(relation=Relation.IN, of=(of,))


@pytest.mark.parametrize(("name", "left"), [("Boundary Belt", True), ("Border Area", True), ("Boundary", False)])
def test_who_leaves_a_zone_beside_a_line_leaves_a_zone(name: str, left: bool) -> None:
    """A line has two sides and nothing outside it; what is called after one has."""
    head = "---\ntitle: T\nparties: {KES: Kestria, ORL: Orlavia}\nannexes: {A: annexes/a.geojson}\n---\n\n"
    (only,) = parse(
        f"{head}**{name}** means what Annex A shows.\n\n1. Kestria shall withdraw from the {name}.\n"
    ).obligations
    where = None if only.place is None else only.place.value
    assert where == (Where(relation=Relation.OUTSIDE, of=(name,)) if left else None)


@pytest.mark.parametrize(
    ("words", "thing", "place"),
    [
        ("fire at aircraft or at the Zone", "aircraft or at the Zone", None),
        ("fire at convoys and on the Zone", "convoys and on the Zone", None),
        ("fire at convoys in the Zone", "convoys", "in the Zone"),
        ("fire at aircraft at the Zone", "aircraft", "at the Zone"),
    ],
)
def test_at_what_one_fires_besides_is_not_where_one_fires(words: str, thing: str, place: str | None) -> None:
    head = "---\ntitle: T\nparties: {KES: Kestria, ORL: Orlavia}\nannexes: {A: annexes/a.geojson}\n---\n\n"
    (only,) = parse(f"{head}**Zone** means the area in Annex A.\n\n1. No Party shall {words}.\n").obligations
    assert only.object is not None
    assert (only.object.words, only.place and only.place.words) == (thing, place)
