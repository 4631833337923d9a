"""Whether a thing that was reported is a thing that the text means: yes, no, or nobody can tell.

Decided from words alone: the defined term, the words of its definition, calibres, and a short list
of what kinds of weapon include which (``kinds.toml``). What the words do not decide stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from parley.text import patterns as re
from parley.text.acts import done_to, names_thing
from parley.text.numbers import PATTERN

from .accounted import strange_in
from .kinds import and_wider, are_of, counted_as, kinds_named, kinds_of, may_be_weapon, may_meet, names_with_of, stem
from .truth import Fact, Truth

if TYPE_CHECKING:  # what reads reports alone asks for words, and waits for no text
    from parley.model import Framework, Obligation, Report, Thing

_WORD = re.compile(r"[^\W_]+")
_CALIBRE = re.compile(r"(\d+(?:\.\d+)?)\s*-?\s*mm\b", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(?:below|under|less than|up to|smaller|at most|or less)\b", re.IGNORECASE)
_BUT_NOT = re.compile(r"\b(?:except|excluding|other than|but not|save for|apart from)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s(?:of|between|in(?:to|side)?|on(?:to)?|at|for|from|to(?:wards?)?|with(?:in|out)?|by|near|along|across|over|under|against|"
    r"around|outside|during|bound|that|which|who|held|belonging)\s|(?<=[a-z]{3}s)\s\w{3,}ing\s"
)
_OF_SOMETHING = re.compile(
    r"(?:[’']s?)?\s+(?!(?:and|or|nor|of|between|in|into|inside|on|onto|at|for|from|to|towards?|with|within|without|by|near|along|across|over|"
    r"under|against|around|outside|during|bound|that|which|who|whose|is|are|as|other|above|below|beyond|than|when|while|if|unless|except|"
    r"including|not|there|whatever|whether|held|kept|laid|capable)\b|[a-z]+(?:ed|ing)\b)[a-z]",
)
"""Behind a word that only tells more of the noun after it: "heavy weapons | carriers"."""
_BETWEEN_ITEMS = re.compile(
    r",|;|\band\b(?!\s+(?:above|over|more|larger))|\bor\b(?!\s+(?:above|over|more|larger))", re.I
)
_MEASURES = re.compile(
    r"^(?:(?:the|all|any|its|their|every|each|remaining|existing)\s+)*"
    r"(?:(?:stock|stockpile|cache|store|amount|piece|item|type|kind|form|unit|group|number|herd|flock|sack|crate|load|batch|pair)s?|suppl(?:y|ies)|quantit(?:y|ies))\s+of\s+",
    re.I,
)
"""Words that only measure what follows: stocks of mines are mines."""
_WITHOUT_CALIBRE = frozenset(
    {"tank", "armoured vehicle", "vehicle", "aircraft", "unmanned aircraft", "missile", "ship", "mine"}
)
_BARRELS = frozenset({"gun", "howitzer", "mortar"})
_IDLE = frozenset(
    {"a", "an", "the", "all", "any", "its", "their", "of", "in", "on", "to", "with", "and", "or", "more", "above"}
    | {"over", "larger", "than", "at", "least", "each", "every", "such", "other", "calibre", "caliber", "mm"}
    | {"system", "piece", "type", "kind"}
)


def told_by_act(one: Obligation) -> bool:
    """Whether the act alone says of what it is: who lays mines lays the "mines or other devices" of the sentence."""
    return one.object is not None and one.act is not None and names_thing(one.act.words, one.object.value.text)


def is_named_by_act(one: Obligation, reported: str | None) -> bool:
    """Whether a report of the act is of the sentence's thing by the act alone.

    Where it is done to one kind of thing alone (mines), it is; else only if the report names no thing ("hostage-taking"
    is of hostages, the detention of soldiers may be of others).
    """
    if not told_by_act(one) or one.act is None or one.object is None:
        return False
    return reported is None or are_of(kinds_named(one.object.value.text), done_to(one.act.value))


_SO_MANY = re.compile(
    rf"(?:(?:(?:no|not)\s+)?(?:more|fewer|less)\s+than|at\s+(?:the\s+)?(?:most|least)|a\s+(?:maximum|minimum)\s+(?:number\s+)?of|"
    rf"not\s+exceeding|in\s+excess\s+of|over|up\s+to)\s+{PATTERN}\s+",
    re.IGNORECASE,
)


_A_GROUP = re.compile(
    rf"(?:(?:an?|the|its|their|first|second|third|last|next|further|another|initial|final)\s+)*"
    rf"(?:groups?|batch(?:es)?|tranches?|totals?)\s+of\s+(?:{PATTERN}\s+)?",
    re.IGNORECASE,
)


def uncounted(thing: Thing) -> Thing:
    """The thing without how many of it there may or have to be: "more than 600 persons" are persons, and so is "a
    second group of 40 persons".
    """
    words = _A_GROUP.sub("", thing.text, count=1) if _A_GROUP.match(thing.text) else thing.text
    return thing.replace(text=_SO_MANY.sub("", words, count=1) if thing.most or thing.number else words)


_NONE_SUCH = re.compile(
    r"\W*(?:no|zero|without)\s|.*\b(?:fuel|water|oil|gas|petrol|septic|fish|storage)\s+tanks?\b|.*\btank\s+(?:crews?|tracks?|traps?|mines?)\b",
    re.I,
)
"""What has such a thing in its words, and is none."""


def names_place(thing: str, place: str | None) -> bool:
    """Whether a report's place is the thing of a sentence itself, by its name."""
    return place is not None and bool(stems(thing)) and stems(thing) == stems(place)


