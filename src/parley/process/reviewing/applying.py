"""Decisions laid on what was read: which stand, which statement each is about now, and what it makes of it.

What a person confirmed or corrected holds as the person saw it, whatever a later version of the reader
makes of the same words. A decision whose statement can't be found any more is told, and applied to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from parley.model import (
    TEAM,
    Decision,
    DecisionKind,
    Document,
    Reading,
    Reviewed,
    Statement,
    Target,
    TargetKind,
    WrongUsage,
    exact_words,
)

from ..compartments import Compartment
from ..names import printable
from ..view import View
from .records import Record, load_records, missing_record, moved_spans, relocated, target_of

_KINDS = frozenset(
    [DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.REJECT, DecisionKind.MERGE, DecisionKind.NOTE]
)
_AS_SEEN = (
    *("speaker", "addressee", "act", "direct", "commitment", "interval"),
    *("conditions", "hedges", "source", "cue", "content"),
)
"""What a confirmed statement keeps of what the person saw; issues come and go with the process's own list."""

_WORDS_SHOWN = 80


@dataclass(frozen=True)
class Read:
    """A document with what the reader made of it, and the compartment it lies in."""

    document: Document
    reading: Reading
    compartment: Compartment


@dataclass(frozen=True)
class Standing:
    """A decision on a statement, or a note, that nobody revoked.

    ``statement`` is what it is about as it is read now, ``into`` the one into which it merges that; ``None``
    where the decision no longer finds it.
    """

    entry: Decision
    record: Record
    document: Document
    compartment: Compartment
    statement: Statement | None
    into: Statement | None = None

    @property
    def decides(self) -> bool:
        return self.entry.kind is not DecisionKind.NOTE


