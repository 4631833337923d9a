"""The demo: the shipped fictional process, copied, and the whole journey run on it."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path

from parley.model import Audience, DemoOutput, Severity, Step
from parley.process import Process, copy_process

from .brief import brief

MEDIATOR, TEAM = Audience("mediator"), Audience("team")


def demo(folder: str | Path = "parley-demo") -> DemoOutput:
    """Copy the demo into ``folder`` (made, or empty), run every verb on it, and write two briefs.

    Raises :class:`parley.model.UnusableInput` where the folder holds something already: nothing of
    anybody's is overwritten. What the story settles, and by whom, stands in the demo's ``story.toml``.
    """
    source = files("parley") / "data" / "demo"
    with as_file(source) as shipped:
        process = copy_process(shipped, Path(folder))
    story = tomllib.loads((source / "story.toml").read_text(encoding="utf-8"))["settle"]
    steps = [*_record(process), *_text(process, story), *_ground(process)]
    briefs = [brief(process, audience) for audience in (MEDIATOR, TEAM)]
    steps += [
        Step(command=f"parley brief {process.folder} --for {audience}", result=output.summary[0])
        for audience, output in zip((MEDIATOR, TEAM), briefs, strict=True)
    ]
    return DemoOutput(
        audience=MEDIATOR,
        head=briefs[-1].head,
        steps=tuple(steps),
        files=tuple(path for output in briefs for path in output.files),
        notes=briefs[-1].notes,
    )


def _record(process: Process) -> list[Step]:
    """What the papers say."""
    read, cells = process.read(TEAM), process.positions(TEAM).cells
    speakers = {statement.speaker.name for statement in read.statements if statement.speaker}
    said = (
        f"{len(read.documents)} papers, {len(read.statements)} statements by {len(speakers)} speakers, "
        f"{len(read.meetings)} meetings, {len(read.measures)} measures"
    )
    heard = f"{len(cells)} positions on {len({cell.issue for cell in cells})} issues"
    return [
        Step(command=f"parley read {process.folder}", result=said),
        Step(command=f"parley positions {process.folder}", result=heard),
    ]


def _text(process: Process, story: dict[str, object]) -> list[Step]:
    """What the text says, what it could become, and the choice that the story makes."""
    check, weighing = process.check(TEAM), process.weigh(MEDIATOR)
    found = Counter(finding.severity for finding in check.findings)
    checked = f"{check.understood.read} of {check.understood.operative} operative sentences read; findings: " + (
        ", ".join(f"{found[severity]} {severity.value}" for severity in Severity if severity in found) or "none"
    )
    weighed = (
        f"{weighing.packages} packages, {weighing.agreement_zone.packages} that all could accept, "
        f"{len(weighing.frontier)} on the frontier"
    )
    taken = story["take"]
    assert isinstance(taken, dict)
    settled = process.settle(taken, by=str(story["by"]), reason=str(story["reason"]), final=True)
    process.write_out("clean-text.md", settled.text)
    choices = " ".join(f"--take {label}={option}" for label, option in taken.items())
    opened = f"; still open: {', '.join(settled.open)}" if settled.open else ""
    return [
        Step(command=f"parley check {process.folder}", result=checked),
        Step(command=f"parley weigh {process.folder}", result=weighed),
        Step(
            command=f"parley settle {process.folder} {choices} --final --by …", result=f"{len(taken)} settled{opened}"
        ),
    ]


def _ground(process: Process) -> list[Step]:
    """What happened since."""
    watch = process.watch(TEAM)
    counts = Counter(verdict.verdict.value for verdict in watch.verdicts)
    result = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    return [Step(command=f"parley watch {process.folder}", result=result)]
