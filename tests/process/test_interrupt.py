"""Ctrl-C while many papers are read: one word, and no process stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def members(group: int) -> int:
    """How many processes of a group there are."""
    found = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it ended while we looked
            continue
        found += fields[0] != "Z" and int(fields[2]) == group
    return found


def hears_interrupts() -> None:
    """Whoever runs the tests in the background has them ignore interrupts, and so their children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def waited(group: int, wanted: int) -> bool:
    """Whether the group comes to have ``wanted`` members, or none where that is 0, in a minute."""
    for _ in range(600):
        if (members(group) >= wanted) if wanted else members(group) == 0:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's list of processes")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core reads in one process")
def test_an_interrupt_leaves_no_worker_behind(tmp_path: Path) -> None:
    for number in range(4):
        words = f"Kestria said on {number + 1} March that the road was open, and Orlavia denied it.\n"
        (tmp_path / f"{number}.txt").write_text(words * 600, encoding="utf-8")
    names = [str(path) for path in sorted(tmp_path.iterdir())]
    command = [sys.executable, "-m", "parley", "read", *names]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=hears_interrupts
    ) as process:
        try:
            assert waited(process.pid, 3), "no workers were started"
            os.killpg(process.pid, signal.SIGINT)
            _, said = process.communicate(timeout=60)
            assert waited(process.pid, 0), "a process stayed behind"
        finally:
            if members(process.pid):
                os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode != 0
    assert b"Traceback" not in said
