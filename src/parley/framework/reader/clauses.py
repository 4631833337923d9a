"""Clauses: who must, must not or may do what. The grammar is in ``docs/reference/framework-language.md``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from parley.model import Modality, Thing, Trigger
from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.numbers import PATTERN
from parley.text.wordlist import word_set

from .anyone import anyone, them
from .asides import MANNERS, TIMELIKE, WITHOUT
from .bans import read_ban
from .clause import Clause
from .deeds import ADVERBS, read_active
from .following import MORE_ABOUT, SET_OFF, WHERE_THEY, next_bound
from .inferred import infer_act, infer_place, infer_trigger
from .joints import MOST_JOINTS, stretches
from .leads import without_lead
from .leftovers import may_hide_a_condition
from .limits import infer_limit
from .modals import MODALS, impersonal, modality_of
from .names import Names
from .own_case import CASE, THERE
from .passives import read_passive, read_somebody
from .sharing import likewise, share, share_time, shared_verb
from .slots import fill, fill_fronted
from .states import read_state, stands_at, state_at
from .subjects import FRONTED, Subject, subject_of
from .turned import turned
from .unlisted import unlisted_verb

_CONDITION = re.compile(r"\s*(?:where|wherever|when|whenever|if|unless|once|in\s+case)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whoever|whomever|where)\s+\Z")
_OF_DOING = re.compile(r"\s+of\s+(?P<what>(?:receiving|having\s+received)\s+[^,;]{2,40})\Z")
"""What a time is counted from, put in before a verb: "within two days of receiving it,"."""
_NEEDS_OBJECT = word_set("keep place put set take give bring make position install locate hide conceal hand")
"""Verbs that mean little without what they are done to: then they belong to a phrase that no lexicon has."""
_TOGETHER = re.compile(
    r"(?:in\s+(?:close\s+|full\s+)?(?:consultation|coordination|cooperation|agreement|accordance|conjunction|"
    r"line)|together|jointly)\b"
)
_THING = rf"(?:(?:the|its|their|all|any|every|each|both|an?|{PATTERN})\s|(?:[a-z\-]+\s+){{0,3}}[a-z\-]+s\b)"
_HOW_BEHIND = re.compile(rf"\s+(?P<how>{MANNERS.pattern})\s+(?={_THING})", re.IGNORECASE)
_THROUGH_WHOM = re.compile(
    rf",\s+(?P<how>{MANNERS.pattern}|(?:through|via|by\s+way\s+of|with\s+the\s+(?:help|aid|assistance)\s+of)\s+(?:(?!\d)[^,;]){{2,60}}),\s+"
    rf"(?={_THING})",
    re.IGNORECASE,
)
"""Between a verb and its object: how it is done, and through whom."""
_HASTE = re.compile(rf"(?P<how>{MANNERS.pattern}),?\s+(?:and|but)\s+", re.IGNORECASE)
"""Before a limit: "shall, at once and in any event by D+2, free the crews"."""
_NOR = re.compile(
    r",?\s+(?P<nor>(?:(?:and|but)\s+)?neither|(?:and\s+)?nor)\s(?P<modal>shall|may|must|will)\s(?P<who>they|it|the\s(?:Part(?:y|ies)|other\sParty|sides)|"
    r"[^,;]{2,60}?(?=\sbe\s)|[^\s,;]+(?:\s[^\s,;]+)?)(?=\s)"
)


def read_clause(text: str, names: Names, pronoun: tuple[str, ...] | None = None) -> list[tuple[Clause, int]] | None:
    """The clauses of a sentence that share a subject, each with its offset; ``None`` where any part isn't understood.

    ``pronoun`` is whom "it" and "they" mean: the bearer or body of the sentence before.
    """
    text = without_lead(text)
    nobodys = impersonal(text.lstrip())
    if nobodys and nobodys[0] is Modality.MUST_NOT:
        pronoun = None  # "It is forbidden to lay mines": to anybody, whoever "it" was before
    forbidden = read_ban(text, names)
    if forbidden:
        return [(clause, 0) for clause in forbidden]
    laid_out: list[tuple[Clause, int]] = []
    for usual in (several := turned(text, names)):
        read = read_clause(usual.text, names, pronoun)
        if not read:
            return None
        for clause, _ in read:
            usual.put_back(clause)
        laid_out += read
    if several:
        return laid_out
    halves = _halves(text, names, pronoun)
    if halves:
        return halves
    allowed = _BANNED_AND.match(text)
    if allowed:
        return _ban_and(text, allowed, names, pronoun)
    nor = _NOR.search(text)
    if nor and not _neither_does(text, nor):
        return _nor(text, nor, names, pronoun)
    for modal in main_modals(text, names):
        if modal.start() > 400:
            return None
        subject = subject_of(text[: modal.start()], names, pronoun)
        if subject is None:
            continue
        return _predicates(text, modal, subject, names)
    return None


def _neither_does(text: str, nor: re.Match[str]) -> bool:
    """Whether "neither" is who does it: "and neither shall attack repair crews", where no other verb follows."""
    deed = text[nor.end("modal") :].lstrip()
    behind = text[nor.end("who") :].lstrip()
    return "neither" in nor["nor"] and bool(verb_at_start(deed, base=True)) and not verb_at_start(behind, base=True)


def main_modals(text: str, names: Names) -> Iterator[re.Match[str]]:
    """The modals of ``text`` that stand in no case in front and in no relative clause."""
    for modal in MODALS.finditer(text):
        if _RELATIVE.search(text[max(0, modal.start() - 12) : modal.start()]):
            continue  # "any dispute that may arise"
        if _CONDITION.match(text) and "," not in text[: modal.start()] and "," in text[modal.end() :]:
            continue  # "Where fire cannot be avoided, commanders shall ..."
        if _open_relative(text[: modal.start()], names):
            continue  # "any camp which the Commission may"
        yield modal


def _halves(text: str, names: Names, pronoun: tuple[str, ...] | None) -> list[tuple[Clause, int]] | None:
    """ "Kestria shall report by D+2; if it does not, Orlavia may suspend deliveries": each half with its own front."""
    failing = _FAILING.search(text)
    if failing:
        return _failing(text, failing, names, pronoun)
    cut = _OWN_FRONT.search(text)
    if not cut or not MODALS.search(text, 0, cut.start()) or not MODALS.search(text, cut.end()):
        return None
    first = read_clause(text[: cut.start()], names, pronoun)
    if not first:
        return None
    last = first[-1][0].bearer
    second = read_clause(" " * cut.end() + text[cut.end() :], names, last or pronoun)
    return first + second if second else None


_FAILING = re.compile(
    r"[,;]\s+(?:and\s+)?(?P<failing>failing\s+(?:which|that|this)|otherwise|in\s+default(?:\s+(?:of\s+which|thereof))?(?=,)|or\s+else|if\s+not),?\s+"
    r"(?=[^,;]{2,120}?\s(?:shall|must|may|will)\s)"
)
"""Before what follows where a duty isn't done."""


