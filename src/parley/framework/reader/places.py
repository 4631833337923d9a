"""Where a provision holds: in a zone, within so many km of a line, across, north of, in a territory."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from parley.model import Distance, Relation, Where
from parley.text import distances

from .found import Found
from .names import Names, plain_agent

_SPATIAL = (
    r"zones?|areas?|lines?|corridors?|sectors?|regions?|gulf|sea|seas|ports?|districts?|provinces?|airspace|"
    r"territory|"
    r"territories|territorial waters|waters|strip|valley|river|bridges?|straits?|bay|borders?|roads?|routes?|towns?|"
    r"villages?|city|cities|crossings?|crossing points?|sites?|settlements?|locations?|positions?|boundary|buffer|"
    r"hospitals?|schools?|houses|homes|camps?|bases|base|barracks|premises|buildings?|facilities|facility|"
    r"installations|depots?|streets?|"
    r"squares?|airports?|airfields?|harbours?|country|countries|islands?|mountains?|hills?|farmland|"
    r"places? of (?:permanent |their )?\w+|places|localities|locality|"
    r"neighbourhoods?|checkpoints?|posts?|garrisons?|cantonments?|peninsula|perimeter|canal|highway|railway|"
    r"enclaves?|enclosures?|clinics?|church(?:es)?|mosques?|shrines?|temples?|monaster(?:y|ies)|cemeter(?:y|ies)|"
    r"universit(?:y|ies)|kindergartens?|dwellings?|residences?|dams?|reservoirs?|factor(?:y|ies)|plants?|warehouses?|"
    r"fortress(?:es)?|forts?|citadel|strongholds?|trenches|bunkers?|outposts?|hilltops?|refiner(?:y|ies)|terminals?|"
    r"banks?|ridges?|fords?|junctions?|crossroads|tunnels?|piers?|quays?|docks?|jett(?:y|ies)|lakes?|beach(?:es)?|"
    r"estuary|delta|fairway|anchorages?|runways?|airstrips?|wells?|"
    r"municipalities|municipality|county|counties|state|states|capital|front|sides of the line|interior|"
    r"juxtaposition|outskirts|infrastructure|"
    r"coasts?|coastline|shores?|points|hamlets?|farms?|parks?|markets?|"
    r"limits|barriers?|landings?|tracks?|paths?|height|causeways?|slopes?|islets?|fences?|ferr(?:y|ies)|wharf|wharves|mills?|"
    r"communes?|parish(?:es)?|cantons?|prefectures?|wards?|boroughs?|suburbs?|narrows|brooks?|streams?|creeks?|capes?|headlands?|"
    r"gorges?|channels?|reefs?|shoals?|plains?|plateaux?|woods?|groves?|deserts?|marsh(?:es)?|swamps?|lagoons?|fjords?|inlets?|"
    r"roadsteads?|moorings?|berths?|stockades?|ramparts?|minefields?|cable|pipelines?|hinterland|foothills|isthmus|archipelago|"
    r"gates?|roofs|rooftops|towers|heights|fields|forests?|quarters|yards?|prisons?|polling stations?|stations?"
)
_SPATIAL_WORD = re.compile(rf"\b(?:{_SPATIAL})\b", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?:(?:any|all|each|both|one)\s+of\s+)?(?:(?:the|that|this|any|each|either|its|"
    rf"their)\s+)?(?P<name>(?:(?!(?:and|or|of|from|to|by|in|on|with|an?|"
    rf"the|order)\b)[\w’'\-]+\s+){{0,4}}"
    rf"(?:(?-i:River|Lake|Mount|Camp|Port|Fort|Zone|Sector|Area|Route|Point|Gate|Road|Highway|Site|Base)\s+(?-i:[A-Z]|\d)[\w\-]*|"
    rf"{_SPATIAL})(?![\w\-])(?!\s+with\b)(?:\s+of\s+(?:the\s+)?(?:(?-i:[A-Z])[\w\-]*|contact|separation|"
    rf"demarcation|control)(?:\s+(?-i:[A-Z])[\w\-]*)*"
    r"(?:\s+and\s+(?-i:[A-Z])[\w\-]*(?:\s+(?-i:[A-Z])[\w\-]*)*\s+(?:regions|districts|provinces|oblasts?)"
    r"(?:\s+of\s+(?-i:[A-Z])[\w\-]*)?)?)?)",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|that|this|either)\s", re.IGNORECASE)
_SHOWN = re.compile(
    r",?\s*(?:\(?\s*(?:as\s+)?(?:shown|described|defined|set out|marked|listed|named|indicated|specified)\s+(?:in|"
    r"on)\s+"
    r"(?:Annex(?:es)?|Appendix|Article|Map)\s+[A-Z0-9]+\)?)"
    r"|,?\s+(?:limited|bounded|delimited|formed|"
    r"enclosed)\s+by\s+(?:the\s+)?[^,;.]+(?:,\s+(?:and\s+)?(?-i:[A-Z])[\w\-]+)*"
    r"|\s+(?:that\s+|which\s+)?they\s+(?:now\s+|currently\s+)?(?:occupy|hold|held|occupied|have\s+occupied|"
    r"control)\b[^,;\0]*"
    r"|\s+(?:held|occupied|manned)\b[^,;\0]*"
    r"|\s+under\s+(?:its|their)\s+control|\s+of\s+\d+\s*-?(?:km|kilomet\w+)\s+width"
)
_OFF = r"(?<!and )(?<!cut )(?<!set )off(?=\s+(?:the\s+)?(?:coasts?|shores?|capes?|islands?|reefs?|mouth|(?-i:[A-Z])))"
"""Out at sea near a coast; no part of a verb."""
_RELATIONS = (
    (re.compile(r"\b(?:across|over the other side of)\s+", re.IGNORECASE), Relation.ACROSS),
    (re.compile(r"\b(?:to\s+the\s+)?north\s+of\s+", re.IGNORECASE), Relation.NORTH_OF),
    (re.compile(r"\b(?:to\s+the\s+)?south\s+of\s+", re.IGNORECASE), Relation.SOUTH_OF),
    (re.compile(r"\b(?:to\s+the\s+)?east\s+of\s+", re.IGNORECASE), Relation.EAST_OF),
    (re.compile(r"\b(?:to\s+the\s+)?west\s+of\s+", re.IGNORECASE), Relation.WEST_OF),
    (re.compile(r"\b(?:outside(?:\s+of)?|out\s+of)\s+", re.IGNORECASE), Relation.OUTSIDE),
    (
        re.compile(
            rf"\b(?:(?:(?:in|at)\s+(?:and|or)\s+)?next\s+to|{_OFF}|at\s+the\s+(?:edges?|foot|mouth)\s+of|"
            r"(?:in|at|on|over)\s+(?:and|or)\s+(?:around|near|close\s+to|beside)|in\s+the\s+vicinity\s+of|around|near|close\s+to)\s+",
            re.IGNORECASE,
        ),
        Relation.NEAR,
    ),
    (
        re.compile(
            r"\b(?:along(?:\s+and\s+around)?|on\s+(?:both|either|each)\s+(?:sides?|banks?)\s+of)\s+", re.IGNORECASE
        ),
        Relation.ALONG,
    ),
    (
        re.compile(r"\b(?:to\s+)?(?:behind|beyond|on\s+the\s+(?:far|other)\s+side\s+of)\s+", re.IGNORECASE),
        Relation.BEHIND,
    ),
    (
        re.compile(
            r"\b(?:any\s?where\s+)?(?:inside|into|within(?:\s+the\s+(?:limits|boundaries|borders)\s+of)?|throughout|through|in|over|above(?=\s+the\s)|at|"
            r"(?:any\s*where\s+)?(?:in|on)\s+the\s+territory\s+of(?!\s+(?:the\s+other|each\s+other|either|any)\b)|"
            r"on(?=\s+the\s+territory\s+of\s+(?:the\s+other|each\s+other|either|any)\b)|"
            r"on(?=\s+(?:the\s+)?(?:[\w\-]+\s+){0,2}(?:territory|roofs|rooftops|towers|heights?|hills?|roads?|tracks?|paths?|highways?|islands?|railways?|banks?|borders?|streets?|lakes?|slopes?|ridges?|shores?|"
            r"bridge)\b))\s+",
            re.IGNORECASE,
        ),
        Relation.IN,
    ),
)
_NO_PLACE = re.compile(
    r"(?:sea|the\s+air|the\s+ground|land|night|once|least|all\s+(?:times|levels)|any\s+time|the\s+latest|"
    r"the\s+(?:same\s+)?time|noon|midnight|"
    r"line|accordance|order|place|places|fact|case|view|front|state|position|base|post|sight|detail|"
    r"the\s+(?:framework|course|event|spirit|"
    r"interests?|case|implementation|discharge|process|field|media)|any\s+case|no\s+case|good\s+faith|a\s+state|"
    r"a\s+position)\b(?!\s+of\s+(?:residence|detention|worship))",
    re.IGNORECASE,
)
"""What follows "in" and "at" and is no place, whatever its noun."""
_FROM_TO = re.compile(
    r"\b(?:roads?|routes?|highway|railway|pipeline|corridor|line|track|bridge)\s+from\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)*\s\Z"
)
"""The road "from Tarn to Velm" says where neither begins nor ends what is done."""
_TO = (re.compile(r"\b(?:back\s+)?to\s+", re.IGNORECASE), Relation.IN)
_MOVES = frozenset({"deploy", "withdraw", "return", "move", "canton", "store", "escort", "enter", "place"})
"""Acts whose "to" says where somebody or something is to be in the end."""
_HELD_AT = frozenset(
    {"meet", "assemble", "release", "exchange", "deliver", "deploy", "transfer", "canton", "store", "sign"}
)
"""Acts whose "at Tarn" says where they are done, and describes no thing."""
_LINE = re.compile(r"\b(?:lines?|borders?|boundary|boundaries)\b", re.IGNORECASE)
"""What has two sides and no outside."""
_LEAVING = (re.compile(r"\b(?:from|off(?=\s+(?:the|its|their|(?-i:[A-Z]))))\s+", re.IGNORECASE), Relation.OUTSIDE)
_BACK_BY = re.compile(
    r"\bfrom\s+(?:(?:the|their|its|each)\s+)?(?P<of>(?!(?:by|at|to|of)\b)[\w\-]+(?:\s+(?!(?:by|at|"
    r"to)\b)[\w\-]+){0,4})\s+"
    r"by\s+(?:at\s+least\s+|no\s+less\s+than\s+|not\s+less\s+than\s+)?$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:(?:at\s+a\s+distance\s+of\s+)?(?:less\s+than|under)|within(?:\s+a\s+distance\s+of)?|closer\s+than|"
    r"nearer\s+than|up\s+to|(?:in|within|inside)\s+(?:a|the)\s+(?:belt|strip|band|zone)(?:\s+of)?)\s+$",
    re.IGNORECASE,
)
_FAR = re.compile(
    r"\b(?:(?:to\s+|at\s+)?(?:a\s+)?(?:(?:distance|depth)\s+of\s+)?(?:at\s+least|not\s+less\s+than|no\s+less\s+than|"
    r"more\s+than|beyond|further\s+than|"
    r"farther\s+than|no\s+closer\s+than|not\s+closer\s+than|no\s+nearer\s+than))\s+$",
    re.IGNORECASE,
)
_AS_FAR = re.compile(
    r"(?:\b(?:(?:to|at|by)\s+)?(?P<distance>a\s+(?:distance|depth)\s+of\s+)|\b(?:to|by)\s+|(?<=\s))(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a distance that somebody withdraws or keeps: "10 km from the Line", "to a distance of 10 km from the Line"."""
