"""What a mention of a meeting says beside who meets: venue, window, level, convenor, purpose and agenda."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from parley.model import ActorKind, EventStatus, Interval, Ref, Span

from ..events.clauses import agents, is_verb, objects, patients, phrase, with_conjuncts
from ..events.setting import Setting
from ..tokens import Token

TRAVEL = frozenset({"arrive", "come", "fly", "gather", "go", "head", "travel", "return", "meet", "land"})


_NO_TOPICS = frozenset({"invitation", "margin", "phone", "sideline", "telephone"})


@cache
def lexicon(kind: str) -> frozenset[str]:
    """A list of ``meetings.toml`` by its name."""
    lists = tomllib.loads(resources.files(__package__).joinpath("meetings.toml").read_text(encoding="utf-8"))
    return frozenset(lists[kind])


@dataclass
class Mention:
    """What one sentence says of a meeting; merged with others into a :class:`Meeting`."""

    spans: list[Span]
    statements: list[str]
    status: EventStatus
    definite: bool
    another: bool = False
    names_delegates: bool = False
    """It says who is sent, and of the meeting nothing else."""
    again: bool = False
    """The same people meet once more."""
    moved: bool = False
    """It gives the meeting another day: what was said of the day before holds no more."""
    only_known: bool = False
    """It says something of a meeting told before ("they discussed the crews") and makes none."""
    of_known: bool = False
    """Those who meet are called what they were before: "the two leaders"."""
    there: bool = False
    """It is where the last one was."""
    silent: bool = False
    """It says who comes or doesn't, and nothing of whether the meeting takes place."""
    parties: list[Ref] = field(default_factory=list)
    absent: list[Ref] = field(default_factory=list)
    delegates: list[Ref] = field(default_factory=list)
    venue: str | None = None
    window: Interval | None = None
    convenor: Ref | None = None
    level: str | None = None
    purpose: str | None = None
    agenda: list[str] = field(default_factory=list)


