"""A child process whose parsers do what the paper tells them to do to it; run as a module by the tests of its guard."""

from __future__ import annotations

import os
import tempfile

from parley.text.child import serve
from parley.text.papers import server
from parley.text.papers.kinds import Kind
from parley.text.papers.page import Page


def misbehave(_kind: Kind, data: bytes, _path: str) -> tuple[str, Page]:
    """Spin, grow, die or write, as ``data`` ends; else an ordinary page."""
    if data.endswith(b"spin"):
        while True:
            pass
    if data.endswith(b"grow"):
        bytearray(10_000_000_000)
    if data.endswith(b"die"):
        os._exit(3)
    if data.endswith(b"write"):
        with tempfile.TemporaryFile() as file:
            file.write(b"The Parties met.")
    return ".pdf", Page("Well.\n")


if __name__ == "__main__":
    server.read = misbehave
    serve(server.answer, frames=2)
