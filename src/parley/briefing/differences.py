"""What changed between two drafts, for people: provision by provision, and who moved."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text

from parley.model import Change, ChangeKind, DiffOutput
from parley.text.listing import counted
from parley.text.visible import visible

from .tables import add, table

_QUIET = frozenset({ChangeKind.RENUMBERED, ChangeKind.MOVED})


def differences(output: DiffOutput) -> Iterator[Table | Text]:
    """The changes, then the numbers and places that changed in one line each, then who gave and took what."""
    loud = [change for change in output.changes if change.kind not in _QUIET]
    if not output.changes:
        yield Text("No difference: the two texts say the same in the same words.")
        return
    yield Text(visible(f"{output.paths[0]} -> {output.paths[1]}: {counted(len(loud), 'change')}"), "bold")
    for place, group in groupby(loud, key=_place):
        yield Text(visible(f"\n{place}"), "bold")
        lines = Table.grid(padding=(0, 1))
        shown: tuple[str | None, str | None] | None = None
        for change in group:
            if shown != (change.before, change.after):
                for sign, words in _words(change):
                    lines.add_row(f"  {sign}", words)
                shown = change.before, change.after
            if change.meaning:
                lines.add_row("", Text(visible(change.meaning), "italic"))
        yield lines
    yield from _quietly(output.changes)
    yield _who_moved(output)


def _place(change: Change) -> str:
    now, was = change.provision, change.was
    if change.kind is ChangeKind.REMOVED and now is None:
        return f"{was or 'outside the provisions'} (taken out)"
    name = now or "outside the provisions"
    return f"{name} (was {was})" if was is not None and now is not None and was != now else name


def _words(change: Change) -> Iterator[tuple[str, Text]]:
    """The words before in red, after in green; where both are there, only what differs is coloured."""
    if change.before is not None and change.after is not None:
        before, after = _marked(change.before, change.after)
        yield "-", before
        yield "+", after
    elif change.before is not None:
        yield "-", Text(visible(change.before), "red")
    elif change.after is not None:
        yield "+", Text(visible(change.after), "green")


def _marked(before: str, after: str) -> tuple[Text, Text]:
    old, new = (re.findall(r"\S+|\s+", visible(words)) for words in (before, after))
    left, right = Text(), Text()
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left.append("".join(old[i:j]), "" if tag == "equal" else "bold red")
        right.append("".join(new[k:m]), "" if tag == "equal" else "bold green")
    return left, right


def _quietly(changes: Sequence[Change]) -> Iterator[Text]:
    renumbered = [each for each in changes if each.kind is ChangeKind.RENUMBERED]
    numbers = [f"{each.before or 'none'} to {each.after or 'none'}" for each in renumbered]
    places = [each.provision or "" for each in changes if each.kind is ChangeKind.MOVED and each.before is None]
    if numbers:
        yield Text(visible(f"\nNumbers that changed: {', '.join(numbers)}"), "dim")
    if places:
        yield Text(visible(f"\nStands elsewhere: {', '.join(places)}"), "dim")


def _who_moved(output: DiffOutput) -> Table:
    rows = table("Who moved", "party", "gave", "took")
    for party in output.who_moved:
        add(rows, (party.party, "\n".join(party.gave) or "nothing", "\n".join(party.took) or "nothing"))
    return rows
