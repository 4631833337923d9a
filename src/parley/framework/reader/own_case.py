"""A second deed with a case of its own: "shall withdraw its tanks and, if it fails to do so by D+7, pay a fine".

The case bounds the second deed alone. It is laid out as a sentence behind a semicolon, with its case in front.
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.numbers import PATTERN

from .anyone import anyone
from .correlatives import joined
from .deeds import ADVERBS
from .joined import participle
from .modals import MODALS
from .names import Names
from .relations import SPATIAL
from .subjects import Subject, subject_of
from .unlisted import unlisted_verb
from .view import View
from .windows import windows

CASE = (
    r"(?:(?:only\s+)?(?:if|when|whenever|where|wherever|unless|once|should|upon|pending|failing)\b|in\s+the\s+(?:event|case)\s+(?:of|that)\b|in\s+case\b|"
    r"in\s+default\b|as\s+soon\s+as\b|(?:as|so)\s+long\s+as\b|provided\s+that\b|(?:immediately\s+)?after\b(?!\s+th(?:at|is)\b)|on\s+(?:receipt|request|demand|discovery|arrival)\b|"
    r"at\s+the\s+request\b|in\s+the\s+absence\s+of\b|subject\s+to\b)"
)
THERE = rf"(?:in|within|at|on|along|near)\s+(?:(?!and\b)[\w\-]+\s+){{0,4}}(?:{SPATIAL})\b"
_OWN = re.compile(
    rf"(?P<joint>(?:[,;]\s+|\s+)(?:and|or|but)(?:\s+then)?)(?P<shall>\s+(?:shall|must|will|may)(?:\s+not)?(?=[\s,]))?"
    rf"(?:,?\s+(?P<case>{CASE}[^;:]{{0,160}}?)|,\s+(?P<there>{THERE}[^,;:]{{0,60}}?)),\s+"
    r"(?P<then>then\s+)?(?:(?P<to>to\s+)|(?P<own>(?P<who>[^,;:]{2,80}?)\s+)?(?P<modal>(?:shall|must|will|may)(?:\s+not)?)\s+)?(?=[a-z])",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"(?:if|when|where|wherever|whenever|as\s+soon\s+as)\s+(?:it\s+is\s+)?(?:necessary|possible|appropriate|practicable|feasible|applicable|needed|required|"
    r"advisable|useful|desirable)\Z|unless\s+otherwise\b",
    re.IGNORECASE,
)
"""How far something is asked, and no case: "where necessary"."""
_TIME = re.compile(
    rf"(?:within\s+(?:an?|{PATTERN})|immediately|at\s+once|forthwith|without\s+(?:undue\s+)?delay|every|on\s+the\s+same\s+day)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\s+(?:(?:of|after)\s+(?:it|that|this|them)|thereof)(?=\s*(?:[,;.]|\Z))")
"""What a time is counted from that the case in front has named."""
_JOINT = re.compile(r"[,;]|\s(?:and|or)\s")
_FINITE = re.compile(r"\b(?:shall|must|will|undertakes?)\b")


def own_case(view: View, names: Names) -> View:
    """``view`` with a second deed that has a case of its own as a sentence of its own; itself if there is no such."""
    text = view.text
    first = MODALS.search(text)
    own = _OWN.search(text, first.end()) if first else None
    while first and own and not _splits(text, first, own, names):
        own = _OWN.search(text, own.start() + 1)
    if not first or not own:
        return view
    case = view.cut(*own.span("case" if own["case"] else "there"))
    if _HEDGE.match(case.text):  # "and, where necessary, evacuate them"
        return _behind(view, first, own, case)
    head = view.cut(0, own.start()).add(view.put(";", own.start(), own.start() + 1)).join(case)
    if own["who"]:
        return head.add(view.put(",", own.start("own") - 1, own.start("own"))).join(
            view.cut(own.start("own"), len(text))
        )
    subject = subject_of(text[: first.start()], names, names.party_ids)
    assert subject is not None
    who = view.put(text[slice(*subject.part)], *subject.part)
    shall = view.cut(*own.span("modal" if own["modal"] else "shall")) if own["modal"] or own["shall"] else None
    be = " be" if _passive(text, first, own) else ""
    again = _shared_until(text, first, own, names)
    shall = view.cut(first.start(), again) if again else shall or view.put(f"{first.group()}{be}", *first.span())
    rest = view.cut(own.start("to") if again and own["to"] else own.end(), len(text))
    of_it = _OF_IT.search(rest.text) if again else None
    rest = rest.cut(0, of_it.start()).add(rest.slice(of_it.end(), len(rest.text))) if of_it else rest
    whole = head.add(view.put(",", own.end() - 1, own.end())).join(who).join(shall).join(rest)
    return _with_front(view, whole, rest, subject, names)


def _behind(view: View, first: re.Match[str], own: re.Match[str], case: View) -> View:
    """A hedge behind the deed that it stands before."""
    end = len(view.text.rstrip(" .;"))
    stop = min((each.start() for each in _JOINT.finditer(view.text, own.end(), end)), default=end)
    be = " be" if _passive(view.text, first, own) else ""
    again = view.put(f"{first.group()}{be}", *first.span())
    parts = [view.cut(0, own.end("joint")), again, view.cut(own.end(), stop), case]
    return joined(parts).add(view.slice(stop, len(view.text)))


def _row(text: str, first: re.Match[str], own: re.Match[str]) -> bool:
    """Whether the deed is the last of a row, whose "and" it has: "relieved of command, tried and, if guilty, fined"."""
    if own["joint"].startswith((",", ";")):
        return False
    verbs = (text[comma.end() :] for comma in re.compile(r",\s+").finditer(text, first.end(), own.start()))
    return any(verb_at_start(each) or unlisted_verb(each) or participle(each) for each in verbs)


def _with_front(view: View, whole: View, rest: View, subject: Subject, names: Names) -> View:
    """The time that stands in front of both deeds is the second's too, unless it has its own."""
    if not subject.fronted or windows(rest.text, lambda _: False, names.dated):
        return whole
    front = view.text[slice(*subject.fronted)].strip(" ,")
    if not windows(front, lambda _: False, names.dated):
        return whole
    again = view.put(front[0].lower() + front[1:], *subject.fronted)
    return whole.slice(0, len(whole.text.rstrip(" .;"))).join(again)


