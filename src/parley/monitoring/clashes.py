"""Time limits that what happened makes hard, or impossible, to keep together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from parley.model import (
    Clash,
    ClashKind,
    Framework,
    IncidentLife,
    Interval,
    LifeClock,
    Modality,
    Obligation,
    Verdict,
    first_instant,
    last_instant,
)
from parley.text import act_covers, durations
from parley.text.acts import noun_of

from .acts import act_meant
from .doers import bearers
from .ever import EVER, FOREVER
from .forbids import forbidden_act, limit_of
from .notyet import NotYet
from .occasions import Cause, cause
from .windows import after, bounds

_STEPS = (
    frozenset({"notify", "report"}),
    frozenset({"deny", "grant-access"}),
    frozenset({"investigate", "verify", "inspect", "monitor"}),
    frozenset({"find"}),
    frozenset({"remedy", "repair", "compensate", "investigate-and-punish"}),
)
"""An incident's life in its order: notice, reply and access, inquiry, finding, remedy."""
_MOVES = frozenset({"withdraw", "deploy", "place", "advance", "transfer"})
"""What nobody can do who must not move."""

Day = Callable[[dt.datetime], str]
"""An instant in words."""


def clashes(
    framework: Framework,
    verdicts: Sequence[Verdict],
    lives: Sequence[IncidentLife],
    ends: dt.datetime | None,
    day: Day,
    zone: dt.tzinfo,
) -> tuple[Clash, ...]:
    """Clocks and deadlines that don't fit; each pair of provisions once for each report that set them running.

    ``ends`` is the last instant of the text. Linear in the clocks, but for those of one incident, which are
    compared with one another, and for bans, with each of which every duty is compared.
    """
    known = {one.id: one for one in framework.obligations}
    found: list[Clash] = []
    for life in lives:
        clocks = [clock for clock in life.clocks if clock.due is not None]
        found += _out_of_order(clocks, known, framework, day)
        found += _notice_too_short(clocks, known, framework, day)
        found += _after_the_end(clocks, ends, day)
    found += _forbidden(verdicts, known, framework, day, zone)
    return tuple(_once(found))


def _once(found: Iterable[Clash]) -> Iterator[Clash]:
    """Several bearers of one clash are told together."""
    together: dict[tuple[object, ...], Clash] = {}
    for clash in found:
        key = clash.kind, clash.provisions, clash.after, clash.why
        before = together.get(key)
        who = dict.fromkeys((*(before.bearers if before else ()), *clash.bearers))
        together[key] = clash.replace(bearers=tuple(who))
    yield from together.values()


def _out_of_order(
    clocks: Sequence[LifeClock], known: dict[str, Obligation], framework: Framework, day: Day
) -> Iterator[Clash]:
    """What comes later in an incident's life is due before what comes first need be there."""
    ranked = [(rank, clock) for clock in clocks if (rank := _rank(known[clock.obligation], framework)) is not None]
    for first_rank, first in ranked:
        for then_rank, then in ranked:
            if first_rank >= then_rank or first.due is None or then.due is None or then.due >= first.due:
                continue
            before, later = _what(first, known), _what(then, known)
            why = (
                f"The {later} of {_called(then)} is due by {day(then.due)}, but the {before} of {_called(first)}, "
                f"which comes before it, only by {day(first.due)}: whoever takes all the time for the "
                f"{before} leaves none for the {later}."
            )
            yield _clash(ClashKind.ORDER, (then, first), why)


def _rank(obligation: Obligation, framework: Framework) -> int | None:
    """The step of an incident's life that a duty is; none where a finding sets it off, which is past them all."""
    act = obligation.act.value if obligation.act else ""
    rank = next((number for number, acts in enumerate(_STEPS) if act in acts), None)
    found = cause(obligation, framework)
    past = not isinstance(found, NotYet) and found[0] is Cause.FINDING
    return None if rank is None or (past and rank < len(_STEPS) - 1) else rank


