"""Distances that are given by calibre: one for each weapon, and lists that hold what their class holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from parley.model import Finding, Sentence
from parley.text import distances
from parley.text import patterns as re

from .draft import Draft
from .rule import Rule
from .steps import stems

_FAR = 500
"""Metres from which on a number is a distance to be kept, and no calibre."""
_LARGEST = 1_000
"""Millimetres."""
_UNITS = stems("mm millimetre millimeter calibre caliber km metre the of and all any weapon system")
"""What tells no kind of weapon."""


class TwoRulesForOneWeapon(Rule):
    code = "D3.two-rules"
    title = "A weapon with two rules, or in the list of a class that it is not of"
    reference = "Checklist D3: two rules for one weapon"
    applies_to = "distances given by calibre"
    fix = "Give each weapon one distance, and let a class say 'except those listed below'."
    calibre = re.compile(
        r"(?P<more>(?:more|greater|over|above|larger)\s*(?:than)?\s+)?(?P<mm>\d{2,3})\s*-?\s*(?:mm|millimet(?:er"
        r"|re)s?)\b"
        r"(?P<up>\s+(?:calib\w+\s+)?(?:and|or)\s+(?:above|more|over))?",
        re.IGNORECASE,
    )

    spares = re.compile(
        r"\b(?:with\s+(?:the\s+)?exceptions?\s+of|except(?:\s+for|ing)?|excluding|exclusive\s+of|save(?:\s+for)?|other\s+than"
        r"|apart\s+from|unless|but\s+not)\s+(?P<what>[^.;)]{2,80})",
        re.IGNORECASE,
    )
    elsewhere = re.compile(
        r"\b(?:below|hereafter|hereinafter|hereunder|follow\w*|otherwise|listed|named|indicated|mentioned|specified|enumerated|set\s+out"
        r"|laid\s+down|provided|own\s+(?:distance|rule)|[Pp]oints?|[Pp]aragraphs?|[Aa]rticles?|[Aa]nnex(?:es)?|[Tt]able|[Ll]ist)\b"
    )
    """That the exceptions are those for which the text has a rule elsewhere, as a list that follows."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        found = [entry for sentence in draft.operative for entry in self._entries(sentence)]
        for (first, mm, is_class, metres, _), (second, other_mm, other_class, other, at) in combinations(found, 2):
            covers = is_class and (other_mm > mm or (other_class and other_mm == mm))
            words = second.exact[at[0] : at[1]]
            if covers and other < metres and not self._spared(first, other_mm, words):
                rule = f"a rule of {metres / 1000:g} km"
                why = f"Weapons of {other_mm} mm fall under {rule} and get {other / 1000:g} km here."
                start, end = second.start + at[0], second.start + at[1]
                yield self.at(draft, start, end, why, provision=second.provision, also=(first.provision,))
        yield from self._not_of_its_class(draft)
        yield from self._of_two_classes(draft)

    bounds = re.compile(
        r"(?P<noun>[A-Z][\w-]+\s+[A-Z][\w-]+|[a-z]+)\s+(?:with\s+a\s+calibre\s+of|of\s+a\s+calibre\s+of|of|whose\s+calibre\s+is|from|with)\s+"
        r"(?:(?P<under>less\s+than|under|below|up\s+to|at\s+most)\s+)?(?:(?P<over>more\s+than|over|above|at\s+least)\s+)?"
        r"(?P<mm>\d{2,3})\s*(?:mm|millimet\w+)(?:\s+(?:calib\w+\s+)?(?:(?P<up>(?:and|or)\s+(?:above|more|over|larger|upwards?))"
        r"|(?P<down>(?:and|or)\s+(?:less|below|under|smaller))))?"
    )
    """From or up to which calibre weapons of some name are meant."""

    def _of_two_classes(self, draft: Draft) -> Iterator[Finding]:
        """Two ranges of calibres that share some, with a distance for each: below 150 mm, and from 120 mm on."""
        ranges = [one for sentence in draft.duties for one in self._ranges(sentence)]
        for (first, noun, low, high, metres, _), (second, other, least, most, others, at) in combinations(ranges, 2):
            shared = (max(low, least), min(high, most))
            if noun == other and first is not second and metres != others and shared[0] < shared[1]:
                apart = f"{metres / 1000:g} and {others / 1000:g} km away"
                why = f"{noun} from {shared[0]} to {shared[1]} mm have to be {apart}."
                start, end = second.start + at[0], second.start + at[1]
                yield self.at(draft, start, end, why, provision=second.provision, also=(first.provision,))

    def _ranges(self, sentence: Sentence) -> Iterator[tuple[Sentence, str, int, int, float, tuple[int, int]]]:
        found = distances(sentence.exact)
        marks = list(self.bounds.finditer(sentence.exact))
        away = [each for each in found if each[2].metres >= _FAR]
        mark = marks[0] if len(marks) == 1 and len(away) == 1 else None
        if mark is None or not (mark["under"] or mark["over"] or mark["up"] or mark["down"]):
            return
        size = int(mark["mm"])
        low, high = (0, size) if mark["under"] or mark["down"] else (size, _LARGEST)
        yield sentence, mark["noun"], low, high, away[0][2].metres, (mark.start(), mark.end())

    def _spared(self, rule: Sentence, mm: int, words: str) -> bool:
        """Whether the rule for a class excepts a weapon, told by ``words``: by its calibre or its kind, or as one that
        has its place elsewhere."""
        for match in self.spares.finditer(rule.exact):
            kinds = stems(match["what"]) & stems(words)
            if self.elsewhere.search(match["what"]) or re.search(rf"\b{mm}\b", match["what"]) or kinds - _UNITS:
                return True
        return False

    opens = re.compile(
        r"\b(?:in\s+particular|namely|as\s+follows|that\s+is\s+to\s+say|viz|to\s+wit|the\s+following)\b\W*|:\s*\Z",
        re.IGNORECASE,
    )
    """What opens the list of the members of a class."""

    def _not_of_its_class(self, draft: Draft) -> Iterator[Finding]:
        """The members in a list of a class that are smaller than the class is: "more than 100 mm: guns of 100 mm"."""
        for sentence in draft.operative:
            for lead, offset, last in self._lists(draft, sentence):
                classes = [each for each in self.calibre.finditer(lead) if each["more"] or each["up"]]
                if len(classes) != 1 or self.spares.search(sentence.exact):
                    continue
                least, strictly = int(classes[0]["mm"]), not classes[0]["up"]
                for match in self.calibre.finditer(sentence.exact, offset, last):
                    mm = int(match["mm"])
                    if match["more"] or match["up"] or mm > least or (mm == least and not strictly):
                        continue
                    bound = f"more than {least} mm" if strictly else f"{least} mm and more"
                    why = f"The list is of weapons of {bound}, and one of {mm} mm is none: which rule has it?"
                    start, end = (
                        sentence.start + match.start(),
                        sentence.start + self._with_its_distance(sentence, match),
                    )
                    yield self.at(draft, start, end, why, provision=sentence.provision)

    def _lists(self, draft: Draft, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
        """What introduces the members of a class in a sentence, and from where to where in it they stand."""
        lead = draft.introducing(sentence)
        if lead is not None and self.opens.search(lead.exact):
            yield lead.exact, 0, len(sentence.exact)
        for match in self.opens.finditer(sentence.exact):
            end = next((i for i in range(match.end(), len(sentence.exact)) if sentence.exact[i] == ";"), None)
            yield sentence.exact[: match.start()], match.end(), end or len(sentence.exact)

    def _with_its_distance(self, sentence: Sentence, weapon: re.Match[str]) -> int:
        """Where the distance ends that a weapon gets, or else the calibre."""
        following = self.calibre.search(sentence.exact, weapon.end())
        limit = following.start() if following else len(sentence.exact)
        found = distances(sentence.exact)
        return next((end for start, end, _ in found if weapon.end() <= start < limit), weapon.end())

    def _entries(self, sentence: Sentence) -> Iterator[tuple[Sentence, int, bool, float, tuple[int, int]]]:
        """Each calibre with the next distance in the sentence: its millimetres, whether it is a class, the metres."""
        found = distances(sentence.exact)
        marks = list(self.calibre.finditer(sentence.exact))
        limits = [*(mark.start() for mark in marks[1:]), len(sentence.exact)]
        for mark, limit in zip(marks, limits, strict=bool(marks)):
            near = next((each for each in found if mark.end() <= each[0] < limit), None)
            if near:
                is_class = bool(mark["more"] or mark["up"])
                yield sentence, int(mark["mm"]), is_class, near[2].metres, (mark.start(), near[1])


RULES: tuple[Rule, ...] = (TwoRulesForOneWeapon(),)
