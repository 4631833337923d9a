"""How a report bears on the one that it is about: finds it so, denies it, tells it from another source."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from parley.model import Report
from parley.text import act_covers
from parley.text.acts import acts_meet

from .acts import act_of
from .correcting import contests as would_correct
from .correcting import is_heard
from .names import LOOKS, Names
from .replies import is_reply

_SAY_NO = frozenset({"deny", "denies", "denial", "dispute", "contest", "refute", "reject", "rebut", "contradict"})


NEAR = dt.timedelta(hours=6)
"""So near in time two reports of acts that may be one are of one event, if one is about the other."""


class Said(NamedTuple):
    """What a report says that bears on another."""

    act: str | None
    actor: str | None
    claimant: str | None
    found_by: str | None


def said(report: Report) -> Said:
    return Said(report.act, report.actor, report.claimant, report.found_by)


class Bearing(NamedTuple):
    """How a report bears on the one that it is about.

    ``against`` it: it denies it, says that ``another`` did it, or would correct it; ``alike``: of one kind of act;
    ``looks``: a body that says so finds the other; ``seconds``: the same from another source; ``may_second``: so it is
    if it was at that time (see :data:`NEAR`), for its act may be another word; ``by_party``: no body says so itself,
    but a party of another's report.
    """

    against: bool
    another: bool
    alike: bool
    looks: bool
    seconds: bool
    may_second: bool
    by_party: bool


def bearing(said: Said, other: Said, names: Names, contests: bool) -> Bearing:
    """``contests``: it would correct the other, which is not its own to correct."""
    another = names.apart(said.actor, other.actor)
    alike = _alike(said.act, other.act) and not (is_reply(said.act or "") or (another and _is_word(said.act)))
    words = _is_word(said.act) or is_reply(said.act or "") or said.act in LOOKS
    perhaps = _may_be_alike(said.act, other.act) and not another
    looked = said.act is None or said.act in LOOKS or said.act == "remedy"  # what was remedied was so
    return Bearing(
        against=says_no(said.act) or (alike and another) or contests,
        another=another,
        alike=alike,
        looks=(looked or alike or perhaps)
        and (another or names.covers(said.actor, other.actor)),  # of two doers a finding may name one
        seconds=alike and not names.same(said.claimant, other.claimant),
        may_second=perhaps and not words and not names.same(said.claimant, other.claimant),
        by_party=not is_heard(said.claimant, said.found_by, other.claimant, names),
    )


def denies(report: Report) -> bool:
    """Whether a report denies what another says, or would correct it without having told it."""
    return says_no(report.act) or would_correct(report)


def says_no(act: str | None) -> bool:
    """Whether the act is to deny what another report says."""
    return act is not None and act.casefold() in _SAY_NO


def _is_word(act: str | None) -> bool:
    """Whether the act is to tell somebody something: that two do so is no contradiction."""
    return act is not None and act_of(act) in ("notify", "report")


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two acts are of one kind."""
    if one is None or other is None:
        return False
    a, b = act_of(one) or one, act_of(other) or other
    return act_covers(a, b) or act_covers(b, a)


def _may_be_alike(one: str | None, other: str | None) -> bool:
    """Whether two acts may be two words for one happening."""
    return one is not None and other is not None and acts_meet(act_of(one) or one, act_of(other) or other)
