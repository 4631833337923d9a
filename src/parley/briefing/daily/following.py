"""What follows a breach by the text, and what late word made of verdicts, as the daily report tells them."""

from __future__ import annotations

from collections.abc import Mapping

from parley.model import Daily, DailyProvision, Outcome, Remedy, Revision, Stood
from parley.text.listing import listed

from ..lines import Line, Section, day

_BROKEN = (Outcome.BREACHED, Outcome.OVERDUE)


def remedies(daily: Daily, names: Mapping[str, str]) -> Section:
    """What the text foresees for what is broken or overdue: whose it is, for which breaches, and in which words."""
    broken = [each for each in daily.provisions if each.verdict in _BROKEN]
    follows: dict[Remedy, dict[str, None]] = {}
    for each in broken:
        for one in each.remedies:
            follows.setdefault(one, {})[_of(each, names)] = None
    lines = [Line(_remedy(one, listed(list(of)), names)) for one, of in follows.items()]
    without = dict.fromkeys(_of(each, names) for each in broken if not each.remedies)
    if without:
        lines.append(Line(f"The text foresees nothing for {listed(list(without))}."))
    intro = "" if lines else "Nothing is broken or overdue, so nothing follows."
    return Section("remedies", "What the text foresees for it", intro, tuple(lines))


def _of(each: DailyProvision, names: Mapping[str, str]) -> str:
    return f"{each.provision or 'whole text'} ({_name(each.bearer, names)})"


def _remedy(one: Remedy, of: str, names: Mapping[str, str]) -> str:
    whose = listed([_name(who, names) for who in one.by])
    when = ", once a body has found it," if one.once_found else ""
    task = f"{whose} {'may' if one.may else 'must'}" if whose else "foreseen"
    return f"{one.provision or 'whole text'}: {task}{when} for {of}. \u201c{one.sentence}\u201d"


def revisions(daily: Daily, names: Mapping[str, str]) -> Section:
    """How verdicts stood until late or correcting reports came, and since: both as of that time."""
    lines = tuple(Line(_revised(one, names), mark="") for one in daily.revisions)
    intro = "" if lines else "No late report, correction, withdrawal or denial of the day changed a verdict."
    return Section("revisions", "Verdicts that late or corrected reports revised", intro, lines)


def _revised(one: Revision, names: Mapping[str, str]) -> str:
    of = f"{one.provision or 'whole text'}, {_name(one.bearer, names)}"
    by = ", ".join(one.by)
    return f"{of}: until {by} came ({day(one.at)}) it was {stood(one.before)}; since, {stood(one.after)}."


def stood(one: Stood | None) -> str:
    return "no verdict" if one is None else one.verdict.value + (f" ({one.finding})" if one.finding else "")


def _name(who: str | None, names: Mapping[str, str]) -> str:
    return "nobody named" if who is None else names.get(who, who)
