"""Sentences that say a usual thing in an unusual order, laid out as "who shall do what" before they are read.

The words keep their places in the file; what is put in ("shall") stands where the words did that mean it.
"""

from __future__ import annotations

from itertools import islice

from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start

from .anyone import anyone, are_people
from .both_times import both_times
from .calendar_days import same_month_and_year
from .clause import Clause
from .correlatives import but_not, done_neither, either, joined, neither, nor_more, nor_those, not_only, or_to
from .craft import craft
from .dangling import shared_behind
from .elided import exempt_from, shares_as_well, state_and_deed
from .fronts import brought_behind
from .gapped import others_after, others_do, others_kept_from, others_promise, so_does, while_others
from .gapping import (
    and_those,
    be_again,
    by_another,
    each_day,
    nor_done,
    same_unit,
    shared_out,
    that_is_d_day,
    without_weekday,
)
from .gerunds import gerund_first, infinitive_of, kept_from, names_deed, promised
from .names import Names, one_phrase
from .none_such import to_none
from .notices import by_notice
from .orders import FORMS
from .others import each_in_turn, others_share
from .own_case import own_case
from .slots import fill_fronted
from .subjects import FRONTED, without_none
from .unlisted import base_of_gerund, unlisted_participle, unlisted_verb
from .view import View

_DEMANDS = re.compile(
    r"(?:(?:the\s+)?(?:[a-z]+\s+)?council\s+)?(?P<modal>demands|requires|insists|directs)\s+(?:also\s+|further\s+)?that\s+|"
    r"(?P<let>let)\s+",
    re.IGNORECASE,
)
_AND_WHEN = re.compile(
    r"\band(?P<comma>,)\s+(?P<when>(?:within|by|not\s+later|no\s+later|from|until|on|after|before|if|unless|when)\s[^,;]{2,60}),\s+(?=(?P<to>to\s+)?[a-z])"
)
_HAVE_DONE = re.compile(
    r"\b(?:shall|must|will|(?:is|are)\s+to)(?:,\s+[^,;]{3,60},)?\s+(?P<have>have)\s+(?P<done>[a-z]+(?:ed|wn|en|d|t|n)\b)"
)
_OWN_OBJECT = re.compile(r"\s+(?:the|an?|all|any|every|each|both|its|their|them|it)\b|\s+\d")
_NO_NOUN = re.compile(
    r"\s*(?:\Z|[,.;])|\s+(?:by|in|at|on|from|to|behind|within|before|no\s+later|not\s+later|out|home|back)\b|\s+(?-i:[A-Z])"
)
"""Behind what has been done: "unhindered access" is something that somebody has."""
_ENTITLED = re.compile(
    r"\b(?P<are>is|are|shall\s+be)\s+entitled\s+to\s+(?=(?:medical|free|legal|full|fair|equal|[a-z]+ment|"
    r"compensation|pay|leave|food|water|visits|protection|reparation|rest)\b)"
)
_TAKES_PLACE = re.compile(r"\b(?:shall|must|may|will|is\s+to|are\s+to)\s+(?:not\s+)?(?P<place>take\s+place)\b")
_OCCASION = re.compile(
    r"\b(?:exercises?|man(?:o)?euvres?|maneuvers?|drills?|elections?|referendums?|ballots?|votes?|ceremon(?:y|ies)|parades?|"
    r"rall(?:y|ies)|conferences?|trials?|hearings?)(?:\s+of\s+[^,;]{2,60})?\s*\Z",
    re.IGNORECASE,
)
"""What is held, and no deed in itself: "a firing exercise"."""
_GERUND = re.compile(r"[a-z]+ing(?:\s+(?:over|back|up|out|down))?(?:\s+of\s.+)?\s*", re.IGNORECASE)
_QUALITIES = re.compile(
    r"^(?:(?:medical|joint|regular|simultaneous|mutual|further|first|second|third|public|military|civilian|humanitarian|technical|weekly|daily|monthly|final|"
    r"new|such|these|those|subsequent|local|general)\s+)+",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?P<modal>shall|must|will|may)\s+(?P<not>not\s+)?")
