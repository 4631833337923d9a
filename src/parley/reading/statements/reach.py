"""Whether words of doubt are a hedge: whether they call what is said in doubt, and reach the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..grammar import last_word, own_subject
from ..tokens import Token
from .permissions import is_ability, is_courtesy, is_permission

_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis", "xcomp"})
"""Dependencies along which a hedge reaches the whole; in a relative clause it weakens only that clause."""
_MODALS = frozenset({"may", "might", "could"})
_SURER = frozenset({"perhaps", "probably", "maybe", "presumably"})
"""Adverbs that bear the doubt where "could" before them tells only what somebody is able to."""
_DOUBTFUL = frozenset({"possible", "conceivable", "thinkable", "likely", "unlikely", "probable", "improbable"})
_SET_PHRASES = frozenset({"if", "as", "where", "when", "wherever", "whenever", "all", "every", "any", "best", "than"})
"""Words before "possible" and "likely" that make them no doubt: "if possible", "as soon as possible"."""
_ASIDES = ("if", "unless", "as", "so", "to", "from", "by", "in", "on", "judging")
_LENT = frozenset({
    "acceptance", "agreement", "approval", "assent", "backing", "blessing", "commitment", "consent", "difficulty",
    "objection", "quarrel", "readiness", "reservations", "support", "sympathy", "willingness",
})  # fmt: skip
_GIVING = frozenset({
    "convey", "declare", "express", "extend", "find", "get", "give", "grant", "have", "lend", "record", "reiterate",
    "repeat", "see", "signal", "state", "voice",
})  # fmt: skip
"""Verbs that with such a noun tell one deed: "gave its assent in principle", "has no objection in theory"."""
_LOOSE = frozenset({"idea", "matter", "one", "option", "question", "something", "step", "subject", "thing"})
_CAUTION = frozenset({"aware", "beware", "care", "careful", "cautious", "heed", "mind", "remember", "warn", "watch"})
_INDIRECT = frozenset({"how", "what", "when", "where", "who", "whom", "whose", "why"})
_THIRD = frozenset({"he", "she", "they"})
_HEARD = frozenset({
    "alleged", "believed", "expected", "feared", "reckoned", "reported", "rumored", "rumoured", "said", "suspected",
    "thought", "tipped", "understood",
})  # fmt: skip
_VAGUE = frozenset({"as", "at", "by", "for", "in", "of", "on", "over", "under", "with", "without", "within", "until"})


@dataclass(frozen=True, slots=True)
class Reach:
    """The words of a statement, by their places in the document.

    ``inside`` are all that are looked at, ``heads`` the main words of what is said and of its words of saying,
    ``beside`` those that stand round both.
    """

    inside: frozenset[int]
    heads: frozenset[int]
    beside: frozenset[int]

    def is_hedge(self, tokens: Sequence[Token]) -> bool:
        """Whether words of doubt are no leave, no courtesy and no manner of speaking, and reach the whole."""
        first, top = tokens[0], _top(tokens)
        if first.lower_ in _MODALS and not _is_doubt(first, tokens):
            return False
        if first.lower_ in ("i", "we") and top.pos_ in ("VERB", "AUX") and _is_wish(top, tokens):
            return False
        if len(tokens) == 1 and not self._is_doubtful(first):
            return False
        if len(tokens) <= 3 and _is_of_a_phrase(tokens):
            return False
        if any(
            child.dep_ == "mark" and child.lower_ == "whether" and not _is_wondered(child)
            for child in (first.head if first.tag_ == "MD" else top).children
        ):
            return False
        if _is_asked(first, top) or not _is_anothers(tokens, self._is_parenthesis(tokens)):
            return False
        return _is_of_headline(tokens) or self._is_parenthesis(tokens) or self._reaches_whole(top, first)

    def _is_doubtful(self, word: Token) -> bool:
        if word.lower_ not in _DOUBTFUL:
            return word.lower_ != "seen" or not last_word(word).is_punct  # "Deal seen within weeks": a headline
        if last_word(word).text == "?":
            return False
        before = word.nbor(-1).lower_ if word.i else ""
        after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
        if before in _SET_PHRASES or (word.lower_ in ("possible", "conceivable") and after == "to"):
            return False
        if word.dep_ == "amod":
            return word.head.i in self.heads and word.head.pos_ == "NOUN"  # "indicated a possible reduction"
        return True

    def _is_parenthesis(self, tokens: Sequence[Token]) -> bool:
        """ "The date, it seems, is open": set off on both sides, whatever the parser makes of it."""
        before, after = tokens[0].i - 1, tokens[-1].i + 1
        doc = tokens[0].doc
        opens = before not in self.inside or doc[before].is_punct
        closes = after not in self.inside or doc[after].is_punct
        return len(tokens) > 1 and opens and closes

    def _reaches_whole(self, top: Token, opening: Token) -> bool:
        if top.dep_ in ("csubj", "csubjpass") or (top.dep_ == "advcl" and not _is_aside(opening, top)):
            return False
        verb = top
        if top.dep_ not in _MAIN or top.pos_ not in ("VERB", "AUX"):
            for _ in range(6):
                if verb.i in self.heads or verb.head.i == verb.i or verb.head.i not in self.inside:
                    break
                if verb.pos_ in ("VERB",) and verb.i != top.i:
                    break
                if verb.pos_ in ("NOUN", "PROPN", "NUM") and verb.i != top.i and verb.dep_ not in ("pobj", "npadvmod"):
                    if verb.dep_ == "dobj" and verb.lemma_ in _LENT and verb.head.lemma_ in _GIVING:
                        verb = verb.head
                    break
                if verb.pos_ == "AUX" and verb.i != top.i and verb.dep_ not in ("aux", "auxpass"):
                    break
                verb = verb.head
        return self._is_main(verb, top.i in self.beside)

    def _is_main(self, verb: Token, beside: bool) -> bool:
        """Whether a verb heads the content, or is joined to what does."""
        for _ in range(12):
            if verb.i in self.heads:
                return True
            if verb.dep_ == "ccomp" and any(c.lower_ in _INDIRECT for c in verb.lefts):
                return False  # "why the commission seemed to know less"
            if verb.dep_ == "ROOT" or verb.head.i not in self.inside:
                return not beside or not self.heads or self._is_above(verb)
            if verb.dep_ == "relcl" and verb.head.dep_ == "attr" and verb.head.lemma_.lower() in _LOOSE:
                verb = verb.head.head  # "is something that they might look at": the relative clause is what is said
                continue
            if verb.dep_ == "advcl" and _is_reason_of_caution(verb):
                return verb.head.i in self.heads or not self.heads
            if verb.dep_ == "relcl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts):
                verb = verb.head  # "warned the islands that it could": the parser takes what is said for a relative
            elif verb.dep_ not in _MAIN and not (verb.dep_ == "acomp" and verb.head.pos_ in ("VERB", "AUX")):
                return False
            verb = verb.head
        return False

    def _is_above(self, verb: Token) -> bool:
        """ "It is not inconceivable that Orlavia would sign": the hedge stands over the word of saying."""
        below = [verb]
        for _ in range(3):
            below = [c for each in below for c in each.children if c.dep_ in ("ccomp", "xcomp", "acomp", "csubj")]
            if any(each.i in self.heads for each in below):
                return True
        return False


def _top(tokens: Sequence[Token]) -> Token:
    """The word of a phrase on which its others hang."""
    own = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in own or token.head.i == token.i]
    return next((token for token in tops if token.pos_ in ("VERB", "AUX")), tops[-1])


def _is_aside(opening: Token, top: Token) -> bool:
    """ "As far as we can tell", "judging by": a clause that is all doubt, not one that holds some ("when it seems")."""
    return opening.lower_ in _ASIDES or top.tag_ == "VBG" or opening.i == top.left_edge.i


def _is_of_headline(tokens: Sequence[Token]) -> bool:
    """ "Deal seen within weeks", "Truce likely to hold": a headline leaves out its verb."""
    after = tokens[-1].nbor() if tokens[-1].i + 1 < len(tokens[-1].doc) else None
    bare = tokens[0].lower_ in _DOUBTFUL | {"seen"} and tokens[0].i > 0 and not tokens[0].is_sent_start
    return bare and not last_word(tokens[0]).is_punct and (after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ"))


def _is_doubt(modal: Token, tokens: Sequence[Token]) -> bool:
    """Whether "may", "might" or "could" tells what is no more than possible."""
    if is_permission(modal) or is_courtesy(modal) or is_ability(modal) or _is_limited(modal):
        return False
    if modal.tag_ != "MD":
        return (
            modal.lower_ != "may" and modal.i + 1 < len(modal.doc) and modal.nbor().text == ","
        )  # "might, I suppose,"
    subject = own_subject(modal.head)
    if subject is not None and subject.i > modal.i:
        return False  # "Could both not leave?", "May they rest in peace"
    after = modal.nbor().lower_ if modal.i + 1 < len(modal.doc) else ""
    return len(tokens) > 1 or modal.lower_ != "could" or after not in _SURER


def _is_limited(modal: Token) -> bool:
    """ "Relief could begin only after the radar was off": what was the one way in which something was able to be."""
    if modal.lower_ != "could":
        return False
    for child in modal.head.children:
        if child.lower_ == "only" and child.i > modal.i:
            return True
        if child.dep_ in ("prep", "advcl") and child.i > modal.head.i and child.left_edge.lower_ == "only":
            return True
    return False


def _is_wish(verb: Token, tokens: Sequence[Token]) -> bool:
    """ "I fear the worst", "we hope that you will reply", "I do not believe him": nothing is called in doubt."""
    if len(tokens) > 3:
        return is_courtesy(verb) or any(c.dep_ == "dobj" and c.pos_ == "PRON" and c.i > verb.i for c in verb.rights)
    return is_courtesy(verb) or any(
        child.dep_ in ("dobj", "acomp", "oprd") and child.i > verb.i and child.i not in {each.i for each in tokens}
        for child in verb.children
    )


def _is_anothers(tokens: Sequence[Token], inserted: bool) -> bool:
    """Whether a third person's "he thought" stands between commas, "said to" in a headline: elsewhere they are cues."""
    if tokens[0].lower_ in _THIRD and tokens[-1].i - tokens[0].i <= 2 and tokens[-1].lower_ not in ("told", "to"):
        return inserted
    if len(tokens) == 2 and tokens[1].lower_ == "to" and tokens[0].lower_ in _HEARD:
        return not last_word(tokens[0]).is_punct
    return True


