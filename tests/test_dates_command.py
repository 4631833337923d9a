"""`parley check --timeline`: a table, a picture, a calendar; without D-day, days counted from it."""

from __future__ import annotations

import json

HEAD = "---\ntitle: A pause\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n"
TEXT = HEAD + "1. Each Party shall withdraw its tanks by D+10. {#out}\n"


def draft(tmp_path, text=TEXT):
    path = tmp_path / "draft.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_relative_days_without_d_day(parley, tmp_path):
    done = parley("check", draft(tmp_path), "--timeline", "--svg", tmp_path / "a.svg")
    assert "not fixed" in done.out
    assert "D+10" in done.out
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg")


def test_no_calendar_without_a_date(parley, tmp_path):
    done = parley("check", draft(tmp_path), "--ics", tmp_path / "a.ics")
    assert done.code == 2
    assert "D-day is not fixed, so a calendar would be empty" in done.sentence
    assert not (tmp_path / "a.ics").exists()


def test_a_d_day_can_be_supposed(parley, tmp_path):
    done = parley("check", draft(tmp_path), "--ics", tmp_path / "a.ics", "--d-day", "2031-03-01", "--json")
    found = json.loads(done.out)
    assert [row["date"] for row in found["timeline"]] == ["2031-03-01", "2031-03-11"]
    assert found["files"] == [str(tmp_path / "a.ics")]
    assert "D-day is supposed to be 2031-03-01." in found["notes"]
    assert b"DTSTART;VALUE=DATE:20310311\r\n" in (tmp_path / "a.ics").read_bytes()


def test_nothing_is_overwritten(parley, tmp_path):
    (tmp_path / "a.svg").write_text("mine", encoding="utf-8")
    done = parley("check", draft(tmp_path), "--svg", tmp_path / "a.svg")
    assert (done.code, "nothing is overwritten" in done.sentence) == (2, True)


def test_no_picture_of_a_text_without_dates(parley, tmp_path):
    done = parley("check", draft(tmp_path, HEAD + "1. Each Party shall report.\n"), "--svg", tmp_path / "a.svg")
    assert "nothing to draw" in done.sentence
