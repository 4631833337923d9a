"""What follows a breach by the text, and what late word made of verdicts, as the daily report tells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import Daily, DailyProvision, Outcome, Remedy, Revision, Stood
from parley.text.listing import listed

from ..lines import Line, Section, day
from ..named import Names, called, number_of

_BROKEN = (Outcome.BREACHED, Outcome.OVERDUE)


def remedies(daily: Daily, names: Names) -> Section:
    """What the text foresees for what is broken or overdue: whose it is, for which breaches, and in which words."""
    broken = [each for each in daily.provisions if each.verdict in _BROKEN]
    follows: dict[Remedy, list[tuple[bool, DailyProvision]]] = {}
    for each in broken:
        for one in each.remedies:
            follows.setdefault(one.replace(once_found=False), []).append((one.once_found, each))
    lines = [Line(_remedy(one, of, names)) for one, of in follows.items()]
    without = [each for each in broken if not each.remedies]
    if without:
        lines.append(Line(f"The text foresees nothing for {_of(without, names)}."))
    intro = "Provisions by their numbers." if lines else "Nothing is broken or overdue, so nothing follows."
    return Section("remedies", "What the text foresees for it", intro, tuple(lines))


def _of(some: Iterable[DailyProvision], names: Names) -> str:
    """What is broken, by its number, and by whom: "1 (Kestria and Orlavia) and 4 (Kestria)"."""
    who: dict[str, dict[str, None]] = {}
    for each in some:
        who.setdefault(number_of(each.provision, names), {})[_name(each.bearer, names)] = None
    return listed([f"{number} ({listed(list(bearers))})" for number, bearers in who.items()])


def _remedy(one: Remedy, of: Sequence[tuple[bool, DailyProvision]], names: Names) -> str:
    whose = listed([_name(who, names) for who in one.by])
    task = f"{whose} {'may' if one.may else 'must'}" if whose else "foreseen"
    now, once_found = ([each for later, each in of if later is when] for when in (False, True))
    parts = [f"for {_of(now, names)}"] if now else []
    parts += [f"once a body has found it, for {_of(once_found, names)}"] if once_found else []
    task += f", after {one.after}" if one.after else ""
    return f"{number_of(one.provision, names)}: {task}, {'; '.join(parts)}. \u201c{one.sentence}\u201d"


def revisions(daily: Daily, names: Names) -> Section:
    """How verdicts stood until late or correcting reports came, and since: both as of that time."""
    lines = tuple(Line(_revised(one, names), mark="") for one in daily.revisions)
    intro = "" if lines else "No late report, correction, withdrawal or denial of the day changed a verdict."
    return Section("revisions", "Verdicts that late or corrected reports revised", intro, lines)


def _revised(one: Revision, names: Names) -> str:
    of = f"{called(one.provision, names)}: {_name(one.bearer, names)}"
    by = ", ".join(one.by)
    return f"{of}; until {by} came ({day(one.at)}) it was {stood(one.before)}; since, {stood(one.after)}."


def stood(one: Stood | None) -> str:
    return "no verdict" if one is None else one.verdict.value + (f" ({one.finding})" if one.finding else "")


def _name(who: str | None, names: Names) -> str:
    return "nobody named" if who is None else names.get(who, who)
