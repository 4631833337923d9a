"""The demo with a mark in every place of every caucus: no command, page, file or error gives one to an outsider.

The process tests hold each verb to this with a reader that is no reader; here the whole programme runs,
as its users run it, with the brief and all that it draws.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from parley import Process, cli

MARKS = {"KES": "zqcanarykes", "ORL": "zqcanaryorl"}
RESERVES = {"KES": "61.03125", "ORL": "48.09375"}
"""Numbers that no other figure of the demo can be mistaken for."""

COMMANDS = {
    "read": ("read", "{demo}"),
    "search": ("search", "{demo}", "zqcanary"),
    "positions": ("positions", "{demo}"),
    "review": ("review", "{demo}", "--all"),
    "check": ("check", "{demo}", "--explain", "--timeline"),
    "weigh": ("weigh", "{demo}"),
    "watch": ("watch", "{demo}"),
    "rehearse": ("watch", "{demo}", "--rehearse"),
    "brief": ("brief", "{demo}"),
}
OUTSIDERS = {"public": [], "team": [], "party:HAL": [], "party:KES": ["KES"]}
"""Whose marks an audience may meet."""

ROW = "event_earliest,event_latest,reported,act,actor,claimant,note\n2026-04-20,2026-04-20,2026-04-20T12:00,shell,"


def plant(demo: Path, party: str) -> None:
    mark, caucus = MARKS[party], demo / "caucus" / party
    name = "Kestria" if party == "KES" else "Orlavia"
    note = f"The foreign minister of {name} said that {name} could accept a withdrawal of {mark} 18 km.\n"
    (caucus / "documents" / f"{mark}.txt").write_text(note, encoding="utf-8")
    meta = f'title = "{mark}"\npublisher = "{mark}"\npublished = 2026-05-01\n'
    (caucus / "documents" / f"{mark}.meta.toml").write_text(meta, encoding="utf-8")
    (caucus / "documents" / f"{mark}.pdf").write_bytes(b"%PDF-1.7")
    (caucus / "reports").mkdir(exist_ok=True)
    row = f"id,{ROW}{'ORL' if party == 'KES' else 'KES'},{party},{mark} heard\n".replace("\n2026", f"\n{mark}-1,2026")
    (caucus / "reports" / f"{mark}.csv").write_text(row, encoding="utf-8")
    profile = caucus / "profile.toml"
    words = profile.read_text(encoding="utf-8").splitlines()
    words = [f"reserve = {RESERVES[party]}" if line.startswith("reserve") else line for line in words]
    profile.write_text(f'note = "{mark}"\n' + "\n".join(words) + "\n", encoding="utf-8")
    Process.open(demo).decide("confirm", f"{mark}-subject", by="Envoy", reason=mark, caucus=party)


def break_everything(demo: Path, party: str) -> None:
    """Every file of the caucus is one that nobody can read, and says so with the mark."""
    for path in sorted((demo / "caucus" / party).rglob("*")):
        if path.is_file() and ".parley" not in path.parts:
            path.write_bytes(f'\x00"{MARKS[party]}'.encode())


def met(words: str | bytes) -> set[str]:
    """The parties whose marks, or reserves, stand in what was put out."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return {party for party, mark in MARKS.items() if mark in text.casefold() or RESERVES[party] in text}


def everything_said(demo, audience):
    """Output and errors of every command for an audience, by command, and the page of its brief."""
    heard = {}
    for name, words in COMMANDS.items():
        said = io.StringIO()
        arguments = ["parley", *(word.format(demo=demo) for word in words), "--for", audience, "--json"]
        with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            patch.setattr(sys, "argv", arguments)
            try:
                cli.main()
            except SystemExit as end:
                said.write(f"\nexit code {end.code}")
        heard[name] = said.getvalue()
    page = demo / "out" / f"brief-{audience.replace(':', '-')}.html"
    heard["page"] = page.read_text(encoding="utf-8") if page.exists() else ""
    return heard


@pytest.fixture(scope="module")
def places(finished_demo, tmp_path_factory):
    """The planted demo, and the folder that is both where the programme runs and where it may put temporary files."""
    root = tmp_path_factory.mktemp("planted")
    demo = Path(shutil.copytree(finished_demo, root / "demo", ignore=shutil.ignore_patterns("out")))
    for party in MARKS:
        plant(demo, party)
    (root / "scratch").mkdir()
    return demo, root / "scratch"


@pytest.fixture(scope="module")
def heard(places):
    """All that is said to everybody."""
    demo, scratch = places
    with pytest.MonkeyPatch.context() as patch, contextlib.chdir(scratch):
        patch.setattr(tempfile, "tempdir", str(scratch))
        return {audience: everything_said(demo, audience) for audience in ("mediator", *OUTSIDERS)}


def test_the_marks_are_where_the_mediator_finds_them(heard):
    for name in ("read", "search", "watch", "brief", "page"):
        assert met(heard["mediator"][name]) == set(MARKS), name
    assert RESERVES["KES"] in heard["mediator"]["weigh"]


@pytest.mark.parametrize("audience", OUTSIDERS)
def test_no_command_gives_a_mark_to_an_outsider(heard, audience):
    assert "<html" in heard[audience]["page"]
    for name, words in heard[audience].items():
        assert met(words) <= set(OUTSIDERS[audience]), name


def test_no_file_holds_a_mark_but_in_its_caucus_and_what_was_written_for_those_who_may_see_it(places, heard):
    assert "page" in heard["mediator"]
    demo, scratch = places
    names = []
    for path in (path for folder in (demo, scratch) for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(demo.parent).as_posix().removeprefix("demo/")
        names.append(name)
        allowed = {party for party in MARKS if name.startswith((f"caucus/{party}/", f"out/brief-party-{party}."))}
        if name != "out/brief-mediator.html":
            assert met(name) | met(path.read_bytes()) <= allowed, name
    assert {".parley/cache.sqlite", "caucus/ORL/.parley/cache.sqlite", "out/brief-mediator.html"} <= set(names)


def test_a_party_is_shown_neither_profile_nor_weighing_not_even_its_own(heard):
    assert heard["party:KES"]["weigh"].endswith("exit code 5")
    assert met(heard["party:KES"]["page"]) == {"KES"}
    for secret in (*RESERVES.values(), "frontier", "Nash", "reserve"):
        assert secret not in heard["party:KES"]["page"].split("</style>")[1], secret


@pytest.mark.parametrize("audience", ["team", "party:KES"])
def test_what_is_said_is_the_same_with_the_caucus_broken_or_gone(places, heard, audience, tmp_path):
    demo = Path(shutil.copytree(places[0], tmp_path / "demo"))
    at_home = {name: words.replace(str(places[0]), str(demo)) for name, words in heard[audience].items()}
    break_everything(demo, "ORL")
    assert everything_said(demo, audience) == at_home
    shutil.rmtree(demo / "caucus" / "ORL")
    assert everything_said(demo, audience) == at_home


def test_a_party_without_the_text_is_told_so_and_not_that_the_text_is_empty(heard):
    page = heard["party:HAL"]["page"]
    assert "framework.md is for team and was not released to party:HAL" in page
    for false in ("Still open", "The text has no labelled bracket", "No date of the text", "No obligation of the text"):
        assert false not in page, false
