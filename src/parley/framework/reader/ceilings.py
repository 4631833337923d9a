"""How many there may be at most, said of the things and not of who has them, laid out as "who shall place no more".

"Not more than 500 troops of each Party shall be present in the Zone", "there shall be at most ten guns in it", "the
number of tanks in it shall not exceed ten", "no Party shall have more than two posts in it". Whoever has something in
a place is one who placed it there: that is what reports of a presence tell.
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.numbers import PATTERN

from .limits import MEASURE
from .names import Names
from .view import View

_MOST = r"(?P<most>(?:not|no)\s+more\s+than|at\s+(?:the\s+)?most|a\s+maximum\s+of|up\s+to|(?:fewer|less)\s+than)"
_WHAT = r"(?P<what>[\w,]+\s+(?:(?!\b(?:shall|must|will|may|of|in|within|inside|by)\b)[^,;.]){2,60}?)"
_WHOSE = r"(?:\s+(?:of|from|belonging\s+to)\s+(?P<who>(?:(?!\b(?:shall|must|will|may)\b)[^,;.]){3,60}?))?"
_WHERE = r"(?:in|within|inside|on|along|across|north|south|east|west|beyond|between|anywhere|there)\b"
_BE = (
    r"(?P<aside>,\s[^,;.]{3,60},)?\s+(?P<modal>shall|must|will|may|can)\s+(?:at\s+any\s+(?:one\s+)?time\s+)?"
    r"(?P<be>be(?:\s+(?:present|found|located|kept|on\s+duty))?)"
)
_PRESENT = re.compile(
    rf"\A{_MOST}\s+{_WHAT}{_WHOSE}{_BE}"
    rf"(?=\s+(?:at\s+any\s+(?:one\s+)?time\s+)?(?!on\s+(?:duty|hand|call)\b){_WHERE})",
    re.I,
)
_THERE = re.compile(rf"\A(?P<be>there\s+(?:shall|must|will|may)\s+be)\s+{_MOST}\s+{_WHAT}{_WHOSE}(?=\s+{_WHERE})", re.I)
_HAS = re.compile(
    r"\b(?:shall|must|will|may)\s+(?P<have>have(?:\s+present)?)\s+"
    rf"(?P<most>(?:(?:not|no)\s+)?more\s+than|at\s+(?:the\s+)?most|a\s+maximum\s+of|(?:fewer|less)\s+than)(?=\s[^;.]*?\s{_WHERE})",
    re.I,
)
_SO_OFTEN = re.compile(
    r"\b(?:shall|must|will)\s+(?!make\b)[a-z]+(?:\s+out)?\s+(?P<most>at\s+(?:the\s+)?most|up\s+to|a\s+maximum\s+of)"
    r"(?=\s+\w+\s[^,;.]{2,60}?\s(?:an?|per|each|every)\s+(?:hour|day|week|month|year)\b)",
    re.I,
)
"""How often something may be done: "shall conduct at most three flights a week"."""
_COUNTED = re.compile(
    r"\b(?:shall|must|will|may)\s+(?!not\b)[a-z\-]+(?:\s+(?:out|over|back|down|up|in|off))?\s+"
    r"(?P<how>(?P<least>at\s+(?:the\s+)?least|(?:no|not)\s+(?:less|fewer)\s+than)|under|below)\s+"
    rf"{PATTERN}\s+(?!(?:{MEASURE}|times|minutes?|weeks?|months?|years?|o['’]clock)\b)(?=[a-z])",
    re.I,
)
"""How many there shall be at least, or are to be fewer than: "shall release at least 40 prisoners"."""
_DONE = re.compile(
    rf"\A{_MOST}\s+(?P<what>{PATTERN}\s+[a-z\-]+(?:\s+[a-z\-]+){{0,3}}?)"
    r"(?P<often>\s+(?:(?:an?|per|each|every)|in\s+any(?:\s+one)?(?:\s+calendar)?)\s+(?:hour|day|week|month|year)|\s+in\s+any\s+\d+\s+(?:hours|days))?"
    r"\s+(?P<modal>shall|must|will|may|can)\s+be\s+(?P<done>carried\s+out|conducted|made|undertaken|performed|flown)\s+"
    r"by\s+(?P<who>(?:(?:each|either|any|both)\s+(?:of\s+the\s+)?part(?:y|ies)|(?:the\s+)?(?-i:[A-Z])[\w\-]*(?:\s+(?-i:[A-Z])[\w\-]*){0,3}))"
    r"(?=\s*(?:[.;,]|\Z)|\s+(?:an?|per|each|every|in|over|across|during|within|on|at|until|from|between|through)\b)",
    re.I,
)
"""What is done so often at most, said of the deeds: "no more than two flights a day shall be carried out by Alda"."""
_NUMBER = re.compile(
    rf"\A(?P<lead>the\s+(?:total\s+)?number\s+of)\s+(?P<what>(?:(?!\b(?:of|in|within|inside|shall)\b)[^,;.]){{3,60}}?){_WHOSE}"
    rf"\s+(?P<where>{_WHERE}[^,;.]{{2,80}}?)\s+(?P<be>(?:shall|must|may|will)\s+(?:not|never)\s+(?:at\s+any\s+time\s+)?exceed)\s+"
    r"(?P<many>[\w,]+)",
    re.I,
)


_ALLOWED_BUT = re.compile(
    r"\b(?:may|can|(?:is|are|shall\s+be)\s+(?:allowed|permitted|free)\s+to)\s+[a-z]+(?:\s+out)?\s+(?P<its>(?:its|their)\s+)?"
    r"(?P<what>(?!no\b|not\b|only\b|up\b|at\b|any\b|more\b)[a-z][\w\-]*(?:\s+(?!in|into|onto|on|to|over|within|inside|along|through|across|at|near|from)"
    r"[a-z][\w\-]*){0,3}?)(?P<where>\s+(?:in|into|onto|on|to|over|within|inside|along|through|across|at|near)\s[^,;]{2,80}?)?"
    r"(?P<but>,?\s+(?:but|though|yet|and)\s+(?:in\s+any\s+(?:case|event)\s+)?|,\s+)"
    r"(?P<most>(?:no|not|never)\s+more\s+than|at\s+(?:the\s+)?most|a\s+maximum\s+of|up\s+to|(?:fewer|less)\s+than)\s+"
    rf"(?P<many>{PATTERN})(?:\s+(?:of\s+(?:them|these|those)|(?P=what)))?"
    r"(?P<each>\s+(?:at\s+(?:a|any|one|any\s+one)\s+(?:one\s+)?time|at\s+once|together|(?:an?|per|each|every|(?:on|in)\s+any(?:\s+one)?)\s+(?:single\s+)?"
    r"(?:hour|day|week|month)))?(?=\s*(?:\Z|[.;]))",
    re.I,
)
"""What is allowed, and how many of it at most: "may send shepherds, but no more than six at a time"."""
_UP_TO = re.compile(rf"\b(?:may|can)\s+[a-z]+\s+(?P<most>up\s+to)\s+(?={PATTERN}\s+(?!{MEASURE}\b)[a-z])", re.I)
_THEY = re.compile(r"\b(?:and|but)\s+they\b")
"""Those who are counted, where another duty of theirs follows: they bear it, and not who places them."""


_FLOOR = re.compile(
    r"(?:\A|,\s+)(?P<least>(?:no|not)\s+(?:fewer|less)\s+than)\s+(?=[\w\s\-]{2,120}?\s(?:shall|must|will|may|is|are)\b)",
    re.IGNORECASE,
)


def above_floor(view: View) -> View:
    """ "No fewer than two gates shall be opened": at least two shall, and none is forbidden anything."""
    match = _FLOOR.search(view.text)
    if not match:
        return view
    start, end = match.span("least")
    least = view.over("At least" if start == 0 else "at least", start, end)
    return view.cut(0, start).join(least).join(view.cut(end, len(view.text)))


def under_ceiling(view: View, names: Names) -> View:
    """``view`` in the usual order; itself where it gives no such number."""
    if match := _HAS.search(view.text):
        have, most = match.span("have"), match.span("most")
        said = view.cut(*most) if match["most"].lower().endswith("than") else view.put("no more than", *most)
        return view.cut(0, have[0]).join(view.put("place", *have)).join(said).join(view.cut(most[1], len(view.text)))
    if match := _ALLOWED_BUT.search(view.text):
        return _but_no_more(view, match)
    if match := _UP_TO.search(view.text):
        start, end = match.span("most")
        said = view.cut(0, start).join(view.put("no more than", start, end))
        return said.join(view.cut(end, len(view.text)))
    if match := _SO_OFTEN.search(view.text):
        start, end = match.span("most")
        said = view.cut(0, start).join(view.put("no more than", start, end))
        return said.join(view.cut(end, len(view.text)))
    if match := _COUNTED.search(view.text):
        start, end = match.span("how")
        said = view.put("no fewer than" if match["least"] else "fewer than", start, end)
        return view.cut(0, start).join(said).join(view.cut(end, len(view.text)))
    if (match := _DONE.match(view.text)) and (names.bearers(match["who"]) or names.is_parties(match["who"])):
        return _done_by(view, match)
    if match := _NUMBER.match(view.text):
        many = view.cut(*match.span("many"))
        return _laid_out(view, match, names, many.join(view.cut(*match.span("what"))), view.cut(*match.span("where")))
    if (match := _PRESENT.match(view.text) or _THERE.match(view.text)) and not _THEY.search(view.text, match.end()):
        return _laid_out(view, match, names, view.cut(*match.span("what")), None)
    return view


def _but_no_more(view: View, match: re.Match[str]) -> View:
    """ "May send no more than six shepherds at a time onto the Saddle"."""
    strict = match["most"].lower().startswith(("fewer", "less"))
    most = view.put("fewer than" if strict else "no more than", *match.span("most"))
    many = most.join(view.cut(*match.span("many"))).join(view.cut(*match.span("what")))
    for part in ("each", "where"):
        many = many.join(view.cut(*match.span(part))) if match[part] else many
    rest = view.cut(match.end(), len(view.text))
    front = view.cut(0, match.start("its" if match["its"] else "what")).join(many)
    return front.add(rest) if rest.text[:1] in (".", ";") else front.join(rest)


def _done_by(view: View, match: re.Match[str]) -> View:
    """ "Alda shall carry out no more than two flights a day"."""
    strict = match["most"].lower().startswith(("fewer", "less"))
    front = view.cut(*match.span("who")).join(view.put("shall", *match.span("modal")))
    front = front.join(view.put("conduct", *match.span("done")))
    front = front.join(view.put("fewer than" if strict else "no more than", *match.span("most")))
    front = front.join(view.cut(*match.span("what")))
    if match["often"]:
        front = front.join(view.cut(match.start("often") + 1, match.end("often")))
    rest = view.cut(match.end(), len(view.text))
    return front.add(rest) if rest.text[:1] in (",", ".", ";") else front.join(rest)


def _laid_out(view: View, match: re.Match[str], names: Names, what: View, where: View | None) -> View:
    strict = (match.groupdict().get("most") or "").lower().endswith(("fewer than", "less than"))
    at = match.span("most" if "most" in match.groupdict() else "be")
    most = view.put("fewer than" if strict else "no more than", *at)
    rest = view.cut(match.end(), len(view.text))
    groups = match.groupdict()
    if groups.get("aside"):  # "gendarmes, carrying side arms only,"
        what = what.add(view.cut(match.start("aside"), match.end("aside") - 1))
    rest = rest if where is None else (where.add(rest) if rest.text[:1] in ",;." else where.join(rest))
    if match["who"] is None:
        return most.join(what).join(_shall(view, match, "be placed")).join(rest)
    if names.bearers(match["who"]) is None:
        return view
    return view.cut(*match.span("who")).join(_shall(view, match, "place")).join(most).join(what).join(rest)


def _shall(view: View, match: re.Match[str], verb: str) -> View:
    if not match.groupdict().get("modal"):
        return view.put(f"shall {verb}", *match.span("be"))
    return view.put("shall", *match.span("modal")).join(view.put(verb, *match.span("be")))
