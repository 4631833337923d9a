"""Frames: how English puts an attribution, before anyone asks whether the word is one of saying.

Each frame pairs a cue with its source and its content by grammar alone: a verb with its clause, its
infinitive, its object; a noun with what it is of; an adjective with what somebody is sure of; "according to".
Which words are cues is the business of ``cues``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

_SUBJECT = ("nsubj", "csubj", "expl")
_PASSIVE_SUBJECT = ("nsubjpass", "csubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_COLOURING = frozenset({"aux", "auxpass", "neg", "prt"})
_DENYING = frozenset({"deny", "refute"})
"""Verbs that take back what they govern: "denied having agreed" is a cue of denying, not of agreeing."""
_TAILS = ("of", "for", "as", "about", "over", "on", "with", "to", "against")
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})


@dataclass(frozen=True)
class Frame:
    """A possible attribution. Members are token indices.

    ``kind`` is how the content hangs on the cue: ``ccomp``, ``xcomp``, ``dobj``, ``prep:of``...
    """

    lemma: str
    pos: str
    kind: str
    head: int
    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    source_head: int | None = None
    passive: bool = False
    addressee: frozenset[int] = field(default_factory=frozenset)
    content_head: int | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        return self.pos, self.lemma, self.kind


def frames_of(token: Token) -> Iterator[Frame]:
    """All frames that ``token`` heads."""
    pos = token.pos_
    if pos == "VERB":
        yield from _verb_frames(token)
    elif pos == "NOUN":
        yield from _noun_frames(token)
    elif pos == "ADJ":
        yield from _adjective_frames(token)


def lemma_of(verb: Token) -> str:
    """The verb's lemma with its particle ("point out")."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), None)
    lemma = verb.lemma_.lower()
    return f"{lemma} {particle}" if particle else lemma


def subtree(token: Token, without: Iterable[int] = ()) -> frozenset[int]:
    """The indices of a token and all below it, but for what hangs below ``without``."""
    barred = set(without)
    found: set[int] = set()
    stack = [token]
    while stack:
        each = stack.pop()
        if each.i in barred:
            continue
        found.add(each.i)
        stack.extend(each.children)
    return frozenset(found)


