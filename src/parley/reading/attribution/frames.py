"""Frames: how English puts an attribution, before anyone asks whether the word is one of saying.

Each frame pairs a cue with its source and its content by grammar alone: a verb with its clause, its
infinitive, its object; a noun with what it is of; an adjective with what somebody is sure of; "according to".
Which words are cues is the business of ``cues``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..grammar import (
    PASSIVE_SUBJECT,
    cue_tokens,
    is_passive,
    lemma_of,
    name_before,
    source_tokens,
    subject_of,
    subtree,
)
from ..tokens import Token
from .clause_ends import going_on, is_counted, is_said_in, named_as
from .frame import RELATIVE, Frame
from .nominal_frames import adjective_frames, noun_frames
from .objects import is_dated, rest_of_object, without_remark

_TAILS = ("of", "for", "as", "about", "over", "on", "with", "to", "against")
_PROVISOS = frozenset(
    {"assumption", "basis", "condition", "event", "provided", "providing", "proviso", "understanding"}
)
_NO_ONE = frozenset({"both", "either", "it", "that", "this"})
"""Words after a verb of saying that name nobody addressed: "confirmed both that", "as she put it"."""
_CHANNELS = frozenset(
    {
        "address",
        "conference",
        "email",
        "interview",
        "letter",
        "message",
        "note",
        "post",
        "report",
        "speech",
        "statement",
    }
    | {"tweet"}
)
"""Nouns by which a verb of saying tells how something was said; a clause after them is the verb's."""


def frames_of(token: Token) -> Iterator[Frame]:
    """All frames that ``token`` heads."""
    pos = token.pos_
    if pos == "VERB":
        yield from _verb_frames(token)
    elif pos == "NOUN":
        yield from noun_frames(token)
    elif pos == "ADJ":
        yield from adjective_frames(token)


