"""Sanctions and tariffs as measures: imposed, eased, suspended, lifted or kept, by whom and against whom."""

from __future__ import annotations

from functools import cache

from parley.model import EventStatus, MeasureStatus

from ..events.clauses import agents, is_passive, is_verb, objects, patients
from ..events.setting import Setting
from ..tokens import Token
from .tellings import Telling
from .things import lexicon

_AGAINST = ("on", "against", "upon")


@cache
def restrictions() -> frozenset[str]:
    """The nouns that name a restriction by themselves."""
    return frozenset(lexicon()["restrictions"]["nouns"])


@cache
def _verbs() -> dict[str, MeasureStatus]:
    lists = lexicon()["restrictions"]
    return {lemma: status for status in MeasureStatus for lemma in lists.get(status.value, ())}


def from_restriction(noun: Token, setting: Setting) -> Telling | None:
    """What the verb over "sanctions" or "tariffs" tells of them; ``None`` where it tells nothing of their life."""
    verb = noun.head
    if not is_verb(verb) or noun not in patients(verb):
        return None
    keeping = verb.lemma_ in lexicon()["restrictions"]["keeping"]
    status = MeasureStatus.IMPOSED if keeping else _verbs().get(verb.lemma_)
    if status is None:
        return None
    owners = [child for child in noun.children if child.dep_ == "poss"]
    doers = agents(verb) if not is_passive(verb) else objects(verb, "by")
    against = [*objects(noun, *_AGAINST), *objects(verb, *_AGAINST)]
    struck = [ref for each in against for ref in setting.refs(each) or setting.refs_beside(each) if ref.id]
    bearers = [ref for each in (doers or owners) for ref in setting.refs(each)] or [
        ref for ref in setting.refs_beside(noun) if ref not in struck
    ]
    telling = Telling(verb, status, setting.status(verb), [noun])
    telling.by = setting.represented(bearers[0]) if bearers else None
    telling.towards = setting.represented(struck[0]) if struck else None
    telling.carried_by, telling.kept = (verb,), keeping
    known = bool(owners) or any(child.lower_ in ("the", "these", "those", "existing") for child in noun.lefts)
    telling.presupposed = known or status is not MeasureStatus.IMPOSED
    if keeping and telling.mood is EventStatus.PLANNED:
        telling.goes_on = True  # "will keep its sanctions in place until"
    return telling
