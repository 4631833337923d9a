"""Where each party stands on each issue and option, from what it said itself or is said to have said.

A cell is one party, one issue and one option. Its stance is that of the party's newest statement;
the statements behind it are listed oldest first. What only somebody else tells of the party (a
rival, an anonymous source) makes a cell ``second_hand``, and never overrules the party's own words.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import (
    Actor,
    ActorKind,
    Commitment,
    Document,
    Interval,
    Issue,
    Label,
    Position,
    Reading,
    Stance,
    Statement,
    first_instant,
    last_instant,
)

from .issues import speaks_to
from .stances import Said, options_named, own_words, stance_of

_ALWAYS = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class _Voice:
    """One statement that speaks to a cell."""

    statement: str
    stance: Stance
    when: Interval | None
    label: Label
    second_hand: bool

    @property
    def order(self) -> tuple[dt.datetime, dt.datetime]:
        """By when it was said; a statement without a date comes first, so that it never counts as the newest."""
        early = dt.datetime.min.replace(tzinfo=dt.UTC)
        if self.when is None:
            return early, early
        latest = last_instant(self.when.latest) if self.when.latest else _ALWAYS
        return latest, first_instant(self.when.earliest) if self.when.earliest else early


def positions(
    readings: Sequence[tuple[Document, Reading]], issues: Sequence[Issue], actors: Sequence[Actor]
) -> tuple[Position, ...]:
    """Parties x issues: one cell for each option that a party spoke to, and one for the issue alone.

    Parties are the actors with that role; whoever is affiliated to one (at the time, where times are
    given) speaks for it. A party's statement that names no known option goes to a cell with
    ``option`` ``None``. The cells come in the order of ``actors``, then of ``issues`` and options.
    ``since`` is when the oldest statement of the present stance was made, which is the day of the
    paper where the text tells no other. Each cell carries the labels of all papers behind it.
    """
    cells: dict[tuple[str, str, str | None], list[_Voice]] = defaultdict(list)
    for document, reading in readings:
        known = {actor.id: actor for actor in (*reading.actors, *actors)}
        by_id = {statement.id: statement for statement in reading.statements}
        for statement in reading.statements:
            when = statement.interval or _day(document)
            party = _party_of(statement, known, when)
            if party is None:
                continue
            said = own_words(statement, reading.statements)
            second_hand = _told_by_others(statement, by_id, known, party, when)
            for issue in issues:
                if issue.id not in statement.issues and not speaks_to(said.text, issue):
                    continue
                for option, stance in _stances(statement, said, issue, reading.statements):
                    voice = _Voice(statement.id, stance, when, document.audience, second_hand)
                    cells[party, issue.id, option].append(voice)
    order_of_options = {(i.id, o.id): n for i in issues for n, o in enumerate(i.options)}
    order_of_parties = {actor.id: n for n, actor in enumerate(actors)}
    order_of_issues = {issue.id: n for n, issue in enumerate(issues)}

    def place(key: tuple[str, str, str | None]) -> tuple[int, int, int]:
        party, issue, option = key
        return order_of_parties[party], order_of_issues[issue], order_of_options.get((issue, option or ""), -1)

    return tuple(_cell(key, cells[key]) for key in sorted(cells, key=place))


def _stances(
    statement: Statement, said: Said, issue: Issue, others: Sequence[Statement]
) -> list[tuple[str | None, Stance]]:
    """One stance for each option that the statement names; for the issue alone where it names none."""
    named: list[tuple[str | None, Said]] = [*options_named(said, issue)]
    found: dict[str | None, Stance] = {}
    for option, part in named or [(None, said)]:
        stance = Stance.UNCLEAR if _is_denied(statement, others) else stance_of(statement, part, option)
        if found.get(option, Stance.UNCLEAR) is Stance.UNCLEAR:
            found[option] = stance
    return list(found.items())


def _is_denied(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether it stands inside what somebody denies: "denied a report that it had agreed to 20 km"."""
    return any(
        other.commitment is Commitment.DENIED and other.id != statement.id and _holds(other, statement)
        for other in others
    )


def _holds(outer: Statement, inner: Statement) -> bool:
    return bool(inner.content) and all(any(o.contains(i) for o in outer.content) for i in inner.content)


def _cell(key: tuple[str, str, str | None], voices: Sequence[_Voice]) -> Position:
    ordered = sorted(voices, key=lambda voice: voice.order)
    own = [voice for voice in ordered if not voice.second_hand]
    deciding = [voice for voice in own or ordered if voice.stance is not Stance.UNCLEAR] or own or ordered
    present = deciding[-1].stance
    since = deciding[-1].when
    for voice in reversed(deciding):
        if voice.stance is not present:
            break
        since = voice.when or since
    party, issue, option = key
    return Position(
        party=party,
        issue=issue,
        option=option,
        stance=present,
        since=since,
        statements=tuple(dict.fromkeys(voice.statement for voice in ordered)),
        second_hand=not own,
        audience=Label.union(voice.label for voice in ordered),
    )


def _day(document: Document) -> Interval | None:
    if document.published is None:
        return None
    return Interval(earliest=document.published, latest=document.published)


def _party_of(statement: Statement, known: Mapping[str, Actor], when: Interval | None) -> str | None:
    """The party that speaks, itself or through somebody of its own; ``None`` for everybody else."""
    if statement.speaker is None or statement.speaker.id is None:
        return None
    return _party(statement.speaker.id, known, when, frozenset())


def _party(actor_id: str, known: Mapping[str, Actor], when: Interval | None, seen: frozenset[str]) -> str | None:
    actor = known.get(actor_id)
    if actor is None or actor_id in seen:
        return None
    if actor.is_party:
        return actor.id
    for affiliation in actor.affiliations:
        if affiliation.interval is not None and when is not None and not affiliation.interval.overlaps(when):
            continue
        above = next((a.id for a in known.values() if affiliation.to in (a.id, a.name)), None)
        found = _party(above, known, when, seen | {actor_id}) if above else None
        if found:
            return found
    return None


def _told_by_others(
    statement: Statement, by_id: Mapping[str, Statement], known: Mapping[str, Actor], party: str, when: Interval | None
) -> bool:
    """Whether somebody who is not of the party tells it; the paper itself only reports."""
    outer = by_id.get(statement.within or "")
    while outer is not None:
        anonymous = outer.speaker is None or outer.speaker.id is None
        actor = known.get(outer.speaker.id or "") if outer.speaker else None
        press = actor is not None and actor.kind is ActorKind.ORGANISATION and _party_of(outer, known, when) is None
        if (anonymous and outer.source) or (not press and not anonymous and _party_of(outer, known, when) != party):
            return True
        outer = by_id.get(outer.within or "")
    return False
