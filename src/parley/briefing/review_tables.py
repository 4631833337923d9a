"""Reviewing as a terminal shows it: what is open, what was decided, how often the reading was right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from parley.model import Precision, Rate, ReviewOutput, exact_words
from parley.text.visible import visible

from .tables import add, table

_WIDTH = 100


def review_tables(output: ReviewOutput) -> Iterable[Table | Text]:
    """What is open, in the order in which it is shown, and what was decided."""
    counts = f"{output.statements} statements, {output.uncertain} of them uncertain"
    yield Text(f"{counts}; open: {len(output.open)}, and {len(output.proposals)} proposals", style="bold")
    rows = table("Open", "paper", "who", "in which words", "uncertain, for")
    for item in output.open:
        speaker = item.statement.speaker
        who = f"{speaker.name if speaker else 'not named'}: {item.statement.act.value}"
        add(rows, (item.path, who, _short(exact_words(item.statement.content)), "\n".join(item.why)))
    yield rows
    if output.judgements:
        rows = table("Decided", "on", "by", "what", "in which words")
        for each in output.judgements:
            changed = f" ({', '.join(each.changes)})" if each.changes else ""
            what = f"{each.kind.value}{changed}" + (f": {each.note}" if each.note else "")
            add(rows, (each.at.date().isoformat(), each.by, what, _short(each.words)))
        yield rows


def precision_tables(found: Sequence[Precision]) -> Iterable[Table | Text]:
    """How often the reading was right: one table for each sample."""
    if not found:
        yield Text("Nothing is decided yet, so nothing is measured: review a random sample with --sample N.")
        return
    for each in found:
        groups = list(dict.fromkeys(rate.group for rate in each.rates))
        rows = table(_title(each), "right", *groups)
        for name in dict.fromkeys(rate.field for rate in each.rates):
            rates = {rate.group: rate for rate in each.rates if rate.field == name}
            add(rows, (name, *(_rate(rates[group]) for group in groups)))
        yield rows
        for note in each.notes:
            yield Text(visible(note))
    yield Text("Below each: where the share lies among all that was read, at 95 % (Wilson 1927), if drawn at random.")


def _title(each: Precision) -> str:
    drawn = each.sample
    if drawn is None:
        return f"{each.decided} decided, no random sample"
    kept = "".join(f", {name} {value}" for name, value in drawn.filters.items())
    return f"{each.decided} decided of a random sample of {drawn.size} from {drawn.of}, seed {drawn.seed}{kept}"


def _rate(rate: Rate) -> str:
    if rate.share is None or rate.low is None or rate.high is None:
        return "none"
    return f"{rate.right}/{rate.of}\n{100 * rate.low:.0f}-{100 * rate.high:.0f}%"


def _short(words: str) -> str:
    return words if len(words) <= _WIDTH else words[: _WIDTH - 1].rstrip() + "…"
