"""One clause: who must, must not or may do what. The grammar is in ``docs/reference/framework-language.md``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parley.model import Duration, Modality, Relation, Thing, Trigger, Where, Window
from parley.text import durations
from parley.text.acts import act_covers, act_named, acts, inflected, noun_at_start, verb_at_start
from parley.text.numbers import PATTERN, parse_number

from .names import Names
from .reader_conditions import (
    actors_at,
    counterparts,
    exception_in,
    names_event,
    trigger_of,
    triggers,
    verifiers,
)
from .reader_instants import merged, windows
from .reader_places import place_named, places

Part = tuple[int, int]
"""From where to where in the view's text."""


@dataclass
class Clause:
    """What was read of one clause; every field that stays ``None`` was not said.

    ``deeds`` are its acts with the words for them; ``said`` the parts by slot; ``through`` whose doing
    it must ensure or prevent ("its forces"); ``rest`` further words, said back as they stand.
    """

    bearer: tuple[str, ...] | None = None
    collective: bool = False
    modality: Modality | None = None
    deeds: list[tuple[str, str]] = field(default_factory=list)
    passive: bool = False
    through: str | None = None
    object: Thing | None = None
    place: Where | None = None
    window: Window | None = None
    trigger: Trigger | None = None
    exception: str | None = None
    counterpart: tuple[str, ...] | None = None
    verifier: tuple[str, ...] | None = None
    rest: list[str] = field(default_factory=list)
    said: dict[str, list[Part]] = field(default_factory=dict)


