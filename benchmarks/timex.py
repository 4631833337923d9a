"""Date values against TIMEX3 gold: writes the predictions of ``parley.text.times`` and prints the score.

Usage: python benchmarks/timex.py [PREDICTIONS.json]

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


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(Path(folder) / "predictions.json"))
