"""Whether what a profile ranks, can and cannot live with names options of the case, and contradicts nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from parley.model import Issue, Profile, Range, UnusableInput, plain_number

Tiers = tuple[tuple[str, ...], ...]

MOST_RANKED = 200
"""The most options of an issue that is ranked."""


def settle_order(profile: Profile, issues: Mapping[str, Issue], path: str, where: str) -> Profile:
    """The profile with all options that it ranks, can and cannot live with named by id; what it cannot is a red line.

    Raises :class:`UnusableInput` for a name that the case does not have, and for what contradicts itself.
    """
    rankings = {}
    for name, tiers in profile.rankings.items():
        place = f"{where}, ranking of {name}"
        issue = known_issue(name, issues, path, place)
        if len(issue.options) > MOST_RANKED:
            problem = f"the issue has {len(issue.options)} options, and {MOST_RANKED} is the most that are ranked"
            raise UnusableInput(path, problem, "score them, or group them", place)
        rankings[name] = tuple(tuple(known_option(each, issue, path, place) for each in tier) for tier in tiers)
        _once((each for tier in rankings[name] for each in tier), path, place)
    can = _options(profile.can_live_with, issues, path, f"{where}, can_live_with")
    cannot = _options(profile.cannot, issues, path, f"{where}, cannot")
    for name in [each for tier in profile.issue_ranking for each in tier]:
        known_issue(name, issues, path, f"{where}, issue_ranking")
    for name, stake in profile.stakes.items():
        place = f"{where}, stake of {name}"
        known_issue(name, issues, path, place)
        if stake.low < 0:
            raise UnusableInput(path, "what is at stake is below 0", "give 0 or more points", place)
        if name in profile.scores:
            raise UnusableInput(path, "the issue has scores, which tell its stake", "leave one of the two out", place)
    places = _places(profile, issues, path, where)
    _check_assumed(profile, issues, path, f"{where}, assumed")
    red_lines = list(profile.red_lines)
    for name, options in cannot.items():
        for option in options:
            if option in can.get(name, ()):
                raise UnusableInput(
                    path,
                    f"'{option}' stands under can_live_with and under cannot",
                    "take it out of one",
                    f"{where}, issue {name}",
                )
            if {name: option} not in red_lines:
                red_lines.append({name: option})
    for name, options in can.items():
        for option in options:
            if {name: option} in red_lines:
                raise UnusableInput(
                    path,
                    f"'{option}' stands under can_live_with and is a red line",
                    "take it out of one",
                    f"{where}, issue {name}",
                )
            worse = _above(option, rankings.get(name, ()))
            refused = next((each for each in cannot.get(name, ()) if each in worse), None)
            if refused is not None and name not in profile.scores:
                raise UnusableInput(
                    path,
                    f"the ranking puts '{refused}', which it cannot live with, no lower than '{option}', which it can",
                    "mend the one or the other",
                    f"{where}, issue {name}",
                )
    return profile.replace(
        rankings=rankings, can_live_with=can, cannot=cannot, places=places, red_lines=tuple(red_lines)
    )


def between(option: str, scores: Mapping[str, Range], tiers: Tiers) -> bool:
    """Whether an option without points is ranked between (or beside) two that have some."""
    place = next((n for n, tier in enumerate(tiers) if option in tier), None)
    if place is None:
        return False
    scored = [n for n, tier in enumerate(tiers) if any(each in scores for each in tier)]
    return bool(scored) and scored[0] <= place <= scored[-1]


def check_against_scores(tiers: Tiers, scores: Mapping[str, Range], path: str, where: str) -> None:
    """Raises :class:`UnusableInput` where no points within the scores stand in the order of the ranking."""
    for n, tier in enumerate(tiers):
        for better in tier:
            for worse in [each for other in tiers[n + 1 :] for each in other]:
                if better in scores and worse in scores and scores[better].high <= scores[worse].low:
                    raise UnusableInput(
                        path,
                        f"the ranking puts '{better}' above '{worse}', but its points ({_told(scores[better])}) are "
                        f"not above {_told(scores[worse])}",
                        "mend the ranking or the points",
                        where,
                    )
            for equal in tier:
                if better in scores and equal in scores and scores[better].high < scores[equal].low:
                    raise UnusableInput(
                        path,
                        f"the ranking puts '{better}' and '{equal}' side by side, but their points "
                        f"({_told(scores[better])} and {_told(scores[equal])}) differ",
                        "mend the ranking or the points",
                        where,
                    )


def _told(score: Range) -> str:
    if score.is_point:
        return f"{plain_number(score.low)}"
    return f"{plain_number(score.low)} to {plain_number(score.high)}"


def _above(option: str, tiers: Tiers) -> set[str]:
    """What a ranking puts above an option, or beside it."""
    place = next((n for n, tier in enumerate(tiers) if option in tier), None)
    return set() if place is None else {each for tier in tiers[: place + 1] for each in tier}


def _places(profile: Profile, issues: Mapping[str, Issue], path: str, where: str) -> dict[str, dict[str, Range]]:
    found = {}
    for name, by_option in profile.places.items():
        issue = known_issue(name, issues, path, f"{where}, places")
        place = f"{where}, places, issue {name}"
        if name in profile.scores:
            raise UnusableInput(path, "the issue has scores, which tell its places", "leave one of the two out", place)
        if len(issue.options) > MOST_RANKED:
            problem = f"the issue has {len(issue.options)} options, and {MOST_RANKED} is the most that are placed"
            raise UnusableInput(path, problem, "score them, or group them", place)
        found[name] = {known_option(option, issue, path, place): ends for option, ends in by_option.items()}
        _once((known_option(option, issue, path, place) for option in by_option), path, place)
        for option, ends in by_option.items():
            if ends.low < 0 or ends.high > 1:
                mend = "write 0 for its worst option there, 1 for its best, or a range between"
                raise UnusableInput(path, f"the place of '{option}' is not between 0 and 1", mend, place)
    return found


def _check_assumed(profile: Profile, issues: Mapping[str, Issue], path: str, where: str) -> None:
    for name, by_option in profile.assumed.items():
        issue = known_issue(name, issues, path, where)
        for option in by_option:
            known_option(option, issue, path, f"{where}, issue {name}")


def _options(
    named: Mapping[str, Sequence[str]], issues: Mapping[str, Issue], path: str, where: str
) -> dict[str, tuple[str, ...]]:
    found = {}
    for name, options in named.items():
        issue = known_issue(name, issues, path, where)
        place = f"{where}, issue {name}"
        found[name] = tuple(known_option(each, issue, path, place) for each in options)
        _once(found[name], path, place)
    return found


def _once(names: Iterable[str], path: str, where: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise UnusableInput(path, f"'{name}' stands there twice", "name it once", where)
        seen.add(name)


def known_issue(name: str, issues: Mapping[str, Issue], path: str, where: str) -> Issue:
    """The issue of that name; :class:`UnusableInput` where there is none."""
    if name not in issues:
        raise UnusableInput(path, f"there is no issue '{name}'", f"use one of {', '.join(issues)}", where)
    return issues[name]


def known_option(name: str, issue: Issue, path: str, where: str) -> str:
    """The id of the option of that name; :class:`UnusableInput` where there is none."""
    option = issue.option(name)
    if option is None:
        options = ", ".join(each.id for each in issue.options)
        raise UnusableInput(path, f"there is no option '{name}'", f"use one of {options}", where)
    return option.id
