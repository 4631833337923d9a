"""That a duty was not done, as what lets somebody suspend another: "if a Party fails to withdraw by D+7, ..."."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.model import Framework, Modality, Obligation, Outcome, Verdict, first_instant, last_instant
from parley.text import patterns as re
from parley.text.acts import acts_in

from .articles import articles_named
from .bans import Judged
from .doers import INCIDENT
from .forbids import forbidden_act
from .names import Names
from .objects import stems
from .standing import Known, Record
from .suspended import decided
from .suspensive import UNREMEDIED, waits
from .telling import Telling
from .truth import Fact, Truth

_NOT_DONE = re.compile(
    r"\b(?:not|never|fail(?:s|ed|ing|ures?)?|neglects?|omits?|late|overdue|delays?|delayed|default(?:s|ed)?|refuses?|"
    r"non-?(?:compliance|performance|implementation|fulfilment|observance|execution))\b",
    re.I,
)
_TIME = re.compile(
    r"\bD\s?\+\s?\d+|\b\d+\s+(?:\w+\s+)?(?:hours?|days?|weeks?|months?)\b|\b\d+\s+(?-i:[A-Z])\w+(?:\s+\d{4})?", re.I
)
_NUMBER = re.compile(r"\d+")
_ANOTHER_TIME = Fact(Truth.UNKNOWN, "whether the time that it gives is over was not read", "when that time is over")


@dataclass(frozen=True)
class Failure:
    """That somebody (``by``) did not do what it owed: since when and until when, how it is told, and why it may not be
    so. ``done``: the reports that show it done in the end.
    """

    by: str | None
    since: dt.datetime | None
    until: dt.datetime | None
    told: str
    doubts: tuple[Fact, ...]
    done: tuple[Known, ...] = ()


class Failing:
    """The verdicts on a text's duties, as grounds of what it suspends."""

    def __init__(
        self,
        framework: Framework,
        names: Names,
        record: Record,
        verdicts: Sequence[tuple[Verdict, Judged]],
        telling: Telling,
    ) -> None:
        self._framework, self._names, self._record = framework, names, record
        self._verdicts, self._telling = verdicts, telling

    def of(self, one: Obligation, whom: str | None) -> list[Failure] | None:
        """The failures that let somebody suspend (or do so), not its own; ``None`` where it hangs on none."""
        owed = duties_failed(one, self._framework)
        if not owed or one.trigger is None:
            return None
        found = self._among(owed, one.trigger.value.actor, whom, waiting=waits(one))
        times = {each.id: each.window.words if each.window else "" for each in self._framework.obligations}
        return [
            replace(failure, doubts=(*failure.doubts, _ANOTHER_TIME))
            if not (owed[id] or waits(one) or _is_its_time(one.trigger.words, times[id]))
            else failure
            for id, failure in found
        ]

    def of_articles(self, articles: Collection[str]) -> list[Failure]:
        """What was not done, or broken, of some provisions."""
        owed = {each.id: each for each in self._framework.obligations if _is_owed(each) and each.provision in articles}
        bans = {id: forbidden_act(each) is not None for id, each in owed.items()}
        return [failure for _, failure in self._among(bans, None, None, waiting=False)]

    def _among(
        self, owed: Mapping[str, bool], actor: str | None, whom: str | None, *, waiting: bool
    ) -> list[tuple[str, Failure]]:
        """The failures of some obligations, by an ``actor`` if one is named, and not by ``whom``."""
        found = []
        for verdict, judged in self._verdicts:
            ban = owed.get(verdict.obligation)
            its = actor is None or verdict.bearer is None or self._names.same(verdict.bearer, actor)
            own = whom is not None and verdict.bearer is not None and self._names.same(verdict.bearer, whom)
            if ban is not None and its and not own:
                failed = self._failed(verdict, judged, is_ban=ban, waiting=waiting)
                found += [(verdict.obligation, one) for one in failed]
        return found

    def _failed(self, verdict: Verdict, judged: Judged, *, is_ban: bool, waiting: bool) -> Iterator[Failure]:
        """What a verdict comes to: it failed, or may have; nothing where it was kept, or is not yet due. Who is
        ``waiting`` does so from the first until it is done.
        """
        due = verdict.window.latest if verdict.window else None
        is_over = due is None or last_instant(due, self._telling.zone) <= self._telling.as_of
        broken = verdict.verdict in (Outcome.BREACHED, Outcome.OVERDUE)
        doubtful = verdict.verdict is Outcome.CANNOT_TELL and (is_over or waiting)
        if not (broken or doubtful or waiting):
            return
        times = decided(verdict, judged, is_ban, self._record, self._telling)
        if is_ban and not times:
            return  # nothing is told against it
        since = min((first for first, _ in times), default=None)
        done = () if is_ban or judged.gaps else self._done(verdict)
        until = done[0].span.last if done else None
        doubts = [_doubt(verdict)] if doubtful else []
        if waiting:
            d_day = self._framework.d_day
            since = None if d_day is None else first_instant(d_day, self._telling.zone)
        yield Failure(verdict.bearer, since, until, _told(verdict), tuple(doubts), done)

    def _done(self, verdict: Verdict) -> tuple[Known, ...]:
        """The first report that shows a duty done, in time or late."""
        if verdict.verdict not in (Outcome.KEPT, Outcome.BREACHED):
            return ()
        rows = (self._record.by_id[id] for id in verdict.reports if id in self._record.by_id)
        return tuple(sorted((row for row in rows if row.report.count != 0), key=lambda row: row.span.last))[:1]


