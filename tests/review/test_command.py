"""The command on the demo: keys from a pipe, proposals, and a report."""

from __future__ import annotations

import io
import json
import sys


def test_keys_come_from_a_pipe_and_the_report_counts_them(demo_copy, parley, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("a\nr\nq\n"))
    done = parley("review", demo_copy, "--by", "Ada", "--sample", "5", "--seed", "3")
    assert done.code == 0, done.err
    assert "2 decisions saved" in done.out
    report = parley("review", demo_copy, "--report")
    assert "2 decided of a random sample of 5" in report.out
    assert "3 of the 5 drawn are not decided yet" in report.out
    output = json.loads(parley("review", demo_copy, "--json").out)
    assert [each["kind"] for each in output["judgements"]] == ["confirm", "reject"]
    assert len(json.loads(parley("read", demo_copy, "--json").out)["left_out"]) == 1


def test_proposals_are_decided_by_a_key_and_can_be_taken_back(demo_copy, parley, monkeypatch):
    before = json.loads(parley("review", demo_copy, "--json").out)
    assert before["proposals"]
    skips = "s\n" * len(before["open"])
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{skips}k\nu\na\nq\n"))
    assert parley("review", demo_copy, "--by", "Ada").code == 0
    after = json.loads(parley("review", demo_copy, "--json").out)
    assert len(after["proposals"]) == len(before["proposals"]) - 1
    decided = [each for each in json.loads(parley("read", demo_copy, "--json").out)["proposals"] if each["decided"]]
    assert [(each["decided"], each["decided_by"]) for each in decided] == [("one", "Ada")]
