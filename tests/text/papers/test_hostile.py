"""Hostile papers: each gives a document or one sentence that names it and the mend, and the next one is read."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_papers import docx, eml, odt, pdf, set_lines, w, word_xml, zipped
from parley.model import ParleyError, UnusableInput
from parley.text import open_document
from parley.text.papers import guard
from parley.text.papers.limits import Limits

SOUND = {
    "a.pdf": pdf([set_lines("The Parties met in Lindholt.")]),
    "a.docx": docx(w("The Parties met.")),
    "a.odt": odt("<text:p>The Parties met.</text:p>"),
    "a.eml": eml("From: a@b.example\nSubject: Talks", "The Parties met."),
    "a.html": b"<html><body><p>The Parties met.</p></body></html>",
}


def refused(data: bytes, name: str) -> str:
    with pytest.raises(UnusableInput) as caught:
        open_document(data, name)
    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)
    assert "The Parties met" in open_document(SOUND["a.docx"], "next.docx").text
    return str(caught.value)


def with_doctype(entities: str) -> bytes:
    return docx("", **{"word/document.xml": f"<!DOCTYPE d [{entities}]>" + word_xml(w("&b;")).split("?>")[1]})


def test_entities_are_neither_expanded_nor_fetched():
    bomb = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in ("ab", "bc", "cd", "de", "ef", "fg"))
    for entities in ('<!ENTITY a "ha">' + bomb, '<!ENTITY b SYSTEM "file:///etc/passwd">'):
        assert "root:" not in refused(with_doctype(entities), "a.docx")


def test_a_zip_that_grows_without_measure_is_not_unpacked():
    assert "grows more than 200 times" in refused(docx("", **{"word/document.xml": "<w>" + " " * 50_000_000}), "a.docx")
    many = zipped({f"{number}": "" for number in range(5_001)}, zipfile.ZIP_STORED)
    assert "5,001 parts" in refused(many, "a.docx")


def test_xml_nested_without_end_is_refused():
    deep = word_xml("<w:sdt>" * 2_000 + "</w:sdt>" * 2_000)
    assert "nested deeper" in refused(docx("", **{"word/document.xml": deep}), "a.docx")


def test_no_name_in_a_zip_becomes_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = docx(w("Peace."), **{"../../evil.txt": "x", "/abs.txt": "x", "C:\\evil": "x"})
    assert open_document(data, "a.docx").text == "Peace.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "kind"), [("a.pdf", "damaged"), ("a.docx", "damaged"), ("a.odt", "damaged")])
def test_a_paper_cut_short_is_said_to_be_damaged(name, kind):
    assert kind in refused(SOUND[name][:60], name)


def test_time_and_output_are_bounded(monkeypatch):
    for limits, said in ((Limits(seconds=1e-6), "took more than"), (Limits(output=10), "more text than any paper")):
        monkeypatch.setattr(guard, "LIMITS", limits)
        with pytest.raises(UnusableInput, match=said):
            open_document(SOUND["a.pdf"], "a.pdf")
    monkeypatch.setattr(guard, "LIMITS", Limits())
    assert open_document(SOUND["a.pdf"], "a.pdf").text == "The Parties met in Lindholt.\n"


def test_what_the_bytes_are_counts_more_than_the_ending():
    for name, data in SOUND.items():
        if name != "a.eml":
            document = open_document(data, "paper.txt")
            assert "The Parties met" in document.text
            assert document.notes[0].startswith("its ending is .txt, but it is ")
    (note,) = open_document(b"The Parties met.", "a.pdf").notes
    assert note == "its ending is .pdf, but it is plain text and was read as such"


@pytest.mark.parametrize("text", ["Сторони припиняють вогонь.", "اتفق الطرفان على وقف إطلاق النار"])
def test_any_script_is_kept(text):
    for data, name in ((docx(w(text)), "a.docx"), (odt(f"<text:p>{text}</text:p>"), "a.odt")):
        assert open_document(data, name).text == f"{text}\n"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(SOUND)), st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), max_size=12))
def test_changed_bytes_give_a_document_or_one_sentence(name, changes):
    data = bytearray(SOUND[name])
    for place, byte in changes:
        data[place % len(data)] = byte
    try:
        said = open_document(bytes(data), name).path
    except ParleyError as error:
        said = str(error)
    assert said.startswith(name)
    assert "\n" not in said
