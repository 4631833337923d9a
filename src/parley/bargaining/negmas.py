"""Scenario folders of NegMAS: one file with the issues, one for each party, in YAML or JSON, as it writes them.

The outcome space is the file with ``issues``; a party is a file whose ``type`` is LinearAdditiveUtilityFunction, with
``values`` (a function for each issue), ``weights`` and ``reserved_value``, alone or as the ``ufun`` of a discounted
one. Other files of the folder are passed over.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import PurePath
from typing import Any

import yaml

from parley.model import Issue, UnusableInput
from parley.text.listing import listed

from .foreign import Found, Scenario, assemble, chosen, issue_of, number, scale_note, unique_issues, whole_numbers

_ADDITIVE = "LinearAdditiveUtilityFunction"
_DISCOUNTED = ("ExpDiscountedUFun", "LinDiscountedUFun")


class _Loader(yaml.SafeLoader):
    """Plain values only: an alias could stand for a thousand times its size."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not used here")
        return super().compose_node(parent, index)


def load_negmas(
    files: Mapping[str, bytes],
    folder: str,
    profiles: Sequence[str] = (),
    reserve: Fraction | None = None,
    normalise: bool = False,
) -> Scenario:
    """The case of a folder's YAML and JSON files, by name; options as for ``load_genius``.

    An issue of whole numbers has each of them. Raises :class:`UnusableInput` for whatever can't be weighed, such as
    an issue of real numbers or a utility that is no weighted sum.
    """
    found: dict[str, Mapping[str, Any]] = {}
    broken: dict[str, UnusableInput] = {}
    spaces: list[str] = []
    for name in sorted(files):
        try:
            data = _parse(files[name], str(PurePath(folder, name)))
        except UnusableInput as error:
            broken[name] = error
            continue
        if isinstance(data, Mapping):
            found[name] = data
            if isinstance(data.get("issues"), list):
                spaces.append(name)
    if len(spaces) != 1:
        if broken and not spaces:
            raise next(iter(broken.values()))
        problem = f"{listed(spaces)} all have issues" if spaces else "no file of it has issues"
        raise UnusableInput(folder, problem, "give it one outcome space, with a list of issues")
    parties = [name for name in sorted([*found, *broken]) if name in broken or _is_party(found[name])]
    picked = chosen(parties, profiles, folder) if profiles else parties
    for name in picked:
        if name in broken:
            raise broken[name]
    if not picked:
        raise UnusableInput(folder, "it has no utility function", f"add a file of type {_ADDITIVE}")
    domain = str(PurePath(folder, spaces[0]))
    issues = [_issue(item, domain, n) for n, item in enumerate(found[spaces[0]]["issues"], 1)]
    unique_issues(issues, domain)
    several = [_party(found[name], issues, str(PurePath(folder, name)), reserve is None, normalise) for name in picked]
    return assemble(issues, several, reserve, normalise)


def _type(data: Mapping[str, Any]) -> str:
    """The name of what a table describes, without its package."""
    return str(data.get("type", "")).rpartition(".")[2]


def _is_party(data: Mapping[str, Any]) -> bool:
    return any(mark in _type(data).casefold() for mark in ("utility", "ufun"))


def _parse(data: bytes, path: str) -> Any:
    mend = "save it again as NegMAS writes it"
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text) if path.casefold().endswith(".json") else yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        where = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise UnusableInput(path, "this is no sound YAML", mend, where) from error
    except json.JSONDecodeError as error:
        raise UnusableInput(path, "this is no sound JSON", mend, f"line {error.lineno}") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise UnusableInput(path, "this can't be read as plain YAML or JSON", mend) from error


def _issue(data: Any, path: str, position: int) -> Issue:
    if not isinstance(data, Mapping) or "name" not in data or "values" not in data:
        raise UnusableInput(path, "an issue lacks its name or its values", "give it both", f"issue {position}")
    name, values, kind = str(data["name"]), data["values"], _type(data)
    where = f"issue {name}"
    if isinstance(values, int) and not isinstance(values, bool):
        values = [0, values - 1]
        kind = "ContiguousIssue"
    if not isinstance(values, list) or any(isinstance(value, Mapping | list) for value in values):
        raise UnusableInput(path, "its values are no list", "list them one by one", where)
    if kind.startswith("Conti") and len(values) == 2:
        low, high = (number(value, path, where) for value in values)
        if kind != "ContiguousIssue":
            mend = "list the values that matter as a CategoricalIssue"
            raise UnusableInput(path, "an issue of real numbers has no end of options", mend, where)
        return issue_of(name, whole_numbers(low, high, path, where), path)
    return issue_of(name, values, path)