_MODALS = re.compile(
    r"\b(?:(?P<not>(?:shall|must|will|may)\s+(?:not|in\s+no\s+case|under\s+no\s+circumstances|never)|cannot|"
    r"(?:undertakes?|agrees?|commits?(?:\s+(?:itself|themselves))?|pledges?)\s+not\s+to|(?:is|are)\s+not\s+(?:permitted|allowed|entitled)\s+to|"
    r"(?:is|are)\s+not\s+to)"
    r"|(?P<must>shall|must|will|(?:undertakes?|agrees?|commits?(?:\s+(?:itself|themselves))?|pledges?)\s+to|"
    r"(?:is|are)\s+(?:required|obliged|bound)\s+to|(?:is|are)\s+to)"
    r"|(?P<may>may|(?:is|are)\s+(?:entitled|permitted|allowed|free|authori[sz]ed)\s+to|(?:has|have)\s+the\s+right\s+to))(?=[\s,])"
)
_FORBIDDEN = re.compile(
    r"\s+(?:(?P<ban>(?:is|are|shall\s+be|remains?)\s+(?:strictly\s+)?(?:prohibited|forbidden|banned|not\s+(?:permitted|allowed))|"
    r"(?:shall|may|must)\s+not\s+be\s+(?:permitted|allowed))|(?P<may>(?:is|are|shall\s+be)\s+(?:permitted|allowed)))(?!\s+to\b)"
)
_NO_COMMA = re.compile(
    r"\s(?P<who>(?:the|each|every|no|neither|both|all)\s+(?:[a-z]+\s)?Part(?:y|ies))\s*\Z", re.IGNORECASE
)
_NO_ONE = re.compile(r"(?:no|neither|none)\b", re.IGNORECASE)
_FRONTED = re.compile(
    r"(?:within|from|by|until|on|if|when|whenever|upon|after|in|during|where|while|once|unless|before|for|no\s+later|not\s+later|at|"
    r"immediately|following|starting|beginning|as\s+of|with\s+effect|subject|following|every|each\s+(?:day|week|month)|prior|provided)\b",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"(?:(?:(?!apply|supply|comply|fly|rely)[a-z]+ly|also|at\s+all\s+times|thereafter|without\s+delay|continue\s+to|therefore|forthwith|at\s+once|"
    r"in\s+good\s+faith|in\s+full|to\s+this\s+end|hereby|each|both|further)\s*,?\s+)+",
    re.IGNORECASE,
)
_CEASE = re.compile(
    r"(?:(?:cease|stop|halt|discontinue|end|suspend)(?=\s+(?:all|any)\b|\s+\w+ing\b|\s+(?:fire|hostilities|attacks|combat))|refrain\s+from|abstain\s+from|"
    r"desist\s+from|put\s+an\s+end\s+to)\s+(?:(?:all|any|the|further|every|carrying\s+out|conducting|engaging\s+in|its|their)\s+)*",
    re.IGNORECASE,
)
_ENSURE = re.compile(
    r"(?:ensure|see\s+to\s+it|guarantee)\s+that\s+(?P<who>(?:its|their|all|the|no)\s+(?:[\w\-]+\s+){0,8}?(?:forces|units|troops|personnel|"
    r"commanders|fighters|soldiers|affiliates|allies|members|officials|authorities)(?:\s+under\s+(?:its|their)\s+(?:command|control)"
    r"(?:\s+(?:and|or)\s+(?:command|control))?)?)\s+(?P<not>(?:do|does|shall|will)\s+not\s+)?(?:shall\s+|will\s+)?",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:give|provide)\s+(?:(?P<to>(?!at\b)\D{2,60}?)\s+)?(?:(?:at\s+least|not\s+less\s+than)\s+)?(?P<length>[\w\-]+\s+(?:hours?|days?|weeks?|months?))"
    r"['’]?\s+(?P<notice>(?:(?:prior|advance|written)\s+)*notice)(?:\s+of\s+(?P<event>[^,;]+))?",
    re.IGNORECASE,
)
_GIVING = re.compile(r"(?:grant|give|allow|provide|guarantee|afford)\s+", re.IGNORECASE)
_LIGHT = re.compile(
    r"(?P<light>complete|carry\s+out|conduct|perform|effect|make|engage\s+in|ensure|launch|take\s+part\s+in|undertake|accomplish|finish|commit)\s+"
    r"(?:(?:the|an?|all|any|its|their|no|further|every|such|full|regular|joint|daily|weekly|new|safe)\s+)*",
    re.IGNORECASE,
)
_PARTICIPLE_LIGHT = re.compile(r"(?:completed|carried\s+out|conducted|performed|effected|made|accomplished|finished)\b", re.IGNORECASE)
_JOINED_VERB = re.compile(r"(?:\s*,\s*|\s*,?\s+(?:and|or)\s+)")
_SECOND_DEED = re.compile(r"(?:,\s*|\s)(?:and|or)\s+(?=(?:not\s+)?[a-z])|;\s*(?=[a-z])")
_AGENT = re.compile(r"\bby\s+")
_LEFT_OUT = re.compile(
    r"\b(?:if|when|whenever|unless|until|except|provided|while|after|before|once|upon|shall|must|may|will|subject\s+to|no\s+later|not\s+later|"
    r"without(?!\s+(?:delay|prejudice|conditions?|exception|distinction|hindrance|restriction))|not|whether|should|deadline)\b"
    r"|\bD\s?[+\-−]\s?\d|\bD-day\b|\d{1,2}[:.]\d{2}\b|\b\d+\s*(?:hours?|days?|weeks?|months?|km|kilomet|nautical|minutes?)\b",
    re.IGNORECASE,
)
_RELATIVE_TRIGGER = re.compile(r"(?P<who>(?:a|an|any|each|every|the)\s+\w+)\s+(?:that|which|who)\s+(?P<does>.+)", re.IGNORECASE)
_LOOSE_AND = re.compile(r"^(?:and|or)\s+|,?\s+(?:and|or)\Z", re.IGNORECASE)
_MANNER = re.compile(
    r",?\s+(?:at\s+all\s+times|at\s+any\s+time|without\s+(?:delay|hindrance|restriction|conditions?)|immediately|promptly|in\s+full|in\s+good\s+faith|"
    r"in\s+writing|by\s+mutual\s+consent)\Z",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[\s,;:.]*(?:and|or)?[\s,;:.]*")
_ADDITION = re.compile(r",\s*(?:including|in\s+particular|such\s+as|especially|among\s+them)\b.*", re.IGNORECASE | re.DOTALL)
_ADVERBIAL = re.compile(
    r"(?:on|at|in|with|by|for|through|along|near|under|as|from|to|into|over|including|without|regardless|against|between|among|during|"
    r"around|jointly|together|inside|outside|within|across|upon)\b",
    re.IGNORECASE,
)
_AT_WHAT = re.compile(r"(?:on|against|upon|at)\s+(?!land\b|sea\b|the\s+ground\b|any\s+time|all\s+times)", re.IGNORECASE)
_OBJECT_IS_PLACE = {"overfly": Relation.IN, "advance": Relation.IN, "occupy": Relation.IN}
_REPORTING = ("report", "notify")
_NOTICE_OF = re.compile(r"\s*(?:,\s*)?(?:of|about|that)\s+")


def read_clause(text: str, names: Names, pronoun: tuple[str, ...] | None = None) -> list[tuple[Clause, int]] | None:
    """The clauses of a sentence that share a subject, each with its offset; ``None`` where any part isn't understood.

    ``pronoun`` is whom "it" and "they" mean: the bearer or body of the sentence before.
    """
    forbidden = _forbidden(text, names)
    if forbidden:
        return [(forbidden, 0)]
    for modal in _MODALS.finditer(text):
        if modal.start() > 400:
            return None
        subject = _subject(text[: modal.start()], names, pronoun)
        if subject is None:
            continue
        return _predicates(text, modal, subject, names)
    return None


@dataclass
class _Subject:
    """What stands before the modal: who, or what for a passive; the adjuncts before and behind it."""

    part: Part
    words: str
    bearer: tuple[str, ...] | None
    none_of: bool
    fronted: Part | None
    trigger: Trigger | None = None
    trigger_part: Part | None = None


def _subject(before: str, names: Names, pronoun: tuple[str, ...] | None) -> _Subject | None:
    before = before.rstrip(" ,")
    starts = [0] + [match.end() for match in re.finditer(r",\s+(?:then\s+)?", before)]
    unmarked = _NO_COMMA.search(before)
    if unmarked and _FRONTED.match(before):
        starts.append(unmarked.start("who"))
    loose: _Subject | None = None
    for start in starts:
        if start and not _FRONTED.match(before):
            break
        words = before[start:]
        if not words:
            continue
        fronted = (0, start) if start else None
        none_of = _NO_ONE.match(words) is not None
        plain = re.sub(r"^(?:accordingly|therefore|however|thereafter|and|also)\s*,?\s+", "", words, flags=re.IGNORECASE)
        begin = start + len(words) - len(plain)
        if re.fullmatch(r"it|they|he|she", plain, re.IGNORECASE):
            if pronoun is None:
                return None
            return _Subject((begin, len(before)), plain, pronoun, False, fronted)
        bearer = names.bearers(plain)
        if bearer:
            return _Subject((begin, len(before)), plain, bearer, none_of, fronted)
        relative = _RELATIVE_TRIGGER.fullmatch(plain)
        who = names.bearers(relative["who"]) if relative else None
        if relative and who and opens_with_known(relative["does"]):
            event = trigger_of("if", relative["does"], names)
            verb = verb_at_start(relative["does"])
            if verb and names.term(relative["does"]) is None:
                event = event.replace(event=verb[0])
            part = (begin + relative.start("does"), begin + relative.end("does"))
            return _Subject((begin, begin + relative.end("who")), relative["who"], who, none_of, fronted, event, part)
        if loose is None or not start:
            loose = _Subject((begin, len(before)), plain, None, none_of, fronted)
        if start and _FRONTED.match(before):
            loose = _Subject((begin, len(before)), plain, None, none_of, fronted)
    return loose


def opens_with_known(words: str) -> bool:
    """Whether a verb of the lexicon opens ``words``."""
    return verb_at_start(words) is not None


_NEXT = re.compile(
    r"(?P<join>\s*(?:,\s*(?:and|but|or)|;(?:\s*(?:and|but))?|\s(?:and|but|or))\s+)(?P<subject>[^,;]{0,80}?)\s*(?=\b(?:shall|must|may|will)\b)"
)
_WHICH = re.compile(r",\s*which\s+(?=(?:shall|must|may|will)\b)")


def _predicates(text: str, modal: re.Match[str], subject: _Subject, names: Names) -> list[tuple[Clause, int]] | None:
    """The predicate of ``modal`` and those joined to it by "and shall", "but may", "; it shall", ", which shall"."""
    bounds = _next_bound(text, modal.end(), subject, names)
    end = bounds[0] if bounds else len(text)
    read = _deeds(text, modal, end, subject, names)
    if read is None:
        return None
    if not bounds:
        return read
    following = _MODALS.match(text, bounds[1])
    if not following:
        return None
    later = _predicates(text, following, bounds[2], names)
    if later is None:
        return None
    for clause, _ in later:
        earlier = next((each.trigger for each, _ in read if each.trigger), None)
        if clause.trigger and clause.trigger.event == "one":  # "... 30 days without one"
            if earlier is None:
                return None
            clause.trigger = clause.trigger.replace(event=earlier.event)
    return read + later


def _next_bound(text: str, start: int, subject: _Subject, names: Names) -> tuple[int, int, _Subject] | None:
    """Where the next predicate's joint begins, where its modal stands, and whose predicate it is."""
    which = _WHICH.search(text, start)
    for match in _NEXT.finditer(text, start):
        if which and which.start() < match.start():
            break
        words = match["subject"].strip()
        part = match.span("subject")
        if not words or re.fullmatch(r"it|they", words, re.IGNORECASE):
            none_of = subject.none_of and not words
            return match.start(), match.end(), _Subject(subject.part, subject.words, subject.bearer, none_of, None)
        bearer = names.bearers(words)
        if bearer:
            return match.start(), match.end(), _Subject(part, words, bearer, _NO_ONE.match(words) is not None, None)
        return match.start(), match.end(), _Subject(part, words, None, _NO_ONE.match(words) is not None, None)
    if which:
        return which.start(), which.end(), _Subject((which.start(), which.end()), "which", None, False, None)
    return None


def _deeds(text: str, modal: re.Match[str], end: int, subject: _Subject, names: Names) -> list[tuple[Clause, int]] | None:
    """The clauses of one modal: "shall withdraw A by D+7 and report B" are two."""
    start = modal.end()
    while start < end and text[start] in " ,":
        start += 1
    cuts = [start]
    if not text.startswith("be ", start):
        for match in _SECOND_DEED.finditer(text, start, end):
            if _begins_deed(text, start, match, end):
                cuts.append(match.end())
    clauses = []
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        for words in _shared_verb(text, first, last, names):
            clause = _one(words, modal, first, last, subject if first == start else _bare(subject), names)
            if clause is None:
                return None
            clauses.append((clause, first))
    return clauses


_AND_WHAT = re.compile(r",?\s+and\s+(?:the\s+)?[\w\-]+(?:\s+(?!and\b|or\b)[\w\-]+){0,4}\s+")


def _shared_verb(text: str, start: int, end: int, names: Names) -> list[str]:
    """"resume A with X, and B with Y" is read twice, each time with the other half blanked."""
    pairs = counterparts(text[start:end], names)
    verb = verb_at_start(text[start:end])
    if len(pairs) != 2 or not verb or pairs[0].ids == pairs[1].ids:
        return [text]
    one, two = ((start + each.start, start + each.end) for each in pairs)
    joined = _AND_WHAT.fullmatch(text, one[1], two[0] + 1) or _AND_WHAT.fullmatch(text, one[1], two[0])
    object_starts = start + verb[1]
    if not joined or not text[object_starts : one[0]].strip():
        return [text]
    first = text[: one[1]] + "\0" * (two[1] - one[1]) + text[two[1] :]
    other = re.compile(r",?\s+and\s+").match(text, one[1])
    other_starts = other.end() if other else one[1]
    second = text[:object_starts] + "\0" * (other_starts - object_starts) + text[other_starts:]
    return [first, second]


def _bare(subject: _Subject) -> _Subject:
    return _Subject(subject.part, subject.words, subject.bearer, subject.none_of, None)


def _begins_deed(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether a verb with an object of its own follows the joint, and an object stands before it."""
    head = _ADVERBS.sub("", text[start : joint.start()], count=1)
    verb = verb_at_start(head)
    if not verb or not head[verb[1] :].strip(" ,"):
        return False
    rest = text[joint.end() : end]
    adverbs = _ADVERBS.match(rest)
    rest = rest[adverbs.end() :] if adverbs else rest
    second = verb_at_start(rest)
    if not second or not any(rest[: second[1]].lower() == form for act in acts() for form in act.verbs):
        return False
    # "attack and fire positions" is no new deed; a determiner, a pronoun or a preposition makes it one.
    return re.match(r"\s+(?:the|an?|its|their|all|any|each|every|it|them|this|that|to|from|in|within|by|of|[A-Z])", rest[second[1] :]) is not None


def _one(text: str, modal: re.Match[str], start: int, end: int, subject: _Subject, names: Names) -> Clause | None:
    clause = Clause(bearer=subject.bearer)
    clause.collective = subject.bearer is not None and names.is_parties(subject.words)
    clause.modality = _modality(modal, subject)
    if clause.modality is None:
        return None
    clause.said["modality"] = [modal.span()] if not subject.none_of else [(subject.part[0], subject.part[0] + 2), modal.span()]
    if subject.bearer:
        clause.said["bearer"] = [subject.part]
    if subject.trigger and subject.trigger_part:
        clause.trigger = subject.trigger
        clause.said["trigger"] = [subject.trigger_part]
    body = text[start:end].rstrip(" .;,")
    inserted = _inserted(text, start, body, clause, names)
    adverbs = _ADVERBS.match(body, inserted)
    at = adverbs.end() if adverbs else inserted
    if body.startswith("be ", at):
        after = _passive(text, body, start, at + 3, clause, subject, names)
    elif subject.bearer is None:
        return None
    else:
        after = _active(body, start, at, clause, names)
    if after is None:
        return None
    if adverbs:
        clause.rest.append(adverbs.group().strip(" ,"))
    remainder = (start + after, start + len(body))
    if not _adjuncts(text, remainder, clause, names):
        return None
    if subject.fronted and not _fronted(text, subject.fronted, clause, names):
        return None
    _infer_place(clause, names)
    _infer_trigger(clause)
    return clause


def _inserted(text: str, start: int, body: str, clause: Clause, names: Names) -> int:
    """Adjuncts between the modal and the verb ("shall, by D+3, designate"): taken, and where the verb begins."""
    lead = re.match(r"[\s,]*", body)
    at = lead.end() if lead else 0
    if not _FRONTED.match(body, at) and not body.startswith("under any circumstances", at):
        return at
    for close in re.finditer(r"\s*,\s+|\s+", body[at:]):
        stop, following = at + close.start(), at + close.end()
        if verb_at_start(body[following:]) or body.startswith("be ", following):
            if body[at:stop] == "under any circumstances":
                return following
            if _adjuncts(text, (start + at, start + stop), clause, names, alone=True):
                return following
    return at


def _modality(modal: re.Match[str], subject: _Subject) -> Modality | None:
    if subject.none_of:
        return None if modal["not"] else Modality.MUST_NOT
    if modal["not"]:
        return Modality.MUST_NOT
    return Modality.MAY if modal["may"] else Modality.MUST


def _active(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """Read the verbs that open ``body`` from ``at`` on; returns where the object begins."""
    cease = _CEASE.match(body, at)
    if cease:
        if clause.modality is not Modality.MUST:
            return None
        stop = _acts_from(body, cease.end(), clause, nouns=True)
        if stop is None:
            return None
        clause.modality = Modality.MUST_NOT
        clause.said["modality"].append((base + at, base + cease.end()))
        clause.said["act"] = [(base + at, base + stop)]
        of = re.compile(r"\s+(?:of|on|against|at)\s+").match(body, stop)
        return of.end() if of and of.group().strip() == "of" else stop
    ensured = _ENSURE.match(body, at)
    if ensured:
        if clause.modality is not Modality.MUST:
            return None
        if ensured["not"]:
            clause.modality = Modality.MUST_NOT
            clause.said["modality"].append((base + at, base + ensured.end()))
        clause.through = ensured["who"].strip()
        return _active(body, base, ensured.end(), clause, names)
    notice = _NOTICE.match(body, at)
    length = durations(notice["length"]) if notice else []
    if notice and length:
        return _notice(body, base, notice, length[0][2], clause, names)
    giving = _GIVING.match(body, at)
    reach = actors_at(body, giving.end(), names) if giving else None
    if giving and reach:
        qualities = re.compile(r"\s+(?:(?:free|full|safe|unhindered|unimpeded|immediate|regular|prior|and)\s+)*").match(body, reach[0])
        begin = qualities.end() if qualities else reach[0]
        found = noun_at_start(body[begin:])
        if found:
            clause.deeds.append((found[0], _infinitive(found[0])))
            clause.counterpart = reach[1]
            clause.said["counterpart"] = [(base + giving.end(), base + reach[0])]
            clause.said["act"] = [(base + at, base + giving.end()), (base + begin, base + begin + found[1])]
            of = re.compile(r"\s+of\s+").match(body, begin + found[1])
            return of.end() if of else begin + found[1]
    light = _LIGHT.match(body, at)
    if light:
        term = next((each for each in names.terms_in(body[light.end() :]) if each[0] == 0), None)
        act = act_named(term[2]) if term else None
        if act:
            clause.deeds.append((act, light["light"]))
            clause.said["act"] = [(base + at, base + light.end("light"))]
            return light.end("light")
        found = noun_at_start(body[light.end() :])
        if found:
            stop = _acts_from(body, light.end(), clause, nouns=True)
            assert stop is not None
            clause.said["act"] = [(base + at, base + stop)]
            of = re.compile(r"\s+of\s+").match(body, stop)
            return of.end() if of else stop
    stop = _acts_from(body, at, clause, nouns=False)
    if stop is not None:
        clause.said["act"] = [(base + at, base + stop)]
    return stop


def _notice(
    body: str, base: int, notice: re.Match[str], length: Duration, clause: Clause, names: Names
) -> int | None:
    """ "give the other Party 72 hours' notice of any rotation"."""
    if notice["to"]:
        reach = actors_at(notice["to"], re.match(r"(?:to\s+)?", notice["to"]).end(), names)  # type: ignore[union-attr]
        if not reach or reach[0] < len(notice["to"].strip()):
            return None
        clause.counterpart = reach[1]
        clause.said["counterpart"] = [(base + notice.start("to"), base + notice.end("to"))]
    clause.deeds.append(("notify", "give notice to" if notice["to"] else "give notice"))
    clause.said["act"] = [(base + notice.start(), base + notice.start() + 4), (base + notice.start("notice"), base + notice.end("notice"))]
    clause.window = Window(within=length)
    clause.said["window"] = [(base + notice.start("length"), base + notice.end("length"))]
    if notice["event"]:
        clause.trigger = trigger_of("before", notice["event"], names)
        clause.said["trigger"] = [(base + notice.start("event"), base + notice.end("event"))]
        clause.said["window"] = [(base + notice.start("length"), base + notice.end("event"))]
    return notice.end()


def _acts_from(body: str, at: int, clause: Clause, nouns: bool) -> int | None:
    """The acts joined by "and", "or" and commas from ``at`` on; returns where they end."""
    find = noun_at_start if nouns else verb_at_start
    found = find(body[at:])
    if not found:
        return None
    while True:
        act, length = found
        words = body[at : at + length]
        clause.deeds.append((act, _nominal(act, words) if nouns else words))
        at += length
        joint = _JOINED_VERB.match(body, at)
        following = find(body[joint.end() :]) if joint else None
        if not joint or not following:
            return at
        at, found = joint.end(), following


def _nominal(act: str, noun: str) -> str:
    """What is done, for an act that a noun names: "withdrawal" is "withdraw", "military flights" are carried out."""
    entry = next(each for each in acts() if each.id == act)
    plain = noun.lower()
    if plain in entry.verbs:
        return plain
    if plain == entry.nouns[0] or not entry.verbs:
        return _infinitive(act)
    gerund = next((verb for verb in entry.verbs if plain in inflected(verb)), None)
    return gerund or f"carry out {noun[0].lower()}{noun[1:]}"


def _infinitive(act: str) -> str:
    return next((each.verbs[0] for each in acts() if each.id == act and each.verbs), act)


def _passive(text: str, body: str, base: int, at: int, clause: Clause, subject: _Subject, names: Names) -> int | None:
    """ "X shall be withdrawn [by Y]": X is the object, Y bears it, or nobody is named."""
    clause.passive = True
    clause.bearer = None
    clause.collective = False
    clause.said.pop("bearer", None)
    adverbs = _ADVERBS.match(body, at)
    at = adverbs.end() if adverbs else at
    object_words, object_part = subject.words, subject.part
    if subject.none_of:
        object_words = re.sub(r"^(?:no|none of|neither)\s+", "", object_words, flags=re.IGNORECASE)
    completed = _PARTICIPLE_LIGHT.match(body, at)
    if completed:
        lead = re.match(r"(?:(?:the|all|any|every|each|an?)\s+)*", object_words, re.IGNORECASE)
        skip = lead.end() if lead else 0
        found = noun_at_start(object_words[skip:])
        if not found:
            return None
        clause.deeds.append((found[0], _participle(found[0])))
        clause.said["act"] = [(object_part[0] + skip, object_part[0] + skip + found[1]), (base + at, base + completed.end())]
        of = re.compile(r"\s+of\s+").match(object_words, skip + found[1])
        begin = of.end() if of else skip + found[1]
        object_words, object_part = object_words[begin:], (object_part[0] + begin, object_part[1])
        stop = completed.end()
    else:
        stop_at = _acts_from(body, at, clause, nouns=False)
        if stop_at is None:
            return None
        clause.said["act"] = [(base + at, base + stop_at)]
        stop = stop_at
    if re.fullmatch(r"one|person|body|nobody", object_words, re.IGNORECASE):
        return None
    if object_words.strip() and object_words != "which":
        if _LEFT_OUT.search(object_words) or len(object_words) > 300:
            return None
        clause.object = _thing(object_words, names)
        clause.said["object"] = [object_part]
    elif object_words == "which" and not text[: subject.part[0]].strip():
        return None
    return stop


def _participle(act: str) -> str:
    """The past participle said back for an act that a noun named."""
    each = next(each for each in acts() if each.id == act)
    irregular = [form for form in each.forms if form.endswith(("n", "ne", "t", "d"))]
    verb = each.verbs[0]
    same = next((form for form in irregular if form[:4] == verb[:4]), None)
    return same or (f"{verb}d" if verb.endswith("e") else f"{verb[:-1]}ied" if re.search(r"[^aeiou]y\Z", verb) else f"{verb}ed")


def _forbidden(text: str, names: Names) -> Clause | None:
    """ "Overflights of the Zone are prohibited": the act is named by the subject, nobody bears it."""
    match = _FORBIDDEN.search(text)
    if not match or match.start() > 300:
        return None
    before = text[: match.start()]
    fronted = (0, 0)
    comma = re.match(rf"(?P<lead>{_FRONTED.pattern}[^,]*,\s+)", before, re.IGNORECASE)
    if comma:
        fronted = (0, comma.end())
    at = fronted[1]
    lead = re.compile(r"(?:(?:the|all|any|every|an?|forms? of|types? of|use of)\s+)*", re.IGNORECASE).match(text, at)
    first = lead.end() if lead else at
    head_end = first
    for _ in range(4):
        found = noun_at_start(text[head_end : match.start()])
        if found:
            break
        step = re.compile(r"[\w\-]+\s+").match(text, head_end, match.start())
        if not step or step.group().strip() in ("of", "in", "by"):
            return None
        head_end = step.end()
    else:
        return None
    clause = Clause(modality=Modality.MAY if match["may"] else Modality.MUST_NOT)
    clause.said["modality"] = [match.span()]
    clause.said["act"] = [(first, head_end + found[1])]
    stop = head_end + found[1]
    of = re.compile(r"\s+of\s+").match(text, stop)
    banned = text[first:stop]
    words = f"carry out {banned[0].lower()}{banned[1:]}" if not banned.isupper() else f"carry out {banned}"
    clause.deeds.append((found[0], f"{words} of" if of else words))
    if not _adjuncts(text, (of.end() if of else stop, match.start()), clause, names):
        return None
    if not _adjuncts(text, (match.end(), len(text.rstrip(" .;,"))), clause, names):
        return None
    _infer_place(clause, names)
    if fronted[1] and not _fronted(text, fronted, clause, names):
        return None
    return clause


def _fronted(text: str, part: Part, clause: Clause, names: Names) -> bool:
    """The adjuncts before the subject must be nothing but adjuncts."""
    before = list(clause.rest), clause.object
    return _adjuncts(text, (part[0], part[1]), clause, names, alone=True) and (list(clause.rest), clause.object) == before


def _adjuncts(text: str, part: Part, clause: Clause, names: Names, alone: bool = False) -> bool:
    """Fill the slots from the words of ``part``; ``False`` where what remains may hide a condition or a time."""
    words = list(text[part[0] : part[1]])
    base = part[0]

    def left() -> str:
        return "".join(words)

    def take(start: int, end: int, slot: str) -> bool:
        clause.said.setdefault(slot, []).append((base + start, base + end))
        words[start:end] = "\0" * (end - start)
        return True

    exception = exception_in(left())
    if exception:
        if clause.exception:
            return False
        clause.exception = left()[exception.start : exception.end].strip(" ,")
        take(exception.start, exception.end, "exception")

    parts: list[Window] = [clause.window] if clause.window else []

    def take_windows() -> bool:
        for found in windows(left(), lambda event: names_event(event, names)):
            if found.event:
                if clause.trigger:
                    return False
                event = left()[found.event[0] : found.event[1]]
                clause.trigger = trigger_of(found.joined, event, names)
                clause.said["trigger"] = [(base + found.event[0], base + found.event[1])]
            parts.append(found.window)
            take(found.start, found.end, "window")
        return True

    conditions = triggers(left(), names)
    first_condition = next((each for each in conditions if each.trigger.kind not in ("after", "following", "before", "until", "during", "prior to")), None)
    if first_condition:
        if clause.trigger:
            return False
        clause.trigger = first_condition.trigger
        take(first_condition.start, first_condition.end, "trigger")
    if not take_windows():
        return False
    late = triggers(left(), names)
    for found in late:
        if clause.trigger or found.trigger.kind == "until":
            return False
        clause.trigger = found.trigger
        take(found.start, found.end, "trigger")
    window = merged(parts)
    if parts and window is None:
        return False
    clause.window = window if parts else None

    for verifier in verifiers(left(), names)[:1]:
        clause.verifier = verifier.ids
        take(verifier.start, verifier.end, "verifier")
    if clause.passive:
        for agent in _AGENT.finditer(left()):
            reach = actors_at(left(), agent.end(), names)
            ids = reach[1] if reach else None
            stop = reach[0] if reach else 0
            if not ids:
                plain = re.compile(r"(?:the\s+)?[\w\-]+(?:\s+of\s+the\s+\w+)?").match(left(), agent.end())
                ids = names.bearers(plain.group()) if plain else None
                stop = plain.end() if plain else 0
            if ids:
                clause.bearer = ids
                clause.collective = names.is_parties(left()[agent.end() : stop])
                take(agent.start(), stop, "bearer")
                break
    for place in places(left(), names):
        if clause.place:
            return False
        clause.place = place.where
        take(place.start, place.end, "place")
    for other in counterparts(left(), names):
        if clause.counterpart and not _joins(left(), other.start):
            break
        clause.counterpart = tuple(dict.fromkeys((*(clause.counterpart or ()), *other.ids)))
        take(other.start, other.end, "counterpart")
    return _rest(left(), base, clause, names, alone)


def _joins(left: str, start: int) -> bool:
    """Whether only "and" stands between the slot before and ``start``: "to Kestria and to the Commission"."""
    return re.search(r"\0\s*,?\s*and\s*\Z", left[:start]) is not None


def _rest(left: str, base: int, clause: Clause, names: Names, alone: bool) -> bool:
    """What no slot took: the object first, then words said back as they stand."""
    pieces = [
        (match.start(), _LOOSE_AND.sub("", match.group().strip(" ,;:()")) if match.start() else match.group().strip(" ,;:()"))
        for match in re.finditer(r"[^\0]+", left)
        if not _EMPTY.fullmatch(match.group().strip("()"))
    ]
    if alone and pieces:
        return False
    later: list[str] = []
    for start, piece in pieces:
        if _LEFT_OUT.search(piece) or len(piece) > 400:
            return False
        begin = base + start + left[start:].find(piece[:1])
        also = re.match(r"(?:and|or)\s+", piece)
        if also and clause.deeds:  # "lay mines or other devices": the verb's own noun, and more
            act, words = clause.deeds[-1]
            clause.deeds[-1] = act, f"{words} {piece}"
            continue
        piece, more = _ADDITION.split(piece, maxsplit=1)[0], _ADDITION.search(piece)
        if more:
            later.append(more.group().strip(" ,"))
        manner = _MANNER.search(piece)
        if manner and manner.start():
            later.append(manner.group().strip(" ,"))
            piece = piece[: manner.start()].strip(" ,")
        at_what = _AT_WHAT.match(piece)
        if at_what and clause.object is None and any(act_covers("attack", act) for act, _ in clause.deeds):
            begin, piece = begin + at_what.end(), piece[at_what.end() :]
        elif piece.startswith("to ") and clause.object is None and any(act == "grant-access" for act, _ in clause.deeds):
            begin, piece = begin + 3, piece[3:]
        elif _ADVERBIAL.match(piece):
            clause.rest.append(piece)
            continue
        if clause.object is None and not clause.passive:
            text = piece
            if clause.counterpart is None and any(act in _REPORTING for act, _ in clause.deeds):
                reach = actors_at(piece, 0, names)
                if reach:
                    clause.counterpart = reach[1]
                    clause.said["counterpart"] = [(begin, begin + reach[0])]
                    of = _NOTICE_OF.match(piece, reach[0])
                    skip = of.end() if of else reach[0]
                    text, begin = piece[skip:].strip(), begin + skip
                    if not text:
                        continue
            clause.object = _thing(text, names)
            clause.said["object"] = [(begin, begin + len(text))]
        else:
            clause.rest.append(piece)
    clause.rest.extend(later)
    return True


def _thing(words: str, names: Names) -> Thing:
    text = " ".join(words.split()).strip(" ,")
    number = re.match(rf"(?:(?:all|the|its|their|at least|up to)\s+)*(?P<number>{PATTERN})\s", text, re.IGNORECASE)
    value = None
    if number and number["number"].lower() not in ("a", "an"):
        value = float(parse_number(number["number"]))
    return Thing(text=text, term=names.term(text), number=value)


def _infer_place(clause: Clause, names: Names) -> None:
    """What is crossed, entered or overflown is a place: "cross the Line", "overflights of the Zone"."""
    relation = _OBJECT_IS_PLACE.get(clause.deeds[0][0])
    if clause.place or not relation or not clause.object:
        return
    of = place_named(clause.object.text, names)
    if of:
        if clause.deeds[0][1].startswith(("cross", "move", "push")):
            relation = Relation.ACROSS
        clause.place = Where(relation=relation, of=of)
        clause.said["place"] = clause.said["object"]


def _infer_trigger(clause: Clause) -> None:
    """ "report every incident within 24 hours": each incident sets the time running."""
    if clause.trigger or not clause.object or not clause.window or not clause.window.within:
        return
    match = re.match(r"(?:every|each|any|all)\s+(?P<event>.+)", clause.object.text, re.IGNORECASE)
    if not match or not any(act in _REPORTING for act, _ in clause.deeds):
        return
    event = clause.object.term or act_named(match["event"]) or match["event"]
    clause.trigger = Trigger(kind="upon", event=event)
    clause.said["trigger"] = clause.said["object"]
