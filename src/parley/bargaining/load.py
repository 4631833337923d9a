"""From the JSON or TOML of a case, or of one party's profile, to values; every fault is named with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from parley.model import (
    MEDIATOR,
    Case,
    Choice,
    Issue,
    Label,
    Link,
    Option,
    Profile,
    Range,
    UnusableInput,
    exact_number,
)

from .kinds import Kind, refuse_others
from .names import settle_names

_CASE_KEYS = {"title", "note", "source", "issues", "parties"}
_PROFILE_KEYS = {
    "id",
    "note",
    "reserve",
    "scores",
    "weights",
    "rankings",
    "can_live_with",
    "cannot",
    "issue_ranking",
    "stakes",
    "places",
    "red_lines",
    "links",
    "assumed",
}
LARGEST = 10**15
"""No number of points is larger: what weights make of them has to fit a decimal number still."""


def load_case(data: Mapping[str, Any], path: str) -> Case:
    """A bargaining case from its mapping ``{"issues": [...], "parties": [...]}``.

    ``path`` is the file as the user named it, for messages only. An issue has ``id``, ``options`` and,
    if wanted, ``title``; an option is ``{"id", "text"}`` or a plain string, which is then both. A score
    is a number of points or a range ``[low, high]``. Raises :class:`UnusableInput` for anything that
    cannot be weighed: it names the party, the issue, the option, what exists, and the mend.
    """
    refuse_others(data, path, Kind.PACKAGES)
    _known_keys(data, _CASE_KEYS, path, "")
    issues = tuple(_issue(item, path, f"issues[{n}]") for n, item in enumerate(_list(data, "issues", path, "")))
    if not issues:
        raise UnusableInput(path, "the case has no issues", "list at least one under 'issues'", "issues")
    _unique((issue.id for issue in issues), path, "issues")
    parties = []
    for n, item in enumerate(_list(data, "parties", path, "")):
        where = f"parties[{n}]"
        if not isinstance(item, Mapping):
            raise UnusableInput(path, f"{item!r} is no party", "write it as a table with 'id' and 'scores'", where)
        id = _text(item, "id", path, where)
        parties.append(_profile(item, path, id, MEDIATOR, f"party {id}"))
    if not parties:
        raise UnusableInput(path, "the case has no parties", "list at least one under 'parties'", "parties")
    _unique((party.id for party in parties), path, "parties")
    return settle_names(Case(issues=issues, parties=tuple(parties)), path)


def load_profile(data: Mapping[str, Any], path: str, id: str, label: Label) -> Profile:
    """One party's profile from the mapping of its ``profile.toml``.

    The file knows nothing of the issues, so only its form is judged here (:class:`UnusableInput`);
    names of issues and options are judged by :func:`weigh`, against the issues of the case.
    """
    if "id" in data and data["id"] != id:
        raise UnusableInput(
            path,
            f"the profile says it is of {data['id']!r}, but stands in the folder of {id}",
            f'move the file or write id = "{id}"',
            "id",
        )
    return _profile(data, path, id, label, f"party {id}")


def _profile(data: Mapping[str, Any], path: str, id: str, label: Label, where: str) -> Profile:
    _known_keys(data, _PROFILE_KEYS, path, where)
    scores = {
        str(issue): {
            str(option): _range(score, path, f"{where}, issue {issue}, option {option}")
            for option, score in _table(by_option, path, f"{where}, scores, issue {issue}").items()
        }
        for issue, by_option in _table(data.get("scores", {}), path, f"{where}, scores").items()
    }
    weights = None
    if data.get("weights") is not None:
        weights = {
            str(issue): _number(weight, path, f"{where}, weight of {issue}")
            for issue, weight in _table(data["weights"], path, f"{where}, weights").items()
        }
    reserve = data.get("reserve")
    return Profile(
        id=id,
        reserve=None if reserve is None else _number(reserve, path, f"{where}, reserve"),
        scores=scores,
        weights=weights,
        rankings={
            str(issue): _tiers(tiers, path, f"{where}, ranking of {issue}")
            for issue, tiers in _table(data.get("rankings", {}), path, f"{where}, rankings").items()
        },
        can_live_with=_named(data, "can_live_with", path, where),
        cannot=_named(data, "cannot", path, where),
        issue_ranking=_tiers(data.get("issue_ranking", ()), path, f"{where}, issue_ranking"),
        stakes={
            str(issue): _range(stake, path, f"{where}, stake of {issue}")
            for issue, stake in _table(data.get("stakes", {}), path, f"{where}, stakes").items()
        },
        places={
            str(issue): {
                str(option): _range(place, path, f"{where}, places, issue {issue}, option {option}")
                for option, place in _table(by_option, path, f"{where}, places, issue {issue}").items()
            }
            for issue, by_option in _table(data.get("places", {}), path, f"{where}, places").items()
        },
        red_lines=tuple(
            _choice(item, path, f"{where}, red line {n}")
            for n, item in enumerate(_list(data, "red_lines", path, where), 1)
        ),
        links=tuple(
            _link(item, path, f"{where}, link {n}") for n, item in enumerate(_list(data, "links", path, where), 1)
        ),
        assumed={
            str(issue): _named({"assumed": by_option}, "assumed", path, f"{where}, issue {issue}")
            for issue, by_option in _table(data.get("assumed", {}), path, f"{where}, assumed").items()
        },
        audience=label,
    )


def _named(data: Mapping[str, Any], key: str, path: str, where: str) -> dict[str, tuple[str, ...]]:
    """Lists of names by name."""
    found = {}
    for name, listed in _table(data.get(key, {}), path, f"{where}, {key}").items():
        if not isinstance(listed, list | tuple) or not all(isinstance(each, str) for each in listed):
            mend = f'write it as {key}.{name} = ["...", "..."]'
            raise UnusableInput(path, f"{listed!r} is no list of names", mend, f"{where}, {key}")
        found[str(name)] = tuple(listed)
    return found


def _tiers(data: Any, path: str, where: str) -> tuple[tuple[str, ...], ...]:
    """A ranking, best first: names, or lists of names that stand equal."""
    mend = 'write the best first, equal ones in a list of their own: ["a", ["b", "c"], "d"]'
    if not isinstance(data, list | tuple):
        raise UnusableInput(path, f"{data!r} is no ranking", mend, where)
    tiers = [(tier,) if isinstance(tier, str) else tier for tier in data]
    if not all(isinstance(tier, list | tuple) and tier and all(isinstance(n, str) for n in tier) for tier in tiers):
        raise UnusableInput(path, f"{list(data)!r} is no ranking of names", mend, where)
    _unique((name for tier in tiers for name in tier), path, where)
    return tuple(tuple(tier) for tier in tiers)


def _issue(data: Any, path: str, where: str) -> Issue:
    if not isinstance(data, Mapping):
        raise UnusableInput(path, f"{data!r} is no issue", "write it as a table with 'id' and 'options'", where)
    _known_keys(data, {"id", "title", "options"}, path, where)
    id = _text(data, "id", path, where)
    where = f"issue {id}"
    options = tuple(_option(item, path, where) for item in _list(data, "options", path, where))
    if not options:
        raise UnusableInput(path, "the issue has no options", "list at least one under 'options'", where)
    _unique((option.id for option in options), path, f"{where}, options")
    return Issue(id=id, title=str(data.get("title", id)), options=options)


def _option(data: Any, path: str, where: str) -> Option:
    if isinstance(data, str):
        return Option(id=data, text=data)
    if not isinstance(data, Mapping):
        raise UnusableInput(path, f"{data!r} is no option", f'write it as a text, "{data}"', where)
    _known_keys(data, {"id", "text"}, path, where)
    id = _text(data, "id", path, f"{where}, option")
    return Option(id=id, text=str(data.get("text", id)))


def _link(data: Any, path: str, where: str) -> Link:
    mend = "write {if = {...}, then = {...}} or {with = {...}, worth = points}"
    if not isinstance(data, Mapping) or set(data) not in ({"if", "then"}, {"with", "worth"}):
        raise UnusableInput(path, "the link has neither of its two forms", mend, where)
    if "if" in data:
        return Link(if_=_choice(data["if"], path, where), then=_choice(data["then"], path, where))
    return Link(with_=_choice(data["with"], path, where), worth=_range(data["worth"], path, f"{where}, worth"))


def _choice(data: Any, path: str, where: str) -> Choice:
    if not isinstance(data, Mapping) or not data or not all(isinstance(option, str) for option in data.values()):
        raise UnusableInput(path, f"{data!r} names no options", 'write it as {issue = "option"}', where)
    return {str(issue): option for issue, option in data.items()}


def _range(value: Any, path: str, where: str) -> Range:
    if not isinstance(value, list | tuple):
        number = _number(value, path, where)
        return Range(low=number, high=number)
    if len(value) != 2:
        raise UnusableInput(path, f"a range has two numbers, not {len(value)}", "write it as [low, high]", where)
    low, high = (_number(end, path, where) for end in value)
    if low > high:
        raise UnusableInput(path, f"the range {list(value)} is upside down", "write the lower number first", where)
    return Range(low=low, high=high)


def _number(value: Any, path: str, where: str) -> Fraction:
    try:
        if isinstance(value, str):
            raise ValueError(f"{value!r} is not a number")
        number = exact_number(value)
    except ValueError as error:
        raise UnusableInput(path, str(error), "give a finite number of points", where) from error
    if abs(number) > LARGEST:
        raise UnusableInput(path, "the number is too large", f"give at most {LARGEST:,} points", where)
    return number


def _text(data: Mapping[str, Any], key: str, path: str, where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise UnusableInput(path, f"'{key}' is missing", f'give it a name, {key} = "..."', where)
    return value


def _table(value: Any, path: str, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise UnusableInput(path, f"{value!r} is no table", "write it as {name = ...}", where)
    return value


def _list(data: Mapping[str, Any], key: str, path: str, where: str) -> Sequence[Any]:
    value = data.get(key, ())
    if not isinstance(value, list | tuple):
        raise UnusableInput(path, f"'{key}' is no list", f"write it as {key} = [...]", where)
    return value


def _known_keys(data: Mapping[str, Any], known: set[str], path: str, where: str) -> None:
    strange = sorted(set(map(str, data)) - known)
    if strange:
        raise UnusableInput(path, f"'{strange[0]}' is not known here", f"use {', '.join(sorted(known))}", where)


def _unique(ids: Iterable[str], path: str, where: str) -> None:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise UnusableInput(path, f"'{id}' stands there twice", "give each a name of its own", where)
        seen.add(id)
