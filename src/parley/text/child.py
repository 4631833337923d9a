"""A child process that answers questions over pipes: what may crash, hang or grow does so elsewhere.

A child is a module that is run by the same Python and answers frames (eight bytes of length, then the
bytes) on its standard input with one frame each on its standard output. It is not forked, so nothing
of the parent's memory is in it; it needs no ``__main__`` guard in the caller's program; and it ends by
itself when the pipe closes, so a parent that is killed leaves no orphan behind.
"""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

_LENGTH = struct.Struct(">Q")
_PIECE = 1 << 20
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]


class ChildFailed(Exception):
    """A child gave no answer; its process is gone, and the next question starts another one."""


class ChildLate(ChildFailed):
    """It took longer than it may."""


class ChildVerbose(ChildFailed):
    """Its answer is larger than it may be."""


class Child:
    """One child process running ``module``, started when it is first asked. For one thread at a time."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self.turn = threading.Lock()
        """To be held while it is asked, where several threads may ask."""

    @property
    def pid(self) -> int | None:
        """The process that would be asked now; ``None`` where there is none yet, or it ended."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def ask(self, *question: bytes, seconds: float | None = None, largest: int | None = None) -> bytes:
        """The answer to ``question``, which may be several frames.

        Raises :class:`ChildLate` after ``seconds``, :class:`ChildVerbose` for an answer of more than
        ``largest`` bytes, :class:`ChildFailed` where the child ended, and ``OSError`` where none can be started.
        """
        process = self._running()
        late = threading.Event()
        begun = time.monotonic()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, stop) if seconds is not None else None
        if timer is not None:
            timer.daemon = True
            timer.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            for frame in question:
                _put(process.stdin, frame)
            process.stdin.flush()
            answer = _get(process.stdout, largest)
            # By the clock, not by whether the timer's thread has had its turn: a busy machine may wake it late.
            if seconds is not None and time.monotonic() - begun >= seconds:
                late.set()
            if late.is_set():
                raise TimeoutError
            return answer
        except BaseException as error:  # an interrupt too: half an exchange can't be taken up again
            self.close()
            if late.is_set():
                raise ChildLate from error
            if isinstance(error, OSError | EOFError | ValueError):
                raise ChildFailed from error
            raise
        finally:
            if timer is not None:
                timer.cancel()

    def close(self) -> None:
        """End the process, if there is one; the next question starts another."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():  # we are a fork of who started it: its pipes aren't ours
            self._process, self._owner = None, os.getpid()
        process = self._process
        if process is None or process.poll() is not None:
            self.close()
            process = self._process = _start(self._module)
        return process  # not what self holds: another thread may close us meanwhile, and then the question fails


def _start(module: str) -> subprocess.Popen[bytes]:
    """``-P`` keeps the current folder, where papers may lie, from being searched for modules."""
    searched = [str(_PACKAGE_ROOT), *(str(Path(entry).resolve()) for entry in sys.path if entry)]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(dict.fromkeys(searched))},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def serve(answer: Callable[[list[bytes]], bytes], frames: int = 1) -> None:
    """In the child: answer questions of ``frames`` frames each until the pipe closes.

    Interrupts are the parent's to handle, and nothing but answers reaches standard output.
    """
    with contextlib.suppress(ValueError):  # not the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            question = [_get(questions) for _ in range(frames)]
        except EOFError:
            return
        try:
            _put(answers, answer(question))
            answers.flush()
        except BrokenPipeError:
            return


def _put(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)


def _get(pipe: IO[bytes], largest: int | None = None) -> bytes:
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    if largest is not None and length > largest:
        raise ChildVerbose
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    pieces = bytearray()
    while len(pieces) < length:
        piece = pipe.read(min(_PIECE, length - len(pieces)))
        if not piece:
            raise EOFError
        pieces += piece
    return bytes(pieces)
