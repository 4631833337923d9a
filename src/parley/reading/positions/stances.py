"""From one statement to options and stances: which options its words name, and how it stands to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.model import Act, Commitment, Issue, Option, Stance, Statement
from parley.text import day_counts, distances, durations, numbers

from ..statements.issues import Words, content_stems, speaks_to, spoken

_OF_ACT = {
    Act.DEMAND: Stance.DEMANDS,
    Act.REQUEST: Stance.DEMANDS,
    Act.PROPOSE: Stance.SUPPORTS,
    Act.OFFER: Stance.SUPPORTS,
    Act.COMMIT: Stance.SUPPORTS,
    Act.ACCEPT: Stance.SUPPORTS,
    Act.PRAISE: Stance.SUPPORTS,
    Act.REJECT: Stance.OPPOSES,
    Act.CRITICISE: Stance.OPPOSES,
    Act.EXPRESS_WILLINGNESS: Stance.OPEN,
    Act.CONDITION: Stance.CONDITIONAL,
}
# Plain assertions say where a party stands by their words: the first line that fits a clause decides.
_OF_WORDS = (
    (
        Stance.OPPOSES,
        r"\b(?:reject|oppos|refus|rul\w* out|never|unacceptable|out of the question|against"
        r"|(?:can|could|will|would|do|does|shall)(?:\s?not|n[o’']t))",
    ),
    (
        Stance.OPEN,
        r"\b(?:ready|willing|flexible|open to|prepared to|could (?:perhaps )?(?:accept|live|agree)"
        r"|(?:can|might|may|would) (?:accept|consider|agree|live|discuss))\b",
    ),
    (Stance.DEMANDS, r"\b(?:demand|insist|must|ha(?:s|ve) to|requir|want|need)"),
    (Stance.SUPPORTS, r"\b(?:support|propos|favou?r|agree|accept|welcome|offer|endors|back|prefer|our position)"),
)
_AGAINST = re.compile(
    r"\b(?:instead of|rather than|not|no more than|nor|less than)\b[^.;,…]*$|\bwould change nothing\b", re.IGNORECASE
)
_UP_TO = re.compile(
    r"(?:\bnot|n[o’']t|\bnever)\s[^.;,…]*\b(?:beyond|further than|farther than|more than|past|below)\b[^.;,…]*$",
    re.IGNORECASE,
)
"""Who will not go beyond 15 km stands at 15 km."""
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|only (?:if|when|after)|as long as|on condition|in (?:return|exchange) for)\b",
    re.IGNORECASE,
)
_QUANTIFIERS = frozenset({"all", "none", "both", "half", "some", "every", "most"})
_CLAUSE = re.compile(r"(?<=[.;:?!…])[\s”\"']+|,? (?:but(?! only)|while|whereas|although)\b|, and ", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?…][”\"’']?\s+\S")
"""Several sentences: each may take a stance of its own ("We reject 15 km. We demand 30 km.")."""
_NEGLIGIBLE = {Commitment.ASKED, Commitment.DENIED}


@dataclass(frozen=True)
class Said:
    """Words of a statement: all of them, or the clause that names an option, up to where it is named."""

    text: str
    before: str = ""
    """The clause up to the option."""


def own_words(statement: Statement, others: Sequence[Statement]) -> Said:
    """What the speaker says itself: its content without what it only reports of others."""
    text = spoken(statement)
    for other in others:
        if other.within == statement.id:
            for span in other.content:
                text = text.replace(span.exact, " … ")
    return Said(text)


def options_named(said: Said, issue: Issue) -> list[tuple[str, Said]]:
    """The options that the words name, each with the clause that does; one option may be named twice.

    An option with a figure in it ("15 km", "1,000 each") is named only by that figure; one that is
    told by words only, by a key word or by all its words, if some are its own among the options.
    """
    found: list[tuple[str, Said]] = []
    for clause in _clauses(said.text):
        named = [(option, place) for option in issue.options if (place := _place(clause, option, issue)) is not None]
        longest = [
            (option, (start, end))
            for option, (start, end) in named
            if not any(s <= start and end <= e and e - s > end - start for other, (s, e) in named if other != option)
        ]
        found += [(option.id, Said(clause, clause[:start])) for option, (start, _) in longest]
    return found


def names_measure(said: Said, issue: Issue, issues: Sequence[Issue]) -> bool:
    """Whether the words name an option of this issue, and of no other, by a figure with its unit ("15 km")."""
    here = {value for value in _figures(said.text) if not value.replace(".", "").isdigit()}
    ours, others = (
        {value for each in some for option in each.options for value in _figures(option.text)}
        for some in ([issue], [each for each in issues if each.id != issue.id])
    )
    return bool(here & ours - others)


def _clauses(text: str) -> Iterator[str]:
    start = 0
    for match in _CLAUSE.finditer(text):
        yield text[start : match.start()]
        start = match.end() if not match.group().strip(" ,").isalpha() else match.start()
    yield text[start:]


def _place(clause: str, option: Option, issue: Issue) -> tuple[int, int] | None:
    """Where a clause names an option, as (start, end)."""
    words = Words(clause)
    for keyword in (option.id.replace("-", " "), *option.keywords):
        hits = words.find(keyword) if not keyword.isdigit() and len(keyword) > 3 else []
        if hits:
            return hits[0]
    wanted = _figures(option.text)
    if wanted:
        here = _figures(clause)
        if option.text.strip().isdigit() and speaks_to(clause, issue):  # the unit stands beside the bracket
            here |= {f"{value:g}": (start, end) for start, end, value in _bare_numbers(clause)}
        places = [place for value, place in here.items() if value in wanted]
        return min(places) if len(places) >= len(wanted) else None
    whole = words.find(option.text)
    if whole and not _is_quantifier(option):
        return whole[0]
    telling = content_stems(option.text)
    shared = frozenset[str]().union(*(content_stems(other.text) for other in issue.options if other != option))
    if not telling - shared or not telling <= set(words.stems):
        return None
    at = [i for i, each in enumerate(words.stems) if each in telling]
    if _is_quantifier(option) and not any(_counts_issue(words, i, issue) for i in at):
        return None
    return words.starts[at[0]], words.ends[at[-1]]


def _is_quantifier(option: Option) -> bool:
    return content_stems(option.text) <= _QUANTIFIERS


def _counts_issue(words: Words, at: int, issue: Issue) -> bool:
    """Whether a word like "all" stands before what the issue is about: "all the prisoners"."""
    topic = content_stems(" ".join([issue.title, *issue.keywords]))
    following = [
        each
        for plain, each in zip(words.plain[at + 1 : at + 4], words.stems[at + 1 : at + 4], strict=True)
        if plain not in ("the", "of", "their", "our", "its", "his", "her")
    ]
    return bool(following) and following[0] in topic


def _figures(text: str) -> dict[str, tuple[int, int]]:
    """The quantities of a text by their value ("15000 m", "P30D", "500"), each with its place."""
    found: dict[str, tuple[int, int]] = {}
    taken: list[tuple[int, int]] = []
    quantities = [
        *((start, end, f"{value.metres:g} m") for start, end, value in distances(text)),
        *((start, end, str(value)) for start, end, value in durations(text)),
        *((start, end, str(value)) for start, end, value in day_counts(text)),
    ]
    for start, end, value in [*quantities, *((start, end, f"{value:g}") for start, end, value in numbers(text))]:
        if not any(start < e and s < end for s, e in taken):
            taken.append((start, end))
            found.setdefault(value, (start, end))
    return found


def _bare_numbers(text: str) -> list[tuple[int, int, float]]:
    """The bare numbers of a text, those before a unit among them."""
    return [
        (match.start(), match.end(), float(match.group())) for match in re.finditer(r"(?<![\w.,])\d+(?![\w.,]\d)", text)
    ]


def stance_of(statement: Statement, part: Said, option: str | None) -> Stance:
    """How the speaker stands to what the words name, from act, words, conditions and commitment.

    What is asked or denied tells nothing. A doubtful "yes" is openness, a "yes" under a condition is
    conditional; "not 15 km", "rather than 15 km" stand against what they name.
    """
    if statement.commitment in _NEGLIGIBLE:
        return Stance.UNCLEAR
    stance = _OF_ACT.get(statement.act)
    worded = _by_words(part)
    if option is None:
        worded = None  # without an option the words may be about anything
    own_clause = worded is not None and _SENTENCES.search(spoken(statement)) is not None
    if stance is None or own_clause or (worded is Stance.OPPOSES and stance is not Stance.OPPOSES):
        stance = worded
    elif worded is Stance.OPEN and stance in (Stance.SUPPORTS, Stance.CONDITIONAL):
        stance = Stance.OPEN
    if stance is None:
        return Stance.UNCLEAR
    against = _AGAINST.search(part.before) and not _UP_TO.search(part.before)
    if against and stance is not Stance.OPPOSES:
        return Stance.OPPOSES
    conditional = bool(statement.conditions) and any(c.words in part.text for c in statement.conditions)
    if stance in (Stance.SUPPORTS, Stance.OPEN) and (conditional or _CONDITION.search(part.text)):
        return Stance.CONDITIONAL
    doubtful = statement.commitment in (Commitment.POSSIBLE, Commitment.HEDGED)
    if doubtful and stance in (Stance.SUPPORTS, Stance.DEMANDS):
        return Stance.OPEN if stance is Stance.SUPPORTS else Stance.SUPPORTS
    return stance


def _by_words(part: Said) -> Stance | None:
    clause = part.text
    if _UP_TO.search(part.before):
        return Stance.SUPPORTS
    return next((stance for stance, pattern in _OF_WORDS if re.search(pattern, clause, re.IGNORECASE)), None)
