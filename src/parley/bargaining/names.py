"""Whether a case is whole: each name in a profile stands for an option of the case, and nothing is missing."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from parley.model import Case, Choice, Issue, Link, Profile, UnusableInput


def settle_names(case: Case, path: str) -> Case:
    """The case with every option in its profiles named by id; :class:`UnusableInput` where that can't be.

    A profile may call an option by its id, by its text, or by its owner where that owner has one only.
    """
    for issue in case.issues:
        if not issue.options:
            raise UnusableInput(path, "the issue has no options", "give it at least one", f"issue {issue.id}")
    if not case.parties:
        raise UnusableInput(path, "the case has no parties", "give at least one profile", "parties")
    issues = {issue.id: issue for issue in case.issues}
    parties = tuple(_settle(profile, issues, path, f"party {profile.id}") for profile in case.parties)
    return case.replace(parties=parties)


def _settle(profile: Profile, issues: Mapping[str, Issue], path: str, where: str) -> Profile:
    for name in profile.scores:
        _known_issue(name, issues, path, f"{where}, scores")
    scores = {}
    for issue in issues.values():
        if issue.id not in profile.scores:
            raise UnusableInput(
                path, f"there are no scores for issue '{issue.id}'", f"score each of {_options(issue)}", where
            )
        place = f"{where}, issue {issue.id}"
        given = {}
        for name, score in profile.scores[issue.id].items():
            id = _known_option(name, issue, path, place)
            if id in given:
                raise UnusableInput(path, f"option '{id}' is scored twice", "keep one of the two", place)
            given[id] = score
        missing = [option.id for option in issue.options if option.id not in given]
        if missing:
            raise UnusableInput(path, f"there is no score for option '{missing[0]}'", "give it points", place)
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


def _settle_choice(choice: Choice, issues: Mapping[str, Issue], path: str, where: str) -> Choice:
    return {
        name: _known_option(option, _known_issue(name, issues, path, where), path, f"{where}, issue {name}")
        for name, option in choice.items()
    }


def _known_issue(name: str, issues: Mapping[str, Issue], path: str, where: str) -> Issue:
    if name not in issues:
        raise UnusableInput(path, f"there is no issue '{name}'", f"use one of {', '.join(issues)}", where)
    return issues[name]


def _known_option(name: str, issue: Issue, path: str, where: str) -> str:
    option = issue.option(name)
    if option is None:
        raise UnusableInput(path, f"there is no option '{name}'", f"use one of {_options(issue)}", where)
    return option.id


def _options(issue: Issue) -> str:
    return ", ".join(option.id for option in issue.options)


def _check_weights(profile: Profile, issues: Mapping[str, Issue], path: str, where: str) -> None:
    if profile.weights is None:
        return
    place = f"{where}, weights"
    for name, weight in profile.weights.items():
        _known_issue(name, issues, path, place)
        if weight < 0:
            raise UnusableInput(path, f"the weight of '{name}' is below 0", "give 0 or more", place)
    missing = [name for name in issues if name not in profile.weights]
    if missing:
        raise UnusableInput(
            path, f"issue '{missing[0]}' has no weight", "give every issue one, or leave weights out", place
        )
    if not any(profile.weights.values()):
        raise UnusableInput(path, "every weight is 0", "give at least one issue a weight, or leave weights out", place)


def _check_rings(links: list[Link], path: str, where: str) -> None:
    """Insistences that lead back to where they began are refused: which came first could not be told."""
    leads: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for link in links:
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
