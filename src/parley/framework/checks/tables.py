"""Tables of dates that a text writes by hand, and the articles that they are to repeat."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm
from parley.text import patterns as re

from .draft import Draft
from .instants import instants
from .rule import Rule
from .steps import event_in, stem, stems

_ONE_WORD = {
    stem(word): stem(words.split()[0])
    for words in (
        "list declaration inventory register",
        "withdraw withdrawal move removal pull leave gone",
        "clear clearance",
        "meet meeting session convene",
        "last end expiry expire lapse",
        "count certificate certify certified confirm confirmation verify verification state",
    )
    for word in words.split()
}
"""Words for one thing, by their stems."""
_PLAIN = stems(
    "first inaugural hand give deliver over accomplish complete finish end begin day deadline term step communicate due"
)


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
            if self.opens.match(sentence.exact) or self._is_a_list(draft, sentence):
                yield from self._listed(draft, sentence)

    def _listed(self, draft: Draft, sentence: Sentence) -> Iterator[Finding]:
        """A table told as a sentence: each piece with a day is held against the provision that it speaks of."""
        body = self.opens.match(sentence.exact) or self.front.match(sentence.exact)
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
        best, told = 0, list[str]()
        for provision in dict.fromkeys(each.provision for each in draft.operative if each.provision):
            near = self._telling(draft, provision, table)
            words = frozenset().union(*(self._about(each.exact) for each in near)) if near else frozenset()
            score = len(about & words)
            if score and score >= best and any(draft.days(each) for each in near):
                best, told = score, [provision] if score > best else [*told, provision]
        times = [(first, last) for provision in told for each in self._telling(draft, provision, table)
                 for _, _, first, last in draft.days(each)]  # fmt: skip
        return (times, told[0]) if told and 2 * best > len(about) else ([], None)

    def _telling(self, draft: Draft, provision: str, table: Sentence) -> list[Sentence]:
        """What a provision tells, without definitions and other tables."""
        return [
            each for each in draft.provision(provision)
            if each is not table and each.form is not SentenceForm.DEFINITION and not self._is_a_list(draft, each)
        ]  # fmt: skip

    def _about(self, words: str) -> frozenset[str]:
        return frozenset(_ONE_WORD.get(each, each) for each in stems(words)) - _PLAIN

    opens = re.compile(
        r"(?:\w+\s+)?(?:time\s?-?table|table|overview|calendar|schedule|dates|summary|chronology|programme|time\s?-?line"
        r"|list\s+of\s+(?:dates|terms|days))\b[^:.;]{0,40}:",
        re.IGNORECASE,
    )

    front = re.compile(r"[^:;]{3,70}:\s*")
    """What a list of dates is opened by, whatever it calls itself."""
    modal = re.compile(r"\b(?:shall|must|may|will|can|should|is\s+to|are\s+to|means?)\b", re.IGNORECASE)
    piece = 9
    """So many words has what stands in a list of dates beside each day, at most."""

    def _is_a_list(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it is a list of dates: pieces of a few words, each with a day, and nothing that binds."""
        if len(draft.days(sentence)) < 2 or self.modal.search(sentence.exact) or not self.front.match(sentence.exact):
            return False
        words = sentence.exact.partition(":")[2]
        pieces = [one for one in re.split(r";" if ";" in words else r",(?=[^,]*\d)", words) if one.strip(" .")]
        return len(pieces) > 1 and all(
            len(one.split()) <= self.piece and len(instants(one, draft.framework)) == 1 for one in pieces
        )

    def _rows(self, draft: Draft) -> Iterator[Finding]:
        framework = draft.framework
        for match in self.row.finditer(framework.text):
            days = instants(match["cells"], framework)
            if len(days) > 1:
                yield from self._by_party(draft, match)
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
        about = f"{cells[: day[0]]} {cells[day[1] :]}"
        event = event_in(about.replace("|", " "), draft.names)
        meant = [step for step in draft.steps if event and event.things and event.means(step.event) and step.limits]
        told = {step.sentence.start: step.sentence for step in meant} or {
            each.start: each for each in self._speaking_of(draft, about)
        }
        if len(told) != 1:
            return None
        [sentence] = told.values()
        return self._times(draft, sentence), sentence.provision

    def _speaking_of(self, draft: Draft, row: str) -> Iterator[Sentence]:
        """The sentences with a day that have every telling word of a row, and name whom it names."""
        row = re.sub(r"(?:^|\|)\s*\d+[.)]?\s*(?=\|)", " ", row)  # the number of the row
        about, who = self._about(draft.names.without(row)), draft.names.within(row)
        for each in draft.operative if len(about) + len(who) > 1 and about else ():
            if "|" in each.exact or not draft.days(each) or not who <= draft.names.within(each.exact):
                continue
            if about <= self._about(draft.names.without(each.exact)):
                yield each

    def _by_party(self, draft: Draft, row: re.Match[str]) -> Iterator[Finding]:
        """The days of a row that has a column for each party, each held against what that party is to do."""
        text = draft.framework.text
        head = text.rfind("\n\n", 0, row.start()) + 2
        titles = text[head : text.find("\n", head)].strip().strip("|").split("|")
        cells, at = row["cells"].split("|"), row.start("cells")
        for title, cell in zip(titles, cells, strict=False):
            days, who = instants(cell, draft.framework), draft.names.within(title)
            if len(days) == 1 and who and who < draft.party_ids:
                start, end, first, last = days[0]
                told = list(self._speaking_of(draft, f"{cells[0]} {title}"))
                times = self._times(draft, told[0]) if len(told) == 1 else []
                if times and not any(first < other_last and other_first < last for other_first, other_last, _ in times):
                    why = f"The table says {cell.strip()}, and provision {told[0].provision} says {times[0][2]}."
                    yield self.at(draft, at + start, at + end, why, also=(told[0].provision,))
            at += len(cell) + 1

    def _times(self, draft: Draft, sentence: Sentence) -> list[tuple[int, int, str]]:
        found = draft.days(sentence)
        return [(first, last, sentence.exact[start:end]) for start, end, first, last in found]


RULES: tuple[Rule, ...] = (TableDiffers(),)
