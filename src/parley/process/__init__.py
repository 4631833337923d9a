"""The process: a folder, its decisions and audiences, and the verbs as methods of :class:`Process`."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..doors import opened_when_used

if TYPE_CHECKING:
    from .cases import divide_file, judge_file, weigh_file
    from .expecting import compare_expected, regenerate_expected
    from .files import check_file, convert_files, diff_files, read_files, settle_file, words_of
    from .folder import is_process, refuse_existing, why_no_process, write_new
    from .precedents import find_precedents
    from .process import Process
    from .readings import Reader
    from .reviewing import Desk, Filters, Standing, target_of

_MODULES = {
    ".cases": ("divide_file", "judge_file", "weigh_file"),
    ".expecting": ("compare_expected", "regenerate_expected"),
    ".files": ("check_file", "convert_files", "diff_files", "read_files", "settle_file", "words_of"),
    ".folder": ("is_process", "refuse_existing", "why_no_process", "write_new"),
    ".precedents": ("find_precedents",),
    ".process": ("Process",),
    ".readings": ("Reader",),
    ".reviewing": ("Desk", "Filters", "Standing", "target_of"),
}
__getattr__ = opened_when_used(__name__, {name: module for module, names in _MODULES.items() for name in names})


def copy_process(source: Path, folder: Path) -> "Process":
    """As :meth:`Process.copied`."""
    from .process import Process

    return Process.copied(source, folder)


__all__ = [
    "Desk",
    "Filters",
    "Process",
    "Reader",
    "Standing",
    "check_file",
    "compare_expected",
    "convert_files",
    "copy_process",
    "diff_files",
    "divide_file",
    "find_precedents",
    "is_process",
    "judge_file",
    "read_files",
    "refuse_existing",
    "regenerate_expected",
    "settle_file",
    "target_of",
    "weigh_file",
    "why_no_process",
    "words_of",
    "write_new",
]
