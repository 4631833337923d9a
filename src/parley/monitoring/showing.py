"""What a report must say to show a duty done: its act, its bearer, its thing, all of it, on a word that stands."""

from __future__ import annotations

from parley.model import Report, Thing
from parley.text import patterns as re
from parley.text.numbers import PATTERN, parse_number

from .accounted import in_part
from .acts import act_of, falls_short, is_another_verb, is_unheard_of
from .bearing import says_no
from .matching import Doing
from .objects import stems
from .phrases import is_plural
from .roles import is_answer
from .standing import Known
from .truth import NO, YES, Fact, Truth, all_of
from .undone import undone

_NUMBER = re.compile(rf"{PATTERN}(?=\s+(?!mm\b))", re.I)
_ALL = re.compile(
    r"(?:the\s+)?(?:last|rest|whole|entirety)\s+of\b|both\s+(?:of\s+)?(?:its|their|the)\b|(?:all|every|the\s+(?:last|remaining|entire|whole))\b",
    re.I,
)
FINDING = "a finding by the body that the text names"
MUTUAL = frozenset({"exchange", "meet", "negotiate"})
"""Acts that their two sides do together: a report of one side's is a report of the other's."""
_GIVES = frozenset({"release", "deliver", "return"})
"""By which one side does its part of an exchange, and the other side none."""
_ONE_THING = re.compile(r"the\s+(?!.*\b(?:and|or)\b)(?:[a-z-]+\s+)*?[a-z-]*[^s\W]\s+[A-Z][\w'’-]*\Z")
"""One thing by its name: "the tanker Amal"."""


def shows(doing: Doing, entry: Known) -> Truth:
    """Whether a report shows the duty done, or that it was not (a count of nought), whenever that was."""
    return all_of(facts_shown(doing, entry))


def facts_shown(doing: Doing, entry: Known) -> list[Fact]:
    """The facts that together make a report show the duty done.

    An act that may be the duty's shows something only of its thing: no guess at both is a showing.
    """
    some = facts_of_some(doing, entry)
    return some if some == [NO] else [*some, _all_of_it(doing, entry)]


def facts_of_some(doing: Doing, entry: Known) -> list[Fact]:
    """The facts that together make a report show some of the duty done."""
    act, doer = _act(doing, entry), by_bearer(doing, entry)
    if Truth.NO in (act.truth, doer.truth) or (act.truth is Truth.UNKNOWN and not _is_near(doing, entry)):
        return [NO]
    if _is_about_another(doing, entry):
        return [NO]
    return [act, doer, word_stands(doing, entry), doing.of_it(entry)]


def _is_about_another(doing: Doing, entry: Known) -> bool:
    """Whether a notice is of an incident, and names nothing else, where a paper or a piece of news has to be given."""
    duty, report = doing.obligation, entry.report
    if doing.act not in ("notify", "report", "deliver", "share") or duty.object is None or duty.trigger is not None:
        return False
    if is_answer(duty):
        return False
    return report.about is not None and not stems(report.object or "") & stems(duty.object.value.text)


def _is_near(doing: Doing, entry: Known) -> bool:
    """Whether a report whose act may be the duty's is told of its thing, or of none.

    The thing may stand in the verb ("submit a report"), of the duty or of the report ("bridge dismantled"). What is
    told about something else, as a notice of an incident is, and names nothing, is about that, and so is what remedied
    something else; but of a word that names no act of the lexicon nobody can tell, where the duty has no thing either.
    """
    said, act, slot = entry.report.object, doing.obligation.act, doing.obligation.object
    done = entry.report.act
    if done is None:
        return said is not None and slot is not None and doing.thing_fact(said).truth is Truth.YES
    if done == "remedy" and entry.report.about is not None:
        return False
    unknown = _nobody_knows(entry.report)
    if said is None and unknown:
        unheard = is_unheard_of(done)  # where somebody went is no word for a duty without a thing
        return unheard if slot is None else bool(stems(done) & stems(slot.value.text))
    if said is None:
        return entry.report.about is None
    if slot is not None:
        thing = doing.thing_fact(said).truth
        # "relighting" of the "North Buoy", where the text asks for a repair of its light
        shares = unknown and bool(stems(said) & stems(slot.value.text))
        return thing is Truth.YES or (thing is Truth.UNKNOWN and shares)
    if unknown and entry.actor is None:
        return False  # both the deed and its doer would be guessed of something else ("arrived", of a ship)
    return act is None or " " not in act.words or bool(stems(said) & stems(act.words))


