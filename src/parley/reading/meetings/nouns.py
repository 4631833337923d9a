"""A meeting told by its noun ("talks between X and Y", "their summit in Ostra"): who sits at it, who called it."""

from __future__ import annotations

from parley.model import EventStatus

from ..events.clauses import agents, governing_verb, is_passive, is_verb, objects, patients
from ..events.moods import governed, mood, weakest
from ..events.setting import Setting, unique
from ..tokens import Token
from .convenors import sides_between
from .details import TRAVEL, clauses_of, complete, day_moved_to, moving_verb
from .mention import Mention, called_by, carriers, is_meeting_noun, lexicon, mention_of
from .table import name_from_compounds, named_as_before, seat

_DEFINITE = frozenset({"the", "that", "this", "these", "those", "its", "their", "such", "both"})
_ANOTHER = frozenset(
    {"another", "second", "third", "further", "separate", "similar", "different", "fourth", "previous", "earlier"}
)
_BETWEEN_SIDES = frozenset({
    "agreement", "battle", "border", "clash", "conflict", "crisis", "deal", "difference", "dispute", "exchange",
    "fighting", "frontier", "hostility", "line", "pact", "peace", "relation", "strip", "tension", "tie", "trade",
    "treaty", "truce", "violence", "war", "zone",
})  # fmt: skip
"""What lies between two sides by itself: talks on it need not be theirs."""
_STRETCHES = frozenset({"round", "series", "part", "session", "hour", "day", "week", "start", "course"})
"""Of what a meeting is told: "the last day of talks"."""
_KEEPING_OUT = frozenset({"invite", "exclude", "bar", "admit"})


def from_noun(noun: Token, setting: Setting) -> Mention | None:
    if noun.lemma_.lower() in lexicon("loose_nouns") and any(map(is_meeting_noun, objects(noun, "of"))):
        return None  # "a round of talks": the talks tell it
    verbs = _verbs_over(noun)
    held = (noun, *carriers(noun))[-1]
    verb = verbs[0] if verbs else None
    loose = noun.lemma_.lower() in lexicon("loose_nouns")
    mention = mention_of(noun, setting)
    named = (noun, *carriers(noun))
    determiners = {c.lower_ for each in named for c in each.children if c.dep_ in ("det", "poss", "amod", "predet")}
    mention.definite = bool(determiners & _DEFINITE)
    mention.another = bool(determiners & _ANOTHER)
    if governing_verb(noun) is None:  # a headline: "as talks near"
        mention.silent = True
        mention.status = weakest((mention.status, EventStatus.HYPOTHETICAL))

    inside = objects(noun, "between", "among") or _between_after(noun) or _between_beside(noun)
    inside += sides_between(verb) if verb is not None else []
    others = objects(noun, "with") + (list(objects(verb, "with")) if verb is not None and _attends(verb, held) else [])
    members = [child for child in objects(noun, "of") if noun.lemma_.lower() != "round"]
    seat(mention, [*inside, *others], setting)
    seat(mention, members, setting)
    if noun.head.dep_ == "prep" and noun.head.head.lemma_.lower() in lexicon("delegations"):
        seat(mention, [noun.head.head], setting)  # "lead its delegation to talks with ..."
    owners = [child for child in noun.children if child.dep_ == "poss"]
    seat(mention, owners, setting, sure=False)
    if verb is not None and any(each.lower_ == "their" for each in owners) and noun in patients(verb):
        seat(mention, agents(verb), setting, sure=False)  # "postponed their talks"
    name_from_compounds(mention, noun, setting)

    if verb is not None:
        doers = agents(verb)
        if (
            verb.lemma_ in _KEEPING_OUT and noun.dep_ == "pobj" and (is_passive(verb) or _denied(verb, mention))
        ) or _stays_away(verb, noun, mention):
            kept_out = patients(verb) if verb.lemma_ in _KEEPING_OUT else doers
            if _denied(verb, mention):
                mention.absent += [setting.represented(ref) for each in kept_out for ref in setting.refs(each)]
            mention.status, mention.silent = EventStatus.HYPOTHETICAL, True
        elif noun in doers and _gathers(verb):
            seat(mention, patients(verb), setting)
        elif verb.lemma_ in lexicon("convening") and _object_of(noun, verb) and not _calls_off(verb):
            called_by(mention, doers, setting)
            if noun.dep_ == "pobj":  # "invited X to talks", "hosts X for talks"
                seat(mention, patients(verb), setting, sure=verb.lemma_ == "host")
            alone = verb.lemma_ == "host" and noun.dep_ == "pobj" and len(mention.parties) < 2
            if others or alone:  # who hosts one guest talks with him; who hosts two lets them talk
                seat(mention, doers, setting)
        elif (
            (verb.lemma_ in lexicon("seeking") or _calls_off(verb)) and not inside and (others or _both(doers, setting))
        ):
            seat(mention, doers, setting, sure=False)
        elif sides_between(verb):
            called_by(mention, doers, setting)
        elif _attends(verb, held) and not inside:
            arranges = verb.lemma_ in ("arrange", "coordinate", "plan", "prepare", "schedule", "set", "agree")
            seat(mention, doers, setting, sure=not arranges)
            if verb.lemma_ == "join" and noun.dep_ == "pobj":  # "will join his colleagues for a meeting"
                seat(mention, patients(verb), setting)
    for clause in clauses_of(noun):
        if clause.lemma_ in lexicon("convening"):
            hosts = agents(clause)
            own = is_passive(clause) or clause.dep_ == "relcl" or [each.lower_ for each in hosts] == ["it"]
            own |= verb is not None and hosts == agents(verb)
            it = verb is not None and own and not is_passive(clause) and not any(map(setting.refs, hosts))
            called_by(mention, agents(verb) if it and verb is not None else hosts if own else (), setting)
    mention.of_known = any(named_as_before(each) for each in (*inside, *members, *_doers_of(verb, held)))
    mention.held = mention.definite and verb is not None and _was_held(noun, verb)
    when = setting.when(noun)
    if when is not None and setting.lies_ahead(when) and mention.status is EventStatus.HAPPENED:
        mention.status = EventStatus.PLANNED
    elif (mention.status is EventStatus.HAPPENED and _merely_is(noun, verb)) or (
        mention.definite and _only_hoped_of(noun, verb, mention)
    ):
        mention.status, mention.silent = EventStatus.HYPOTHETICAL, True
    if (moving := moving_verb(noun)) is not None:
        _move(mention, moving, setting)
    if verb is not None and verb.lemma_ == "announce" and mention.status is EventStatus.HAPPENED:
        mention.status = EventStatus.PLANNED  # what is announced of a meeting is that it will be
    sat_before = mention.of_known and bool(inside) and noun.lemma_.lower() in ("call", "round", "session")
    if loose and len(mention.parties) < 2 and not sat_before:
        if mention.definite and verb is not None and verb.lemma_ in lexicon("convening"):
            mention.only_known = True  # "the call was mediated by Halvern"
        elif not _is_round_to_come(noun, verb):
            return None
        else:
            mention.another = mention.again = True
    complete(mention, noun, verbs, setting)
    return mention