@dataclass(frozen=True)
class After:
    """What was read, after the decisions.

    ``readings`` still hold every statement, those in ``left_out`` (rejected or merged, by id) included:
    they are nobody's words any more, and yet what others were told within.
    """

    readings: tuple[tuple[Document, Reading], ...]
    left_out: frozenset[str] = frozenset()
    standing: tuple[Standing, ...] = ()
    notes: tuple[str, ...] = ()
    latest: Mapping[str, Standing] = field(default_factory=dict)
    """The decision that counts, by the id of the statement it is about."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(statement for _, reading in self.readings for statement in reading.statements)

    @property
    def kept(self) -> tuple[tuple[Document, Reading], ...]:
        """The readings without what was left out: of a statement that a person rejected no criticism is left either,
        and one of a statement that a person corrected is said by whom and when the person says."""
        found = []
        for document, reading in self.readings:
            kept = {each.id: each for each in reading.statements if each.id not in self.left_out}
            criticisms = tuple(
                each.replace(speaker=kept[each.statement].speaker, interval=kept[each.statement].interval)
                if each.statement
                else each
                for each in reading.criticisms
                if each.statement is None or each.statement in kept
            )
            found.append((document, reading.replace(statements=tuple(kept.values()), criticisms=criticisms)))
        return tuple(found)


def after_review(view: View, read: Sequence[Read]) -> After:
    """``read`` as the decisions that ``view`` may see leave it. Raises :class:`parley.model.BrokenChain`."""
    standing, notes = _standing(view, read)
    latest = {each.statement.id: each for each in standing if each.statement is not None and each.decides}
    roots = {id: _root(id, latest) for id, each in latest.items() if each.entry.kind is DecisionKind.MERGE}
    also: dict[str, list[str]] = {}
    for id, root in roots.items():
        if root != id:
            also.setdefault(root, []).append(id)
    readings: list[tuple[Document, Reading]] = []
    left_out: set[str] = set()
    for each in read:
        statements: list[Statement] = []
        for raw in each.reading.statements:
            decided = latest.get(raw.id)
            statement = raw
            if decided is not None:
                statement, left = _decided(view, raw, decided, roots.get(raw.id), each.reading.statements)
                left_out |= {raw.id} if left else set()
            if raw.id in also:
                last = latest[also[raw.id][-1]]
                shown = statement.reviewed or Reviewed(kind=DecisionKind.MERGE, at=last.entry.at, by=_by(view, last))
                statement = statement.replace(reviewed=shown.replace(also=tuple(also[raw.id])))
            statements.append(statement)
        readings.append((each.document, each.reading.replace(statements=tuple(statements))))
    rejected = [id for id in left_out if latest[id].entry.kind is DecisionKind.REJECT]
    if rejected:
        notes.append(f"Statements that a person rejected, and that count for nothing: {len(rejected)}.")
    if merged := len(left_out) - len(rejected):
        notes.append(f"Statements that a person merged into others, with which they count once: {merged}.")
    return After(tuple(readings), frozenset(left_out), tuple(standing), tuple(notes), latest)


def revised(raw: Statement, record: Record, document: Document, others: Sequence[Statement]) -> Statement | None:
    """``raw`` with what a person saw and changed; ``None`` where the words can't be found any more.

    Raises :class:`ValueError` for changes that no statement can have.
    """
    seen = relocated(record.statement, document.text)
    if seen is None:
        return None
    values: dict[str, Any] = {name: getattr(raw, name) for name in ("id", "document", "within", "issues")}
    values |= {name: getattr(seen, name) for name in _AS_SEEN}
    for name, new in record.changes.items():
        if name == "issues":
            kept = [issue for issue in raw.issues if issue not in new["remove"]]
            values[name] = tuple(dict.fromkeys((*kept, *new["add"])))
        elif name == "within":
            values[name] = None if new is None else _host(Target.parse(new), raw, others)
        elif name in ("speaker", "addressee", "act", "commitment", "interval", "conditions", "content"):
            values[name] = new
        else:
            raise ValueError(f"a statement has no field '{name}' to correct")
    made = Statement.model_validate(values)
    content = moved_spans(made.content, document.text)
    return None if content is None else made.replace(content=content)


def _host(target: Target, raw: Statement, others: Sequence[Statement]) -> str | None:
    named = {target_of(each): each.id for each in others if each.id != raw.id}
    found = target.found_among(list(named))
    return named[found] if found else raw.within


def _decided(
    view: View, raw: Statement, decided: Standing, root: str | None, others: Sequence[Statement]
) -> tuple[Statement, bool]:
    """The statement as the decision leaves it, and whether it is left out."""
    entry, record = decided.entry, decided.record
    before = record.statement.model_dump(mode="json")
    reviewed = Reviewed(
        kind=entry.kind,
        at=entry.at,
        by=_by(view, decided),
        was={name: before.get(name) for name in record.changes},
        same_as=root if root != raw.id else None,
    )
    if entry.kind in (DecisionKind.CONFIRM, DecisionKind.CORRECT):
        made = revised(raw, record, decided.document, others) or raw
        return made.replace(doubts=(), reviewed=reviewed), False
    if entry.kind is DecisionKind.MERGE and reviewed.same_as is None:
        return raw, False
    return raw.replace(reviewed=reviewed), True


def _root(id: str, latest: Mapping[str, Standing]) -> str:
    """The statement with which this one counts once all merging is done; itself where it would go in a circle."""
    seen = {id}
    current = id
    while (step := latest.get(current)) is not None and step.entry.kind is DecisionKind.MERGE:
        if step.into is None or step.into.id in seen:
            return id
        current = step.into.id
        seen.add(current)
    return current


def _standing(view: View, read: Sequence[Read]) -> tuple[list[Standing], list[str]]:
    """The decisions on statements that nobody revoked, oldest first, and notes on those that find theirs no more."""
    by_id = {each.document.id: each for each in read}
    named: dict[str, dict[Target, Statement]] = {}
    records: dict[str, dict[str, Record]] = {}
    standing: list[Standing] = []
    notes: list[str] = []
    gone = 0
    for compartment in (view.shared, *view.caucuses):
        forgotten = view.forgotten(compartment)
        for entry, target, digest in _about_statements(view.entries(compartment)):
            paper = by_id.get(target.document)
            if paper is None or paper.compartment != compartment:
                gone += target.document not in forgotten
                continue
            id = paper.document.id
            if id not in records:
                records[id] = load_records(compartment, id)
                named[id] = {target_of(each): each for each in paper.reading.statements}
            record = records[id].get(digest)
            if record is None:
                raise missing_record(compartment, id, entry.number)
            found = _found(target, named[id], record, paper)
            into = _into(entry, by_id, compartment) if found and entry.kind is DecisionKind.MERGE else None
            each = Standing(entry, record, paper.document, compartment, found, into)
            unmerged = entry.kind is DecisionKind.MERGE and into is None
            if found is None or (unmerged and (view.audience == "mediator" or _into_document(entry) in by_id)):
                notes.append(_lost(view, each))
            standing.append(each)
    if gone and view.audience == "mediator":
        notes.append(f"Decisions on statements of papers that are not in their folder any more: {gone}.")
    return standing, notes


def _about_statements(entries: Sequence[Decision]) -> Iterable[tuple[Decision, Target, str]]:
    """The decisions on a statement that nobody revoked, with what they name; other decisions are others' to apply."""
    revoked = {entry.subject for entry in entries if entry.kind is DecisionKind.REVOKE}
    for entry in entries:
        if entry.kind not in _KINDS or entry.hash in revoked or "record" not in entry.detail:
            continue
        try:
            target = Target.parse(entry.subject)
        except WrongUsage:
            continue
        if target.kind is TargetKind.STATEMENT:
            yield entry, target, str(entry.detail["record"])


