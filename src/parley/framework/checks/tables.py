"""Tables of dates that a text writes by hand, and the articles that they are to repeat."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence
from parley.text import patterns as re

from .draft import Draft
from .instants import instants
from .rule import Rule
from .steps import event_in, stem, stems

_ONE_WORD = {
    stem(word): stem(words.split()[0])
    for words in (
        "list declaration inventory register",
        "withdraw withdrawal move removal pull",
        "count certificate certify confirm confirmation verify verification state",
    )
    for word in words.split()
}
"""Words for one thing, by their stems."""
_PLAIN = stems("hand give deliver over accomplish complete finish end begin day deadline term step communicate due")


class TableDiffers(Rule):
    code = "J4.table"
    title = "A table of dates that differs from its articles"
    reference = "Checklist J4: hand-written table that differs from the articles"
    applies_to = "rows of a table that name a day and an article or a step"
    fix = "Correct the row, or leave the table out: 'parley check --timeline' computes it."
    row = re.compile(r"^[ \t]*\|(?P<cells>[^\n]*)\|[ \t]*$", re.MULTILINE)
    article = re.compile(
        r"(?:\b(?:Articles?|Art\.|points?|paragraphs?|Sections?)\s+|§+\s*|\((?=\d+\.\d))(?P<n>\d{1,3}(?:\.\d+)*(?:\([a-z0-9]+\))?)",
        re.IGNORECASE,
    )

    by_number = re.compile(r"\|\s*(?:Articles?|Points?|Paragraphs?|Sections?|Provisions?|Clauses?)\s*\|", re.IGNORECASE)
    """A column that names provisions by their numbers alone."""
    alone = re.compile(r"\s*(?P<n>\d{1,3}(?:\.\d+)*(?:\([a-z0-9]+\))?)\s*")

    def find(self, draft: Draft) -> Iterator[Finding]:
        yield from self._rows(draft)
        for sentence in draft.operative:
            if self.opens.match(sentence.exact):
                yield from self._listed(draft, sentence)

    def _listed(self, draft: Draft, sentence: Sentence) -> Iterator[Finding]:
        """A table told as a sentence: each piece with a day is held against the provision that it speaks of."""
        body = self.opens.match(sentence.exact)
        at = body.end() if body else 0
        mark = ";" if ";" in sentence.exact else ","
        for piece in re.finditer(rf"[^{mark}]+", sentence.exact[at:]):
            days = instants(piece.group(), draft.framework)
            if len(days) != 1:
                continue
            start, end, first, last = days[0]
            about = self._about(piece.group()[:start] + " " + piece.group()[end:])
            times, provision = self._told_of(draft, sentence, about)
            if times and not any(first < other_last and other_first < last for other_first, other_last in times):
                here = sentence.start + at + piece.start()
                day = " ".join(piece.group()[start:end].split())
                why = f"The table says {day}, and provision {provision} has another day for it."
                yield self.at(
                    draft, here, here + len(piece.group()), why, provision=sentence.provision, also=(provision,)
                )

    def _told_of(
        self, draft: Draft, table: Sentence, about: frozenset[str]
    ) -> tuple[list[tuple[int, int]], str | None]:
        """The days of the provision that has most of these words, and which that is."""
        best: tuple[int, str | None] = (0, None)
        for provision in dict.fromkeys(each.provision for each in draft.operative if each.provision):
            near = [each for each in draft.provision(provision) if each is not table]
            words = frozenset().union(*(self._about(each.exact) for each in near)) if near else frozenset()
            if len(about & words) > best[0] and any(draft.days(each) for each in near):
                best = len(about & words), provision
        near = draft.provision(best[1]) if best[1] else []
        times = [(first, last) for each in near if each is not table
                 for _, _, first, last in draft.days(each)]  # fmt: skip
        return times, best[1]

    def _about(self, words: str) -> frozenset[str]:
        return frozenset(_ONE_WORD.get(each, each) for each in stems(words)) - _PLAIN

    opens = re.compile(
        r"(?:\w+\s+)?(?:time\s?-?table|table|overview|calendar|schedule|dates|summary|chronology|programme|time\s?-?line"
        r"|list\s+of\s+(?:dates|terms|days))\b[^:.;]{0,40}:",
        re.IGNORECASE,
    )

    def _rows(self, draft: Draft) -> Iterator[Finding]:
        framework = draft.framework
        for match in self.row.finditer(framework.text):
            days = instants(match["cells"], framework)
            if len(days) != 1:
                continue
            start, end, first, last = days[0]
            reference = self.article.search(match["cells"]) or self._in_its_column(framework.text, match)
            said = self._said(draft, match["cells"], (start, end), reference)
            if said is None:
                continue
            times, provision = said
            if times and not any(first < other_last and other_first < last for other_first, other_last, _ in times):
                at = match.start("cells")
                words = " or ".join(dict.fromkeys(words for *_, words in times))
                told = framework.text[at + start : at + end]
                why = (
                    f"The table says {told}, and {'provision ' + provision if provision else 'the text'} says {words}."
                )
                yield self.at(draft, at + start, at + end, why, also=(provision,))

    def _in_its_column(self, text: str, row: re.Match[str]) -> re.Match[str] | None:
        """The number of a provision in the column that the head of the table has for it."""
        heads = list(self.by_number.finditer(text, 0, row.start()))
        cells = row["cells"].split("|")
        column = text.count("|", text.rfind("\n", 0, heads[-1].start()) + 1, heads[-1].start()) if heads else len(cells)
        return self.alone.fullmatch(cells[column]) if column < len(cells) else None

    def _said(
        self, draft: Draft, cells: str, day: tuple[int, int], reference: re.Match[str] | None
    ) -> tuple[list[tuple[int, int, str]], str | None] | None:
        """The days that the text gives for what a row speaks of, and the provision that does."""
        if reference:
            number = reference["n"]
            ids = {each.id for each in draft.framework.provisions if each.number == number} | {number}
            sentences = [
                each
                for each in draft.operative
                if each.provision and (each.provision in ids or any(each.provision.startswith(f"{id}(") for id in ids))
            ]
            return [time for each in sentences for time in self._times(draft, each)], number
        event = event_in(cells[: day[0]] + " " + cells[day[1] :].replace("|", " "), draft.names)
        if event is None or not event.things:
            return None
        meant = [step for step in draft.steps if event.means(step.event) and step.limits]
        if len({step.sentence.start for step in meant}) != 1:
            return None
        return self._times(draft, meant[0].sentence), meant[0].sentence.provision

    def _times(self, draft: Draft, sentence: Sentence) -> list[tuple[int, int, str]]:
        found = draft.days(sentence)
        return [(first, last, sentence.exact[start:end]) for start, end, first, last in found]


RULES: tuple[Rule, ...] = (TableDiffers(),)
