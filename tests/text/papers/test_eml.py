"""Mails: heads, the best of the bodies, character sets, and what is named because it isn't read."""

from __future__ import annotations

import base64
import datetime as dt

import pytest

from made_papers import eml
from parley.model import Document, UnusableInput
from parley.reading import read
from parley.text import open_document

HEADS = """\
From: Marta Ivens <ivens@post.example>
To: Envoy <envoy@hal.example>
Date: Thu, 06 Mar 2031 10:00:00 +0200
Subject: The road to Lindholt
MIME-Version: 1.0"""
SHOWN = """\
From: Marta Ivens <ivens@post.example>

To: Envoy <envoy@hal.example>

Date: Thu, 06 Mar 2031 10:00:00 +0200

Subject: The road to Lindholt

"""


def opened(more: str, body: str | bytes) -> Document:
    return open_document(eml(f"{HEADS}\n{more}", body), "mail.eml")


def body_of(more: str, body: str | bytes) -> str:
    document = opened(more, body)
    assert document.text.startswith(SHOWN)
    return document.text.removeprefix(SHOWN)


def parts(kind: str, *each: str) -> tuple[str, str]:
    return f'Content-Type: multipart/{kind}; boundary="x"', "".join(f"--x\n{part}\n" for part in each) + "--x--\n"


def test_subject_sender_and_date_are_title_publisher_and_date():
    mail = opened("", "The road is open.")
    assert (mail.title, mail.publisher) == ("The road to Lindholt", "Marta Ivens")
    assert mail.published == dt.datetime(2031, 3, 6, 10, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def test_words_of_heads_are_decoded():
    heads = "From: =?utf-8?q?J=C3=B6rg_Lind?= <l@b.example>\nSubject: =?iso-8859-2?b?r21pYW55?= now"
    mail = open_document(eml(heads, "The road is open."), "mail.eml")
    assert (mail.publisher, mail.title) == ("Jörg Lind", "Żmiany now")


def test_a_date_that_cannot_be_understood_is_said():
    mail = open_document(eml("From: a@b.example\nDate: the day after the snow", "Peace."), "mail.eml")
    assert mail.published is None
    assert mail.notes == ("its date 'the day after the snow' can't be understood; give it by hand",)


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("utf-8", "„Die Straße“ — відкрита."),
        ("windows-1251", "Дорога відкрита."),
        ("iso-8859-1", "La trêve est signée à midi."),
        ("koi8-u", "Дорога відкрита."),
        ("shift_jis", "停戦"),
        ("utf-16", "The road is open."),
    ],
)
@pytest.mark.parametrize("way", ["8bit", "base64", "quoted-printable"])
def test_bodies_of_any_character_set_and_way_of_sending(charset, words, way):
    data = words.encode(charset)
    if way == "base64" or charset == "utf-16":
        way, data = "base64", base64.encodebytes(data)
    elif way == "quoted-printable":
        data = b"".join(b"=%02X" % byte for byte in data)
    more = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {way}"
    assert body_of(more, data) == f"{words}\n"


def test_a_line_cut_by_quoted_printable_is_whole():
    more = "Content-Transfer-Encoding: quoted-printable"
    assert body_of(more, "The road=20=\nis open =3D free.") == "The road is open = free.\n"


@pytest.mark.parametrize("charset", ["us-ascii", "no-such-set"])
def test_a_character_set_that_is_wrong_or_unknown_is_said(charset):
    mail = opened(f"Content-Type: text/plain; charset={charset}", "La trêve est signée.".encode("cp1252"))
    assert mail.text.endswith("La trêve est signée.\n")
    (note,) = [note for note in mail.notes if "a body of this mail" in note]
    assert "Windows-1252" in note


def test_zero_bytes_in_a_body_break_nothing_and_are_said():
    mail = opened("Content-Type: text/plain; charset=no-such-set", b"The road\x00 is open.")
    assert "is open." in mail.text
    assert any("a body of this mail" in note or "control" in note for note in mail.notes)


