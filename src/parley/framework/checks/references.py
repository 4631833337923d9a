"""References to annexes, articles and zones that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from parley.model import Finding, Relation, Sentence, Severity, provision_number
from parley.text import patterns as re
from parley.text.citing import ELSEWHERE, Cited, by_heading, heading_key, provisions_cited

from .draft import Draft
from .phrases import phrase
from .rule import Rule
from .steps import stems

_ANNEX = re.compile(
    r"\b(?:Annex(?:es)?|Appendi(?:x|ces)|Schedules?|Attachments?"
    r"|Enclosures?)\s+(?P<letters>[A-Z0-9]{1,5}\b(?:(?:\s*,\s*|\s+(?:and|to"
    r"|or)\s+)[A-Z0-9]{1,5}\b(?!\s*-?\s*(?:k?m\b|kilomet|met(?:re|er)|mile|nautical|day|hour|[a-z]+s\b)|[:,.]\d))*)"
    r"|\b(?:annexed|attached|appended)\s+(?:\w+\s+){0,4}?(?:under|as|with|by)\s+(?:the\s+)?letter\s+(?P<letter>[A-Z])\b"
)
_DIVISIONS = re.compile(
    r"\b(?P<kind>Part|Chapter|Title|Book)\s+(?P<number>[IVXLC]{1,7}|[A-Z]|One|Two|Three|Four|Five|Six|Seven|Eight"
    r"|Nine|Ten"
    r"|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|\d{1,2})\b"
)
_WHAT = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]hose)\s+(?:(?:ban|prohibition|restriction|limit|rule)s?\s+(?:on|of)\s+)?(?P<what>(?:[a-z-]{4,}\s+)??(?!(?:provision|term|condition|obligation|dut|requirement|commitment|"
    r"undertaking|procedure|measure|task|rule|act|matter|purpose|period|time|limit|date|day|deadline|violation|breach|"
    r"paragraph|sentence|point|item|list|subject|object|scope|meaning|sense|beginning|end|text|wording|part|case|fulfil|"
    r"implementation|application|performance|execution|observance|suspension|extension|exception|right|step|work|"
    r"mechanism|arrangement|distance|place|area|zone|definition|question|reference|content|principle|aim|goal|"
    r"record|operation|word|effect|force|validity|spirit|letter|result|basis|framework|movement|team|person|unit|organ|bod(?:y|ies)\b|function|conduct)\w*\b)"
    r"[a-z-]{4,}|[A-Z][a-z]{3,}),?\s+(?:(?:(?:which|that)\s+(?:is|are)\s+)?(?:established|set\s+up|created|instituted"
    r"|constituted|founded|formed|opened|provided(?:\s+for)?|foreseen|laid\s+down|prescribed|defined"
    r"|ordered|regulated|stipulated|drawn|named|listed|mentioned|specified|indicated|enumerated|called\s+for"
    r"|(?P<done>[a-z]{2,}(?:ed|en|wn|de|ld|nt|und)))\s+(?:by|in|under|pursuant\s+to|in\s+accordance\s+with|according\s+to)\s+"
    r"|(?:of|under|in|which|that)\s+|\()\Z"
)
_MAKES = re.compile(
    r"\s+(?:establishes|creates|sets\s+up|institutes|constitutes|founds|provides\s+for|lays\s+down|prescribes|describes"
    r"|names|orders|regulates|opens|excepts|allows)\b"
)
"""What an article does with the thing "which Article 5 creates"."""


_OF_ANY_ANNEX = stems(
    "text copy document paper part form agreement article annex party shown listed named given set out"
)


class MissingAnnex(Rule):
    code = "K7.annex-missing"
    title = "An annex that does not exist"
    severity = Severity.BLOCKER
    reference = "Checklist K7: every annex cited exists and is cited"
    applies_to = "references to annexes, and the files of the front matter"
    fix = "Add the annex to the front matter and to the folder, or refer to one that exists."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for annex in draft.framework.annexes:
            if problem := draft.unusable.get(annex.path):
                at = draft.framework.text.find(annex.path)
                start, end = (at, at + len(annex.path)) if at >= 0 else (0, 0)
                why = f"Annex {annex.letter} is to be the file '{annex.path}': {problem}."
                yield self.at(draft, start, end, why)
        there = {annex.letter for annex in draft.framework.annexes} | {shape.annex for shape in draft.shapes}
        own = re.compile(
            r"^[#\s*]*(?:ANNEX|Annex|APPENDIX|Appendix|SCHEDULE|Schedule|Attachment"
            r"|Enclosure)\s+([A-Z0-9]{1,5})\b",
            re.MULTILINE,
        )
        there |= {match[1] for match in own.finditer(draft.framework.text)}
        for sentence in draft.operative:
            for match in _ANNEX.finditer(sentence.exact):
                if ELSEWHERE.match(sentence.exact, match.end()):
                    continue
                named = "letters" if match["letters"] else "letter"
                for letter in re.finditer(r"[A-Z0-9]+", match[named]):
                    if letter.group() not in there:
                        end = sentence.start + match.start(named) + letter.end()
                        why = f"The text rests on Annex {letter.group()}, and there is none."
                        yield self.at(draft, sentence.start + match.start(), end, why, provision=sentence.provision)


class AttachedWithoutName(Rule):
    code = "K7.attached"
    title = "Something attached that no annex is"
    reference = "Checklist K7: every annex cited exists and is cited"
    applies_to = "sentences that rest on something attached (a map, rules, an order) without the letter of its annex"
    fix = "Name the annex by its letter, and annex it."
    attached = re.compile(
        r"\b(?:(?:the|an?)\s+)?(?:attached|appended|enclosed|accompanying|annexed)\s+(?:\w+\s+)?(?:maps?"
        r"|sheets?|papers?|notes?|rosters?|registers?|orders?|drafts?|specimens?|inventor(?:y|ies)|plots?|traces?|overlays?"
        r"|sketch(?:es)?|charts?|lists?|tables?|plans?|documents?|schedules?|drawings?|diagrams?|protocol|timetables?"
        r"|rules|regulations|tariffs?|models?|forms?|instructions?|statutes?)\b"
        r"|\b(?:maps?|sketch(?:es)?|charts?|lists?|tables?|plans?|drawings?|forms?|rules|sheets?|timetables?|models?|orders?|papers?)\s+(?:that\s+(?:is|are)\s+"
        r"|which\s+(?:is|are)\s+)?(?:attached|appended|enclosed|annexed)"
        r"(?:\s+(?:hereto|to\s+th\w+\s+\w+))?"
        r"|\bthe\s+(?:first|second|third|fourth|fifth|last|next|previous)\s+(?:annex|appendix|schedule|attachment)\b",
        re.IGNORECASE,
    )
    unlettered = re.compile(
        r"\b(?:in|on|under|of|from|by)\s+(?:(?P<the>[Tt]he)|an?|its)\s+(?P<kind>(?:[a-z]+\s+){0,2}?)(?i:annex|appendix|attachment|enclosure|schedule)\b"
        r"(?!\s+[A-Z0-9])"
        r"|\b(?:given|listed|laid\s+down|contained|found|named|described|set\s+out|stated|specified|fixed|drawn)\s+(?:in|on)\s+an?\s+"
        r"(?:separate|special|supplementary|additional|further)\s+(?:document|paper|list|instrument|note|sheet|table)\b"
        r"|\b(?:is|are|shall\s+be|will\s+be)\s+(?:annexed|appended|attached|enclosed)"
        r"(?:\s+(?:hereto|herewith|(?:to|with)\s+(?:this|the\s+present)\s+\w+))?(?=\s*(?:[.;,]|$)|\s+and\b)"
    )
    """That something stands in an annex, and not in which: "the rules are set out in an annex"."""
    elsewhere = phrase("(?:maps?|sketch(?:es)?|charts?|lists?|tables?|plans?|drawings?) {goes_with_it}")

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.attached.search(sentence.exact) or self.elsewhere.search(sentence.exact)
            if match is None or _ANNEX.search(sentence.exact):
                continue
            noun = re.search(
                r"map|sketch|chart|list|timetable|table|plan|document|schedule|drawing|diagram|protocol|rule|regulation|tariff|model|form"
                r"|instruction|statute",
                match.group(),
                re.I,
            )
            if noun and any(noun.group().lower() in annex.path.lower() for annex in draft.framework.annexes):
                continue
            if re.search(
                rf"^[#\s*]*(?:ANNEX|Annex|APPENDIX|Appendix)\b[^\n]*{noun.group() if noun else ''}",
                draft.framework.text,
                re.M | re.I,
            ):
                continue
            yield self.on(draft, sentence, match, self.why)
        known = self._annexed(draft)
        for sentence in draft.operative:
            match = self.unlettered.search(sentence.exact)
            if match is None or _ANNEX.search(sentence.exact) or self.attached.search(sentence.exact):
                continue
            if match["the"] and not match["kind"].strip() and len(draft.framework.annexes) == 1:
                continue  # "the annex", where there is but one
            what = stems(re.split(r"[.;,]", sentence.exact[: match.start()])[-1]) - _OF_ANY_ANNEX
            if not what & known:
                yield self.on(draft, sentence, match, self.why)

    why = "The text rests on something attached, and no annex is that."

    def _annexed(self, draft: Draft) -> frozenset[str]:
        """The telling words of what the text annexes: its files, the headings over it, the sentences that cite it."""
        paths = (re.sub(r"[\W_]+", " ", annex.path) for annex in draft.framework.annexes)
        headings = re.findall(
            r"^[#\s*]*(?i:annex|appendix|attachment|enclosure)\b[^\n]*", draft.framework.text, re.MULTILINE
        )
        citing = (each.exact for each in draft.operative if _ANNEX.search(each.exact))
        return stems(" ".join([*paths, *headings, *citing])) - _OF_ANY_ANNEX


class UncitedAnnex(Rule):
    code = "K7.annex-uncited"
    title = "An annex that the text never mentions"
    severity = Severity.MINOR
    reference = "Checklist K7"
    applies_to = "the annexes of the front matter"
    fix = "Say in an article what the annex shows, or take it out."

    def find(self, draft: Draft) -> Iterator[Finding]:
        cited = {
            letter
            for sentence in draft.framework.sentences
            for match in _ANNEX.finditer(sentence.exact)
            for letter in re.findall(r"[A-Z0-9]+", match["letters"] or match["letter"])
        }
        for annex in draft.framework.annexes:
            if annex.letter not in cited:
                at = draft.framework.text.find(annex.path)
                start, end = (at, at + len(annex.path)) if at >= 0 else (0, 0)
                yield self.at(draft, start, end, f"No sentence says what Annex {annex.letter} shows.")


class MissingArticle(Rule):
    code = "L4.article-missing"
    title = "An article that does not exist"
    severity = Severity.BLOCKER
    reference = "Checklist L4: reference to an article that does not exist, or moved"
    applies_to = "references to articles, paragraphs and points of this text"
    fix = "Correct the number; after moving articles check every reference."

    def find(self, draft: Draft) -> Iterator[Finding]:
        numbers = {provision.printed for provision in draft.framework.provisions if provision.number}
        numbers |= {match[1] for each in numbers if (match := re.search(r"\((\d+[a-z])\)$", each))}  # "4d." in point 4
        headings = set(_headings(draft.framework.text))
        for sentence in draft.framework.sentences:
            yield from self._divisions(draft, sentence)
            for cited in _with_articles(sentence.exact):
                if ELSEWHERE.match(sentence.exact, cited.end):
                    continue
                for number in cited.numbers:
                    if heading_key(cited.kind, number) in headings:
                        continue  # a heading over points that have numbers of their own, or none
                    if not numbers and re.search(
                        rf"^\W*(?:\w+\s+)?{re.escape(number)}\b", draft.framework.text, re.MULTILINE
                    ):
                        continue  # an article whose heading wasn't read as one
                    if not _exists(number, frozenset(numbers), sentence.provision):
                        why = f"There is no {cited.kind.rstrip('s').lower()} {number} in this text."
                        start, end = sentence.start + cited.start, sentence.start + cited.end
                        yield self.at(draft, start, end, why, provision=sentence.provision)
                        break

    def _divisions(self, draft: Draft, sentence: Sentence) -> Iterator[Finding]:
        """Parts and chapters that the text names by a letter, a word or a Roman number and doesn't have."""
        for match in _DIVISIONS.finditer(sentence.exact):
            number = match["number"]
            heading = rf"^[^\w\n]*(?:{match['kind']}\s+{number}\b|(?-i:{number})(?=[.):]\s|\s+[–—-]\s))"
            there = re.search(heading, draft.framework.text, re.IGNORECASE | re.MULTILINE)
            if not there and not ELSEWHERE.match(sentence.exact, match.end()):
                yield self.on(draft, sentence, match, f"There is no {' '.join(match.group().split())} in this text.")


