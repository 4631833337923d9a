"""Proposals: which events, meetings and measures of several papers seem to be one, for a person to confirm.

Pairs that are like enough (``likeness``) are joined, the likeliest first, one thing of each paper, and never
across a contradiction. What a person decided holds against any likeness.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from parley.model import (
    Condition,
    Difference,
    Document,
    Joined,
    Joining,
    Label,
    MeasureChange,
    Proposal,
    Reading,
    Ref,
    Sureness,
    Target,
    TargetKind,
    Telling,
    Version,
    proposal_id,
)

from ..meetings.meetings import same_place
from .likeness import ENOUGH, LIKELY, Likeness, days_of, likeness
from .things import Thing, things_of

_FAR = {TargetKind.EVENT: 10, TargetKind.MEETING: 45, TargetKind.MEASURE: 120}
"""Days between their anchors beyond which two things are not so much as compared: cost grows with the papers."""


def propose(
    papers: Sequence[tuple[Document, Reading]], decided: Sequence[Joining] = ()
) -> tuple[tuple[Proposal, ...], tuple[str, ...]]:
    """Which things of several papers seem to be one; and a note for each decision that finds its things no more.

    ``decided`` is what people decided before, oldest first; of two that speak of the same pair the later holds.
    What they joined stays joined, what they kept apart stays apart, whatever the papers share. Proposals
    come in the order of their oldest telling.
    """
    order = sorted(papers, key=lambda paper: _day(paper[0].published) or dt.date.max)
    things = [thing for document, reading in order for thing in things_of(document, reading)]
    speakers = {each.id: each.speaker for _, reading in papers for each in reading.statements}
    verdicts, kept, notes = _verdicts(things, decided)
    groups = _grouped(things, verdicts)
    proposals = [_proposal(group, speakers, verdicts) for group in groups if len(group.members) > 1]
    return (*proposals, *_kept_apart(things, kept, speakers)), tuple(notes)


@dataclass
class _Group:
    """Things that are taken for one, by their place in the list, and the likenesses that joined them."""

    members: list[int]
    links: list[Likeness] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)


@dataclass(frozen=True)
class _Verdicts:
    """What people decided about pairs of things: whether they are one, and who said so."""

    pairs: dict[frozenset[int], tuple[bool, str]]

    def one(self, a: int, b: int) -> bool | None:
        found = self.pairs.get(frozenset((a, b)))
        return found[0] if found else None


def _verdicts(
    things: Sequence[Thing], decided: Sequence[Joining]
) -> tuple[_Verdicts, list[tuple[str, list[list[int]]]], list[str]]:
    """The decisions by pair, those that keep things apart whole, and notes."""
    place = {str(target): n for n, thing in enumerate(things) for target in thing.targets}
    of_paper: dict[str, list[Target]] = {}
    for thing in things:
        of_paper.setdefault(thing.document.id, []).extend(thing.targets)
    pairs: dict[frozenset[int], tuple[bool, str]] = {}
    kept: list[tuple[str, list[list[int]]]] = []
    notes: list[str] = []
    for joining in decided:
        groups: list[list[int]] = []
        for group in joining.groups:
            found: list[int] = []
            for words in group:
                target = Target.parse(words)
                if target.document not in of_paper:
                    continue  # a paper that this reader may not see, or that is gone
                now = target.found_among(of_paper[target.document])
                if now is None:
                    path = next(t.document.path for t in things if t.document.id == target.document)
                    notes.append(
                        f"{path}: a decision by {joining.by} finds its {target.kind} here no more; decide again."
                    )
                elif place[str(now)] not in found:
                    found.append(place[str(now)])
            groups.append(found)
        for n, group_ in enumerate(groups):
            for a in group_:
                pairs |= {frozenset((a, b)): (True, joining.by) for b in group_ if a != b}
                others = (b for later in groups[n + 1 :] for b in later if b != a)
                pairs |= {frozenset((a, b)): (False, joining.by) for b in others}
        if all(len(group_) <= 1 for group_ in groups):
            kept.append((joining.by, [group_ for group_ in groups if group_]))
    verdicts = _Verdicts(pairs)
    still = [(by, groups) for by, groups in kept if all(verdicts.one(*pair) is False for pair in _crossing(groups))]
    return verdicts, still, notes


def _crossing(groups: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    for n, group in enumerate(groups):
        yield from ((a, b) for a in group for later in groups[n + 1 :] for b in later)


def _grouped(things: Sequence[Thing], verdicts: _Verdicts) -> list[_Group]:
    """Joined by decision first, then by likeness, the likeliest pair first."""
    groups = [_Group([n], things=[thing]) for n, thing in enumerate(things)]
    of = dict(enumerate(groups))
    for pair, (one, _) in verdicts.pairs.items():
        if one:
            a, b = sorted(pair)
            _join(of, a, b, None)
    compared: dict[tuple[int, int], Likeness | None] = {}
    for a, b in _candidates(things):
        if verdicts.one(a, b) is None:
            compared[a, b] = likeness(things[a], things[b])
    links = [(-like.points, a, b, like) for (a, b), like in compared.items() if like and like.points >= ENOUGH]
    for _, a, b, like in sorted(links, key=lambda link: link[:3]):
        if of[a] is of[b]:
            of[a].links.append(like)
        elif _may_join(of[a], of[b], verdicts, compared):
            _join(of, a, b, like)
    return list({id(group): group for group in of.values()}.values())


def _may_join(
    one: _Group, other: _Group, verdicts: _Verdicts, compared: dict[tuple[int, int], Likeness | None]
) -> bool:
    """One thing of each paper, nothing kept apart, and no two of which something says that they differ."""
    if {t.document.id for t in one.things} & {t.document.id for t in other.things}:
        return False
    for a, ours in zip(one.members, one.things, strict=True):
        for b, theirs in zip(other.members, other.things, strict=True):
            verdict = verdicts.one(a, b)
            pair = (min(a, b), max(a, b))
            if verdict is None and pair not in compared:
                compared[pair] = likeness(ours, theirs)
            if verdict is False or (verdict is None and compared[pair] is None):
                return False
    return True


def _join(of: dict[int, _Group], a: int, b: int, like: Likeness | None) -> None:
    one, other = of[a], of[b]
    if one is not other:
        one.members += other.members
        one.things += other.things
        one.links += other.links
        of.update(dict.fromkeys(other.members, one))
    if like is not None:
        one.links.append(like)


def _candidates(things: Sequence[Thing]) -> Iterator[tuple[int, int]]:
    """Pairs of one kind and sort whose days aren't far apart; of what has no day nobody can say that it is."""
    sorts: dict[tuple[TargetKind, str], list[tuple[dt.date, int]]] = {}
    dateless: dict[tuple[TargetKind, str], list[int]] = {}
    for n, thing in enumerate(things):
        day = _day(thing.anchor)
        if day is None:
            dateless.setdefault((thing.kind, thing.sort), []).append(n)
        else:
            sorts.setdefault((thing.kind, thing.sort), []).append((day, n))
    for (kind, _), dated in sorts.items():
        dated.sort()
        for place, (day, a) in enumerate(dated):
            for other, b in dated[place + 1 :]:
                if (other - day).days > _FAR[kind]:
                    break
                yield min(a, b), max(a, b)
    for sort, without in dateless.items():
        rest = [n for _, n in sorts.get(sort, [])]
        for place, a in enumerate(without):
            yield from ((min(a, b), max(a, b)) for b in (*without[place + 1 :], *rest))


