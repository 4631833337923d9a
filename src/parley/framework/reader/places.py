"""Where a provision holds: in a zone, within so many km of a line, across, north of, in a territory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from parley.model import Distance, Relation, Where
from parley.text import distances
from parley.text import patterns as re
from parley.text.everywhere import all_of

from .asides import TIMELIKE
from .found import Found
from .grounds import NOT_IN, ON, ground, grounds_behind
from .names import Names, plain_agent
from .ordinals import MONTH, WEEKDAY
from .relations import (
    ABOVE,
    AWAY_BY,
    CLOSER_TO,
    FROM_TO,
    FROM_WITHIN,
    HELD_AT,
    LAST_OF_ROW,
    LEAVING,
    LINE,
    MOVES,
    NAMED,
    NO_ENDS,
    NO_PLACE,
    PART_OF,
    RELATIONS,
    RUNS_ON,
    SHOOTING,
    SHOWN,
    SO_FAR_FROM,
    SPATIAL,
    TO,
)
from .stretches import HOURS_OF_LIGHT

_SPATIAL_WORD = re.compile(rf"\b(?:{SPATIAL})\b", re.IGNORECASE)
_BACK_BY = re.compile(
    r"\bfrom\s+(?:(?:the|their|its|each)\s+)?(?P<of>(?!(?:by|at|to|of)\b)[\w\-]+(?:\s+(?!(?:by|at|"
    r"to)\b)[\w\-]+){0,4})\s+"
    r"by\s+(?:at\s+least\s+|no\s+less\s+than\s+|not\s+less\s+than\s+)?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|their|its|each)\s+", re.IGNORECASE)
_POINTS = (
    r"(?:(?:to|at|in|behind|from)\s+(?:(?:new|agreed|fixed|prepared|all|the|its|their|any)\s+)*(?:positions?|an?\s+line|lines?|places?|points?|sites?|areas?|depots?|"
    r"posts?)\s+(?:lying\s+|situated\s+|located\s+|(?:that|which)\s+(?:is|are|lies?)\s+)?)?"
)
_NEAR = re.compile(
    rf"{_POINTS}\b(?:(?:in|inside|on|at|over),?\s+(?:and|or)\s+)?(?:(?:at\s+a\s+distance\s+of\s+)?(?:less\s+than|under)|(?:with)?in\s+an?\s+(?:distance|radius|range|circle|perimeter)\s+of|within|closer\s+than|"
    r"nearer\s+than|up\s+to|(?:in|within|inside)\s+(?:a|the)\s+(?:belt|strip|band|zone)(?:\s+of)?)\s+$",
    re.IGNORECASE,
)
_FAR = re.compile(
    rf"{_POINTS}\b(?:(?:outside|beyond|clear\s+of|away\s+from|off),?\s+(?:and|or)\s+)?(?:(?:to\s+|at\s+|by\s+)?(?:a\s+)?(?:(?:distance|depth)\s+of\s+)?(?:at\s+least|not\s+less\s+than|no\s+less\s+than|"
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
    r"\s+(?:(?:away|back|behind|out|inland|upstream|downstream)\s+)?(?:(?:to\s+the\s+)?(?:north|south|east|west)(?:[\-\s]?(?:east|west))?(?:wards?)?\s+of|"
    r"of,|from,|off|outside|inside|short\s+of|above|below|behind|of|from|to|on\s+(?:either|both|each)\s+sides?\s+of|along|around|either\s+side\s+of)\s+"
)


_BACK = re.compile(r"\s+(?:back|away)\b")
_LEAVES = frozenset({"withdraw", "return", "clear-mines"})
_AWAY = (" back", " out", " away", " off")
"""Acts behind which "from" says where somebody or something is no longer to be."""


@dataclass(frozen=True)
class FoundPlace(Found):
    where: Where


def places(text: str, names: Names, acts: Iterable[str] = ()) -> list[FoundPlace]:
    """The place rules in ``text``. Words that name no zone, line or territory give none.

    Where ``acts`` say that somebody leaves, "from the Zone" says that they are to be outside it; where they say
    that something moves, "to the Zone" says that it is to be inside.
    """
    moving = set(acts)
    leaving = any(act in _LEAVES or act.endswith(_AWAY) for act in moving)
    going = bool(moving & MOVES)
    anywhere = going or not moving.isdisjoint(HELD_AT)
    leads = [
        *([LEAVING] if leaving else [(LEAVING[0], Relation.NEAR)] if going else []),
        *([FROM_WITHIN] if moving & SHOOTING else []),
        *RELATIONS,
        *(TO if going else ()),
        *([(ON, Relation.IN)] if going else []),
    ]
    found: list[FoundPlace] = []
    for start, end, distance in distances(text):
        keeps = "far" in moving or ("stay" in moving and not text[:start].strip())
        rule = _at_distance(text, start, end, distance, names, leaving or keeps, "keep-off" in moving)
        if rule:
            found.append(rule)
    for pattern, relation in leads:
        for lead in pattern.finditer(text):
            if _overlaps(lead, found):
                continue
            if NO_PLACE.match(text, lead.end()) or FROM_TO.search(text, 0, lead.start() + 1):
                continue
            side = relation in (Relation.NORTH_OF, Relation.SOUTH_OF, Relation.EAST_OF, Relation.WEST_OF)
            named = _named(text, lead.end(), names, spatial_only=not side and relation is not Relation.ACROSS)
            named = named or (_capitals(text, lead, names, moving) if relation in _IN_NAMED or side else None)
            if named is None and "overfly" in moving and ABOVE.match(text, lead.start()):
                named = _thing(text, lead.end()) or _called(text, lead.end(), names)
            if side or going or (anywhere and not NOT_IN.match(text, lead.start())):
                named = named or ground(text, lead.end())
                named = grounds_behind(text, named) if named else None
            if named and not (relation is Relation.OUTSIDE and any(LINE.search(name) for name in named[1])):
                stop, of = named
                origin = _FROM_HERE.search(text, 0, lead.start()) if (pattern, relation) in TO else None
                begin = origin.start() if origin and not _overlaps(origin, found) else lead.start()
                found.append(FoundPlace(begin, _with_tail(text, stop), Where(relation=relation, of=of)))
    found.extend(each for each in _between(text, found) if anywhere or _are_places(each.where.of, names))
    found = [_at_intervals(text, each) for each in found]
    kept: list[FoundPlace] = []
    for each in sorted(found, key=lambda each: each.start - each.end):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    if moving & SHOOTING:
        kept = [each for each in kept if not _is_aimed_at_too(text, each, kept)]
    return sorted(kept, key=lambda each: each.start)


def _is_aimed_at_too(text: str, place: FoundPlace, found: Iterable[FoundPlace]) -> bool:
    """Whether one fires at a place besides something else, which then is not fired at in that place alone."""
    joined = _JOINED_AIM.search(text, 0, place.start)
    at = re.match(r"(?:at|on|upon|against)\b", text[place.start :], re.IGNORECASE)
    return bool(joined and at) and all(other.end != joined.start() for other in found if joined)


_NOUN = r"(?:the\s+|its\s+|their\s+)?(?:(?!(?:and|or|by|from|until|to|within)\b)[\w’'\-]+\s+){0,4}?[\w’'\-]+"
_CLOSED = (
    r"(?=\s*(?:[,;.\0]|\Z)|\s+(?:and|or|by|from|until|within|at|on|in|unless|except|if|to|every|for|with|no|not|while|when|during|"
    r"before|after|shall|may|must|will|is|are)\b)"
)
_TAIL = re.compile(
    rf"\s+(?:(?:lying|situated|located|standing|running|leading|stretching|extending)\s+)?(?:between\s+{_NOUN}\s+and\s+{_NOUN}{_CLOSED}"
    rf"|from\s+(?!{MONTH}|{WEEKDAY}|D[+\-]|\d|noon|midnight|dawn|dusk|sun|(?:the\s+)?(?:first|start|beginning)\b){_NOUN}\s+to\s+{_NOUN}{_CLOSED}"
    r"|of\s+[a-z\-]+[^\Ws]s(?=\s*(?:[,;.\0]|\Z)|\s+(?:by|on|from|within|until|and)\b)"
    r"|of\s+(?:origin|residence|birth|refuge|departure|destination)\b"
    r"|of\s+(?:either|each|any|both|the\s+other)\s+(?:Part(?:y|ies)|sides?)\b"
    rf"|(?:overlooking|facing|leading\s+to|running\s+to|opposite|nearest(?:\s+to)?)\s+{_NOUN}{_CLOSED}"
    r"|(?:at|near)\s+[A-Z][\w’'\-]+(?![\w:])(?=\s*(?:[,;.\0]|\Z)|\s+(?:by|on|from|within|until|and)\b))"
)
"""What tells more of a place: "the ridge between Tarn and Velm", "the waters lying between the isle and the shore"."""
_SO_FAR_OFF = re.compile(
    rf",\s+\d[\d.,]*\s*(?:km|kilomet\w+|m|met\w+|miles?|nautical\s+miles?)\s+(?:away\s+)?(?:from|off|behind|beyond|(?:north|south|east|west)\s+of)\s+{_NOUN}{_CLOSED}"
)
"""How far away a place lies: "at Hallin, 60 km from the line"."""
_JOINED_AIM = re.compile(r",?\s+(?:or|and)\s+\Z", re.IGNORECASE)
"""Before what one fires at besides: "at aircraft or at the Zone"."""
_FROM_HERE = re.compile(rf"\bfrom\s+{_NOUN}\s+\Z", re.IGNORECASE)
"""Where a way begins: "from Tarn [to the depot]"."""
_PAIR = re.compile(rf"\bbetween\s+(?P<one>{_NOUN})\s+and\s+(?P<other>{_NOUN}){_CLOSED}")
_EVERY = re.compile(
    r"(?:,\s*)?\b(?:(?:at\s+|one\s+)?(?:every|each)|(?:at|with)\s+(?:regular\s+)?(?:intervals|distances|gaps)\s+of(?:\s+(?:about|at\s+most|"
    r"not\s+more\s+than|no\s+more\s+than|at\s+least|up\s+to))?|(?:not|no)\s+(?:more|less)\s+than)\s+\Z",
    re.IGNORECASE,
)
_APART = re.compile(r"\s+(?:apart|from\s+(?:each\s+other|one\s+another))\b")


def also_at(one: Where, other: Where) -> Where:
    """Both places as one rule; where their relations differ it only says that it is near them, which no map decides."""
    relation = one.relation if one.relation is other.relation and not one.distance else Relation.NEAR
    return Where(relation=relation, of=tuple(dict.fromkeys((*one.of, *other.of))))


def _overlaps(match: re.Match[str], found: Iterable[FoundPlace]) -> bool:
    return any(match.start() < each.end and each.start < match.end() for each in found)


def _with_tail(text: str, stop: int) -> int:
    tail = _TAIL.match(text, stop)
    stop = tail.end() if tail else stop
    off = _SO_FAR_OFF.match(text, stop)
    return off.end() if off else stop


def _between(text: str, found: list[FoundPlace]) -> Iterator[FoundPlace]:
    """ "Between the Lenn and the railway": where somebody is placed or goes."""
    for match in _PAIR.finditer(text):
        if all(match.end() <= each.start or each.end <= match.start() for each in found):
            of = tuple(re.sub(r"^(?:the|its|their)\s+", "", match[side]) for side in ("one", "other"))
            if TIMELIKE.search(" ".join(of)) or any(name in HOURS_OF_LIGHT for name in of):
                continue
            if any(NO_ENDS.search(name) for name in of):
                continue  # "letters between prisoners and their families"
            yield FoundPlace(*match.span(), Where(relation=Relation.NEAR, of=of))


def _are_places(of: tuple[str, ...], names: Names) -> bool:
    """Whether names alone are those of places: of nobody, and of no day."""
    return all(
        _ONE_PROPER.fullmatch(each) and not _NO_PLACE_NAME.match(each) and not names.actors_in(each) for each in of
    )


def _at_intervals(text: str, place: FoundPlace) -> FoundPlace:
    """ "Every 5 km along the Line": how densely something stands there belongs to the place."""
    for start, end, _ in distances(text):
        apart = _APART.match(text, end)
        lead = _EVERY.search(text, 0, start)
        begin = lead.start() if lead else start
        stop = apart.end() if apart else end
        if not lead and not apart:
            continue
        if stop <= place.start and not text[stop : place.start].strip(" ,"):
            return replace(place, start=begin)
        if place.end <= begin and not text[place.end : begin].strip(" ,"):
            return replace(place, end=stop)
    return place


def _at_distance(
    text: str, start: int, end: int, distance: Distance, names: Names, leaving: bool, keeps_off: bool
) -> FoundPlace | None:
    before = text[:start]
    if _EVERY.search(before) and not re.search(r"\bthan\s+\Z", before):
        return None  # "every 5 km along the Line"
    closer = CLOSER_TO.search(before)
    if closer:
        relation = Relation.BEYOND_DISTANCE if closer["no"] else Relation.WITHIN_DISTANCE
        of = place_named(closer["of"], names) or (_ARTICLE.sub("", closer["of"]),)
        return FoundPlace(closer.start(), end, Where(relation=relation, of=of, distance=distance))
    away = AWAY_BY.fullmatch(before) if keeps_off else None
    if away:
        of = place_named(away["of"], names) or (_ARTICLE.sub("", away["of"]),)
        return FoundPlace(away.start("of"), end, Where(relation=Relation.BEYOND_DISTANCE, of=of, distance=distance))
    back = _BACK_BY.search(before)
    if back:  # "moved back from the Line by 9 km"
        of = place_named(f"the {back['of']}", names) or (back["of"],)
        return FoundPlace(back.start(), end, Where(relation=Relation.BEYOND_DISTANCE, of=of, distance=distance))
    near, far = _NEAR.search(before), _FAR.search(before)
    plain = None if far or near else _AS_FAR.search(before)
    if plain and not plain["distance"] and not leaving and not _BACK.match(text, end):
        plain = None  # where nobody leaves, "10 km from the Line" may be a point
    lead = far or near or plain  # "no closer than" is also a "closer than"
    joined = _FROM_WHAT.match(text, end)
    beside = SO_FAR_FROM.match(text, end) if not lead else None
    if beside and (named := _named(text, beside.end(), names, spatial_only=False) or _thing(text, beside.end())):
        return FoundPlace(start, named[0], Where(relation=Relation.NEAR, of=named[1]))  # where exactly no map tells
    if not lead or not joined:
        return None
    named = _named(text, joined.end(), names, spatial_only=False) or _thing(text, joined.end())
    named = named or _called(text, joined.end(), names)
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


def _called(text: str, start: int, names: Names) -> tuple[int, tuple[str, ...]] | None:
    """A place by its name alone, from which a distance is measured: "within 6 km of Skarn"."""
    match = _ONE_PROPER.match(text, start)
    if not match or _NO_PLACE_NAME.match(match["name"]) or names.actors_in(match["name"]):
        return None
    return match.end(), (match["name"],)


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
        shown = SHOWN.match(text, at)
        at = shown.end() if shown else at
        more = re.compile(r"\s*(?:,\s*(?:(?:and|or|including|such\s+as)\s+)?|\s(?:and|or)\s+)").match(text, at)
        if not more or not _one_named(text, more.end(), names, True):
            last = LAST_OF_ROW.match(text, at) if len(of) > 1 else None
            if last:  # "in mosques, schools and newspapers": the row goes on
                return last.end(), (*of, last["name"])
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
    whole = all_of(text, start)
    if whole is not None and (named := _one_named(text, whole, names, spatial_only)):
        return named
    territory = re.compile(r"(?:the\s+)?territory\s+of\s+", re.IGNORECASE).match(text, start)
    if territory:
        for first, last, id in names.actors_in(text[territory.end() : territory.end() + 120]):
            if first == 0:
                return territory.end() + last, f"territory of {names.said(id)}"
    others = _OTHERS.match(text, start)
    if others:
        return others.end(), others["name"]
    part = PART_OF.match(text, start)
    of = _one_named(text, part.end(), names, False) if part else None
    if part and of:
        return of[0], re.sub(r"^(?:the|either|each|its|their)\s+", "", text[start : of[0]])
    match = NAMED.match(text, start)
    if match and not re.search(r"[.,;:]", match.group()):
        rest = _REST_OF_NAME.match(text, match.end()) if _ENDS_IN_CAPITALS.search(match["name"]) else None
        if rest and not _NO_PLACE_NAME.match(rest["rest"]) and not names.actors_in(rest["rest"]):
            return rest.end(), f"{match['name']} {rest['rest']}"  # "the Harbour | Basin"
        more = RUNS_ON.match(text, match.end())
        if more and match["name"].endswith(("s", "plain")):
            return None  # "and plants | trees"
        if more:
            return more.end(), match["name"] + more.group()
        called = _CALLED.match(text, match.end()) if _HAS_A_NAME.search(match["name"]) else None
        if called and not names.actors_in(called.group()):
            return called.end(), f"{match['name']}{called.group()}"  # "the river Lenn"
        more = _AND_TOO.match(text, match.end()) if _SEVERAL_OF.search(match["name"]) else None
        return (more.end(), match["name"] + more.group()) if more else (match.end(), match["name"])
    return None


_SEVERAL_OF = re.compile(r"\b[a-z]+s\s+of\s+(?:the\s+)?[A-Z][\w\-]*\Z")
_NAME = r"[A-Z][\w’'\-]+(?:\s+[A-Z][\w’'\-]+){0,2}"
_AND_TOO = re.compile(
    rf"(?:,\s+{_NAME})*,?\s+(?:and|or)\s+{_NAME}(?=\s*(?:[,;.\0]|\Z)|\s+(?:by|from|until|within|on|at|after|before|no|not)\b)"
)
"""The others of "the towns of Hask and Vell"."""


_ENDS_IN_CAPITALS = re.compile(r"(?:\A|\s)[A-Z][\w\-]*\Z")
_REST_OF_NAME = re.compile(r"\s(?P<rest>[A-Z][a-z][\w\-]*(?:\s[A-Z][a-z][\w\-]*)?)(?![\w’'])")
"""More of a name behind a noun for a place in it."""
_HAS_A_NAME = re.compile(
    r"\b(?:river|lake|islands?|cape|town|village|city|port|fort|camp|pass|hill|mount|brook|strait|isle|line|axis|road|railway|highway|route)\Z"
)
_CALLED = re.compile(r"\s(?:of\s)?[A-Z][\w’'\-]+(?:\s[A-Z][\w’'\-]+|[–—][A-Z][\w’'\-]+)*")
_OTHERS = re.compile(
    r"(?:the\s+)?(?P<name>(?:territory|airspace|waters)\s+of\s+(?:the\s+other(?:\s+(?:Party|side))?|each\s+other|"
    r"(?:either|any)\s+(?:Party|side)))(?!\w)"
)
_IN_NAMED = (Relation.IN, Relation.OUTSIDE, Relation.NEAR, Relation.BEHIND, Relation.ALONG)
_PROPER = re.compile(
    r"(?:the\s+)?(?P<name>[A-Z][\w’'\-]+(?:\s+(?:and\s+)?[A-Z][\w’'\-]+){0,4})(?![\w’'])(?!\s+(?:time|law|crowns?|dollars?|euros?|pounds?|francs?|currency|language)\b)"
)
_NO_PLACE_NAME = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|D-|(?:[A-Z]\w*\s+)+(?:Hour|Time|Day|Date)\b|"
    r"Annex|Article|Point|Clause|Chapter|"
    r"(?:Part(?:y|ies)|Sides?|Governments?|Signator(?:y|ies))\b|Section|Paragraph|Accordance|Phase|Stage|Day\b|UTC|GMT"
)


def _capitals(text: str, lead: re.Match[str], names: Names, acts: set[str]) -> tuple[int, tuple[str, ...]] | None:
    """A place by its name alone ("in Ardel", "south of the Lenn"): no month, no body, no defined thing."""
    match = _PROPER.match(text, lead.end())
    word = lead.group().split()[0].lower()
    alone = len(lead.group().split()) == 1
    if match and not _LISTED.match(text, match.end()) and (first := _ONE_PROPER.match(text, match.start("name"))):
        other = _AND.match(text, first.end())
        if other and names.actors_in(text[other.end() : match.end()]):
            match = first  # "at Velm and Orlavia | those at Tarn"
    if not match or _NO_PLACE_NAME.match(match["name"]):
        return None
    if word == "on" and alone and acts.isdisjoint(HELD_AT | MOVES):
        return None
    lets = word == "through" and "grant-access" in acts
    if (alone and word in ("over", "through", "within") and not lets) or (
        word == "at"
        and (plain_agent(match["name"]) or (acts.isdisjoint(HELD_AT) and match.start("name") > match.start()))
    ):
        return None
    if word in ("to", "back") and (names.actors_in(match["name"]) or plain_agent(match["name"].lower())):
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


_MEANS_A_PLACE = re.compile(
    rf"(?:(?:the|an?|any|all)\s+)?(?:[\w\-]+\s+)?(?:{SPATIAL}|lands?|grounds?|belt|tract|stretch|pastures?|"
    r"meadows?)\b"
    r"|[^.;]{0,120}\b(?:shown|drawn|marked|mapped|outlined|delimited|traced)\s+(?:\w+\s+){0,3}?(?:in|on)\s+"
    r"(?:the\s+\w+\s+in\s+)?Annex\b",
    re.IGNORECASE,
)
"""How the meaning of a defined place begins, or says that it is drawn: "the waters in Annex B", "a strip of"."""


def _is_spatial(term: str, names: Names) -> bool:
    if _SPATIAL_WORD.search(term):
        return True
    meaning = next((each.meaning for each in names.definitions if each.term == term), "")
    return _MEANS_A_PLACE.match(meaning) is not None


def place_named(words: str, names: Names) -> tuple[str, ...] | None:
    """The zones and lines that ``words`` name and nothing besides ("the Separation Line")."""
    named = _named(words, 0, names, spatial_only=True)
    return named[1] if named and named[0] == len(words.rstrip()) else None
