"""How many verdicts are as a reader with the text, the map and the reports in hand expects them.

Usage: python benchmarks/verdicts.py [FOLDER...] [--list]    (by default all of tests/golden/watched)

Each folder is a process by another hand with its ``answers.toml``: an ``as_of``, and answers, each with a provision, a
bearer where it has one, sometimes the occasion or the obligation, and the ``verdicts`` that are accepted. A verdict is
*right* if it is one of them; *needless* if it is "cannot tell", or "pending", where something else was expected;
*wrong* if it says another thing than was expected. An answer to which there is no verdict is *missing*, but where
"none" is accepted. Verdicts of which no answer speaks are counted apart. ``--list`` prints what is not right. Prints
Markdown.
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from parley.model import Verdict
from parley.process import Process

HERE = Path(__file__).parents[1] / "tests" / "golden" / "watched"
CLASSES = ("right", "wrong", "needless", "missing", "of no answer")
SILENT = ("cannot tell", "pending")


def main() -> None:
    parser = argparse.ArgumentParser(description="Verdicts beside what a reader expects.")
    parser.add_argument("folder", nargs="*", type=Path)
    parser.add_argument("--list", action="store_true", help="print what is not right")
    options = parser.parse_args()
    folders = options.folder or sorted(path.parent for path in HERE.glob("*/answers.toml"))
    print(f"| process | {' | '.join(CLASSES)} |\n|---|{'---|' * len(CLASSES)}")
    whole: Counter[str] = Counter()
    told: list[str] = []
    for folder in folders:
        counted: Counter[str] = Counter()
        for kind, words in judged(folder):
            counted[kind] += 1
            told += [f"* {folder.name}: {kind}: {words}"] if kind != "right" else []
        whole += counted
        print(f"| {folder.name} | {' | '.join(str(counted[kind]) for kind in CLASSES)} |")
    print(f"| all | {' | '.join(str(whole[kind]) for kind in CLASSES)} |")
    if options.list:
        print("\n" + "\n".join(told))


def judged(folder: Path) -> list[tuple[str, str]]:
    """The class of each verdict and of each answer without one, with words about it."""
    data = tomllib.loads((folder / "answers.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as room:  # what is watched leaves a cache
        copied = Path(shutil.copytree(folder, Path(room) / folder.name))
        verdicts = Process.open(copied).watch(as_of=dt.datetime.fromisoformat(data["as_of"])).verdicts
    answers: list[dict[str, Any]] = sorted(data["answer"], key=len, reverse=True)  # the most exact one first
    found: list[tuple[str, str]] = []
    used: set[int] = set()
    for verdict in verdicts:
        number = next((n for n, answer in enumerate(answers) if _is_of(answer, verdict)), None)
        if number is None:
            found.append(("of no answer", _words(verdict)))
            continue
        used.add(number)
        accepted, said = answers[number]["verdicts"], verdict.verdict.value
        kind = "right" if said in accepted else "needless" if said in SILENT else "wrong"
        found.append((kind, f"{_words(verdict)}; expected {' or '.join(accepted)}"))
    for number, answer in enumerate(answers):
        if number not in used and not {"none", "cannot tell"} & set(answer["verdicts"]):
            found.append(("missing", f"{answer['provision']} {answer.get('bearer', '')} {answer.get('occasion', '')}"))
    return found


def _is_of(answer: dict[str, Any], verdict: Verdict) -> bool:
    pairs = {"provision": verdict.provision, "bearer": verdict.bearer, "occasion": verdict.occasion}
    pairs["obligation"] = verdict.obligation
    return all(answer[name] == value for name, value in pairs.items() if name in answer)


def _words(verdict: Verdict) -> str:
    said = [verdict.provision or verdict.obligation, verdict.bearer, verdict.occasion, verdict.verdict.value]
    return f"{' '.join(filter(None, said))}: {verdict.why[:200]}"


if __name__ == "__main__":
    main()
