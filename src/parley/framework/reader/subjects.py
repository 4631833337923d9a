"""The subject of a clause: who bears it, or what a passive is about, and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Trigger
from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.numbers import PATTERN

from .anyone import anyone, plain_thing, them
from .asides import HOW_DONE
from .clause import Clause, Part
from .conditions import trigger_of
from .craft import craft
from .found import COMPOUND
from .leftovers import may_hide_a_condition
from .meant import meant_in_front, that_party
from .names import Names
from .slots import fill_fronted
from .windows import after_time

_NO_COMMA = re.compile(
    r"\s(?P<who>(?:the|each|every|no|neither|both|all|either)\s+(?:[a-z]+\s)?(?:Part(?:y|ies)|sides?)"
    r"(?:\s+(?:concerned|responsible|in\s+question))?|no\s+[a-z][\w\-]*(?:\s+[a-z][\w\-]*){0,4}"
    r"(?:\s+(?:of|from|by)\s+(?:(?:either|any|each|both|the|of)\s+){1,3}(?:[a-z]+\s+)?(?:Part(?:y|ies)|sides?))?)\s*\Z",
    re.IGNORECASE,
)
NO_ONE = re.compile(r"(?:no|neither|none|nobody|nothing|not\s+(?:one|an?\s+single))\b", re.IGNORECASE)
FRONTED = re.compile(
    r"(?:within|from|by|until|on|if|when|whenever|upon|after|in|during|where|while|once|unless|before|for|under|"
    r"between|throughout|along|inside|outside|over|save|except|pending|without|with\s+the|as\s+from|through|near|around|"
    r"(?:no|not)\s+(?:later|earlier|sooner)|not\s+before|not\s+until|other\s+than|apart\s+from|excepting|beneath|alongside|opposite|"
    rf"up\s+to(?!\s+(?:{PATTERN})\s+(?!(?:k?m|kilomet|met|nautical|miles?|hours?|days?|weeks?|months?)))|as\s+far\s+as|via|aboard|among|towards?|upon|once|twice|daily|weekly|hourly|monthly|"
    r"at(?!\s+(?:most|least)\s+(?!(?:once|twice)\b|[\w\-]+\s+(?:times|hours?|days?|weeks?|months?)\s))|"
    r"immediately|following|starting|beginning|as\s+(?:long|soon)\s+as|so\s+long\s+as|should|as\s+of|"
    r"with\s+effect|subject|failing|absent|(?:to\s+the\s+)?(?:north|south|east|west)\s+of|behind|beyond|off|across|"
    r"having|in\s*so\s*far|to\s+the\s+extent|any\s?where|aside\s+from|barring|excluding|wherever|not\s+after|(?:sea|land|shore)ward\s+of|"
    r"whatever|whichever|regardless|irrespective|no\s+matter|even\s+(?:if|when|where|though)|whether|although|"
    r"above|below|every\s+(?:[\w\-]+\s+){0,2}?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|mornings?|evenings?|fortnight|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|spring|summer|autumn|winter)|each\s+(?:day|week|morning|evening|night|hour|"
    r"month)|prior|provided|(?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|[a-z]+ty(?:-[a-z]+)?)\s+(?:full\s+|clear\s+)?"
    rf"(?:hours?|days?|weeks?|months?)\s+(?:before|after|prior\s+to|following)|(?:close|adjacent|next)\s+to|{HOW_DONE})\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"(?:other\s+than|except(?:ing)?|save|excluding|barring|having|aside\s+from|apart\s+from|in\s*so\s*far)\b",
    re.IGNORECASE,
)
"""What begins no list of those who act: "Excluding Sundays, the Commission"."""
_ASIDE = re.compile(
    r",\s+(?:composed|consisting|made\s+up|chaired|headed|led|established|including|acting|represented|\d+\s*km|"
    r"jointly|together|as\s+well\s+as\s+(?:its|their))\b[^,]*(?:,\s+[^,]*){0,2},\s*\Z",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s+(?P<more>\((?:and|including|with|whether|through|its|their)\s[^()]{2,160}\)),?\s*\Z")
"""What stands in brackets behind somebody: "Kestria (and any unit under its control) [shall]"."""
_BETWEEN_COMMAS = re.compile(r"(?P<who>[^,;]{2,120}),\s+(?P<aside>(?!(?:and|or|nor)\b)[^;]{3,160}),?\s*\Z")
"""What stands between somebody and "shall": a time or place of the duty, or more about who that is."""
_MOST_GAPS = 16
_WHERE_THEY = re.compile(
    r"(?:where|when|if|whenever|wherever)\s+(?P<who>[^,]{3,120}?)\s+(?:are|is|stand|stands|find|come|remain|meet|"
    r"have|has)\b[^,]*,?\s+(?P<they>they|it)\Z",
    re.IGNORECASE,
)
IF_SOMEBODY = re.compile(
    r"(?:where|when|whenever|if|should|once|unless|in\s+case)\s+(?P<who>(?:an?|any|either|one|each)\s+(?:of\s+the\s+)?[\w\-]+)\s+"
    r"[^,]+,\s+(?:then\s+)?(?P<they>it|they|he|she)\Z",
    re.IGNORECASE,
)
_HE = re.compile(r"he|she", re.IGNORECASE)
_WHOEVER = re.compile(
    r"(?:whoever|(?-i:Who)(?=\s+[a-z]+[^\Ws]s\s)|anyone\s+who|any\s+person\s+who|he\s+who|those\s+who|whichever\s+(?:party|side|commander)|"
    r"whichever\s+of\s+(?:the\s+(?:two\s+)?(?:parties|sides)|them))\s+(?P<does>[^,;]{3,120})",
    re.IGNORECASE,
)
"""Somebody who is nobody yet: "Whoever finds a mine"."""
WHATEVER = re.compile(
    r"(?:whatever|what)\s+(?:(?:the|its|their|either|each|any|both|an?)\s|[A-Z]|it\s|they\s)[^,;]*", re.IGNORECASE
)
_ONLY = re.compile(
    r"(?:only|(?:none|no\s+one|nobody)\s+(?:but|except|other\s+than)|(?:none|no\s+one)\s+save)\s+", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:(?:accordingly|therefore|however|thereafter|thenceforth|henceforth|afterwards|meanwhile|likewise|then|again|and|also|"
    r"from\s+then\s+on(?:wards)?|in\s+the\s+meantime|in\s+particular)\s*,?\s+)+",
    re.IGNORECASE,
)
"""What stands before a subject and is none of it: "Thereafter neither Party"."""
_MANNER = re.compile(
    r"(?:for\s+(?:its|their)\s+(?:own\s+)?part|on\s+(?:its|their)\s+side|in\s+(?:its|their)\s+turn|under\s+(?:any|whatever)\s+pretext|"
    r"for\s+any\s+reason|in\s+particular|with\s+the\s+same\s+aim|by\s+common\s+(?:accord|consent))\Z",
    re.IGNORECASE,
)
_DECLARES_AND = re.compile(
    r"(?P<who>[A-Z][^,;]{0,60}?)\s+(?:hereby\s+|also\s+|jointly\s+|strongly\s+)*(?:condemns?|deplores?|regrets?|"
    r"welcomes?|reaffirms?|affirms?|recogni[sz]es?|acknowledges?|notes?|rejects?|expresses|express|recalls?|reiterates?|"
    r"stress|stresses|emphasi[sz]es?)\s+[^,;]{3,200}?,?\s+and\s*\Z"
)
"""What somebody declares before promising: "Both Parties condemn the bombing of hospitals and"."""
_IS_AND = re.compile(
    r"(?P<who>[^,;]{2,80}?)\s+(?:is|are|consists?|comprises?|numbers?|has|have|sits?|counts?|needs?|requires?|enjoys?|retains?|pays?(?=\s+(?:no|half)\s))\s+"
    r"(?:(?!\b(?:shall|must|may|will|if|when|unless|until)\b)[^;]){3,240}?,?\s+(?:and|but)\s*\Z"
)
"""What somebody is before a duty of the same: "The Board consists of six officers and"."""
_AND_NOBODY = re.compile(r",\s+(?:and|but)\s+(?:nobody|no\s+one|none|no\s+[a-z]+)\b(?!\s+other\b)[^,]*\Z")
_BASIS = re.compile(
    r"(?:in\s+(?:the\s+)?(?:implementation|implementing|furtherance|pursuance|the\s+spirit)\s+(?:of\s+)?|"
    r"without\s+prejudice\s+to|notwithstanding|"
    r"accordingly|in\s+this\s+(?:regard|respect|context)|with\s+this\s+aim|for\s+these\s+purposes|"
    r"to\s+these\s+ends|at\s+the\s+same\s+time|"
    r"in\s+order\s+to|so\s+as\s+(?:not\s+)?to|with\s+a\s+view\s+to|(?:simultaneously|concurrently|together|in\s+parallel|in\s+step)\s+with|as\s+a\s+(?:first\s+step|confidence-building\s+measure|gesture)|"
    r"in\s+a\s+spirit|based\s+on|on\s+the\s+basis\s+of|in\s+accordance\s+with|pursuant\s+to|in\s+line\s+with|"
    rf"{COMPOUND}|in\s+(?:the\s+)?light\s+of|with\s+this\s+in\s+mind|so\s+that|"
    r"to\s+this\s+end|to\s+that\s+end|for\s+th(?:is|at)\s+purpose|to\s+that\s+effect|"
    r"to\s+(?!(?:the|an?|th(?:is|at|ese|ose)|all|any|each|every|both|no|its|their|such|it|them|whom|which)\b)[a-z]+(?=\s))\b"
    r"(?:“[^”]*”|\"[^\"]*\"|[^,“\"])*,\s+",
    re.IGNORECASE,
)
_RELATIVE_TRIGGER = re.compile(
    r"(?P<who>(?:an?|any|each|every|the|either)\s+(?:(?:one\s+)?of\s+(?:the\s+)?(?:two\s+)?)?\w+|"
    r"Parties(?=\s+(?:that|which)\s))\s+(?:(?:that|which|who)\s+(?:(?:wish|intend|plan|want|mean|seek)(?:es|s)?\s+to\s+)?|"
    r"(?:wishing|intending|planning|seeking|wanting|meaning)\s+to\s+|(?=whose\s+[a-z]+\s+[a-z]|[a-z]{2,}ing\s))(?P<does>.+)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"whose\s+(?:(?:armed|own|regular)\s+)?[a-z]+\s+(?:(?:has|have)\s+)?", re.IGNORECASE)
_DOES = re.compile(
    r"(?:learns|hears|knows)\s+of\s|(?:[a-z]{3,}[^\Wsu]s|has|is|does|has\s+not|[a-z]{2,}ing)\s+(?!of\b)[\w“]|"
    r"[a-z]{2,}[^\Wsu]s\s+(?:an?|the|any|its|one)\s"
)
"""A verb that no lexicon has, right behind "a Party that"."""


@dataclass
class Subject:
    """What stands before the modal: who, or what for a passive; the adjuncts before and behind it.

    ``basis`` is what a sentence rests on ("In accordance with Article 3,"): it bounds nothing. ``only`` is "only
    the Commission", who may what nobody else may.
    """

    part: Part
    words: str
    bearer: tuple[str, ...] | None
    none_of: bool
    fronted: Part | None
    trigger: Trigger | None = None
    trigger_part: Part | None = None
    basis: str = ""
    only: bool = False

    @property
    def thing(self) -> str:
        """The words without a "no" before them."""
        return without_none(self.words)


def without_none(words: str) -> str:
    """ "Tank" of "no tank", "the guns" of "none of the guns"."""
    return _NONE.sub("", _NOTHING.sub("anything", words))


_NOTHING = re.compile(r"^nothing\b", re.IGNORECASE)
_NONE = re.compile(r"^(?:no|none of|neither|not (?:one|an? single)(?: of)?)\s+", re.IGNORECASE)


_JOINED = re.compile(r"\b(?:of|by|to|with|and|or|from|for|between|than)\s*\Z")
"""Before what goes on with the words in front of it."""
_NO_WITHIN = re.compile(r"[a-zA-Z]+\s+(?<!\bof )(?:no|neither|nobody)\s", re.IGNORECASE)
YEAR_AND = re.compile(
    r"\d{4}\s+(?:no|neither|nobody|none|each|every|the|both|all|any|either|an?|its|their)\b", re.IGNORECASE
)
"""A year, and somebody behind it."""
_GOES_ON = re.compile(r"\s+(?:of|after|following|from|before|prior)\b", re.IGNORECASE)
"""Behind a time that its own event or another time follows: "within 48 hours | of signature, the road"."""
_DETERMINED = re.compile(
    r"\s+(?=(?:the|an?|each|every|all|any|both|either|neither|no|none|its|their|it|they|he|she|those|another|nobody|everybody|everyone|anyone|two|three|four|five|six|"
    r"seven|eight|nine|ten|twelve|\d+|at\s+least|[a-z]{3,}s|[A-Z]\w+)\b)"
)
_TOGETHER = re.compile(
    r",?\s+(?:(?P<alone>alone|exclusively|and\s+(?:nobody|no\s+one)\s+else|and\s+no\s+other)|jointly|together|each|both|also|themselves|itself|"
    r"himself|too|likewise|respectively|therefore|thereupon|thereafter|then|severally|jointly\s+and\s+severally|in\s+turn|"
    r"and\s+each\s+of\s+them),?\Z",
    re.IGNORECASE,
)
"""What stands between somebody and "shall" and says how many of them it is, or that nobody else is."""


def subject_of(before: str, names: Names, pronoun: tuple[str, ...] | None) -> Subject | None:
    """The subject that ends ``before``, the words in front of a modal; ``pronoun`` is whom "it" means."""
    together = _TOGETHER.search(before.rstrip())
    plain = before[: together.start()] if together else before
    if together and plain.strip() and not FRONTED.fullmatch(plain.strip()):
        subject = subject_of(plain, names, pronoun)
        if subject and (subject.bearer or anyone(subject.words, names)):
            subject.only = subject.only or (together["alone"] is not None and names.bearers(plain) is not None)
            return subject
    bracketed = _BRACKETED.search(before) if ")" in before[-3:] else None
    if bracketed and (subject := subject_of(before[: bracketed.start()], names, pronoun)) and subject.bearer:
        subject.part = (subject.part[0], bracketed.end("more"))
        return subject
    before = _without_aside(before)
    aside = _BETWEEN_COMMAS.fullmatch(before) if before.endswith((",", ", ")) else None
    if aside and not FRONTED.match(aside["who"]):
        who = names.bearers(re.sub(r"^only\s+", "", aside["who"], flags=re.IGNORECASE)) or anyone(aside["who"], names)
        if who and FRONTED.match(aside["aside"]) and not _MANNER.match(aside["aside"].rstrip(", ")):
            subject = _subject_of(aside["who"], names, pronoun)
            if subject:
                subject.fronted = aside.span("aside")
            return subject
        if who and not names.bearers(aside["aside"]) and not may_hide_a_condition(aside["aside"]):
            before = aside["who"]
    before = before.rstrip(" ,")
    basis = _BASIS.match(before)
    if not basis or basis.end() == len(before):
        return _subject_of(before, names, pronoun)
    subject = _subject_of(" " * basis.end() + before[basis.end() :], names, pronoun)
    if subject:
        subject.basis = basis.group().strip(" ,")
    return subject


def _without_aside(before: str) -> str:
    """The words with ", composed of twelve officers," blanked: it says nothing of who bears the duty."""
    aside = _ASIDE.search(before)
    return before[: aside.start()] + " " * len(aside.group()) if aside else before


def _subject_of(before: str, names: Names, pronoun: tuple[str, ...] | None) -> Subject | None:
    first = len(before) - len(before.lstrip())
    where = _WHERE_THEY.match(before, first)
    if where and not re.search(r"\bthat\b", where["who"]):
        # "Where units of both sides stand in one town they shall disengage"
        bearer = names.bearers(where["who"])
        part = (where.start("they"), where.end("they"))
        return Subject(part, where["they"], bearer, False, (first, where.start("they"))) if bearer else None
    told = IF_SOMEBODY.match(before, first)
    known = told and (names.bearers(told["who"]) or (_HE.fullmatch(told["they"]) and anyone(told["who"], names)))
    if told and (bearer := known or None):  # "Should a Party find a mine, it shall mark the spot"
        return Subject(told.span("they"), told["they"], bearer, False, (first, told.start("they")))
    meant = meant_in_front(before, first, names) or that_party(before, first, names)
    if meant:  # "If Kestria loses a drone, it shall notify Orlavia"
        at, stop, whom = meant
        return Subject((at, stop), before[at:stop], whom, False, (first, at))
    if WHATEVER.fullmatch(before, first):
        return Subject((first, len(before)), before[first:], None, False, None)  # "Whatever the team finds [shall be]"
    whoever = _WHOEVER.fullmatch(before, first)
    if whoever:
        return Subject(whoever.span(), whoever.group(), (whoever.group().lower(),), False, None)
    declares = _DECLARES_AND.match(before, first)
    if declares and (bearer := names.bearers(declares["who"])):
        return Subject(declares.span("who"), declares["who"], bearer, False, None)
    another = _AND_NOBODY.search(before, first)
    if another and not FRONTED.match(before, first) and not names.bearers(before[first : another.start()]):
        return None  # "The farmers till their fields, and no soldier [shall]": two sentences
    is_and = _IS_AND.match(before, first)
    if is_and and (bearer := names.bearers(is_and["who"]) or anyone(is_and["who"], names) or craft(is_and["who"])):
        return Subject(is_and.span("who"), is_and["who"], bearer, False, None)
    starts = [first] + [match.end() for match in re.finditer(r",\s+(?:then\s+)?", before)]
    after = after_time(before, first, names.dated) if FRONTED.match(before, first) else None
    if after is not None and not _GOES_ON.match(before, after):
        starts.append(after + 1)
    unmarked = _NO_COMMA.search(before)
    if unmarked and _JOINED.search(before, 0, unmarked.start() + 1):
        unmarked = None  # "From D+3 nobody from | either side"
    if unmarked and FRONTED.match(before, first):
        starts.append(unmarked.start("who"))
    if not unmarked and FRONTED.match(before, first):
        starts.extend(_named_at_end(before, first, names))
    loose: Subject | None = None
    for start in starts:
        if start > first and not FRONTED.match(before, first):
            break
        words = before[start:]
        if not words or (start == first and _NO_SUBJECT.match(words)):
            continue
        fronted = (first, start) if start > first else None
        told_of = _LEAD.sub("", words)
        only = _ONLY.match(told_of) is not None
        none_of = NO_ONE.match(told_of) is not None and not only
        plain = _ONLY.sub("", told_of, count=1) if only else told_of
        begin = start + len(words) - len(plain)
        if re.fullmatch(r"it|they|he|she", plain, re.IGNORECASE):
            several = plain.lower() == "they" and pronoun is not None and len(pronoun) == 1 and names.knows(pronoun[0])
            return Subject(
                (begin, len(before)), plain, None if several else pronoun, False, fronted
            )  # "They must not be moved": whoever does it
        bearer = names.bearers(plain) or them(plain, names, pronoun)
        relative = _told_of_it(plain, begin, names)
        if relative and (not bearer or names.is_parties(relative[0])):
            who, event, part = relative
            return Subject((begin, begin + len(who)), who, names.bearers(who), none_of, fronted, event, part)
        if bearer:
            return Subject((begin, len(before)), plain, bearer, none_of, fronted, only=only)
        if loose is None or start > first:
            loose = Subject((begin, len(before)), plain, None, none_of, fronted, only=only)
    return _behind_adjunct(before, first, names, pronoun) or loose


def _told_of_it(words: str, begin: int, names: Names) -> tuple[str, Trigger, Part] | None:
    """ "A Party that finds a mine": whose duty it is, and what sets it off, with its part of the text."""
    relative = _RELATIVE_TRIGGER.fullmatch(words)
    if not relative or not names.bearers(relative["who"]):
        return None
    does = relative["does"]
    verb = verb_at_start(_WHOSE.sub("", does))
    if not (verb or _DOES.match(does)):
        return None
    event = trigger_of("if", does, names)
    if verb and verb[0] != "hold" and names.term(does) is None:  # "carries out an attack" is the attack
        event = event.replace(event=verb[0])
    return relative["who"], event, (begin + relative.start("does"), begin + relative.end("does"))


def _behind_adjunct(before: str, first: int, names: Names, pronoun: tuple[str, ...] | None) -> Subject | None:
    """ "Within two days of the signing the commander of Cray [shall]": an adjunct whole, and somebody behind it."""
    if not FRONTED.match(before, first):
        return None
    for count, gap in enumerate(_DETERMINED.finditer(before, first)):
        words = before[gap.end() :].strip(" ,")
        if count == _MOST_GAPS:
            return None
        if _JOINED.search(before, first, gap.start()) or not _is_whole(words):
            continue  # "upon completion of | the withdrawal the Mission", "until 30 June | 2031 no soldier"
        if re.fullmatch(r"it|they|he|she", words, re.IGNORECASE):
            known = pronoun
        else:
            known = names.bearers(words) or them(words, names, pronoun)
        if (known or anyone(words, names) or plain_thing(words)) and fill_fronted(
            before, (first, gap.start()), Clause(deeds=[("", "")]), names
        ):
            none_of = NO_ONE.match(words) is not None
            return Subject((gap.end(), gap.end() + len(words)), words, known, none_of, (first, gap.start()))
    return None


def _is_whole(words: str) -> bool:
    """Whether nobody else begins within the words: "2031 | no soldier", "the bridge | no soldier"."""
    return not YEAR_AND.match(words) and not _NO_WITHIN.search(words)


def _named_at_end(before: str, first: int, names: Names) -> list[int]:
    """Where somebody who is named begins, with no comma before: "On D+2 Kestria [shall]"."""
    for count, gap in enumerate(re.finditer(r"\s+(?=(?:(?:the|both|all|each)\s+)?[A-Z])", before[first:])):
        words = before[first + gap.end() :]
        if count == _MOST_GAPS:
            break
        if names.actor_id(words) or names.is_parties(words):
            joined = _JOINED.search(before, first, first + gap.start())
            return [] if joined else [first + gap.end()]
    return []
