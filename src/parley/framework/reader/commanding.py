"""Sentences whose duties stand in the present tense, joined or behind a front, laid out with "shall" before each verb.

"By day 3 Kestria leaves Tarn and hands it over" is read as "By day 3 Kestria shall leave Tarn and shall hand it over".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.wordlist import word_set

from .anyone import are_people
from .clause import Clause
from .clauses import main_modals
from .correlatives import joined
from .deeds import ADVERBS
from .doing import done_as_well, first_deed
from .idioms import idiom_at
from .joined import participle
from .modals import MODALS
from .names import Names
from .phrasal import lets_do, lets_through, parted_at
from .plain_verbs import needs_no_object
from .present import FOLLOWS, Deed, verb_of
from .unaddressed import HARM
from .unlisted import unlisted_deed
from .view import View

_MOST_JOINTS = 60
_LEAST_PRESENT, _MOST_OTHERS = 4, 8
"""Duties in the present tense of a text that is written so: at least so many, and one of so many."""
_HALF = re.compile(
    r"(?:,?\s+(?:and|but|or|nor)|;|:|,(?=\s+no\s+[a-z\-]+(?:\s+[a-z\-]+)?\s+(?:is|are)\s+[a-z])|,(?=\s+(?:does\s+not|do\s+not|[a-z]+s)\s))\s+(?:(?:then|also|thereafter|afterwards)\s+)?"
)
_SETTLED_THAT = re.compile(
    r"(?:it\s+(?:is|was|has\s+been)\s+(?:(?:also|further|hereby)\s+)?|(?:the\s+)?(?:two\s+|both\s+)?(?:Parties|sides)\s+(?:have\s+)?)"
    r"(?:agreed?|settled?|decided?|understood|arranged?|said|laid\s+down)\s+that\s+(?!in\s+case\b)",
    re.IGNORECASE,
)
"""What says that there is a duty, and nothing of it: "it was settled that the garrison leaves"."""
_OBJECT = re.compile(
    r"(?:\s+(?:back|up|out|down|off|away))?\s+(?:(?:the|an?|its|their|his|her|all|any|every|each|both|no|it|them|him|what|those|two|three)\b|\d|[A-Z])"
)
_PLURAL_PEOPLE = re.compile(r"\s[a-z]+s\Z")
_ROW = re.compile(r",\s+(?:[a-z]+\s+)?[a-z\-]+s\Z")
"""Things in a row, of which a word in -s may be the last."""
_BARE = re.compile(
    r"\s+(?!(?:and|or|nor|of|to|for|from|in|on|at|by|with|as|under|within|between|along|near|through|until|before|after|during|against|into|over|"
    r"across|behind|without|every|each|who|that|which|is|are|only|not|if|when|while|once|twice)\b)[a-z]+"
)
"""Behind a verb in -s a noun without an article: "hunts deer"."""
_AND_MODAL = re.compile(
    r",?\s+(?:and|but)\s+(?=(?:shall|will|must|may)\b)"
    r"|,\s+and\s+(?=(?:nobody|no\s+one|none|no\s+[a-z]+)\b[^,;]{0,60}?\s(?:shall|must|may|will)\s)"
)

_IS_AND = re.compile(
    r"(?P<who>[^,;:]{2,60}?)\s+(?P<be>is|are)\s+(?!(?:not|to)\b)(?P<how>[a-z\-]+)\s+and\s+(?=[a-z]{2,}\s)"
)
_STOPS = re.compile(
    r"(?:(?:all|any|every|the|further)\s+)*(?P<what>[A-Za-z][^,;:]{2,120}?)(?P<aside>,[^;:]{3,90},)?\s+"
    r"(?P<verb>ceases?|stops?|halts?|ends?|comes?\s+to\s+(?:an\s+end|a\s+(?:halt|stop))|is\s+over)"
    r"(?=\s*(?:\Z|[,.;])|\s+(?:at|on|in|from|by|with|upon|as|immediately|forthwith|no|the|along|between|throughout|everywhere)\b)",
    re.IGNORECASE,
)
"""Acts of harm that stop, in the present tense: "all firing on villages stops on D-day"."""
_THERE_IS_NO = re.compile(r"There\s+(?:is|are)\s+no\s+(?=[a-z])", re.IGNORECASE)
_GERUND = re.compile(
    r"(?!building|evening|morning|crossing|meeting|being|nothing)[a-z]{3,}ing\b(?!\s+(?:to|that|about)\b)"
)
"""What is not done somewhere: "there is no shooting across the river"."""

_SO_THAT = re.compile(r",?\s+(?:so|in\s+order)\s+that\s+[^,;]+\Z")
"""What a deed is to bring about."""


@dataclass(frozen=True)
class Commanded:
    """A sentence with "shall" before its verbs, and whether they are ``sure`` to be duties without a time, too.

    ``likely`` are those of a text that is written in the present tense.
    """

    view: View
    sure: bool
    likely: bool


def written_so(present: int, duties: int) -> bool:
    """Whether a text states its duties in the present tense: several of all that it has stand in it."""
    return present >= _LEAST_PRESENT and present * _MOST_OTHERS >= duties


def commanded(view: View, names: Names, pronoun: tuple[str, ...] | None) -> Commanded | None:
    """The sentence with "shall" before its verbs; ``None``: it has none in the present tense that somebody does.

    ``pronoun`` is whom "it" or "they" speaks of.
    """
    settled = _SETTLED_THAT.match(view.text)
    if settled and not MODALS.search(view.text):
        view = view.cut(settled.end(), len(view.text))
    none = _THERE_IS_NO.match(view.text)
    if none and (noun_at_start(view.text[none.end() :]) or _GERUND.match(view.text, none.end())):
        barred = view.over("There shall be no", *none.span()).join(view.cut(none.end(), len(view.text)))
        return Commanded(barred, False, True)
    text = view.text
    end = _present_part(text, names)
    stops = _STOPS.match(text) if end else None
    if stops and end and stops.end() <= end and _is_harm(stops["what"]):
        shall = view.over("shall cease", *stops.span("verb"))
        return Commanded(
            view.cut(0, stops.start("verb")).join(shall).join(view.cut(stops.end(), len(text))), True, True
        )
    first = None if end is None else first_deed(text[:end], 0, names, pronoun) or _is_and_does(text[:end], names)
    if first is None:
        return None
    deeds = [first]
    for joint in islice(_HALF.finditer(text, first.end, end or 0), _MOST_JOINTS):
        if joint.start() < deeds[-1].end or _whom_goes_on(text, deeds[-1], joint):
            continue
        following = _same_doers(text, joint, deeds[-1]) or _other_doers(text[:end], joint, names, pronoun, deeds[-1])
        if following:
            deeds.append(following)
    parts, at = [], 0
    for deed in deeds:
        parts += [view.cut(at, deed.start), *(view.over(word, deed.start, deed.end) for word in deed.words)]
        at = deed.end
    whole = joined([*parts, view.cut(at, len(text))])
    return Commanded(whole, all(each.sure for each in deeds), all(each.likely for each in deeds))


def _whom_goes_on(text: str, deed: Deed, joint: re.Match[str]) -> bool:
    """Whether more of those follow who are let do something: "the Parties let ambulances | and lorries pass"."""
    if deed.words[-1:] != ("let",) or joint.group().strip(" ,") not in ("and", "or"):
        return False
    so_far = f"let{text[deed.end : joint.start()]} "
    return not lets_do(so_far) and not lets_through(so_far) and parted_at(so_far, 0) is None


def _is_harm(what: str) -> bool:
    """Whether a noun names a deed that a text only ever stops: "shelling", "attacks on convoys"."""
    plain = what[0].lower() + what[1:]
    noun = noun_at_start(plain)
    return noun is not None and noun[0] in _ONLY_STOPPED and verb_at_start(plain, base=True) is None


_ONLY_STOPPED = HARM | word_set("recruit interfere harbour provoke")


def _is_and_does(text: str, names: Names) -> Deed | None:
    """ "The monitors are unarmed and wear white helmets": what they do, behind how they are."""
    told = _IS_AND.match(text)
    who = names.bearers(told["who"]) if told else None
    if not told or not who or participle(told["how"]):
        return None
    does = verb_of(text, told.end(), told["be"] == "are", joined=True)
    return replace(does, several=told["be"] == "are") if does and does.words else None


def _same_doers(text: str, joint: re.Match[str], last: Deed) -> Deed | None:
    """A second verb of the same: "and hands it over"."""
    adverbs = ADVERBS.match(text, joint.end())
    done = done_as_well(text, joint.end())
    if done and last.several in (None, done.several):
        return replace(done, sure=done.sure and last.sure, likely=done.likely and last.likely)
    found = verb_of(
        text, adverbs.end() if adverbs else joint.end(), last.several, last.barred, joined=True, closed=True
    )
    if not found or not found.words:
        return None
    apart = joint.group().strip() == "," and _OBJECT.match(text, found.end)  # "stops, shows his hands and waits"
    if joint.start() == last.end and not apart:  # "nobody fouls, fences or guards them"
        sure, likely = found.sure and last.sure, found.likely and last.likely
        return replace(found, words=found.words[1:], several=last.several, sure=sure, likely=likely, barred=last.barred)
    plainly = last.several is False and _BARE.match(text, found.end)
    if last.words[-1].endswith(" be") and not found.listed:
        return None  # "are supplied with flour and tea by Kestria"
    if len(found.words) > 1 and not plainly and not FOLLOWS.match(text, found.end):
        return None
    said = joint.group().strip(" ,").split()[:1]
    if said and said[0] in ("or", "nor") and last.several is not False:
        return None  # "enter any place or ship at any time"
    people = _PLURAL_PEOPLE.search(text, last.end, joint.start()) and are_people(text[found.start : found.end])
    if people and not _OBJECT.match(text, found.end):
        return None  # "the wages of teachers and nurses in the north"
    row = _ROW.search(text, last.end, joint.start()) or not _is_verb(found, text)
    if row and not _OBJECT.match(text, found.end) and not plainly:
        return None  # "the rings, papers and watches of the dead", "prisoners or hostages after D+5"
    words = found.words if said else ("and", *found.words)
    sure, likely = found.sure and last.sure, found.likely and last.likely
    return replace(found, words=words, several=last.several, sure=sure, likely=likely, barred=last.barred)


def _is_verb(found: Deed, text: str) -> bool:
    """Whether a word that may be a noun is a verb with nothing that it is done to behind it."""
    base = found.words[-1]
    if found.listed or needs_no_object(base) or base.endswith("not"):
        return True
    return (idiom_at(base + text[found.end :]) or unlisted_deed(base + text[found.end :])) is not None


_THEY = re.compile(r"they\s")


def _other_doers(
    text: str, joint: re.Match[str], names: Names, pronoun: tuple[str, ...] | None, last: Deed
) -> Deed | None:
    """The verb of somebody else, up to the next joint: "and the two commanders meet"; "they" are those before."""
    if last.several and _THEY.match(text, joint.end()):
        pronoun = names.party_ids
    stop = _HALF.search(text, joint.end())
    return first_deed(text[: stop.start()] if stop else text, joint.end(), names, pronoun)


def _present_part(text: str, names: Names) -> int | None:
    """Up to where no modal stands: the sentence, its first half, or what stands before "and shall" or "so that"."""
    modal = next(main_modals(text, names), None)
    if not modal:
        return len(text)
    aim = _SO_THAT.search(text, 0, modal.start())
    if aim:
        return aim.start()
    halves = (_AND_MODAL.search(text), re.search(";", text))
    return next((each.start() for each in halves if each and each.start() < modal.start()), None)


_BEFALLS = re.compile(
    r"(?:flood|block|cover|snow|frozen|drown|destroy|damag|lost|kill|wound|injur|hurt|surround|cut\s+off|affect|delay|swept|trap)"
)
"""What befalls somebody or something, and nobody has to do."""


_WHOEVER_DOES = re.compile(
    r"\s*(?:whoever|(?-i:Who)(?=\s+[a-z]+\s)|(?:any|every)(?:one|body)\s+who|(?:an?|any|every|each|the)\s+(?:[a-z\-]+\s+)?[a-z\-]+\s+who(?=\s+[a-z]+[^\Ws]s\s))\s",
    re.IGNORECASE,
)


def told_of_anyone(text: str) -> bool:
    """Whether a sentence is of whoever does something: then what they do of it is their duty, without a time, too."""
    return _WHOEVER_DOES.match(text) is not None


def bounded(clause: Clause, view: View, present: bool) -> bool:
    """Whether a time of its own, or a case in which somebody does it, makes a duty of what may only tell.

    In a text that is written in the ``present`` tense a case does in which something is done, too.
    """
    if not clause.passive:
        return clause.window is not None or (clause.trigger is not None and clause.bearer is not None)
    if clause.trigger is not None and not clause.itself and present:
        return not any(_BEFALLS.match(said) for _, said in clause.deeds)
    if clause.window is None or clause.trigger is not None:
        return False
    return re.search(r",\s+(?:which|who)\b", view.text[: min(first for first, _ in clause.said["window"])]) is None