def is_meeting_noun(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN") or not (lemma in lexicon("nouns") or lemma in lexicon("loose_nouns")):
        return False
    if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
        return False
    if lemma == "talk" and token.lower_ != "talks":
        return False
    modifiers = {child.lower_ for child in token.children if child.dep_ in ("compound", "amod")}
    return not modifiers & {"news", "press", "board", "cabinet", "party", "campaign"}


def carriers(noun: Token) -> list[Token]:
    """The noun that stands for the meeting in "the third round of talks"."""
    above = noun.head.head if noun.head.lower_ == "of" else noun
    return [above] if above.lemma_ in ("round", "series", "session") else []


def clauses_of(noun: Token) -> list[Token]:
    """The verbs of the clauses beside a meeting: "a meeting planned for March 9", "talks which were to open in Ostra".

    The parser may hang the clause on a noun within ("talks on prisoners, which were to"); then only a verb that can
    say when and where a meeting is counts.
    """
    named = (noun, *carriers(noun))
    verbs = [each for each in max(named, key=lambda each: each.right_edge.i).subtree if each.dep_ in ("acl", "relcl")]
    above = named[-1].head
    if is_verb(above):  # "called off a summit that it was to host"
        verbs += [each for each in above.children if each.dep_ == "ccomp" and each.i > noun.i]
    found: list[Token] = []
    for verb in filter(is_verb, verbs):
        chain = [verb, *(child for child in verb.children if child.dep_ == "xcomp" and is_verb(child))]
        open_ended = chain[-1].lemma_ in lexicon("setting") and not any(c.dep_ == "dobj" for c in chain[-1].children)
        if (verb.head in named and verb.dep_ != "ccomp") or open_ended:
            found += chain
    return found


def moving_verb(noun: Token) -> Token | None:
    """The verb that gives a meeting another day ("was moved to", "put off the talks until")."""
    noun = (noun, *carriers(noun))[-1]
    verb = noun.head
    if not is_verb(verb) or noun not in patients(verb):
        return None
    particles = (child for child in verb.children if child.dep_ in ("prt", "advmod") and child.i > verb.i)
    names = (verb.lemma_, *(f"{verb.lemma_} {child.lower_}" for child in particles))
    return verb if lexicon("moving") & set(names) else None


def day_moved_to(verb: Token, setting: Setting) -> Interval | None:
    """The new day: "to March 14", "until next week", "for Friday"."""
    for preposition in verb.subtree:
        if preposition.i > verb.i and preposition.lower_ in ("to", "until", "till", "for"):
            inside = {token.i for token in preposition.subtree}
            for root, when in setting.times_in_sentence(verb):
                if root.i in inside:
                    return when
    return None


def called_by(mention: Mention, tokens: Iterable[Token], setting: Setting) -> None:
    for token in tokens:
        for ref in setting.refs(token):
            if mention.convenor is None:
                mention.convenor = ref


def complete(mention: Mention, token: Token, verbs: list[Token], setting: Setting) -> None:
    for verb in verbs:
        hosted = [
            c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.lemma_ in lexicon("convening")
        ]
        called_by(mention, [host for clause in hosted for host in objects(clause, "by")], setting)
    invitations = [each for each in token.sent if each.lemma_ == "invitation"]
    called_by(mention, [host for each in invitations for host in objects(each, "of", "from")], setting)
    mention.venue = mention.venue or _venue(token, verbs, setting)
    if not mention.moved:
        mention.window = _window(mention, token, verbs, setting)
    level = re.search(r"\b(" + "|".join(sorted(lexicon("levels"))) + r")\b", mention.spans[0].exact, re.IGNORECASE)
    mention.level = level.group().lower() if level else mention.level
    _add_agenda(mention, token, verbs, setting)


def _venue(token: Token, verbs: list[Token], setting: Setting) -> str | None:
    for verb in verbs:
        if verb.lemma_ in TRAVEL and token.dep_ == "pobj":
            for goal in objects(verb, "in", "to", "at"):
                if goal.ent_type_ in ("GPE", "LOC", "FAC") or (goal.pos_ == "PROPN" and goal.ent_type_ == "ORG"):
                    return setting.words(goal).exact
        if verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.lefts):
            return setting.words(verb.head).exact if verb.head.pos_ == "PROPN" else None
    due = [child for verb in verbs for child in verb.children if child.dep_ == "acomp"]
    place = setting.place(token, *verbs, *due) or next(
        (setting.words(goal) for sent in _sent_before(token) for goal in objects(sent, "to") if goal.pos_ == "PROPN"),
        None,
    )
    if place is None and is_verb(token):  # "met her counterpart in Ostra": the parser may hang it on the counterpart
        place = setting.place(*patients(token), *objects(token, "with"))
    if place is None and not is_verb(token):  # "a meeting of the two ministers in Drava"
        place = setting.place(*objects(token, "of", "between", "with"))
    if place is None:
        days = [each for clause in clauses_of(token) for each in objects(clause, "for", "on")]  # "for March 9 in Varn"
        place = setting.place(*clauses_of(token), *days)
    if place is not None:
        return place.exact
    host = next((verb for verb in verbs if verb.lemma_ == "host"), None)
    if host is not None:  # a state or city that hosts talks is where they are
        where = [each for each in agents(host) if each.ent_type_ == "GPE" and not _is_somebody(each, setting)]
        return setting.words(where[0]).exact if where else None
    return None


def _is_somebody(token: Token, setting: Setting) -> bool:
    """A person, though the pipeline takes the name for a town's."""
    actors = [setting.actor(ref) for ref in setting.refs(token)]
    return any(actor is not None and actor.kind is ActorKind.PERSON for actor in actors)


def _sent_before(verb: Token) -> list[Token]:
    """ "Will fly to Varn on Monday and meet ...": where and when one goes is where and when one meets."""
    head = verb.head
    if verb.dep_ != "conj" or not is_verb(head) or head.lemma_ not in TRAVEL | {"send", "dispatch", "visit"}:
        return []
    return [head, *(child for child in head.children if child.dep_ == "prt")]


def _meanwhile(verb: Token) -> list[Token]:
    """ "Warned on Thursday ..., as ambassadors met": the day of the one is that of the other."""
    marked = any(child.lower_ in ("as", "while") and child.dep_ == "mark" for child in verb.lefts)
    return [verb.head] if verb.dep_ == "advcl" and marked and is_verb(verb.head) else []


