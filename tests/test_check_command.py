"""``parley check`` as a person uses it: what it prints, what is accepted, what is expected, and SARIF for editors."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

TEXT = """---
title: Cease-fire of Ardel
parties: {KES: Kestria, ORL: Orlavia}
---

1. The Parties shall cease all fire on land and at sea from 06:00 (UTC) on 6 March 2031. {#stop}
2. Each Party shall promptly mark its minefields. {#mines}
3. Done in the tongue of öld Ardel: each Party shall promptly publish this agreement. {#publish}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A process with a draft and nothing else."""
    (tmp_path / "process.toml").write_text('[process]\ntitle = "Ardel"\n', encoding="utf-8")
    (tmp_path / "framework.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def findings(parley, path: Path, *options: object) -> dict[tuple[str, str | None], dict]:
    out = json.loads(parley("check", path, "--json", *options).out)
    return {(each["code"], each["provision"]): each for each in out["findings"]}


def test_people_see_blockers_first_and_what_is_absent_by_chapter(parley, folder, monkeypatch):
    for width in ("80", "120"):
        monkeypatch.setenv("COLUMNS", width)
        done = parley("check", folder / "framework.md")
        assert done.code == 1
        assert "Taken for: ceasefire (its title says 'Cease-fire')" in " ".join(done.out.split())
        places = [done.out.index(words) for words in ("Blockers:", "Not said anywhere", "G. Monitoring", "K. Life")]
        assert places == sorted(places)
        assert "“promptly”" in done.out
        assert max(map(len, done.out.splitlines())) <= int(width)


def test_a_profile_can_be_asked_for(parley, folder):
    short = findings(parley, folder, "--as", "short-pause")
    assert ("G1", None) not in short
    assert ("G1", None) in findings(parley, folder)
    refused = parley("check", folder, "--as", "armistice")
    assert refused.code == 2
    assert "There is no profile 'armistice'; use one of short-pause" in refused.sentence


def test_an_accepted_finding_is_shown_apart_until_the_words_there_change(parley, folder):
    accept = ("--accept", "B5.vague-time@mines", "--by", "Ann", "--reason", "The maps come first")
    assert parley("check", folder, *accept).code == 1  # there are other blockers
    accepted = findings(parley, folder)["B5.vague-time", "mines"]["accepted"]
    assert (accepted["by"], accepted["reason"]) == ("Ann", "The maps come first")
    assert "Accepted by Ann" in parley("check", folder).out
    text = folder / "framework.md"
    text.write_text(TEXT.replace("{#stop}", "They shall cease it for good. {#stop}"), encoding="utf-8")
    assert findings(parley, folder)["B5.vague-time", "mines"]["accepted"]
    text.write_text(TEXT.replace("mark its minefields", "mark its depots"), encoding="utf-8")
    assert findings(parley, folder)["B5.vague-time", "mines"]["accepted"] is None
    assert "the words there were changed since" in " ".join(parley("check", folder).out.split())


def test_accepting_every_blocker_ends_with_0_and_revoking_one_with_1(parley, folder):
    for code, place in findings(parley, folder):
        name = code if place is None else f"{code}@{place}"
        parley("check", folder, "--accept", name, "--by", "Ann", "--reason", "Known")
    assert parley("check", folder).code == 0
    assert parley("check", folder, "--revoke", "B5.vague-time@mines", "--by", "Ann").code == 1
    assert findings(parley, folder)["B5.vague-time", "mines"]["accepted"] is None
    assert parley("record", "verify", folder).code == 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--accept", "B5.vague-time@mines", "--by", "Ann"), "needs a reason"),
        (("--accept", "B5.vague-time@mines", "--reason", "x"), "say whose with --by NAME"),
        (("--accept", "B5.vague-time@mime", "--by", "Ann", "--reason", "x"), "did you mean 'B5.vague-time@mines'"),
        (("--accept", "B5.vague-time", "--by", "Ann", "--reason", "x"), "stands in several places"),
        (("--revoke", "B5.vague-time@mines", "--by", "Ann"), "none is"),
        (("--json", "--sarif"), "ask for one"),
    ],
)
def test_what_cannot_be_decided_is_told_in_a_sentence(parley, folder, options, sentence):
    done = parley("check", folder, *options)
    assert done.code == 2
    assert sentence in done.sentence


def test_a_party_neither_accepts_nor_sees_what_the_team_accepted(parley, folder):
    accept = ("--accept", "B5.vague-time@mines", "--by", "Ann", "--reason", "CANARY")
    parley("check", folder, *accept)
    assert parley("check", folder, "--for", "public", *accept).code == 5
    from parley.process import Process

    Process.open(folder).decide("release", "framework.md", by="Ann", detail={"to": "public"})
    shown = parley("check", folder, "--for", "public", "--json").out
    assert '"B5.vague-time"' in shown
    assert "CANARY" not in shown
    assert "Ann" not in shown


def test_expected_findings_are_a_test_that_one_flag_writes_anew(parley, tmp_path):
    text = tmp_path / "draft.md"
    text.write_text(TEXT, encoding="utf-8")
    assert "make them with --regenerate" in parley("check", text, "--expect").sentence
    parley("check", text, "--regenerate")
    assert parley("check", text, "--expect").code == 0
    assert parley("check", text).code == 1
    text.write_text(TEXT.replace("promptly mark", "rapidly mark"), encoding="utf-8")
    done = parley("check", text, "--expect")
    assert done.code == 1
    told = " ".join(done.out.split())
    assert "expected, not found B5.vague-time@mines “promptly”" in told
    assert "found, not expected B5.vague-time@mines “rapidly”" in told
    (tmp_path / "draft.findings.toml").write_text("[[finding]]\nprovision = 'mines'\n", encoding="utf-8")
    assert "draft.findings.toml: these are no expected findings" in parley("check", text, "--expect").sentence


def test_a_process_keeps_its_expected_findings_beside_its_draft(parley, folder):
    parley("check", folder, "--regenerate")
    assert (folder / "framework.findings.toml").is_file()
    assert parley("check", folder, "--expect").code == 0


def test_sarif_has_the_shape_of_the_standard_and_the_places_of_the_text(parley, folder):
    schema = json.loads((Path(__file__).parent / "golden/sarif/subset.schema.json").read_text("utf-8"))
    parley("check", folder, "--accept", "B5.vague-time@mines", "--by", "Ann", "--reason", "Known")
    done = parley("check", folder, "--sarif")
    assert done.code == 1
    document = json.loads(done.out)
    jsonschema.validate(document, schema)
    [run] = document["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    lines = TEXT.splitlines()
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        words = TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert region.get("snippet", {"text": ""})["text"] == words
        if words and region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == words
    suppressed = [each for each in run["results"] if "suppressions" in each]
    assert [each["suppressions"][0]["justification"] for each in suppressed] == ["Known"]


def test_fingerprints_stay_where_the_words_do(parley, folder):
    def prints() -> set[str]:
        document = json.loads(parley("check", folder, "--sarif").out)
        return {each["partialFingerprints"]["parleyFinding/v2"] for each in document["runs"][0]["results"]}

    before = prints()
    text = folder / "framework.md"
    text.write_text(TEXT.replace("1. The Parties", "0. Nothing.\n1. The Parties"), encoding="utf-8")
    assert before <= prints()
    renumbered = TEXT.replace("1. The", "4. The").replace("2. Each", "5. Each").replace("3. Done", "6. Done")
    text.write_text(renumbered.replace(" {#mines}", ""), encoding="utf-8")
    assert before <= prints()


def test_an_editor_finds_the_text_of_a_process_in_its_folder(parley, folder, monkeypatch):
    def places(path: Path) -> set[str]:
        [run] = json.loads(parley("check", path, "--sarif").out)["runs"]
        return {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]}

    assert places(folder) == places(folder / "framework.md") == {(folder / "framework.md").as_uri()}
    monkeypatch.chdir(folder.parent)
    assert places(Path(folder.name)) == {f"{folder.name}/framework.md"}
    monkeypatch.chdir(folder)
    assert places(Path()) == {"framework.md"}


def test_the_first_lines_count_the_blockers_among_what_is_not_said(parley, folder):
    told = " ".join(parley("check", folder).out.split())
    absent = [each for each in findings(parley, folder).values() if each["kind"] == "absent"]
    blockers = sum(each["severity"] == "blocker" for each in absent)
    assert blockers
    assert f"{len(absent)} not said ({blockers} blocker{'s' if blockers > 1 else ''})" in told
