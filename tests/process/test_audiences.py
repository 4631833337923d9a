"""No byte of a caucus reaches anybody but the mediator and that party: canaries, and outputs that don't change.

The second is the stronger: an output that is the same, to the byte, whether or not a caucus is there
can give nothing of it away, in whatever form.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from parley.model import Audience, NotPermitted, ParleyError
from parley.process import Process, check_file

Make = Callable[..., Path]
Opened = Callable[[Path], Process]

KES, ORL, TEAM_ONLY, MEDIATOR_ONLY = "zqcanarykes", "zqcanaryorl", "zqcanaryteam", "zqcanarymediator"
"""Marks that stand nowhere else; each in every place of its compartment where something can stand."""

REPORTS = "id,event_earliest,event_latest,reported,act,actor,claimant,note\n"
LINE = """{"type": "Feature", "properties": {"name": "Line"},
"geometry": {"type": "LineString", "coordinates": [[88, -41], [89, -42]]}}"""


def caucus(party: str, mark: str) -> dict[str, str]:
    row = f"{mark}-1,2031-04-03,2031-04-03,2031-04-03T12:00,fire,ORL,{party},{mark} heard\n"
    profile = f'note = "{mark}"\nreserve = 3\n[scores.prisoners]\nall = 5\n500-each-of-their = 4\n'
    return {
        f"caucus/{party}/documents/{mark}-note.md": f"Republic of Kestria could live with less, {mark} prisoner.\n",
        f"caucus/{party}/documents/{mark}-note.meta.toml": f'title = "{mark}"\n',
        f"caucus/{party}/documents/{mark}.pdf": "%PDF-1.7",
        f"caucus/{party}/profile.toml": profile,
        f"caucus/{party}/reports/{mark}.csv": REPORTS + row,
    }


SHARED = {
    "documents/public.md": "Republic of Kestria demands every prisoner.\n",
    "documents/public.meta.toml": 'audience = "public"\n',
    "documents/team.md": f"Orlavian Union on prisoner lists, {TEAM_ONLY}.\n",
    "documents/mediator.md": f"Envoy's own note on prisoner lists, {MEDIATOR_ONLY}.\n",
    "documents/mediator.meta.toml": f'audience = "mediator"\ntitle = "{MEDIATOR_ONLY}"\n',
    "annexes/line.geojson": LINE,
    "reports/team.csv": REPORTS + f"t-1,2031-04-03,2031-04-03,2031-04-03T12:00,fire,ORL,KES,{TEAM_ONLY}\n",
}
WHOLE = SHARED | caucus("KES", KES) | caucus("ORL", ORL)

BROKEN = {
    f"caucus/ORL/documents/{ORL}-x.meta.toml": f'"{ORL}',
    f"caucus/ORL/documents/{ORL}-x.md": b"\0\0\0\0",
    "caucus/ORL/profile.toml": f'reserve = "{ORL}"\n[scores',
    "caucus/ORL/decisions.jsonl": f'{{"by": "{ORL}"}}\n',
    f"caucus/ORL/reports/{ORL}.csv": f"id,event_earliest\n{ORL},no day\n",
}
"""Everything in one caucus is broken: its errors must not be heard outside it either."""


def exported(process: Process, audience: Audience, name: str) -> list[str]:
    """The files of an export, by name and content, and what is said of them."""
    with tempfile.TemporaryDirectory() as folder:
        done = process.convert(Path(folder) / name, audience=audience)
        files = [Path(path) for path in done.files]
        return [*done.notes, str(done.head), *(path.name + path.read_text(encoding="utf-8") for path in files)]


VERBS: dict[str, Callable[[Process, Audience], object]] = {
    "documents": lambda process, audience: process.documents(audience),
    "read": lambda process, audience: process.read(audience),
    "search": lambda process, audience: [process.search(word, audience) for word in ("zqcanary", "prisoner")],
    "positions": lambda process, audience: process.positions(audience),
    "tone": lambda process, audience: process.positions(audience, tone=("KES", "ORL")),
    "jsonl": lambda process, audience: exported(process, audience, "x.jsonl"),
    "csv": lambda process, audience: exported(process, audience, "x.csv"),
    "webanno": lambda process, audience: exported(process, audience, "x.jsonld"),
    "review": lambda process, audience: process.review(audience, certain=True),
    "draft": lambda process, audience: process.draft(audience),
    "framework": lambda process, audience: process.framework(audience),
    "taken": lambda process, audience: process.taken(audience),
    "issues": lambda process, audience: process.issues(audience),
    "check": lambda process, audience: process.check(audience),
    "settle": lambda process, audience: process.settle({"prisoners": "all"}, record=False, audience=audience),
    "profiles": lambda process, audience: process.profiles(audience),
    "weigh": lambda process, audience: process.weigh(audience),
    "shapes": lambda process, audience: process.shapes(audience),
    "reports": lambda process, audience: process.reports(audience),
    "watch": lambda process, audience: process.watch(audience),
    "rehearse": lambda process, audience: process.watch(audience, rehearse=True),
    "verify": lambda process, audience: process.verify(audience=audience),
}
OUTSIDERS = ["public", "team", "party:KES", "party:HAL", "party:orl"]


def said(process: Process, verb: str, audience: str) -> str:
    """All that a verb says to an audience: its output as JSON, or its error."""
    try:
        return json.dumps(_plain(VERBS[verb](process, Audience(audience))), ensure_ascii=False)
    except ParleyError as error:
        return f"{type(error).__name__}: {error}"


def _plain(thing: object) -> object:
    if isinstance(thing, BaseModel):
        return thing.model_dump(mode="json")
    return [_plain(item) for item in thing] if isinstance(thing, list | tuple) else thing


def marks(text: str) -> set[str]:
    return {mark for mark in (KES, ORL, TEAM_ONLY, MEDIATOR_ONLY) if mark in text.casefold()}


def fill(folder: Path, opened: Opened) -> Path:
    """Record a decision in each caucus, and let the mediator's outputs fill every cache."""
    process = opened(folder)
    for party, mark in (("KES", KES), ("ORL", ORL)):
        process.decide("confirm", f"{mark}-subject", by="Envoy", reason=mark, caucus=party)
    for verb in ("read", "search"):
        said(process, verb, "mediator")
    return folder


