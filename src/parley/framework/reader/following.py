"""Where the next predicate of a sentence begins, and whose it is: "and shall", "; it shall", ", where it shall"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.text import patterns as re

from .agents import whom_it_means
from .anyone import anyone
from .joined import participle
from .modals import MODALS, NO_NOUN, PROMISE
from .names import Names
from .subjects import FRONTED, NO_ONE, Subject

_NEXT = re.compile(
    r"(?P<join>\s*(?:,\s*(?:and|but|or|while|whereas|(?:where(?:upon)?|whence|(?:on|at)\s+which\s+occasion)"
    r"(?=\s+(?:it|they|both|each|neither|the|[A-Z])\b))|,(?=\s+no\s+[\w\-]+(?:\s+[\w\-]+)?\s+(?:shall|must|may|will)\s)|,(?=\s+(?:shall|must|may|will)\s)|;(?:\s*(?:and|but))?|\s(?:and|but|or))\s+)"
    r"(?P<subject>|[^,;]{1,80}?(?<!\band)(?<!\band ))\s*"
    rf"(?=\b(?:shall|must|may|can(?:not)?|{NO_NOUN}will|(?:is|are)\s+(?:not\s+)?to|ha(?:s|ve)\s+to|undertakes?\s+(?:not\s+)?to)\b"
    rf"|(?P<promise>{PROMISE}\s+(?:(?:not|never)\s+)?to\s))"
)
_HALVES = re.compile(
    r";\s+(?:and\s+|but\s+)?|,\s+(?:and|(?P<opposed>but|while|whereas))\s+(?=(?:no|the|all|any|every|each|both|"
    r"neither|those|its|their|his|her|it|nobody|everybody|everyone|whoever|anyone|anybody|such|[A-Z]\w*)\b)"
)
_DUTY = re.compile(
    r"\b(?:shall|must|may|will|can)\b|\b(?:is|are)\s+(?:(?:not|bound|obliged|required|free)\s+)?to\s|\bha(?:s|ve)\s+(?:until|[\w\-]+\s+(?:hours?|days?|weeks?|months?))\s|\b(?:is|are)\s+(?:not\s+|strictly\s+)?(?:prohibited|forbidden|banned|permitted|allowed)\b"
)
_AND_OTHERS = re.compile(
    r",\s+(?:(?:and|but|while|whereas)\s+(?=(?:the|that|this|these|those|each|every|all|both|no|nobody|none|neither|whoever|its|their|it|they|he|she)\b|[A-Z])|"
    r"(?P<which>which|who)\s+(?=[a-z]))"
)
_TOLD_AND = re.compile(
    r"(?:The|These|Those|All|Both|This|That)\s(?:(?!\b(?:if|when|unless|until|once|where|nobody|no)\b)[^,;:.])*?\s(?:is|are|belongs?|lies?|stands?)\s"
    r"[^,;:.]{2,80},\s+and\s+(?=(?:nobody|no\s+one|no\s+[a-z]+|neither)\s)"
)
_IS_BUT = re.compile(
    r"(?:(?!\b(?:if|when|unless|until|once|where|nobody|no|who|which|that)\b)[^,;:.])+?\s(?:is|are)\s+(?!(?:to|not|allowed|permitted|forbidden|"
    r"prohibited|banned)\b)(?P<what>(?:(?!\b(?:is|are)\b)[^,;:.]){2,80})(?:,\s+(?:and|but)|:|;)\s+(?=\S)"
)
"""How something is, before somebody's duty: "The market is open, but soldiers stay out of it"."""
_BE = re.compile(r"\s+(?:not\s+)?be\s")
_WHOM = re.compile(r"\b(?:whoever|whomever|whom|whichever|whatever|wherever|which\s+of|whether|how)\b", re.IGNORECASE)
WHERE_THEY = re.compile(r",\s*(?:where(?:upon)?|whence)\s+they\b")
_BRINGS = r"(?:will|would|should)\s+(?:then\s+|thus\s+|thereby\s+)?(?:allow|permit|enable|lead|result|create)\b"
"""What comes of a deed, and is nobody's duty: "which will allow to create a zone"."""
MORE_ABOUT = re.compile(
    rf",\s*(?:who\s|which\s+{_BRINGS}|which\s+shall\s+(?:contain|include|comprise|consist|specify|state|indicate|list|cover|show|bear)\b)[^;]*\Z"
)
"""What only says more of somebody or something, where it is no duty that is understood."""
_WHICH = re.compile(
    r",\s*(?P<which>(?:which|who)|(?:(?:the\s+[a-z]+|all|each|both|one|none|neither|either|some|[a-z]+)\s+of\s+(?:which|whom)))\s+"
    rf"(?!{_BRINGS})(?=(?:shall|must|may|will)\b)"
)


SET_OFF = re.compile(
    r"\s*,\s[^,;]*?\s(?:shall|must|may|will|undertakes?)\s+(?:not\s+)?(?:to\s+)?(?:refrain\s+from\s+)?[a-z]+\b(?!\s*,)[^,;]*(?:[;.]|,\s+and\s|\Z)"
)
"""Somebody else's deed that a comma sets off whole: what it is done to is not meant for the first."""