def _was_held(noun: Token, verb: Token) -> bool:
    """ "The meeting was held", "the talks took place": in the past, and not "was to be held"."""
    if noun not in patients(verb) and noun not in agents(verb):
        return False
    colours = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    taking = verb.lower_ == "took" and any(child.lower_ == "place" for child in verb.children)
    return taking or (verb.lower_ == "held" and is_passive(verb) and colours <= {"was", "were", "been", "had"})


def _doers_of(verb: Token | None, noun: Token) -> list[Token]:
    """Those who hold or attend the meeting by the verb over it."""
    return agents(verb) if verb is not None and _attends(verb, noun) else []


def _gathers(verb: Token) -> bool:
    """ "The summit brought together the leaders of X and Y"."""
    together = any(child.lower_ == "together" for child in verb.children)
    return not is_passive(verb) and (verb.lemma_ in lexicon("gathering") or (verb.lemma_ == "bring" and together))


def _calls_off(verb: Token) -> bool:
    return verb.lemma_ == "call" and any(child.lower_ == "off" for child in verb.children)


def _both(doers: list[Token], setting: Setting) -> bool:
    """Whether two or more do it: who calls a meeting off together would have met one another."""
    return len(unique(ref for each in doers for ref in setting.refs(each) if ref.id)) > 1


def _move(mention: Mention, verb: Token, setting: Setting) -> None:
    """With another day it is to come, with none it is off; one that may be moved stays as it is."""
    done, day = mood(verb), day_moved_to(verb, setting)
    if done is not EventStatus.HAPPENED:
        mention.status, mention.silent, mention.moved = EventStatus.HYPOTHETICAL, True, True
    elif day is not None:
        mention.status, mention.moved, mention.window = EventStatus.PLANNED, True, day
    else:
        mention.status = EventStatus.DENIED


def _stays_away(verb: Token, noun: Token, mention: Mention) -> bool:
    """One doesn't come to a meeting that is known: the meeting itself is not denied."""
    joins = verb.lemma_ in ("attend", "join", "participate", "take") or noun.dep_ == "pobj"
    return mention.definite and mention.status is EventStatus.DENIED and joins and _attends(verb, noun)


def _denied(verb: Token, mention: Mention) -> bool:
    return mention.status is EventStatus.DENIED or verb.lemma_ in ("exclude", "bar")


