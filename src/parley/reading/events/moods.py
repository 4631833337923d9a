"""Moods: whether the words say that a thing happened, is planned, may be, or did not happen.

A walk up from a word through what governs it: modals, negation, conditions, verbs and nouns of
planning, wanting, fearing and refusing (``moods.toml``).
"""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import EventStatus

from ..tokens import Token
from .clauses import governing_verb, is_passive, is_verb, words

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MODALS = frozenset({"would", "could", "may", "might", "can", "ca", "should", "must", "'d", "’d", "ought"})
_AFTER = frozenset({"after", "following", "since", "during", "amid", "despite"})
_BEFORE = frozenset({"before", "until", "ahead", "pending"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "csubj", "csubjpass"})
_NOMINAL = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj", "oprd", "dep", "dative"})

_STRENGTH = {
    EventStatus.HAPPENED: 0,
    EventStatus.PLANNED: 1,
    EventStatus.HYPOTHETICAL: 2,
    EventStatus.DENIED: 3,
}


def weakest(moods: Iterable[EventStatus]) -> EventStatus:
    """The one that says least: a thing both planned and possible is possible."""
    return max(moods, key=_STRENGTH.__getitem__, default=EventStatus.HAPPENED)


def mood(token: Token) -> EventStatus:
    """Whether the text, as grammar shows it, says that this happened, is to happen, may, or did not.

    Walks from the word up through what governs it: modals, negation, conditions, verbs and nouns of
    planning, wanting, fearing and refusing. It judges one sentence; how far a *speaker* stands
    behind it is another question (``Statement.commitment``).
    """
    found: list[EventStatus] = []
    current = below = token
    for _ in range(12):
        if is_verb(current):
            found.append(_own_mood(current) if current is token else _mood_carried(current, below))
            step = _above_verb(current)
        else:
            found.append(_noun_mood(current))
            step = _above_noun(current)
        if step is None:
            break
        below = current
        current, effect = step
        if effect is not None:
            found.append(effect)
            if effect is EventStatus.HAPPENED:
                break
    if found.count(EventStatus.DENIED) and EventStatus.HYPOTHETICAL in found:
        return EventStatus.HYPOTHETICAL  # "might not", "if it refuses": nobody says that it did not happen
    if found.count(EventStatus.DENIED) > 1:
        return EventStatus.HYPOTHETICAL  # "did not deny": neither claimed nor denied
    return weakest(found)


def _own_mood(verb: Token) -> EventStatus:
    found = [EventStatus.HAPPENED]
    opening = _opening(verb)
    for child in opening:
        if child.dep_ == "neg" or (child.dep_ in ("nsubj", "nsubjpass", "dobj") and _is_negated_noun(child)):
            found.append(EventStatus.DENIED)
        elif child.dep_ == "prep" and any(grand.lower_ == "nothing" for grand in child.rights):
            found.append(EventStatus.DENIED)  # "has agreed to nothing"
        elif child.dep_ in ("aux", "auxpass") and child.lower_ in _FUTURE:
            found.append(EventStatus.PLANNED)
        elif verb.lemma_ == "be" and child.dep_ == "xcomp" and any(grand.lower_ == "to" for grand in child.lefts):
            found.append(EventStatus.PLANNED)  # "is to meet"
        elif verb.lemma_ == "be" and child.dep_ == "acomp":
            found.append(governed(child) or EventStatus.HAPPENED)  # "is due to", "is likely to", "is unable to"
        elif child.dep_ == "aux" and child.lower_ == "would" and _tells_of_plan(verb):
            found.append(EventStatus.PLANNED)
        elif (
            (child.dep_ in ("aux", "auxpass") and child.lower_ in _MODALS)
            or (child.lower_ in words("doubtful") and child.pos_ == "ADV")
            or (child.dep_ == "mark" and child.lower_ in words("conditions") | {"until"})
            or (child.dep_ == "advcl" and _opens_condition(child) and _is_ahead(verb))
        ):
            found.append(EventStatus.HYPOTHETICAL)
    if verb.dep_ == "advcl" and verb.tag_ in ("VBP", "VBZ") and verb.head.tag_ == "VB" and _opens_with_when(verb):
        found.append(EventStatus.PLANNED)  # "will raise it when they meet", "promised to raise it when they meet"
    marks = {child.dep_ for child in opening if child.lower_ == "that" or child.dep_ == "aux"}
    if verb.tag_ == "VB" and marks == {"mark"}:
        found.append(EventStatus.HYPOTHETICAL)  # "named as a condition that all aid stop": wanted, and not done
    if verb.dep_ == "ROOT" and verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts):
        found.append(EventStatus.PLANNED)  # a headline: "Kestria to resume talks"
    if EventStatus.PLANNED in found and EventStatus.DENIED in found:
        return EventStatus.DENIED
    return weakest(found)