def _found(target: Target, named: Mapping[Target, Statement], record: Record, paper: Read) -> Statement | None:
    seen = relocated(record.statement, paper.document.text)
    if seen is not None:  # a later version may draw another text from the same file: the place moves with the words
        target = target_of(seen)
    found = target.found_among(list(named))
    if found is None:
        return None
    try:
        whole = revised(named[found], record, paper.document, paper.reading.statements)
    except (ValidationError, ValueError, TypeError, KeyError, WrongUsage):
        return None
    return named[found] if whole is not None else None


def _into(entry: Decision, by_id: Mapping[str, Read], compartment: Compartment) -> Statement | None:
    """The statement into which a decision merges another, as it is read now; ``None`` if it isn't seen."""
    try:
        target = Target.parse(str(entry.detail.get("into", "")))
    except WrongUsage:
        return None
    paper = by_id.get(target.document)
    if paper is None or paper.compartment != compartment:
        return None
    named = {target_of(each): each for each in paper.reading.statements}
    found = target.found_among(list(named))
    return named[found] if found else None


def _into_document(entry: Decision) -> str:
    try:
        return Target.parse(str(entry.detail.get("into", ""))).document
    except WrongUsage:
        return ""


def _by(view: View, decided: Standing) -> str | None:
    """Who decided, for those whom the chain itself is for."""
    label = decided.compartment.label
    seen = view.audience.may_see(label if decided.compartment.party else label | TEAM)
    return decided.entry.by if seen else None


def _lost(view: View, decided: Standing) -> str:
    by = _by(view, decided)
    words = exact_words(decided.record.statement.content)
    shown = words if len(words) <= _WORDS_SHOWN else f"{words[: _WORDS_SHOWN - 1].rstrip()}…"
    what = "the statement it merges another into" if decided.statement is not None else "its statement"
    return printable(
        f"{decided.document.path}: a decision of {decided.entry.at.date().isoformat()}{f' by {by}' if by else ''} "
        f"no longer finds {what}: '{' '.join(shown.split())}'; look at it again with review."
    )
