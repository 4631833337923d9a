"""Acts and things as words of a sentence: "placed three 152 mm howitzers", "fired at a fishing vessel"."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from parley.model import Report
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import ActFound, acts, acts_by_id, noun_at_start, unlike, verbs_of, word_alone, words_for
from parley.text.inflection import gerund, is_noun_of, past, shared_letters
from parley.text.numbers import WORDS

from .accounted import is_thing
from .acts import act_of, is_out, is_up, worded
from .kinds import are_of, is_weapon, kinds_of
from .objects import stems
from .replies import REPLY, is_reply
from .undone import told_at, undone

Row = dict[str, str]
"""How an act is told: see ``tellings.toml``."""
BRACKETS = "()"
"""In place of a preposition: the thing is told in brackets."""
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
_COUNTED = re.compile(rf"^(?:{WORDS}|\d[\d,]*)\s+(?=[^\W\d])(?!(?:[ckm]?m|kg|tonnes?|tons?)\b)", re.I)
"""How many, in the words for the thing itself: "one tank"."""
_ROUNDS = re.compile(r"\b(?:rounds?|bursts?|shots?|shells?|salvoe?s?|volleys?)$", re.I)
_BARRELS = ("gun", "howitzer", "mortar", "artillery", "multiple rocket launcher", "tank", "small arm")
_COUNTED_THEMSELVES = ("people", "animal", "vehicle", "ship", "aircraft", "unmanned aircraft", "body")
"""Of what was attacked of these, a number tells how many they were."""
_A_NAME = re.compile(r"[A-Z][a-z]+\Z")
_LINKS = re.compile(
    r"\s(?:to|of|on|by|in|out|back|away|off|up|down|over|upon|at|with|for|into|from|through|home|free|apart|open|together)\Z"
)
"""On what phrases end that have their thing behind them: particles and prepositions."""
_SEEN = re.compile(r"(?:(?P<thing>\w.*?)\s+)??(?:sightings?|(?P<there>presence))", re.I)
"""That something was there, in words for an act of which nobody is named as the doer."""
_HEAD = re.compile(r"^(.*?)(\s(?:of|in|on|at|for|from|to|with|bound)\s.*|\s(?:each|apiece))?$", re.I)


def told(report: Report, *, follows: bool = False) -> str:
    """What was done, in the past form, with the thing it was done to.

    ``follows``: the report is told after what it is about, which it then calls "it".
    """
    said = report.act or ""
    act = REPLY if is_reply(said) else said if said in _rows() else act_of(said)
    row = _row_of(act or "", report.act_said or "")
    somebody = "" if report.actor is not None else "somebody not named "
    if somebody and (seen := _SEEN.fullmatch(report.act_said or "")) and (report.object or seen["thing"]):
        return _was_there(report.object or seen["thing"], report.count, "was there" if seen["there"] else "was seen")
    if row is None or _is_of_its_own_thing(report, row):
        return _in_its_words(report, somebody)
    if report.actor is None and "nobody" in row:
        return row["nobody"]
    called = f" ('{row['called']}')" if "called" in row else ""
    if (report.actor, report.object, report.count) == (None, None, None) and "neither" in row:
        return f"{row['neither']}{called}"
    return f"{somebody}{row['told']}{_done_to(report, act or '', row, follows)}{called}"


def _is_of_its_own_thing(report: Report, row: Row) -> bool:
    """Whether the words for an act begin with a thing, be it the report's own ("wounded soldier carried in") or another
    ("harbour shut", of grain ships). No sentence has that before the act, and the report's thing behind it.
    """
    said, thing = report.act_said or "", report.object or ""
    if not thing:
        return False
    if row["told"].casefold().startswith(thing.casefold()):
        return True
    first, last = min(told_at(said), default=(0, 0))
    front = said[:first].split()
    is_done = "called" in row and bool(front) and noun_at_start(said[first:last]) is None
    return is_done and is_thing(front[-1]) and not stems(" ".join(front)) & stems(thing)


def _was_there(thing: str, count: int | None, was: str) -> str:
    """What was seen, of which nobody says who put it there: "a floating mine was seen"."""
    thing = _COUNTED.sub("", thing) if count is not None else thing
    head = _parts(thing)[0]
    several = is_plural(head) if count is None else count > 1
    one = with_article(thing) if count is None and not (several or _is_same(head) or _DETERMINED.match(thing)) else None
    return f"{one or _number_of(thing, count)} {was.replace('was', 'were') if several else was}"


def _done_to(report: Report, act: str, row: Row, follows: bool) -> str:
    """The thing and its number, as they stand behind a verb."""
    thing, count, to = report.object or "", report.count, row.get("to")
    if to is None or (report.object is None and not follows):
        return ""
    link = f" {to}" if to else ""
    if follows:
        return "" if to == BRACKETS else f"{link} it"
    if act_covers("attack", act) and act != "launch" and is_weapon(thing):
        return f" with {_armed_with(report)}"
    if thing[:1].islower() and _does_it(act, thing):
        return "" if count is None else f" ({_number_of(thing, count)})"
    if to == BRACKETS and count is not None and row["told"].casefold().endswith(f" {thing.casefold()}"):
        return "" if _is_told(thing, count, row["told"]) else f" ({count:,})"
    if to == BRACKETS or _is_the_act(act, thing):
        is_told = _is_told(thing, count, row["told"]) if to == BRACKETS else count is None
        return "" if is_told else f" ({_number_of(thing, count)})"
    if act_covers("attack", act) and count is not None and _may_be_rounds(thing, count):
        return f"{link} {_number_of(thing, None)} ({count:,})"
    return f"{link} {_number_of(thing, count)}"


def _does_it(act: str, thing: str) -> bool:
    """Whether the thing is who does the act ("snipers" that sniped), or the act itself ("a naval exercise")."""
    head = _parts(thing)[0]
    does = f"{_rows()[act]['told'].partition(' ')[0].removesuffix('d')}r" == _singular(head).rpartition(" ")[2]
    return does or (act == "exercise" and act_of(head) == act)


def _may_be_rounds(thing: str, count: int) -> bool:
    """Whether so many may have been fired at one thing, and no more than one was hit: "shelling, wheat field, 8"."""
    return count > 1 and not is_plural(_parts(thing)[0]) and not are_of(kinds_of(thing), _COUNTED_THEMSELVES)


def _is_told(thing: str, count: int | None, told: str) -> bool:
    """Whether words for an act name a thing and its number themselves: "withdrew 12 tanks"."""
    words = re.findall(r"\w+", told.casefold())
    number = {str(count), *(_NUMBERS[count : count + 1] if count is not None else ())}
    return thing.casefold() in told.casefold() and (count is None or not number.isdisjoint(words))


def _is_the_act(act: str, thing: str) -> bool:
    """Whether the thing names the act itself, or what it is counted by: "attack" of 19 "assaults", of 30 "rounds"."""
    head = _parts(thing)[0]
    named = act_of(head)
    if act == "kill":
        return named == act  # of "persons injured"
    return act_covers("attack", act) and ((named is not None and act_covers(act, named)) or bool(_ROUNDS.search(head)))


def _armed_with(report: Report) -> str:
    """With what was fired. Of barrels, and in a tally, nobody knows whether so many were counted, or so many rounds."""
    thing, count = report.object or "", report.count
    if count is None or count < 2 or not (report.tally or are_of(kinds_of(thing), _BARRELS)):
        return _some(thing, count)
    return f"{in_plural(thing)} ({count:,}{' counted' if report.tally else ''})"


def _in_its_words(report: Report, somebody: str) -> str:
    """What no act of the lexicon is, or how a thing is."""
    thing, act = report.object or "", report.act_said
    if act is None:
        return f"{somebody}did something that is not named"
    if thing and (is_out(act) or is_up(act)):
        state = act if re.match(r"\W*(?:is|was|has|went|goes)\b", act) else f"was {act}"
        return f"{_number_of(thing, None)} {state}" if somebody else f"had {_number_of(thing, None)} that {state}"
    return f"{somebody}did what the report calls '{act}'" + (f" ({_number_of(thing, report.count)})" if thing else "")


def _number_of(thing: str, count: int | None) -> str:
    """A thing with its number; of a list "of" something the number is told apart: it may be of either."""
    if count is not None:
        thing = _COUNTED.sub("", thing)
    head, rest = _parts(thing)
    if count is not None and "," in thing:
        return f"{thing} ({count:,})"
    if count is not None and count > 1 and thing.startswith("all "):
        return f"all {_number_of(thing.removeprefix('all '), count)}"
    if count is None:
        said_which = _DETERMINED.match(thing) or _COUNTED.match(thing) or thing[:1].isupper()
        return thing if is_plural(head) or _is_same(head) or said_which else f"the {thing}"
    if count > 1 and _DETERMINED.match(thing):
        return f"{thing} ({count:,})"
    if count == 1 and (_DETERMINED.match(thing) or (_A_NAME.match(thing) and not kinds_of(thing))):
        return thing
    if rest and not is_plural(head) and not _ONE.search(head):
        one = thing if _DETERMINED.match(thing) else with_article(thing)
        return one if count == 1 else f"{one} ({count:,})"
    if count == 1:
        return f"1 {thing}" if _UNCOUNTED.search(head) else with_article(f"{_singular(head)}{rest}")
    number = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    return f"{number} {in_plural(thing)}"


def _some(thing: str, count: int | None) -> str:
    return _number_of(thing, count) if count is not None else in_plural(thing)


def _parts(thing: str) -> tuple[str, str]:
    match = _HEAD.match(thing)
    return (match[1], match[2] or "") if match else (thing, "")


def is_plural(head: str) -> bool:
    several = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return bool(_UNCOUNTED.search(head) or _MORE.search(head)) or several


def _is_same(head: str) -> bool:
    return head.casefold().endswith(_SAME_IN_PLURAL)


def in_plural(thing: str) -> str:
    """Several of a thing: "drones", "artillery", "lists of prisoners"."""
    head, rest = _parts(thing)
    if is_plural(head) or _is_same(head):
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
    if not is_plural(head):
        return head
    if re.search(r"[^aeiou]ies$", head):
        return f"{head[:-3]}y"
    return head[:-2] if re.search(r"(?:ss|us|x|ch|sh)es$", head) else head[:-1]


def deed(act: str, wording: str) -> str:
    """What a duty is about as a noun, of the text's own verb where there is one ("opening"; "act of apologising")."""
    known = acts_by_id().get(act)
    nouns = known.nouns if known else ()
    if not nouns:
        return f"act of {gerund(act)}"
    return next((noun for noun in nouns for verb in wording.split(", ") if is_noun_of(noun, verb)), nouns[0])


