"""Wordings that can't be carried out: each is found where it stands, and a sound sentence on the same matter is not."""

from __future__ import annotations

import pytest

from parley.framework import check, parse
from parley.framework.checks.worded import RULES
from parley.model import Finding

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia}
others: {HAL: Halvern}
---

**Contact Line** means the line shown in Annex A.

1. A Joint Commission (the Commission) shall monitor this agreement.
"""

CODES = {rule.code for rule in RULES}


def found(sentences: str) -> list[Finding]:
    return [each for each in check(parse(f"{HEAD}2. {sentences}\n")).findings if each.code in CODES]


WORDINGS = [
    # code, what can't be carried out, words that are quoted, what can
    ("A2.regular-only", "This agreement binds the regular forces of the Parties.", "binds the regular forces",
     "This agreement binds the regular forces of the Parties and every militia that fights beside them."),
    ("A2.only", "This agreement binds only the fleets of the Parties.", "binds only the fleets of the Parties",
     "This agreement binds all forces under the command of a Party."),
    ("A2.excepted", "The Parties answer for their armed units, except those made up of volunteers.",
     "units, except those made up of volunteers",
     "The Parties answer for their armed units, those made up of volunteers included."),
    ("A3.authority", "This agreement is signed for Kestria by whoever is present.",
     "signed for Kestria by whoever", "This agreement is signed for Kestria by its Minister of Defence."),
    ("C4.brought-down", "Any drone over the mill may be shot down by the Parties.",
     "Any drone over the mill may be shot down",
     "Any drone over the mill, except those of the Commission, may be shot down by the Parties."),
    ("C6.open", "Each Party may carry out routine activities in Ardel.",
     "may carry out routine activities in Ardel", "Each Party may train its forces in Ardel."),
    ("C7.at-hand", "Guards at the stores may shoot at anyone who comes near.",
     "Guards at the stores may shoot at anyone who comes near",
     "Guards at the stores may shoot only when under fire and on the order of an officer."),
    ("A5.counted-on", "The groups that have yet to join shall withdraw by D+10.", "groups that have yet to join",
     "A group that joins later shall withdraw within 10 days of its accession."),
    ("B3.contradictory-class", "No Party shall place guns greater than 100 mm and more in Ardel.",
     "greater than 100 mm and more", "No Party shall place guns of 100 mm or more in Ardel."),
    ("B3.calibre", "No Party shall place large-calibre artillery in Ardel.", "large-calibre artillery",
     "No Party shall place artillery of 122 mm calibre and above in Ardel."),
    ("B4.undefined", "The Commission shall list all violations every 7 days.", "violations",
     "The Commission shall list all violations of Article 1 every 7 days."),
    ("B5.working-days", "Each Party shall reply within 3 working days.", "within 3 working days",
     "Each Party shall reply within 3 days."),
    ("B8.languages", "Done at Ardel in the Kestrian and Orlavian languages.",
     "Done at Ardel in the Kestrian and Orlavian languages.",
     "Done at Ardel in the Kestrian and Orlavian languages; the Orlavian text prevails."),
    ("B9.each-reads", "The Parties shall carry out Article 1 as each side understands it.",
     "as each side understands it", "The Commission shall interpret Article 1."),
    ("C1.condition", "The cease-fire starts as soon as conditions on the ground permit.",
     "as soon as conditions on the ground permit",
     "The cease-fire starts when the Commission has declared that the conditions are met."),
    ("B2.act-undefined", "The Parties shall refrain from provocative actions.", "provocative actions",
     "The Parties shall refrain from provocative actions such as loudspeaker broadcasts over the river."),
    ("C4.monitors-grounded", "No aircraft shall fly within 5 km of the Contact Line.", "No aircraft shall fly",
     "No aircraft of the Parties shall fly within 5 km of the Contact Line."),
    ("C7.unlimited", "Nothing in this agreement limits the inherent right of self-defence.",
     "Nothing in this agreement limits the inherent right of self-defence",
     "A Party may exercise its right of self-defence only while under attack, and in proportion."),
    ("C8.certain-areas", "The Parties shall cease all fire in certain areas of Quenland.",
     "in certain areas of Quenland", "The Parties shall cease all fire in the areas of Quenland listed in Annex B."),
    ("D1.two-lines",
     "Kestria shall withdraw 5 km from the old line and Orlavia shall withdraw 5 km from the line of 5 March.",
     "from the old line and Orlavia shall withdraw 5 km from the line",
     "Kestria shall withdraw 5 km from the west bank and Orlavia 5 km from the east bank."),
    ("D1.unrecorded", "No Party shall cross the line as it stands today.", "line as it stands today",
     "No Party shall cross the line as it stands today and as the Commission has recorded it."),
    ("D4.equal", "The Parties shall withdraw their tanks by equal distances by D+9.", "by equal distances",
     "Both Parties shall pull their tanks back 12 km from the Contact Line by D+9."),
    ("D6.leaves", "A Party may take weapons out of storage for exercises.",
     "may take weapons out of storage for exercises",
     "A Party may take weapons out of storage with 48 hours' notice to the Commission."),
    ("E5.claim", "Kestria may suspend Article 3 if it considers that Orlavia breaks it.",
     "if it considers that Orlavia breaks it",
     "Kestria may suspend Article 3 for 5 days after the Commission has found that Orlavia breaks it."),
    ("E5.whole", "Any violation entitles the other Party to suspend the whole agreement.",
     "Any violation entitles the other Party to suspend the whole agreement",
     "A Serious Violation entitles the other Party to suspend Article 9 for 10 days."),
    ("E6.conditional", "Each Party shall release its prisoners only after the talks have made progress.",
     "only after the talks",
     "Each Party shall release its prisoners whatever becomes of the talks."),
    ("F1.no-route", "The Parties shall ensure safe and unhindered access of humanitarian aid.",
     "ensure safe and unhindered access of humanitarian aid",
     "The Parties shall ensure safe access of humanitarian aid by the Ardel road, every day from 08:00."),
    ("F2.no-lists", "The Parties shall exchange all prisoners of war by D+9.", "all prisoners of war",
     "The Parties shall exchange all prisoners of war by D+9, as the lists in Annex B name them."),
    ("F1.refused", "A Party may turn back a convoy without giving a reason.",
     "Party may turn back a convoy without giving a reason",
     "A Party may turn back a convoy only if weapons have been found in it."),
    ("F2.choice", "Each Party shall release some of its detainees by D+9.", "some of its detainees",
     "Each Party shall release the detainees on its list by D+9."),
    ("F2.event", "The Parties shall release the detainees when the war is over.", "when the war is over",
     "The Parties shall release the detainees once the Commission has certified that the war is over."),
    ("F4.forced", "All refugees shall return to their homes by D+60.", "refugees shall return",
     "Refugees may return to their homes from D+60 if they so wish."),
    ("G5.consent", "The Commission may visit any post with the consent of the side that holds it.",
     "with the consent of the side", "The Commission may visit any post at any time, and nobody's leave is needed."),
    ("G6.parties-only", "Only the Parties may report incidents to the Commission.", "Only the Parties may report",
     "Anybody may report an incident to the Commission within 24 hours."),
    ("G7.majority", "The Commission shall determine every violation of Article 1 by consensus of the Parties.",
     "by consensus of the Parties",
     "The Commission shall determine every violation of Article 1 within 5 days, and its chair decides where "
     "its members differ."),
    ("G8.secret", "The reports of the Commission shall remain confidential.",
     "reports of the Commission shall remain confidential",
     "The Commission shall publish its report every 14 days and keep names of witnesses confidential."),
    ("G8.names", "The Commission shall publish each finding with the names of the persons suspected.",
     "publish each finding with the names of the persons",
     "The Commission shall publish each finding without the names of persons."),
    ("G6.no-time", "Each Party shall report every incident to the Commission.",
     "shall report every incident to the Commission", "Each Party shall report every incident within 6 hours."),
    ("H5.accused", "Halvern shall guarantee the crossing if Orlavia agrees that it was closed.",
     "guarantee the crossing if Orlavia agrees that it was closed",
     "Halvern shall guarantee the crossing by opening it within 2 days of a finding of the Commission."),
    ("H3.no-time", "Disputes go to the Commission. If it is not settled there, a dispute is referred to the ministers.",
     "If it is not settled",
     "Disputes go to the Commission. If it is not settled there in 14 days, a dispute is referred to the ministers "
     "within 3 days."),
    ("I2.not-annexed", "Each Party shall withdraw its tanks in accordance with the Ardel Protocol of 3 May 2030.",
     "the Ardel Protocol of 3 May 2030",
     "Each Party shall withdraw its tanks in accordance with the Ardel Protocol of 3 May 2030, annexed as Annex B."),
    ("K1.no-deadline", "This agreement enters into force after ratification by both parliaments.",
     "enters into force after ratification by both parliaments",
     "This agreement enters into force after ratification by both parliaments, which is due by D+30."),
    ("K2.open", "This agreement remains in force until further notice.", "until further notice",
     "This agreement remains in force for 90 days."),
    ("K3.open", "This agreement may be extended if the Parties so wish.",
     "This agreement may be extended if the Parties so wish",
     "This agreement is extended by 30 days, unless a Party objects by D+80."),
    ("K6.nothing", "After the end of this agreement no duty under it survives.",
     "After the end of this agreement no duty under it survives",
     "After the end of this agreement no duty under it survives, except those on the dead and on mines."),
    ("K7.later", "Each Party shall keep to Annex A as later updated by the Parties.",
     "Annex A as later updated by the Parties",
     "Each Party shall keep to Annex A as it stands on 1 May 2031."),
    ("K3.lapses", "The cease-fire lapses if the talks have not ended in a treaty by 1 May 2031.",
     "The cease-fire lapses if the talks have not ended in a treaty by 1 May 2031",
     "The cease-fire lasts until 1 May 2031 and goes on by 30 days at a time while talks last."),
    ("L13.source", "Each Party shall use the depths copied from a chart found on the internet.",
     "use the depths copied from a chart", "Each Party shall use the depths of Annex A."),
    ("D6.unseen", "The monitors have no access to the inside of a depot.",
     "monitors have no access to the inside of a depot", "The monitors may enter every depot at any time."),
    ("D9.at-will", "Civilians may cross the Line where the posts let them.", "where the posts let them",
     "Civilians may cross the Line every day from 07:00 to 18:00 (UTC+2)."),
    ("D10.unannounced", "The monitors watch the sky. Each Party may fly over Ardel at any altitude.",
     "at any altitude", "The monitors may fly over Ardel at any altitude."),
    ("K5.practice", "This agreement may be modified by the practice of the Parties.",
     "modified by the practice", "This agreement may be modified in writing."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "bad", "quote", "sound"), WORDINGS, ids=[code for code, *_ in WORDINGS])
def test_a_wording_is_found_and_its_sound_twin_is_not(code: str, bad: str, quote: str, sound: str) -> None:
    [finding] = others(code, found(bad))
    assert finding.code == code
    assert finding.quote.startswith(quote)
    assert finding.provision == "2"
    assert others(code, found(sound)) == []


def test_two_lines_are_found_in_two_items_of_a_list() -> None:
    told = "Heavy guns shall be withdrawn:\n\n(a) by Kestria, from the {};\n\n(b) by Orlavia, from the {}.\n"
    findings = found(told.format("actual line", "line of the 2030 accord"))
    [two] = [each for each in findings if each.code == "D1.two-lines"]
    assert two.quote.startswith("from the actual line")
    assert "D1.two-lines" not in {each.code for each in found(told.format("shore", "river"))}


def others(code: str, findings: list[Finding]) -> list[Finding]:
    """The findings without the note that nothing defines a violation: these short texts never do."""
    return [each for each in findings if each.code == code or each.code != "B4.undefined"]


def test_every_wording_has_its_test() -> None:
    assert {code for code, *_ in WORDINGS} == CODES


SEEN_IN_PASSING = [
    # codes of checks that read more than one wording; a defect, its words, and a sound twin
    ("L5.blank", "Each Party shall withdraw its guns by ____.", "____",
     "Each Party shall withdraw its guns by 1 May 2031."),
    ("L5.blank", "Each Party shall release (number to be agreed) prisoners by 1 May 2031.", "(number to be agreed)",
     "Each Party shall release 40 prisoners by 1 May 2031."),
    ("I3.outsider", "The Union of Ports shall escort the convoys by 1 May 2031.", "The Union of Ports",
     "Each Party shall ask the Union of Ports by 1 May 2031 to escort the convoys."),
    ("K7.attached", "The guns shall be kept at the places shown on the attached map.", "the attached map",
     "The guns shall be kept at the places shown in Annex A."),
    ("G4.means-forbidden", "The Commission shall monitor with drones.\n\n3. Nobody shall fly any drone in Ardel.",
     "Nobody shall fly any drone",
     "The Commission shall monitor with drones.\n\n3. Nobody shall fly any drone in Ardel, except the Commission."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "bad", "quote", "sound"), SEEN_IN_PASSING)
def test_blanks_outsiders_attachments_and_forbidden_means(code: str, bad: str, quote: str, sound: str) -> None:
    def given(sentences: str) -> list[str]:
        findings = check(parse(f"{HEAD}2. {sentences}\n")).findings
        return [each.quote for each in findings if each.code == code]

    [said] = given(bad)
    assert said.startswith(quote)
    assert given(sound) == []
