"""A framework as the checks look at it: who binds whom, what is defined, what runs when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from parley.model import (
    CheckProfile,
    Definition,
    Duration,
    Framework,
    Modality,
    Obligation,
    Sentence,
    SentenceForm,
    Severity,
    Shape,
)
from parley.text import day_counts, durations
from parley.text import patterns as re
from parley.text.party_word import with_party, word_for_parties

from .concepts import Hits, concepts_in, joined
from .defined import definitions_in
from .instants import DAY, instants
from .introduced import (
    any_of,
    bodies_introduced,
    called_in,
    fronts_of,
    short_name,
    this_text_in,
    without_drawn,
    without_fronts,
    without_terms,
    without_this_text,
)
from .limits import Step, steps
from .marks import commanded, marks
from .phrases import phrase
from .profiles import chosen, kinds
from .spoken import Spoken
from .steps import Names
from .words import Words

_DUTY = re.compile(
    r"\b(?:shall|must|undertakes?\s+(?:not\s+)?to|agrees?\s+(?:not\s+)?to|commits?\s+(?:itself\s+"
    r"|themselves\s+)?to|will"
    r"|(?:is|are)\s+to|(?:duty|task|responsibility)\s+of\s+[^.;,]{2,60}?\s+to"
    r"|bans?\s+(?:is\s+to\s+be\s+introduced\s+)?on|may\s+not|can\s?not|(?:[Nn]either|[Nn]o|[Nn]obody"
    r"|[Nn]othing)\b[^.;:]{0,80}?\s(?:may|can)"
    r"|(?:is|are)\s+(?:strictly\s+)?(?:forbidden|prohibited|banned))\b"
)
_STOP = re.compile(
    r"\b(?:cease-?\s?fire|cessation\s+of|truce|armistice|pause|cease\s+(?:all\s+)?(?:fire|hostil"
    r"|(?:hostile\s+)?military))"
    r"(?!\s+(?:area|zone|board|commission|committee|mechanism|line|order|office)s?\b)",
    re.IGNORECASE,
)
_THE_TEXT = re.compile(
    r"\b(?:agreement|memorandum|cease-?\s?fire|cessation|truce|armistice|pause|accord|protocol|document|declaration"
    r"|treaty|text|pact|understanding|settlement|convention|concordat|covenant|compact|charter|arrangement|instrument)\b"
    r"|\b(?:this|the\s+present|these)\s+(?:order|rules|points|articles|terms|deal|instruction|statement|paper)\b",
    re.IGNORECASE,
)
_LASTS = phrase("{lasts}")
_HOLDS_UNTIL = re.compile(
    r"\b(?:(?:lasts?|holds?|runs?|continues?|endures?|(?:is|are|remains?|stays?|continues?)\s+in\s+(?:force|effect))\s+(?:[\w:()+]+\s+){0,6}?"
    r"(?:until|till|through|up\s+to)|(?:ends?|expires?|lapses?)\s+(?:on|at|with))\s",
    re.IGNORECASE,
)
"""What stands before the last day of a text."""
_IN_FORCE = phrase("in(?:to)? force|tak(?:e|es|ing) effect|becomes? (?:binding|effective)")
_RENEWS = phrase("(?:is|are|be|and) (?:\\w+ )?(?:extended|renewed|prolonged|continued)|renews itself|more each time")
_A_PAUSE_OF = phrase(
    "(?:pause|lull|truce|silence|quiet) of|[\\w-]*[ -](?:hours?|days?)[ -](?:\\w+ )?(?:pause|lull|truce)"
)
_FOR = re.compile(
    r"\bfor\s+(?:a\s+period\s+of\s+|the\s+next\s+)?(?:\d|[a-z]+(?:-[a-z]+)?\s+(?:hours|days))", re.IGNORECASE
)
_UNLIMITED = phrase("without (?:any )?(?:limit|term)\\w*|unlimited|indefinite\\w*|permanent\\w*|for good")

_MODAL = re.compile(r"\b(?:shall|must|will|may|can|cannot|should|might|(?:is|are)\s+to)\b", re.IGNORECASE)
_ALLOWS = re.compile(
    r"^(?!.*\b(?:not|no|neither|nothing)\b).*\b(?:may|can|is\s+allowed|are\s+allowed|permitted)\b", re.I | re.S
)

_FORBIDS = re.compile(
    r"\b(?:neither|no\s+part(?:y|ies)|nobody|(?:shall|may|must|do|does)\s+not|refrain|abstain|forbidden|prohibited)\b",
    re.I,
)
"""What introduces a list of what is not to be done."""
_OF_PARTIES = re.compile(r"\bPart(?:y|ies)\b")

_GOES_ON = re.compile(r"\W*(?:It|They|He|This|These|Those|Such|Its|Their|His|There|Then|So)\b")
"""How a sentence opens that speaks of what the one before it names."""

_FEW = 2
"""So many sentences tell nothing yet of how a text commands."""

SHORT = Duration(days=7)
"""A pause up to a week is short: it needs less than a cease-fire that has to carry a peace."""

MONTH = Duration(days=30)
"""A text that holds for longer has to say how it is changed and read, and what outlives it."""


class Draft(Words):
    """``framework`` with the shapes of its annexes, and what several checks ask of them.

    ``profile`` names the kind of text it is taken for; by default the text itself shows that. ``unusable`` says of
    the files of annexes, by their paths, why nothing can be had from them.
    """

    def __init__(
        self,
        framework: Framework,
        shapes: Sequence[Shape] = (),
        profile: str | None = None,
        unusable: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(framework)
        self.shapes = tuple(shapes)
        self._wanted = profile
        self.unusable = unusable or {}
        self.notes: dict[str, object] = {}
        """What several rules make of the draft once, by name."""

    @cached_property
    def profile(self) -> CheckProfile:
        """The kind of text that this one is taken for, and why."""
        lasts = None
        if self.is_short and self.term:
            hours = int(self.term[1].timedelta.total_seconds() // 3600)
            lasts = f"{hours} hours" if hours % 24 or hours <= 48 else f"{hours // 24} days"
        return chosen(self.framework, self._wanted, lasts)

    def needs(self, code: str, severity: Severity) -> bool:
        """Whether a text of this kind has to speak of an item."""
        kind = kinds()[self.profile.name]
        return kind.needs_item(code, severity) or (code in kind.long and self.is_long)

    def concepts(self, sentence: Sentence) -> Hits:
        """What the sentence speaks of: concepts.toml, and ``when``, ``article``, ``annex``, ``calibre``, ``past``
        where it names a time, a provision, an annex, a calibre or range, or a year before the text's own; ``ban`` where
        it was read as one and ``in_list`` for an item of a list."""
        known = self._concepts.get(sentence.start)
        if known is None:
            told = marks(sentence.exact, self.framework, self.days(sentence))
            if sentence.form is SentenceForm.BAN:
                told["ban"] = [(0, 0)]
            if sentence.form is SentenceForm.DUTY and not _DUTY.search(sentence.exact):
                told["must"] = commanded(sentence)
            elif head := self._present_command(sentence):
                told["must"] = [(head.end(), head.end())]
            if bands := [match.span() for match in self._irregular.finditer(sentence.exact)]:
                told["irregulars"] = told["hired_arms"] = bands
            if self.in_list(sentence):
                told["in_list"] = [(0, 0)]
                if _ALLOWS.search(self.introduction(sentence)):
                    told["may"] = told["allows"] = [(0, 0)]
                if _FORBIDS.search(self.introduction(sentence)):
                    told["neg"] = told["ban"] = [(0, 0)]
                if _OF_PARTIES.search(self.introduction(sentence)):
                    told["of_parties"] = [(0, 0)]
            words = self._named_bodies.sub(lambda match: "\0" * len(match.group()), self._with_parties(sentence.exact))
            found = without_fronts(words, concepts_in(words, self._called, told), self._fronts)
            found = without_terms(words, found, self._terms)
            found = without_this_text(words, found, self._this_text)
            known = self._concepts[sentence.start] = without_drawn(sentence.exact, found, self._drawn)
        return known

    @cached_property
    def _fronts(self) -> re.Pattern[str]:
        return fronts_of(each.term for each in self.definitions)

    @cached_property
    def _irregular(self) -> re.Pattern[str]:
        """The terms that by their definition take in irregular or allied forces, or whoever a party commands."""
        told = ((each.term, concepts_in(each.meaning)) for each in self.definitions)
        irregular = (term for term, hits in told if "hired_arms" in hits or {"its_grip", "armed_units"} <= hits.keys())
        return re.compile(any_of(irregular).pattern, re.IGNORECASE)  # plain texts write "its fighters"

    @cached_property
    def _drawn(self) -> re.Pattern[str]:
        """The terms of lines that an annex shows or that somebody records: they do not move with the posts."""
        return any_of(each.term for each in self.definitions if _DRAWN.search(each.meaning))

    @cached_property
    def _this_text(self) -> re.Pattern[str]:
        return this_text_in(self.framework.text, self.framework.title or "")

    @cached_property
    def _terms(self) -> re.Pattern[str]:
        return any_of(each.term for each in self.definitions)

    @cached_property
    def _concepts(self) -> dict[int, Hits]:
        return {}

    def days(self, sentence: Sentence) -> list[tuple[int, int, int, int]]:
        """The days and dates in the sentence that count from D-day, as :func:`instants.instants` tells them."""
        known = self._days.get(sentence.start)
        if known is None:
            known = self._days[sentence.start] = instants(sentence.exact, self.framework)
        return known

    @cached_property
    def _days(self) -> dict[int, list[tuple[int, int, int, int]]]:
        return {}

    @cached_property
    def _called(self) -> dict[str, str]:
        """The single words by which the text calls its parties, others and bodies, each with its concept."""
        return called_in(self.framework, self.names, self.operative, self.definitions)

    @cached_property
    def _named_bodies(self) -> re.Pattern[str]:
        """The names of bodies up to their last word, which alone counts: "the Watch Mission" watches nothing yet."""
        names = (re.split(r"\s[a-z]+\s", body.name)[0].split() for body in self.framework.bodies)
        fronts = {" ".join(words[:-1]) + f"(?= {words[-1]}\\b)" for words in names if len(words) > 1}
        return re.compile(rf"\b(?:{'|'.join(sorted(fronts, key=len, reverse=True)) or '(?!)'})")

    @cached_property
    def nameless(self) -> dict[int, str]:
        """The words of each operative sentence, by its start, with "Party" in the place of a party's name.

        Of the same length, with blanks before it, so that what is found in them stands at the same place in the text.
        """
        names = [name for name in self.names.of_parties if len(name) >= len("Party")]
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)")
        return {
            sentence.start: pattern.sub(
                lambda match: "Party".rjust(len(match.group())), self._with_parties(sentence.exact)
            )
            for sentence in self.operative
        }

    def plain(self, sentence: Sentence) -> str:
        """The words of a sentence with "Party" for the text's own word for one, everything at its place."""
        return self._with_parties(sentence.exact)

    def _with_parties(self, words: str) -> str:
        """The words with "Party" for the text's own word for one, of the same length."""
        return words if self._word_for_parties is None else with_party(words, self._word_for_parties)

    @cached_property
    def _word_for_parties(self) -> re.Pattern[str] | None:
        parties, others = self.framework.parties, (*self.framework.others, *self.framework.bodies)
        return word_for_parties(self.framework.text, [one.name for one in parties], [one.name for one in others])

    @cached_property
    def spoken(self) -> Spoken:
        """Which of the telling sentences speak of what."""
        return Spoken({sentence.start: self.concepts(sentence) for sentence in self.telling})

    @cached_property
    def going_on(self) -> dict[int, tuple[Sentence, Hits]]:
        """The sentences that go on about what another one names, by their starts, each with that one and the concepts
        of both: items of a list with what introduces them, and "They ..." with the sentence before it."""
        found: dict[int, tuple[Sentence, Hits]] = {}
        for sentence in self.telling:
            lead = self.introducing(sentence)
            if lead is None and _GOES_ON.match(sentence.exact):
                lead = self.just_before(sentence)
            if lead is not None:
                hits = joined(lead.exact, self.concepts(lead), self.concepts(sentence))
                found[sentence.start] = lead, hits
        return found

    @cached_property
    def spoken_on(self) -> Spoken:
        """Which of these speak of what, together with what they go on about."""
        return Spoken({start: hits for start, (_, hits) in self.going_on.items()})

    @cached_property
    def duties(self) -> tuple[Sentence, ...]:
        """The sentences that bind somebody: those read so, and unread ones that are worded so."""
        return tuple(sentence for sentence in self.operative if self.binds(sentence))

    @cached_property
    def _in_present(self) -> bool:
        """Whether the text mostly commands in the present tense: "Each Party opens its post by D+3"."""
        plain = [bool(_DUTY.search(each.exact)) for each in self.operative if each.form is SentenceForm.DUTY]
        return len(plain) > 2 * sum(plain) and len(plain) > _FEW

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        """Who may open a sentence that commands: parties, others and bodies."""
        others = (*self.framework.others, *self.framework.bodies)
        names = "|".join(sorted({re.escape(short_name(each.name)) for each in others})) or "(?!)"
        return re.compile(
            rf"(?:[^.;:]{{0,60}},\s+|(?:Then|After\s+that|From\s+that\s+day)\s+)?"
            rf"(?i:(?:each|every|no|neither|both|the|a|an|either|other)\s+)*(?:\w+\s+){{0,2}}?(?:Part(?:y|ies)|{names})"
            r"(?=\s+(?!(?:is|are|has|have|was|were|had|means?|of|and|or)\b)[a-z]+\b)"
        )

    def _present_command(self, sentence: Sentence) -> re.Match[str] | None:
        """Who opens a sentence that wasn't read, where it commands as its text does, without "shall"."""
        if sentence.form is not SentenceForm.NOT_READ or not self._in_present or _MODAL.search(sentence.exact):
            return None
        return self._heads.match(self.nameless[sentence.start])

    def binds(self, sentence: Sentence) -> bool:
        if sentence.form in (SentenceForm.DUTY, SentenceForm.BAN):
            return True
        if any(o.modality and o.modality.value is not Modality.MAY for o in sentence.obligations):
            return True
        if sentence.form is not SentenceForm.NOT_READ:
            return False
        return bool(_DUTY.search(sentence.exact)) or self._present_command(sentence) is not None

    @cached_property
    def obligations(self) -> tuple[tuple[Sentence, Obligation], ...]:
        return tuple((sentence, each) for sentence in self.framework.sentences for each in sentence.obligations)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """What the sentences demand, with limits and conditions."""
        return steps(self.framework, self.names, self.days, self.items_of)

    @cached_property
    def party_ids(self) -> frozenset[str]:
        return frozenset(party.id for party in self.framework.parties) | {"the Parties"}

    def bearers(self, obligation: Obligation) -> frozenset[str]:
        return frozenset(obligation.bearer.value) if obligation.bearer else frozenset()

    @cached_property
    def stops(self) -> tuple[Sentence, ...]:
        """The sentences about the stopping of fire itself."""
        return tuple(sentence for sentence in self.operative if _STOP.search(sentence.exact))

    def about_the_text(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of this text or of the cease-fire, and not of some other law."""
        return bool(_THE_TEXT.search(sentence.exact) or self._called_itself.search(sentence.exact))

    @cached_property
    def _called_itself(self) -> re.Pattern[str]:
        """ "This" before a word of the title: "these Minutes", "the present Heads"."""
        words = {re.escape(word) for word in re.findall(r"\b[A-Z]\w{3,}", self.framework.title or "")}
        return re.compile(rf"\b(?:[Tt]his|[Tt]hese|[Tt]he\s+present)\s+(?:{'|'.join(sorted(words)) or '(?!)'})\b")

    @cached_property
    def term(self) -> tuple[Sentence, Duration] | None:
        """How long the text holds from its start, where it says so in a number, and the sentence that does."""
        before: Sentence | None = None
        for sentence in self.operative:
            worded = sentence.form is SentenceForm.DURATION or self.about_the_text(sentence)
            if not worded and before is not None and sentence.exact.startswith("It "):  # "It lasts 90 days."
                worded = before.form is SentenceForm.ENTRY_INTO_FORCE or bool(_IN_FORCE.search(before.exact))
            before = sentence
            lasts = _LASTS.search(sentence.exact) if worded else None
            for start, _, value in durations(sentence.exact) if lasts else ():
                if lasts and 0 <= start - lasts.end() < 30:
                    return sentence, value
            ends = _HOLDS_UNTIL.search(sentence.exact) if worded else None
            for start, _, first, last in self.days(sentence) if ends else ():
                if ends and 0 <= start - ends.end() < 30 and first > 0:
                    return sentence, Duration(days=last // DAY)
        return self._of_a_pause()

    def _of_a_pause(self) -> tuple[Sentence, Duration] | None:
        """How long a pause lasts that its title, its opening or its first ban tells: "shall not fire for 24 hours"."""
        if not self.operative:
            return None
        told = [(self.operative[0], self.framework.title or "", _A_PAUSE_OF)]
        told += [(each, each.exact, _A_PAUSE_OF) for each in self.operative]
        told += [(each, each.exact, _FOR) for each in self.operative if each.form is SentenceForm.BAN][:1]
        for sentence, words, pattern in told:
            for start, end, value in durations(words) if pattern.search(words) else ():
                around = words[max(0, start - 40) : end + 20]
                if pattern.search(around) and not value.months and value.timedelta <= SHORT.timedelta:
                    return sentence, value
        return None

    @cached_property
    def renews(self) -> bool:
        """Whether the text says that it is extended."""
        return any(_RENEWS.search(sentence.exact) and self.about_the_text(sentence) for sentence in self.operative)

    @cached_property
    def is_short(self) -> bool:
        """Whether the text is a short pause that isn't extended."""
        if self.term is None or self.renews:
            return False
        length = self.term[1]
        return not length.months and length.timedelta <= SHORT.timedelta

    @cached_property
    def is_long(self) -> bool:
        """Whether the text is to hold for more than a month: long enough to be changed, read and outlived."""
        if self.term is None:
            return any(_UNLIMITED.search(each.exact) and self.about_the_text(each) for each in self.operative)
        return self.renews or bool(self.term[1].months) or self.term[1].timedelta > MONTH.timedelta

    @cached_property
    def uses_d_day(self) -> Sentence | None:
        """The first sentence that counts from D-day."""
        return next((sentence for sentence in self.operative if day_counts(sentence.exact)), None)

    def named(self, words: str) -> bool:
        """Whether a definition, an actor, a body or a shape has this name (singular or plural)."""
        return _key(words) in self._names

    @cached_property
    def capitalised(self) -> Counter[str]:
        """How often each word with a capital stands in a sentence and doesn't open it."""
        return Counter(re.findall(r"(?<=[a-z,] )[A-Z]\w*", self.framework.text))

    @cached_property
    def names(self) -> Names:
        """Who is named in a phrase."""
        return Names(self.framework)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """What terms mean, as :func:`defined.definitions_in` tells it."""
        return definitions_in(self.framework, self.operative)

    @cached_property
    def _names(self) -> frozenset[str]:
        framework = self.framework
        actors = (*framework.parties, *framework.others, *framework.bodies)
        names = [definition.term for definition in self.definitions]
        names += [name for actor in actors for name in (actor.id, actor.name)]
        names += [shape.name for shape in self.shapes]
        names += bodies_introduced(framework.text)
        names += [match[1] for pattern in (_SHORT_NAME, _NAMED_LAST) for match in pattern.finditer(framework.text)]
        return frozenset(_key(name) for name in names)


_DRAWN = re.compile(r"\b(?:Annex|map|coordinates|recorded|drawn|points?)\b|\d°", re.IGNORECASE)
_NAMED_LAST = re.compile(r"\b(?:is|are|called|termed)\s+(?:an?\s+|the\s+)?\*\*([^*\n]{2,60})\*\*")
"""A term that stands behind what it means: "every other Breach is a **Minor Breach**"."""
_SHORT_NAME = re.compile(r"\(\s*(?:hereinafter\s+)?(?:the\s+)?[\"“'‘]\s*(?:the\s+)?([^\"”'’\n]{2,60})[\"”'’]")


def _key(words: str) -> str:
    plain = re.sub(r"^(?:the|an?)\s+", "", words.strip(), flags=re.IGNORECASE)
    plain = re.sub(r"^(?:two|three|four|five|six|seven|nine|twelve)\s+", "", plain, flags=re.IGNORECASE)
    return " ".join(re.sub(r"(?:ie|y)$", "i", re.sub(r"(?<=[^s])s$", "", word)) for word in plain.casefold().split())
