"""The process: a folder, its decisions and audiences, and the verbs as methods of :class:`Process`."""

from .cases import divide_file, judge_file, weigh_file
from .expecting import compare_expected, regenerate_expected
from .files import check_file, convert_files, diff_files, read_files, settle_file, words_of
from .folder import is_process, refuse_existing, why_no_process, write_new
from .precedents import find_precedents
from .process import Process
from .readings import Reader
from .reviewing import Desk, Filters, Standing, target_of

copy_process = Process.copied

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
