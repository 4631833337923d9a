"""Web Annotation: each MUST of the W3C data model (2017) that touches what is written here, as a test."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from parley.process.exports.webanno import web_annotations
from process.exports.things import READ, TEXT, TEXTS, A

MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}
IRI = re.compile(r"(?:urn:uuid:[0-9a-f-]{36}|urn:sha256:[0-9a-f]{64}|urn:parley:[a-z]+)")


@pytest.fixture(scope="module")
def collection() -> dict[str, Any]:
    return json.loads(web_annotations(READ, TEXTS))


@pytest.fixture(scope="module")
def items(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return collection["first"]["items"]


def specific(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (target for item in items for target in item["target"] if isinstance(target, dict))


def bodies(item: dict[str, Any], purpose: str) -> list[str]:
    return [body.get("value", body.get("source")) for body in item["body"] if body["purpose"] == purpose]


def test_the_collection_has_context_id_type_and_its_page(collection: dict[str, Any]) -> None:
    assert "http://www.w3.org/ns/anno.jsonld" in collection["@context"]
    assert collection["type"] == "AnnotationCollection"
    assert IRI.fullmatch(collection["id"])
    assert collection["total"] == len(collection["first"]["items"]) == 7


def test_the_page_has_id_type_items_and_says_what_it_is_part_of(collection: dict[str, Any]) -> None:
    page = collection["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", collection["id"], 0)
    assert IRI.fullmatch(page["id"])


def test_an_annotation_has_one_iri_a_type_and_a_target(items: list[dict[str, Any]]) -> None:
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert IRI.fullmatch(item["id"])
        assert item["type"] == "Annotation"
        assert item["target"]


def test_motivations_and_purposes_are_those_of_the_model(items: list[dict[str, Any]]) -> None:
    assert {item["motivation"] for item in items} <= MOTIVATIONS
    assert {body["purpose"] for item in items for body in item["body"]} <= MOTIVATIONS


def test_a_text_body_has_one_value(items: list[dict[str, Any]]) -> None:
    for body in (body for item in items for body in item["body"]):
        assert isinstance(body["value"] if body["type"] == "TextualBody" else body["source"], str)


def test_a_target_has_one_source_and_selectors_that_select_the_same(items: list[dict[str, Any]]) -> None:
    for target in specific(items):
        assert (target["type"], target["source"]) == ("SpecificResource", f"urn:sha256:{A}")
        quote, place = target["selector"]
        assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        start, end = place["start"], place["end"]
        assert 0 <= start <= end
        assert TEXT[start:end] == quote["exact"]
        assert TEXT[:start].endswith(quote["prefix"])
        assert TEXT[end:].startswith(quote["suffix"])
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT


def test_places_count_code_points(items: list[dict[str, Any]]) -> None:
    starts = [
        target["selector"][1]["start"] for target in specific(items) if target["selector"][0]["exact"] == "return"
    ]
    assert starts == [TEXT.index("return")]


def test_every_span_is_a_target_that_says_which_part_it_is(items: list[dict[str, Any]]) -> None:
    statement = items[0]
    parts = [(target["styleClass"], target["selector"][0]["exact"]) for target in statement["target"]]
    assert parts == [
        ("content", "𝔸 talks"),
        ("content", "return"),
        ("source", "=HYPERLINK(1)"),
        ("cue", "said"),
        ("hedge", "said"),
        ("condition", "if the\r\nprisoners"),
    ]


def test_bodies_tell_what_was_read(items: list[dict[str, Any]]) -> None:
    statement, within, _time, event, meeting, measure, criticism = items
    assert bodies(statement, "tagging") == ["statement", "issue: prisoners", "issue: ships"]
    assert bodies(statement, "classifying") == ["act: express-willingness", "commitment: hedged"]
    assert bodies(statement, "identifying") == ["speaker: @an official", "addressee: Kestria (KES)"]
    assert bodies(within, "linking") == [statement["id"]]
    assert bodies(event, "classifying") == ["plover: CONSULT", "cameo: 036", "status: planned"]
    assert "when: 2031-03-06T12:00:00+03:00/.." in bodies(event, "describing")
    assert "party: @an official" in bodies(meeting, "identifying")
    assert {"what: all aid", "until: 2031-04-05/2031-04-05"} <= set(bodies(measure, "describing"))
    assert bodies(criticism, "identifying") == ["speaker: @an official", "target: Kestria (KES)"]
    assert bodies(criticism, "describing") == ["when: 2031-03-07/2031-03-07"]
    assert [each["styleClass"] for each in criticism["target"]] == ["criticism", "sentence"]


def test_what_stands_nowhere_is_about_the_paper(items: list[dict[str, Any]]) -> None:
    assert items[1]["target"] == [f"urn:sha256:{A}"]


def test_the_creator_is_the_program_with_its_version(collection: dict[str, Any], items: list[dict[str, Any]]) -> None:
    for each in (collection, *items):
        assert each["creator"]["type"] == "Software"
        assert each["creator"]["version"] in each["creator"]["name"]


def test_it_says_for_whom_it_was_made_and_the_head_of_the_chain(collection: dict[str, Any]) -> None:
    assert (collection["madeFor"], collection["head"], collection["notes"]) == ("team", "0" * 64, ["A note."])
    terms = next(context for context in collection["@context"] if isinstance(context, dict))
    assert {"madeFor", "head", "notes", "version"} <= set(terms)


def test_the_same_reading_gives_the_same_bytes() -> None:
    assert web_annotations(READ, TEXTS) == web_annotations(READ, TEXTS)