def _mood_carried(verb: Token, below: Token) -> EventStatus:
    """What a verb's own mood makes of what stands under it: that something is not done to a thing, or does not go
    as it should, denies the doing and not the thing."""
    own = _own_mood(verb)
    if own is EventStatus.DENIED and is_verb(below) and verb.lemma_ in words("telling") and below.dep_ == "ccomp":
        return EventStatus.HYPOTHETICAL  # "has never said that it attacked": nobody claims it, and nobody denies it
    if own is not EventStatus.DENIED or is_verb(below):
        return own
    while below.dep_ == "pobj" and below.head.dep_ == "prep" and below.head.head.i != verb.i:
        below = below.head.head
    denying = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and _is_negated_noun(c)]
    if any(each.lemma_ in words("settings") for each in denying):
        return EventStatus.HYPOTHETICAL  # "no date was set for a meeting"
    if verb.lemma_ in words("regarding"):
        return EventStatus.HAPPENED  # "does not recognise the occupation"
    return EventStatus.HAPPENED if verb.lemma_ == "go" and below.dep_ == "nsubj" and not _goes_ahead(verb) else own


def _goes_ahead(verb: Token) -> bool:
    return any(child.lower_ in ("ahead", "forward", "on", "through") for child in verb.children)


def _tells_of_plan(verb: Token) -> bool:
    """ "She said that talks would be held on Monday": what was said was "will", where no condition stands by."""
    clause = verb
    while clause.dep_ == "conj" and is_verb(clause.head):
        clause = clause.head
    said = clause.head
    if clause.dep_ != "ccomp" or said.tag_ not in ("VBD", "VBN") or said.lemma_ not in words("telling"):
        return False
    return not any(
        child.dep_ == "advcl" and (_opens_condition(child) or child.left_edge.lower_ == "if")
        for each in (clause, verb, said)
        for child in each.children
    )


def _opening(verb: Token) -> list[Token]:
    """The children that colour the verb, the modals it shares with the first of its conjuncts among them."""
    own = list(verb.children)
    if verb.dep_ != "conj" or not is_verb(verb.head):
        return own
    has_subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in own)
    has_auxiliary = any(child.dep_ == "aux" for child in own)
    shared = [
        child
        for child in _opening(verb.head)
        if child.i < verb.head.i
        and (child.dep_ == "mark" or child.lower_ in words("doubtful") or not (has_subject or has_auxiliary))
        and (child.dep_ != "neg" and child.dep_ not in ("nsubj", "nsubjpass", "dobj"))
    ]
    if not has_subject and not has_auxiliary and verb.tag_ != verb.head.tag_:
        shared = [child for child in shared if child.dep_ != "aux"]
    return own + shared


def _opens_with_when(clause: Token) -> bool:
    return any(child.lower_ == "when" and child.i < clause.i for child in clause.children)


def _opens_condition(clause: Token) -> bool:
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in words("conditions") for child in clause.children)


def _is_awaited(clause: Token) -> bool:
    """ "Would take effect only after they were lifted", "will meet after they are lifted": what is waited for."""
    after = next((child for child in clause.lefts if child.lower_ in ("after", "when", "before")), None)
    finite = next((child for child in clause.lefts if child.dep_ in ("aux", "auxpass")), clause)
    if after is not None and after.lower_ == "before" and finite.tag_ in ("VBZ", "VBP"):
        return True  # "before Kestria announces a truce": it has not, whatever was done first
    if after is None or not _is_ahead(clause.head):
        return False
    only = after.i > 0 and after.nbor(-1).lower_ == "only"
    return only or (after.lower_ == "after" and finite.tag_ in ("VBZ", "VBP") and finite.lemma_ == "be")


