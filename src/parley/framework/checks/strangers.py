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
_STATE = r"(?:Government|State|Republic|Kingdom|Authorit(?:y|ies)|Administration|Army|People)"
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
_BANDS = (
    r"(?:clans|tribes|brigades|irregulars|insurgents|rebels|militias?|partisans|guerr?illas|warlords|volunteers|levies"
    r"|(?:self-?defen[cs]e|citizens['’]?|people['’]s|village|home-?guard|resistance|armed|partisan|rebel)\s+"
    r"(?:committees?|units?|groups?|compan(?:y|ies)|bands?|leagues?|councils?|detachments?|factions?))"
)
_FRIENDS = r"(?:allies|proxies|backers|sympathi[sz]ers|supporters|followers|hangers-on|friends)"
_BESIDE = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"\b(?:and|or|nor)\s+(?:the\s+|all\s+)?(?P<name>(?:(?!its\b|their\b)[a-z][\w’'-]+\s+){{0,2}}?{_BANDS}"
        rf"(?:\s+(?:of|in|on|from)\s+[^.,;]{{3,40}}?)?)\s+(?:{_DUTY}|may\s+not\b)",
        rf"(?:\A|,\s)(?P<name>(?:[Tt]he|[Aa]ll|[Bb]oth\s+sides['’])\s+(?:[a-z-]+\s+)?{_FRIENDS}"
        rf"(?:\s+(?:of|in|on|from)\s+[^.,;]{{3,60}}?)?)\s+(?:{_DUTY}|may\s+not\b)",
    )
)
"""Bands told by a common noun that have a duty beside a party, and those who are only said to be a party's friends."""
_ALONE = (
    r"(?P<name>(?!(?:Party|Parties|The|Each|Both|"
    r"Every|All|Any|Such|That|This|These|Those|One|Either|Neither)\b)[A-Z][a-z]{2,}[a-rt-z])"
)
_LONE = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"\A{_ALONE}\s+(?:and|or)\s+(?:the\s+)?Party\s+{_DUTY}",
        rf"\bParty\s+and\s+{_ALONE}\s+{_DUTY}",
        rf"\A{_ALONE},\s+(?:which|who|whose|as|an?|though|although|not)\s[^,]{{3,80}},\s+{_DUTY}(?!\s+be\b)",
    )
)
"""A country that is told by one word: in a sentence with "Party" for the names of parties."""
_PLACES = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"\A(?:The\s+)?{_NAME}\s+and\s+[^.,;]{{3,60}}?\s{_DUTY}",
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
        for pattern in _BESIDE:
            for match in pattern.finditer(draft.plain(sentence)):
                name = " ".join(match["name"].split())
                if not _defined(draft, name):
                    yield sentence, match.start("name"), match.end("name"), name
        for pattern in _LONE:
            for match in pattern.finditer(draft.nameless[sentence.start]):
                if not _told(draft, match["name"]) and not draft.names.within(match["name"]):
                    yield sentence, match.start("name"), match.end("name"), match["name"]


def _defined(draft: Draft, name: str) -> bool:
    return draft.named(name) or any(each.term.casefold() in name.casefold() for each in draft.definitions)


def _told(draft: Draft, name: str) -> bool:
    """Whether somebody whom the text knows has this name, a longer one that takes it in, or one that it takes in."""
    if draft.named(name) or any(each.term in name for each in draft.definitions):
        return True
    framework = draft.framework
    actors = (*framework.parties, *framework.others, *framework.bodies)
    own = {word for word in name.split() if word[:1].isupper()}
    state = re.fullmatch(rf"{_STATE}\s+of\s+(?:the\s+)?(?P<where>.+)", name)
    if state is not None:  # "the Government of Harland" has nothing in common with that of Carvel
        own = {word for word in state["where"].split() if word[:1].isupper()}
    return any(
        own <= (words := {*one.name.split(), one.id}) or {word for word in words if word[:1].isupper()} <= own
        for one in actors
    )
