"""Each check finds the one defect planted in a clean text, where it stands, and nothing else is reported."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.framework import check, parse
from parley.framework.checks.catalogue import RULES
from parley.model import Check, Finding, FindingKind, SentenceForm, Severity, Shape, ShapeKind, WrongUsage
from parley.text import decode
from shared import shared

HERE = Path(__file__).parent
CLEAN = (HERE / "clean.md").read_text("utf-8")


def checked(text: str) -> Check:
    return check(parse(text))


def found(text: str, kind: FindingKind = FindingKind.DEFECT) -> list[Finding]:
    return [finding for finding in checked(text).findings if finding.kind is kind]


def planted(old: str, new: str) -> str:
    assert CLEAN.count(old) == 1, f"{old!r} has to stand once in the clean text"
    return CLEAN.replace(old, new)


def test_a_clean_text_has_no_finding_at_all() -> None:
    assert checked(CLEAN).findings == ()


DEFECTS = [
    # code, what the clean text says, what is planted, the quoted words
    ("A4.not-accepted", "Halvern accepts its tasks by its signature.", "Halvern shall deliver fuel to Kestria by D+3.",
     "Halvern shall deliver fuel to Kestria by D+3."),
    ("B2.undefined", "place Heavy Weapons", "place Assault Systems", "Assault Systems"),
    ("B2.unused", "## Cease-fire", "**Night Hours** means 20:00 to 06:00.\n\n## Cease-fire",
     "**Night Hours** means 20:00 to 06:00."),
    ("B2.double", "## Cease-fire", "**Heavy Weapons** means tanks.\n\n## Cease-fire", "**Heavy Weapons** means tanks."),
    ("B2.circular", "and rocket launchers.", "and any Heavy Weapons.",
     "**Heavy Weapons** means artillery of 100 mm calibre and above, and any Heavy Weapons."),
    ("B5.vague-time", "within 24 hours. {#report}", "promptly. {#report}", "promptly"),
    ("B6.vague", "The Parties shall maintain a hotline", "The Parties shall endeavour to maintain a hotline",
     "endeavour"),
    ("B7.passive", "Each Party shall release the prisoners of war by D+20",
     "The prisoners of war shall be released by D+20", "shall be released"),
    ("B7.unnamed-body", "19. The Contact", "19. An international mechanism shall pay for this. The Contact",
     "An international mechanism"),
    ("C1.hour", "d_day: 2031-03-06T06:00+02:00", "d_day: 2031-03-06", "D-day"),
    ("C1.d-day", "d_day: 2031-03-06T06:00+02:00\n", "", "D-day"),
    ("D1.no-geometry", "19. The Contact Line is not a border.",
     "19. Each Party shall withdraw 5 km from the line of separation by D+3. It is not a border.",
     "the line of separation"),
    ("D3.from-what", "within 5 km of the Contact Line", "in a zone 5 km wide along the Contact Line", "5 km"),
    ("E2.after-end", "by D+20", "by D+40", "D+40"),
    ("E2.window", "Commission within 24 hours. {#report}", "Commission within 24 hours from D+9 until D+4. {#report}",
     "from D+9 until D+4"),
    ("E7.before-it-exists", "is established on D-day.",
     "is established by D+9. The Commission shall visit all camps by D+4.",
     "The Commission shall visit all camps by D+4."),
    ("G2.unverified", "Articles 1 to 6, 12", "Articles 1 to 4, 6, 12",
     "Each Party shall release the prisoners of war by D+20, the wounded first."),
    ("K7.annex-missing", "shown in Annex A.", "shown in Annexes A and D.", "Annexes A and D"),
    ("K7.annex-uncited", "annexes: {A: annexes/line.geojson}",
     "annexes: {A: annexes/line.geojson, B: annexes/b.geojson}",
     "annexes/b.geojson"),
    ("L4.article-missing", "Articles 1 to 6, 12, 13 and 14", "Articles 1 to 6, 12, 13, 14 and 44",
     "Articles 1 to 6, 12, 13, 14 and 44"),
    ("L5.open", "by D+20", "by [#date KES: D+20 | ORL: D+25]", "[#date KES: D+20 | ORL: D+25]"),
    ("L5.unclosed", "by D+20, the", "by [#date KES: D+20, the", "[#date"),
    ("L7.words-and-digits", "force for 30 days", "force for thirty (20) days", "thirty (20)"),
    ("L7.two-numbers", "more than 15 km from", "more than 20 km from",
     "Each Party shall withdraw its Heavy Weapons to places more than 20 km from the Contact Line by D+14."),
    ("L1.duty-and-ban", "19. The Contact", "19. Each Party shall place Heavy Weapons within 15 km of the Contact "
     "Line from D+14. The Contact", "Each Party shall place Heavy Weapons within 15 km of the Contact Line from D+14."),
    ("L2.permission-in-ban", "19. The Contact", "19. A Party may place Heavy Weapons within 15 km of the Contact "
     "Line from D+20. The Contact", "A Party may place Heavy Weapons within 15 km of the Contact Line from D+20."),
    ("L8.mixed", "within 5 km of", "within 5 miles of", "5 miles"),
    ("L11.unbounded", " by D+20, the wounded first", "", "Each Party shall release the prisoners of war."),
]  # fmt: skip

ALONGSIDE = {
    "B2.undefined": {"L7.two-numbers"},
    "D1.no-geometry": {"G2.unverified"},
    "L1.duty-and-ban": {"G2.unverified"},
}
"""What else is rightly reported with a defect."""


AT_BOTH = {"B2.double", "E7.before-it-exists", "L1.duty-and-ban", "L2.permission-in-ban", "L7.two-numbers"}
"""Clashes of two sentences, of which either may be the one to mend: both are told."""


@pytest.mark.parametrize(("code", "old", "new", "quote"), DEFECTS, ids=[code for code, *_ in DEFECTS])
def test_a_planted_defect_is_found_where_it_stands_and_no_other(code: str, old: str, new: str, quote: str) -> None:
    findings = found(planted(old, new))
    told = [" ".join(finding.quote.split()) for finding in findings if finding.code == code]
    assert told == [quote] or (quote in told and code in AT_BOTH and len(told) == 2)
    assert {finding.code for finding in findings} - {code} <= ALONGSIDE.get(code, set())


ABSENCES = [
    ("A2", "Each Party answers for all forces under its command or control, regular, allied or irregular, and shall",
     "Each Party shall"),
    ("A6", "The Contact Line is not a border.", "The Contact Line is long."),
    ("C4", "unmanned aircraft within", "balloons within"),
    ("C7", "A Party may return fire in self-defence under an attack. ", ""),
    ("D8", "hand over the maps of its minefields", "hand over the maps of its wells"),
    ("F1", "relief convoys", "merchants"),
    ("G4", "watches by patrols, cameras and satellite images", "watches"),
    ("I2", "prevails over earlier agreements", "is sent to the kin"),
    ("G6", " within 24 hours. {#report}", ". {#report}"),
    ("G9", "The Parties shall maintain a hotline from D-day.", "The Parties shall meet every 7 days."),
    ("H2", "Each Party shall discipline its members who breach this agreement.", ""),
    ("H3", "Any dispute shall be referred by the Parties to the foreign ministers.", "The Parties shall meet monthly."),
    ("J1", "written orders", "written news"),
    ("J3", "meet for the first time on D+10, and within", "meet within"),  # a meeting upon a breach is no first one
    ("K1", "This agreement enters into force on D-day. ", ""),
    ("K2", "This agreement remains in force for 30 days. ", ""),
    ("K4", "A Party may terminate it with 7 days' notice.", ""),
    ("D5", "Each Party shall declare its Heavy Weapons to the Commission by D+3.",
     "Each Party shall count its Heavy Weapons by D+3."),
    ("E8", "A Party that has missed a deadline shall report it to the Commission on the next day.", ""),
    ("F3", "The Parties shall exchange the remains of the dead every 14 days.", ""),
    ("F4", "Displaced persons may return home voluntarily.", ""),
    ("G5", "The Commission may visit any place at any time.", ""),
    ("G7", "within 72 hours whether an incident was a Violation", "whether an incident was a Violation"),
    ("I1", "The Parties shall begin talks on a settlement by D+10.", "The Parties shall dine together by D+10."),
    ("I4", "No Party shall bring additional forces into Ardel by sea from D-day.",
     "No Party shall enter Ardel at sea from D-day."),
    ("K3", "The Parties may extend this agreement by 30 days.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("code", "old", "new"), ABSENCES, ids=[code for code, *_ in ABSENCES])
def test_what_is_taken_out_is_absent_and_has_an_empty_place(code: str, old: str, new: str) -> None:
    findings = found(planted_loosely(old, new), FindingKind.ABSENT)
    items = [finding.code for finding in findings]
    assert items in ([code], [code, f"{code}.missing"])  # nothing on the wounded, the dead and the missing is both
    assert findings[0].start == findings[0].end
    assert findings[0].quote == ""


def planted_loosely(old: str, new: str) -> str:
    """As ``planted``, with line breaks in the clean text counted as blanks."""
    words = r"\s+".join(re.escape(word) for word in old.split())
    text, count = re.subn((r"\s" if old[0] == " " else "") + words + (r"\s" if old[-1] == " " else ""), new, CLEAN)
    assert count == 1, old
    return text


PAUSE = """---
parties: {KES: Kestria, ORL: Orlavia}
---
1. Each Party shall order all forces under its command to cease all fire on land and at sea from 06:00 UTC on
   6 March 2031.
