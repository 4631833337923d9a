"""What something hangs on: "if", "unless", "provided that", "once", "in return for", "until"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from parley.model import Condition, Document, Span

from ..tokens import Doc, Token
from ..tokens import Span as SpanOfTokens
from .bare_conditions import find_bare
from .condition_cues import next_cue
from .condition_words import (
    EITHER,
    HANGING,
    IN_STATEMENTS,
    MOMENTS,
    NEGATIVE,
    NO_CONDITIONS,
    ON_TOP,
    OPENING_ONLY,
    OTHERS,
    PHRASES,
    SHORT,
    TERMS,
    UNMISTAKABLE,
    WITH_UNTIL,
    WITH_UPON,
    WITHHOLDING,
)

_CLAUSES = ("advcl", "ccomp", "pcomp", "conj", "relcl", "acl")
_OPENINGS = ("mark", "advmod", "prep")
_ASKED = frozenset({"ask", "asked", "asking", "asks", "pressed", "wonder", "wondered", "unclear", "unsure"})
"""Words after which "if" brings a question."""


@dataclass(frozen=True)
class Proviso:
    """A condition, the word on which it hangs, the word that heads it, and the word that opens it."""

    condition: Condition
    governor: Token
    head: Token
    opening: Token


def find_provisos(
    doc: Doc, document: Document, ranges: Iterable[tuple[int, int]], cues: frozenset[str] = IN_STATEMENTS
) -> Iterator[Proviso]:
    """The conditions that open in some ranges of code points, in reading order, none within another.

    "Asked if" and "even if" put no condition.
    """
    for start, end in ranges:
        position = start
        while match := next_cue(doc, cues, position, end):
            position = match.end()
            found = _proviso(doc, document, match, start, end)
            if found is not None:
                yield found
                position = max(position, found.condition.spans[0].end)


def conditions_of_statement(
    doc: Doc,
    document: Document,
    content: Sequence[tuple[int, int]],
    cue: Token | None,
    around: Collection[int] = (),
) -> tuple[Condition, ...]:
    """The conditions within some content, and those beside it that hang on it or its cue ("If ..., Kestria will").

    ``around`` are the places of words of the sentence that belong to no statement: a condition on one of them is
    this statement's too.
    """
    within = list(conditions_of(doc, document, content))
    if cue is None:
        return tuple(within)
    sentence = ((cue.sent.start_char, cue.sent.end_char),)
    provisos, bare = list(find_provisos(doc, document, sentence)), list(_bare(doc, document, sentence))
    if not provisos and not bare:
        return tuple(within)  # as nearly always
    verbs = {cue.i}
    while cue.head.i != cue.i and (cue.pos_ in ("ADJ", "NOUN") or cue.dep_ in ("conj", "xcomp")):
        cue = cue.head
        verbs.add(cue.i)
    verbs |= {token.i for token in cue.sent if _overlaps_token(token, content)} | set(around)
    beside = [
        each.condition
        for each in provisos
        if each.governor.i in verbs
        and each.opening.i not in verbs - set(around)
        and not _overlaps(each.condition.spans[0], content)
    ]
    beside += [
        each
        for each in bare
        if not any(_overlaps(each.spans[0], ((s.spans[0].start, s.spans[0].end),)) for s in (*within, *beside))
        and not _overlaps(each.spans[0], content)
        and not _overlaps(each.spans[0], ((cue.idx, cue.idx + len(cue.text)),))
        and (governor := _governor(doc, each.spans[0])) is not None
        and governor.i in verbs
    ]
    return tuple(sorted((*within, *beside), key=lambda each: each.spans[0].start))


def _overlaps_token(token: Token, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in ranges)


def _governor(doc: Doc, span: Span) -> Token | None:
    """The word on which the words of a span hang."""
    words = doc.char_span(span.start, span.end, alignment_mode="contract")
    return words.root.head if words is not None else None


def _bare(doc: Doc, document: Document, ranges: Iterable[tuple[int, int]]) -> Iterator[Condition]:
    for start, end in find_bare(doc, ranges):
        span = Span.of(document.text, start, end, document.id)
        yield Condition(cue="", words=span.exact, spans=(span,))


def conditions_of(doc: Doc, document: Document, ranges: Sequence[tuple[int, int]]) -> tuple[Condition, ...]:
    """All conditions in some ranges of code points, with or without a cue, also where nobody is said to speak."""
    found = [
        each.condition
        for each in find_provisos(doc, document, ranges, WITH_UNTIL)
        if each.condition.cue not in ("until", "before") or _waits(each)
    ]
    for bare in _bare(doc, document, ranges):
        if not any(_overlaps(bare.spans[0], ((s.start, s.end),)) for each in found for s in each.spans):
            found.append(bare)
    return tuple(sorted(found, key=lambda each: each.spans[0].start))


def _waits(each: Proviso) -> bool:
    """ "Nothing can happen before the snow melts": the deed waits; what comes "before" must itself be to come."""
    if each.condition.cue == "until":
        return _is_negated(each.governor)
    ahead = any(child.tag_ == "MD" for child in each.governor.children)
    return ahead and each.head.tag_ in ("VBZ", "VBP") and _has_negative(each.governor)


def _is_negated(verb: Token) -> bool:
    """ "No grain will pass until ...": the deed waits, where without a denial "until" tells how long it goes on."""
    if verb.lemma_ in WITHHOLDING and (verb.lemma_ != "wait" or verb.tag_ == "VB"):
        return True  # "must wait until", not "waited until"
    above = verb.head
    if verb.dep_ == "xcomp" and above.i != verb.i and (above.lemma_ in WITHHOLDING or _has_negative(above)):
        return True  # "refused to sign until", "is not willing to sign until"
    return _has_negative(verb)


def _has_negative(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children) or any(
        child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and any(g.lower_ in NEGATIVE for g in child.subtree)
        for child in verb.children
    )


def _overlaps(span: Span, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in ranges)


def _proviso(doc: Doc, document: Document, match: re.Match[str], first: int, last: int) -> Proviso | None:
    cue = re.sub(r"\s+", " ", match.group()).lower()
    opening = doc.char_span(*match.span(), alignment_mode="expand")
    if cue in NO_CONDITIONS or opening is None or not _may_open(opening, cue):
        return None
    head = _head(opening, cue)
    members: Sequence[Token]
    if head is not None and (cue not in UNMISTAKABLE or head.right_edge.i > opening[-1].i):
        members = sorted((*head.subtree, *_series_after(head)), key=lambda token: token.i)
    elif (cue in UNMISTAKABLE or (cue in ON_TOP and _opens_sentence(opening))) and (
        clause := _clause_by_words(opening)
    ):
        head, members = opening.root, (*opening, *clause)
    else:
        return None
    if cue in MOMENTS and _is_past(members):
        return None
    if cue.startswith(("not", "only")):
        members = _before_inversion(members, opening.end)
    if match.group().lower() == "if" and f"if {opening[-1].nbor().lower_}" in SHORT:
        members = [*opening, opening[-1].nbor()]
    if cue in PHRASES and max(t.i for t in members) <= opening[-1].i:
        members = (*opening, *_phrase_by_words(opening))  # "absent fresh rains": an adjective to the parser
    if _opens_sentence(opening):
        members = _before_promise(members)
    members = _with_adverb(_before_another(members, opening.end), opening.end)
    inside = [t for t in members if t.i >= opening.start and first <= t.idx < last and not t.is_space]
    while inside and inside[-1].is_punct:
        inside.pop()
    if len(inside) < 2:
        return None
    span = Span.of(document.text, match.start(), min(inside[-1].idx + len(inside[-1].text), last), document.id)
    words = span.exact[len(match.group()) :].strip()
    governor = head.head
    while governor.i != governor.head.i and opening.start <= governor.i < opening.end:
        governor = governor.head  # "provided that": the words of the cue hang on one another
    at = Span.of(document.text, match.start(), match.end(), document.id)
    return (
        Proviso(Condition(cue=cue, words=words, spans=(span,), cue_span=at), governor, head, opening[0])
        if words and words.lower() not in ("any", "ever")  # "the lists, if any"
        else None
    )


def _is_past(members: Sequence[Token]) -> bool:
    """ "The moment the gun was moved" of a time that is over, not told back from one to come ("would fire")."""
    finite = next((token.tag_ for token in members if token.tag_ in ("VBD", "VBZ", "VBP", "MD")), "")
    return finite == "VBD" and not any(token.tag_ == "MD" for token in members[0].sent)


def _head(opening: SpanOfTokens, cue: str) -> Token | None:
    """The word that heads a condition: the verb of its clause, or the preposition of its phrase."""
    token = opening[-1]
    if cue in PHRASES or (cue in EITHER and token.dep_ == "prep"):
        return token
    clause = token.head
    starts = token.is_sent_start is True or (token.i > 0 and token.nbor(-1).is_punct)
    if cue == "once" and starts and clause.tag_ == "VBN" and clause.i == token.i + 1:
        return clause  # "the accord, once ratified, binds both"
    if token.dep_ not in _OPENINGS or clause.dep_ not in _CLAUSES or clause.i < token.i:
        return None
    if cue == "once" and not any(
        child.dep_ in ("nsubj", "nsubjpass") and child.i > token.i for child in clause.children
    ):
        return None  # "had once been"
    if cue == "if" and (
        clause.dep_ == "ccomp" or _is_thanked(clause.head) or token.nbor(-1 if token.i else 0).lower_ in _ASKED
    ):
        return None  # "asked if", "would be grateful if"
    return clause


def _clause_by_words(opening: SpanOfTokens) -> list[Token]:
    """The words after a cue up to the next mark, if there are a subject and a finite verb among them."""
    found: list[Token] = []
    for token in opening.doc[opening.end : opening.sent.end]:
        if token.is_punct and not token.is_quote:
            break
        found.append(token)
    if not found or (
        found[0].pos_ not in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM")
        and found[0].lower_ not in ("either", "neither", "both")
    ):
        return []
    if opening.text.lower() in TERMS and len(found) > 2:
        return found  # what else should follow "on the understanding that", whatever the parser makes of its verb
    return found if any(token.tag_ in ("VBZ", "VBP", "VBD", "MD", "VB") for token in found[1:]) else []


def _opens_sentence(opening: SpanOfTokens) -> bool:
    before = opening.doc[opening.start - 1] if opening.start else None
    return before is None or opening[0].is_sent_start is True or before.text == ":" or before.is_quote


def _phrase_by_words(opening: SpanOfTokens) -> list[Token]:
    """The words after a cue up to the next mark or verb, where the parser hangs nothing on it."""
    found: list[Token] = []
    for token in opening.doc[opening.end : opening.sent.end]:
        if token.is_punct or token.tag_ in ("VBZ", "VBP", "VBD", "MD"):
            break
        found.append(token)
    return found


def _may_open(opening: SpanOfTokens, cue: str) -> bool:
    """ "Given a neutral chair, they would come", but not "the shelter given to them", "as far as it depends on us"."""
    before = opening.doc[opening.start - 1] if opening.start else None
    if cue == "absent" and opening.end < len(opening.doc) and opening.doc[opening.end].pos_ == "DET":
        return opening[0].pos_ != "VERB" and not (before is not None and before.pos_ == "AUX")
    if cue == "failing" and before is not None and before.pos_ == "AUX":
        return False  # "should be failing in my duty"
    if cue == "upon":
        return _is_followed(opening[0])
    if cue in OPENING_ONLY or cue == "absent":
        return before is None or opening[0].is_sent_start is True or before.is_punct or before.is_space
    if cue in HANGING:
        return not any(word.lower_ == "far" for word in opening.doc[max(0, opening.start - 4) : opening.start])
    return True


def _is_followed(preposition: Token) -> bool:
    """ "Shall be lifted upon certification": what a deed to come waits for; "call upon the parties" is a plain verb."""
    verb = preposition.head
    thing = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    ahead = any(child.tag_ == "MD" for child in verb.children)
    return verb.pos_ == "VERB" and verb.lemma_ not in WITH_UPON and ahead and thing is not None and thing.pos_ == "NOUN"


def _before_another(members: Sequence[Token], start: int) -> Sequence[Token]:
    """ "Once the court has ruled, | and whatever it rules", "if a seal is broken, | and some were,": no aside."""
    for place in range(1, len(members) - 1):
        token = members[place]
        if token.i > start and token.text == "," and members[place + 1].lower_ == "to":
            return members[:place]  # "unless the chair advises otherwise, | to meet again"
        short = [each.text for each in members[place + 1 : place + 5]]
        if token.i > start and token.text == "," and short[:1] == ["and"] and "," in short[2:]:
            return members[:place]
        joins = token.i > start and token.dep_ == "cc" and members[place - 1].text == ","
        if joins and members[place + 1].lower_ in OTHERS:
            return members[:place]
    return members


def _before_promise(members: Sequence[Token]) -> Sequence[Token]:
    """ "In the absence of a guarantee | they will not come": the parser hangs the main clause on the guarantee."""
    for token in members:
        promised = token.dep_ == "relcl" and any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.lefts)
        if promised and not any(each.tag_ in ("WDT", "WP", "IN") and each.dep_ != "prep" for each in token.lefts):
            barred = {each.i for each in token.subtree}
            return [each for each in members if each.i not in barred]
    return members


def _with_adverb(members: Sequence[Token], start: int) -> Sequence[Token]:
    """ "If they come home *safely* we shall go": an adverb that the parser gives to the main clause."""
    if not members:
        return members
    last = max(token.i for token in members)
    if last < start or last + 2 >= len(members[0].doc):
        return members
    adverb, after = members[0].doc[last + 1], members[0].doc[last + 2]
    joins = adverb.pos_ == "ADV" and adverb.dep_ == "advmod" and adverb.head.i > after.i and after.dep_ == "nsubj"
    return [*members, adverb] if joins and adverb.lower_ not in ("then", "so") else members


def _before_inversion(members: Sequence[Token], start: int) -> Sequence[Token]:
    """ "Not until they are named | will Kestria sit down": what is turned round is the main clause."""
    for place, token in enumerate(members):
        if token.i < start or token.dep_ not in ("aux", "auxpass") or token.head.i <= token.i:
            continue
        subject = next((child for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.left_edge.i == token.i + 1:
            return members[:place]
    return members


def _is_thanked(verb: Token) -> bool:
    """ "We would be grateful if ..." asks, and puts no condition."""
    if verb.lemma_.lower() == "oblige":
        return any(child.lower_ in ("i", "we") for child in verb.lefts)
    return any(token.lemma_.lower() in ("grateful", "appreciate") for token in (verb, *verb.children))


def _series_after(head: Token) -> list[Token]:
    """The rest of "until it frees the crew, withdraws its boats and pays": the parser hangs it on the verb before.

    Told by grammar: "would stay ... and pays" is no pair, "frees ... and pays" is one. Only a verb right after
    the comma opens such a rest; "until it pays, and says so" goes back to the main clause.
    """
    after = head.right_edge.i + 1
    if head.tag_ not in ("VBZ", "VBP", "VBD") or after + 1 >= len(head.doc) or head.doc[after].text != ",":
        return []
    verb = head.doc[after + 1]
    if verb.tag_ == head.tag_ and verb.left_edge.i < head.i and _opens_a_list(verb):
        return [each for each in (head.doc[after], *verb.subtree) if each.i >= after]
    joined = verb.dep_ == "conj" and verb.head.i < head.i and verb.head.tag_ != verb.tag_
    joined |= verb.dep_ == "ccomp" and verb.head.i > verb.i  # "..., hands over the ship and pays, Kestria said"
    if not joined or verb.tag_ != head.tag_ or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return []
    return [head.doc[after], *verb.subtree]


def _opens_a_list(verb: Token) -> bool:
    """ "..., acknowledged the help and sent a delegation": no subject before it, and one more verb after "and"."""
    before = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts if child.i > verb.i - 3)
    return not before and any(
        c.dep_ == "conj" and c.tag_ == verb.tag_ and c.nbor(-1).lower_ == "and" for c in verb.rights
    )