def _is_of_a_phrase(tokens: Sequence[Token]) -> bool:
    """ "Reportedly by a week", "perhaps two hundred": a word of doubt over what follows it alone."""
    last = tokens[-1]
    if last.lower_ in ("appear", "appears", "appeared", "appearing"):
        return last.i + 1 < len(last.doc) and last.nbor().lower_ in _VAGUE | {"before", "among", "beside", "near"} - {
            "as"
        }
    if last.pos_ != "ADV" and last.lower_ not in ("maybe", "less"):
        return False
    if last.i + 1 >= len(last.doc) or (last.i and last.nbor(-1).pos_ == "AUX"):
        return False
    first = tokens[0]
    if first.is_sent_start:
        return False
    after = last.nbor()
    return after.pos_ == "NUM" or (after.pos_ == "ADP" and after.lower_ in _VAGUE and last.dep_ != "ROOT")


def _is_wondered(mark: Token) -> bool:
    """ "We wonder whether it might not be wiser": who wonders so proposes, and does it with doubt."""
    clause = mark.head
    governor = clause.head
    return governor.lemma_ == "wonder" and any(c.lower_ in ("i", "we") and c.dep_ == "nsubj" for c in governor.children)


def _is_reason_of_caution(clause: Token) -> bool:
    """ "Take care, for the ice could break": why somebody should take care is what is warned of."""
    order = clause.head
    opens = any(c.dep_ in ("mark", "cc") and c.lower_ in ("as", "because", "for", "since") for c in clause.lefts)
    if not opens or order.tag_ not in ("VB", "VBP") or clause.i < order.i:
        return False
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux") and child.nbor().text != ":" for child in order.lefts):
        return False
    return not _CAUTION.isdisjoint({order.lemma_.lower(), *(child.lemma_.lower() for child in order.rights)})


def _is_asked(first: Token, top: Token) -> bool:
    """ "When does the court intend to sit?": a question about a plan weakens no promise."""
    return first.lemma_ in ("intend", "aim", "strive", "endeavour") and any(each.text == "?" for each in top.sent[-2:])
