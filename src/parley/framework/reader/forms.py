"""Sentences that lay something down without a duty: definitions, bodies, how long the text holds, what it leaves."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Definition, Party, SentenceForm, Span
from parley.text import durations
from parley.text import patterns as re

from .conditions import names_event
from .exemptions import exempting
from .founded import FOUNDED, body_established
from .instants import instants
from .names import Names
from .released import releases
from .said_who import bearers_said
from .standing import stands_for_itself
from .view import View

_DEFINITION = re.compile(
    r"(?:(?:For\s+the\s+purposes?\s+of\s+(?:this|the\s+present)\s+\w+|(?:In|Under|Throughout)\s+(?:this|the\s+present)\s+\w+)\s*,?\s*(?:an?\s+(?=[\"“*A-Z]))?)?(?:[Tt]he\s+(?:term|word|"
    r"expression)s?\s+)?"
    r"(?:[\"“]?\*\*[\"“]?(?P<bold>[^*\"“”\n]{1,100})[\"”]?\*\*[\"”]?|[\"“](?P<quoted>[^\"“”\n]{1,100})[\"”]|"
    r"\*?(?P<plain>D-day|(?!(?:These|Those|Such|The\s+following|All|By)\s)[A-Z][\w\-]*(?:\s+(?:of\s+|and\s+)?(?!(?:shall|has|have|is|are|"
    r"means?|signif(?:y|ies)|denotes?|designates?|stands?)\b)[A-Za-z][\w\-]*){0,4}))"
    r"(?:\s*\([^)\n]{1,60}\))?\s*,?\s+(?P<verb>means?|shall\s+mean|refers?\s+to|shall\s+refer\s+to|denotes?|"
    r"signif(?:y|ies)|designates?|stands?\s+for|(?:is|are|shall\s+be)\s+understood\s+(?:to\s+(?:mean|be)|as)|"
    r"(?:has|have|shall\s+have)\s+the\s+following\s+meaning|(?P<is>is|are|includes?|shall\s+include|"
    r"comprises?))\b[:,]?\s*"
    r"(?P<meaning>.*)",
    re.DOTALL,
)
_MEANT = re.compile(
    r"(?:By|Under)\s+(?:(?:the|an?)\s+)?(?:(?:term|expression|word)s?\s+)?[\"“*]*(?P<term>[A-Z][\w\-]*(?:\s+(?:of\s+)?[A-Z][\w\-]*){0,4})[\"”*]*"
    r"(?:\s+of\s+(?:a|each|either)\s+[A-Z]\w+)?\s*,?\s+(?:(?:is|are|shall\s+be)\s+(?:meant|understood)(?!,?\s+(?:in|for)\s+this)|(?:we|the\s+[A-Z]\w+)\s+"
    r"(?:mean|understand))\b[:,]?\s*(?P<meaning>.+)",
    re.DOTALL,
)
"""A term that its meaning follows: "By the Strip is meant the land ..."."""
_ITALIC = re.compile(
    r"(?:The|An?)\s+\*{1,2}(?P<term>[^*\n]{1,60})\*{1,2}\s+(?:means?|is|are)\s+(?P<meaning>(?!not\b|bound\b|to\b|\w+ed\b).+)",
    re.DOTALL,
)
"""A term marked behind its article: "A *lapse* is conduct ..."."""
_GLOSS = re.compile(
    r"(?:\*\*[\"“]?(?P<bold>[^*\"“”\n]{1,100}?):?[\"”]?\*\*|[\"“](?P<quoted>[^\"“”\n]{1,100})[\"”])\s*(?:[:–—]|\s-\s|(?<=:\*\*))\s*"
    r"(?P<meaning>.+)",
    re.DOTALL,
)
_OF_TERMS = re.compile(
    r"\b(?:definitions?|defined|terms|glossary|vocabulary|words|meanings?|expressions|language|interpretation)\b",
    re.IGNORECASE,
)
"""What heads a list of terms."""
_TERMS_ALONE = re.compile(
    r"\W*(?:(?:Article|Rule|Section|Point|Clause|Part|Chapter)\s+\w+\W+|\w{1,4}[.):]?\W+)?(?:Definitions?(?:\s+and\s+terms)?"
    r"|(?:(?:Use\s+of\s+|Key\s+)?Terms|Words)(?:\s+(?:and\s+definitions|used|and\s+their\s+meaning))?|Glossary|Vocabulary"
    r"|What\s[\w\s]{0,25}\bmeans?|Meanings?(?:\s+of\s+[\w\s]{3,25})?|Expressions)\W*",
    re.IGNORECASE,
)
"""A heading under which terms are explained and nothing else is said."""
_BARE = re.compile(r"[A-Z][^.;:,*]{0,60}")
"""A line that ends like no sentence."""
_UNMARKED = re.compile(
    r"(?:\(?\w{1,4}[.)]\s+)?[*_]?(?:(?:The|An?)\s+)?(?P<term>D-day|D\+n|[A-Z][\w\-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w\-]*){0,4})"
    r"(?:[*_]?:[*_]?\s+|[*_]?\s+(?:is|are)\s+(?=(?:the|an?|all|any|every|each|one|those|that|what|who\w*|where|when|\w*\d\w*"
    r"|n\s+\w+|[a-z]+s)\b))(?P<meaning>.+)",
    re.DOTALL,
)
"""A term without a mark of its own, where terms are explained: "The Sector is the ground ...", "Park: a site ..."."""
_INLINE = re.compile(
    r"\((?:hereinafter(?:\s+(?:referred\s+to\s+as|"
    r"called))?,?\s+)?(?:the\s+)?[\"“](?:the\s+)?(?P<term>[^\"“”()]{2,60})[\"”]\)"
)
_ANNEX = re.compile(r"\bAnnex\s+(?P<letter>[A-Z]|[IVX]{1,5}|\d{1,2})\b")
_COMPOSED = re.compile(
    r"(?P<body>.{2,100}?)\s+(?:(?:shall|will)\s+(?:consist\s+of|be\s+composed\s+of|comprise|be\s+made\s+up\s+of|"
    r"have)|"
    r"consists?\s+of|(?:is|are)\s+composed\s+of|comprises?|has|have)\s+(?P<members>.+)",
    re.DOTALL,
)
_MEMBERS = re.compile(
    r"\b(?:members?|representatives?|officers?|chair(?:person)?|observers?|delegates?|inspectors?|experts?|"
    r"monitors?|teams?|persons?)\b"
)
_WHAT = (
    r"(?P<what>[Ii]t|[Tt]his|(?:This|The|the|this|A|a)\s+(?:(?!shall|will|may|is|"
    r"are)[\w\-]+\s+){0,3}?(?:[Aa]greement|[Cc]ease-?[Ff]ire|[Ff]ramework|"
    r"[Tt]ruce|[Aa]rrangement|[Uu]nderstanding|[Cc]onvention|[Tt]reaty|[Aa]ccord|[Aa]rmistice|[Mm]emorandum|[Pp]rotocol|[Rr]oad\s?map|[Cc]harter|[Pp]act|[Cc]ompact|[Ii]nstrument|[Pp]lan|[Tt]ext|[Pp]ause|[Dd]ocument|"
    r"[Cc]essation\s+of\s+[Hh]ostilities(?:\s+\(\w+\))?)"
    r"|These\s+(?:present\s+)?(?:[Pp]oints|[Rr]ules|[Aa]rticles|[Tt]erms|[Pp]rovisions|[Aa]rrangements|[Uu]nderstandings|[Uu]ndertakings))"
)
_FORCE = re.compile(
    rf"{_WHAT}(?:,\s+having\s+been\s+signed[^,]*,)?\s+(?:(?:shall|will)\s+)?(?:enters?|comes?|takes?)\s+(?:into\s+(?:force|effect)|effect)\b(?P<rest>.*)",
    re.DOTALL,
)
_LASTS = re.compile(
    rf"{_WHAT}\s+(?P<verb>(?:(?:shall|will|may)\s+)?(?:lasts?|(?:remains?|stays?)\s+in\s+(?:force|effect)|be\s+in\s+force|runs?|endures?|goes\s+on|holds?(?=\s+(?:for|until|from))|"
    rf"expires?|ends?|lapses?|ceases?\s+to\s+(?:be\s+in\s+force|have\s+effect|apply)|is\s+concluded(?=\s+for\s)|"
    rf"(?:is|are)\s+(?:valid|in\s+force)|continues?|(?:be|is|are)\s+(?:extended|renewed|prolonged)|terminates?))\b(?P<rest>.*)",
    re.DOTALL,
)
_RUNS_OUT = re.compile(
    r"(?P<what>(?:The|Its|Their|Such|All|Each|Every)\s(?:[a-z\-]+\s+){0,2}(?:mandates?|terms?|tenure|licen[cs]es?|permits?|pass(?:es)?|visas?|authori[sz]ations?|"
    r"concessions?|leases?|moratori(?:um|a)|immunit(?:y|ies)|validity|appointments?|commissions?|guarantees?)(?:\s+(?:of|for|in|under)\s[^,;]{2,80}?)?)\s+"
    r"(?P<verb>(?:(?:shall|will)\s+)?(?:lapses?|expires?|ends?|runs?(?:\s+out)?|terminates?|lasts?|(?:be|is|are|remains?)\s+valid|(?:be|is|are)(?=\s+(?:for\s+)?(?:\d|[a-z]+)\s+"
    r"(?:days|weeks|months|years)\b)))\b(?P<rest>[^;]*)"
)
"""How long an office or a paper lasts: nobody does anything."""
_SURVIVES = re.compile(
    r"(?:Articles?|Provisions?|Paragraphs?|Sections?|Points?|They|These)\b[^;]*?\s+(?:(?:shall|will)\s+)?"
    r"(?:continues?\s+to\s+(?:apply|bind|have\s+effect)|(?:remains?|stays?)\s+(?:in\s+(?:force|effect)|binding|applicable)|holds?(?=\s+(?:after|beyond))|"
    r"survives?)\b(?P<rest>.*)"
)
_ANSWERS = re.compile(
    r"(?P<who>.{2,100}?)\s+(?:answers?\s+(?P<to>to\s+[^,;]{2,60}?\s+)?for|(?:is|are|(?:shall|will)\s+be|"
    r"remains?)\s+(?:fully\s+)?(?:responsible|answerable|liable)\s+for(?!\s+(?![a-z]+thing\b)[a-z]+ing\s)|"
    r"bears?\s+(?:full\s+)?responsibility\s+for)\s+(?P<what>.+)",
    re.DOTALL,
)
_ACCEPTS = re.compile(
    r"(?P<who>.{2,100}?)\s+accepts?\s+(?!the\s+(?:obligation|duty|commitment)\s+to\s)(?:,?\s*(?:by|through|with|upon|in)\s+(?:(?:its|their|the|this)\s+)?(?:\w+\s+)?"
    r"(?:signatures?|signing|declarations?|letters?|writing)(?:\s+(?:of|below|hereto)(?:\s+this\s+\w+)?)?\s*,?\s+)?"
    r"(?P<what>(?:its|their|the|this|these|those|all)\s+(?:tasks?|duty|duties|role|"
    r"functions?|mandate|obligations?|"
    r"responsibilit(?:y|ies)|designation|appointment)\b.*)",
    re.DOTALL,
)
_LEAVES = (
    r"(?:nothing\s+in\s+(?:this|the\s+present)\s+[\w\-]+\s+(?:(?:shall|may|is\s+to)\s+)?"
    r"(?:affects?|prejudices?|limits?|impl(?:y|ies)|alters?|changes?|be\s+(?:construed|interpreted|understood|"
    r"read)|constitutes?)\b"
    r"|(?:this|these|the)\s+[\w\-]+(?:\s+[\w\-]+){0,3}?\s+(?:(?:is|are)\s+without\s+prejudice\s+to|(?:does|do|"
    r"shall)\s+not\s+(?:affect|prejudice|constitute|imply))\b"
    r"|(?:the|this|an?)\s+[\w\-]+(?:\s+[\w\-]+){0,4}?\s+(?:is|are|shall\s+be)\s+(?:not\s+an?\s|"
    r"(?:to\s+be\s+)?(?:considered|deemed|regarded|treated(?=\s+as\b))\s+(?!(?:as\s+)?(?:prohibited|forbidden|banned|allowed|"
    r"permitted)\b)))"
    r"(?:(?!\b(?:shall|must|may|will|if|unless|when|until)\b)[^;])+?"
)
_APPLIES = (
    _WHAT.replace("?P<what>", "?:")
    + r"\s+(?:(?:(?:shall\s+)?(?:not\s+)?(?:apply|extend)|applies|extends|(?:does|do)\s+not\s+(?:apply|extend))\s+"
    r"(?:(?:only|equally|also)\s+)?(?:to|in|at|on|throughout|within|over|along|everywhere|both)|covers?|binds?)\s"
    r"(?:(?!\b(?:shall|must|may|will|if|unless|when|until|from)\b)[^;])+?"
)
"""Where, on what and to whom the text applies."""
_NEED_NOT = re.compile(
    r"(?P<who>[^,;]{2,100}?)\s+(?:(?:need\s+not|(?:does|do)\s+not\s+(?:need|have)\s+to)|(?:is|are|(?:shall|will)\s+be)\s+(?:not\s+(?:required|obliged|obligated|bound|"
    r"under\s+an\s+obligation)|under\s+no\s+obligation|exempt(?:ed)?\s+from\s+(?:the\s+)?(?:duty|obligation))|"
    r"(?:shall|will)\s+not\s+be\s+(?:required|obliged|obligated|bound)|"
    r"(?:has|have)\s+no\s+(?:duty|obligation))\s+[^;]+"
    r"|(?:[Nn]obody|[Nn]o\s+one)\s+(?:is|(?:shall|will)\s+be)\s+(?:required|obliged|obligated|bound)\s+to\s+[^,;]+"
)
"""Of what somebody is free: no duty, and no permission that anything could test."""
_FREE_OF = re.compile(
    r"(?P<who>[^,;]{2,100}?)\s+(?:(?:shall|will)\s+(?:be|remain)|is|are|remains?)\s+(?:exempt(?:ed)?\s+from|free\s+(?:of|from))\s+(?:(?:the|all|any)\s+)*"
    r"(?:[a-z\-]+(?:,\s+|\s+(?:and\s+|or\s+)?)){0,4}?(?:duties|duty|tax(?:es|ation)?|fees?|tolls?|charges?|levy|levies|dues|customs|inspections?|controls?|search(?:es)?|visas?|censorship|"
    r"seizure|requisition|conscription|jurisdiction|prosecution|military\s+service)(?:\s+(?:of|on|in|by|at)\s[^,;]{2,60})?"
)
"""What goods or people are free of: so they are by law, and nobody does anything."""
_MODAL = re.compile(r"\b(?:shall|must|may|will)\b")
_NEED_NOT_MODAL = re.compile(
    r"\b(?:shall|will)\s+(?:not\s+)?be\s+(?:not\s+)?(?:required|obliged|obligated|bound|under|exempt)"
)
_STATUS = re.compile(rf"{_LEAVES}(?:[,;]\s+(?:and|nor)\s+{_LEAVES})*|{_APPLIES}", re.IGNORECASE)


_STARTS = re.compile(r",?\s+(?:(?:immediately\s+)?(?:on|upon)|when|once|after|as\s+soon\s+as)\s+\w", re.IGNORECASE)


@dataclass(frozen=True)
class Laid:
    """What a sentence lays down: form and reading, of whom it speaks and where, and where a duty follows (``tail``)."""

    form: SentenceForm
    reading: str
    who: tuple[str, ...] | None = None
    tail: int | None = None
    named: tuple[int, int] | None = None


def heading_over(raw: str, before: str, marked: bool) -> str:
    """The heading that a piece stands under, or is. Where headings have no mark ("1. Words"), the one over a list of
    terms is known by its words, and holds up to the next line like it."""
    if marked or _TERMS_ALONE.fullmatch(raw):
        return raw
    return "" if _TERMS_ALONE.fullmatch(before) and _BARE.fullmatch(before) and _BARE.fullmatch(raw) else before


def explains_terms(heading: str) -> bool:
    """Whether a heading stands over terms alone, wherever in the text."""
    return _TERMS_ALONE.fullmatch(heading) is not None


def definition_in(view: View, raw: str, heading: str, start: int, path: str) -> Definition | None:
    """``**X** means ...``, ``"X" means ...``; "is" and "includes" only define what is marked as a term. ``**X** – ...``
    defines it under a heading that says that terms are explained there, and ``X is ...`` where nothing else is said."""
    match = _DEFINITION.match(raw) or (_GLOSS.match(raw) if _OF_TERMS.search(heading) else None)
    told = match.groupdict() if match else {}
    term = told.get("bold") or told.get("quoted") or ("" if told.get("is") else told.get("plain")) or ""
    marked = told.get("bold") or told.get("quoted")
    if match is None and (meant := _MEANT.match(raw) or _ITALIC.match(raw)):
        match, term, marked = meant, meant["term"], meant["term"]
    if not marked and (not term or re.match(r"(?:This|That|It|The|No|Each|What|How|Which|She|He|They|We|Who)\b", term)):
        match = _UNMARKED.fullmatch(raw) if explains_terms(heading) else None
        term = match["term"] if match else ""
    if not match:
        return None
    term, meaning = " ".join(term.split()), " ".join(match["meaning"].split())
    annex = _ANNEX.search(meaning)
    span = Span(start=start, end=start + len(raw), exact=view.file[start : start + len(raw)], document=path)
    return Definition(term=term, meaning=meaning.rstrip(" ."), span=span, annex=annex["letter"] if annex else None)


def inline_terms(raw: str) -> list[str]:
    """Terms that a sentence introduces in brackets: ``(the "Commission")``."""
    return [" ".join(match["term"].split()) for match in _INLINE.finditer(raw)]


def laid_down(view: View, names: Names, pronoun: tuple[str, ...] | None) -> Laid | None:
    """What ``view`` lays down, or ``None`` if its sentence is none of these forms."""
    text = view.text.rstrip(" .;")
    return (
        _established(text, names)
        or _composed(text, names, pronoun)
        or _in_force(text, names)
        or _lasting(text, names)
        or _undertaken(text, names)
        or _left_alone(text, names)
        or _exempt(text)
    )


def _established(text: str, names: Names) -> Laid | None:
    body = body_established(text)
    if not body:
        return None
    passive = re.match(
        rf"(?P<who>.+?)\s+(?:(?:shall|will)\s+be|is|are)\s+(?:hereby\s+)?{FOUNDED}\b",
        text,
    )
    hereby = re.match(r"The\s+(?:Parties|Sides)\s+(?:hereby\s+)?(?:establish|create|set up|form)\b", text)
    if not passive and not hereby:
        return None  # "shall establish a Commission by D+7" is a duty, read as such; its body is known all the same
    if passive and re.match(r".+?\s+(?:shall|will)\s+be\b", passive.group()):
        return None
    end = passive.end() if passive else hereby.end() if hereby else len(text)
    tail = _tail(text, end)
    rest = text[end : tail[0] if tail else len(text)].strip(" ,") if passive else ""
    more = f", {rest}" if rest else ""
    id = names.actor_id(body.name) or body.id  # the front matter's short name, where it has one
    be = "are" if _SEVERAL.search(body.name.partition(" of ")[0]) else "is"
    told = f"{_called(body)} {be} established{more}."
    return Laid(SentenceForm.ESTABLISHMENT, told, (id,), tail[1] if tail else None)


_SEVERAL = re.compile(r"[^s]s\Z")
"""A name in the plural: "the Arbiters", but no "Congress"."""


def _called(body: Party) -> str:
    return f"The {body.name}" + (f" ({body.id})" if body.id != body.name else "")


def _tail(text: str, start: int) -> tuple[int, int] | None:
    """Where "and shall ..." follows: the end of what was laid down, and the start of its modal."""
    match = re.compile(r"\s*,?\s+(?:(?:and|but)\s+(?:it\s+)?|(?<=,\s)which\s+)(?=(?:shall|may|must|will)\b)").search(
        text, start
    )
    return (match.start(), match.end()) if match else None


def _composed(text: str, names: Names, pronoun: tuple[str, ...] | None) -> Laid | None:
    match = _COMPOSED.match(text)
    if not match:
        return None
    who = match["body"]
    ids = pronoun if re.fullmatch(r"it", who, re.IGNORECASE) else None
    body = ids[0] if ids and len(ids) == 1 else names.actor_id(who)
    if body is None or not any(body == each.id for each in (*names.bodies, *names.actors)):
        return None
    if any(body == party.id for party in names.parties):
        return None
    tail = _tail(text, match.start("members"))
    members = text[match.start("members") : tail[0] if tail else len(text)]
    if members.startswith("to ") or not _MEMBERS.search(members):
        return None
    said = names.said(body)
    reading = f"{said[0].upper()}{said[1:]} is made up of {members.strip(' ,')}."
    return Laid(SentenceForm.COMPOSITION, reading, (body,), tail[1] if tail else None, match.span("body"))


def _dated(words: str, names: Names) -> bool:
    return bool(instants(words) or durations(words) or names_event(words, names))


def _in_force(text: str, names: Names) -> Laid | None:
    match = _FORCE.match(text)
    if not match or not (_STARTS.match(match["rest"]) or _dated(match["rest"], names)):
        return None
    enter = "enter" if match["what"].startswith("These") else "enters"
    return Laid(SentenceForm.ENTRY_INTO_FORCE, f"{_subject(match['what'])} {enter} into force{match['rest']}.")


def _lasting(text: str, names: Names) -> Laid | None:
    survives = _SURVIVES.fullmatch(text)
    if survives and re.search(r"\b(?:ends?|ended|expiry|expired|termination|terminated|lapse)\b", survives["rest"]):
        return Laid(SentenceForm.DURATION, f"{text}.")
    match = _LASTS.match(text)
    runs_out = _RUNS_OUT.fullmatch(text)
    if runs_out and _dated(runs_out["rest"], names):
        return Laid(SentenceForm.DURATION, f"{text}.")
    if not match or not _dated(match["rest"], names):
        return None
    verb = " ".join(match["verb"].split())
    for said, plain in (
        ("shall be ", "is "),
        ("will be ", "is "),
        ("shall remain", "remains"),
        ("shall last", "lasts"),
    ):
        verb = verb.replace(said, plain)
    return Laid(SentenceForm.DURATION, f"{_subject(match['what'])} {verb}{match['rest']}.")


def _undertaken(text: str, names: Names) -> Laid | None:
    """Whom somebody answers for, and tasks that somebody accepts; said back in the text's words."""
    for pattern, form, plain in (
        (_ANSWERS, SentenceForm.RESPONSIBILITY, "answers for"),
        (_ACCEPTS, SentenceForm.ACCEPTANCE, "accepts"),
    ):
        match = pattern.match(text)
        who = names.bearers(match["who"]) if match else None
        if not match or not who:
            continue
        tail = _tail(text, match.start("what"))
        what = text[match.start("what") : tail[0] if tail else len(text)].strip(" ,")
        if _MODAL.search(what):
            return None
        said = bearers_said(who, names.is_parties(match["who"]), names)
        plain = plain if len(who) == 1 or said.startswith("each ") else plain.replace("answers", "answer").rstrip("s")
        whom = match.groupdict().get("to") or ""
        plain = plain.replace(" for", f" {whom}for")
        told = f"{said[0].upper()}{said[1:]} {plain} {what}."
        if len(who) == 1 and not names.knows(who[0]):  # "each commander"
            told = f"{text[: tail[0] if tail else len(text)].strip(' ,')}."
        return Laid(form, told, who, tail[1] if tail else None, match.span("who"))
    return None


