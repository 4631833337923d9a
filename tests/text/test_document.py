"""A file to a document: what it says of itself, and what was noticed."""

import hashlib

import pytest

from parley.model import NotYetHandled, UnusableInput
from parley.text import open_document

PAGE = """<!doctype html><html lang="en"><head><title>Site: talks | News</title>
<meta property="og:title" content="Envoys meet in Halvern">
<meta property="og:site_name" content="The Halvern Courier">
<meta property="article:published_time" content="2031-03-06T09:30:00+02:00">
<script>var x = "never shown";</script><style>p {color: red}</style></head>
<body><nav><a href="/">Home</a></nav><header>Courier</header>
<article><h1>Envoys meet</h1><p>Kestria and <b>Orlavia</b>
will meet next week.</p><p>The envoy said: &ldquo;We agree.&rdquo;<br>He left.</p>
<div class="share-tools share">Share this</div><ul><li>One</li><li>Two</li></ul></article>
<footer>All rights reserved</footer></body></html>"""


def test_plain_text_is_kept_as_decoded_and_identified_by_its_bytes():
    data = b"\xef\xbb\xbfThe envoy of Kestria said that the talks will be held.\r\n"
    document = open_document(data, "talks.txt")
    assert document.text == data.decode("utf-8")
    assert document.id == hashlib.sha256(data).hexdigest()
    assert document.language == "en"
    assert document.notes == ()


def test_a_page_gives_its_main_text_one_paragraph_a_line():
    document = open_document(PAGE.encode(), "talks.html")
    assert document.text == (
        "Envoys meet\nKestria and Orlavia will meet next week.\nThe envoy said: “We agree.”\nHe left.\nOne\nTwo\n"
    )


def test_a_page_says_what_it_is():
    document = open_document(PAGE.encode(), "talks.html")
    assert document.title == "Envoys meet in Halvern"
    assert document.publisher == "The Halvern Courier"
    assert document.published is not None
    assert document.published.isoformat() == "2031-03-06T09:30:00+02:00"
    assert document.language == "en"


def test_linked_data_tells_the_date_and_the_publisher():
    page = (
        '<html><head><script type="application/ld+json">{"@graph": [{"datePublished": "2031-03-06", '
        '"publisher": {"name": "Courier"}}]}</script></head><body><p>The parties met.</p></body></html>'
    )
    document = open_document(page.encode(), "a.htm")
    assert (str(document.published), document.publisher) == ("2031-03-06", "Courier")


def test_a_date_that_is_not_iso_is_said_and_not_guessed():
    page = '<html><head><meta name="date" content="06/03/31"></head><body><p>The parties met.</p></body></html>'
    document = open_document(page.encode(), "a.html")
    assert document.published is None
    assert any("06/03/31" in note for note in document.notes)


def test_what_the_caller_knows_overrules_the_page():
    document = open_document(PAGE.encode(), "talks.html", title="Talks", publisher="Desk", language="fr")
    assert (document.title, document.publisher, document.language) == ("Talks", "Desk", "fr")


def test_entities_from_outside_are_never_resolved():
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>a &x; b</p></body></html>'
    assert "root:" not in open_document(page.encode(), "a.html").text


def test_a_page_nested_without_end_is_refused_in_one_sentence():
    page = "<html><body>" + "<div>" * 5000 + "deep" + "</div>" * 5000
    with pytest.raises(UnusableInput, match="nested"):
        open_document(page.encode(), "bomb.html")


@pytest.mark.parametrize("data", [b"", b"<", b"<html>", b"<!-- -->", b"\xff\xfe", b"<p>\x01</p>"])
def test_a_broken_page_is_still_a_document(data):
    assert open_document(data, "a.html").path == "a.html"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The parties agreed to a cease-fire and to the exchange of prisoners.", "en"),
        ("Сторони погодилися на припинення вогню та обмін полоненими, що має відбутися у березні.", "uk"),
        ("Стороны согласились на прекращение огня и обмен пленными, который был намечен на март.", "ru"),
        ("اتفق الطرفان على وقف إطلاق النار في جميع المناطق التي تقع بين الجانبين", "ar"),
        ("Les parties sont convenues d’un cessez-le-feu et de l’échange des prisonniers dans le mois.", "fr"),
        ("Las partes acordaron un alto el fuego y el intercambio de los prisioneros en el mes.", "es"),
        ("Die Parteien einigten sich auf eine Waffenruhe und auf den Austausch der Gefangenen.", "de"),
        ("Kestria Orlavia Halvern", None),
        ("12.4.2031", None),
    ],
)
def test_the_language_is_judged_or_left_open(text, language):
    document = open_document(text.encode(), "a.txt")
    assert document.language == language
    expected = () if language in (None, "en") else (f"kept and searchable, not yet read: language {language}",)
    assert document.notes == expected


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("a.rtf", rb"{\rtf1 peace}"),
        ("letter.txt", rb"{\rtf1 peace}"),
        ("a.MSG", b"anything"),
        ("a.epub", b"anything"),
    ],
)
def test_kinds_that_are_not_read_name_the_mend(name, data):
    with pytest.raises(NotYetHandled, match=f"{name}: it is .* not read yet; save its text"):
        open_document(data, name)


def test_an_unknown_ending_is_read_as_text_and_said():
    assert "the ending .log is unknown; it was read as plain text" in open_document(b"The talks failed.", "a.log").notes


def test_letters_that_reorder_words_are_named_and_kept():
    text = "The parties agreed to \u202egnihton\u202c and to the rest."
    document = open_document(text.encode(), "a.txt")
    assert document.text == text
    assert any("U+202E right-to-left override" in note for note in document.notes)


def test_an_empty_file_is_a_document_with_a_note():
    document = open_document(b"", "a.txt")
    assert document.text == ""
    assert document.notes == ("the file is empty",)


@pytest.mark.parametrize("page", ["{}", "<html lang='en'><body><p>{}</p></body></html>"])
def test_letters_that_are_not_those_of_english_are_said_whatever_a_page_declares(page):
    document = open_document(page.format("قال الوزير إن الجسر سيفتح يوم الجمعة.").encode(), "a.html")
    assert document.language is None
    assert document.notes[-1] == "kept and searchable, not yet read: its letters aren't those of English"
