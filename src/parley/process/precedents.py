"""The same duty in the user's own folder of agreements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from parley.model import Audience, Framework, Obligation, ParleyError, PrecedentsOutput, UnusableInput, WrongUsage

from .folder import is_process
from .inputs import MAX_BYTES, read_bytes
from .names import list_files
from .text import FILE as FRAMEWORK
from .text import parse_paper
from .toml import did_you_mean

FOLDER = "precedents"
"""Where a process keeps the agreements of others."""
_SUFFIXES = (".md", ".txt", ".docx", ".odt")


def find_precedents(
    folder: str | Path, like: str, most: int = 10, audience: Audience | None = None
) -> PrecedentsOutput:
    """What other agreements say of the same duty, by meaning, the likest first.

    ``folder`` holds agreements (Markdown, text, Word, OpenDocument), or is a process with such a folder in it,
    ``precedents/``. ``like`` is a provision of the process's draft by its id, ``FILE#PROVISION``, or a sentence.
    Raises :class:`UnusableInput` where there are no agreements, and :class:`WrongUsage` for a provision that
    isn't there, and for one that nothing was understood of.
    """
    who, root = audience or Audience("team"), Path(folder)
    shelf = root / FOLDER if is_process(root) else root
    texts, notes = _agreements(shelf)
    own, words, asked = _asked(root, like, texts, who)
    if not asked:
        raise WrongUsage(f"'{_short(words)}' was not understood as a duty, a ban or a permission; reword it.")
    from parley.framework import precedents

    found = precedents(asked, own, texts, most)
    readings = dict.fromkeys(s.reading for s in own.sentences if s.reading and set(s.obligations) & set(asked))
    return PrecedentsOutput(
        audience=who,
        notes=tuple(notes),
        like=words,
        reading=" ".join(filter(None, readings)),
        searched=tuple(text.path for text in texts),
        precedents=found,
    )


def _agreements(folder: Path) -> tuple[list[Framework], list[str]]:
    if not folder.is_dir():
        mend = "put agreements there, as .md, .txt, .docx or .odt files, or name a folder that holds some"
        raise UnusableInput(folder, "there is no such folder", mend)
    listing = list_files(folder, folder, _SUFFIXES)
    texts: list[Framework] = []
    notes = list(listing.notes)
    for path in listing.files:
        if not _may_be_agreement(path, folder):
            continue
        name = path.relative_to(folder).as_posix()
        try:
            texts.append(parse_paper(read_bytes(path, name, MAX_BYTES), name).framework)
        except ParleyError as error:
            notes.append(str(error))
    if not texts:
        raise UnusableInput(folder, "it holds no agreement", "put some there, as .md, .txt, .docx or .odt files")
    return texts, notes


def _may_be_agreement(path: Path, folder: Path) -> bool:
    """Of a process in the folder only its text is one, and what it keeps of others; a README is about the rest."""
    if path.stem.casefold() == "readme":
        return False
    for above in path.parents[: len(path.relative_to(folder).parts)]:
        if is_process(above):
            return path == above / FRAMEWORK or path.is_relative_to(above / FOLDER)
    return True


def _asked(
    root: Path, like: str, texts: Sequence[Framework], audience: Audience
) -> tuple[Framework, str, tuple[Obligation, ...]]:
    """The text that is asked about, the words in it, and their obligations."""
    file, mark, id = like.rpartition("#")
    if mark and file and _is_there(Path(file)):
        return _provision(_text(Path(file), audience), id)
    name = id if mark and not file else like
    if is_process(root):
        draft = _text(root, audience)
        if draft.provision(name) is not None or not _is_sentence(name):
            return _provision(draft, name)
    holders = [text for text in texts if text.provision(name) is not None]
    inside = [text for text in texts if mark and text.path == file]
    if inside:
        return _provision(inside[0], id)
    if len(holders) == 1:
        return _provision(holders[0], name)
    if holders:
        several = ", ".join(text.path for text in holders[:3])
        raise WrongUsage(f"Several texts have a provision '{name}' ({several}); write {holders[0].path}#{name}.")
    if not _is_sentence(name):
        raise WrongUsage(f"There is no provision '{name}'; name one as FILE#PROVISION, or write a sentence.")
    from parley.framework import meant_by

    own = meant_by(name)
    return own, name, own.obligations


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a sentence too long for a file's name
        return False


def _is_sentence(words: str) -> bool:
    return len(words.split()) >= 3


def _text(path: Path, audience: Audience) -> Framework:
    if is_process(path):
        from .process import Process

        return Process.open(path).draft_for(audience).framework
    return parse_paper(read_bytes(path, str(path), MAX_BYTES), str(path)).framework


def _provision(text: Framework, id: str) -> tuple[Framework, str, tuple[Obligation, ...]]:
    if text.provision(id) is None:
        mend = did_you_mean(id, [each.id for each in text.provisions]) if text.provisions else "it has none"
        raise WrongUsage(f"{text.path} has no provision '{id}'; {mend}.")
    sentences = [sentence for sentence in text.sentences if sentence.provision == id]
    words = " ".join(" ".join(sentence.exact.split()) for sentence in sentences)
    return text, words, tuple(each for sentence in sentences for each in sentence.obligations)


def _short(words: str, letters: int = 80) -> str:
    return words if len(words) <= letters else words[: letters - 1].rstrip() + "…"
