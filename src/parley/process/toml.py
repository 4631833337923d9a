"""TOML files that people write by hand: every complaint names the file, the line, and what was meant."""

from __future__ import annotations

import datetime as dt
import difflib
import enum
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from parley.model import YEARS, Label, UnusableInput, WrongUsage, near_enough, parse_moment

Place = tuple[str | int, ...]
E = TypeVar("E", bound=enum.StrEnum)

_HEADER = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_DOUBLED = ("Cannot overwrite a value", "Cannot declare", "Cannot mutate")
"""How the standard library begins its complaints about what is there already."""
_SYNTAX_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


def open_section(data: bytes, path: str) -> Section:
    """The whole file as one section; raises as :func:`load_toml` does."""
    return Section(*load_toml(data, path), path)


def load_toml(data: bytes, path: str) -> tuple[dict[str, Any], str]:
    """The file's data and its text; raises :class:`UnusableInput` with the line of the mistake."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnusableInput(path, "this is not UTF-8", "save the file as UTF-8", f"line {line}") from error
    try:
        return tomllib.loads(text), text
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _SYNTAX_PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        raise UnusableInput(path, *_syntax_fault(error), f"line {line}") from error
    except ValueError as error:  # Python reads no whole number of thousands of digits
        raise UnusableInput(path, "a number in it is too long to read", "shorten it") from error


def _syntax_fault(error: Exception) -> tuple[str, str]:
    """What is wrong, and the mend."""
    if isinstance(error, RecursionError):
        return "this is not TOML: nested too deeply", "write it flat"
    problem = _SYNTAX_PLACE.sub("", str(error))
    if problem.startswith(_DOUBLED):
        return "a key or a table stands here for the second time", "write it once, or as [[...]] if there are several"
    return f"this is not TOML: {problem[:1].lower()}{problem[1:]}", 'write key = "value", one a line'


def lines_of_keys(text: str) -> dict[Place, int]:
    """The line (from 1) of each key and table header, by its place: ``("actors", 0, "id")``.

    A scan by line, not a second parser: keys inside inline tables are left to the line of their parent.
    """
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    prefix: Place = ()
    open_quote = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if open_quote:
            open_quote = "" if line.count(open_quote) % 2 else open_quote
            continue
        if (header := _HEADER.match(line)) and "=" not in header[2]:
            prefix = _resolved(_parts(header[2]), counts)
            if header[1] == "[[":
                index = counts.get(prefix, -1) + 1
                counts[prefix] = index
                prefix = (*prefix, index)
            for end in range(1, len(prefix) + 1):
                lines.setdefault(prefix[:end], number)
        elif key := _KEY.match(line):
            parts = _parts(key[1])
            for end in range(1, len(parts) + 1):
                lines.setdefault((*prefix, *parts[:end]), number)
        for quote in ('"""', "'''"):
            if line.count(quote) % 2:
                open_quote = quote
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _resolved(parts: tuple[str, ...], counts: Mapping[Place, int]) -> Place:
    """A header's place: below an array of tables it means the array's newest table."""
    place: Place = ()
    for position, part in enumerate(parts):
        place = (*place, part)
        if place in counts and position < len(parts) - 1:
            place = (*place, counts[place])
    return place


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'`` for a near miss, else a list of what there is."""
    names = list(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'" if near else f"use one of {', '.join(names)}"


class Section:
    """One table of a TOML file. Keys are taken one by one; ``done`` complains about those nobody took."""

    def __init__(
        self, data: Any, text: str, path: str, place: Place = (), lines: dict[Place, int] | None = None
    ) -> None:
        self.path, self.text, self.place = path, text, place
        self.lines = lines_of_keys(text) if lines is None else lines
        if not isinstance(data, dict):
            raise self.fault(None, f"'{self._name}' is no table", "write it as a table of key = value")
        self.data: dict[str, Any] = data
        self.taken: list[str] = []

    @property
    def _name(self) -> str:
        return ".".join(str(part) for part in self.place if not isinstance(part, int)) or "the file"

    def line(self, key: str | None = None) -> int | None:
        """The line of a key, or of the nearest thing around it that has one."""
        place: Place = self.place if key is None else (*self.place, key)
        if place in self.lines:
            return self.lines[place]
        while place and place not in self.lines:
            place = place[:-1]
        start = self.lines.get(place, 1)
        if key is not None:
            wanted = re.compile(rf"(?<![\w-])[\"']?{re.escape(key)}[\"']?\s*=")
            for number, line in enumerate(self.text.splitlines()[start - 1 :], start=start):
                if wanted.search(line):
                    return number
        return start if self.lines or place else None

    def fault(self, key: str | None, problem: str, mend: str) -> UnusableInput:
        line = self.line(key)
        return UnusableInput(self.path, problem, mend, f"line {line}" if line else "")

    def section(self, key: str) -> Section:
        """The table ``key``; an empty one where it is absent."""
        self.taken.append(key)
        return Section(self.data.get(key, {}), self.text, self.path, (*self.place, key), self.lines)

    def sections(self, key: str) -> list[Section]:
        """The tables of the array ``key``; none where it is absent."""
        self.taken.append(key)
        found = self.data.get(key, [])
        if not isinstance(found, list):
            raise self.fault(key, f"'{key}' is no list of tables", f"write each as [[{key}]], or as {{...}} in a list")
        return [
            Section(data, self.text, self.path, (*self.place, key, index), self.lines)
            for index, data in enumerate(found)
        ]

    def named_sections(self) -> list[tuple[str, Section]]:
        """Every table in this one, by its name (``[issues.prisoners]``)."""
        return [(key, self.section(key)) for key in self.data]

    def get(self, key: str, kind: type, kind_name: str) -> Any:
        self.taken.append(key)
        value = self.data.get(key)
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool) != (kind is bool)):
            raise self.fault(
                key, f"'{key}' has to be {kind_name}, and is {_kind_of(value)}", f"write it as {kind_name}"
            )
        return value

    def words(self, key: str) -> str | None:
        """Text, or ``None`` where the key is absent; empty text is a fault."""
        value: str | None = self.get(key, str, "text in quotation marks")
        if value is not None and not value.strip():
            raise self.fault(key, f"'{key}' is empty", "fill it in or leave the line out")
        return value

    def needed(self, key: str, example: str) -> str:
        value = self.words(key)
        if value is None:
            for other in difflib.get_close_matches(key, set(self.data) - set(self.taken), n=1, cutoff=0.75):
                raise self.fault(other, f"unknown key '{other}'", f"did you mean '{key}'")
            raise self.fault(None, f"the key '{key}' is missing in '{self._name}'", f'add {key} = "{example}"')
        return value

    def list_of_words(self, key: str) -> tuple[str, ...]:
        values = self.get(key, list, "a list of texts")
        if values is None:
            return ()
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.fault(key, f"'{key}' has to be a list of texts", f'write it as {key} = ["one", "two"]')
        return tuple(values)

    def choice(self, key: str, choices: type[E], value: str | None) -> E | None:
        """``value`` as one of an enumeration's words."""
        if value is None:
            return None
        try:
            return choices(value)
        except ValueError:
            mend = did_you_mean(value, [choice.value for choice in choices])
            raise self.fault(key, f"'{value}' is no {key.rstrip('s')}", mend) from None

    def moment(self, key: str) -> dt.date | dt.datetime | None:
        """A date or a date with time, as TOML writes them or as text in ISO 8601."""
        self.taken.append(key)
        value = self.data.get(key)
        if value is None:
            return None
        try:
            moment = parse_moment(value)
        except ValueError:
            raise self.fault(key, f"'{key}' is no date", "write it as 2031-03-06 or 2031-03-06T12:00+03:00") from None
        if not near_enough(moment):
            raise self.fault(key, f"'{key}' is too far away", f"write a year from {YEARS[0]} to {YEARS[1]}")
        return moment

    def label(self, key: str) -> Label | None:
        words = self.words(key)
        if words is None:
            return None
        try:
            return Label.parse(words)
        except WrongUsage:
            raise self.fault(key, f"'{words}' is no audience", "use public, team, mediator or party:NAME") from None

    def done(self) -> None:
        """Complain about the first key that nothing asked for: a misspelt key is never passed over."""
        self.only(*self.taken)

    def only(self, *known: str) -> None:
        """Complain about the first key that isn't ``known``."""
        for key in self.data:
            if key not in known:
                raise self.fault(key, f"unknown key '{key}'", did_you_mean(key, dict.fromkeys(known)))


def _kind_of(value: Any) -> str:
    kinds: list[tuple[type, str]] = [
        (bool, "true or false"), (str, "text"), (int, "a number"), (float, "a number"),
        (list, "a list"), (dict, "a table"), (dt.date, "a date"), (dt.time, "a time"),
    ]  # fmt: skip
    return next((name for kind, name in kinds if isinstance(value, kind)), "something else")
