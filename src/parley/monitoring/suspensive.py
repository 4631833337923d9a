"""The sentences that suspend something on a condition: what, whose duties, and what brings it to an end."""

from __future__ import annotations

import enum

from parley.model import Duration, Framework, Modality, Obligation, Party, Slot, Trigger
from parley.text import patterns as re
from parley.text.acts import acts_in

from .articles import articles_named
from .doers import INCIDENT, bearers, is_called
from .terms import THE_TEXT

_THIS = re.compile(r"\bthis (?:article|paragraph|provision|section)\b", re.I)
_BY_NAME = re.compile(r"\b[Bb]y\s+(?:the\s+)?(?P<name>[A-Z]\w*)")
_MENDED = (
    r"(?:remed(?:y|ied)|redress(?:ed)?|repair(?:ed)?|made\s+good|correct(?:ed)?|rectif(?:y|ied)|cur(?:e|ed)|ceas(?:e[sd]?)|end(?:s|ed)?|"
    r"stop(?:s|ped)?|compl(?:y|ies|ied|iance)|restored?)"
)
UNREMEDIED = re.compile(
    r"\b(?:not|un)\s*-?\s*(?:yet\s+)?(?:been\s+)?(?:remedied|redressed|repaired|made good|corrected|rectified)\b", re.I
)
_UNTIL_MENDED = re.compile(rf"\buntil\b[^,;]*?\b{_MENDED}\b", re.I)
_LASTS = re.compile(r"while|during|(?:for\s+)?(?:as|so)\s+long\s+as", re.I)
_HAS_NOT = re.compile(r"\b(?:has|have)\s+not\s+(?!been\s+remed)", re.I)
_NO_GROUND = re.compile(r"until|before|prior\s+to|pending|unless", re.I)
_OTHERS = re.compile(
    r"\b(?:other|injured|wronged|aggrieved|affected)\s+(?:part(?:y|ies)|sides?)\b|\Athe\s+other\Z", re.I
)
_WHOLE_TEXT = re.compile(
    r"\W*(?:(?:the|its|their|all|any|further|full|whole|entire|application|operation|implementation|performance|observance|execution|"
    rf"compliance|obligations?|commitments?|part|of|under|with|this|present)\s+)*{THE_TEXT.pattern}",
    re.I,
)
_OF_SOME = re.compile(r"\bobligations of (?:an?|any|that|the) party\b", re.I)
_FOR_OTHERS = re.compile(r"\b(?:for|as regards|in respect of|as far as)\s+the\s+other\s+(?:party|side)\b", re.I)
_NOBODY = re.compile(r"\b(?:no|neither|nor|nothing|never)\b[^,;:]*\Z", re.I)
_IS_SUSPENDED = re.compile(
    r"(?:\A|[,;:]\s*)(?P<what>(?!(?:while|if|when|whenever|where|as|for|so|until|unless|during|after)\b)[^,;:]+?)\s+"
    r"(?:(?:is|are|stands?|(?:shall|will)\s+(?:be|stand))\s+(?:\w+ly\s+)?suspended|(?:shall\s+)?ceases?\s+to\s+bind)\b|"
    r"(?<!\bmay)(?<!\bnot)(?<!\bto)\s(?:suspends?|(?:is|are|be)\s+released\s+from)\s+(?P<whom>[^,;:]*?)"
    r"(?=\s+(?:while|if|when|where|as|for|until|unless|during|after|upon|towards?)\b|[,.;:]|\Z)",
    re.I,
)

_COMPLIES = r"(?:compl\w+|carried\s+out|carrying\s+out|implement\w+|perform\w+|observ\w+|fulfil\w+|respect\w*|met)"
_CONDITIONAL = re.compile(
    r"(?P<what>.+?)\s+(?:(?:is|are|be|shall\s+be)\s+(?:\w+ly\s+)?(?:conditional|conditioned|contingent|dependent)\s+(?:up)?on|"
    r"(?:shall\s+)?depends?\s+(?:up)?on|"
    rf"(?:(?:is|are)\s+subject\s+to|(?:applies|apply|binds?)\s+only\s+(?:if|when|where|(?:as|so)\s+long\s+as))(?=.*\b{_COMPLIES}\b))"
    r"\s+(?P<ground>.+)",
    re.I | re.S,
)


class End(enum.Enum):
    """What brings a suspension to an end: that its ground was remedied, a number of hours, or nothing that is said."""

    MENDED = "mended"
    LENGTH = "length"
    UNSAID = "unsaid"


def suspending(framework: Framework) -> list[Obligation]:
    """The sentences that suspend something on a condition."""
    return [
        one
        for one in (_set_off(each, framework) for each in framework.obligations)
        if one.act is not None
        and one.act.value == "suspend"
        and one.trigger is not None
        and not one.labels
        and one.modality is not None
        and one.modality.value is not Modality.MUST_NOT
    ]


def not_understood(framework: Framework) -> list[tuple[str | None, tuple[str, ...]]]:
    """The sentences that suspend articles in words that were not read so, as their provision and what they suspend."""
    read = {one.sentence.start for one in suspending(framework)}
    found = []
    for one in framework.sentences:
        words = " ".join(one.exact.split())
        verb = _IS_SUSPENDED.search(words) if one.operative and one.start not in read else None
        if verb is None or _NOBODY.search(words, 0, verb.end()):
            continue
        ids = articles_named(verb["what"] or verb["whom"], framework)
        if ids:
            found.append((one.provision, ids))
    return found


