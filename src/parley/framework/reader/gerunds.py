"""What somebody is kept from, or charged with, in gerunds: "shall refrain from boarding ships or raiding ports".

They are laid out as a promise: "undertakes not to board ships or not to raid ports".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from parley.text import patterns as re
from parley.text.acts import acts_by_id, noun_at_start, verb_at_start
from parley.text.inflection import inflected
from parley.text.wordlist import word_set

from .anyone import anyone
from .correlatives import joined
from .names import Names
from .subjects import NO_ONE
from .unlisted import base_of_gerund
from .view import View

_LEAD = re.compile(
    r"\b(?:(?:shall|must|will)\s+|(?P<to>to\s+))(?:(?:refrain|abstain|desist)\s+from|(?P<cease>cease|stop|discontinue))\s+(?=[a-z]+ing\b)"
    r"|\b(?:(?:is|are|(?:shall|will)\s+be)\s+(?:strictly\s+)?(?:prohibited|barred|forbidden|banned)\s+from|"
    r"(?:(?:shall|must|will)\s+)?(?:renounces?|forswears?|forgo(?:es)?))\s+(?=[a-z]+ing\b)"
    r"|\b(?P<duty>(?:is|are|(?:shall|will)\s+be)\s+(?:(?:also|solely|jointly|hereby)\s+)?(?:(?:responsible|accountable|answerable)\s+for|"
    r"(?:charged|tasked|entrusted)\s+with|in\s+charge\s+of|committed\s+to)|(?:shall|must|will)\s+(?:see|attend)\s+to)\s+(?=[a-z]+ing\b)"
)
"""What somebody is kept from (``cease``: from now on), or charged with (``duty``)."""
_OBJECT = (
    r"(?=\s+(?:(?:the|an?|its|their|his|any|all|each|every|no|such|other|those|these|both|one|two|three|to)\s|(?:on|upon|at|with|into)\s+(?:the|its|their|any|all|each|an?)\s|them\b|it\b|\d|[A-Z]|"
    r"(?!(?:of|in|on|at|by|for|against|with|from|within|along|to|near|and|or|is|are)\s)(?:[a-z\-]+(?:\s+[a-z\-]+)?(?:s|men|women|people|children)\b|"
    r"[a-z\-]+\s+[a-z\-]+(?=\s*(?:[,;.]|\Z)|\s+(?:in|on|at|by|from|within|along|near|until|during|between|is|are|shall)\s))))"
)
_PARTICLE = r"(?:\s+(?:up|off|out|down|back|away|over|in)(?=\s))?"
_FIRST = re.compile(rf"(?P<verb>[A-Za-z][a-z]+ing){_PARTICLE}(?!\s+of\b)")
_NEXT = re.compile(
    r"(?:,?\s+(?:and|or|nor)\s+(?:also\s+)?|,\s+)(?:(?:from|for|with)\s+)?(?P<verb>[a-z]+ing)"
    rf"{_PARTICLE}(?:(?P<shares>(?=,\s+(?:and\s+|or\s+)?[a-z]+ing\b|\s+(?:and|or)\s+[a-z]+ing\b))|{_OBJECT}|(?<=from\s)(?!\s+of\b))"
)
_DOES = re.compile(
    r"(?!(?i:During|Following|Pending|According|Regarding|Concerning|Nothing|Anything|Everything)\b)[A-Za-z][a-z]+ing(?:\s+(?:up|out|down|away|back))?"
    r"(?=\s+(?!(?:of|in|on|at|by|for|against|with|from|within|along|to|near|off|over|into|through|across|under|beyond|outside|inside|and|or|"
    r"is|are)\s)\w)"
)
"""A gerund with a thing of its own."""
_FINITE = re.compile(r"\b(?:is|are|was|were|shall|must|will|may|has|have|that|which|who)\b")
_ENDS = re.compile(r"[;:]|\b(?:shall|must|will|may|which|who|that)\b")
_ATTRIBUTES = word_set(
    "training fishing mining drinking housing crossing landing meeting farming trading shipping banking "
    "printing sleeping living parking hunting cooking washing polling loading mooring listening bathing heating "
    "threatening insulting provoking misleading degrading offending alarming "
    "fighting existing remaining following surrounding neighbouring standing warring opposing regarding concerning "
    "including excluding during according containing using"
)
"""Gerunds that tell more of the noun behind them: "or training camps"."""
_DETERMINED = re.compile(r"\s+(?:the|an?|its|their|his|any|all|each|every|those|these|both)\s|\s+(?:them|it)\b")


_MOST_BEARERS = 5
"""Who are kept from something in one sentence, each from another thing."""


@dataclass(frozen=True)
class _Member:
    """One gerund: where its joint and its words begin and end, its verb, and whether it shares the next one's thing."""

    begins: int
    start: int
    end: int
    verb: str
    shares: bool


def kept_from(view: View, _names: Names) -> View:
    """ "shall refrain from boarding ships or raiding ports": it undertakes not to do the one or the other."""
    for _ in range(_MOST_BEARERS):
        kept = _kept_from(view)
        if kept is view:
            break
        view = kept
    return view


def _kept_from(view: View) -> View:
    lead = _LEAD.search(view.text)
    members = list(_members(view.text, lead.end(), _end(view.text, lead.end()))) if lead else []
    if not lead or not members or (len(members) == 1 and lead["cease"]):
        return view
    if lead["duty"] and NO_ONE.match(view.text):
        return view  # "Neither Party is responsible for feeding them" forbids nothing
    again = "to" if lead["duty"] else "not to"
    promise = again if lead["to"] else f"undertakes {again}"
    verbs = _verbs(view, members, f"{'and' if lead['duty'] else 'or'} {again}")
    parts = [view.cut(0, lead.start()), view.put(promise, lead.start(), lead.end() - 1), *verbs]
    return joined([part for part in [*parts, view.cut(members[-1].end, len(view.text))] if part.text])


