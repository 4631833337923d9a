"""A name and a colon: headlines ("Kestria: talks may resume") and transcripts ("MS. VENN: We are ready.").

A transcript's turn goes on over paragraphs until somebody else speaks.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..pipeline import paragraph_starts
from ..speakers.mentions import HEADINGS, PAPERS
from ..tokens import Doc

_LEAD = re.compile(
    r"(?m)^[ \t*_#>\"“]{0,6}(?:([-•–])[ \t]+)?"
    r"(?:([^\n:“”\"]{1,48}?)[*_]{0,2}(:)[*_]{0,2}"  # "MS. VENN:"
    r"|(Q(?=[ \t.])|A(?=\.))(\.?)(?=[ \t]+[A-Z]))"  # "Q. When?"
    r"(?:[ \t]+(\S[^\n]*))?$"
)
_QUOTE = "“\"‘'«„`"
_ROLE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
_ASIDE = re.compile(r"[(\[*_].*[)\]*_]")
"""A stage direction: "(Applause.)"."""
_CLOSE = re.compile(r"(?:#|[-*_=~.#– ]{3,}$|(?i:end\b)[\w .:]{0,20}$)")
"""What ends a transcript: a rule, a heading, "END"."""
_LONGEST_HEADLINE = 140
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_SENTENCE_END = ".?!…:;,—–\"”’')]*_"


@dataclass(frozen=True)
class Lead:
    """A line that begins with its speaker. Pairs of code points; ``turn`` says that it is a transcript's.

    ``presumed``: nobody speaks after it, and it was taken to go on over paragraphs to the end.
    """

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    turn: bool
    presumed: bool = False
    doubt: str = ""
    noted: bool = False
    """In a list of notes ("- KES: no inspection"): what they said in the words of whoever wrote it down."""


def leads(doc: Doc) -> Iterator[Lead]:
    """Lines led by a name, where it heads the paper or the paper is a transcript.

    In a transcript names recur at line starts, or stand in capitals; a lone lead in the middle of a
    paper is a caption or a list and is left alone.
    """
    text = doc.text
    matches = list(_LEAD.finditer(text))
    names = [(match[2] or match[4]).strip() for match in matches]
    times = Counter(names)
    transcript = _is_transcript(names, times)
    turns = [
        match
        for match, name in zip(matches, names, strict=True)
        if _is_speaker(name)
        and (times[name] > 1 or (name.isupper() and len(matches) > 1) or (transcript and _names(doc, match)))
        and (transcript or match[2] is not None)
        and (match[6] or transcript)
        and (transcript or (match[6][0] not in _QUOTE and match[6].rstrip()[-1] in _SENTENCE_END))
    ]
    starts = paragraph_starts(text) if transcript else ()
    if turns and transcript and _is_title(text, turns):
        turns.pop(0)
    for place, match in enumerate(turns):
        until = turns[place + 1].start() if place + 1 < len(turns) else None
        begin = match.start(6) if match[6] else match.end()
        content = turn_of(text, begin, starts, until) if transcript else (_first_line(match),)
        if content:
            yield _lead(
                match, content, True, until is None and transcript and len(content) + _breaks(text, content) > 1
            )
    first_line_end = len(text) - len(text.lstrip())
    digest = not transcript and is_digest(text)
    for match in matches:
        heads = match.start() <= first_line_end
        if not (heads or digest) or match in turns or not match[6] or not _names(doc, match):
            continue
        doubt = _doubt_of(doc, match)
        if heads or (not doubt and _is_named(doc, match.span(2))):
            yield _lead(match, (_first_line(match),), False, doubt=doubt)


def is_digest(text: str) -> bool:
    """Whether a paper is a list of headlines: short lines, hardly one of which ends as a sentence does."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    plain = [line for line in lines if line[-1] not in ".;:,…" and len(line) <= _LONGEST_HEADLINE]
    return len(lines) >= 4 and 10 * len(plain) >= 9 * len(lines)


