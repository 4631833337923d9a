"""The YAML front matter of a framework: what prose can't say, and nothing that it can."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from parley.model import Annex, Moment, Party, near_enough, parse_moment
from parley.text import patterns as re
from parley.text.front_matter import CLOSING, LONGEST, OPENING

_BODY_STARTS = re.compile(r"^(?:[ \t]*\r?\n|#)", re.MULTILINE)

_KEYS = ("title", "status", "parties", "others", "annexes", "d_day")


@dataclass
class FrontMatter:
    """What the front matter says, where the body starts, and sentences on what could not be read."""

    body: int = 0
    present: bool = False
    title: str | None = None
    status: str = "draft"
    parties: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    annexes: tuple[Annex, ...] = ()
    d_day: Moment | None = None
    problems: list[str] = field(default_factory=list)


def read_front_matter(text: str, path: str) -> FrontMatter:
    """Read the block between the two ``---`` lines that open ``text``; never fails."""
    found = FrontMatter(body=1 if text.startswith("\ufeff") else 0)
    opening = OPENING.match(text)
    if not opening:
        return found
    found.present = True
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST)
    if closing:
        source, found.body = text[opening.end() : closing.start()], closing.end()
    else:
        found.problems.append(f"{path}, line 1: the front matter does not end; close it with a line of three hyphens.")
        body = _BODY_STARTS.search(text, opening.end(), opening.end() + LONGEST)
        found.body = body.start() if body else opening.end()
        source = text[opening.end() : found.body]
    _fill(found, _load(source, path, found.problems), path)
    return found


def _load(source: str, path: str, problems: list[str]) -> dict[str, Any]:
    """The YAML mapping, every scalar as the words that stand there.

    ``BaseLoader`` is as safe as ``safe_load`` and resolves no types: a party called ``NO`` or ``ON``
    stays that and is not taken for false or true.
    """
    try:
        values = yaml.load(source, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark.line if error.problem_mark else 0
        line = min(at, source.rstrip().count("\n")) + 2  # what is missing at the end is missing on the last line
        problems.append(f"{path}, line {line}: the front matter is no YAML ({error.problem}); correct that line.")
        return {}
    except (yaml.YAMLError, RecursionError, ValueError):
        problems.append(f"{path}, line 2: the front matter is no YAML; write 'key: value' lines.")
        return {}
    if values is None or values == "":
        return {}
    if not isinstance(values, dict):
        problems.append(f"{path}, line 2: the front matter is no list of keys; write 'key: value' lines.")
        return {}
    return values


def _fill(found: FrontMatter, values: dict[str, Any], path: str) -> None:
    for key in values:
        if key not in _KEYS:
            found.problems.append(f"{path}, front matter: '{key}' is no known key; use {', '.join(_KEYS)}.")
    title, status = values.get("title"), values.get("status", "draft")
    found.title = title if isinstance(title, str) and title else None
    if title and not found.title:
        found.problems.append(f"{path}, front matter: the title is no words; write title: one line of text.")
    if status in ("draft", "final"):
        found.status = status
    else:
        found.problems.append(f"{path}, front matter: status is neither 'draft' nor 'final'; write one of them.")
    found.parties = tuple(Party(id=id, name=name) for id, name in _pairs(found, values, "parties", path))
    found.others = tuple(Party(id=id, name=name) for id, name in _pairs(found, values, "others", path))
    found.annexes = tuple(Annex(letter=id, path=name) for id, name in _pairs(found, values, "annexes", path))
    if values.get("d_day"):
        try:
            moment = parse_moment(values["d_day"])
            if not near_enough(moment):
                raise ValueError("no day can be counted from it")
            found.d_day = moment
        except ValueError:
            found.problems.append(f"{path}, front matter: d_day is no date; write it as 2031-03-06 or leave it out.")


def _pairs(found: FrontMatter, values: dict[str, Any], key: str, path: str) -> list[tuple[str, str]]:
    table = values.get(key) or {}
    if not isinstance(table, dict):
        found.problems.append(f"{path}, front matter: '{key}' has no short names; write {key}: {{SHORT: full name}}.")
        return []
    pairs = []
    for short, name in table.items():
        if isinstance(short, str) and isinstance(name, str) and name:
            pairs.append((short, name))
        else:
            found.problems.append(f"{path}, front matter: one entry of '{key}' has no name; write SHORT: full name.")
    return pairs
