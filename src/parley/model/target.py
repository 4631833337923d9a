"""What a decision is about, named so that the name outlives the reader: paper, place and words."""

from __future__ import annotations

import enum
import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Self

from .errors import WrongUsage
from .span import Span
from .value import Value

_PLACE = r"\d{1,9}-\d{1,9}"
_FORM = re.compile(
    rf"(?P<kind>[a-z]+)/(?P<document>[^/\s]+)/(?P<places>{_PLACE}(?:,{_PLACE})*)/(?P<digest>[0-9a-f]{{16}})", re.ASCII
)


class TargetKind(enum.StrEnum):
    STATEMENT = "statement"
    EVENT = "event"
    MEETING = "meeting"
    MEASURE = "measure"


class Target(Value):
    """Something that was read from a paper, named by where it stands and not by a running number.

    ``document`` is the paper's id (the sha256 of its bytes); ``places`` are the spans, as pairs of
    code points ``(start, end)``, ``end`` exclusive, in reading order; ``digest`` is sixteen hex digits of
    sha256 over the document's id and the exact words, by which they are known again without being
    repeated: a decision outlives a paper that is forgotten, and keeps nothing of its content.

    As text: ``statement/3f2a.../120-131,140-158/9c1e...``.
    """

    kind: TargetKind
    document: str
    places: tuple[tuple[int, int], ...]
    digest: str

    @classmethod
    def of(cls, kind: TargetKind, document: str, spans: Iterable[Span]) -> Self:
        """The target that stands at ``spans`` of ``document``."""
        ordered = sorted(spans, key=lambda span: (span.start, span.end))
        words = [span.exact for span in ordered]
        places = tuple((span.start, span.end) for span in ordered)
        return cls(kind=kind, document=document, places=places, digest=_digest(document, words))

    @classmethod
    def parse(cls, words: str) -> Self:
        """Read a target from its text; raises :class:`WrongUsage` for anything else."""
        match = _FORM.fullmatch(words)
        if match is None or match["kind"] not in list(TargetKind):
            raise WrongUsage(f"'{words[:80]}' names nothing that was read; a target is KIND/DOCUMENT/START-END/DIGEST.")
        places = tuple((int(start), int(end)) for start, end in re.findall(r"(\d+)-(\d+)", match["places"]))
        return cls(kind=TargetKind(match["kind"]), document=match["document"], places=places, digest=match["digest"])

    def __str__(self) -> str:
        places = ",".join(f"{start}-{end}" for start, end in self.places)
        return f"{self.kind}/{self.document}/{places}/{self.digest}"

    def overlap(self, other: Target) -> float:
        """How far the two stand at the same place: 0 for nowhere to 1 for the same code points.

        The code points that both hold over those that either holds (Jaccard's index); 0 for another kind or paper.
        """
        if self.kind is not other.kind or self.document != other.document:
            return 0.0
        ours, theirs = (_code_points(each.places) for each in (self, other))
        both = len(ours & theirs)
        return both / len(ours | theirs) if both else 0.0

    def found_among(self, targets: Sequence[Target]) -> Target | None:
        """The one of ``targets`` that this names: the same places, or else the same words, or the most of its place.

        For a paper that is read by another version of the reader. ``None`` where less than half of the place is shared,
        or where two fit equally well: a decision is never laid on something that it may not be about.
        """
        alike = [each for each in targets if each.kind is self.kind and each.document == self.document]
        for fits in ([t for t in alike if t == self], [t for t in alike if t.digest == self.digest]):
            if len(fits) == 1:
                return fits[0]
        ranked = sorted(((self.overlap(each), n) for n, each in enumerate(alike)), reverse=True)
        if not ranked or ranked[0][0] < 0.5 or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return alike[ranked[0][1]]


def _digest(document: str, words: Sequence[str]) -> str:
    return hashlib.sha256("\0".join((document, *words)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _code_points(places: Iterable[tuple[int, int]]) -> set[int]:
    return {point for start, end in places for point in range(start, end)}
