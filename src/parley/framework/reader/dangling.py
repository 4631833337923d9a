"""What two deeds share behind their prepositions: "station tanks in, or move tanks into, the Zone".

The first deed stops at its preposition, and what stands behind the second is meant for both. It is put in where it is
missing, so that each deed is read with its place and its time.
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import verb_at_start

from .correlatives import joined
from .modals import MODALS
from .names import Names
from .unlisted import unlisted_verb
from .view import View

_OF = (
    r"(?:in(?:to|side)?|on(?:to)?|upon|over|above|across|through|throughout|from|out\s+of|out|of|to|towards?|at|near|around|along|between|"
    r"against|with|within(?:\s+[\w.,]+\s+(?:k?m|metres|kilomet\w+|miles|nautical\s+miles)\s+of)?|"
    r"outside(?:\s+of)?|beyond|behind|(?:north|south|east|west)\s+of)"
)
_FIRST = re.compile(rf"\s(?P<prep>{_OF})(?P<comma>,)?\s+(?P<and>and|or|nor|but)\s+")
"""A preposition with nothing behind it."""
_ONLY = re.compile(rf"(?P<prep>{_OF}),\s+")
_SECOND_ENDED = re.compile(
    rf"(?P<deed>[a-z](?:[^,;:.]{{1,80}}\s{_OF}(?=,\s+(?!(?:from|by|within|until|if|when|unless|except|on|at|as|for|during)\b)\w)|"
    r"(?:(?!\s(?:and|or|nor)\s)[^,;:.]){1,80}(?=,\s+(?:(?:the|any|either|every|each|all|its|their|this|that|such|[A-Z])|(?:[a-z\-]+\s+){0,2}"
    r"[a-z\-]+[^\Ws]s\s*(?:[.;,]|\Z))))),\s+"
)
_SECOND_PLAIN = re.compile(
    rf"(?P<deed>[a-z](?:(?!\s(?:and|or|nor)\s)[^,;:.]){{1,80}}?\s{_OF})\s+(?=(?:the|any|either|every|each|all|its|their|this|that|such|[A-Z]))"
)
_SHARED = re.compile(r"[^,;.]+?(?=\s*(?:[,;.]|\s(?:and|but)\s+(?:shall|must|will|may|not|to)\b|\Z))")
"""What both have: to the end of the clause, with its time."""
_SHALL = re.compile(r"(?:shall|must|will|may)\s+(?:not\s+|never\s+)?(?=[a-z])")


def shared_behind(view: View, _names: Names) -> View:
    """``view`` with what stands behind the second deed put behind the first, too; itself where nothing dangles."""
    modal = MODALS.search(view.text)
    first = _FIRST.search(view.text, modal.end()) if modal else None
    if not modal or not first:
        return view
    text, at = view.text, first.end()
    only = _ONLY.match(text, at) if first["comma"] else None
    if only:  # "fire into, or from, the Zone"
        shared = _SHARED.match(text, only.end())
        deed = text[modal.end() : first.start()].strip()
        if not shared or not deed or "," in deed or only["prep"].startswith("within "):
            return view  # "in, or within 3 km of, the town" is one place
        again = view.put(deed, modal.end() + 1, first.start()).join(view.cut(*only.span("prep")))
        return _laid_out(view, first, again, shared)
    second = (_SECOND_ENDED if first["comma"] else _SECOND_PLAIN).match(text, at)
    deed = text[second.start("deed") : second.end("deed")] if second else ""
    shall = _SHALL.match(deed)
    verb = deed[shall.end() :] if shall else deed
    verb = verb.removeprefix("to ")
    if not second or not (verb_at_start(verb) or unlisted_verb(verb, behind_modal=True)):
        return view
    shared = _SHARED.match(text, second.end())
    return _laid_out(view, first, view.cut(*second.span("deed")), shared) if shared else view


def _laid_out(view: View, first: re.Match[str], deed: View, shared: re.Match[str]) -> View:
    what = view.put(shared.group(), *shared.span())
    parts = [view.cut(0, first.end("prep")), what, view.put(f", {first['and']}", *first.span("and"))]
    return joined([*parts, deed, view.cut(shared.start(), len(view.text))])
