"""JSON Lines: what comes back is what went in; every line stands alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parley import __version__
from parley.model import Output, ReadOutput, UnusableInput
from parley.process import Process
from parley.process.exports import load_jsonl
from parley.process.exports.jsonl import KINDS, jsonl
from process.exports.things import READ


def lines() -> list[dict[str, object]]:
    return [json.loads(line) for line in jsonl(READ).decode().splitlines()]


def test_every_list_of_a_reading_has_its_kind() -> None:
    assert set(KINDS.values()) == set(ReadOutput.model_fields) - set(Output.model_fields)


def test_it_comes_back_as_it_was() -> None:
    assert load_jsonl(jsonl(READ), "x.jsonl") == READ


def test_so_does_all_that_was_read_of_the_demo(finished_demo: Path) -> None:
    read = Process.open(finished_demo).read()
    back = load_jsonl(jsonl(read), "x.jsonl")
    assert len(back.statements) > 50
    assert back == read


def test_the_first_line_says_who_made_it_for_whom_and_the_head_of_the_chain() -> None:
    assert lines()[0] == {
        "kind": "export",
        "software": "Parley",
        "version": __version__,
        "audience": "team",
        "head": "0" * 64,
        "notes": ["A note."],
    }


def test_each_line_has_its_kind_and_the_keys_of_the_reading() -> None:
    assert [line["kind"] for line in lines()] == [
        *["export", "document", "document", "actor", "statement", "statement"],
        *["time", "event", "meeting", "measure", "criticism"],
    ]
    statement = next(line for line in lines() if line["kind"] == "statement")
    assert statement["act"] == "express-willingness"
    assert {line["kind"]: line for line in lines()}["event"]["cameo"] == "036"


def test_what_has_a_kind_of_its_own_keeps_it() -> None:
    by_kind = {line["kind"]: line for line in lines()}
    assert (by_kind["actor"]["actor_kind"], by_kind["time"]["time_kind"]) == ("state", "DATE")


def test_no_line_is_broken_by_a_mark_that_some_take_for_an_end() -> None:
    assert len(jsonl(READ).decode().splitlines()) == jsonl(READ).count(b"\n")


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b'{"kind": "statement"', "line 1"),
        (b"\n[]\n", "line 2"),
        (b'{"kind": "poem"}\n', "line 1"),
        (b'{"id": "x"}', "line 1"),
        (b"\xff\xfe", "line 1"),
        (b'{"kind": "export"}', "line 1"),
        (b'{"kind": "statement", "id": "x"}', "statements 0"),
    ],
)
def test_what_is_no_export_is_refused_at_its_place(data: bytes, where: str) -> None:
    with pytest.raises(UnusableInput, match=f"^x.jsonl, {where}.*take the file as it was exported"):
        load_jsonl(data, "x.jsonl")