class MovedReference(Rule):
    code = "L4.moved"
    title = "A reference to an article about something else"
    severity = Severity.SERIOUS
    reference = "Checklist L4: reference to an article that does not exist, or moved"
    applies_to = "references that say what they point at: 'the hotline of Article 8'"
    fix = "Correct the number, or the words before it; after moving articles check every reference."

    def find(self, draft: Draft) -> Iterator[Finding]:
        under = by_heading(draft.framework.provisions)
        printed = frozenset(one.printed for one in draft.framework.provisions if one.number)
        for sentence in draft.operative:
            for cited in _with_articles(sentence.exact):
                what = _WHAT.search(sentence.exact, 0, cited.start)
                if what and what.group().endswith(("which ", "that ")) and not _MAKES.match(sentence.exact, cited.end):
                    continue
                if what is None or len(cited.numbers) != 1 or ELSEWHERE.match(sentence.exact, cited.end):
                    continue
                number = _own(cited, sentence.provision, printed)
                there = {one.id for one in draft.framework.provisions if _is_of(one.printed, number)}
                there |= {one.id for one in under.get(heading_key(cited.kind, number), ())}
                *front, noun = what["what"].split()
                called = re.compile(rf"\b{re.escape(_stem(noun))}", re.IGNORECASE)
                if not there or sentence.provision in there or self._speaks(draft, called, there, bool(front)):
                    continue
                if what["done"] and self._speaks(draft, re.compile(rf"\b{_done(what['done'])}", re.I), there):
                    continue  # "the persons released under Article 15", which says who is to be released
                whole = re.compile(rf"\b{front[0]}\s+{re.escape(_stem(noun))}", re.IGNORECASE) if front else called
                others = {one.id for one in draft.framework.provisions} - there - {sentence.provision}
                if self._speaks(draft, whole, others):
                    start, end = sentence.start + what.start(), sentence.start + cited.end
                    why = f"{cited.kind.rstrip('s').capitalize()} {number} does not speak of '{what['what']}'."
                    yield self.at(draft, start, end, why, provision=sentence.provision)

    def _speaks(self, draft: Draft, called: re.Pattern[str], provisions: set[str], told_apart: bool = False) -> bool:
        """Whether one of them has the word, or the heading over it. ``told_apart``: a word before it tells it from what
        the text's terms call so, as a liaison line is no Demarcation Line."""
        terms = "|".join(sorted((re.escape(each.term) for each in draft.definitions), key=len, reverse=True))
        term = re.compile(rf"(?<!\w)(?:{terms or '(?!)'})") if told_apart else None

        def has(words: str) -> bool:
            return called.search(term.sub(" ", words) if term else words) is not None

        headed = any(one.id in provisions and has(one.heading or "") for one in draft.framework.provisions)
        return headed or any(one.provision in provisions and has(one.exact) for one in draft.framework.sentences)


