"""Running the command line, and how it ends: every error is one sentence, never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

from ..model import ParleyError
from .app import app, let_go_of_output


def main() -> None:
    """Run the command line; every error a user can meet is one sentence on standard error, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page that cannot hold our papers' scripts.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        raise SystemExit(app(standalone_mode=False) or 0)
    except ParleyError as error:
        _fail(str(error), error.exit_code)
    except BrokenPipeError:
        let_go_of_output()
    except PermissionError as error:
        _fail(
            f"{error.filename}: this may not be read or written here; change its permissions or choose another place.",
            5,
        )
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        _fail(f"{error.filename or 'standard output'}: {why}; check the path and the disk.", 3)
    except MemoryError:
        _fail("the input is too large for this machine's memory; split it and try again.", 3)
    except KeyboardInterrupt:
        _fail("stopped; what was already written is whole.", 130)
    except Exception as error:
        if hasattr(error, "format_message"):  # the command line's own complaint, a class that typer does not hand out
            _wrong_usage(error)
        # A fault of ours. A traceback would print pieces of papers, so only the place in the code is told.
        if os.environ.get("PARLEY_DEBUG"):
            raise
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        _fail(f"a fault in Parley itself ({type(error).__name__} in {where}); set PARLEY_DEBUG=1 to see all of it.", 70)


def _fail(sentence: str, code: int) -> NoReturn:
    from ..text.visible import visible

    line = visible(sentence.replace("\r", "\\r").replace("\n", "\\n"))  # a file's name may hold a line's end
    sys.stderr.write(f"parley: {line}\n")
    raise SystemExit(code)


def _wrong_usage(error: Any) -> NoReturn:
    """An unknown command or option, a missing word: one sentence, or the help where nothing was asked for."""
    message = error.format_message().strip()
    if "\n" in message:
        sys.stderr.write(f"{message}\n")
        raise SystemExit(2)
    command = error.ctx.command_path if error.ctx else "parley"
    _fail(f"{message.rstrip('.')}; see: {command} --help.", 2)
