"""What a new user, a careless one and a hostile one meet on the command line: one trial, one test.

Nothing here may end in a fault of Parley itself (exit code 70), and every refusal is one sentence.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path

import pytest

SAID = "The foreign minister of Kestria said on Monday that Kestria would withdraw its forces.\n"
UKRAINIAN = (
    "Міністр закордонних справ заявив, що угода про припинення вогню може бути підписана до кінця місяця, "
    "але не за будь-яку ціну. Сторони готові до переговорів.\n"
)
ARABIC = (
    "قال وزير الخارجية إن الاتفاق على وقف إطلاق النار يمكن أن يوقع قبل نهاية الشهر. "
    "وأضاف أن المفاوضات سوف تستمر في الأسبوع القادم.\n"
)
TITLED = '[process]\ntitle = "x"\n'
ACTOR = '[[actors]]\nid = "A"\nname = "Aland"\nkind = "state"\n'


def in_a_process(folder: Path, papers: dict[str, bytes]) -> Path:
    (folder / "documents").mkdir(parents=True)
    (folder / "process.toml").write_text(TITLED, encoding="utf-8")
    for name, data in papers.items():
        (folder / "documents" / name).write_bytes(data)
    return folder


# -- finding the way ------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["read", "positions", "check", "weigh", "watch", "brief", "settle"])
def test_an_empty_folder_is_no_process_and_every_verb_says_so(verb, tmp_path, parley):
    done = parley(verb, tmp_path)
    assert done.code == 3
    assert str(tmp_path) in done.sentence


def test_a_folder_without_settings_is_told_what_they_begin_with(tmp_path, parley):
    (tmp_path / "framework.md").write_text("x", encoding="utf-8")
    done = parley("watch", tmp_path)
    assert done.code == 3
    assert '[process] and title = "..."' in done.sentence


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["raed", "x"], "Did you mean 'read'"),
        (["read", "x", "--josn"], "--json"),
        (["read"], "Missing argument"),
        (["schema", "nothing"], "there are: brief, check"),
        (["watch", "x", "--as-of", "yesterday"], "write it as 2031-03-06"),
        (["watch", "x", "--as-of", "9999-12-31T23:59-14:00"], "write a year from 1000 to 2999"),
        (["read", "x", "--for", "everyone"], "use public, team, mediator or party:NAME"),
        (["check", "x", "--for", "party:\udcff"], "use public, team, mediator or party:NAME"),
    ],
)
def test_wrong_usage_is_one_sentence_with_the_way_out(words, said, parley):
    done = parley(*words)
    assert done.code == 2
    assert said in done.sentence


def test_an_error_stays_one_line_whatever_a_file_is_called(parley):
    done = parley("read", "a\nb.txt")
    assert done.code == 3
    assert "a\\nb.txt: there is no such file" in done.sentence


# -- process.toml and what lies beside a paper ----------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[process]\ntitel = "x"\n', "line 2: unknown key 'titel'; did you mean 'title'"),
        ("[process]\n", "the key 'title' is missing"),
        (TITLED + 'title = "y"\n', "line 3: a key or a table stands here for the second time"),
        (TITLED + "[process]\n", "line 3: a key or a table stands here for the second time"),
        ("[process]\ntitle = 5\n", "line 2: 'title' has to be text"),
        ("[process]\ntitle = " + "9" * 5000, "a number in it is too long to read"),
        (TITLED + 'time_zone = "Africa/Nairoby"\n', "line 3: .*did you mean 'Africa/Nairobi'"),
        (TITLED + "as_of = 9999-12-31\n", "line 3: 'as_of' is too far away; write a year from 1000 to 2999"),
        (TITLED + 'audience = "party:A"\n', "line 3: 'party:A' is one party; use public, team or mediator"),
        (TITLED + ACTOR.replace('"A"', '".."'), "line 4: the id '..' is no short name"),
        (TITLED + ACTOR.replace('"A"', '"CON"'), "line 4: the id 'CON' is no short name"),
        (TITLED + ACTOR.replace('"A"', '"A\\nB"'), "line 4: the id .* is no short name"),
        (TITLED + ACTOR + ACTOR.replace('"A"', '"a"'), "line 8: the id 'a' is another's but for its case"),
        (TITLED + '[issues."a b"]\ntitle = "x"\n', "line 3: 'a b' is no label of a bracket"),
    ],
)
def test_a_slip_in_the_settings_is_named_with_its_line_and_the_mend(settings, said, tmp_path, parley):
    (tmp_path / "process.toml").write_text(settings, encoding="utf-8")
    done = parley("record", "verify", tmp_path)
    assert done.code == 3
    assert re.search(rf"process\.toml.*{said}", done.sentence)


@pytest.mark.parametrize(
    ("meta", "said"),
    [
        ('publishd = "2026-03-02"', "unknown key 'publishd'; did you mean 'published'"),
        ('published = "2 March"', "'published' is no date"),
        ('language = "english"', "'english' is no language code; write two letters"),
        ('reliability = "G"', "'G' is no reliability"),
        ("title = " + "9" * 5000, "a number in it is too long to read"),
    ],
)
def test_a_slip_beside_a_paper_costs_what_it_says_and_not_the_paper(meta, said, tmp_path, parley):
    process = in_a_process(tmp_path / "p", {"a.txt": SAID.encode(), "a.meta.toml": meta.encode()})
    read = json.loads(parley("read", process, "--for", "mediator", "--json").out)
    assert len(read["statements"]) == 1
    assert [note for note in read["notes"] if said in note]


# -- papers ---------------------------------------------------------------------------------------------


def test_a_paper_of_200_megabytes_is_named_and_the_others_are_read(tmp_path, parley):
    process = in_a_process(tmp_path / "p", {"a.txt": SAID.encode()})
    big = process / "documents" / "big.txt"
    with big.open("wb") as stream:
        stream.truncate(200_000_000)
    for verb in ("read", "check", "settle", "weigh"):
        done = parley(verb, big)
        assert done.code == 3
        assert "it is 200,000,000 bytes large" in done.sentence
    read = json.loads(parley("read", process, "--json").out)
    assert len(read["statements"]) == 1
    assert any("big.txt: it is 200,000,000 bytes large" in note for note in read["notes"])


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (UKRAINIAN.encode("cp1251"), "переговорів"),
        (UKRAINIAN.encode("utf-16-le"), "ПЕРЕГОВОРІВ"),
        (ARABIC.encode("utf-8"), "المفاوضات"),
        (ARABIC.encode("cp1256"), "المفاوضات"),
    ],
    ids=["cp1251", "utf-16 without mark", "utf-8", "cp1256"],
)
def test_a_paper_in_another_script_is_kept_found_and_said_to_be_not_yet_read(data, word, tmp_path, parley):
    process = in_a_process(tmp_path / "p", {"a.txt": data})
    output = json.loads(parley("read", process, "--json").out)
    (document,) = output["documents"]
    assert any("kept and searchable, not yet read" in note for note in document["notes"])
    assert any("a.txt: kept and searchable, not yet read" in note for note in output["notes"])
    assert parley("read", process).out.count("kept and searchable, not yet read") == 1
    (hit,) = json.loads(parley("search", process, word, "--json").out)["hits"]
    assert hit["exact"].lower() == word.lower()


@pytest.mark.parametrize(
    ("data", "characters", "note"),
    [
        (b"", 0, "the file is empty"),
        (b"x", 1, None),
        (b"\n \n", 3, "it holds no text"),
        (SAID.encode("utf-16"), len(SAID) + 1, None),
        (SAID.encode("utf-16")[:-1], len(SAID) + 1, "it says that it is UTF-16, but is damaged"),
        ((SAID + "Zoë").encode()[:-1], len(SAID) + 3, "1 place could not be read|an assumption"),
        ("Le ministre a dit «non» à Genève.".encode("latin-1"), 33, "an assumption"),
    ],
)
def test_the_text_of_a_paper_is_as_long_as_the_file_has_characters(data, characters, note, tmp_path, parley):
    (tmp_path / "a.txt").write_bytes(data)
    (document,) = json.loads(parley("read", tmp_path / "a.txt", "--json").out)["documents"]
    assert document["text_length"] == characters
    assert note is None or re.search(note, " ".join(document["notes"]))


@pytest.mark.parametrize("data", [b"\x7fELF\0\0\1", b"%PDF-1.7", b"PK\x03\x04", bytes(range(256)) * 20])
def test_a_binary_called_txt_is_said_to_be_no_text(data, tmp_path, parley):
    (tmp_path / "a.txt").write_bytes(data)
    done = parley("read", tmp_path / "a.txt")
    assert done.code == 3
    assert "save its text as UTF-8 (.txt)" in done.sentence


@pytest.mark.parametrize(
    "page",
    [
        "<html><script>alert('hidden')</script><body><p>{}",
        "<p><table><tr><td>{}",
        "<b>" * 200 + "{}",
        '<!DOCTYPE x [<!ENTITY a "hidden"><!ENTITY b "&a;&a;&a;&a;">]><p>{}<p>&b;&b;',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>{}<p>&a;',
    ],
    ids=["script", "nothing closed", "deep", "entity bomb", "entity from a file"],
)
def test_a_hostile_page_gives_its_words_and_nothing_hidden(page, tmp_path, parley):
    (tmp_path / "a.html").write_text(page.format(SAID), encoding="utf-8")
    done = parley("read", tmp_path / "a.html", "--json")
    assert len(json.loads(done.out)["statements"]) == 1
    assert "hidden" not in done.out
    assert "root:" not in done.out


def test_a_page_nested_without_end_is_refused_in_a_sentence(tmp_path, parley):
    (tmp_path / "a.html").write_text("<div>" * 100_000, encoding="utf-8")
    done = parley("read", tmp_path / "a.html")
    assert done.code == 3
    assert "nested more than 255 deep" in done.sentence


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
def test_names_no_system_shares_and_links_are_passed_over_and_named(tmp_path, parley):
    (tmp_path / "secret.txt").write_text("CANARY said no.\n", encoding="utf-8")
    good = ["emoji😀.txt", "-rf.txt", "--help.txt", "[red].txt", "x" * 240 + ".txt", "אב.txt", "right\u202eleft.txt"]
    bad = ["a\nb.txt", "tab\t.txt", "<b>.txt", "con.txt", "ends."]
    papers = {name: f"{SAID} {number}".encode() for number, name in enumerate([*good, *bad])}
    process = in_a_process(tmp_path / "p", papers)
    (process / "documents" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (process / "documents" / "loop").symlink_to(".")
    done = parley("read", process, "--json")
    read = json.loads(done.out)
    assert {document["path"] for document in read["documents"]} == {f"documents/{name}" for name in good}
    assert len(read["notes"]) == len(bad) + 2
    assert "CANARY" not in done.out
    assert json.loads(parley("search", process, "CANARY", "--json").out)["hits"] == []


# -- folders and disks ----------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_folder_that_may_not_be_written_is_read_and_briefed_elsewhere(demo_copy, tmp_path, parley):
    folders = [demo_copy, *(path for path in demo_copy.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    try:
        assert parley("read", demo_copy).code == 0
        assert parley("brief", demo_copy).code == 5
        assert parley("brief", demo_copy, "--out", tmp_path / "b.html").code == 0
        assert parley("settle", demo_copy, "--take", "duration=60", "--by", "me").code == 5
    finally:
        for path in folders:
            path.chmod(0o755)


def test_a_caucus_that_may_not_be_entered_costs_only_itself(demo_copy, parley, monkeypatch):
    monkeypatch.setattr("parley.process.compartments.may_enter", lambda folder: folder.name != "KES")
    done = parley("weigh", demo_copy, "--json")
    assert done.code == 0
    weighed = json.loads(done.out)
    assert weighed["parties"] == ["ORL"]
    assert any("caucus/KES: not read, for the folder can't be opened" in note for note in weighed["notes"])


def test_a_scaffold_on_a_full_disk_can_be_tried_again(tmp_path, parley, monkeypatch):
    from parley.process import folder

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(folder, "write_atomically", full)
        done = parley("new", tmp_path / "p")
        assert done.code == 5
        assert "no space left on device); free some space" in done.sentence
        assert parley("demo", tmp_path / "p").code == 5
    assert parley("new", tmp_path / "p").code == 0


def test_a_process_may_live_in_a_folder_with_blanks_and_any_script(tmp_path, parley):
    folder = tmp_path / "with blank ünï 和平"
    assert parley("new", folder).code == 0
    assert parley("brief", folder).code == 0
    assert parley("record", "verify", folder).code == 0


# -- reports, annexes, the text -------------------------------------------------------------------------


def incidents(demo: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO((demo / "reports" / "incidents.csv").read_text(encoding="utf-8"))))


def as_table(rows: list[list[str]], delimiter: str = ",") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("one", "other"), [("latitude", "longitude"), ("event_earliest", "reported"), ("act", "actor")]
)
def test_swapped_columns_are_said_to_look_swapped(one, other, demo_copy, parley):
    header, *rows = incidents(demo_copy)
    swap = {one: other, other: one}
    (demo_copy / "reports" / "incidents.csv").write_text(
        as_table([[swap.get(name, name) for name in header], *rows]), encoding="utf-8"
    )
    done = parley("watch", demo_copy, "--json")
    told = done.sentence if done.code == 3 else " ".join(json.loads(done.out)["notes"])
    assert "row 2, column" in told
    assert "reports/incidents.csv" in told
    assert "look swapped" in told


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (lambda _: "", "it is empty; export it again, with its header"),
        (lambda rows: as_table(rows, "|"), "no mapping fits its columns for certain (id|event_earliest"),
        (lambda rows: as_table(rows[1:]), "no mapping fits its columns for certain (K-001,"),
        (lambda rows: as_table([rows[0], [*rows[1][:1], "06/03/2026", *rows[1][2:]]]), "row 2, column event_earliest"),
        (lambda rows: as_table(rows) + '"', "row 29: it is no CSV"),
    ],
    ids=["empty", "delimiter", "no header", "bad day", "open quotation"],
)
def test_a_broken_table_of_reports_is_refused_with_its_row(table, said, demo_copy, parley):
    (demo_copy / "reports" / "incidents.csv").write_text(table(incidents(demo_copy)), encoding="utf-8")
    done = parley("watch", demo_copy)
    assert done.code == 3
    assert said in done.sentence


def test_a_row_that_is_too_short_is_set_aside_and_told_and_the_rest_is_watched(demo_copy, parley):
    rows = incidents(demo_copy)
    (demo_copy / "reports" / "incidents.csv").write_text(as_table([*rows, rows[1][:3]]), encoding="utf-8")
    done = parley("watch", demo_copy, "--json")
    assert done.code == 1
    notes = json.loads(done.out)["notes"]
    assert any("row 29: it has 3 cells and the header 20" in note for note in notes)


@pytest.mark.parametrize(
    "annex",
    [
        "",
        "{",
        "[" * 100_000,
        '{"type": "FeatureCollection"}',
        '{"type": "Polygon", "coordinates": [[[0, 0], [NaN, 1], [1, 1], [0, 0]]]}',
        '{"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}',
        '{"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}',
    ],
    ids=["empty", "cut", "deep", "nothing in it", "no number", "too short", "crossing itself"],
)
def test_a_broken_annex_is_refused_in_a_sentence(annex, demo_copy, parley):
    (demo_copy / "annexes" / "coastal-zone.geojson").write_text(annex, encoding="utf-8")
    done = parley("watch", demo_copy)
    assert done.code == 3
    assert "annexes/coastal-zone.geojson" in done.sentence


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("d_day: 2026-04-13T06:00+03:00", "d_day: soon", "d_day is no date"),
        ("d_day: 2026-04-13T06:00+03:00", "d_day: 9999-12-31", "d_day is no date"),
        ("d_day:", "dday:", "'dday' is no known key"),
        ("parties: {", "parties: [: {", "the front matter is no YAML"),
        ("status: draft", "status: fianl", "status is neither 'draft' nor 'final'"),
    ],
)
def test_broken_front_matter_is_said_by_check_and_by_watch(old, new, said, demo_copy, parley):
    text = demo_copy / "framework.md"
    words = text.read_text(encoding="utf-8")
    assert old in words
    text.write_text(words.replace(old, new, 1), encoding="utf-8")
    for verb in ("check", "watch"):
        done = parley(verb, demo_copy, "--json")
        assert done.code in (0, 1)
        assert said in done.out


@pytest.mark.parametrize(
    "sentence",
    [
        "This agreement lasts for 9000 years from D-Day.",
        "This agreement shall remain in force for 99999999999 years from D-Day.",
        "Each Party shall withdraw its troops by D+99999999999999.",
        "Each Party shall withdraw [#a [#b [#c its troops.",
    ],
)
def test_a_sentence_beyond_the_calendar_or_never_closed_is_kept_and_not_stumbled_over(sentence, tmp_path, parley):
    text = tmp_path / "f.md"
    text.write_text(f"---\nparties: {{A: Aland, B: Bland}}\nd_day: 2999-12-31\n---\n\n1. {sentence}\n", "utf-8")
    done = parley("check", text, "--json", "--timeline")
    assert done.code in (0, 1)
    assert any(found["exact"].endswith(sentence) for found in json.loads(done.out)["sentences"])


# -- weighing -------------------------------------------------------------------------------------------


def case(score: object = 1, **party: object) -> dict[str, object]:
    options = [{"id": "a"}, {"id": "b"}]
    parties = [
        {"id": "A", "scores": {"p": {"a": score, "b": 2}}} | party,
        {"id": "B", "scores": {"p": {"a": 3, "b": 1}}},
    ]
    return {"issues": [{"id": "p", "options": options}], "parties": parties}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (case(float("nan")), "party A, issue p, option a: nan is not a finite number"),
        (case("5"), "party A, issue p, option a: '5' is not a number"),
        (case([5, 3]), "the range [5, 3] is upside down"),
        (case(scores={"p": {"a": 1, "z": 2}}), "there is no option 'z'; use one of a, b"),
        (case(weights={"p": 0}), "every weight is 0"),
        (case(weights={"p": -1}), "the weight of 'p' is below 0"),
        (case(red_lines=[{"q": "a"}]), "there is no issue 'q'"),
        (case(links=[{"if": {"p": "a"}, "then": {"p": "a"}}]), "run in a ring"),
        (case(reservation=3), "'reservation' is not known here"),
        ({}, "the case has no issues"),
        ([], "the file holds no object"),
        (case() | {"parties": case()["parties"] * 2}, "'A' stands there twice"),  # type: ignore[operator]
    ],
)
def test_a_mistake_in_a_case_is_named_with_its_place(data, said, tmp_path, parley):
    (tmp_path / "case.json").write_text(json.dumps(data), encoding="utf-8")
    done = parley("weigh", tmp_path / "case.json")
    assert done.code == 3
    assert "case.json" in done.sentence
    assert said in done.sentence


def test_a_key_that_stands_twice_in_a_case_is_never_dropped_in_silence(tmp_path, parley):
    (tmp_path / "case.json").write_text(json.dumps(case()).replace('"b": 2', '"b": 2, "a": 9'), encoding="utf-8")
    done = parley("weigh", tmp_path / "case.json")
    assert done.code == 3
    assert "the key 'a' stands twice" in done.sentence


def test_a_case_of_200_issues_is_weighed_and_its_packages_told_in_few_digits(tmp_path, parley):
    ids = [f"i{number}" for number in range(200)]
    issues = [{"id": id, "options": ["a", "b", "c"]} for id in ids]
    scores = {id: {"a": 1, "b": 2, "c": 3} for id in ids}
    (tmp_path / "case.json").write_text(json.dumps({"issues": issues, "parties": [{"id": "A", "scores": scores}]}))
    done = parley("weigh", tmp_path / "case.json")
    assert done.code == 0
    assert "about 2.6e95 packages" in done.out
    assert "600" in done.out


def test_an_empty_zone_ends_with_1_and_a_breach_and_a_blocker_too(demo_copy, tmp_path, parley):
    (tmp_path / "case.json").write_text(json.dumps(case(reserve=100)), encoding="utf-8")
    assert parley("weigh", tmp_path / "case.json").code == 1
    assert parley("watch", demo_copy).code == 1
    assert parley("check", demo_copy).code == 1


def test_what_was_not_found_is_said_and_no_empty_table_is_drawn(tmp_path, parley):
    process = in_a_process(tmp_path / "p", {"a.txt": b"x"})
    assert "a.txt: 1 character\nStatements: none\n" in parley("read", process).out
    assert "Nothing found." in parley("search", process, "peace").out
