"""Reports of any form in a process: mappings beside them, snapshots, clusters to decide on, and who sees what."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.model import Audience, NotPermitted, UnusableInput, WrongUsage
from parley.process import Process

Make = Callable[..., Path]
Opened = Callable[[Path], Process]

OURS = "id,event_earliest,reported,act,actor,claimant\nr1,2031-04-05,2031-04-06,shelling,KES,ORL\n"
THEIRS = "дата;подія;хто\n05.04.2031;обстріл;KES\n31.04.2031;обстріл;KES\n"
HOW = """title = "A log"
[columns]
event = { column = "дата", format = "%d.%m.%Y" }
act = { column = "подія", table = { "обстріл" = "shelling" } }
actor = "хто"
claimant = { constant = "ORL" }
"""


def test_a_mapping_beside_a_file_is_used_and_unusable_rows_are_told(make: Make, opened: Opened) -> None:
    folder = make({"reports/a.csv": OURS, "reports/log.csv": THEIRS, "reports/log.mapping.toml": HOW})
    output = opened(folder).watch()
    assert [(one.path, one.mapping, one.rows, one.reports) for one in output.received] == [
        ("reports/a.csv", None, 1, 1),
        ("reports/log.csv", "reports/log.mapping.toml", 2, 1),
    ]
    [row] = output.received[1].listed
    assert (row.row, row.column) == (3, "дата")
    assert any("1 of them can't be used: row 3, column дата: it holds '31.04.2031'" in note for note in output.notes)
    assert len(output.received[0].sha256) == 64


def test_a_table_that_no_mapping_fits_is_one_sentence_that_names_them(make: Make, opened: Opened) -> None:
    with pytest.raises(UnusableInput, match=r"reports/log\.csv: no mapping fits .*--mapping \(acled, .*ucdp-ged"):
        opened(make({"reports/log.csv": THEIRS})).watch()


def test_two_contents_of_one_id_in_two_files_are_told_and_the_rest_is_watched(make: Make, opened: Opened) -> None:
    other = OURS.replace("KES,ORL", "ORL,KES") + "r2,2031-04-07,2031-04-08,shelling,KES,ORL\n"
    output = opened(make({"reports/a.csv": OURS, "reports/b.csv": other})).watch()
    assert [(one.reports, one.unusable) for one in output.received] == [(1, 0), (1, 1)]
    told = (
        "reports/b.csv: its 2 rows gave 1 report; 1 of them can't be used: row 2: it gives the id 'r1' of reports/a.csv"
    )
    assert any(note.startswith(told) for note in output.notes)
    corrected = OURS.replace("claimant", "claimant,corrects").replace("KES,ORL", "ORL,ORL,r1")
    output = opened(make({"reports/a.csv": OURS, "reports/b.csv": corrected, "reports/c.csv": OURS})).watch()
    assert [one.unusable for one in output.received] == [0, 0, 0]


def test_a_mapping_named_by_hand(make: Make, opened: Opened, tmp_path: Path) -> None:
    folder = make({})
    for name, text in (("log.csv", THEIRS), ("how.toml", HOW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    output = opened(folder).watch(reports=[tmp_path / "log.csv"], mapping=str(tmp_path / "how.toml"))
    assert output.received[0].reports == 1
    with pytest.raises(UnusableInput, match="has none of the columns of the mapping acled"):
        opened(folder).watch(reports=[tmp_path / "log.csv"], mapping="acled")


def test_what_a_source_changed_is_shown_with_before_and_after(make: Make, opened: Opened) -> None:
    how = 'retrieved = "name"\n[columns]\nid = "n"\nevent = "day"\nact = "what"\n'
    files = {}
    for day, what in (("2031-04-06", "shelling"), ("2031-04-20", "explosion")):
        files |= {f"reports/x-{day}.csv": f"n,day,what\n7,2031-04-05,{what}\n", f"reports/x-{day}.mapping.toml": how}
    output = opened(make(files)).watch()
    [one] = output.recoded
    assert (one.id, one.before, one.after) == ("7", {"act": "shell"}, {"act": "explode"})
    assert any(
        "7 was told otherwise before" in note and "act was 'shell' and is 'explode'" in note for note in output.notes
    )


def test_a_name_is_looked_up_in_the_list_of_places(make: Make, opened: Opened) -> None:
    how = '[columns]\nid = "n"\nevent = "day"\nplace = "where"\n'
    places = "name,latitude,longitude\nTamsen,-42,90\n"
    files = {
        "reports/x.csv": "n,day,where\n7,2031-04-05,TAMSEN\n",
        "reports/x.mapping.toml": how,
        "reports/own.csv": "id,event_earliest,place\n8,2031-04-05,TAMSEN\n",
        "annexes/places.csv": places,
    }
    assert [one.place.latitude for one in opened(make(files)).reports()[0]] == [-42, -42]


def test_areas_with_columns_of_reports_are_reports_and_no_map(make: Make, opened: Opened) -> None:
    ring = [[89.9, -42.0], [90.1, -42.0], [90.1, -41.9], [89.9, -42.0]]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    report = feature | {"properties": {"id": "7", "event_earliest": "2031-04-05", "act": "shelling"}}
    files = {f"reports/x-2031-04-0{day}.geojson": json.dumps(one) for day, one in ((5, feature), (6, report))}
    process = opened(make(files))
    assert [one.id for one in process.reports()[0]] == ["7"]
    assert [one.rows for one in process.watch().received] == [1, 1]
    assert [file.notes == ("a map",) for file in process.watch().received] == [True, False]


CLUSTER = (
    "id,event_earliest,reported,act,actor,claimant,latitude,longitude,radius_m,count\n"
    "a,2031-04-05T10:00,2031-04-06,shelling,KES,ORL,-42,90,100,3\n"
    "b,2031-04-05T11:00,2031-04-06,attack,KES,JVC,-42,90.005,100,5\n"
)


def test_one_event_of_two_sources_is_proposed_and_joined_by_a_person(make: Make, opened: Opened) -> None:
    process = opened(make({"reports/x.csv": CLUSTER}))
    [open_] = process.watch(duplicates=True).clusters
    assert (open_.reports, open_.independent, open_.decided) == (("a", "b"), 2, None)
    assert process.watch().clusters == ()
    hint = (
        "1 event seems to be told by several sources and counts as several (a, b): --duplicates lists what may be one."
    )
    assert hint in process.watch().notes
    assert hint not in process.watch(duplicates=True).notes
    with pytest.raises(WrongUsage, match="don't hold each of its reports once"):
        process.join_reports(open_.id, by="Ana", groups=[["a"]])
    process.join_reports(open_.id, by="Ana", reason="same crater")
    [told] = [note for note in process.watch().notes if "b tells of what a does, but of 5 and not of 3" in note]
    assert told
    assert hint not in process.watch().notes
    assert [report.about for report in process.reports()[0]] == [None, "a"]


def test_two_that_a_person_keeps_apart_stay_apart(make: Make, opened: Opened) -> None:
    process = opened(make({"reports/x.csv": CLUSTER}))
    [open_] = process.watch(duplicates=True).clusters
    process.join_reports(open_.id, by="Ana", groups=[["a"], ["b"]])
    [decided] = process.watch(duplicates=True).clusters
    assert (decided.decided, decided.decided_by) == ("apart", "Ana")
    assert [report.about for report in process.reports()[0]] == [None, None]
    with pytest.raises(WrongUsage, match="is no cluster of reports"):
        process.join_reports("nothing", by="Ana")


def test_what_lies_in_a_caucus_is_its_own(make: Make, opened: Opened) -> None:
    secret = json.dumps([{"id": "r9", "event_earliest": "2031-04-05", "act": "shelling"}])
    files = {"caucus/KES/reports/x.json": secret, "caucus/KES/how.toml": HOW, "reports/a.csv": OURS}
    process = opened(make(files))
    assert [one.path for one in process.watch(Audience("team")).received] == ["reports/a.csv"]
    assert [report.id for report in process.reports(Audience("party:KES"))[0]] == ["r9"]
    with pytest.raises(NotPermitted):
        process.watch(Audience("team"), mapping=str(process.folder / "caucus" / "KES" / "how.toml"))


def test_rows_of_the_future_are_named(make: Make, opened: Opened) -> None:
    how = '[columns]\nid = "n"\nevent = "day"\nact = "what"\n'
    table = "n,day,what\n1,2031-04-05,shelling\n2,2041-04-05,shelling\n"
    notes = opened(make({"reports/x.csv": table, "reports/x.mapping.toml": how})).watch().notes
    assert any("row 3 tells of a time after 2031-05-01: check its date" in n for n in notes)


def test_the_command_takes_a_mapping_and_lists_what_it_could_not_use(make: Make, tmp_path: Path, parley: Any) -> None:
    folder = make({})
    (tmp_path / "log.csv").write_text(THEIRS, encoding="utf-8")
    (tmp_path / "how.toml").write_text(HOW, encoding="utf-8")
    arguments = ["watch", folder, "--reports", tmp_path / "log.csv", "--mapping", tmp_path / "how.toml"]
    done = parley(*arguments, "--duplicates", "--json")
    [file] = json.loads(done.out)["received"]
    assert (file["rows"], file["reports"], file["unusable"], file["listed"][0]["row"]) == (2, 1, 1, 3)
    assert "row 3, column дата" in parley(*arguments).out.replace("\n", " ")
    refused = parley("watch", folder, "--reports", tmp_path / "log.csv", "--mapping", "aclet")
    assert (refused.code, "did you mean 'acled'" in refused.sentence) == (2, True)


def test_a_file_among_the_reports_that_is_no_table_is_named(make: Make, opened: Opened) -> None:
    row = "id,event_earliest\n7,2031-04-05\n"
    files = {"reports/old.xls": row, "reports/x.csv": row, "reports/README.md": "notes"}
    notes = opened(make(files)).watch().notes
    assert [note.partition(";")[2] for note in notes if note.startswith("reports/old.xls: not read")] == [
        " save it as one of them."
    ]
    assert not any("README" in note for note in notes)


def test_what_is_no_text_is_to_be_exported_as_a_table(make: Make, opened: Opened) -> None:
    folder = make({"reports/x.csv": ""})
    (folder / "reports" / "x.csv").write_bytes(bytes(range(256)) * 9)
    with pytest.raises(UnusableInput, match=r"x\.csv: it is no text.*; export it again as a table"):
        opened(folder).watch()
