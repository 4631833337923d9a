"""What one audience's output may rest on: compartments, papers, the text, reports, profiles.

A view is made anew for each output. It opens the settings, the chain of decisions, and then only
what its audience may see.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from parley.model import (
    TEAM,
    Audience,
    Decision,
    DecisionKind,
    Effort,
    Framework,
    Issue,
    Label,
    NotPermitted,
    Profile,
    Report,
    Shape,
    UnusableInput,
)
from parley.text.listing import listed

from .annexes import SHAPES, Annexes, lettered, look_at
from .chain import START
from .compartments import Compartment, caucus_label, caucuses, shared
from .inputs import MAX_BYTES, read_bytes
from .judgements import Judgements
from .names import inside, list_files
from .opened import ARCHIVE, REPORTS
from .papers import papers_for, widened
from .readings import Shelf
from .settings import FILE as SETTINGS
from .settings import Settings
from .text import FILE as FRAMEWORK
from .text import Text, in_force, merged_issues, parse_text
from .toml import load_toml

if TYPE_CHECKING:
    from parley.monitoring.daily import Shown

    from .receiving import Received

_REPORTS = (*REPORTS, ARCHIVE)
_BESIDE = (".toml", ".md", ".txt")
"""How mappings and notes end that lie beside reports."""


@dataclass(frozen=True)
class View:
    """A process as ``audience`` may see it. ``root`` is the process's folder."""

    root: Path
    settings: Settings
    audience: Audience
    judgements: Judgements = field(default_factory=Judgements, compare=False)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        return self.shared.chain.entries()

    @property
    def head(self) -> str:
        return self.decisions[-1].hash if self.decisions else START

    @cached_property
    def released(self) -> dict[str, frozenset[str]]:
        """The audiences to which shared files were released, and still are, by the file's name."""
        released: dict[str, frozenset[str]] = {}
        revoked = {decision.subject for decision in self.decisions if decision.kind is DecisionKind.REVOKE}
        for decision in self.decisions:
            if decision.kind is DecisionKind.RELEASE and decision.hash not in revoked:
                to = released.get(decision.subject, frozenset()) | {str(decision.detail.get("to", ""))}
                released[decision.subject] = to
        return released

    def forgotten(self, compartment: Compartment) -> frozenset[str]:
        """Ids of the documents that decisions of this compartment forgot."""
        return frozenset(entry.subject for entry in self.entries(compartment) if entry.kind is DecisionKind.FORGET)

    def entries(self, compartment: Compartment) -> tuple[Decision, ...]:
        """The decisions of a compartment, oldest first."""
        return self.decisions if compartment.party is None else compartment.chain.entries()

    @property
    def shared(self) -> Compartment:
        return shared(self.root, self.settings.audience)

    @cached_property
    def caucuses(self) -> tuple[Compartment, ...]:
        return caucuses(self.root, self.audience)[0]

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands on every output: the notice, and what is wrong with the folder itself."""
        notice = (self.settings.notice,) if self.settings.notice else ()
        return (*notice, *caucuses(self.root, self.audience)[1])

    def shelves(self) -> tuple[tuple[Shelf, ...], tuple[str, ...]]:
        """The papers by compartment, the shared folder's first, and notes."""
        shelves: list[Shelf] = []
        notes: list[str] = []
        for compartment in (self.shared, *self.caucuses):
            papers, found = papers_for(compartment, self.audience, self.released)
            whole = compartment.party is not None or self.audience.may_see(TEAM)
            shelves.append(Shelf(compartment, papers, whole, self.forgotten(compartment)))
            notes += found
        return tuple(shelves), tuple(notes)

    def label_of(self, name: str) -> Label:
        """The label of a file that isn't a document: its caucus's, or the shared one once releases are counted.

        A text may name any file of the process as its annex; what lies in a caucus stays in it all the same.
        """
        return caucus_label(name) or widened(self.settings.audience, name, self.audience, self.released)

    @property
    def sees_text(self) -> bool:
        return self.audience.may_see(self.label_of(FRAMEWORK))

    @property
    def text_kept_back(self) -> str:
        label = self.label_of(FRAMEWORK)
        return f"{FRAMEWORK} is for {label} and was not released to {self.audience}: nothing of it is in this output."

    @cached_property
    def draft(self) -> Text:
        """The text as written; empty for an audience that may not see it. Raises :class:`UnusableInput`."""
        if not self.sees_text:
            return Text(Framework(path=FRAMEWORK, text=""), {}, (self.text_kept_back,))
        path = inside(self.root, FRAMEWORK, FRAMEWORK)
        if not path.exists():
            raise UnusableInput(FRAMEWORK, "this process has no text yet", f"write it as {FRAMEWORK} in its folder")
        return parse_text(read_bytes(path, FRAMEWORK, MAX_BYTES), FRAMEWORK)

    @cached_property
    def in_force(self) -> Text:
        """The text with the recorded choices taken."""
        return in_force(self.draft, self.decisions) if self.sees_text else self.draft

    @cached_property
    def issues(self) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
        """The issues of the text, where there is one to see, and of the settings; and notes on what doesn't fit."""
        if not (self.sees_text and (self.root / FRAMEWORK).exists()):
            return self.settings.issues, ()
        text = self.draft.framework
        issues, notes = merged_issues(text.issues, self.settings.issues)
        known = {actor.id for actor in self.settings.actors}
        strangers = [
            f"{FRAMEWORK} has the party {party.id}, and {SETTINGS} no actor with this id: nothing it says is found; "
            "add it there."
            for party in text.parties
            if party.id not in known
        ]
        return issues, (*notes, *strangers)

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The zones and lines of ``annexes/``, with the letters that the text gives their files."""
        return tuple(shape for shape in self.drawn if shape.kind.of_the_text)

    @cached_property
    def drawn(self) -> tuple[Shape, ...]:
        """All that ``annexes/`` draw: beside zones and lines the regions, and the borders that somebody claims."""
        from parley.monitoring import load_shapes

        letters = {annex.path: annex.letter for annex in self.draft.framework.annexes} if self.sees_text else {}
        names = {*self._drawings, *(annex for annex in letters if annex.lower().endswith(SHAPES))}
        shapes: list[Shape] = []
        for name in sorted(names):
            label = self._seen_label(name)
            if label is not None and (path := inside(self.root, name, FRAMEWORK)).is_file():
                data = read_bytes(path, name)
                shapes += [lettered(shape, letters.get(name)) for shape in load_shapes(data, name, label)]
        return tuple(shapes)

    @property
    def annexes(self) -> Annexes:
        """The same zones and lines as the text is checked with, sound or not, and which annexes are not there."""
        return look_at(self.draft.framework, self.root, self._seen_label, FRAMEWORK, self._drawings)

    @property
    def _drawings(self) -> list[str]:
        """The names of the files of ``annexes/`` that draw."""
        return [self.shared.name(path) for path in list_files(self.root, self.root / "annexes", SHAPES).files]

    def _seen_label(self, name: str) -> Label | None:
        label = self.label_of(name)
        return label if self.audience.may_see(label) else None

    @cached_property
    def shown(self) -> Shown:
        """What the text in force, the annexes and the process's actors show of names, places and words."""
        from parley.monitoring.daily import Shown

        return Shown(self.in_force.framework, self.drawn, self.settings.actors)

    def received(
        self, named: Sequence[Path] | None = None, mapping: str | None = None, now: dt.datetime | None = None
    ) -> Received:
        """What the files of ``reports/`` and of the caucuses that may be seen gave, or the files ``named``.

        ``mapping`` is the name of a ready mapping, or a file, by which all of them are read. A note tells of
        rows of a time after ``now``.
        """
        from .mappings import named_mapping, shipped
        from .receiving import receive  # the geometry is heavy, and most commands ask for no report

        files = self._report_files() if named is None else [self.named_file(path) for path in named]
        if mapping is not None and mapping not in shipped():
            self.named_file(Path(mapping))  # a mapping in somebody's caucus is for nobody else, as a report is
        return receive(self, files, None if mapping is None else named_mapping(mapping), now)

    def reports(self, named: Sequence[Path] | None = None) -> tuple[tuple[Report, ...], tuple[Effort, ...]]:
        """Reports and effort of ``reports/`` and of the caucuses that may be seen, or of the files ``named``."""
        got = self.received(named)
        return got.reports, got.effort

    def report_notes(self) -> tuple[str, ...]:
        """Files among the reports that were passed over."""
        seen = [
            compartment for compartment in (self.shared, *self.caucuses) if self.audience.may_see(compartment.label)
        ]
        notes: list[str] = []
        for each in seen:
            listing = list_files(self.root, each.reports)
            notes += listing.notes
            for path in listing.files:
                if not path.name.lower().endswith((*_REPORTS, *_BESIDE)):
                    name = path.relative_to(self.root).as_posix()
                    notes.append(
                        f"{name}: not read, for reports end in {listed(_REPORTS, 'or')}; save it as one of them."
                    )
        return tuple(notes)

    def _report_files(self) -> list[tuple[Path, str, Label]]:
        files: list[tuple[Path, str, Label]] = []
        for compartment in (self.shared, *self.caucuses):
            for path in list_files(self.root, compartment.reports, _REPORTS).files:
                name = compartment.name(path)
                files.append((path, name, compartment.label if compartment.party else self.label_of(name)))
        return files

    def named_file(self, path: Path) -> tuple[Path, str, Label]:
        """A file that the user named: one of this process keeps its label, another is for this audience."""
        real, root = path.resolve(), self.root.resolve()
        if not real.is_relative_to(root):
            return path, str(path), Label(self.audience)
        name = real.relative_to(root).as_posix()
        label = self.label_of(name)
        if not self.audience.may_see(label):
            raise NotPermitted(f"A file named for this output is not for {self.audience}; name one that is.")
        return path, name, label

    def profiles(self) -> tuple[Profile, ...]:
        """The profiles of the caucuses that may be seen."""
        from parley.bargaining import load_profile

        profiles = []
        for caucus in self.caucuses:
            if caucus.profile.is_file() and caucus.party is not None:
                name = caucus.name(caucus.profile)
                data, _ = load_toml(read_bytes(inside(self.root, name, name), name), name)
                profiles.append(load_profile(data, name, caucus.party, caucus.label))
        return tuple(profiles)
