"""Drafting mistakes that can be computed or seen in the words, each in several wordings, beside sound sentences."""

from __future__ import annotations

import pytest

from pointed import codes_of

MISTAKES = {
    "L1.duty-and-ban": [
        "Each Party shall keep patrol boats on Lake Morn from D+2. No patrol boats shall be on Lake Morn from D+2.",
        "Kestria shall dredge the harbour of Pell by D+20. Dredging in the harbour of Pell is not allowed.",
        "Each Party shall leave the bridge open from D+2. Kestria shall close the bridge from D+2.",
        "Kestria is to keep 20 guards in the mill from D+3. There shall be no guards in the mill from D+3.",
        "Nobody may enter the tunnel from D+3. Engineers of Kestria shall enter the tunnel by D+5.",
        "Kestria shall raise the wreck by D+30. The wreck shall stay where it is.",
    ],
    "L2.permission-in-ban": [
        "No Party shall fish in the basin of Wick from D+4. Kestria may fish in the basin of Wick from D+4.",
        "Fishing off Gull Reef is forbidden. Trawlers of Kestria may fish off Gull Reef.",
        "Neither Party shall photograph the lighthouse. Kestria retains the right to photograph the lighthouse.",
        "The use of the ford by soldiers is banned. Soldiers of Orlavia are permitted to use the ford.",
        "It is forbidden to hunt in the forest of Tarn. Each Party may hunt in the forest of Tarn.",
    ],
    "L3.at-will": [
        "No Party shall search buses from D+4 save when security so demands.",
        "No Party shall board the ferries from D+4, save where it deems this advisable.",
        "No Party shall search boats from D+3 except in cases that it regards as urgent.",
        "Each Party shall keep the gate open from D+3 as long as this suits it.",
        "No Party shall use the tunnel from D+3, subject to its national interest.",
        "No Party shall jam the radio from D+3 unless there is need.",
    ],
    "L6.should": [
        "Each Party ought to lift the nets by D+9.",
        "The Parties are called upon to clear the canal by D+9.",
        "It is hoped that Orlavia returns the bells by D+9.",
        "Kestria intends to release the fishermen by D+9.",
        "The Parties could share the mill from D+9.",
    ],
    "L7.two-counts": [
        "Each Party shall lend the Commission 5 boats by D+9. 7 boats shall be lent to the Commission by each Party.",
        "Each Party shall keep its docks 4 km from Cape Pell. No Party shall keep docks within 6 km of Cape Pell.",
        "The Commission shall meet every 7 days. The meetings of the Commission take place every ten days.",
        "Orlavia shall release 40 prisoners by D+9. The number of prisoners that Orlavia releases by D+9 is 50.",
        "Orlavia shall withdraw its tanks from Arl by D+8. The withdrawal of Orlavia's tanks from Arl ends by D+11.",
        "Each Party shall name four inspectors by D+5. The six inspectors named by each Party begin work on D+6.",
        "The move begins by D+4 and Kestria shall have finished it by D+12. Kestria shall have finished it by D+15.",
    ],
    "L8.missing": [
        "No Party shall anchor tugs within 7 of the Wick mole from D+4.",
        "Each Party shall withdraw its tanks by D+9 to a distance of 25 from the river.",
        "No Party shall build towers higher than 30 from D+9.",
        "No Party shall fly below 500 over the town from D+9.",
        "Each Party shall keep 200 of fuel in the depot from D+9.",
    ],
    "L10.unseen": [
        "Each Party shall harbour no ill will from D+4.",
        "The Parties shall bear one another no grudge.",
        "Orlavia shall be sincerely sorry for the events of May.",
        "Each Party shall look to the future with confidence.",
        "The Parties shall love peace.",
    ],
    "L11.unbounded": [
        "Kestria shall publish the names of the drowned.",
        "The Parties shall agree a common code for pilots.",
        "Each Party shall repaint its buoys.",
        "Orlavia undertakes to pay for the burnt houses of Pell.",
        "Orlavia shall demolish the wall at Arl.",
    ],
    "L4.article-missing": [
        "Each Party shall act as clause 55 says from D+9.",
        "Each Party shall close the posts named in Arts. 61 to 63 by D+9.",
        "The Commission shall decide under Chapter Twelve by D+9.",
        "Each Party shall act as laid down in Part IX from D+9.",
    ],
    "L5.blank": [
        "Each Party shall name (name to follow) as its pilot by D+9.",
        "The fee for the lanes is still under discussion.",
        "Each Party shall pay 00,000 crowns by D+20.",
        "Each Party shall close its posts by D+9 or D+12 (choose).",
    ],
    "K7.attached": [
        "Each Party shall keep to the lanes drawn on the chart at the end of this text from D+9.",
        "Each Party shall close the posts in the second annex by D+9.",
        "Each Party shall pay the sums in the table below by D+9.",
    ],
    "L13.source": [
        "The Commission shall use photographs that circulate on social media from D+9.",
        "The figures that somebody sent to the mediators hold from D+9.",
        "Each Party shall use the map of an unnamed author from D+9.",
    ],
}

SOUND = [
    "Each Party shall keep the road to Arl open daily from 06:00 to 18:00 and shall close it at night.",
    "The Commission shall visit the camps once a week and the depots once a month.",
    "Each Party shall keep its guns at least 20 km and its mortars at least 8 km from the river from D+9.",
    "Kestria shall man 12 buoys off Wick from D+9. Kestria shall man 15 buoys off Tarn from D+9.",
    "Kestria shall release 40 prisoners by D+9. Kestria shall release 50 prisoners by D+12.",
    "On a minor Violation the Party mends it within 3 days. On a grave Violation the Party mends it within 2 days.",
    "No Party shall fish in the basin of Wick from D+4. Kestria may fish in the basin of Tarn from D+4.",
    "Kestria shall open the gate by D+9. Orlavia shall close the harbour by D+12.",
    "No Party shall enter the town from D+4, except with the written leave of the Commission.",
    "A Party that intends to move a ship shall tell the Commission 12 hours before.",
    "If it should rain, the ferry stops, and each Party shall tell the Commission within 1 hour.",
    "No Party shall fire within 2 km of the repair teams from D+9.",
    "Each Party shall open one gate of the 12 of the town from D+9.",
    "Each Party shall transfer its guns to the arsenal. The transfer shall begin by D+4 and end by D+12.",
    "Each Party shall keep the ferry open daily from 07:00 to 19:00 UTC.",
    "Each Party shall look for missing persons from D+2.",
]


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_is_found_in_whatever_words(code: str) -> None:
    assert [words for words in MISTAKES[code] if code not in codes_of([words])[words]] == []


def test_sound_sentences_on_the_same_matters_are_left_alone() -> None:
    assert {words: said & set(MISTAKES) for words, said in codes_of(SOUND).items() if said & set(MISTAKES)} == {}


def test_a_ban_at_some_hours_or_on_a_number_leaves_room() -> None:
    words = [
        "No Party shall fly aircraft between 22:00 and 06:00. Kestria may fly helicopters from D+2.",
        "Kestria shall not conduct more than three flights a day. Kestria shall fly patrol aircraft by D+5.",
    ]
    assert not {code for said in codes_of(words).values() for code in said if code.startswith(("L1", "L2"))}
