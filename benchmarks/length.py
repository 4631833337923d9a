"""How the time to read a paper grows with its length: processor seconds of the pipeline alone and of the reading.

Usage: python benchmarks/length.py FILE... [--words N,N,...]

The files' texts (UTF-8) are joined, and repeated where they are too short, to papers of so many words.
"""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

from parley.model import Document
from parley.reading import parse, read

LENGTHS = "1000,3000,10000,30000,100000,300000"


def main(arguments: list[str]) -> int:
    lengths = arguments.pop() if arguments[-2:-1] == ["--words"] else LENGTHS
    paragraphs = [
        line
        for name in arguments
        if name != "--words"
        for line in Path(name).read_bytes().decode("utf-8").splitlines()
        if line.strip()
    ]
    if not paragraphs:
        print("Name at least one file of text to read from.", file=sys.stderr)
        return 2
    read(Document(id="warm", path="warm.txt", text="Warm up."))
    print("    words   parsed s    whole s   words/s")
    for length in map(int, lengths.split(",")):
        text, words = _of_length(paragraphs, length)
        begun = time.process_time()
        parse(text)
        parsed = time.process_time()
        read(Document(id="paper", path="paper.txt", text=text))
        whole = time.process_time() - parsed
        print(f"{words:9} {parsed - begun:10.2f} {whole:10.2f} {words / whole:9.0f}", flush=True)
    return 0


def _of_length(paragraphs: list[str], length: int) -> tuple[str, int]:
    taken: list[str] = []
    words = 0
    for paragraph in itertools.cycle(paragraphs):
        if words >= length:
            break
        taken.append(paragraph)
        words += len(paragraph.split())
    return "\n".join(taken), words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
