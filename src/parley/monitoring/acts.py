"""Acts named in reports and texts, looked up once each: tables of reports repeat the same few words."""

from __future__ import annotations

from functools import lru_cache

from parley.text import act_covers, act_named
from parley.text import patterns as re
from parley.text.acts import (
    LexiconAct,
    act_entails,
    acts_by_id,
    acts_in,
    acts_meet,
    infinitive,
    is_reported,
    is_told,
    may_tell,
    means_of,
    noun_at_start,
    same_meaning,
    unlike,
    verb_at_start,
    without_no_act,
    word_alone,
    words_for,
)
from parley.text.inflection import is_form_of

from .accounted import befalls, in_part, says_nothing, unaccounted, without_compounds
from .kinds import and_wider, are_of, can_move, is_civil, kinds_named, kinds_of, may_be_of, may_be_weapon
from .objects import stems
from .replies import REPLY, is_reply
from .truth import NO, YES, Fact, Truth
from .undone import governed, has_cue, tells_of_none, undone


@lru_cache(maxsize=4096)
def act_of(said: str, thing: str | None = None) -> str | None:
    """The act that a report's words tell of as done, without doubt; ``None`` also for a "planned release".

    ``thing`` is what the report says it was done to, or with.
    """
    if said in acts_by_id():
        return said  # a report's act that was looked up before, whatever its id would say as words ("small-arms")
    if _OUT_OF_ORDER.search(said):
        return None
    named = undone(said, thing)
    return act_named(without_no_act(named.rest), told=not (named.acts or _OUT.match(said) or _UP.match(said)))


@lru_cache(maxsize=4096)
def act_meant(words: str) -> str | None:
    """The act that a text's words speak of as done, also in a word that else only reports use ("complaint"); ``None``
    also for a "planned release".
    """
    left = governed(words)
    told = act_named(left, told=True)
    return act_named(left) or (told if told is not None and is_reported(told) else None)


GOING = frozenset({"advance", "enter", "cross", "move", "pass", "deploy", "place", "overfly", "rotate", "withdraw"})
"""By which somebody or something comes or goes, for whatever purpose."""
_COMES = frozenset({"advance", "enter", "cross", "move", "pass", "patrol", "deploy", "rotate"})
"""Acts of which a report names who, or what, did it as its thing."""
_PAPERS = ("report", "notify", "find")
_SENDS = re.compile(r"(?:communicat|transmit|forward|convey|pass|furnish|provid|supply|supplies|send)", re.I)
"""By which a paper may be given as well as told."""
_PAPER = re.compile(
    r"(?:[\w-]+\s+){0,3}?(?:records?|maps?|sketch(?:es)?|charts?|lists?|files?|inventor(?:y|ies)|registers?|documents?|plans?)\b",
    re.I,
)
_HANDS, _TELLS = ("deliver", "exchange", "receive"), ("report", "notify", "publish", "share", "incite")
_FLIES = ("aircraft", "unmanned aircraft")
_AIMED = frozenset({"attack", "fire", "shell", "strike"})
_EITHER = frozenset({"tank", "aircraft", "unmanned aircraft"})
"""What a report of such an act may name as what it was done with, and as well as what it was aimed at."""
_FIRED = frozenset({"fire", "shell", "strike", "launch"})
_GO_ON = ("begin", "continue", "resume", "complete")
_UTILITIES = frozenset({"gas", "electricity", "telephone"})
_SUPPLIES = frozenset({"water", "food", "medicine", "paper", "money"})
_FIRES = frozenset({"fire", "shell", "launch", "small-arms", "snipe"})
_MAY_BE_MEANT = frozenset({"weapon", "heavy weapon", "vehicle", "armoured vehicle", "tank"})
"""What says too little of the weapon, or may as well have been the target."""
_LOOKS = ("investigate", "verify", "inspect", "monitor", "search")
_HINDERING = ("deny-access", "suspend")
"""What it may be that an act was not done, or not for good."""
_WHICH = "which act it was"
_OF_IT = re.compile(r"\s+of\s+", re.I)
_UNDOES = frozenset({"return", "resume", "enter", "deploy", "advance", "occupy", "detain", "place", "violate"})
"""Acts by which what was done may be undone."""

