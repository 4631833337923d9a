"""How long the acceptance of a finding holds: as long as the words do, whatever number they are given."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from parley.model import DecisionKind, WrongUsage
from parley.process import Process
from parley.process.accepted_words import digest_with_numbers
from parley.process.chain import Choice

HEAD = """---
title: Cease-fire of Orne
parties: {ARD: Arden, FRE: Free Front}
d_day: 2031-04-01T06:00+03:00
---

"""
TANKS = "Arden shall withdraw its tanks as soon as possible from Orne."
CAPTIVES = "Free Front shall release all prisoners promptly."
OTHER = "Free Front shall cease all fire at D-day."
WRITTEN = f"1. {TANKS} {{#tanks}}\n\n2. {CAPTIVES}\n"


def process(folder: Path, text: str = WRITTEN) -> Process:
    (folder / "process.toml").write_text('[process]\ntitle = "Orne"\n', encoding="utf-8")
    written(folder, text)
    return Process.open(folder)


def written(folder: Path, text: str) -> None:
    (folder / "framework.md").write_text(HEAD + text, encoding="utf-8")


def hurried(process: Process) -> dict[str, str | None]:
    """The words without a number by where they stand, with the reason if they are accepted."""
    found = [each for each in process.check().findings if each.code == "B5.vague-time"]
    return {f"{each.provision} {each.quote}": each.accepted.reason if each.accepted else None for each in found}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"1. {OTHER}\n\n2. {TANKS} {{#tanks}}\n\n3. {CAPTIVES}\n", "3"),
        (f"7. {TANKS} {{#tanks}}\n\n9. {CAPTIVES}\n", "9"),
        (f"**1.** {TANKS} {{#tanks}}\n\n**2.** {CAPTIVES}\n", "2"),
        (f"1) {TANKS} {{#tanks}}\n\n2) {CAPTIVES}\n", "2"),
        (f"1. {CAPTIVES}\n\n2. {TANKS} {{#tanks}}\n", "1"),
        (f"1. {TANKS} {{#tanks}}\n\n2. {CAPTIVES} {{#captives}}\n", "captives"),
        (f"### Article 1. Tanks\n\n{TANKS} {{#tanks}}\n\n### Article 4. Captives\n\n{CAPTIVES}\n", "4"),
        (
            f"## Withdrawal\n\n1. {TANKS} {{#tanks}}\n\n## Captives\n\n1. {OTHER}\n\n2. **Free Front**"
            f"{CAPTIVES.removeprefix('Free Front')}\n",
            "2",
        ),
    ],
)
def test_an_acceptance_outlives_every_new_number_mark_and_id(tmp_path, text, place):
    team = process(tmp_path)
    for name in ("B5.vague-time@tanks", "B5.vague-time@2"):
        team.accept(name, by="Eva", reason=name)
    written(tmp_path, text)
    assert set(hurried(team).values()) == {"B5.vague-time@tanks", "B5.vague-time@2"}
    assert hurried(team)[f"{place} promptly"] == "B5.vague-time@2"
    assert not [note for note in team.check().notes if "accepted" in note]


def test_an_id_that_is_taken_away_changes_no_words(tmp_path):
    team = process(tmp_path)
    team.accept("B5.vague-time@tanks", by="Eva", reason="Mud")
    written(tmp_path, WRITTEN.replace(" {#tanks}", ""))
    assert hurried(team)["1 as soon as possible"] == "Mud"


def test_what_is_accepted_under_an_old_number_stays_when_another_is_accepted_under_it(tmp_path):
    team = process(tmp_path, f"1. {CAPTIVES}\n")
    team.accept("B5.vague-time@1", by="Eva", reason="Captives first")
    written(tmp_path, f"1. Arden shall open the road promptly.\n\n2. {CAPTIVES}\n")
    assert hurried(team) == {"1 promptly": None, "2 promptly": "Captives first"}
    team.accept("B5.vague-time@1", by="Eva", reason="The road is mined")
    assert hurried(team) == {"1 promptly": "The road is mined", "2 promptly": "Captives first"}
    team.revoke_acceptance("B5.vague-time@2", by="Eva")
    assert hurried(team) == {"1 promptly": "The road is mined", "2 promptly": None}


def test_the_same_words_in_two_places_are_accepted_one_by_one(tmp_path):
    team = process(tmp_path, f"1. {CAPTIVES}\n\n2. {CAPTIVES}\n")
    team.accept("B5.vague-time@2", by="Eva", reason="Known")
    assert hurried(team) == {"1 promptly": None, "2 promptly": "Known"}


def test_changed_words_come_back_with_a_note_under_whatever_number(tmp_path):
    team = process(tmp_path)
    team.accept("B5.vague-time@2", by="Eva", reason="Known")
    written(tmp_path, WRITTEN.replace("all prisoners", "all sick prisoners"))
    assert hurried(team)["2 promptly"] is None
    assert "the words there were changed since" in " ".join(team.check().notes)
    written(tmp_path, f"1. {OTHER}\n\n2. {OTHER}\n\n3. {CAPTIVES.replace('all', 'all sick')}\n")
    assert "no B5.vague-time stands in just those words any more. Open: B5.vague-time@3." in " ".join(
        team.check().notes
    )


def test_of_two_findings_in_a_provision_each_is_accepted_by_itself(tmp_path):
    both = "Arden shall open the road promptly and shall inform Free Front as soon as possible."
    team = process(tmp_path, f"1. {both}\n")
    with pytest.raises(WrongUsage, match=r"B5\.vague-time@1/1 “promptly”, B5\.vague-time@1/2 “as soon as possible”"):
        team.accept("B5.vague-time@1", by="Eva", reason="Known")
    team.accept("B5.vague-time@1/2", by="Eva", reason="Known")
    assert hurried(team) == {"1 promptly": None, "1 as soon as possible": "Known"}
    written(tmp_path, f"1. {OTHER}\n\n2. {both}\n")
    assert hurried(team) == {"2 promptly": None, "2 as soon as possible": "Known"}
    team.revoke_acceptance("B5.vague-time@2/2", by="Eva")
    assert set(hurried(team).values()) == {None}


def test_an_acceptance_of_old_holds_while_its_number_does_and_says_so_when_not(tmp_path):
    team = process(tmp_path)
    framework = team.draft()
    [finding] = [each for each in team.check().findings if each.code == "B5.vague-time" and each.provision == "2"]
    detail = {"finding": digest_with_numbers(finding, framework)}
    words = "\0".join(("B5.vague-time", "2", f"2. {CAPTIVES}"))
    assert detail["finding"] == hashlib.sha256(words.encode()).hexdigest()
    team._record([Choice(DecisionKind.ACCEPT, "B5.vague-time@2", "Eva", "Known", detail)])
    assert hurried(team)["2 promptly"] == "Known"
    written(tmp_path, f"1. {OTHER}\n\n2. {TANKS} {{#tanks}}\n\n3. {CAPTIVES}\n")
    assert hurried(team)["3 promptly"] is None
    assert "holds while words and number stay the same; one was changed" in " ".join(team.check().notes)
