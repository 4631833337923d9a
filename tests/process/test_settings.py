"""``process.toml``: what it says, and how a slip of the pen is answered: file, line, mend."""

from __future__ import annotations

import contextlib
import datetime as dt
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import ActorKind, Audience, Label, Role, UnusableInput
from parley.process.settings import Settings, load_settings
from parley.process.toml import lines_of_keys

WHOLE = """\
[process]
title = "Kestria and Orlavia"
time_zone = "Africa/Nairobi"
audience = "public"
as_of = "2031-05-01T09:00"
notice = "Invented."

[[actors]]
id = "KES"
name = "Republic of Kestria"
kind = "state"
aliases = ["Kestria", "the Kestrian side"]
roles = ["party"]

[[actors]]
id = "OSK"
name = "Maren Oskeld"
kind = "person"
affiliations = [
  { to = "KES", post = "foreign minister", from = 2030-01-01, until = 2031-12-31 },
]

[issues.prisoners]
title = "Prisoners"
keywords = ["prisoner"]
options.all = { text = "all", keywords = ["all for all"] }

[issues.prisoners.options."500-each"]
keywords = ["five hundred"]
"""


def test_a_whole_file_is_read_with_all_that_it_says() -> None:
    settings = load_settings(WHOLE.encode())
    kestria, oskeld = settings.actors
    assert settings.title == "Kestria and Orlavia"
    assert settings.audience == Label("public")
    assert settings.notice == "Invented."
    assert settings.as_of == dt.datetime(2031, 5, 1, 9, tzinfo=zoneinfo.ZoneInfo("Africa/Nairobi"))
    assert (kestria.kind, kestria.aliases, kestria.roles) == (
        ActorKind.STATE,
        ("Kestria", "the Kestrian side"),
        (Role.PARTY,),
    )
    assert oskeld.affiliations[0].to == "KES"
    assert oskeld.affiliations[0].post == "foreign minister"
    assert oskeld.affiliations[0].interval is not None
    assert oskeld.affiliations[0].interval.latest == dt.date(2031, 12, 31)
    (prisoners,) = settings.issues
    assert [option.id for option in prisoners.options] == ["all", "500-each"]
    assert prisoners.options[0].keywords == ("all for all",)


def test_all_but_the_title_may_be_left_out() -> None:
    assert load_settings(b'[process]\ntitle = "T"\n') == Settings(title="T")
    assert Settings(title="T").audience == Audience("team")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("aliases =", "alises =", r"line 12: unknown key 'alises'; did you mean 'aliases'"),
        ("post =", "psot =", r"line 20: unknown key 'psot'; did you mean 'post'"),
        ("[issues.prisoners]\n", "[issue.prisoners]\n", r"line 23: unknown key 'issue'; did you mean 'issues'"),
        ('notice = "Invented."', 'notise = "Invented."', r"line 6: unknown key 'notise'; did you mean 'notice'"),
        ('keywords = ["five', 'keyword = ["five', r"line 29: unknown key 'keyword'; did you mean 'keywords'"),
        ('title = "Kestria and Orlavia"\n', "", r"line 1: the key 'title' is missing in 'process'; add title = "),
        ('id = "OSK"\n', "", r"line 15: the key 'id' is missing in 'actors'"),
        ('id = "OSK"', 'id = "KES"', r"line 16: two actors have the id 'KES'"),
        ('id = "OSK"', 'id = "O/K"', r"line 16: the id 'O/K' is no short name"),
        ('kind = "state"', 'kind = "stat"', r"line 11: 'stat' is no kind; did you mean 'state'"),
        ('["party"]', '["partie"]', r"line 13: 'partie' is no role; did you mean 'party'"),
        ('["party"]', '"party"', r"line 13: 'roles' has to be a list of texts, and is text"),
        ('["party"]', "[1]", r"line 13: 'roles' has to be a list of texts"),
        ('"Republic of Kestria"', "7", r"line 10: 'name' has to be text in quotation marks, and is a number"),
        ('"Republic of Kestria"', "true", r"line 10: 'name' .* is true or false"),
        ('"Republic of Kestria"', '" "', r"line 10: 'name' is empty"),
        ('to = "KES"', 'to = "KEZ"', r"line 20: no actor has the id 'KEZ'; did you mean 'KES'"),
        ("from = 2030", "from = 2033", r"line 20: the affiliation ends before it begins"),
        (
            "Africa/Nairobi",
            "Africa/Nairobbi",
            r"line 3: the time zone 'Africa/Nairobbi' .*did you mean 'Africa/Nairobi'",
        ),
        ("Africa/Nairobi", "+25:00", r"line 3: the time zone '\+25:00' is not known"),
        ('"public"', '"publik"', r"line 4: 'publik' is no audience; use public, team, mediator or party:NAME"),
        ('"2031-05-01T09:00"', '"May"', r"line 5: 'as_of' is no date; write it as 2031-03-06"),
        ("[process]", "[proces]", r"line 1: unknown key 'proces'; did you mean 'process'"),
        ("[process]", "[[process]]", r"line 1: 'process' is no table"),
        ('audience = "public"', 'audience = "public', r"line 4: this is not TOML"),
        ('[[actors]]\nid = "OSK"', '[actors]\nid = "OSK"', r"line 15: a key or a table stands here for the second"),
    ],
)
def test_a_slip_is_answered_with_its_line_and_the_mend(old: str, new: str, said: str) -> None:
    assert old in WHOLE
    with pytest.raises(UnusableInput, match=rf"^process\.toml.*{said}"):
        load_settings(WHOLE.replace(old, new, 1).encode())


def test_a_file_that_is_not_utf8_is_said_to_be_that() -> None:
    with pytest.raises(UnusableInput, match=r"process\.toml, line 2: this is not UTF-8; save the file as UTF-8"):
        load_settings(b'[process]\ntitle = "Caf\xe9"\n')


def test_a_byte_order_mark_does_no_harm() -> None:
    assert load_settings(b'\xef\xbb\xbf[process]\ntitle = "T"\n').title == "T"


def test_tables_nested_without_end_are_refused() -> None:
    with pytest.raises(UnusableInput, match="not TOML"):
        load_settings(b"[process]\ntitle = " + b"[" * 100_000)


def test_a_computer_without_zones_is_told_to_install_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> zoneinfo.ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError(name)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", missing)
    monkeypatch.setattr(zoneinfo, "available_timezones", set)
    with pytest.raises(UnusableInput, match=r"fixed offset such as \+03:00, or install 'tzdata'"):
        load_settings(WHOLE.encode())


def test_lines_are_found_in_spite_of_long_strings_and_comments() -> None:
    text = '# a = 1\n[a]\nb = """\nc = 3\n[d]\n"""\n"e f" = 1\n[[g.h]]\ni = 1\n[[g.h]]\ni = 2\n[g.h.j]\nk.l = 1\n'
    lines = lines_of_keys(text)
    assert lines["a", "b"] == 3
    assert lines["a", "e f"] == 7
    assert lines["g", "h", 1, "i"] == 11
    assert lines["g", "h", 1, "j", "k", "l"] == 13
    assert ("a", "c") not in lines


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80) | st.binary(max_size=80))
def test_any_bytes_are_settings_or_a_fault_of_the_input(content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    with contextlib.suppress(UnusableInput):
        load_settings(data)


@given(st.binary(max_size=80))
def test_a_complaint_is_one_sentence_that_names_file_and_mend(data: bytes) -> None:
    with pytest.raises(UnusableInput, match=r"(?s)^process\.toml.*: .*; .*\.$"):
        load_settings(data + b"[")
