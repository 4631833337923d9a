"""The Python API: a process is a folder, and each verb is a method of :class:`Process`.

Every output is made for an audience and computed only from what that audience may see; the rest is
not so much as opened. Nothing is remembered between two calls that the folder doesn't hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from parley.model import (
    TEAM,
    Audience,
    Decision,
    DecisionKind,
    FilesOutput,
    RecordOutput,
    WrongUsage,
)

from . import folder as folders
from .chain import START, Choice
from .forget import erase, find_paper
from .inputs import read_bytes
from .names import inside
from .settings import FILE, load_settings
from .verbs import PaperVerbs, TextVerbs, WatchingVerbs, WeighingVerbs

_TEAM = Audience("team")
_MEDIATOR = Audience("mediator")


class Process(WeighingVerbs, WatchingVerbs, TextVerbs, PaperVerbs):
    """One peace process in the folder ``folder``.

    ``clock`` tells the time for decisions and for ``watch``; ``reader`` reads documents, by default
    :func:`parley.reading.read`; ``progress`` is called after each paper. Errors are those of
    :mod:`parley.model.errors`: ``UnusableInput`` for a file that can't be used, ``BrokenChain`` from
    every verb whose process has a chain of decisions that doesn't hold.
    """

    @classmethod
    def open(cls, folder: str | Path, **how: Any) -> Process:
        """The process in ``folder``; ``how`` is as for the class. Raises :class:`UnusableInput` if there is none."""
        path = Path(folder)
        if problem := folders.why_no_process(path):
            raise problem
        settings = inside(path, FILE, str(path))
        return cls(path, load_settings(read_bytes(settings, str(settings)), str(settings)), **how)

    @classmethod
    def new(cls, folder: str | Path, framework: str | None = None) -> FilesOutput:
        """Scaffold a process in ``folder``, which is made, or is there and empty; the files written."""
        return folders.new(Path(folder), framework)

    @classmethod
    def copied(cls, source: str | Path, folder: str | Path, **how: Any) -> Process:
        """A copy of the process in ``source``, without its cache, in ``folder``, which is new or empty."""
        folders.copy_files(Path(source), Path(folder))
        return cls.open(folder, **how)

    def decide(
        self,
        kind: DecisionKind | str,
        subject: str,
        *,
        by: str,
        reason: str = "",
        detail: Mapping[str, Any] | None = None,
        caucus: str | None = None,
    ) -> Decision:
        """Record one decision, in the shared chain or in that of the caucus of the party ``caucus``.

        A ``release`` has the name of a shared file as subject and ``{"to": audience}`` as detail.
        """
        try:
            choice = Choice(DecisionKind(kind), subject, by, reason, detail or {})
        except ValueError:
            raise WrongUsage(f"'{kind}' is no decision; use one of {', '.join(DecisionKind)}.") from None
        if choice.kind is DecisionKind.RELEASE:
            Audience.parse(str(choice.detail.get("to", "")))
        return self._record([choice], caucus)[0]

    def forget(self, document: str, *, by: str, reason: str) -> Decision:
        """Forget a paper, given by its name or id, of whatever compartment: its content is deleted.

        The decision, with the document's hash and the reason, is recorded first, in the chain of the
        paper's own compartment; a copy of the paper that turns up later is not used.
        """
        compartment, paper, id = find_paper(self._view(_MEDIATOR), document)
        decision = self._record([Choice(DecisionKind.FORGET, id, by, reason)], compartment.party)[0]
        self._memory.clear()
        erase(compartment, paper, id)
        return decision

    def verify(self, head: str | None = None, audience: Audience = _TEAM) -> RecordOutput:
        """Check the chains of decisions that ``audience`` may see, and list what they say.

        ``head`` is one printed earlier, which has to be in the shared chain still. Raises
        :class:`BrokenChain` naming file and line.
        """
        view = self._view(audience)
        main = view.shared.chain.verify(head)
        entries = main if audience.may_see(view.shared.label | TEAM) else ()
        for caucus in view.caucuses:
            entries += caucus.chain.verify()
        return RecordOutput(
            audience=audience,
            head=main[-1].hash if main else START,
            notes=view.notes,
            decisions=len(entries),
            holds=True,
            entries=entries,
        )

    def write_out(self, name: str, text: str) -> Path:
        """Write a file into ``out/``, atomically; its path."""
        return folders.write_out(self.folder, name, text)
