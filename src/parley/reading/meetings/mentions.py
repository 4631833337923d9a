"""One mention of a meeting: what a single sentence says of who meets, where, when and on what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parley.model import EventStatus

from ..concordance import tokens_of
from ..events.clauses import agents, is_passive, is_verb, objects, patients
from ..events.setting import Setting
from ..speakers.descriptions import is_plural
from ..tokens import Token
from .delegates import of_delegates
from .details import complete, travels_to
from .mention import Mention, is_meeting_noun, lexicon, mention_of, sits
from .nouns import from_noun
from .records import as_recorded, recorded
from .table import named_as_before, seat

_GROUPS = frozenset({"they", "both", "two", "sides", "side", "parties", "party", "leaders", "countries", "delegations"})

_MEETING_VERBS = frozenset().union(*map(lexicon, ("verbs", "calling", "seeing", "discussing", "together")))


def mentions(setting: Setting) -> Iterator[Mention]:
    """All mentions of meetings in reading order."""
    record = recorded(setting)
    if record is not None:
        yield record
    for token in tokens_of(setting.doc, lemmas=_words()):
        if record is not None and token.idx < record.spans[0].end:
            continue  # its own heading
        if is_meeting_noun(token):
            mention = from_noun(token, setting)
        elif token.lemma_ == "agenda":
            mention = _of_agenda(token, setting)
        elif token.pos_ != "VERB" or not is_verb(token):
            continue
        elif token.lemma_ in lexicon("discussing") and not _by_phone(token):
            mention = _of_points(token, setting) if token.tag_ in ("VBD", "VB") else None
        elif token.lemma_ in lexicon("seeing") and travels_to(token) is None:
            continue
        elif token.lemma_ in _MEETING_VERBS:
            mention = _from_verb(token, setting)
        elif token.lemma_ in lexicon("representing") or token.lemma_ in lexicon("sending"):
            mention = of_delegates(token, setting)
        else:
            continue
        if mention is not None and record is not None:
            as_recorded(mention, token, record)
        if mention is not None:
            yield mention


@cache
def _words() -> frozenset[str]:
    """The nouns and verbs that can speak of a meeting."""
    kinds = ("nouns", "loose_nouns", "verbs", "calling", "seeing", "together", "representing", "sending", "discussing")
    return frozenset({"agenda"}).union(*map(lexicon, kinds))


def _from_verb(verb: Token, setting: Setting) -> Mention | None:
    direct = [each for each in patients(verb) if not is_passive(verb)]
    doers = agents(verb) if not is_passive(verb) else patients(verb)
    if not doers and verb.dep_ == "ROOT" and verb.tag_ == "VBD" and verb.lemma_ in lexicon("verbs"):
        doers = _named_before(verb)
    calls = verb.lemma_ in lexicon("calling") | lexicon("discussing")
    if verb.lemma_ in lexicon("calling") and not _speaks_with(verb):
        return None
    if verb.lemma_ in lexicon("discussing"):
        direct = []  # "discussed the war by telephone"
    if verb.lemma_ in lexicon("seeing") and not any(map(_is_guest, direct)):
        return None  # "flew to Varn to see the damage"
    if any(is_meeting_noun(each) for each in (*direct, *doers)):
        return None  # the noun tells it
    others = [*direct, *objects(verb, "with")]
    if others and all(each.lemma_.lower() in lexicon("press") for each in others):
        return None  # "met reporters"
    if is_passive(verb) and verb.lemma_ == "receive":
        others += objects(verb, "by")
    if verb.lemma_ in lexicon("calling"):
        others += objects(verb, "to")
    if direct and verb.lemma_ == "spend":
        if not objects(verb, "with") or not all(each.ent_type_ in ("TIME", "DATE") for each in direct):
            return None
        direct, others = [], list(objects(verb, "with"))
    if verb.lemma_ == "sit" and not (others and any(child.lower_ == "down" for child in verb.children)):
        return None
    if direct and not any(sits(each, setting) for each in direct):
        return None  # "meet a deadline"
    if is_passive(verb) and not any(sits(each, setting) for each in doers):
        return None  # "the conditions were met"
    if verb.lemma_ == "receive" and not any(map(_is_guest, direct or doers)):
        return None  # "received a letter"
    if verb.lemma_ == "negotiate" and not objects(verb, "with"):
        return None
    mention = mention_of(verb, setting)
    seat(mention, [*doers, *others], setting)
    mention.unnamed = any(_is_one_unnamed(each, setting) for each in direct)
    if not mention.parties and [each.lower_ for each in doers] == ["they"] and verb.dep_ == "advcl":
        above = verb.head  # "raise it with the premier when they meet"
        seat(mention, [*agents(above), *objects(above, "with")], setting)
    journey = travels_to(verb)
    if journey is not None and verb.dep_ in ("advcl", "xcomp") and mention.status is EventStatus.HYPOTHETICAL:
        sent = setting.status(journey)  # who travels to meet plans to meet, also where the journey is over
        mention.status = EventStatus.PLANNED if sent is EventStatus.HAPPENED else sent
    when = setting.when(verb)
    if mention.status is EventStatus.HAPPENED and when is not None and setting.lies_ahead(when):
        mention.status = EventStatus.PLANNED if verb.tag_ != "VBD" else mention.status  # "met" is no plan
    if (calls or verb.lemma_ in lexicon("together")) and len(mention.parties) < 2:
        return None
    group = any(each.lower_ in _GROUPS or is_plural(each) or each.lower_ == "we" for each in doers)
    if len(mention.parties) < 2 and not (group or (mention.parties and others)):
        return None
    mention.of_known = any(map(named_as_before, doers))
    mention.definite = mention.of_known or not mention.parties
    mention.there = any(child.lower_ == "there" and child.dep_ == "advmod" for child in verb.children)
    mention.another = mention.again = any(child.lower_ == "again" for child in verb.children)
    if mention.again and not any(ref.id for each in doers if not is_plural(each) for ref in setting.refs(each)):
        mention.parties, mention.delegates = [], []  # "the ministers will meet again": those who met before
    complete(mention, verb, [verb], setting)
    return mention


def _is_one_unnamed(token: Token, setting: Setting) -> bool:
    """ "Met the crown prince": one, of whom nothing tells who he is or whose."""
    return token.tag_ == "NN" and not any(ref.id or ref.of for ref in setting.refs(token))


def _named_before(verb: Token) -> list[Token]:
    """The people named before a verb whose subject the parser lost: "the minister of A, X, and that of B, Y, met"."""
    before = [ent.root for ent in verb.doc.ents if ent.label_ == "PERSON" and verb.sent.start <= ent.start < verb.i]
    return before if len(before) > 1 else []


def _is_guest(token: Token) -> bool:
    """Whom one receives: a person by name or office, or a delegation; no letter, and no refugees."""
    kinds = lexicon("offices") | lexicon("delegations") - {"side"}
    named = any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in token.children)
    return token.ent_type_ == "PERSON" or token.lemma_.lower() in kinds or named


def _speaks_with(verb: Token) -> bool:
    """ "Spoke by telephone with the president"; but "spoke with reporters" is no meeting."""
    others = [*objects(verb, "with"), *objects(verb, "to")]
    if is_passive(verb) or any(each.lemma_.lower() in lexicon("press") for each in others):
        return False
    return bool(objects(verb, "with")) or (_by_phone(verb) and bool(others or agents(verb)))


def _by_phone(verb: Token) -> bool:
    return any(each.lower_ in ("phone", "telephone", "video") for each in verb.subtree)


def _of_points(verb: Token, setting: Setting) -> Mention | None:
    """ "They discussed the crews", "in Varn she discussed a truce": of the meeting that was told before."""
    doers = agents(verb)
    place = setting.place(verb)
    here = len(doers) == 1 and doers[0].lower_ in ("he", "she") and place is not None
    if not here and not any(each.lower_ == "they" or named_as_before(each) for each in doers):
        return None
    mention = mention_of(verb, setting)
    if verb.dep_ not in ("ROOT", "conj", "ccomp") or mention.status in (EventStatus.DENIED, EventStatus.HYPOTHETICAL):
        return None
    mention.only_known = True
    if here and place is not None:
        mention.venue = place.exact
        mention.delegates = list(setting.refs(doers[0]))
    complete(mention, verb, [verb], setting)
    mention.agenda = mention.agenda or [setting.whole_words(each).exact.rstrip(" ,;") for each in patients(verb)]
    return mention


def _of_agenda(noun: Token, setting: Setting) -> Mention | None:
    """ "The agenda will include the exchange of prisoners": what is spoken of at the meeting that the paper tells."""
    verb = noun.head
    if not is_verb(verb) or noun not in agents(verb) or verb.lemma_ not in lexicon("listing"):
        return None
    mention = mention_of(noun, setting)
    if mention.status is EventStatus.DENIED:
        return None
    mention.status, mention.silent, mention.definite = EventStatus.HYPOTHETICAL, True, True
    mention.agenda = [setting.whole_words(each).exact for each in patients(verb)]
    return mention