_INVERTED = re.compile(
    r"(?P<at>to|from|in|on|at|over|into|through|within)\s+(?P<none>no)\s+(?!(?:later|earlier|more|less|fewer|account|pretext|occasion|grounds?|condition|time|"
    r"point|moment|stage|hour|case|event|circumstances?|instance|way|manner|wise|reason)\b)(?P<where>[a-z][^,;]{2,60}?)(?=\s(?:shall|must|may|will)\s)|(?P<no>not|only|(?:no|not)\s+(?:earlier|sooner)\s+than)\s+(?P<when>(?:until|before|prior\s+to)\b|"
    r"(?<=only )(?:after|when|once|if|upon|with|on|from|at|in|by|where|as|during|within|between|following)\b|"
    r"(?<=than )(?=\S))",
    re.IGNORECASE,
)
_TIMED = re.compile(
    rf"(?={FRONTED.pattern}|thrice\b|(?:three|four|five|six)\s+times\b)(?P<front>(?:(?!\b(?:shall|must|may|will|no|not|neither|never|only|if)\b)[^;]){{3,160}}?)"
    r"(?=\s(?:shall|must|may)\s+(?:the|each|every|both|either|all|any|its|their|(?-i:[A-Z]))\b)",
    re.IGNORECASE,
)
"""A time or a place before an inverted subject: "Twice a year shall the Commission inspect"."""
_DETERMINED = re.compile(r"(?:the|an?|all|both|each|every)\s", re.IGNORECASE)
_MOST_GAPS = 12


def reworded(view: View, names: Names) -> View:
    """``view`` with its words in the usual order; itself where they are in it already."""
    for step in (
        that_is_d_day,
        without_weekday,
        same_month_and_year,
        each_day,
        by_notice,
        own_case,
        while_others,
        so_does,
        others_after,
        others_kept_from,
        others_promise,
        others_do,
        or_to,
        shared_behind,
        brought_behind,
        both_times,
    ):
        view = step(view, names)
    shown = view.text.lower()
    for form in FORMS:
        if not any(sign in shown for sign in form.signs):
            continue
        match = form.pattern.search(view.text, 0, min(len(view.text), 1000))
        if match and _fits(match, names):
            view = _laid_out(view, match, form.order)
    for step in (
        _entitled,
        exempt_from,
        state_and_deed,
        _inverted,
        nor_those,
        gerund_first,
        kept_from,
        promised,
        to_none,
        but_not,
        nor_done,
        neither,
        either,
        nor_more,
        _demanded,
        _thereafter,
        _inserted,
        _perfect,
        _held,
        not_only,
        done_neither,
        same_unit,
        and_those,
        each_in_turn,
        shares_as_well,
        others_share,
        shared_out,
        be_again,
        by_another,
    ):
        view = step(view, names)
    return view


def _fits(match: re.Match[str], names: Names) -> bool:
    groups = match.groupdict()
    who, deed = groups.get("who"), groups.get("deed")
    if (party := groups.get("party")) is not None and not _introduced(without_none(party), names):
        return False
    people = groups.get("people")
    if people is not None and (names_deed(people) or not are_people(people) or craft(people) or not one_phrase(people)):
        return False
    if who is not None and anyone(who, names) is None and craft(who) is None:
        return False
    return deed is None or _deed(deed) is not None or _unlisted_gerund(deed) is not None


def _introduced(party: str, names: Names) -> bool:
    """Whether words are somebody whom the text knows: a capital at the head of a point alone makes nobody."""
    known = names.is_parties(party) or any(start == 0 for start, _, _ in names.doers_in(party))
    return names.bearers(party) is not None and (known or _DETERMINED.match(party) is not None)


def _unlisted_gerund(words: str) -> tuple[str, int] | None:
    """The verb of a gerund that the lexicon has not ("dredge" for "dredging the canal"), and the length of it."""
    gerund = re.match(r"(?:[a-z]+|[A-Z][a-z]+)ing(?=\s+(?!of\b))", words)
    base = base_of_gerund(gerund.group().lower()) if gerund else ""
    return (base, gerund.end()) if gerund and unlisted_verb(base + words[gerund.end() :]) else None


def _deed(words: str) -> str | None:
    """How a deed that a noun phrase names is put behind "shall": as it stands, or as what is carried out."""
    plain = re.sub(r"^(?:the|all|any)\s+", "", words, flags=re.IGNORECASE)
    gerund = re.match(r"[a-z]+ing\b(?!\s+of\b)", plain, re.IGNORECASE)
    if gerund and plain is words and verb_at_start(words):
        return ""
    found = noun_at_start(plain)
    return "carry out" if found and re.match(r"\s+of\b|\s*\Z|\s+(?:in|along|at|over)\b", plain[found[1] :]) else None


