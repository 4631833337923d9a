"""Small tables and mappings, made in a line."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import TEAM, Report, UnusableInput
from parley.monitoring.incoming import Gazetteer, Incoming, fill, open_table
from parley.process.mappings import load_mapping


def taken(text: str | bytes, mapping: str, gazetteer: Gazetteer | None = None, **more: Any) -> Incoming:
    """What a table gives by the TOML of a mapping."""
    data = text.encode() if isinstance(text, str) else text
    how = load_mapping(mapping.encode(), "x.mapping.toml")
    return fill(open_table(data, "reports/x.csv", how), how, TEAM, gazetteer=gazetteer or Gazetteer(), **more)


def reports(text: str | bytes, mapping: str, gazetteer: Gazetteer | None = None, **more: Any) -> list[Report]:
    return list(taken(text, mapping, gazetteer, **more).reports.reports())


def refusal(text: str | bytes, mapping: str) -> str:
    """The one sentence by which the table is refused; it names the file and the mend."""
    with pytest.raises(UnusableInput) as refused:
        taken(text, mapping)
    message = str(refused.value)
    assert message.startswith("reports/x.csv")
    assert "; " in message
    assert "\n" not in message
    return message
