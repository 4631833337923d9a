"""What has to be kept how far from a line, and out of which zone: two rules for one weapon, two for one place.

A zone that is told by its distance from a line ("reaches 4 km from the River Line on each side") is such a distance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import distances
from parley.text import patterns as re

from .draft import Draft
from .presence import barred
from .rule import Rule

_LINE = re.compile(
    r"\s*(?:(?:deep|wide|away|back|short)\s+)?(?:(?:on|to|at)\s+(?:each|either|both)\s+(?:sides?|hands?|banks?)\s+)?"
    r"(?:from|of|off|to|behind)\s+"
    r"(?:each\s+side\s+of\s+)?(?:the\s+)?(?P<line>(?:[A-Z][\w’'-]*\s+){0,3}(?:Line|Border|Boundary))\b"
)
_MM = re.compile(r"(?P<mm>\d{2,3})\s*-?\s*(?:mm|millimet(?:er|re)s?)\b")
_KINDS = re.compile(
    r"\b(tanks?|guns?|cannons?|mortars?|howitzers?|artillery|rockets?|launchers?|missiles?)\b", re.IGNORECASE
)
_KEPT = re.compile(
    r"\b(?:withdr[ae]w|remov|pull|evacuat|keep|kept|ha(?:ve|s)|hold|held|station|deploy|stand|stay|remain|be\s+(?:found|within|nearer|\d|at\s)|come|lie|park|(?:shall|must|will|may)\s+(?:not\s+)?(?:place|put)|places?\s+no)\w*\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:except|unless|other\s+than|fir(?:e|es|ing)|if|additional|more\s+(?:troops|arms)|new|declar\w+|lists?)\b",
    re.IGNORECASE,
)
"""What keeps two rules apart: exceptions, fire, what is brought in, what is told."""


@dataclass(frozen=True)
class Reach:
    """How far from which line: of a zone, or of a rule."""

    line: str
    km: float


@dataclass(frozen=True)
class Kept:
    """A rule that keeps weapons so far from a line: which, by the definitions' terms or the kinds and calibre named."""

    sentence: Sentence
    terms: frozenset[str]
    kinds: frozenset[str]
    least_mm: int | None
    reach: Reach
    at: tuple[int, int]

    def concerns(self, other: Kept) -> bool:
        """Whether some weapon falls under both: one defined class, or one kind of calibres that overlap."""
        if self.terms & other.terms:
            return True
        return bool(self.kinds & other.kinds) and self.least_mm is not None and other.least_mm is not None


def _from_lines(words: str) -> Iterator[tuple[int, int, Reach]]:
    """Each distance from a line in ``words``: from where to where, how far and from which."""
    for start, end, distance in distances(words):
        line = _LINE.match(words, end)
        if line:
            yield start, line.end(), Reach(" ".join(line["line"].split()), distance.metres / 1000)


def reach_of_zones(draft: Draft) -> dict[str, Reach]:
    """The zones that a definition tells by their distance from a line, by their name in small letters."""
    told = ((each.term.casefold(), next(_from_lines(each.meaning), None)) for each in draft.definitions)
    return {term: first[2] for term, first in told if first is not None}


class TwoDistances(Rule):
    code = "D3.two-distances"
    title = "Two distances for one weapon"
    reference = "Checklist D3: two rules for one weapon; L7"
    applies_to = "rules that keep a class of weapons away from a line or out of a zone that is told by it"
    fix = "Give each weapon one distance, and let a class say 'except those listed below'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        zones = reach_of_zones(draft)
        rules = [kept for each in self._rules(draft) for kept in self._kept(draft, each, zones)]
        told = set()
        for one, other in combinations(rules, 2):
            if one.reach.line != other.reach.line or one.reach.km == other.reach.km or not one.concerns(other):
                continue
            both_read = _is_read(one.sentence) and _is_read(other.sentence)
            if both_read and not (_falls_short(one, other, rules) or _nearer_than_its_class(one, other)):
                continue  # L7.two-numbers has looked at the two
            if other.at[0] in told:
                continue
            told.add(other.at[0])
            for here, there in ((other, one), (one, other)):
                if here.at[1] > here.at[0]:  # and not a zone whose definition says how far
                    why = (
                        f"Here it is {here.reach.km:g} km from the {here.reach.line}, elsewhere {there.reach.km:g} km."
                    )
                    also = (there.sentence.provision,)
                    yield self.at(draft, *here.at, why, provision=here.sentence.provision, also=also)

    stands = re.compile(r"\b(?:stands?|stays?|remains?|(?:is|are)\s+kept|lies?)\s+(?:at|no|not|more|behind|outside)\b")

    def _rules(self, draft: Draft) -> Iterator[Sentence]:
        """What binds somebody, and what says in the present tense where weapons stand."""
        bound = {each.start for each in draft.duties}
        for each in draft.operative:
            told = each.form is SentenceForm.NOT_READ and self.stands.search(each.exact)
            if each.start in bound or told:
                yield each

    def _kept(self, draft: Draft, sentence: Sentence, zones: dict[str, Reach]) -> Iterator[Kept]:
        words = sentence.exact
        if not _KEPT.search(words) or _APART.search(words):
            return
        terms, kinds, mm = self._weapons(draft, words)
        if not terms and (not kinds or mm is None):
            return
        for start, end, reach in _from_lines(words):
            yield Kept(sentence, terms, kinds, mm, reach, (sentence.start + start, sentence.start + end))
        banned = re.search(r"\b(?:no|neither|not|nobody)\b", words, re.IGNORECASE)
        leaves = re.search(r"\b(?:withdr[ae]w|remov|mov|tak|pull|bring|evacuat)\w*\b", words, re.IGNORECASE)
        where = "(?:in|within|inside)" if banned else "(?:from|out of)"
        for zone, reach in zones.items() if (banned or leaves) and not distances(words) else ():
            if re.search(rf"\b{where}\s+(?:the\s+)?{re.escape(zone)}\b", words, re.IGNORECASE):
                yield Kept(sentence, terms, kinds, mm, reach, (sentence.start, sentence.start))

    def _weapons(self, draft: Draft, words: str) -> tuple[frozenset[str], frozenset[str], int | None]:
        """The defined classes named, the kinds, and the least calibre; of a defined class its kinds and calibre too."""
        terms = frozenset(each.term for each in draft.definitions if re.search(rf"\b{re.escape(each.term)}\b", words))
        means = " ".join([words, *(each.meaning for each in draft.definitions if each.term in terms)])
        calibre = _MM.search(means)
        kinds = frozenset(match[1].lower().rstrip("s") for match in _KINDS.finditer(means))
        weapons = frozenset(
            each.term
            for each in draft.definitions
            if each.term in terms and _KINDS.search(f"{each.term} {each.meaning}")
        )
        return weapons, kinds, int(calibre["mm"]) if calibre else None


