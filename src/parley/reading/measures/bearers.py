"""Between whom a measure is: whose it is, and towards whom, by the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import ActorKind, Ref

from ..events.clauses import is_verb, objects, patients, with_conjuncts
from ..events.setting import NATIONAL, Setting
from ..tokens import Span as SpanOfTokens
from ..tokens import Token
from .things import TOWARDS, kinds_of

_HEADS = frozenset({"leader", "president", "premier", "government", "administration", "minister"})


_DECISIONS = frozenset({"decision", "order", "move", "announcement", "decree"})


def struck_by_embargo(noun: Token, setting: Setting) -> Ref | None:
    """ "The arms embargo on Orlavia": whom it is laid on."""
    for each in objects(noun, "on", "upon", "against"):
        refs = [ref for ref in setting.refs(each) if ref.id is not None] if not kinds_of(each) else []
        if refs:
            return setting.represented(refs[0])
    return None


def towards_whom(things: Sequence[Token], heads: Sequence[Token], setting: Setting) -> Ref | None:
    candidates = [each for thing in things for each in objects(thing, *TOWARDS)]
    parts = [part for head in (*things, *heads) for part in objects(head, "including")]
    candidates += [each for part in parts for each in objects(part, *TOWARDS)]
    for head in heads:
        candidates += objects(head, *TOWARDS)
        candidates += [child for child in head.children if child.dep_ == "dative" and child.pos_ != "ADP"]
        if is_verb(head) and len(patients(head)) > 1:
            candidates += [each for each in patients(head) if each not in things]
    for candidate in candidates:
        for ref in setting.refs(candidate) or setting.refs_beside(candidate):  # "to Kestrian trucks"
            if ref.id is not None or candidate.pos_ == "PROPN":
                return setting.represented(ref)
    receivers = [child for thing in things if thing.lemma_ in ("access", "entry", "right") for child in thing.children]
    for child in receivers:
        refs = setting.refs(child) if child.dep_ == "poss" else ()
        if refs:
            return setting.represented(refs[0])
    return None


def by_whom(
    doers: Sequence[Token], things: Sequence[Token], towards: Ref | None, trigger: Token, setting: Setting
) -> Ref | None:
    """The bearer: who does it; where nobody is said to, whose the things are ("Halvernian aid")."""
    for doer in doers:
        if doer.lemma_ in _DECISIONS:
            owners = [child for child in doer.children if child.dep_ == "poss"]
            return by_whom(owners, things, towards, trigger, setting) if owners else None
        for ref in setting.refs(doer):
            if ref.id is None and doer.pos_ not in ("PROPN", "NOUN"):
                continue
            bearer = setting.represented(ref)
            actor = setting.actor(bearer)
            if actor is not None and actor.kind is ActorKind.PERSON:
                return _state_behind(things, towards, trigger, setting) or bearer
            return bearer
    origins = owners_of(things, setting, towards)
    return origins[0] if origins else None


def owners_of(tokens: Iterable[Token], setting: Setting, towards: Ref | None) -> list[Ref]:
    """The states that stand as owner or origin at the words: "Halvernian aid", "gas from Kestria"."""
    found: dict[str, Ref] = {}
    for token in tokens:
        if any(child.lower_ == "access" for child in (token,)):
            continue
        beside = [c for c in token.children if c.dep_ in ("amod", "compound", "poss", "nmod")] + objects(token, "from")
        for each in with_conjuncts(beside):
            if each.ent_type_ not in NATIONAL and each.pos_ != "PROPN" and not each.text[:1].isupper():
                continue
            for ref in setting.refs(each) or _adjective(each, setting):
                actor = setting.actor(ref)
                if actor and actor.kind is ActorKind.STATE and (towards is None or actor.id != towards.id):
                    found[actor.id] = actor.ref
    return list(found.values())


def _adjective(token: Token, setting: Setting) -> tuple[Ref, ...]:
    ref = setting.resolver.resolve(token.idx, token.idx + len(token.text))
    return (ref,) if ref is not None and ref.id is not None else ()


def _state_behind(things: Sequence[Token], towards: Ref | None, trigger: Token, setting: Setting) -> Ref | None:
    """The state whose measure a person announces, told by the words nearby; ``None`` unless they name just one.

    Looked for in the sentence, the two before and the one after: whose such things are ("Halvernian
    aid"), and whose leader or government is spoken of.
    """
    kinds = frozenset[int]().union(*map(kinds_of, things))
    near = [token for sentence in _around(trigger) for token in sentence]
    of_goods = owners_of([token for token in near if kinds_of(token) & kinds], setting, towards)
    of_office = owners_of([t for t in near if t.lemma_.lower() in _HEADS and t.dep_ != "compound"], setting, towards)
    for owners in (of_goods, of_office):
        if len(owners) == 1:
            return owners[0]
    return None


def _around(token: Token) -> list[SpanOfTokens]:
    """The sentence of a token, the two before it and the one after."""
    found = [token.sent]
    for _ in range(2):
        if found[0].start > 0:
            found.insert(0, token.doc[found[0].start - 1].sent)
    if found[-1].end < len(token.doc):
        found.append(token.doc[found[-1].end].sent)
    return found
