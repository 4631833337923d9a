"""Obligations, reports and effort to verdicts, trends and coverage. Pure: values in, values out."""

from typing import TYPE_CHECKING

from ..doors import opened_when_used

if TYPE_CHECKING:
    from .incidents import lives
    from .logic.formulas import formulas
    from .logic.trace import trace
    from .rehearsing import rehearse
    from .reports import load_reports
    from .revising import revisions
    from .script import Script, load_script
    from .shapes import load_shapes
    from .watching import watch

__getattr__ = opened_when_used(
    __name__,
    {
        "Script": ".script",
        "formulas": ".logic.formulas",
        "lives": ".incidents",
        "load_reports": ".reports",
        "load_script": ".script",
        "load_shapes": ".shapes",
        "rehearse": ".rehearsing",
        "revisions": ".revising",
        "trace": ".logic.trace",
        "watch": ".watching",
    },
)

__all__ = [
    "Script",
    "formulas",
    "lives",
    "load_reports",
    "load_script",
    "load_shapes",
    "rehearse",
    "revisions",
    "trace",
    "watch",
]
