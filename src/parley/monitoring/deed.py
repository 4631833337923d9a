"""What a line of a script says was done: "shelling with 2 mortars", "Kestria shells Orlavia", "3 tanks withdrawn"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.numbers import numbers

from .acts import act_reported, is_out, is_up
from .names import Names, fold

_OF = re.compile(r"\b(?:of|with)\s+(?P<object>.+)", re.I)
_BEHIND = re.compile(r"(?P<deed>.+?)\s+(?P<how>by|against)\s+(?P<who>[^,]+)", re.I)
_BY_THEM = re.compile(r"(?:is|are|was|were|has\s+been|have\s+been|gets?|got)\s+", re.I)
"""What makes of a verb that somebody suffered it."""
_PREPOSITION = re.compile(r"(?:at|on|upon|to|with|against)\s+", re.I)
_PARTICIPLE = re.compile(
    r"(?:\w{2,}(?:ed|wn|en|lt|ught)|put|cut|shot|set|held|laid|led|left|lost|made|sent|shut)\b", re.I
)
_TELLING = frozenset({"report", "notify", "find", "monitor", "verify", "announce"})
"""Acts that say of another that it was heard of ("shelling reported")."""


@dataclass(frozen=True)
class Deed:
    """An act in the words of a line, with its thing, how many of it, who did it and to whom, where it says so."""

    act: str
    object: str | None = None
    count: int | float | None = None
    actor: str | None = None
    counterpart: str | None = None


def deed_in(words: str, names: Names) -> Deed | None:
    """What the words say was done; ``None`` where they begin with somebody whom the text knows and no verb follows."""
    behind = _BEHIND.fullmatch(words)
    if behind is not None and _known(behind["who"], names):
        inner = deed_in(behind["deed"], names)
        if inner is None or behind["how"].casefold() == "by":
            return inner and replace(inner, actor=behind["who"])
        return replace(inner, counterpart=behind["who"])
    for front, rest in _cuts(words):
        if _known(front, names):
            return _by_somebody(front, rest, names)
    for front, rest in reversed(list(_cuts(words))):
        if is_out(rest) or is_up(rest) or _is_done_to(front, rest):
            return _of_thing(Deed(rest), front)
    found = _OF.search(words)
    if found is None:
        return Deed(words)
    return _of(Deed(words[: found.start()].strip()), found["object"].strip(), names)


def _by_somebody(who: str, rest: str, names: Names) -> Deed | None:
    """ "Kestria | shells Orlavia", "Orlavia | is shelled"."""
    suffers = _BY_THEM.match(rest)
    rest = rest[suffers.end() :] if suffers else rest
    verb = verb_at_start(rest)
    if verb is None:
        return None
    done = Deed(rest[: verb[1]], actor=None if suffers else who, counterpart=who if suffers else None)
    what = rest[verb[1] :].strip()
    bare = what[preposition.end() :] if (preposition := _PREPOSITION.match(what)) else what
    whom, _, means = bare.partition(" with ")
    if _known(whom, names):
        return _of(replace(done, counterpart=whom), means, names) if means else replace(done, counterpart=whom)
    return _of(done, bare, names) if what else done


def _of(done: Deed, what: str, names: Names) -> Deed:
    """The deed with what it was done to, or with: somebody whom the text knows, or things."""
    if done.counterpart is None and _known(what, names):
        return replace(done, counterpart=what)
    return _of_thing(done, what)


def _of_thing(done: Deed, what: str) -> Deed:
    number = next((one for one in numbers(what) if one[0] == 0), None)
    if number is None or not what[number[1] :].startswith(" "):
        return replace(done, object=what)
    return replace(done, object=what[number[1] :].strip(), count=number[2])


def _is_done_to(thing: str, verb: str) -> bool:
    """Whether it is a thing with what was done to it: "3 tanks | withdrawn", "hotline | maintained"."""
    found = verb_at_start(verb) if _PARTICIPLE.match(verb) else None
    names_no_act = noun_at_start(thing) is None and act_reported(thing) is None
    return found is not None and found[1] == len(verb) and found[0] not in _TELLING and names_no_act


def _cuts(words: str) -> Iterator[tuple[str, str]]:
    """The words in two, the longest front first."""
    for space in reversed(list(re.finditer(r"\s+", words))):
        yield words[: space.start()], words[space.end() :]


def _known(name: str, names: Names) -> bool:
    """Whether all whom the words name are known to the text ("both Parties", "Kestria's forces")."""
    told = names.doers(name).names
    return bool(told) and all(names.knows(names.shown(one)) for one in told) and not re.search(r"\bin\b", fold(name))