def _verbs(view: View, members: list[_Member], again: str) -> list[View]:
    """The verbs of gerunds with what stands between them; ``again`` before one with a thing of its own."""
    parts = [view.put(members[0].verb, members[0].start, members[0].end)]
    for before, member in pairwise(members):
        parts.append(view.cut(before.end, member.start if before.shares else member.begins))
        if not before.shares:
            parts.append(view.put(again, member.begins, member.start))
        parts.append(view.put(member.verb, member.start, member.end))
    return parts


_PROMISED = re.compile(
    r"\b(?P<lead>undertakes?|agrees?\s+to|commits?(?:\s+(?:itself|themselves))?\s+to|pledges?|promises?)\s+the\s+(?P<verb>[a-z]{3,}ing)"
    r"\s+(?P<of>of)\s+(?=(?:the|all|any|every|each|its|their)\s)"
)


def promised(view: View, _names: Names) -> View:
    """ "Kestria undertakes the dredging of the canal": it undertakes to dredge it, of a verb that no lexicon has."""
    match = _PROMISED.search(view.text)
    if not match or noun_at_start(match["verb"]) or verb_at_start(match["verb"]):
        return view
    to, verb = view.put("undertakes to", *match.span("lead")), view.put(_base(match["verb"]), *match.span("verb"))
    return joined([view.cut(0, match.start()), to, verb, view.cut(match.end("of"), len(view.text))])


_FORBIDDEN = re.compile(
    r"(?P<ban>(?P<be>is|are|shall\s+be)\s+(?:strictly\s+|also\s+|always\s+)?(?P<said>prohibited|forbidden|banned|outlawed|unlawful|(?:not\s+)?(?:permitted|allowed)))"
    r"(?=(?:\s+(?:to|for)\s+(?P<who>[^,;:.]{3,80}?))?(?P<rest>\s+(?i:in|at|on|within|near|from|until|during|before|after|between|by|"
    r"throughout|along|unless|except|if|without)\s[^;:]*)?[.;\s]*\Z)"
)
_SAYS = {"not permitted": "shall not", "not allowed": "shall not", "permitted": "may", "allowed": "may"}


def gerund_first(view: View, names: Names) -> View:
    """ "Hoarding fuel or opening letters is prohibited": it is prohibited to hoard fuel or to open letters."""
    lead = _DOES.match(view.text)
    ban = _FORBIDDEN.search(view.text) if lead else None
    members = list(_members(view.text, 0, ban.start())) if ban else []
    if not ban or not members or not _is_deed(view.text, members[-1], ban) or _FINITE.search(view.text, 0, ban.start()):
        return view
    said = " ".join(ban["said"].split())
    if ban["who"] and anyone(ban["who"], names):
        parts = [view.cut(*ban.span("who")), view.put(_SAYS.get(said, "shall not"), *ban.span("ban"))]
        rest = ban.span("rest")
    else:
        parts = [view.put(f"It is {said} to", *ban.span("ban"))]
        rest = ban.end(), len(view.text.rstrip(" .;"))
    parts += [*_verbs(view, members, "or"), view.cut(members[-1].end, ban.start())]
    parts += [view.cut(*rest)] if rest[0] < rest[1] else []
    return joined([part for part in parts if part.text.strip()])


def _is_deed(text: str, last: _Member, ban: re.Match[str]) -> bool:
    """Whether gerunds are what is forbidden, and don't tell which things are: "Threatening posters are banned"."""
    if ban["be"] == "are" and last.start == 0:
        return _DETERMINED.match(text, last.end) is not None
    plainly = ban["be"] == "is" and text[: ban.start()].rstrip().endswith("s")  # "Threatening witnesses is"
    return plainly or names_deed(text[last.start :])


def names_deed(words: str) -> bool:
    """Whether a gerund opens ``words`` that is done to what follows, and doesn't tell which things these are."""
    gerund = _FIRST.match(words)
    if not gerund or not _DOES.match(words):
        return False
    return _DETERMINED.match(words, gerund.end()) is not None or gerund["verb"].lower() not in _ATTRIBUTES


def _members(text: str, start: int, end: int) -> Iterator[_Member]:
    first = _FIRST.match(text, start)
    if not first:
        return
    following = list(_NEXT.finditer(text, first.end(), end))
    shares = bool(following) and following[0].start() == first.end()
    yield _Member(start, first.start("verb"), first.end("verb"), _base(first["verb"]), shares)
    at = first.end()
    for match in following:
        told = re.search(r"[a-z]\s+[a-z]+ing\s", text[at : match.start()])
        plain = match["verb"] in _ATTRIBUTES and not _DETERMINED.match(text, match.end())
        if told or plain:
            return  # "convoys carrying food or evacuating the sick" are told by both
        shares = match["shares"] is not None
        yield _Member(match.start(), match.start("verb"), match.end("verb"), _base(match["verb"]), shares)
        at = match.end()


def _end(text: str, start: int) -> int:
    ends = _ENDS.search(text, start)
    return ends.start() if ends else len(text)


def _base(gerund: str) -> str:
    gerund = gerund.lower()
    verb = verb_at_start(gerund)
    return (infinitive_of(verb[0], gerund) if verb else None) or base_of_gerund(gerund)


def infinitive_of(act: str, done: str) -> str | None:
    """The verb of the lexicon that a participle is of: "remove" of "removed"."""
    entry = acts_by_id()[act]
    return next(
        (verb for verb in (*entry.verbs, *entry.clauses) if done in inflected(verb)),
        entry.verbs[0] if done in entry.forms else None,
    )
