"""The framework of a process: the draft as written, the text in force, and its issues.

The text in force is the draft with the recorded choices taken. It is computed, never stored: the
file stays what the drafters wrote, and the chain says who chose what.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.model import CheckOutput, Decision, DecisionKind, Framework, Issue, WrongUsage

from .settings import FILE as SETTINGS
from .toml import did_you_mean

FILE = "framework.md"

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:(?!---[ \t]*\r?$).*\r?\n)*?---", re.MULTILINE)
_STATUS = re.compile(r"^status:[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True)
class Text:
    """A framework, the option taken by label, and sentences about what could not be applied."""

    framework: Framework
    taken: Mapping[str, str]
    notes: tuple[str, ...] = ()


def parse_text(data: bytes, path: str) -> Text:
    """The text in a file, nothing taken, and what is wrong with its form.

    Raises :class:`UnusableInput` if it is no text at all.
    """
    from parley.text import decode

    return _noted(*decode(data, path), path)


def parse_paper(data: bytes, path: str) -> Text:
    """As :func:`parse_text`, also of an office document or a web page: offsets count in the text drawn from it.

    Raises :class:`UnusableInput` for papers of other kinds, which draw their words less surely.
    """
    from parley.text import open_document
    from parley.text.papers.kinds import Kind, kind_of

    if kind_of(data, path) not in (Kind.OFFICE, Kind.PAGE):
        return parse_text(data, path)
    document = open_document(data, path)
    drawn = "places count in the text that is drawn from it"
    return _noted(document.text, (drawn, *document.notes), path)


def _noted(words: str, notes: Sequence[str], path: str) -> Text:
    framework = _parsed(words, path)
    return Text(framework, {}, (*(f"{path}: {note}." for note in notes), *framework.problems))


@functools.lru_cache(maxsize=4)
def _parsed(words: str, path: str) -> Framework:
    """The text as read: always the same for the same words, and a brief alone asks for it a dozen times."""
    from parley.framework import parse

    return parse(words, path)


def in_force(draft: Text, decisions: Sequence[Decision]) -> Text:
    """The draft with every recorded choice that it still offers; a newer choice of a label replaces an older.

    It is final once that was recorded of just these words; a text changed since counts as a draft again.
    """
    settled = [decision for decision in decisions if decision.kind is DecisionKind.SETTLE]
    choices = {decision.subject: decision for decision in settled if "option" in decision.detail}
    text, taken, notes = draft.framework, dict(draft.taken), list(draft.notes)
    for label, decision in choices.items():
        option = str(decision.detail["option"])
        try:
            taken[label] = option_taken(text, label, option)
        except WrongUsage:
            notes.append(
                f"Decision {decision.number} took '{option}' for #{label}, which {draft.framework.path} no longer "
                "offers: the bracket counts as open."
            )
    clean = settled_words(text, taken) if taken else text.text
    finals = [decision for decision in settled if "final" in decision.detail]
    if finals and finals[-1].detail["final"] == fingerprint(clean):
        clean = with_status(clean, "final")
    elif finals:
        number = finals[-1].number
        notes.append(f"The text was changed since decision {number} called it final: it counts as a draft.")
    if clean == text.text:
        return replace(draft, notes=tuple(notes))
    return Text(_parsed(clean, f"{text.path} (as settled)"), taken, tuple(notes))


def fingerprint(words: str) -> str:
    """The sha256 of a text in UTF-8: what a decision that calls it final holds of it."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def with_status(words: str, status: str) -> str:
    """The text with another ``status`` in its front matter, which is added where there is none."""
    front = _FRONT_MATTER.match(words)
    if front is None:
        return f"---\nstatus: {status}\n---\n{words}"
    lines, replaced = _STATUS.subn(f"status: {status}", front[0], count=1)
    if not replaced:
        first, end = lines.splitlines(keepends=True)[0], "\r\n" if "\r\n" in lines else "\n"
        lines = f"{first}status: {status}{end}{lines.removeprefix(first)}"
    return lines + words[front.end() :]