_FROM_WHAT = re.compile(
    r"\s+(?:(?:away|back|behind)\s+)?(?:behind|of|from|to|on\s+(?:either|both|each)\s+sides?\s+of|along|around|either\s+side\s+of)\s+"
)


@dataclass(frozen=True)
class FoundPlace(Found):
    where: Where


def places(text: str, names: Names, acts: Iterable[str] = ()) -> list[FoundPlace]:
    """The place rules in ``text``. Words that name no zone, line or territory give none.

    Where ``acts`` say that somebody leaves, "from the Zone" says that they are to be outside it; where they say
    that something moves, "to the Zone" says that it is to be inside.
    """
    moving = set(acts)
    leaving = not moving.isdisjoint({"withdraw", "return", "clear-mines"})
    leads = [*([_LEAVING] if leaving else []), *_RELATIONS, *([_TO] if moving & _MOVES else [])]
    found: list[FoundPlace] = []
    for start, end, distance in distances(text):
        rule = _at_distance(text, start, end, distance, names, leaving)
        if rule:
            found.append(rule)
    for pattern, relation in leads:
        for lead in pattern.finditer(text):
            if any(lead.start() < each.end and each.start < lead.end() for each in found):
                continue
            if _NO_PLACE.match(text, lead.end()) or _FROM_TO.search(text, 0, lead.start() + 1):
                continue
            side = relation in (Relation.NORTH_OF, Relation.SOUTH_OF, Relation.EAST_OF, Relation.WEST_OF)
            named = _named(text, lead.end(), names, spatial_only=not side and relation is not Relation.ACROSS)
            named = named or (_capitals(text, lead, names, moving) if relation in _IN_NAMED or side else None)
            if named and not (relation is Relation.OUTSIDE and any(_LINE.search(name) for name in named[1])):
                stop, of = named
                found.append(FoundPlace(lead.start(), stop, Where(relation=relation, of=of)))
    kept: list[FoundPlace] = []
    for each in sorted(found, key=lambda each: each.start - each.end):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