def is_passive(verb: Token) -> bool:
    if verb.tag_ != "VBN":
        return False
    for child in verb.lefts:
        if child.dep_ in ("auxpass", *_PASSIVE_SUBJECT):
            return True
        if child.dep_ == "aux" and child.lemma_ == "have":
            return False
    if verb.dep_ in ("acl", "advcl") and not any(child.dep_ == "nsubj" for child in verb.children):
        return True
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Who does what the verb says: its own subject, or the one that grammar lends it."""
    for child in verb.children:
        if child.dep_ in _SUBJECT and child.dep_ != "expl":
            return child
    if depth > 5:
        return None
    head = verb.head
    if head is verb or head.i == verb.i:
        return None
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "prep"):
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return None
        while head.dep_ in ("prep", "agent") and head.head.i != head.i:
            head = head.head
        if head.pos_ in ("VERB", "AUX"):
            if verb.dep_ == "xcomp" and not is_passive(head):
                controlled = next((child for child in head.children if child.dep_ == "dobj"), None)
                if controlled is not None and controlled.i < verb.i:
                    return controlled
            passive = next((child for child in head.children if child.dep_ in _PASSIVE_SUBJECT), None)
            return passive if passive is not None and verb.dep_ != "conj" else subject_of(head, depth + 1) or passive
        if verb.dep_ == "pcomp" and head.pos_ == "NOUN":
            return next((child for child in head.children if child.dep_ == "poss"), None)
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return next((child for child in head.children if child.dep_ == "poss"), None)
    return None


def name_before(verb: Token) -> Token | None:
    """Where the parser lost the subject: the noun phrase that ends right before a finite verb."""
    i = verb.i - 1
    first = verb.sent.start
    while i >= first and (verb.doc[i].dep_ in _COLOURING or verb.doc[i].pos_ == "ADV" or verb.doc[i].text == ","):
        i -= 1
    if i < first or verb.doc[i].pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    name = verb.doc[i]
    while (
        name.dep_ in ("compound", "conj", "appos", "nmod")
        and name.head.pos_ in ("NOUN", "PROPN")
        and name.head.i >= first
    ):
        name = name.head
    return name if name.i < verb.i else None


def source_tokens(head: Token, verb: Token | None = None) -> frozenset[int]:
    """The words that name a source: title, modifiers and appositions, without asides that are clauses."""
    barred = {verb.i} if verb is not None else set()
    for child in head.subtree:
        if child.dep_ == "relcl" and child.head.i == head.i:
            before = head.doc[child.left_edge.i - 1] if child.left_edge.i else child
            if before.is_punct or child.i < head.i:
                barred.add(child.i)
        elif child.dep_ in ("acl", "advcl", "parataxis", "punct") and child.head.i == head.i and verb is not None:
            if child.i == verb.i or (child.dep_ != "acl" and child.dep_ != "punct"):
                barred.add(child.i)
        elif child.dep_ in ("case", "cc", "preconj") and child.head.i == head.i and child.dep_ == "case":
            barred.add(child.i)
    found = subtree(head, barred)
    if verb is not None:
        found = frozenset(i for i in found if i not in subtree(verb)) if verb.i in found else found
    return found


def cue_tokens(verb: Token, also: Iterable[int] = ()) -> frozenset[int]:
    """The cue: the verb with auxiliaries, negation, particle and the adverbs beside it."""
    found = {verb.i, *also, *_colouring(verb)}
    governor = verb
    for _ in range(3):  # "began to try to explain"
        if governor.dep_ != "xcomp" or governor.head.pos_ not in ("VERB", "AUX") or governor.i - governor.head.i > 3:
            break
        if governor.head.lemma_ in _DENYING:
            break
        found |= set(range(governor.head.i, governor.i)) | _colouring(governor.head)
        governor = governor.head
    # only what stands together with the verb
    low = high = verb.i
    while low - 1 in found:
        low -= 1
    while high + 1 in found:
        high += 1
    return frozenset(range(low, high + 1)) | set(also)


def _colouring(verb: Token) -> set[int]:
    return {
        child.i
        for child in verb.children
        if child.dep_ in _COLOURING or (child.dep_ == "advmod" and child.pos_ == "ADV" and child.tag_ in ("RB", "RBR"))
    }


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
    passive_subject = next((child for child in children if child.dep_ in _PASSIVE_SUBJECT), None)
    if passive and passive_subject is None and verb.dep_ == "acl":
        passive_subject = verb.head
    subject = agent if passive else subject_of(verb)
    if subject is None and not passive and verb.tag_ in ("VBD", "VBZ", "VBP"):
        subject = name_before(verb)
    source = source_tokens(subject, verb) if subject is not None else frozenset()
    direct = next((child for child in children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"), None)
    clauses = [child for child in children if child.dep_ == "ccomp"]
    # "A insisted on it; B said that ...": of two clauses the one that follows with its "that" is said
    clause = next((c for c in clauses if c.i > verb.i and any(t.lower_ == "that" for t in c.lefts)), None)
    clause = clause or (clauses[0] if clauses else None)
    infinitive = next((child for child in children if child.dep_ == "xcomp"), None)
    preposition = next((child for child in verb.rights if child.dep_ == "prep" and child.i - verb.i <= 3), None)

    def frame(kind: str, content: Iterable[int], content_head: Token, also: Iterable[int] = ()) -> Frame:
        cue = cue_tokens(verb, also)
        addressee = frozenset[int]()
        if direct is not None and content_head.i != direct.i and direct.i not in set(content):
            addressee = subtree(direct)
        kept = frozenset(content) - cue - source
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
        yield frame("ccomp", _clause_tokens(clause, verb), clause)
    elif verb.dep_ in ("parataxis", "ccomp", "advcl") and clause is None and _is_inserted(verb):
        host = verb.head
        content = subtree(host, {verb.i})
        as_clause = verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts)
        if verb.dep_ == "parataxis" or as_clause:
            yield frame("inserted", content, host)
    if clause is None and infinitive is not None:
        if any(child.lower_ == "to" for child in infinitive.lefts):
            content = subtree(infinitive)
            if direct is not None and verb.i < direct.i < infinitive.i and lemma in ("want", "expect", "require"):
                content |= subtree(direct)
            yield frame("xcomp", content, infinitive)
        elif infinitive.tag_ == "VBG" or any(child.lower_ == "having" for child in infinitive.lefts):
            yield frame("gerund", subtree(infinitive), infinitive)
        elif direct is None:
            yield frame("predicate", subtree(infinitive), infinitive)
    if clause is None and infinitive is None and direct is not None:
        complement = next((c for c in children if c.dep_ in ("oprd", "acomp") and c.i > direct.i), None)
        complement = complement or next((c for c in direct.rights if c.dep_ == "appos" and _is_quoted(c)), None)
        tails = [c for c in verb.rights if c.dep_ == "prep" and c.i > direct.i]
        tail = next((c for c in tails if c.lower_ in _TAILS and not _is_dated(c)), None)
        if direct.lower_ in _RELATIVE and direct.i < verb.i:
            yield frame("relative", subtree(direct), direct)
        elif complement is not None:
            last = max(subtree(complement))
            closing = {last + 1} if last + 1 < len(verb.doc) and verb.doc[last + 1].is_quote else set()
            yield frame("oprd", subtree(direct) | subtree(complement) | closing, complement)
        elif tail is not None:
            yield frame(f"dobj+{tail.lower_}", subtree(direct) | subtree(tail), tail)
        else:
            yield frame("dobj", subtree(direct), direct)
    if clause is None and infinitive is None and direct is None:
        if passive and passive_subject is not None:
            yield frame("subject", subtree(passive_subject, {verb.i}), passive_subject)
        elif preposition is not None:
            inner = [child for child in preposition.children if child.dep_ in ("pobj", "pcomp")]
            if inner:
                content = frozenset().union(*(subtree(child) for child in inner))
                yield frame(f"prep:{preposition.lower_}", content, inner[0], _bridge(verb, preposition))
        elif clause is None:
            interrogative = next((child for child in verb.rights if child.dep_ == "advcl"), None)
            if interrogative is not None and any(
                t.lower_ in ("if", "whether", "how", "why") for t in interrogative.lefts
            ):
                yield frame("advcl", subtree(interrogative), interrogative)


def _is_dated(preposition: Token) -> bool:
    return any(child.ent_type_ in ("DATE", "TIME") for child in preposition.children)


def _is_quoted(words: Token) -> bool:
    """ "called the closure 'a siege'": what looks like a second name of the closure is what it was called."""
    first = words.doc[words.left_edge.i]
    return first.is_quote or (first.i > 0 and first.nbor(-1).is_quote)


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
    return subtree(clause, barred)


def _is_inserted(verb: Token) -> bool:
    return verb.head.i != verb.i


def _noun_frames(noun: Token) -> Iterator[Frame]:
    lemma = noun.lemma_.lower()
    content_child: Token | None = None
    kind = ""
    extra: tuple[int, ...] = ()
    owner: Token | None = None
    for child in noun.children:
        if child.dep_ == "poss":
            owner = child
        elif child.dep_ in ("ccomp", "acl", "relcl") and child.i > noun.i:
            marked = next((t.lower_ for t in child.lefts if t.dep_ in ("mark", "aux")), "")
            if child.dep_ == "acl" and child.tag_ == "VB" and marked == "to":
                content_child, kind = child, "to"
            elif (
                marked in ("that", "whether", "if")
                and not any(t.lower_ in _RELATIVE and t.dep_ in ("nsubj", "dobj") for t in child.lefts)
            ) or child.dep_ == "ccomp":
                content_child, kind = child, "that"
        elif child.dep_ == "prep" and child.i > noun.i:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is None:
                continue
            if child.lower_ in ("by", "from") and owner is None:
                owner = inner
            elif child.lower_ in ("of", "for", "on", "about", "to", "against", "over", "in", "with") and not kind:
                content_child, kind = inner, child.lower_
                extra = tuple(range(noun.i + 1, child.i + 1)) if child.i == noun.i + 1 else ()
    if content_child is None:
        return
    cue = {noun.i, *extra}
    for child in noun.lefts:
        if child.dep_ in ("amod", "det", "neg", "advmod") and child.i > (owner.i if owner is not None else -1):
            cue.add(child.i)
    governor = noun.head
    if owner is not None and owner.lower_ in _OWN and noun.dep_ == "dobj" and subject_of(governor) is not None:
        owner = None  # "renewed its demand that": the words are those of whoever renewed it
    subject = owner
    if owner is None and noun.dep_ == "dobj" and governor.pos_ in ("VERB", "AUX"):
        subject = subject_of(governor)
        if governor.i < noun.i:
            cue |= set(range(governor.i, noun.i)) | cue_tokens(governor)
    source = source_tokens(subject, noun if owner is not None else governor) if subject is not None else frozenset()
    content = subtree(content_child) - cue - source
    if owner is not None and owner.i > noun.i:
        content -= source
    pos = "noun" if owner is not None else "light" if noun.dep_ == "dobj" else "bare"
    yield Frame(
        lemma,
        pos,
        kind,
        noun.i,
        frozenset(cue) - source,
        source,
        content,
        subject.i if subject is not None else None,
        content_head=content_child.i,
    )


def _adjective_frames(adjective: Token) -> Iterator[Frame]:
    verb = adjective.head
    if adjective.dep_ not in ("acomp", "oprd", "conj", "attr") or verb.pos_ not in ("AUX", "VERB"):
        return
    subject = subject_of(verb)
    for child in (*adjective.rights, *(c for c in verb.rights if c.i > adjective.i and c.dep_ in ("ccomp", "xcomp"))):
        also: set[int] = set()
        if child.dep_ in ("ccomp", "xcomp", "advcl"):
            kind, content_head = ("that" if child.dep_ == "ccomp" else "to"), child
        elif child.dep_ == "prep":
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is None:
                continue
            kind, content_head = child.lower_, inner
            also = {child.i}
        else:
            continue
        cue = frozenset(range(verb.i, adjective.i + 1)) | cue_tokens(verb) | also
        if adjective.i - verb.i > 5 or adjective.i < verb.i:
            cue = frozenset({adjective.i}) | also
        source = source_tokens(subject, verb) if subject is not None else frozenset()
        yield Frame(
            adjective.lemma_.lower(),
            "adjective",
            kind,
            adjective.i,
            cue - source,
            source - cue,
            subtree(content_head) - cue,
            subject.i if subject is not None else None,
            content_head=content_head.i,
        )
        return
