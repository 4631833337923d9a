"""Clauses as the parser sees them: who does what to whom, and whether the text says that it happened.

Everything here is grammar: tokens in, tokens and moods out. What the words mean for peace is the
business of the modules that use it (events, meetings, measures). The word lists of moods are data,
in ``moods.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from spacy.tokens import Doc, Token

from parley.model import EventStatus

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
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


@cache
def words(kind: str) -> frozenset[str]:
    """A list of ``moods.toml`` by its name."""
    lists = tomllib.loads(resources.files(__package__).joinpath("moods.toml").read_text(encoding="utf-8"))
    return frozenset(lists[kind])


def is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass")


def with_conjuncts(tokens: Iterable[Token]) -> list[Token]:
    """The tokens and whatever is coordinated with them, in reading order, none twice."""
    found = {each.i: each for token in tokens for each in (token, *_right_conjuncts(token))}
    return [found[i] for i in sorted(found)]


def _right_conjuncts(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            yield child
            yield from _right_conjuncts(child)


def objects(token: Token, *prepositions: str) -> list[Token]:
    """What stands after one of the prepositions that hang on the token, with conjuncts."""
    heads = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions:
            heads += [grand for grand in child.children if grand.dep_ in ("pobj", "pcomp")]
            heads += [
                deep
                for grand in child.children
                if grand.dep_ == "prep"
                for deep in grand.children
                if deep.dep_ == "pobj"
            ]
    return with_conjuncts(heads)


def is_passive(verb: Token) -> bool:
    """A passive with its auxiliary ("was shelled"), or a participle that follows its noun ("homes destroyed")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    ):
        return is_passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def agents(verb: Token) -> list[Token]:
    """Who does it: the subject, the "by" of a passive, or the one to whom grammar passes the verb on."""
    return with_conjuncts(_agents(verb, 0))


def _agents(verb: Token, depth: int) -> list[Token]:
    if depth > 6:
        return []
    by = objects(verb, "by")
    if is_passive(verb):
        return by
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own and own[0].lower_ == "it" and verb.dep_ == "ccomp" and is_verb(verb.head):
        return _agents(verb.head, depth + 1)  # "Kestria said it had ..."
    if own:
        return [_antecedent(each, verb) for each in own]
    head = verb.head
    if head is verb:
        return by
    if verb.dep_ == "conj":
        return _agents(head, depth + 1) if is_verb(head) else []
    if verb.dep_ in ("acl", "relcl") and not is_verb(head):
        return _agents_through_noun(verb, head, depth)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        head = head.head
        if is_verb(head) and head.lemma_ in (
            "accuse",
            "suspect",
            "blame",
            "prevent",
            "stop",
            "condemn",
            "criticise",
            "criticize",
            "thank",
            "convict",
            "charge",
            "keep",
            "bar",
        ):
            return patients(head)
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_ in words("object_control"):
        controlled = patients(head)
        if controlled:
            return controlled
    if is_verb(head):
        return _agents(head, depth + 1)
    return _agents_through_noun(verb, head, depth) if head.pos_ in ("NOUN", "PROPN") else []


def _agents_through_noun(verb: Token, noun: Token, depth: int) -> list[Token]:
    """ "X's decision to halt", "X announced a plan to halt", "troops shelling the town"."""
    if verb.tag_ == "VBG" and noun.ent_type_ in ("GPE", "NORP", "ORG", "PERSON"):
        return [noun]
    owners = [child for child in noun.children if child.dep_ == "poss"] or objects(noun, "by", "from", "of")
    if owners and (verb.tag_ == "VB" or noun.lemma_ in ("letter", "statement", "message", "report")):
        return owners
    if verb.tag_ == "VBG":
        return [noun]
    governor = _governing_verb(noun)
    return _agents(governor, depth + 1) if governor is not None else []


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.tag_ in RELATIVE_TAGS:
        clause = verb
        while clause.dep_ in ("conj", "ccomp", "xcomp") and clause.head is not clause:
            clause = clause.head
        if clause.dep_ in ("relcl", "acl"):
            return clause.head
    return subject