def _at_distance(text: str, start: int, end: int, distance: Distance, names: Names, leaving: bool) -> FoundPlace | None:
    before = text[:start]
    back = _BACK_BY.search(before)
    if back:  # "moved back from the Line by 9 km"
        of = place_named(f"the {back['of']}", names) or (back["of"],)
        return FoundPlace(back.start(), end, Where(relation=Relation.BEYOND_DISTANCE, of=of, distance=distance))
    near, far = _NEAR.search(before), _FAR.search(before)
    plain = None if far or near else _AS_FAR.search(before)
    if plain and not plain["distance"] and not leaving:
        plain = None  # where nobody leaves, "10 km from the Line" may be a point
    lead = far or near or plain  # "no closer than" is also a "closer than"
    joined = _FROM_WHAT.match(text, end)
    if not lead or not joined:
        return None
    named = _named(text, joined.end(), names, spatial_only=False) or _thing(text, joined.end())
    if not named:
        return None
    relation = Relation.BEYOND_DISTANCE if far or plain else Relation.WITHIN_DISTANCE
    return FoundPlace(lead.start(), named[0], Where(relation=relation, of=named[1], distance=distance))


_THING = re.compile(
    r"(?P<article>the|any|its|their|an?|each|every|either|both|those|these)\s+(?P<what>(?:(?!(?:and|or|of|from|to|by|in|on|at|with|"
    r"within|the|who|that|which|is|are|shall|must|may)\b)[\w’'\-]+\s+){0,2}?(?!\d)[\w’'\-]+(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w\-]*|[a-z\-]+)"
    r"(?:\s+[A-Z][\w\-]*)*)?)(?=\s*(?:[,;.\0]|\Z)|\s+(?:and|or|from|until|by|in|on|at|with|within|unless|except|while|during|shall|may|must|"
    r"every|without|who|that|which|when|if)\b)|(?P<it>them|it)(?!\w)"
)


