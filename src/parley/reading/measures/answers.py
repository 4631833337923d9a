"""Whether the paper says that a condition of a measure is met, and who says so.

A condition is met where the paper tells the same deed ("an apology", "it apologised") as done, of the same things and
of as many; told by a speaker, it is "said to be met" by that speaker. The next two sentences may answer it as a whole
("neither condition has been met", "that has not happened"). Where nothing tells it, it is pending.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.model import Condition, ConditionState, EventStatus, Statement

from ..concordance import concordance, tokens_of
from ..events.clauses import agents, is_passive, is_verb, objects, patients, with_conjuncts
from ..events.setting import Setting
from ..meetings.mention import is_meeting_noun
from ..tokens import Token
from .conditions import Hanging, same_deeds, word_list

_NONE = frozenset({"neither", "no", "none"})
_WHOLE = frozenset({"all", "both", "the", "these", "this", "those"})
_FOLLOWS = 6
"""As many words may follow a condition that "that has not happened" answers: ", the ministry said"."""


def judged(hanging: Hanging, setting: Setting) -> Condition:
    """The condition with its state: what the paper, and those who speak in it, say of the deed."""
    tellings = [(hanging.answer, setting.status(hanging.answer))] if hanging.answer is not None else []
    tellings += [(token, setting.status(_asserting(token))) for token in _told(hanging, setting)]
    tellings += _answered_whole(hanging, setting)
    done = [token for token, status in tellings if status is EventStatus.HAPPENED]
    not_done = [token for token, status in tellings if status is EventStatus.DENIED]
    plain = [token for token in done if not setting.statements(token)]
    if plain:
        return _with(hanging, ConditionState.MET, plain[0], None, setting)
    denied = [token for token in not_done if setting.statements(token)]
    if done:
        disputed = denied or any(_is_disputed(token) for token in done)
        state = ConditionState.DISPUTED if disputed else ConditionState.SAID_MET
        return _with(hanging, state, done[0], setting.statements(done[0])[0], setting)
    if denied:
        return _with(hanging, ConditionState.SAID_NOT_MET, denied[0], setting.statements(denied[0])[0], setting)
    return hanging.condition.replace(state=ConditionState.PENDING)


def _with(
    hanging: Hanging, state: ConditionState, token: Token, statement: Statement | None, setting: Setting
) -> Condition:
    told = setting.span(token.idx, token.idx + len(token.text))
    return hanging.condition.replace(
        state=state,
        said_by=statement.speaker if statement else None,
        statement=statement.id if statement else None,
        evidence=(told,),
    )


def _told(hanging: Hanging, setting: Setting) -> Iterator[Token]:
    """The words by which the paper tells, elsewhere, that the deed was done or not."""
    deed, inside = hanging.deed, hanging.condition.spans
    lemma = deed.lemma_.lower()
    alike = {each for each in concordance(setting.doc).lemmas if _same_word(each, lemma)}
    synonyms = same_deeds(lemma) - alike
    for token in tokens_of(setting.doc, lemmas=alike | synonyms):
        if token.pos_ not in ("VERB", "NOUN") or token.sent.start == deed.sent.start:
            continue
        if any(span.start <= token.idx < span.end for span in inside):
            continue
        if not _same_deed(token, deed, by_other_word=token.lemma_.lower() in synonyms):
            continue
        if is_verb(token):
            if token.tag_ in ("VBD", "VBN"):
                yield token
        elif (verb := _asserting(token)) is not token and verb.tag_ in ("VBD", "VBN", "VBZ"):
            if is_meeting_noun(token) and token.i < deed.i:
                continue  # a meeting told before may be another one
            yield token


def _same_deed(token: Token, deed: Token, by_other_word: bool) -> bool:
    """Of the same things, and of as many: who released a statement released no prisoners, who freed two no four."""
    about, ours = _arguments(deed), _arguments(token)
    if not by_other_word and not ours and token.pos_ == "NOUN":
        return True  # "there was an apology", "the payment was made"
    things, told = _things(deed), _things(token)
    if things and told:
        same = {each.lemma_.lower() for each in things} & {each.lemma_.lower() for each in told}
        counts = [{n for each in some for n in _counts(each)} for some in (things, told)]
        return bool(same) and (not all(counts) or bool(counts[0] & counts[1]))
    return not by_other_word and (not about or bool(about & ours))


def _things(token: Token) -> list[Token]:
    """What the deed is done to, by its own words; of "two of the workers" the workers."""
    if not is_verb(token):
        named = objects(token, "of")
    elif is_passive(token):
        named = patients(token)
    else:  # a row's last object is not that of all its verbs
        named = with_conjuncts(child for child in token.children if child.dep_ == "dobj")
    parts = [each for one in named if one.pos_ == "NUM" for each in objects(one, "of")]
    return [each for each in (*named, *parts) if each.pos_ in ("NOUN", "PROPN")]


def _counts(thing: Token) -> list[str]:
    part = thing.head.head if thing.dep_ == "pobj" and thing.head.head.pos_ == "NUM" else None
    return [part.lower_] if part is not None else [c.lower_ for c in thing.children if c.dep_ == "nummod"]


def _answered_whole(hanging: Hanging, setting: Setting) -> list[tuple[Token, EventStatus]]:
    """ "Neither condition has been met" within three sentences, "that has not happened" in the next."""
    found: list[tuple[Token, EventStatus]] = []
    sentence, ends = hanging.deed.sent, hanging.condition.spans[-1].end
    last = sum(token.idx >= ends for token in sentence) <= _FOLLOWS
    for after in range(3):
        if sentence.end >= len(hanging.deed.doc):
            break
        sentence = hanging.deed.doc[sentence.end].sent
        for verb in filter(is_verb, sentence):
            subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is None or setting.status(verb) not in (EventStatus.HAPPENED, EventStatus.DENIED):
                continue
            as_told = verb.lemma_ in word_list("happening") and subject.lower_ in ("that", "this", "it", "neither")
            if (after == 0 and last and as_told) or _answers_conditions(verb, subject):
                words = {each.lower_ for each in subject.subtree if each.i <= subject.i}
                denied = bool(words & _NONE) or any(child.dep_ == "neg" for child in verb.children)
                found.append((verb, EventStatus.DENIED if denied else EventStatus.HAPPENED))
    return found


def _is_disputed(token: Token) -> bool:
    """ "Kestria said the tax had been abolished. Kov disputed this.": said of the whole sentence before."""
    end = token.sent.end
    if end >= len(token.doc):
        return False
    verbs = [each for each in token.doc[end].sent if is_verb(each) and each.lemma_ in word_list("disputing")]
    return any(
        each.lower_ in ("that", "this", "it") or each.lemma_ in word_list("claims")
        for verb in verbs
        if not any(child.dep_ == "neg" for child in verb.children)
        for each in patients(verb)
    )


def _answers_conditions(verb: Token, subject: Token) -> bool:
    """ "The conditions have been met", "neither condition", "none of the demands"; not "one of the conditions"."""
    if verb.lemma_ not in word_list("answering") or not is_passive(verb):
        return False
    whole = subject.lemma_ in word_list("wanting") and any(c.lower_ in _WHOLE | _NONE for c in subject.lefts)
    return whole or (subject.lower_ in _NONE and any(o.lemma_ in word_list("wanting") for o in objects(subject, "of")))


def _asserting(token: Token) -> Token:
    """The verb that says of a noun that it came about ("the apology came", "made an apology"); else the word itself."""
    if is_verb(token):
        return token
    head = token
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    verb = head.head
    if not is_verb(verb):
        return token
    came = head.dep_ in ("nsubj", "attr") and (verb.lemma_ in word_list("arriving") or _there_is(verb))
    made = verb.lemma_ in word_list("making") and head in patients(verb)
    return verb if came or made else token


def _there_is(verb: Token) -> bool:
    return verb.lemma_ == "be" and any(child.dep_ == "expl" for child in verb.children)


def _arguments(token: Token) -> set[str]:
    """The nouns and names that say who does the deed, and to what."""
    if is_verb(token):
        near: Sequence[Token] = (*agents(token), *patients(token))
    else:
        near = (
            *objects(token, "of", "by", "from", "between", "with"),
            *(c for c in token.children if c.dep_ == "poss"),
        )
    return {each.lemma_.lower() for each in near if each.pos_ in ("NOUN", "PROPN")}


def _same_word(one: str, other: str) -> bool:
    """ "apologise" and "apology", "withdraw" and "withdrawal": a long common beginning, and short ends."""
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    short, long = sorted((one, other), key=len)
    derived = len(short) >= 3 and long.startswith(short) and long[len(short) :] in ("al", "ment", "ance", "ery")
    return one == other or derived or (common >= 6 and max(len(one), len(other)) - common <= 4)
