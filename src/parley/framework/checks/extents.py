"""Zones that are set up or spoken of, and of which nobody knows how far they reach."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm, Severity
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
        "(?:in|into|inside|within|off|out of|through|across|over|from|to|respects?|enters?|leaves?|avoids?|observes?"
        "|cross(?:es)?|patrols?|guards?|vacates?|clears?) (?:the )(?:\\w+ )?(?:buffer|security"
        "|safety|demilitari[sz]ed|no-fly"
        "|exclusion|separation|neutral|protected|quiet|prohibited|forbidden|restricted|closed|neutrali[sz]ed"
        "|no-go|danger|green|cordoned) "
        "(?:zones?|areas?|belts?|strips?|corridors?|waters|sectors?|perimeters?|circle)"
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

        yield from self._by_nearness(draft)

    zone = re.compile(r"\b(?:Zone|Belt|Strip|Buffer|Sector|Perimeter)s?$")
    near = phrase(
        "(?:along|near|around|beside|alongside|next to|close to|adjacent to|adjoining|bordering|on (?:both|either"
        "|each)"
        " sides? of"
        "|in the (?:vicinity|neighbourhood|proximity|area|surroundings|region) of|at (?:a )?(?:some|short|safe"
        "|certain|suitable"
        "|sufficient) distance|not far (?:from|off)|within (?:sight|reach|range) of|behind|in front of|on) [^.;]{2,60}"
    )

    def _by_nearness(self, draft: Draft) -> Iterator[Finding]:
        """Zones that are defined by lying near something, without saying how far they reach."""
        for each in draft.definitions:
            if not self.zone.search(each.term) or not self.near.search(each.meaning) or _located(each.meaning):
                continue
            sentence = draft.holding(each.span)
            if sentence is None or any(self.extent.search(words) for words in self._on_it(draft, sentence)):
                continue
            told = re.compile(
                rf"\b{re.escape(each.term)}\b[^.;]{{0,80}}\b(?:Annex|maps?|coordinates|corners?|wide|width)\b"
                rf"|\bwidth\b"
            )
            if any(told.search(one.exact) for one in draft.operative if one is not sentence):
                continue
            why = f"Nobody can tell from this how far '{each.term}' reaches."
            yield self.at(draft, each.span.start, each.span.end, why, provision=sentence.provision)

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


_LOCATES = re.compile(
    r"\d|\b(?:Annex|maps?|charts?|coordinates|corners?|points|bounded|limits?|limited|between|shown|drawn|marked"
    r"|consist\w*|compris\w*"
    r"|whole|entire|all\s+of|described|defined|width|wide|kilomet\w+|miles?|hundred|thousand|one|two|three|four"
    r"|five|ten|twenty)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(r"^.*?\b(?:means?|denotes?|is|are|understood\s+to\s+be|mean)\b", re.DOTALL)


def _located(meaning: str) -> bool:
    """Whether the words by which a place is defined tell where it ends: by numbers, a map, names of what bounds it."""
    return _LOCATES.search(meaning) is not None


def _named(meaning: str) -> bool:
    """Whether some name stands in it: "the municipality of Brusk" can be found on a map."""
    words = _MEANS.sub("", meaning, count=1)
    return re.search(r"(?<=[a-z,]\s)(?!Part(?:y|ies)\b|Sides?\b)[A-Z]", words) is not None


class LineByPosts(Rule):
    """A line that is defined by where the troops are: it is another one each day, and for each side."""

    code = "D1.by-posts"
    title = "A line that lies where the posts are"
    severity = Severity.BLOCKER
    reference = "Checklist D1: one line, geometry annexed; a line 'as of today' unrecorded"
    applies_to = "definitions of lines"
    fix = "Record it: 'the line recorded by the Commission on D-day and shown in Annex A'."
    is_line = re.compile(
        r"\W*(?:the|a|that|those|any|all)\s+(?:[\w-]+\s+){0,4}?"
        r"(?:lines?|front|front-?lines?|boundar(?:y|ies)|limits?|positions|posts|trenches)\b",
        re.IGNORECASE,
    )
    by_posts = re.compile(
        r"\b(?:posts?|outposts?|positions?|trench(?:es)?|forces|troops|units|fronts?|front-?lines?|contact|stands?"
        r"|stood|holds?|held"
        r"|occup\w+|fac(?:e|es|ing)|confront\w*|separat\w+|divid\w+|advanced|forward|foremost|reached|boundary"
        r"|runs?|agreed|former|old"
        r"|present|current|existing|known)\b",
        re.IGNORECASE,
    )
    fixed = re.compile(
        r"\b(?:Annex|maps?|charts?|sketch|coordinates|points?\s+(?-i:[A-Z])|record\w*|survey\w*|drawn|shown|traced"
        r"|marked|mapped|described"
        r"|delimited|rivers?|stream|lake|canal|railway|road|street|highway|middle\s+of|watershed|parallel|meridian"
        r"|shore|coast|low-water"
        r"|(?:Article|Resolution|Decree|Agreement|Protocol|Treaty)\b[^.;]*\d)\b|\d\s*(?:°|km\b|nautical)",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for definition in draft.definitions:
            named = re.search(r"\b(?:line|front)\b", definition.term, re.IGNORECASE)
            if not (named and self.is_line.match(definition.meaning) and self.by_posts.search(definition.meaning)):
                continue
            if self.fixed.search(definition.meaning) or self._recorded(draft, definition.term):
                continue
            why = f"'{definition.term}' moves with the posts of either side, and nothing says where it ran and when."
            yield self.on_definition(draft, definition, why)

    def _recorded(self, draft: Draft, term: str) -> bool:
        """Whether some sentence says that the line is drawn or who records it."""
        name, it = re.escape(term), r"\W*(?:It|This|That)\b[^.;]*"
        told = re.compile(
            rf"\b{name}\b[^.;]{{0,60}}\b(?:Annex|maps?|coordinates|record\w*|survey\w*|traced)\b"
            rf"|\b(?:record|survey|trace|map|chart|mark|draw)\w*\b[^.;]{{0,40}}\b{name}\b",
            re.IGNORECASE,
        )
        goes_on = re.compile(rf"{it}\b(?:Annex|maps?|coordinates|record\w*|survey\w*|traced)\b")
        return any(
            (told.search(each.exact) and each.form is not SentenceForm.DEFINITION)
            or (goes_on.match(each.exact) and (lead := draft.just_before(each)) is not None and term in lead.exact)
            for each in draft.operative
        )


class AreaByEvents(Rule):
    code = "C8.by-events"
    title = "An area that is told by what happens there"
    severity = Severity.BLOCKER
    reference = "Checklist C8: where the agreement applies, by coordinates, map or named units"
    applies_to = "definitions of areas"
    fix = "Give its corners, name its districts, or draw it: 'the area shown in Annex A'."
    area = re.compile(r"\b(?:Area|Region|Territory|Theatre|District|Coast|Waters|Front)s?(?:\s+of\b.*)?$")
    bounded = re.compile(
        r"\d|\b(?:Annex|maps?|coordinates|corners?|bounded|limits?|districts?|provinces?|municipalit\w+|count(?:y|ies)"
        r"|cantons?"
        r"|islands?|between|whole|entire|all\s+of)\b",
        re.IGNORECASE,
    )
    events = phrase(
        "(?:parts?|places?|areas?|stretches|localities|villages|districts|regions|ground|territor(?:y|ies)"
        "|waters)(?: of [^.;,]{2,30})? "
        "(?:where|in which|on which|over which|that|which) [^.;]{2,60}"
        "|(?:zone|area|region|theatre|scene|seat|field)s? of (?:the )?(?:\\w+ )?(?:conflict|hostilities|war|operations"
        "|fighting|combat"
        "|confrontation|crisis|contact|dispute)"
        "|(?:adjacent|adjoining|neighbouring|surrounding|nearby|bordering|contiguous)(?: \\w+)?|(?:vicinity"
        "|surroundings|environs|neighbourhood)"
    )

    whole = re.compile(r"\b(?:Area|Region|Territory|Theatre|Zone)s?(?:\s+of\b.*)?$")
    anything = re.compile(r"\b(?:the|an?|all|any|those|that)\s+\w+", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for each in draft.definitions:
            match = self.events.search(each.meaning) if self.area.search(each.term) else None
            if (
                match is None
                and self.whole.search(each.term)
                and not _named(each.meaning)
                and not _located(each.meaning)
            ):
                match = self.anything.search(each.meaning)
            if match and not self.bounded.search(each.meaning) and not draft.named(each.meaning):
                why = f"'{match.group()}' has no borders, so nobody knows where the text holds."
                yield self.on_definition(draft, each, why)


RULES: tuple[Rule, ...] = (ZoneWithoutExtent(), LineByPosts(), AreaByEvents())
