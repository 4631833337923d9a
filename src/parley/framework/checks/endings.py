"""How the text can end: at one step after a breach, by one act, or at will. One reading serves these checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Finding, Sentence
from parley.text import patterns as re

from .draft import Draft
from .phrases import phrase
from .rule import Rule

_OVER = tuple(phrase(f"{{{name}}}") for name in ("ends_text", "text_is_over", "freed"))
_LEAVES = phrase("{may_leave}")
_NOBODY = re.compile(r"\W*(?:no|neither|nothing|nobody|none|what\b.*\bnever)\b", re.IGNORECASE)
_NOT = re.compile(
    r"(?:\bno\s+(?:\w+\s+){0,2}(?:right|reason|ground|cause|leave|power)\s+(?:to|for)"
    r"|\b(?:not|never|cannot|nor|neither)|n[’'\x27]t)(?:\s+(?:be|an?|any|sufficient|(?:by|of|in)\s+itself|per\s+se|on\s+its\s+own|thereby|therefore|alone|\w+ly))*\s*$",
    re.IGNORECASE,
)
_FINISHED = re.compile(r"it\s+(?:by|on|at|within|before|not\s+later|no\s+later)\s", re.IGNORECASE)
"""What is ended by a day is a work that was begun, and not the text."""
_OLDER = re.compile(r"\b(?:earlier|former|previous|prior|older|existing|past)\b", re.IGNORECASE)
"""What an entire-agreement clause makes lapse is not this text."""
_NOT_SO = re.compile(
    r"\b(?:is|are|be|do|does|shall|will|may|can)\s?n[o’']t\b(?!\s+(?:survive|outlast|outlive|endure|last|hold|continue|go\s+on)\b)",
    re.IGNORECASE,
)
"""A denial, but for that of going on."""
_UNTIL_THEN = re.compile(
    r"\b(?:(?:until|till|up\s+to|before|after|beyond)\s+(?:the\s+)?end|from\s[^.;,]{1,40}\sto\s+the\s+end)\b[^.;,]*\Z"
    r"|\b(?:until|till|before|after|(?:for\s+)?as\s+long\s+as)\s+(?:(?:the|this|it)\s+)?(?:[\w-]+\s+){0,3}?[\w-]+\Z",
    re.IGNORECASE,
)
_BREACH, _ONE_ACT, _PERSON = (phrase(f"{{{name}}}") for name in ("speaks_of_breach", "one_act", "a_person"))
_AS_ONE_LIKES = phrase("{as_one_likes}|any (?:day|moment|time|hour)|on the spot|as (?:it|they) (?:likes?|pleases?)")
_STEPS, _NOTICE, _AT_ONCE = phrase("{mending_fails}"), phrase("{notice_given}"), phrase("{at_once}")
_UNDONE = phrase(
    "(?:if|where|when|should) (?:this|that|it|nothing|the (?:step|time|limit|demand)) (?:is|has|be|was|are|does) "
    "(?:still )?(?:not )?(?:been )?(?:done|happen(?:ed)?|met|kept|followed|heeded|help(?:ed)?|passed)"
    "|failing (?:this|that|which)|otherwise"
)
"""That what was asked for was not done: the failure of one step."""
_HOURS = re.compile(
    r"\b(?:[1-9]|1\d|one|two|three|four|five|six|eight|ten|twelve)\s+(?:hour|minute)s?[\u2019']?\s+(?:\w+\s+)?notice\b"
    r"|\b(?:short|immediate)\s+notice\b|\bnotice\s+of\s+(?:[1-9]|1\d|one|two|three|six|twelve)\s+(?:hour|minute)s?\b",
    re.IGNORECASE,
)
"""A notice that leaves nobody time to go."""
_ON_THE_END = phrase(
    "notice|terminat\\w*|denounc\\w*|denunc\\w*|withdraw\\w*|renounc\\w*|ends?|leaves?|laps\\w*|expir\\w*"
)
_LONGER = phrase("extend\\w*|extension|prolong\\w*|renew\\w*|goes on|each time|objects?")
"""A notice by which the text is not extended warns of no other end."""


_FINDING = phrase(
    "(?:the|such|this|that|its|a) (?:\\w+ )?(?:determination|finding|ruling|verdict)(?! of (?:who|what|whether)\\b)"
)
"""That a breach was found, where the breach itself isn't named."""
_FOUND = phrase(
    "(?:(?:is|are|has|have|had|been|was|as|be) )*(?:found|established|confirmed|determined|certified|verified|ruled"
    "|declared|pronounced|adjudged|held|attested)(?: (?:by|that))?|finding (?:of|that)"
)
_AT_MOST_MAY = re.compile(r"\b(?:may|can|shall\s+meet|unless|only)\b", re.IGNORECASE)
"""A finding alone: it gives nobody time to mend what was found."""


@dataclass(frozen=True)
class Ending:
    """A sentence by which the text ends or somebody is freed of it: where its words stand, and what brings it about
    (a breach, one act or one person, or a party's will alone)."""

    sentence: Sentence
    start: int
    end: int
    breach: bool
    one_act: bool
    at_will: bool
    steps: bool
    """Whether something stands between the breach and the end: a finding, a time to mend it, a meeting."""


