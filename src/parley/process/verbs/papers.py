"""What the papers say: documents, readings, positions, review, exports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from parley.model import (
    Audience,
    Decision,
    Document,
    Every,
    FilesOutput,
    NotPermitted,
    PositionsOutput,
    ReadOutput,
    ReviewOutput,
    SearchOutput,
    WrongUsage,
    first_instant,
)

from ..changes import changes_since, day_meant, tone_between
from ..converting import convert
from ..converting_text import convert_text_of
from ..exports import Format, format_named
from ..joining import choice_of, decisions_seen, proposals_of
from ..readings import (
    all_read,
    search_shelves,
)
from ..reviewing import Desk, Filters
from ..words import terms_of
from .base import Verbs

_TEAM = Audience("team")
_MEDIATOR = Audience("mediator")


class PaperVerbs(Verbs):
    """The verbs about papers."""

    def documents(self, audience: Audience = _TEAM) -> tuple[Document, ...]:
        """The papers with their text."""
        opened, _ = self._opened(self._view(audience))
        return tuple(entry.document for _, documents in opened for entry in documents)

    def read(self, audience: Audience = _TEAM) -> ReadOutput:
        """Who said what, to whom, when, how firmly, under which condition: all papers read."""
        view = self._view(audience)
        after, notes = self._after(view)
        actors = {actor.id: actor for actor in self.settings.actors}
        for _, reading in after.readings:
            for actor in reading.actors:
                actors.setdefault(actor.id, actor)
        proposals, about_them = proposals_of(after.readings, decisions_seen(view))
        found = all_read(after.readings)
        kept = tuple(each for each in after.statements if each.id not in after.left_out)
        found |= {"statements": kept, "left_out": tuple(each for each in after.statements if each.id in after.left_out)}
        found["criticisms"] = tuple(each for _, reading in after.kept for each in reading.criticisms)
        unread = [f"{document.path}: {note}" for document, reading in after.readings for note in reading.notes]
        return ReadOutput(
            audience=audience,
            head=view.head,
            notes=(*notes, *unread, *about_them),
            actors=tuple(actors.values()),
            proposals=proposals,
            **found,
        )

    def search(self, words: str, audience: Audience = _TEAM) -> SearchOutput:
        """The places where ``words`` stand in the papers, in any script; see :mod:`parley.process.words`."""
        terms = terms_of(words)
        if not terms:
            raise WrongUsage("There is no word to look for; give at least one letter or digit.")
        view = self._view(audience)
        opened, notes = self._opened(view)
        hits, more = search_shelves(opened, terms)
        return SearchOutput(audience=audience, head=view.head, notes=(*view.notes, *notes, *more), hits=tuple(hits))

    def positions(
        self,
        audience: Audience = _TEAM,
        since: str | None = None,
        tone: tuple[str, str] | None = None,
        every: Every = Every.WEEK,
    ) -> PositionsOutput:
        """Where each party stands on each issue, with the statements behind it, and what moved.

        ``since`` ("2031-03-06", or "14d" for the last 14 days by the process's own clock) leaves out the
        changes before it. ``tone`` names two actors: how the first acts towards the second, by ``every``
        week or month. Raises :class:`WrongUsage` for a day or an actor that isn't one.
        """
        from parley.reading import positions

        view = self._view(audience)
        day = day_meant(since, (self.settings.as_of or self._clock()).date()) if since else None
        after, notes = self._after(view)
        cells = positions(after.readings, view.issues[0], self.settings.actors, after.left_out)
        return PositionsOutput(
            audience=audience,
            head=view.head,
            notes=notes,
            cells=cells,
            changes=changes_since(cells, day, self.settings.zone),
            since=day,
            tone=tone and tone_between(after.kept, self.settings.actors, tone, every, self.read(audience).proposals),
        )

    def desk(self, audience: Audience = _TEAM) -> Desk:
        """Where statements are looked at one by one and decided; for the team and the mediator.

        Raises :class:`NotPermitted` for everybody else: a decision holds for all who may see the paper.
        """
        if audience not in (_TEAM, _MEDIATOR):
            raise NotPermitted(f"Statements are reviewed by the team or the mediator, not by {audience}.")
        read, notes = self._read(self._view(audience))
        return Desk(lambda: self._view(audience), read, self.settings.actors, self._reader.version, self._clock, notes)

    def review(
        self,
        audience: Audience = _TEAM,
        filters: Filters | None = None,
        certain: bool = False,
        sample: int | None = None,
        seed: int = 1,
    ) -> ReviewOutput:
        """What is open for a person to settle, what was decided, and how often the reading was right.

        ``certain`` lists all statements that nobody decided and not the uncertain ones alone; ``sample`` a
        random sample of that size instead, the same for the same ``seed``. :meth:`desk` is where to decide.
        """
        desk = self.desk(audience)
        after = desk.after()
        reviewed = desk.review(filters, certain, sample, seed)
        head, notes = self._view(audience).head, (*desk.notes, *after.notes)
        return ReviewOutput(audience=audience, head=head, notes=notes, **dict(reviewed))

    def convert(
        self,
        out: str | Path,
        to: str | None = None,
        audience: Audience = _TEAM,
        bom: bool = False,
        as_of: dt.date | None = None,
    ) -> FilesOutput:
        """Write what was read to ``out`` as ``jsonl``, ``csv`` or ``webanno``: ``to``, or else as its name ends.

        ``mfotl`` and ``trace`` write the text in force, and the reports, as logic; a trace goes up to ``as_of``, as
        :meth:`watch` judges. See :func:`parley.process.exports.export` for the files. Raises :class:`WrongUsage` for
        another format, a file that is there already, or ``as_of`` for anything but a trace, and
        :class:`NotPermitted` where the audience may not see the text.
        """

        def read() -> tuple[ReadOutput, dict[str, str]]:
            return self.read(audience), {document.id: document.text for document in self.documents(audience)}

        format_ = format_named(to, Path(out))
        if as_of is not None and format_ is not Format.TRACE:
            raise WrongUsage(f"--as-of says up to when reports count, and --to {format_} writes none; leave it.")
        if format_.of_text:
            asked = first_instant(as_of, self.settings.zone) if as_of else None
            moment = asked or self.settings.as_of or self._clock()
            return convert_text_of(self._view(audience), Path(out), format_, moment)
        return convert(read, Path(out), to, bom)

    def join(
        self,
        proposal: str,
        *,
        by: str,
        groups: Sequence[Sequence[str]] | None = None,
        reason: str = "",
        audience: Audience = _MEDIATOR,
    ) -> Decision:
        """Record that what a proposal of :meth:`read` names is one; or, with ``groups`` of its targets, what is.

        ``[[a], [b]]`` keeps two apart, ``[[a, b], [c]]`` joins two of three. Raises :class:`WrongUsage` where no
        proposal that ``audience`` sees has this id, or where the groups aren't its targets.
        """
        found = next((each for each in self.read(audience).proposals if each.id == proposal), None)
        if found is None:
            raise WrongUsage(f"'{proposal}' is no proposal of this process; take an id from the output of read.")
        choice, caucus = choice_of(found, [found.targets] if groups is None else groups, by, reason)
        return self._record([choice], caucus)[0]
