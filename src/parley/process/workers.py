"""Reading many papers with all cores: plain child processes, each with the pipeline loaded once.

A worker is given single documents that the output's audience may see, and nothing else; it opens no
file and writes none. The readings are the same, and come in the same order, as those of one process.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Sequence

from pydantic import TypeAdapter

from parley.model import Actor, Document, Issue, Reading, WrongUsage
from parley.text.child import Child, ChildFailed, serve

Read = Callable[[Document, Sequence[Actor], Sequence[Issue]], Reading]

MODULE = "parley.process.workers"
WORTH_IT = 60_000
"""Code points from which on further processes save more time than their start costs (two seconds each)."""

_READ, _WRONG, _FAILED = b"R", b"W", b"F"
_ACTORS, _ISSUES = TypeAdapter(tuple[Actor, ...]), TypeAdapter(tuple[Issue, ...])


def read_each(
    read: Read, documents: Sequence[Document], actors: Sequence[Actor], issues: Sequence[Issue], apart: bool
) -> Generator[Reading | str, None, None]:
    """The reading of each document, in order, or what failed on it in a word.

    ``apart`` allows for worker processes, which then read as :func:`parley.reading.read` does; they are used
    where the documents are long enough. Raises :class:`WrongUsage` where no paper can be read.
    """
    size = sum(len(document.text) for document in documents)
    workers = min(os.cpu_count() or 1, len(documents)) if apart and size >= WORTH_IT else 1
    if workers > 1:
        yield from _read_apart(documents, actors, issues, workers)
        return
    for document in documents:
        try:
            reading: Reading | str = read(document, actors, issues)
        except WrongUsage:  # there is no such pipeline: no paper can be read
            raise
        except Exception as error:  # one hostile paper must not cost the others
            reading = type(error).__name__
        yield reading


def _read_apart(
    documents: Sequence[Document], actors: Sequence[Actor], issues: Sequence[Issue], workers: int
) -> Generator[Reading | str, None, None]:
    about = (_ACTORS.dump_json(tuple(actors)), _ISSUES.dump_json(tuple(issues)))
    answers: dict[int, bytes] = {}
    left = iter(range(len(documents)))
    come, stopped = threading.Condition(), threading.Event()

    def work(child: Child) -> None:
        while not stopped.is_set():
            with come:
                number = next(left, None)
            if number is None:
                return
            try:
                answer = child.ask(*about, documents[number].model_dump_json().encode())
            except (ChildFailed, OSError) as error:
                answer = _FAILED + (b"its process ended" if isinstance(error, ChildFailed) else b"no process")
            with come:
                answers[number] = answer
                come.notify()

    children = [Child(MODULE) for _ in range(workers)]
    threads = [threading.Thread(target=work, args=(child,), daemon=True) for child in children]
    try:
        for thread in threads:
            thread.start()
        for number in range(len(documents)):
            with come:
                while number not in answers:
                    come.wait(1.0)  # and not without end: on Windows no interrupt would reach us
                answer = answers.pop(number)
            kind, told = answer[:1], answer[1:]
            if kind == _WRONG:
                raise WrongUsage(told.decode())
            yield Reading.model_validate_json(told) if kind == _READ else told.decode()
    finally:  # done, interrupted or failed: no worker stays behind
        stopped.set()
        for child in children:
            child.close()
        for thread in threads:
            thread.join()
        for child in children:
            child.close()


def answer(question: list[bytes]) -> bytes:
    """In a worker: the reading of one document, or why there is none."""
    from parley.reading import read

    actors, issues, document = question
    try:
        reading = read(
            Document.model_validate_json(document), _ACTORS.validate_json(actors), _ISSUES.validate_json(issues)
        )
    except WrongUsage as error:
        return _WRONG + str(error).encode()
    except Exception as error:
        return _FAILED + type(error).__name__.encode()
    return _READ + reading.model_dump_json().encode()


if __name__ == "__main__":
    serve(answer, frames=3)
