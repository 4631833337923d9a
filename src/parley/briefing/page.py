"""The brief as one self-contained HTML file: no network, no scripts, A4 on paper."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader

from parley import __version__
from parley.text.visible import visible

from .facts import Facts
from .lines import Line, Section, day

_TEMPLATES = Environment(
    loader=PackageLoader("parley.briefing", "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.filters["visible"] = visible
"""Direction overrides and control characters of papers are shown as their codes, as on a terminal."""


def templates() -> Environment:
    """The templates of pages, which escape everything from outside."""
    return _TEMPLATES


def page(facts: Facts, glance: Sequence[Line], sections: Sequence[Section]) -> str:
    """The HTML text of the brief. Everything from outside is escaped by the template engine."""
    return _TEMPLATES.get_template("brief.html.j2").render(
        facts=facts,
        glance=glance,
        sections=sections,
        day=day,
        version=__version__,
        style=_TEMPLATES.get_template("brief.css").render(),
    )
