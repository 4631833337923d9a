"""Who calls a meeting or goes between those who meet, told beside the meeting and not by its verb."""

from __future__ import annotations

from ..events.clauses import agents, is_verb, objects, patients
from ..events.setting import Setting
from ..tokens import Token
from .mention import Mention, called_by, lexicon


def convenors_beside(mention: Mention, token: Token, verbs: list[Token], setting: Setting) -> None:
    """ "Hosted by X", "under X's auspices", "with X mediating", "X-brokered talks", "an invitation from X"."""
    for verb in verbs:
        for clause in verb.children:
            if clause.dep_ == "advcl" and clause.tag_ == "VBN" and clause.lemma_ in lexicon("convening"):
                called_by(mention, objects(clause, "by"), setting)
    for each in token.sent:
        if each.lemma_ == "invitation":
            called_by(mention, objects(each, "of", "from"), setting)
        elif each.lower_ in lexicon("auspices") and each.head.dep_ == "prep":
            _by_auspices(mention, each, setting)
        elif each.lower_ in lexicon("mediating") and _with_or_as(each):
            _by_mediator(mention, each, setting)
        elif each.head is token and each.tag_ in ("VBN", "VBD", "JJ") and each.lemma_ in lexicon("convening"):
            called_by(mention, [child for child in each.lefts if child.pos_ in ("PROPN", "ADJ")], setting)


def _by_auspices(mention: Mention, noun: Token, setting: Setting) -> None:
    """ "Under the auspices of X", "under X's chairmanship", "through Xian mediation"."""
    if noun.head.lower_ in ("under", "through", "with", "by"):
        called_by(mention, [*(c for c in noun.lefts if c.dep_ == "poss"), *objects(noun, "of", "by", "from")], setting)
        if mention.convenor is None:
            mention.convenor = next(iter(setting.refs_beside(noun)), None)


def _with_or_as(word: Token) -> bool:
    above = [word.head, word.head.head, word.head.head.head]
    return any(each.dep_ == "prep" and each.lower_ in ("with", "as") for each in above)


def _by_mediator(mention: Mention, word: Token, setting: Setting) -> None:
    """ "With X mediating", "with X as mediator": the parser may take X for a part of the word."""
    named = [child for child in word.lefts if child.dep_ in ("nsubj", "compound", "poss")]
    if not named and word.head.lower_ == "as" and word.head.head.pos_ in ("PROPN", "NOUN"):
        named = [word.head.head]
    elif not named and word.head.lower_ == "as" and word.head.head.lower_ != "with":
        named = objects(word.head.head, "with")[-1:]  # "began ... with X as mediator"
    elif not named and word.head.lower_ == "as":
        named = [child for child in word.head.head.children if child.dep_ == "pobj"]
    elif not named and word.dep_ == "acl":
        named = [word.head]
    called_by(mention, named, setting)


def sides_between(verb: Token) -> list[Token]:
    """Between whom somebody goes: "carried messages between the delegations", "shuttled between the two"."""
    if not is_verb(verb) or verb.lemma_ not in lexicon("going_between"):
        return []
    return [*objects(verb, "between"), *(each for thing in patients(verb) for each in objects(thing, "between"))]


def go_betweens(verb: Token) -> list[Token]:
    """Who goes between sides that way."""
    return agents(verb) if sides_between(verb) else []