class MissingPlace(Rule):
    code = "K7.place-missing"
    title = "A zone or line that is defined nowhere"
    severity = Severity.BLOCKER
    reference = "Checklist D2: zone referred to, not defined"
    applies_to = "places of duties and bans"
    fix = "Define it ('**North Zone** means the area shown in Annex A') and annex its map."
    proper = re.compile(r"(?:the\s+)?(?:[A-Z][\w-]*\s+){0,4}(?:Zone|Line|Area|Corridor|Strip|Sector)s?")
    shown = re.compile(r"[^.;]{0,60}?\b(?:shown|marked|described|set\s+out|defined)\s+(?:in|on)\b", re.DOTALL)

    def find(self, draft: Draft) -> Iterator[Finding]:
        seen: set[str] = set()
        for sentence, each in draft.obligations:
            where = each.place.value if each.place else None
            for name in where.of if where and where.relation in Relation else ():
                if name in seen or not self.proper.fullmatch(name) or draft.named(name) or self._laid_out(draft, name):
                    continue
                at = sentence.exact.find(name)
                if at < 0 or self.shown.match(sentence.exact, at + len(name)):
                    continue
                seen.add(name)
                why = f"A duty is laid out from '{name}', and the text does not say where that is."
                start = sentence.start + at
                yield self.at(draft, start, start + len(name), why, provision=sentence.provision)

    @staticmethod
    def _laid_out(draft: Draft, name: str) -> bool:
        """Whether a sentence says where it lies, though its annex may not be there to look at: "The North Zone is the
        strip drawn in Annex A that reaches 2 km ..."."""
        bare = re.escape(re.sub(r"^the\s+", "", name))
        told = re.compile(
            rf"(?:The\s+)?{bare}\s+(?:is|are|runs?|lies?|follows?|reaches|extends|covers|comprises)\b(?=.*(?:\bAnnex\b|\bmaps?\b|\d))",
            re.DOTALL,
        )
        return any(told.match(each.exact) for each in draft.operative)