def patients(verb: Token) -> list[Token]:
    """To whom or what it is done: the object, the subject of a passive, the noun before a participle."""
    if is_passive(verb):
        own = [child for child in verb.children if child.dep_ == "nsubjpass"]
        if own:
            return with_conjuncts(_antecedent(each, verb) for each in own)
        if verb.dep_ == "acl":
            return [verb.head]
        if verb.dep_ == "conj" and is_verb(verb.head):
            return patients(verb.head)
    found = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
    found = [_antecedent(each, verb) for each in found]
    if not found and verb.dep_ != "conj":
        # "The deliveries resumed" has no object; "shelled and burned the town" shares the later one.
        found = [
            obj
            for child in verb.children
            if child.dep_ == "conj" and is_verb(child) and not any(grand.dep_ == "nsubj" for grand in child.children)
            for obj in child.children
            if obj.dep_ == "dobj"
        ]
    return with_conjuncts(found)


def _governing_verb(token: Token) -> Token | None:
    for ancestor in token.ancestors:
        if is_verb(ancestor):
            return ancestor
    return None


governing_verb = _governing_verb


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
    current = token
    for _ in range(12):
        if is_verb(current):
            found.append(_own_mood(current))
            step = _above_verb(current)
        else:
            found.append(_noun_mood(current))
            step = _above_noun(current)
        if step is None:
            break
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
        elif child.dep_ in ("aux", "auxpass") and child.lower_ in _FUTURE:
            found.append(EventStatus.PLANNED)
        elif verb.lemma_ == "be" and child.dep_ == "xcomp" and any(grand.lower_ == "to" for grand in child.lefts):
            found.append(EventStatus.PLANNED)  # "is to meet"
        elif verb.lemma_ == "be" and child.dep_ == "acomp":
            found.append(governed(child) or EventStatus.HAPPENED)  # "is due to", "is likely to", "is unable to"
        elif (
            (child.dep_ in ("aux", "auxpass") and child.lower_ in _MODALS)
            or child.lower_ in words("doubtful")
            or (child.dep_ == "mark" and child.lower_ in words("conditions"))
            or (child.dep_ == "advcl" and _opens_condition(child) and _is_ahead(verb))
        ):
            found.append(EventStatus.HYPOTHETICAL)
    if verb.dep_ == "ROOT" and verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts):
        found.append(EventStatus.PLANNED)  # a headline: "Kestria to resume talks"
    if EventStatus.PLANNED in found and EventStatus.DENIED in found:
        return EventStatus.DENIED
    return weakest(found)


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


def _opens_condition(clause: Token) -> bool:
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in words("conditions") for child in clause.children)


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


def _noun_mood(noun: Token) -> EventStatus:
    found = [EventStatus.DENIED] if _is_negated_noun(noun) else []
    for child in noun.children:
        if child.dep_ in ("amod", "advmod", "compound"):
            if child.lower_ in words("doubtful"):
                found.append(EventStatus.HYPOTHETICAL)
            elif child.lower_ in words("ahead"):
                found.append(EventStatus.PLANNED)
    return weakest(found)


def governed(head: Token) -> EventStatus | None:
    """What the governing word makes of what it governs; ``None`` where it leaves it as it is."""
    for name in (head.lemma_.lower(), head.lower_):
        if name in words("denied"):
            return EventStatus.DENIED
        if name in words("hypothetical"):
            return EventStatus.HYPOTHETICAL
        if name in words("planned"):
            return EventStatus.PLANNED
    return None


