"""Many wordings of one defect, and sound sentences that look like it: for the test of the checks and a benchmark.

Each row of ``tests/golden/wordings`` has the codes that name the defect, wordings of it, and sound ones. A wording
stands as an article of its own at the end of ``base.md``. The rows of ``absent.toml`` have sentences by which a text
speaks of what it must settle, and sentences with the same words that settle nothing.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from parley.framework import parse
from parley.framework.checks import Draft, Rule
from parley.framework.checks.absent import Absent
from parley.framework.checks.catalogue import RULES
from parley.model import FindingKind

HERE: Final = Path(__file__).parent / "golden" / "wordings"
BASE: Final = (HERE / "base.md").read_text(encoding="utf-8")
OF_THE_TEXT: Final = "absent.toml"


@dataclass(frozen=True)
class Row:
    """One case: its codes, the sentences that are to be seen, and those that are not."""

    codes: tuple[str, ...]
    case: str
    seen: tuple[str, ...]
    not_seen: tuple[str, ...]
    of_the_text: bool

    def sees(self, words: str) -> bool:
        """Whether the checks see the defect in these words, or hear in them what the text must settle."""
        draft = Draft(parse(f"{BASE}\n8. {words}\n", "wordings"))
        if self.of_the_text:
            added = [each for each in draft.telling if each.start >= len(BASE)]
            return any(rule.speaks(draft, each) for rule in _absences(self.codes) for each in added)
        found = (each for rule in _rules(self.codes) for each in rule.find(draft))
        return any(each.end > len(BASE) + len("\n8. ") for each in found if each.kind is not FindingKind.ABSENT)


def rows() -> list[Row]:
    found = []
    for path in sorted(HERE.glob("*.toml")):
        of_the_text = path.name == OF_THE_TEXT
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["row"]:
            seen, other = (row["speaks"], row["silent"]) if of_the_text else (row["defects"], row["sound"])
            codes, case = tuple(row["code"].split()), row.get("case", "absent")
            found.append(Row(codes, case, tuple(seen), tuple(other), of_the_text))
    return found


@lru_cache(maxsize=256)
def _rules(codes: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if any(rule.code == code or rule.code.startswith(f"{code}.") for code in codes))


@lru_cache(maxsize=256)
def _absences(codes: tuple[str, ...]) -> tuple[Absent, ...]:
    return tuple(rule for rule in RULES if isinstance(rule, Absent) and rule.code in codes)