def _with_articles(words: str) -> Iterator[Cited]:
    """The references in ``words``; a paragraph under the number of the article that is named beside it: "Clause 7,
    paragraph 2", "paragraph 2 of Clause 7", and "paragraph 2 of that Clause" under the one named before."""
    cited = list(provisions_cited(words))
    last: str | None = None
    for index, each in enumerate(cited):
        if not each.kind.lower().startswith("para"):
            last = each.numbers[-1] if len(each.numbers) == 1 else None
            yield each
            continue
        before = cited[index - 1] if index else None
        after = cited[index + 1] if index + 1 < len(cited) else None
        article, start, end = None, each.start, each.end
        if after is not None and _OF.fullmatch(words, each.end, after.start):
            article, end = after.numbers[0], after.end
        elif before is not None and last and _BESIDE.fullmatch(words, before.end, each.start):
            article, start = last, before.start
        elif last and _OF_THAT.match(words, each.end):
            article = last
        numbers = tuple(f"{article}({number})" for number in each.numbers) if article else each.numbers
        yield replace(each, start=start, end=end, numbers=numbers)


def _own(cited: Cited, provision: str | None, printed: frozenset[str]) -> str:
    """The number cited; of a paragraph without an article, that of the article in which it is cited, if it has one."""
    number = cited.numbers[0]
    own = f"{provision_number(provision or '').split('(')[0]}({number})"
    return own if cited.kind.lower().startswith("para") and own in printed else number