_OUT = re.compile(
    r"\A\W*(?:(?:is|was|went|goes|has\s+been)\s+)?(?:out\s+of\s+(?:service|order|use|action|operation)|broken(?:\s+down)?|inoperat\w+|"
    r"un(?:answered|available|reachable|usable)|down|dead|silent|no\s+(?:answer|response|connection|signal|line)|"
    r"not\s+(?:answer|respond|work|avail|operat|function|reach|connect|in\s+(?:service|order|use|operation))\w*)\b",
    re.I,
)
_OUT_OF_ORDER = re.compile(
    r"\b(?:out\s+of\s+(?:service|order|operation)|(?:broken\s+|(?<![dnt]\s)(?<!\bcame\s)(?<!\bcome\s)(?<!ing\s))down|(?:line|phone)\s+dead|taps?\s+dry|silent|"
    r"inoperative|un(?:answered|reachable|available))\W*\Z",
    re.I,
)
"""The same behind the thing: "hotline out of order"."""
_UP = re.compile(
    r"\A\W*(?:(?:is|was|has\s+been)\s+)?(?:in\s+(?:service|order|use|operation)|work(?:s|ing)|operational|functional|function(?:s|ing)|"
    r"available|reachable|up)\b",
    re.I,
)


def falls_short(said: str, act: str) -> bool:
    """Whether words that tell of an act leave open that all of it was done, and for good.

    It was done in part, or what may undo it is told with it ("withdrew and returned").
    """
    told = [one for one, _, _ in acts_in(undone(said).rest)]
    undoes = (one in _UNDOES and not (act_covers(act, one) or act_covers(one, act)) for one in told)
    done = [(first, last) for one, first, last in acts_in(said) if act_covers(act, one)]  # "opened", of who had to open
    beside = "".join(" " if any(first <= at < last for first, last in done) else one for at, one in enumerate(said))
    return in_part(beside) or (len(told) > 1 and any(undoes))


def is_beside(said: str) -> bool:
    """Whether a report's act is what a crowd does ("protest") or what befalls a place ("flood"): no text is of it."""
    return befalls(said) and not any(is_reported(act) for act, _, _ in acts_in(without_compounds(said)))


def is_out(said: str) -> bool:
    """Whether a report's act is no deed, but that a thing does not work ("out of service", "no answer")."""
    return _OUT_OF_ORDER.search(said) is not None or (act_of(said) is None and _OUT.match(said) is not None)


def is_up(said: str) -> bool:
    """Whether a report's act is no deed, but that a thing works ("in service", "working")."""
    return act_of(said) is None and _UP.match(said) is not None


_PARTICLE = r"(?:down|up|off|out|away|aside|back|over)"
_ANOTHER_VERB = re.compile(
    rf"\s+(?:(?:{_PARTICLE}|there|home|what|how|why|who|whether|that)\b|to\s+(?:[a-z]+ly\s+)?(?P<what>[a-z]+))", re.I
)
"""What makes another verb of the one before it ("laid | down"), or says for what, or of what, it was done."""
_PHRASAL = re.compile(rf"\w+\s+{_PARTICLE}", re.I)


@lru_cache(maxsize=4096)
def is_another_verb(said: str, thing: str | None = None) -> bool:
    """Whether a report names no act but in a verb that a word behind it makes another one of, which the lexicon doesn't
    know: "laid down", "went to look", "told what was seen", or knows from agreements alone, which mean another thing by
    it: "put down", "set out". What was done nobody can tell then.
    """
    named = undone(said, thing)
    if named.cued:
        return False
    found = acts_in(said)
    phrases = [said[first:last] for _, first, last in found]
    if found and all(_PHRASAL.fullmatch(one) and not is_told(one) for one in phrases):
        return True
    if not named.words or names_act(said, thing):
        return False
    for act, _, last in found:
        behind = _ANOTHER_VERB.match(said, last)
        if behind and not act_covers("attack", act) and (behind["what"] or behind[0].strip()) in named.words:
            return True
    return False


def names_act(said: str, thing: str | None = None) -> bool:
    """Whether a report's word is an act of the lexicon, or names some that it tells of as done."""
    return said in acts_by_id() or act_of(said, thing) is not None or bool(_told_beside(said, thing))


def _told_beside(said: str, thing: str | None) -> frozenset[str]:
    """The acts that a report's words tell of as done, where they are several; beside what was not, only such as reports
    tell of first of all.
    """
    told = undone(said, thing)
    return frozenset(act for act, _, _ in acts_in(told.rest) if not told.acts or is_reported(act))


def is_unheard_of(said: str, thing: str | None = None) -> bool:
    """Whether a report's word is none of the lexicon's, nor says that one was not done: nobody can tell what it is."""
    return not names_act(said, thing) and not undone(said, thing).acts


