"""Whether a case is whole: each name in a profile stands for an option of the case, and nothing is missing."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from parley.model import Case, Choice, Issue, Link, Profile, UnusableInput, WrongUsage

from .order_names import between, check_against_scores, known_issue, known_option, settle_order


def settle_names(case: Case, path: str, files: Mapping[str, str] | None = None) -> Case:
    """The case with every option in its profiles named by id; :class:`UnusableInput` where that can't be.

    A profile may call an option by its id, by its text, or by its owner where that owner has one only.
    ``files`` has the file of each party whose profile has one of its own, for messages; ``path`` names the rest.
    """
    for issue in case.issues:
        if not issue.options:
            raise UnusableInput(path, "the issue has no options", "give it at least one", f"issue {issue.id}")
    if not case.parties:
        raise UnusableInput(path, "the case has no parties", "give at least one profile", "parties")
    issues = {issue.id: issue for issue in case.issues}
    parties = tuple(
        _settle(profile, issues, (files or {}).get(profile.id, path), f"party {profile.id}") for profile in case.parties
    )
    return case.replace(parties=parties)


def _settle(profile: Profile, issues: Mapping[str, Issue], path: str, where: str) -> Profile:
    profile = settle_order(profile, issues, path, where)
    for name in profile.scores:
        known_issue(name, issues, path, f"{where}, scores")
    scores = {}
    for issue in issues.values():
        if issue.id not in profile.scores:
            if profile.speaks_of(issue.id):
                continue
            raise UnusableInput(
                path,
                f"there are no scores for issue '{issue.id}'",
                f"score each of {_options(issue)}, or rank them, or say which it can live with",
                where,
            )
        place = f"{where}, issue {issue.id}"
        given = {}
        for name, score in profile.scores[issue.id].items():
            id = known_option(name, issue, path, place)
            if id in given:
                raise UnusableInput(path, f"option '{id}' is scored twice", "keep one of the two", place)
            given[id] = score
        for option in issue.options:
            if option.id not in given and not between(option.id, given, profile.rankings.get(issue.id, ())):
                mend = "give it points, or a range, or rank it between two that have some"
                raise UnusableInput(path, f"there is no score for option '{option.id}'", mend, place)
        check_against_scores(profile.rankings.get(issue.id, ()), given, path, place)
        scores[issue.id] = given
    _check_weights(profile, issues, path, where)
    links = []
    for n, link in enumerate(profile.links, 1):
        place = f"{where}, link {n}"
        settled = {
            field: None if choice is None else _settle_choice(choice, issues, path, place)
            for field, choice in (("if_", link.if_), ("then", link.then), ("with_", link.with_))
        }
        links.append(link.replace(**settled))
    _check_rings(links, path, where)
    red_lines = tuple(
        _settle_choice(choice, issues, path, f"{where}, red line {n}") for n, choice in enumerate(profile.red_lines, 1)
    )
    return profile.replace(scores=scores, links=tuple(links), red_lines=red_lines)


def settle_package(case: Case, package: Mapping[str, str]) -> Choice:
    """One option of each issue, by id, from names of options; :class:`WrongUsage` where that can't be."""
    issues = {issue.id: issue for issue in case.issues}
    strange = [name for name in package if name not in issues]
    if strange:
        raise WrongUsage(f"There is no issue '{strange[0]}' to start from; use {', '.join(issues)}.")
    missing = [name for name in issues if name not in package]
    if missing:
        raise WrongUsage(f"A package has one option for each issue; name one of {missing[0]} too.")
    settled = {}
    for name, issue in issues.items():
        option = issue.option(package[name])
        if option is None:
            raise WrongUsage(f"Issue {name} has no option '{package[name]}'; use one of {_options(issue)}.")
        settled[name] = option.id
    return settled


def _settle_choice(choice: Choice, issues: Mapping[str, Issue], path: str, where: str) -> Choice:
    return {
        name: known_option(option, known_issue(name, issues, path, where), path, f"{where}, issue {name}")
        for name, option in choice.items()
    }


def _options(issue: Issue) -> str:
    return ", ".join(option.id for option in issue.options)


def _check_weights(profile: Profile, issues: Mapping[str, Issue], path: str, where: str) -> None:
    if profile.weights is None:
        return
    place = f"{where}, weights"
    for name, weight in profile.weights.items():
        known_issue(name, issues, path, place)
        if weight < 0:
            raise UnusableInput(path, f"the weight of '{name}' is below 0", "give 0 or more", place)
    missing = [name for name in issues if name not in profile.weights and name in profile.scores]
    if missing:
        raise UnusableInput(
            path, f"issue '{missing[0]}' has no weight", "give every issue one, or leave weights out", place
        )
    unscored = [name for name in profile.weights if name not in profile.scores]
    if unscored:
        mend = f"write stakes.{unscored[0]} = the points between its worst and its best option"
        raise UnusableInput(path, f"issue '{unscored[0]}' has a weight and no scores", mend, place)
    if not any(profile.weights.values()):
        raise UnusableInput(path, "every weight is 0", "give at least one issue a weight, or leave weights out", place)


def _check_rings(links: list[Link], path: str, where: str) -> None:
    """Insistences that lead back to where they began are refused: which came first could not be told."""
    leads: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for link in links:
        when = link.if_ or {}
        for issue, option in (link.then or {}).items():
            if when.get(issue, option) != option:
                problem = f"a link asks for {issue}={option} where {issue}={when[issue]} is taken: no package has both"
                mend = "name another issue under 'then', or write what is refused as a red line"
                raise UnusableInput(path, problem, mend, f"{where}, links")
        for start in (link.if_ or {}).items():
            leads.setdefault(start, set()).update((link.then or {}).items())
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        ring = " -> ".join(f"{issue}={option}" for issue, option in reversed(error.args[1]))
        raise UnusableInput(
            path,
            f"the if/then links run in a ring ({ring})",
            "take one out, or write what is refused as red lines on combinations",
            f"{where}, links",
        ) from error