def _proposal(group: _Group, speakers: dict[str, Ref | None], verdicts: _Verdicts) -> Proposal:
    order = sorted(range(len(group.members)), key=lambda n: group.members[n])
    things = [group.things[n] for n in order]
    who = _decided_by([group.members[n] for n in order], verdicts)
    strong = bool(group.links) and all(like.points >= LIKELY and not like.other_day for like in group.links)
    return _made(
        things,
        speakers,
        why=tuple(dict.fromkeys(words for like in group.links for words in like.why)),
        sure=Sureness.LIKELY if strong or who else Sureness.POSSIBLE,
        decided=Joined.ONE if who else None,
        decided_by=who,
    )


def _decided_by(members: Sequence[int], verdicts: _Verdicts) -> str | None:
    """Who joined them all; ``None`` where one of them isn't joined to the others by a decision."""
    reached, names = {members[0]}, []
    while True:
        more = [(b, a) for b in members if b not in reached for a in reached if verdicts.one(a, b)]
        if not more:
            break
        b, a = more[0]
        reached.add(b)
        names.append(verdicts.pairs[frozenset((a, b))][1])
    return ", ".join(dict.fromkeys(names)) if len(reached) == len(members) else None


def _kept_apart(
    things: Sequence[Thing], kept: Iterable[tuple[str, list[list[int]]]], speakers: dict[str, Ref | None]
) -> Iterator[Proposal]:
    for by, groups in kept:
        members = sorted({n for group in groups for n in group})
        if len(members) > 1:
            yield _made([things[n] for n in members], speakers, decided=Joined.APART, decided_by=by)


