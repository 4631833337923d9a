"""What a mention of a meeting says beside who meets: venue, window, level, purpose and agenda."""

from __future__ import annotations

import re

from parley.model import ActorKind, EventStatus, Interval

from ..events.clauses import agents, governing_verb, is_verb, objects, patients, phrase, with_conjuncts
from ..events.setting import Setting
from ..tokens import Token
from .convenors import convenors_beside
from .mention import Mention, carriers, is_meeting_noun, lexicon

TRAVEL = frozenset({"arrive", "come", "fly", "gather", "go", "head", "travel", "return", "meet", "land"})
_NO_TOPICS = frozenset({"invitation", "margin", "phone", "sideline", "telephone"})


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


def complete(mention: Mention, token: Token, verbs: list[Token], setting: Setting) -> None:
    convenors_beside(mention, token, verbs, setting)
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
            if verb.head.pos_ == "PROPN" and not setting.calendar.is_time(verb.head):
                return setting.words(verb.head).exact
            if not travels_to(verb):
                return None
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


def travels_to(verb: Token) -> Token | None:
    """The journey to a meeting: "will fly to Varn and meet", "to Varn to meet", "to Varn on Friday, where they met"."""
    head: Token | None = verb.head
    if verb.dep_ == "relcl":
        where = any(child.lower_ == "where" for child in verb.lefts)
        head = governing_verb(verb) if where else None
    elif verb.dep_ not in ("conj", "advcl", "xcomp") or (verb.dep_ != "conj" and verb.tag_ != "VB"):
        return None
    if head is None or not is_verb(head) or head.lemma_ not in (TRAVEL | {"send", "dispatch", "visit"}) - {"meet"}:
        return None
    return head


def _sent_before(verb: Token) -> list[Token]:
    """Where and when one goes is where and when one meets."""
    head = travels_to(verb)
    return [head, *(child for child in head.children if child.dep_ == "prt")] if head is not None else []


def _meanwhile(verb: Token) -> list[Token]:
    """ "Warned on Thursday ..., as ambassadors met": the day of the one is that of the other."""
    marked = any(child.lower_ in ("as", "while") and child.dep_ == "mark" for child in verb.lefts)
    return [verb.head] if verb.dep_ == "advcl" and marked and is_verb(verb.head) else []


def _window(mention: Mention, token: Token, verbs: list[Token], setting: Setting) -> Interval | None:
    """The time attached to the meeting or its verb, if it fits: a plan lies ahead, what was held lies behind."""
    gone = _sent_before(token) if is_verb(token) else []
    clauses = clauses_of(token) if not is_verb(token) else [*gone, *_meanwhile(token)]
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
        due_then |= attached in gone and mention.status is EventStatus.PLANNED  # "flew to Varn on Monday to meet"
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
