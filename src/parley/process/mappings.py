"""Mapping files: how somebody else's table is read. Ready ones are shipped, a process has its own beside its reports.

The keys are those of ``docs/reference/mappings.md``; what they mean is :class:`parley.monitoring.incoming.Mapping`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from parley.model import UnusableInput, WrongUsage
from parley.monitoring.incoming import Mapping, Part, Source, Target
from parley.monitoring.incoming.mapping import EFFORT_FIELDS, REPORT_FIELDS
from parley.monitoring.incoming.raw import folded

from .inputs import read_bytes
from .toml import Section, did_you_mean, open_section
from .zones import zone_named

BESIDE = ".mapping.toml"
_KEYS = (
    "title", "like", "codebook", "rows", "header", "zone", "id_prefix", "decimal", "undetermined", "no_point",
    "radius", "bearing_error", "range_error", "retrieved", "records", "sheet", "header_row", "notes",
    "columns", "tables", "parts",
)  # fmt: skip
_SOURCE_KEYS = (
    "column", "columns", "constant", "first", "join", "flags", "table", "format", "formats", "days", "day_before",
    "zone", "pad", "unit", "only", "but",
)  # fmt: skip
Tables = dict[str, dict[str, str]]


@lru_cache(maxsize=1)
def ready() -> dict[str, Mapping]:
    """The mappings that are shipped, by name."""
    return {name: _ready(name) for name in shipped()}


@lru_cache
def _ready(name: str) -> Mapping:
    return load_mapping(shipped()[name].read_bytes(), f"{name}.toml", name)


@lru_cache(maxsize=1)
def shipped() -> dict[str, Traversable]:
    """The files of the mappings that are shipped, by name."""
    found = {one.name: one for one in (files("parley") / "data" / "mappings").iterdir()}
    return {name.removesuffix(".toml"): found[name] for name in sorted(found) if name.endswith(".toml")}


def named_mapping(name: str) -> Mapping:
    """A ready mapping by its name, or the one in a file."""
    if name in shipped():
        return _ready(name)
    path = Path(name)
    if not path.suffix and not path.exists():
        raise WrongUsage(f"There is no mapping '{name}'; {did_you_mean(name, shipped())}, or name a file.")
    return load_mapping(read_bytes(path, name), name)


def recognised(header: Iterable[str]) -> Mapping | None:
    """The ready mapping whose own columns all stand in ``header``; ``None`` unless one fits better than all others."""
    names = {folded(name) for name in header}
    fitting = [one for one in ready().values() if one.header and names >= {folded(name) for name in one.header}]
    fitting.sort(key=lambda one: len(one.header), reverse=True)
    if len(fitting) > 1 and len(fitting[0].header) == len(fitting[1].header):
        return None
    return fitting[0] if fitting else None


def load_mapping(data: bytes, path: str, name: str = "") -> Mapping:
    """A mapping from its TOML; raises :class:`UnusableInput` naming the line, what is wrong, and the mend."""
    whole = open_section(data, path)
    whole.only(*_KEYS)
    like = whole.words("like")
    if like is not None and like not in shipped():
        raise whole.fault("like", f"there is no ready mapping '{like}'", did_you_mean(like, shipped()))
    base = _ready(like) if like else Mapping(name, "", {})
    rows = whole.choice("rows", Target, whole.words("rows")) or base.target
    known = EFFORT_FIELDS if rows is Target.EFFORT else REPORT_FIELDS
    tables: Tables = {key: _table(section) for key, section in whole.section("tables").named_sections()}
    fields = _fields(whole.section("columns"), known, tables)
    mapping = replace(
        base,
        name=name or path,
        title=whole.words("title") or base.title or path,
        target=rows,
        fields={**base.fields, **fields},
        header=whole.list_of_words("header"),
        codebook=whole.words("codebook") or base.codebook,
        parts=tuple(_part(section, known, tables) for section in whole.sections("parts")) or base.parts,
        id_prefix=whole.words("id_prefix") or base.id_prefix,
        zone=_zone(whole) or base.zone,
        decimal=_one_of(whole, "decimal", (".", ",")) or base.decimal,
        undetermined=frozenset(map(str.casefold, whole.list_of_words("undetermined"))) or base.undetermined,
        no_point=frozenset(whole.list_of_words("no_point")) or base.no_point,
        radius_from_decimals=_one_of(whole, "radius", ("decimals",)) == "decimals" or base.radius_from_decimals,
        bearing_error=_number(whole, "bearing_error", base.bearing_error),
        range_error=_number(whole, "range_error", base.range_error),
        retrieved=_retrieved(whole) or base.retrieved,
        records=whole.words("records") or base.records,
        sheet=whole.words("sheet") or base.sheet,
        header_row=_row(whole, base.header_row),
        notes=whole.list_of_words("notes") or base.notes,
    )
    if not mapping.fields and not mapping.parts:
        raise whole.fault(None, "it maps no column", 'add [columns] with lines such as event = "Date"')
    return mapping


def _fields(section: Section, known: frozenset[str], tables: Tables) -> dict[str, Source]:
    for key in section.data:
        if key not in known:
            raise section.fault(key, f"'{key}' is no field", did_you_mean(key, sorted(known)))
    return {key: _source(section, key, tables) for key in section.data}


def _source(section: Section, key: str, tables: Tables) -> Source:
    value = section.data[key]
    if isinstance(value, str) and value.strip():
        return Source(columns=(value,))
    if isinstance(value, list) and not all(isinstance(one, dict) for one in value):
        return Source(columns=section.list_of_words(key))
    several = section.sections(key) if isinstance(value, list) else [section.section(key)]
    if not several:
        raise section.fault(key, f"'{key}' says no column", f'write {key} = "the column\'s name"')
    *before, last = [_one_source(section, key, one, tables) for one in several]
    for one in reversed(before):
        last = replace(one, otherwise=last)
    return last


def _one_source(section: Section, key: str, inner: Section, tables: Tables) -> Source:
    inner.only(*_SOURCE_KEYS)
    column, constant = inner.words("column"), _constant(inner)
    flags = inner.get("flags", dict, "a table of column = value")
    source = Source(
        columns=(column,) if column else inner.list_of_words("columns"),
        constant=constant,
        join=inner.get("join", str, "words") or " ",
        first=bool(inner.get("first", bool, "true or false")),
        flags=tuple((str(name), str(word)) for name, word in (flags or {}).items()),
        table=_table_of(inner, tables),
        formats=inner.list_of_words("formats") or tuple(filter(None, [inner.words("format")])),
        zone=_zone(inner),
        pad={
            str(name): int(width)
            for name, width in (inner.get("pad", dict, "a table of column = digits") or {}).items()
        },
        unit=inner.words("unit"),
        days=bool(inner.get("days", bool, "true or false")),
        day_before=_hour(inner, "day_before"),
        only=_rows_asked(inner, "only"),
        but=_rows_asked(inner, "but"),
    )
    if not (source.columns or source.flags) and source.constant is None:
        raise section.fault(key, f"'{key}' says neither a column nor a constant", f'write {key} = "the column\'s name"')
    return source


def _hour(section: Section, key: str) -> str | None:
    words = section.words(key)
    try:
        return words and dt.time.fromisoformat(words).isoformat("minutes")
    except ValueError as error:
        raise section.fault(key, f"'{words}' is no hour", f'write it as {key} = "19:30"') from error


def _rows_asked(section: Section, key: str) -> dict[str, frozenset[str]]:
    """Of which rows a field is said, or is not: what these columns hold there, as it is compared."""
    if key not in section.data:
        return {}
    inner = section.section(key)
    return {name: frozenset(map(folded, inner.list_of_words(name))) for name in inner.data}


def _constant(section: Section) -> str | None:
    value: Any = section.data.get("constant")
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float | dt.date):
        return value.isoformat() if isinstance(value, dt.date) else str(value)
    raise section.fault("constant", "'constant' is no single value", 'write constant = "words"')


def _table_of(section: Section, tables: Tables) -> dict[str, str]:
    value = section.data.get("table")
    if value is None:
        return {}
    if isinstance(value, str):
        if value not in tables:
            raise section.fault("table", f"there is no table '{value}'", f"add [tables.{value}]")
        return tables[value]
    return _table(section.section("table"))


def _table(section: Section) -> dict[str, str]:
    """What cells say to what they mean; keys as they are compared."""
    found: dict[str, str] = {}
    for key, value in section.data.items():
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise section.fault(key, f"'{key}' leads to no single word", 'write it as "said" = "meant"')
        found[folded(key)] = str(value)
    return found


def _part(section: Section, known: frozenset[str], tables: Tables) -> Part:
    section.only("name", "blank", "columns")
    name = section.needed("name", "injured")
    blank = _one_of(section, "blank", ("undetermined", "nothing")) or "undetermined"
    return Part(name, _fields(section.section("columns"), known, tables), blank)


def _zone(section: Section) -> dt.tzinfo | None:
    name = section.words("zone")
    if name is None:
        return None
    zone = zone_named(name)
    if zone is None:
        raise section.fault(
            "zone", f"the time zone '{name}' is not known", "use a name such as Africa/Nairobi, or +03:00"
        )
    return zone


def _one_of(section: Section, key: str, choices: tuple[str, ...]) -> str | None:
    value = section.words(key)
    if value is not None and value not in choices:
        raise section.fault(key, f"'{value}' is not possible for {key}", f"write {' or '.join(map(repr, choices))}")
    return value


def _number(section: Section, key: str, default: float) -> float:
    value = section.data.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 360:
        raise section.fault(key, f"'{key}' is no number from 0 up", f"write {key} = {default}")
    return float(value)


def _row(section: Section, default: int) -> int:
    value: int | None = section.get("header_row", int, "a whole number")
    if value is not None and not 1 <= value <= 1000:
        raise section.fault("header_row", "the header's row is counted from 1", "write header_row = 2")
    return value or default


def _retrieved(section: Section) -> dt.date | str | None:
    if section.data.get("retrieved") == "name":
        return "name"
    return section.moment("retrieved")


def unknown_table(path: str, header: Iterable[str]) -> UnusableInput:
    """The sentence for a table that no mapping fits: what it has, and which mappings there are."""
    shown = ", ".join(header)[:200] or "nothing"
    return UnusableInput(
        path,
        f"no mapping fits its columns for certain ({shown})",
        f"name one with --mapping ({', '.join(shipped())}), or write {BESIDE[1:]} beside it, or use the columns "
        "of docs/reference/reports.md",
    )