def _failing(
    text: str, cut: re.Match[str], names: Names, pronoun: tuple[str, ...] | None
) -> list[tuple[Clause, int]] | None:
    """ "The JVC shall reply within a day, failing which the convoy may leave": what was to be done is the case."""
    first = read_clause(text[: cut.start()], names, pronoun)
    last = first[-1][0].bearer if first else None
    second = read_clause(" " * cut.end() + text[cut.end() :], names, last or pronoun) if first else None
    if not first or not second or any(clause.trigger for clause, _ in second):
        return None
    for clause, _ in second:
        clause.trigger = Trigger(kind="failing", event=text[: cut.start()].strip())
        clause.said["trigger"] = [cut.span("failing")]
    return first + second


_BANNED_AND = re.compile(
    r"(?:(?!\b(?:if|when|where|unless|until|while|who|that|which|shall|must|may|will)\b)[^;])+?\s(?:is|are)\s+(?:strictly\s+)?(?:not\s+)?"
    r"(?:allowed|permitted|prohibited|forbidden|banned)\b(?:(?!\b(?:if|when|where|unless|until|provided|while|who|that|which)\b)[^;])*?"
    r"(?P<joint>(?:,\s+(?:and|but)|;(?:\s+(?:and|but))?|\s+and)\s+)(?=(?:the|any|all|both|each|those|existing|[a-z]+\s+ones)\b[^,;]{0,80}?\s"
    r"(?:shall|must|may|will)\s)"
)


