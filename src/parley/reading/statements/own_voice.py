"""The act of a sentence that stands alone: of a letter, a speech, a transcript, a headline, or a line of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.model import Act, Document, Span, Statement

from ..attribution.cues import lexicon
from ..pipeline import parse
from ..speakers.speakers import Resolver
from ..tokens import Doc, Token
from .register import Utterance, head_of, likeliest
from .statements import find_statements

_SUBORDINATE = frozenset({"advcl", "relcl", "acl", "csubj", "pcomp"})
_LABEL = re.compile(r"(?:[A-Z]\.?|[A-Z][A-Z.' -]{2,40}|[A-Z][\w.' -]{2,40} \([^)]*\)):\s")


def act_of(text: str) -> tuple[Act, float]:
    """The act that one English sentence does, and how probable the model holds it (0 to 1).

    The speaker is whom the sentence names as speaking, else its author: "We shall keep the gates open" commits.
    """
    return likeliest(utterance(text))


def utterance(text: str) -> Utterance:
    """One sentence as the model sees it: what the rules read in it, else its grammar alone."""
    words = words_after_label(text)
    doc = parse(words)
    document = Document(id="0" * 64, path="sentence.txt", text=words, language="en")
    for each in find_statements(doc, document, (), Resolver(doc, ()), learnt=False):
        if each.within is None and each.content and not is_aside(doc, each):
            return _of_statement(doc, each)
    return _of_author(doc)


def is_aside(doc: Doc, statement: Statement) -> bool:
    """Whether a statement is told in a subordinate clause: "the council, which said that ..., seems to have agreed"."""
    if not statement.cue:
        return False
    word = next((token for token in doc if token.idx >= statement.cue[0].start), doc[0])
    while word.head.i != word.i:
        if word.dep_ in _SUBORDINATE:
            return True
        word = word.head
    return False


def words_after_label(text: str) -> str:
    """A turn of a transcript without the name before it ("MS. SELWIN: Fine." -> "Fine.")."""
    match = _LABEL.match(text)
    return text[match.end() :] if match else text


def _of_statement(doc: Doc, statement: Statement) -> Utterance:
    cue, content = _tokens(doc, statement.cue), _tokens(doc, statement.content)
    return Utterance(list(doc), cue, content, head_of(content), statement.act)


def _of_author(doc: Doc) -> Utterance:
    """Where the rules find no statement: the root speaks, or governs what is said."""
    tokens = [token for token in doc if not token.is_space]
    root = next((token for token in tokens if token.dep_ == "ROOT"), None)
    if root is not None and root.lemma_ in lexicon()["clause"]:
        said = next((child for child in root.children if child.dep_ in ("ccomp", "parataxis")), None)
        if said is not None:
            content = sorted(said.subtree, key=lambda token: token.i)
            return Utterance(tokens, [root], content, said, None)
    return Utterance(tokens, [], tokens, root, None)


def _tokens(doc: Doc, spans: Sequence[Span]) -> list[Token]:
    return [t for t in doc if any(span.start <= t.idx < span.end for span in spans)]