def _made(
    things: Sequence[Thing],
    speakers: dict[str, Ref | None],
    *,
    why: tuple[str, ...] = (),
    sure: Sureness = Sureness.POSSIBLE,
    decided: Joined | None,
    decided_by: str | None,
) -> Proposal:
    tellings = tuple(_telling(thing, speakers) for thing in things)
    return Proposal(
        id=proposal_id(telling.target for telling in tellings),
        kind=things[0].kind,
        members=tuple(id for thing in things for id in thing.ids),
        tellings=tellings,
        why=why,
        sure=sure,
        differences=tuple(_differences(things)),
        changes=tuple(_changes(things)),
        decided=decided,
        decided_by=decided_by,
        audience=Label.union(thing.document.audience for thing in things),
    )


def _changes(things: Sequence[Thing]) -> list[MeasureChange]:
    """The statuses of a measure over time, a status that goes on only once: as it was first told with its day."""
    steps = [
        (_day(each.since.earliest or each.since.latest) if each.since else _day(thing.document.published), n, each)
        for n, thing in enumerate(things)
        for each in thing.changes
    ]
    found: list[MeasureChange] = []
    for _, _, step in sorted(steps, key=lambda each: (each[0] or dt.date.max, each[1])):
        if not found or found[-1].status is not step.status:
            found.append(step)
        elif found[-1].since is None:
            found[-1] = step
    return found


def _telling(thing: Thing, speakers: dict[str, Ref | None]) -> Telling:
    return Telling(
        document=thing.document.id,
        member=thing.ids[0],
        also=thing.ids[1:],
        target=str(thing.targets[0]),
        statement=thing.statement,
        told_by=speakers.get(thing.statement) if thing.statement else None,
        status=thing.status,
        interval=thing.when,
        place=thing.place,
        spans=thing.spans,
    )


def _differences(things: Sequence[Thing]) -> Iterator[Difference]:
    """Where the papers don't say the same; what a paper leaves open is no difference."""
    if len({thing.status for thing in things}) > 1:
        yield _difference("status", [(thing, thing.status.value) for thing in things])
    dated = [(thing, thing.when) for thing in things if thing.when is not None]
    if any(not ours.overlaps(theirs) for _, ours in dated for _, theirs in dated):
        yield _difference("date", [(thing, days_of(when)) for thing, when in dated])
    placed = [(thing, thing.place) for thing in things if thing.place]
    if any(not same_place(ours, theirs) for _, ours in placed for _, theirs in placed):
        yield _difference("place", placed)
    for about, sides in (("who", [t.doers for t in things]), ("to whom", [t.others for t in things])):
        named = [({ref.id or ref.name for ref in each}, thing) for each, thing in zip(sides, things, strict=True)]
        if len({frozenset(each) for each, _ in named if each}) > 1:
            told = [(thing, ", ".join(ref.name for ref in each)) for each, thing in zip(sides, things, strict=True)]
            yield _difference(about, [(thing, words) for thing, words in told if words])
    yield from _conditions(things)
    if things[0].kind is TargetKind.MEASURE and len({frozenset(map(str.casefold, t.what)) for t in things}) > 1:
        yield _difference("what", [(thing, "; ".join(thing.what)) for thing in things])


def _conditions(things: Sequence[Thing]) -> Iterator[Difference]:
    """Conditions that one paper says are met, and another doesn't, or says otherwise."""
    told: dict[str, list[tuple[Thing, Condition]]] = {}
    for thing in things:
        for condition in thing.conditions:
            told.setdefault(condition.words.casefold(), []).append((thing, condition))
    for words, each in told.items():
        if len({condition.state for _, condition in each}) > 1:
            yield _difference(f"condition ({words})", [(t, _state(condition)) for t, condition in each])


def _state(condition: Condition) -> str:
    by = f" by {condition.said_by.name}" if condition.said_by else ""
    return f"{condition.state}{by}"


def _difference(about: str, versions: Iterable[tuple[Thing, str]]) -> Difference:
    return Difference(
        about=about, versions=tuple(Version(document=thing.document.id, words=words) for thing, words in versions)
    )


def _day(moment: dt.date | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment
