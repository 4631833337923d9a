"""The brief on the demo: self-contained, for its audience alone, one sentence all the way to a verdict."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from parley import Process, brief
from parley.model import Audience, exact_words


def page(demo, audience):
    output = brief(Process.open(demo), audience)
    return Path(output.files[0]).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def for_mediator(finished_demo):
    return (finished_demo / "out" / "brief-mediator.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def for_team(finished_demo):
    return (finished_demo / "out" / "brief-team.html").read_text(encoding="utf-8")


def test_it_is_one_file_without_scripts_or_a_network(for_mediator):
    tree = html.fromstring(for_mediator)
    assert not tree.xpath("//script | //link | //img | //iframe | //object")
    assert not re.search(r"(src|href)=[\"'](?!#)|url\((?!#)|@import", for_mediator)
    assert "default-src 'none'" in for_mediator


def test_it_says_for_whom_it_is_and_that_the_demo_is_fictional(for_mediator, for_team):
    assert "Brief made for <strong>mediator</strong>" in for_mediator
    assert "Brief made for <strong>team</strong>" in for_team
    for text in (for_mediator, for_team):
        assert "Fictional" in html.fromstring(text).xpath("string(//*[@class='notice'])")


def test_one_sentence_goes_all_the_way_from_a_paper_to_a_verdict(for_mediator):
    thread = html.fromstring(for_mediator).get_element_by_id("thread")
    steps = thread.xpath(".//li/b/text()")
    assert steps == ["Paper", "Statement", "Position", "Bracket", "Package", "Clean text", "Obligation", "Verdict"]
    assert "breached (found)" in thread.xpath("string(.//li[last()])")


def test_packages_are_for_the_mediator_alone(for_mediator, for_team):
    assert html.fromstring(for_mediator).xpath("//section[@id='packages']")
    assert not html.fromstring(for_team).xpath("//section[@id='packages']")
    assert "frontier" not in for_team.lower().replace("class_frontier", "").split("<body>")[1]


def test_every_section_has_lines_or_says_why_it_has_none(for_mediator):
    for section in html.fromstring(for_mediator).xpath("//section"):
        assert section.xpath(".//li | .//td | .//figure | .//p"), section.get("id")


def test_what_is_quoted_stands_in_the_papers(finished_demo):
    process = Process.open(finished_demo)
    texts = {document.id: document.text for document in process.documents(Audience("team"))}
    shown = html.fromstring(page(finished_demo, Audience("team"))).xpath("string(//body)")
    quoted = 0
    for statement in process.read(Audience("team")).statements:
        if exact_words(statement.content) and exact_words(statement.content) in shown:
            assert all(texts[s.document][s.start : s.end] == s.exact for s in statement.content)
            quoted += 1
    assert quoted > 10


def test_hostile_words_stay_words(demo_copy):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202e"
    settings = demo_copy / "process.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^title = .*$", f'title = "{hostile}"', text, count=1), encoding="utf-8")
    (demo_copy / "documents" / "h.txt").write_text(f"Minister Oskeld said that {hostile} holds.\n", encoding="utf-8")
    (demo_copy / "documents" / "h.meta.toml").write_text(
        f"title = '{hostile}'\npublished = 2026-05-01\n", encoding="utf-8"
    )
    text = page(demo_copy, Audience("team"))
    assert not html.fromstring(text).xpath("//script | //img")
    assert "\u202e" not in text
    assert "&lt;script&gt;" in text


def test_a_new_process_gives_a_brief_that_says_what_is_missing(tmp_path):
    Process.new(tmp_path / "p")
    text = page(tmp_path / "p", Audience("team"))
    assert "No party has been heard" in text


def test_a_paper_that_cannot_be_used_is_named_in_the_brief_and_on_the_terminal(tmp_path):
    Process.new(tmp_path / "p")
    (tmp_path / "p" / "documents" / "note.rtf").write_bytes(b"{\\rtf1 Words.}")
    output = brief(Process.open(tmp_path / "p"), Audience("team"))
    remarks = html.fromstring(Path(output.files[0]).read_text(encoding="utf-8")).get_element_by_id("unknown")
    assert "documents/note.rtf: it is rich text (.rtf), which is not read yet" in remarks.text_content()
    assert any(note.startswith("documents/note.rtf") for note in output.notes)


def test_an_accepted_blocker_is_told_as_such_with_who_and_why(demo_copy):
    from parley.briefing import brief
    from parley.process import Process

    process = Process.open(demo_copy)
    process.accept("B5.vague-time@mines", by="Ann", reason="The maps come first")
    summary = " ".join(brief(process).summary)
    assert "2 blockers in the text (1 more accepted): K7.annex-missing (corridor), B7.passive (crossing)" in summary
    assert "Accepted by Ann" in (demo_copy / "out" / "brief-team.html").read_text("utf-8")
    process.accept("B7.passive@crossing", by="Ann", reason="Known")
    assert "1 blocker in the text (2 more accepted)" in " ".join(brief(process, out=demo_copy / "b.html").summary)
