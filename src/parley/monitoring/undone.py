"""Acts that a report names and does not tell of as done: refused, planned, attempted, called off, ended.

"Refusal to withdraw", "withdrawal of tanks postponed", "non-withdrawal", "attack plan": such a word stands before the
act and governs it, or after it as what became of it. What stands in a phrase of the lexicon ("denial of access")
belongs to it, and a word that has an object of its own ("shelling stopped the convoy") says nothing of the act.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import acts_in
from parley.text.wordlist import word_set

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
    r"victims?|receiv(?:es?|ed|ing)|suffer(?:s|ed|ing)?|under|complain(?:s|ts?|ed|ing)?|condemn(?:s|ed|ing|ations?)?|"
    r"apolog(?:y|ies|ised|ized|ising)|lulls?|drills?|unverified|disputed|feigned|"
    r"abandon(?:s|ed|ing|ment)?|mock|simulat(?:es?|ed|ing|ions?)|extinguish(?:es|ed|ing)?|put out"
)
"""It was not done for certain, not with success or no more, or only in play."""
_DEED = "threaten"
"""Such a word that is an act as well."""
_AFTER_ALL = word_set("held completed executed accomplished carried took went")
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
    "brigades fighter fighters engine engines station stations"
)
_FIRE = re.compile(r"fires?")
_HELD = word_set("hold holds held holding")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[,;:.()/]|(?<=\s)[-–—](?=\s)")
_ACT = "|"


@dataclass(frozen=True)
class Named:
    """The ``acts`` in a report's word that it does not tell of as done, which of them were surely not (``denied``) or
    were no more than planned or threatened (``ahead``), and the ``rest`` of the words without them.
    """

    acts: frozenset[str]
    denied: frozenset[str]
    ahead: frozenset[str]
    rest: str


@lru_cache(maxsize=4096)
def undone(said: str) -> Named:
    """Which acts the words name and do not tell of as done."""
    found = acts_in(said)
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
    acts: set[str] = set()
    denied: set[str] = set()
    ahead: set[str] = set()
    rest = said
    for (act, first, last), place in reversed(list(zip(found, places, strict=True))):
        cues = _governing(tokens, place) + _became(tokens, place)
        if len(cues) == 1 and _NOT.fullmatch(cues[0]):
            denied.add(act)
        if any(_AHEAD.fullmatch(cue) for cue in cues):
            ahead.add(act)
        is_word = tokens[place] != _ACT and act != _DEED and len(found) > 1
        if cues or is_word or (_FIRE.fullmatch(said[first:last].casefold()) and _is_no_shot(tokens, place)):
            rest = f"{rest[:first]} {rest[last:]}"
            acts.update(() if is_word else (act,))
    return Named(frozenset(acts), frozenset(denied), frozenset(ahead), rest)


def is_denied(act: str, said: str) -> bool:
    """Whether a report says that this act, or a case of it, was not done."""
    return any(act_covers(act, one) for one in undone(said).denied)


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
                return ["unconfirmed"]  # somebody denies it: that is said of it, and nobody knows
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
