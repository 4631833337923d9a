"""What is kept of the package's patterns finds what ``re`` finds, and holds nothing that a user wrote."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from parley.framework import check, parse
from parley.text import precompiled

PATTERNS = (
    (r"(?P<day>D\+\d+)|(?<!\w)within\s+(?:the\s+)?(\w+)\s+days?", re.IGNORECASE),
    (r"^\s*[-•*–]\s+(?=[^\W\d_])", re.MULTILINE),
    (r"перемир[а-я]+|وقف\s+إطلاق", 0),
    (r"(?P<open>[«“])(?P<words>.*?)(?(open)[»”])", re.DOTALL),
)
TEXT = "• within the three days\n- D+4, перемирия; وقف إطلاق «so\nit is»"

OF_A_USER = "Zaporavka|Secret Valley"
MODULE = """
from parley.text import patterns
def made(words):
    return patterns.compile(words)
held = [made(f"word{number}|last{number}") for number in range(40)]
"""
USE = f"""
module = {{"__name__": "parley.made_for_a_test"}}
exec(compile({MODULE!r}, "made_for_a_test.py", "exec"), module)
asked = [*module["held"], module["made"]("{OF_A_USER}")]
print(sum(pattern.search("word1 Secret Valley") is not None for pattern in asked))
"""
CANARY = """---
parties: {QZA: Republic of Qwzarvia, QZB: Zorblax Front}
others: {QZM: Qwzmission}
d_day: 2041-03-04
---

**Qwzbreach** means conduct contrary to this text. A very qwzgrave Qwzbreach is bad. Any other Qwzbreach is qwzminor.

1. The Republic of Qwzarvia shall withdraw its troops to Qwzville by D+3, once it has reached an agreement with the \
Zorblax Front.
2. Each Party shall report every Qwzbreach to the Qwzmission by D+4. The Qwzmission shall visit Qwzville.
"""


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_what_is_kept_of_a_pattern_finds_what_it_finds(pattern: str, flags: int) -> None:
    made, asked = precompiled._made(pattern, precompiled._parts(pattern, flags)), re.compile(pattern, flags)
    assert [(one.span(), one.groupdict()) for one in made.finditer(TEXT)] == [
        (one.span(), one.groupdict()) for one in asked.finditer(TEXT)
    ]
    assert (made.pattern, made.flags, made.groups) == (asked.pattern, asked.flags, asked.groups)
    assert made.groupindex == asked.groupindex


def test_a_wrong_pattern_says_so() -> None:
    with pytest.raises(re.error):
        precompiled.compiled("(", 0)


def _used(folder: Path, **environment: str) -> list[Path]:
    """The files that are kept after a process has used patterns."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told = subprocess.run(
        [sys.executable, "-c", USE],
        env={**plain, "PYTHONPYCACHEPREFIX": str(folder), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (told.stdout, told.stderr) == ("2\n", "")
    return sorted(folder.rglob("*.patterns"))


def test_patterns_are_kept_beside_the_bytecode_and_none_that_was_made_of_a_users_words(tmp_path: Path) -> None:
    (file,) = _used(tmp_path)
    kept = file.read_bytes()
    rows = marshal.loads(kept)
    assert precompiled._key("code", "word7|last7", 0) in rows
    assert not rows.keys() & {precompiled._key(kind, OF_A_USER, 0) for kind in ("code", "needs")}
    assert not any(word in kept for word in (b"zaporavka", b"secret"))
    assert _used(tmp_path) == [file]
    assert file.read_bytes() == kept, "a second command adds nothing"


def test_a_check_keeps_nothing_of_the_words_of_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some checks make patterns of a text's own names and grades."""
    keeping: list[str] = []

    def compiled(pattern: str, flags: int) -> re.Pattern[str]:
        keeping.append(pattern)
        return re.compile(pattern, flags)

    needs = precompiled.needs
    monkeypatch.setattr(precompiled, "compiled", compiled)
    monkeypatch.setattr(precompiled, "needs", lambda pattern, flags: keeping.append(pattern) or needs(pattern, flags))
    check(parse(CANARY))
    assert keeping
    assert not [pattern for pattern in keeping if re.search("qwz|zorblax", pattern, re.IGNORECASE)]


def test_a_torn_file_is_written_anew(tmp_path: Path) -> None:
    (file,) = _used(tmp_path)
    whole = file.read_bytes()
    for torn in (b"", whole[: len(whole) // 2], b"\0" * 100):
        file.write_bytes(torn)
        assert _used(tmp_path) == [file]
        assert len(file.read_bytes()) == len(whole)


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path) -> None:
    assert not _used(tmp_path, PYTHONDONTWRITEBYTECODE="1")
