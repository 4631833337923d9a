"""Names that a text gives: to bodies that it brings in without setting them up in so many words ("The Watchers are
thirty people ...", "The Council names three judges (the Bench)"), and to things by terms of several words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from parley.model import Definition, Framework, Sentence
from parley.text import patterns as re

from .concepts import Hits, concepts_in
from .steps import BODY_KINDS, Names

_NOT_OF_TERMS = frozenset({"mood", "needy", "relief_goods"})
"""Concepts that the words of a name for something else don't make: the Calm Water, a Blood Breach, a Relief Road."""

_OF_NOBODY = ("armed_folk", "vague_side")
"""Concepts of people whom nobody can name: a term with a definition says who they are."""

_MOVES_WITH_POSTS = ("front_line",)
"""The line between the fronts, which a line that is drawn is not."""

_TOLD_BY = {
    "drone": re.compile(
        r"\b(?:aircraft|apparatus|machine|vehicle|craft|anything|that\s+flies)\b.*?\b(?:nobody|no\s+(?:one|person|human|man|crew|pilot)"
        r"|without\s+(?:an?\s+)?(?:person|human|man|crew|pilot|anybody))",
        re.IGNORECASE | re.DOTALL,
    ),
    "breach": re.compile(
        r"\b(?:act|deed|omission|failure|conduct|anything|something|whatever|what)\b.*?\b(?:contrary\s+to|contradicts?|against|at\s+odds\s+with|breaks"
        r"|not\s+in\s+accordance|forbids|inconsistent)\b",
        re.IGNORECASE | re.DOTALL,
    ),
}
"""How a definition tells a thing for which the text has its own word: a Flyer in which nobody sits, a Wrongdoing."""

_NAME = (
    r"(?P<name>(?!(?:The|An?|Each|Every|No|All|Both|Its|Their|Any|Part(?:y|ies)|D)\b)"
    r"[A-Z][a-z][\w’'-]*(?:\s[A-Z][a-z][\w’'-]*)?)"
)
_PEOPLE = (
    r"(?:people|persons|men|women|judges?|lawyers?|jurists?|observers?|inspectors?|officers?|members?|elders?|experts?"
    r"|citizens|magistrates?|umpires?|delegates?|monitors?|representatives?|clerics?|envoys?|commissioners?)"
)
_NUMBER = (
    r"(?:\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|[a-z]+teen|[a-z]+ty)"
)
_INTRODUCED = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"(?:^\W*(?:\d[\d.]*\W+)?|[.;:]\s+)(?:The\s+)?{_NAME}(?:,\s[^,.;]{{2,80}},)?\s+(?:is|are|has|consists?\s+of|comprises?|numbers?)\s+"
        rf"(?:made\s+up\s+of\s+|composed\s+of\s+|drawn\s+from\s+)?{_NUMBER}\s+(?:\w+\s+){{0,2}}{_PEOPLE}\b",
        rf"\b{_NUMBER}\s+{_NAME},?\s(?:[^.;]{{0,60}}\s)?(?:is|are|shall\s+be|will\s+be)\s+(?:appointed|named|chosen|elected|drawn)\b",
        rf"(?:^\W*|[.;:]\s+){_NUMBER}\s+{_NAME}\s+(?:sit|serve|act|work|meet|judge|watch)\b",
        rf"\b(?:appoints?|names?|sends?|picks?|chooses?|elects?)\s+(?:an?\s+)?{_NUMBER}\s+{_NAME}",
        rf"\b(?:establish(?:es)?|sets?\s+up|forms?|creates?|sends?)\s+an?\s+{_NAME}\s+of\s+{_NUMBER}\b",
        rf"\b{_PEOPLE}\s+(?:[^.;()]{{0,60}}\s)?\((?:the\s+)?[\"“]?\**{_NAME}\**[\"”]?\)",
        r"\b(?:Joint|Monitoring|Verification|Observers?|Observation|Supervisory|Supervision|Implementation|Liaison|Cease-?[Ff]ire)\s+(?:[A-Z]\w+\s+|and\s+){0,4}?"
        rf"(?:{BODY_KINDS})\s+(?:(?:of|for|in|on)\s+(?:the\s+)?(?:[A-Z]\w+\s+){{1,3}})?\((?:the\s+)?[\"“]?(?P<name>[A-Z]{{3,}})[\"”]?\)",
        rf"\b(?:members|persons|people)\s+(?:are\s+)?(?:herein|hereafter|hereinafter)?\s*(?:are\s+)?called\s+(?:the\s+)?{_NAME}",
    )
)

_ACTS = re.compile(
    r"\b[Tt]he\s+((?:[A-Z][a-z]+\s+){0,2}?[A-Z][a-z]+)\s+(?:shall|must|will|may)\s+(?!be\b"
    r"|not\s+be\b)[a-z]"
)
_NO_BODY = re.compile(
    r"(?i:part(?:y|ies)|sides?|governments?|forces|arm(?:y|ies)|nav(?:y|ies)|line|zone|area|article|point|annex|cease-?fire|truce"
    r"|armistice|pause|agreement|text|treaty|protocol|convention|front|republic|union|federation|kingdom|state)s?$"
)


_PRONOUN = re.compile(r"(?:It|They|This|That|These|Those|There|He|She|Each|Both|All)")


def bodies_introduced(text: str) -> frozenset[str]:
    """The names of such bodies, as the text writes them; "It has three judges" names none."""
    names = (" ".join(match["name"].split()) for pattern in _INTRODUCED for match in pattern.finditer(text))
    return frozenset(name for name in names if not _PRONOUN.fullmatch(name))