def _laid_out(view: View, match: re.Match[str], order: tuple[str, ...]) -> View:
    parts = [view.cut(0, match.start())]
    for part in order:
        words, _, group = part.rpartition("=")
        start, end = match.span(group)
        if group == "deed" and _deed(match["deed"]):
            parts.append(view.put("carry out", start, start + len(match["deed"].split()[0])))
        elif group == "deed" and _deed(match["deed"]) is None and (verb := _unlisted_gerund(match["deed"])):
            parts.append(view.put(verb[0], start, start + verb[1]))
            start += verb[1]
        if words:
            parts.append(view.put(words, start, end))
        elif start < end:
            kept = view.cut(start, end)
            parts.append(kept)
    parts.append(view.cut(match.end(), len(view.text)))
    return joined(parts)


def _inverted(view: View, names: Names) -> View:
    """ "Not until the last hostage is free shall the embargo be lifted": who comes first, and the time or case last."""
    lead = _INVERTED.match(view.text) or _TIMED.match(view.text)
    end = len(view.text.rstrip(" .;"))
    for modal in islice(_MODAL.finditer(view.text, lead.end()), _MOST_GAPS) if lead else ():
        for gap in islice(re.finditer(r"\s+", view.text[modal.end() : end]), _MOST_GAPS):
            stop, verb = modal.end() + gap.start(), modal.end() + gap.end()
            who, rest = view.text[modal.end() : stop], view.text[verb:end]
            begins = not _OPEN_NAME.search(who) and _deed_of(who, rest, names)
            if not (rest.startswith("be ") or begins) or modal["not"] or not lead:
                continue
            front = lead.end() if lead.groupdict().get("front") else 0
            if front and not fill_fronted(view.text, (0, front), Clause(deeds=[("", "")]), names):
                return view
            shall = modal["modal"] if _affirms(lead) else f"{modal['modal']} not"
            when = _front_of(view, lead, modal.start())
            parts = [view.cut(modal.end(), stop), view.put(shall, *modal.span("modal")), view.cut(verb, end), when]
            return joined([*parts, view.cut(end, len(view.text))])
    return view


_OPEN_NAME = re.compile(r"\b(?:the|an?|of|for|and|or|in|at|on|to|from|with|both|each|every|all|any|its|their)\Z", re.I)
"""Where somebody's name goes on."""


def _deed_of(who: str, rest: str, names: Names) -> bool:
    """Whether a verb opens ``rest`` that ``who`` does: one of the lexicon, or any of somebody who is named."""
    if verb_at_start(rest, base=True) and rest[0].islower():
        return anyone(who, names) is not None
    return unlisted_verb(rest) is not None and names.bearers(who) is not None


def _affirms(lead: re.Match[str]) -> bool:
    """Whether what opens the sentence denies nothing: "Only after D+5 may", "Twice a year shall"."""
    groups = lead.groupdict()
    return groups.get("none") is None and (groups.get("no") or "").lower() != "not"


def _front_of(view: View, lead: re.Match[str], end: int) -> View:
    """The words that opened the sentence, as they stand at its end."""
    groups = lead.groupdict()
    if groups.get("none"):  # "In no village shall arms be stored"
        there = view.put(lead["at"].lower(), *lead.span("at")).join(view.put("any", *lead.span("none")))
        return there.join(view.cut(*lead.span("where")))
    begin = lead.start("when") if (groups.get("no") or "").lower() == "not" else lead.start()
    return view.cut(begin, len(view.text[:end].rstrip(" ,")))


def _demanded(view: View, names: Names) -> View:
    """ "Demands that Kestria release all hostages", "Let each Party do so": "shall" goes without saying."""
    lead = _DEMANDS.match(view.text)
    if not lead or _MODAL.search(view.text):
        return view
    for gap in re.finditer(r"\s+(?=[a-z])", view.text[lead.end() : lead.end() + 120]):
        at, verb = lead.end() + gap.start(), lead.end() + gap.end()
        who, rest = view.text[lead.end() : at], view.text[verb:]
        begins = verb_at_start(rest, base=True) or unlisted_verb(rest, behind_modal=lead["let"] is not None)
        if begins and (names.bearers(who) or (lead["let"] and anyone(who, names))):
            shall = view.put("shall", *lead.span("let" if lead["let"] else "modal"))
            return joined([view.cut(lead.end(), at), shall, view.cut(verb, len(view.text))])
    return view