def _above_verb(verb: Token) -> tuple[Token, EventStatus | None] | None:
    head = verb.head
    if head is verb or verb.dep_ in ("relcl", "parataxis"):
        return None
    if verb.dep_ == "conj":
        top = verb
        while top.dep_ == "conj" and top.head is not top:
            top = top.head
        if not is_verb(top):
            return None
        above = _above_verb(top)
        return above
    if verb.dep_ not in _CLAUSAL and not (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
        return None
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    if verb.dep_ == "pcomp" or verb.dep_ == "pobj":
        return _above_preposition(head)
    if verb.dep_ == "advcl":
        if infinitive:
            realised = head.lemma_ in words("realised") and head.lemma_ != "follow"
            decided = _decides(head)
            return head, None if realised or decided else governed(head) or EventStatus.HYPOTHETICAL
        return None if not _opens_condition(verb) else (head, EventStatus.HYPOTHETICAL)
    effect = governed(head)
    if infinitive and effect is None and head.lemma_.lower() not in words("realised"):
        effect = EventStatus.HYPOTHETICAL
    if verb.dep_ == "acl" and not infinitive and effect is not EventStatus.HYPOTHETICAL:
        return None  # "troops shelling the town", "homes destroyed"
    return head, effect


def _decides(head: Token) -> bool:
    """ "followed it with a decision ... to halt": the infinitive hangs on the verb, but belongs to the noun."""
    return any(
        each.lemma_ in ("decision", "order", "move") and each.i > head.i and each.pos_ == "NOUN"
        for each in head.subtree
        if each.sent == head.sent
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
    effect = governed(head)
    if name in ("for", "over") and effect is EventStatus.HYPOTHETICAL and head.lemma_ in ("accuse", "charge"):
        effect = None
    if name in ("of", "to", "for", "on", "against", "from", "about", "in", "with", "into"):
        return head, effect
    return _anchor(head)


def _anchor(head: Token) -> tuple[Token, EventStatus] | None:
    """After a thing that happened, or after one still ahead: the tense of the clause tells which."""
    verb = head if is_verb(head) else _governing_verb(head)
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


def phrase(token: Token, stop: Iterable[Token] = ()) -> tuple[int, int]:
    """Code points of the noun phrase around a head, without relative clauses, asides and conjuncts.

    ``stop`` are further tokens at which the phrase ends (the recipient's preposition, for one).
    """
    stops = {each.i for each in stop}
    left = token
    for child in token.lefts:
        if child.dep_ not in ("punct", "cc", "preconj", "relcl", "advcl", "prep"):
            left = min(left, _leftmost(child), key=lambda each: each.i)
    last = token
    for child in token.rights:
        aside = child.dep_ in ("relcl", "appos", "cc", "conj", "punct", "advcl", "npadvmod", "parataxis")
        if child.dep_ == "prep" and child.lower_ in ("including", "following", "after", "before", "amid", "since"):
            aside = True
        if child.dep_ == "acl" and child.tag_ != "VB":
            aside = True
        if child.i in stops or aside:
            if child.dep_ == "punct" and child.lower_ in ("-", "'", "’"):
                continue
            break
        last = max(child.subtree, key=lambda each: each.i)
        if child.i != last.i:
            last = _trim(child, stops, last)
    return left.idx, last.idx + len(last.text)


def _leftmost(token: Token) -> Token:
    return token.doc[token.left_edge.i]


def _trim(child: Token, stops: set[int], last: Token) -> Token:
    """Cut a post-modifier at the first relative clause, aside or stop inside it."""
    for token in sorted(child.subtree, key=lambda each: each.i):
        if token.i in stops or token.dep_ in ("relcl", "advcl", "appos", "parataxis"):
            left = token.left_edge.i
            before = token.doc[max(left - 1, child.i)]
            while before.is_punct and before.i > child.i:
                before = before.nbor(-1)
            return before
    return last


def spanned(doc: Doc, start: int, end: int) -> list[Token]:
    """The tokens that lie within code points ``start`` to ``end``."""
    return [token for token in doc if token.idx >= start and token.idx + len(token.text) <= end and not token.is_space]
