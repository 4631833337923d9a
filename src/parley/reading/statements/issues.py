"""Which issues a statement speaks to: key words, titles and options found whatever their inflection."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from parley.model import Issue, Statement

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_INFLECTIONS = ("ings", "ing", "ers", "ed", "es", "er", "s", "e")
_DERIVATIONS = ("ations", "ation", "ments", "ment", "ions", "ion", "als", "al")
_IRREGULAR = {
    "withdrew": "withdraw", "withdrawn": "withdraw", "freed": "free", "held": "hold", "children": "child", "men": "man",
    "women": "woman", "laid": "lay", "fought": "fight", "fire": "fire", "fired": "fire",
}  # fmt: skip
_EMPTY = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "be",
        "been",
        "by",
        "each",
        "for",
        "from",
        "in",
        "into",
        "is",
        "it",
        "its",
        "no",
        "not",
        "of",
        "on",
        "or",
        "over",
        "s",
        "shall",
        "that",
        "the",
        "their",
        "there",
        "this",
        "to",
        "under",
        "upon",
        "was",
        "were",
        "which",
        "will",
        "with",
        "within",
        "without",
        "party",
        "parties",
        "side",
        "sides",
    ]
)
_SHORTEST = 4
"""A stem keeps at least this many letters, so that "ally" and "all" stay apart."""


@functools.lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without its inflection: "prisoners", "prisoner"; "withdrawal", "withdrawing", "withdrew"."""
    word = _POSSESSIVE.sub("", word.casefold())
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST + 2:
        return word[:-3] + "y"
    for suffix in (*_DERIVATIONS, *_INFLECTIONS):
        shortest = _SHORTEST + 1 if suffix in _DERIVATIONS else _SHORTEST
        if word.endswith(suffix) and len(word) - len(suffix) >= shortest and not word.endswith("ss"):
            rest = word[: -len(suffix)]
            return rest[:-1] if rest[-1:] == rest[-2:-1] and rest[-1:] not in "aeiouls" else rest
    return word


class Words:
    """A text as its words and their stems, to look for phrases in."""

    def __init__(self, text: str) -> None:
        matches = list(_WORD.finditer(text))
        self.plain = [match.group().casefold() for match in matches]
        self.stems = [stem(match.group()) for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self._set = frozenset(self.stems)

    def find(self, phrase: str) -> list[tuple[int, int]]:
        """Where the phrase stands, word by word, as (start, end); "cease-fire" also finds "ceasefire"."""
        wanted, joined = _phrase(phrase)
        if not wanted:
            return []
        found = []
        for i in range(len(self.stems)):
            if tuple(self.stems[i : i + len(wanted)]) == wanted:
                found.append((self.starts[i], self.ends[i + len(wanted) - 1]))
                continue
            for length in {len(wanted) - 1, len(wanted) + 1, 1, 2} - {len(wanted), 0}:
                if i + length <= len(self.plain) and stem("".join(self.plain[i : i + length])) == joined:
                    found.append((self.starts[i], self.ends[i + length - 1]))
                    break
        return found

    def has_all(self, words: Iterable[str]) -> bool:
        """Whether all words that mean something stand in the text, in any order; ``False`` for none."""
        wanted = content_stems(" ".join(words))
        return bool(wanted) and wanted <= self._set


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> tuple[tuple[str, ...], str]:
    words = _WORD.findall(phrase)
    return tuple(map(stem, words)), stem("".join(words).casefold())


@lru_cache(maxsize=4096)
def content_stems(words: str) -> frozenset[str]:
    """The stems of the words that mean something."""
    return frozenset(stem(word) for word in _WORD.findall(words) if word.casefold() not in _EMPTY)


def speaks_to(text: str, issue: Issue) -> bool:
    """Whether a text speaks to an issue: a key word of it or of an option, all words of its title, or an option as
    written, where two words of it at the least mean something ("a joint team")."""
    words = Words(text)
    keywords = [*issue.keywords, *(keyword for option in issue.options for keyword in option.keywords)]
    keywords += [phrase for option in issue.options if (phrase := _telling_phrase(option.text))]
    return any(words.find(keyword) for keyword in keywords) or words.has_all([issue.title])


@lru_cache(maxsize=4096)
def _telling_phrase(option: str) -> str:
    """An option's words without the article before them; "" where they are figures, or too few to tell it."""
    phrase = re.sub(r"(?i)^(?:an?|the)\s+", "", option.strip())
    telling = len(content_stems(phrase)) > 1 and not any(letter.isdigit() for letter in phrase)
    return phrase if telling else ""


def tag_issues(statements: Sequence[Statement], issues: Sequence[Issue]) -> tuple[Statement, ...]:
    """The statements with the ids of the issues that their content or conditions speak to.

    Issues come in the order given; those that a statement has already stay. What a statement only
    reports of another's saying is the other's: it is tagged there, and here too, for it is said here.
    """
    tagged = []
    for statement in statements:
        text = spoken(statement)
        found = [issue.id for issue in issues if issue.id in statement.issues or speaks_to(text, issue)]
        known = [id for id in statement.issues if id not in found]
        tagged.append(statement.replace(issues=(*known, *found)) if found else statement)
    return tuple(tagged)


def spoken(statement: Statement) -> str:
    """What is said, conditions included, as one text."""
    conditions = [c.words for c in statement.conditions]
    content = " … ".join(span.exact for span in sorted(statement.content, key=lambda span: span.start))
    return " … ".join([content, *(words for words in conditions if words not in content)])