def fronts_of(terms: Iterable[str]) -> re.Pattern[str]:
    """The words of each term of several words but for its last, where they stand before it."""
    parts = (term.split() for term in terms)
    fronts = {
        rf"{re.escape(' '.join(words[:-1]))}(?=\s{re.escape(words[-1])})"
        for words in parts
        if len(words) > 1 and words[0][:1].isupper()
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(fronts, key=len, reverse=True)) or '(?!)'})")


def without_fronts(words: str, hits: Hits, fronts: re.Pattern[str]) -> Hits:
    """The concepts in ``words`` without those that only the first words of a term make: in the Calm Water nothing is
    calm."""
    return _without(words, hits, _NOT_OF_TERMS, fronts)


def any_of(terms: Iterable[str]) -> re.Pattern[str]:
    """Any of these terms, one or many of it."""
    words = sorted({re.escape(term.rstrip("s")) for term in terms if term[:1].isupper()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words) or '(?!)'})s?(?!\w)")


def without_terms(words: str, hits: Hits, terms: re.Pattern[str]) -> Hits:
    """The concepts in ``words`` without those of nameless people that a term of the text makes: the Fighters are those
    of whom the definition tells."""
    return _without(words, hits, _OF_NOBODY, terms)


def without_drawn(words: str, hits: Hits, drawn: re.Pattern[str]) -> Hits:
    """The concepts in ``words`` without the line between the fronts where a line that is drawn has such a name."""
    return _without(words, hits, _MOVES_WITH_POSTS, drawn)


def without_this_text(words: str, hits: Hits, this_text: re.Pattern[str]) -> Hits:
    """The concepts in ``words`` without the other text where it is this one: "this Agreement", "the Plan" of a plan."""
    return _without(words, hits, ("other_text",), this_text)


def this_text_in(words: str, title: str) -> re.Pattern[str]:
    """How a text with these words names itself: "this Agreement", and "the Agreement" where nothing says which."""
    own = {match[1] for match in _THIS.finditer(words)} | set(re.findall(r"\b[A-Z]\w{3,}", title))
    called = "|".join(sorted(re.escape(word.capitalize()) for word in own)) or "(?!)"
    return re.compile(
        rf"\b(?:[Tt]his|[Tt]hese|[Tt]he\s+present)\s+(?:\w+\s+)?\w+|\b[Tt]he\s+(?:(?:above|present)\s+)?(?:{called})\b"
        r"(?!\s+(?:of|on|between|dated|from|at|signed|made|reached|concluded|[Nn]o\b|that|which|[A-Z\d]))"
    )


_THIS = re.compile(
    r"\b(?:this|the\s+present|the\s+above|the\s+following)\s+(?:[a-z]+\s+){0,2}?(agreement|plan|protocol|memorandum|accord|treaty|convention"
    r"|charter|declaration|statement|understanding|arrangement|settlement|compact|pact|decree|document)\b",
    re.IGNORECASE,
)


def _without(words: str, hits: Hits, names: Collection[str], names_of_others: re.Pattern[str]) -> Hits:
    """The concepts in ``words`` without those of ``names`` that begin in a name for something else."""
    if not any(name in hits for name in names):
        return hits
    spans = [match.span() for match in names_of_others.finditer(words)]
    kept = {
        name: [place for place in hits.get(name, ()) if not any(start <= place[0] < end for start, end in spans)]
        for name in names
    }
    return {name: places for name, places in {**hits, **kept}.items() if places}


def own_words(definitions: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The text's own words for what concepts name, one or many of it, with the concept; ``definitions`` are terms with
    what they mean. Words that the concept knows already are left out."""
    for term, meaning in definitions:
        for concept, told in _TOLD_BY.items():
            if told.search(meaning) and concept not in concepts_in(term):
                word = term.split()[-1]
                yield word, concept
                yield f"{word}s", concept


def short_name(name: str) -> str:
    """The word by which a text calls somebody in short: "Union" of the Union of the Southern Coast."""
    return name.split(" of ")[0].split()[-1]


def called_in(
    framework: Framework, names: Names, operative: Iterable[Sentence], definitions: Iterable[Definition]
) -> dict[str, str]:
    """The single words by which a text calls its parties, others and bodies, and its own words, each with its
    concept."""
    parties = {party.id for party in framework.parties}
    bodies = {body.id for body in framework.bodies}
    called = {
        word: "named_party" if id in parties else "body" if id in bodies else "other"
        for word, id in names.words.items()
    }
    for body in framework.bodies:  # "Joint Watch", "Commission of Armistice"
        for word in re.split(r"\s[a-z]+\s", body.name)[0].split()[-1:]:
            called.setdefault(word, "body")
    for other in framework.others:  # "the Union", of the Union of the Southern Coast
        called.setdefault(short_name(other.name), "other")
    introduced = {name.split()[-1] for name in bodies_introduced(framework.text)}
    for word in (*introduced, *BODY_KINDS.split("|"), *_acting(framework, operative)):
        called.setdefault(word, "body")
    for word, concept in own_words((each.term, each.meaning) for each in definitions):
        called.setdefault(word, concept)
    return called


def _acting(framework: Framework, operative: Iterable[Sentence]) -> frozenset[str]:
    """The last words of names that have tasks and are neither parties nor others nor terms: "the Watch must verify
    ...", where nothing says in so many words that a Watch is set up."""
    terms = {each.term.split()[-1] for each in framework.definitions if "means" in each.span.exact}
    many = Counter(match[1].split()[-1] for each in operative for match in _ACTS.finditer(each.exact))
    return frozenset(
        word for word, count in many.items() if count > 1 and word not in terms and not _NO_BODY.search(word)
    )
