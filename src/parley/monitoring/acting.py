"""Whether what a report says was done is an act of the text, by the words that the text has for it."""

from __future__ import annotations

from parley.model import Obligation
from parley.text import patterns as re
from parley.text.acts import words_for

from .acts import told_by
from .bearing import says_no
from .standing import Known
from .truth import NO, YES, Fact, Truth
from .undone import only_tells_of

_BRINGS = re.compile(r"(?:introduc|reinforc)", re.I)
_WAS_THERE = re.compile(r"\b(?:sighting|presence)\b", re.I)
_BEFORE = Fact(Truth.UNKNOWN, "it may have been there before", "since when it was there")


def wording_of(obligation: Obligation, act: str) -> str:
    """The words of the lexicon by which a sentence names an act: its verb, if need be with its thing, or that alone."""
    verb, thing = obligation.act.words if obligation.act else "", obligation.object
    said = (verb, f"{verb} {thing.value.text}", thing.value.text) if thing else (verb,)
    found = next(filter(None, (words_for(act, each) for each in said)), ())
    return ", ".join(one.word for one in found) or said[0]


def act_covers_report(wanted: str, entry: Known, wording: str = "") -> Truth:
    """Whether a report tells of this act, which a sentence has these words for, or of a case of it."""
    return act_fact_of(wanted, entry, wording).truth


def act_fact_of(wanted: str, entry: Known, wording: str = "", *, happened: bool = False) -> Fact:
    """Whether an act as reported is the act of the text, which has these words for it, or a case of it."""
    report = entry.report
    if report.act is None:
        return Fact(Truth.UNKNOWN, "no act is named", "which act it was")
    if says_no(report.act):
        return NO
    told = told_by(wanted, report.act, report.object, report.worded, wording, happened=happened)
    is_doubtful = told.truth is Truth.UNKNOWN and report.about is not None
    if is_doubtful and only_tells_of(report.act_said or "", wanted, report.object):
        return NO  # of what its own report tells
    return _BEFORE if told is YES and _BRINGS.match(wording) and _WAS_THERE.search(report.act_said or "") else told
