"""Clauses that say in the present tense what is done, goes or begins, by the place of their verb."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model import Modality, Sentence
from parley.text import patterns as re

from .steps import Names

NO_MODAL = re.compile(r"(?P<not>(?!))?")
IS = re.compile(
    r"\b(?:is|are)\b(?P<not>\s+not\b)?(?=\s+(?:only\s+|first\s+|then\s+|not\s+)?"
    r"(?:\w+ed|given|taken|held|brought|sent|paid|put|set|led|made|met|told|shown|built|rebuilt|withdrawn|drawn|kept|found)\b)",
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|if|when|once|after|before|until|unless|as|where|while|whether|by|on|shall|must|may)\b",
    re.IGNORECASE,
)
"""Before a verb: it is not that of the clause."""
_GOES = re.compile(
    r"(?:(?:The|A|An|All|No|Both)\s+)?[A-Za-z][\w-]*(?:\s+(?:of\s+(?:the\s+)?)?[a-z-]+){0,3}?\s+"
    r"(?=(?:begins?|starts?|opens?|reopens?|resumes?|ends?|closes?|runs?|comes?|goes|leaves?|takes?\s+place)\s+(?:only\s+)?"
    r"(?:on|by|after|once|when|until|before|not|as|within|from|upon)\b)"
)
"""Things that begin or go by themselves: "The market reopens only after ..."."""
_NOW = re.compile(r"(?:the\s+)?(?P<who>(?:[A-Z][\w’'-]*\s+){1,4}?)(?=[a-z]+(?:[^s\s]s|es)\s)")
"""A name that opens a sentence, and behind it a verb in the present tense."""
BREAK = re.compile(r"[;,:]\s*(?:and\s+|but\s+)?|\s+and\s+|\s+but\s+|(?<=[.])\s+")


def done_now(words: str, modals: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Where clauses without "shall" say that something is done ("the road is opened only after ...")."""
    found = []
    starts = [0, *(each.end() for each in BREAK.finditer(words))]
    for match in IS.finditer(words):
        begin = max(each for each in starts if each <= match.start())
        ours = any(begin <= each.start() for each in modals if each.start() <= match.start())
        if not ours and not _SUBORDINATE.search(words[begin : match.start()]):
            found.append(match)
    return found


def doing_now(sentence: Sentence, names: Names, waits: bool) -> list[re.Match[str]]:
    """Where the verb of a duty in the present tense stands ("Kestria lifts its nets after ..."), as an empty modal."""
    at = _verb_of(sentence, names, waits)
    match = None if at is None else NO_MODAL.match(sentence.exact, at)
    return [match] if match else []


def _verb_of(sentence: Sentence, names: Names, waits: bool) -> int | None:
    goes = _GOES.match(sentence.exact)
    if goes is not None and not _SUBORDINATE.search(goes.group()):
        return goes.end()
    opens = _NOW.match(sentence.exact)
    if not sentence.obligations and opens and names.within(opens["who"]) and waits:
        return opens.end()
    acts = [
        each.act for each in sentence.obligations if each.modality and each.modality.value is Modality.MUST and each.act
    ]
    return acts[0].spans[0].start - sentence.start if len(acts) == 1 and acts[0].spans else None
