"""The documented forms in wordings that stand beside their examples: who, what, what of, where and when."""

from __future__ import annotations

from typing import Any

import pytest

from parley.framework import parse
from parley.model import Slot

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {HAL: Halvern}\n---\n\n1. A Board is established.\n\n2. "


def told(slot: Slot[Any] | None) -> str | None:
    return slot.words if slot else None


def read(words: str) -> list[tuple[str | None, ...]]:
    """Bearer, modality, act, object, place and window of each obligation, in the text's own words."""
    found = []
    for each in parse(HEAD + words).obligations:
        modality = str(each.modality.value.value) if each.modality else None
        slots = (each.act, each.object, each.place, each.window)
        found.append((told(each.bearer), modality, *map(told, slots)))
    return found


MUST, NOT = "must", "must not"

SENTENCES = {
    # a time between two bearers is that of the second
    "Kestria and, as from D+4, Orlavia shall guard the weir.": [
        ("Kestria", MUST, "guard", "the weir", None, None),
        ("Orlavia", MUST, "guard", "the weir", None, "as from D+4"),
    ],
    "Boats of Kestria shall not sail east of Cape Tarn, nor those of Northern Command west of it.": [
        ("Boats of Kestria", NOT, "sail", None, "east of Cape Tarn", None),
        ("those of Northern Command", NOT, "sail", None, "west of it", None),
    ],
    # behind a name stands what is called so
    "Removal by both sides of all roadblocks on the Tarn highway by D+9.": [
        ("both sides", MUST, "Removal", "all roadblocks", "on the Tarn highway", "by D+9"),
    ],
    # windows
    "For the length of the fast no Party shall carry arms in Tarn.": [
        ("no Party", NOT, "carry", "arms", "in Tarn", "For the length of the fast"),
    ],
    "Neither Party builds posts for as long as the truce holds.": [
        ("Neither Party", NOT, "builds", "posts", None, "for as long as the truce holds"),
    ],
    # rows of verbs in the present tense
    "From D+3 no one sells guns, lends boats or hires guides.": [
        ("no one", NOT, "sells", "guns", None, "From D+3"),
        ("no one", NOT, "lends", "boats", None, "From D+3"),
        ("no one", NOT, "hires", "guides", None, "From D+3"),
    ],
    "Neither Party moves troops or stores shells near Tarn.": [
        ("Neither Party", NOT, "moves", "troops", "near Tarn", None),
        ("Neither Party", NOT, "stores", "shells", "near Tarn", None),
    ],
    "Whoever finds a stray ox ties it up, does not sell it and asks the guards.": [
        ("Whoever finds a stray ox", MUST, "ties", "it", None, None),
        ("Whoever finds a stray ox", NOT, "sell", "it", None, None),
        ("Whoever finds a stray ox", MUST, "asks", "the guards", None, None),
    ],
    "For each boat Kestria gives back, the Board pays 200 crowns.": [
        ("the Board", MUST, "pays", "200 crowns", None, None),
    ],
    "Having counted the sheep, Kestria gives back every ewe by D+9.": [
        ("Kestria", MUST, "gives back", "every ewe", None, "by D+9"),
    ],
    # what is said once for two halves
    "Halvern shall supply seed to the villages, and tools to the camps, by D+9.": [
        ("Halvern", MUST, "supply", "seed", None, "by D+9"),
        ("Halvern", MUST, "supply", "tools", None, "by D+9"),
    ],
    "Kestria shall send nurses to Tarn, and Orlavia doctors to Velm, by D+5.": [
        ("Kestria", MUST, "send", "nurses", "to Tarn", "by D+5"),
        ("Orlavia", MUST, "send", "doctors", "to Velm", "by D+5"),
    ],
    "The Board shall inspect the silos daily during the first week and every ten days thereafter.": [
        ("The Board", MUST, "inspect", "the silos", None, "daily during the first week"),
        ("The Board", MUST, "inspect", "the silos", None, "every ten days"),
    ],
    "A fire shall be reported by the wardens to the Board within an hour, and by the Board to Halvern within six.": [
        ("the wardens", MUST, "reported", "A fire", None, "within an hour"),
        ("the Board", MUST, "reported", "A fire", None, "within six"),
    ],
    # to whom and through what
    "Kestria shall hand the keys to the mayor by D+4.": [("Kestria", MUST, "hand", "the keys", None, "by D+4")],
    "Halvern shall pay pensions to widows.": [("Halvern", MUST, "pay", "pensions", None, None)],
    "Halvern gives bread to the shepherds by D+3.": [("Halvern", MUST, "gives", "bread", None, "by D+3")],
    "Kestria shall grant hospital ships free passage through Skell Sound.": [
        ("Kestria", MUST, "grant hospital ships free passage", "hospital ships", "through Skell Sound", None),
    ],
    "Kestria shall give Orlavia a week's notice of any drill.": [
        ("Kestria", MUST, "give", None, None, "a week's notice of any drill"),
    ],
    # deeds told by their nouns
    "There shall be no parades in the market.": [(None, NOT, "parades", None, "in the market", None)],
    "End of all raids by both militias.": [("both militias", NOT, "raids", None, None, None)],
    # distances
    "Orlavia shall pull its guns 8 km from the canal.": [
        ("Orlavia", MUST, "pull", "its guns", "8 km from the canal", None),
    ],
    # what ends like a participle
    "The Board shall check every shed on D+3.": [("The Board", MUST, "check", "every shed", None, "on D+3")],
    # states and verbs with a preposition
    "The ford of Tarn shall be free of wire by D+9.": [
        (None, MUST, "be free of", "The ford of Tarn", None, "by D+9"),
    ],
    "The Board shall rely on the maps of 1987.": [("the Board", MUST, "rely on", "the maps of 1987", None, None)],
    # things that are banned somewhere
    "Posters are banned on public buildings.": [(None, NOT, "are banned", "Posters", "on public buildings", None)],
    # lists within a sentence
    "Kestria undertakes as follows: (i) not to tax crops, (ii) not to hold village meetings by night.": [
        ("Kestria", NOT, "tax", "crops", None, None),
        ("Kestria", NOT, "hold", None, None, "by night"),
    ],
    "The tasks of the Board are to count rifles, to hear witnesses and to publish a list by D+9.": [
        ("the Board", MUST, "count", "rifles", None, None),
        ("the Board", MUST, "hear witnesses", None, None, None),
        ("the Board", MUST, "publish", "a list", None, "by D+9"),
    ],
}


@pytest.mark.parametrize("words", SENTENCES)
def test_a_neighbouring_wording_is_read(words: str) -> None:
    found = read(words)
    assert [(each[0] and each[0][:1].lower() + each[0][1:], *each[1:]) for each in found] == [
        (each[0] and each[0][:1].lower() + each[0][1:], *each[1:]) for each in SENTENCES[words]
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Prisoners shall be free of chains.",  # a right of theirs, and nothing of a place
        "The seed is free of duty.",
        "Neither Party sells powder to traders.",  # in the present tense, of an unknown verb, without a time
    ],
)
def test_what_only_tells_is_no_duty(words: str) -> None:
    assert read(words) == []
