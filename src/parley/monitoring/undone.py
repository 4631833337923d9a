"""Acts that a report names and does not tell of as done: refused, planned, attempted, called off, or in doubt.

"Refusal to withdraw", "withdrawal of tanks postponed", "non-withdrawal", "attack plan": such a word stands before the
act and governs it, or after it as what became of it. What stands in a phrase of the lexicon ("denial of access")
belongs to it. In a report any other word that is not accounted for leaves the act in doubt, too ("victim of shelling").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import acts_by_id, acts_in, noun_at_start
from parley.text.wordlist import word_set

from .accounted import befalls, is_aside, unaccounted, without_compounds
from .kinds import are_of, kinds_of

_NOT = re.compile(
    r"non|no|not|never|without|refus(?:es?|ed|ing|als?)|declin(?:es?|ed|ing)|den(?:y|ies|ied|ying|ials?)|"
    r"fail(?:s|ed|ing|ures?)? to|failures?|cancel(?:l?ed|l?ing|s|lations?)?|call(?:s|ed|ing) off|unwilling(?:ness)?|"
    r"unable|inability|absen(?:ce|t)|lack(?:s|ed|ing)?|omi(?:ts?|tted|tting|ssions?)|neglect(?:s|ed|ing)?"
)
"""It was not done."""
_AHEAD = re.compile(
    r"plan(?:s|ned|ning)?|prepar(?:es?|ed|ing|ations?)|inten(?:ds?|ded|ding|tions?|ts?)|propos(?:es?|ed|ing|als?)|"
    r"offer(?:s|ed|ing)?|promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)|vow(?:s|ed|ing)?|announc(?:es?|ed|ing|ements?)|"
    r"agree(?:s|d|ing|ments?)? to|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|call(?:s|ed|ing)? for|pending|upcoming|"
    r"ready|readiness|willing(?:ness)?|schedul(?:es?|ed|ing)|imminent|plot(?:s|ted|ting)?|conspir(?:es?|ed|ing|acy)|"
    r"about to|order(?:s|ed)? to|expected|anticipated|feared|(?:warn(?:s|ed|ings?)|risk|danger|threats?) of|"
    r"threat(?:s|en\w*)?"
)
"""It was to be done: planned, announced, asked for, threatened."""
_OPEN = re.compile(
    r"attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying) to|possibl[ey]|probabl[ey]|suspected|rumou?red|unconfirmed|"
    r"fail(?:s|ed|ing)?|unsuccessful(?:ly)?|stall(?:s|ed|ing)?|postpon(?:es?|ed|ing|ements?)|"
    r"put off|defer(?:s|red|ring|rals?)?|adjourn(?:s|ed|ing|ments?)?|delay(?:s|ed|ing)?|avert(?:s|ed|ing)?|"
    r"prevent(?:s|ed|ing|ions?)?|foil(?:s|ed|ing)?|thwart(?:s|ed|ing)?|abort(?:s|ed|ing)?|forestall(?:s|ed|ing)?|"
    r"avoid(?:s|ed|ing|ance)?|reject(?:s|ed|ing|ions?)?|stop(?:s|ped|ping|page)?|halt(?:s|ed|ing)?|ceas(?:es?|ed|ing)|"
    r"cessations?|end(?:s|ed|ing)?|paus(?:es?|ed|ing)|discontinu\w+|interrupt(?:s|ed|ing|ions?)?|"
    r"disrupt(?:s|ed|ing|ions?)?|refrain(?:s|ed|ing)?|abstain(?:s|ed|ing)?|abstention|desist(?:s|ed|ing)?|"
    r"abandon(?:s|ed|ing|ment)?"
)
"""It was not done for certain, not with success or no more."""
_DEED = "threaten"
"""Such a word that is an act as well."""
_FINDING = "find"
_TELLS = frozenset({"notify", "report", "publish", "share", "deliver"})
"""How a finding is told."""
_AFTER_ALL = word_set(
    "held completed executed accomplished carried took went conducted committed occurred happened began begun started "
    "launched"
)
"""What was planned was done: "planned release carried out"."""
_OWN_PART = word_set(
    "by after before during because due owing since when while until where who which that following despite through "
    "with via amid but then as if"
)
"""What begins a part of its own, which the word does not govern."""
_JOINS = word_set("and or , /")
_GOVERNS = word_set("to of")
_NO_OBJECT = word_set("to at in on for from near again today yesterday indefinitely ) , ; : . and or") | _OWN_PART
_STOPS = word_set("; .")
_BREAKS = word_set(", ( ) : -")
_REACH = 8
"""How many words away such a word may stand."""
_BURNING = word_set(
    "forest wood grass bush brush crop field house kitchen building vehicle electrical camp accidental brigade "
    "brigades fighter fighters engine engines station stations "
    "barn copse garage garden grove hangar hedge quarry shed thicket woods"
)
_FIRE = re.compile(r"fires?")
_HELD = word_set("hold holds held holding")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[,;:.()/]|(?<=\s)[-–—](?=\s)")
_ACT = "|"
_AUXILIARY = word_set("to by do does did is are was were be been being has have had would could")
_APART = re.compile(r"[,;:/(&+–—]|\s-\s|\b(?:and|or|by|with|in|from|through)\b", re.I)
"""What stands between two acts that were both done."""
_TELLINGS = frozenset(
    {"notify", "report", "publish", "share", "record", "request", "meet", "negotiate", "investigate", "verify",
     "inspect", "find"}
)  # fmt: skip
_ANY_HARM = ("violate", "incident")
"""What any deed may be: "no violation observed"."""
_OF = re.compile(r"\s+of\b", re.I)
_BY = re.compile(r"\bby\b", re.I)
_ABOUT = re.compile(r"\b(?:of|on|about|for|to|into|over|against|at|an?|the|its|their|his)\b", re.I)
"""What stands before the act that another is about."""
_Found = tuple[str, int, int]
"""An act, and where its words stand."""


@dataclass(frozen=True)
class Named:
    """The ``acts`` in a report's word that it does not tell of as done, which of them were surely not (``denied``) or
    were no more than planned or threatened (``ahead``), and the ``rest`` of the words without them. Of those that are
    ``cued`` a word says that they were not done, or not for certain; ``words`` are not accounted for; another act is
    ``about`` some of them ("told of the arrest").
    """

    acts: frozenset[str]
    denied: frozenset[str]
    ahead: frozenset[str]
    rest: str
    words: tuple[str, ...] = ()
    cued: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Deed:
    """An act as words name it, from ``first`` to ``last`` (exclusive), and the words that say that it was not done.

    ``is_word``: it is such a word itself, of another act; ``is_no_shot``: it is a fire that burns, or is held.
    """

    act: str
    first: int
    last: int
    cues: tuple[str, ...]
    is_word: bool
    is_no_shot: bool


@lru_cache(maxsize=4096)
def undone(said: str, thing: str | None = None) -> Named:
    """Which acts a report's words name and do not tell of as done; ``thing`` is what the report says it was done to.

    All are in doubt where a word beside them is not accounted for, and so is an act that another is about ("a report of
    shelling", "withdrawal talks").
    """
    if said in acts_by_id():
        return Named(frozenset(), frozenset(), frozenset(), said)
    masked = _masked(said)
    found, aside = _told_apart(masked, thing or "")
    deeds = _cued(masked, found)
    left = unaccounted(said, [one[1:] for one in (*found, *aside)], thing)
    if _AFTER_ALL.intersection(_tokens(said)):
        left = tuple(word for word in left if not _AHEAD.fullmatch(word.casefold()))
    cues = {word for one in deeds for cue in one.cues for word in _tokens(cue)}
    is_plain = _AUXILIARY.union(cues).issuperset(map(str.casefold, left))
    told_of = _told_of(masked, found)
    acts: set[str] = set()
    denied: set[str] = set()
    ahead: set[str] = set()
    gone = [(first, last) for _, first, last in aside]
    for one in deeds:
        is_harm = act_covers("attack", one.act) or one.act in _ANY_HARM
        is_disputed = is_harm and "denied" in one.cues  # what is owed is refused
        if is_plain and len(one.cues) == 1 and _NOT.fullmatch(one.cues[0]) and not is_disputed:
            denied.add(one.act)
        if is_plain and any(_AHEAD.fullmatch(cue) for cue in one.cues):
            ahead.add(one.act)
        is_threat = is_plain and one.act == _DEED
        in_doubt = bool(one.cues) or one.is_no_shot or (not is_threat and (bool(left) or one.first in told_of))
        says_so = one.is_word and not cues.isdisjoint(_tokens(masked[one.first : one.last]))
        if in_doubt or says_so:
            gone.append((one.first, one.last))
            acts.update(() if says_so else (one.act,))
    rest, cued = _without(masked, gone), frozenset(one.act for one in deeds if one.cues)
    told = frozenset(one.act for one in deeds if one.first in told_of)
    return Named(frozenset(acts), frozenset(denied), frozenset(ahead), rest, left, cued, told)


def told_at(said: str) -> list[tuple[int, int]]:
    """Where the acts stand that a report's words name, but for those that are a thing, or tell how another was done."""
    return [(first, last) for _, first, last in _told_apart(_masked(said), "")[0]]


def _masked(said: str) -> str:
    """The words without those that are no act, whatever their parts are; as they stand, if no act would be left."""
    masked = without_compounds(said)
    return masked if acts_in(masked) or befalls(said) else said


@lru_cache(maxsize=4096)
def governed(words: str) -> str:
    """The words of a text for an act without those acts that they say were not done, or not for certain."""
    deeds = _cued(words, acts_in(words))
    return _without(words, [(one.first, one.last) for one in deeds if one.cues or one.is_word or one.is_no_shot])


def _without(words: str, gone: Iterable[tuple[int, int]]) -> str:
    for first, last in sorted(gone, reverse=True):
        words = f"{words[:first]} {words[last:]}"
    return words


def _told_apart(said: str, thing: str) -> tuple[list[_Found], list[_Found]]:
    """The acts that a report's words name, and beside them those that are a thing, or tell how: "mine", "armed"."""
    found = acts_in(said)
    called = set(_tokens(thing))
    aside = []
    for one in found:
        others = [other for other in found if other is not one]
        is_kind = any(_is_kind(one[0], other[0]) for other in others)
        mutual = one[0] == "exchange" and any(act_covers("attack", other[0]) for other in others)
        behind = any(other[2] <= one[1] for other in others)
        heads = _OF.match(said, one[2]) is not None
        is_thing = called.issuperset(_tokens(said[one[1] : one[2]])) or _is_handed_on(said, one, found)
        if others and (mutual or is_thing or (not is_kind and is_aside(said[one[1] : one[2]], behind, heads))):
            aside.append(one)
    if len(aside) == len(found):
        aside = aside[:-1]
    return [one for one in found if one not in aside], aside


def _is_handed_on(said: str, one: _Found, found: Sequence[_Found]) -> bool:
    """Whether it is a paper, of which the words tell what was done to it: "maps of minefields handed over"."""
    last = found[-1]
    is_done = last is not one and noun_at_start(said[last[1] : last[2]]) is None and not said[last[2] :].strip()
    return is_done and are_of(kinds_of(said[one[1] : one[2]]), ("paper",))


def _told_of(said: str, found: Sequence[_Found]) -> set[int]:
    """Where the acts begin that another is about, or may be: "report of | shelling", "| shelling report"."""
    about: set[int] = set()
    for one, other in pairwise(found):
        between = said[one[2] : other[1]]
        is_verb = noun_at_start(said[one[1] : one[2]]) is None
        suffered = is_verb and not said[: one[1]].strip() and _BY.search(between)  # "hit by shelling"
        if _is_kind(one[0], other[0]) or (_APART.search(between) and not suffered):
            continue
        if is_verb and one[0] in _TELLS and other[0] == _FINDING:
            continue  # "announced finding": both were done
        is_about = _ABOUT.search(between)
        about.add(other[1] if is_about else one[1])
        if is_verb and not is_about:  # "verified withdrawal": one that was verified, or what somebody verified
            about.add(other[1])
    return about


def _is_kind(one: str, other: str) -> bool:
    return act_covers(one, other) or act_covers(other, one)


def _cued(said: str, found: Sequence[_Found]) -> list[_Deed]:
    """The acts found in some words, each with the words of the lists above that say something of it."""
    tokens: list[str] = []
    places: list[int] = []
    at = 0
    for _, first, last in found:
        tokens += _tokens(said[at:first])
        places.append(len(tokens))
        words = _tokens(said[first:last])
        is_cue = _cue([*words, *_tokens(said[last:])[:1]], 0) is not None
        tokens += words if is_cue else [_ACT]
        at = last
    tokens += _tokens(said[at:])
    deeds = []
    for (act, first, last), place in zip(found, places, strict=True):
        cues = _governing(tokens, place) + _became(tokens, place)
        if act == _FINDING:  # an announced finding is one that was made
            cues = [cue for cue in cues if not cue.startswith("announc")]
        is_word = tokens[place] != _ACT and act != _DEED and len(found) > 1
        is_fire = _FIRE.fullmatch(said[first:last].casefold()) is not None
        no_shot = is_fire and _is_no_shot(tokens, place)
        deeds.append(_Deed(act, first, last, tuple(cues), is_word, no_shot))
    return deeds


def is_denied(act: str, said: str) -> bool:
    """Whether a report says that this act, or a case of it, was not done."""
    return any(act_covers(act, one) for one in undone(said).denied)


def only_tells_of(said: str, act: str, thing: str | None = None) -> bool:
    """Whether words that may tell of an act name it only as what somebody told of: "told of the arrest"."""
    named = undone(said, thing)
    others = {one for one, _, _ in acts_in(said)} - named.about
    is_plain = bool(others) and others <= _TELLINGS and not (named.cued or named.words)
    return bool(named.about) and is_plain and act not in _TELLINGS


def has_cue(said: str) -> bool:
    """Whether any word says that something was not done, or not for certain."""
    tokens = _tokens(said)
    return any(_cue(tokens, at) is not None for at in range(len(tokens)))


def tells_of_none(act: str, said: str) -> bool:
    """Whether a report says that nothing was done that this act may be a case of ("no incident"), or is a case of."""
    denied = undone(said).denied
    return not denied.isdisjoint(_ANY_HARM) or any(_is_kind(act, one) for one in denied)


def _tokens(words: str) -> list[str]:
    return [token.replace("–", "-").replace("—", "-") for token in _TOKEN.findall(words.casefold())]


def _cue(tokens: list[str], at: int) -> str | None:
    """Such a word at this place, alone or with the next ("failed to", "called off")."""
    pair = " ".join(tokens[at : at + 2])
    return next((words for words in (pair, tokens[at]) if _is_cue(words)), None)


def _is_cue(words: str) -> bool:
    return any(kind.fullmatch(words) for kind in (_NOT, _AHEAD, _OPEN))


def _governing(tokens: list[str], place: int) -> list[str]:
    """The words before an act that govern it: "refusal by Tarn to | ", "cessation of all | "."""
    cues, at, linked = [], place - 1, False
    while at >= max(0, place - _REACH):
        token = tokens[at]
        if token in _JOINS and at and tokens[at - 1] == _ACT:
            at -= 2
            continue
        if token == _ACT or token in _BREAKS | _STOPS | _JOINS or (token in _OWN_PART and not linked):
            break
        linked = linked or token in _GOVERNS
        cue = _cue(tokens, at)
        if cue is not None and (cue != "non" or at == place - 1):
            cues.append(cue)
        at -= 1
    planned = bool(cues) and all(_NOT.fullmatch(cue) is None for cue in cues)
    return [] if planned and _AFTER_ALL.intersection(tokens[place + 1 : place + 1 + _REACH]) else cues


def _became(tokens: list[str], place: int) -> list[str]:
    """The word after an act that tells what became of it: " | of tanks was postponed until May"."""
    at = place + 1
    while at < min(len(tokens), place + 1 + _REACH):
        token = tokens[at]
        if token in _JOINS and tokens[at + 1 : at + 2] == [_ACT]:
            at += 2
            continue
        cue = _cue(tokens, at)
        if cue is not None and cue not in ("no", "not", "without", "non", "never"):
            end = at + len(cue.split())
            if cue == "denied" and tokens[end : end + 1] == ["by"]:
                return []  # somebody denies it: that is said of it, and nobody knows
            return [cue] if end == len(tokens) or tokens[end] in _NO_OBJECT or cue.endswith(" to") else []
        broken = token in _BREAKS and at + 1 < len(tokens) and _cue(tokens, at + 1) is None
        if token == _ACT or token in _STOPS | _OWN_PART or broken or token in ("and", "or"):
            return []
        at += 1
    return []


def _is_no_shot(tokens: list[str], place: int) -> bool:
    """Whether a fire is one that burns, or one that is held."""
    before, after = tokens[max(0, place - 1) : place], [one for one in tokens[place + 1 :] if one != "("][:1]
    return bool(_BURNING.intersection((*before, *after)) or _HELD.intersection(before))
