"""How well the sentences of agreements are read: slots right, wrong and missed, against answers written by hand.

Usage: python benchmarks/clauses.py [ANSWERS FOLDER] [--faults]

Without arguments it judges the invented sentences that stand with the tests (``tests/golden/framework/clauses``,
the rule in ``tests/obligation_answers.py``). ``ANSWERS`` is a file of JSON Lines as described there, ``FOLDER`` holds
the texts that it names. ``--faults`` prints each sentence that isn't read as the answer says.
"""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from obligation_answers import SLOTS, judge  # noqa: E402

INVENTED = TESTS / "golden/framework/clauses"


def main(arguments: list[str]) -> int:
    paths = [Path(each) for each in arguments if not each.startswith("--")]
    answers, folder = paths if len(paths) == 2 else (INVENTED / "answers.jsonl", INVENTED)
    tally, told = judge(answers, folder)
    print(f"{tally.sentences} sentences, {tally.silent} of them not read; {tally.read} obligations read")
    print("| slot | right | wrong | missed | F1 |\n|---|---|---|---|---|")
    for slot in SLOTS:
        print(f"| {slot} | {tally.right[slot]} | {tally.wrong[slot]} | {tally.missed[slot]} | {tally.f1(slot):.3f} |")
    counts = " | ".join(str(sum(each.values())) for each in (tally.right, tally.wrong, tally.missed))
    print(f"| all | {counts} | {tally.f1():.3f} |")
    print(f"wrong readings: {tally.false} of {tally.read}, {100 * tally.wrong_readings:.1f} %")
    if "--faults" in arguments:
        for each in told:
            if each.faults:
                print(f"\n{each.answer['file']}: {each.answer['exact']}", *each.faults, sep="\n    ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