_PREPOSITION = re.compile(
    r"(?:to|into|in|at|on|with|from|through|for)\s+(?=(?:the|an?|its|their|any|each|both|all)\s|[A-Z])"
)
_THING = re.compile(r"(?:its|their|the|all|any|every|each|both)\s+[a-z]|[a-z\-]+[^\Wsu]s\s*(?:[.;,]|\Z)")


def _shared_until(text: str, first: re.Match[str], own: re.Match[str], names: Names) -> int | None:
    """Where the words end that both deeds share, if the second says no verb of its own.

    "Shall meet | every week and, if asked, within a day", "shall be returned | to their owners or, where ..., to the
    mayor", "shall withdraw | its tanks and, unless ..., its guns".
    """
    if own["modal"] or own["shall"] or own["own"]:
        return None
    rest = text[own.start("to") if own["to"] else own.end() :]
    if _TIME.match(rest):
        return _time_begins(text, first, own, names)
    lead = _PREPOSITION.match(rest)
    if lead:
        said = list(re.compile(rf"\s{lead.group().split()[0]}\s").finditer(text, first.end() + 3, own.start()))
        return said[-1].start() if said else None
    if not _THING.match(rest) or _passive(text, first, own):
        return None
    deed = text[first.end() :].lstrip()
    verb = verb_at_start(deed, base=True) or unlisted_verb(deed)
    stop = len(text) - len(deed) + verb[1] if verb else own.start()
    return stop if text[stop : own.start()].strip(" ,") else None


def _time_begins(text: str, first: re.Match[str], own: re.Match[str], names: Names) -> int | None:
    """Where the deed ends that is done at two times: "shall meet | every week and, if asked, within a day"."""
    found = windows(text[first.end() : own.start()], lambda _: False, names.dated)
    begins = min((each.start for each in found), default=0)
    return first.end() + begins if text[first.end() : first.end() + begins].strip(" ,") else None


def _passive(text: str, first: re.Match[str], own: re.Match[str]) -> bool:
    return text.startswith("be ", first.end() + 1) and not text.startswith("be ", own.end())


def _splits(text: str, first: re.Match[str], own: re.Match[str], names: Names) -> bool:
    case = own["case"] or own["there"]
    if _row(text, first, own):
        return False
    if _HEDGE.match(case) and (own["who"] or own["shall"] or own["modal"]):
        return False
    if _FINITE.search(case) or MODALS.search(text[first.end() : own.start()] + " "):
        return False
    if own["who"]:
        who = own["who"]
        return re.fullmatch(r"it|they", who) is not None or bool(names.bearers(who) or anyone(who, names))
    subject = subject_of(text[: first.start()], names, names.party_ids)
    if subject is None or not text[slice(*subject.part)].strip():
        return False
    rest = text[own.end() :]
    if own["case"] and _shared_until(text, first, own, names) is not None:
        return True
    if _passive(text, first, own) and not (own["modal"] or own["shall"]):
        return participle(rest) is not None
    adverbs = ADVERBS.match(rest)
    rest = rest[adverbs.end() :] if adverbs else rest
    promised = first.group().endswith(" to") or not own["to"]
    begins = verb_at_start(rest, base=True) or unlisted_verb(rest) or rest.startswith("be ")
    return promised and bool(begins)
