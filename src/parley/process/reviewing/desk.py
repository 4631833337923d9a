"""The desk: where a person looks at statements one by one and decides.

The papers are read once, when the desk is opened. The chains are read again for each question, so that two
people at two desks see what the other decided.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from parley.model import (
    Actor,
    Decision,
    DecisionKind,
    Document,
    Drawn,
    Issue,
    Judgement,
    Position,
    Precision,
    Proposal,
    Review,
    ReviewItem,
    Span,
    Statement,
    Sureness,
    WrongUsage,
    exact_words,
)
from parley.text import split_sentences

from ..chain import Choice
from ..joining import choice_of, decisions_seen, proposals_of
from ..view import View
from .alike import Said, alike
from .applying import After, Read, Standing, after_review, revised
from .precision import Judged, precision
from .records import Record, keep_records, sealed, target_of
from .uncertain import by_weight, drawn, start_of, why_uncertain

_AROUND = 400
"""As many code points before and after a statement are its context at the most."""
_MOST_AROUND = 9
_SHORTEST_ID = 8


@dataclass(frozen=True)
class Filters:
    """Which statements to look at: on an issue, of a party, of a paper (its name, or its id or the start of it)."""

    issue: str | None = None
    party: str | None = None
    paper: str | None = None

    @property
    def named(self) -> dict[str, str]:
        return {name: value for name, value in vars(self).items() if value is not None}


@dataclass
class Desk:
    """What an audience may review.

    ``view`` makes a fresh look at the folder, ``read`` is what was read, ``notes`` what was said of it,
    ``reader`` the version that read, ``clock`` tells the time of decisions.
    """

    view: Callable[[], View]
    read: Sequence[Read]
    actors: Sequence[Actor]
    reader: str
    clock: Callable[[], dt.datetime]
    notes: tuple[str, ...] = ()
    _raw: dict[str, tuple[Statement, Read]] = field(init=False)
    _last: tuple[tuple[str, ...], After] | None = None
    _cells: tuple[After, tuple[Position, ...]] | None = None

    def __post_init__(self) -> None:
        self._raw = {statement.id: (statement, each) for each in self.read for statement in each.reading.statements}

    # -- what there is ---------------------------------------------------------------------------------

    def after(self) -> After:
        """What was read, as the decisions leave it now."""
        view = self.view()
        heads = tuple(entries[-1].hash for each in (view.shared, *view.caucuses) if (entries := view.entries(each)))
        if self._last is None or self._last[0] != heads:
            self._last = (heads, after_review(view, self.read))
        return self._last[1]

    def review(
        self, filters: Filters | None = None, certain: bool = False, sample: int | None = None, seed: int = 1
    ) -> Review:
        """Where reviewing stands among the statements that ``filters`` leave.

        ``open`` are the uncertain ones that nobody decided; with ``certain`` all of them; with ``sample`` those of
        a random sample of that size in which nobody decided on them. Raises :class:`WrongUsage` for a filter
        that fits nothing there is.
        """
        after, wanted = self.after(), filters or Filters()
        kept = self._kept(wanted)
        positions = self._positions(after)
        if sample is not None:
            sampled = self.sample(wanted, sample, seed)
            shown = drawn(kept, sample, seed)
            waiting = [each for each in shown if not self._decided_in(sampled, each.id, after)]
        else:
            undecided = [each for each in kept if each.id not in after.latest and (certain or why_uncertain(each))]
            waiting = list(by_weight(undecided, positions, [each.document.id for each in self.read]))
        return Review(
            statements=len(kept),
            uncertain=sum(bool(why_uncertain(each)) for each in kept),
            open=tuple(self._item(each.id, after, positions) for each in waiting),
            proposals=() if sample is not None else self.proposals(wanted),
            judgements=tuple(self._judgement(each) for each in after.standing),
            precision=self.precision(after),
        )

    def proposals(self, filters: Filters | None = None) -> tuple[Proposal, ...]:
        """What several papers seem to tell in common and nobody decided on, the likely ones first.

        None for an issue or a party: it is events, meetings and measures that are proposed, and no statements.
        """
        wanted = filters or Filters()
        if wanted.issue is not None or wanted.party is not None:
            return ()
        found, _ = proposals_of(self.after().readings, decisions_seen(self.view()))
        chosen = {document.id for document in self._papers(wanted)}
        waiting = [each for each in found if each.decided is None and any(t.document in chosen for t in each.tellings)]
        return tuple(sorted(waiting, key=lambda each: each.sure is not Sureness.LIKELY))

    def sample(self, filters: Filters, size: int, seed: int) -> Drawn:
        """The random sample of that size: from how many it is drawn."""
        if size < 1:
            raise WrongUsage("A sample has at least one statement; give --sample a number of 1 or more.")
        of = len(self._kept(filters))
        return Drawn(seed=seed, size=min(size, of), of=of, filters=filters.named)

    def item(self, id: str) -> ReviewItem:
        """One statement as it stands now."""
        after = self.after()
        self._known(id)
        return self._item(id, after, self._positions(after))

    def document(self, id: str) -> Document:
        """The paper of a statement, with its text."""
        return self._known(id)[1].document

    def statement(self, id: str) -> Statement:
        """A statement as it was read, before any decision."""
        return self._known(id)[0]

    def told_in(self, id: str) -> tuple[Statement, ...]:
        """The statements of the same paper within which this one could be told: the nearest."""
        raw, paper = self._known(id)
        others = [each for each in paper.reading.statements if each.id != id and each.within != id]
        return tuple(sorted(others, key=lambda each: abs(start_of(each) - start_of(raw)))[:_MOST_AROUND])

    def papers(self) -> dict[str, Document]:
        """The papers by id."""
        return {each.document.id: each.document for each in self.read}

    def issues(self) -> tuple[Issue, ...]:
        """The issues of the process."""
        return self._issues

    def speakers(self, id: str) -> tuple[Actor, ...]:
        """Who could have said it: the actors of the process, and those that the paper names."""
        known = {actor.id: actor for actor in (*self.actors, *self._known(id)[1].reading.actors)}
        return tuple(known.values())

    def decisions_on(self, id: str) -> tuple[Standing, ...]:
        """The decisions and notes that stand on a statement, oldest first."""
        return tuple(each for each in self.after().standing if each.statement is not None and each.statement.id == id)

    def alike(self, id: str) -> tuple[Statement, ...]:
        """Up to nine statements that may say the same, the likeliest first; see :mod:`.alike`.

        As far as a person decided, they are compared as decided.
        """
        _, paper = self._known(id)
        after = self.after()
        others = [
            each
            for each in after.statements
            if each.id not in after.left_out and self._raw[each.id][1].compartment == paper.compartment
        ]
        (one,) = (self._said(each) for each in after.statements if each.id == id)
        return alike(one, (self._said(each) for each in others if each.id != id))

    def precision(self, after: After | None = None) -> tuple[Precision, ...]:
        """How often the reading was right, by what was decided so far."""
        latest: dict[str, Standing] = {}
        samples: dict[str, dict[str, Drawn]] = {}
        for each in (after or self.after()).standing:
            if not each.decides:
                continue
            key = each.statement.id if each.statement else each.entry.subject
            latest[key] = each
            if each.record.drawn is not None:
                drawn_in = each.record.drawn
                samples.setdefault(key, {})[str((drawn_in.seed, sorted(drawn_in.filters.items())))] = drawn_in
        judged = [
            Judged(
                statement=each.record.statement,
                kind=each.entry.kind,
                changed=frozenset(each.record.changes),
                uncertain=bool(each.record.why),
                drawn=drawn_in,
                reader=each.record.reader,
            )
            for key, each in latest.items()
            for drawn_in in (samples[key].values() if key in samples else [None])
        ]
        return precision(judged)

    # -- deciding --------------------------------------------------------------------------------------

    def decide(
        self,
        id: str,
        kind: DecisionKind | str,
        *,
        by: str,
        changes: Mapping[str, Any] | None = None,
        note: str = "",
        into: str | None = None,
        sample: Drawn | None = None,
    ) -> Decision:
        """Record what ``by`` decides on the statement ``id``, in the chain of its paper's compartment.

        ``correct`` takes ``changes``: new values by field, as JSON has them; ``issues`` as
        ``{"add": [...], "remove": [...]}``, ``within`` as the target of the statement it is told in, or ``None``.
        ``merge`` takes ``into``, the id of the statement that says the same. Raises :class:`WrongUsage` for what
        can't be decided, and what :meth:`parley.process.chain.Chain.append` raises.
        """
        raw, paper = self._known(id)
        kind = DecisionKind(kind)
        _named(by)
        new = dict(changes or {})
        if bool(new) != (kind is DecisionKind.CORRECT) or (into is None) == (kind is DecisionKind.MERGE):
            raise WrongUsage("A correction says what changes, a merge into what, and no other decision does.")
        record = self._record(raw, new, note, sample)
        if new:
            _try(raw, record, paper)
        digest, line = sealed(record)
        detail: dict[str, Any] = {"record": digest}
        if into is not None:
            detail["into"] = self._merged_into(id, into)
        choice = Choice(kind, str(target_of(raw)), by, "", detail)
        lines = {raw.document: [line]}
        chain = paper.compartment.chain
        return chain.append([choice], self.clock(), lambda: keep_records(paper.compartment, lines))[0]

    def join(self, proposal: Proposal, groups: Sequence[Sequence[str]], *, by: str, note: str = "") -> Decision:
        """Record that the targets of each group are one thing, and those of two groups are not."""
        _named(by)
        choice, party = choice_of(proposal, groups, by, note)
        view = self.view()
        where = next((each for each in view.caucuses if each.party == party), view.shared)
        return where.chain.append([choice], self.clock())[0]

    def revoke(self, decision: str, *, by: str) -> Decision:
        """Take back the decision with this hash, on a statement or a proposal, by another one."""
        _named(by)
        view = self.view()
        for compartment in (view.shared, *view.caucuses):
            entries = view.entries(compartment)
            revoked = {entry.subject for entry in entries if entry.kind is DecisionKind.REVOKE}
            for entry in entries:
                reviewed = "record" in entry.detail or "groups" in entry.detail or "reports" in entry.detail
                if entry.hash == decision and reviewed and decision not in revoked:
                    return compartment.chain.append([Choice(DecisionKind.REVOKE, decision, by)], self.clock())[0]
        raise WrongUsage("There is no such decision on a statement or a proposal, or it was taken back already.")

    # -- inside ----------------------------------------------------------------------------------------

    def _known(self, id: str) -> tuple[Statement, Read]:
        if id not in self._raw:
            raise WrongUsage(f"There is no statement '{id}'; its id stands in the output of read.")
        return self._raw[id]

    def _record(self, raw: Statement, changes: dict[str, Any], note: str, sample: Drawn | None) -> Record:
        why = why_uncertain(raw)
        return Record(statement=raw, changes=changes, note=note, drawn=sample, reader=self.reader, why=why)

    def _merged_into(self, id: str, into: str) -> str:
        other, paper = self._known(into)
        after = self.after()
        if into == id:
            raise WrongUsage("A statement isn't merged into itself; name another one.")
        if into in after.left_out:
            raise WrongUsage("That statement was itself rejected or merged away; name the one it counts with.")
        if paper.compartment != self._known(id)[1].compartment:
            raise WrongUsage(
                "The two statements lie in different compartments, and what is in a caucus isn't told outside it; "
                "they stay apart."
            )
        return str(target_of(other))

    def _kept(self, filters: Filters) -> list[Statement]:
        """The statements that the filters leave, as they were read: what is decided on one moves it nowhere."""
        issues = [issue.id for issue in self._issues]
        parties = [actor.id for actor in self.actors if actor.is_party]
        for name, wanted, known in (("issue", filters.issue, issues), ("party", filters.party, parties)):
            if wanted is not None and wanted not in known:
                raise WrongUsage(f"There is no {name} '{wanted}'; there are: {', '.join(known) or 'none'}.")
        chosen = {document.id for document in self._papers(filters)}
        return [
            statement
            for each in self.read
            for statement in each.reading.statements
            if statement.document in chosen
            and (filters.issue is None or filters.issue in statement.issues)
            and (filters.party is None or filters.party in self._parties(statement))
        ]

    def _papers(self, filters: Filters) -> list[Document]:
        papers = [each.document for each in self.read if filters.paper is None or _is_called(each, filters.paper)]
        if filters.paper is not None and not papers:
            raise WrongUsage(f"No paper is called '{filters.paper}'; give its name or id as the output of read does.")
        return papers

    def _parties(self, statement: Statement) -> Collection[str]:
        from parley.reading import parties_of

        known = {actor.id: actor for actor in (*self._known(statement.id)[1].reading.actors, *self.actors)}
        return parties_of(statement, known, statement.interval)

    def _said(self, statement: Statement) -> Said:
        when, published = statement.interval, self.document(statement.id).published
        day = (when and (when.earliest or when.latest)) or published
        return Said(statement, frozenset(self._parties(statement)), day.date() if isinstance(day, dt.datetime) else day)

    def _positions(self, after: After) -> tuple[Position, ...]:
        from parley.reading import positions

        if self._cells is None or self._cells[0] is not after:
            self._cells = (after, positions(after.readings, self._issues, self.actors, after.left_out))
        return self._cells[1]

    @cached_property
    def _issues(self) -> tuple[Issue, ...]:
        return self.view().issues[0]

    def _decided_in(self, sample: Drawn, id: str, after: After) -> bool:
        return any(
            each.decides
            and each.statement is not None
            and each.statement.id == id
            and each.record.drawn is not None
            and (each.record.drawn.seed, each.record.drawn.filters) == (sample.seed, sample.filters)
            for each in after.standing
        )

    def _item(self, id: str, after: After, positions: Sequence[Position]) -> ReviewItem:
        raw, paper = self._raw[id]
        statement = next(each for each in after.statements if each.id == id)
        decided = after.latest.get(id)
        return ReviewItem(
            statement=statement,
            path=paper.document.path,
            context=context_of(raw, paper.document.text),
            why=why_uncertain(raw),
            positions=tuple(position for position in positions if id in position.statements),
            decided=decided.entry.hash if decided else None,
        )

    def _judgement(self, each: Standing) -> Judgement:
        return Judgement(
            decision=each.entry.hash,
            kind=each.entry.kind,
            by=each.entry.by,
            at=each.entry.at,
            document=each.document.id,
            path=each.document.path,
            statement=each.statement.id if each.statement else None,
            words=exact_words(each.record.statement.content),
            changes=each.record.changes,
            same_as=each.into.id if each.into else None,
            note=each.record.note,
            sample=each.record.drawn,
            reader=each.record.reader,
        )


def _named(by: str) -> None:
    if not by.strip():
        raise WrongUsage("A decision is somebody's: say who decides.")


def context_of(statement: Statement, text: str) -> Span:
    """The sentences that hold a statement, in its paragraph, with what stands before and after as far as it is near."""
    spans = (*statement.source, *statement.cue, *statement.content)
    first, last = min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)
    paragraph = text.rfind("\n\n", 0, first)
    start = max(paragraph + 2 if paragraph >= 0 else 0, first - _AROUND)
    ends = text.find("\n\n", last)
    end = min(ends if ends >= 0 else len(text), last + _AROUND)
    sentences = [each for each in split_sentences(text, start, end) if each[1] > first - _AROUND // 2]
    inside = [each for each in sentences if each[0] < last + _AROUND // 2]
    if inside:
        start, end = min(inside[0][0], first), max(inside[-1][1], last)
    return Span.of(text, start, end, statement.document)


def _is_called(each: Read, wanted: str) -> bool:
    document = each.document
    by_id = len(wanted) >= _SHORTEST_ID and document.id.startswith(wanted)
    return by_id or wanted in (document.path, PurePosixPath(document.path).name)


def _try(raw: Statement, record: Record, paper: Read) -> None:
    try:
        made = revised(raw, record, paper.document, paper.reading.statements)
    except (ValueError, TypeError, KeyError) as error:
        raise WrongUsage(
            f"This can't be a correction of {', '.join(record.changes)}: the new value isn't of the form that a "
            "statement has; see the schema of read."
        ) from error
    if made is None:
        raise WrongUsage("These words don't stand in the paper; a correction takes the paper's own words.")
