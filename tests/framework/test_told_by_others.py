"""Mistakes as drafters of other schools write them: parties with a word of their own, lists, the present tense."""

from __future__ import annotations

import pytest

from told_codes import codes_told

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia, VAL: Front of the Valleys}
others: {HAL: Republic of Halvern}
annexes: {A: a.geojson}
d_day: 2031-03-06T06:00+02:00
---
Kestria, Orlavia and the Front of the Valleys, hereinafter called the Contracting Parties and
each of them a Contracting Party, have agreed as follows:

## Article 1 - Commission

(1) A Commission of Observers (the Commission) is established on D-2. It consists of 12 observers of Halvern.

(2) The Commission shall verify Articles 1 to 5 and 9. It employs patrols on foot, fixed cameras and its own Drones.

## Article 2 - Stop

As from D-day no Contracting Party shall fire upon another. "Infringement" means any act contrary to this
Agreement which the Commission has determined.

## Article 3 - Words

"Drone" means any aircraft without a person on board. "Heavy Weapons" means guns of a calibre of 82 mm or more and
tanks. The "Line" is the line shown in Annex A. The "Strip" is the land within 3 km of the Line on each side.

## Article 4 - Flights

No Contracting Party shall fly within 5 km of the Line, except ambulance aircraft.

## Article 5 - Liaison

Each Contracting Party shall keep an officer day and night on a liaison line with the others as from D-day.

## Article 9 - Further