class PlaceWithTwoRules(Rule):
    code = "D2.two-rules"
    title = "One place with two rules"
    severity = Severity.BLOCKER
    reference = "Checklist D2: overlapping zones with different rules; L2"
    applies_to = (
        "bans of all arms or troops from a zone, and permissions to have some there, also where an annex draws another "
        "zone on its ground"
    )
    fix = "Write the permission as an exception of the ban ('except ...'), or take one of them out."
    of_some = re.compile(
        r"\b(?:with|by|up\s+to)\s+(?:\w+\s+){0,3}?(?:teams?|persons?|people|members|staff|crews?|workers|engineers)\b[^.;]{0,40}"
        r"\b(?:without\s+(?:weapons|arms)|unarmed)\b",
        re.IGNORECASE,
    )
    """Those who do some work there have no arms: "by clearing teams of 12 persons without weapons"."""
    linked = re.compile(r"\b(?:except|unless|notwithstanding|however|other\s+than|save)\w*\b", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        zones = reach_of_zones(draft)
        names = dict.fromkeys([*zones, *(shape.name.casefold() for shape in draft.shapes)])
        terms = (each.term.casefold() for each in draft.definitions)
        names.update(dict.fromkeys(term for term in terms if "zone" in term))
        emptied = [
            (each, where)
            for each in draft.operative
            if "no_arms" in draft.concepts(each)
            and not self.of_some.search(each.exact)
            and not self.linked.search(each.exact)
            and (where := self._where(each, names, zones))
        ]
        for sentence in draft.operative if emptied else ():
            hits = draft.concepts(sentence)
            armed = "weapon" in hits or "armed_men" in hits
            if "may" not in hits or "neg" in hits or not armed or self.linked.search(sentence.exact):
                continue
            where = self._where(sentence, names, zones)
            ban = next((each for each, there in emptied if each is not sentence and where & there), None)
            if ban is not None:
                also = (ban.provision,)
                told = f"Provision {ban.provision}" if ban.provision else "Another sentence"
                why = f"{told} empties this place of all arms."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision, also=also)
        for both in barred(draft):
            here, there = both.put.sentence, both.ban.sentence
            if not both.same_place:
                told = f"provision {there.provision}" if there.provision else "another sentence"
                why = f"The annexes draw this place and '{both.ban.place}' on the same ground, which {told} keeps free."
                yield self.at(draft, here.start, here.end, why, provision=here.provision, also=(there.provision,))

    def _where(self, sentence: Sentence, names: dict[str, None], zones: dict[str, Reach]) -> frozenset[str]:
        """The zones and lines by which the sentence tells a place; a zone that is told by a line is at that line."""
        words = sentence.exact.casefold()
        named = {name for name in names if re.search(rf"\b{re.escape(name)}\b", words)}
        lines = {zones[name].line.casefold() for name in named if name in zones}
        lines.update(reach.line.casefold() for *_, reach in _from_lines(sentence.exact))
        return frozenset(named | lines)


def _falls_short(one: Kept, other: Kept, rules: Iterable[Kept]) -> bool:
    """Whether one is a ban from so near a line, and the weapons are nowhere drawn back so far as that."""
    banned = [each for each in (one, other) if each.sentence.form is SentenceForm.BAN]
    if len(banned) != 1:
        return False
    moved = [each.reach.km for each in rules if each.concerns(banned[0]) and each.sentence.form is not SentenceForm.BAN]
    return max(moved) < banned[0].reach.km


def _nearer_than_its_class(one: Kept, other: Kept) -> bool:
    """Whether both are bans, and a kind may come nearer than the class that takes it in; one that must stay farther
    away has a rule of its own beside that of the class."""
    if any(each.sentence.form is not SentenceForm.BAN for each in (one, other)) or bool(one.terms) == bool(other.terms):
        return False
    of_class, of_kind = (one, other) if one.terms else (other, one)
    return of_kind.reach.km < of_class.reach.km


def _is_read(sentence: Sentence) -> bool:
    """Whether the distance of the sentence was read with its obligation."""
    return any(each.place is not None and each.place.value.distance for each in sentence.obligations)


RULES: tuple[Rule, ...] = (TwoDistances(), PlaceWithTwoRules())
