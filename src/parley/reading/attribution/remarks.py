"""Where the words of a speaker end and the paper's own remark begins, within one sentence."""

from __future__ import annotations

import re

from ..tokens import Doc, Token

_FOLLOWING = frozenset(
    {"boost", "bring", "cast", "complicate", "dash", "deepen", "ease", "end", "fan", "fuel", "heighten", "lift", "mark"}
    | {"pave", "prompt", "raise", "renew", "spark", "stoke", "trigger", "underline", "underscore"}
)
"""What news brings about: "said it accepts, raising hopes of a truce"."""
_FOLLOWED = frozenset(
    {"breakthrough", "concern", "doubt", "end", "expectation", "fear", "first", "hope", "pressure", "prospect"}
    | {"question", "rise", "shift", "speculation", "stage", "step", "tension", "time", "way", "weight"}
)
_SILENT = frozenset({"elaborate", "give", "name", "offer", "provide", "say", "specify", "identify", "detail", "go"})
"""What a speaker left unsaid: "would meet, without giving a date"."""
_TURNS = frozenset({"move", "bid", "sign", "reference", "apparent", "blow", "setback", "statement", "remark"})
_LABEL = re.compile(r"[ \t*_•–-]*[A-Z][\w’' ]{2,32}:[*_]{0,2}[ \t]+(?=\S)")


def own_words(doc: Doc, content: frozenset[int], clause: Token | None) -> frozenset[int]:
    """The content without a remark of the paper's at its end, and whole where it opens a mark that closes later."""
    if not content:
        return content
    kept = content
    for token in sorted((doc[i] for i in content), key=lambda token: token.i):
        if token.text == "," and token.i + 1 in content and _is_remark(doc[token.i + 1], clause):
            kept = frozenset(i for i in content if i < token.i) or content
            break
    return _to_closing_mark(doc, kept)


def without_label(doc: Doc, content: frozenset[int]) -> frozenset[int]:
    """ "Driving the news: the envoy was late, officials say": the label is the paper's."""
    first = min(content)
    line = doc.text.rfind("\n", 0, doc[first].idx) + 1
    if doc.text[line : doc[first].idx].strip(" \t*_•-–"):
        return content
    match = _LABEL.match(doc.text, line)
    kept = frozenset(i for i in content if match is None or doc[i].idx >= match.end())
    return kept or content


def _is_remark(token: Token, clause: Token | None) -> bool:
    """Whether a remark begins at this word, right after a comma."""
    doc = token.doc
    after = doc[token.i + 1 : token.i + 3]
    if token.tag_ == "VBG" and token.dep_ == "advcl" and token.lemma_ in _FOLLOWING:
        told = next((child for child in token.rights if child.dep_ == "dobj"), None)
        return told is not None and told.lemma_ in _FOLLOWED
    if token.lower_ == "without" and len(after) == 2 and after[0].lemma_ in _SILENT and after[0].tag_ == "VBG":
        return clause is None or token.i > clause.i
    if token.lower_ == "in" and len(after) == 2 and after[0].lower_ in ("a", "an", "what"):
        return after[1].lemma_ in _TURNS or after[0].lower_ == "what"
    return False


def _to_closing_mark(doc: Doc, content: frozenset[int]) -> frozenset[int]:
    """ "described the mood as “tense, verging on grim”": marks that open within are closed within."""
    last = max(content)
    opened = [i for i in content if doc[i].text == "“" or (doc[i].text == '"' and doc[i].tag_ == "``")]
    if not opened:
        return content
    first = max(opened)
    closing = "”" if doc[first].text == "“" else '"'
    if any(doc[i].text == closing for i in range(first + 1, last + 1)):
        return content
    end = doc[last].sent.end
    found = next((i for i in range(last + 1, min(end, last + 40)) if doc[i].text == closing), None)
    return content | frozenset(range(last + 1, found + 1)) if found is not None else content