def _ban_and(
    text: str, allowed: re.Match[str], names: Names, pronoun: tuple[str, ...] | None
) -> list[tuple[Clause, int]] | None:
    """ "No new posts are allowed there, and existing ones must be closed": a ban, and a duty of another subject."""
    first = read_ban(text[: allowed.start("joint")], names)
    second = read_clause(" " * allowed.end() + text[allowed.end() :], names, pronoun)
    return [*((clause, 0) for clause in first), *second] if first and second else None


_OWN_FRONT = re.compile(
    rf";\s+(?:and\s+|but\s+)?(?=(?:{CASE}|(?:after|within|from|by|before|in|{THERE})\s)[^,;]{{0,160}},\s)",
    re.IGNORECASE,
)
"""Where a second sentence begins behind a semicolon, with a case or a time of its own before its subject."""
_WHOM = re.compile(
    r"\b(?:which|(?<!, )that|that(?!\s+(?:[Pp]arty|[Ss]ide)\b)|whom|whose|whoever|whomever|whatever)\s+"
    r"(?=(?:the|an?|each|every|any|either|its|their|both|it|they)\b|[A-Z])"
)

_OWN_VERB = re.compile(r".+\s(?:now\s+|already\s+)?[a-z]{2,}s|(?:[Bb]oth\s.+|.+[^\Ws])\s[a-z]{3,}")
"""Somebody and the verb of a relative clause, which is closed with it."""
_SAID_THAT = re.compile(
    r"\b(?:agreed?|declared?|decided?|so|ensured?|provided|condition|understood)\s*\Z", re.IGNORECASE
)


def _open_relative(before: str, names: Names) -> bool:
    """Whether a relative clause is open at the end of ``before``: "an umpire whom the President"."""
    for whom in _WHOM.finditer(before):
        who = before[whom.end() :].strip(" ,")
        if _OWN_VERB.fullmatch(who) and names.bearers(who.rpartition(" ")[0]):
            continue  # "the boats that Kestria lends"
        if "," not in who and not MODALS.search(f"{who} ") and (re.fullmatch(r"it|they", who) or anyone(who, names)):
            return _SAID_THAT.search(before[: whom.start()]) is None
    return False


def _nor(
    text: str, nor: re.Match[str], names: Names, pronoun: tuple[str, ...] | None
) -> list[tuple[Clause, int]] | None:
    """ "The Parties shall not hinder X, nor shall they hinder Y": the second half with its words in usual order."""
    first = read_clause(text[: nor.start()], names, pronoun)
    if not first:
        return None
    usual = f"{nor['who']} {nor['modal']} not".ljust(nor.end() - nor.start("nor"))  # so that places stay
    second = read_clause(
        " " * nor.start("nor") + usual + text[nor.end() :],
        names,
        first[-1][0].bearer or pronoun,
    )
    if not second:
        return None
    for clause, _ in second:
        clause.said["modality"] = [(nor.start("nor"), nor.end("modal"))]
        who, shift = nor.span("who"), nor.start("who") - nor.start("nor")
        for slot, parts in clause.said.items():  # who stands behind "nor shall", and was read before it
            if slot != "modality":
                clause.said[slot] = [
                    (start + shift, stop + shift)
                    if nor.start("nor") <= start and stop <= who[1] - shift
                    else (start, stop)
                    for start, stop in parts
                ]
        if clause.bearer and not clause.passive:
            clause.said["bearer"] = [who]
    return first + second


def _predicates(text: str, modal: re.Match[str], subject: Subject, names: Names) -> list[tuple[Clause, int]] | None:
    """The predicate of ``modal`` and those joined to it by "and shall", "but may", "; it shall", ", which shall"."""
    bounds = next_bound(text, modal.end(), subject, names)
    end = bounds[0] if bounds else len(text)
    read = _deeds(text, modal, end, subject, names)
    if read is None:
        return None
    if not bounds:
        return read
    if (
        not read[-1][0].passive
        and bounds[2].words != subject.words
        and set(read[-1][0].said) <= {"bearer", "modality", "act"}
        and not read[-1][0].rest
        and not (len(read[-1][0].deeds) == 1 and SET_OFF.match(text, bounds[0]))
    ):
        return None  # "X shall allow and Y shall not impede convoys": the object stands elsewhere
    following = MODALS.match(text, bounds[1])
    if not following:
        return None
    if WHERE_THEY.match(text, bounds[0]) and read[-1][0].object and not read[-1][0].passive:
        return None  # "shall send delegates to Tarn, where they shall sign": who they are, nobody tells
    later = likewise(text, following, bounds[2], read[-1], names) or _predicates(text, following, bounds[2], names)
    if later is None and MORE_ABOUT.match(text, bounds[0]):
        read[-1][0].rest.append(
            text[bounds[0] :].strip(" ,.;")
        )  # "an officer, who shall be reachable": more about them
        return read
    if later is None:
        return None
    for clause, _ in later:
        earlier = next((each.trigger for each, _ in read if each.trigger), None)
        if clause.trigger and clause.trigger.event == "one":  # "... 30 days without one"
            if earlier is None:
                return None
            clause.trigger = clause.trigger.replace(event=earlier.event)
    if ";" not in text[bounds[0] : bounds[1]]:
        share_time(text, subject, [each for each, _ in read], [each for each, _ in later], names)
    return read + later


