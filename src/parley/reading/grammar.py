"""The grammar that every frame rests on: whose verb it is, which words name a source, which make a cue."""

from __future__ import annotations

from collections.abc import Iterable

from .tokens import Token

SUBJECT = ("nsubj", "csubj", "expl")
PASSIVE_SUBJECT = ("nsubjpass", "csubjpass")
NOUN_SUBJECT = ("nsubj", "nsubjpass")
_COLOURING = frozenset({"aux", "auxpass", "neg", "prt"})
_DENYING = frozenset({"deny", "refute"})
"""Verbs that take back what they govern: "denied having agreed" is a cue of denying, not of agreeing."""

_PAPERS = frozenset(
    {"statement", "letter", "message", "note", "post", "tweet", "report", "memo", "email", "video", "communique"}
    | {"communiqué", "declaration", "ad"}
)
_SENDING = frozenset(
    {"issue", "release", "send", "publish", "make", "post", "write", "tweet", "give", "deliver", "circulate", "email"}
    | {"put", "sign"}
)


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
        return _is_asked(verb)
    for child in verb.lefts:
        if child.dep_ in ("auxpass", *PASSIVE_SUBJECT):
            return True
        if child.dep_ == "aux" and child.lemma_ == "have":
            return False
    if verb.dep_ in ("acl", "advcl") and not any(child.dep_ == "nsubj" for child in verb.children):
        return True
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head)


def _is_asked(verb: Token) -> bool:
    """ "Larsen, asked about the bridge, said", "when asked whether": who is asked has not asked."""
    when = any(child.lower_ in ("when", "if") and child.dep_ in ("advmod", "mark") for child in verb.lefts)
    if verb.lower_ == "asked" and verb.dep_ == "advcl" and when and own_subject(verb) is None:
        return True
    if verb.lower_ != "asked" or not 0 < verb.i < len(verb.doc) - 1:
        return False
    return verb.nbor(-1).text == "," and verb.nbor().lower_ in ("about", "if", "whether", "why", "how", "what", "by")


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself, of the active or the passive."""
    return next((child for child in verb.children if child.dep_ in NOUN_SUBJECT), None)


def last_word(token: Token) -> Token:
    """The last of the words and marks of a token's sentence, without the white space of a new paragraph behind it."""
    sentence = token.sent
    return next((each for each in reversed(list(sentence[-3:])) if not each.is_space), sentence[-1])


def is_subject(token: Token) -> bool:
    """A grammatical subject, or one of several joined with "and"."""
    return _first_of_several(token).dep_ in NOUN_SUBJECT


def is_main_subject(token: Token) -> bool:
    """The subject of a sentence's own verb, or of the verb of saying beside it."""
    subject = _first_of_several(token)
    if subject.dep_ not in NOUN_SUBJECT:
        return False
    verb = subject.head
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "parataxis")


