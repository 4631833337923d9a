"""What all tests share: the demo, made once, and a way to run the command line in this process."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from parley import cli

# Deterministic and short for every landing, longer and random by hand (HYPOTHESIS_PROFILE=full).
settings.register_profile("quick", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("full", max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@dataclass(frozen=True)
class Ran:
    """How a command ended: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence of an error; fails where there is more than one line, or a traceback."""
        lines = self.err.strip().splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        return lines[0]


@pytest.fixture
def parley(capsys, monkeypatch):
    """Run ``parley ARGS`` in this process."""

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["parley", *(str(argument) for argument in arguments)])
        capsys.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture(scope="session")
def finished_demo(tmp_path_factory) -> Path:
    """The demo after its journey. Not to be changed: copy it with ``demo_copy``."""
    from parley.briefing import demo

    folder = tmp_path_factory.mktemp("demo") / "parley-demo"
    demo(folder)
    return folder


@pytest.fixture
def demo_copy(finished_demo, tmp_path) -> Path:
    """A copy of the finished demo that a test may change."""
    return Path(shutil.copytree(finished_demo, tmp_path / "demo"))
