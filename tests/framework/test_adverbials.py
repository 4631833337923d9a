"""Where a time, a condition, a place, an exception or a verifier begins and ends, and what each means."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.model import Framework

HEAD = """---
title: Interim cease-fire
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {HAL: Kingdom of Halvern, RCX: Red Circle}
---

**Separation Line** means the line in Annex A.

**Bay Zone** means the waters in Annex B.

"""
SAID = {
    # windows
    "For the length of the harvest neither Party shall lay mines.": "during the harvest",
    "Orlavia shall withdraw its tanks as soon as possible, and in any event by D+10.": "by D+10",
    "In the course of June 2031 Kestria shall free all hostages.": "from 1 June 2031 until 30 June 2031",
    "In the months of June and July no Party shall conduct exercises.": "during June and July",
    "Kestria shall open the coast road not before D+3 nor after D+8.": "from D+3 until D+8",
    "In the ten days following D-day no Party shall rotate its troops.": "from D-day for 10 days",
    "In the first week of the truce Orlavia shall release 40 prisoners.": "during the first week of the truce",
    "The JVC may inspect depots between 06:00 and 18:00 on weekdays.": "between 06:00 and 18:00 on weekdays",
    "Every second Friday the Parties shall exchange letters.": "every 14 days",
    "Orlavia shall hand over the keys the day after the ships have left.": "on the day after the ships have left",
    "From the moment the ferry sails until it reaches Velm, no Party shall fire.": (
        "from the moment the ferry sails until it reaches Velm"
    ),
    "No mines may be laid for as long as this agreement lasts.": "during this agreement",
    "No Party shall fire between the hours of 22:00 and 06:00.": "every day between 22:00 and 06:00",
    "The ferry may sail twice daily between Tarn and Velm.": "twice every day",
    "The parties shall stop shooting at noon on 3 March 2031.": "must not shoot, from 3 March 2031 at 12:00",
    "Halvern shall report to both Parties at the end of each month.": "every month",
    "Orlavia shall, at once and in any event by D+2, free the crews.": "must free the crews at once, by D+2",
    # conditions
    "Having received the list, Orlavia shall release all persons on it by D+5.": "having received the list",
    "On receiving the map, Orlavia shall mark the channel.": "on receiving the map",
    "In case the cable breaks again, Kestria shall repair it.": "in case the cable breaks again",
    "Orlavia may suspend deliveries if and as long as Kestria withholds the maps.": (
        "if and as long as Kestria withholds the maps"
    ),
    "Insofar as fuel is available, Halvern shall supply the camps.": "insofar as fuel is available",
    "Orlavia shall stop its patrols the moment the JVC so requests.": "the moment the JVC so requests",
    # places
    "No Party shall store shells on, under or beside a road.": "on, under or beside a road",
    "Neither Party shall station troops in, or within 3 km of, the town of Velm.": "in, or within 3 km of, the town of",
    "Orlavia shall keep no warships seaward of the Bay Zone.": "seaward of the Bay Zone",
    "Convoys shall travel along the coast road from Tarn to Velm.": "along the coast road from Tarn to Velm",
    "Relief convoys may move from Tarn to Velm.": "from Tarn to Velm",
    "Kestria shall keep its guns outside, and at least 10 km from, the Bay Zone.": "10 km or more from the Bay Zone",
    "No Party shall build posts along, or within sight of, the Separation Line.": "along, or within sight of, the",
    "In the event of a storm, fishing boats may shelter in the ports of either Party.": "in the ports of either Party",
    "Nobody may plant explosives on, under or beside a public road.": "Nobody may plant explosives on, under or",
    # exceptions
    "Apart from medical flights, no flights are allowed over the Bay Zone.": "apart from medical flights",
    "With the sole exception of medical flights, no aircraft shall fly.": "with the sole exception of medical flights",
    "Orlavia shall return all ships but for the two ferries by D+12.": "by D+12, but for the two ferries",
    "Excluding Sundays, the JVC shall publish a bulletin every day.": (
        "The Joint Verification Commission must publish a bulletin, every day, excluding Sundays."
    ),
    "Orlavia shall return the ships, whatever their condition, by D+9.": "return the ships, whatever their condition",
    # what only looks like a time, a place, a deed or a second subject
    "Neither side shall profit from the withdrawal of the other to advance.": "profit from the withdrawal of the other",
    "The hall is provided with beds, soup and heat by Kestria until D+30.": "soup and heat by Kestria, until D+30",
    "All firing shall cease on D-day, on the ground as well as in the air.": "on the ground as well as in the air",
    "The displaced may go home to their villages of origin from D+9.": "to their villages of origin, from D+9",
    "The guards assemble at the two camps of Hask, Velm and Bel Orin by D+9.": "two camps of Hask, Velm and Bel Orin",
    "Ferries carry farmers every day, and nobody shall charge them a fare.": "Nobody may charge them a fare.",
    "It is forbidden to hide captives, to move them or to chain them.": "Nobody may move them.",
    "Orlavia shall march out by D+9, drums beating and colours flying.": "drums beating and colours flying",
    "Kestria shall give Orlavia two days' notice thereof.": "give notice to Orlavia, at least 2 days in advance",
    "Thereafter neither Party shall enter the Bay Zone.": "must not enter the Bay Zone",
    "Nor shall either Party levy recruits below the age of 18.": "must not levy recruits",
    "Kestria shall move behind the Separation Line, leaving no stores behind it.": "leaving no stores behind it",
    "Kestria shall free the crew by D+9, or earlier if the JVC so decides.": "or earlier if the JVC so decides, by D+9",
    "The list having been checked, Kestria shall free the crew.": "free the crew, once the list has been checked",
    "The JVC shall visit the camps for the duration of its mandate.": "visit the camps, during the mandate",
    "Kestria may suspend in whole or in part the performance of its duties.": "in whole or in part the performance",
    "The market shall reopen on the first Saturday following D-day.": "on the first Saturday following D-day",
    "For the whole of the harvest neither Party shall recruit.": "must not recruit, during the harvest",
    "The toll posts shall be manned from the second month onward.": "must be manned, from the second month",
    "Kestria shall lend its boats for as long as rescue work continues.": "lend its boats, during the rescue work",
    "No one may carry a rifle in the market once the amnesty has run out.": "once the amnesty has run out",
    "The guarantors shall assemble at no more than 72 hours' notice.": "must assemble, within 72 hours",
    "No one may leave the port without a pass signed by the JVC.": "No one may leave the port, without a pass signed",
    "Farmers may return to their fields whenever they choose.": "return to their fields whenever they choose",
    "Kestria shall send, through the JVC, lists of crews by D+4.": "send, through the JVC, lists of crews, by D+4",
    "Rotation of troops may take place only with the consent of the JVC.": "only with the consent of the JVC",
    "The wounded are entitled to treatment in any hospital.": "may receive treatment",
    "Claims shall be sent to the JVC, which shall rule upon them within 5 days.": "must rule upon them, within 5 days",
    "Kestria shall ensure that none of its units opens fire.": "must not let any of its units open fire",
    "Kestria shall ensure that no troops under its command enter Velm.": "let any troops under its command enter",
    # by when something is no longer to be
    "By D+3 no guns shall remain in the Bay Zone.": "No guns may remain in the Bay Zone, from D+4",
    "No Party shall have guns in the Bay Zone by D+5.": "must not have guns in the Bay Zone, from D+6",
    "Within 3 days of D-day no troops shall be present in the Bay Zone.": "Bay Zone, from D+4",
    "Within 48 hours of an incident no Party shall return fire.": "within 48 hours of an incident",
    "No Party shall move its guns before D+3.": "must not move its guns, until D+2",
    "None of the units shall enter the town.": "None of the units may enter the town",
    "Not one soldier shall remain in the town after D+3.": "Not one soldier may remain",
    # verifiers
    "Kestria shall destroy its mines, subject to confirmation by the JVC.": "subject to confirmation by the JVC",
    "The mines shall be lifted before the eyes of the JVC.": "before the eyes of the JVC",
    "Prisoners shall be exchanged, with the Red Circle looking on.": "with the Red Circle looking on",
    "Kestria shall destroy the shells in the presence of two officers of the JVC.": "in the presence of two officers",
    "Kestria shall scuttle its boats, the JVC certifying that it has done so.": "the JVC certifying that it has",
}


def _read(*sentences: str) -> Framework:
    text = "\n".join(f"{number}. {words}\n" for number, words in enumerate(sentences, start=2))
    return parse(f"{HEAD}1. A Joint Verification Commission (JVC) is established.\n\n{text}")


@pytest.fixture(scope="module")
def readings() -> dict[str, str]:
    read = _read(*SAID).sentences
    return {each.exact: each.reading or "" for each in read}


@pytest.mark.parametrize("words", SAID)
def test_an_adverbial_is_said_back(words: str, readings: dict[str, str]) -> None:
    assert SAID[words] in readings[words]


def test_what_is_confirmed_by_somebody_has_a_verifier_and_no_condition() -> None:
    (one,) = _read("Kestria shall destroy its mines by D+20, subject to confirmation by the JVC.").obligations
    assert one.verifier.value == ("JVC",)
    assert one.trigger is None


def test_several_may_stand_by() -> None:
    (one,) = _read("The guns shall be handed over in the presence of the JVC and of a delegate of Halvern.").obligations
    assert one.verifier.value == ("JVC", "HAL")


def test_days_of_the_week_that_go_by_one_word_are_counted() -> None:
    (one,) = _read("The JVC may inspect depots on weekdays.").obligations
    assert (one.window.value.every.days, one.window.value.times) == (7, 5)


def test_a_way_ends_where_it_goes_and_gives_nobody_anything() -> None:
    (one,) = _read("Kestria shall clear the mines on the road from Tarn to Velm.").obligations
    assert one.counterpart is None
    assert one.place.words == "on the road from Tarn to Velm"


def test_so_many_incidents_are_counted_without_or_more() -> None:
    (one,) = _read("When three incidents have been reported in one week, the JVC shall meet.").obligations
    assert (one.trigger.value.count, one.trigger.value.period.days) == (3, 7)


@pytest.mark.parametrize(
    "behind", ["Article 1 is suspended.", "the JVC shall meet within 2 days.", "Kestria may leave."]
)
def test_the_time_in_which_so_many_come_is_no_time_of_the_duty(behind: str) -> None:
    (one,) = _read(f"After three or more breaches of Article 1 within 7 days, {behind}").obligations
    assert (one.trigger.value.count, one.trigger.value.period.days) == (3, 7)
    assert one.window is None or one.window.words == "within 2 days"


EXEMPTED = """## Article 1: Fire

1. No Party shall fire.

2. No Party shall move guns. This paragraph shall not apply to guns in museums.

3. Paragraph 1 does not apply to hunters. Nothing in this Article prevents the police from carrying arms.

## Article 2: Boats

1. No Party shall sail. It does not apply to ferries.

2. The ban in paragraph 1 of Article 1 does not cover salutes. Article 9 does not apply to tugs.
"""


def test_what_a_provision_does_not_apply_to_is_an_exception_of_its_duties() -> None:
    found = {each.id: each.exception.value for each in parse(f"{HEAD}{EXEMPTED}").obligations if each.exception}
    police = "the police from carrying arms"
    assert found == {
        "1(1)/1": f"except hunters, and {police}, and salutes",
        "1(2)/1": f"except guns in museums, and {police}",
        "2(1)/1": "except ferries",
    }
