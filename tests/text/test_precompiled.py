"""What is kept of the package's patterns finds what ``re`` finds, and holds nothing that a user wrote."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from parley.text import precompiled

PATTERNS = (
    (r"(?P<day>D\+\d+)|(?<!\w)within\s+(?:the\s+)?(\w+)\s+days?", re.IGNORECASE),
    (r"^\s*[-•*–]\s+(?=[^\W\d_])", re.MULTILINE),
    (r"перемир[а-я]+|وقف\s+إطلاق", 0),
    (r"(?P<open>[«“])(?P<words>.*?)(?(open)[»”])", re.DOTALL),
)
TEXT = "• within the three days\n- D+4, перемирия; وقف إطلاق «so\nit is»"

OF_A_USER = "Zaporavka|Secret Valley"
USE = """
from parley.text import patterns
held = [patterns.compile(f"word{number}|last{number}") for number in range(40)]
def of_a_user(words):
    return patterns.compile(words)
held.append(of_a_user("{of_a_user}"))
print(sum(pattern.search("word1 Secret Valley") is not None for pattern in held))
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
        [sys.executable, "-c", USE.replace("{of_a_user}", OF_A_USER)],
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


def test_a_torn_file_is_written_anew(tmp_path: Path) -> None:
    (file,) = _used(tmp_path)
    whole = file.read_bytes()
    for torn in (b"", whole[: len(whole) // 2], b"\0" * 100):
        file.write_bytes(torn)
        assert _used(tmp_path) == [file]
        assert len(file.read_bytes()) == len(whole)


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path) -> None:
    assert not _used(tmp_path, PYTHONDONTWRITEBYTECODE="1")