def _deeds(
    text: str, modal: re.Match[str], end: int, subject: Subject, names: Names
) -> list[tuple[Clause, int]] | None:
    """The clauses of one modal: "shall withdraw A by D+7 and report B" are two."""
    clauses: list[tuple[Clause, int]] = []
    shared, stop = 0, modal.end()
    for deed in stretches(text, modal, end):
        if ";" in text[stop : deed.first]:  # what stands behind a semicolon bounds nothing before it
            share([clause for clause, _ in clauses[shared:]])
            shared = len(clauses)
        stop = deed.last
        for words in shared_verb(text, deed.first, deed.last, names):
            clause = _one(words, modal, deed.first, deed.last, subject, names, deed.modality)
            if clause is None:
                return None
            clauses.append((clause, deed.first))
    share([clause for clause, _ in clauses[shared:]])
    return clauses


def _one(
    text: str,
    modal: re.Match[str],
    start: int,
    end: int,
    subject: Subject,
    names: Names,
    modality: Modality | None = None,
) -> Clause | None:
    clause = Clause(bearer=subject.bearer)
    clause.collective = subject.bearer is not None and (
        names.is_parties(subject.words) or them(subject.words, names, None) == subject.bearer
    )
    clause.modality = modality or modality_of(modal, subject.none_of)
    if clause.modality is None:
        return None
    clause.only = subject.only
    if clause.only and clause.modality is Modality.MUST_NOT:
        return None
    if clause.only:
        clause.modality = Modality.MAY  # "only A shall carry arms" leaves A free, and bars everybody else
    clause.said["modality"] = (
        [modal.span()] if not subject.none_of else [(subject.part[0], subject.part[0] + 2), modal.span()]
    )
    if subject.bearer:
        clause.said["bearer"] = [subject.part]
    if subject.trigger and subject.trigger_part:
        clause.trigger = subject.trigger
        clause.said["trigger"] = [subject.trigger_part]
    body = text[start:end].rstrip(" .;,")
    inserted = _inserted(text, start, body, clause, names)
    adverbs = ADVERBS.match(body, inserted)
    at = _inserted(text, start, body, clause, names, adverbs.end()) if adverbs else inserted
    be = re.compile(r"(?:to\s+)?be[\s,]+").match(body, at)
    state = state_at(body, at) or stands_at(body, at, names)
    if state:
        after = read_state(body, start, state, clause, subject, names)
    elif be:
        after = read_passive(text, body, start, be.end(), clause, subject, names)
    elif start > modal.end() + 1 and text[modal.end() :].lstrip(" ,").startswith("be "):
        after = read_passive(text, body, start, at, clause, subject, names)  # "be facilitated by A and supported by B"
    elif subject.bearer is None:
        after = read_somebody(body, start, at, clause, subject, names)
    else:
        after = read_active(body, start, at, clause, names)
    after = None if after is None else _with_none(body, start, after, clause)
    if after is None:
        return None
    how = _HOW_BEHIND.match(body, after) or _THROUGH_WHOM.match(body, after)
    if how and not clause.passive:  # "suspend in whole or in part the performance of"
        clause.rest.append(how["how"])
        after = how.end()
    if adverbs:
        clause.manner = " ".join(filter(None, (clause.manner, adverbs.group().strip(" ,"))))
    remainder = (start + after, start + len(body))
    if not fill(text, remainder, clause, names):
        return None
    if not state and clause.object is None and not clause.passive and clause.deeds[0][1] in _NEEDS_OBJECT:
        return None
    if subject.fronted and not fill_fronted(text, subject.fronted, clause, names):
        return None
    if subject.basis:
        clause.rest.append(subject.basis[0].lower() + subject.basis[1:])
    infer_limit(clause)
    infer_act(clause)
    infer_place(clause, names)
    infer_trigger(clause, names)
    return clause


