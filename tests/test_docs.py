"""The documentation is run: its commands work, in order, on a fresh folder; its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from parley.bargaining import load_profile
from parley.model import Label

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def blocks(page: Path) -> list[str]:
    return re.findall(r"^```\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands(page: Path) -> list[list[str]]:
    """The ``parley`` lines of a page's plain code blocks that name no placeholder."""
    lines = [line for block in blocks(page) for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("parley ") and not re.search(r"[A-Z]{3,}", line)]


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_the_commands_of_a_page_run_in_order(page, tmp_path, parley, monkeypatch, finished_demo):
    monkeypatch.chdir(tmp_path)
    for arguments in commands(page):
        if arguments[0] == "demo":
            shutil.copytree(finished_demo, arguments[1])  # what the command leaves; it runs in tests of its own
            continue
        done = parley(*arguments)
        assert done.code in (0, 1), f"parley {' '.join(arguments)}: {done.err}"


def examples(page: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)], ids=lambda page: page.name)
def test_the_examples_of_a_page_print_what_stands_behind_them(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for example in examples(page):
        exec(compile(example, str(page), "exec"), names)
    expected = [
        line for example in examples(page) for line in re.findall(r"^print\(.*\)\s+# (.+)$", example, re.MULTILINE)
    ]
    assert expected
    assert capsys.readouterr().out.splitlines() == expected


def test_the_case_and_the_settings_that_the_pages_show_can_be_used(tmp_path, parley):
    def shown(page: str) -> str:
        return (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]

    (tmp_path / "case.toml").write_text(shown("weighing.md"), encoding="utf-8")
    known = tomllib.loads(shown("profiles.md"))
    assert load_profile(known, "profile.toml", "KES", Label("mediator")).issue_ranking
    (tmp_path / "process.toml").write_text(shown("process-folder.md"), encoding="utf-8")
    for method in ("dividing", "stability"):
        (tmp_path / f"{method}.toml").write_text(shown(f"{method}.md"), encoding="utf-8")
    for arguments in (
        ["weigh", tmp_path / "case.toml"],
        ["weigh", tmp_path / "dividing.toml", "--method", "divide"],
        ["weigh", tmp_path / "stability.toml", "--method", "stability"],
        ["read", tmp_path],
    ):
        done = parley(*arguments)
        assert done.code == 0, done.err


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_dependency_has_its_line():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").casefold()
    for requirement in (*project["dependencies"], *project["optional-dependencies"]["test"]):
        name = re.match(r"[A-Za-z0-9-]+", requirement)
        assert name is not None
        assert name[0].casefold() in page
