"""Conditions that have no cue of their own: "should it snow, ...", "sign and you get it", "no maps, no vote"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..concordance import concordance
from ..tokens import Doc, Token
from .turns_of_if import end_of_instead_of_if

_INVERTED = frozenset({"should", "were", "had"})
_SAME_IN_PAST = frozenset({"cut", "hit", "lay", "let", "put", "quit", "read", "set", "shut"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_TO_COME = frozenset({"will", "shall", "'ll", "’ll", "would", "wo"})
_TRADE = re.compile(
    r"(?:^|[:“\"]\s*)(no\s+[^,;.?!]{2,60}?),\s+no\s[^,;.?!]*(?=[;.?!”\"]|,(?!\s+(?:and\s+|or\s+)?no\b)|$)",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?:^|[:“\"]\s*)(first\s+[^,;.?!]{2,60}?),\s+(?:and\s+)?then\s", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"(?:^|[:“\"]\s*)((?:one|another|a single|any)\s[^,;:.?!]{2,50}?),?\s+and\s"
    r"(?=[^,;.?!]{1,40}?(?:\bwill\b|\bshall\b|[’']ll\b))",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:^|[:“\"]\s*)((?:the\s+)?[^\s,;.?!]+(?:\s[^\s,;.?!]+){0,3}\s+first),\s+(?:and\s+)?"
    r"(?:only\s+)?(?:then\s|[^,;.?!]{2,40}\s(?:later|second|afterwards)\b)",
    re.IGNORECASE,
)
_YOU_DO = re.compile(
    r"(?:^|[:;.“\"]\s*)((?:you|they)\s+(?!would|will|could|can|may|must|should|shall|had|have|were|are|did|do\b)"
    r"[^,;.?!]{3,60}?)(?:,\s+(?:and\s+)?we\s+(?=[a-z]+\b)(?!were|had|did|have)|\s+and\s+there\s+(?:won[’']t|will)\b)",
    re.IGNORECASE,
)
_STATED = re.compile(r"\b(?:pre)?condition\b[^,;.?!]{0,60}?\b(?:is|was|remains)\s+(that\s[^,;.?!]+)", re.IGNORECASE)
_LEAVE = re.compile(r"\b((?:the\s+)?\w+\s+permitting)(?=[,.;]|$)", re.IGNORECASE)
_PATTERNS = (
    (_TRADE, frozenset({"no"})),
    (_ORDER, frozenset({"first"})),
    (_FIRST, frozenset({"first"})),
    (_ONE_MORE, frozenset({"will", "shall", "ll"})),
    (_YOU_DO, frozenset({"you", "they"})),
    (_STATED, frozenset({"condition", "precondition"})),
    (_LEAVE, frozenset({"permitting"})),
)
"""Each with words of which it cannot do without one: where none stands it isn't tried."""