_OF = re.compile(r"\s+of\s+")
_BESIDE = re.compile(r"\s*,\s*|\s+")
_OF_THAT = re.compile(
    r"\s+of\s+(?:that|the\s+same|the\s+said)\s+(?:article|clause|section|rule|point)\b", re.IGNORECASE
)


def _is_of(printed: str | None, number: str) -> bool:
    """Whether a provision is the one of this number, or a part of it."""
    same = re.sub(r"\.(\d+)", r"(\1)", number)  # 17.2 is printed as 17(2) where it stands under its article
    return printed is not None and any(
        printed == one or printed.startswith((f"{one}(", f"{one}.")) for one in (number, same)
    )


def _stem(word: str) -> str:
    """What "withdrawals" and "withdraw" begin with alike."""
    return word.removesuffix("s")[:6]


def _done(participle: str) -> str:
    """What "released" and "release" begin with alike."""
    return re.escape(re.sub(r"(?:ed|en|wn|e)\Z", "", participle)[:6])


def _headings(text: str) -> Iterator[str]:
    """The kind and number of every heading that has one, as :func:`heading_key` gives them."""
    for line in re.finditer(r"^(?:#+[ \t]*|\*\*)(\S.*)$", text, re.MULTILINE):
        cited = next(provisions_cited(line[1]), None)
        if cited is not None and cited.start == 0:
            yield heading_key(cited.kind, cited.numbers[0])


_LETTER = re.compile(r"(\d|\))([a-z])\Z")


@lru_cache(maxsize=4096)
def _exists(number: str, numbers: frozenset[str], provision: str | None) -> bool:
    """Whether there is a provision of this number: as printed, as part of one, or beside the one that refers."""
    number = provision_number(number)
    if nested := re.fullmatch(r"(\d+)\((\d+)\((\w+)\)\)", number):  # "Article 3, paragraph 1(c)"
        article, paragraph, item = nested.groups()
        written = (f"{article}({paragraph})({item})", f"{article}.{paragraph}({item})")
        return any(_exists(each, numbers, None) for each in written)
    if _LETTER.sub(r"\1(\2)", number) in numbers:
        return True  # "point 4e" is said of what is printed "4. ... e."
    plain = number.split("(")[0]
    if number in numbers or any(other.startswith(f"{number}(") for other in numbers):
        return True
    if "(" in number and plain in numbers:
        inner = number.partition("(")[2].partition(")")[0]
        beside = re.compile(rf"{re.escape(plain)}\((?:\d|{'' if inner.isdecimal() else '[a-z]'})")
        if any(beside.match(each) for each in numbers):
            return False
        return not inner.isdecimal() or inner in numbers  # paragraphs without numbers: as many as the text has others
    article = provision_number(provision or "").split("(")[0]
    return f"{article}({number})" in numbers


RULES: tuple[Rule, ...] = (
    MissingAnnex(),
    AttachedWithoutName(),
    UncitedAnnex(),
    MissingArticle(),
    MovedReference(),
    MissingPlace(),
)