def told_anyhow(doing: Doing, entry: Known) -> Fact:
    """Whether a report whose word nobody knows, or that gives none but the duty's thing, tells of the duty's act.

    So may one whose words name the act and leave it open ("extraordinary session"), but for those of what was planned
    or refused. Its doer has to be the bearer, unless the word is one of the text's own.
    """
    report = entry.report
    if report.act is None and not _is_near(doing, entry):
        return NO
    said = report.act or ""
    is_open = act_of(said) is None and not undone(said).cued and not says_no(said)
    if not (is_open or _nobody_knows(report)):
        return NO
    act = doing.act_fact(entry)
    return act if act is YES or by_bearer(doing, entry) is YES else NO


def _nobody_knows(report: Report) -> bool:
    """Whether what a report says was done is no act of the lexicon, nor surely another than a duty's."""
    return is_unheard_of(report.act or "") or is_another_verb(report.act_said or "", report.object)


def established(doing: Doing, entry: Known) -> list[Fact]:
    """Whether a report that tells of the duty shows all of it done: found, or somebody else's uncontested word."""
    return [word_stands(doing, entry), _all_of_it(doing, entry)]


def _act(doing: Doing, entry: Known) -> Fact:
    """Whether it is the duty's act; what one party releases, or hands over, to another is its part of an exchange.

    Who came, or went, from the place that has to be left has left it.
    """
    to = entry.report.counterpart
    given = doing.act == "exchange" and act_of(entry.report.act or "") in _GIVES
    if given and to is not None and doing.names.key(to) in doing.names.parties:
        return YES
    act = doing.act_fact(entry)
    left = doing.act == "withdraw" and act.truth is Truth.UNKNOWN and doing.is_told_leaving(entry)
    return YES if left else act


def by_bearer(doing: Doing, entry: Known) -> Fact:
    """Whether the bearer did it; what two sides do together, each of them did. Who passed was let through by all."""
    report, bearer = entry.report, doing.bearer
    if bearer is None or _went_through(doing, entry):
        return YES
    did = doing.did(entry, bearer)
    if did is not YES and doing.names.is_kind(bearer):
        return doing.by_some_of_its_kind(entry, bearer)
    mutual = doing.act in MUTUAL and act_of(report.act or "") not in _GIVES
    if did is YES or not mutual or report.counterpart is None:
        return did
    return max(did, doing.names.did(report.counterpart, bearer), key=lambda fact: fact.truth)


_PASSAGE = re.compile(r"\b(?:pass(?:age|es|ing)?|transit|through|cross(?:ing)?)\b", re.I)
"""What is let where somebody may go through, and not where something is to be seen or entered."""


def _went_through(doing: Doing, entry: Known) -> bool:
    """Whether somebody who is no party is told to have passed, where passage has to be let."""
    asked = doing.is_of_access and doing.act == "grant-access" and _PASSAGE.search(doing.obligation.sentence.exact)
    return (
        bool(asked)
        and act_of(entry.report.act or "") == "pass"
        and not any(doing.names.did(entry.report.actor, party).truth is Truth.YES for party in doing.names.parties)
    )


def word_stands(doing: Doing, entry: Known) -> Fact:
    """Whether what is reported of a duty is established: a finding does that, and anybody's word but that of a party
    about itself, as long as nobody contests it. A body of the text is believed of what it did.
    """
    if entry.found:
        return YES
    claimant = entry.report.claimant
    if entry.denials:
        return Fact(Truth.UNKNOWN, "the two contradict each other", FINDING)
    if claimant is None:
        return Fact(Truth.UNKNOWN, "nobody stands behind that word", "a finding, or the name of the source")
    if is_own_word(doing, entry):
        return Fact(Truth.UNKNOWN, "that is its own word alone", "a finding, or the word of somebody else")
    return YES


def is_own_word(doing: Doing, entry: Known) -> bool:
    """Whether it is no more than a party's word about itself, which no body found so."""
    claimant, doer = entry.report.claimant, doing.bearer or entry.report.actor
    if entry.found or claimant is None:
        return False
    return doing.names.did(doer, claimant) is YES and not doing.names.is_body(claimant)


