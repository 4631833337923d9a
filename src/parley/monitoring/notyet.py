"""Why an obligation is not held against reports, and what a person could bring."""

from __future__ import annotations

from dataclasses import dataclass

JUDGE_YOURSELF = "A person's own judgement: read what the reports say against the sentence."
"""Where the sentence is sound and it is Parley that does not handle it."""


@dataclass(frozen=True)
class NotYet:
    """``why`` is a clause that ends "Not held against reports yet: ..."; ``bring`` a sentence of its own."""

    why: str
    bring: str = JUDGE_YOURSELF
