"""Rough surroundings: hands in the chain of decisions, commands at once or killed, odd terminals; nothing is lost."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest

from parley.process import Process


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "parley", *(str(argument) for argument in arguments)]


@pytest.mark.parametrize(
    ("take", "said"),
    [
        (["duratoin=60"], "there is no bracket #duratoin; did you mean 'duration'"),
        (["duration=61"], "#duration has no option '61'; use one of 30, 60, 90"),
        (["duration"], "is not of the form LABEL=OPTION"),
        (["duration=60", "duration=90"], "--take names #duration twice"),
    ],
)
def test_a_choice_that_the_text_does_not_offer_is_wrong_usage(take, said, finished_demo, parley):
    options = [word for choice in take for word in ("--take", choice)]
    done = parley("settle", finished_demo / "framework.md", *options)
    assert done.code == 2
    assert said in done.sentence


def test_a_clean_text_on_standard_output_is_the_text_to_the_letter(finished_demo, parley):
    text = finished_demo / "framework.md"
    done = parley("settle", text)
    assert done.out.encode() == text.read_bytes()
    assert "Still open: heavy-distance" in done.err


def test_a_choice_whose_text_cannot_be_written_is_not_recorded(demo_copy, tmp_path, parley):
    before = (demo_copy / "decisions.jsonl").read_bytes()
    for out, code in ((demo_copy / "framework.md", 2), (tmp_path / "nowhere" / "x.md", 5)):
        assert parley("settle", demo_copy, "--take", "duration=60", "--by", "me", "--out", out).code == code
    assert (demo_copy / "decisions.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda lines: [lines[0].replace(b"heavy", b"light"), *lines[1:]],
        lambda lines: [*lines[:-1], lines[-1][:-20]],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [*lines, lines[-1]],
    ],
    ids=["edited", "cut", "reordered", "taken out", "doubled"],
)
@pytest.mark.parametrize(
    "verb", ["read", "search", "positions", "check", "weigh", "watch", "brief", "settle", "record"]
)
def test_a_damaged_chain_stops_every_verb_with_4(damage, verb, demo_copy, parley):
    chain = demo_copy / "decisions.jsonl"
    chain.write_bytes(b"".join(damage(chain.read_bytes().splitlines(keepends=True))))
    more = {"search": ["x"], "settle": ["--take", "duration=60", "--by", "me"]}
    done = parley(*(["record", "verify"] if verb == "record" else [verb]), demo_copy, *more.get(verb, []))
    assert done.code == 4
    assert re.match(r"parley: decisions\.jsonl, line \d", done.sentence)


def test_an_emptied_chain_is_found_out_by_an_earlier_head(demo_copy, parley):
    head = json.loads(parley("record", "verify", demo_copy, "--json").out)["head"]
    (demo_copy / "decisions.jsonl").write_bytes(b"")
    assert parley("record", "verify", demo_copy).code == 0
    done = parley("record", "verify", demo_copy, "--head", head)
    assert done.code == 4
    assert done.sentence.startswith("parley: decisions.jsonl: the chain ends here")


def test_two_commands_at_once_both_have_their_say(demo_copy):
    before = len(Process.open(demo_copy).verify().entries)
    running = [
        subprocess.Popen(command("settle", demo_copy, "--take", f"duration={days}", "--by", "me"), stdout=-3, stderr=-3)
        for days in (30, 60, 90)
    ]
    assert [each.wait(60) for each in running] == [0, 0, 0]
    assert len(Process.open(demo_copy).verify().entries) == before + 3


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")
@pytest.mark.parametrize("verb", [["read"], ["settle", "--take", "duration=60", "--by", "me"], ["brief"]])
def test_a_command_killed_at_any_time_loses_nothing(verb, demo_copy, parley):
    papers = {path: path.read_bytes() for path in (demo_copy / "documents").iterdir()}
    for wait in (0.3, 0.9):
        running = subprocess.Popen(command(verb[0], demo_copy, *verb[1:]), stdout=-3, stderr=-3)
        time.sleep(wait)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert parley("record", "verify", demo_copy).code == 0
    assert parley("read", demo_copy).code == 0
    assert papers == {path: path.read_bytes() for path in (demo_copy / "documents").iterdir()}


@pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise on Windows")
@pytest.mark.parametrize(("verb", "code"), [("positions", 0), ("check", 1)])
def test_a_reader_that_goes_away_changes_no_exit_code(verb, code, finished_demo):
    running = subprocess.Popen(command(verb, finished_demo), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.close()
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (code, b"")


@pytest.mark.parametrize(
    "surroundings",
    [{"LC_ALL": "C", "LANG": "C"}, {"PYTHONIOENCODING": "ascii"}, {"NO_COLOR": "1"}, {"COLUMNS": "40"}, {"HOME": ""}],
    ids=lambda surroundings: next(iter(surroundings)),
)
def test_any_script_reaches_any_terminal(surroundings, tmp_path, parley):
    assert parley("new", tmp_path / "p").code == 0
    (tmp_path / "p" / "documents" / "a.txt").write_text("Сторони готові до переговорів.\n", encoding="utf-8")
    done = subprocess.run(
        command("search", tmp_path / "p", "Сторони"), capture_output=True, env=os.environ | surroundings, check=True
    )
    assert "Сторони" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""
