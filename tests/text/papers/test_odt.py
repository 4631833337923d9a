"""OpenDocument texts: blocks, lists, notes, tracked changes."""

from __future__ import annotations

import datetime as dt

import pytest

from made_papers import odt
from parley.model import Document, UnusableInput
from parley.text import open_document


def opened(body: str, **how: str) -> Document:
    return open_document(odt(body, **how), "paper.odt")


def test_paragraphs_cells_and_blanks():
    body = (
        '<text:h>Heads</text:h><text:p>One<text:s text:c="2"/>two\n three<text:line-break/>four</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>Cell</text:p></table:table-cell></table:table-row>"
        "</table:table>"
    )
    assert opened(body).text == "Heads\n\nOne  two three\nfour\n\nCell\n"


def test_lists_are_numbered_as_their_style_says():
    style = (
        '<text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
        "</text:list-style>"
    )
    inner = "<text:list><text:list-item><text:p>guns</text:p></text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="L1"><text:list-item><text:p>Fire</text:p>{inner}</text:list-item>'
        "<text:list-item><text:p>Roads</text:p></text:list-item></text:list>"
    )
    assert opened(body, automatic=style).text == "1. Fire\n\n(a) guns\n\n2. Roads\n"


def test_deleted_words_are_left_out_and_said():
    def region(id: str, kind: str, author: str, words: str = "") -> str:
        info = f"<office:change-info><dc:creator>{author}</dc:creator></office:change-info>"
        return f'<text:changed-region text:id="{id}"><text:{kind}>{info}{words}</text:{kind}></text:changed-region>'

    changes = region("a", "deletion", "Bo", "<text:p>may </text:p>") + region("b", "insertion", "Ada")
    document = opened(
        f"<text:tracked-changes>{changes}</text:tracked-changes>"
        '<text:p>The Parties <text:change text:change-id="a"/><text:change-start text:change-id="b"/>shall'
        '<text:change-end text:change-id="b"/> cease fire.</text:p>'
    )
    assert document.text == "The Parties shall cease fire.\n"
    assert document.notes == (
        "it holds 2 tracked changes by Ada (1) and Bo (1): 1 insertion read as part of the text, "
        "1 deletion left out and not shown, at offset 12",
    )


def test_notes_boxes_comments_and_heads():
    body = (
        "<text:p>Open<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See it.</text:p>"
        "</text:note-body></text:note>.<office:annotation><dc:creator>Bo</dc:creator><text:p>Never!</text:p>"
        "</office:annotation><draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame></text:p>"
    )
    styles = "<style:master-page><style:header><text:p>Ministry</text:p></style:header></style:master-page>"
    document = opened(body, styles=styles)
    assert document.text == "Ministry\n\nOpen[1].\n\nIn a box\n\n[1] See it.\n"
    assert document.notes == ("1 comment by Bo beside the text, not read",)


def test_title_and_date_are_those_of_its_properties():
    meta = "<dc:title>On the road</dc:title><meta:creation-date>2031-03-06T09:00:00.12</meta:creation-date>"
    document = opened("<text:p>x</text:p>", meta=meta)
    assert (document.title, document.published) == ("On the road", dt.date(2031, 3, 6))


def test_a_locked_one_names_the_mend():
    names = 'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    manifest = f"<m:manifest {names}><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    with pytest.raises(UnusableInput, match=r"paper\.odt: it is locked with a password; save a copy without"):
        opened("", **{"META-INF/manifest.xml": manifest})


def test_hidden_words_indexes_and_pictures_are_said_and_not_read():
    hides = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    body = (
        '<text:p>Seen<text:hidden-text text:is-hidden="true" text:string-value="bait">bait</text:hidden-text>'
        '<text:hidden-text text:is-hidden="false">, this too</text:hidden-text>.</text:p>'
        '<text:p text:style-name="H">bait</text:p><text:p><text:span text:style-name="H">bait</text:span></text:p>'
        '<text:section text:display="none"><text:p>bait</text:p></text:section>'
        "<text:table-of-content><text:index-body><text:p>Article 1</text:p></text:index-body></text:table-of-content>"
        "<text:p><draw:frame><draw:image/></draw:frame></text:p>"
    )
    document = opened(body, automatic=hides)
    assert document.text == "Seen, this too.\n"
    assert document.notes == (
        "hidden words stand in 4 places and are left out",
        "1 table of contents or index left out",
        "1 picture in it not read",
    )
