"""Where each party stands on each issue and option, from what it said itself or is said to have said.

A cell is one party, one issue and one option. Its stance is that of the party's newest statement;
the statements behind it are listed oldest first. What several say together counts for each of them.
What only somebody else tells of the party (a rival, an anonymous source) is hearsay, and what somebody of its own
says whom nobody names ("a Kestrian official") is unattributed: a cell of nothing else is ``second_hand``, and
neither ever overrules the party's own words, nor counts as a change or a contradiction of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
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
    Voice,
)

from ..statements.issues import speaks_to
from .moves import contradictions, history, in_moments, is_contradictory, order
from .stances import Said, names_measure, options_named, own_words, stance_of
from .voices import parties_of


@dataclass(frozen=True)
class _Heard:
    """One statement that speaks to a cell, and the labels of its paper."""

    voice: Voice
    label: Label


def positions(
    readings: Sequence[tuple[Document, Reading]],
    issues: Sequence[Issue],
    actors: Sequence[Actor],
    left_out: Collection[str] = (),
) -> tuple[Position, ...]:
    """Parties x issues: one cell for each option that a party spoke to, and one for the issue alone.

    Parties are the actors with that role; whoever is affiliated to one (at the time, where times are
    given) speaks for it. A party's statement that names no known option goes to a cell with
    ``option`` ``None``. The cells come in the order of ``actors``, then of ``issues`` and options.
    ``since`` is when the oldest statement of the present stance was made, which is the day of the
    paper where the text tells no other. Each cell carries the labels of all papers behind it.
    Statements whose ids are in ``left_out`` speak for nobody, and still tell as whose words others are held.
    Where a person corrected the issues of a statement, its words are asked no more. Else a figure with its unit
    ("rejected 15 km") is also the option's where the same paper spoke to its issue before.
    """
    cells: dict[tuple[str, str, str | None], list[_Heard]] = defaultdict(list)
    everybody: dict[str, Actor] = {}
    for document, reading in readings:
        known = {actor.id: actor for actor in (*reading.actors, *actors)}
        everybody |= known
        by_id = {statement.id: statement for statement in reading.statements}
        about: set[str] = set()
        for statement in reading.statements:
            about |= {issue.id for issue in issues if issue.id in statement.issues}
            when = statement.interval or _day(document)
            speak = parties_of(statement, known, when)
            if not speak or statement.id in left_out:
                continue
            said = own_words(statement, reading.statements)
            tellers = {party: _teller(statement, by_id, known, party, when) for party in speak}
            for issue in issues:
                if issue.id not in statement.issues and (
                    _issues_settled(statement)
                    or not (speaks_to(said.text, issue) or (issue.id in about and names_measure(said, issue, issues)))
                ):
                    continue
                for option, stance in _stances(statement, said, issue, reading.statements):
                    for party, on_record in speak.items():
                        teller = tellers[party]
                        voice = Voice(
                            statement=statement.id,
                            stance=stance,
                            interval=when,
                            speaker=statement.speaker,
                            hearsay=teller is not None,
                            told_by=teller.speaker if teller else None,
                            unattributed=not on_record,
                        )
                        cells[party, issue.id, option].append(_Heard(voice, document.audience))
    order_of_options = {(i.id, o.id): n for i in issues for n, o in enumerate(i.options)}
    order_of_parties = {actor.id: n for n, actor in enumerate(actors)}
    order_of_issues = {issue.id: n for n, issue in enumerate(issues)}

    def place(key: tuple[str, str, str | None]) -> tuple[int, int, int]:
        party, issue, option = key
        return order_of_parties[party], order_of_issues[issue], order_of_options.get((issue, option or ""), -1)

    return tuple(_cell(key, cells[key], everybody) for key in sorted(cells, key=place))


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


def _cell(key: tuple[str, str, str | None], heard: Sequence[_Heard], known: Mapping[str, Actor]) -> Position:
    ordered = sorted((each.voice for each in heard), key=order)
    own = [voice for voice in ordered if not (voice.hearsay or voice.unattributed)]
    deciding = [voice for voice in own or ordered if voice.stance is not Stance.UNCLEAR] or own or ordered
    moments = in_moments([voice for voice in own if voice.stance is not Stance.UNCLEAR])
    disputed = bool(moments) and is_contradictory(moments[-1])
    present = deciding[-1].stance
    since = deciding[-1].interval
    for voice in reversed(moments[-1] if disputed else deciding):
        if voice.stance is not present and not disputed:
            break
        since = voice.interval or since
    party, issue, option = key
    return Position(
        party=party,
        issue=issue,
        option=option,
        stance=Stance.UNCLEAR if disputed else present,
        since=since,
        statements=tuple(dict.fromkeys(voice.statement for voice in ordered)),
        second_hand=not own,
        voices=tuple(ordered),
        history=history(moments, known),
        contradictions=contradictions(moments),
        audience=Label.union(each.label for each in heard),
    )


def _issues_settled(statement: Statement) -> bool:
    return statement.reviewed is not None and "issues" in statement.reviewed.was


def _day(document: Document) -> Interval | None:
    if document.published is None:
        return None
    return Interval(earliest=document.published, latest=document.published)


def _teller(
    statement: Statement, by_id: Mapping[str, Statement], known: Mapping[str, Actor], party: str, when: Interval | None
) -> Statement | None:
    """The statement of somebody who is not of the party that tells of this one; the paper itself only reports."""
    outer = by_id.get(statement.within or "")
    while outer is not None:
        speak = parties_of(outer, known, when)
        actor = known.get(outer.speaker.id or "") if outer.speaker else None
        press = actor is not None and actor.kind is ActorKind.ORGANISATION and not speak
        nobody = outer.speaker is None or (outer.speaker.id is None and not speak)
        if not speak.get(party) and not press and (outer.source or not nobody):
            return outer
        outer = by_id.get(outer.within or "")
    return None
