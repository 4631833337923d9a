"""The clean text: brackets replaced by what was chosen, everything else byte for byte the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parley.model import Alternative, Bracket, Framework, Issue, WrongUsage
from parley.text import patterns as re

from .brackets import Choice, choices_of, places_of


def settle(framework: Framework, taken: Mapping[str, str]) -> str:
    """The framework's text with each label of ``taken`` settled at every place where it stands.

    ``taken`` maps a label to an option: its id, its wording, an owner that has just one option, or
    its number counted from 1. Labels that aren't named stay open. Raises :class:`WrongUsage`, naming
    what exists, for an unknown label or option, and for an option that lacks a wording at some place.
    """
    return _Settling(framework, _chosen(framework, taken)).render()


def still_open(framework: Framework, taken: Mapping[str, str]) -> tuple[str, ...]:
    """The labels that the text settled with ``taken`` still holds: not taken, and not fallen with another's wording."""
    settling = _Settling(framework, _chosen(framework, taken))
    standing = {bracket.label for bracket in settling.standing()}
    return tuple(issue.id for issue in framework.issues if issue.id in standing)


def _chosen(framework: Framework, taken: Mapping[str, str]) -> dict[int, Alternative]:
    """The wording taken at each place, by where its bracket starts."""
    places = places_of(framework.brackets)
    chosen: dict[int, Alternative] = {}
    for label, name in taken.items():
        issue = _issue(framework, label)
        marked = places[issue.id]
        choice = _choice(framework, issue, name, marked)
        for place, alternative in zip(marked, choice.wordings, strict=True):
            if alternative is None:
                raise WrongUsage(
                    f"{framework.path}: '{name}' of #{issue.id} has no wording in {place.exact[:60]!r}; "
                    "give every place of the label the same owners."
                )
            chosen[place.start] = alternative
    return chosen


def _issue(framework: Framework, label: str) -> Issue:
    label = label.removeprefix("#")
    for issue in framework.issues:
        if issue.id == label:
            return issue
    labels = ", ".join(issue.id for issue in framework.issues) or "none"
    raise WrongUsage(f"{framework.path} has no bracket '{label}'; its labels are: {labels}.")


def _choice(framework: Framework, issue: Issue, name: str, marked: Sequence[Bracket]) -> Choice:
    """Which option of the label ``name`` means."""
    choices = choices_of(marked)
    option = issue.option(name)
    if option is None and name.isdecimal() and 1 <= int(name) <= len(choices):
        option = choices[int(name) - 1].option
    for choice in choices:
        if choice.option == option:
            return choice
    exist = "; ".join(f"{number}. {each.option.id}" for number, each in enumerate(choices, start=1))
    raise WrongUsage(f"{framework.path}: #{issue.id} has no option '{name}'; its options are: {exist}.")


_DIGITS = r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\((?:[a-z]{1,4}|\d{1,3})\))"
_NAMED = r"(?:§|No\.|Article|Section|Point|Clause|Rule|Item|Paragraph)[ ]?\d{1,3}(?:\.\d{1,3})*[.):]?"
_NUMBER = rf"(?:{_DIGITS}|{_NAMED}|\*\*(?:{_DIGITS}|{_NAMED})\*\*|[-*•])"
_ALONE_BEFORE = re.compile(rf"(?:^|(?<=\n))[ \t]*{_NUMBER}[ \t]*\Z")
_PARAGRAPH_BEFORE = re.compile(r"(?:\A|\n[ \t]*\r?\n|\n#[^\n]*\n|\n---[ \t]*\r?\n)[ \t]*\Z")
_ALONE_AFTER = re.compile(r"[ \t]*(?:\r?\n[ \t]*)?(?:\{#[\w.:\-]+\})?[ \t]*(?:\r?\n(?:[ \t]*\r?\n)*|\Z)")
_NEXT = re.compile(rf"[ \t]*(?:{_NUMBER}|#+)[ \t]|[ \t]*\Z")

