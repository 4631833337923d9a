"""What a provision does not apply to: such a sentence fills the ``exception`` of the obligations that it names.

"Paragraph 2 does not apply to hospital ships", "This Article shall not cover the police", "Nothing in Article 3
prevents the Parties from policing their ports": said once, behind the duty or in another paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.model import Obligation, Provision, Sentence, SentenceForm, Slot, Span
from parley.text import patterns as re
from parley.text.citing import numbers_cited

_KIND = r"(?:articles?|provisions?|paragraphs?|sections?|points?|sub-?paragraphs?|rules?|clauses?)"
_RULE = (
    r"(?:bans?|prohibitions?|restrictions?|limits?|limitations?|duty|duties|obligations?|rules?|requirements?|undertakings?|"
    r"provisions?)"
)
_NUMBERS = r"\d+(?:\.\d+)*(?:\([a-z0-9]+\))*(?:(?:\s*,\s*|\s+and\s+|\s+or\s+|\s+to\s+)\d+(?:\.\d+)*(?:\([a-z0-9]+\))*)*"
_NAMED = (
    rf"(?:(?:the\s+)?{_KIND}\s+{_NUMBERS}(?:\s+of\s+article\s+\d+)?|(?:this|the\s+(?:preceding|foregoing|present))\s+(?:{_KIND}|{_RULE})"
    rf"|th(?:e|is|at|ese|ose)\s+{_RULE})"
)
_WHICH = rf"(?:the\s+{_RULE}\s+(?:in|of|under|laid\s+down\s+in|contained\s+in|set\s+out\s+in)\s+)?{_NAMED}"
_NOT = r"(?:(?:do|does|shall|will)\s+not|(?:shall\s+)?in\s+no\s+case|never)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<which>{_WHICH}|it|they)\s+{_NOT}\s+(?:apply|extend|relate)\s+(?:(?:to|in\s+respect\s+of)\s+(?=[^;])|"
        r"(?=in\s|during\s|where\s|when\s|while\s|if\s))(?P<what>[^;]{2,200})",
        rf"(?P<which>{_WHICH})\s+{_NOT}\s+(?:cover|bind|affect|concern|include|prevent|preclude|bar|prohibit|forbid|hinder)s?\s+"
        r"(?P<what>[^;]{2,200})",
        rf"nothing\s+in\s+(?P<which>{_WHICH})\s+(?:shall\s+)?(?:prevents?|precludes?|prohibits?|forbids?|bars?|hinders?|applies\s+to|"
        r"(?:be\s+)?(?:construed|understood|read)\s+as\s+(?:preventing|precluding|prohibiting|forbidding|barring))\s+(?P<what>[^;]{2,200})",
        rf"(?P<what>[^,;]{{2,120}}?)\s+(?:is|are|shall\s+be|remains?)\s+(?:exempt(?:ed)?|excepted|excluded)\s+from\s+(?P<which>{_WHICH})",
    )
)
_SIBLING = re.compile(r"\b(?:paragraph|point|sub-?paragraph|clause)s?\s+\d", re.IGNORECASE)
_OF_ARTICLE = re.compile(r"\s+of\s+article\s+(?P<article>\d+)", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:this|the\s+present)\s+(?:article|section)\b", re.IGNORECASE)


def exempting(text: str) -> re.Match[str] | None:
    """The form of ``text`` (without its full stop), with the groups ``which`` and ``what``; ``None`` if it is none."""
    return next((match for form in _FORMS if (match := form.fullmatch(text))), None)


def fill_exemptions(sentences: Sequence[Sentence], provisions: Sequence[Provision]) -> tuple[Sentence, ...]:
    """The sentences with the exceptions that other sentences of the text lay down for them."""
    filled = list(sentences)
    for index, sentence in enumerate(sentences):
        match = exempting(sentence.exact.rstrip(" .;")) if sentence.form is SentenceForm.STATUS else None
        if match is None:
            continue
        start = sentence.start + match.start("what")
        span = Span(start=start, end=start + len(match["what"]), exact=match["what"], document=None)
        said = " ".join(match["what"].split())
        for at in _concerned(match["which"], index, sentences, provisions):
            slots = [each.sentence.document for each in filled[at].obligations]
            spans = [span.replace(document=document) for document in slots]
            filled[at] = filled[at].replace(
                obligations=tuple(
                    _with_exception(each, said, of) for each, of in zip(filled[at].obligations, spans, strict=True)
                )
            )
    return tuple(filled)


def _with_exception(obligation: Obligation, said: str, span: Span) -> Obligation:
    old = obligation.exception
    value = f"except {said}" if old is None else f"{old.value}, and {said}"
    words = max((old.words if old else "", span.exact), key=len)
    slot: Slot[str] = Slot(words=words, value=value, spans=(*(old.spans if old else ()), span))
    return obligation.replace(exception=slot)


def _concerned(which: str, index: int, sentences: Sequence[Sentence], provisions: Sequence[Provision]) -> Iterator[int]:
    """The sentences with obligations that ``which`` names; none where its number isn't found."""
    own = sentences[index]
    around = [each for each in provisions if each.start <= own.start < each.end]
    numbers = numbers_cited(_OF_ARTICLE.sub("", which))
    if numbers:
        held = [each for number in numbers for each in _numbered(number, which, around, provisions)]
    else:
        held = around[:1] if _WHOLE.search(which) else around[-1:]
        earlier = [at for at in range(index) if sentences[at].provision == own.provision and sentences[at].obligations]
        if not _WHOLE.search(which) and not earlier:  # "This prohibition" of the paragraph before
            before = [at for at in range(index) if sentences[at].obligations]
            last = sentences[before[-1]].provision if before else None
            in_article = around and last and sentences[before[-1]].start >= around[0].start
            yield from (at for at in before if in_article and sentences[at].provision == last)
            return
    for at, each in enumerate(sentences):
        if each.obligations and at != index and any(part.start <= each.start < part.end for part in held):
            yield at


def _numbered(
    number: str, which: str, around: Sequence[Provision], provisions: Sequence[Provision]
) -> Iterator[Provision]:
    article = _OF_ARTICLE.search(which)
    within = around[0].number if _SIBLING.search(which) and len(around) > 1 else None
    parent = article["article"] if article else within
    wanted = (number,) if parent is None else (f"{parent}({number})", f"{parent}.{number}")
    yield from (each for each in provisions if each.number in wanted)
