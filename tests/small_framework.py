"""A small framework to read single provisions in: two invented parties, a body, a line, a zone."""

from __future__ import annotations

from parley.framework import parse
from parley.model import Framework, Obligation, Sentence

HEAD = """---
title: Interim cease-fire
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {HAL: Kingdom of Halvern, RCX: Red Circle}
---

## Words

**Separation Line** means the line in Annex A.

**Bay Zone** means the waters in Annex B.

**Heavy Weapons** means tanks, and guns above 82 mm.

**Established Breach** means a breach that the JVC has found.

## Bodies

1. A Joint Verification Commission (JVC) is established.

## Provisions

"""


def framework(*provisions: str) -> Framework:
    """The small framework with these provisions, numbered from 2."""
    return parse(HEAD + "\n\n".join(f"{number}. {words}" for number, words in enumerate(provisions, start=2)) + "\n")


def sentence(words: str) -> Sentence:
    """The last sentence of a provision with these words."""
    return framework(words).sentences[-1]


def only(words: str) -> Obligation:
    """The one obligation of a provision with these words."""
    (obligation,) = sentence(words).obligations
    return obligation
