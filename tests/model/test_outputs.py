"""The shapes that the commands promise: every key of the contract stands in the published schema."""

import json

import jsonschema
import pytest

from parley.model import OUTPUTS, Profile, Range, schema

STATEMENT = "id document within speaker addressee act direct commitment interval issues conditions source cue content"
CONTRACT = {
    "read": {
        "documents": "id path text_length",
        "actors": "id name kind",
        "statements": STATEMENT,
        "times": "span timex earliest latest anchor",
        "events": "type cameo status actor recipient interval spans",
        "meetings": "parties venue window convenor delegates agenda spans",
        "measures": "by towards what status since conditions spans",
    },
    "positions": {"cells": "party issue option stance since statements"},
    "check": {
        "findings": "code kind severity provision also start end quote why fix",
        "topics": "code present provisions",
        "sentences": "start end exact provision reading obligations",
        "understood": "operative read",
    },
    "diff": {"changes": ""},
    "weigh": {
        "issues": "",
        "parties": "",
        "packages": "",
        "frontier": "utilities packages",
        "exact": "",
        "bound": "",
        "solutions": "nash kalai_smorodinsky egalitarian utilitarian",
        "agreement_zone": "",
        "obstacles": "",
        "trades": "",
        "robustness": "",
    },
    "watch": {
        "verdicts": "obligation provision verdict window reports why would_change",
        "trends": "",
        "coverage": "",
    },
}


def resolve(body, part):
    while "$ref" in part:
        part = body["$defs"][part["$ref"].rsplit("/", 1)[1]]
    return resolve(body, part["items"]) if part.get("type") == "array" and "items" in part else part


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_output_has_a_sound_schema(name):
    body = schema(name)
    jsonschema.Draft202012Validator.check_schema(body)
    assert json.loads(json.dumps(body)) == body


@pytest.mark.parametrize(("name", "keys"), list(CONTRACT.items()))
def test_the_schema_has_every_key_of_the_contract(name, keys):
    body = schema(name)
    for key, inner in keys.items():
        assert key in body["properties"]
        properties = resolve(body, body["properties"][key]).get("properties", {})
        assert set(inner.split()) <= set(properties)


def test_a_span_and_an_interval_share_no_key():
    body = schema("read")["$defs"]
    assert {"start", "end", "exact"} <= set(body["Span"]["properties"])
    assert {"earliest", "latest"} <= set(body["Interval"]["properties"])
    assert not {"start", "end", "exact"} & set(body["Interval"]["properties"])
    assert not {"earliest", "latest"} & set(body["Span"]["properties"])


def test_points_are_exact_and_a_range_is_two_numbers():
    profile = Profile.model_validate({"id": "KES", "scores": {"lines": {"a": 0.1, "b": [3, 5]}}})
    assert profile.scores["lines"]["b"] == Range(low=3, high=5)
    assert json.loads(profile.model_dump_json(by_alias=True))["scores"] == {"lines": {"a": 0.1, "b": [3, 5]}}
    with pytest.raises(ValueError, match="upside down"):
        Profile.model_validate({"id": "KES", "scores": {"lines": {"b": [5, 3]}}})
    for wrong in ("many", float("nan"), float("inf"), True):
        with pytest.raises(ValueError, match="number"):
            Profile.model_validate({"id": "KES", "scores": {"lines": {"b": wrong}}})