def meant_by(thing: Thing, framework: Framework) -> str:
    """What a text calls a thing: the defined term that it is, else its own words."""
    return _term(thing, framework) or thing.text


_LOADED = re.compile(
    r"(?P<what>\S.*?)\s+(?:trucks?|lorr(?:y|ies)|convoys?|trains?|wagons?|barges?|parcels?|boxes|packages|sacks|rations|supplies)",
    re.I,
)
"""What is told by what it came in: "food trucks" are food."""


def is_of(reported: str | None, thing: Thing, framework: Framework) -> Fact:
    """Whether ``reported`` (a report's object) falls under ``thing`` as the text defines it."""
    meant = meant_by(thing, framework)
    if reported is None:
        return Fact(Truth.UNKNOWN, f"whether it was {meant} is not said", f"whether it was {meant}")
    plain = _MEASURES.sub("", reported) or reported
    truth = _under(plain, thing, framework)
    loaded = _LOADED.fullmatch(plain) if truth is not Truth.YES else None
    if loaded is not None and _under(loaded["what"], thing, framework) is Truth.YES:
        plain, truth = loaded["what"], Truth.YES
    if _NONE_SUCH.match(reported) and not stems(reported) <= stems(meant):
        return Fact(Truth.NO)
    strange = strange_in(plain, f"{thing.text} {_meaning(thing, framework) or ''}") if truth is Truth.YES else ()
    if truth is Truth.UNKNOWN or strange:
        why = f"the words '{reported}' do not tell whether that is {meant}"
        fires = may_be_weapon(kinds_of(f"{meant} {_meaning(thing, framework) or ''}"))
        return Fact(Truth.UNKNOWN, why, f"the kind of thing it was{', with its calibre' if fires else ''}")
    return Fact(truth)


def _under(reported: str, thing: Thing, framework: Framework) -> Truth:
    words = stems(reported)
    term = _term(thing, framework)
    if term and stems(term) <= words:
        return Truth.YES
    meaning = _meaning(thing, framework)
    if meaning is None:
        found = (min(_same(reported, item), _of_calibre(reported, item)) for item in _items(thing.text))
        return max(found, default=Truth.UNKNOWN)
    items = _items(meaning)
    truth = max((_item_covers(item, reported) for item in items), default=Truth.UNKNOWN)
    if truth is Truth.YES and _BUT_NOT.search(meaning):
        return Truth.UNKNOWN  # the report may be of just what the definition leaves out
    return truth


def _term(thing: Thing, framework: Framework) -> str | None:
    """The defined term that the thing is, in whatever letters and number: "drones for use in the Buffer Zone" are none,
    and neither are "heavy weapons carriers" heavy weapons.
    """
    terms = (thing.term,) if thing.term else tuple(one.term for one in framework.definitions if not one.annex)
    return _term_in(thing.text, terms)


@lru_cache(maxsize=4096)
def _term_in(text: str, terms: tuple[str, ...]) -> str | None:
    words = list(_WORD.finditer(text))
    stemmed = [stem(word.group().casefold()) for word in words]
    for term in sorted(terms, key=len, reverse=True):
        wanted = [stem(word.casefold()) for word in _WORD.findall(term)]
        for at in range(len(words) - len(wanted) + 1 if wanted else 0):
            end = words[at + len(wanted) - 1].end()
            is_whole = stemmed[at : at + len(wanted)] == wanted and not _OF_SOMETHING.match(text, end)
            if is_whole and not _BEHIND.search(text[: words[at].start()]):
                return term
    return None


def _meaning(thing: Thing, framework: Framework) -> str | None:
    term = _term(thing, framework)
    for definition in framework.definitions:
        if term and definition.term.casefold() == term.casefold():
            return definition.meaning
    return None


@dataclass(frozen=True)
class _Item:
    """One of the things that a definition lists; ``least_mm`` is its calibre, or ``None``."""

    words: frozenset[str]
    head: str | None
    kinds: frozenset[str]
    least_mm: float | None
    upper: bool


