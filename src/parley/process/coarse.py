"""What is told to an audience that learns places by cells alone: nothing measures a place, and nothing names one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from parley.model import Audience, ReceivedFile, Recoding, Value
from parley.monitoring.daily import Withheld, told_as_it_is, withheld
from parley.monitoring.trends import without_regions
from parley.text import patterns as re

if TYPE_CHECKING:
    from .receiving import Received
    from .view import View

_MEASURED = re.compile(r"(?<!least )(?<!within )(?<!than )(?<!beyond )(?<![\d.])\d[\d.]* k?m (from|inside|outside)\b")
"""A distance as reasons tell it; those of the text itself say that it is one at least, or at most."""
_PRECISION = re.compile(r" \(\u00b1 [\d.]+ k?m\)")
_WORDS = frozenset({"notes", "told", "versions", "why", "words", "would_change"})
"""Fields of an output that are sentences about reports, or name the rows that they came from."""
_CELLS = frozenset({"act", "object"})
"""Those that hold what a report calls an act or a thing."""
_FILE = "a file that is not told here"


def sees_cells_alone(audience: Audience) -> bool:
    """Whether the audience is told of places by cells, and not as they were reported."""
    return audience not in ("mediator", "team")


def hidden(view: View, got: Received) -> Withheld:
    """What finds in a sentence all that the view's audience is not told."""
    return withheld(view.audience, got.reports, view.shown, got.effort, (one.path for one in got.files))


def coarsely(fields: Mapping[str, Any], audience: Audience, named: Withheld) -> dict[str, Any]:
    """The fields of an output of ``watch`` or of the daily report for such an audience, without what is ``named``."""
    found = {key: _field(key, value, named) for key, value in fields.items()}
    found["trends"] = without_regions(found["trends"])
    if "received" not in fields:
        return found
    return found | {
        "clusters": tuple(one.replace(why=()) for one in fields["clusters"]),
        "received": tuple(_file(one, audience) for one in fields["received"]),
        "recoded": tuple(_recoding(one, named) for one in fields["recoded"]),
    }


def _file(one: ReceivedFile, audience: Audience) -> ReceivedFile:
    bare = one.replace(sha256="", listed=(), notes=())
    if told_as_it_is(audience, one.path):
        return bare
    beside = one.mapping is not None and "/" in one.mapping
    return bare.replace(path=_FILE, mapping=_FILE if beside else one.mapping)


def _recoding(one: Recoding, named: Withheld) -> Recoding:
    return one.replace(earlier=named.without(one.earlier), later=named.without(one.later))


def _told(value: Any, named: Withheld) -> Any:
    """The same values with the sentences in them made coarse."""
    if isinstance(value, tuple):
        return tuple(_told(each, named) for each in value)
    if not isinstance(value, Value):
        return value
    changes = {name: _field(name, each, named) for name, each in value}
    return value.replace(**{name: new for name, new in changes.items() if new != getattr(value, name)})


def _field(name: str, value: Any, named: Withheld) -> Any:
    """A field made coarse: a sentence, sentences, or values that hold some."""
    if name in _CELLS and isinstance(value, str):
        return named.without(value)
    if name not in _WORDS:
        return _told(value, named)
    if isinstance(value, str):
        return coarse_words(value, named)
    if isinstance(value, tuple):
        return tuple(coarse_words(one, named) if isinstance(one, str) else _told(one, named) for one in value)
    return value


def coarse_words(words: str, named: Withheld) -> str:
    """A sentence without what was measured in it, and without the places that it names."""
    words = _MEASURED.sub(
        lambda found: "at a distance from" if found[1] == "from" else found[1], _PRECISION.sub("", words)
    )
    return named.without(words)
