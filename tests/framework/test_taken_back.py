"""Mistakes in the words of more drafters: stops in general words, what is taken back, who goes where, who may agree."""

from __future__ import annotations

import pytest

from parley.framework import parse
from told_codes import codes_told

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia}
others: {HAL: Republic of Halvern}
annexes: {A: a.geojson}
d_day: 2031-03-06T06:00+02:00
---
# Agreement on a Truce

## Article 1

1. A Board of Inquiry (the Board) is established on 4 March 2031. It has three judges of Halvern.

2. **Small Breach** means a Breach that is no Grave Breach. **Grave Breach** means a Breach that kills a person.

3. **Breach** means an act against this Agreement that the Board has found. **Heavy Arms** means guns of 82 mm or more
and rocket launchers of 57 mm or more. The **Line** is the line shown in Annex A. The **Clear Zone**
is shown there, too.

"""

MISTAKES = [
    ("A2.regular-only", "Each Party answers for every act of the soldiers of its standing army."),
    ("A2.regular-only", "Each Party is answerable for the acts of the regular forces under its orders."),
    ("A5.counted-on", "The armed groups that are going to join shall leave the Clear Zone by D+5."),
    ("B2.undefined", "After a Formal Breach the Board shall write to the Party concerned within 3 days."),
    ("B5.working-days", "Each Party shall reply to the Board within 3 working days."),
    ("B5.working-days", "The Board shall answer within ten business days of the letter."),
    ("C2.general-only", "From D-day each Party shall abstain, on land, at sea and in the air, from every hostile act."),
    ("C2.general-only", "From D-day neither Party shall carry out any warlike action."),
    ("C2.general-only", "On D-day every hostility between the Parties ends."),
    ("C2.general-only", "From D-day a Party must not undertake military activities against the other Party."),
    ("C2.general-only", "From D-day the Parties cease in the whole country all other acts of war."),
    ("C7.unlimited", "Each Party remains free to answer an attack as it sees fit."),
    ("D3.two-distances",
     "From D+9 no Party shall keep Heavy Arms within 20 km of the Line. From D+9 no Party shall "
     "keep rocket launchers of "
     "a calibre of 122 mm within 12 km of the Line."),
    ("D4.no-destination", "Each Party shall withdraw all its soldiers from the Clear Zone from D+3 to D+6."),
    ("D4.no-destination", "Each Party shall retire its gunboats by D+9."),
    ("D4.equal", "Each Party shall withdraw its Heavy Arms the same distance by D+9."),
    ("D11.too-fast", "Each Party brings its armoured brigades to places at least 300 km from the Line by D+1."),
    ("E5.claim",
     "If a Party is of the opinion that a Breach has not been corrected, it may leave the talks for up to 7 days."),
    ("E5.one-way", "If a Breach has not been corrected, the other Party may stay away from the talks."),
    ("E5.whole",
     "After a Small Breach the Party shall explain it within 2 days. Until then the other Party may suspend all its "
     "duties under this Agreement."),
    ("G3.no-blame", "The Board shall decide whether there was a Breach. It must leave open which Party did it."),
    ("G3.no-blame", "The Board shall decide within 5 days what happened, but it shall not name the Party that did it."),
    ("G3.no-blame",
     "The Board shall determine what happened. It abstains from any finding as to the Party responsible."),
    ("H1.one-step", "After a Grave Breach the Board meets. The other Party is then no longer bound by this Agreement."),
    ("H1.one-step",
     "After a Breach the Board meets within 2 days. The other Party may then give notice and "
     "declare this Agreement ended."),
    ("H5.accused",
     "Halvern guarantees this Agreement. When the Party that is accused of a Grave Breach has "
     "agreed to it, Halvern shall "
     "convene its council within 3 days."),
    ("H5.accused",
     "Halvern guarantees this Agreement. When the Party that committed a Grave Breach requests it, Halvern shall "
     "invite both leaders within 3 days."),
    ("H6.same",
     "After a Breach of any grade the Party concerned shall give the Board a written explanation within 3 days."),
    ("K3.lapses", "This Agreement holds for 75 days from D-day. It is not prolonged."),
    ("K3.lapses", "This Agreement holds for 75 days from D-day and not one day longer, even if the talks go on."),
    ("L7.two-lengths",
     "This Agreement enters into force on 4 March 2031. Halvern is its depositary. It stays in force for 150 days from "
     "D-day. This Agreement is valid for six months from D-day."),
    ("L11.unbounded", "Each Party shall in the end give back the archive of the lake."),
]  # fmt: skip

SOUND = [
    ("A2.regular-only", "Each Party answers for its regular, allied and irregular forces."),
    ("B2.undefined", "After a Grave Breach the Board shall write to the Party concerned within 3 days."),
    ("B2.undefined", "White Heron shall open an office in Los Remos by D+9."),
    ("B5.working-days", "Working days are all days but Sunday. Each Party shall reply within 3 working days."),
    ("B7.no-bearer", "Beginning on D-day, 6 March 2031, the Parties open the road."),
    ("B7.passive",
     "A Party may denounce this Agreement only after a Grave Breach. The denunciation is declared "
     "in writing to the Board."),
    ("C2.general-only",
     "From D-day neither Party shall carry out any hostile action: it shall not fire, shall not advance, shall not "
     "scout and shall not lay mines."),
    ("D3.two-distances",
     "From D+9 no Party shall keep Heavy Arms within 20 km of the Line. From D+19 no Party shall "
     "keep rocket launchers of "
     "a calibre of 122 mm within 40 km of the Line."),
    ("D4.no-destination",
     "Each Party shall withdraw its soldiers from the Clear Zone by D+6. Each Party shall place them at more than 3 km "
     "from the Line."),
    ("E5.one-way",
     "After a Grave Breach Halvern shall close its ports to the ships of the Party concerned. It shall open them again "
     "within 3 days of the correction."),
    ("G3.no-blame",
     "The Board shall decide who is responsible. No Party is held responsible before the Board has decided."),
    ("H1.one-step",
     "This Agreement holds for 60 days and then for 60 days more, unless a Party declares before its end."),
    ("H5.accused",
     "Halvern guarantees this Agreement. When the Board has found a Grave Breach, Halvern shall invite the Party that "
     "committed it, whose consent is not required."),
    ("L1.duty-and-ban",
     "From D+9 no Party keeps troops in the Clear Zone. Each Party keeps its troops at least 2 km away from the "
     "repairers in the Clear Zone."),
    ("L11.unbounded", "The Board shall count the soldiers who leave."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "words"), MISTAKES)
def test_a_mistake_is_told(code: str, words: str) -> None:
    assert code in codes_told(f"{HEAD}## Article 2\n\n{words}\n")


@pytest.mark.parametrize(("code", "words"), SOUND)
def test_what_only_looks_like_it_is_not(code: str, words: str) -> None:
    assert code not in codes_told(f"{HEAD}## Article 2\n\n{words}\n")


def test_a_pronoun_is_no_body() -> None:
    """ "It has three judges" brings in nobody whose name is It."""
    text = parse(f"{HEAD}## Article 2\n\nIt is not prolonged.\n")
    assert "It" not in {body.name for body in text.bodies}
