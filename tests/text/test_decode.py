"""Bytes to text: nothing lost, nothing normalised, nothing guessed in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import UnusableInput
from parley.text import MAX_BYTES, decode

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(texts)
def test_utf_8_never_loses_a_character(text):
    data = text.encode("utf-8")
    if data.startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"GIF8")):
        return
    decoded, notes = decode(data, "a.txt")
    assert decoded == text
    assert notes == () or not text


@given(texts, st.sampled_from([("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-8", b"\xef\xbb\xbf")]))
def test_a_byte_order_mark_stays_in_the_text(text, encoding):
    codec, mark = encoding
    assert decode(mark + text.encode(codec), "a.txt") == ("\ufeff" + text, ())


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_one_sentence(data):
    try:
        text, notes = decode(data, "a.bin")
    except UnusableInput as error:
        text, notes = "", (str(error),)
    assert "\ufffd" not in text or notes or b"\xef\xbf\xbd" in data
    assert all("\n" not in note for note in notes)


def test_line_ends_are_the_files_own():
    assert decode(b"one\r\ntwo\rthree\n", "a.txt")[0] == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["The Parties shall cease fire.\n", "Сторони припиняють вогонь.\n"])
def test_utf_16_without_a_mark_is_read_where_evident_and_said(codec, text):
    decoded, notes = decode(text.encode(codec), "a.txt")
    assert decoded == text
    assert "UTF-16" in notes[0]
    assert "assumption" in notes[0]


@pytest.mark.parametrize(
    ("codec", "name", "text"),
    [
        ("cp1252", "Windows-1252", "Le cessez-le-feu a été signé à midi; “rien n’est réglé”, dit-on à l’hôtel."),
        ("cp1252", "Windows-1252", "The envoy said “we agree” – no more."),
        ("cp1251", "Windows-1251", "Сторони погодилися на припинення вогню від опівночі."),
        ("cp1251", "Windows-1251", "Стороны согласились прекратить огонь с полуночи."),
        ("koi8-u", "KOI8-U", "Стороны согласились прекратить огонь с полуночи."),
        ("koi8-u", "KOI8-U", "Сторони погодилися на припинення вогню від опівночі."),
        ("cp1256", "Windows-1256", "اتفق الطرفان على وقف إطلاق النار في جميع المناطق"),
    ],
)
def test_a_legacy_code_page_is_judged_and_said(codec, name, text):
    decoded, notes = decode(text.encode(codec), "a.txt")
    assert decoded == text
    assert name in notes[0]
    assert "assumption" in notes[0]


def test_damaged_utf_8_is_read_with_a_note_that_says_where():
    data = "Вони погодилися на перемир’я. ".encode() * 3 + b"\xff!"
    text, notes = decode(data, "a.txt")
    assert text.endswith("\ufffd!")
    assert "damaged" in notes[0]
    assert str(text.index("\ufffd")) in notes[0]


def test_and_so_is_a_short_one_of_few_such_letters():
    text, notes = decode("Ілля Ковален, Samīra, said".encode() + b"\xff\xfe\xe9 so.", "a.txt")
    assert text.startswith("Ілля Ковален, Samīra, said\ufffd")
    assert "damaged" in notes[0]


def test_a_file_of_two_encodings_is_read_line_by_line_and_that_is_said():
    lines = ["The guns fell silent – at last.\n", "Сторони погодилися на припинення вогню від опівночі.\n"]
    text, notes = decode(lines[0].encode() + lines[1].encode("cp1251") + lines[1].encode(), "a.txt")
    assert text == lines[0] + lines[1] * 2
    assert notes == (
        "it mixes UTF-8 with 1 line read as Windows-1251 (Cyrillic), an assumption; save it as UTF-8 to be sure",
    )


def test_bytes_of_a_program_are_no_text():
    with pytest.raises(UnusableInput, match=r"a\.txt: it is no text: it holds control bytes"):
        decode(bytes(range(1, 256)), "a.txt")


def test_utf_16_cut_in_the_middle_is_said_to_be_damaged():
    text, notes = decode(b"\xff\xfe" + "peace".encode("utf-16-le")[:-1], "a.txt")
    assert text == "\ufeffpeac\ufffd"
    assert "damaged" in notes[0]


@pytest.mark.parametrize(
    ("data", "seeming"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "docx"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 20, "doc"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04", "NUL"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_seems_to_be(data, seeming):
    with pytest.raises(UnusableInput, match=seeming) as caught:
        decode(data, "paper.txt")
    assert "paper.txt" in str(caught.value)
    assert "save its text" in str(caught.value)


def test_an_empty_file_is_a_text_with_a_note():
    assert decode(b"", "a.txt") == ("", ("the file is empty",))


def test_a_file_too_large_names_the_mend():
    with pytest.raises(UnusableInput, match="split it"):
        decode(b"a" * (MAX_BYTES + 1), "a.txt")


def test_a_page_may_declare_its_encoding_but_not_any_codec():
    data = "припинення вогню".encode("cp1251")
    text, notes = decode(data, "a.html", declared="windows-1251")
    assert text == "припинення вогню"
    assert "as its head declares" in notes[0]
    assert "assumption" in decode(data, "a.html", declared="zip")[1][0]