"""

MISTAKES = [
    ("B5.vague-time", "The Commission shall report at suitable intervals."),
    ("H7.imputed", "A shot fired from the ground of a Contracting Party is deemed to be its own."),
    ("L1.duty-and-ban",
     "It is forbidden to bring fuel into the Strip. Each Contracting Party shall bring fuel into the Strip by D+6."),
    ("L3.at-will", "No Contracting Party shall jam radio, exceptions being left to its commanders."),
    ("L3.at-will",
     "Each Contracting Party shall close its posts by D+8; it may depart from this where it considers it justified."),
    ("L6.should", "It would be appropriate for the Contracting Parties to share the cost."),
    ("A1.both", "Both Contracting Parties shall dredge the harbour by D+30."),
    ("A1.both", "The Contracting Parties shall both mark their wells by D+6."),
    ("A5.counted-on", "The groups which are to accede shall leave the Strip at the latest on D+7."),
    ("B3.brand-only",
     '"Battery" means a battery of Krait or Mamba missiles. No Contracting Party shall keep a Battery '
     "in the Strip."),
    ("B5.vague-time", "Each Contracting Party shall one day return the archives of the Cove to their owners."),
    ("B9.each-reads", "On the islet each Contracting Party abides by its own interpretation of this Article."),
    ("C1.condition", "As soon as the cannon have fallen silent no Contracting Party shall move its units."),
    ("E2.order",
     "Each Contracting Party shall withdraw its Heavy Weapons to 25 km from the Line in the following "
     "order:\n\n(a) guns, between D+7 and D+10;\n\n(b) tanks, between D+15 and D+18.\n\nThe Commission shall "
     "certify the withdrawal of the Heavy Weapons at the latest on D+14."),
    ("E3.circle",
     "Each Contracting Party shall clear the Sella road of mines once the Commission has conveyed food "
     "by the Sella road. The Commission shall convey food into the Strip by the following ways:\n\n(a) "
     "by sea;\n\n(b) by the Sella road, once each Contracting Party has cleared it of mines."),
    ("E5.claim",
     "Where the other Contracting Parties consider that the Infringement has not been remedied, they "
     "may suspend their part in the talks for 8 days."),
    ("E7.before-it-exists",
     "A Panel of Jurists (the Panel) is established on D+30. The Panel shall determine, within 6 days "
     "of the report of an incident, who is responsible."),
    ("G4.means-forbidden", "Observers shall not carry cameras or employ Drones in the Strip."),
    ("G7.no-time", "The Commission shall determine what has happened and who is responsible."),
    ("H1.one-step",
     "As from the determination the other Contracting Parties are released from the present Agreement."),
    ("H5.accused",
     "Halvern guarantees this Agreement. Where the Contracting Party which is accused of an "
     "Infringement consents, Halvern shall convene its assembly within 4 days of that consent."),
    ("K1.no-deadline",
     "This Agreement is signed on 3 March 2031 and enters into force upon the deposit of the last "
     "instrument of ratification."),
    ("L3.no-rule", "The derogation granted to customs launches extends to the harbour of Sella."),
    ("L3.no-rule", "The exemption which priests enjoy holds at night."),
    ("L4.moved", "A unit shall first call the liaison line established by Article 4."),
    ("L4.moved", "The ban on flights laid down in Article 5 holds at night."),
    ("L6.may", "Each Contracting Party may hand back to their owners, by D+12, the nets which it has seized."),
    ("L6.may", "Each Contracting Party may, at the latest on D+9, return the boats which it has seized."),
    ("L7.two-lengths",
     "The cessation of hostilities begins on D-day and continues for 60 days. This Agreement remains "
     "in force for 90 days as from D-day."),
    ("L7.two-lengths", "This Agreement remains in force until D+90. The cease-fire ends on D+60."),
]  # fmt: skip

SOUND = [
    ("L1.duty-and-ban",
     "It is forbidden to bring fuel into the Strip. Each Contracting Party shall bring food into the Strip by D+6."),
    ("L6.should", "Halvern is invited to the signing."),
    ("A1.both", "The two Contracting Parties which hold the bridge, Kestria and Orlavia, shall open it by D+9."),
    ("A5.counted-on", "No time limit runs against a group before it has acceded."),
    ("B3.brand-only",
     '"Battery" means the missiles Krait and Mamba listed in Annex A. No Contracting Party shall keep '
     "a Battery there."),
    ("B5.vague-time", "Each Contracting Party shall announce a convoy one day before its departure."),
    ("B9.each-reads", "No Contracting Party shall rely on its own interpretation of this Article."),
    ("C1.condition", "A unit shall cease fire when the source of the fire ceases."),
    ("C1.hour",
     "The Commission shall occupy its posts at the latest on 4 March 2031 and shall observe for as "
     "long as the cease-fire continues."),
    ("B2.circular",
     '"Cove" means the waters of the Cove of Marisol south of the Line. No Contracting Party shall '
     "fish in the Cove."),
    ("E2.order",
     "Each Contracting Party shall withdraw its Heavy Weapons to 25 km from the Line in the following "
     "order:\n\n(a) guns, between D+7 and D+10;\n\n(b) tanks, between D+15 and D+18.\n\nThe Commission shall "
     "certify the withdrawal of the Heavy Weapons at the latest on D+21."),
    ("E7.before-it-exists",
     "A Panel of Jurists (the Panel) is established on D-1. The Panel shall determine, within 6 days "
     "of the report of an incident, who is responsible."),
    ("G4.means-forbidden", "Nobody but the Commission shall use Drones over the Strip."),
    ("G7.no-time", "The Commission shall determine who is responsible. It does so within 6 days of the report."),
    ("H1.one-step", "The determination does not release the other Contracting Parties from this Agreement."),
    ("H5.empty",
     "Halvern guarantees this Agreement. Where the Commission has determined an Infringement, Halvern "
     "shall convene its assembly within 4 days of the determination."),
    ("K1.no-deadline",
     "Each Contracting Party shall deposit its instrument of ratification by D-1. This Agreement "
     "enters into force upon the deposit of the last of them."),
    ("L3.no-rule", "The exemption granted to ambulance aircraft ends on D+40."),
    ("L4.moved", "A unit shall first call the liaison line established by Article 5."),
    ("L6.may", "Each Contracting Party may withdraw its complaint by D+4."),
    ("L7.two-lengths",
     "This Agreement remains in force for 90 days as from D-day. The ban on fishing continues for 60 "
     "days."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "words"), MISTAKES)
def test_a_mistake_is_told(code: str, words: str) -> None:
    assert code in codes_told(f"{HEAD}{words}\n")


@pytest.mark.parametrize(("code", "words"), SOUND)
def test_what_only_looks_like_it_is_not(code: str, words: str) -> None:
    assert code not in codes_told(f"{HEAD}{words}\n")
