"""From attributions to statements: who, to whom, when, how firmly, under which condition, as told by whom."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from parley.model import Act, Commitment, Document, Interval, Ref, Span, Statement, TimeExpression

from ..attribution.attribution import find_spans
from ..attribution.clause_ends import is_tellers
from ..attribution.found import Attribution, Ranges
from ..attribution.frames import has_complementiser
from ..attribution.nesting import hosts_of
from ..concordance import concordance
from ..grammar import subtree
from ..speakers.mentions import TURNS
from ..speakers.speakers import Resolver
from ..tokens import Doc, Token
from .acts import refine, reports_act, undone
from .commitment import commitment
from .conditions import conditions_of_statement
from .register import shown_by_words

_SELF = frozenset({"i", "me", "my", "mine", "myself"})
_ASKING = frozenset({"q", "question", "reporter", "audience", "interviewer"})
_INTERVIEWED = re.compile(r"\binterview|\b(?:spoke|speaks|talk(?:s|ed)|sat down|answer(?:s|ed)|took questions)\b", re.I)
"""What a paper says of itself before the questions of an interview."""
_FIRST_QUESTION = re.compile(r"^\W*(?:q|question|interviewer|reporter)\b", re.IGNORECASE | re.MULTILINE)
_WRITER = re.compile(r"\bby\s+$", re.IGNORECASE)
_NOBODY = frozenset({"nobody", "none", "noone"})
_BACK = frozenset({"it", "he", "she", "they"})
_GROUP_SELF = frozenset({"we", "us", "our", "ours"})


def find_statements(
    doc: Doc, document: Document, times: Sequence[TimeExpression], resolver: Resolver, *, learnt: bool = True
) -> tuple[Statement, ...]:
    """The statements that ``document`` reports, in reading order.

    Without ``learnt`` their acts are those of the rules alone.

    A whole quotation, however broken, is one statement. Clauses joined with "and that" are several:
    their speaker can mean one and take back the other.
    """
    return _Writer(doc, document, times, resolver, learnt).statements()


class _Writer:
    def __init__(
        self, doc: Doc, document: Document, times: Sequence[TimeExpression], resolver: Resolver, learnt: bool
    ) -> None:
        self._doc, self._document, self._times, self._resolver = doc, document, times, resolver
        self._learnt = learnt
        self._taken: set[int] = set()
        self._cues: list[int] = []
        self._time_starts = [time.span.start for time in times]
        self._token_starts = concordance(doc).starts

    def statements(self) -> tuple[Statement, ...]:
        attributions = [part for each in find_spans(self._doc) for part in self._split(each)]
        attributions = self._without_echoes(attributions)
        self._taken = {
            token.i
            for each in attributions
            for part in (each.source, each.cue, each.content, each.addressee)
            for token in self._tokens(part)
        }
        self._cues = sorted(each.cue_head for each in attributions if each.cue_head is not None)
        hosts = hosts_of(attributions)
        ids = [f"{self._document.id[:12]}-s{number}" for number in range(1, len(attributions) + 1)]
        written: dict[int, Statement] = {}
        for place in sorted(range(len(attributions)), key=lambda place: _depth(place, hosts)):
            host = hosts[place]
            told_by = written.get(host) if host is not None else None
            written[place] = self._write(attributions[place], ids[place], told_by)
        return tuple(written[place] for place in range(len(attributions)))

    def _without_echoes(self, attributions: list[Attribution]) -> list[Attribution]:
        """ "The minister said that Kestria rejects it" is one rejection and not two, if she is Kestria's."""
        hosts = [attributions[place] if place is not None else None for place in hosts_of(attributions)]
        return [each for each, host in zip(attributions, hosts, strict=True) if not self._is_echo(each, host)]

    def _is_echo(self, each: Attribution, host: Attribution | None) -> bool:
        if host is None or host.direct or host.act is Act.DENY or each.cue_head is None or each.source_head is None:
            return False
        cue = self._doc[each.cue_head]
        if not {cue.i, cue.head.i if cue.pos_ == "ADJ" else cue.i}.intersection(host.content_heads):
            return False
        speaker, _ = self._speaker(host, None)
        return speaker is not None and self._resolver.speaks_for(speaker, self._doc[each.source_head])

    # ---- one statement

    def _write(self, each: Attribution, id: str, told_by: Statement | None) -> Statement:
        speaker, doubts = self._speaker(each, told_by)
        tokens = self._tokens(each.content)
        head = self._doc[each.content_heads[0]] if each.content_heads else None

        itself = self._speaker_words(each)
        act = refine(
            each.act,
            tokens,
            head,
            lambda token: token.lower_ in itself or (speaker is not None and self._resolver.speaks_for(speaker, token)),
        )
        told_of = head is not None and reports_act(head)
        if self._learnt and not told_of and not each.negated and len(each.content_heads) <= 1:
            act = shown_by_words(act, self._tokens(each.source), self._tokens(each.cue), tokens, head)
        cue = self._doc[each.cue_head] if each.cue_head is not None else None
        how, hedges = commitment(tokens, head, act, cue, each.negated, self._around(cue) if cue is not None else ())
        if each.negated and cue is not None:
            act, left = undone(act, cue)
            how = left or how
        if told_by is not None and told_by.commitment is Commitment.DENIED:
            how = Commitment.DENIED
        if each.direct and each.kind == "quotation" and not each.cue:
            doubts = (*doubts, "The text does not say whose words these are.")
        if each.presumed:
            doubts = (*doubts, "Its last paragraph names no speaker and is taken to go on with the one before.")
        if each.doubt:
            doubts = (*doubts, each.doubt)
        return Statement(
            id=id,
            document=self._document.id,
            within=told_by.id if told_by is not None else None,
            speaker=speaker,
            addressee=self._addressee(each) or (self._resolver.recipient if self._is_writers(each, told_by) else None),
            act=act,
            direct=each.direct,
            commitment=how,
            interval=self._interval(each),
            conditions=conditions_of_statement(
                self._doc, self._document, each.content, cue, self._loose(cue) if cue is not None else ()
            ),
            hedges=self._spans(tuple((h.tokens[0].idx, h.tokens[-1].idx + len(h.tokens[-1].text)) for h in hedges)),
            source=self._spans(each.source),
            cue=self._spans(each.cue),
            content=self._spans(each.content),
            doubts=doubts,
        )

    def _split(self, each: Attribution) -> list[Attribution]:
        """ "said that A and that B": one statement for each "that"."""
        if each.direct or len(each.content_heads) != 1 or each.kind not in ("ccomp", "inserted", "that", "citing"):
            return [each]
        head = self._doc[each.content_heads[0]]
        inside = {token.i for token in self._tokens(each.content)}
        cue = self._doc[each.cue_head] if each.cue_head is not None else head
        heads = [head, *(token for token in _joined(head, cue) if token.i in inside)]
        own = next((place for place, part in enumerate(heads) if place and is_tellers(part, cue, each.act)), len(heads))
        if len(heads) == 1:
            return [each]
        parts: list[Attribution] = []
        for place, part in enumerate(heads[:own]):
            first = each.content[0][0] if place == 0 else self._doc[_opening(part)].idx
            last = self._end_before(heads[place + 1]) if place + 1 < len(heads) else each.content[-1][1]
            kept = tuple((max(s, first), min(e, last)) for s, e in each.content if s < last and e > first)
            parts.append(replace(each, content=kept, content_heads=(part.i,), goes_on=place > 0))
        return parts

    def _end_before(self, clause: Token) -> int:
        """Where the clause before this one ends: without the "and" and the comma between them."""
        i = _opening(clause) - 1
        while (
            i > 0
            and self._doc[i].tag_ != "''"
            and (self._doc[i].dep_ == "cc" or self._doc[i].is_punct or self._doc[i].is_space)
        ):
            i -= 1
        return self._doc[i].idx + len(self._doc[i].text)

    # ---- who

    def _speaker(self, each: Attribution, told_by: Statement | None) -> tuple[Ref | None, tuple[str, ...]]:
        if not each.source:
            return None, ()
        start, end = each.source[0][0], each.source[-1][1]
        head = self._doc[each.source_head] if each.source_head is not None else None
        if each.kind == "lead" and self._document.text[start:end].casefold() in TURNS:
            return self._by_role(self._document.text[start:end])
        if each.kind == "lead" and each.direct:
            resolved = self._resolver.in_turn(start, end)
            return (resolved.ref, (resolved.doubt,) if resolved.doubt else ()) if resolved is not None else (None, ())
        if head is not None and head.lower_ in _NOBODY:
            return None, ()
        if head is not None and head.lower_ in _SELF:
            return (
                (told_by.speaker, ()) if told_by is not None and told_by.direct else self._first_person(head, told_by)
            )
        denied = told_by is not None and told_by.commitment is Commitment.DENIED
        if head is not None and told_by is not None and denied and head.lower_ in _BACK and told_by.speaker is not None:
            doubt = f"'{head.text}' is taken to be {told_by.speaker.name}, who denies it."
            return told_by.speaker, (doubt,)
        if head is not None and head.lower_ in _GROUP_SELF:
            return self._first_person(head, told_by)
        if head is not None and head.lower_ in ("who", "that", "which") and head.head.dep_ == "relcl":
            antecedent = head.head.head
            first = next((child for child in antecedent.lefts if child.dep_ not in ("mark", "cc", "punct")), antecedent)
            start, end = first.left_edge.idx, antecedent.idx + len(antecedent.text)
        teller = told_by.speaker if told_by is not None and told_by.direct else None
        resolved = self._resolver.resolve_with_doubt(start, end, teller)
        if resolved is None:
            return None, ()
        return resolved.ref, (resolved.doubt,) if resolved.doubt else ()

    def _by_role(self, role: str) -> tuple[Ref | None, tuple[str, ...]]:
        """ "MODERATOR" is a part in the talk, "Q" nobody; "A" is the one person whom the paper names before."""
        if role.casefold() not in ("a", "answer"):
            return (None if role.casefold() in _ASKING else Ref(id=None, name=role)), ()
        person = self._interviewed
        if person is None:
            return None, ()
        return person, (f"'{role}' is taken to be {person.name}, the only person named before the questions.",)

    @cached_property
    def _interviewed(self) -> Ref | None:
        """The one person whom an interview names before its first question, whoever holds it aside."""
        text = self._document.text
        first = _FIRST_QUESTION.search(text)
        if first is None or not _INTERVIEWED.search(text, 0, first.start()):
            return None
        people = {}
        for entity in self._doc.ents:
            if entity.start_char >= first.start():
                break
            if entity.label_ == "PERSON" and not _WRITER.search(text, 0, entity.start_char):
                found = self._resolver.resolve(entity.start_char, entity.end_char)
                if found is not None and found.id is not None:
                    people[found.id] = found
        return next(iter(people.values())) if len(people) == 1 else None

    def _first_person(self, word: Token, told_by: Statement | None) -> tuple[Ref, tuple[str, ...]]:
        """ "I" and "we" of the paper itself; within what somebody says they are nobody else's to tell."""
        author = self._resolver.author(word.lower_ in _GROUP_SELF) if told_by is None else None
        if author is None:
            return Ref(id=None, name=word.text), ()
        return author.ref, (author.doubt,) if author.doubt else ()

    def _addressee(self, each: Attribution) -> Ref | None:
        if each.kind == "according":
            return None
        if each.addressee:
            return self._resolver.resolve(each.addressee[0][0], each.addressee[-1][1])
        verb = self._doc[each.cue_head] if each.cue_head is not None else None
        if verb is None or verb.pos_ != "VERB":
            return None
        if each.act is Act.THANK:
            return self._thanked(verb)
        content = {token.i for token in self._tokens(each.content)} if len(each.content) < 3 else set()
        for child in verb.rights:
            if child.dep_ in ("prep", "dative") and child.lower_ == "to" and child.i not in content:
                named = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
                if named is not None and named.i not in content and not _is_end_of_span(named, child):
                    words = list(named.subtree)
                    return self._resolver.resolve(words[0].idx, words[-1].idx + len(words[-1].text))
        return None

    def _thanked(self, verb: Token) -> Ref | None:
        """ "Thanked Kestria for its part": who is thanked is spoken to."""
        thanked = next((child for child in verb.rights if child.dep_ in ("dobj", "dative")), None)
        if thanked is None or thanked.i - verb.i > 6:
            return None
        rest = {i for child in thanked.rights if child.dep_ == "prep" and child.lower_ == "for" for i in subtree(child)}
        words = [token for token in thanked.subtree if token.i not in rest]
        return self._resolver.resolve(words[0].idx, words[-1].idx + len(words[-1].text)) if words else None

    def _is_writers(self, each: Attribution, told_by: Statement | None) -> bool:
        """Whether the paper itself says it ("I", "we"), and no one told in it."""
        head = self._doc[each.source_head] if each.source_head is not None else None
        return told_by is None and head is not None and head.lower_ in _SELF | _GROUP_SELF

    def _speaker_words(self, each: Attribution) -> frozenset[str]:
        """Words by which the content speaks of its own speaker."""
        if each.direct:
            return frozenset({"i", "we"})
        if each.source_head is None:
            return frozenset()
        head = self._doc[each.source_head]
        one = head.ent_type_ == "PERSON" or head.lower_ in ("he", "she") or each.kind == "according"
        return frozenset({"he", "she", "it", "i", "we"} if one else {"he", "she", "it", "they", "i", "we"})

    # ---- when

    def _interval(self, each: Attribution) -> Interval | None:
        """The time that hangs on the cue, or stands beside it: when it was said, not what it speaks of."""
        if each.cue_head is None:
            return None
        cue = self._doc[each.cue_head]
        sentence = cue.sent
        low = bisect.bisect_left(self._time_starts, sentence.start_char)
        high = bisect.bisect_left(self._time_starts, sentence.end_char)
        taken = (*each.content, *each.source)
        for time in self._times[low:high]:
            if time.earliest is None and time.latest is None:
                continue
            if any(start < time.span.end and time.span.start < end for start, end in taken):
                continue
            words = self._doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            between = cue.idx < time.span.start and time.span.end <= each.content[0][0] and not each.goes_on
            if words is not None and (between or _hangs_on(words.root, cue)):
                return Interval(earliest=time.earliest, latest=time.latest, said=time.span.exact)
        return None

    # ---- words

    def _tokens(self, ranges: Ranges) -> list[Token]:
        return [
            token
            for start, end in ranges
            for token in self._doc[
                bisect.bisect_left(self._token_starts, start) : bisect.bisect_left(self._token_starts, end)
            ]
        ]

    def _around(self, cue: Token) -> list[Token]:
        """The words of a cue's sentence that belong to no statement."""
        return [token for token in cue.sent if token.i not in self._taken]

    def _loose(self, cue: Token) -> frozenset[int]:
        """The places of those words, if the cue's statement is the only one of its sentence."""
        first, end = (bisect.bisect_left(self._cues, place) for place in (cue.sent.start, cue.sent.end))
        if end - first > 1:
            return frozenset()
        return frozenset(token.i for token in self._around(cue))

    def _spans(self, ranges: Ranges) -> tuple[Span, ...]:
        return tuple(Span.of(self._document.text, start, end, self._document.id) for start, end in ranges)


