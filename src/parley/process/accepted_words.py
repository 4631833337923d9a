"""The words that a finding rests on, as a digest: what an acceptance of it holds for."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from parley.model import Finding, Framework, Provision, Sentence

_WORD_ID = re.compile(r"\{#[\w.:\-]+\}")
_MARKS = re.compile(r"[*_#>|\s]+")
_TYPED = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})
"""What one program types in another way than the next."""


class AcceptedWords:
    """The words of a framework's provisions, without their numbers, ids, marks and white space."""

    def __init__(self, framework: Framework) -> None:
        self._text = framework.text
        self._sentences = framework.sentences
        self._starts = [sentence.start for sentence in framework.sentences]
        self._places: dict[str, list[Provision]] = {}
        for provision in framework.provisions:
            for name in {provision.id, provision.number} - {None}:
                self._places.setdefault(str(name), []).append(provision)

    def digests(self, findings: Sequence[Finding]) -> list[str]:
        """The sha256 of each finding's code and words; of several with the same ones also which of them it is."""
        seen: Counter[tuple[str, ...]] = Counter()
        made = []
        for finding in findings:
            parts = (finding.code, self._own(finding), *sorted(map(self._of, set(finding.also))))
            seen[finding.provision or "", *parts] += 1
            made.append(_sha256((*parts, str(seen[finding.provision or "", *parts]))))
        return made

    def _own(self, finding: Finding) -> str:
        if finding.provision is not None:
            return self._of(finding.provision)
        said = _said_around(finding, self._sentences)
        return _plain(said[0] if said else finding.quote)

    def _of(self, place: str) -> str:
        """The words of the provisions with this id or number; the name itself where there are none."""
        provisions = self._places.get(place)
        return "\n".join(map(self._words, provisions)) if provisions else place

    def _words(self, provision: Provision) -> str:
        """The sentences of a provision, its heading apart; with none, all that stands there."""
        first, last = (bisect_left(self._starts, at) for at in (provision.start, provision.end))
        said = " ".join(each.exact for each in self._sentences[first:last] if each.provision is not None)
        return _plain(said or self._text[provision.start : provision.end])


def digest_with_numbers(finding: Finding, framework: Framework) -> str:
    """The digest of acceptances of old: of the provisions with their numbers and ids, white space apart."""
    places = {finding.provision, *finding.also} - {None}
    words = [framework.text[p.start : p.end] for p in framework.provisions if p.id in places or p.number in places]
    words = words or _said_around(finding, framework.sentences)
    return _sha256((finding.code, *sorted(map(str, places)), *(" ".join(each.split()) for each in words)))


def _said_around(finding: Finding, sentences: Sequence[Sentence]) -> list[str]:
    """The words of the sentence in which a finding begins; none for what is absent."""
    return [s.exact for s in sentences if finding.quote and s.start <= finding.start < s.end]


def _plain(words: str) -> str:
    return _MARKS.sub(" ", _WORD_ID.sub(" ", words).translate(_TYPED)).strip()


def _sha256(parts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
