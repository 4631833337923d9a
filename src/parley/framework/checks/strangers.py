"""Organisations and states that a sentence gives a part to, elsewhere than at its head: the second of two subjects,
whose officer or whose troops act, or to whom something is given that it is to do something with."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Sentence
from parley.text import patterns as re

from .draft import Draft

_KIND = (
    r"(?:Front|Movement|Army|Brigade|Militia|Directorate|Republic|Kingdom|Principality|Duchy|Emirate|Sultanate|Empire"
    r"|Commonwealth"
    r"|State|Authority|Government|Administration|Alliance|League|Union|Federation|Confederation|Coalition|Congress"
    r"|Council|Assembly"
    r"|Guild|Corporation|Foundation|Institute|Company|Bank|Society|Association|Chamber|Church|Command|Organi[sz]ation"
    r"|Agency|Fund"
    r"|Community|Bloc|Junta|Regency|Party|Resistance|Legion|Guard|Order|Trust|Syndicate|Cooperative|Consortium)"
)
_NAME = (
    rf"(?P<name>(?:(?!The\b|Each\b|Both\b|Every\b|Other\b|That\b"
    rf"|This\b)[A-Z][\w’'-]+\s+){{1,3}}{_KIND}(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)?"
    rf"|{_KIND}\s+of\s+(?:the\s+)?(?!Part|Side|the\b)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)(?![\w’'])"
)
_DUTY = r"(?:shall|must|will|(?:is|are|has|have)\s+to|undertakes?\s+to|agrees?\s+to)\b"
_OFFICE = (
    r"(?:ministers?|secretar(?:y|ies)|commanders?|commandants?|generals?|chiefs?|heads?|leaders?|presidents?"
    r"|chair(?:man|woman)?|speakers?"
    r"|spokes\w+|envoys?|ambassadors?|delegat(?:es?|ions?)|representatives?|officers?|governors?|mayors?|directors?"
    r"|premiers?|chancellors?"
    r"|forces|troops|soldiers|fighters|units?|army|navy|fleet|garrisons?|police|guards?|engineers?|crews?|ships"
    r"|vessels)"
)
_TROOPS = r"(?:forces|troops|soldiers|men|fighters|militia|units|brigade|battalion|column|band|followers|supporters)"
_RANK = r"(?:General|Colonel|Commander|Captain|Major|Marshal|Brigadier|Sheikh|Emir|Prince|Chief|Warlord|Admiral)"
_PLACES = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"\band\s+(?:the\s+)?{_NAME}\s+(?:(?:each|both|jointly|together)\s+)?{_DUTY}",
        rf"\b{_OFFICE}\s+of\s+(?:the\s+)?{_NAME}(?=[^.;:]{{0,120}}?\s{_DUTY})",
        rf"\b(?:to|with|by)\s+(?:the\s+)?{_NAME},\s+which\s+{_DUTY}",
        rf"\b{_TROOPS}\s+(?:of|under|loyal\s+to|led\s+by"
        rf"|commanded\s+by)\s+(?P<name>{_RANK}\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)\s+{_DUTY}",
    )
)


def strangers(draft: Draft) -> Iterator[tuple[Sentence, int, int, str]]:
    """Where such a name stands that is nobody's of whom the text tells: sentence, start, end and the name."""
    for sentence in draft.operative:
        for pattern in _PLACES:
            for match in pattern.finditer(sentence.exact):
                name = " ".join(match["name"].split())
                if not _told(draft, name):
                    yield sentence, match.start("name"), match.end("name"), name


def _told(draft: Draft, name: str) -> bool:
    """Whether somebody whom the text knows has this name, a longer one that takes it in, or one that it takes in."""
    if draft.named(name) or any(each.term in name for each in draft.definitions):
        return True
    framework = draft.framework
    actors = (*framework.parties, *framework.others, *framework.bodies)
    own = {word for word in name.split() if word[:1].isupper()}
    return any(
        own <= (words := {*one.name.split(), one.id}) or {word for word in words if word[:1].isupper()} <= own
        for one in actors
    )
