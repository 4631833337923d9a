"""The same duty in other agreements: compared part by part, ranked by how much of the meaning is alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from parley.model import Facet, Framework, Obligation, Precedent, Sentence, Slot
from parley.text import act_covers

from ..parse import parse
from .sense import Sense, act_families, days

LEAST = 0.5
"""So much of the meaning has to be alike."""
_SAME, _CASE, _FAMILY = 1.0, 0.8, 0.5
"""How alike two acts are: the same; one a case of the other; of one family."""
_LIKELY = 0.85
"""How alike two things of one family are, whose words are others."""
_WEIGHTS = {
    "act": 4.0,
    "modality": 2.0,
    "object": 3.0,
    "bearer": 1.0,
    "place": 1.5,
    "window": 1.0,
    "trigger": 1.0,
    "exception": 0.5,
    "counterpart": 0.5,
    "verifier": 0.5,
}
_ALIKE = {"act": _CASE, "object": 0.6, "place": 0.95, "window": 0.95}
"""From which share a part is told as alike, where that is not 1."""
_HEAD = "---\nparties: {ABC: First Party, XYZ: Second Party}\n---\n\n1. "


def meant_by(words: str) -> Framework:
    """A sentence as a framework of its own, between two parties without names."""
    return parse(f"{_HEAD}{' '.join(words.split())}\n", "the sentence")


def precedents(
    like: Sequence[Obligation], own: Framework, agreements: Iterable[Framework], most: int = 10
) -> tuple[Precedent, ...]:
    """The sentences of ``agreements`` that oblige to the like of ``like``, the likest first, at most ``most``.

    Two obligations are alike by the weighted share of their parts that are: act, modality, object, bearer, place,
    window, trigger, exception, counterpart, verifier. A part that neither has doesn't count. Acts have to be of one
    family at least. The provisions of ``like`` themselves are left out. Linear in the sentences.
    """
    wanted = [Sense(each, own) for each in like]
    asked = {(own.path, each.sentence.start) for each in like}
    found: list[Precedent] = []
    for agreement in agreements:
        numbers = {provision.id: provision for provision in agreement.provisions}
        for sentence in agreement.sentences:
            if (agreement.path, sentence.start) in asked and agreement.text == own.text:
                continue
            best = _best(wanted, sentence, agreement)
            if best is None or best[0] < LEAST:
                continue
            likeness, facets = best
            provision = numbers.get(sentence.provision or "")
            found.append(
                Precedent(
                    path=agreement.path,
                    title=agreement.title,
                    provision=sentence.provision,
                    heading=provision.heading if provision else None,
                    start=sentence.start,
                    end=sentence.end,
                    exact=sentence.exact,
                    reading=sentence.reading,
                    likeness=round(likeness, 3),
                    alike=tuple(facet for facet, like in facets if like),
                    differs=tuple(facet for facet, like in facets if not like),
                )
            )
    return tuple(sorted(found, key=lambda each: (-each.likeness, each.path, each.start))[:most])


def _best(
    wanted: Sequence[Sense], sentence: Sentence, agreement: Framework
) -> tuple[float, list[tuple[Facet, bool]]] | None:
    compared = [_compared(one, Sense(other, agreement)) for one in wanted for other in sentence.obligations]
    return max(filter(None, compared), key=lambda each: each[0], default=None)


def _compared(one: Sense, other: Sense) -> tuple[float, list[tuple[Facet, bool]]] | None:
    if _acts(one, other) == 0:
        return None
    total = weight = 0.0
    facets: list[tuple[Facet, bool]] = []
    for part, here, there, share in _parts(one, other):
        total += _WEIGHTS[part] * share
        weight += _WEIGHTS[part]
        facets.append((Facet(part=part, here=here, there=there), share >= _ALIKE.get(part, 1.0)))
    return total / weight, facets


def _parts(one: Sense, other: Sense) -> Iterator[tuple[str, str | None, str | None, float]]:
    """Each part that either has: what it is here and there, and how alike, from 0 to 1."""
    yield "act", one.act, other.act, _acts(one, other)
    a, b = one.obligation, other.obligation
    if a.modality and b.modality:
        yield "modality", a.modality.value, b.modality.value, float(a.modality.value is b.modality.value)
    if a.object or b.object:
        yield "object", _said(a.object), _said(b.object), _things(one, other)
    yield "bearer", one.bearer, other.bearer, _bearers(one, other)
    if a.place or b.place:
        yield "place", _said(a.place), _said(b.place), _wheres(one, other)
    if a.window or b.window:
        yield "window", _said(a.window), _said(b.window), _windows(one, other)
    if a.trigger or b.trigger:
        share = float(bool(a.trigger and b.trigger)) * (
            1.0 if a.trigger and b.trigger and a.trigger.value.event == b.trigger.value.event else _FAMILY
        )
        yield "trigger", _said(a.trigger), _said(b.trigger), share
    for part in ("exception", "counterpart", "verifier"):
        here, there = getattr(a, part), getattr(b, part)
        if here or there:
            yield part, _said(here), _said(there), float(bool(here and there))


def _acts(one: Sense, other: Sense) -> float:
    a, b = one.act, other.act
    if a is None or b is None:
        return 0.0
    if a == b:
        return _SAME
    if act_covers(a, b) or act_covers(b, a):
        return _CASE
    return _FAMILY if act_families(a) & act_families(b) else 0.0


def _things(one: Sense, other: Sense) -> float:
    """By the families of things where both have one, else by their words (Dice's coefficient)."""
    if not one.thing or not other.thing:
        return 0.0
    words = 2 * len(one.thing & other.thing) / (len(one.thing) + len(other.thing))
    if one.things and other.things:
        return max(words, _LIKELY * _dice(one.things, other.things))
    return words


def _bearers(one: Sense, other: Sense) -> float:
    if one.bearer == other.bearer:
        return 1.0
    return _FAMILY if {one.bearer, other.bearer} <= {"each party", "one party", "nobody is named"} else 0.0


def _wheres(one: Sense, other: Sense) -> float:
    """By the relation, the sort of place it is to, and how near two distances are."""
    a, b = one.obligation.place, other.obligation.place
    if a is None or b is None:
        return 0.0
    shares = [float(a.value.relation is b.value.relation), _dice(one.places, other.places)]
    if a.value.distance and b.value.distance:
        shares.append(_near(a.value.distance.metres, b.value.distance.metres))
    elif a.value.distance or b.value.distance:
        shares.append(0.0)
    return sum(shares) / len(shares)


def _windows(one: Sense, other: Sense) -> float:
    a, b = one.obligation.window, other.obligation.window
    if a is None or b is None:
        return 0.0
    here, there = days(a.value), days(b.value)
    if here is None or there is None:
        return 0.0
    same = here[0] == there[0] or {here[0], there[0]} == {"by", "within"}
    return float(same) * (0.6 + 0.4 * _near(here[1], there[1]))


def _near(one: float, other: float) -> float:
    """1 for the same length, less the farther they are apart."""
    if one == other:
        return 1.0
    return min(one, other) / max(one, other) if min(one, other) > 0 else 0.0


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _said(slot: Slot[Any] | None) -> str | None:
    return " ".join(slot.words.split()) if slot else None