def test_of_two_forms_the_plain_one_is_read():
    more, body = parts(
        "alternative",
        "Content-Type: text/plain\n\nThe road is open.",
        "Content-Type: text/html\n\n<p>The <b>road</b> is open, in colour.</p>",
    )
    assert body_of(more, body) == "The road is open.\n"


def test_where_the_plain_form_is_blank_or_missing_the_page_is_read():
    page = "Content-Type: text/html; charset=utf-8\n\n<html><style>p {}</style><p>The road</p><p>is open.</p></html>"
    for plain in ("Content-Type: text/plain\n\n \n", "Content-Type: image/png\n\nx"):
        more, body = parts("alternative", plain, page)
        assert body_of(more, body) == "The road\n\nis open.\n"
    assert body_of("Content-Type: text/html", "<p>The road</p><p>is open.</p>") == "The road\n\nis open.\n"


def test_flowed_lines_are_joined_and_others_as_their_width_says():
    flowed = "The road is \nopen. \n\nThe bridge\nis shut.\n-- \nMarta"
    assert body_of("Content-Type: text/plain; format=flowed", flowed) == (
        "The road is open.\n\nThe bridge\n\nis shut.\n\n--\n\nMarta\n"
    )


def test_attachments_are_named_with_their_size_and_not_read():
    more, body = parts(
        "mixed",
        "Content-Type: text/plain\n\nSee the map.",
        'Content-Type: application/pdf\nContent-Disposition: attachment; filename="map of the line.pdf"\n\nABC',
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=\"notes.txt\"\n\nKestria said no.",
    )  # fmt: skip
    mail = opened(more, body)
    assert mail.text == SHOWN + "See the map.\n"
    assert mail.notes == (
        "2 attachments not read: map of the line.pdf (application/pdf, 3 bytes) and notes.txt (text/plain, 16 bytes); "
        "save and open them",
    )


def test_a_mail_within_a_mail_stands_after_it_with_its_own_heads():
    inner = "From: Pavel Orsk <orsk@kes.example>\nSubject: Fuel\n\nThe fuel is late."
    more, body = parts("mixed", "Content-Type: text/plain\n\nSee below.", f"Content-Type: message/rfc822\n\n{inner}")
    assert body_of(more, body) == (
        "See below.\n\n[A mail within this mail]\n\nFrom: Pavel Orsk <orsk@kes.example>\n\nSubject: Fuel\n\n"
        "The fuel is late.\n"
    )


def test_mails_within_mails_are_read_so_deep_and_not_deeper():
    mail = "From: a@b.example\nSubject: the innermost\n\nPeace."
    for number in range(8):
        mail = f"From: a@b.example\nSubject: {number}\nContent-Type: message/rfc822\n\n{mail}"
    document = open_document(mail.encode(), "mail.eml")
    assert "the innermost" not in document.text
    assert "mails within mails were read 5 deep, and not deeper" in document.notes


def test_quoted_mails_keep_their_marks_and_are_counted():
    mail = opened("", "We agree.\n\n> The road is open.\n>> Is it?\n")
    assert mail.text == SHOWN + "We agree.\n\n> The road is open.\n\n> > Is it?\n"
    assert mail.notes == ("2 paragraphs of it, marked with >, quote earlier mails",)


def test_so_do_those_of_a_mail_that_is_a_page():
    page = (
        '<div><p>We agree.</p><div class="x_quote">On Monday Pavel wrote:<blockquote><p>The road is open.</p>'
        '<blockquote type="cite">Is it?</blockquote></blockquote></div></div>'
    )
    mail = opened("Content-Type: text/html", page)
    lines = ["We agree.", "On Monday Pavel wrote:", "> The road is open.", "> > Is it?"]
    assert mail.text == SHOWN + "\n\n".join(lines) + "\n"
    assert mail.notes == ("2 paragraphs of it, marked with >, quote earlier mails",)


