"""Who finds fault with whom: words of reproach (``criticism.toml``), and the grammar that ties them to a named actor.

A deed without a doer is nobody's: "we condemn the attack" has no target. The doer stands before the deed ("Kestria's
attack", "Kestrian aggression"), behind it ("aggression by Kestria"), or is the subject of its verb.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import NamedTuple

from parley.model import Act, Commitment, Criticism, Ref, Span, Statement

from ..concordance import tokens_of
from ..events.setting import Setting
from ..grammar import subject_of
from ..tokens import Token
from .clause_shape import is_negated

_NOT_SAID = frozenset({Commitment.DENIED, Commitment.ASKED})
_NEVER = frozenset({"if", "unless", "whether", "lest"})
_SAYING = frozenset({"condemn", "regret", "troubled", "reproach", "stopping"})
_PEOPLE = frozenset(
    {"people", "citizen", "civilian", "population", "border", "territory", "victim", "airspace", "child"}
)
"""What is named after a country and does nothing in its name."""
_OBLIGING = frozenset({"must", "should"})
_DEEP = 4
_TAKEN_OVER = "Whose deed it is, the sentence does not say; the one before is about {}."


class _Found(NamedTuple):
    """A word that finds fault, and whom its grammar names: the resolved actor, and the word that names it."""

    word: Token
    target: Ref | None
    named: Token | None


def find_criticism(setting: Setting) -> tuple[Criticism, ...]:
    """Each actor that a sentence finds fault with, once a sentence and speaker, in reading order.

    What is denied, asked, merely alleged or conditional finds fault with nobody, nor does anybody with itself.
    A deed that points back ("that is unacceptable") takes the one target, or else the subject, of the sentence right
    before it in its paragraph, and carries a doubt.
    """
    return tuple(_Finder(setting).criticisms())


class _Finder:
    def __init__(self, setting: Setting) -> None:
        self._setting, self._doc, self._document = setting, setting.doc, setting.document

    def criticisms(self) -> Iterator[Criticism]:
        before: tuple[int, list[Ref]] = (-1, [])  # the end of the last sentence with a target, and its targets
        seen: set[tuple[int, str | None, str | None]] = set()
        for token in tokens_of(self._doc, lemmas=_all_words(), forms=_all_words()):
            for found in self._faults(token):
                sentence = token.sent
                doubts: tuple[str, ...] = ()
                target = found.target
                if target is None:
                    target = self._taken_over(token, before)
                    doubts = (_TAKEN_OVER.format(target.name),) if target is not None else ()
                told = self._statement_at(token)
                if target is None or (told is not None and not self._stands_behind(told, token, target)):
                    continue
                key = (sentence.start, told.id if told else None, target.id or target.name)
                if before[0] != sentence.end:
                    before = (sentence.end, [])
                if target not in before[1]:
                    before[1].append(target)
                if key in seen:
                    continue
                seen.add(key)
                yield Criticism(
                    id=f"{self._document.id[:12]}-c{len(seen)}",
                    document=self._document.id,
                    published=self._document.published,
                    target=target,
                    speaker=told.speaker if told else None,
                    statement=told.id if told else None,
                    interval=told.interval if told else None,
                    sentence=self._setting.span(sentence.start_char, sentence.end_char),
                    words=tuple(
                        self._setting.span(t.idx, t.idx + len(t.text)) for t in (token, found.named) if t is not None
                    ),
                    doubts=doubts,
                )

    # ---- who says it

    def _statement_at(self, token: Token) -> Statement | None:
        """The innermost statement in whose content or cue the word stands."""
        holding = self._setting.statements(token, cued=True)
        told = holding[0] if holding else None
        if told is None or _parts(token) & _SAYING or not _within(token, told.cue):
            return told
        return next((each for each in holding if each.id == told.within), None)  # who tells that X "refuses"

    @staticmethod
    def _stands_behind(told: Statement, token: Token, target: Ref) -> bool:
        if told.commitment in _NOT_SAID and not _within(token, told.cue):
            return False
        itself = told.speaker is not None and target.id is not None and target.id in (told.speaker.id, told.speaker.of)
        return not itself and told.act is not Act.DENY

    def _taken_over(self, token: Token, before: tuple[int, list[Ref]]) -> Ref | None:
        """The one target of the sentence right before, where this one names no actor at all."""
        sentence = token.sent
        end, targets = before
        start = sentence.start
        if not _points_back(token):
            return None
        if start == 0 or "\n" in self._document.text[self._doc[start - 1].idx : self._doc[start].idx]:
            return None
        if end != start:
            topic = self._topic(self._doc[start - 1])
            targets = [topic] if topic is not None else []
        if len(targets) != 1 or targets[0].id is None:
            return None
        return targets[0]

    def _topic(self, last: Token) -> Ref | None:
        """Of whom the sentence that ends in ``last`` speaks: whom its main subject names."""
        subject = subject_of(last.sent.root)
        owner = self._owner(subject) if subject is not None and subject.pos_ != "PRON" else None
        return owner[0] if owner is not None else None

    # ---- what finds fault, and with whom

    def _faults(self, token: Token) -> Iterator[_Found]:
        if (
            _is_shielded(token)
            or _asks(token.sent)
            or (token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "de")
        ):
            return
        parts = _parts(token)
        if token.dep_ == "amod" and token.tag_ == "VBG" and "wrong" in parts:
            yield self._with(token, self._doer_of_noun(token.head))  # "Kestria's destabilising actions"
        elif token.pos_ in ("VERB", "AUX"):
            yield from self._of_verb(token, parts)
        elif token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
            yield from self._of_noun(token, parts)
        elif token.pos_ == "ADJ":
            yield from self._of_adjective(token, parts)

    def _of_verb(self, verb: Token, parts: frozenset[str]) -> Iterator[_Found]:
        if "stopping" in parts and (asked := self._asked_to(verb)) is not None:
            yield _Found(verb, *asked)
        if is_negated(verb):
            return
        if "troubled" in parts:
            yield from self._of_trouble(verb)
        if parts & {"condemn", "regret"}:
            yield from self._of_condemning(verb, firmly="condemn" in parts)
        elif self._does_wrong(verb, parts):
            yield self._with(verb, self._doer(verb))

    def _does_wrong(self, verb: Token, parts: frozenset[str]) -> bool:
        if "omission" in parts and any(child.dep_ == "xcomp" for child in verb.children):
            return True
        return "wrong" in parts or ("helping" in parts and self._helps_foes(verb))

    @staticmethod
    def _helps_foes(verb: Token) -> bool:
        """ "Arms the rebels", "rebels armed by X"."""
        helped = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
        if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN":
            helped.append(verb.head)
        return any("foes" in _parts(each) or any("foes" in _parts(child) for child in each.children) for each in helped)

    def _of_condemning(self, verb: Token, firmly: bool) -> Iterator[_Found]:
        for child in verb.children:
            if child.dep_ == "nsubjpass":
                yield self._with(verb, self._owner(child))
            elif child.dep_ == "dobj":
                itself = self._named(child) if firmly else None
                yield self._with(verb, itself or self._doer_of_noun(child) or (self._by(verb) if firmly else None))
                if verb.lemma_ == "blame":  # the parser may hang "on X" on any word between
                    on = (each for each in verb.subtree if each.dep_ == "pobj" and each.head.lower_ == "on")
                    yield from (self._with(verb, self._owner(each)) for each in on if each.i > child.i)
            elif child.dep_ == "ccomp" and child.i > verb.i and (doer := self._doer(child)) is not None:
                yield _Found(verb, *doer)

    def _of_noun(self, noun: Token, parts: frozenset[str]) -> Iterator[_Found]:
        if "wrong" in parts:
            doer = self._doer_of_noun(noun) or self._user_of(noun)
            verb = noun.head
            if doer is None and noun.dep_ == "attr" and not is_negated(verb):
                doer = self._doer(verb)
            yield self._with(noun, doer)
        elif "wrongdoer" in parts:
            verb = noun.head
            of_verb = noun.dep_ == "attr" and not is_negated(verb)
            yield self._with(noun, self._doer(verb) if of_verb else None)
        elif "helping" in parts and any("foes" in _parts(each) for each in noun.subtree):
            yield self._with(noun, self._doer_of_noun(noun))
        elif "reproach" in parts:
            for prep in noun.children:
                if prep.dep_ == "prep" and prep.lower_ in ("of", "against", "at", "over"):
                    for each in prep.children:
                        target = self._named(each) or self._doer_of_noun(each)
                        if target is not None:
                            yield _Found(noun, *target)

    def _of_adjective(self, adjective: Token, parts: frozenset[str]) -> Iterator[_Found]:
        head = adjective.head
        if "bad" in parts:
            if adjective.dep_ == "amod" and head.pos_ == "NOUN":
                yield self._with(adjective, self._doer_of_noun(head))
            elif adjective.dep_ == "acomp" and not is_negated(head):
                subject = subject_of(head)
                if subject is not None and subject.lemma_ not in _PEOPLE:
                    yield self._with(adjective, self._owner(subject))
        elif "troubled" in parts and not is_negated(head):
            yield from self._of_trouble(adjective)

    def _of_trouble(self, word: Token) -> Iterator[_Found]:
        """ "Concerned by X's conduct"."""
        for prep in word.children:
            if prep.dep_ in ("prep", "agent") and prep.lower_ in ("by", "at", "about", "over", "with"):
                for each in prep.children:
                    if (doer := self._doer_of_noun(each, bare=True)) is not None:
                        yield _Found(word, *doer)

    @staticmethod
    def _with(word: Token, target: tuple[Ref, Token] | None) -> _Found:
        return _Found(word, *target) if target is not None else _Found(word, None, None)

    # ---- the ties of grammar

    def _asked_to(self, verb: Token) -> tuple[Ref, Token] | None:
        """Who is called upon to stop, or must: nobody who is asked to "end the war" with others."""
        governor = verb.head
        if any(child.dep_ == "aux" and child.lower_ in _OBLIGING for child in verb.lefts) and not is_negated(verb):
            return self._doer(verb)
        if "urging" not in _parts(governor) or governor.i > verb.i or is_negated(governor):
            return None
        for child in governor.children:
            if child.dep_ == "dobj" and child.i < verb.i and (owner := self._owner(child)) is not None:
                return owner
            if child.dep_ == "prep" and child.lower_ in ("on", "upon", "to", "of"):
                for each in child.children:
                    if each.dep_ == "pobj" and (owner := self._owner(each)) is not None:
                        return owner
        return self._doer(verb) if verb.dep_ in ("ccomp", "xcomp") else None

    def _user_of(self, noun: Token) -> tuple[Ref, Token] | None:
        """ "X's use of propaganda", "X resorts to aggression", "X seeks this by using aggression"."""
        while noun.dep_ == "conj":
            noun = noun.head
        verb = noun.head
        if noun.dep_ == "pobj" and verb.lower_ in ("of", "to", "in"):
            verb = verb.head
            if verb.pos_ == "NOUN" and verb.lemma_ in _DEEDS:
                return self._doer_of_noun(verb)
        if "doing" in _parts(verb) and noun.dep_ in ("dobj", "pobj") and not is_negated(verb):
            return self._doer(verb)
        return None

    def _doer(self, verb: Token) -> tuple[Ref, Token] | None:
        """Who does what a verb says: "by X" of the passive, else its subject, or whose that is."""
        if any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children):
            agents = [each for child in verb.children if child.dep_ == "agent" for each in child.children]
            return next((owner for each in agents if (owner := self._owner(each)) is not None), None)
        subject = subject_of(verb)
        if subject is not None and subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            subject = verb.head
        return self._owner(subject) if subject is not None else None

    def _doer_of_noun(self, noun: Token, bare: bool = False) -> tuple[Ref, Token] | None:
        """Who did the deed that a noun names: "X's", "X-ian" (not ``bare``), "by X", "on the part of X", "of X"."""
        for child in noun.children:
            if child.dep_ == "poss" or (not bare and child.dep_ in ("amod", "compound", "nmod")):
                if (actor := self._owner(child)) is not None:
                    return actor
            elif child.dep_ in ("prep", "agent") and (child.lower_ in ("by", "on") or self._of_doer(noun, child)):
                for each in child.children:
                    if child.lower_ == "on" and each.lemma_ != "part":
                        continue
                    if each.dep_ == "pobj" and (actor := self._owner(each)) is not None:
                        return actor
        return None

    def _by(self, verb: Token) -> tuple[Ref, Token] | None:
        """ "Condemn the attack on the convoy by X": the parser may hang "by X" on any word between."""
        behind = (each for each in verb.subtree if each.dep_ == "pobj" and each.head.lower_ == "by" and each.i > verb.i)
        return next((owner for each in behind if (owner := self._owner(each)) is not None), None)

    @staticmethod
    def _of_doer(noun: Token, prep: Token) -> bool:
        parts = _parts(noun)
        return prep.lower_ == "of" and "suffered" not in parts and ("wrong" in parts or noun.lemma_ in _DEEDS)

    def _owner(self, token: Token, depth: int = 0) -> tuple[Ref, Token] | None:
        """The actor that a word names, or in whose name what it names acts: "X's troops", "the army of X"."""
        if (actor := self._named(token)) is not None:
            return actor
        if depth > _DEEP or token.lemma_ in _PEOPLE:
            return None
        for child in token.children:
            tied = child.dep_ in ("poss", "amod", "compound", "nmod") or (child.dep_ == "prep" and child.lower_ == "of")
            if child.dep_ == "prep" and tied:
                for each in child.children:
                    if each.dep_ == "pobj" and (actor := self._owner(each, depth + 1)) is not None:
                        return actor
            elif tied and (actor := self._owner(child, depth + 1)) is not None:
                return actor
        return None

    def _named(self, token: Token) -> tuple[Ref, Token] | None:
        ref = self._actor(token)
        return (ref, token) if ref is not None else None

    def _actor(self, token: Token) -> Ref | None:
        if token.pos_ not in ("PROPN", "ADJ", "NOUN", "PRON") or token.lower_ in ("this", "that", "i", "we"):
            return None
        ref = self._setting.resolver.resolve(token.idx, token.idx + len(token.text))
        return ref if ref is not None and ref.id is not None else None


def _within(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.start <= token.idx < span.end for span in spans)


def _asks(sentence: Iterable[Token]) -> bool:
    return next((token.text for token in reversed([*sentence]) if not token.is_space), "") == "?"


def _points_back(token: Token) -> bool:
    """Whether the deed is one told before: "these violations", "that is unacceptable", "such actions undermine"."""
    about = [token, token.head] if token.dep_ in ("amod", "attr", "acomp", "dobj", "pobj") else [token]
    for each in about:
        if any(child.dep_ == "det" and child.lower_ in _THESE for child in each.lefts):
            return True
        if "wrongdoer" in _parts(each) and any(child.lower_ == "the" for child in each.lefts):
            return True
        if each.pos_ in ("VERB", "AUX"):
            subject = subject_of(each)
            if subject is not None and (subject.lower_ in _THESE or any(c.lower_ in _THESE for c in subject.lefts)):
                return True
    return False


_THESE = frozenset({"this", "that", "these", "those", "such"})
_DEEDS = frozenset(
    {"action", "act", "conduct", "behaviour", "behavior", "policy", "attempt", "rhetoric", "use", "campaign"}
    | {"practice", "pattern", "war", "decision"}
)


def _is_shielded(token: Token) -> bool:
    """Whether the words round it take a reproach back or only tell of it: a condition, a denial, an allegation."""
    each = token
    for _ in range(12):
        if any(child.dep_ in ("mark", "advmod") and child.lower_ in _NEVER for child in each.lefts):
            return True
        if each.dep_ == "ROOT" or each.head.i == each.i:
            return False
        if each.dep_ in ("amod", "compound") and each.head.dep_ == "compound":
            return True
        each = each.head
        if "shields" in _parts(each) and each.i != token.i:
            return True
    return False


def _parts(token: Token) -> frozenset[str]:
    """The lists on which a word stands, by its lemma or its form, for its part of speech."""
    found = _lexicon().get(token.lemma_.lower(), frozenset()) | _lexicon().get(token.lower_, frozenset())
    kind = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}.get(token.pos_)
    if token.pos_ == "VERB" and ("adjectives", "troubled") in found:
        return frozenset({"troubled"})
    return frozenset(part for place, part in found if place in (kind, "shields"))


@functools.cache
def _lexicon() -> dict[str, frozenset[tuple[str, str]]]:
    raw = tomllib.loads(resources.files(__package__).joinpath("criticism.toml").read_text(encoding="utf-8"))
    found: dict[str, frozenset[tuple[str, str]]] = {}
    for place, lists in raw.items():
        for part, words in lists.items():
            for word in words.split():
                found[word] = found.get(word, frozenset()) | {(place, "shields" if place == "shields" else part)}
    return found


@functools.cache
def _all_words() -> frozenset[str]:
    return frozenset(word for word, parts in _lexicon().items() if any(place != "shields" for place, _ in parts))