_DESCRIBED = re.compile(r"\s+(?:that|which|who)\s+[^,;\0]*")


def _thing(text: str, start: int) -> tuple[int, tuple[str, ...]] | None:
    """What a distance is measured from though it is no place on a map: "the crews", "any bridge", "them"."""
    match = _THING.match(text, start)
    if not match:
        return None
    more = _DESCRIBED.match(text, match.end())
    return more.end() if more else match.end(), (match["what"] or match["it"],)


def _named(text: str, start: int, names: Names, spatial_only: bool) -> tuple[int, tuple[str, ...]] | None:
    """The zones and lines named from ``start`` on, and where they end: "the A Zone and the B Zone"."""
    of: list[str] = []
    at = start
    while True:
        one = _one_named(text, at, names, spatial_only)
        if not one:
            break
        at, name = one
        of.append(name)
        shown = _SHOWN.match(text, at)
        at = shown.end() if shown else at
        more = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|\s(?:and|or)\s+)").match(text, at)
        if not more or not _one_named(text, more.end(), names, True):
            break
        at = more.end()
    return (at, tuple(of)) if of else None


def _one_named(text: str, start: int, names: Names, spatial_only: bool) -> tuple[int, str] | None:
    article = re.compile(
        r"(?:(?:any|all|each|both|one)\s+of\s+)?(?:(?:the|that|this|any|each|an?)\s+)?", re.IGNORECASE
    ).match(text, start)
    at = article.end() if article else start
    for first, last, term in names.terms_in(text[at : at + 120]):
        if first == 0 and (not spatial_only or _is_spatial(term, names)):
            return at + last, term
    territory = re.compile(r"(?:the\s+)?territory\s+of\s+", re.IGNORECASE).match(text, start)
    if territory:
        for first, last, id in names.actors_in(text[territory.end() : territory.end() + 120]):
            if first == 0:
                return territory.end() + last, f"territory of {names.said(id)}"
    others = _OTHERS.match(text, start)
    if others:
        return others.end(), others["name"]
    match = _NAMED.match(text, start)
    if match and not re.search(r"[.,;:]", match.group()):
        return match.end(), match["name"]
    return None