def _party(data: Mapping[str, Any], issues: Sequence[Issue], path: str, own: bool, normalise: bool) -> Found:
    party = PurePath(path).stem
    aside: tuple[str, ...] = ()
    if _type(data) in _DISCOUNTED and isinstance(data.get("ufun"), Mapping):
        reserved = data.get("reserved_value")
        data = data["ufun"] if reserved is None else {**data["ufun"], "reserved_value": reserved}
        aside = (f"{party}: its discount is left aside, for weighing knows no rounds.",)
    if _type(data) != _ADDITIVE:
        raise UnusableInput(path, f"a {_type(data)} can't be weighed", f"give a {_ADDITIVE}", "type")
    if data.get("bias") and number(data["bias"], path, "bias"):
        raise UnusableInput(path, "its bias belongs to no issue", "add it to the values of one issue", "bias")
    functions = _by_issue(data.get("values"), issues, path, "values")
    if data.get("weights") is None:
        weights = {issue.id: Fraction(1) for issue in issues}
    else:
        given = _by_issue(data["weights"], issues, path, "weights")
        weights = {issue: number(weight, path, f"weight of {issue}") for issue, weight in given.items()}
    scores = {issue.id: _scores(functions[issue.id], issue, path) for issue in issues}
    reserve: Fraction | None = None
    notes: tuple[str, ...] = ()
    written = data.get("reserved_value")
    endless = isinstance(written, float) and math.isinf(written) and written < 0
    if own and written is not None and not endless:
        reserve = number(written, path, "reserved_value")
        if not normalise:
            most = sum((weights[issue] * max(row.values()) for issue, row in scores.items()), Fraction(0))
            notes = scale_note(party, reserve, most)
    return Found(party, scores, weights, reserve, (*notes, *aside))


def _by_issue(given: Any, issues: Sequence[Issue], path: str, key: str) -> dict[str, Any]:
    """What is given for each issue, by name or in their order."""
    if isinstance(given, list) and len(given) == len(issues):
        return {issue.id: value for issue, value in zip(issues, given, strict=True)}
    if isinstance(given, Mapping):
        named = {str(name): value for name, value in given.items()}
        if set(named) == {issue.id for issue in issues}:
            return named
    raise UnusableInput(path, f"'{key}' has not one entry for each issue", f"give {len(issues)}, in their order", key)


def _scores(function: Any, issue: Issue, path: str) -> dict[str, Fraction]:
    """What each option is worth by a value function: a table, or a line over numbers."""
    where = f"issue {issue.id}"
    table = function.get("mapping") if isinstance(function, Mapping) and "mapping" in function else function
    if isinstance(table, list):
        if len(table) != len(issue.options):
            problem = f"it has {len(table)} values for {len(issue.options)} options"
            raise UnusableInput(path, problem, "give one for each", where)
        table = {option.id: value for option, value in zip(issue.options, table, strict=True)}
    if isinstance(table, Mapping) and "type" not in table:
        given = {str(name): value for name, value in table.items()}
        missing = [option.id for option in issue.options if option.id not in given]
        if missing:
            raise UnusableInput(path, f"the option '{missing[0]}' has no value", "add it to the mapping", where)
        return {option.id: number(given[option.id], path, f"{where}, {option.id}") for option in issue.options}
    worth = _line(function) if isinstance(function, Mapping) else None
    if worth is None:
        raise UnusableInput(path, "its value function can't be weighed", "write it as a TableFun with a mapping", where)
    slope, bias = (number(part, path, where) for part in worth)
    return {
        option.id: bias + (slope * number(option.id, path, f"{where}, {option.id}") if slope else 0)
        for option in issue.options
    }


def _line(function: Mapping[str, Any]) -> tuple[Any, Any] | None:
    """The slope and the bias of a function that is a line; ``None`` for any other."""
    slope, bias = function.get("slope", 1), function.get("bias", 0)
    lines = {"IdentityFun": (1, 0), "LinearFun": (slope, 0), "AffineFun": (slope, bias), "ConstFun": (0, bias)}
    return lines.get(_type(function))