@lru_cache(maxsize=16_384)
def told_by(
    wanted: str,
    said: str,
    thing: str | None,
    worded: str | None = None,
    wording: str = "",
    *,
    happened: bool = False,
) -> Fact:
    """Whether a report of an act and its thing tells of the act of a text: no only where the two exclude each other.

    ``worded`` is what the report calls its act and ``wording`` what the text calls its own, where they are known: a
    word for less than the act, or for something akin to it, tells of the act only where both use it. A word that the
    lexicon doesn't know is the act if it is a form of the text's own ("apology": "apologise"), and so is one that it
    has for another act, where the text's own is of that act by its thing alone ("opening": "open a school").
    ``happened``: it has to have been done, as what breaks a ban has; what is only planned, or threatened, was not. A
    duty may have been done since it was.
    """
    reported = worded or said
    means = next((found.word for found in words_for(wanted, wording)), infinitive(wanted))
    called = infinitive(said) if worded is None else worded
    if is_unheard_of(said, thing) and any(is_form_of(said, verb) for verb in (wanted, wording) if verb):
        return YES
    if wording and not words_for(wanted, wording) and _is_its_verb(wording, reported, thing or ""):
        return YES
    if " " in wanted and not is_of_lexicon(wanted) and _is_its_phrase(wanted, reported, thing):
        return YES
    if wanted == "notify" and act_of(said, thing) == "deliver" and _SENDS.match(wording) and _PAPER.match(thing or ""):
        return YES
    if wanted in _PAPERS and _hands_over_paper(wanted, said if worded is None else worded, thing):
        return YES
    fact = _told_by(wanted, said, thing, called, means, happened)
    if fact is NO and worded is not None and undone(worded).acts and not is_beside(worded):
        return _not_done(wanted, worded, thing, happened)  # "inspection of the withdrawal"
    if fact.truth is Truth.UNKNOWN and _is_in_its_word(wanted, wording, act_of(said, thing) or said, reported):
        return YES
    came = wanted == "enter" or (wanted == "return" and not happened)  # who had to return, or to give something back
    if came and fact.truth is Truth.UNKNOWN and act_of(said, thing) == "arrive":
        return YES
    if fact.truth is Truth.UNKNOWN and _is_of_supplies(wanted, said, thing):
        return NO
    if _is_by_other_means(wanted, wording, act_of(said, thing) or said, thing or ""):
        return NO
    if fact is YES and not _same_deed(wanted, wording, act_of(said, thing) or said, reported, thing or ""):
        return Fact(Truth.UNKNOWN, f"'{called}' need not mean '{means}'", _WHICH)
    return fact


def _is_in_its_word(wanted: str, wording: str, act: str, reported: str) -> bool:
    """Whether a report uses the text's own word, of an act that is no case of the text's by its name alone: "looted" of
    who shall not loot, where looting may be no damage.
    """
    told = {one.word for one in words_for(act, reported)}
    return act != wanted and act_covers(wanted, act) and any(one.word in told for one in words_for(wanted, wording))


def _is_of_supplies(wanted: str, said: str, thing: str | None) -> bool:
    """Whether a word that nobody knows is told of what no weapon fires, nor is fired at: no air strike is of water, nor
    is a flow of gas that was resumed.
    """
    kinds = kinds_named(thing or "")
    if not kinds or not kinds <= _SUPPLIES | _UTILITIES:
        return False
    goes_on = act_of(said, thing) in _GO_ON and (act_covers("attack", wanted) or wanted == "request")
    return goes_on or (wanted in _FIRED and kinds <= _SUPPLIES and is_unheard_of(said, thing))


def _is_by_other_means(wanted: str, wording: str, act: str, thing: str) -> bool:
    """Whether what was fired with a thing is none of an act that is done with another: with a mortar no air strike."""
    asked = [means_of(one.word) for one in words_for(wanted, wording)]
    kinds = kinds_named(thing)
    return (
        act in _FIRES
        and bool(asked and kinds)
        and may_be_weapon(kinds)
        and not kinds & _MAY_BE_MEANT
        and all(one is not None and not may_be_of(kinds, (one,)) for one in asked)
    )


def _is_its_verb(wording: str, reported: str, thing: str) -> bool:
    """Whether a report's word is the verb of the text, and its thing what that has with it: "open an office", or
    "food brought in" of who shall bring food.
    """
    verb, *rest = wording.split()
    forms = (verb, *(verb.removesuffix(end) for end in ("s", "es") if verb.endswith(end)))  # "neither Party stops"
    first, _, what = reported.partition(" ")
    whole = _OF_IT.split(reported)[0]
    said = (first, whole) if stems(what) <= stems(thing) else (whole,)
    named = any(is_form_of(word, one) for word in said for one in forms)  # "brought food", of food trucks
    if not named and rest and not is_of_lexicon(wording) and act_named(verb) is None and not has_cue(reported):
        named = any(is_form_of(word, verb) for word in reported.split())
        thing = f"{thing} {reported}"
    return named and stems(" ".join(rest)) <= stems(thing)