def next_bound(text: str, start: int, subject: Subject, names: Names) -> tuple[int, int, Subject] | None:
    """Where the next predicate's joint begins, where its modal stands, and whose predicate it is."""
    which = _WHICH.search(text, start)
    for match in _NEXT.finditer(text, start):
        if which and which.start() < match.start():
            break
        words = match["subject"].strip()
        if _WHOM.search(words):
            continue  # "and send copies to whoever the Parties may name"
        if match["promise"] and not names.bearers(words):
            continue  # "and agree to the date"
        part = match.span("subject")
        if not words or re.fullmatch(r"it|they", words, re.IGNORECASE):
            none_of = subject.none_of and not words
            if words and _another(text, start, match.end(), words, subject, names):
                return match.start(), match.end(), Subject(part, words, None, False, None)
            same = Subject(part if words else subject.part, subject.words, subject.bearer, none_of, subject.fronted)
            return match.start(), match.end(), same
        bearer = names.bearers(words)
        if bearer:
            return match.start(), match.end(), Subject(part, words, bearer, NO_ONE.match(words) is not None, None)
        return match.start(), match.end(), Subject(part, words, None, NO_ONE.match(words) is not None, None)
    if which:
        words = "which" if which["which"] in ("which", "who") else which["which"]
        meant = whom_it_means(text[: which.start()], names) if words == "which" else None
        does = words == "which" and not meant and not _IS_SO.match(text, which.end())
        named = _who_is_named(text[: which.start()], names) if does else None
        meant, words = (named, text[slice(*named[0])]) if named else (meant, words)
        part = meant[0] if meant else which.span("which")
        none_of = NO_ONE.match(words) is not None
        return which.start(), which.end(), Subject(part, words, meant[1] if meant else None, none_of, None)
    return None


_IS_SO = re.compile(r"(?:shall|must|may|will)\s+(?:not\s+)?be\s")
"""What somebody who is named shall be tells more about them."""
_NAMES_SOMEBODY = re.compile(
    r"\b(?:send|dispatch|appoint|name|designate|nominate|choose|elect|form|establish|set\s+up|post|second)\s+"
    r"(?P<who>(?:an?|one|two|three|four|five|six|\d+|[a-z\-]+s\b)(?:\s(?!(?:to|at|in|on|for|from|with|by|within|and|or)\b)[\w\-]+){0,3})\Z"
)
"""Who is named or sent, right before ", who shall": "send a team, which shall inspect"."""


def _who_is_named(before: str, names: Names) -> tuple[tuple[int, int], tuple[str, ...]] | None:
    named = _NAMES_SOMEBODY.search(before.rstrip())
    who = anyone(named["who"], names) if named else None
    return (named.span("who"), who) if named and who else None


def _another(text: str, start: int, modal: int, words: str, subject: Subject, names: Names) -> bool:
    """Whether "it" or "they" is not who does the deed before: "Kestria shall free the crew; they shall be fed"."""
    if subject.bearer is None or _BE.match(text, start):
        return False
    following = _DUTY.match(text, modal)
    one = len(subject.bearer) == 1 and names.knows(subject.bearer[0])
    return (one and words.lower() == "they") or (following is not None and _BE.match(text, following.end()) is not None)


def present_halves(text: str, names: Names) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The joints behind which a half without a modal may begin, where one stands before: ", and that side answers".

    Each is where the joint begins and ends, and who is meant by its "which": ", which answers within a week".
    """
    for cut in _AND_OTHERS.finditer(text):
        if MODALS.search(text, cut.end()) or not (cut["which"] or _DUTY.search(text, 0, cut.start())):
            continue
        meant = whom_it_means(text[: cut.start()], names) if cut["which"] else None
        if meant or not cut["which"]:
            yield *cut.span(), meant[0] if meant else (cut.end(), cut.end())


def told_before(text: str) -> int | None:
    """Where a duty begins behind what only tells: "The wells are ours, and nobody fouls them"."""
    if FRONTED.match(text):
        return None
    told = None if MODALS.search(text) else _TOLD_AND.match(text)
    if told is None:
        told = _IS_BUT.match(text)
        told = None if told and (participle(told["what"]) or MODALS.search(told.group())) else told
    return told.end() if told else None


def halved(text: str) -> tuple[int, int] | None:
    """The joint between two sentences that stand in one, each with a modal of its own; ``None`` if there is none.

    Behind a comma only where nothing stands in front of the first that may bound the second as well.
    """
    for cut in _HALVES.finditer(text):
        first, second = _DUTY.search(text, 0, cut.start()), _DUTY.search(text, cut.end())
        if (first or second) and text[cut.start()] == ";":
            return cut.span()
        if second and not FRONTED.match(text) and (first or cut["opposed"] is None):
            return cut.span()
    return None