@pytest.mark.parametrize(
    "line",
    ["-----Original Message-----", "---------- Forwarded message ---------", "On Mon, 3 Mar 2031, Pavel Orsk wrote:"],
)
def test_an_earlier_mail_without_marks_is_said(line):
    mail = opened("", f"See below.\n\n{line}\n\nFrom: Pavel Orsk <orsk@kes.example>\n\nThe road is open.\n")
    assert mail.notes == ("1 earlier mail without marks in it, read as part of it",)


def test_a_mail_within_a_mail_that_was_packed_against_the_rules_is_read():
    inner = base64.b64encode(b"From: Pavel Orsk <orsk@kes.example>\nSubject: Fuel\n\nThe fuel is late.").decode()
    more, body = parts("mixed", f"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{inner}")
    assert body_of(more, body).endswith("Subject: Fuel\n\nThe fuel is late.\n")


def test_a_plain_form_that_only_says_that_there_is_a_page_is_passed_over_and_that_is_said():
    page = "<p>The ferry runs again on Monday.</p>" * 9
    more, body = parts("alternative", "Content-Type: text/plain\n\nSee the page.", f"Content-Type: text/html\n\n{page}")
    assert "The ferry runs" in body_of(more, body)
    assert opened(more, body).notes == ("its plain form says less than its page, which was read instead",)


def test_what_stands_around_the_parts_is_said_unless_it_is_the_usual():
    more, body = parts("mixed", "Content-Type: text/plain\n\nThe road is open.")
    assert opened(more, f"This is a multi-part message in MIME format.\n{body}").notes == ()
    assert opened(more, f"Kestria agreed.\n{body}").notes == (
        "15 characters before its first part left out, which mail programs don't show",
    )


def test_parts_without_a_mark_between_them_are_read_as_one_text():
    mail = opened("Content-Type: multipart/mixed", "The road is open.")
    assert mail.text == SHOWN + "The road is open.\n"
    assert mail.notes == ("it names no mark between its parts; they were read as one text",)


def test_a_file_of_several_mails_is_said():
    one = f"From ivens@post.example Thu Mar  6 10:00:00 2031\n{HEADS}\n\nThe road is open.\n\n"
    document = open_document((one * 2).encode(), "mails.eml")
    assert document.notes[0] == "it holds 2 mails one after another, read as one; divide it into a file for each"


def test_a_thousand_parts_are_read_and_the_longest_head_is_cut():
    more, body = parts("mixed", *["Content-Type: text/plain\n\nPeace."] * 1001)
    assert "of its parts the first 1,000 were read, and no more" in opened(more, body).notes
    assert "Cc: a@b.example, a@b.example," in opened("Cc: " + "a@b.example, " * 100_000, "Peace.").text


def test_a_page_that_a_browser_saved_in_one_file_is_a_web_page():
    page = "<nav>Menu</nav><article><h1>The ferry</h1><p>The ferry runs again.</p></article>"
    saved = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://www.courier.example/ferry\nSubject: The ferry\n"
        "Date: Thu, 6 Mar 2031 10:00:00 -0000\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n{page}\n--x--\n'
    )
    document = open_document(saved.encode(), "ferry.mhtml")
    assert document.text == "The ferry\nThe ferry runs again.\n"
    assert (document.title, document.publisher, document.published) == ("The ferry", "courier.example", None)
    assert document.notes == (
        "its publisher is named nowhere; it was saved from courier.example",
        "a web page, saved on Thu, 06 Mar 2031 10:00:00 -0000",
    )


def test_what_has_no_heads_is_no_mail():
    with pytest.raises(UnusableInput, match=r"mail\.eml: it is no e-mail"):
        open_document(b"Received: by nobody\r\n\r\nThe road is open.", "mail.eml")


def test_heads_are_no_speakers():
    body = "The road is open.\n\nFrom: Pavel Orsk\n\nSubject: Fuel\n\nThe fuel is late."
    assert read(opened("", body)).statements == ()


def test_a_body_that_cannot_be_decoded_is_said_to_be_damaged():
    document = opened("Content-Type: text/plain\nContent-Transfer-Encoding: base64", b"!!!!not base64")
    assert document.notes == ("a body of this mail is damaged: not all of its base64 can be decoded",)
