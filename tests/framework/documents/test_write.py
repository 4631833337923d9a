"""A text as a document: what goes in comes back out, numbers are computed, brackets keep label and owners."""

from __future__ import annotations

import io
import json
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parley.framework import parse, write
from parley.framework.documents import DOCUMENTS
from parley.framework.documents.paragraphs import Kind, paragraphs
from parley.model import WrongUsage
from parley.text import open_document

TEXT = """---
title: Truce between Kestria and Orlavia
parties: {KES: Republic of Kestria, ORL: Orlavian Union}
d_day: 2031-03-01
---

# Truce between Kestria and Orlavia

<!-- a remark -->

The Republic of Kestria and the Orlavian Union have agreed as follows:

## Words

**Heavy Weapons** means tanks & guns above 82 mm.

## Peace

1. No Party shall place Heavy Weapons within [#far KES: 15 | ORL: 30] km of the line from D+7. {#heavy}

2. The Parties shall:
   (a) release *all* prisoners by D+10;
   (b) exchange lists of the missing by D+5.
   {#people}

3. Articles 1 and 2 apply to all forces. Each Party shall report every breach within 24 hours.

   Each Party shall keep a record. {#report}
"""
AGAIN = ["txt", "docx", "odt", "html"]
AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def meaning(text):
    """What a text obliges to, without ids and places."""
    parts = ("modality", "act", "place", "window")
    return [
        ([getattr(each, part) and getattr(each, part).value for part in parts], each.bearer and len(each.bearer.value))
        for each in text.obligations
    ]


def again(data, kind):
    return parse(open_document(data, f"a.{kind}").text, "a")


@pytest.mark.parametrize("kind", AGAIN)
def test_what_is_written_is_read_again_with_the_same_meaning(kind):
    text = parse(TEXT)
    back = again(write(text, kind), kind)
    assert meaning(back) == meaning(text)
    assert [bracket.exact for bracket in back.brackets] == ["[#far KES: 15 | ORL: 30]"]
    assert [each.term for each in back.definitions] == ["Heavy Weapons"]
    assert {party.id for party in back.parties} == {"KES", "ORL"}


def test_paragraphs_carry_numbers_and_no_marks():
    rows = paragraphs(parse(TEXT))
    told = [(row.kind.value, row.number, row.text[:32]) for row in rows if row.kind is not Kind.HEADING]
    assert told == [
        ("text", None, "The Republic of Kestria and the "),
        ("text", None, "“Heavy Weapons” means tanks & gu"),
        ("provision", "1.", "No Party shall place Heavy Weapo"),
        ("provision", "2.", "The Parties shall:"),
        ("item", "(a)", "release all prisoners by D+10;"),
        ("item", "(b)", "exchange lists of the missing by"),
        ("provision", "3.", "Articles 1 and 2 apply to all fo"),
        ("provision", None, "Each Party shall keep a record."),
    ]


def test_numbers_are_computed_and_references_follow():
    text = TEXT.replace("1. No Party", "2. No Party").replace("2. The Parties", "5. The Parties")
    text = text.replace("3. Articles 1 and 2", "9. Articles 2 and 5")
    rows = [row for row in paragraphs(parse(text)) if row.kind is Kind.PROVISION and row.number]
    assert [row.number for row in rows] == ["1.", "2.", "3."]
    assert rows[2].text.startswith("Articles 1 and 2 apply")


def test_numbers_that_are_not_told_apart_stay():
    text = TEXT.replace("3. Articles", "2. Articles")
    rows = [row for row in paragraphs(parse(text)) if row.kind is Kind.PROVISION and row.number]
    assert [row.number for row in rows] == ["1.", "2.", "2."]


def test_akoma_ntoso_holds_against_its_schema():
    cobalt = pytest.importorskip("cobalt")
    from cobalt.schemas import assert_validates

    data = write(parse(TEXT), "akn")
    act = cobalt.Act(data)
    assert_validates(act, strict=True)
    root = etree.fromstring(data)
    articles = root.findall(".//a:article", AKN)
    assert [(each.get("eId"), each.get("wId")) for each in articles] == [
        ("art_1", "heavy"),
        ("art_2", None),  # the word id stands at the end of its last item
        ("art_3", "report"),
    ]
    (bracket,) = root.findall(".//a:inline[@name='bracket']", AKN)
    assert bracket.text == "[#far KES: 15 | ORL: 30]"
    assert [each.text for each in articles[1].findall(".//a:num", AKN)] == ["2.", "(a)", "(b)"]


def test_a_word_document_marks_what_is_open_and_hides_who_wrote_it():
    archive = zipfile.ZipFile(io.BytesIO(write(parse(TEXT), "docx")))
    body = archive.read("word/document.xml").decode()
    assert '<w:highlight w:val="yellow"/>' in body
    assert "python-docx" not in archive.read("docProps/core.xml").decode()


def test_a_page_has_no_script_and_escapes_words():
    hostile = TEXT.replace("tanks & guns", "<script>alert(1)</script>")
    page = write(parse(hostile), "html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert '<p class="provision" id="heavy"><span class="number">1.</span>' in page


def test_a_pdf_holds_the_words_and_no_text_runs_code():
    pytest.importorskip("typst")
    hostile = TEXT.replace("tanks & guns", '#read("/etc/passwd") $x$ \\" guns')
    text = open_document(write(parse(hostile), "pdf"), "a.pdf").text
    assert '#read("/etc/passwd")' in text
    assert "[#far KES: 15 | ORL: 30]" in " ".join(text.split())


def test_a_missing_extra_is_one_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(WrongUsage, match=r"needs the extra 'pdf'; install it with: pip install 'parley-peace\[pdf\]'"):
        write(parse(TEXT), "pdf")


def test_json_is_the_framework():
    found = json.loads(write(parse(TEXT), "json"))
    assert [each["id"] for each in found["provisions"]] == ["heavy", "2", "2(a)", "people", "report"]
    assert found["brackets"][0]["label"] == "far"


@pytest.mark.parametrize("kind", ["txt", "odt", "html", "akn", "json"])
def test_the_same_text_makes_the_same_bytes(kind):
    assert write(parse(TEXT), kind) == write(parse(TEXT), kind)


@given(st.text(alphabet="ab [](){}#*|:.\n\x00\x0b<>&\"'\\$1“–é漢", max_size=120))
def test_no_text_is_refused(words):
    text = parse(words)
    for kind in DOCUMENTS:
        if kind != "pdf":
            assert write(text, kind)