def duties_failed(one: Obligation, framework: Framework) -> dict[str, bool]:
    """The duties whose failure sets a sentence off, by their ids, and whether each is a ban."""
    if one.trigger is None:
        return {}
    words = UNREMEDIED.sub(" ", " ".join(one.trigger.words.split()))
    breach = INCIDENT.search(words) is not None
    if not (breach or _NOT_DONE.search(words) or waits(one)):
        return {}
    articles = set(articles_named(words, framework))
    if breach and not articles:
        return {}
    found = [each for each in framework.obligations if _is_owed(each) and each.id != one.id]
    acts = {act for act, _, _ in acts_in(words)}
    deeds = [each for each in found if each.act is not None and each.act.value in acts]
    if articles:
        found = [each for each in found if each.provision in articles]
        deeds = [each for each in deeds if each in found]
        found = deeds if deeds and not breach else [each for each in found if not (breach and forbidden_act(each))]
    else:
        deeds = [each for each in deeds if forbidden_act(each) is None]
        found = _of_the_thing(deeds, words) or deeds
    return {each.id: forbidden_act(each) is not None for each in found}


def _is_owed(one: Obligation) -> bool:
    return one.modality is not None and one.modality.value is not Modality.MAY and one.act is not None


def _of_the_thing(deeds: Sequence[Obligation], words: str) -> list[Obligation]:
    """Of duties to do the same those whose thing the words name."""
    said = stems(words)
    return [each for each in deeds if each.object is not None and said & stems(each.object.value.text)]


def _is_its_time(words: str, window: str) -> bool:
    """Whether a condition gives no time ("in time", "when it is due"), or that of the duty."""
    given = {number for time in _TIME.finditer(words) for number in _NUMBER.findall(time[0])}
    return given <= set(_NUMBER.findall(window))


def _doubt(verdict: Verdict) -> Fact:
    which = f"#{verdict.provision}" if verdict.provision else "what was owed"
    return Fact(Truth.UNKNOWN, f"whether {which} was kept nobody can tell", f"what would settle {which}")


def _told(verdict: Verdict) -> str:
    """A verdict in a sentence: "Of #1 (KES): it was due by 11 March, and nothing shows that it was done."."""
    which = f"#{verdict.provision}" if verdict.provision else "the duty"
    who = f" ({verdict.bearer})" if verdict.bearer else ""
    return f"On {which}{who}: {verdict.verdict.value}. {verdict.why}"