def _verb_frames(verb: Token) -> Iterator[Frame]:
    lemma = lemma_of(verb)
    passive = is_passive(verb)
    children = list(verb.children)
    agent = next(
        (
            grand
            for child in children
            if child.dep_ == "agent" or (passive and child.dep_ == "prep" and child.lower_ == "by")
            for grand in child.children
            if grand.dep_ in ("pobj", "pcomp")
        ),
        None,
    )
    passive_subject = next((child for child in children if child.dep_ in PASSIVE_SUBJECT), None)
    if passive and passive_subject is None and verb.dep_ == "acl":
        passive_subject = verb.head
    elif passive and passive_subject is None and verb.dep_ == "conj":  # "was rejected by X and criticised by Y"
        passive_subject = next((child for child in verb.head.lefts if child.dep_ in PASSIVE_SUBJECT), None)
    subject = agent if passive else subject_of(verb)
    if subject is None and not passive and verb.tag_ in ("VBD", "VBZ", "VBP"):
        subject = name_before(verb)
    source = source_tokens(subject, verb) if subject is not None else frozenset()
    direct = next((child for child in children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"), None)
    given_to = direct if direct is not None and direct.dep_ == "dative" else None
    if given_to is not None and not any(child.dep_ in ("ccomp", "xcomp") for child in children):
        # "offered X an end to it"
        direct = next((c for c in children if c.dep_ == "dobj" and c.i > given_to.i), direct)
    if direct is not None and direct.lower_ == "responsibility":
        lemma = f"{lemma} responsibility"
    clauses = _clauses(verb, children)
    # "A insisted on it; B said that ...": of two clauses the one that follows with its "that" is said
    clause = next((c for c in clauses if c.i > verb.i and has_complementiser(c)), None)
    clause = clause or (clauses[0] if clauses else None)
    infinitive = next((child for child in children if child.dep_ == "xcomp" or _is_bare_purpose(child, verb)), None)
    preposition = next((child for child in verb.rights if child.dep_ == "prep" and child.i - verb.i <= 3), None)

    def frame(kind: str, content: frozenset[int], content_head: Token, also: Iterable[int] = ()) -> Frame:
        cue = cue_tokens(verb, also)
        addressee = frozenset[int]()
        if (
            direct is not None
            and direct.lower_ not in _NO_ONE
            and content_head.i != direct.i
            and (kind != "ccomp" or direct.i < content_head.i)
            and (kind == "xcomp" or direct.i not in content)
        ):
            addressee = subtree(direct)
        elif given_to is not None and given_to is not direct and content_head.i != given_to.i:
            addressee = subtree(given_to)
        kept = content - cue - source
        return Frame(
            lemma,
            "passive" if passive else "verb",
            kind,
            verb.i,
            cue,
            source - cue,
            kept,
            subject.i if subject is not None else None,
            passive,
            addressee,
            content_head.i,
        )

    if clause is not None:
        content = _clause_tokens(clause, verb)
        for joined in children:
            if joined.dep_ in ("conj", "ccomp") and joined.i > clause.i and has_complementiser(joined):
                content |= _joined_tokens(joined)
            elif joined.dep_ == "dobj" and joined.left_edge.i - 1 in content and is_counted(joined):
                content |= subtree(joined)
        yield frame("ccomp", content, clause)
    elif verb.dep_ in ("parataxis", "ccomp", "advcl") and clause is None and _is_inserted(verb):
        host = verb.head
        content = subtree(host, {verb.i})
        as_clause = verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts)
        if verb.dep_ == "parataxis" or as_clause:
            yield frame("inserted", content, host)
    if clause is None and infinitive is not None:
        if any(child.lower_ == "to" for child in infinitive.lefts):
            content = subtree(infinitive)
            if passive_subject is not None and verb.dep_ != "acl":
                content |= subtree(passive_subject, {verb.i})  # what is expected is that they come
            if direct is not None and verb.i < direct.i < infinitive.i and lemma != "tell":
                content |= subtree(direct)
            called = _called_on(verb, preposition)
            if called is not None:
                direct, content = called, content | subtree(called)
            bridge = _bridge(verb, preposition) if called is not None and preposition is not None else ()
            yield frame("xcomp", content, infinitive, bridge)
        elif infinitive.tag_ == "VBG" or any(child.lower_ == "having" for child in infinitive.lefts):
            yield frame("gerund", subtree(infinitive), infinitive)
        elif direct is None:
            yield frame("predicate", subtree(infinitive), infinitive)
    if clause is None and infinitive is None and direct is not None:
        complement = next((c for c in children if c.dep_ in ("oprd", "acomp") and c.i > direct.i), None)
        complement = complement or next((c for c in direct.rights if c.dep_ == "appos" and _is_quoted(c)), None)
        tails = [c for c in verb.rights if c.dep_ == "prep" and c.i > direct.i]
        tail = next((c for c in tails if c.lower_ in _TAILS and not is_dated(c)), None)
        if complement is not None and direct.lower_ in RELATIVE and verb.dep_ == "relcl" and direct.i < verb.i:
            named = subtree(verb.head, {verb.i})  # "a step that they called a siege"
            yield frame("oprd", named | subtree(complement), complement)
        elif direct.lower_ in RELATIVE and direct.i < verb.i:
            yield frame("relative", subtree(direct), direct)
        elif any(c.dep_ in ("nmod", "compound") and c.i < direct.i and c.nbor().is_quote for c in direct.lefts):
            yield frame("oprd", subtree(direct), direct)  # called the remarks "theatre"
        elif complement is not None:
            last = max(subtree(complement))
            closing = {last + 1} if last + 1 < len(verb.doc) and verb.doc[last + 1].is_quote else set()
            yield frame("oprd", subtree(direct) | subtree(complement) | closing, complement)
        else:
            if tail is not None:
                between = frozenset(i for c in tails if c.i < tail.i and not _is_channel(c) for i in subtree(c))
                yield frame(f"dobj+{tail.lower_}", subtree(direct) | between | subtree(tail), tail)
            as_tail = next((c for c in tails if c.lower_ in ("as", "by", "for")), None)
            content = without_remark(direct) | rest_of_object(verb, direct)
            yield frame("dobj", content | subtree(as_tail) if as_tail is not None else content, direct)
    judged = [child for child in verb.rights if child.dep_ == "oprd"] if direct is None and not passive else []
    if clause is None and infinitive is None and judged and _is_quoted(judged[-1]):
        content = frozenset(i for each in judged for i in subtree(each))
        end = max(content) + 1
        marks = {end} if end < len(verb.doc) and verb.doc[end].is_quote else set()
        yield frame("oprd", content | marks, judged[-1])  # called the offer “unacceptable” in a letter
    if clause is None and infinitive is None and direct is None:
        if passive and passive_subject is not None:
            content = subtree(passive_subject, {verb.i})
            told = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("of", "as")), None)
            yield frame("subject", content | subtree(told) if told is not None else content, passive_subject)
        elif preposition is not None:
            inner = [child for child in preposition.children if child.dep_ in ("pobj", "pcomp")]
            if inner:
                content = frozenset().union(*(subtree(child) for child in inner))
                yield frame(f"prep:{preposition.lower_}", content, inner[0], _bridge(verb, preposition))
        elif clause is None and (thing := named_as(verb)) is not None:
            yield frame("dobj", subtree(thing), thing)
        elif clause is None:
            interrogative = next((child for child in verb.rights if child.dep_ == "advcl"), None)
            if interrogative is not None and any(t.lower_ == "for" and t.dep_ == "mark" for t in interrogative.lefts):
                yield frame("prep:for", subtree(interrogative), interrogative)  # "called for all to leave"
            elif interrogative is not None and any(
                t.lower_ in ("if", "whether", "how", "why") for t in interrogative.lefts
            ):
                yield frame("advcl", subtree(interrogative), interrogative)


