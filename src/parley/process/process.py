"""The Python API: a process is a folder, and each verb is a method of :class:`Process`.

Every output is made for an audience and computed only from what that audience may see; the rest is
not so much as opened. Nothing is remembered between two calls that the folder doesn't hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from parley.model import (
    TEAM,
    Audience,
    Case,
    CheckOutput,
    Decision,
    DecisionKind,
    DiffOutput,
    Document,
    Effort,
    Every,
    FilesOutput,
    Framework,
    Issue,
    Label,
    NotPermitted,
    PositionsOutput,
    Profile,
    ProposedOutput,
    Reading,
    ReadOutput,
    RecordOutput,
    ReleasedOutput,
    Report,
    ReviewOutput,
    Role,
    SearchOutput,
    SettleOutput,
    Shape,
    Understood,
    UnusableInput,
    WatchOutput,
    WeighOutput,
    WrongUsage,
    first_instant,
)

from . import folder as folders
from .accepting import acceptance_of, with_accepted
from .accepting import refuse_others as refuse_others_to_accept
from .accepting import revocation_of as revocation_of_acceptance
from .cases import drawn_with, only_for_the_mediator
from .chain import START, Choice
from .changes import changes_since, day_meant, tone_between
from .compartments import caucus_of, shared
from .converting import convert
from .converting_text import convert_text_of
from .exports import format_named
from .forget import erase, find_paper
from .joining import choice_of, decisions_seen, proposals_of
from .names import inside
from .papers import read_bytes
from .readings import (
    Opened,
    Progress,
    Reader,
    Shelf,
    all_read,
    open_shelves,
    parley_reader,
    read_shelves,
    search_shelves,
)
from .receiving import cluster_choice, clusters_of
from .releasing import refuse_others, release_of, released_to, revocation_of
from .reviewing import After, Desk, Filters, Read, after_review
from .settings import FILE, Settings, load_settings
from .supposing import profile_text
from .text import FILE as FRAMEWORK
from .text import Text, dated, fingerprint, option_taken, present_package, rehearsed, settled_words, with_status
from .view import View
from .words import terms_of

_TEAM = Audience("team")
_MEDIATOR = Audience("mediator")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Process:
    """One peace process in the folder ``folder``.

    ``clock`` tells the time for decisions and for ``watch``; ``reader`` reads documents, by default
    :func:`parley.reading.read`; ``progress`` is called after each paper. Errors are those of
    :mod:`parley.model.errors`: ``UnusableInput`` for a file that can't be used, ``BrokenChain`` from
    every verb whose process has a chain of decisions that doesn't hold.
    """

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        *,
        clock: Callable[[], dt.datetime] = _now,
        reader: Reader | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.folder, self.settings = folder, settings
        self._clock, self._reader, self._progress = clock, reader or parley_reader(), progress
        self._memory: dict[str, Reading] = {}

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

    # -- reading ---------------------------------------------------------------------------------------

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
        self, out: str | Path, to: str | None = None, audience: Audience = _TEAM, bom: bool = False
    ) -> FilesOutput:
        """Write what was read to ``out`` as ``jsonl``, ``csv`` or ``webanno``: ``to``, or else as its name ends.

        ``mfotl`` and ``trace`` write the text in force, and the reports, as logic. See
        :func:`parley.process.exports.export` for the files. Raises :class:`WrongUsage` for another format and
        for a file that is there already, and :class:`NotPermitted` where the audience may not see the text.
        """

        def read() -> tuple[ReadOutput, dict[str, str]]:
            return self.read(audience), {document.id: document.text for document in self.documents(audience)}

        format_ = format_named(to, Path(out))
        if format_.of_text:
            return convert_text_of(self._view(audience), Path(out), format_, self.settings.as_of or self._clock())
        return convert(read, Path(out), to, bom)

    # -- the text --------------------------------------------------------------------------------------

    def draft(self, audience: Audience = _TEAM) -> Framework:
        """The framework as written in ``framework.md``; empty for an audience that may not see it."""
        return self._view(audience).draft.framework

    def text_kept_back(self, audience: Audience = _TEAM) -> str | None:
        """Why nothing of the text is in an output for ``audience``, in a sentence; ``None`` where it may be."""
        view = self._view(audience)
        return None if view.sees_text else view.text_kept_back

    def framework(self, audience: Audience = _TEAM) -> Framework:
        """The text in force: the draft with the recorded choices taken."""
        return self._view(audience).in_force.framework

    def taken(self, audience: Audience = _TEAM) -> dict[str, str]:
        """The recorded option by label."""
        return dict(self._view(audience).in_force.taken)

    def issues(self, audience: Audience = _TEAM) -> tuple[Issue, ...]:
        """The issues: the labelled brackets of the draft, and those that ``process.toml`` adds."""
        return self._view(audience).issues[0]

    def check(
        self, audience: Audience = _TEAM, d_day: dt.date | None = None, profile: str | None = None
    ) -> CheckOutput:
        """What the draft forgot, contradicts, or leaves for nobody to verify; places count in ``framework.md``.

        ``d_day`` is supposed for the dates that follow, whatever the text says; ``profile`` is the kind of text
        it is taken for, by default what it shows. What the team accepted is marked so for whom its chain of
        decisions is for.
        """
        from parley.framework import check

        view = self._view(audience)
        draft, notes = view.draft, (*view.notes, *view.draft.notes, *view.issues[1])
        if not view.sees_text:
            nothing = Understood(operative=0, read=0)
            return CheckOutput(audience=audience, head=view.head, notes=notes, path=FRAMEWORK, understood=nothing)
        found = dict(check(draft.framework, view.shapes(), profile))
        if view.audience.may_see(view.shared.label | TEAM):
            found["findings"], lapsed = with_accepted(found["findings"], draft.framework, view.decisions)
            notes = (*notes, *lapsed)
        output = CheckOutput(audience=audience, head=view.head, notes=notes, path=FRAMEWORK, **found)
        return dated(output, draft.framework, d_day)

    def accept(self, finding: str, *, by: str, reason: str, audience: Audience = _TEAM) -> Decision:
        """Record that a finding (``CODE@PROVISION``, or a code that stands once) is accepted as it is, and why.

        It stays accepted until the words there change. Raises :class:`WrongUsage` where there is no such finding,
        :class:`NotPermitted` for everybody but the team and the mediator.
        """
        refuse_others_to_accept(Audience.parse(audience))
        framework = self._seen(audience).draft.framework
        return self._record([acceptance_of(self.check(audience).findings, framework, finding, by, reason)])[0]

    def revoke_acceptance(self, finding: str, *, by: str, audience: Audience = _TEAM) -> Decision:
        """Take the acceptance of a finding back: it counts again."""
        refuse_others_to_accept(Audience.parse(audience))
        return self._record([revocation_of_acceptance(self._seen(audience).decisions, finding, by)])[0]

    def draft_for(self, audience: Audience = _TEAM) -> Text:
        """The draft as written, with its notes. Raises :class:`NotPermitted` where the audience may not see it."""
        return self._seen(audience).draft

    def _seen(self, audience: Audience) -> View:
        """What the audience sees, for verbs that are about the text; NotPermitted where that isn't for it."""
        view = self._view(audience)
        if not view.sees_text:
            raise NotPermitted(view.text_kept_back)
        return view

    def diff(self, before: str | Path, audience: Audience = _TEAM) -> DiffOutput:
        """What changed from the text ``before`` (a file, or another process's folder) to the draft, and who moved."""
        from .files import diff_files

        return diff_files(before, self.folder, audience)

    def settle(
        self,
        choices: Mapping[str, str],
        by: str = "",
        reason: str = "",
        record: bool = True,
        final: bool = False,
        audience: Audience = _TEAM,
    ) -> SettleOutput:
        """The clean text with ``choices`` (option by label) and all those recorded before.

        With ``record`` the choices become decisions of ``by``; with ``final`` also that these very words
        are what was agreed. Raises :class:`WrongUsage` for a label or option that the draft doesn't have,
        for a final text with an open bracket, or where nobody is named as deciding.
        """
        view = self._seen(audience)
        draft = view.draft.framework
        new = {label.removeprefix("#"): option_taken(draft, label, wanted) for label, wanted in choices.items()}
        taken = {**view.in_force.taken, **new}
        still_open = tuple(issue.id for issue in draft.issues if issue.id not in taken)
        if final and still_open:
            raise WrongUsage(f"A final text has no open bracket; settle {', '.join(still_open)} too.")
        text = settled_words(draft, taken)
        decisions = [
            Choice(
                DecisionKind.SETTLE, label, by, reason, {"option": option, "text": _option_text(draft, label, option)}
            )
            for label, option in new.items()
        ]
        if final:
            decisions.append(Choice(DecisionKind.SETTLE, FRAMEWORK, by, reason, {"final": fingerprint(text)}))
            text = with_status(text, "final")
        head = self._record(decisions)[-1].hash if record and decisions else view.head
        return SettleOutput(
            audience=audience,
            head=head,
            notes=(*view.notes, *view.in_force.notes),
            text=text,
            taken=taken,
            open=still_open,
        )

    # -- weighing and watching -------------------------------------------------------------------------

    def profiles(self, audience: Audience = _MEDIATOR) -> tuple[Profile, ...]:
        """The profiles that ``audience`` may see: all for the mediator, its own for a party."""
        return self._view(audience).profiles()

    def weigh(
        self,
        audience: Audience = _MEDIATOR,
        draws: int | None = None,
        seed: int | None = None,
        start: Mapping[str, str] | None = None,
    ) -> WeighOutput:
        """Which packages of the draft's options all parties could accept; for the mediator alone.

        ``draws`` and ``seed`` are of the profiles that are drawn where something is uncertain.
        ``start`` (option by label) is where the improvement path and the trades start; what it doesn't name is as the
        text has it. Without it the path starts from the text: the settled option of each bracket, and of an open one
        the option that stands first. Raises :class:`NotPermitted` for everybody else: a frontier gives away what each
        could live with.
        """
        from parley.bargaining import weigh

        case, notes, head = self.case(audience)
        present, assumed = present_package(case.issues, self._view(audience).in_force.taken, start or {})
        how = drawn_with(draws, seed)
        found = weigh(case, "the profiles in caucus", start=present, trades_from_start=start is not None, **how)
        path = found.path and found.path.replace(why=(*assumed, *found.path.why))
        return WeighOutput(audience=audience, head=head, notes=notes, **dict(found.replace(path=path)))

    def propose_profile(
        self, party: str, out: str | Path | None = None, audience: Audience = _MEDIATOR
    ) -> ProposedOutput:
        """A first profile of a party from its positions in the shared papers, all of it assumed; for the mediator.

        ``out`` is a new file to write it to. Papers of caucuses are not used: what a party sees of its own profile
        tells it nothing of the others'. Raises :class:`WrongUsage` for somebody who is no party of the process, and
        where ``out`` is there already.
        """
        only_for_the_mediator(audience)
        from parley.bargaining import suppose

        parties = [actor.id for actor in self.settings.actors if Role.PARTY in actor.roles]
        if party not in parties:
            raise WrongUsage(f"'{party}' is no party of this process; use one of {', '.join(parties) or 'none'}.")
        if out is not None:
            folders.refuse_existing(out)
        heard = self.positions(_TEAM)
        found = suppose(party, self.issues(_TEAM), heard.cells)
        text = profile_text(party, found, f"caucus/{party}/profile.toml")
        if out is not None:
            folders.write_new(out, text)
        return ProposedOutput(
            audience=audience,
            head=heard.head,
            notes=heard.notes,
            party=party,
            assumptions=found,
            text=text,
            path=None if out is None else str(out),
        )

    def case(self, audience: Audience = _MEDIATOR) -> tuple[Case, tuple[str, ...], str]:
        """The draft's options with the profiles as a bargaining case, notes on it, and the head of the chain.

        Raises :class:`NotPermitted` for everybody but the mediator.
        """
        only_for_the_mediator(audience)
        view = self._view(audience)
        profiles = view.profiles()
        if not profiles:
            raise UnusableInput(
                str(self.folder / "caucus"), "no party has a profile", "write caucus/PARTY/profile.toml for each party"
            )
        issues, notes = view.issues
        weighed = tuple(issue for issue in issues if any(profile.speaks_of(issue.id) for profile in profiles))
        left_out = [
            f"#{issue.id} is not weighed, for no profile scores it." for issue in issues if issue not in weighed
        ]
        unheard = [
            f"{party.id} has no profile: the packages are weighed without it."
            for party in view.draft.framework.parties
            if party.id not in {profile.id for profile in profiles}
        ]
        return Case(issues=weighed, parties=profiles), (*view.notes, *notes, *left_out, *unheard), view.head

    def released(self, audience: Audience = _TEAM) -> ReleasedOutput:
        """The packages that the mediator released to ``audience``, in words: all that it sees of a weighing.

        No profile is opened, and no caucus but its own. For the mediator all of them, with to whom and their ids.
        """
        view = self._view(audience)
        return ReleasedOutput(audience=audience, head=view.head, notes=view.notes, released=released_to(view))

    def release(
        self, choices: Mapping[str, str], to: str, *, by: str, audience: Audience = _MEDIATOR
    ) -> ReleasedOutput:
        """Record the mediator's decision to show a package (option by label) to ``to``; what is released then.

        Settled brackets need not be named. See :mod:`parley.process.releasing` for where it is recorded and what is
        refused; a release to a party can be read by it with the name ``by`` and the time.
        """
        refuse_others(Audience.parse(audience))
        choice, caucus = release_of(self._view(_MEDIATOR), choices, to, by)
        self._record([choice], caucus)
        return self.released(_MEDIATOR)

    def revoke_release(self, id: str, *, by: str, audience: Audience = _MEDIATOR) -> ReleasedOutput:
        """Take back a release by its id: from now on it isn't shown. What is released then."""
        refuse_others(Audience.parse(audience))
        choice, caucus = revocation_of(self._view(_MEDIATOR), id, by)
        self._record([choice], caucus)
        return self.released(_MEDIATOR)

    def shapes(self, audience: Audience = _TEAM) -> tuple[Shape, ...]:
        """The zones and lines of the annexes."""
        return self._view(audience).shapes()

    def reports(self, audience: Audience = _TEAM) -> tuple[tuple[Report, ...], tuple[Effort, ...]]:
        """The reports, and what was watched."""
        return self._view(audience).reports()

    def watch(
        self,
        audience: Audience = _TEAM,
        as_of: dt.date | None = None,
        reports: Sequence[str | Path] | None = None,
        rehearse: bool = False,
        mapping: str | None = None,
        duplicates: bool = False,
    ) -> WatchOutput:
        """What was kept, what was broken, what can't be told, as of a time.

        ``as_of`` is by default the process's own clock, or else now; without a zone it is in the
        process's. ``reports`` are files to use in place of the folder's, read by ``mapping`` (the name of a
        ready one, or a file) where one is given; ``duplicates`` proposes what may be one event. The text is the one in
        force; ``rehearse`` holds the reports against it although it is a draft, with the day of the
        first report as D-day if none is fixed.
        """
        from parley.monitoring import lives, watch

        view = self._view(audience)
        moment = first_instant(as_of, self.settings.zone) if as_of else self.settings.as_of or self._clock()
        if not view.sees_text:
            notes = (*view.notes, view.text_kept_back)
            return WatchOutput(audience=audience, head=view.head, notes=notes, as_of=moment)
        files, now = None if reports is None else [Path(path) for path in reports], self.settings.as_of or self._clock()
        got = view.received(files, mapping, now)
        rows, effort = got.reports, got.effort
        text, said = view.in_force.framework, [*view.notes, *view.in_force.notes, *view.report_notes(), *got.notes]
        if rehearse:
            text, rehearsal = rehearsed(text, rows)
            said += rehearsal
        elif text.status != "final":
            said.append("The text is a draft and binds nobody yet: a breach is what would have been one.")
        shapes = view.shapes()
        found = watch(text, shapes, rows, effort, moment, zone=self.settings.zone, actors=self.settings.actors)
        labels = {*(s.audience for s in shapes), *(r.audience for r in rows), *(e.audience for e in effort)}
        label = Label.union(labels) | view.label_of(FRAMEWORK)
        fields = dict(found)
        fields["verdicts"] = tuple(verdict.replace(audience=label) for verdict in found.verdicts)
        fields |= {"notes": (*said, *found.notes), "received": got.files, "recoded": got.recoded}
        fields["clusters"] = clusters_of(view, rows) if duplicates else ()
        told = lives(text, rows, found, zone=self.settings.zone, actors=self.settings.actors)
        fields["lives"] = tuple(life.replace(audience=label) for life in told)
        return WatchOutput(audience=audience, head=view.head, **fields)

    def join_reports(
        self,
        cluster: str,
        *,
        by: str,
        groups: Sequence[Sequence[str]] | None = None,
        reason: str = "",
        audience: Audience = _MEDIATOR,
    ) -> Decision:
        """Record that the reports of a cluster of :meth:`watch` tell of one event; or, with ``groups``, which do.

        As :meth:`join` does for papers. Raises :class:`WrongUsage` where no cluster has this id.
        """
        view = self._view(audience)
        found = next((one for one in clusters_of(view, view.received().reports) if one.id == cluster), None)
        if found is None:
            raise WrongUsage(f"'{cluster}' is no cluster of reports; take an id from the output of watch.")
        choice, caucus = cluster_choice(found, groups, by, reason)
        return self._record([choice], caucus)[0]

    # -- decisions -------------------------------------------------------------------------------------

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

    # -- inside ----------------------------------------------------------------------------------------

    def _view(self, audience: Audience) -> View:
        return View(self.folder, self.settings, Audience.parse(audience))

    def _opened(self, view: View) -> tuple[list[tuple[Shelf, list[Opened]]], list[str]]:
        shelves, notes = view.shelves()
        opened, more = open_shelves(shelves)
        return opened, [*notes, *more]

    def _read(self, view: View) -> tuple[tuple[Read, ...], tuple[str, ...]]:
        """Every paper with what the reader makes of it."""
        opened, notes = self._opened(view)
        issues, about_issues = view.issues
        readings, more = read_shelves(opened, self._reader, self.settings.actors, issues, self._memory, self._progress)
        where = {entry.document.id: shelf.compartment for shelf, entries in opened for entry in entries}
        read = tuple(Read(document, reading, where[document.id]) for document, reading in readings)
        return read, (*view.notes, *notes, *more, *about_issues)

    def _after(self, view: View) -> tuple[After, tuple[str, ...]]:
        """What was read, as the decisions on it leave it."""
        read, notes = self._read(view)
        after = after_review(view, read)
        return after, (*notes, *after.notes)

    def _record(self, choices: Sequence[Choice], caucus: str | None = None) -> tuple[Decision, ...]:
        if any(not choice.by.strip() for choice in choices):
            raise WrongUsage("A decision is somebody's: say who decides.")
        where = caucus_of(self.folder, caucus) if caucus else shared(self.folder, self.settings.audience)
        return where.chain.append(choices, self._clock())


def _option_text(draft: Framework, label: str, option: str) -> str:
    """The words of an option, kept in the decision so that it can be read without the draft."""
    return next(o.text for issue in draft.issues if issue.id == label for o in issue.options if o.id == option)
