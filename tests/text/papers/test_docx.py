"""Word documents: the text as it stands once all changes are accepted, and what is said besides."""

from __future__ import annotations

import datetime as dt

import pytest

from made_papers import docx, w, word_xml
from parley.model import Document
from parley.text import open_document


def opened(body: str, **how: object) -> Document:
    return open_document(docx(body, **how), "paper.docx")


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


CHANGED = (
    f"<w:p>{run('The Parties ')}"
    f'<w:ins w:id="1" w:author="Ada">{run("shall ")}</w:ins>'
    '<w:del w:id="2" w:author="Bo"><w:r><w:delText>may </w:delText></w:r></w:del>'
    f"{run('cease fire.')}</w:p>"
)


def test_insertions_are_read_and_deletions_left_out_and_both_are_said():
    document = opened(CHANGED)
    assert document.text == "The Parties shall cease fire.\n"
    (note,) = document.notes
    assert note == (
        "it holds 2 tracked changes by Ada (1) and Bo (1): 1 insertion read as part of the text, "
        f"1 deletion left out and not shown, at offset {document.text.index('cease')}"
    )


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next():
    mark = '<w:rPr><w:del w:id="1" w:author="Bo"/></w:rPr>'
    assert opened(w("The Parties ", mark) + w("cease fire.")).text == "The Parties cease fire.\n"


def test_moved_words_stand_once_and_a_deleted_row_not_at_all():
    moved = f'<w:p><w:moveFrom w:author="A" w:id="1">{run("Old place.")}</w:moveFrom></w:p>'
    moved += f'<w:p><w:moveTo w:author="A" w:id="2">{run("New place.")}</w:moveTo></w:p>'
    row = f'<w:tbl><w:tr><w:trPr><w:del w:author="A" w:id="3"/></w:trPr><w:tc>{w("Gone")}</w:tc></w:tr></w:tbl>'
    assert opened(moved + row).text == "New place.\n"


def test_cells_boxes_and_fields_are_blocks_and_words_of_their_own():
    cells = f"<w:tbl><w:tr><w:tc>{w('Party')}</w:tc><w:tc>{w('500')}</w:tc></w:tr></w:tbl>"
    shape = f"<wps:txbx><w:txbxContent>{w('In a box')}</w:txbxContent></wps:txbx>"
    twice = f"<mc:Choice>{shape}</mc:Choice><mc:Fallback><w:pict><v:textbox>{shape}</v:textbox></w:pict></mc:Fallback>"
    box = f"<w:p>{run('Anchor')}<w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r></w:p>"
    field = f'<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:hyperlink>{run("a link")}</w:hyperlink></w:p>'
    assert opened(cells + box + field).text == "Party\n\n500\n\nAnchor\n\nIn a box\n\na link\n"


def test_notes_stand_at_the_end_under_their_number_and_heads_once():
    cited = f'<w:p>{run("The road is open")}<w:r><w:endnoteReference w:id="7"/></w:r>{run(".")}</w:p>'
    document = opened(
        cited,
        related={
            "endnotes": word_xml(f'<w:endnote w:id="7">{w("See the letter.")}</w:endnote>', "endnotes"),
            "header1": word_xml(w("Ministry of Kestria"), "hdr"),
            "header2": word_xml(w("Ministry of Kestria"), "hdr"),
            "footer1": word_xml(w("Page 3 of 9"), "ftr"),
        },
    )
    assert document.text == "Ministry of Kestria\n\nThe road is open[1].\n\n[1] See the letter.\n"


def test_numbers_that_the_program_counts_stand_in_the_text():
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    )
    numbering = word_xml(
        f'<w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>',
        "numbering",
    )

    def item(words: str, depth: int) -> str:
        return w(words, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="9"/></w:numPr>')

    body = item("Fire", 0) + item("guns", 1) + item("mines", 1) + item("Roads", 0) + item("bridges", 1)
    assert opened(body, related={"numbering": numbering}).text.split("\n\n") == [
        "Article 1. Fire",
        "(a) guns",
        "(b) mines",
        "Article 2. Roads",
        "(a) bridges\n",
    ]


def test_comments_and_hidden_words_are_said_and_not_read():
    comments = word_xml(f'<w:comment w:id="1" w:author="Bo">{w("Never!")}</w:comment>', "comments")
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>bait</w:t></w:r></w:p>"
    document = opened(w("Peace.") + hidden, related={"comments": comments})
    assert document.text == "Peace.\n"
    assert document.notes == (
        "1 comment by Bo beside the text, not read",
        "hidden words stand in 1 place and are left out",
    )


def core(title: str, author: str, created: str, modified: str) -> str:
    return (
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dcterms:created>{created}</dcterms:created><dcterms:modified>{modified}</dcterms:modified>"
    )


def test_properties_are_taken_where_a_person_set_them():
    document = opened(w("x"), core=core("On the road", "Maren Oskeld", "2031-03-05T21:00:00Z", "2031-03-06T09:00:00Z"))
    assert (document.title, document.published, document.publisher) == ("On the road", dt.date(2031, 3, 6), None)
    assert any("Maren Oskeld as author" in note for note in document.notes)
    assert any("2031-03-06, is that of the file's properties" in note for note in document.notes)


@pytest.mark.parametrize(
    "said",
    [
        core("Microsoft Word - draft3.doc", "Microsoft Office User", "2031-01-05T21:00:00Z", "2031-03-06T09:00:00Z"),
        core("Document1", "python-docx", "2013-12-23T23:15:00Z", "2013-12-23T23:15:00Z"),
        core("", "Maren Oskeld", "2013-12-23T23:15:00Z", "2013-12-23T23:15:00Z"),
        core("draft.docx", "", "1970-01-01T00:00:00Z", "soon"),
    ],
)
def test_properties_that_a_program_set_are_not_believed(said):
    document = opened(w("x"), core=said)
    assert (document.title, document.published, document.publisher) == (None, None, None)


def test_words_of_a_formula_are_read_and_pictures_diagrams_and_symbols_counted():
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="a" xmlns:pic="pic"'
    body = (
        f"<w:p {names}><w:r><w:t>No guns within </w:t></w:r><m:oMath><m:r><m:t>12 km</m:t></m:r></m:oMath>"
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        "<w:r><w:drawing><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></w:drawing></w:r>"
        '<w:r><w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:drawing>'
        "</w:r></w:p>"
    )
    document = opened(body)
    assert document.text == "No guns within 12 km\n"
    assert document.notes == ("1 diagram, 1 picture and 1 symbol in it not read",)


def test_a_style_hides_words_too():
    style = '<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>'
    bait = '<w:p><w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>bait</w:t></w:r></w:p>'
    document = opened(w("Peace.") + bait, related={"styles": word_xml(style, "styles")})
    assert (document.text, document.notes) == ("Peace.\n", ("hidden words stand in 1 place and are left out",))
