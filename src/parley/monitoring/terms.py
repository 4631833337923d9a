"""How long the text holds, or one of its articles, as it says itself: a term, what extends it and what ends it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Duration, Framework, Modality, Moment, Sentence, first_instant, last_instant
from parley.text import day_counts, durations
from parley.text import patterns as re

from .articles import articles_named
from .ever import FOREVER
from .windows import after

THE_TEXT = re.compile(
    r"\b(?:agreement|memorandum|cease-?\s?fire|cessation|truce|armistice|pause|accord|protocol|treaty|pact|"
    r"understanding|arrangement)\b",
    re.I,
)
_VERB = (
    r"(?:remains?|stays?|continues?)(?:\s+in\s+(?:force|effect)|\s+valid|\s+binding)?|(?:be|is|are)\s+(?:in\s+force|valid|"
    r"concluded)|lasts?|runs?|appl(?:y|ies)|holds?|"
    r"(?P<over>lapses?|expires?|ends?|terminates?|ceases?\s+to\s+(?:have\s+effect|apply|bind|be\s+in\s+force))"
)
_LASTS = re.compile(rf"\b(?:{_VERB})\b", re.I)
_WHOLE = re.compile(
    rf"\W*(?:\d+\.\s*)?(?:this|the)\s+(?:[\w-]+\s+){{0,2}}?{THE_TEXT.pattern}(?:\s+of\s+\w+)?"
    rf"(?=\s+(?:shall|will|must|and|enters?|comes?|takes?|is\b|{_VERB.replace('?P<over>', '?:')}))",
    re.I,
)
_PART = re.compile(
    r"\W*(?:\d+\.\s*)?(?:the\s+[\w-]+(?:\s+[\w-]+){0,2}\s+(?:in|of|under)\s+)?"
    r"(?:(?P<this>this)\s+)?(?:articles?|paragraphs?|provisions?|sections?)\b",
    re.I,
)
_THIS = re.compile(r"\bthis\s+(?:articles?|paragraphs?|provisions?|sections?)\b", re.I)
_OUTLIVES = re.compile(
    r"\b(?:(?:continues?|remains?|appl(?:y|ies)|holds?|binds?|stays?)\b[^.;,]{0,40}?\b(?:after|beyond|despite|notwithstanding)|"
    r"survives?|outlives?|outlasts?)\s+(?:the\s+|its\s+|any\s+)?"
    r"(?:end|expiry|expiration|termination|lapse|denunciation|this\s+\w+|that\s+of)\b",
    re.I,
)
_GAP = re.compile(
    r"\s*(?:in\s+(?:force|effect)\s*)?(?:for|after|upon|on|at|until|till)?\s*(?:the\s+end\s+of\s*)?(?:(?:a|an|the)\b\s*)?"
    r"(?:(?:initial|first|period|term|of|only|exactly)\s*){0,4}",
    re.I,
)
"""All that may stand between the verb and the length, or the day."""
_MAY = re.compile(
    r"\b(?:unless|may|can|could|until)\b[^.;]{0,60}?\b(?:extend|prolong|renew)\w*|\bsubject\s+to\s+(?:extension|renewal)",
    re.I,
)
_BY_ITSELF = re.compile(
    r"\b(?:automatically|tacitly|by\s+itself|of\s+itself)\s+(?:be\s+)?(?:extended|prolonged|renewed|continued)|"
    r"\b(?:extended|prolonged|renewed|continued)\s+(?:automatically|tacitly)|"
    r"\b(?:renews|extends|prolongs)\s+itself|"
    r"\b(?:shall|will|is|are)\s+(?:then\s+)?(?:be\s+)?(?:extended|prolonged|renewed|continued)\b[^.;]{0,90}?\bunless\b",
    re.I,
)
ENDING = re.compile(
    r"\b(?:not\s+(?:to\s+)?(?:be\s+)?|non-?\s?|against\s+(?:the\s+|its\s+)?|no\s+)(?:renew|prolong|exten)\w*|"
    r"\b(?:terminat|denounc|denunci)\w*|\bobject\w*\s+to\s+(?:the\s+|its\s+)?(?:renew|prolong|exten)\w*",
    re.I,
)
"""Words of a report by which a term is ended."""
_UNLESS_TOLD = re.compile(
    r"\bunless\s+(?:either|any|one|a|the\s+other|neither|both)\b[^.;]{0,40}?\b(?:part(?:y|ies)|sides?|of\s+them|state)\b"
    r"(?P<does>[^.;]*)",
    re.I,
)
_CONDITION = re.compile(r"\b(?:unless|as long as|while|if|provided)\b", re.I)
_TELLS = re.compile(r"\b(?:notif|notice|object|denounc|terminat|declar|inform|oppos|declin|refus|withdraw)\w*", re.I)
_GOES_ON = re.compile(r"\b(?:extend|prolong|renew|continu)\w*(?P<on>(?:(?!\bunless\b)[^.;])*)", re.I)
_SINCE_ELSE = re.compile(
    r"\s*(?:from|after|following)\s+(?!D\b|d-?day|(?:its|the)\s+entry|the\s+day\s+of\s+entry)", re.I
)


@dataclass(frozen=True)
class Term:
    """A time that the text, or some of its provisions, holds.

    ``of`` are the provisions, none: the whole text. ``first`` is the last instant of the first term; ``renews`` says
    that another follows by itself (``None``: on a condition that reports don't tell of), ``told`` that it does unless
    a party says otherwise, ``notice`` before the end; ``may`` that it can be extended, ``period`` by how much.
    """

    provision: str | None
    of: tuple[str, ...]
    first: dt.datetime
    renews: bool | None = False
    told: bool = False
    may: bool = False
    period: Duration | None = None
    notice: Duration | None = None


def terms(framework: Framework, zone: dt.tzinfo) -> tuple[Term, ...]:
    """The terms of the text, in its order; none while D-day isn't fixed, or while a bracket leaves one open."""
    if framework.d_day is None:
        return ()
    found = []
    sentences = [one for one in framework.sentences if one.operative and not _is_open(one, framework)]
    for place, sentence in enumerate(sentences):
        of = _concerned(sentence, framework)
        if of is None:
            continue
        first = _first(sentence.exact, framework.d_day, zone)
        if first is not None:
            beside = [one for one in sentences[place + 1 :] if _goes_on(one, sentence, of, framework)]
            found.append(_term(sentence, of, first, beside))
    return tuple(found)


def gives_term(sentence: Sentence, framework: Framework, zone: dt.tzinfo) -> bool:
    """Whether a sentence says how long the text, or some of its provisions, hold."""
    if framework.d_day is None or _concerned(sentence, framework) is None:
        return False
    return _first(sentence.exact, framework.d_day, zone) is not None


def leaving(framework: Framework) -> tuple[tuple[str | None, Duration], ...]:
    """The sentences by which a party may end the text, and how long after its notice (nought: at once)."""
    return tuple(
        (one.provision, next((length for _, _, length in durations(one.sentence.exact)), Duration()))
        for one in framework.obligations
        if one.act is not None
        and one.act.value == "terminate"
        and one.modality is not None
        and one.modality.value is Modality.MAY
        and one.object is not None
        and THE_TEXT.search(one.object.value.text)
        and one.trigger is None
        and not one.labels
    )


def outliving(framework: Framework) -> frozenset[str]:
    """The provisions that hold after the end of the text, by its own words."""
    found: set[str] = set()
    for sentence in framework.sentences:
        if sentence.operative and (match := _OUTLIVES.search(sentence.exact)):
            subject = sentence.exact[: match.start()]
            if _PART.match(subject) and _THIS.search(subject) and sentence.provision is not None:
                found.add(sentence.provision)
            found.update(articles_named(subject, framework))
    return frozenset(found)


def _is_open(sentence: Sentence, framework: Framework) -> bool:
    return any(one.start < sentence.end and sentence.start < one.end for one in framework.brackets)


def _concerned(sentence: Sentence, framework: Framework) -> tuple[str, ...] | None:
    """The provisions whose term a sentence gives, none for the whole text; ``None`` where it is of neither."""
    if _WHOLE.match(sentence.exact):
        return ()
    part = _PART.match(sentence.exact)
    if part is None:
        return None
    if part["this"]:
        return (sentence.provision,) if sentence.provision is not None else None
    verb = _LASTS.search(sentence.exact)
    return (articles_named(sentence.exact[: verb.start()], framework) or None) if verb else None


def _first(words: str, d_day: Moment, zone: dt.tzinfo) -> dt.datetime | None:
    """The last instant of the term that the words give, counted from D-day."""
    for verb in _LASTS.finditer(words):
        gap = _GAP.match(words, verb.end())
        start = gap.end() if gap else verb.end()
        length = next((one for one in durations(words) if one[0] == start), None)
        if length is not None:
            if _SINCE_ELSE.match(words, length[1]):
                return None
            end = after(first_instant(d_day, zone), length[2])
            return end if length[2].minutes or isinstance(d_day, dt.datetime) else last_instant(end.date(), zone)
        day = next((day for at, _, day in day_counts(words) if at == start), None)
        if day is not None:
            return last_instant(day.on(d_day.date() if isinstance(d_day, dt.datetime) else d_day), zone)
        if verb["over"] or words[verb.end() : start].strip().casefold() in ("until", "till", "in force until"):
            return _dated(words, start, zone)
    return None


def _dated(words: str, start: int, zone: dt.tzinfo) -> dt.datetime | None:
    """The last instant of the date that is named from ``start`` on."""
    if not re.search(r"\d{4}", words[start:]):
        return None
    from parley.text import times  # its patterns take long to make, and few texts end on a date

    found = next((one for one in times(words) if one.span.start == start and one.latest is not None), None)
    return None if found is None or found.latest is None else last_instant(found.latest, zone)


def _goes_on(one: Sentence, first: Sentence, of: tuple[str, ...], framework: Framework) -> bool:
    """Whether a later sentence may tell how a term goes on: beside it, or of the same by name."""
    if not (_MAY.search(one.exact) or _BY_ITSELF.search(one.exact)):
        return False
    if one.provision == first.provision:
        return True
    named = articles_named(one.exact, framework)
    return bool(set(named) & {*of, first.provision}) if named else not of and bool(THE_TEXT.search(one.exact))


def _term(sentence: Sentence, of: tuple[str, ...], first: dt.datetime, beside: list[Sentence]) -> Term:
    renews: bool | None = False
    told, may, period, notice = False, False, None, None
    for words in (sentence.exact, *(one.exact for one in beside)):
        period = period or _period(words)
        if _BY_ITSELF.search(words):
            asks = _UNLESS_TOLD.search(words)
            told = told or bool(asks and _TELLS.search(asks["does"]))
            renews = True if told or not _CONDITION.search(words) else None
            notice = next((each for _, _, each in durations(asks["does"])), None) if asks else None
        elif _MAY.search(words):
            may = True
    return Term(sentence.provision, of, first, renews, told, may and renews is False, period, notice)


def _period(words: str) -> Duration | None:
    """The length of a further term."""
    further = _GOES_ON.search(words)
    return next((length for _, _, length in durations(further["on"])), None) if further else None


def ends_after(term: Term) -> Iterator[dt.datetime]:
    """The ends of one term after another, where it renews itself."""
    end = term.first
    yield end
    while term.period is not None and end < FOREVER:
        end = after(end, term.period)
        yield end
