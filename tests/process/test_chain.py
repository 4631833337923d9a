"""The chain of decisions: no change to it goes unnoticed, and no accident breaks it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import BrokenChain, DecisionKind, NotPermitted
from parley.process.chain import START, Chain, Choice

AT = dt.datetime(2031, 4, 2, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=3)))
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)

APPEND = """
import datetime as dt, sys
from pathlib import Path
from parley.process.chain import Chain, Choice
from parley.model import DecisionKind
chain = Chain(Path(sys.argv[1]), "decisions.jsonl")
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    choice = Choice(DecisionKind.CONFIRM, f"{sys.argv[2]}-{number}", by=sys.argv[2])
    chain.append([choice], dt.datetime.now(dt.UTC))
"""


def a_chain(folder: Path, entries: int = 4) -> Chain:
    chain = Chain(folder / "decisions.jsonl", "decisions.jsonl")
    for number in range(entries):
        choice = Choice(DecisionKind.SETTLE, f"issue-{number}", "Ada", "because — так", {"option": "all", "n": number})
        chain.append([choice], AT)
    return chain


class TestAnEntry:
    def test_its_hash_is_sha256_over_its_canonical_json_without_the_hash(self, tmp_path: Path) -> None:
        line = a_chain(tmp_path, 1).path.read_bytes().splitlines()[0]
        entry = json.loads(line)
        claimed = entry.pop("hash")
        canonical = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        assert hashlib.sha256(canonical).hexdigest() == claimed
        assert entry["previous"] == "0" * 64 == START

    def test_holds_the_hash_of_the_one_before(self, tmp_path: Path) -> None:
        entries = a_chain(tmp_path).entries()
        assert [entry.previous for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]
        assert [entry.number for entry in entries] == [1, 2, 3, 4]

    @given(by=WORDS, subject=WORDS, reason=WORDS, detail=st.dictionaries(WORDS, st.integers() | WORDS | st.booleans()))
    @settings(deadline=None)
    def test_comes_back_as_it_was_recorded(
        self, tmp_path_factory: pytest.TempPathFactory, by: str, subject: str, reason: str, detail: dict[str, object]
    ) -> None:
        chain = a_chain(tmp_path_factory.mktemp("chain"), 1)
        chain.append([Choice(DecisionKind.CORRECT, subject, by, reason, detail)], AT)
        entry = chain.entries()[-1]
        assert (entry.by, entry.subject, entry.reason, entry.detail) == (by, subject, reason, detail)


class TestTampering:
    def test_with_any_byte_is_found(self, tmp_path: Path) -> None:
        chain = a_chain(tmp_path, 2)
        whole = chain.path.read_bytes()
        for place in range(len(whole)):
            for change in (1, 32, 128):
                chain.path.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
                with pytest.raises(BrokenChain, match=r"decisions\.jsonl, line [123]"):
                    chain.entries()

    @pytest.mark.parametrize("line", [0, 1, 2])
    def test_by_taking_out_a_line_is_found_at_that_line(self, tmp_path: Path, line: int) -> None:
        chain = a_chain(tmp_path)
        lines = chain.path.read_bytes().splitlines(keepends=True)
        chain.path.write_bytes(b"".join(lines[:line] + lines[line + 1 :]))
        with pytest.raises(BrokenChain, match=f"line {line + 1}: this entry does not follow"):
            chain.entries()

    def test_by_exchanging_lines_is_found(self, tmp_path: Path) -> None:
        chain = a_chain(tmp_path)
        first, second, *rest = chain.path.read_bytes().splitlines(keepends=True)
        chain.path.write_bytes(b"".join([second, first, *rest]))
        with pytest.raises(BrokenChain, match="line 1"):
            chain.entries()

    def test_by_slipping_in_a_copy_is_found(self, tmp_path: Path) -> None:
        chain = a_chain(tmp_path)
        lines = chain.path.read_bytes().splitlines(keepends=True)
        chain.path.write_bytes(b"".join([*lines[:2], lines[1], *lines[2:]]))
        with pytest.raises(BrokenChain, match="line 3"):
            chain.entries()

    def test_by_hashing_a_forged_entry_anew_is_found_at_the_next(self, tmp_path: Path) -> None:
        chain = a_chain(tmp_path)
        lines = chain.path.read_bytes().splitlines(keepends=True)
        forged = json.loads(lines[1])
        forged["by"] = "Eve"
        del forged["hash"]
        forged["hash"] = hashlib.sha256(_canonical(forged)).hexdigest()
        chain.path.write_bytes(b"".join([lines[0], _canonical(forged) + b"\n", *lines[2:]]))
        with pytest.raises(BrokenChain, match="line 3"):
            chain.entries()

    def test_by_cutting_the_tail_is_found_against_an_earlier_head(self, tmp_path: Path) -> None:
        chain = a_chain(tmp_path)
        head = chain.head()
        lines = chain.path.read_bytes().splitlines(keepends=True)
        chain.path.write_bytes(b"".join(lines[:2]))
        assert len(chain.entries()) == 2
        with pytest.raises(BrokenChain, match="line 2: the chain ends here without the entry"):
            chain.verify(head)

    def test_by_deleting_the_file_is_found_against_an_earlier_head(self, tmp_path: Path) -> None:
        chain = a_chain(tmp_path)
        head = chain.head()
        chain.path.unlink()
        with pytest.raises(BrokenChain):
            chain.verify(head)

    def test_that_changes_line_ends_is_named_as_that(self, tmp_path: Path) -> None:
        chain = a_chain(tmp_path)
        chain.path.write_bytes(chain.path.read_bytes().replace(b"\n", b"\r\n"))
        with pytest.raises(BrokenChain, match="line 1: the line ends were changed"):
            chain.entries()

    def test_keeps_anything_from_being_added(self, tmp_path: Path) -> None:
        chain = a_chain(tmp_path)
        broken = chain.path.read_bytes()[:-20]
        chain.path.write_bytes(broken)
        with pytest.raises(BrokenChain):
            chain.append([Choice(DecisionKind.CONFIRM, "x", "Ada")], AT)
        assert chain.path.read_bytes() == broken


def test_an_earlier_head_of_a_longer_chain_verifies(tmp_path: Path) -> None:
    chain = a_chain(tmp_path, 1)
    head = chain.head()
    chain.append([Choice(DecisionKind.CONFIRM, "x", "Ada")], AT)
    assert len(chain.verify(head)) == 2
    assert len(chain.verify(START)) == 2


def test_several_choices_are_recorded_together_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chain = a_chain(tmp_path, 1)
    choices = [Choice(DecisionKind.SETTLE, label, "Ada") for label in "abc"]
    with monkeypatch.context() as patched:
        _break(patched, "replace")
        with pytest.raises(NotPermitted):
            chain.append(choices, AT)
    assert len(chain.entries()) == 1
    chain.append(choices, AT)
    assert [entry.subject for entry in chain.entries()[1:]] == ["a", "b", "c"]


@pytest.mark.parametrize("step", ["create", "write", "flush", "fsync", "replace"])
def test_a_fault_at_any_step_of_writing_leaves_the_chain_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    chain = a_chain(tmp_path, 2)
    before = chain.path.read_bytes()
    with monkeypatch.context() as patched:
        _break(patched, step)
        with pytest.raises(NotPermitted, match=r"decisions\.jsonl: this can't be written \(no space"):
            chain.append([Choice(DecisionKind.CONFIRM, "x", "Ada")], AT)
    assert chain.path.read_bytes() == before
    chain.append([Choice(DecisionKind.CONFIRM, "y", "Ada")], AT)
    assert [entry.subject for entry in chain.entries()[2:]] == ["y"]
    assert {path.name for path in tmp_path.iterdir()} <= {"decisions.jsonl", ".decisions.jsonl.lock"}


def test_a_drive_that_cannot_sync_a_folder_still_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chain = a_chain(tmp_path, 1)
    real_open = os.open
    monkeypatch.setattr(os, "open", lambda path, *how: _fail() if path == tmp_path else real_open(path, *how))
    chain.append([Choice(DecisionKind.CONFIRM, "x", "Ada")], AT)
    assert len(chain.entries()) == 2


def test_what_a_killed_writer_left_half_written_is_swept_away(tmp_path: Path) -> None:
    chain = a_chain(tmp_path, 1)
    torn = tmp_path / ".decisions.jsonl.123-abc.new"
    torn.write_bytes(chain.path.read_bytes()[:30])
    assert len(chain.entries()) == 1
    chain.append([Choice(DecisionKind.CONFIRM, "x", "Ada")], AT)
    assert not torn.exists()


def test_two_programmes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    writers = [_writer(path, name, 15) for name in ("ada", "bob")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    entries = Chain(path, "decisions.jsonl").verify()
    assert sorted(entry.subject for entry in entries) == sorted(f"{n}-{i}" for n in ("ada", "bob") for i in range(15))


def test_a_programme_killed_while_writing_leaves_a_chain_that_holds(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    chain = Chain(path, "decisions.jsonl")
    chance = random.Random(1)
    before = 0
    for _ in range(3):
        writer = _writer(path, "ada", 100_000)
        assert writer.stdout is not None
        writer.stdout.readline()
        written = _size(path)
        while writer.poll() is None and _size(path) == written:
            time.sleep(0.01)
        time.sleep(0.1 * chance.random())
        writer.kill()
        writer.wait(10)
        after = len(chain.verify())
        assert after >= before
        before = len(chain.append([Choice(DecisionKind.CONFIRM, "x", "Ada")], AT)) + after
        assert len(chain.verify()) == before
    assert before > 3


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _writer(path: Path, name: str, entries: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", APPEND, str(path), name, str(entries)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=dict(os.environ))


def _canonical(entry: dict[str, object]) -> bytes:
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class _Torn:
    """A file that takes half of what is written to it."""

    def __init__(self, stream: IO[bytes], step: str) -> None:
        self.stream, self.step = stream, step

    def __enter__(self) -> _Torn:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def write(self, data: bytes) -> None:
        self.stream.write(data[: len(data) // 2])
        if self.step == "write":
            _fail()

    def flush(self) -> None:
        _fail()


def _break(patched: pytest.MonkeyPatch, step: str) -> None:
    real_open = Path.open

    def open_torn(path: Path, mode: str = "r", **how: Any) -> Any:
        stream = real_open(path, mode, **how)
        return _Torn(stream, step) if mode == "xb" else stream

    def open_nothing_new(path: Path, mode: str = "r", **how: Any) -> Any:
        return _fail() if mode == "xb" else real_open(path, mode, **how)

    match step:
        case "create":
            patched.setattr(Path, "open", open_nothing_new)
        case "write" | "flush":
            patched.setattr(Path, "open", open_torn)
        case "fsync":
            patched.setattr(os, "fsync", _fail)
        case "replace":
            patched.setattr(Path, "replace", _fail)


def _fail(*_: object, **__: object) -> Any:
    raise OSError(28, "No space left on device")
