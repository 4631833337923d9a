"""What all could accept: profiles, packages, releases."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from parley.model import (
    Audience,
    Case,
    Profile,
    ProposedOutput,
    ReleasedOutput,
    Role,
    UnusableInput,
    WeighOutput,
    WrongUsage,
)

from .. import folder as folders
from ..asking import drawn_with, only_for_the_mediator
from ..releasing import refuse_others, release_of, released_to, revocation_of
from ..supposing import profile_text
from ..text import present_package
from ..view import View
from .papers import PaperVerbs

_TEAM = Audience("team")
_MEDIATOR = Audience("mediator")


def _unheard(view: View, case: Case) -> tuple[str, ...]:
    """A sentence for each party of the text that has no profile, and for each profile of somebody who is none."""
    heard, named = [profile.id for profile in case.parties], [party.id for party in view.draft.framework.parties]
    missing = (
        f"{id} has no profile: the packages are weighed without it, as if it accepted every one."
        for id in named
        if id not in heard
    )
    strange = (
        f"{id} has a profile and is no party of the text: it is weighed as one more that has to accept."
        for id in heard
        if named and id not in named
    )
    return (*missing, *strange)


class WeighingVerbs(PaperVerbs):
    """The verbs about what the parties could accept."""

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

        only_for_the_mediator(audience)
        view = self._view(audience)
        case, notes = self._case(view)
        present, assumed = present_package(case.issues, view.in_force.taken, start or {})
        how = drawn_with(draws, seed)
        files = {each.party: each.name(each.profile) for each in view.caucuses if each.party is not None}
        found = weigh(case, "caucus", start=present, trades_from_start=start is not None, files=files, **how)
        path = found.path and found.path.replace(why=(*assumed, *found.path.why))
        found = found.replace(path=path, assumptions=(*_unheard(view, case), *found.assumptions))
        return WeighOutput(audience=audience, head=view.head, notes=notes, **dict(found))

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
        case, notes = self._case(view)
        return case, (*notes, *_unheard(view, case)), view.head

    def _case(self, view: View) -> tuple[Case, tuple[str, ...]]:
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
        return Case(issues=weighed, parties=profiles), (*view.notes, *notes, *left_out)

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