_BEGINS = re.compile(r"(?:open|begin|start|launch|initiat|commenc|institut|set\s+(?:up|in\s+motion))", re.I)
_BEGUN = re.compile(
    r"\b(?:begin(?:s|ning)?|beg[au]n|start(?:s|ed|ing)?|commenced|opened|launched|initiated|initial(?:ly)?|first|onset|ongoing|in[\s-]progress|"
    r"under[\s-]?way)\b",
    re.I,
)
"""What says of a deed that it was begun, which is all of a duty to begin it."""
_TOLD_OR_HELD = frozenset(
    {"notify", "report", "publish", "order", "request", "reply", "meet", "negotiate", "find", "investigate", "verify",
     "inspect", "monitor", "search"}
)  # fmt: skip
"""Acts whose number is how often it was done, where a report names no thing: one notice, two visits."""
_BOTH = re.compile(r"(?:both|the\s+two)\b", re.I)


_BRINGS = frozenset({"deploy", "place", "establish", "build", "deliver", "designate", "bring"})
_SOME = re.compile(r"(?!(?:the|its|their|all|both|every|each|any|those|these|such)\b)[a-z-]+s\b", re.I)
"""Several of a thing, and not which."""
_THE_ONE = re.compile(
    r"(?:the|its|their|this|that)\s+(?:[a-z-]+\s+)*?(?P<head>[a-z-]+)(?:\s+(?:of|in|on|at|from|to)\s.*)?\Z", re.S
)
_UNCOUNTED = re.compile(
    r"\w*(?:armament|weaponry|equipment|artillery|ammunition|ordnance|armour|personnel|infantry|police|cattle|livestock|aid|food|"
    r"water|fuel|supply|staff|crew|army|force|convoy|population|traffic|heavy|material|materiel|rest|whole)",
    re.I,
)
"""Nouns in the singular of which one is not all."""


def _all_of_it(doing: Doing, entry: Known) -> Fact:
    """A count shows that so many were done. Where the text gives no number, only a finding says that it was all."""
    said, thing = entry.report.act_said or "", entry.report.object or ""
    act = doing.obligation.act
    if act is not None and _BEGINS.match(act.words):
        said = " ".join(_BEGUN.sub(" ", said).split())
    part = thing if in_part(thing) else said if falls_short(said, doing.act) else None
    if part is not None:
        return Fact(Truth.UNKNOWN, f"'{part}' does not say that it was all", "a finding whether it was all")
    slot = doing.obligation.object
    if doing.tells_somebody:
        return YES
    several = slot is not None and slot.value.number is None and not slot.value.text.startswith(("a ", "an "))
    given = count_of(entry.report)
    if slot is None or not (several and given) or entry.found or _ALL.match(thing):
        return YES
    if doing.act in _BRINGS and _SOME.match(slot.value.text):
        return YES  # "shall post observers": any number of them
    is_one = given == 1 and (_ONE_THING.match(slot.value.text) is not None or _is_one(slot.value, f"{said} {thing}"))
    is_once = entry.report.object is None and doing.act in _TOLD_OR_HELD
    if is_one or is_once or given >= (_how_many(doing, slot.value.text) or given + 1):
        return YES
    return Fact(Truth.UNKNOWN, f"nobody says whether {given:,} is all of them", "a finding whether it was all")


def _is_one(thing: Thing, told: str) -> bool:
    """Whether the words for a thing are of a single one, which a report calls by the same noun: "its pontoon"."""
    one = _THE_ONE.match(thing.text)
    if one is None or thing.term is not None or is_plural(one["head"]) or _UNCOUNTED.fullmatch(one["head"]):
        return False
    return stems(one["head"]) <= stems(told)


def _how_many(doing: Doing, thing: str) -> int | None:
    """How many of a thing there are, where its words say so ("both sites") or the annexes draw each of them."""
    if _BOTH.match(thing):
        return 2
    return len(doing.place.chosen) if doing.place is not None and doing.is_of_a_place else None


def count_of(report: Report) -> int | float | None:
    """How many a report tells of: by its own cell, or by the words for its thing ("50,000 crowns")."""
    number = _NUMBER.match(report.object or "") if report.count is None else None
    return parse_number(number[0]) if number else report.count
