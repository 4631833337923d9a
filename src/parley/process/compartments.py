"""Compartments: the shared folder, and one caucus for each party that has one.

A compartment is a folder and a label. Which compartments an audience's output is made from is
settled here, before anything in them is listed or opened: what isn't opened can't leak.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parley.model import MEDIATOR, Audience, Label, UnusableInput

from .chain import Chain
from .names import fault_of, inside, is_link, may_enter, printable

CAUCUS = "caucus"


@dataclass(frozen=True)
class Compartment:
    """A folder with ``documents/``, ``reports/``, ``decisions.jsonl`` and a cache of its own.

    ``label`` is what everything in it carries, unless a paper of the shared folder says another.
    ``party`` is whose caucus it is, ``None`` for the shared folder. ``root`` is the process's folder.
    """

    root: Path
    folder: Path
    label: Label
    party: str | None = None

    @property
    def documents(self) -> Path:
        return self.folder / "documents"

    @property
    def reports(self) -> Path:
        return self.folder / "reports"

    @property
    def decisions(self) -> Path:
        return self.folder / "decisions.jsonl"

    @property
    def profile(self) -> Path:
        return self.folder / "profile.toml"

    @property
    def cache(self) -> Path:
        return self.folder / ".parley" / "cache.sqlite"

    @property
    def chain(self) -> Chain:
        """Its chain of decisions; raises :class:`UnusableInput` where a link leads elsewhere."""
        name = self.name(self.decisions)
        return Chain(inside(self.root, name, name), name)

    def name(self, path: Path) -> str:
        """A file as outputs and errors name it: relative to the process's folder, with ``/``."""
        return path.relative_to(self.root).as_posix()


def shared(root: Path, label: Label) -> Compartment:
    return Compartment(root, root, label)


def caucuses(root: Path, audience: Audience) -> tuple[tuple[Compartment, ...], tuple[str, ...]]:
    """The caucuses that ``audience`` may see, and sentences about folders that can't be one.

    The mediator sees all; a party its own, without the others' names being so much as noticed; team
    and public none.
    """
    if audience != "mediator" and audience.party is None:
        return (), ()
    folder = root / CAUCUS
    if folder.exists() and is_link(folder, root):
        return (), (f"{CAUCUS}: nothing in it was read, for it is a link; put the folder itself here.",)
    if not folder.is_dir():
        return (), ()
    try:
        present = sorted(path.name for path in folder.iterdir())
    except OSError:
        return (), (f"{CAUCUS}: the folder can't be opened; check who may read it.",)
    names = [name for name in present if not name.startswith(".") and audience.party in (None, name)]
    found: list[Compartment] = []
    notes: list[str] = []
    for name in names:
        if fault := party_fault(name):
            notes.append(f"{CAUCUS}/{printable(name)}: not read, for {fault}; rename the folder.")
        elif is_link(folder / name, root):
            notes.append(f"{CAUCUS}/{name}: not read, for it is a link; put the folder itself here.")
        elif (folder / name).is_dir() and not may_enter(folder / name):
            notes.append(f"{CAUCUS}/{name}: not read, for the folder can't be opened; check who may read it.")
        elif (folder / name).is_dir():
            found.append(Compartment(root, folder / name, Label(f"party:{name}"), name))
    return tuple(found), tuple(notes)


def caucus_label(name: str) -> Label | None:
    """The label of a file called ``name`` (relative to the process's folder) if it lies in a caucus.

    Case doesn't count, for some disks don't know it: ``Caucus/KES/x`` may be the same file.
    """
    first, *rest = name.split("/")
    if first.casefold() != CAUCUS:
        return None
    return Label(f"party:{rest[0]}") if len(rest) > 1 and party_fault(rest[0]) is None else MEDIATOR


def party_fault(name: str) -> str | None:
    """Why ``name`` can't be a party's short name, which is also the name of its caucus folder."""
    if fault := fault_of(name):
        return f"the name can't be used: {fault}"
    if "+" in name or any(character.isspace() for character in name):
        return "a party's short name has no blank and no '+'"
    return None


def caucus_of(root: Path, party: str) -> Compartment:
    """The caucus of ``party``, whether its folder is there yet or not; raises :class:`UnusableInput` for a bad name."""
    if fault := party_fault(party):
        raise UnusableInput(f"{CAUCUS}/{printable(party)}", fault, "use the party's short name, such as ABC")
    folder = root / CAUCUS / party
    if is_link(folder, root):
        raise UnusableInput(
            f"{CAUCUS}/{party}", "it is a link, and links are not followed", "put the folder itself here"
        )
    return Compartment(root, folder, Label(f"party:{party}"), party)