def _is_its_phrase(phrase: str, reported: str, thing: str | None) -> bool:
    """Whether a report says the very phrase of a text, whatever a lexicon has for its words alone ("set off explosive
    charges", "charges were set off": "set off"), and nothing that leaves it open.
    """
    verb, *rest = phrase.split()
    if has_cue(reported):
        return False
    for word in re.finditer(r"[\w-]+", reported):
        behind = re.compile(r"\s+".join(["", *map(re.escape, rest)]) + r"(?!\w)", re.I).match(reported, word.end())
        if behind is not None and is_form_of(word[0].casefold(), verb):
            return not unaccounted(reported, [(word.start(), behind.end())], thing)
    return False


def _same_deed(wanted: str, wording: str, act: str, reported: str, thing: str) -> bool:
    """Whether the words of a report say what the words of a text mean, where the one's act tells of the other's."""
    asked = words_for(wanted, wording)
    told = words_for(act, infinitive(reported) if is_of_lexicon(reported) else reported)
    alike = {
        one.word
        for one in told
        for other in asked
        if act_named(other.word, told=True) == act != wanted
        or (wanted == act and same_meaning(act, one.word, other.word))
    }
    is_meant = (
        not asked
        or bool(alike)
        or any(unlike(wanted, one.word) in (None, "weaker") or _is_spelt_out(one.word, act, thing) for one in asked)
    )
    # Where the act alone does not decide, the thing has: people who were seized are detained.
    less = ("weaker", "akin") if act_entails(act, wanted) else ("weaker",)
    return is_meant and not any(unlike(act, one.word) in less for one in told if one.word not in alike)


def _is_spelt_out(word: str, act: str, thing: str) -> bool:
    """Whether a report's act and its thing together are the text's word: a "drone strike" is a strike with a drone."""
    things = stems(thing)
    parts = re.findall(r"\w+", word)
    return len(parts) > 1 and all(stems(one) <= things or act_covers(act_of(one) or "", act) for one in parts)


def _told_by(wanted: str, said: str, thing: str | None, reported: str, means: str, happened: bool) -> Fact:
    """By the act alone; ``reported`` and ``means`` are the words for a reason."""
    named = act_of(said, thing)
    act = named or said
    told = {act, *_told_beside(said, thing)} if named is None else {act}
    opens = named is None and _opens(said, thing) == wanted
    if opens or any(act_entails(one, wanted) for one in told) or (wanted == "place" and _is_deployed(act, reported)):
        return YES
    if is_out(said) or is_up(said):
        return NO  # how a thing is, and nobody's deed
    if (is_beside(said) and not acts_meet(wanted, said)) or (is_unheard_of(said, thing) and says_nothing(said)):
        return NO
    refused = undone(said, thing).acts
    if refused and (named is None or any(told_by(wanted, one, thing).truth is not Truth.NO for one in refused)):
        left = _not_done(wanted, said, thing, happened)
        if left is not NO or not _told_beside(said, thing):
            return left
    if not names_act(said, thing):
        return Fact(Truth.UNKNOWN, f"'{said}' names no act of the lexicon", _WHICH)
    return max((_by_act(wanted, one, thing, reported, means) for one in told), key=lambda fact: fact.truth)


def _by_act(wanted: str, act: str, thing: str | None, reported: str, means: str) -> Fact:
    """What the name of one act tells of another, of which it is no case."""
    decided = _by_its_thing(acts_by_id()[wanted], act, thing or "") if wanted in acts_by_id() else None
    if decided is not None:
        return decided
    if wanted == "find" and act in _LOOKS and in_part(reported):
        return NO  # who has begun to look has found nothing yet
    thrown = act == "throw" and wanted == "fire" and may_be_weapon(kinds_of(f"{thing or ''} {reported}"))
    if act_covers(act, wanted) or act == "violate":
        return Fact(Truth.UNKNOWN, f"'{reported}' can mean more than '{means}'", _WHICH)
    if may_tell(act, wanted) or act_covers(wanted, act) or thrown:
        return Fact(Truth.UNKNOWN, f"'{reported}' may be another word for '{means}'", _WHICH)
    return NO


