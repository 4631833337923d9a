"""Where a paper gives somebody's full name: as the pipeline found it, and where it overlooked one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..attribution.cues import quotation_act
from ..concordance import concordance
from ..tokens import Doc, Span, Token
from .countries import country_named
from .names import is_male, people_words

_OFFICES, _HEADINGS, _TURNS = people_words("offices"), people_words("headings"), people_words("turns")
_HONORIFICS, _INSTITUTIONS = people_words("honorifics"), people_words("institutions")
_ABBREVIATED = people_words("abbreviated")
_HIS, _HERS = people_words("male"), people_words("female")

_TURN = re.compile(
    r"(?m)^[ \t*_#>\"“]{0,6}(?P<name>[^\W\d_a-z][\w'’-]{1,24}(?: [^\W\d_a-z][\w.'’-]{0,24}){0,3})"
    r"(?: ?[(\[](?P<role>[^()\[\]\n]{2,60})[)\]])?[*_]{0,2}:"
)
"""A line that begins with a name and a colon, a role in brackets between them."""


def find_names(doc: Doc) -> Iterator[Span]:
    """The spans that may be names of several words, labelled ``PERSON`` where they are a person's."""
    yield from _name_spans(doc)
    yield from _overlooked(doc)
    yield from _beside_titles(doc)
    yield from _in_turns(doc)


