"""What is done by notice, and why an agreement is ended: "may end this agreement for breach, by 14 days' notice".

Each is laid out in the words that the reader knows: "in the event of a breach", "on 14 days' notice in writing".
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.numbers import PATTERN

from .correlatives import joined
from .modals import MODALS
from .names import Names
from .view import View

_TEXT = (
    r"(?:(?:this|the|that)\s+(?:present\s+)?(?:agreement|accord|truce|armistice|cease-?fire|treaty|memorandum|protocol|arrangement|"
    r"understanding|pact|convention|compact|pause|settlement))\b"
)
_ENDS = re.compile(
    r"\b(?:end|terminate|denounce|withdraw\s+from(?=\s+this\s+agreement)|(?P<leave>leave|quit|exit|cancel|renounce|abrogate|rescind|(?:withdraw(?!\s+from\s+this\s+agreement)|retire|secede)\s+from|(?:step|pull|back|get|opt)\s+out\s+of))\s+"
    rf"(?P<part>(?:its|their)\s+(?:part|participation|membership)\s+in\s+)?{_TEXT}"
    r"|\b(?:end|terminate|denounce|(?P<drop>renounce|cancel))\s+(?:it|them)\b(?=[^;]*\b(?:notice|notification|account|grounds?|reason)\b)"
    rf"|{_TEXT}\s+(?:may|shall|can)\s+(?:only\s+)?be\s+(?:ended|terminated|denounced|cancelled)\b",
    re.IGNORECASE,
)
_BREACH = (
    r"(?:breach(?:es)?|violations?|failures?|defaults?|non-?compliance|non-?performance|infringements?|attacks?|aggression|"
    r"incidents?|offences?|resumption|misconduct)\b"
)
_GROUND = re.compile(
    r"(?P<comma>,)?\s+(?P<only>(?:only|solely|exclusively)\s+)?(?P<ground>on\s+account\s+of|because\s+of|by\s+reason\s+of|on\s+the\s+grounds?\s+of|on\s+grounds\s+of|owing\s+to|in\s+consequence\s+of|as\s+a\s+(?:result|consequence)\s+of|"
    rf"in\s+(?:response|answer)\s+to|for(?=\s+(?:[\w\-]+\s+){{0,3}}{_BREACH}))\s+(?=\w)",
    re.IGNORECASE,
)
_AT_LEAST = r"(?:(?:at\s+least|(?:not|no)\s+(?:less|fewer)\s+than|a)\s+)*"
_LENGTH = rf"{_AT_LEAST}(?:{PATTERN}|an?)[\s\-]+(?:hours?|days?|weeks?|months?)"
_HOW = r"(?:(?:prior|advance|written|clear|previous|formal|due)\s+)*"
_WHOM = r"(?:(?:the|each|every|both|all|its|that|any|either)\s+(?:[\w\-]+\s+){1,4}?|(?-i:[A-Z])[\w\-]*\s+)"
_LED = (
    r"(?P<comma>,)?\s+(?P<lead>(?:only\s+)?(?:by|on|upon|with|after|at|through|subject\s+to)(?:\s+means\s+of)?)\s+"
    rf"(?:(?:giving|serving|sending|delivering|having\s+given)\s+(?P<whom>{_WHOM})?)?"
)
_NOTICE = re.compile(
    rf"{_LED}(?:(?P<length>{_LENGTH})(?:['’]s?|s['’])?\s+(?P<how>{_HOW})notice(?P<behind>\s+in\s+writing)?(?!\s+of\b)"
    rf"|(?:an?\s+)?(?P<kind>{_HOW})notice(?P<after>\s+in\s+writing)?\s+of\s+(?P<long>{_LENGTH})(?P<last>\s+in\s+writing)?)",
    re.IGNORECASE,
)
_UNTIMED = re.compile(
    rf"{_LED}(?:an?\s+)?(?P<how>{_HOW})notice(?P<behind>\s+in\s+writing)?(?=\s+to\s|\s*[,;.]|\s*\Z)", re.IGNORECASE
)
"""Notice of no length."""


def by_notice(view: View, _names: Names) -> View:
    """``view`` with how an agreement is ended, and what is done by notice, in the usual words."""
    modal = MODALS.search(view.text)
    if not modal:
        return view
    ends = _ENDS.search(view.text)
    if ends:
        ground = _GROUND.search(view.text, ends.end())
        view = _for_ground(view, ground) if ground else view
        view = _left(view, ends)
    if not ends and "notice" not in view.text:
        return view
    notice = _NOTICE.search(view.text, modal.end())
    notice = notice or (_UNTIMED.search(view.text, ends.end()) if ends else None)
    excepted = notice is not None and _EXCEPT.search(view.text, modal.end(), notice.start("lead") + 5)
    return _noticed(view, notice) if notice and not excepted else view


_TO = re.compile(r"\s+to\s")
_EXCEPT = re.compile(r"\b(?:except|save|unless|other\s+than|apart\s+from)\b", re.IGNORECASE)


def _left(view: View, ends: re.Match[str]) -> View:
    """ "Leave this agreement": end it."""
    group = "leave" if ends["leave"] else "drop"
    if not ends[group]:
        return view
    verb = view.over("terminate", *ends.span(group))
    stop = ends.end("part") if ends["part"] else ends.end(group)
    return view.cut(0, ends.start(group)).join(verb).join(view.cut(stop, len(view.text)))


def _for_ground(view: View, ground: re.Match[str]) -> View:
    case = view.over("in the event of", *ground.span("ground"))
    case = view.over("only", *ground.span("only")).join(case) if ground["only"] else case
    return joined([view.cut(0, ground.start()), case, view.cut(ground.end("ground"), len(view.text))])


def _noticed(view: View, notice: re.Match[str]) -> View:
    """ "By giving the other Party 14 days' notice in writing": on 14 days' notice in writing to the other Party."""
    groups = notice.groupdict()
    length = "length" if groups.get("length") else "long" if groups.get("long") else None
    how = " ".join(filter(None, (groups.get(each) for each in ("how", "kind", "behind", "after", "last"))))
    written = "writ" in how.lower()
    start, stop = notice.start("lead"), notice.end()
    if length is None and not written:
        said = view.put("with notice", start, stop)
    elif length is None:
        said = view.put("in writing", start, stop)
    else:
        words = re.sub(r"\Aan?\s", "one ", re.sub(r"['’]\Z", "", notice[length]))
        begin, end = (
            (notice.start(length), notice.end("how") + len("notice")) if length == "length" else notice.span(length)
        )
        said = view.put("on", *notice.span("lead")).join(view.put(f"{words}' notice", begin, end))
        told = "in writing" if written else "with notice" if groups.get("whom") or _TO.match(view.text, stop) else ""
        said = said.join(view.put(told, stop - len(" notice"), stop)) if told else said
    rest = view.cut(stop, len(view.text))
    if groups.get("whom"):
        said = said.join(view.put("to", *notice.span("lead"))).join(view.cut(*notice.span("whom")))
    head = view.cut(0, notice.start())
    comma = view.put(",", notice.start(), notice.start() + 1)
    return joined([head.add(comma) if length else head, said, rest])