_OTHERS = re.compile(
    r"(?:the\s+)?(?P<name>(?:territory|airspace|waters)\s+of\s+(?:the\s+other(?:\s+(?:Party|side))?|each\s+other|"
    r"(?:either|any)\s+(?:Party|side)))(?!\w)"
)
_IN_NAMED = (Relation.IN, Relation.OUTSIDE, Relation.NEAR, Relation.BEHIND, Relation.ALONG)
_PROPER = re.compile(
    r"(?:the\s+)?(?P<name>[A-Z][\w’'\-]+(?:\s+(?:and\s+)?[A-Z][\w’'\-]+){0,4})(?![\w’'])(?!\s+(?:time|law|crowns?|dollars?|euros?|pounds?|francs?|currency|language)\b)"
)
_NO_PLACE_NAME = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|D-|"
    r"Annex|Article|"
    r"Section|Paragraph|Accordance|Phase|Stage|Day\b|UTC|GMT"
)


def _capitals(text: str, lead: re.Match[str], names: Names, acts: set[str]) -> tuple[int, tuple[str, ...]] | None:
    """A place by its name alone ("in Ardel", "south of the Lenn"): no month, no body, no defined thing."""
    match = _PROPER.match(text, lead.end())
    word = lead.group().split()[0].lower()
    if not match or _NO_PLACE_NAME.match(match["name"]):
        return None
    if word in ("over", "through", "within") or (
        word == "at" and (acts.isdisjoint(_HELD_AT) or plain_agent(match["name"]))
    ):
        return None
    if word in ("to", "back") and names.actors_in(match["name"]):
        return None  # "returns the district to Orlavia"
    if names.terms_in(match["name"]) or any(names.is_body(id) for _, _, id in names.actors_in(match["name"])):
        return None
    of, end = [match["name"]], match.end()
    while joint := _AND.match(text, end):
        named = _one_named(text, joint.end(), names, True)
        if named:
            end = named[0]
            of.append(named[1])
            continue
        more = _ONE_PROPER.match(text, joint.end())
        if not more:
            break
        if _NO_PLACE_NAME.match(more["name"]) or names.actors_in(more["name"]) or not _LISTED.match(text, more.end()):
            break
        of.append(more["name"])
        end = more.end()
    return end, tuple(of)


_ONE_PROPER = re.compile(r"(?P<name>[A-Z][\w’'\-]+(?:\s+[A-Z][\w’'\-]+){0,3})(?![\w’'])")
_AND = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_LISTED = re.compile(
    r"\s*(?:[,;.\0]|\Z|\b(?:and|or|by|from|until|within|on|at|in|unless|except|if|to|every|for|with)\b)"
)


_MEANS_A_PLACE = re.compile(rf"(?:(?:the|an?|any|all)\s+)?(?:\w+\s+)?(?:{_SPATIAL})\b", re.IGNORECASE)
"""How the meaning of a defined place begins: "the waters in Annex B", "a coastal strip of"."""


def _is_spatial(term: str, names: Names) -> bool:
    if _SPATIAL_WORD.search(term):
        return True
    meaning = next((each.meaning for each in names.definitions if each.term == term), "")
    return _MEANS_A_PLACE.match(meaning) is not None


def place_named(words: str, names: Names) -> tuple[str, ...] | None:
    """The zones and lines that ``words`` name and nothing besides ("the Separation Line")."""
    named = _named(words, 0, names, spatial_only=True)
    return named[1] if named and named[0] == len(words.rstrip()) else None