def _hands_over_paper(wanted: str, said: str, thing: str | None) -> bool:
    """Whether what tells something was handed over: "report sent", "submitted a report", of who has to report."""
    left, named = undone(said, thing), {act for act, _, _ in acts_in(said)}
    words = map(word_alone, re.findall(r"\w+", f"{said} {thing or ''}"))
    is_paper = any(one.noun and one.act == wanted for one in words if one is not None)
    return "deliver" in named <= {"deliver", wanted} and is_paper and not (left.cued or left.words)


def _is_deployed(act: str, reported: str) -> bool:
    """Whether something was deployed, and so is placed where it is told; what was redeployed may have left."""
    return act == "deploy" and all(unlike(act, one.word) != "akin" for one in words_for(act, reported))


def _opens(said: str, thing: str | None) -> str | None:
    """The act that the words begin with, also one that agreements alone speak of: reports are not searched for it.

    ``None`` where a word beside it is not accounted for.
    """
    said = undone(said, thing).rest.strip()
    found = noun_at_start(said) or verb_at_start(said)
    if found is None:
        return None
    others = [(first, last) for _, first, last in acts_in(said)]
    return None if unaccounted(said, [(0, found[1]), *others], thing) else found[0]


def _not_done(wanted: str, said: str, thing: str | None, happened: bool) -> Fact:
    """What an act that a report names as not done tells of the act of a text: nothing, but of what hinders one, or
    threatens with it.
    """
    named = undone(said, thing)
    perhaps = named.acts - named.ahead if happened else named.acts
    concerned = any(told_by(wanted, act, thing).truth is not Truth.NO for act in perhaps)
    hinders = bool(named.cued - named.ahead) and wanted in _HINDERING
    threatens = wanted == "threaten" and any(act_covers("attack", act) for act in named.cued - named.denied)
    if tells_of_none(wanted, said) or not (concerned or hinders or threatens):
        return NO
    if named.words and not named.cued:
        return Fact(Truth.UNKNOWN, f"'{named.words[0]}' in '{said}' leaves open what was done", "what was done")
    return Fact(Truth.UNKNOWN, f"'{said}' does not say that it was done", "whether it was done")


def _by_its_thing(wanted: LexiconAct, act: str, thing: str) -> Fact | None:
    """What the thing decides: an act of such a thing may be another act, or surely none; ``None``: nothing."""
    kinds, things = kinds_named(thing), (*wanted.using, *wanted.to)
    if wanted.to and kinds and not may_be_of(kinds, wanted.to):
        return NO
    if kinds and _moves_otherwise(wanted.id, act, kinds):
        return NO
    if not any(act_covers(each, act) for each in wanted.by) or (things and not may_be_of(kinds, things)):
        return None
    if not things or (are_of(and_wider(kinds), things) and not (act in _AIMED and are_of(and_wider(kinds), _EITHER))):
        return YES
    return Fact(Truth.UNKNOWN, f"whether '{thing}' was its weapon or its target is not said", "with what it was done")


def _moves_otherwise(wanted: str, act: str, kinds: frozenset[str]) -> bool:
    """Whether the thing of an act excludes what the text means: farmers who cross a line attack nobody, soldiers don't
    fly, a mine that was seen has not come, who seizes a food truck enters nothing, who gives blankets says nothing.
    """
    if act == "place":
        return wanted in (*_COMES, "occupy") and not can_move(kinds)
    if act == "occupy":
        return wanted in (*_COMES, "place") and is_civil(kinds)
    if act in _HANDS:
        return wanted in _TELLS and not are_of(and_wider(kinds), ("paper",))
    attacks = act_covers("attack", wanted) and is_civil(kinds)
    return act in _COMES and (attacks or (wanted == "overfly" and not may_be_of(kinds, _FLIES)))


def is_of_lexicon(act: str) -> bool:
    """Whether it is the id of an act that the lexicon knows."""
    return act in acts_by_id()


def act_reported(said: str) -> str | None:
    """The act of a report: "reply" if it answers something, else one of the lexicon; ``None`` if it is neither."""
    return REPLY if is_reply(said) else act_of(said)


@lru_cache(maxsize=4096)
def worded(said: str) -> str | None:
    """What a report calls its act; ``None`` where that is the act's id, its first verb or its first noun."""
    act = act_reported(said)
    if act in (None, REPLY, said):
        return None
    alone, row = word_alone(said), acts_by_id()[act or ""]
    if alone is None or alone.act != act or alone.word not in (*row.verbs[:1], *row.nouns[:1]):
        return said
    return said if unlike(act, alone.word) else None
