"""Sentences whose duties stand in the present tense, joined or behind a front, laid out with "shall" before each verb.

"By day 3 Kestria leaves Tarn and hands it over" is read as "By day 3 Kestria shall leave Tarn and shall hand it over".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from parley.text.acts import verb_at_start
from parley.text.numbers import PATTERN

from .anyone import anyone, plain_thing
from .correlatives import joined
from .deeds import ADVERBS, CEASE
from .idioms import idiom_at
from .modals import MODALS
from .names import Names
from .present import ONLY_SAID, are_several, infinitive
from .states import state_at
from .unlisted import unlisted_verb
from .view import View

_MOST_WORDS = 8
"""Of a name."""
_MOST_GAPS = 60
_NOT = re.compile(r"do(?P<es>es)?\s+not\s+(?=[a-z]{2,})")
_WORD = re.compile(r"[a-z][a-z\-]*[a-z](?=[\s,.;]|\Z)")
_AUXILIARIES = frozenset({"is", "has", "does", "are", "have", "do", "was", "were", "had", "did"})
_DEPENDENT = re.compile(
    r"(?:if|when|whenever|where|wherever|while|whereas|unless|until|once|as|because|since|although|though|whether|provided|"
    r"that|which|who|whom|whose|what|whoever)\b",
    re.IGNORECASE,
)
"""What opens a clause that states no duty."""
_OPEN = re.compile(
    r"\b(?:of|by|with|from|to|for|in|on|at|between|among|against|under|after|before|until|than|as|if|when|where|while|unless|"
    r"once|that|which|who|whom|whose|and|or|nor|not)\s*\Z",
    re.IGNORECASE,
)
"""Behind these words no subject begins."""
_DETERMINED = re.compile(r"(?:the|each|every|all|both|any)\s", re.IGNORECASE)
_BEGINS_OR_ENDS = re.compile(
    r"(?:begin|start|stop|cease|end)(?=\s*\Z|[,.;]|\s+(?:at|on|in|from|by|within|after|before|no\s+later)\b)"
)
_LASTS = re.compile(
    r"\b(?:agreement|truce|cease-?fire|armistice|protocol|accord|treaty|period|phase|stage|term|pause)\b", re.IGNORECASE
)
"""What begins by itself, and by nobody's duty."""
_NUMBER = re.compile(rf"(?:\d|\b{PATTERN})\Z", re.IGNORECASE)
_BEGINS = re.compile(r"|.*,\s+", re.DOTALL)
_MANY_OR_THE = re.compile(r"(?:the|all|every|each|both|any)\s|(?:[\w\-]+\s+){0,3}[a-z]+s(?=\s|\Z)", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"(?:\s+(?:back|over|up|out|down|off|on|away|in))?\s+(?:(?:the|its|their|all|any|every|each|an?|both|them|it|to|no|new|"
    r"other|two|three|four|five|six|seven|eight|nine|ten|by|with|at|on|in|from|within|for|of|what|those|every|along|through|around|into|across|over|before|after|again|until)\b|\d|[A-Z])"
)
_HALF = re.compile(r"(?:,?\s+(?:and|but)|;)\s+(?:(?:then|also|thereafter|afterwards)\s+)?")


_AND_MODAL = re.compile(r",?\s+(?:and|but)\s+(?=(?:shall|will|must|may)\b)")


@dataclass(frozen=True)
class Commanded:
    """A sentence with "shall" before its verbs, how many they are, and whether they are duties without a time, too.

    They are where somebody known does them and the lexicon has them all; others may tell how things are.
    """

    view: View
    verbs: int
    sure: bool


def commanded(view: View, names: Names, pronoun: tuple[str, ...] | None) -> Commanded | None:
    """The sentence with "shall" before its verbs; ``None``: it has none in the present tense that somebody does.

    ``pronoun`` is whom "it" or "they" speaks of.
    """
    text = view.text
    end = _present_part(text)
    if end is None:
        return None
    first = _deed(text[:end], 0, names, pronoun)
    if first is None:
        return None
    several, verbs = first[1], [first[0]]
    listed = first[2]
    for joint in islice(_HALF.finditer(text, first[0][1], end), _MOST_GAPS):
        if joint.start() < verbs[-1][1]:
            continue
        adverbs = ADVERBS.match(text, joint.end())
        same = _verb(text, adverbs.end() if adverbs else joint.end(), several)
        if same is not None and (len(same[0][2]) == 1 or _FOLLOWS.match(text, same[0][1])):
            verbs.append(same[0])
            listed = listed and same[1]
            continue
        stop = _HALF.search(text, joint.end())
        half = text[: stop.start() if stop and stop.start() < end else end]
        other = _deed(half, joint.end(), names, pronoun)
        if other is not None:
            verbs.append(other[0])
            several, listed = other[1], listed and other[2]
    parts, at = [], 0
    for start, end, words in verbs:
        parts += [view.cut(at, start), *(view.over(word, start, end) for word in words)]
        at = end
    return Commanded(joined([*parts, view.cut(at, len(text))]), len(verbs), listed)


