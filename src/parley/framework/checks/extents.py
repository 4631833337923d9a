"""Zones that are set up or spoken of, and of which nobody knows how far they reach."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, Severity
from parley.text import patterns as re

from .draft import Draft
from .phrases import phrase
from .rule import Rule


class ZoneWithoutExtent(Rule):
    code = "D2.no-extent"
    title = "A zone of which nobody knows the borders"
    severity = Severity.BLOCKER
    reference = "Checklist D2: kind, geometry, who may be inside with what"
    applies_to = "sentences that set up a zone"
    fix = "Define it by an annexed map, or by distances from a line that is annexed."
    kinds = (
        "buffer|security|safety|demilitari[sz]ed|weapons-free|no-fly|exclusion|separation|neutral|protected|safe"
        "|protection|calm|quiet|no-fire"
        "|disengagement|(?:weapons?|arms|troops?)-free|restricted|closed|fishing"
    )
    places = "(?:zone|area|belt|strip|corridor|sector|perimeter|ground|circle|ring|quarter|airspace)"
    sets_up = phrase(
        f"(?:an? |the )?(?:{kinds}|[\\w-]+(?: [\\w-]+)?) {places}s? (?:[^.;]{{0,40}} )?(?:exists?|(?:shall be|is"
        f"|are|will be|is to be"
        f"|are to be) (?:hereby )?(?:established|created|set up|declared|formed|laid out))"
        f"|an? {places} of (?:safety|security|protection|exclusion|silence|quiet|neutrality|peace|separation)"
        f"|an? (?:\\w+ )?(?:{kinds}) {places}"
        f"|(?:establish|create|set up|declare|introduce|form|lay out|mark out)\\w*(?: of)? an? (?:\\w+ )?"
        f"(?:{kinds}) {places}"
        f"|there (?:shall be|is|will be|is to be) an? (?:\\w+ ){{0,2}}?{places}"
        f"|an? (?:\\w+ )?{places} (?:that is )?(?:free|clear|empty) of (?:all |any )?\\w+"
        "|the (?:surroundings|environs|vicinity|neighbourhood) of [^.;,]{2,40} (?:is|are|shall be|will be) "
        "(?:demilitari[sz]ed|neutrali[sz]ed|closed|free of)"
    )
    extent = re.compile(
        r"\d\s*(?:km|kilomet|m\b|met|mile|nautical)|\b(?:Annex|map|coordinates|bounded|limited\s+by"
        r"|between(?!\s+(?:the\s+)?(?:two\s+)?(?:troops|forces|armies|[Pp]arties|[Ss]ides|lines)\b)"
        r"|shown|consist"
        r"|compris|cover|defined|described|limits)\w*\b",
        re.IGNORECASE,
    )

    spoken_of = phrase(  # as if everybody knew where it lies
        "(?:in|into|inside|within|off|out of|through|across|over|from|to) (?:the )(?:\\w+ )?(?:buffer|security"
        "|safety|demilitari[sz]ed|no-fly"
        "|exclusion|separation|neutral|protected|quiet|prohibited|forbidden|restricted|closed|neutrali[sz]ed"
        "|no-go|danger|green|cordoned) "
        "(?:zones?|areas?|belts?|strips?|corridors?|waters|sectors?)"
        "|an? (?:\\w+ )?(?:buffer|security|safety|demilitari[sz]ed|no-fly|exclusion|separation|neutral|protected"
        "|quiet|neutrali[sz]ed) (?:area|belt"
        "|strip|corridor|sector|perimeter)[^.;]{0,40}(?:shall be|is|will be) (?:\\w+ )?(?:set up|established"
        "|created|declared|laid out)"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.sets_up.search(sentence.exact)
            spoken = self.spoken_of.search(sentence.exact) if match is None and draft.binds(sentence) else None
            if spoken and not self._laid_out(draft, spoken):
                why = "The text neither draws this zone nor says how far it reaches."
                yield self.on(draft, sentence, spoken, why)
            if match is None or any(self.extent.search(words) for words in self._on_it(draft, sentence)):
                continue
            zone = re.search(rf"[\w-]+\s+{self.places}s?", match.group(), re.IGNORECASE)
            if zone and not draft.named(zone.group()):
                why = "The zone has neither a map, nor coordinates, nor a distance from anything."
                yield self.on(draft, sentence, match, why)

    def _on_it(self, draft: Draft, sentence: Sentence) -> list[str]:
        """The sentence, and those close by that speak of the zone."""
        near = (each.exact for each in draft.close_to(sentence) if each is not sentence)
        return [sentence.exact, *(words for words in near if self.of_it.search(words))]

    of_it = re.compile(rf"^\W*(?:It|Its)\b|\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]uch|[Tt]hese)\s+(?:[a-z-]+\s+)?{places}s?\b")
    drawn = re.compile(
        r"\b(?:Annex|maps?|coordinates|bounded|limited\s+by|between|shown|defined|described)\b|\d\s*(?:km|kilomet|m\b)"
    )

    def _laid_out(self, draft: Draft, spoken: re.Match[str]) -> bool:
        """Whether the zone has a definition, or some sentence that names it says where it lies."""
        words = spoken.group().lower().split()
        zone = " ".join(words[-2:]) if words[0] not in ("a", "an") else " ".join(words[1:3])
        return draft.named(zone) or any(
            zone in each.exact.lower() and self.drawn.search(each.exact) for each in draft.framework.sentences
        )


RULES: tuple[Rule, ...] = (ZoneWithoutExtent(),)