def _is_ahead(verb: Token) -> bool:
    """Whether a condition makes the verb itself uncertain: not of what was done, nor of what "has frozen" is."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & (_FUTURE | _MODALS):
        return True
    return verb.tag_ in ("VBZ", "VBP", "VB") and not auxiliaries & {"had", "was", "were", "did", "has", "have"}


def _is_negated_noun(noun: Token) -> bool:
    return noun.lower_ in ("nobody", "none", "nothing") or any(
        child.dep_ == "det" and child.lower_ in _NEGATIVE_DETERMINERS for child in noun.children
    )


_ATTACKS = frozenset({"assaults", "attacks", "killings", "raids", "strikes"})


def _noun_mood(noun: Token) -> EventStatus:
    missing = EventStatus.HYPOTHETICAL if noun.lemma_ in words("settings") else EventStatus.DENIED
    found = [missing] if _is_negated_noun(noun) else []
    for child in noun.children:
        whatever = child.lower_ == "all" and noun.lower_ in _ATTACKS  # "condemned all attacks on civilians"
        if child.dep_ == "det" and (child.lower_ == "any" or whatever):
            found.append(EventStatus.HYPOTHETICAL)
        if child.dep_ in ("amod", "advmod", "compound"):
            if child.lower_ in words("doubtful"):
                found.append(EventStatus.HYPOTHETICAL)
            elif child.lower_ in words("ahead"):
                found.append(EventStatus.PLANNED)
    return weakest(found)


def in_open_clause(token: Token) -> bool:
    """Whether the word stands in a question, or after "if" and its like, as far as the next comma.

    Read off the words alone, for where the parser loses the thread.
    """
    sentence = token.sent
    if "?" in (each.text for each in sentence[-3:]):
        return True
    first = token
    for before in reversed(list(token.doc[sentence.start : token.i])):
        if before.text in (",", ";", ":"):
            return False
        if before.lower_ in ("if", "unless", "whether"):
            return True
        first = before if before.is_alpha else first
    return first.lower_ in ("had", "should", "were")  # "Had they attacked, ..."


def governed(head: Token) -> EventStatus | None:
    """What the governing word makes of what it governs; ``None`` where it leaves it as it is."""
    # The word without its ending as well: the pipeline takes "hopes" for a form of "hop".
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), None)
    names = (head.lemma_.lower(), head.lower_, head.lower_.removesuffix("s"))
    for name in (f"{names[0]} {particle}", *names) if particle else names:
        if name in words("denied"):
            return EventStatus.DENIED
        if name in words("hypothetical"):
            return EventStatus.HYPOTHETICAL
        if name in words("planned"):
            return EventStatus.PLANNED
    return None


def _above_verb(verb: Token) -> tuple[Token, EventStatus | None] | None:
    head = verb.head
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    if infinitive and head.lemma_ in words("settings") and verb.dep_ in ("acl", "relcl"):
        return head, EventStatus.HYPOTHETICAL  # "not the time to lift sanctions"
    if head is verb or verb.dep_ in ("relcl", "parataxis"):
        return None
    if verb.dep_ == "conj":
        top = verb
        while top.dep_ == "conj" and top.head is not top:
            top = top.head
        if not is_verb(top):
            return None
        return _above_verb(top)
    if verb.dep_ not in _CLAUSAL and not (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
        return None
    if verb.dep_ == "pcomp" or verb.dep_ == "pobj":
        return _above_preposition(head)
    if verb.dep_ == "advcl":
        if not infinitive and is_verb(head) and _goes_on_with_that(verb):
            return _above_verb(head)
        if infinitive:
            realised = head.lemma_ in words("realised") and head.lemma_ != "follow"
            decided = _decides(head)
            return head, None if realised or decided else governed(head) or EventStatus.HYPOTHETICAL
        awaited = _opens_condition(verb) or _is_awaited(verb)
        return (head, EventStatus.HYPOTHETICAL) if awaited else None
    if verb.dep_ == "ccomp" and head.lemma_ in words("presupposing") and not any(c.dep_ == "neg" for c in head.lefts):
        return head, EventStatus.HAPPENED  # "the House will recall that it suspended": of what was done
    if infinitive and head.lower_ in ("nothing", "nobody"):
        return head, EventStatus.DENIED  # "nothing to apologise for"
    effect = governed(head)
    if head.pos_ == "NOUN" and head.lemma_ in words("hearsay") and not infinitive:
        effect = EventStatus.HYPOTHETICAL  # "reports that Kestria attacked"
    if infinitive and effect is None and head.lemma_ == "be" and verb.dep_ == "xcomp":
        effect = _aimed_at(head)
    elif infinitive and effect is None and head.lemma_.lower() not in words("realised"):
        effect = EventStatus.HYPOTHETICAL
    if verb.dep_ == "acl" and not infinitive and effect is not EventStatus.HYPOTHETICAL:
        return None  # "troops shelling the town", "homes destroyed"
    return head, effect


def _goes_on_with_that(clause: Token) -> bool:
    """ "Proposed that it examine the site, | that both armies pull back": the second thing proposed."""
    that = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    return that is not None and that.i > 0 and that.nbor(-1).lower_ in (",", "and", ";", "or")


def _aimed_at(verb: Token) -> EventStatus:
    """ "The ministers are to meet" is a plan; "the hope is to meet" is what the hope is."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return (governed(subject) if subject is not None else None) or EventStatus.PLANNED