def _present_part(text: str) -> int | None:
    """Up to where no modal stands: the sentence, its first half, or what stands before "and shall"."""
    modal = MODALS.search(text)
    if not modal:
        return len(text)
    halves = (_AND_MODAL.search(text), re.search(";", text))
    return next((each.start() for each in halves if each and not MODALS.search(text, 0, each.start())), None)


Verb = tuple[int, int, tuple[str, ...]]
"""Where a verb stands, and what is put in its place: each of the words stands for the whole of it."""


def _deed(text: str, start: int, names: Names, pronoun: tuple[str, ...] | None) -> tuple[Verb, bool, bool] | None:
    """The first verb from ``start`` on that somebody does: whether they are several, and whether it is sure to be one.

    It is where somebody known does it and the lexicon has the verb; anybody's counts where nobody known does any, and
    what a thing does where nobody at all does.
    """
    for anybody in (0, 1, 2):
        for gap in islice(re.finditer(r"\s+(?=[a-z])", text[start:]), _MOST_GAPS):
            end, at = start + gap.start(), start + gap.end()
            adverbs = ADVERBS.match(text, at)
            at = adverbs.end() if adverbs else at
            if not (_NOT.match(text, at) or _WORD.match(text, at)):
                continue
            who = _who(text, start, end, names, pronoun, anybody)
            verb = _verb(text, at, who) if who is not None else None
            if verb:
                return verb[0], bool(who), verb[1] and not anybody
    return None


def _who(text: str, start: int, end: int, names: Names, pronoun: tuple[str, ...] | None, anybody: int) -> bool | None:
    """Whether those whose name ends at ``end`` are several; ``None``: it is no known name, or no subject.

    With ``anybody`` 1 those count who are told by what they are ("the guards"), with 2 things do, too.
    """
    if _NUMBER.search(text, start, end):
        return None  # "the truce ends 60 days after D-day"
    begins = [start, *(start + each.end() for each in re.finditer(r"\s+", text[start:end]))][-_MOST_WORDS:]
    for first in begins:
        words = text[first:end]
        before = text[start:first]
        if re.fullmatch(r"it|they", words, re.IGNORECASE):
            known, several = bool(pronoun), words.lower() == "they"
            if pronoun and several != (len(pronoun) > 1):
                return None
        else:
            ids = names.bearers(words)
            known = bool(ids) and (names.is_parties(words) or all(names.knows(each) for each in ids or ()))
            if anybody and _DETERMINED.match(words):
                ids = ids or anyone(words, names)
                known = bool(ids)
            if anybody == 2 and not known and _BEGINS.fullmatch(before) and _MANY_OR_THE.match(words):
                ids = anyone(words, names) or ((words,) if plain_thing(words) else None)
                known = bool(ids)
            several = known and are_several(words, ids or ())
        if known:
            clause = re.split(r"[,;]\s+", before)[-1]
            return None if _DEPENDENT.match(clause) or _OPEN.search(before) else several
    return None


def _verb(text: str, at: int, several: bool) -> tuple[Verb, bool] | None:
    """The verb that begins there, if it agrees in number, with whether the lexicon has it."""
    denied = _NOT.match(text, at)
    if denied:
        rest = text[denied.end() :]
        listed = verb_at_start(rest, base=True)
        if (denied["es"] is None) != several or not (listed or unlisted_verb(rest)):
            return None
        return (at, len(text[: denied.end()].rstrip()), ("shall not",)), listed is not None
    word = _WORD.match(text, at)
    if not word or word.group() in _AUXILIARIES or word.group().endswith("ss"):
        return None
    if word.group().endswith("s") == several:
        return None
    base = word.group() if several else infinitive(word.group(), word.group())
    rest = base + text[word.end() :]
    known = verb_at_start(rest, base=True)
    begins = _BEGINS_OR_ENDS.match(rest) and not _LASTS.search(text, 0, at)
    if known and known[0] in ONLY_SAID and not CEASE.match(rest) and not state_at(rest, 0) and not begins:
        return None
    if not known and not idiom_at(rest) and not (unlisted_verb(rest) and _FOLLOWS.match(text, word.end())):
        return None
    return (at, word.end(), ("shall", base)), known is not None