def dated(checked: CheckOutput, framework: Framework, d_day: dt.date | None) -> CheckOutput:
    """What was checked, with the text's title and D-day; the dates as they follow from ``d_day`` if one is supposed."""
    if d_day is None:
        return checked.replace(title=framework.title, d_day=framework.d_day)
    from parley.framework import timeline

    supposed = framework.replace(d_day=d_day)
    notes = (*checked.notes, f"D-day is supposed to be {d_day.isoformat()}.")
    return checked.replace(title=framework.title, d_day=d_day, timeline=timeline(supposed), notes=notes)


def settled_words(framework: Framework, taken: Mapping[str, str]) -> str:
    from parley.framework import settle

    return settle(framework, taken)


def labels_open(framework: Framework, taken: Mapping[str, str]) -> tuple[str, ...]:
    from parley.framework import still_open

    return still_open(framework, taken)


def option_taken(framework: Framework, label: str, wanted: str) -> str:
    """The id of the option that ``wanted`` (an id, a text, an owner, a number from 1) names for ``label``.

    Raises :class:`WrongUsage` that names what there is.
    """
    return option_named(framework.issues, framework.path, label, wanted)


def option_named(issues: Iterable[Issue], path: str, label: str, wanted: str) -> str:
    """As :func:`option_taken`, of ``issues``, which ``path`` has."""
    known = {issue.id: issue for issue in issues}
    name = label.removeprefix("#")
    if name not in known:
        mend = did_you_mean(name, list(known)) if known else "no bracket in it has a label"
        raise WrongUsage(f"{path}: there is no bracket #{name}; {mend}.")
    issue = known[name]
    option = issue.option(wanted)
    if option is None and wanted.isdecimal() and 1 <= int(wanted) <= len(issue.options):
        option = issue.options[int(wanted) - 1]
    if option is None:
        mend = did_you_mean(wanted, [option.id for option in issue.options])
        raise WrongUsage(f"{path}: #{name} has no option '{wanted}'; {mend}.")
    return option.id


def present_package(
    issues: Sequence[Issue], taken: Mapping[str, str], named: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Where the text stands, as a package: options named by somebody, else settled, else the first one of a bracket;
    and a note on what was assumed of open brackets."""
    labels = {label.removeprefix("#"): option for label, option in named.items()}
    chosen = {label: option_named(issues, FILE, label, option) for label, option in labels.items()}
    offered = {issue.id: {option.id for option in issue.options} for issue in issues}
    settled = {label: option for label, option in taken.items() if option in offered.get(label, ())}
    first = {issue.id: issue.options[0].id for issue in issues if issue.options}
    assumed = [f"#{label} {option}" for label, option in first.items() if label not in {**settled, **chosen}]
    note = f"Open brackets count as the option that stands first: {', '.join(assumed)}."
    return {**first, **settled, **chosen}, (note,) if assumed else ()


def merged_issues(in_text: Iterable[Issue], in_settings: Iterable[Issue]) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """The issues of the text with the titles and key words of ``process.toml``, then those it adds.

    What the text says of options rules: an option of ``process.toml`` that the text's issue doesn't
    have is named in a note, never added to a bracket.
    """
    extra = {issue.id: issue for issue in in_settings}
    issues: list[Issue] = []
    notes: list[str] = []
    for issue in in_text:
        more = extra.pop(issue.id, None)
        issues.append(_joined(issue, more) if more else issue)
        known = {option.id for option in issue.options}
        notes += [
            f"{SETTINGS} speaks of the option '{option.id}' of #{issue.id}, which the text does not have; "
            f"{did_you_mean(option.id, known)}."
            for option in (more.options if more else ())
            if option.id not in known
        ]
    return (*issues, *extra.values()), tuple(notes)


def _joined(issue: Issue, more: Issue) -> Issue:
    keywords = {option.id: option.keywords for option in more.options}
    options = tuple(
        option.replace(keywords=(*option.keywords, *keywords.get(option.id, ()))) for option in issue.options
    )
    title = more.title if more.title != more.id else issue.title
    return issue.replace(title=title, keywords=(*issue.keywords, *more.keywords), options=options)