_NONE = re.compile(
    r"\s*(?:(?P<nothing>nothing)(?!\s+(?:but|undone|else\s+than|except|short)\b)\b|(?P<no>no|none\s+of|not\s+a\s+single|neither)\s+(?!(?:(?:more|less|fewer)\s+(?:(?:often|frequently)\s+)?than|later|longer|earlier|"
    r"sooner|closer|nearer|further|greater|way|place|party|side(?!s?\s+(?:in|with|for|against|between)\b))\b))"
)


_NOBODY = re.compile(r"no\s+one\b(?!\s+of\b)")


def _with_none(body: str, base: int, after: int, clause: Clause) -> int | None:
    """ "shall keep no minelayers" is a ban; ``None`` where it denies a denial."""
    inner = clause.object is not None and not clause.passive and bool(clause.said.get("object"))
    start = clause.said["object"][0][0] - base if inner else after
    none = _NONE.match(body, start)
    if not none or clause.passive or clause.cease:
        return after
    if clause.modality is Modality.MUST_NOT:
        return None
    clause.modality = Modality.MUST_NOT
    which = none.lastgroup or "no"
    clause.said["modality"].append((base + none.start(which), base + none.end(which)))
    if none["nothing"]:  # "shall write nothing for the press"
        clause.object = Thing(text="anything")
        clause.said["object"] = [(base + none.start(which), base + none.end(which))]
        return none.end()
    if clause.object is not None and inner and _NOBODY.match(body, start):  # "shall let no one settle"
        clause.object = clause.object.replace(text=_NOBODY.sub("anyone", clause.object.text, count=1))
        return after
    if clause.object is not None and inner:
        clause.object = clause.object.replace(text=clause.object.text[none.end() - start :])
        clause.said["object"] = [(clause.said["object"][0][0] + none.end() - start, clause.said["object"][0][1])]
        return after
    return none.end()


def _inserted(text: str, start: int, body: str, clause: Clause, names: Names, at: int = 0) -> int:
    """Adjuncts between the modal and the verb ("shall, by D+3, designate"): taken, and where the verb begins."""
    lead = re.compile(r"[\s,]*").match(body, at)
    at = lead.end() if lead else at
    lead_words = text[max(0, start - 2) : start + at]
    if not FRONTED.match(body, at) and not body.startswith("under any circumstances", at) and "," not in lead_words:
        return at
    row = MANNERS.match(body, at)
    for close in islice(re.finditer(r"\s*,\s+|\s+", body[at:]), MOST_JOINTS):
        stop, following = at + close.start(), at + close.end()
        if row and stop < row.end():
            continue  # "by land, air or water"
        if "," in lead_words and "," not in close.group() and not MANNERS.fullmatch(body, at, stop):
            continue
        unlisted = "," in close.group() and unlisted_verb(body[following:], behind_modal=True)
        listed = verb_at_start(body[following:], base=True) and body[following].islower()  # "Annex" is a name
        if listed or unlisted or body.startswith("be ", following):
            if body[at:stop] == "under any circumstances":
                return following
            aside = _TOGETHER.match(body, at, stop) or MANNERS.fullmatch(body, at, stop)
            if clause.modality is not Modality.MUST_NOT and not TIMELIKE.search(body, at, stop):
                aside = aside or WITHOUT.fullmatch(body, at, stop)
            if aside:
                clause.rest.append(body[at:stop].strip(" ,"))
                return following
            haste = _HASTE.match(body, at, stop)
            begin = haste.end() if haste else at
            told = _OF_DOING.search(body, begin, stop)
            if fill(text, (start + begin, start + (told.start() if told else stop)), clause, names, alone=True):
                clause.rest += [haste["how"]] if haste else []
                clause.rest += [f"(its time counted from {told['what']})"] if told else []
                return following
            if not unlisted and "," in lead_words and "," in close.group() and not may_hide_a_condition(body[at:stop]):
                clause.rest.append(body[at:stop].strip(" ,"))
                return following
    return at