2. On a violation the Parties shall meet within 2 hours.
3. This pause enters into force on signature. It lasts 48 hours.
"""


def test_a_short_pause_needs_less() -> None:
    assert found(PAUSE, FindingKind.ABSENT) == []
    profile = checked(PAUSE).profile
    assert profile is not None
    assert (profile.name, profile.why) == ("short-pause", "it lasts 48 hours and is not extended by itself")
    longer = {f.code for f in found(PAUSE.replace("48 hours", "40 days"), FindingKind.ABSENT)}
    assert {"G1", "G9", "J1"} - longer == {"J1"}


@pytest.mark.parametrize(
    ("title", "profile"),
    [
        ("Exchange of prisoners between Kestria and Orlavia", "prisoner-exchange"),
        ("Cease-fire and humanitarian access in Ardel", "ceasefire"),
        ("Humanitarian pause in Ardel", "humanitarian"),
        ("Comprehensive peace agreement", "peace-agreement"),
        ("Text of Ardel", "ceasefire"),
    ],
)
def test_what_a_text_needs_follows_from_its_title(title: str, profile: str) -> None:
    taken = checked(f"---\ntitle: {title}\n---\n1. The Parties shall meet.\n").profile
    assert taken is not None
    assert taken.name == profile
    assert taken.why


def test_what_a_text_needs_can_be_asked_for_by_name() -> None:
    def absent(name: str) -> set[str]:
        found = check(parse(CLEAN), profile=name).findings
        return {finding.code for finding in found if finding.kind is FindingKind.ABSENT}

    assert absent("short-pause") == absent("ceasefire") == set()
    assert {"H4", "G11"} <= absent("peace-agreement")
    with pytest.raises(WrongUsage, match="There is no profile 'armistice'; use one of short-pause"):
        absent("armistice")


def test_good_practice_is_asked_of_a_peace_agreement_only() -> None:
    without = planted("The Parties may amend this agreement in writing.", "The Parties may shake hands.")
    assert found(without, FindingKind.ABSENT) == []
    peace = check(parse(without), profile="peace-agreement").findings
    assert "K5" in {finding.code for finding in peace}


LONG = {"A5", "B8", "C3.cyber", "D9", "D10", "F5", "F6", "F6.violence", "G8", "G11", "H4", "J2", "J5", "K5", "K6"}


def test_a_cease_fire_of_more_than_a_month_has_to_say_how_it_changes_too() -> None:
    without = planted("The Parties may amend this agreement in writing.", "The Parties may shake hands.")
    longer = without.replace("remains in force for 30 days", "runs for 31 days")
    assert {"K5"} <= {finding.code for finding in found(longer, FindingKind.ABSENT)} <= LONG


def test_a_text_that_tells_its_last_day_is_as_long_as_that() -> None:
    without = planted("The Parties may amend this agreement in writing.", "The Parties may shake hands.")
    assert "K5" not in {finding.code for finding in found(without, FindingKind.ABSENT)}
    longer = without.replace("remains in force for 30 days", "remains in force until D+90 at 24:00 (UTC+2)")
    assert "K5" in {finding.code for finding in found(longer, FindingKind.ABSENT)}


def test_precedent_is_shown_with_its_source_and_softens_nothing() -> None:
    [finding] = found(CLEAN.replace("relief convoys", "merchants"), FindingKind.ABSENT)
    assert finding.precedent == "18 % of 463 cease-fire texts speak of humanitarian assistance (PA-X v9)"
    assert finding.severity is Severity.SERIOUS


def test_an_open_bracket_blocks_a_final_text_and_is_noted_in_a_draft() -> None:
    text = planted("by D+20", "by [#date KES: D+20 | ORL: D+25]")
    [final] = [finding for finding in checked(text).findings if finding.code == "L5.open"]
    [draft] = [f for f in checked(text.replace("status: final", "status: draft")).findings if f.code == "L5.open"]
    assert (final.kind, final.severity) == (FindingKind.DEFECT, Severity.BLOCKER)
    assert (draft.kind, draft.severity) == (FindingKind.NOTE, Severity.MINOR)


def test_a_proposal_without_an_owner_is_found() -> None:
    findings = found(planted("by D+20", "by [#date D+20 | ORL: D+25]"))
    assert [finding.quote for finding in findings if finding.code == "L5.owner"] == ["D+20"]


def test_definitions_that_run_in_a_ring_name_the_ring() -> None:
    text = planted("a breach of Articles 1 to 6 that", "an act of Bad Faith that")
    text = text.replace("## Cease-fire", "**Bad Faith** means a Violation by intent.\n\n## Cease-fire")
    [ring] = [finding for finding in found(text) if finding.code == "B2.circular"]
    assert "Violation -> Bad Faith" in ring.why or "Bad Faith -> Violation" in ring.why


def test_a_zone_that_an_annex_draws_needs_no_definition() -> None:
    text = planted("within 5 km of the Contact Line from D-day", "in the North Zone from D-day")
    assert any(finding.code in ("K7.place-missing", "B2.undefined") for finding in found(text))
    shape = Shape(name="North Zone", kind=ShapeKind.ZONE, geometry={"type": "Polygon", "coordinates": []}, annex="A")
    assert not [f for f in check(parse(text), [shape]).findings if f.code in ("K7.place-missing", "B2.undefined")]


@pytest.mark.parametrize(("purpose", "clashes"), [("for medical evacuation", False), ("to watch its crops", True)])
def test_what_the_exception_of_a_ban_is_about_may_be_allowed_elsewhere(purpose: str, clashes: bool) -> None:
    permission = f"19. A Party may fly unmanned aircraft within 5 km of the Contact Line {purpose}. The Contact"
    assert ("L2.permission-in-ban" in {f.code for f in found(planted("19. The Contact", permission))}) is clashes


def test_a_class_of_weapons_and_a_weapon_of_it_with_less_distance() -> None:
    text = planted(
        "19. The Contact",
        "19. Each Party shall move weapons of more than 100 mm at least 15 km from the Contact Line by D+9.\n"
        "20. Each Party shall move 120 mm mortars 8 km from the Contact Line by D+9. The Contact",
    )
    [finding] = [each for each in found(text) if each.code == "D3.two-rules"]
    assert (finding.provision, finding.also) == ("status", ("19",))


def test_references_to_other_instruments_are_left_alone() -> None:
    text = planted(
        "The Contact Line is not",
        "Article 77 of the Charter applies, and Annex F to the Convention. The Contact Line is not",
    )
    assert [finding.code for finding in found(text)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "This agreement builds on the cease-fire of 5 March 2030 and on the talks held on 7 May 2030.",
        "The seat of the Commission shall be in Ardel.",
        "The prisoners shall be handed over by the Party that holds them within 24 hours.",
        "The Parties shall meet under Article 77 of the Treaty of Ardel.",
        "Each Party shall move its forces at least 3 km away from the Contact Line by D+5.",
        "Kestria shall release 100 prisoners by D+5 and Orlavia shall release 120 prisoners by D+7.",
    ],
)
def test_sound_sentences_raise_no_defect(sentence: str) -> None:
    verified = planted("Articles 1 to 6, 12, 13 and 14", "Articles 1 to 6, 12, 13, 14 and 19")
    assert found(verified.replace("19. The Contact", f"19. {sentence} The Contact")) == []


def test_every_rule_has_what_a_reader_needs() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[A-L]\d{1,2}(?:\.[a-z0-9-]+)?", rule.code)
        assert rule.title
        assert rule.reference
        assert rule.applies_to
        assert rule.fix.endswith((".", "'"))
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))


def test_every_code_is_in_the_reference() -> None:
    page = (HERE.parents[1] / "docs" / "reference" / "checks.md").read_text("utf-8")
    assert [rule.code for rule in RULES if f"`{rule.code}`" not in page] == []


@given(st.text(alphabet="abP .,;:[]|#*{}()0123+-\nDAnnexArticle shall not by within km", max_size=300))
@settings(deadline=None)
def test_whatever_the_text_every_quote_is_what_stands_there(text: str) -> None:
    for finding in checked(text).findings:
        assert text[finding.start : finding.end] == finding.quote


@pytest.mark.parametrize("number", ["930", "1362", "1364", "1966", "2440"])
def test_real_agreements_are_checked_without_a_crash(number: str) -> None:
    path = shared("data", "agreements", f"{number}.txt")
    text, _ = decode(path.read_bytes(), path.name)
    result = checked(text)
    assert all(text[finding.start : finding.end] == finding.quote for finding in result.findings)
    assert result.understood.read <= result.understood.operative


REAL = [
    ("1364", {("D1.no-geometry", "2"), ("D3.from-what", "2"), ("G10.late", "3"), ("B5.event-nobody-finds", "6"),
              ("B7.unnamed-body", "7"), ("B7.passive", "8"), ("E4.agreement", "9"), ("E4.agreement", "11"),
              ("E4.agreement", "12"), ("H1", None), ("H3", None), ("K2", None)}, {"C1", "C1.hour"}),
    ("1362", {("D3.two-rules", "4"), ("K2", None)}, {"C4"}),
    ("2440", {("G3", None)}, {"C7", "H2", "J1"}),
    ("1966", {("D7.no-record", "1")}, {"A2", "C2", "J1"}),
]  # fmt: skip


@pytest.mark.parametrize(("number", "has", "lacks"), REAL, ids=[number for number, *_ in REAL])
def test_real_agreements_give_what_a_reader_finds_in_them(
    number: str, has: set[tuple[str, str | None]], lacks: set[str]
) -> None:
    path = shared("data", "agreements", f"{number}.txt")
    findings = checked(decode(path.read_bytes(), path.name)[0]).findings
    assert has <= {(finding.code, finding.provision) for finding in findings}
    assert not lacks & {finding.code for finding in findings}


WORDED = [
    ("three hundred and twenty (320) hours", None),
    ("three hundred and twenty (302) hours", "three hundred and twenty (302)"),
    ("thirty-five (35) days", None),
    ("paragraph a (3)", None),
]


@pytest.mark.parametrize(("words", "quote"), WORDED)
def test_numbers_in_words_are_read_whole(words: str, quote: str | None) -> None:
    quotes = [f.quote for f in found(planted("19. The", f"19. It is as in {words}. The")) if f.code.startswith("L7")]
    assert quotes == ([quote] if quote else [])


def test_what_is_understood_is_counted_and_dates_follow_from_d_day() -> None:
    result = checked(CLEAN)
    read = [s for s in result.sentences if s.operative and s.form is not SentenceForm.NOT_READ]
    assert result.understood.read == len(read)
    assert result.understood.operative == sum(sentence.operative for sentence in result.sentences)
    due = {deadline.provision: deadline for deadline in result.timeline if deadline.what.startswith("due")}
    assert str(due["withdrawal"].day) == "D+14"
    assert due["withdrawal"].date == dt.date(2031, 3, 20)
    [end] = [deadline for deadline in result.timeline if deadline.what.startswith("ends")]
    assert (end.provision, end.date) == ("duration", dt.date(2031, 4, 5))


def test_without_d_day_there_are_counts_and_no_dates() -> None:
    timeline = checked(planted("d_day: 2031-03-06T06:00+02:00\n", "")).timeline
    assert timeline
    assert all(deadline.date is None for deadline in timeline)
    assert [str(deadline.day) for deadline in timeline][-1] == "D+30"
