"""What is uncertain about a statement, how much hangs on it, and which ones a random sample draws."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from parley.model import Act, Commitment, Position, Statement, exact_words

from .records import target_of

_HOW_FIRM = {
    Commitment.HEDGED: "the speaker is taken not to stand behind it wholly",
    Commitment.POSSIBLE: "it is taken as no more than possible",
    Commitment.DENIED: "it is taken as denied",
    Commitment.ASKED: "it is taken as a question",
}


def why_uncertain(statement: Statement) -> tuple[str, ...]:
    """Sentences on what a person should look at; none for a statement that is certain.

    The reader's own doubts; nobody as speaker; a speaker that is nobody of the process; on an issue a
    commitment other than asserted, for whether a party holds a position hangs on it; a condition that
    was set and not found.
    """
    why = list(statement.doubts)
    if statement.speaker is None:
        why.append("Nobody was found who says it.")
    elif statement.speaker.id is None and not all(
        each.id for each in statement.speaker.members or (statement.speaker,)
    ):
        why.append(f"'{statement.speaker.name}' is nobody that the process or the paper names.")
    if statement.issues and statement.commitment in _HOW_FIRM:
        on = f" ('{exact_words(statement.hedges)}')" if statement.hedges else ""
        why.append(f"It is on {_listed(statement.issues)}, and {_HOW_FIRM[statement.commitment]}{on}.")
    if statement.act is Act.CONDITION and not statement.conditions:
        why.append("It is taken to set a condition, and no condition was found.")
    return tuple(why)


def by_weight(
    statements: Sequence[Statement], positions: Sequence[Position], papers: Sequence[str]
) -> tuple[Statement, ...]:
    """The statements in the order to look at them.

    First those on which most positions rest, then those on most issues, then those with most that is
    uncertain; those alike in the order of ``papers`` (document ids) and of the paper's text.
    """
    resting = {statement: 0 for position in positions for statement in position.statements}
    for position in positions:
        for id in position.statements:
            resting[id] += 1
    place = {document: number for number, document in enumerate(papers)}

    def weight(statement: Statement) -> tuple[int, int, int, int, int]:
        hangs = (resting.get(statement.id, 0), len(statement.issues), len(why_uncertain(statement)))
        return (-hangs[0], -hangs[1], -hangs[2], place.get(statement.document, len(place)), start_of(statement))

    return tuple(sorted(statements, key=weight))


def drawn(statements: Sequence[Statement], size: int, seed: int) -> tuple[Statement, ...]:
    """A simple random sample without replacement, in random order; the same for the same seed.

    Each statement gets a number from the seed and its place by sha256, and the lowest are taken: so a sample
    is resumed by asking for it again, and papers that come later change no more of it than they must.
    """

    def number(statement: Statement) -> bytes:
        return hashlib.sha256(f"{seed}\0{target_of(statement)}".encode()).digest()

    return tuple(sorted(statements, key=number)[:size])


def start_of(statement: Statement) -> int:
    """Where a statement begins in its paper, in code points."""
    return min((span.start for span in (*statement.content, *statement.cue, *statement.source)), default=0)


def _listed(issues: Sequence[str]) -> str:
    return ", ".join(f"#{issue}" for issue in issues)
