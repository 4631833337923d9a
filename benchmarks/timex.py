"""Date values against TIMEX3 gold: writes the predictions of ``parley.text.times`` and prints the score.

Usage: python benchmarks/timex.py [PREDICTIONS.json]
       python benchmarks/timex.py --agency [--misses]

``--agency`` scores the invented agency sentences of the tests instead (``tests/golden/timex``) by the same
rule; ``--misses`` prints what is not right in them.

The texts and the scorer are no part of the project: they stand in the folder that the environment
variable PARLEY_SHARED names (by default ``shared`` beside the checkout). The scorer counts DATE and
TIME; expressions without a value are not predicted.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from parley.text import times

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from agency import SETS, f1, judged

SHARED = Path(os.environ.get("PARLEY_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def main(target: Path) -> int:
    scorer = SHARED / "score" / "timex.py"
    if not scorer.exists():
        print(f"{scorer}: there is no scorer here; set PARLEY_SHARED to the folder that holds it.", file=sys.stderr)
        return 3
    texts = json.loads(subprocess.check_output([sys.executable, str(scorer), "--texts"]))
    predictions = {
        name: [
            [time.span.start, time.span.end, time.timex]
            for time in times(paper["text"], dt.date.fromisoformat(paper["date"]))
            if time.kind in ("DATE", "TIME") and time.timex
        ]
        for name, paper in texts.items()
    }
    target.write_text(json.dumps(predictions))
    print(subprocess.check_output([sys.executable, str(scorer), str(target)], text=True))
    return 0


def agency(*, misses: bool) -> int:
    for golden in SETS:
        results = list(judged(golden))
        precision, recall, score = f1(results)
        print(
            f"{golden.stem}: {len(results)} sentences, precision {precision:.1f}, recall {recall:.1f}, F1 {score:.1f}"
        )
        if misses:
            for each in results:
                if each.wrong or each.missed or each.false:
                    print(f"  {each.sentence}\n    wrong {each.wrong} missed {each.missed} false {each.false}")
    return 0


if __name__ == "__main__":
    if "--agency" in sys.argv:
        sys.exit(agency(misses="--misses" in sys.argv))
    if len(sys.argv) > 1:
        sys.exit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(Path(folder) / "predictions.json"))