def _is_end_of_span(named: Token, preposition: Token) -> bool:
    """ "From 8 May to the end of 10 May": a time until which, and nobody to whom."""
    return named.ent_type_ in ("DATE", "TIME", "CARDINAL") or (
        named.lemma_ in ("beginning", "end", "midnight", "noon", "start")
        or any(child.lower_ == "from" for child in preposition.head.rights if child.i < preposition.i)
    )


def _depth(place: int, hosts: Sequence[int | None]) -> int:
    depth = 0
    seen = {place}
    current = hosts[place]
    while current is not None and current not in seen:
        seen.add(current)
        depth += 1
        current = hosts[current]
    return depth


def _joined(head: Token, cue: Token) -> list[Token]:
    """The further clauses, each with its own "that", that go on from one: "that A, that B and that C"."""
    found: dict[int, Token] = {}
    stack = [head, cue]
    while stack:
        token = stack.pop()
        for child in token.rights:
            if child.i <= head.i or child.i in found:
                continue
            if child.dep_ == "conj" and (token.i != cue.i or has_complementiser(child)):
                stack.append(child)
            elif not (child.dep_ in ("advcl", "ccomp", "acl", "relcl") and _follows_a_joint(child)) or _is_shared(
                child
            ):
                continue
            else:
                stack.append(child)
            if has_complementiser(child):
                found[child.i] = child
    return [found[i] for i in sorted(found)]


def _follows_a_joint(clause: Token) -> bool:
    """Whether a "that" comes after a comma or an "and": the parser hangs such clauses anywhere."""
    if not has_complementiser(clause):
        return False
    opening = clause.doc[_opening(clause)]
    return opening.i > 0 and (opening.nbor(-1).text in (",", ";") or opening.nbor(-1).dep_ == "cc")


def _is_shared(clause: Token) -> bool:
    """ "hoped, but could not promise, that P": no further clause but the one that both verbs wait for."""
    undone = (child for child in clause.head.rights if child.dep_ == "conj" and child.i < clause.i)
    return clause.dep_ == "ccomp" and any(child.dep_ == "neg" for verb in undone for child in verb.lefts)


def _opening(clause: Token) -> int:
    return next((child.i for child in clause.lefts if child.dep_ == "mark"), clause.left_edge.i)


def _hangs_on(time: Token, cue: Token) -> bool:
    """Whether a time is the cue's own: below it with no other verb between."""
    current = time
    for _ in range(8):
        if current.i == cue.i:
            return True
        if current.head.i == current.i or (current.pos_ in ("VERB", "AUX") and current.i != time.i):
            return False
        current = current.head
    return False
