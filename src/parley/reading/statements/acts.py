"""What a speaker does by saying it: the cue's own act, or the one that the content shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from parley.model import Act, Commitment

from ..grammar import last_word, leaves_open, own_subject
from ..tokens import Token

_OF_VERB = {
    "apologize": Act.APOLOGISE, "apologise": Act.APOLOGISE, "regret": Act.APOLOGISE,
    "thank": Act.THANK, "congratulate": Act.PRAISE, "praise": Act.PRAISE, "commend": Act.PRAISE,
    "condemn": Act.CRITICISE, "deplore": Act.CRITICISE, "denounce": Act.CRITICISE, "criticize": Act.CRITICISE,
    "criticise": Act.CRITICISE, "accuse": Act.ACCUSE, "deny": Act.DENY,
    "reject": Act.REJECT, "refuse": Act.REJECT, "oppose": Act.REJECT,
    "accept": Act.ACCEPT, "agree": Act.ACCEPT, "welcome": Act.ACCEPT, "approve": Act.ACCEPT,
    "demand": Act.DEMAND, "insist": Act.DEMAND, "require": Act.DEMAND,
    "propose": Act.PROPOSE, "suggest": Act.PROPOSE, "offer": Act.OFFER,
    "promise": Act.COMMIT, "pledge": Act.COMMIT, "commit": Act.COMMIT, "undertake": Act.COMMIT, "vow": Act.COMMIT,
    "urge": Act.REQUEST, "request": Act.REQUEST, "ask": Act.REQUEST, "warn": Act.WARN,
}  # fmt: skip
_READY = frozenset({"ready", "willing", "prepared"})
_OPINION = frozenset({"think", "believe", "feel", "guess", "suppose", "doubt", "reckon"})
_OPEN = frozenset({Act.STATE, Act.ANNOUNCE})
"""Acts of cues that say nothing of what is done ("said", "announced"): there the content decides."""


_ONLY = frozenset({"only", "just", "merely", "simply", "least"})
_NOBODY = frozenset({"nobody", "none", "neither", "nor", "no"})
_FAILING = frozenset({"fail", "unable"})
_FACTIVE = frozenset({Act.STATE, Act.ANNOUNCE, Act.ASK, Act.WARN})
"""Acts that, undone, say nothing against their content: who did not ask, warn or announce leaves it open."""


_PROVISOS = frozenset({"provided", "providing"})


def is_negated(cue: Token) -> bool:
    """Whether a cue is said not to have been: "did not agree", "neither side accepted", "failed to", "no offer"."""
    verb = cue
    if cue.pos_ == "ADJ" or (cue.pos_ == "NOUN" and cue.dep_ == "dobj"):
        if any(child.dep_ in ("neg", "det") and child.lower_ == "no" for child in cue.children):
            return True
        verb = cue.head
    for child in verb.children:
        if child.dep_ == "neg" and child.lower_ != "no":
            return child.i + 1 >= len(child.doc) or child.nbor().lower_ not in _ONLY
        if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i and _is_nobody(child):
            return True
    governor = verb.head
    if _gives_nothing(verb):
        return True
    if verb.dep_ == "conj" and any(child.lower_ in ("neither", "nor") for child in (*governor.lefts, *verb.lefts)):
        return True  # "will neither confirm nor deny it"
    if verb.dep_ != "xcomp" or governor.i == verb.i:
        return False
    return governor.lemma_ in _FAILING or any(
        child.lower_ == "yet" and governor.lemma_ == "have" for child in (*governor.children, *verb.lefts)
    )


def _gives_nothing(verb: Token) -> bool:
    """ "Has agreed to nothing yet", "promised nothing"."""
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "prep") and child.i - verb.i <= 2]
    return any(t.lower_ == "nothing" for each in objects for t in (each, *each.rights))


def _is_nobody(subject: Token) -> bool:
    first = subject.doc[subject.left_edge.i]
    if first.lower_ == "not" and first.nbor().lower_ in ("even", "one", "a"):
        return True  # "not even Halvern believes", "not a single side agreed"
    return subject.lower_ in _NOBODY or any(
        c.dep_ in ("det", "preconj") and c.lower_ in _NOBODY for c in subject.children
    )


_SETTLED_BY_CONTENT = frozenset({Act.STATE, Act.ANNOUNCE, Act.COMMIT, Act.PREDICT, Act.DEMAND, Act.PROPOSE})


def undone(act: Act, cue: Token) -> tuple[Act, Commitment | None]:
    """What a negated cue leaves of its act, and of the commitment to its content if it settles that.

    "Does not accept" and "is not ready" refuse; "did not agree" tells only that no agreement came
    about; "did not deny" leaves the content neither claimed nor denied.
    """
    if act in (Act.DENY, Act.REJECT) or (act in _SETTLED_BY_CONTENT and leaves_open(cue)):
        return Act.STATE, Commitment.HEDGED
    if act is Act.EXPRESS_WILLINGNESS:
        return Act.REJECT, None
    if act is Act.ACCEPT or (act is Act.COMMIT and cue.lemma_ == "agree"):
        refuses = cue.tag_ in ("VB", "VBZ", "VBP") and not any(
            child.lower_ in ("did", "to") for child in cue.lefts if child.dep_ == "aux"
        )
        return (Act.REJECT, None) if refuses else (Act.STATE, Commitment.DENIED)
    if act in _FACTIVE:
        return act, None
    return (act if act in (Act.ASSESS, Act.PREDICT) else Act.STATE), Commitment.DENIED


def opens_condition(cue: Token) -> bool:
    """Whether a cue stands in a condition: who accepts "unless the others agree" tells of no agreement."""
    verb = cue.head if cue.pos_ == "ADJ" else cue
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i:
        verb = verb.head  # "provided that Kestria accepts it and agrees to the list"
    if _is_proviso(verb) or _is_inverted(verb):
        return True
    opening = {child.lower_ for child in verb.lefts if child.dep_ in ("mark", "advmod")}
    # "a general once told me": of a time, unless it opens a clause
    return not opening.isdisjoint(("if", "unless")) or ("once" in opening and verb.dep_ == "advcl")


def _is_inverted(verb: Token) -> bool:
    """ "Should both capitals ask for it", "had Kestria asked for it": at the head of a clause, and no question."""
    subject = own_subject(verb)
    if subject is None or last_word(verb).text == "?":
        return False
    first = subject.left_edge.i - 1
    if first < verb.sent.start or verb.doc[first].lower_ not in ("should", "had", "were"):
        return False
    return first == verb.sent.start or verb.doc[first - 1].text in (",", ";", ":")


def _is_proviso(clause: Token) -> bool:
    """ "Provided that Kestria accepts it", "on condition that it agrees", "as long as it agrees"."""
    first = next((child for child in clause.lefts if child.dep_ == "mark"), None)
    if first is None or first.i == 0:
        return False
    before = first if first.lower_ in _PROVISOS else first.nbor(-1)
    if before.lower_ in ("condition", "proviso"):
        return first.lower_ == "that" and clause.tag_ in ("VBZ", "VBP", "VBD", "VBN", "VB") and clause.dep_ != "ccomp"
    after_as = first.i > 1 and first.lower_ == "as" and first.nbor(-1).lower_ == "long"
    return before.lower_ in _PROVISOS or after_as


def is_habit(verb: Token) -> bool:
    """ "the hospitality that Lindholt offers": what somebody has to offer is no offer."""
    return verb.lemma_ == "offer" and verb.dep_ == "relcl" and verb.tag_ in ("VBZ", "VBP")


def refine(act: Act, content: Iterable[Token], head: Token | None, is_speaker: Callable[[Token], bool]) -> Act:
    """The act of a statement.

    A cue such as "promised" tells it. After "said" the main verb of the content does, where its subject
    is the speaker (``is_speaker``: "I", "we", the pronoun that stands for the source, the speaker's own
    side by name), else its modal: what others must do is a demand, what they should a proposal, what
    will come a prediction.
    """
    tokens = list(content)
    if (act in _OPEN or act is Act.DEMAND) and _ends_in_question(tokens):
        return Act.ASK  # "Who fired?" she said, or demanded
    verb = _main_verb(tokens, head)
    if verb is not None and act is Act.ASSESS and _is_course(verb):
        return Act.PROPOSE  # "suggested that they should", "suggested that they begin"
    if act not in _OPEN or verb is None:
        return act
    children = list(verb.children)
    subject = own_subject(verb)
    own = subject is not None and is_speaker(subject)
    negated = any(child.dep_ == "neg" for child in children)
    modal = next((child.lower_ for child in children if child.dep_ == "aux" and child.tag_ == "MD"), "")
    if own and negated and modal and any(token.lower_ == "unless" for token in tokens):
        return Act.CONDITION  # "we will not sign unless ..."
    if own:
        if modal in ("will", "'ll", "’ll", "shall", "wo") and verb.lemma_ not in ("be", "have", "know", "see"):
            return _conditional(verb, Act.REJECT if negated and verb.lemma_ in ("accept", "agree") else Act.COMMIT)
        if any(child.lower_ in _READY and child.dep_ == "acomp" for child in children) and not negated:
            return _conditional(verb, Act.EXPRESS_WILLINGNESS)
        if verb.lemma_ in _OPINION:
            return Act.ASSESS
        if verb.lemma_ in ("hope", "hop") and not negated and not modal:  # the parser's lemma of "hoped" is "hop"
            return Act.EXPRESS_WILLINGNESS
        shown = _OF_VERB.get(verb.lemma_)
        if shown is not None and not modal and (verb.tag_ in ("VBP", "VBZ") or shown in (Act.ACCEPT, Act.REJECT)):
            return Act.REJECT if negated and shown is Act.ACCEPT else act if negated else shown
    elif modal == "must" or (not modal and (_is_obliged(verb) or _is_subjunctive(verb))):
        return act if negated and modal != "must" else Act.DEMAND
    elif modal == "should" or (modal == "" and any(c.lower_ == "ought" for c in children)):
        return Act.PREDICT if verb.lemma_ == "expect" else Act.PROPOSE  # "no breakthrough should be expected"
    elif modal in ("will", "'ll", "’ll", "shall", "wo") and act is Act.STATE:
        return Act.PREDICT
    return act


def reports_act(verb: Token) -> bool:
    """ "(Said that) Kestria had demanded it": told of another's act, of which the words are no sign of one's own."""
    subject = own_subject(verb)
    had = any(child.lower_ == "had" for child in verb.lefts if child.dep_ == "aux")
    own = subject is None or subject.pos_ == "PRON"
    return had and verb.tag_ == "VBN" and verb.lemma_ in _OF_VERB and not own


def _is_course(verb: Token) -> bool:
    """Whether a clause after "suggested" puts a course: with "should", or in the bare form after a past."""
    if any(child.lower_ == "should" for child in verb.lefts):
        return True
    cue = verb.head
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBP" and cue.tag_ == "VBD" and verb.lemma_ != "be")
    return cue.lemma_ == "suggest" and bare and not any(child.dep_ == "aux" for child in verb.lefts)


def _is_obliged(verb: Token) -> bool:
    """ "has to withdraw", "needs to withdraw"."""
    return verb.lemma_ in ("have", "need") and any(child.dep_ == "xcomp" for child in verb.children)


def _is_subjunctive(verb: Token) -> bool:
    """ "insists that it leave", "that ships be inspected"."""
    bare = next((child for child in verb.lefts if child.dep_ == "auxpass"), verb)
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.lefts)
    return marked and bare.tag_ == "VB" and not any(child.dep_ == "aux" for child in verb.lefts)


def _conditional(verb: Token, act: Act) -> Act:
    """With "only if" or "unless" it is the condition that is put."""
    for child in verb.children:
        if child.dep_ == "advcl":
            opening = [each.lower_ for each in child.lefts]
            if "unless" in opening or ("if" in opening and any(each.lower_ == "only" for each in verb.subtree)):
                return Act.CONDITION
    return act


def _main_verb(tokens: list[Token], head: Token | None) -> Token | None:
    if head is not None:
        return head if head.pos_ in ("VERB", "AUX") else None
    inside = {token.i for token in tokens}
    tops = [t for t in tokens if t.pos_ in ("VERB", "AUX") and (t.dep_ == "ROOT" or t.head.i not in inside)]
    return tops[0] if tops else None


def _ends_in_question(tokens: list[Token]) -> bool:
    closing = (t.text for t in reversed(tokens) if not t.is_space and not t.is_quote and t.text not in ("'", "’"))
    return next(closing, "") == "?"
