"""Clauses as the parser sees them: who does what to whom, and where a noun phrase begins and ends.

Everything here is grammar: tokens in, tokens out. What the words mean for peace is the
business of the modules that use it (moods, events, meetings, measures). The word lists are data, in
``moods.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from ..tokens import Token

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
_SUBJECTS = frozenset({"nsubj", "csubj"})


@cache
def words(kind: str) -> frozenset[str]:
    """A list of ``moods.toml`` by its name."""
    lists = tomllib.loads(resources.files(__package__).joinpath("moods.toml").read_text(encoding="utf-8"))
    return frozenset(lists[kind])


@cache
def nouns(kind: str) -> frozenset[str]:
    """A list of ``nouns.toml`` by its name."""
    lists = tomllib.loads(resources.files(__package__).joinpath("nouns.toml").read_text(encoding="utf-8"))
    return frozenset(lists[kind].split())


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
        elif child.dep_ == "appos" and child.ent_type_ == "PERSON" and token.tag_ == "NN":
            yield from _right_conjuncts(child)  # "the minister, Ana Kov, and her deputy"


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
    return with_conjuncts(heads) if heads else heads


def is_passive(verb: Token) -> bool:
    """A passive with its auxiliary ("was shelled"), or a participle that follows its noun ("homes destroyed")."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass") for child in verb.children):
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    ):
        return is_passive(verb.head)
    asked = verb.dep_ == "advcl" and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    return verb.tag_ == "VBN" and (verb.dep_ == "acl" or asked)  # "pressed on it, Tesk declined to answer"


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
        return _agents(_told_before(verb, head) or head, depth + 1) if is_verb(head) else []
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
            "caution",
            "deter",
            "discourage",
            "dissuade",
            "warn",
        ):
            return patients(head)
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and head.lemma_ in words("object_control"):
        controlled = patients(head) if verb.dep_ != "advcl" else []
        called = objects(head, "on", "upon", "to") if verb.tag_ == "VB" else []  # "called on Kestria to release"
        if controlled or called:
            return controlled or [each for each in called if each.i < verb.i]
    if is_verb(head):
        return _agents(head, depth + 1)
    if head.dep_ == "acomp" and is_verb(head.head):
        return _agents(head.head, depth + 1)  # "is due to meet"
    return _agents_through_noun(verb, head, depth) if head.pos_ in ("NOUN", "PROPN") else []


def _told_before(verb: Token, saying: Token) -> Token | None:
    """The clause from which "will meet again" goes on in "the teams met, the minister said, and will meet again"."""
    clauses = [child for child in saying.lefts if child.dep_ == "ccomp" and is_verb(child)]
    helped = any(child.dep_ == "aux" for child in verb.lefts) and not any(c.dep_ == "aux" for c in saying.lefts)
    return clauses[-1] if clauses and helped and verb.nbor(-1).dep_ == "aux" else None


def _agents_through_noun(verb: Token, noun: Token, depth: int) -> list[Token]:
    """ "X's decision to halt", "X announced a plan to halt", "troops shelling the town"."""
    if verb.tag_ == "VBG" and noun.ent_type_ in ("GPE", "NORP", "ORG", "PERSON"):
        return [noun]
    owners = [child for child in noun.children if child.dep_ == "poss"] or objects(noun, "by", "from", "of")
    if owners and (verb.tag_ == "VB" or noun.lemma_ in ("letter", "statement", "message", "report")):
        return owners
    if verb.tag_ == "VBG":
        return [noun]
    governor = governing_verb(noun)
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
        own = [child for child in verb.children if child.dep_ in ("nsubjpass", "csubjpass")]
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


def governing_verb(token: Token) -> Token | None:
    for ancestor in token.ancestors:
        if is_verb(ancestor):
            return ancestor
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
        if child.lower_ == "in" and any(each.lower_ in ("force", "place", "effect") for each in child.children):
            aside = True  # "kept the ban on flights | in force"
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