def _first_of_several(token: Token) -> Token:
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    return token


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Who does what the verb says: its own subject, or the one that grammar lends it."""
    for child in verb.children:
        if child.dep_ in SUBJECT and child.dep_ != "expl":
            return child
    if depth > 5:
        return None
    head = verb.head
    if head is verb or head.i == verb.i:
        return None
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "prep"):
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return None
        if verb.dep_ == "pcomp" and head.lower_ == "as" and not is_passive(head.head):
            quoted = next((child for child in head.head.children if child.dep_ == "dobj"), None)
            if quoted is not None and quoted.i < head.i:
                return quoted  # "quoted the minister as saying"
        while (head.dep_ in ("prep", "agent") or head.lower_ == "short") and head.head.i != head.i:
            head = head.head
        if head.pos_ in ("VERB", "AUX"):
            if verb.dep_ == "xcomp" and not is_passive(head):
                controlled = next((child for child in head.children if child.dep_ == "dobj"), None)
                if controlled is not None and controlled.i < verb.i:
                    return controlled
            passive = next((child for child in head.children if child.dep_ in PASSIVE_SUBJECT), None)
            return passive if passive is not None and verb.dep_ != "conj" else subject_of(head, depth + 1) or passive
        if verb.dep_ == "pcomp" and head.pos_ == "NOUN":
            return next((child for child in head.children if child.dep_ == "poss"), None)
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return _behind_participle(verb, head, depth)
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return next((child for child in head.children if child.dep_ == "poss"), None)
    return None


def _behind_participle(verb: Token, noun: Token, depth: int) -> Token | None:
    """Who speaks in "issued a statement saying", "wrote last week, saying": the noun before, unless it is a thing
    that somebody sends or a comma sets it apart."""
    apart = verb.i > 0 and verb.nbor(-1).text == "," and noun.dep_ not in (*SUBJECT, *PASSIVE_SUBJECT)
    sent = noun.dep_ == "dobj" and noun.lemma_ in _PAPERS and noun.head.lemma_ in _SENDING
    dated = noun.ent_type_ in ("DATE", "TIME")
    if not (apart or sent or dated):
        return noun
    governor = noun
    while governor.pos_ not in ("VERB", "AUX") and governor.head.i != governor.i:
        governor = governor.head
    return (subject_of(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else None) or noun


def falls_short(verb: Token) -> bool:
    """Whether what a verb says was not done: "failed to agree", "has yet to accept", "refused to rule out",
    "stopped short of promising"."""
    governor = verb.head
    if verb.dep_ == "pcomp" and governor.lower_ == "of":
        return _stopped_short(governor) is not None
    if verb.dep_ != "xcomp":
        return False
    if governor.lemma_ in ("refuse", "decline"):
        return lemma_of(verb) in ("rule out", "exclude", "deny") or leaves_open(verb)
    return governor.lemma_ in ("fail", "forget", "neglect", "omit") or (
        governor.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in (*governor.children, *verb.lefts))
    )


def _stopped_short(of: Token) -> Token | None:
    """ "stopped short of": the verb, on which "short" hangs, and "of" on either."""
    short = of.nbor(-1) if of.i else of
    stop = short.head
    return stop if short.lower_ == "short" and stop.lemma_ == "stop" else None


_QUESTIONS = frozenset({"whether", "if", "when", "who", "how", "why", "what", "where", "which"})


def leaves_open(verb: Token) -> bool:
    """ "(did not) say whether P": the clause asks, so that who does not say it tells nothing of P."""
    clause = next((child for child in verb.rights if child.dep_ in ("ccomp", "advcl") and child.i > verb.i), None)
    return clause is not None and verb.doc[clause.left_edge.i].lower_ in _QUESTIONS


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
        and not _is_behind_object(name)
    ):
        name = name.head
    return name if name.i < verb.i else None


def _is_behind_object(name: Token) -> bool:
    """ "In a letter seen by the Courier, the president, Oda Fenn, urged": who stands behind the comma has urged."""
    comma = name.left_edge.i - 1
    return name.dep_ == "appos" and name.head.dep_ == "pobj" and comma > 0 and name.doc[comma].text == ","


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
        elif child.dep_ == "case" and child.head.i == head.i:
            barred.add(child.i)
        elif child.dep_ == "prep" and child.head.i == head.i and child.i < head.i:
            barred.add(child.i)  # "In a letter, the chair": what stands before the name is no part of it
    found = subtree(head, barred)
    if verb is not None:
        found = frozenset(i for i in found if i not in subtree(verb)) if verb.i in found else found
    return found


def cue_tokens(verb: Token, also: Iterable[int] = ()) -> frozenset[int]:
    """The cue: the verb with auxiliaries, negation, particle and the adverbs beside it."""
    found = {verb.i, *also, *_colouring(verb)}
    if verb.dep_ == "pcomp" and (stop := _stopped_short(verb.head)) is not None:
        found |= set(range(stop.i, verb.i))
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
