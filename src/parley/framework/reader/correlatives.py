"""Correlatives, laid out as plain deeds: "neither ... nor", "not only ... but also", "nor those of"."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import verb_at_start

from .joined import participle
from .modals import MODALS, PROMISE, impersonal
from .names import Names
from .unlisted import QUALITY, is_attribute, unlisted_verb
from .view import View

_NOT_ONLY = re.compile(r"\bnot\s+only\s+(?P<one>[^;]{3,200}?),?\s+(?P<but>but\s+(?:also|likewise))\b", re.IGNORECASE)
_NEITHER = re.compile(
    rf"\b(?:shall|must|will|may|{PROMISE})\s+(?:(?P<neither>neither\s+be|be\s+neither|neither\s+to|neither))\s+(?P<one>[^;]{{3,200}}?),?\s+"
    r"(?P<nor>nor(?:\s+to\b|\s+be\b)?)"
)
_BARRED = re.compile(
    r"(?:no|neither|nobody|none)\s|[^;]{2,160}?\s(?P<modal>(?:shall|must|may|will)\s+(?:not|never))\s", re.IGNORECASE
)
_NOR = re.compile(r",?\s+(?P<nor>nor)\s+(?!(?:shall|must|may|will)\b)(?=[a-z])")
"""A further deed that is forbidden."""
_NO_VERB = re.compile(
    r"(?:within|in|at|on|near|along|to|from|by|under|over|into|inside|outside|through|across|during|after|before|for|with|the|its|their|any|an?|"
    r"those)\s"
)
"""Behind "nor": more of what is forbidden, and no further deed."""
_DONE_NEITHER = re.compile(
    r"\b(?P<modal>shall|must|may|will)\s+(?P<done>(?:be\s+)?[a-z]+(?:\s+(?:up|out|down|in))?)\s+neither\s+(?!of\b|[Pp]art|sides?\b)(?P<one>[^;]{2,100}?),?\s+(?P<nor>nor)\b"
)
_OR_TO = re.compile(r"(?:\s(?:or|and)\s+|,\s+(?=to\s[^;]*\s(?:or|and)\s+to\s))(?P<to>to\s+)(?=[a-z])")
_TO_SOMEBODY = re.compile(
    r"It\s+(?:is|shall\s+be)\s+(?:[a-z]+ly\s+)?(?:not\s+)?(?:forbidden|prohibited|allowed|permitted|permissible|lawful)\s+(?:for|to)\s+(?:(?!\sto\s)[^,;])+\sto\s"
)
_NOR_THOSE = re.compile(
    r"(?P<what>[A-Z][^,;]{2,60}?)(?:\s+of\s+(?:(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)*))?\s+(?P<modal>(?:shall|must|may|will)\s+not)\s[^,;]{3,160}"
    r"(?P<nor>,\s+nor)\s+(?P<those>those|that)\s+(?P<of>of)\s+(?P<other>(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)*)(?=\s)"
)
_SIDE_OF = (
    r"(?:(?:to\s+the\s+)?(?:north|south|east|west|seaward|landward|upstream|downstream|left|right)\s+of|above|below|behind|beyond|"
    r"inside|outside)"
)


def joined(parts: list[View]) -> View:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.add(part) if part.text[:1] in (",", ";", ".") else whole.join(part)
    return whole


def neither(view: View, _names: Names) -> View:
    """ "shall neither move its tanks nor man its posts": it shall not do the one or the other."""
    match = _NEITHER.search(view.text)
    if not match:
        return view
    one, nor = match.span("one"), match.span("nor")
    verb = "be" if "be" in match["neither"].split() else "to" if "to" in match["neither"].split() else ""
    other = "and not to" if verb == "to" else "nor" if is_attribute(view.text[nor[1] :].lstrip()) else "or"
    denied = f"not {verb}".strip()
    parts = [view.cut(0, match.start("neither")), view.put(denied, *match.span("neither")), view.cut(*one)]
    return joined([*parts, view.put(other, *nor), view.cut(nor[1], len(view.text))])


def nor_more(view: View, _names: Names) -> View:
    """ "shall not arm clans, nor shelter them": it shall not do the one or the other."""
    barred = _BARRED.match(view.text) if " nor " in view.text else None
    modal = MODALS.search(view.text) if barred else None
    for nor in _NOR.finditer(view.text) if barred else ():
        rest = view.text[nor.end() :]
        if (
            modal and nor.start() > modal.end() and _NO_VERB.match(rest)
        ):  # "stored at the sites, nor within 5 km of them"
            return (
                view.cut(0, nor.start())
                .join(view.over("or", *nor.span("nor")))
                .join(view.cut(nor.end(), len(view.text)))
            )
        if barred and (rest.startswith("be ") or _verb(rest)):
            again = f" {barred['modal'] or 'shall'}" if is_attribute(rest) else ""  # "nor search crews" is no noun
            parts = [view.cut(0, nor.start()).add(view.put(f", or{again}", nor.start(), nor.end("nor")))]
            return nor_more(joined([*parts, view.cut(nor.end(), len(view.text))]), _names)
    return view


def done_neither(view: View, _names: Names) -> View:
    """ "shall be laid neither on land nor at sea": they shall not be laid there."""
    match = _DONE_NEITHER.search(view.text)
    if not match:
        return view
    modal = view.put(f"{match['modal']} not", *match.span("modal"))
    parts = [view.cut(0, match.start()), modal, view.cut(*match.span("done")), view.cut(*match.span("one"))]
    return joined([*parts, view.cut(match.start("nor") + len("n"), match.end()), view.cut(match.end(), len(view.text))])


def nor_those(view: View, names: Names) -> View:
    """ "Ships of A shall not sail north of Tarn, nor those of B south of it": they shall not sail either."""
    match = _NOR_THOSE.match(view.text)
    verb = verb_at_start(view.text[match.end("modal") + 1 :], base=True) if match else None
    verb = verb or (unlisted_verb(view.text[match.end("modal") + 1 :]) if match else None)
    if not match or not verb or not names.bearers(match["other"]):
        return view
    stop = match.end("modal") + 1 + verb[1]
    what = view.put(match["what"], *match.span("those"))
    again = view.put(view.text[match.start("modal") : stop], match.start("modal"), stop)
    who = what.join(view.cut(match.start("of"), match.end("other"))).join(again)
    both = view.cut(0, match.start("nor")).add(view.put(", and", *match.span("nor"))).join(who)
    side = re.compile(rf"\s+{_SIDE_OF}\s+(?P<it>it|them)\b").match(view.text, match.end("other"))
    first = re.search(rf"\b{_SIDE_OF}\s+([^,;]+)\Z", view.text[: match.start("nor")])
    if not side or not first:
        return both.join(view.cut(match.end("other"), len(view.text)))
    where = view.cut(match.end("other"), side.start("it")).join(view.put(first[1], *side.span("it")))
    return both.join(where).join(view.cut(side.end(), len(view.text)))


def or_to(view: View, _names: Names) -> View:
    """ "It is forbidden to sow mines or to moor barges": one "to" is enough."""
    lead = impersonal(view.text)
    other = _TO_SOMEBODY.match(view.text)
    start = lead[1] if lead else other.end() if other else len(view.text)
    again = next((each for each in _OR_TO.finditer(view.text, start) if _verb(view.text[each.end() :])), None)
    if not again:
        return view
    return or_to(joined([view.cut(0, again.start("to")), view.cut(again.end(), len(view.text))]), _names)


def _verb(words: str) -> bool:
    return (verb_at_start(words, base=True) or unlisted_verb(words)) is not None


_BUT_NOT = re.compile(
    r"\b(?P<modal>shall|must|will|may|can|(?:is|are)\s+to)\s+(?P<be>be\s+)?(?P<one>(?!not\b)[^;]{2,160}?)(?P<but>,?\s+but\s+)(?P<not>not)\s+(?:to\s+)?"
    r"(?:be\s+)?(?=[a-z])"
)


_THINGS = re.compile(r"[a-z\-]+[^\Wsu]s\b")
"""What something is not done to or for: "to grain ships, but not to | tankers"."""


def but_not(view: View, _names: Names) -> View:
    """ "may be mended but not raised": and shall not be raised."""
    match = _BUT_NOT.search(view.text)
    rest = view.text[match.end() :] if match else ""
    thing = _THINGS.match(rest) is not None and not (match and match["be"])
    if not match or thing or not (participle(rest) if match["be"] else _verb(rest)) or QUALITY.match(rest):
        return view
    denied = view.over("shall not be" if match["be"] else "shall not", *match.span("not"))
    whole = view.cut(0, match.start("but")).add(view.put(", but", *match.span("but")))
    return joined([whole, denied, view.cut(match.end(), len(view.text))])


_EITHER = re.compile(
    r"\b(?:(?:shall|must|may|will)(?:\s+not)?(?:\s+be)?|to)\s+(?P<either>either)\s+(?!of\b|[Pp]arty\b|side\b)(?=[a-z][^;]*\sor\s)"
)


def either(view: View, _names: Names) -> View:
    """ "shall be either destroyed or handed over": the one or the other."""
    match = _EITHER.search(view.text)
    if not match:
        return view
    return view.cut(0, match.start("either")).join(view.cut(match.end("either"), len(view.text)))


def not_only(view: View, _names: Names) -> View:
    """ "shall not only free them but also pay": both."""
    match = _NOT_ONLY.search(view.text)
    if not match:
        return view
    one, but = match.span("one"), match.span("but")
    both = [view.cut(0, match.start()), view.cut(*one), view.put("and", *but), view.cut(but[1], len(view.text))]
    return joined(both)
