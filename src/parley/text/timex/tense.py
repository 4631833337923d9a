"""Whether the words around a time speak of what was or of what is to come, by simple cues.

The verb that governs "Friday" is most often the nearest; its form, and the helping verbs before it,
tell the direction. Nothing is parsed: a window of a few words is looked at, within the sentence.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ..wordlist import word_set

Tense = Literal["past", "future"]

_BEFORE, _AFTER = 200, 70
"""Code points looked at on either side."""

_SENTENCE_END = re.compile(r";\s|[.!?][\"”’']*\s+(?=[\"“‘'A-Z])|\n\s*\n|\s{3,}")
_QUOTATION = re.compile(r"[\"“”«»]|``|''")
"""What is quoted after a time has a tense of its own."""
_ABBREVIATED = re.compile(r"(?:\b[A-Z][a-z]{0,3}|\b[ap]\.m|\.[A-Z])\.\s+\Z")
_WORD = re.compile(r"\b[ap]\.?m\b\.?|[A-Za-z]+(?:['’][a-z]+)?|[,;:()\u2014]")
_SAYS = re.compile(
    r"\s*,['’]{0,2}\s+(?:[\w'’.-]+\s+){1,6}(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?:said|says|told|added|announced|reported|confirmed|recalled)\b"
    r"|\s*,['’]{0,2}\s+(?:said|says|according\s+to)\b"
)
"""Who says what stands before it, behind a comma: his verb tells nothing about the time before the comma."""

_WILL = word_set("will shall would ll won't wouldn't going must should may might could can cannot can't")
_REPORTED = word_set("would should might could planned scheduled expected intended hoped deadline")
_IS = word_set("is are be")
"""What makes a plan one of today: "is planned", but "a session planned for Monday"."""
_PLAN = word_set(
    "convenes reconvenes travels departs gathers goes preparing prepares aims aiming wants "
    "expected scheduled planned plans planning plan due slated upcoming tomorrow next hopes hoping hoped intends "
    "intended intend deadline expects begins starts opens meets leaves arrives "
    "resumes ends expires takes returns flies hosts agree poised ready forthcoming urges demands calls"
)
_AHEAD = _WILL | _PLAN
_PAST = word_set(
    "was were had did said told met took came went began left killed held made gave got saw became found led brought "
    "thought kept sent spoke fell rose broke struck hit shot fought wrote read ran won lost paid put cut felt flew "
    "stood heard knew showed bore drew drove grew hid laid rode sank shook sold spent stole swore taught threw wore "
    "has have been since last blew bought caught chose lay sought sat "
    "taken given seen done gone written shown drawn thrown driven chosen broken spoken stolen fallen risen beaten"
)
_PRESENT = word_set("begin meet arrive resume convene reconvene depart expire gather go travel")
"""Present forms: newspapers use them with a day for what is planned ("Talks begin Tuesday")."""
_NO_PRESENT = word_set("to did not never didn't don't doesn't n't had the a an this that his her its their our")
"""Words right before a form that make it an infinitive, a denial or a noun."""
_AGREED = word_set(
    "agreed decided promised vowed pledged offered threatened arranged asked ordered invited told urged wanted warned"
)
"""Past forms whose infinitive is still to come: "agreed to meet Tuesday", but "agreed Tuesday to meet"."""
_NOT_PAST = word_set("united need indeed speed feed seed breed red bed fed ahead based related limited proposed armed")
_DETERMINERS = word_set("a an the this that these those his her its their our")
_DEADLINE = re.compile(
    r"\b(?:by|until|before|ahead\s+of|no\s+later\s+than|as\s+(?:early|soon)\s+as)\s+(?:the\s+)?(?:(?:\d[\d.:]{0,4}|noon|midnight)\s+(?:on\s+)?)?\Z",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:(?:has|have|had|gives?|gave|given|giving)(?:\s+\w+){0,5}\s+until"
    r"|if\s+[\w-]+(?:\s+[\w-]+){0,12}\s+(?:by|before)|ahead\s+of(?:\s+the)?|as\s+(?:early|soon)\s+as"
    r"|(?:demand|insist|order|ask|warn|urg|requir|request|call)(?:e?d|e?s|ing)?(?:\s+[\w-]+){0,12}\s+(?:by|before|until))\s+\Z",
    re.IGNORECASE,
)
"""A time that somebody was given: "has until Friday", "demanded that they leave by Friday"."""
_WEIGHT_OF_COMMA = 3
"""A clause boundary puts a verb as far off as so many words."""
_JOINS = word_set("and but while when which who that because after before as if")
_WEIGHT_OF_JOIN = 2
"""What follows such a word after a time is another clause, with a tense of its own."""
_BETWEEN = word_set(
    "be been have not also now then soon again first only still never probably both all almost just once later even"
)
"""Words that may stand between "will" and its verb."""
_PUT_OFF = re.compile(
    r"\b(?:postponed|delayed|adjourned|suspended|extended|remanded|closed|put\s+off)(?:\s+\w+){0,3}\s+(?:until|till|to)\s+\Z",
    re.IGNORECASE,
)
_STANDS = re.compile(r"\b(?:is|are)\s+(?:(?:on|in|for|at)\s+)?\Z", re.IGNORECASE)
""" "The vote is on Tuesday"."""
_APPOINTED = re.compile(r"\b(?:set|due|scheduled|planned|slated)\s+(?:for|to\s+\w+)\s+(?:on\s+)?\Z", re.IGNORECASE)
_IN_FORCE = re.compile(r"(?<!\bbecame\s)(?<!\bbeen\s)(?<!\bwas\s)\beffective\s+(?:on\s+|from\s+)?\Z", re.IGNORECASE)
"""What is banned "effective July 1"."""


class Cue(NamedTuple):
    """What tells a direction, and how many words off it stands; ``reported`` for "would", which may be over by now."""

    distance: float
    tense: Tense
    reported: bool = False


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """The direction that the nearest verb gives to the words ``text[start:end]``; ``None`` without a cue."""
    cue = cue_at(text, start, end)
    return cue.tense if cue else None


def cue_at(text: str, start: int, end: int) -> Cue | None:
    """The nearest cue to the words ``text[start:end]``, within their sentence."""
    before = _within_sentence_before(text[max(0, start - _BEFORE) : start + 1])[:-1]
    after = _within_sentence_after(text[end : end + _AFTER])
    fronted = _FRONTED.fullmatch(before) is not None
    after = "" if _SAYS.match(after) and not fronted else after
    left = _cue(_words(before), backwards=True)
    following = _words(after)
    if following[:1] == [","] and fronted:
        following = following[1:]  # "On Tuesday, the two sides will": the comma parts no clauses
    right = _cue(following, backwards=False)
    if right and text.startswith(("'s", "’s"), end):
        right = right._replace(reported=True)  # "Sunday's vote will be recounted": yesterday's, more likely
    if left and text.startswith(("'s", "’s"), end):
        left = left._replace(reported=True)  # "called November's vote a choice": the verb is not of the vote
    if _PUT_OFF.search(before):
        return Cue(0, "future", reported=True)
    if _IN_FORCE.search(before):
        return Cue(0, "future")
    if left and _APPOINTED.search(before):
        return left._replace(distance=0)
    if _GIVEN.search(before) or _STANDS.search(before):
        return Cue(0, "future")
    cues = [cue for cue in (left, right) if cue]
    if cues:
        nearest = min(cues, key=lambda cue: cue.distance)
        return nearest._replace(distance=min(nearest.distance, 1)) if _is_of_what_comes(nearest, before) else nearest
    return Cue(0, "future") if _DEADLINE.search(before) else None


def _words(text: str) -> list[str]:
    """Its words in lower case, but for the month of May, which is no verb."""
    return [word if word == "May" else word.lower() for word in _WORD.findall(text)]


def _is_of_what_comes(cue: Cue, before: str) -> bool:
    """ "Will be held at the embassy in Varn on Tuesday": however far off, its verb is the only one that the day has."""
    words = _words(before)
    told = any(_direction(words, i, backwards=True) == "past" for i in range(len(words)))
    return cue.tense == "future" and not cue.reported and not told and bool(_WILL.intersection(words))


_FRONTED = re.compile(r"[\s\"“‘'`]*(?:on|by|until|in|late|early)?\s*", re.IGNORECASE)


def _within_sentence_before(words: str) -> str:
    cut = 0
    for match in _SENTENCE_END.finditer(words):
        if not _ABBREVIATED.search(words, max(0, match.end() - 12), match.end()):
            cut = match.end()
    return words[cut:]


def _within_sentence_after(words: str) -> str:
    quotation = _QUOTATION.search(words)
    words = words[: quotation.start()] if quotation else words
    for match in _SENTENCE_END.finditer(words):
        if not _ABBREVIATED.search(words, 0, match.end()):
            return words[: match.start()]
    return words


def _cue(words: list[str], *, backwards: bool) -> Cue | None:
    order = range(len(words) - 1, -1, -1) if backwards else range(len(words))
    # What follows is a little further off: English puts the verb before its time more often.
    distance = 0.0 if backwards else 0.5
    for index in order:
        word = words[index]
        if not word[0].isalpha():
            distance += _WEIGHT_OF_COMMA
            continue
        if word[0] in "ap" and word[1:].replace(".", "") == "m":
            continue
        distance += 1
        if not backwards and word in _JOINS:
            distance += _WEIGHT_OF_JOIN
        direction = _direction(words, index, backwards=backwards)
        if direction:
            return Cue(distance, direction, _is_reported(words, index))
    return None


def _is_reported(words: list[str], index: int) -> bool:
    """Whether what the word speaks of may be over by now: "would", "a session planned for", "his plans for"."""
    before = words[max(0, index - 2) : index]
    if words[index] in ("plan", "plans"):
        return bool(_DETERMINERS.intersection(before[-1:]))
    return words[index] in _REPORTED and not _IS.intersection(before)


def _direction(words: list[str], index: int, *, backwards: bool) -> Tense | None:
    word = words[index]
    if word in _AHEAD or (word[-2:] == "ll" and word[-3:-2] in ("'", "’")):
        return "future"
    following = words[index + 1] if index + 1 < len(words) else ""
    if word == "likely":
        return "future" if following == "to" or (index and words[index - 1] in _IS) else None
    if word == "set":
        return "future" if following in ("to", "for") else "past"
    if word in _PRESENT and (not index or words[index - 1] not in _NO_PRESENT):
        return "future"
    if backwards and word in _AGREED and "to" in words[index + 1 : index + 5]:
        return "future"
    if word == "to" and index and words[index - 1] in ("is", "are", "was", "were"):
        return "future"
    if word in _PAST or (word[-2:] == "ed" and len(word) > 3 and word not in _NOT_PAST):
        return "future" if word not in ("said", "told") and _is_helped(words, index) else "past"
    if word.endswith("ing") and index and words[index - 1] in ("is", "are") and backwards:
        return "future"  # "is leaving on Tuesday"
    return None


def _is_helped(words: list[str], index: int) -> bool:
    """ "will be formally signed", "is to be signed"; not "will mourn those killed"."""
    at = index - 1
    while at >= 0 and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at -= 1
    return at >= 0 and (words[at] in _WILL or (words[at] == "to" and words[at + 1] == "be"))
