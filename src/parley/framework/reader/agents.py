"""Whom words in the middle of a sentence mean: an agent in any words, and who is meant by ", which shall"."""

from __future__ import annotations

from parley.text import patterns as re

from .anyone import anyone
from .conditions import agent_at
from .craft import craft
from .names import Names

_REACH = re.compile(r"(?!\d|(?:those|such|any|it|them|each|one)\b)[^,;.:()\0]{3,120}")
_CUT = re.compile(
    r"\s+(?:within|at|in|on|from|until|before|after|under|with|without|to|every|each|for|upon|when|if|unless|and|as|by|no|not)\b"
)
_THOSE = re.compile(
    r"(?:those|anyone|anybody|any\s+person)\s+who\s+(?:(?!(?:shall|must|may|will|within|until|if|when|unless)\b)[\w’'\-]+\s*){1,8}?"
    r"(?=\s*(?:[,;.:()\0]|\Z))"
)
_POST = re.compile(
    r"(?:the|an?|its|any)\s+(?:nearest\s+)?(?:nearest|observation|border|guard|police|frontier|look-?out|coast-?guard|medical|aid|"
    r"command)\s+(?:post|station|office)s?(?:\s+of\s.+)?"
)
"""Where people sit who do what their post does, behind "by"."""
_LEAD = re.compile(r"\b(?:to|by|with|of|before|from|for)\s+")
_HANDED_TO = re.compile(r"(?:to|with|before|by)\s+(?P<who>(?:the|its|their|any|an?)\s+(?:[a-z\-]+\s+){0,3}[a-z\-]+)\Z")
_TO_WHOM = re.compile(r"\sto\s+(?:the|its|their|both|each|[A-Z])")
_MOST_CUTS = 6
_DONE_BY = re.compile(
    r"(?<!\bbe)(?<!\bis)(?<!\bare)(?<!\bbeen)(?<!ly)(?<!and)(?<!\bor)\s(?:appointed|named|chosen|designated|nominated|elected|set\s+up|established|formed|headed|"
    r"chaired|led|sent|provided|seconded|approved|trusted|agreed\s+(?:up)?on)\s+(?:jointly\s+)?by\s"
)
"""What tells more of somebody who stands before it: "an arbitrator appointed by"."""


def agents_described(text: str, start: int, names: Names, several: bool = False) -> tuple[int, tuple[str, ...]] | None:
    """Who "unarmed constables of both Parties" are behind "by": the longest words that are somebody, and their end.

    Behind ``several`` verbs in a row "those who laid them" may do the last of them alone, and are nobody.
    """
    those = None if several else _THOSE.match(text, start)
    if those:  # "by those who laid them"
        return those.end(), (" ".join(those.group().lower().split()),)
    reach = _REACH.match(text, start)
    if not reach:
        return None
    ends = [len(reach.group()), *sorted((cut.start() for cut in _CUT.finditer(reach.group())), reverse=True)]
    for end in ends[:_MOST_CUTS]:
        words = reach.group()[:end].rstrip()
        if _TO_WHOM.search(words):
            continue  # "by the wardens | to the Board"
        who = anyone(words, names) if words and not craft(words) else None
        who = who or ((words.removeprefix("the "),) if _POST.fullmatch(words) else None)
        if who:
            return start + len(words), who
    return None


def whom_it_means(before: str, names: Names) -> tuple[tuple[int, int], tuple[str, ...]] | None:
    """Who stands right before ", which shall": "referred to the Commission, which shall settle them"."""
    for lead in _LEAD.finditer(before[-160:]):
        at = max(0, len(before) - 160) + lead.end()
        end = len(before.rstrip())
        told = _DONE_BY.search(before, at, end)
        who = anyone(before[at:end], names) if told else None
        if who:  # "to an arbitrator appointed by Kestria"
            return (at, end), who
        reach = agent_at(before, at, names)
        if reach and reach[0] == end and not _DONE_BY.search(before[:at]):
            return (at, reach[0]), reach[1]
        named = _HANDED_TO.match(before, lead.start(), end)
        who = names.bearers(named["who"]) if named and not _DONE_BY.search(before[:at]) else None
        if who:  # "lodged with the nearest observer team, which shall visit the scene"
            return (at, end), who
    return None
