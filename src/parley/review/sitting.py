"""A sitting: statements and proposals one by one, a key for each, every decision saved when the key is pressed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from parley.model import DecisionKind, Document, Drawn, Proposal, ReviewItem, Statement, WrongUsage
from parley.process import Desk, Filters, Standing
from parley.text.listing import counted
from parley.text.visible import visible

from .correcting import LEAVE, Corrections
from .keys import Keys
from .screen import HELP, PROPOSAL_KEYS, in_a_line, numbered, short, show_item, show_keys, show_proposal

_QUIT = ("q", "\x03", "\x04")


@dataclass(frozen=True)
class _Done:
    """A decision of this sitting: where in the queue, and its hash."""

    place: int
    decision: str


class Sitting:
    """One person's way through what is open.

    ``by`` is who decides. With ``certain`` the certain statements come too; with ``sample`` a random sample
    of that size in random order, drawn by ``seed``, each decision marked as the sample's.
    """

    def __init__(
        self,
        desk: Desk,
        by: str,
        keys: Keys,
        console: Console,
        filters: Filters | None = None,
        certain: bool = False,
        sample: int | None = None,
        seed: int = 1,
    ) -> None:
        self._desk, self._by, self._keys, self._console = desk, by, keys, console
        self._filters = filters or Filters()
        review = desk.review(self._filters, certain, sample, seed)
        self._drawn: Drawn | None = desk.sample(self._filters, sample, seed) if sample is not None else None
        self._queue: list[str | Proposal] = [*(item.statement.id for item in review.open), *review.proposals]
        self._statements = len(review.open)
        self._place = 0
        self._done: list[_Done] = []
        self._seen: set[int] = set()

    def run(self) -> int:
        """Go through it until the end or until the person quits; how many decisions were made."""
        self._begin()
        try:
            while self._place < len(self._queue) or self._goes_back():
                current = self._queue[self._place]
                going = self._proposal(current) if isinstance(current, Proposal) else self._statement(current)
                if not going:
                    break
        except (EOFError, KeyboardInterrupt):
            self._say("")
        self._end()
        return len(self._done)

    def _goes_back(self) -> bool:
        """After the last one: whether the person takes back a decision, or goes back; else the sitting ends."""
        if not self._done and self._earlier() is None:
            return False
        self._say("That was the last one. u takes back the last decision, b goes back, q ends.")
        while self._place >= len(self._queue):
            key = self._keys.key()
            if key in (*_QUIT, "\r", "\n"):
                return False
            if key == "b" and self._queue:
                self._place = len(self._queue) - 1
            elif key == "u":
                try:
                    self._undo()
                except WrongUsage as error:
                    self._say(str(error))
        return True

    # -- one statement ---------------------------------------------------------------------------------

    def _statement(self, id: str) -> bool:
        """Show one statement and do what the key says; whether to go on."""
        item = self._desk.item(id)
        if item.decided and self._place not in self._seen and self._drawn is None:
            self._say(f"{self._where()}: decided by somebody else in the meantime; passed over.")
            self._place += 1
            return True
        self._seen.add(self._place)
        show_item(self._console, self._desk, item, self._where())
        if item.decided and self._drawn is not None and not self._is_drawn(item):
            self._say("It was decided outside the sample; a takes that decision into the sample.")
        show_keys(self._console)
        does: dict[str, Callable[[ReviewItem], None]] = {
            "a": self._accept,
            "c": self._correct,
            "r": lambda item: self._decide(item, DecisionKind.REJECT),
            "m": self._merge,
            "n": self._note,
            "u": self._undo,
        }
        return self._act(lambda key: does[key](item) if key in does else None, frozenset(does))

    def _accept(self, item: ReviewItem) -> None:
        if item.decided is None:
            self._decide(item, DecisionKind.CONFIRM)
        elif self._drawn is None or self._is_drawn(item):
            self._place += 1
        else:
            before = self._desk.after().latest[item.statement.id]
            into = before.into.id if before.into else None
            self._decide(item, before.entry.kind, changes=before.record.changes, into=into)

    def _correct(self, item: ReviewItem) -> None:
        new = Corrections(self._console, self._keys, self._desk, item).ask()
        if not new:
            return
        before = self._desk.after().latest.get(item.statement.id)
        changes = dict(before.record.changes) if before and before.entry.kind is DecisionKind.CORRECT else {}
        self._decide(item, DecisionKind.CORRECT, changes={**changes, **new}, stay=True)

    def _merge(self, item: ReviewItem) -> None:
        alike = self._desk.alike(item.statement.id)
        if not alike:
            raise WrongUsage("No other statement has like words.")
        papers = self._desk.papers()
        numbered(self._console, (_candidate(each, papers[each.document]) for each in alike))
        words = self._keys.line(f"Which says the same? (1-{len(alike)}, {LEAVE}) ").strip()
        if words:
            if not words.isdecimal() or not 1 <= int(words) <= len(alike):
                raise WrongUsage(f"'{words}' is none of the numbers from 1 to {len(alike)}; nothing was changed.")
            self._decide(item, DecisionKind.MERGE, into=alike[int(words) - 1].id)

    def _note(self, item: ReviewItem) -> None:
        words = self._keys.line(f"Note ({LEAVE}): ").strip()
        if words:
            self._decide(item, DecisionKind.NOTE, note=words, stay=True)

    def _decide(self, item: ReviewItem, kind: DecisionKind, stay: bool = False, **how: object) -> None:
        """Record it, unless somebody else decided since the statement was shown."""
        id = item.statement.id
        if self._desk.item(id).decided != item.decided:
            self._say("Somebody else decided on it while you looked; see what stands now.")
            return
        entry = self._desk.decide(id, kind, by=self._by, sample=self._drawn, **how)  # type: ignore[arg-type]
        self._done.append(_Done(self._place, entry.hash))
        self._place += not stay

    def _is_drawn(self, item: ReviewItem) -> bool:
        """Whether what stands on it was decided in this sample."""
        decided = self._desk.after().latest.get(item.statement.id)
        return decided is not None and decided.record.drawn is not None and decided.record.drawn == self._drawn

    def _undo(self, item: ReviewItem | None = None) -> None:
        """Take back what stands on the statement shown, or else the last decision of this sitting, or of the last."""
        if item is not None and item.decided is not None:
            self._desk.revoke(item.decided, by=self._by)
            self._done = [each for each in self._done if each.decision != item.decided]
        elif self._done:
            last = self._done.pop()
            self._desk.revoke(last.decision, by=self._by)
            self._place = last.place
        elif (earlier := self._earlier()) is not None:
            if not self._take_back(earlier):
                return
        else:
            raise WrongUsage("There is nothing to take back: this one isn't decided, and you decided nothing yet.")
        self._say("Taken back; the record keeps both.")

    def _earlier(self) -> Standing | None:
        """The last decision of this person, made in an earlier sitting, that stands; of a sample one of the same."""
        mine = [
            each
            for each in self._desk.after().standing
            if each.decides
            and each.entry.by == self._by
            and each.statement is not None
            and each.record.drawn == self._drawn
        ]
        return max(reversed(mine), key=lambda each: each.entry.at, default=None)

    def _take_back(self, earlier: Standing) -> bool:
        """Take back a decision that isn't on the screen, once the person says so, and show its statement."""
        assert earlier.statement is not None
        on = f'{earlier.entry.kind} of {earlier.entry.at.date()} on "{short(earlier.statement, 50)}"'
        if self._keys.line(f"Take back your {visible(on)}? (y; {LEAVE}) ").strip().casefold() not in ("y", "yes"):
            return False
        self._desk.revoke(earlier.entry.hash, by=self._by)
        self._queue.insert(self._place, earlier.statement.id)
        self._statements += 1
        return True

    # -- one proposal ----------------------------------------------------------------------------------

    def _proposal(self, proposal: Proposal) -> bool:
        show_proposal(self._console, self._desk.papers(), proposal, self._where())
        show_keys(self._console, PROPOSAL_KEYS)
        apart = [(target,) for target in proposal.targets]
        does: dict[str, Callable[[], None]] = {
            "a": lambda: self._join(proposal, [proposal.targets]),
            "k": lambda: self._join(proposal, apart),
            "u": self._undo,
        }
        return self._act(lambda key: does[key]() if key in does else None, frozenset(does))

    def _join(self, proposal: Proposal, groups: Sequence[tuple[str, ...]]) -> None:
        if any(each.place == self._place for each in self._done):
            raise WrongUsage("You decided on it already; u takes that back.")
        if all(each.id != proposal.id for each in self._desk.proposals(self._filters)):
            self._say("Somebody else decided on it, or it is told otherwise by now; passed over.")
        else:
            self._done.append(_Done(self._place, self._desk.join(proposal, groups, by=self._by).hash))
        self._place += 1

    # -- keys ------------------------------------------------------------------------------------------

    def _act(self, does: Callable[[str], None], known: frozenset[str]) -> bool:
        """Wait for a key that means something, and do it; whether to go on."""
        while True:
            key = self._keys.key()
            if key in _QUIT:
                return False
            if key == "s":
                self._place += 1
            elif key == "b":
                self._place = max(0, self._place - 1)
            elif key == "?":
                self._say(HELP)
                continue
            elif key in known:
                try:
                    does(key)
                except WrongUsage as error:
                    self._say(f"{error} Choose a key; ? tells what each does.")
                    continue
            else:
                if key.isprintable():
                    self._say(f"{key} is no key here; ? tells what each does.")
                continue
            return True

    # -- words -----------------------------------------------------------------------------------------

    def _where(self) -> str:
        return f"{self._place + 1} of {len(self._queue)}"

    def _begin(self) -> None:
        if not self._queue:
            self._say("Nothing is open.")
            return
        proposals = len(self._queue) - self._statements
        parts = [counted(self._statements, "statement")] if self._statements else []
        parts += [f"{counted(proposals, 'proposal')} of one event told by several papers"] if proposals else []
        drawn = f", a random sample of {self._drawn.of}" if self._drawn else ""
        self._say(f"To look at: {' and '.join(parts)}{drawn}. Decisions are {self._by}'s; each is saved at its key.")

    def _end(self) -> None:
        self._say(f"{counted(len(self._done), 'decision')} saved. What is left comes again next time.")

    def _say(self, words: str) -> None:
        self._console.print(Text(visible(words)))


def _candidate(statement: Statement, paper: Document) -> str:
    """Who says what, what it does by it, in which paper of which day."""
    day = paper.published.date() if isinstance(paper.published, dt.datetime) else paper.published
    return f"{in_a_line(statement)} ({', '.join(filter(None, (statement.act.value, paper.path, str(day or ''))))})"