def _overlooked(doc: Doc) -> Iterator[Span]:
    """Two capitalised words that say something, at a sentence's start, where the pipeline saw no name."""
    for sentence in doc.sents:
        words = [token for token in sentence[:4] if not token.is_space and not token.is_quote][:3]
        if len(words) < 3 or any(token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") for token in words[:2]):
            continue
        first, last, verb = words
        named = all(token.pos_ == "PROPN" and token.text.istitle() and token.is_alpha for token in (first, last))
        if named and verb.pos_ == "VERB" and quotation_act(verb.lemma_) and last.lower_ not in _INSTITUTIONS:
            yield Span(doc, first.i, last.i + 1, label_="PERSON")


def _beside_titles(doc: Doc) -> Iterator[Span]:
    """Capitalised words that are a name by what stands around them.

    Right after a title, in apposition to an office, led by a well-known first name, alone after "By" in their
    line, or ending in a word that speaks elsewhere by itself.
    """
    capitals = [doc[i] for i in concordance(doc).capitals]
    speaking = {
        token.text
        for token in capitals
        if token.dep_ == "nsubj" and _is_name_word(token) and quotation_act(token.head.lemma_) and not _is_led(token)
    } | {token.text for token in capitals if _is_addressed(token)}
    for token in capitals:
        if not _is_name_word(token) or (token.i and not token.is_sent_start and _is_name_word(doc[token.i - 1])):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i < 4 and _is_name_word(doc[end]) and not doc[end].is_sent_start:
            end += 1
        span = Span(doc, token.i, end, label_="PERSON")
        if doc[end - 1].lower_ in _INSTITUTIONS or country_named(span.text) or not _ends_name(doc, end):
            continue
        title = form_before(span) in _HONORIFICS
        beside = is_male(span.text) is not None or _stands_beside_office(span) or _is_one_of_two_offices(span)
        led = title or (len(span) > 1 and beside)
        if led or (len(span) > 1 and (doc[end - 1].text in speaking or _is_byline(span))):
            yield span


def _in_turns(doc: Doc) -> Iterator[Span]:
    """ "ANDRIS VOLK (Foreign Minister):", "ANDRIS VOLK:" where "VOLK:" takes a turn too: who speaks in a transcript."""
    leads = list(_TURN.finditer(doc.text))
    times = Counter(match["name"] for match in leads)
    for match in leads:
        words = match["name"].split()
        bracketed = any(word in _OFFICES for word in (match["role"] or "").casefold().split())
        comes_back = times[match["name"]] > 1 and match["name"].isupper()
        if len(words) < 2 or not (bracketed or comes_back or times[words[-1]]):
            continue
        span = doc.char_span(*match.span("name"))
        taken = _OFFICES | _INSTITUTIONS | _TURNS | _HEADINGS | _HONORIFICS
        if span is not None and not any(word.casefold().rstrip(".") in taken for word in words):
            yield Span(doc, span.start, span.end, label_="PERSON")


def _is_addressed(token: Token) -> bool:
    """ "Ms. Nkemdi": whoever is called so is a person, and so is the longer name that ends alike."""
    return _is_name_word(token) and form_before(Span(token.doc, token.i, token.i + 1)) in _HIS | _HERS


def _is_led(token: Token) -> bool:
    """Whether a word belongs to a longer name or phrase."""
    before = token.doc[token.i - 1] if token.i and not token.is_sent_start else None
    return before is not None and (before.text[:1].isupper() or before.pos_ in ("DET", "ADJ", "NOUN", "PROPN"))


def _is_byline(span: Span) -> bool:
    doc = span.doc
    ends = span.end >= len(doc) or "\n" in doc[span.end - 1].whitespace_ or doc[span.end].is_space
    return ends and span.start > 0 and doc[span.start - 1].text in ("By", "BY") and span.start < 60


def _is_name_word(token: Token) -> bool:
    word = token.text
    return (
        token.pos_ in ("PROPN", "NOUN", "ADJ", "X")
        and word[:1].isupper()
        and is_word(word)
        and not (_is_title(token) or token.lower_ in _OFFICES | _INSTITUTIONS | _TURNS | _HEADINGS)
        and token.ent_type_ not in ("DATE", "NORP")
        and country_named(word) is None
    )


def is_word(name: str) -> bool:
    return len(name) > 1 and name.replace("-", "").replace("'", "").replace("’", "").isalpha()


def _ends_name(doc: Doc, end: int) -> bool:
    """Whether no capitalised word follows that would make it a name of something else."""
    return end >= len(doc) or doc[end].is_sent_start or not (doc[end].pos_ == "PROPN" and not doc[end].is_punct)


def _stands_beside_office(span: Span) -> bool:
    """ "the envoy, Petra Lunde": between commas, right after an office or right before one."""
    doc = span.doc
    if office_before_comma(span) is not None:
        return span.end < len(doc) and doc[span.end].text in (",", ".", "”", '"')
    if span.end + 1 < len(doc) and doc[span.end].text == ",":
        following = list(doc[span.end + 1 : span.end + 8])
        stop = next((k for k, t in enumerate(following) if t.text == "," or t.pos_ in ("VERB", "AUX")), len(following))
        return any(t.lower_ in _OFFICES for t in following[:stop])
    return False


def _is_one_of_two_offices(span: Span) -> bool:
    """ "The ministers of A and B, Ina Brask and Teo Vance": the second name, joined to the first."""
    first = span.root.head
    return span.root.dep_ == "conj" and first.dep_ == "appos" and first.head.lemma_.lower() in _OFFICES


def is_whereabouts(span: Span) -> bool:
    """A single name after "in" or "at" is a place, whatever the pipeline takes it for."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return len(span) == 1 and before in ("in", "at", "near", "outside")


def _name_spans(doc: Doc) -> Iterator[Span]:
    """Names as the pipeline found them, cut at line breaks, without titles before them."""
    for ent in doc.ents:
        if ent.label_ not in ("PERSON", "ORG", "GPE", "NORP", "LOC", "PRODUCT", "WORK_OF_ART", "FAC"):
            continue
        if len(ent) > 1 and not is_one_name(ent):
            continue
        start, end = ent.start, ent.end
        for token in ent:
            if token.is_space:
                end = token.i
                break
        while start < end - 1 and _is_title(doc[start]):
            start += 1
        while end > start and (doc[end - 1].text in ("'s", "’s", "'", "’") or doc[end - 1].is_punct):
            end -= 1
        person = ent.label_ == "PERSON" and not (end - start > 1 and doc[end - 1].lower_ in _INSTITUTIONS)
        if start < end:
            yield Span(doc, start, end, label_="PERSON" if person else "ORG")


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in _HONORIFICS


def form_before(span: Span) -> str:
    """The word before a name, by which it may be addressed ("mr", "sister", "president")."""
    i = span.start - 1
    stopped = i > 0 and span.doc[i].text == "."  # "MS. VENN", which the pipeline takes apart
    word = span.doc[i - stopped].lower_.rstrip(".") if i >= 0 else ""
    return word if not span[0].is_sent_start or (stopped and word in _ABBREVIATED) else ""


def is_one_name(ent: Span) -> bool:
    """A name of several words: "Brandt told Lantern", which the pipeline may take for a title, is none."""
    return len(ent) > 1 and not any(token.pos_ == "VERB" and token.text.islower() for token in ent)


def office_before_comma(span: Span, form: str = "") -> Token | None:
    """The office in "the envoy, Petra Lunde" and "the envoy of Halvern, Ms. Lunde"; ``form`` is "ms" there."""
    doc, start = span.doc, span.start
    while form and start > 1 and doc[start - 1].text != "," and doc[start - 1].lower_.rstrip(".") in (form, ""):
        start -= 1
    i = start - 2
    if i < 0 or doc[i + 1].text != ",":
        return None
    while i > 1 and start - i < 6 and (doc[i].pos_ == "PROPN" or doc[i].lower_ == "the"):
        if doc[i].lower_ in _OFFICES:
            break
        i -= 1
    if i < start - 2 and doc[i].lower_ in ("of", "for", "from"):
        i -= 1
    return doc[i] if doc[i].lower_ in _OFFICES and doc[i].tag_ in ("NN", "NNP") else None
