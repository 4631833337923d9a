"""Who is sent to a meeting: "X will head the Kestrian delegation", "named Z to lead its team"."""

from __future__ import annotations

from parley.model import EventStatus

from ..events.clauses import agents, is_passive, objects, patients
from ..events.setting import Setting, unique
from ..tokens import Token
from .mention import Mention, is_meeting_noun, lexicon, mention_of, sits
from .table import has_side, people_of


def of_delegates(verb: Token, setting: Setting) -> Mention | None:
    """ "X will head the Kestrian delegation", "Y will represent Orlavia at the talks", "named Z to lead its team"."""
    named: list[Token] = []
    if verb.lemma_ in lexicon("representing"):
        led = patients(verb)
        team = any(each.lemma_.lower() in lexicon("delegations") for each in led)
        if verb.lemma_ == "represent":  # "will be represented (at the talks) by its minister"
            team = any(sits(each, setting) for each in led) and (
                any(is_meeting_noun(each) for each in objects(verb, "at", "in", "during"))
                or (
                    is_passive(verb) and not objects(verb, "at", "in", "before")
                )  # "will be represented by its minister"
            )
        if team:
            named = [*agents(verb), *(each for side in _gapped(verb) for each in objects(side, "by"))]
    else:
        purposes = [child for child in verb.children if child.dep_ in ("xcomp", "advcl", "prep", "ccomp")]
        words = {each.lemma_.lower() for child in purposes for each in child.subtree}
        if words & (lexicon("delegations") | {"negotiator", "delegate"}) or any(
            is_meeting_noun(each) for child in purposes if child.dep_ == "prep" for each in child.subtree
        ):
            named = patients(verb)
    status = setting.status(verb)
    if not named or status in (EventStatus.HYPOTHETICAL, EventStatus.DENIED):
        return None
    mention = mention_of(verb, setting)
    mention.definite = True
    people = [ref for each in named for ref in people_of(each, setting)]
    mention.delegates = list(unique(people))
    mention.names_delegates = True
    led = [*patients(verb), *_gapped(verb)]
    sides = [ref for each in led if each not in named for ref in setting.refs(each) if ref.id is not None]
    mention.parties = list(unique(setting.represented(ref) for ref in [*sides, *people] if has_side(ref, setting)))
    mention.status = (
        EventStatus.HAPPENED
        if status is EventStatus.HAPPENED and verb.tag_ == "VBD" and (verb.lemma_ in lexicon("representing"))
        else EventStatus.PLANNED
    )
    return mention if mention.delegates else None


def _gapped(verb: Token) -> list[Token]:
    """ "Kestria will be represented by its minister, and Orlavia | by a general": the parser joins the second side to
    the verb."""
    if not is_passive(verb):
        return []
    return [c for c in verb.rights if c.dep_ == "conj" and c.pos_ in ("PROPN", "NOUN") and objects(c, "by")]
