"""Packages that the mediator releases: decided by a person, recorded, and all that others see of a weighing.

A release to a party stands in the chain of that party's caucus, one to the team or the public in the shared chain. So
what was released to one party changes no byte of what is made for anybody else, the head of the chain included. The
decision holds the package in words and nothing else: whoever may read it reads what was meant for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from parley.model import (
    Audience,
    Decision,
    DecisionKind,
    Issue,
    NotPermitted,
    ReleasedOption,
    ReleasedPackage,
    WrongUsage,
)

from .chain import Choice
from .compartments import CAUCUS, Compartment
from .text import FILE, option_named
from .toml import did_you_mean
from .view import View

PACKAGE = "package"
"""The key of a release's detail that holds a package; a release of a file has none."""
_ID_LETTERS = 12


def released_to(view: View) -> tuple[ReleasedPackage, ...]:
    """The packages that ``view``'s audience was shown and still is; all of them, with to whom, for the mediator.

    Each stands once, in the order of its own words: never in that of the releases. Only the shared chain and
    the chain of the party's own caucus are opened.
    """
    found: dict[tuple[str, ...], ReleasedPackage] = {}
    for compartment in (view.shared, *view.caucuses):
        for entry, package in _standing(view, compartment):
            to = str(entry.detail["to"])
            if view.audience == "mediator":
                found[to, *_key(package)] = package.replace(to=to, id=entry.hash[:_ID_LETTERS])
            elif view.audience == to or to == "public" or (view.audience == "team" == to):
                found["", *_key(package)] = package
    return tuple(package for _, package in sorted(found.items()))


def release_of(view: View, choices: Mapping[str, str], to: str, by: str) -> tuple[Choice, str | None]:
    """The decision to release a package, and the party in whose caucus it is recorded.

    ``choices`` has the option by label; brackets that were settled need not be named. Raises :class:`WrongUsage` for
    an audience, a label or an option that isn't there, an open bracket without an option, and a package that this
    audience was shown already. Nothing here looks at a profile: what is released is the mediator's judgement.
    """
    audience = Audience.parse(to)
    if audience == "mediator":
        raise WrongUsage("The mediator sees every package; release it to public, team or party:NAME.")
    _known_party(view, audience)
    issues = {issue.id: issue for issue in view.issues[0] if issue.options}
    wanted = {**view.in_force.taken, **{label.removeprefix("#"): option for label, option in choices.items()}}
    named = {label: option_named(issues.values(), FILE, label, option) for label, option in wanted.items()}
    still_open = [issue.id for issue in view.draft.framework.issues if issue.id not in named]
    if still_open or not named:
        missing = ", ".join(f"#{label}" for label in still_open) or "none is named"
        raise WrongUsage(f"A package has one option for each bracket; name one for {missing} too.")
    package = ReleasedPackage(
        options=tuple(_in_words(issue, named[label]) for label, issue in issues.items() if label in named)
    )
    if any(each.to == audience and _key(each) == _key(package) for each in released_to(view)):
        raise WrongUsage(f"This very package is released to {audience} already.")
    detail = {"to": str(audience), PACKAGE: package.model_dump(mode="json", include={"options"})}
    digest = hashlib.sha256("\0".join(_key(package)).encode("utf-8", "surrogatepass")).hexdigest()
    return Choice(DecisionKind.RELEASE, f"{PACKAGE}:{digest[:_ID_LETTERS]}", by, "", detail), audience.party


def revocation_of(view: View, id: str, by: str) -> tuple[Choice, str | None]:
    """The decision that takes back the release with this id (of six letters or more), and the party whose chain it is
    in. What was shown was shown: from now on it isn't."""
    if len(id) >= 6:
        for compartment in (view.shared, *view.caucuses):
            for entry, _ in _standing(view, compartment):
                if entry.hash.startswith(id):
                    return Choice(DecisionKind.REVOKE, entry.hash, by), compartment.party
    raise WrongUsage(f"No released package has the id '{id}'; take one from parley weigh DIR --released.")


def refuse_others(audience: Audience) -> None:
    """Raises :class:`NotPermitted` where somebody but the mediator would release or revoke."""
    if audience != "mediator":
        raise NotPermitted(f"Packages are released by the mediator, not by {audience}.")


def _standing(view: View, compartment: Compartment) -> Iterator[tuple[Decision, ReleasedPackage]]:
    """The releases of packages in one chain that nobody revoked and that belong there."""
    entries = view.entries(compartment)
    revoked = {entry.subject for entry in entries if entry.kind is DecisionKind.REVOKE}
    for entry in entries:
        if entry.kind is not DecisionKind.RELEASE or PACKAGE not in entry.detail or entry.hash in revoked:
            continue
        here = {"public", "team"} if compartment.party is None else {f"party:{compartment.party}"}
        if entry.detail.get("to") in here:
            try:
                package = ReleasedPackage.model_validate(entry.detail[PACKAGE])
            except ValidationError:
                continue  # recorded by hand, in another form: nothing that could be shown
            yield entry, package.replace(to=None, id=None)


def _known_party(view: View, audience: Audience) -> None:
    known = {actor.id for actor in view.settings.actors if actor.is_party}
    known |= {party.id for party in view.draft.framework.parties}
    known |= {caucus.party for caucus in view.caucuses if caucus.party is not None}
    if audience.party is not None and audience.party not in known:
        mend = did_you_mean(audience.party, sorted(known)) if known else "no party is known"
        raise WrongUsage(f"There is no party '{audience.party}'; {mend}.")
    if audience.party is not None and audience.party not in {caucus.party for caucus in view.caucuses}:
        folder = f"{CAUCUS}/{audience.party}"
        raise WrongUsage(f"{folder}: {audience} has no caucus to record a release in; make the folder.")


def _in_words(issue: Issue, option: str) -> ReleasedOption:
    text = next(each.text for each in issue.options if each.id == option)
    return ReleasedOption(issue=issue.id, title=issue.title, option=option, text=text)


def _key(package: ReleasedPackage) -> tuple[str, ...]:
    return tuple(words for each in package.options for words in (each.issue, each.option, each.title, each.text))