def _merely_is(noun: Token, verb: Token | None) -> bool:
    """ "The meeting is on", "the talks are important": whether it was held or is to come isn't said."""
    if verb is None or noun.dep_ != "nsubj":
        return False
    present = verb.lemma_ in ("be", "follow") and verb.tag_ in ("VBZ", "VBP", "VB")
    going_on = {"under", "underway", "over"}
    return present and not any(child.lower_ in going_on for child in verb.children)


def _is_round_to_come(noun: Token, verb: Token | None) -> bool:
    """ "The next round will take place in Ostra": of a paper that tells of talks, and of nothing else in rounds."""
    what = objects(noun, "of")
    place = verb is not None and verb.lemma_ == "take" and any(each.lower_ == "place" for each in patients(verb))
    held = place or (verb is not None and (verb.lemma_ in ("hold", "begin", "start", "open", "convene", "schedule")))
    ordered = any(child.lower_ in lexicon("next") or child.ent_type_ == "ORDINAL" for child in noun.children)
    return ordered and held and noun in (agents(verb) or patients(verb)) if verb is not None and not what else False


def _only_hoped_of(noun: Token, verb: Token | None, mention: Mention) -> bool:
    """ "She could not promise that the meeting would bring peace": of whether it is held nothing is said.

    So of one who "is hosting the talks": there are talks, held or to come.
    """
    if verb is None:
        return False
    if verb.lemma_ in lexicon("convening") and verb.tag_ in ("VBG", "VBZ", "VBP") and noun in patients(verb):
        return True
    doubted = mention.status in (EventStatus.DENIED, EventStatus.HYPOTHETICAL)
    held = lexicon("occurring") | lexicon("attending") | lexicon("seeking") | lexicon("moving")
    return doubted and noun.dep_ in ("nsubj", "nsubjpass") and not {verb.lemma_} & held and not governed(verb)


def _between_after(noun: Token) -> list[Token]:
    """ "talks on prisoners between X and Y": the parser may hang the sides on the nearer noun."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "about", "in", "at"):
            for grand in child.children:
                placed = grand.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME")
                if placed or (grand.dep_ == "pobj" and grand.lemma_.lower() not in _BETWEEN_SIDES):
                    found = objects(grand, "between", "with") if placed else objects(grand, "between")
                    if found:
                        return found
    return []


def _between_beside(noun: Token) -> list[Token]:
    """ "The meeting, the first between X and Y": what stands beside it tells the sides."""
    beside = [child for child in noun.children if child.dep_ == "appos"]
    return [each for apposition in beside for each in objects(apposition, "between", "among")]


def _verbs_over(noun: Token) -> list[Token]:
    """The verb of which the meeting is an argument, then the verbs that complete it ("expected to take place")."""
    head = noun.head
    while noun.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
        noun, head = head, head.head
    if head.dep_ in ("prep", "agent") and head.lower_ in (
        "in",
        "at",
        "to",
        "for",
        "into",
        "on",
        "with",
        "of",
        "during",
    ):
        above = head.head
        if above.lemma_ in _STRETCHES and not is_verb(above):
            return _verbs_over(above)
        head = above
    if head.dep_ == "dobj" and head.head.lemma_ in lexicon("convening"):
        head = head.head  # "hosted a delegation for talks": the parser may hang the talks on the guests
    if head.pos_ == "ADJ" and is_verb(head.head):
        head = head.head  # "are due in Ostra for talks"
    if not is_verb(head):
        return []
    chain = [head]
    for verb in chain:
        for child in verb.children:  # "is expected to begin", "are due to begin"
            below = child.children if child.dep_ == "acomp" else [child]
            chain += [each for each in below if each.dep_ == "xcomp" and is_verb(each)]
    return chain


def _object_of(noun: Token, verb: Token) -> bool:
    passive = noun.dep_ == "nsubjpass" and is_passive(verb)
    return noun.dep_ in ("dobj", "pobj", "conj", "dative") or passive


def _attends(verb: Token, noun: Token) -> bool:
    """Whether who does this verb to the meeting sits at it ("hold", "attend", "take part in", "arrive for")."""
    if verb.lemma_ == "take" and any(child.lower_ == "part" for child in verb.children):
        return True
    if noun.dep_ == "pobj" or (noun.dep_ == "conj" and noun.head.dep_ == "pobj"):
        preposition = next((a for a in noun.ancestors if a.dep_ == "prep"), noun)
        if verb.lemma_ in TRAVEL or verb.lemma_ == "be":
            return preposition.lower_ in ("for", "to", "at", "in")
        return verb.lemma_ in lexicon("attending") and preposition.lower_ in ("in", "to", "into", "for", "with", "on")
    return verb.lemma_ in lexicon("attending") and _object_of(noun, verb)
