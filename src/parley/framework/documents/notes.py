"""What stands under the title: whether it is a draft, and who the parties are, so that the text alone tells it."""

from __future__ import annotations

from parley.model import Framework
from parley.text.listing import listed


def stand(framework: Framework) -> str:
    """ "Draft, with 3 points open. Between: Kestria (KES) and Orlavia (ORL), together “the Parties”." """
    points = len(framework.issues)
    if framework.status == "final":
        status = "Final text."
    elif points:
        status = f"Draft, with {points} point{'' if points == 1 else 's'} open."
    else:
        status = "Draft."
    named = [f"{each.name} ({each.id})" for each in framework.parties if each.id != each.name]
    others = [f"{each.name} ({each.id})" for each in framework.others if each.id != each.name]
    if len(named) < 2:
        return status
    with_others = f" With {listed(others)}." if others else ""
    return f"{status} Between: {listed(named)}, together “the Parties”.{with_others}"
