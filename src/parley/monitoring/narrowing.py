"""Words that narrow a ban and that no slot of its obligation holds: "in villages", "from schools", "at night".

The reader of sentences says such words back, but an unnamed place has no geometry and an hour of the
day no window. A ban must not be judged as if they were not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Framework, Obligation, Slot, Span, Where
from parley.text import patterns as re

from .forbids import forbidden_act
from .manner import Manner, manner
from .objects import stems
from .plainly import others_land, removes
from .standing import Known
from .truth import NO, YES, Fact, Truth, unsaid

_NARROWS = re.compile(
    r"\b(?:in(?:side)?|within|near|around|"
    r"(?:over|above)(?!\s+\d[\d,.]*[\s-]*(?:mm|cm|kg|tons?|tonnes?|calib\w+)\b)|"
    r"along|close to|next to|on|from|into|inside|outside|between|beside|"
    r"during|at night|by night|at dawn|"
    r"at(?=\s+(?:\w+\s+){0,2}(?:places?|points?|spots?|locations?|sites?|posts?)\b))\b\s+\w.*",
    re.IGNORECASE | re.DOTALL,
)
_EVERYWHERE = re.compile(
    r"\b(?:(?:on land|at sea|by sea|in the air|by air)"
    r"(?:(?:, (?:and |or )?| and | or )(?:on|in|at|by|under) (?:the )?[a-z]+(?: networks)?)*"
    r"|(?:on|by) land,? (?:at |by )?sea (?:and|or) air"
    r"|into (?:its|their|the) (?:(?:armed|security) )?(?:forces|ranks|army|units|service)"
    r"|in any (?:way|form|manner|circumstances?)|in particular|in full|in good faith|in accordance with .*)",
    re.IGNORECASE | re.DOTALL,
)
"""What looks like a narrowing and is none."""


_APART = re.compile(r"\b(?:outside|beyond|except|other than|away)\b", re.I)


@dataclass(frozen=True)
class Narrowed:
    """The words by which a sentence narrows its ban, beyond what its obligation holds: to a place or a time, ``there``,
    or to a manner.
    """

    there: str
    names: frozenset[str] = frozenset()
    """Nobody says of a place so described that it was watched."""
    manner: Manner | None = None
    """How the act has to be done."""

    @property
    def words(self) -> str:
        """All of them."""
        return ", ".join(filter(None, (self.there, self.manner.words if self.manner else "")))

    def is_met(self, entry: Known) -> Fact:
        """Whether the reported act lies where and when these words say, and was done so."""
        facts = [self._is_there(entry)] if self.there else []
        facts += [self.manner.is_met(entry)] if self.manner else []
        return min(facts, key=lambda fact: fact.truth, default=YES)

    def _is_there(self, entry: Known) -> Fact:
        """Yes if a body of the text found the act, or the report's place has one of the names in these words. A mention
        in its free words decides nothing ("outside the village"): nobody can tell.
        """
        place = entry.report.place.name or ""
        if entry.found or (place[:1].isupper() and not _APART.search(self.there) and stems(place) <= stems(self.there)):
            return YES
        return unsaid(self.there)


_TAKEN = re.compile(
    r"\b(?:remov\w+|tak(?:en?|ing)\s+(?:out|away|off|from)|took|carr(?:y|ied|ying)\s+(?:off|out|away)|st[eo]l\w*|thefts?|loot\w*|"
    r"from|out\s+of|left)\b",
    re.I,
)

_BROUGHT = re.compile(
    r"\b(?:(?:pull|draw|drawn|drew|mov|fall|fell)\w*\s+back|brought|bring\w*|return\w*|arriv\w*|deliver\w*|handed|stor(?:ed|ing))\b",
    re.I,
)
"""Where these are told of, is where they ended."""


@dataclass(frozen=True)
class Taken:
    """That what is told of in a place was taken from there: what was pulled back may have been brought to it."""

    names: frozenset[str] = frozenset()

    def is_met(self, entry: Known) -> Fact:
        said = entry.report.act_said or entry.report.act or ""
        if _TAKEN.search(said):
            return YES
        if _BROUGHT.search(said):
            return NO
        return Fact(Truth.UNKNOWN, f"whether '{said}' was from there or to it is not said", "from where it was taken")


def taken_from(ban: Obligation) -> Taken | None:
    """That a ban on taking things from a place asks for."""
    return Taken() if removes(ban) else None


def narrowing(obligation: Obligation, framework: Framework) -> Narrowed | None:
    """What narrows a ban without standing in a slot; ``None`` where nothing does."""
    there, act = _there(obligation, framework), forbidden_act(obligation)
    how = manner(obligation, act) if act is not None else None
    return Narrowed(there or "", manner=how) if there or how else None


def _there(obligation: Obligation, framework: Framework) -> str | None:
    """The words that narrow it to a place or a time."""
    kind = obligation.place if obligation.place is not None and is_kind_of_place(obligation.place) else None
    if kind is not None:
        return " ".join(kind.words.split())
    for words in (*_in_the_object(obligation), *_in_no_slot(obligation, framework)):
        if found := _NARROWS.search(_EVERYWHERE.sub(" ", words)):
            return " ".join(found[0].split()).strip(" ,;.")
    return None


def is_kind_of_place(place: Slot[Where]) -> bool:
    """Whether a place is of a kind ("in villages") and none that a map could show ("in the Bay Zone").

    So is one that is another for each who is bound ("in the territory of the other Party").
    """
    words = " ".join(place.words.split())
    return others_land(place) or not any(
        name[:1].isupper() or re.search(rf"\b(?:the|this|that|its|their|territory of)\s+{re.escape(name)}", words)
        for name in place.value.of
    )


def _in_the_object(obligation: Obligation) -> Iterator[str]:
    """The object's words without the defined term in them, which may have a preposition of its own."""
    if obligation.object is not None:
        thing = obligation.object.value
        yield thing.text.replace(thing.term, " ") if thing.term else thing.text


def _in_no_slot(obligation: Obligation, framework: Framework) -> Iterator[str]:
    """The stretches of the sentence that no slot of any of its obligations was read from."""
    sentence = obligation.sentence
    alike = [each for each in framework.obligations if each.sentence.start == sentence.start] or [obligation]
    held = sorted((span.start, span.end) for each in alike for span in _spans(each))
    if not held:
        return
    reached = held[0][0]  # what stands before the first slot is no part of the ban
    for start, end in (*held, (sentence.end, sentence.end)):
        if start > reached:
            yield " ".join(sentence.exact[reached - sentence.start : start - sentence.start].split())
        reached = max(reached, end)


def _spans(obligation: Obligation) -> Iterator[Span]:
    slots = (getattr(obligation, name) for name in type(obligation).model_fields)
    return (span for slot in slots for span in getattr(slot, "spans", ()))
