"""What others see of a weighing: the packages that the mediator released to them, and nothing that tells more.

docs/reference/releasing.md says what can and can't be learnt; each of its claims names the test here that proves it.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jsonschema
import pytest

from parley.briefing import brief
from parley.model import Audience, Decision, NotPermitted, WrongUsage, schema
from parley.process import Process

Make = Callable[..., Path]
Opened = Callable[[Path], Process]

TEXT = """\
---
title: Initial cease-fire
status: draft
parties: {KES: Republic of Kestria, ORL: Orlavian Union}
---

1. The Parties shall exchange [#prisoners KES: all | ORL: 500 each of their] prisoners by D+21. {#exchange}

2. This agreement remains in force for [#duration KES: 30 | ORL: 90] days. {#duration}
"""
MARK = "zqcanary"


def profile(
    party: str, prisoners: tuple[float, float], duration: tuple[float, float], reserve: float
) -> dict[str, str]:
    return {
        f"caucus/{party}/profile.toml": f'note = "{MARK}-{party}"\nreserve = {reserve}\n'
        f"[scores.prisoners]\nall = {prisoners[0]}\n500-each-of-their = {prisoners[1]}\n"
        f"[scores.duration]\n30 = {duration[0]}\n90 = {duration[1]}\n"
    }


KES, ORL = profile("KES", (9, 2), (4.03125, 1), 6), profile("ORL", (1, 8), (2, 3.09375), 2)
FILES = {"framework.md": TEXT, **KES, **ORL}
A, B = {"prisoners": "all", "duration": "90"}, {"prisoners": "ORL", "duration": "KES"}
OTHERWISE: dict[str, dict[str, str]] = {
    "other points": profile("ORL", (8, 1), (0, 70), 2),
    "nothing acceptable to both": profile("ORL", (1, 8), (2, 3), 900),
    "a red line on the package": {"caucus/ORL/profile.toml": f'red_lines = [{{ prisoners = "all" }}]\n# {MARK}\n'},
    "no profile that could be read": {"caucus/ORL/profile.toml": f'"{MARK}\n['},
    "another party": profile("HAL", (5, 5), (5, 5), 5),
}
OUTSIDERS = ["party:KES", "party:ORL", "party:HAL", "team", "public"]
ASKED = (
    [],
    ["--json"],
    ["--released", "--json"],
    ["--plot", "x.svg"],
    ["--method", "divide"],
    ["--method", "stability"],
    ["--release", "prisoners=all", "duration=90", "--to", "public", "--by", "X"],
    ["--revoke", "0123456789ab", "--by", "X"],
)


@pytest.fixture
def ask(parley, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, str], list[object]]:
    """All that an audience can get out of a process about its packages: words, errors, exit codes, the brief."""

    def all_of_it(folder: Path, audience: str) -> list[object]:
        monkeypatch.chdir(folder)
        heard: list[object] = []
        for arguments in ASKED:
            done = parley("weigh", folder, *arguments, "--for", audience)
            heard.append((done.code, done.out, done.err))
        done = parley("record", "verify", folder, "--for", audience, "--json")
        heard.append((done.code, done.out, done.err))
        brief(opened(folder), audience)
        heard.append((folder / "out" / f"brief-{audience.replace(':', '-')}.html").read_text("utf-8"))
        return [words.replace(str(folder), "DIR") if isinstance(words, str) else words for words in heard]

    return all_of_it


def test_a_party_sees_the_package_in_words_and_nothing_else(make: Make, opened: Opened, parley) -> None:
    folder = make(FILES)
    opened(folder).release(A, "party:KES", by="Envoy")
    done = parley("weigh", folder, "--for", "party:KES", "--json")
    output = json.loads(done.out)
    jsonschema.Draft202012Validator(schema("weigh-released")).validate(output)
    assert done.code == 0
    assert set(output) == {"audience", "head", "notes", "released"}
    assert output["released"] == [
        {
            "options": [
                {"issue": "prisoners", "title": "Exchange of prisoners", "option": "all", "text": "all"},
                {"issue": "duration", "title": "duration", "option": "90", "text": "90"},
            ],
            "to": None,
            "id": None,
        }
    ]
    shown = parley("weigh", folder, "--for", "party:KES")
    assert "Packages released to party:KES, 1 of 1" in shown.out


@pytest.fixture(scope="module")
def heard_before() -> dict[str, list[object]]:
    """What was said where nothing is otherwise, kept for all tests that compare with it."""
    return {}


@pytest.mark.parametrize("otherwise", [*OTHERWISE, None])
def test_what_is_shown_does_not_depend_on_what_others_want_or_whether_they_were_asked(
    otherwise, make, opened, ask, heard_before
) -> None:
    folder = make(FILES)
    for to in ("party:KES", "public"):
        opened(folder).release(A, to, by="Envoy")
    if not heard_before:
        heard_before |= {audience: ask(folder, audience) for audience in ("party:KES", "team")}
    if otherwise is None:
        shutil.rmtree(folder / "caucus" / "ORL")
        (folder / "caucus" / "KES" / "profile.toml").unlink()
    for name, words in OTHERWISE.get(otherwise, {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, "utf-8")
    for audience, before in heard_before.items():
        assert ask(folder, audience) == before


def test_a_release_to_one_party_changes_nothing_for_anybody_else(make, opened, ask) -> None:
    folder = make(FILES)
    asked = ("party:KES", "party:ORL", "team")
    before = {audience: ask(folder, audience) for audience in asked}
    [given] = opened(folder).release(A, "party:KES", by="Envoy").released
    after = {audience: ask(folder, audience) for audience in asked}
    assert [audience for audience in asked if before[audience] != after[audience]] == ["party:KES"]
    opened(folder).revoke_release(given.id, by="Envoy")
    assert ask(folder, "party:ORL") == before["party:ORL"]


def test_no_order_tells_which_package_came_first(make, opened, parley) -> None:
    heard = []
    for number, order in enumerate(((A, B), (B, A))):
        folder = make(FILES, f"process{number}")
        for package in order:
            opened(folder).release(package, "party:KES", by="Envoy")
        heard.append([parley("weigh", folder, "--for", "party:KES", *form).out for form in ([], ["--json"])])
    assert heard[0] == heard[1]
    assert [p["options"][0]["option"] for p in json.loads(heard[0][1])["released"]] == ["500-each-of-their", "all"]


@pytest.mark.parametrize(
    ("to", "who"),
    [
        ("party:KES", {"party:KES"}),
        ("team", {"team"}),
        ("public", {"party:KES", "party:ORL", "party:HAL", "team", "public"}),
    ],
)
def test_it_is_seen_by_those_it_was_released_to(to, who, make, opened) -> None:
    process = opened(make(FILES))
    process.release(A, to, by="Envoy")
    assert {audience for audience in OUTSIDERS if process.released(Audience(audience)).released} == who
    [listed] = process.released(Audience("mediator")).released
    assert listed.to == to


def test_where_nothing_was_released_all_are_refused_alike(make, opened, parley) -> None:
    folder = make(FILES)
    opened(folder).release(A, "party:ORL", by="Envoy")
    for audience in ("party:KES", "party:HAL", "team", "public"):
        done = parley("weigh", folder, "--for", audience)
        assert (done.code, done.out) == (5, "")
        assert done.sentence == (
            f"parley: Weighing is for the mediator, not for {audience}, to whom no package was released."
        )
        listed = parley("weigh", folder, "--for", audience, "--released", "--json")
        assert (listed.code, json.loads(listed.out)["released"]) == (0, [])


def test_a_revoked_release_is_shown_no_longer_and_stays_in_the_record(make, opened) -> None:
    process = opened(make(FILES))
    process.release(A, "party:KES", by="Envoy")
    first = process.release(B, "party:KES", by="Envoy").released[-1]
    left = process.revoke_release(first.id, by="Deputy").released
    assert len(left) == len(process.released(Audience("party:KES")).released) == 1
    kinds = [entry.kind for entry in process.verify(audience=Audience("party:KES")).entries]
    assert kinds == ["release", "release", "revoke"]
    again = process.release({**A} if left[0].options[0].option != "all" else B, "party:KES", by="Envoy")
    assert len(again.released) == 2


def test_what_a_party_reads_of_the_decision_is_the_package_the_name_and_the_time(make, opened) -> None:
    process = opened(make(FILES))
    process.release(A, "party:KES", by="Envoy")
    [entry] = process.verify(audience=Audience("party:KES")).entries
    assert set(entry.detail) == {"to", "package"}
    assert (entry.by, entry.reason, entry.number) == ("Envoy", "", 1)
    assert process.verify(audience=Audience("team")).entries == ()


def test_the_words_are_those_of_the_day_of_the_release(make, opened) -> None:
    folder = make(FILES)
    opened(folder).release(A, "party:KES", by="Envoy")
    before = opened(folder).released(Audience("party:KES")).released
    (folder / "framework.md").write_text(TEXT.replace("KES: 30 | ORL: 90", "KES: 30 | ORL: 120"), "utf-8")
    assert opened(folder).released(Audience("party:KES")).released == before


def test_settled_brackets_need_not_be_named(make, opened) -> None:
    process = opened(make(FILES))
    process.settle({"duration": "30"}, by="Envoy")
    [package] = process.release({"#prisoners": "KES"}, "public", by="Envoy").released
    assert [option.option for option in package.options] == ["all", "30"]


def test_nothing_of_a_profile_is_in_any_output_for_others(make, opened, ask) -> None:
    folder = make(FILES)
    for to in ("party:KES", "team", "public"):
        opened(folder).release(A, to, by="Envoy")
    for audience in OUTSIDERS:
        heard = str(ask(folder, audience)).casefold()
        for secret in (MARK, "4.03125", "3.09375", "frontier", "nash", "egalitarian", "utilities"):
            assert secret not in heard.split("</style>")[-1], (audience, secret)


WATCHED: list[str] | None = None


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if WATCHED is not None and event in ("open", "os.listdir", "os.scandir"):
        WATCHED.append(os.fspath(arguments[0]) if isinstance(arguments[0], str | os.PathLike) else "")


sys.addaudithook(_watch)


@contextmanager
def opening() -> Iterator[list[str]]:
    global WATCHED
    WATCHED = []
    try:
        yield WATCHED
    finally:
        WATCHED = None


@pytest.mark.parametrize("audience", ["party:KES", "team", "public"])
def test_no_profile_and_no_other_caucus_is_so_much_as_opened_so_no_time_tells_either(audience, make, opened) -> None:
    folder = make(FILES)
    opened(folder).release(A, "party:KES", by="Envoy")
    with opening() as files:
        opened(folder).released(Audience(audience))
    inside = [Path(name).relative_to(folder).as_posix() for name in files if name.startswith(str(folder))]
    assert "process.toml" in inside
    own = {"caucus", "caucus/KES/decisions.jsonl"} if audience == "party:KES" else set()
    assert {name for name in inside if name.startswith("caucus")} <= own


@pytest.mark.parametrize(
    ("package", "to", "words"),
    [
        ({"prisoners": "all"}, "public", "name one for #duration too"),
        ({**A, "ports": "x"}, "public", "there is no bracket #ports"),
        ({**A, "duration": "45"}, "public", "#duration has no option '45'"),
        (A, "mediator", "The mediator sees every package"),
        (A, "party:QUE", "There is no party 'QUE'"),
        (A, "everybody", "is no audience"),
    ],
)
def test_what_cannot_be_released_is_said_in_one_sentence(package, to, words, make, opened) -> None:
    process = opened(make(FILES))
    with pytest.raises(WrongUsage) as refused:
        process.release(package, to, by="Envoy")
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)
    assert process.released(Audience("mediator")).released == ()


def test_a_release_needs_a_name_is_made_once_and_by_the_mediator(make, opened, parley) -> None:
    folder = make(FILES)
    process = opened(folder)
    with pytest.raises(WrongUsage, match="say who decides"):
        process.release(A, "public", by=" ")
    process.release(A, "public", by="Envoy")
    with pytest.raises(WrongUsage, match="released to public already"):
        process.release(A, "public", by="Envoy")
    with pytest.raises(NotPermitted, match="by the mediator, not by party:KES"):
        process.release(B, "public", by="X", audience=Audience("party:KES"))
    with pytest.raises(WrongUsage, match="No released package has the id"):
        process.revoke_release("000000", by="Envoy")
    for arguments, words in (
        (["--release", "prisoners=all", "--to", "public"], "--by NAME"),
        (["--release", "prisoners=all", "--by", "X"], "--to party:NAME"),
        (["--to", "public"], "--release LABEL=OPTION"),
        (["--released", "--normalise"], "without the options of weighing"),
    ):
        done = parley("weigh", folder, *arguments)
        assert done.code == 2
        assert words in done.sentence


def test_an_entry_in_another_form_or_in_the_wrong_chain_shows_nothing(make, opened) -> None:
    process = opened(make(FILES))
    package = {"options": [{"issue": "prisoners", "title": "x", "option": "all", "text": MARK}]}
    decided: list[Decision] = [
        process.decide("release", "package:1", by="X", detail={"to": "party:ORL", "package": package}),
        process.decide("release", "package:2", by="X", detail={"to": "party:ORL", "package": package}, caucus="KES"),
        process.decide("release", "package:3", by="X", detail={"to": "public", "package": {"options": 5}}),
    ]
    assert len(decided) == 3
    for audience in (*OUTSIDERS, "mediator"):
        assert process.released(Audience(audience)).released == ()


def test_a_file_whose_release_was_revoked_is_closed_again(make, opened) -> None:
    process = opened(make(FILES))
    entry = process.decide("release", "framework.md", by="Envoy", detail={"to": "party:KES"})
    assert process.draft(Audience("party:KES")).text != ""
    process.decide("revoke", entry.hash, by="Envoy")
    assert process.draft(Audience("party:KES")).text == ""
