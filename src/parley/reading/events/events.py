"""Events: who did what to whom, when and where, and whether it happened or is only planned, possible or denied.

Types are PLOVER roots with CAMEO codes (``plover``, ``events.toml``). The root is that of the thing
itself and the status says how real it is: a meeting still to come is ``CONSULT``, planned. How far
the text vouches for it comes from grammar and from those who tell it: what a speaker calls possible
is never reported as happened.
"""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import Event, EventStatus, Interval, PloverRoot, Ref, Span

from ..meetings.details import day_moved_to, moving_verb
from ..tokens import Token
from .clauses import governing_verb, is_verb, objects, patients
from .moods import mood, weakest
from .plover import Coded, code_events
from .setting import Setting, unique

_PLACING = frozenset({"in", "at", "near"})
_OF_ONES_OWN = frozenset({PloverRoot.YIELD, PloverRoot.MOBILIZE, PloverRoot.AID, PloverRoot.COOPERATE})
_MUTUAL = frozenset({"agree", "clash", "exchange", "fight", "sign", "swap", "trade"})
"""What two subjects do with each other."""
_TALKING = frozenset({"confer", "consult", "debate", "discuss", "negotiate"})
_MANY = frozenset({"they", "we", "both"})
_FELT = frozenset({PloverRoot.ASSAULT, PloverRoot.COERCE, PloverRoot.MOBILIZE})
_ALLEGING = frozenset({"accuse", "allege", "blame", "charge", "claim", "suspect"})


def find_events(setting: Setting) -> tuple[Event, ...]:
    """The events of a document in reading order.

    ``actor`` and ``recipient`` are the first whom the words name. An event that names nobody on
    either side is left out, but for violence, arrests and troop movements ("the town was shelled").
    ``statement`` is the innermost statement that tells it. A thing dated after the paper's day is
    planned at most, whatever its tense.
    """
    found: list[Event] = []
    for coded in code_events(setting.doc):
        event = _event(coded, setting, f"{setting.document.id[:12]}-e{len(found) + 1}")
        if event is not None:
            found.append(event)
    return tuple(found)


def _event(coded: Coded, setting: Setting, event_id: str) -> Event | None:
    actors = _refs(coded.actors, setting)
    if not actors and [token.lower_ for token in coded.actors] == ["it"]:
        actors = setting.subject_before(coded.actors[0])
    done_to = [token for token in coded.recipients if token.head.lower_ not in _PLACING]
    done_to = [token for token in done_to if not (coded.root in _OF_ONES_OWN and _is_ones_own(token))]
    recipients = tuple(ref for ref in _refs(done_to, setting) if ref not in actors[:1])
    if not any(ref.id for ref in recipients):  # "attacked the Orlavian convoy", "condemned the Orlavian offensive"
        beside = unique(ref for token in done_to for ref in setting.refs_beside(token) if ref not in actors[:1])
        recipients = (*beside, *recipients)
    if not actors and not recipients and not (coded.root in _FELT and (coded.actors or coded.recipients)):
        return None
    trigger = coded.trigger
    if trigger.lemma_ == "see" and not recipients:
        return None  # "we hope to see them home"
    if _talks_alone(coded, recipients, actors):
        return None
    mutual = coded.root is PloverRoot.CONSULT or trigger.lemma_ in _MUTUAL
    if mutual and len(actors) == 1 and not recipients:
        actors = actors[0].members or actors  # "the two ministers met"
    if mutual and len(actors) > 1 and not any(ref.id for ref in recipients):
        actors, recipients = actors[:1], actors[1:]  # "Kestria and Orlavia met", "exchanged 40 prisoners"
    if coded.root is PloverRoot.CONSULT and not actors and len(recipients) > 1:
        actors, recipients = recipients[:1], recipients[1:]  # "a summit of the leaders of Kestria and Orlavia"
    sites = [each for preposition in _PLACING for each in objects(trigger, preposition)]
    moving = moving_verb(trigger) if coded.root is PloverRoot.CONSULT and not is_verb(trigger) else None
    moved_to = day_moved_to(moving, setting) if moving is not None and mood(moving) is EventStatus.HAPPENED else None
    when = moved_to or setting.when(trigger, *_verb_of(trigger), *sites) or _when_of_first(trigger, setting)
    when = when or _when_of_noun(trigger, setting)
    told = setting.statements(trigger)
    place = setting.place(trigger, *patients(trigger)) or _place_struck(coded, setting)
    return Event(
        id=event_id,
        document=setting.document.id,
        type=coded.root,
        cameo=coded.code,
        status=EventStatus.PLANNED if moved_to else _status(coded, when, setting),
        actor=actors[0] if actors else None,
        recipient=recipients[0] if recipients else None,
        interval=when,
        place=place.exact if place else None,
        statement=told[0].id if told else None,
        spans=(setting.span(trigger.idx, trigger.idx + len(trigger.text)),),
    )


