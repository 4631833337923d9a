"""Acts and things as words of a sentence: "placed three 152 mm howitzers", "fired at a fishing vessel"."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from parley.model import Report
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import acts, inflected

from .acts import REPLY, act_of, is_out, is_reply, is_up
from .objects import are_of, is_weapon, kinds_of

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SAME_IN_PLURAL = ("aircraft", "craft", "sheep")
_UNCOUNTED = re.compile(
    r"(?:personnel|artillery|ordnance|armour|people|police|staff|equipment|ammunition|cattle|livestock|"
    r"infantry|cavalry|damage|dead|missing|sick|homeless|\w{3,}(?<!sp)(?<!br)(?<!st)(?<!e)(?<!h)(?<!b)ed)\Z",
    re.I,
)
"""What has no article and is of one form, however many there are: stuffs, forces, and people by what befell them."""
_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "foot": "feet", "mouse": "mice"}
_MORE = re.compile(rf"(?:{'|'.join(_IRREGULAR.values())})\Z", re.I)
_ONE = re.compile(rf"(?<!hu)(?<!ger)(?<!otto)(?:{'|'.join(_IRREGULAR)})\Z", re.I)
_SPELT_OPEN = re.compile(r"(?=[A-Z0-9-]*[A-Z]{2})[AEFHILMNORSX]|(?:8|1[18]\b)")
_SPELT_CLOSED = re.compile(r"(?=[A-Z0-9-]*[A-Z]{2})[A-Z]")
"""Letters that are said by their names: "an RPG", "a UAV"."""
_DETERMINED = re.compile(r"^(?:the|a|an|all|any|its|their|some|several)\b", re.I)
_ROUNDS = re.compile(r"\b(?:rounds?|bursts?|shots?|shells?|salvoe?s?|volleys?)$", re.I)
_BARRELS = ("gun", "howitzer", "mortar", "artillery", "multiple rocket launcher", "tank", "small arm")
_DOUBLES = re.compile(
    r"\A(?:[^aeiouy]|qu)*[aeiouy][^aeiouwxy]\Z|"
    r"(?:(?:ad|sub|per|com|trans|re|o)mit|(?:trans|re|con|de|in|pre)fer|pel|rol|nul|nap|quip)\Z"
)
_HEAD = re.compile(r"^(.*?)(\s(?:of|in|on|at|for|from|to|with|bound)\s.*)?$", re.I)


def told(report: Report, *, follows: bool = False) -> str:
    """What was done, in the past form, with the thing it was done to.

    ``follows``: the report is told after what it is about, which it then calls "it".
    """
    said = report.act or ""
    act = REPLY if is_reply(said) else said if said in _rows() else act_of(said)
    row = _rows().get(act or "")
    somebody = "" if report.actor is not None else "somebody not named "
    if row is None:
        return _in_its_words(report, somebody)
    if report.actor is None and "nobody" in row:
        return row["nobody"]
    past, to = f"{somebody}{row['told']}", row.get("to")
    if to is None or (report.object is None and not follows):
        return past
    link = f" {to}" if to else ""
    if follows:
        return f"{past}{link} it"
    thing = report.object or ""
    if act_covers("attack", act or "") and act != "launch" and is_weapon(thing):
        return f"{past} with {_armed_with(thing, report.count)}"
    if _is_the_act(act or "", thing):
        return past if report.count is None else f"{past} ({_number_of(thing, report.count)})"
    return f"{past}{link} {_number_of(thing, report.count)}"


def _is_the_act(act: str, thing: str) -> bool:
    """Whether the thing names the act itself, or what it is counted by: "attack" of 19 "assaults", of 30 "rounds"."""
    head = _parts(thing)[0]
    named = act_of(head)
    return act_covers("attack", act) and ((named is not None and act_covers(act, named)) or bool(_ROUNDS.search(head)))


def _armed_with(thing: str, count: int | None) -> str:
    """With what was fired. Of barrels nobody knows whether so many were counted, or so many rounds."""
    if count is None or count < 2 or not are_of(kinds_of(thing), _BARRELS):
        return _some(thing, count)
    return f"{_plural(thing)} ({count:,})"


def _in_its_words(report: Report, somebody: str) -> str:
    """What no act of the lexicon is, or how a thing is."""
    thing, act = report.object or "", report.act
    if act is None:
        return f"{somebody}did something that is not named"
    if thing and (is_out(act) or is_up(act)):
        state = act if re.match(r"\W*(?:is|was|has|went|goes)\b", act) else f"was {act}"
        return f"{_number_of(thing, None)} {state}" if somebody else f"had {_number_of(thing, None)} that {state}"
    return f"{somebody}did what the report calls '{act}'" + (f" ({thing})" if thing else "")


def _number_of(thing: str, count: int | None) -> str:
    """A thing with its number; of a list "of" something the number is told apart: it may be of either."""
    head, rest = _parts(thing)
    if count is None:
        return (
            thing
            if _is_plural(head) or _is_same(head) or _DETERMINED.match(thing) or thing[:1].isupper()
            else f"the {thing}"
        )
    if rest and not _is_plural(head) and not _ONE.search(head):
        return f"{with_article(thing)} ({count:,})"
    if count == 1:
        return f"1 {thing}" if _UNCOUNTED.search(head) else with_article(f"{_singular(head)}{rest}")
    number = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    return f"{number} {_plural(thing)}"


def _some(thing: str, count: int | None) -> str:
    return _number_of(thing, count) if count is not None else _plural(thing)


def _parts(thing: str) -> tuple[str, str]:
    match = _HEAD.match(thing)
    return (match[1], match[2] or "") if match else (thing, "")


def _is_plural(head: str) -> bool:
    several = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return bool(_UNCOUNTED.search(head) or _MORE.search(head)) or several


def _is_same(head: str) -> bool:
    return head.casefold().endswith(_SAME_IN_PLURAL)


def _plural(thing: str) -> str:
    head, rest = _parts(thing)
    if _is_plural(head) or _is_same(head):
        return thing
    if one := _ONE.search(head):
        return f"{head[: one.start()]}{_IRREGULAR[one[0].casefold()]}{rest}"
    if re.search(r"(?:s|x|ch|sh)$", head):
        return f"{head}es{rest}"
    if re.search(r"(?:kni|li|wi)fe$|(?:l[eo]a|wol|shel|hal|thie)f$", head):
        return f"{re.sub(r'fe?$', '', head)}ves{rest}"
    return f"{head[:-1]}ies{rest}" if re.search(r"[^aeiou]y$", head) else f"{head}s{rest}"


def _singular(head: str) -> str:
    """One of what the head names."""
    if more := _MORE.search(head):
        return head[: more.start()] + next(one for one, several in _IRREGULAR.items() if several == more[0].casefold())
    if not _is_plural(head):
        return head
    if re.search(r"[^aeiou]ies$", head):
        return f"{head[:-3]}y"
    return head[:-2] if re.search(r"(?:ss|us|x|ch|sh)es$", head) else head[:-1]


def with_article(thing: str) -> str:
    """``an inquiry``, ``a meeting``."""
    return f"{_article(thing)} {thing}"


def _article(thing: str) -> str:
    if _SPELT_OPEN.match(thing):
        return "an"
    sounds_open = re.match(r"(?!uni[tf]|eu|one)[aeiou]", thing, re.I) and not _SPELT_CLOSED.match(thing)
    return "an" if sounds_open else "a"


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, str]]:
    """Every act of the lexicon: as ``tellings.toml`` has it, else the regular past form of its first verb."""
    regular = {act.id: {"told": _past(act.verbs[0]), "to": ""} for act in acts() if act.verbs}
    return regular | tomllib.loads(files(__package__).joinpath("tellings.toml").read_text("utf-8"))


def _past(verb: str) -> str:
    """The regular past form; a verb that is stressed on its end doubles its last letter ("jammed", "admitted")."""
    past = [form for form in inflected(verb) if form.split()[0].endswith("ed")]
    return past[-1] if _DOUBLES.search(verb.split()[0]) else past[0]
