"""Sentences put together from known parts, so that their slots are known before anybody reads them.

A shape is a function that takes parts from a ``random.Random`` and gives a sentence and its answers, as those of
``obligation_answers``. The parts are natural alone, not always together: what is measured is where each of them ends.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from obligation_answers import Judged, Tally, judge

Answer = dict[str, Any]
Composed = tuple[str, list[Answer]]
Shape = Callable[[random.Random], Composed]

HEAD = """---
title: Composed
parties: {KES: Kestria, ORL: Orlavia}
others: {HAL: Halvern, RCX: Red Circle}
---

**Separation Line** means the line in Annex A.

**Bay Zone** means the waters in Annex B.

1. A Joint Verification Commission (JVC) is established.
"""


def _listed(words: str) -> list[str]:
    return words.split("|")


DUTIES = """repair repairing repaired the water mains|clear clearing cleared the access tracks
fence fencing fenced the contaminated plots|count counting counted the rifles
vaccinate vaccinating vaccinated the children|release releasing released forty hostages
return returning returned the impounded trawlers|dredge dredging dredged the shipping channel
bury burying buried the dead|lend lending lent six pumps
evacuate evacuating evacuated the hilltop positions|audit auditing audited the payrolls
withdraw withdrawing withdrawn its heavy mortars|prune pruning pruned the hedgerows
escort escorting escorted the convoys|publish publishing published the findings
weigh weighing weighed the lorries|defuse defusing defused the unexploded bombs"""
BANS = """shell shelling shelled the suburbs|poison poisoning poisoned the wells
abduct abducting abducted villagers|torture torturing tortured captives
forge forging forged travel permits|jam jamming jammed the radio beacons
fell felling felled the olive trees|smuggle smuggling smuggled detonators
station stationing stationed snipers|search searching searched hospital ships
levy levying levied road tolls|humiliate humiliating humiliated detainees
divert diverting diverted the river|desecrate desecrating desecrated graves
dig digging dug new trenches"""
DOERS = _listed(
    "Kestria|Halvern|the Parties|each Party|the JVC|the commanders of both sides|the garrison of Velm|"
    "the river police|the mayors of the border towns|the harbour master of Pell|every battalion commander|"
    "the Ministry of Transport"
)
PLACES = _listed(
    "in the Bay Zone|in Velm|at the northern gate|within 5 km of the Separation Line|along the coast road|"
    "north of the Separation Line|on the territory of Orlavia|in the area between Tarn and Velm|"
    "at the crossing points listed in Annex B|in the villages on the western shore|"
    "in the air space over the Bay Zone|near the railway station|throughout the province of Pell|"
    "close to the pipeline"
)
LIMITS = _listed(
    "by D+10|no later than 3 May 2031|by 18:00 local time on 3 May 2031|within ten days of D-day|"
    "by the end of D+5|within three weeks from the date of signature|on the fifth day|"
    "before the onset of winter|at the latest by D+8"
)
SPANS = _listed(
    "from D+3|from 1 March through 30 April 2031|until further notice|between D+4 and D+9|"
    "for a period of ninety days|during the harvest season|at night|between 22:00 and 05:00|"
    "with effect from 1 March 2031"
)
CASES = _listed(
    "if a mine is found|when the road has been cleared|once the observers are in place|unless the JVC objects|"
    "in the event of a flood|should fighting resume|upon receipt of the list|provided that the JVC agrees"
)
ASIDES = _listed(
    "without delay|as a rule|in accordance with Annex A|in the presence of an observer|free of charge|"
    "by means of two cranes|in close cooperation with the Red Circle|for humanitarian reasons"
)


def answer(bearer: str | None, modality: str, act: str, thing: str, place: str = "", window: str = "") -> Answer:
    """The answer of one deed; a slot without words is left out."""
    found: Answer = {"modality": {"value": [modality]}, "act": {"words": [act]}, "object": {"words": [thing]}}
    for slot, words in (("bearer", bearer), ("place", place), ("window", window)):
        if words:
            found[slot] = {"words": [words]}
    return found


def composed(seed: int, number: int) -> Iterator[tuple[str, str, list[Answer]]]:
    """``number`` sentences of each shape, as its name, the sentence and the answers; the same for the same seed."""
    for shape in SHAPES:
        chance = random.Random(f"{shape.__name__} {seed}")
        for _ in range(number):
            yield shape.__name__.replace("_", " ").strip(), *shape(chance)


def judged(seed: int, number: int) -> dict[str, tuple[Tally, list[Judged]]]:
    """``number`` sentences of each shape, read: the tally of each, and its sentences as judged."""
    by_shape: dict[str, list[Composed]] = defaultdict(list)
    for shape, sentence, answers in composed(seed, number):
        by_shape[shape].append((sentence, answers))
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for shape, sentences in by_shape.items():
            text, lines = HEAD, []
            for index, (sentence, answers) in enumerate(sentences, 2):
                start = len(text) + len(f"\n{index}. ")
                text += f"\n{index}. {sentence}\n"
                told = {"file": "text.md", "exact": sentence, "start": start, "end": start + len(sentence)}
                lines.append(json.dumps({**told, "obligations": answers}))
            Path(folder, "text.md").write_text(text, "utf-8")
            Path(folder, "answers.jsonl").write_text("\n".join(lines), "utf-8")
            found[shape] = judge(Path(folder, "answers.jsonl"), Path(folder))
    return found


def _parts(rows: str) -> list[tuple[str, str, str, str]]:
    deeds = (each.split(" ", 3) for row in rows.split("\n") for each in row.split("|"))
    return [(verb, gerund, done, thing) for verb, gerund, done, thing in deeds]


_DUTIES, _BANS = _parts(DUTIES), _parts(BANS)


def _sentence(*parts: str) -> str:
    words = " ".join(part for part in parts if part).replace(" ,", ",").replace(" :", ":")
    return f"{words[0].upper()}{words[1:]}."


def _at_the_end(chance: random.Random) -> Composed:
    who, (verb, _, _, thing) = chance.choice(DOERS), chance.choice(_DUTIES)
    place, limit = chance.choice(PLACES), chance.choice(LIMITS)
    return _sentence(who, "shall", verb, thing, place, limit), [answer(who, "must", verb, thing, place, limit)]


def _in_front(chance: random.Random) -> Composed:
    who, (verb, _, _, thing) = chance.choice(DOERS), chance.choice(_BANS)
    place, span = chance.choice(PLACES), chance.choice(SPANS)
    first, second = chance.sample((place, span), 2)
    return _sentence(f"{first},", f"{second},", who, "shall not", verb, thing), [
        answer(who, "must not", verb, thing, place, span)
    ]


def _between_commas(chance: random.Random) -> Composed:
    who, (verb, _, _, thing) = chance.choice(DOERS), chance.choice(_DUTIES)
    where, limit = chance.choice(["before", "behind"]), chance.choice(LIMITS)
    modal = f"{limit}, shall" if where == "before" else f"shall, {limit},"
    return _sentence(f"{who}, {modal}" if where == "before" else f"{who} {modal}", verb, thing), [
        answer(who, "must", verb, thing, "", limit)
    ]


def _asides(chance: random.Random) -> Composed:
    who, (verb, _, _, thing), aside = chance.choice(DOERS), chance.choice(_DUTIES), chance.choice(ASIDES)
    limit = chance.choice(LIMITS)
    front = chance.random() < 0.5
    words = (f"{aside},", who, "shall", verb, thing, limit) if front else (who, "shall", verb, thing, aside, limit)
    return _sentence(*words), [answer(who, "must", verb, thing, "", limit)]


def _cases(chance: random.Random) -> Composed:
    who, (verb, _, _, thing), case = chance.choice(DOERS), chance.choice(_DUTIES), chance.choice(CASES)
    place = chance.choice(PLACES)
    words = chance.choice(
        [
            (f"{case},", who, "shall", verb, thing, place),
            (who, "shall", verb, thing, f"{place},", case),
            (who, f"shall, {case},", verb, thing, place),
        ]
    )
    return _sentence(*words), [answer(who, "must", verb, thing, place)]


def _passives(chance: random.Random) -> Composed:
    who, (_, _, done, thing) = chance.choice(DOERS), chance.choice(_DUTIES)
    place, limit = chance.choice(PLACES), chance.choice(LIMITS)
    return _sentence(thing, "shall be", done, "by", who, place, limit), [answer(who, "must", done, thing, place, limit)]


def _two_bans(chance: random.Random) -> Composed:
    who, (one, other) = chance.choice(DOERS), chance.sample(_BANS, 2)
    return _sentence(who, "shall not", one[0], one[3], "or", other[0], other[3]), [
        answer(who, "must not", each[0], each[3]) for each in (one, other)
    ]


def _three_duties(chance: random.Random) -> Composed:
    who, deeds = chance.choice(DOERS), chance.sample(_DUTIES, 3)
    one, other, last = (f"{verb} {thing}" for verb, _, _, thing in deeds)
    return _sentence(who, "shall", f"{one},", other, "and", last), [
        answer(who, "must", each[0], each[3]) for each in deeds
    ]


def _gerunds(chance: random.Random) -> Composed:
    who, (one, other) = chance.choice(DOERS), chance.sample(_BANS, 2)
    lead = chance.choice(["shall refrain from", "shall be prohibited from"])
    return _sentence(who, lead, one[1], one[3], "or", other[1], other[3]), [
        answer(who, "must not", each[1], each[3]) for each in (one, other)
    ]


def _gerunds_in_front(chance: random.Random) -> Composed:
    who, (_, gerund, _, thing), place = chance.choice(DOERS), chance.choice(_BANS), chance.choice(PLACES)
    return _sentence(gerund, thing, place, "is forbidden to", who), [answer(who, "must not", gerund, thing, place)]


def _forbidden(chance: random.Random) -> Composed:
    (verb, _, _, thing), span = chance.choice(_BANS), chance.choice(SPANS)
    place = chance.choice(PLACES)
    return _sentence(f"{span},", "it is forbidden to", verb, thing, place), [
        answer(None, "must not", verb, thing, place, span)
    ]


def _two_doers(chance: random.Random) -> Composed:
    who, (one, other) = chance.sample(DOERS, 2), chance.sample(_DUTIES, 2)
    limits = chance.sample(LIMITS, 2)
    words = [
        (each, "shall", deed[0], deed[3], limit) for each, deed, limit in zip(who, (one, other), limits, strict=True)
    ]
    joint = chance.choice([", and", ";", ", while"])
    return _sentence(*words[0], joint, *words[1]), [
        answer(each, "must", deed[0], deed[3], "", limit)
        for each, deed, limit in zip(who, (one, other), limits, strict=True)
    ]


_SEVERAL = ("the Parties", "the commanders of both sides", "the river police", "the mayors of the border towns")


def _third(verb: str) -> str:
    if verb.endswith(("ry", "vy")):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("sh", "ch")) else f"{verb}s"


def _is(thing: str) -> str:
    return "is" if thing in ("the river", "the shipping channel") else "are"


def _present(chance: random.Random) -> Composed:
    who, (verb, _, _, thing) = chance.choice(DOERS), chance.choice(_DUTIES)
    place, limit = chance.choice(PLACES), chance.choice(LIMITS)
    does = verb if who in _SEVERAL else _third(verb)
    return _sentence(who, does, thing, place, limit), [answer(who, "must", does, thing, place, limit)]


def _not_done(chance: random.Random) -> Composed:
    (_, _, done, thing), place, span = chance.choice(_BANS), chance.choice(PLACES), chance.choice(SPANS)
    return _sentence(thing, _is(thing), "not", done, place, span), [answer(None, "must not", done, thing, place, span)]


def _but_not(chance: random.Random) -> Composed:
    (_, _, done, thing), (_, _, barred, _) = chance.choice(_DUTIES), chance.choice(_BANS)
    place = chance.choice(PLACES)
    return _sentence(thing, "may be", done, place, "but not", barred), [
        answer(None, "may", done, thing, place),
        answer(None, "must not", barred, thing),
    ]


def _nobody(chance: random.Random) -> Composed:
    deeds, span = chance.sample(_BANS, 3), chance.choice(SPANS)
    one, other, last = (f"{_third(verb)} {thing}" for verb, _, _, thing in deeds)
    return _sentence(f"{span},", "nobody", f"{one},", other, "or", last), [
        answer("nobody", "must not", _third(each[0]), each[3], "", span) for each in deeds
    ]


def _orders(chance: random.Random) -> Composed:
    (verb, _, _, thing), place = chance.choice(_BANS), chance.choice(PLACES)
    return _sentence("do not", verb, thing, place), [answer(None, "must not", verb, thing, place)]


def _can(chance: random.Random) -> Composed:
    who, (verb, _, _, thing) = chance.choice(DOERS), chance.choice(_DUTIES)
    place, span = chance.choice(PLACES), chance.choice(SPANS)
    return _sentence(who, "can", verb, thing, place, span), [answer(who, "may", verb, thing, place, span)]


SHAPES: tuple[Shape, ...] = (
    _at_the_end,
    _in_front,
    _between_commas,
    _asides,
    _cases,
    _passives,
    _two_bans,
    _three_duties,
    _gerunds,
    _gerunds_in_front,
    _forbidden,
    _two_doers,
    _present,
    _not_done,
    _but_not,
    _nobody,
    _orders,
    _can,
)