@lru_cache(maxsize=512)
def _items(meaning: str) -> tuple[_Item, ...]:
    """The list that a definition is. A calibre counts for the items named before it in the same breath
    ("guns, howitzers and mortars of a calibre of 100 mm or more"), back to the one that has its own, and never for
    what has no calibre ("tanks, and mortars above 81 mm").
    """
    items: list[_Item] = []
    waiting = 0
    for said in _BETWEEN_ITEMS.split(meaning):
        part = _MEASURES.sub("", said.strip())
        words = stems(part)
        calibre = _CALIBRE.search(part)
        if not words and not calibre:
            continue
        least, upper = (float(calibre[1]), bool(_AT_MOST.search(part))) if calibre else (None, False)
        if words:
            kinds = kinds_named(_what(part))
            items.append(_Item(words, _head(part), kinds, least, upper))
            waiting = 0 if kinds and _without_calibre(kinds) and not calibre else waiting + 1
        if calibre:
            shared = items[len(items) - waiting :]
            items[len(items) - waiting :] = [_Item(i.words, i.head, i.kinds, least, upper) for i in shared]
            waiting = 0
    return tuple(items)


def _without_calibre(kinds: frozenset[str]) -> bool:
    return all(are_of(and_wider(frozenset({kind})), _WITHOUT_CALIBRE) for kind in kinds)


def _of_calibre(reported: str, item: _Item) -> Truth:
    """Whether a thing that was reported is of the calibre that an item asks for, if it asks for any."""
    calibre = _CALIBRE.search(reported)
    if item.least_mm is None:
        return Truth.YES
    if calibre is None:
        return Truth.UNKNOWN
    large = float(calibre[1]) < item.least_mm if item.upper else float(calibre[1]) >= item.least_mm
    return Truth.YES if large else Truth.NO


@lru_cache(maxsize=4096)
def _item_covers(item: _Item, reported: str) -> Truth:
    kind = Truth.YES if item.words <= stems(reported) else _of_kind(reported, item.kinds)
    if item.least_mm is None:
        return kind
    calibre = _of_calibre(reported, item)
    if calibre is Truth.UNKNOWN:
        return min(kind, calibre)
    large = calibre is Truth.YES
    if large and "artillery" in item.kinds and are_of(kinds_named(reported), _BARRELS):
        return Truth.YES  # a 152-mm gun is an artillery system of 100 mm or more
    return min(kind, Truth.YES if large else Truth.NO)


_PAPERS = frozenset(
    {"list", "map", "report", "record", "inventory", "plan", "chart", "statement", "declaration", "register", "roster"}
)
"""What is of something: of what it is has to be the same."""


def _same(reported: str, item: _Item) -> Truth:
    """Without a definition the main words decide: a list of prisoners is a list, and no prisoners."""
    words, head = stems(reported), _head(reported)
    kind = _of_kind(_what(reported), item.kinds)
    of, wanted = words - {head}, item.words - {head}
    if head == item.head and head in _PAPERS and of and wanted and not of & wanted:
        return Truth.UNKNOWN  # a list of prisoners where the text asks for one of minefields
    told_apart = bool(kinds_named(_what(reported)) and item.kinds) and not item.words <= words
    if kind is Truth.YES or (head == item.head and not told_apart):
        return Truth.YES
    if head in item.words and not told_apart:
        if item.words <= words:
            return Truth.YES
        # "prisoners" where the text says "list of prisoners", "North Buoy" where it says "light of the North Buoy"
        return Truth.NO if item.head in _PAPERS else Truth.UNKNOWN
    return kind


def _of_kind(reported: str, meant: frozenset[str]) -> Truth:
    """Whether something is of one of the kinds that a text names: soldiers are people, people may be soldiers."""
    named = kinds_named(reported)
    if not named or not meant:
        return Truth.UNKNOWN
    if are_of(counted_as(named), meant):
        return Truth.YES
    return Truth.UNKNOWN if are_of(and_wider(meant), named) or may_meet(named, meant) else Truth.NO


def _front(part: str) -> str:
    """The words before "of", "in", "at" and the like, which say what it is."""
    return _BEHIND.split(part.strip())[0] or part


def _what(part: str) -> str:
    """The same for its kind: "places of worship" are of one."""
    whole = names_with_of().match(re.sub(rf"\A\W*(?:(?:{'|'.join(_IDLE)})\s+)*", "", part, flags=re.I))
    return whole[0] if whole else _front(part)


def _head(part: str) -> str | None:
    """The main word: the last one in front."""
    row = [stem(word) for word in _WORD.findall(_front(part).casefold())]
    telling = [word for word in row if word not in _IDLE and not word.isdigit()]
    return telling[-1] if telling else None


@lru_cache(maxsize=8192)
def stems(words: str) -> frozenset[str]:
    """The telling words of a thing's name, without plural endings, figures and calibres."""
    found = {stem(word) for word in _WORD.findall(_CALIBRE.sub(" ", words).casefold())}
    return frozenset(word for word in found - _IDLE if not word.isdigit())


def stems_told(report: Report) -> frozenset[str]:
    """The telling words by which a report names its act and its thing."""
    return stems(f"{report.act_said or ''} {report.object or ''}")


def names_weapons(thing: Thing, framework: Framework) -> bool:
    """Whether the thing is a kind of weapon (with which one fires) rather than a target (at which one does)."""
    return may_be_weapon(kinds_of(_meaning(thing, framework) or thing.text))
