"""Who sits at the table: whom the words of a mention name, for which side, and at which level."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import ActorKind, Ref

from ..events.clauses import objects, with_conjuncts
from ..events.setting import NATIONAL, Setting, unique
from ..tokens import Token
from .mention import Mention, lexicon

_SEVERAL = frozenset({"side", "party", "country", "government", "army", "capital"})


def seat(mention: Mention, tokens: Iterable[Token], setting: Setting, *, sure: bool = True) -> None:
    """Put those whom the tokens name at the table: a person for the state it acts for, where that is known.

    ``sure`` is false where the words name those who arrange it: their side meets, not they themselves.
    """
    for token in tokens:
        if token.lemma_.lower() in lexicon("heads") and not any(ref.id for ref in setting.refs(token)):
            seat(mention, objects(token, "of"), setting, sure=sure)  # "the head of the Orlavian delegation"
        if token.lemma_ == "number" and any(child.lower_ == "opposite" for child in token.lefts):
            mention.parties = list(
                unique([*mention.parties, *setting.refs_beside(token)])
            )  # "his Orlavian opposite number"
        if sure and token.lemma_.lower() in lexicon("delegations"):
            _seat_leaders(mention, token, setting)
        for ref in (each for one in setting.refs(token) for each in one.members or (one,)):
            itself = token.text in ref.name  # and not a name that stands behind it: "delegations from Kestria"
            if (
                ref.id is None
                and itself
                and token.pos_ != "PROPN"
                and token.ent_type_ not in ("ORG", "PERSON", "GPE", "NORP")
            ):
                continue  # "officials": somebody, but nobody in particular
            side = setting.represented(ref)
            if _is_person(ref, token, setting):
                if sure:
                    mention.delegates = list(unique([*mention.delegates, ref]))
                elif side == ref:
                    continue
            mention.parties = list(unique([*mention.parties, side]))
        if mention.level is None:
            mention.level = _level_of_people(token)


def _seat_leaders(mention: Mention, delegation: Token, setting: Setting) -> None:
    """ "A delegation led by X": he is there, and for his side, where nothing else tells whose delegation it is."""
    clauses = [each for each in delegation.children if each.dep_ == "acl" and each.lemma_ in lexicon("leading")]
    people = [person for clause in clauses for each in objects(clause, "by") for person in people_of(each, setting)]
    mention.delegates = list(unique([*mention.delegates, *people]))
    if not any(ref.id for ref in setting.refs(delegation)):
        sides = [setting.represented(person) for person in people if has_side(person, setting)]
        mention.parties = list(unique([*mention.parties, *sides]))


def named_as_before(token: Token) -> bool:
    """ "The two leaders", "both sides", "the teams": told of before; not "the leaders of the bloc"."""
    if any(named_as_before(each) for each in objects(token, "of")):
        return True
    several = token.tag_ == "NNS" and token.lemma_.lower() in _SEVERAL | lexicon("offices") | lexicon("delegations")
    told = any(child.lower_ in ("the", "both", "these", "their") for child in token.lefts)
    clauses = [child for child in token.children if child.dep_ in ("relcl", "acl")]
    others = any(child.dep_ in ("prep", "poss") for child in token.children)
    others |= any(each.lemma_ not in lexicon("setting") for each in clauses)  # "the two ministers, planned for March 9"
    return several and told and not others


def _is_person(ref: Ref, token: Token, setting: Setting) -> bool:
    actor = setting.actor(ref)
    return actor.kind is ActorKind.PERSON if actor else token.ent_type_ == "PERSON"


def has_side(ref: Ref, setting: Setting) -> bool:
    """Whether it is a state or party, or somebody who is known to act for one."""
    actor = setting.actor(setting.represented(ref))
    return actor is not None and actor.kind is not ActorKind.PERSON


def people_of(token: Token, setting: Setting) -> tuple[Ref, ...]:
    name = next((child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    unknown = token.pos_ == "PROPN"  # a name that nothing resolves: who heads a delegation is a person
    refs = tuple(r for r in setting.refs(token) if _is_person(r, token, setting) or (unknown and r.id is None))
    if not refs and name is not None and token.lemma_.lower() in lexicon("offices"):
        return (Ref(id=None, name=setting.words(name).exact),)  # an office holds a person, whatever the name looks like
    return refs


def name_from_compounds(mention: Mention, noun: Token, setting: Setting) -> None:
    """ "Kestrian-Orlavian talks" names two sides; "the Ostra talks" name a place."""
    names = [child for child in noun.children if child.dep_ in ("amod", "compound", "nmod")]
    names = [each for each in with_conjuncts(names) if each.ent_type_ in NATIONAL or each.pos_ == "PROPN"]
    names += [grand for each in names for grand in each.children if grand.ent_type_ in NATIONAL]
    refs = unique(ref for each in names for ref in setting.refs(each) if ref.id is not None)
    if len(refs) >= 2:
        mention.parties = list(unique([*mention.parties, *(setting.represented(ref) for ref in refs)]))
    elif len(names) == 1 and names[0].ent_type_ == "GPE" and names[0].pos_ == "PROPN":
        mention.venue = names[0].text


def _level_of_people(token: Token) -> str | None:
    if token.lemma_.lower() in lexicon("offices") and token.tag_ == "NNS":
        kinds = [
            child
            for child in token.lefts
            if child.dep_ in ("amod", "compound") and (child.text[0].islower() or child.is_sent_start)
        ]
        start = min([token, *kinds], key=lambda each: each.i)
        words = token.doc[start.i : token.i + 1].text
        return words[0].lower() + words[1:]
    return None
