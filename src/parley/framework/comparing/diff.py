"""``diff``: two drafts compared by provision and by meaning, and who moved between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parley.model import (
    Change,
    ChangeKind,
    Comparison,
    Framework,
    PartyMoves,
    Side,
)

from ..parse import parse
from ..settle import settle
from .pairing import Pairs, pair
from .points import reopened, settled, settled_unlabelled, taken_from
from .sentences import sentences_changed


def diff(before: Framework, after: Framework) -> Comparison:
    """What changed from one draft to the other.

    Points that only one draft has open are told first, by whose wording stands in the other. Then that draft is
    read as if they had been settled so: a settled point isn't told again as duties that changed.
    """
    pairs = pair(before, after)
    closed = list(settled(before, after, pairs))
    unlabelled = settled_unlabelled(before, after, pairs)
    agreed = taken_from(list(settled(after, before, pairs.turned())))
    changes = [*(outcome.change for outcome in (*closed, *unlabelled)), *reopened(before, after, pairs, agreed)]
    order = {provision.id: index for index, provision in enumerate(after.provisions)}
    taken = taken_from(closed)
    if taken or agreed:
        before, after = _as_settled(before, taken), _as_settled(after, agreed)
        pairs = pair(before, after)
    parties = tuple(party.id for party in after.parties)
    changes += [*_provisions(pairs), *sentences_changed(before, after, pairs, parties, changes)]
    changes = [_among(change, parties) for change in changes]
    changes.sort(key=lambda change: order.get(change.provision or "", len(order) if change.was else -1))
    return Comparison(changes=tuple(changes), who_moved=_who_moved(changes, parties))


def _provisions(pairs: Pairs) -> Iterator[Change]:
    moved = pairs.moved()
    for old, new in pairs.units:
        if new.id is not None and new.id in moved:
            told = f"It stands elsewhere now, under “{new.heading}”." if new.heading else "It stands elsewhere now."
            yield Change(provision=new.id, was=old.id, kind=ChangeKind.MOVED, meaning=told)
        if old.number != new.number:
            told = f"Number {old.number or 'none'} became {new.number or 'none'}."
            yield Change(
                provision=new.id,
                was=old.id,
                kind=ChangeKind.RENUMBERED,
                before=old.number,
                after=new.number,
                meaning=told,
            )


def _as_settled(draft: Framework, taken: Mapping[str, str]) -> Framework:
    return parse(settle(draft, taken), draft.path) if taken else draft


def _among(change: Change, parties: Sequence[str]) -> Change:
    """The change with the parties alone as movers: a mediator whose bridging words stand has taken nothing."""
    if not parties or not change.moved:
        return change
    return change.replace(moved={party: side for party, side in change.moved.items() if party in parties})


def _who_moved(changes: Sequence[Change], parties: Sequence[str]) -> tuple[PartyMoves, ...]:
    """Per party what it gave and took. Parties that did neither are there too, with nothing."""
    named = dict.fromkeys([*parties, *(party for change in changes for party in change.moved)])
    return tuple(
        PartyMoves(party=party, gave=_sayings(changes, party, Side.GAVE), took=_sayings(changes, party, Side.TOOK))
        for party in named
    )


def _sayings(changes: Sequence[Change], party: str, side: Side) -> tuple[str, ...]:
    return tuple(
        f"{_place(change)}: {change.meaning}"
        for change in changes
        if change.moved.get(party) is side and change.meaning
    )


def _place(change: Change) -> str:
    id = change.provision if change.provision is not None else change.was
    return id or "the text"