def _decides(head: Token) -> bool:
    """ "followed it with a decision ... to halt": the infinitive hangs on the verb, but belongs to the noun."""
    return any(
        each.lemma_ in ("decision", "order", "move") and each.i > head.i and each.pos_ == "NOUN"
        for each in head.subtree
        if each.sent is head.sent
    )


def _above_preposition(preposition: Token) -> tuple[Token, EventStatus | None] | None:
    head = preposition.head
    name = preposition.lower_
    if head is preposition:
        return None
    if name == "without":
        return head, EventStatus.DENIED
    if name in _BEFORE:
        return head, EventStatus.HYPOTHETICAL
    if name in _AFTER:
        return _anchor(head)
    if head.lower_ == "ahead":
        return head, EventStatus.PLANNED  # "ahead of the talks"
    effect = governed(head)
    if name in ("for", "over") and effect is EventStatus.HYPOTHETICAL and head.lemma_ in ("accuse", "charge"):
        effect = None
    if name in ("of", "to", "for", "on", "against", "from", "about", "in", "with", "into"):
        return head, effect
    return _anchor(head)


def _anchor(head: Token) -> tuple[Token, EventStatus] | None:
    """After a thing that happened, or after one still ahead: the tense of the clause tells which."""
    verb = head if is_verb(head) else governing_verb(head)
    if verb is None:
        return None
    ahead = weakest((_own_mood(verb), _above_mood(verb))) in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL)
    return (verb, EventStatus.HYPOTHETICAL) if ahead else (verb, EventStatus.HAPPENED)


def _above_mood(verb: Token) -> EventStatus:
    above = _above_verb(verb)
    return above[1] or EventStatus.HAPPENED if above else EventStatus.HAPPENED


def _above_noun(noun: Token) -> tuple[Token, EventStatus | None] | None:
    head = noun.head
    if head is noun:
        return None
    if noun.dep_ == "conj":
        while noun.dep_ == "conj" and noun.head is not noun:
            noun = noun.head
        return _above_noun(noun) if not is_verb(noun) else None
    if noun.dep_ == "pobj" and head.dep_ in ("prep", "agent", "dative"):
        return _above_preposition(head)
    if noun.dep_ in ("compound", "poss", "amod", "nmod", "appos"):
        return head, None
    if noun.dep_ in _NOMINAL and is_verb(head):
        if noun.dep_ == "nsubj" and not is_passive(head):
            return head, None
        return head, governed(head)
    return None