def _window(mention: Mention, token: Token, verbs: list[Token], setting: Setting) -> Interval | None:
    """The time attached to the meeting or its verb, if it fits: a plan lies ahead, what was held lies behind."""
    clauses = clauses_of(token) if not is_verb(token) else [*_sent_before(token), *_meanwhile(token)]
    elsewhen = {"follow", "precede", "propose", "agree", "announce"}
    if mention.status is EventStatus.DENIED and not is_verb(token):
        elsewhen |= lexicon("calling_off")
    followed = [verb for verb in verbs if verb.lemma_ not in elsewhen]
    due = [child for verb in verbs for child in verb.children if child.dep_ == "acomp"]
    for attached in (token, *reversed(followed), *due, *clauses):
        if is_verb(attached) and any(child.dep_ == "prep" and child.lower_ == "since" for child in attached.children):
            continue  # "have not met since 2029"
        found = setting.when(attached)
        due_then = mention.status is EventStatus.DENIED and attached in (token, *clauses)  # and called off since
        if found is not None and (due_then or _fits(found, mention.status, setting)):
            return found
    if verbs and verbs[0].lemma_ in ("follow", "precede"):
        return None
    _, end = phrase(token)
    for root, found in setting.times_in_sentence(token):
        between = [each for each in token.sent if end <= each.idx < root.idx]
        near = (
            root.i > token.i and len(between) <= 6 and not any(each.pos_ in ("VERB", "AUX", "NOUN") for each in between)
        )
        if near and _fits(found, mention.status, setting):
            return found
    return None


def _fits(found: Interval, status: EventStatus, setting: Setting) -> bool:
    day = setting.published
    if day is None:
        return True
    today = Interval(earliest=day, latest=day)
    if status is EventStatus.HAPPENED:
        return Interval(latest=day).overlaps(found)
    return found.overlaps(today) or found.overlaps(Interval(earliest=day))


def _add_agenda(mention: Mention, token: Token, verbs: list[Token], setting: Setting) -> None:
    topics = objects(token, "on", "about", "over", "regarding", "concerning")
    for verb in [token, *(verb for verb in verbs if verb.lemma_ not in ("follow", "precede"))]:
        for clause in verb.children:
            if clause.dep_ not in ("advcl", "acl", "relcl", "xcomp") or not is_verb(clause):
                continue
            if clause.i < token.i and clause.dep_ != "relcl":
                continue
            if any(child.lower_ == "to" for child in clause.lefts) and clause not in verbs:
                last = max(clause.subtree, key=lambda each: each.i)
                purpose = setting.doc[clause.left_edge.i : last.i + 1].text.rstrip(' .,;”"')
                mention.purpose = mention.purpose or purpose
            topics += _topics(clause)
    if token.dep_ == "nsubj":
        for verb in verbs:
            topics += objects(verb, "about") if verb.lemma_ == "be" else _topics(verb)
    topics += _listed_after(topics)
    for topic in topics:
        timed = topic.ent_type_ in ("DATE", "TIME") or any(
            root.i == topic.i or (root in topic.subtree and root.dep_ == "pobj" and root is topic)
            for root, _ in setting.times_in_sentence(topic)
        )
        if not timed and not is_meeting_noun(topic) and topic.lemma_ not in _NO_TOPICS:
            words = setting.whole_words(topic).exact.rstrip(" ,;")
            if words not in mention.agenda:
                mention.agenda.append(words)


def _listed_after(topics: list[Token]) -> list[Token]:
    """The rest of a list ("a truce, the withdrawal of ...") that the parser hung on a noun before the verb."""
    if not topics:
        return []
    last = topics[-1]
    rest = [each for each in last.sent if each.dep_ == "appos" and each.i > last.i and each.head.i < last.head.i]
    return with_conjuncts(rest)


def _topics(verb: Token) -> list[Token]:
    found = []
    for each in [verb, *(child for child in verb.children if child.dep_ == "conj" and is_verb(child))]:
        if each.lemma_ in lexicon("agenda"):
            found += patients(each) or objects(each, "on", "about")
        elif each.lemma_ in ("focus", "centre", "center", "concentrate", "touch", "turn", "talk", "speak"):
            found += objects(each, "on", "about", "around", "to") if each.lemma_ != "speak" else objects(each, "about")
    return found


def sits(token: Token, setting: Setting) -> bool:
    """Whether it is somebody who can sit at a table."""
    return bool(setting.refs(token)) or (token.pos_ == "PRON" and token.lower_ not in ("it", "this", "that"))


def mention_of(token: Token, setting: Setting) -> Mention:
    """What the verb or noun by itself says: the words, who tells them, and how surely."""
    if is_verb(token):
        span = setting.span(token.idx, token.idx + len(token.text))
    else:
        loose = [
            child
            for child in token.children
            if child.lower_ == "with" and not any(sits(each, setting) for each in objects(token, "with"))
        ]
        span = setting.words(token, loose)
    return Mention(
        spans=[span],
        statements=[statement.id for statement in setting.statements(token)],
        status=setting.status(token),
        definite=False,
    )