_EACH = {
    "daily": "day",
    "weekly": "week",
    "fortnightly": "two weeks",
    "monthly": "month",
    "quarterly": "three months",
    "yearly": "year",
}
_THEREAFTER = re.compile(
    rf"\b(?:and\s+(?:then\s+)?|,\s+)(?:(?P<then>thereafter|afterwards)\s+)?(?P<often>{'|'.join(_EACH)})(?(then)(?=\s*[,.;]|\s*\Z)|(?=\s+(?:thereafter|afterwards|after\s+that)\b))"
)


def _thereafter(view: View, _names: Names) -> View:
    """ "on D+3 and fortnightly thereafter": every two weeks."""
    match = _THEREAFTER.search(view.text)
    if not match:
        return view
    often = view.over(f"every {_EACH[match['often']]}", *match.span("often"))
    return joined([view.cut(0, match.start("often")), often, view.cut(match.end("often"), len(view.text))])


def _inserted(view: View, _names: Names) -> View:
    """ "... and, within sixty days, to hand over": the time behind the deed that it belongs to."""
    match = _AND_WHEN.search(view.text)
    rest = match and re.compile(r"[^;.]*").match(view.text, match.end())
    if not match or not rest:
        return view
    done = re.search(r"\bbe\s", view.text[: match.start()]) and (
        verb_at_start(rest.group()) or unlisted_participle(rest.group())
    )
    if not (verb_at_start(rest.group().removeprefix("to "), base=True) or match["to"] or done):
        return view
    when = view.cut(*match.span("when"))
    parts = [view.cut(0, match.start("comma")), view.cut(rest.start(), rest.end()), when]
    return joined([*parts, view.cut(rest.end(), len(view.text))])


def _perfect(view: View, _names: Names) -> View:
    """ "By D+20 Kestria shall have removed its tanks": it shall remove them."""
    match = _HAVE_DONE.search(view.text)
    if not match:
        return view
    rest = view.text[match.start("done") :]
    verb = verb_at_start(rest)
    base = infinitive_of(verb[0], rest[: verb[1]]) if verb else None
    if rest.startswith("ceased "):
        base, verb = "cease", ("cease", len("ceased"))
    unlisted = unlisted_participle(rest) if not verb else None
    if unlisted and not (_OWN_OBJECT.match(rest, unlisted[1]) or _NO_NOUN.match(rest, unlisted[1])):
        unlisted = None
    base, length = (base, verb[1]) if verb else unlisted or (None, 0)
    if not base:
        return view
    done = match.start("done"), match.start("done") + length
    parts = [view.cut(0, match.start("have")), view.put(base, *done), view.cut(done[1], len(view.text))]
    return joined(parts)


def _entitled(view: View, _names: Names) -> View:
    """ "The wounded are entitled to treatment": they may receive it."""
    match = _ENTITLED.search(view.text)
    if not match or verb_at_start(view.text[match.end() :], base=True) or unlisted_verb(view.text[match.end() :]):
        return view
    may, receive = view.over("may", *match.span("are")), view.over("receive", match.end("are") + 1, match.end() - 1)
    return joined([view.cut(0, match.start()), may, receive, view.cut(match.end(), len(view.text))])


def _held(view: View, _names: Names) -> View:
    """ "The exchange of prisoners shall take place": it shall be carried out."""
    match = _TAKES_PLACE.search(view.text)
    before = re.sub(r"^(?:the|every|each|any|all)\s+", "", view.text[: match.start()], flags=re.I) if match else ""
    deed = noun_at_start(_QUALITIES.sub("", before)) or noun_at_start(before) or _GERUND.fullmatch(before)
    held = _OCCASION.search(before)
    if not match or not (deed or held) or (not held and re.match(r"no\b", before, re.IGNORECASE)):
        return view
    place = match.span("place")
    done = [view.over("be", place[0], place[0] + 1), view.over("held" if held else "carried out", *place)]
    return joined([view.cut(0, place[0]), *done, view.cut(place[1], len(view.text))])