def _is_title(text: str, turns: Sequence[re.Match[str]]) -> bool:
    """Whether the first line only looks like a turn: a headline, after which the paper tells before anybody speaks."""
    first = turns[0]
    after = text[first.end() : turns[1].start() if len(turns) > 1 else len(text)]
    return not text[: first.start()].strip() and bool(after.strip()) and first[6] is not None


def _lead(
    match: re.Match[str],
    content: tuple[tuple[int, int], ...],
    turn: bool,
    presumed: bool = False,
    doubt: str = "",
) -> Lead:
    group = 2 if match[2] is not None else 4
    source = (match.start(group), match.start(group) + len(match[group].rstrip()))
    cue = match.span(group + 1)
    return Lead(source, cue if cue[0] < cue[1] else source, content, turn, presumed, doubt, match[1] is not None)


def _is_transcript(names: Sequence[str], times: Counter[str]) -> bool:
    """Two speakers at the least, and turns that come back: a form's fields ("DATE:", "PLACE:") stand once each."""
    speakers = [name for name in names if _is_speaker(name)]
    back = {name for name in speakers if times[name] > 1}
    return len(set(speakers)) > 1 and len(speakers) > 2 and bool(back)


def _first_line(match: re.Match[str]) -> tuple[int, int]:
    return match.start(6), match.end(6) - (len(match[6]) - len(match[6].rstrip()))


def turn_of(text: str, begin: int, starts: Sequence[int], until: int | None) -> tuple[tuple[int, int], ...]:
    """What is said from ``begin`` until the next speaker's line: whole paragraphs, stage directions left out."""
    cuts = [begin, *starts[bisect.bisect_right(starts, begin) :]]
    end_of_text = until if until is not None else len(text)
    found: list[tuple[int, int]] = []
    after_aside = True
    for start, end in zip(cuts, (*cuts[1:], len(text)), strict=True):
        if start >= end_of_text:
            break
        words = text[start : min(end, end_of_text)]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        if not words:
            continue
        if _CLOSE.match(words) or (start > begin and found and words[-1] not in _SENTENCE_END):
            break  # a rule or a heading: what follows is the paper's
        if _ASIDE.fullmatch(words):
            after_aside = True
        elif found and not after_aside:
            found[-1] = (found[-1][0], start + len(words))
        else:
            found.append((start, start + len(words)))
            after_aside = False
    return tuple(found)


def _breaks(text: str, content: tuple[tuple[int, int], ...]) -> int:
    return sum("\n" in text[start:end] for start, end in content)


def _is_speaker(name: str) -> bool:
    name = _ROLE.sub("", name)
    words = name.split()
    return (
        bool(words)
        and not _is_heading(words[-1])
        and not _is_heading(name)
        and len(words) <= 5
        and all(word[:1].isupper() or word[:1] in "(&" or word in ("of", "the") for word in words)
    )


def _names(doc: Doc, match: re.Match[str]) -> bool:
    """Whether what stands before the colon is a name, a role in brackets aside."""
    if match[2] is None:
        return True
    start = match.start(2)
    span = doc.char_span(start, start + len(_ROLE.sub("", match[2].rstrip())), alignment_mode="expand")
    if span is None:
        return False
    words = [token for token in span if not token.is_space and not token.is_punct]
    if not words or _is_heading(words[-1].text) or _is_heading(span.text):
        return False
    return len(words) <= 5 and words[0].lower_ != "the" and all(token.pos_ in ("PROPN", "NOUN") for token in words)


def _is_named(doc: Doc, place: tuple[int, int]) -> bool:
    span = doc.char_span(*place, alignment_mode="expand")
    return span is not None and span.root.ent_type_ in _NAMED


def _doubt_of(doc: Doc, match: re.Match[str]) -> str:
    """A headline without a verb ("Kestria: The long road") may be about somebody and not by them."""
    span = doc.char_span(*_first_line(match), alignment_mode="expand")
    if span is None or any(token.pos_ in ("VERB", "AUX") for token in span):
        return ""
    return "A headline without a verb: it may be about whom it names, and not their words."


def _is_heading(word: str) -> bool:
    """ "Read-out: ...", "Subject: ...": what a paper or a line of it is, and not who speaks."""
    return word.casefold().strip() in (HEADINGS | PAPERS) - {"q", "a"}
