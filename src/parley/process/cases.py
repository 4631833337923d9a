"""Bargaining cases that lie outside a process: a file of our own, or a folder of Genius or NegMAS."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.model import (
    Audience,
    Case,
    DivideOutput,
    StabilityOutput,
    UnusableInput,
    WeighOutput,
    WrongUsage,
    exact_number,
)

from .asking import drawn_with, only_for_the_mediator
from .folder import is_process
from .inputs import MAX_BYTES, read_bytes
from .toml import load_toml

if TYPE_CHECKING:
    from parley.bargaining import Scenario

_GENIUS, _NEGMAS = {".xml"}, {".yml", ".yaml", ".json"}
_MOST_FILES = 1000
LARGEST_CONFLICT = 1_000_000


def weigh_file(
    path: str | Path,
    audience: Audience | None = None,
    profiles: Sequence[str] = (),
    reserve: float | None = None,
    normalise: bool = False,
    draws: int | None = None,
    seed: int | None = None,
    start: Mapping[str, str] | None = None,
) -> WeighOutput:
    """Weigh a bargaining case in a ``.json`` or ``.toml`` file, or in a folder; for the mediator alone.

    A folder holds a domain and utility spaces of Genius in XML, or a scenario of NegMAS in YAML or JSON.
    ``profiles`` picks parties by the names of their files (in one file: by id), ``reserve`` is set for every party,
    and ``normalise`` divides each issue's scores by their maximum; ``draws`` and ``seed`` are of the profiles that are
    drawn where something is uncertain. ``start`` (option by issue) is the package where the improvement path and the
    trades start; without it there is no path. Raises :class:`UnusableInput` for a case that can't be weighed,
    :class:`NotPermitted` for any other audience.
    """
    audience = only_for_the_mediator(audience, in_process=False)
    from parley.bargaining import weigh

    scenario = read_case(path, profiles, reserve, normalise)
    weighed = weigh(
        scenario.case, str(path), start=start, trades_from_start=start is not None, **drawn_with(draws, seed)
    )
    return WeighOutput(audience=audience, notes=scenario.notes, **dict(weighed))


def divide_file(
    path: str | Path, audience: Audience | None = None, profiles: Sequence[str] = (), normalise: bool = False
) -> DivideOutput:
    """Divide the issues of two parties by Adjusted Winner; ``path`` is a case as for :func:`weigh_file`, or a process.

    A file may also have the short form that :func:`parley.bargaining.load_division` describes.
    """
    audience = only_for_the_mediator(audience, in_process=is_process(path))
    from parley.bargaining import divide, load_division, pick_parties

    from .process import Process

    head: str | None = None
    if is_process(path):
        case, notes, head = Process.open(path).case(audience)
        case = pick_parties(case, str(path), profiles, None, normalise)
    else:
        scenario = read_case(path, profiles, None, normalise, load_division)
        case, notes = scenario.case, scenario.notes
    division, more = divide(case, str(path))
    return DivideOutput(audience=audience, head=head, notes=(*notes, *more), **dict(division))


def judge_file(path: str | Path, audience: Audience | None = None) -> StabilityOutput:
    """Which states of a conflict hold, by the graph model in a ``.json`` or ``.toml`` file; for the mediator alone."""
    audience = only_for_the_mediator(audience, in_process=is_process(path))
    from parley.bargaining import judge, load_conflict

    data = read_bytes(Path(path), str(path), LARGEST_CONFLICT)
    conflict = load_conflict(mapping(data, str(path), '{"decision_makers": [...], "options": [...]}'), str(path))
    return StabilityOutput(audience=audience, **dict(judge(conflict)))


def read_case(
    path: str | Path,
    profiles: Sequence[str] = (),
    reserve: float | None = None,
    normalise: bool = False,
    load: Callable[[Mapping[str, Any], str], Case] | None = None,
) -> Scenario:
    """The case in a file or a folder, as for :func:`weigh_file`; ``load`` reads another form of file."""
    from parley.bargaining import Scenario, load_case, pick_parties

    try:
        floor = None if reserve is None else exact_number(reserve)
    except ValueError:
        raise WrongUsage(f"--reserve {reserve} is no number of points; write one like 0.5.") from None
    if Path(path).is_dir():
        return _folder(Path(path), profiles, floor, normalise)
    data = read_bytes(Path(path), str(path), MAX_BYTES)
    case = (load or load_case)(mapping(data, str(path), '{"issues": [...], "parties": [...]}'), str(path))
    return Scenario(pick_parties(case, str(path), profiles, floor, normalise))


def _folder(folder: Path, profiles: Sequence[str], reserve: Fraction | None, normalise: bool) -> Scenario:
    from parley.bargaining import LARGEST_FILE, load_genius, load_negmas

    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError as error:
        why = (error.strerror or "the system gave no reason").lower()
        raise UnusableInput(str(folder), f"it can't be opened ({why})", "check who may read it") from error
    xml = [name for name in names if Path(name).suffix.lower() in _GENIUS]
    wanted = xml or [name for name in names if Path(name).suffix.lower() in _NEGMAS]
    loads = load_genius if xml else load_negmas
    if not wanted or len(wanted) > _MOST_FILES:
        problem = "it holds neither a process nor a case" if not wanted else f"it holds {len(wanted):,} files"
        mend = "name a process folder, a case file, or a folder with a domain and its profiles in XML, YAML or JSON"
        raise UnusableInput(str(folder), problem, mend)
    files = {name: read_bytes(folder / name, str(folder / name), LARGEST_FILE) for name in wanted}
    return loads(files, str(folder), profiles, reserve, normalise)


def mapping(data: bytes, path: str, form: str) -> Mapping[str, Any]:
    """The object in a JSON or TOML file; ``form`` is how such a file begins, for messages."""
    if path.lower().endswith(".toml"):
        return load_toml(data, path)[0]
    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_each_once)
    except _Doubled as error:
        raise UnusableInput(path, f"the key '{error}' stands twice in one object", "keep one of the two") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UnusableInput(path, f"this is not JSON: {error.msg.lower()}", "mend it there", where) from error
    except UnicodeDecodeError as error:
        raise UnusableInput(path, "this is not UTF-8", "save the file as UTF-8") from error
    except (RecursionError, ValueError) as error:
        why = "it is nested too deeply, or has a number too long to read"
        raise UnusableInput(path, why, "write it flat, with numbers of a few digits") from error
    if isinstance(found, list) and len(found) > 1 and all(isinstance(each, dict) for each in found):
        raise UnusableInput(path, f"the file is a list of {len(found)} cases", "put each into a file of its own")
    if not isinstance(found, dict):
        raise UnusableInput(path, "the file holds no object", f"begin it with {form}")
    return found


class _Doubled(Exception):
    """A key that stands twice in one object of JSON: which of the two was meant, nobody can tell."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Doubled(next(key for key in keys if keys.count(key) > 1))
    return found