def _called_on(verb: Token, preposition: Token | None) -> Token | None:
    """Who is called on to do something."""
    if preposition is None or preposition.lower_ not in ("on", "upon") or verb.lemma_ != "call":
        return None
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def _is_bare_purpose(clause: Token, verb: Token) -> bool:
    """ "undertake to keep the road open", "call on X to leave": right after its verb, or after who is called on, the
    clause is what is undertaken or asked, and no purpose."""
    if clause.dep_ != "advcl" or clause.tag_ != "VB":
        return False
    before = clause.left_edge.i - 1
    called = verb.lemma_ == "call" and any(
        child.lower_ in ("on", "upon") and child.right_edge.i == before for child in verb.rights
    )
    return clause.left_edge.i == verb.i + 1 == clause.i - 1 or called


def _is_proviso(clause: Token) -> bool:
    """ "Hinted at it in the event that they were sold": the "that" goes with "in the event"."""
    mark = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    return mark is not None and mark.i > 0 and mark.nbor(-1).lower_ in _PROVISOS


def _clauses(verb: Token, children: list[Token]) -> list[Token]:
    """The clauses that a verb governs, one that the parser hung on a noun between them included:
    "told the paper in an interview that ..."."""
    found = [c for c in children if c.dep_ == "ccomp" and not _is_proviso(c) and not _is_held_up(c, verb)]
    if not found:
        for child in verb.rights:
            if child.dep_ == "advcl" and child.lower_ in ("citing", "quoting"):  # "said, citing the report, that ..."
                found += [c for c in child.rights if c.dep_ == "ccomp" and has_complementiser(c)]
            if child.dep_ == "prep":
                nouns = [grand for grand in child.children if grand.dep_ == "pobj" and grand.lemma_ in _CHANNELS]
                found += [
                    c
                    for noun in nouns
                    for c in noun.rights
                    if (c.dep_ in ("acl", "ccomp") and has_complementiser(c)) or is_said_in(c, noun, verb)
                ]
    return found


def _is_channel(preposition: Token) -> bool:
    """ "claimed responsibility in a message for": how it was said, or when."""
    return is_dated(preposition) or any(child.lemma_ in _CHANNELS for child in preposition.children)


def _is_held_up(clause: Token, verb: Token) -> bool:
    """ "asked her to accept it “as is”": no clause that anybody says."""
    return clause.i > verb.i and any(child.lower_ == "as" and child.dep_ == "mark" for child in clause.lefts)


def has_complementiser(clause: Token) -> bool:
    """Whether a clause begins with its own "that" or "whether"."""
    return any(child.dep_ == "mark" and child.lower_ in ("that", "whether") for child in clause.lefts)


def _joined_tokens(clause: Token) -> frozenset[int]:
    """A further clause of the same cue, with the word that joins it: "..., but that the guns would stay"."""
    joint = {t.i for t in clause.head.rights if t.dep_ == "cc" and t.i < clause.i}
    return subtree(clause) | {max(joint)} if joint else subtree(clause)


def _is_quoted(words: Token) -> bool:
    """ "called the closure 'a siege'": what looks like a second name of the closure is what it was called."""
    first = words.doc[words.left_edge.i]
    return first.is_quote or (first.i > 0 and first.nbor(-1).is_quote) or any(each.is_quote for each in words.lefts)


def _bridge(verb: Token, preposition: Token) -> tuple[int, ...]:
    """A preposition beside the verb belongs to the cue ("called for")."""
    return tuple(range(verb.i + 1, preposition.i + 1)) if preposition.i - verb.i <= 2 else ()


def _clause_tokens(clause: Token, verb: Token) -> frozenset[int]:
    """The clause without a date that stands between the cue and its subject: "said on Monday it would"."""
    first = next((child for child in clause.lefts if child.i > verb.i), None)
    barred = {verb.i}
    if first is not None and first.dep_ in ("prep", "npadvmod", "nmod") and first.left_edge.i == verb.i + 1:
        words = list(first.subtree)
        if any(word.ent_type_ == "DATE" for word in words) and verb.doc[words[-1].i : words[-1].i + 2][-1].text != ",":
            barred.add(first.i)
    barred |= going_on(clause)
    opening = next((child.i for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    if opening is not None:  # "said late on Wednesday that": the clause begins with its "that"
        barred |= {child.i for child in clause.lefts if verb.i < child.i < opening}
    return subtree(clause, barred)


def _is_inserted(verb: Token) -> bool:
    return verb.head.i != verb.i
