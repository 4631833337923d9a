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

_STAYS = re.compile(
    r"\b(?:keep|kept|hold|held|stay|remain|stand|station|leave|park|have|be\s+(?:kept|held|found|stationed))s?\b",
    re.IGNORECASE,
)
"""Where weapons are, and not how they get there."""


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
    least_mm: dict[str, int]
    """The calibre that is told for a kind; of a defined class the least of it."""
    reach: Reach
    at: tuple[int, int]
    first_day: int | None = None

    def concerns(self, other: Kept) -> bool:
        """Whether some weapon falls under both: one defined class, or one kind of calibres that overlap."""
        if self.terms & other.terms:
            return True
        of_class, of_kind = (self, other) if self.terms else (other, self)
        for kind in self.kinds & other.kinds:
            bound, told = of_class.least_mm.get(kind), of_kind.least_mm.get(kind)
            if bound is None:
                continue  # nobody can tell whether it has some of that kind
            if told is not None and (told == bound if not of_class.terms else of_kind.terms or told >= bound):
                return True
            if told is None and bool(self.terms) != bool(other.terms) and not of_kind.least_mm:
                return kind == "tank" or of_kind.reach.km > of_class.reach.km  # of another kind some are small
        return False


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
            if (both_read or not _is_told_by_calibre(one, other)) and not (
                (both_read and _falls_short(one, other, rules)) or _unlike_its_class(one, other)
            ):
                continue  # L7.two-numbers has looked at the two
            for here, there in ((other, one), (one, other)):
                if here.at[1] > here.at[0] and here.at[0] not in told:  # and no zone whose definition says how far
                    told.add(here.at[0])
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
            may = "may" in draft.concepts(each) and _STAYS.search(each.exact)
            if each.start in bound or told or may:
                yield each

    def _kept(self, draft: Draft, sentence: Sentence, zones: dict[str, Reach]) -> Iterator[Kept]:
        words = sentence.exact
        if not _KEPT.search(words) or _APART.search(words):
            return
        terms, kinds, mm = self._weapons(draft, words)
        if not terms and not kinds:
            return
        days = [first for _, _, first, _ in draft.days(sentence)]
        first_day = min(days, default=None)
        for start, end, reach in _from_lines(words):
            at = (sentence.start + start, sentence.start + end)
            yield Kept(sentence, terms, kinds, mm, reach, at, first_day)
        banned = re.search(r"\b(?:no|neither|not|nobody)\b", words, re.IGNORECASE)
        leaves = re.search(r"\b(?:withdr[ae]w|remov|mov|tak|pull|bring|evacuat)\w*\b", words, re.IGNORECASE)
        where = "(?:in|within|inside)" if banned else "(?:from|out of)"
        for zone, reach in zones.items() if (banned or leaves) and not distances(words) else ():
            if re.search(rf"\b{where}\s+(?:the\s+)?{re.escape(zone)}\b", words, re.IGNORECASE):
                yield Kept(sentence, terms, kinds, mm, reach, (sentence.start, sentence.start), first_day)

    def _weapons(self, draft: Draft, words: str) -> tuple[frozenset[str], frozenset[str], dict[str, int]]:
        """The defined classes named, the kinds, and their calibres; of a defined class its kinds and calibres too."""
        terms = frozenset(each.term for each in draft.definitions if re.search(rf"\b{re.escape(each.term)}s?\b", words))
        means = "; ".join([words, *(each.meaning for each in draft.definitions if each.term in terms)])
        least: dict[str, int] = {}
        kinds = [(match.start(), match[1].lower().rstrip("s")) for match in _KINDS.finditer(means)]
        before = 0
        for calibre in _MM.finditer(means):
            for at, kind in kinds:
                if before <= at < calibre.start():
                    least[kind] = min(int(calibre["mm"]), least.get(kind, 1000))
            before = calibre.end()
        weapons = frozenset(
            each.term
            for each in draft.definitions
            if each.term in terms and _KINDS.search(f"{each.term} {each.meaning}")
        )
        return weapons, frozenset(kind for _, kind in kinds), least


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


def _is_told_by_calibre(one: Kept, other: Kept) -> bool:
    """Whether each of the two is told by a class or a calibre, and not by a kind alone."""
    return all(each.terms or each.least_mm for each in (one, other))


def _unlike_its_class(one: Kept, other: Kept) -> bool:
    """Whether a kind is kept at another distance than the class that takes it in, or a class than elsewhere, from the
    same day on."""
    if not (one.terms or other.terms) or not all(_stays_away(each.sentence) for each in (one, other)):
        return False
    if one.first_day is not None and other.first_day is not None and one.first_day != other.first_day:
        return False  # first so far, later farther
    if one.terms and other.terms:
        return bool(one.terms & other.terms)
    of_class, of_kind = (one, other) if one.terms else (other, one)
    may = re.search(r"\b(?:may|can)\s+(?!not\b)", of_kind.sentence.exact) is not None
    return of_kind.reach.km < of_class.reach.km or not may


def _stays_away(sentence: Sentence) -> bool:
    """Whether a sentence says where weapons stand, and not how far they are drawn back."""
    return sentence.form is SentenceForm.BAN or _STAYS.search(sentence.exact) is not None


def _is_read(sentence: Sentence) -> bool:
    """Whether the distance of the sentence was read with its obligation."""
    return any(each.place is not None and each.place.value.distance for each in sentence.obligations)


RULES: tuple[Rule, ...] = (TwoDistances(), PlaceWithTwoRules())
