"""``check``: everything that can be said of a text by looking at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.model import Check, Finding, FindingKind, Framework, Sentence, SentenceForm, Shape, Understood

from .checks import Draft
from .reader.wordings import MAX_SENTENCE
from .timeline import timeline
from .topics import topics

_KINDS = (FindingKind.DEFECT, FindingKind.ABSENT, FindingKind.NOTE)


def check(
    framework: Framework,
    shapes: Sequence[Shape] = (),
    profile: str | None = None,
    unusable: Mapping[str, str] | None = None,
) -> Check:
    """Findings, topics, readings and dates of a framework; ``shapes`` are the zones and lines of its annexes.

    ``unusable`` says of annexes' files, by the paths of the front matter, that they are not there or can't be used;
    whoever has no folder to look into leaves it out, and no file is missed. Findings come in the order of the text,
    and after the defects what is absent and what is merely noted. ``profile`` is the kind of text it is taken for,
    which says what must be in it; by default the text shows that. Nothing here fails but a profile that there isn't
    (:class:`WrongUsage`): a text that can't be read has few sentences that are understood.
    """
    # late: whoever only reads a text needs no check's patterns
    from .checks.alike import without_echoes
    from .checks.catalogue import RULES

    draft = Draft(_bounded(framework), shapes, profile, unusable)
    taken_for = draft.profile
    findings = without_echoes((each for rule in RULES for each in rule.find(draft)), draft.framework.sentences)
    return Check(
        profile=taken_for,
        findings=tuple(sorted(findings, key=_order)),
        topics=topics(framework),
        sentences=framework.sentences,
        understood=understood(framework.sentences),
        timeline=timeline(framework),
    )


def _bounded(framework: Framework) -> Framework:
    """The framework with its overlong sentences, of which nothing was read, cut to the length up to which one is.

    What looks back or ahead from each word takes time that grows with the square of a sentence.
    """
    if all(sentence.end - sentence.start <= MAX_SENTENCE for sentence in framework.sentences):
        return framework
    return framework.replace(sentences=tuple(map(_cut, framework.sentences)))


def _cut(sentence: Sentence) -> Sentence:
    if sentence.end - sentence.start <= MAX_SENTENCE or sentence.obligations:
        return sentence
    return sentence.replace(end=sentence.start + MAX_SENTENCE, exact=sentence.exact[:MAX_SENTENCE])


def understood(sentences: Sequence[Sentence]) -> Understood:
    """How many sentences do something, and how many of those were read."""
    operative = [sentence for sentence in sentences if sentence.operative]
    read = sum(sentence.form is not SentenceForm.NOT_READ for sentence in operative)
    return Understood(operative=len(operative), read=read)


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return _KINDS.index(finding.kind), finding.start, finding.end, finding.code
