"""What a body's finding clears: it says in words of its own that what another report tells of was not so.

"Unfounded", "not confirmed", "did not take place", "no violation found" say so of any report, "no new trench" and "no
shelling" of one of a trench or a shelling. Such a finding denies what it is about, as "denied" by the body does.
"""

from __future__ import annotations

from parley.model import Report
from parley.text import act_covers
from parley.text import patterns as re

from .acts import act_of
from .bearing import says_no
from .objects import stems, stems_told
from .undone import has_cue, undone

_WAS = (
    r"(?:(?:is|was|were|are|(?:has|had|have)\s+been|(?:was\s+|were\s+)?found\s+to\s+be|found|held|deemed|proved|turned\s+out)\s+)?"
    r"(?:(?:to\s+be|as)\s+)?"
)
_CLAIM = (
    r"(?:(?:(?:the|this|that|its|their)\s+)?"
    r"(?:claim|report|allegation|charge|accusation|complaint|notice|incident|violation|breach|it|this)s?\s+)?"
)
_BREACH = r"(?:violations?|breach(?:es)?|incidents?|infringements?|infractions?|non-?compliance|wrongdoing)"
_SHOWN = r"(?:confirmed|verified|substantiated|established|proven|proved|upheld|borne\s+out|corroborated)"
_FOUND = (
    r"(?:\s+(?:(?:is|was|were|had\s+been)\s+)?"
    r"(?:found|established|observed|confirmed|committed|seen|there|took\s+place))?"
)
_CLEARS = re.compile(
    rf"{_CLAIM}{_WAS}(?:"
    r"unfounded|groundless|baseless|without\s+(?:any\s+)?(?:foundation|basis|substance)|untrue|false|wrong|mistaken|"
    r"not\s+(?:true|so|founded|correct|the\s+case)|unsubstantiated|unproven|dismissed|exonerated|false\s+alarm|"
    rf"not\s+{_SHOWN}|(?:could|can)\s*not\s+be\s+{_SHOWN}|"
    r"(?:did|does|had|has)\s+not\s+(?:take\s+place|taken\s+place|happen(?:ed)?|occur(?:red)?)|"
    r"never\s+(?:took\s+place|happened|occurred)|"
    rf"cleared(?:\s+of\s+(?:it|this|that|the\s+(?:charge|claim|allegation)|(?:any|all|the)?\s*{_BREACH}))?|"
    rf"(?:found\s+)?(?:in\s+)?(?:no|not\s+an?|not\s+in)\s+(?:such\s+)?(?:thing|{_BREACH}){_FOUND}|"
    r"(?:found\s+)?nothing(?:\s+(?:was\s+)?(?:found|happened|of\s+the\s+(?:kind|sort)))?|"
    rf"(?:found\s+)?no\s+(?:evidence|proof|sign|trace)s?(?:\s+of\s+(?:it|this|that|(?:any|an?)\s+{_BREACH}))?{_FOUND})",
    re.I,
)
_NONE = re.compile(
    r"(?:(?:it|this|that|there)\s+)?(?:is|was|were|are|had\s+been)?\s*(?:found\s+)?(?:no|not\s+an?|not\s+any|not)\s+"
    r"(?:(?:evidence|proof|signs?|traces?)\s+of\s+)?(?:(?:an?|any|such|new|fresh|further)\s+)*"
    rf"(?P<what>[\w-]+(?:\s+[\w-]+){{0,3}}?)(?:{_FOUND}|\s+(?:was\s+|were\s+)?(?:dug|built|made|laid))",
    re.I,
)


def clears(finding: Report, about: Report) -> bool:
    """Whether the words of a finding say that what another report tells of was not so."""
    said = " ".join((finding.act_said or "").strip(" .").split())
    if not said or has_cue(about.act_said or ""):
        return False  # of what was not done "no withdrawal" says the same
    if says_no(finding.act) or _CLEARS.fullmatch(said):
        return True
    act = act_of(about.act or "")
    if act is not None and any(act_covers(act, one) or act_covers(one, act) for one in undone(said).denied):
        return True
    said = f"found {finding.object or ''}" if said == "sighting" else said
    none = _NONE.fullmatch(said.strip())
    return none is not None and bool(stems(none["what"])) and stems(none["what"]) <= stems_told(about)
