"""Hostile papers: each gives a document or one sentence that names it and the mend, and the next one is read."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_papers import docx, eml, odt, pdf, set_lines, w, word_xml, zipped
from parley.model import ParleyError, UnusableInput
from parley.text import open_document
from parley.text.child import Child
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


def test_entities_of_an_opendocument_text_are_neither_expanded_nor_fetched():
    head = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    for entity in "ab":
        sound = odt(f"<text:p>&{entity};</text:p>")
        with zipfile.ZipFile(io.BytesIO(sound)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["content.xml"] = parts["content.xml"].replace(b"?>", b"?>" + head.encode(), 1)
        assert "root:" not in refused(zipped(parts), "a.odt")


def test_an_opendocument_text_that_grows_without_measure_is_not_unpacked():
    bomb = odt("", **{"content.xml": "<office>" + " " * 50_000_000 + "</office>"})
    assert "grows more than 200 times" in refused(bomb, "a.odt")


def test_a_part_is_never_longer_than_the_directory_of_a_zip_says():
    data = zipped({"word/document.xml": word_xml(w("The Parties met. " * 500))}, zipfile.ZIP_STORED)
    place = data.rindex(b"PK\x01\x02")
    (packed, unpacked) = struct.unpack_from("<II", data, place + 20)
    assert packed == unpacked > 8_000
    short = bytearray(data)
    struct.pack_into("<I", short, place + 24, 100)
    assert refused(bytes(short), "a.docx")
    long = bytearray(data)
    struct.pack_into("<I", long, place + 24, 399_000_000)
    assert "399,000,000 bytes unpacked" in refused(bytes(long), "a.docx")


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


@pytest.fixture(name="misbehaving")
def _misbehaving(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The child's parsers do to it what the paper says."""
    child = Child("misbehaving_child")
    monkeypatch.setattr(guard, "_child", child)
    yield
    child.close()


def said_of(deed: str) -> str:
    """The sentence about a paper that does this to the child; the papers before and after it are read."""
    before, after = (open_document(b"%PDF-well", name).text for name in ("before.pdf", "again.pdf"))
    with pytest.raises(UnusableInput) as caught:
        open_document(b"%PDF-" + deed.encode(), "a.pdf")
    assert (before, after, open_document(b"%PDF-well", "after.pdf").text) == ("Well.\n",) * 3
    return str(caught.value)


@pytest.mark.usefixtures("misbehaving")
def test_a_parser_that_dies_costs_its_paper_alone():
    assert said_of("die").startswith("a.pdf: the program part that reads a PDF broke down on it; save its text")


@pytest.mark.usefixtures("misbehaving")
def test_a_parser_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(guard, "LIMITS", Limits(seconds=10))
    open_document(b"%PDF-well", "a.pdf")  # its start is no part of the time
    monkeypatch.setattr(guard, "LIMITS", Limits(seconds=0.5))
    with pytest.raises(UnusableInput, match=r"took more than 0\.5 seconds"):
        open_document(b"%PDF-spin", "a.pdf")
    monkeypatch.setattr(guard, "LIMITS", Limits())
    assert open_document(b"%PDF-well", "a.pdf").text == "Well.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no bound of processor time")
@pytest.mark.usefixtures("misbehaving")
def test_processor_time_is_bounded(monkeypatch):
    monkeypatch.setattr(guard, "LIMITS", Limits(cpu_seconds=0))
    assert "broke down" in said_of("spin")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows a bound of address space")
@pytest.mark.usefixtures("misbehaving")
def test_memory_is_bounded():
    assert "it needs more memory than it may take" in said_of("grow")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no bound of a file's size")
@pytest.mark.usefixtures("misbehaving")
def test_nothing_is_written_to_the_disk():
    assert "a.pdf: " in said_of("write")


def test_papers_locked_with_a_password_name_the_mend():
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00> <00>]"
    locked_pdf = SOUND["a.pdf"].replace(b"trailer << ", b"trailer << " + lock.encode() + b" ")
    locked_docx = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    for data, name in ((locked_pdf, "a.pdf"), (locked_docx, "a.docx")):
        assert refused(data, name) == (
            f"{name}: it is locked with a password; save a copy without a password and open that."
        )


@pytest.mark.parametrize("name", sorted(SOUND))
@pytest.mark.parametrize("place", ["front", "middle", "end"])
def test_zero_bytes_give_a_document_or_one_sentence(name, place):
    sound = SOUND[name]
    cut = {"front": 0, "middle": len(sound) // 2, "end": len(sound)}[place]
    try:
        document = open_document(sound[:cut] + b"\x00" * 8 + sound[cut:], name)
        said = f"{name}: " + " ".join((document.text, *document.notes))
    except ParleyError as error:
        said = str(error)
    assert said.startswith(f"{name}: ")
    assert "The Parties met" in said or "; " in said  # its words, or what is wrong and the mend


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