def find_bare(doc: Doc, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where such conditions stand in some ranges of code points, as ranges without the comma after them."""
    written = concordance(doc)
    for start, end in ranges:
        words = doc.char_span(start, end, alignment_mode="contract")
        if words is None:
            continue
        for pattern, needed in _PATTERNS:
            if not written.has_between(needed, start, end):
                continue
            for match in pattern.finditer(doc.text[start:end]):
                yield start + match.start(1), start + match.end(1)
        for token in words:
            last = _end_of_condition(token)
            if last is not None and last.i > token.i - (token.lower_ not in _INVERTED) and last.idx < end:
                yield token.idx, last.idx + len(last.text)


def _end_of_condition(token: Token) -> Token | None:
    """The last word of the condition that opens with a word, if one does."""
    if token.is_punct or token.is_space:
        return None
    if token.lower_ in _INVERTED:
        return _end_of_inverted(token)
    if (token.tag_ in ("VB", "VBP") or _is_base(token)) and _opens(token):
        return _end_of_order(token) or _end_of_order_by_words(token)
    return end_of_instead_of_if(token)


def _is_base(token: Token) -> bool:
    """ "The terms: lay down that gun and ...": a past tense to the parser, though nobody before it does it."""
    if token.tag_ not in ("VBD", "VBN") or token.lower_ not in _SAME_IN_PAST:
        return False
    return token.is_sent_start is True or token.i == 0 or token.nbor(-1).text == ":" or token.nbor(-1).is_quote


def _opens(token: Token) -> bool:
    before = token.doc[token.i - 1] if token.i else None
    return before is None or token.is_sent_start is True or before.is_punct or before.is_space


def _end_of_inverted(word: Token) -> Token | None:
    """ "Were it to snow": the word of inversion, then its subject, and a clause that hangs on another."""
    if "?" in word.sent.text or word.i + 1 >= len(word.doc):
        return None
    verb = word.head if word.dep_ in ("aux", "auxpass") else word
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is not None and verb.dep_ == "advcl" and subject.left_edge.i == word.i + 1:
        return _last(_first_of_series([token for token in verb.subtree if token.i >= word.i]))
    told_before = any(child.dep_ in _SUBJECTS and child.i < word.i for child in verb.children)
    if (word.is_sent_start or (_opens(word) and not told_before)) and word.nbor().pos_ in (
        "DET",
        "PRON",
        "PROPN",
        "NOUN",
        "ADJ",
    ):
        comma = next((token for token in word.sent if token.text == "," and token.i > word.i + 2), None)
        return _last(list(word.doc[word.i : comma.i])) if comma is not None else None
    return None


def _first_of_series(words: list[Token]) -> list[Token]:
    """ "Should it snow, | and subject to the weather": what comes after is a condition of its own."""
    for place in range(1, len(words)):
        if words[place - 1].text == "," and words[place].lower_ in ("and", "or", "but"):
            return words[:place]
    return words


def _end_of_order(verb: Token) -> Token | None:
    """ "Free the cook" in "Free the cook and you will get your mules"."""
    if any(child.dep_ in _SUBJECTS or child.dep_ == "aux" for child in verb.children if not _is_label(child)):
        return None
    joint = next((child for child in verb.rights if child.dep_ == "cc" and child.lower_ == "and"), None)
    then = next(
        (child for child in verb.rights if child.dep_ == "conj" and joint is not None and child.i > joint.i), None
    )
    if joint is None or then is None:
        return None
    if joint.nbor().lower_ in ("we", "you", "they", "i", "it") and then.tag_ in ("VBP", "VBZ"):
        return _last(list(verb.doc[verb.i : joint.i]))  # "try ours and we try yours"
    promised = any(child.dep_ == "aux" and child.lower_ in _TO_COME for child in then.children)
    subject = any(child.dep_ in _SUBJECTS for child in then.children)
    return _last(list(verb.doc[verb.i : joint.i])) if promised and subject else None


def _is_label(subject: Token) -> bool:
    """ "A: Free them and ...": who speaks is no subject of the order."""
    return subject.i + 1 < len(subject.doc) and subject.nbor().text == ":"


def _end_of_order_by_words(verb: Token) -> Token | None:
    """The same where the parser hangs the order below the promise: up to an "and" before somebody who will do it."""
    if any(child.dep_ in _SUBJECTS and child.i < verb.i for child in verb.children if not _is_label(child)):
        return None
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.text == "," and token.i + 1 < verb.sent.end and token.nbor().lower_ == "and":
            continue
        if token.is_punct:
            return None
        if token.lower_ == "and" and token.i + 2 < verb.sent.end:
            after = verb.doc[token.i + 1 : min(token.i + 5, verb.sent.end)]
            begins = after[0].pos_ in ("DET", "PRON", "PROPN", "NOUN")
            follows = any(each.lower_ in _TO_COME or each.lower_ in ("is", "are") for each in after[1:])
            last = token.nbor(-2) if token.nbor(-1).text == "," else token.nbor(-1)
            return last if begins and follows else None
    return None


def _last(words: list[Token]) -> Token | None:
    while words and (words[-1].is_punct or words[-1].is_space):
        words.pop()
    return words[-1] if words else None