def _notice_too_short(
    clocks: Sequence[LifeClock], known: dict[str, Obligation], framework: Framework, day: Day
) -> Iterator[Clash]:
    """What a party may do after a notice may be done before the answer to the notice is due."""
    notices = [
        (one, length)
        for one in framework.obligations
        if one.modality is not None and one.modality.value is Modality.MAY and "notice" in one.sentence.exact
        for _, _, length in durations(one.sentence.exact)[:1]
    ]
    for clock in clocks:
        found = cause(known[clock.obligation], framework)
        answers = not isinstance(found, NotYet) and found == (Cause.ACT, "notify")
        if not answers or clock.since is None or clock.due is None:
            continue
        for one, length in notices:
            over = after(clock.since, length)
            if over < clock.due and one.provision != clock.provision:
                why = (
                    f"The notice of #{one.provision} has run out by {day(over)}, but the {_what(clock, known)} of "
                    f"{_called(clock)} is due only by {day(clock.due)}: what the notice is for may be done unanswered."
                )
                yield _clash(ClashKind.NOTICE, (clock,), why).replace(provisions=(one.provision, clock.provision))


def _after_the_end(clocks: Sequence[LifeClock], ends: dt.datetime | None, day: Day) -> Iterator[Clash]:
    for clock in clocks:
        if ends is not None and clock.due is not None and clock.due > ends:
            why = (
                f"{_called(clock)} is due by {day(clock.due)}, and the text ends on {day(ends)}: nothing says that the "
                "duty outlives it."
            )
            yield _clash(ClashKind.END, (clock,), why)


def _forbidden(
    verdicts: Sequence[Verdict], known: dict[str, Obligation], framework: Framework, day: Day, zone: dt.tzinfo
) -> Iterator[Clash]:
    """A duty all of whose time lies in that of a ban on the same act, by the same bearer."""
    bans = [
        (one, act, bounds(one.window.value if one.window else None, framework.d_day, zone))
        for one in framework.obligations
        if (act := forbidden_act(one)) is not None
        and one.place is None
        and one.exception is None
        and not one.labels
        and limit_of(one) is None
    ]
    for verdict in verdicts:
        duty = known[verdict.obligation]
        if forbidden_act(duty) is not None or duty.act is None or verdict.window is None or not verdict.window.latest:
            continue
        first = first_instant(verdict.window.earliest, zone) if verdict.window.earliest else EVER
        last = last_instant(verdict.window.latest, zone)
        for ban, act, held in bans:
            if held.open or ban.trigger is not None or verdict.bearer not in bearers(ban):
                continue
            if not _is_case(act, duty.act.value) or not _same_thing(ban, duty):
                continue
            start, end = held.start or FOREVER, held.end or FOREVER
            if start <= first and last <= end:
                until = f"until {day(end)}" if held.end else "all the time"
                why = (
                    f"#{duty.provision} asks {verdict.bearer} to {duty.act.value} by {day(last)}, and #{ban.provision} "
                    f"forbids it {until}: the two can't both be kept."
                )
                yield Clash(
                    kind=ClashKind.BAN,
                    provisions=(duty.provision, ban.provision),
                    bearers=(verdict.bearer,),
                    after=verdict.occasion,
                    dues=(verdict.window,),
                    why=why,
                )


def _is_case(act: str, duty: str) -> bool:
    return act_covers(act, duty) or (act == "move" and duty in _MOVES)


def _same_thing(ban: Obligation, duty: Obligation) -> bool:
    if ban.object is None:
        return True
    return (
        duty.object is not None
        and ban.object.value.term is not None
        and ban.object.value.term == duty.object.value.term
    )


def _what(clock: LifeClock, known: dict[str, Obligation]) -> str:
    act = known[clock.obligation].act
    return noun_of(act_meant(act.value) or act.value) if act else "duty"


def _called(clock: LifeClock) -> str:
    return f"#{clock.provision or clock.obligation}"


def _clash(kind: ClashKind, clocks: Sequence[LifeClock], why: str) -> Clash:
    return Clash(
        kind=kind,
        provisions=tuple(clock.provision for clock in clocks),
        bearers=tuple(dict.fromkeys(clock.bearer for clock in clocks)),
        after=clocks[0].after,
        dues=tuple(Interval(earliest=clock.since, latest=clock.due) for clock in clocks),
        why=why,
    )