def endings(draft: Draft) -> tuple[Ending, ...]:
    """Every such sentence of the operative ones; made once for a draft."""
    known = draft.notes.get("endings")
    if not isinstance(known, tuple):
        known = tuple(ending for sentence in draft.operative if (ending := _ending(sentence)) is not None)
        draft.notes["endings"] = known
    return known


_A_LAPSE = re.compile(r"\b(?:an?|each|every|any|no|one)\s+(?:\w+\s+)?\*?lapse\b", re.IGNORECASE)
"""A lapse that is a breach, and no end."""


def _ending(sentence: Sentence) -> Ending | None:
    words = sentence.exact
    ends = [match for pattern in _OVER for match in pattern.finditer(words) if not _denied(words, match)]
    breaches = [match.end() for match in _A_LAPSE.finditer(words)]
    ends = [match for match in ends if match.end() not in breaches]
    ends = [match for match in ends if not _FINISHED.match(words, match.end() - len("it"))]
    leaves = next((match for match in _LEAVES.finditer(words) if not _denied(words, match)), None)
    over = leaves or (min(ends, key=re.Match.start) if ends else None)
    if over is None:
        return None
    told = _NOTICE.search(words) is not None and not _HOURS.search(words)
    rest = f"{words[: over.start()]}{' ' * (over.end() - over.start())}{words[over.end() :]}"
    breach, act, person = (pattern.search(rest) for pattern in (_BREACH, _ONE_ACT, _PERSON))
    if breach is None and not told:
        breach = _UNDONE.search(rest)
    breach = breach or _FINDING.search(rest)
    said = [over, *(match for match in (breach, act, person) if match)]
    stop = re.compile(r"[.;]|$").search(words, max(match.end() for match in said))
    return Ending(
        sentence=sentence,
        start=sentence.start + min(match.start() for match in said),
        end=sentence.start + (stop.start() if stop else len(words)),
        breach=breach is not None,
        one_act=act is not None or person is not None,
        at_will=(leaves is not None or bool(_AS_ONE_LIKES.search(rest)))
        and (bool(_AT_ONCE.search(words)) or (not breach and not act and not told)),
        steps=bool(_STEPS.search(rest if leaves or told or _AT_MOST_MAY.search(words) else _FOUND.sub(" ", rest))),
    )


def _denied(words: str, match: re.Match[str]) -> bool:
    """Whether the clause denies it ("What one soldier does never ends this text"), speaks of an older text, or tells by
    the end how long something lasts."""
    if _UNTIL_THEN.search(words, 0, match.end()):
        return True
    clause = re.split(r"[,;:]", words[: match.start()])[-1]
    inside = _NOT_SO.search(match.group())
    return bool(_NOBODY.match(clause) or _NOT.search(clause) or inside or _OLDER.search(clause + match.group()))


class OneStep(Rule):
    code = "H1.one-step"
    title = "From notice to the end in one step"
    reference = "Checklist H1: a ladder; a single step from notice to end"
    applies_to = "sentences by which a breach ends the text or frees a party"
    fix = (
        "Put steps between: meeting within n hours, correction within n days, public finding, measures, and only "
        "then the end."
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for each in endings(draft):
            if each.breach and not each.steps:
                words = " ".join(draft.framework.text[each.start : each.end].split())
                why = f"'{words}': nothing stands between the first complaint and the end."
                yield self.at(draft, each.start, each.end, why, provision=each.sentence.provision)


class OneActEndsAll(Rule):
    code = "H2.ends-all"
    title = "One act that ends everything"
    reference = "Checklist H2; HR 41: a single act can end the agreement"
    applies_to = "sentences by which one act, or one person's, ends the text or frees a party"
    fix = "Write that persons who break it are punished and that one act, or one person's, does not end it."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for each in endings(draft):
            if each.one_act and not each.steps:
                words = " ".join(draft.framework.text[each.start : each.end].split())
                why = f"'{words}': whoever wants the war back needs one shot."
                yield self.at(draft, each.start, each.end, why, provision=each.sentence.provision)


class EndAtWill(Rule):
    code = "K4.at-will"
    title = "An end at once and at will"
    reference = "Checklist K4; HR 36: end at once at will; nobody is warned"
    applies_to = "sentences by which a party may leave the text"
    fix = "Add the ground, n days' notice to the other Party, the monitors and the public, and what still holds after."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for each in endings(draft):
            if each.at_will and not self._told(draft, each.sentence):
                words = " ".join(draft.framework.text[each.start : each.end].split())
                why = f"'{words}' gives neither civilians nor monitors any warning."
                yield self.at(draft, each.start, each.end, why, provision=each.sentence.provision)

    def _told(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether another sentence of the provision has a notice for the end."""
        near = (words for words in draft.beside(sentence) if words != sentence.exact and not _LONGER.search(words))
        return any(_NOTICE.search(words) and _ON_THE_END.search(words) for words in near)


RULES: tuple[Rule, ...] = (OneStep(), OneActEndsAll(), EndAtWill())
