"""The outputs of all verbs, and their schemas."""

from __future__ import annotations

from typing import Any

from .base import FilesOutput, Output
from .ground import DailyOutput, WatchOutput
from .papers import PositionsOutput, ReadOutput, ReviewOutput, SearchOutput, TalksOutput
from .record import BriefOutput, DemoOutput, RecordOutput
from .text import CheckOutput, DiffOutput, PrecedentsOutput, SettleOutput
from .weighing import DivideOutput, ProposedOutput, ReleasedOutput, StabilityOutput, WeighOutput

OUTPUTS: dict[str, type[Output]] = {
    "brief": BriefOutput,
    "check": CheckOutput,
    "convert": FilesOutput,
    "demo": DemoOutput,
    "diff": DiffOutput,
    "new": FilesOutput,
    "positions": PositionsOutput,
    "precedents": PrecedentsOutput,
    "read": ReadOutput,
    "record": RecordOutput,
    "review": ReviewOutput,
    "search": SearchOutput,
    "settle": SettleOutput,
    "talks": TalksOutput,
    "watch": WatchOutput,
    "watch-daily": DailyOutput,
    "weigh": WeighOutput,
    "weigh-divide": DivideOutput,
    "weigh-propose": ProposedOutput,
    "weigh-released": ReleasedOutput,
    "weigh-stability": StabilityOutput,
}
"""The output of each verb, by the verb's name."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a verb's output; ``KeyError`` for an unknown verb."""
    body = OUTPUTS[name].model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **body}