@pytest.fixture(scope="module")
def folder(make_once: Make, opened: Opened) -> Path:
    return fill(make_once(WHOLE), opened)


@pytest.fixture(scope="module")
def broken(make_once: Make, opened: Opened) -> Path:
    """The same, with everything in one caucus broken and a caucus whose name is impossible."""
    folder = fill(make_once(WHOLE), opened)
    for name, content in BROKEN.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "caucus" / "zqcanary +").mkdir()
    return folder


@pytest.fixture(scope="module")
def without(make_once: Make, opened: Opened) -> Path:
    """The same without that caucus."""
    folder = fill(make_once(WHOLE), opened)
    shutil.rmtree(folder / "caucus" / "ORL")
    return folder


MAY_HOLD = {
    "public": set[str](),
    "team": {TEAM_ONLY},
    "party:KES": {KES},
    "party:ORL": {ORL},
    "party:HAL": set[str](),
    "party:orl": set[str](),
    "mediator": {KES, ORL, TEAM_ONLY, MEDIATOR_ONLY},
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("audience", MAY_HOLD)
def test_an_output_holds_no_mark_but_its_audiences_own(
    folder: Path, opened: Opened, verb: str, audience: str, capfd: pytest.CaptureFixture[str]
) -> None:
    heard = said(opened(folder), verb, audience)
    assert marks(heard) <= MAY_HOLD[audience]
    assert marks("".join(capfd.readouterr())) == set()


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("audience", OUTSIDERS)
def test_an_output_is_the_same_whether_or_not_anothers_caucus_is_there(
    folder: Path, broken: Path, without: Path, opened: Opened, verb: str, audience: str
) -> None:
    heard = [said(opened(each), verb, audience) for each in (folder, broken, without)]
    assert heard[0] == heard[1] == heard[2]


def test_no_file_outside_a_caucus_holds_a_byte_of_it(folder: Path, opened: Opened) -> None:
    for audience in MAY_HOLD:
        for verb in VERBS:
            said(opened(folder), verb, audience)
    files = list(files_of(folder))
    assert any(name.startswith("caucus/ORL/.parley/cache.sqlite") for name, _ in files)
    assert (".parley/cache.sqlite", True) in [(name, TEAM_ONLY.encode() in data) for name, data in files]
    for party, mark in (("KES", KES), ("ORL", ORL)):
        outside = [(name, data) for name, data in files if not name.startswith(f"caucus/{party}/")]
        assert [name for name, data in outside if mark in name or mark.encode() in data.lower()] == []


def test_the_mediators_papers_are_not_in_the_cache_that_the_team_holds(folder: Path, opened: Opened) -> None:
    said(opened(folder), "search", "mediator")
    said(opened(folder), "read", "mediator")
    assert MEDIATOR_ONLY.encode() not in (folder / ".parley" / "cache.sqlite").read_bytes().lower()


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def test_what_an_audience_may_see_is_there(folder: Path, opened: Opened) -> None:
    process = opened(folder)
    assert marks(said(process, "read", "mediator")) == {KES, ORL, MEDIATOR_ONLY, TEAM_ONLY}
    assert marks(said(process, "read", "party:KES")) == {KES}
    assert len(process.read(Audience("party:KES")).documents) == 2
    assert len(process.reports(Audience("mediator"))[0]) == 3
    assert [profile.id for profile in process.profiles(Audience("party:ORL"))] == ["ORL"]
    assert [entry.reason for entry in process.verify(audience=Audience("party:ORL")).entries] == [ORL]


@pytest.mark.parametrize("audience", ["public", "team", "party:KES", "party:ORL"])
def test_weighing_is_for_the_mediator_alone(folder: Path, opened: Opened, audience: str) -> None:
    with pytest.raises(NotPermitted, match="for the mediator, not for"):
        opened(folder).weigh(Audience(audience))


def test_a_report_named_by_hand_keeps_the_label_of_its_folder(folder: Path, opened: Opened) -> None:
    report = folder / "caucus" / "ORL" / "reports" / f"{ORL}.csv"
    for audience in ("public", "team", "party:KES"):
        with pytest.raises(NotPermitted) as refused:
            opened(folder)._view(Audience(audience)).reports([report])
        assert marks(str(refused.value)) == set()
    assert len(opened(folder)._view(Audience("party:ORL")).reports([report])[0]) == 1


def test_a_text_is_for_those_to_whom_it_was_released(make: Make, opened: Opened) -> None:
    process = opened(make(WHOLE))
    assert process.draft(Audience("party:KES")).text == ""
    assert process.issues(Audience("party:KES"))[0].options == ()
    with pytest.raises(NotPermitted, match=r"framework\.md is for team and was not released to party:KES"):
        process.settle({"prisoners": "all"}, record=False, audience=Audience("party:KES"))
    process.decide("release", "framework.md", by="Envoy", detail={"to": "party:KES"})
    assert process.draft(Audience("party:ORL")).text == ""
    assert "No Party shall fire" in process.draft(Audience("party:KES")).text


@pytest.mark.parametrize("name", ["caucus/ORL/documents/z.geojson", "Caucus/ORL/z.geojson", "caucus/z.geojson"])
@pytest.mark.parametrize("content", [LINE.replace('"Line"', f'"{ORL}"'), f'{{"{ORL}'])
def test_a_text_that_names_a_file_of_a_caucus_as_its_annex_opens_it_to_nobody(
    make: Make, opened: Opened, name: str, content: str
) -> None:
    folder = make(WHOLE)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    text = (folder / "framework.md").read_text("utf-8").replace("\n---\n", f"\nannexes: {{A: {name}}}\n---\n", 1)
    (folder / "framework.md").write_text(text, "utf-8")
    without = [said(opened(folder), verb, "team") for verb in VERBS]
    single = json.dumps(_plain(check_file(folder / "framework.md"))).replace(str(folder), "")
    (folder / name).write_text(content, "utf-8")
    assert [said(opened(folder), verb, "team") for verb in VERBS] == without
    assert json.dumps(_plain(check_file(folder / "framework.md"))).replace(str(folder), "") == single
    if content.endswith("}"):
        shapes = opened(folder).shapes(Audience("mediator"))
        assert [shape.name for shape in shapes if shape.audience != "team"] == [ORL]


def test_a_chain_that_is_a_link_to_anothers_is_not_followed(make: Make, opened: Opened) -> None:
    folder = fill(make(WHOLE), opened)
    chain = folder / "caucus" / "KES" / "decisions.jsonl"
    chain.unlink()
    chain.symlink_to(folder / "caucus" / "ORL" / "decisions.jsonl")
    for verb in ("read", "verify"):
        heard = said(opened(folder), verb, "party:KES")
        assert "links are not followed" in heard
        assert marks(heard) == set()


def test_no_decision_relabels_a_paper_of_a_caucus(make: Make, opened: Opened) -> None:
    process = opened(make(WHOLE))
    name = f"caucus/ORL/documents/{ORL}-note.md"
    process.decide("release", name, by="Envoy", detail={"to": "public"})
    labels = {document.path: document.audience for document in process.documents(Audience("mediator"))}
    assert labels[name] == "party:ORL"
    assert marks(said(process, "read", "public")) == set()
