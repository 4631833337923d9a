"""Conditions of measures: on what they hang, one by one, and whether the paper says that each is met, and who says so.

A condition is met where the paper tells the same deed ("an apology", "it apologised") as done; told by a
speaker, it is "said to be met" by that speaker. Where nothing tells it, it is pending.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from parley.model import Condition, ConditionState, EventStatus, Ref, Span, Statement

from ..concordance import concordance, tokens_of
from ..events.clauses import agents, governing_verb, is_verb, objects, patients, with_conjuncts
from ..events.setting import Setting
from ..meetings.mention import is_meeting_noun
from ..statements.conditions import find_provisos
from ..tokens import Token
from .tellings import TYING, Telling


@cache
def _words(kind: str) -> frozenset[str]:
    """A list of the conditions in ``measures.toml``."""
    lists = tomllib.loads(resources.files(__package__).joinpath("measures.toml").read_text(encoding="utf-8"))
    return frozenset(lists["conditions"][kind])


@dataclass(frozen=True)
class Hanging:
    """A condition, and the word for what has to be done: a verb or a noun."""

    condition: Condition
    deed: Token
    answer: Token | None = None
    """The verb that says it was answered, where the text says that and no more ("satisfied the desire for")."""


@dataclass(frozen=True)
class Demand:
    """What somebody wanted and is said to have got, or not: whose it was, and where the sentence stands."""

    owner: Ref | None
    wanted: tuple[Hanging, ...]
    sentence: tuple[int, int]

    def near(self, span: Span) -> bool:
        """Whether the span stands in the same sentence."""
        return span.start < self.sentence[1] and self.sentence[0] < span.end


def hanging_on(telling: Telling, setting: Setting, cues: frozenset[str]) -> list[Hanging]:
    """The conditions on the trigger or its things, coordinated ones apart; a mere date is a time and no condition."""
    tied = [part for verb in telling.carried_by for part in _tied(telling, verb, setting)]
    if tied:
        return tied
    sentence = ((telling.trigger.sent.start_char, telling.trigger.sent.end_char),)
    heads = {telling.trigger.i, *(thing.i for thing in telling.things), *(verb.i for verb in telling.carried_by)}
    return [
        part
        for each in find_provisos(setting.doc, setting.document, sentence, cues)
        if each.governor.i in heads and not _is_date(each.head, setting)
        for part in _apart(each.condition, each.head, setting)
    ]


def _tied(telling: Telling, verb: Token, setting: Setting) -> Iterator[Hanging]:
    """ "Conditioned the resumption of transit on an apology and the return of the crew": two conditions."""
    if verb.lemma_ not in TYING:
        return
    noun = telling.trigger
    tie = next((c for c in (*verb.rights, *noun.rights) if c.dep_ == "prep" and c.lower_ in ("on", "to")), None)
    if tie is None:
        return
    named = [*objects(noun, tie.lower_), *objects(verb, tie.lower_)]
    named += [each for each in with_conjuncts([noun]) if each.i > tie.i]  # the parser hangs the last one higher
    for thing in sorted({each.i: each for each in named if each.i > tie.i}.values(), key=lambda each: each.i):
        words, cue = setting.words(thing), setting.span(tie.idx, tie.idx + len(tie.text))
        yield Hanging(
            Condition(cue=f"{verb.lemma_} {tie.lower_}", words=words.exact, spans=(words,), cue_span=cue), thing
        )


def _is_date(head: Token, setting: Setting) -> bool:
    """ "after March 12" is a date; "after the meeting on March 12" is not."""
    named = [each for each in head.children if each.dep_ == "pobj"]
    return head.dep_ == "prep" and any(
        each.ent_type_ in ("DATE", "TIME") or any(root.i == each.i for root, _ in setting.times_in_sentence(each))
        for each in named
    )


def _apart(condition: Condition, head: Token, setting: Setting) -> list[Hanging]:
    """ "Until it apologises, frees the crew and a meeting takes place" are three conditions; "or" leaves them one."""
    first = condition.cue_span.end if condition.cue_span is not None else condition.spans[0].start
    inside = [t for t in head.doc if first <= t.idx < condition.spans[0].end and not t.is_space]
    if is_verb(head):
        parts = {_beginning(c).i: c for c in with_conjuncts([head]) if c.i != head.i and _has_subject(c)}
        parts |= {token.i: token for token in _verbs_in_series(inside, head)}
        begun = _deed(head) if not parts or head.i < min(parts) else _subject_before(head, min(parts))
    else:
        nouns = with_conjuncts(child for child in head.children if child.dep_ in ("pobj", "pcomp"))
        parts = {_beginning(noun).i: noun for noun in nouns[1:]}
        begun = _deed(nouns[0] if nouns else head)
    if not parts or any(token.lower_ in ("or", "either") for token in inside):
        return [Hanging(condition, _deed(head) if is_verb(head) else begun)]
    found: list[Hanging] = []
    starts = [inside[0].i, *(i for i in sorted(parts) if inside[0].i < i <= inside[-1].i)]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else inside[-1].i + 1
        own = [token for token in inside if start <= token.i < end]
        while own and (own[-1].is_punct or own[-1].dep_ == "cc"):
            own.pop()
        if not own:
            continue
        words = setting.span(own[0].idx, own[-1].idx + len(own[-1].text))
        spans = (setting.span(condition.spans[0].start if number == 0 else words.start, words.end),)
        deed = begun if number == 0 else _deed(parts[start])
        found.append(Hanging(condition.replace(words=words.exact, spans=spans), deed))
    return found


def _beginning(part: Token) -> Token:
    """The first word of a coordinated part, after its conjunction."""
    return part.doc[part.left_edge.i]


def _subject_before(head: Token, end: int) -> Token:
    """The deed of a first clause whose verb the parser took for a noun, and so for the subject of the next."""
    return next((child for child in head.children if child.dep_ == "nsubj" and child.i < end), head)


def _verbs_in_series(inside: Sequence[Token], head: Token) -> Iterator[Token]:
    """Verbs that open a further part ("A frees the crew, withdraws its boats and pays"), read off the words.

    After a comma that opened one, the last "and" opens one too, though the parser takes "returns to" for a noun.
    """
    listed = False
    for before, token, after in zip(inside, inside[1:], [*inside[2:], None], strict=False):
        alike = token.tag_ == head.tag_ or (token.tag_, head.tag_) == (
            "VBN",
            "VBD",
        )  # "handed over", read as a participle
        finite = alike and is_verb(token) and head.tag_ in ("VBZ", "VBP", "VBD")
        if before.text == "," and finite and not _has_subject(token, after=before.i):
            listed = True
            yield token
        elif before.lower_ == "and" and token.dep_ != "nsubj":
            noun_like = (
                head.tag_ == "VBZ" and token.tag_ == "NNS" and after is not None and after.pos_ in ("ADP", "DET")
            )
            if (finite and not _has_subject(token, after=before.i)) or (listed and noun_like):
                yield token


def _has_subject(verb: Token, after: int = -1) -> bool:
    return is_verb(verb) and any(
        child.dep_ in ("nsubj", "nsubjpass") and after < child.i < verb.i for child in verb.children
    )


def _deed(head: Token) -> Token:
    """The word that says what has to be done: of "a meeting takes place" or "makes an apology" the noun."""
    if not is_verb(head):
        return head
    nouns = [each for each in (*patients(head), *agents(head)) if each.pos_ == "NOUN"]
    if head.lemma_ in _words("making"):
        nouns = [each for each in patients(head) if each.pos_ == "NOUN"]
    return nouns[0] if nouns and head.lemma_ in _words("making") | _words("arriving") else head


def demands_answered(setting: Setting) -> Iterator[Demand]:
    """What the paper says was wanted and was given, or not: "met Halvern's demand for an apology and a meeting"."""
    for noun in tokens_of(setting.doc, lemmas=_words("wanting")):
        if noun.pos_ != "NOUN":
            continue
        verb = governing_verb(noun)
        if verb is None or verb.lemma_ not in _words("answering") or noun not in patients(verb):
            continue
        preposition = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ == "for"), None)
        if preposition is None:
            continue
        cue = setting.span(noun.idx, preposition.idx + len(preposition.text))
        wanted = []
        for thing in objects(noun, "for"):
            words = _with_its_of(thing, setting)
            condition = Condition(cue=cue.exact.lower(), words=words.exact, spans=(words,), cue_span=cue)
            wanted.append(Hanging(condition, thing, verb))
        yield Demand(_owner(noun, setting), tuple(wanted), (noun.sent.start_char, noun.sent.end_char))


def _with_its_of(thing: Token, setting: Setting) -> Span:
    """ "An apology and display of gratitude": the parser hangs the last words on the first thing."""
    words = setting.words(thing)
    first = thing.head if thing.dep_ == "conj" else thing
    for child in first.children if first is not thing else ():
        if child.dep_ == "prep" and child.lower_ == "of" and child.idx == words.end + 1:
            last = max(child.subtree, key=lambda each: each.i)
            return setting.span(words.start, last.idx + len(last.text))
    return words


def _owner(noun: Token, setting: Setting) -> Ref | None:
    """Whose wish it is: the state for which its owner stands, as far as the words tell it."""
    for child in noun.children:
        if child.dep_ in ("poss", "amod", "nmod", "compound"):
            refs = setting.refs(child) or setting.refs_beside(child)
            if refs:
                return setting.represented(refs[0])
    return None


def judged(hanging: Hanging, setting: Setting) -> Condition:
    """The condition with its state: what the paper, and those who speak in it, say of the deed."""
    tellings = [(hanging.answer, setting.status(hanging.answer))] if hanging.answer is not None else []
    tellings += [(token, setting.status(_asserting(token))) for token in _told(hanging, setting)]
    done = [token for token, status in tellings if status is EventStatus.HAPPENED]
    not_done = [token for token, status in tellings if status is EventStatus.DENIED]
    plain = [token for token in done if not setting.statements(token)]
    if plain:
        return _with(hanging, ConditionState.MET, plain[0], None, setting)
    denied = [token for token in not_done if setting.statements(token)]
    if done:
        state = ConditionState.DISPUTED if denied else ConditionState.SAID_MET
        return _with(hanging, state, done[0], setting.statements(done[0])[0], setting)
    if denied:
        return _with(hanging, ConditionState.SAID_NOT_MET, denied[0], setting.statements(denied[0])[0], setting)
    return hanging.condition.replace(state=ConditionState.PENDING)


def _with(
    hanging: Hanging, state: ConditionState, token: Token, statement: Statement | None, setting: Setting
) -> Condition:
    words = setting.span(token.idx, token.idx + len(token.text))
    return hanging.condition.replace(
        state=state,
        said_by=statement.speaker if statement else None,
        statement=statement.id if statement else None,
        evidence=(words,),
    )


def _told(hanging: Hanging, setting: Setting) -> Iterator[Token]:
    """The words by which the paper tells, elsewhere, that the deed was done or not."""
    deed, inside = hanging.deed, hanging.condition.spans
    about = _arguments(deed)
    alike = {lemma for lemma in concordance(setting.doc).lemmas if _same_word(lemma, deed.lemma_.lower())}
    for token in tokens_of(setting.doc, lemmas=alike):
        if token.pos_ not in ("VERB", "NOUN") or token.sent.start == deed.sent.start:
            continue
        if any(span.start <= token.idx < span.end for span in inside):
            continue
        ours = _arguments(token)
        bare = not ours and token.pos_ == "NOUN"  # "there was an apology", "the payment was made"
        if about and not about & ours and not bare:
            continue
        if is_verb(token):
            if token.tag_ in ("VBD", "VBN"):
                yield token
        elif (verb := _asserting(token)) is not token and verb.tag_ in ("VBD", "VBN", "VBZ"):
            if is_meeting_noun(token) and token.i < deed.i:
                continue  # a meeting told before may be another one
            yield token


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
    came = head.dep_ in ("nsubj", "attr") and (verb.lemma_ in _words("arriving") or _there_is(verb))
    made = verb.lemma_ in _words("making") and head in patients(verb)
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
