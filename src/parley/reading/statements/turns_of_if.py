"""Words that put a condition without "if": "without a buffer", "against the return of", "any boat that crosses"."""

from __future__ import annotations

from ..grammar import last_word
from ..tokens import Token

_TO_COME = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_MODALS = _TO_COME | {"can", "could", "ca", "may", "might"}
_MANNER = frozenset({
    "consequence", "consequences",
    "condition", "conditions", "delay", "doubt", "exception", "fail", "hesitation", "impunity", "incident", "notice",
    "precondition", "preconditions", "prejudice", "question", "reservation", "result", "success", "warning",
})  # fmt: skip
"""What "without" is said of to tell how something is done."""
_RETURNS = frozenset({
    "assurance", "delivery", "guarantee", "handover", "payment", "pledge", "promise", "receipt", "release",
    "receipts", "restoration", "return", "surrender", "withdrawal",
})  # fmt: skip
_TYING = frozenset({"couple", "hitch", "link", "peg", "tie", "yoke"})
_SWAPPING = frozenset({"exchange", "offer", "swap", "trade"})
_DEEDS = frozenset({
    "aid", "consent", "disbursement", "fate", "handover", "negotiation", "progress", "support", "talks",
    "access", "agreement", "cease-fire", "ceasefire", "count", "demobilisation", "departure", "disarmament",
    "easing", "end", "freedom", "freeze", "halt", "inquiry", "inspection", "lifting", "opening", "pullout",
    "ratification", "recognition", "removal", "reopening", "repayment", "signature", "signing", "suspension",
    "truce", "vote",
})  # fmt: skip
_GIVEN = frozenset({
    "collect", "have", "leave", "let", "obtain", "receive",
    "credit", "deliver", "ease", "exchange", "free", "give", "grant", "hand", "lend", "lift", "offer", "open", "pay",
    "reduce", "reduction", "release", "relief", "restore", "return", "supply", "suspend", "suspension", "swap",
    "unfreeze", "withdraw",
})  # fmt: skip
"""What is done or given "against" something in return; protests and votes are against it in another way."""
_ANYBODY = frozenset({"any", "anyone", "anybody", "anything"})
_SUBJECTS = ("nsubj", "nsubjpass")
_NEGATIVE = frozenset({"no", "not", "n't", "n’t", "never", "nobody", "none", "nothing", "neither", "nor"})


def end_of_instead_of_if(token: Token) -> Token | None:
    """The last word of the condition that a word opens, ``None`` if it opens none."""
    word = token.lower_
    if word == "without":
        return _end_of_without(token)
    if word == "against":
        return _end_of_against(token)
    if word in _ANYBODY or word in ("those", "he", "every"):
        return _end_of_anybody(token)
    if word == "whoever":
        return _end_of_whoever(token)
    if word in ("to", "for"):
        return _end_of_price(token)
    return None


def _end_of_without(preposition: Token) -> Token | None:
    """ "Without a buffer, war will return", "would not last without it": what would fail if it were not there."""
    thing = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if thing is None or thing.lower_ in _MANNER:
        return None
    verb = preposition.head
    if verb.pos_ in ("NOUN", "PROPN"):
        barred = any(child.lower_ == "no" and child.dep_ == "det" for child in verb.lefts)
        words = [t for t in preposition.subtree if t.i >= preposition.i]
        return _before_comma(words) if barred else None  # "no vote without maps"
    if preposition.is_sent_start or (preposition.i and preposition.nbor(-1).text == ":"):
        past = any(each.dep_ == "ROOT" and each.tag_ == "VBD" for each in preposition.sent)
        told = [each for each in preposition.sent if each.dep_ == "ccomp" and each.tag_ in ("VBZ", "VBP", "MD", "VB")]
        if not past or told:
            return _before_comma([t for t in thing.subtree if t.i > preposition.i])
        below = {each.i for each in preposition.subtree}
        holds = any(each.lower_ in _MODALS and each.tag_ == "MD" and each.i not in below for each in preposition.sent)
    else:
        here = [*verb.children, *(grand for child in verb.children for grand in child.children)]
        negated = any(each.lower_ in _NEGATIVE for each in here)
        holds = negated and any(each.lower_ in _MODALS or each.lower_ == "be" for each in verb.children)
    return _before_comma([t for t in thing.subtree if t.i > preposition.i]) if holds else None


def _end_of_against(preposition: Token) -> Token | None:
    """ "A loan against the return of the boats": what is given for something."""
    thing = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if thing is None or thing.lemma_ not in _RETURNS:
        return None
    giver = preposition.head
    for _ in range(4):
        if giver.lemma_ in _GIVEN:
            return _before_comma([t for t in thing.subtree if t.i > preposition.i])
        if giver.pos_ == "VERB" or giver.head.i == giver.i:
            return None
        giver = giver.head
    return None