def _exempt(text: str) -> Laid | None:
    """What a provision does not apply to; the obligations that it is an exception to are filled afterwards."""
    return Laid(SentenceForm.STATUS, f"{text[0].upper()}{text[1:]}.") if exempting(text) else None


def _left_alone(text: str, names: Names) -> Laid | None:
    """What the text says of itself or of a line and what it leaves as it is: no duty; in the text's own words."""
    if releases(text):
        return None
    match = (
        _STATUS.fullmatch(text)
        or _FREE_OF.fullmatch(text)
        or (None if _MODAL.search(_NEED_NOT_MODAL.sub("", text)) else _NEED_NOT.fullmatch(text))
    )
    if match is None and not stands_for_itself(text):
        return _free_but(text, names)
    return Laid(SentenceForm.STATUS, f"{text[0].upper()}{text[1:]}.")


def _free_but(text: str, names: Names) -> Laid | None:
    """What somebody need not do, "but shall" do instead; what goods are free of, "and shall" undergo."""
    but = re.compile(r",?\s+(?:but|and)\s+(?=(?:shall|must|will|may)\b)").search(text)
    free = text[: but.start()] if but else ""
    match = _NEED_NOT.fullmatch(free) or _FREE_OF.fullmatch(free)
    plain = match is not None and not _MODAL.search(_NEED_NOT_MODAL.sub("", free))
    who = (names.bearers(match["who"]) or (match["who"][0].lower() + match["who"][1:],)) if match and plain else None
    return Laid(SentenceForm.STATUS, f"{free[0].upper()}{free[1:]}.", who, but.end()) if but and who else None


def _subject(what: str) -> str:
    return "This agreement" if what.lower() == "it" else what[0].upper() + what[1:]