def with_article(thing: str) -> str:
    """``an inquiry``, ``a meeting``."""
    return f"{_article(thing)} {thing}"


def _article(thing: str) -> str:
    if _SPELT_OPEN.match(thing):
        return "an"
    sounds_open = re.match(r"(?!uni[tf]|eu|one)[aeiou]", thing, re.I) and not _SPELT_CLOSED.match(thing)
    return "an" if sounds_open else "a"


@lru_cache(maxsize=1)
def _rows() -> dict[str, Row]:
    """Every act of the lexicon: as ``tellings.toml`` has it, else the past form of its first verb."""
    regular = {act.id: {"told": past(verb), "to": ""} for act in acts() for verb in verbs_of(act.id)[:1]}
    told: dict[str, Row] = _tellings()["act"]
    return regular | told


@lru_cache(maxsize=1)
def _words() -> dict[str, Row]:
    """Those words for acts that ``tellings.toml`` tells otherwise than by their past form and the thing behind it."""
    return {word: row for row in _tellings()["word"] for word in row["words"]}


@lru_cache(maxsize=1)
def _tellings() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("tellings.toml").read_text("utf-8"))


@lru_cache(maxsize=4096)
def _row_of(act: str, word: str) -> Row | None:
    """How an act is told in a report's word for it: by its verb, else as the act, if that is what the word says.

    ``called`` is that word, where it stands in no form that a sentence could have it in.
    """
    row = _rows().get(act)
    if row is None or act == REPLY or word in _rows() or worded(word) is None:
        return row
    if undone(word).acts:
        return None  # "withdrawal talks": what was done is not only that of which the act is
    alone = word_alone(word)
    if alone is not None and alone.act == act:
        verb = _verb_of(act, alone)
        if verb in verbs_of(act)[:1]:
            return row
        special = _words().get(alone.word) or _words().get(verb or "", {})
        if verb is not None or "told" in special:
            return {"told": past(verb or ""), "to": _link(verb or ""), **special}
    found = words_for(act, word)
    if found and not found[0].noun and found[0].first == 0 and _opens(word, past(found[0].word)):
        ends = word.casefold().endswith(past(found[-1].word))
        return {"told": word, "to": _words().get(found[-1].word, {}).get("to", "") if ends else BRACKETS}
    return None if any(unlike(act, one.word) in ("weaker", "akin") for one in found) else {**row, "called": word}


def _opens(words: str, verb: str) -> bool:
    """Whether the words are a sentence's, from its verb on ("killed or injured"), and no passive."""
    return re.match(rf"{re.escape(verb)}\b(?!\s+by\b)", words, re.I) is not None


def _link(verb: str) -> str:
    """What stands between a verb and its thing: nothing behind a particle, else brackets behind a phrase of its own."""
    return "" if " " not in verb or _LINKS.search(verb) else BRACKETS


def _verb_of(act: str, word: ActFound) -> str | None:
    """The act's verb that a word of it is, in whatever form, or of which it is the noun ("seizure": "seize")."""
    verbs = verbs_of(act)
    if word.word in verbs:
        return word.word
    alike = [verb for verb in verbs if word.word == past(verb) or (word.noun and is_noun_of(word.word, verb))]
    return max(alike, key=lambda verb: shared_letters(word.word, verb), default=None)