def _talks_alone(coded: Coded, recipients: tuple[Ref, ...], actors: tuple[Ref, ...]) -> bool:
    """ "Discussed the plan on television": one alone, with nobody named, has not consulted anybody."""
    one = coded.actors[0] if len(coded.actors) == 1 else None
    alone = one is not None and one.tag_ in ("NN", "NNP", "PRP") and one.lower_ not in _MANY
    several = any(len(each.members) > 1 for each in actors)
    return coded.trigger.lemma_ in _TALKING and is_verb(coded.trigger) and alone and not recipients and not several


def _is_ones_own(token: Token) -> bool:
    """ "Withdrew its troops": what one moves or gives is not whom one does it to."""
    return any(child.tag_ == "PRP$" for child in token.children)


def _place_struck(coded: Coded, setting: Setting) -> Span | None:
    """ "Shelled the town of Ostra": where it struck is what it struck."""
    if coded.root is not PloverRoot.ASSAULT:
        return None
    struck = patients(coded.trigger) if is_verb(coded.trigger) else objects(coded.trigger, "of")
    return next((setting.words(each) for each in struck if _is_struck_place(each, setting)), None)


def _is_struck_place(token: Token, setting: Setting) -> bool:
    refs = setting.refs(token)
    return setting.places.is_named_site(token) or any(setting.names_place(ref, token) for ref in refs)


def _refs(tokens: Iterable[Token], setting: Setting) -> tuple[Ref, ...]:
    """Who is named; a town is where a thing happens, and nobody to whom it is done."""
    return unique(ref for token in tokens for ref in setting.refs(token) if not setting.names_place(ref, token))


def _verb_of(trigger: Token) -> list[Token]:
    """The verb that carries a noun's time ("launched an attack on Monday")."""
    return [trigger.head] if not is_verb(trigger) and trigger.dep_ == "dobj" and is_verb(trigger.head) else []


def _when_of_first(trigger: Token, setting: Setting) -> Interval | None:
    """ "Shelled the town on Monday and wounded a nurse": the second deed is of the first one's day."""
    first = trigger.head
    own = any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in trigger.children)
    alike = trigger.dep_ == "conj" and is_verb(trigger) and trigger.tag_ == first.tag_ == "VBD"
    return setting.when(first) if alike and not own else None


def _when_of_noun(trigger: Token, setting: Setting) -> Interval | None:
    """ "A dispute late last month in which he accused them", "a decision on Monday to halt the aid": the noun's day."""
    noun = trigger.head
    above = _noun_decided(trigger) or noun
    if trigger.dep_ == "relcl" and trigger.left_edge.lower_ in ("in", "during", "at", "where", "when"):
        return setting.when(noun)
    decided = above.lemma_ in ("decision", "move", "order", "announcement", "vote", "decree")
    infinitive = any(child.lower_ == "to" for child in trigger.lefts)
    return setting.when(above) if decided and infinitive else None


def _noun_decided(trigger: Token) -> Token | None:
    """The noun of deciding right before an infinitive that the parser hangs on the verb."""
    first = trigger.left_edge.i
    before = (each for each in reversed(trigger.doc[trigger.sent.start : first]) if each.pos_ == "NOUN")
    return next((each for each in before if each.ent_type_ not in ("DATE", "TIME")), None)


def _status(coded: Coded, when: Interval | None, setting: Setting) -> EventStatus:
    moods = [setting.status(coded.trigger)]
    if when is not None and setting.lies_ahead(when):
        moods.append(EventStatus.PLANNED)
    if coded.root is PloverRoot.CONSULT and not is_verb(coded.trigger) and governing_verb(coded.trigger) is None:
        moods.append(EventStatus.HYPOTHETICAL)  # a headline: "as talks near"
    if _is_alleged(coded.trigger):
        moods.append(EventStatus.HYPOTHETICAL)
    return weakest(moods)


def _is_alleged(token: Token) -> bool:
    """Whether it stands in what somebody alleges; "accused them, and agreed to talk" alleges no agreement."""
    while token.head.i != token.i:
        beside, token = token.dep_ == "conj", token.head
        if not beside and token.lemma_ in _ALLEGING and is_verb(token):
            return True
    return False
