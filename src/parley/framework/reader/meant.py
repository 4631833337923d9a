"""Whom "it" and "they" mean behind a case in front: "Where one of the Parties contests a finding, it may object".

It is the subject of the case, where that is somebody, and their number agrees. Where the case names two parties, no
one tells which of them is meant.
"""

from __future__ import annotations

from itertools import islice

from parley.text import patterns as re
from parley.text.acts import verb_at_start

from .anyone import anyone
from .craft import craft
from .names import Names
from .unlisted import unlisted_verb

_CASE = re.compile(
    r"\s*(?P<kind>where|wherever|when|whenever|if|should|once|unless|as\s+soon\s+as|in\s+case|before|after|in\s+the\s+event\s+that|"
    r"as\s+long\s+as|so\s+long\s+as|while)\s+(?P<told>[^;]+?),\s+(?:then\s+)?(?P<they>it|they|he|she)\s*\Z",
    re.IGNORECASE,
)
_THAT_PARTY = re.compile(
    r"\s*(?:where|wherever|when|whenever|if|should|once|upon|on|after|following|as\s+soon\s+as|in\s+(?:the\s+)?(?:case|event)(?:\s+(?:of|that))?)"
    r"\s+(?P<told>[^;]+?),\s+(?:then\s+)?(?P<they>(?:that|such|the\s+same|the\s+said)\s+(?:party|side))\s*\Z",
    re.IGNORECASE,
)
_A_PARTY = re.compile(
    r"\b(?:an?|any|either|one|each)\s+(?:(?:one\s+)?of\s+the\s+)?(?:part(?:y|ies)|sides?)\b", re.IGNORECASE
)
_FINITE = re.compile(
    r"(?:is|are|was|were|has|have|had|does|do|did|can|cannot|fails?|wishes|wish|refuses?|becomes?|needs?|intends?|finds?|holds?)\b"
    r"|(?!(?:which|who|that|of|in|on|at)\b)[a-z]+(?:s|ed)(?=\s|,|\Z)"
)
_BARE = re.compile(r"(?:not\s+)?(?:be|have|come|fall|go|fail|wish|need|lose|become|find|run|get|suffer|require)\s")
_ONE = re.compile(
    r"(?:an?|any|either|one|each|every|that)\s|(?:one|either|each)\s+of\s|"
    r"the\s+(?:[a-z]+\s+)?(?:Party|side)\b",
    re.IGNORECASE,
)
_OF_THE_PARTIES = re.compile(
    r"(?:one|either|each|any|neither)\s+of\s+(?=the\s+(?:two\s+)?Part(?:y|ies))", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|whom)\b")
_MOST_GAPS = 10


def that_party(before: str, first: int, names: Names) -> tuple[int, int, tuple[str, ...]] | None:
    """Where "that Party" stands behind a case in front, and who is meant: whom the case names, or "a Party" that it
    speaks of; ``None`` where it does neither, or both.
    """
    case = _THAT_PARTY.match(before, first)
    if not case:
        return None
    parties = {id for _, _, id in names.actors_in(case["told"]) if id in names.party_ids}
    some = _A_PARTY.search(case["told"]) is not None
    if some is bool(parties) or len(parties) > 1:
        return None
    return (*case.span("they"), names.party_ids if some else tuple(parties))


def meant_in_front(before: str, first: int, names: Names) -> tuple[int, int, tuple[str, ...]] | None:
    """Where the pronoun stands that ends ``before``, and who is meant by it; ``None`` where the case doesn't tell."""
    case = _CASE.match(before, first)
    if not case:
        return None
    told, many = case["told"], case["they"].lower() == "they"
    bare = case["kind"].lower() == "should"
    for gap in islice(re.finditer(r"\s+(?=[a-z])", told), _MOST_GAPS):
        who, rest = told[: gap.start()], told[gap.end() :]
        if _RELATIVE.search(who):
            return None
        verb = (
            (_BARE.match(rest) or verb_at_start(rest, base=True) or unlisted_verb(rest))
            if bare
            else _FINITE.match(rest)
        )
        if not verb:
            continue
        meant = _somebody(who, many, names)
        if meant is None:
            return None
        parties = {id for _, _, id in names.actors_in(told) if id in names.party_ids}
        return None if len(parties) > 1 and len(meant) == 1 else (*case.span("they"), meant)
    return None


def _somebody(who: str, many: bool, names: Names) -> tuple[str, ...] | None:
    plain = _OF_THE_PARTIES.sub("", who)
    meant = names.bearers(plain) or anyone(who, names) or craft(who)
    if meant is None:
        return None
    if names.is_parties(plain):
        return None if many is (_ONE.match(who) is not None) else meant
    known = all(names.knows(each) for each in meant)
    plural = len(meant) > 1 or (
        not known and re.search(r"[^\Ws]s\b|\b(?:men|women|children|people|police|troops|forces)\b", who) is not None
    )
    return meant if many is plural or (known and len(meant) == 1 and not many) else None
