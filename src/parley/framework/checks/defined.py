"""What terms mean, also where one sentence defines several ("... 'A' means ...; 'B' means ...")."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from parley.model import Definition, Framework, Sentence, Span
from parley.text import patterns as re

_MEANS = re.compile(
    r"[\"“]?(?:\*\*|[\"“])(?P<term>[^*\"”\n]{2,60})(?:\*\*|[\"”])[\"”]?\s+(?:means|shall\s+mean|denotes|signifies|designates|stands\s+for|is|are)\b"
)
_JOINT = re.compile(r"[,;]?\s*(?:and)?\s*$")
"""What stands between two definitions in one sentence."""


def definitions_in(framework: Framework, operative: Iterable[Sentence]) -> tuple[Definition, ...]:
    """The definitions of a text, each up to the next one in its sentence."""
    known = framework.definitions
    starts = {each.span.start for each in known}
    found = [_cut(each) for each in known]
    for sentence in operative:
        marks = list(_MEANS.finditer(sentence.exact))
        for mark, after in zip_longest(marks, marks[1:]):
            start = sentence.start + mark.start()
            end = sentence.start + after.start() if after else sentence.end
            if not any(start - 4 <= each <= start for each in starts):
                exact = framework.text[start:end].rstrip(" \n;")
                span = Span(start=start, end=start + len(exact), exact=exact)
                meaning = " ".join(exact[mark.end() - mark.start() :].split()).rstrip(" .;")
                found.append(Definition(term=" ".join(mark["term"].split()), meaning=meaning, span=span))
    return tuple(found)


def _cut(definition: Definition) -> Definition:
    """Without what the sentence defines next: "**D-day** is 4 May; **D+n** is the nth day after D-day"."""
    whole = definition.span.exact
    after = next((mark for mark in _MEANS.finditer(whole) if mark.start() > len(definition.term)), None)
    if after is None:
        return definition
    exact = _JOINT.sub("", whole[: after.start()])
    words = " ".join(whole[: after.start()].split())
    at = words.find(definition.meaning[:20])
    meaning = _JOINT.sub("", words[at:]) if at >= 0 else definition.meaning
    start = definition.span.start
    span = Span(start=start, end=start + len(exact), exact=exact, document=definition.span.document)
    return definition.replace(span=span, meaning=meaning)