_HEADING = 300
"""Characters before a paragraph in which the heading right above it is looked for."""
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


class _Settling:
    """Writes the text once, from start to end; a bracket inside a chosen wording is settled in its turn."""

    def __init__(self, framework: Framework, chosen: Mapping[int, Alternative]) -> None:
        self._text = framework.text
        self._chosen = chosen
        self._brackets = [bracket for bracket in framework.brackets if bracket.start in chosen]
        self._others = [bracket for bracket in framework.brackets if bracket.start not in chosen]

    def render(self) -> str:
        written: list[str] = []
        at = 0
        skip_blank = False
        for start, end, keep in self._cuts():
            written.append(self._between(at, start, skip_blank))
            skip_blank = False
            at = end
            if not keep:
                skip_blank = self._close_gap(written, end)
        written.append(self._between(at, len(self._text), skip_blank))
        return "".join(written)

    def standing(self) -> Iterator[Bracket]:
        """The brackets that nothing was chosen for and that did not fall away with a wording around them."""
        cuts = iter(sorted((start, end) for start, end, _ in self._cuts()))
        gone, cut = 0, next(cuts, None)
        for bracket in self._others:
            while cut and cut[0] <= bracket.start:
                gone, cut = max(gone, cut[1]), next(cuts, None)
            if bracket.start >= gone:
                yield bracket

    def _cuts(self) -> list[tuple[int, int, bool]]:
        """The ranges of the text that fall away, and whether wording takes their place (or nothing does)."""
        cuts: list[tuple[int, int, bool]] = []
        ends: list[tuple[int, int]] = []  # what falls away at the end of an open, chosen wording
        gone = 0
        for bracket in self._brackets:
            while ends and ends[-1][0] <= bracket.start:
                cuts.append((*ends[-1], True))
                gone = max(gone, ends.pop()[1])
            if bracket.start < gone:
                continue  # it stood in a wording that was not chosen
            alternative = self._chosen[bracket.start]
            if alternative.start == alternative.end:
                start, end = self._with_its_number(bracket.start, bracket.end)
                cuts.append((start, end, start != bracket.start))
                gone = end
            else:
                cuts.append((bracket.start, alternative.start, True))
                ends.append((alternative.end, bracket.end))
                gone = alternative.start
        cuts.extend((*end, True) for end in reversed(ends))
        return cuts

    def _with_its_number(self, start: int, end: int) -> tuple[int, int]:
        """What falls away with a bracket that was all of a provision, or of an item: its number, word id and line."""
        line = self._text.rfind("\n", 0, start) + 1
        whole = _PARAGRAPH_BEFORE.search(self._text[max(0, line - _HEADING) : start])
        if not (whole or _ALONE_BEFORE.match(self._text[line:start])):
            return start, end
        after = _ALONE_AFTER.match(self._text, end)
        if after is None:
            return start, end
        over = _BLANK_LINE.search(after[0]) or _NEXT.match(self._text, after.end())
        if not over:
            return start, end
        blank = _BLANK_LINE.search(after[0])
        if blank and not _PARAGRAPH_BEFORE.search(self._text[max(0, line - _HEADING) : line]):
            return line, after.start() + blank.start() + 1  # the last of a list: the blank line behind it stays
        return line, after.end()

    def _between(self, start: int, end: int, skip_blank: bool) -> str:
        if skip_blank and start < end and self._text[start] in " \t":
            start += 1
        return self._text[start:end]

    def _close_gap(self, written: list[str], end: int) -> bool:
        """Where nothing took a bracket's place, one of the two blanks beside it goes; say if it is the next."""
        after = self._text[end : end + 1]
        before = next((piece[-1] for piece in reversed(written) if piece), "\n")
        if before == " " and (after in ("", "\r", "\n") or after in " .,;:)"):
            for index in range(len(written) - 1, -1, -1):
                if written[index]:
                    written[index] = written[index][:-1]
                    break
            return False
        return before in "\n(" and after == " "
