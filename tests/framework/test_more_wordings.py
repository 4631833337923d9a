"""One mistake in the words of many drafters: each is found under its code, and sound sentences beside them are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.framework import check, parse
from parley.model import FindingKind

SOUND = (Path(__file__).parents[1] / "golden" / "alike" / "weir.md").read_text("utf-8")
HEAD = SOUND.partition("8. Each Party answers")[0]

WORDS = {
    "A1.unlisted": [
        "The Salt Coast Volunteers shall vacate the mill at Ombel by D+9.",
        "The Ridge Column must be out of Ombel by D+9.",
        "The Dockers' Self-Defence League is to give up its rifles at Ombel by D+12.",
    ],
    "B1": [
        "During the armistice each Party shall keep the market of Ombel open daily from 08:00 to 12:00.",
        "The humanitarian pause shall not be used to change guards at Ombel.",
        "This suspension of arms does not shorten anybody's service.",
    ],
    "B2.undefined": [
        "No Party shall erect a Tier Two Structure within 4 km of Ombel from D+5.",
        "No Party shall use Jamming Equipment within 4 km of Ombel from D+5.",
        "Each Party shall keep a Reserve Stock at Ombel from D+5.",
        "Each Party shall leave the Sheltered Coast to its fishermen from D+5.",
    ],
    "B3": [
        "No Party shall place long-range systems at Ombel from D+5.",
        "Each Party shall clear Ombel of larger weapons by D+9.",
        "No Party shall bring weapons of a strategic nature to Ombel from D+5.",
        "No Party shall bring artillery of significant calibre to Ombel from D+5.",
    ],
    "B7.passive": [
        "The lamps at Ombel will be rehung by D+9.",
        "The silt at Ombel shall have been dug out by D+9.",
        "The weir at Ombel needs to be rebuilt by D+9.",
    ],
    "B7.unnamed-body": [
        "The competent bodies shall survey the weir at Ombel by D+9.",
        "Some neutral state shall pay for the weir at Ombel by D+40.",
        "Qualified persons shall inspect the weir at Ombel by D+9.",
        "A monitoring mechanism to be agreed shall watch the weir at Ombel from D-day.",
    ],
    "C1.condition": [
        "On the islets of Ombel, hostilities cease when both sides feel ready.",
        "On the islets of Ombel, the guns fall silent as soon as nerves have settled.",
        "On the islets of Ombel, all fire ends when the moment is right.",
        "The cease-fire extends to the islets of Ombel after the harvest is in.",
        "On the islets of Ombel, fighting stops on the first quiet day.",
    ],
    "C4": [
        "No flying object may cross the sky over Ombel from D+4.",
        "The airspace of Ombel is shut to everybody from D+4.",
        "Nothing shall be flown over Ombel from D+4.",
        "All aerial movement over Ombel shall stop from D+4.",
        "Unmanned aircraft of every kind shall stay on the ground at Ombel from D+4.",
    ],
    "D1.unrecorded": [
        "Each Party shall keep its carts 3 km behind the actual front from D+4.",
        "Each Party shall keep its carts 3 km behind the positions of today from D+4.",
        "Each Party shall move its carts 3 km from the line held in spring by D+9.",
        "Each Party shall keep its carts 3 km behind the forward edge of its troops from D+4.",
        "Each Party shall keep its carts 3 km from the old administrative boundary from D+4.",
    ],
    "D2": [
        "No Party shall fish in the prohibited waters from D+4.",
        "No Party shall keep troops in the neutral strip from D+4.",
        "A demilitarised area around Ombel shall be set up by D+9 by the Parties.",
    ],
    "D4": [
        "Each Party shall take its river gunboats away by D+9.",
        "Velmar shall have recalled its marines by D+9.",
        "Each Party shall clear Ombel of its lancers by D+9.",
        "Each Party shall disengage its lancers by D+9.",
        "Velmar shall pull its lancers out by D+9.",
    ],
    "D7": [
        "The Parties shall keep their lancers where they stand at Ombel from D+3.",
        "The lancers of the Parties shall not move from their places at Ombel from D+3.",
        "At Ombel, all units remain in the positions that they have on D+3.",
        "Each Party shall halt its lancers on the spot at Ombel from D+3.",
        "Each Party shall maintain the status quo of positions at Ombel from D+3.",
    ],
    "D8": [
        "A Party may guard its dikes with mines.",
        "Each Party may place explosive charges on the bridges it holds.",
        "Mines may be used to cover a retreat.",
        "Each Party is free to improve its trenches with tripwires and explosive traps.",
    ],
    "E1": [
        "Following this phase, the Parties shall unblock the weir at Ombel.",
        "Once this is over, each Party shall unblock the weir at Ombel.",
        "Each Party shall subsequently unblock the weir at Ombel.",
        "When that is done, each Party shall unblock the weir at Ombel.",
    ],
    "E3": [
        "Velmar shall relight the lamp after Haverin has rehung the bell. Haverin shall rehang the bell after Velmar "
        "has relit the lamp.",
        "Velmar need not vacate the quay until Haverin has lowered the boom. Haverin need not lower the boom until "
        "Velmar has vacated the quay.",
    ],
    "E4": [
        "Each Party shall unblock the weir at Ombel by D+30 if it is safe to do so.",
        "Each Party shall unblock the weir at Ombel by D+30 when the population is ready.",
        "In the absence of provocations, each Party shall unblock the weir at Ombel by D+30.",
        "Velmar shall unblock the weir at Ombel by D+30 on terms acceptable to Haverin.",
        "Velmar shall unblock the weir at Ombel by D+30, should Haverin agree.",
    ],
    "G10": ["The Joint Board shall begin to observe the weir at Ombel on D+20."],
    "A2": [
        "Only the regular army of each Party is bound by the ban on patrols at Ombel.",
        "At Ombel, each Party answers for its uniformed soldiers and for nobody else.",
        "Each Party is responsible solely for units on its payroll.",
    ],
    "A5": [
        "On acceding, the River League shall hand in its mortars by D+12.",
        "The Highland Front, whose signature is awaited, shall leave Ombel by D+12.",
        "The Highland Front, not yet a party, shall leave Ombel by D+12.",
        "Groups that adhere later shall have left Ombel by D+12.",
        "As soon as the Highland Front signs, it shall withdraw from Ombel by D+12.",
    ],
    "B5.vague-time": [
        "Each Party shall unblock the weir at Ombel with all dispatch.",
        "Each Party shall unblock the weir at Ombel as the season permits.",
        "Each Party shall unblock the weir at Ombel within an acceptable period.",
        "Each Party shall unblock the weir at Ombel at its earliest convenience.",
        "Each Party shall unblock the weir at Ombel in the days following D+3.",
    ],
    "B5.event-nobody-finds": [
        "Each Party shall reopen the weir at Ombel within a week of the return of calm.",
        "Each Party shall reopen the weir at Ombel ten days after the troops have gone.",
        "Each Party shall reopen the weir at Ombel three days after the end of the floods.",
        "Each Party shall reopen the weir at Ombel two weeks after the clearing of rubble is finished.",
    ],
    "B6.vague": [
        "Each Party shall do what it can to unblock the weir at Ombel by D+9.",
        "The Parties shall take sensible precautions at Ombel from D+3.",
        "Each Party shall unblock the weir at Ombel by D+9, resources permitting.",
        "The Parties shall behave responsibly at Ombel from D+3.",
        "Each Party shall keep a reasonable number of guards at Ombel from D+3.",
    ],
    "B9": [
        "Each Party reads the clause on the weir at Ombel in the light of its own doctrine.",
        "Each Party shall keep the weir at Ombel open from D+5, as it understands that duty.",
        "Each Party decides for itself what counts as a weapon at Ombel.",
        "Where the clause on the weir is open, each Party's reading holds for its own forces.",
    ],
    "C7.unlimited": [
        "Each Party may strike back whenever it feels provoked.",
        "Commanders may open fire as they judge necessary.",
        "Any threat may be met with all available force.",
        "Return of fire is allowed without limit.",
        "A commander who suspects an attack may shoot first.",
    ],
    "C8": ["Each Party shall stop night patrols from D+4 in delicate places."],
    "D6": [
        "A Party may draw guns from its magazines when it needs them.",
        "Stored mortars may go back to their units for exercises.",
        "Each Party may open its depots and use what lies there.",
        "Nothing prevents a Party from fetching its rifles from the sheds.",
        "Weapons in store can be issued again at the discretion of the Party.",
    ],
    "E5.claim": [
        "If in the eyes of a Party the other is in breach, it may suspend the bus, and shall resume it after 6 days.",
        "A Party may suspend the bus to Ombel for 6 days on its own finding of a breach.",
        "When a Party feels wronged, it may suspend the bus to Ombel for 6 days.",
        "A Party which considers itself harmed may suspend the bus to Ombel for 6 days.",
    ],
    "E5.one-way": [
        "After a breach by Haverin, Velmar may shut the gas valve to Ombel.",
        "If Haverin is in breach, Velmar shall no longer supply Ombel with power.",
        "Ostelle may cancel its deliveries of seed to Ombel upon a breach.",
        "A breach by Haverin entitles Velmar to keep back the toll.",
        "The bus to Ombel stops running if Haverin breaks this text.",
    ],
    "E6": [
        "Doctors may enter Ombel after Haverin has closed its radio station.",
        "Bread and blankets reach Ombel only while the talks go on.",
        "Velmar shall free the captive sailors once Haverin lowers its flag at Ombel.",
        "No food passes to Ombel until Haverin has dismantled its mast.",
        "Families may be reunited as soon as the border treaty is signed.",
    ],
    "F1": [
        "The Parties shall allow relief to reach Ombel from D+3.",
        "Unhindered access for relief workers to Ombel shall be assured by the Parties from D+3.",
        "The Parties shall facilitate the delivery of aid to Ombel from D+3.",
    ],
    "F2": ["Each Party shall set free all captured fishermen of Ombel by D+9."],
    "F4": [
        "Everyone who left Ombel shall go home by D+30.",
        "Each Party shall send the evacuees back to Ombel by D+30.",
        "Whoever fled Ombel is required to return by D+30.",
        "The return of refugees to Ombel is compulsory and ends by D+30.",
        "Families from Ombel must resettle there by D+30.",
    ],
    "G5": [
        "Members of the Joint Board may enter the barracks at Ombel when the commandant lets them.",
        "The Joint Board shall visit the mill at Ombel only by appointment with the Party that holds it.",
        "Inspections at Ombel are announced two days in advance.",
        "A Party may refuse the Joint Board entry to places at Ombel that it calls secret.",
        "Visits of the Joint Board to Ombel need a permit of the local governor.",
    ],
    "G6.parties-only": [
        "Complaints about Ombel are admitted from the Parties alone.",
        "Nobody except a Party may lodge a complaint with the Joint Board.",
        "The Joint Board hears only what a Party puts before it.",
        "Reports from private persons are left aside.",
        "The Joint Board shall act on incidents solely at the request of a Party.",
    ],
    "G6.no-time": [
        "Each Party shall let the Joint Board know of every shot at Ombel.",
        "Each Party shall bring incidents at Ombel to the attention of the Joint Board.",
        "Each Party shall submit to the Joint Board a report on each incident at Ombel.",
    ],
    "G7": [
        "Whose fault a clash at Ombel was is settled by the two Parties together.",
        "The Parties shall jointly determine who broke the peace at Ombel.",
        "A breach at Ombel is established only when both Parties admit it.",
        "Guilt for an incident at Ombel is apportioned by the delegates of the Parties.",
        "No breach at Ombel is recorded unless all members agree.",
    ],
    "G8.secret": [
        "What the Joint Board learns at Ombel is not made known to the public.",
        "The Joint Board shall keep its findings on Ombel to itself.",
        "Reports on Ombel go to the Parties alone and to nobody else.",
        "The Joint Board shall disclose nothing about Ombel to the press or the public.",
    ],
    "G8.names": ["The names and addresses of those suspected at Ombel are published within a day."],
}
"""By code; each sentence is one way to make that mistake."""


@pytest.mark.parametrize("code", WORDS)
def test_each_way_to_make_the_mistake_is_found(code: str) -> None:
    provisions = "\n\n".join(f"{number}. {words}" for number, words in enumerate(WORDS[code], 20))
    findings = check(parse(f"{HEAD}{provisions}\n")).findings
    told = {each.provision for each in findings if each.code.startswith(code)}
    assert [words for number, words in enumerate(WORDS[code], 20) if str(number) not in told] == []


def test_sound_sentences_on_the_same_matters_are_not() -> None:
    findings = check(parse(SOUND)).findings
    assert [(each.code, each.quote) for each in findings if each.kind is FindingKind.DEFECT] == []
