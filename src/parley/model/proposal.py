"""Proposals: several papers seem to tell of one event, meeting or measure; a person decides whether they do."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Iterable

from .actor import Ref
from .audience import TEAM, Label
from .event import EventStatus, MeasureChange, MeasureStatus
from .span import Span
from .target import TargetKind
from .time import Interval
from .value import Value


class Sureness(enum.StrEnum):
    """How sure a proposal is: ``likely`` where who, when and more agree, else ``possible``."""

    LIKELY = "likely"
    POSSIBLE = "possible"


class Joined(enum.StrEnum):
    """What a person decided about a proposal."""

    ONE = "one"
    APART = "apart"


class Telling(Value):
    """What one paper says of a thing.

    ``member`` is the id of the event, meeting or measure in this output, ``also`` those of further mentions
    of it in the same paper. ``target`` is the same by place and words (:class:`Target` as text): it
    outlives the reader. ``statement`` is the statement that tells it, or ``None`` for the paper's own
    voice, ``told_by`` its speaker.
    """

    document: str
    member: str
    also: tuple[str, ...] = ()
    target: str
    statement: str | None = None
    told_by: Ref | None = None
    status: EventStatus | MeasureStatus
    interval: Interval | None = None
    place: str | None = None
    spans: tuple[Span, ...] = ()


class Version(Value):
    """What one paper says where others say otherwise; ``words`` is for people to read."""

    document: str
    words: str


class Difference(Value):
    """A point on which the tellings differ: ``about`` is status, date, place, who, to whom or what."""

    about: str
    versions: tuple[Version, ...]


class Proposal(Value):
    """That several papers tell of one event, meeting or measure. Nothing is merged before a person says so.

    ``id`` follows from the targets alone and is the same at every reading. ``members`` are the ids of all
    that is taken for one thing, ``tellings`` one for each paper, the oldest paper first. ``why`` are
    sentences: what they share. ``decided`` is what a person decided and ``decided_by`` who; ``None`` is open.
    ``changes`` is for a measure: its statuses over time, as all papers together tell them.
    ``audience`` is the label of all the papers together.

    The decision on it is a ``merge``, or a ``reject`` where nothing is to be joined, with ``id`` as subject
    and ``{"groups": [[target, ...], ...]}`` as detail: those of one group are one, those of two groups are
    not. So ``[[a, b, c]]`` joins all, ``[[a], [b], [c]]`` keeps all apart and ``[[a, b], [c]]`` does both.
    """

    id: str
    kind: TargetKind
    members: tuple[str, ...]
    tellings: tuple[Telling, ...]
    why: tuple[str, ...] = ()
    sure: Sureness = Sureness.POSSIBLE
    differences: tuple[Difference, ...] = ()
    changes: tuple[MeasureChange, ...] = ()
    decided: Joined | None = None
    decided_by: str | None = None
    audience: Label = TEAM

    @property
    def targets(self) -> tuple[str, ...]:
        """The stable names of what is taken for one, one for each paper."""
        return tuple(telling.target for telling in self.tellings)


class Joining(Value):
    """What somebody decided about a proposal: the targets of one group are one thing, those of two groups are not."""

    groups: tuple[tuple[str, ...], ...]
    by: str


def proposal_id(targets: Iterable[str]) -> str:
    """The id of the proposal that these targets are one: twelve hex digits, whatever their order."""
    return "p" + hashlib.sha256("\n".join(sorted(targets)).encode()).hexdigest()[:12]