def _end_of_anybody(word: Token) -> Token | None:
    """ "Any boat that crosses will be towed", "those who fire on it shall answer": who does it will see it follow."""
    noun = word.head if word.dep_ == "det" else word
    clause = next((child for child in noun.children if child.dep_ == "relcl" and child.i > noun.i), None)
    verb = noun.head
    if clause is None or noun.left_edge.i != word.i or clause.tag_ not in ("VBZ", "VBP", "VBD"):
        return None
    if noun.dep_ not in _SUBJECTS and word.lower_ not in _ANYBODY | {"every"}:
        return None
    if (
        word.lower_ in _ANYBODY
        and noun.pos_ in ("NOUN", "PRON")
        and clause.tag_ != "VBD"
        and word.lower_ != "anything"
        and not _is_done(verb)
    ):
        return _with_state(_before_comma([t for t in noun.subtree if t.i >= word.i]))  # "any lorry that stops there"
    if word.lower_ in ("those", "he") and verb.dep_ == "ccomp" and verb.head.i < verb.i:
        return None  # "I trust that those who come after us will laugh"
    ahead = any(child.lower_ in _TO_COME and child.tag_ == "MD" for child in verb.children)
    promised = verb.dep_ == "xcomp" and verb.head.lemma_ in ("promise", "threaten", "vow", "pledge", "swear")
    return _with_state(_before_comma([t for t in noun.subtree if t.i >= word.i])) if ahead or promised else None


def _with_state(last: Token | None) -> Token | None:
    """ "Any boat that comes in with its lamps *lit* will pass": the parser gives the state to the main clause."""
    if last is None or last.i + 2 >= len(last.doc):
        return last
    state, after = last.nbor(), last.nbor(2)
    told = after.pos_ in ("AUX", "VERB") or (after.lower_ == "there" and after.dep_ == "expl")
    return state if state.pos_ == "ADJ" and last.pos_ == "NOUN" and told else last


def _end_of_whoever(word: Token) -> Token | None:
    """ "Whoever fires first will answer for it": as "if somebody fires first"; a deed that is past puts none."""
    clause = word.head
    if word.dep_ not in _SUBJECTS or clause.tag_ not in ("VBZ", "VBP") or clause.dep_ not in ("csubj", "nsubj"):
        return None
    main = clause.head
    ahead = any(child.lower_ in _TO_COME and child.tag_ == "MD" for child in main.children)
    # "Whoever crosses the wire is shot": a deed, and what always follows; "whoever is in charge sleeps" tells of one
    ahead |= clause.pos_ == "VERB" and clause.lemma_ not in ("be", "have") and _is_rule(main)
    return _before_comma([t for t in clause.subtree if t.i >= word.i]) if ahead else None


def _is_rule(verb: Token) -> bool:
    """Whether a verb stands in a present tense that tells what always follows."""
    finite = [child for child in verb.children if child.dep_ in ("aux", "auxpass")] or [verb]
    return finite[0].tag_ in ("VBZ", "VBP") and finite[0].lemma_ != "have"


def _end_of_price(preposition: Token) -> Token | None:
    """ "Linked the grain *to the release of the crew*"; in a headline "offers captives *for fuel*"."""
    thing = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    verb = preposition.head
    if verb.pos_ in ("NOUN", "PROPN") and verb.dep_ in ("dobj", "pobj"):
        verb = verb.head
    if thing is not None and preposition.lower_ == "to" and not last_word(preposition).is_punct:
        near = preposition.doc[max(preposition.sent.start, preposition.i - 5) : preposition.i]
        if (
            any(token.lower_ in ("ties", "links", "pegs") for token in near)
            and thing.lemma_.lower() in _RETURNS | _DEEDS
        ):
            return _before_comma([t for t in preposition.subtree if t.i >= preposition.i])
    if thing is None or verb.pos_ != "VERB" or verb.i > preposition.i:
        return None
    if preposition.lower_ == "to":
        tied = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "nsubjpass")}
        holds = verb.lemma_ in _TYING and not (_RETURNS | _DEEDS).isdisjoint({thing.lemma_.lower(), *tied})
    else:
        given = any(child.dep_ == "dobj" and child.i < preposition.i for child in verb.children)
        holds = verb.lemma_ in _SWAPPING and given and not last_word(preposition).is_punct
    return _before_comma([t for t in preposition.subtree if t.i >= preposition.i]) if holds else None


def _is_done(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def _before_comma(words: list[Token]) -> Token | None:
    """The last of some words before the first mark among them."""
    words.sort(key=lambda token: token.i)
    stop = next((place for place, token in enumerate(words) if token.is_punct and not token.is_quote), len(words))
    kept = [token for token in words[:stop] if not token.is_space]
    return kept[-1] if kept else None
