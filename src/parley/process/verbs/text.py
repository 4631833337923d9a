"""What the framework says: checks, acceptance of findings, drafts, differences, settling."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from parley.model import (
    TEAM,
    Audience,
    CheckOutput,
    Decision,
    DecisionKind,
    DiffOutput,
    Framework,
    SettleOutput,
    Understood,
    WrongUsage,
)

from ..accepting import acceptance_of, with_accepted
from ..accepting import refuse_others as refuse_others_to_accept
from ..accepting import revocation_of as revocation_of_acceptance
from ..chain import Choice
from ..text import FILE as FRAMEWORK
from ..text import Text, dated, fingerprint, labels_open, option_taken, settled_words, with_status
from .base import Verbs

_TEAM = Audience("team")


class TextVerbs(Verbs):
    """The verbs about the text."""

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
        annexes = view.annexes
        notes = (*notes, *annexes.notes)
        found = dict(check(draft.framework, annexes.shapes, profile, annexes.unusable))
        if view.audience.may_see(view.shared.label | TEAM):
            found["findings"], lapsed = with_accepted(found["findings"], draft.framework, view.decisions)
            notes = (*notes, *lapsed)
        output = CheckOutput(audience=audience, head=view.head, notes=notes, path=FRAMEWORK, **found)
        return dated(output, draft.framework, d_day)

    def accept(self, finding: str, *, by: str, reason: str, audience: Audience = _TEAM) -> Decision:
        """Record that a finding is accepted as it is, and why.

        It is named ``CODE@PROVISION``, or by a code that stands once; ``CODE@PROVISION/2`` is the second of several
        there. It stays accepted until the words there change, whatever number they are given. Raises
        :class:`WrongUsage` where there is no such finding, :class:`NotPermitted` for everybody but the team and the
        mediator.
        """
        refuse_others_to_accept(Audience.parse(audience))
        framework = self._seen(audience).draft.framework
        return self._record([acceptance_of(self.check(audience).findings, framework, finding, by, reason)])[0]

    def revoke_acceptance(self, finding: str, *, by: str, audience: Audience = _TEAM) -> Decision:
        """Take the acceptance of a finding back: it counts again."""
        refuse_others_to_accept(Audience.parse(audience))
        view = self._seen(audience)
        found = self.check(audience).findings
        return self._record([revocation_of_acceptance(found, view.draft.framework, view.decisions, finding, by)])[0]

    def draft_for(self, audience: Audience = _TEAM) -> Text:
        """The draft as written, with its notes. Raises :class:`NotPermitted` where the audience may not see it."""
        return self._seen(audience).draft

    def diff(self, before: str | Path, audience: Audience = _TEAM) -> DiffOutput:
        """What changed from the text ``before`` (a file, or another process's folder) to the draft, and who moved."""
        from ..files import diff_files

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
        still_open = labels_open(draft, taken)
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


def _option_text(draft: Framework, label: str, option: str) -> str:
    """The words of an option, kept in the decision so that it can be read without the draft."""
    return next(o.text for issue in draft.issues if issue.id == label for o in issue.options if o.id == option)