def waits(one: Obligation) -> bool:
    """Whether it suspends something until something else is done ("until Kestria has", "while it has not released")."""
    if one.trigger is None:
        return False
    kind, words = one.trigger.value.kind, one.trigger.words
    return bool(_NO_GROUND.fullmatch(kind) or (_LASTS.fullmatch(kind) and _HAS_NOT.search(words)))


def conditional(framework: Framework) -> list[tuple[str | None, tuple[str, ...], tuple[str, ...]]]:
    """The sentences by which some articles bind only where others are complied with ("Compliance with Article 2 is
    conditional on compliance with Article 1"): their provision, the former, the latter.
    """
    found = []
    for one in framework.sentences:
        said = _CONDITIONAL.fullmatch(" ".join(one.exact.split())) if one.operative else None
        if said is not None:
            what, ground = (articles_named(said[part], framework) for part in ("what", "ground"))
            if what and ground and not _NOBODY.search(said["what"]):
                found.append((one.provision, what, ground))
    return found


def _set_off(one: Obligation, framework: Framework) -> Obligation:
    """The sentence with what it counts its time from ("for 48 hours after an attack"), or what it waits for ("until
    Kestria has released the detainees"), as what sets it off.
    """
    window, start = one.window, one.window.value.start if one.window else None
    end = one.window.value.end if one.window else None
    if window is not None and end is not None and end.event is not None and one.trigger is None:
        waits_for = Trigger(kind="until", event=end.event)
        return one.replace(trigger=Slot(words=window.words, value=waits_for, spans=window.spans), window=None)
    if window is None or start is None or start.event is None or one.trigger is not None:
        return one
    named = _BY_NAME.search(start.event)
    by = next((one.id for one in framework.parties if named and is_called(one, named["name"])), None)
    event = Trigger(kind="after", event=start.event, actor=by)
    counted = window.value.replace(start=None, within=window.value.lasts, lasts=None)
    return one.replace(
        trigger=Slot(words=f"after {start.event}", value=event, spans=window.spans),
        window=window.replace(value=counted),
    )


def whose(one: Obligation, framework: Framework) -> tuple[str | None, ...]:
    """Whose duties a sentence suspends: those who may suspend theirs, those whose obligations it names, else all's."""
    if one.bearer is not None or one.object is None:
        return bearers(one)
    parties, words = framework.parties, " ".join(one.object.value.text.split())
    if of_others(one) or _OF_SOME.search(words):
        return tuple(each.id for each in parties)
    return tuple(each.id for each in parties if _is_named(each, words)) or (None,)


def of_others(one: Obligation) -> bool:
    """Whether it suspends what the other party owes than the one that gave the ground."""
    if one.bearer is not None:
        return _OTHERS.search(one.bearer.words) is not None
    told = one.object.value.text if one.object else ""
    return bool(_OTHERS.search(told) or _FOR_OTHERS.search(one.sentence.exact))


def _is_named(party: Party, words: str) -> bool:
    """Whether a party's name stands in the words, in full or in part."""
    return any(is_called(party, word) for word in re.findall(r"[A-Z]\w+", words))


def concerned(one: Obligation, framework: Framework) -> tuple[str, ...]:
    """The provisions that a sentence suspends: the articles it names, its own, the whole text, or what tells of the
    deed it names ("may suspend its withdrawal").
    """
    words = one.object.value.text if one.object else ""
    ids = articles_named(words, framework)
    if not ids and one.provision is not None and _THIS.search(words):
        return (one.provision,)
    if not ids and _WHOLE_TEXT.match(words):
        told = (each.provision for each in framework.obligations if each.provision not in (None, one.provision))
        return tuple(dict.fromkeys(each for each in told if each is not None))
    return ids or tuple(_of_the_deed(one, words, framework))


def _of_the_deed(one: Obligation, words: str, framework: Framework) -> list[str]:
    acts = {act for act, _, _ in acts_in(words)}
    own = set(bearers(one))
    found = (
        each.provision
        for each in framework.obligations
        if each.act is not None and each.act.value in acts and (None in own or own & set(bearers(each)))
    )
    return [each for each in dict.fromkeys(found) if each is not None and each != one.provision]


def end_of(one: Obligation) -> End | None:
    """What ends such a suspension; ``None`` where reports don't tell how long its condition holds."""
    assert one.trigger is not None
    words, kind = " ".join(one.trigger.words.split()), one.trigger.value.kind
    if waits(one):
        return None
    if length_of(one) is not None:
        return End.LENGTH
    said = one.sentence.exact
    if UNREMEDIED.search(said) or _UNTIL_MENDED.search(said):
        return End.MENDED
    if _LASTS.fullmatch(kind):
        return End.MENDED if INCIDENT.search(words) else None
    return End.UNSAID


def is_counted(one: Obligation) -> bool:
    """Whether the hours of a suspension are counted from its ground ("for 48 hours after an incident")."""
    return one.window is not None and one.window.value.within is not None


def length_of(one: Obligation) -> Duration | None:
    return (one.window.value.within or one.window.value.lasts) if one.window else None
