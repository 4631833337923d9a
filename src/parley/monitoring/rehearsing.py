"""A rehearsal: what a text that binds nobody would have meant, in a few calm sentences and in rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from parley.model import (
    Actor,
    Clash,
    Framework,
    Idle,
    IncidentLife,
    Modality,
    Moment,
    Outcome,
    ProvisionTally,
    Rehearsal,
    Untellable,
    Untold,
    Verdict,
    Watch,
    first_instant,
    last_instant,
)
from parley.text.listing import listed

from .clashes import clashes
from .judging import NOT_YET
from .names import Names
from .telling import Telling, capital
from .unread import HANGS_ON

Provision = str | None
_UNHELD = "No report could have been held against it as it is worded."


def rehearse(
    framework: Framework,
    watch: Watch,
    lives: Sequence[IncidentLife],
    *,
    supposed: bool = False,
    script: str | None = None,
    ends: Moment | None = None,
    zone: dt.tzinfo = dt.UTC,
    actors: Iterable[Actor] = (),
) -> Rehearsal:
    """What holding ``framework`` against reports, as if it had been in force, has shown.

    ``watch`` and ``lives`` are what :func:`watch` and :func:`lives` gave for it. ``supposed`` says that its D-day
    is not its own; ``ends`` is when the text ends, of which monitoring reads nothing itself.
    """
    telling = Telling(Names(framework, actors), zone, watch.as_of)
    over = last_instant(ends, zone) if ends is not None else None
    found = Rehearsal(
        d_day=framework.d_day,
        supposed=supposed,
        script=script,
        ends=ends,
        tallies=tuple(_tallies(watch.verdicts)),
        untold=tuple(_untold(framework, watch.verdicts)),
        clashes=clashes(framework, watch.verdicts, lives, over, telling.moment, zone),
        idle=tuple(_idle(framework, watch)),
    )
    return found.replace(summary=tuple(_summary(found, watch, telling)))


def _by_provision(verdicts: Iterable[Verdict]) -> dict[Provision, list[Verdict]]:
    rows: dict[Provision, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        rows[verdict.provision].append(verdict)
    return rows


def _tallies(verdicts: Iterable[Verdict]) -> Iterator[ProvisionTally]:
    for provision, rows in _by_provision(verdicts).items():
        reports = dict.fromkeys(id for row in rows for id in row.reports)
        yield ProvisionTally(
            provision=provision, verdicts=dict(Counter(row.verdict for row in rows)), reports=tuple(reports)
        )


def _untold(framework: Framework, verdicts: Iterable[Verdict]) -> Iterator[Untold]:
    """One row for each reason, with every provision that has it."""
    labelled = {one.id for one in framework.obligations if one.labels}
    rows: dict[tuple[Untellable, str, str], dict[Provision, None]] = defaultdict(dict)
    for verdict in verdicts:
        if verdict.verdict is Outcome.CANNOT_TELL:
            cause = _cause(verdict, labelled)
            rows[cause, verdict.why, verdict.would_change][verdict.provision] = None
    order = list(Untellable)
    for (cause, why, helps), provisions in sorted(rows.items(), key=lambda row: order.index(row[0][0])):
        yield Untold(cause=cause, provisions=tuple(provisions), why=why, would_help=helps)


def _cause(verdict: Verdict, labelled: set[str]) -> Untellable:
    if verdict.obligation in labelled:
        return Untellable.BRACKET
    if verdict.why.startswith(NOT_YET):
        return Untellable.SENTENCE
    in_doubt = verdict.reports or verdict.why.startswith(HANGS_ON)
    return Untellable.REPORTS if in_doubt else Untellable.SILENCE


def _idle(framework: Framework, watch: Watch) -> Iterator[Idle]:
    """Provisions that bind somebody, and that no report touched."""
    rows = _by_provision(watch.verdicts)
    held = dict.fromkeys(one.provision for one in framework.obligations)
    suspending = {one.provision for one in watch.suspensions if one.reports}
    for provision in held:
        told = rows.get(provision, [])
        if provision in suspending or any(one.reports or one.occasion for one in told):
            continue
        yield Idle(provision=provision, why=_why_idle(provision, framework, told))


def _why_idle(provision: Provision, framework: Framework, told: Sequence[Verdict]) -> str:
    outcomes = {one.verdict for one in told}
    if not told:
        return "It permits, and a permission can't be broken."
    if outcomes == {Outcome.CANNOT_TELL} and all(one.why.startswith(NOT_YET) for one in told):
        return _UNHELD
    if Outcome.OVERDUE in outcomes:
        return "It fell due, and no report tells of it."
    if outcomes == {Outcome.PENDING}:
        due = any(one.window is not None and one.window.latest is not None for one in told)
        return "It was not yet due." if due else "Nothing that happened set it off."
    musts = [one for one in framework.obligations if one.provision == provision and one.modality is not None]
    banned = any(one.modality is not None and one.modality.value is Modality.MUST_NOT for one in musts)
    return "It forbids something that nobody reported." if banned else "No report decides anything about it."


# -- in words ------------------------------------------------------------------------------------------


def _summary(found: Rehearsal, watch: Watch, telling: Telling) -> Iterator[str]:
    since = f" from {telling.moment(first_instant(found.d_day, telling.zone))}" if found.d_day is not None else ""
    yield (
        f"If the text had been in force{since}{' (a supposed D-day)' if found.supposed and since else ''} until "
        f"{telling.moment(watch.as_of)}:"
    )
    breached = [one for one in found.tallies if Outcome.BREACHED in one.verdicts]
    found_ones = {one.provision for one in watch.verdicts if one.finding == "found"}
    named = [f"{_name(one.provision)}{' (found)' if one.provision in found_ones else ' (alleged)'}" for one in breached]
    yield _count(len(breached), "would have been breached", named)
    overdue = [_name(one.provision) for one in found.tallies if Outcome.OVERDUE in one.verdicts]
    silent = [_name(one.provision) for one in found.idle if _name(one.provision) in overdue]
    if overdue:
        yield _count(len(overdue), "would have been overdue", overdue)
    if silent:
        yield f"Of these {listed(silent)} only for want of any report: that it was not done is not told, either."
    untold = {
        cause: dict.fromkeys(p for row in found.untold if row.cause is cause for p in row.provisions)
        for cause in Untellable
    }
    for cause, provisions in untold.items():
        if provisions:
            words = f"could not have been told, because {cause.value}"
            yield _count(len(provisions), words, [_name(one) for one in provisions])
    yield _clashing(found.clashes)
    untouched = [one.provision for one in found.idle if one.why != _UNHELD]  # of what is not held nobody can say so
    idle = [name for each in untouched if (name := _name(each)) not in silent]
    if idle:
        yield _count(len(idle), "no report touched, beside what was overdue" if silent else "no report touched", idle)
    else:
        others = silent or len(untouched) < len(found.idle)
        yield f"Every {'other ' if others else ''}provision was touched by some report."


def _clashing(found: Sequence[Clash]) -> str:
    if not found:
        return "No two time limits were at odds over what happened."
    pairs = dict.fromkeys(" and ".join(_name(one) for one in clash.provisions) for clash in found)
    return f"Time limits at odds over what happened: {listed(list(pairs))}."


def _count(number: int, what: str, names: Sequence[str]) -> str:
    if not number:
        return f"Nothing {what}."
    noun = "1 provision" if number == 1 else f"{number} provisions"
    return capital(f"{noun} {what}: {listed(list(names))}.")


def _name(provision: Provision) -> str:
    return "the text as a whole" if provision is None else f"#{provision}"
