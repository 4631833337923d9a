"""Sanctions, tariffs, travel bans and blacklists as measures: imposed, eased, suspended, lifted or kept, by whom,
against whom, and what they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from parley.model import EventStatus, MeasureStatus

from ..events.clauses import agents, is_passive, is_verb, objects, patients, with_conjuncts
from ..events.setting import Setting
from ..tokens import Token
from .tellings import Telling, keeps
from .things import is_restriction, lexicon

_AGAINST = ("on", "against", "upon")
_KNOWN = frozenset({"the", "these", "those", "existing"})


@cache
def restrictions() -> frozenset[str]:
    """The words that may tell of a restriction: those that name one, and the verbs that put somebody on a list."""
    lists = lexicon()["restrictions"]
    kinds = ("nouns", "limits", "bans", "listing", "enlisting", "delisting", "barring")
    return frozenset(word for kind in kinds for word in lists[kind])


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon()["restrictions"][kind])


@cache
def _verbs() -> dict[str, MeasureStatus]:
    lists = lexicon()["restrictions"]
    return {lemma: status for status in MeasureStatus for lemma in lists.get(status.value, ())}


def from_restriction(token: Token, setting: Setting) -> Telling | None:
    """What is told of "sanctions" or a "travel ban", or by "blacklisted"; ``None`` where nothing of their life is."""
    if is_restriction(token):
        return _from_noun(token, setting)
    if not is_verb(token):
        return None
    return _from_barring(token, setting) if token.lemma_ in _words("barring") else _from_list(token, setting)


def _from_noun(noun: Token, setting: Setting) -> Telling | None:
    verb = noun.head
    if not is_verb(verb):
        return None
    if noun in agents(verb) and not is_passive(verb):
        return _from_subject(noun, verb, setting)
    if noun not in patients(verb):
        return None
    keeping = verb.lemma_ in _words("keeping") or keeps(verb)
    status = MeasureStatus.IMPOSED if keeping else _verbs().get(verb.lemma_)
    if status is None:
        return None
    owners = [child for child in noun.children if child.dep_ == "poss"]
    doers = agents(verb) if not is_passive(verb) else objects(verb, "by")
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB":
        doers = []  # "it was not the time to lift sanctions": whose they are the words don't tell
    telling = _told(noun, verb, status, doers or owners, setting)
    telling.kept = keeping
    known = bool(owners) or any(child.lower_ in _KNOWN for child in noun.lefts)
    telling.presupposed = known or status is not MeasureStatus.IMPOSED
    if keeping and telling.mood is EventStatus.PLANNED:
        telling.goes_on = True  # "will keep its sanctions in place until"
    telling.scope += tuple(_covered(verb))
    return telling


def _from_subject(noun: Token, verb: Token, setting: Setting) -> Telling | None:
    """ "The sanctions will stay until they leave", "the sanctions ban imports of crude"."""
    laid = next((child for child in noun.children if child.dep_ == "acl" and child.lemma_ in _verbs()), None)
    by = objects(laid, "by") if laid is not None else []
    definite = bool(by) or any(child.lower_ in _KNOWN or child.dep_ == "poss" for child in noun.lefts)
    covers = verb.lemma_ in _words("covering")
    if not definite or not (covers or verb.lemma_ in lexicon()["going_on"]["staying"]):
        return None
    owners = by or [child for child in noun.children if child.dep_ == "poss"]
    telling = _told(noun, verb, MeasureStatus.IMPOSED, owners, setting)
    telling.kept = telling.presupposed = True
    telling.goes_on = not covers and telling.mood is not EventStatus.DENIED
    telling.scope += tuple(_things_of(verb)) if covers else ()
    return telling


def _from_list(verb: Token, setting: Setting) -> Telling | None:
    """ "Blacklisted three firms", "added two generals to its sanctions list", "removed them from the blacklist"."""
    listed = patients(verb)
    lists = [each for each in objects(verb, "to", "on", "from") if _is_list(each)]
    if not listed or not (lists or verb.lemma_ in _words("listing")):
        return None
    status = MeasureStatus.LIFTED if verb.lemma_ in _words("delisting") else MeasureStatus.IMPOSED
    doers = agents(verb) if not is_passive(verb) else objects(verb, "by")
    telling = Telling(verb, status, setting.status(verb), listed, carried_by=(verb,), named=True)
    _take_sides(telling, listed, doers, setting)
    return telling if telling.towards is not None or telling.by is not None else None


def _from_barring(verb: Token, setting: Setting) -> Telling | None:
    """ "Banned entry to six officials", "barred the minister from entering the country"."""
    entry = [each for each in patients(verb) if each.lemma_ == "entry"]
    kept_out = [*objects(verb, "to", "for", "of"), *(far for each in entry for far in objects(each, "to", "for", "of"))]
    if not entry:
        kept_out = patients(verb) if any(each.lemma_ in _words("entering") for each in objects(verb, "from")) else []
    if not kept_out:
        return None
    telling = Telling(verb, MeasureStatus.IMPOSED, setting.status(verb), entry or kept_out, carried_by=(verb,))
    telling.named = True
    telling.scope = tuple(kept_out) if entry else ()
    _take_sides(telling, kept_out, agents(verb) if not is_passive(verb) else objects(verb, "by"), setting)
    return telling if telling.towards is not None else None


def _is_list(noun: Token) -> bool:
    return noun.lemma_ == "blacklist" or (
        noun.lemma_ == "list" and any(child.lemma_ in ("sanction", "ban", "black") for child in noun.lefts)
    )


def _told(noun: Token, verb: Token, status: MeasureStatus, bearers: list[Token], setting: Setting) -> Telling:
    struck = [*_laid_on(noun), *_laid_on(verb)]
    telling = Telling(verb, status, setting.status(verb), [noun], carried_by=(verb,))
    _take_sides(telling, struck, bearers, setting)
    if telling.by is None:
        beside = [ref for ref in setting.refs_beside(noun) if ref != telling.towards]
        telling.by = setting.represented(beside[0]) if beside else None
    telling.scope = tuple(each for each in struck[1:] if not _is_side(each, setting))
    return telling


def _take_sides(telling: Telling, struck: Iterable[Token], bearers: Iterable[Token], setting: Setting) -> None:
    hit = [ref for each in struck for ref in setting.refs(each) or setting.refs_beside(each) if ref.id]
    laid = [ref for each in bearers for ref in setting.refs(each)]
    telling.by = setting.represented(laid[0]) if laid else None
    telling.towards = setting.represented(hit[0]) if hit else None


def _laid_on(word: Token) -> list[Token]:
    """On whom and what: "on its exports and on two banks", "against a bank, two refineries and six officials"."""
    prepositions = [c for c in word.children if c.dep_ in ("prep", "conj") and c.lower_ in _AGAINST]
    prepositions += [deep for child in prepositions for deep in child.children if deep.dep_ == "conj"]
    found = [each for child in prepositions for each in child.children if each.dep_ == "pobj"]
    found += [child for child in word.rights if child.dep_ == "dep" and child.tag_ in ("NN", "NNS") and is_verb(word)]
    return [each for each in with_conjuncts(found) if each.ent_type_ not in ("DATE", "TIME")]


def _is_side(token: Token, setting: Setting) -> bool:
    return token.pos_ == "PROPN" and any(ref.id == setting.represented(ref).id for ref in setting.refs(token) if ref.id)


def _covered(verb: Token) -> Iterator[Token]:
    """ "Imposed sanctions, banning imports of crude and freezing the assets of six officials"."""
    for child in with_conjuncts(c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG"):
        if child.lemma_ in _words("covering"):
            yield from _things_of(child)


def _things_of(verb: Token) -> Iterator[Token]:
    for each in with_conjuncts([verb]):
        if each.lemma_ in _words("covering"):
            yield from (thing for thing in patients(each) if thing.pos_ in ("NOUN", "PROPN"))
