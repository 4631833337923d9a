"""Where one modal's next deed begins: "shall withdraw A by D+7 | and report B" are two."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.numbers import PATTERN

from .asides import MANNERS
from .deeds import ADVERBS, CEASE_TO, light_verb
from .joined import participle, verb_behind
from .modals import modality_of
from .phrasal import lets_do, parted_at
from .plain_verbs import is_plain_verb
from .subjects import FRONTED
from .unlisted import has_compound, is_attribute, unlisted_deed, unlisted_participle, unlisted_verb

MOST_JOINTS = 30
"""Joints and gaps of a sentence that are tried: nobody's sentence has more."""
_SECOND_DEED = re.compile(
    r"(?:(?:,\s*|\s)(?:and|or)\s+|;\s*|,\s+)(?P<to>(?:(?:not|never)\s+)?to\s+)?(?=(?:not\s+)?[a-z])"
)
_PASSIVE_DEED = re.compile(
    r"(?:,?\s+(?:and|or)\s+|(?P<comma>,\s+))(?:(?P<to>(?=to\s+be\s))|(?=be\s+[a-z\-]+(?:ed|n|t)\s)|"
    r"(?:(?:there|then)\s+)?(?=[a-z]))",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(
    r"\s*(?:\Z|[,.;])|\s+(?:(?:up)?on|by|there|to|within|no\s+later|not\s+later|in|at|under|from|until|before|after|without|with|of|off|"
    rf"{PATTERN}\s+(?:hours?|days?|weeks?|minutes?|months?|km|kilomet\w+|met\w+|m)\b|"
    r"for|as|against|through|into|along|across|over|between|every|each|weekly|daily|monthly|once|twice|only|if|unless|when|while|thereafter|[a-z]+ing)\b"
)
"""What a participle of its own has behind it; behind one that describes a thing stands the thing."""
_WITH_NOUN = re.compile(r"\s(?:of|to|in|on|into|under|with|before|at)\s+[a-z]+\Z")
_TELLS_MORE = re.compile(
    r"\b(?:that|which|who|whom|whose|where)\b[^,;]*\Z"
    r"|\bwith\s+(?:(?:the|its|their|all)\s+)?[a-z\-]+\s+[a-z]{2,}(?:ed|wn|en|aid|ut)\Z"
    r"|\b(?!(?:be|and|or|the|of|by)\b)[a-z]+\s+[a-z]{2,}(?:ed|wn)\s+(?:by|to|in|at|from|on|under|with|for|into)\s[^,;]*\Z"
)
"""What may go on behind "and" with more of a thing: "paid for goods delivered to Tarn and stored there"."""
_THERE = re.compile(r"\b(?:there|then)\s+\Z")
_IN_A_LIST = re.compile(r"\s+(?:the|its|their|all|any|each|every|both|it|them)\b.*?\b(?:and|or)\s", re.DOTALL)
"""Behind a verb that might be a noun: "release the crew, return the ship and pay"."""
_GOES_ON = re.compile(r"\b(?:and|or)\s|;")
_OR_IF = re.compile(r"\b(?:and|or),\s[^,]*\Z")
"""A case put in behind a joint: "or, if it has none, | point out"."""
_WHOLE = re.compile(
    r"[a-z]\s+(?!(?:up|out|off|down|back|away|in|on|over|through|forward|apart|aside|of|to|with|at|from|for|by|into|against|upon|after|about|"
    r"under|free|open|clear|known|available|public|good|ready)\Z)[a-z]+\Z"
)
"""A phrase that has its noun in it: "open fire | or set foot", "take cover | and warn the guards"."""
_NO_DEED = re.compile(r"(?:place|position|post|store)(?=\s*(?:[,;.]|\Z)|\s+(?:to|of|from|with|at|in|on|by|or|and)\s)")
"""A noun where a verb would say nothing without what it is done to: "with their number and place to ..."."""
_THE_NOUN = re.compile(r"\b(?:the|any|all|an?|its|their|every|no|such)\s+(?:[a-z\-]+\s+)?[a-z\-]+\Z")
_NOUN_OF = re.compile(r"(?!dispose|approve|speak|inform|get|make|take)[a-z\-]+\s+of\b")
"""A second noun of the same determiner, and what both are of."""
_ENDS_ROW = re.compile(r",\s+(?P<item>(?:[a-z\-]+\s+)?[a-z\-]+s)\Z")
"""A bare thing behind a comma: what "and" adds to it is a thing, too."""
_AND_TO = re.compile(r"\b(?:and|or)\s")
_MOST_COMMAS = 3
_COMPOUND = re.compile(r"\b(?:in|by|of|under|with|on|for|from|to|through|at|against)\s+[a-z]+\Z")
"""What a second noun may share its third with: "in computer | and radio networks"."""


@dataclass(frozen=True)
class Stretch:
    """The words of one deed, from ``first`` to ``last``; its own modality where the joint gave one ("and not to")."""

    first: int
    last: int
    modality: Modality | None


def stretches(text: str, modal: re.Match[str], end: int) -> list[Stretch]:
    """The words behind ``modal`` up to ``end``, cut where a deed of its own begins."""
    start = modal.end()
    while start < end and text[start] in " ,":
        start += 1
    cuts = [start]
    verb = _behind_adjunct(text, start, end)
    promised = modal.group().endswith(" to")
    allowed = Modality.MAY if modality_of(modal, False) is Modality.MAY else None
    modalities: dict[int, Modality] = {}
    ends: dict[int, int] = {}
    for joint in _passives(text, verb, end):
        cuts.append(joint.end())
        ends[joint.end()] = joint.start()
    if not text.startswith("be ", verb):
        row = row_of_verbs(text, verb, end)
        for match in islice(_SECOND_DEED.finditer(text, verb, end), MOST_JOINTS):
            head = verb if cuts[-1] == start else cuts[-1]
            if match["to"] and not (
                (promised or _AND_TO.search(match.group())) and _begins_promise(text, head, match, end)
            ):
                continue
            deed = _begins_deed(text, head, match, end) or (bool(ends) and _ends_row(text, head, match, end))
            deed = deed or match.end() in row
            if match["to"] or deed:
                cuts.append(match.end())
                ends[match.end()] = match.start()
                if match["to"]:
                    denied = match["to"].startswith(("not", "never"))
                    denied = denied or (" or " in match.group() and modality_of(modal, False) is Modality.MUST_NOT)
                    modalities[match.end()] = Modality.MUST_NOT if denied else allowed or Modality.MUST
    cuts = sorted(set(cuts))
    pairs = zip(cuts, [*cuts[1:], end], strict=True)
    return [Stretch(first, ends.get(last, last), modalities.get(first)) for first, last in pairs]


def _behind_adjunct(text: str, start: int, end: int) -> int:
    """Where the verb stands behind what is put in before it: "shall, by D+3, | designate"."""
    adverbs = ADVERBS.match(text, start, end)
    at = adverbs.end() if adverbs else start
    manner = MANNERS.match(text, at, end)
    if manner and text.startswith(" ", manner.end()) and verb_at_start(text[manner.end() + 1 : end], base=True):
        return manner.end() + 1  # "may at any hour enter"
    if not FRONTED.match(text, at, end) or "," not in text[max(0, start - 2) : at]:
        return start
    for comma in islice(re.compile(r",\s+").finditer(text, manner.end() if manner else at, end), _MOST_COMMAS):
        rest = text[comma.end() : end]
        if rest.startswith("be ") or verb_at_start(rest, base=True) or unlisted_verb(rest):
            return comma.end()
    return start


def _passives(text: str, verb: int, end: int) -> list[re.Match[str]]:
    """The joints behind which a passive of its own begins: "be moved to Lund, | sealed by A and | held there"."""
    joints = [match for match in _PASSIVE_DEED.finditer(text, verb, end) if _begins_passive(text, verb, match, end)]
    last = max((joint.start() for joint in joints if joint["comma"] is None), default=0)
    return [joint for joint in joints if joint.start() <= last]  # behind a comma only within a row


def _begins_passive(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether a passive of its own follows the joint, with words of its own ("supported by B") or its own "to be"."""
    if joint["to"] is not None or text.startswith("be ", joint.end()):
        return True
    be = text[start + 3 : joint.start()] if text.startswith("be ", start) else ""
    first = verb_at_start(be) or unlisted_participle(be)
    stop = start + 3 + first[1] if first else 0
    whole = first is not None and _WITH_NOUN.search(be[: first[1]]) is not None  # "relieved of command"
    while first and not whole and (other := verb_behind(text, stop, True)):
        stop = other[2]
    own = text[start + 3 if whole else stop : joint.start()].strip() if first else ""  # "monitored and verified by"
    told = _TELLS_MORE.search(own) is not None and not _THERE.search(joint.group())
    second = participle(text[joint.end() : end]) if own and not told else None
    if second is None:
        return False
    stop = joint.end() + second[1]
    row = joint["comma"] is not None and verb_behind(text[:end], stop, True) is not None  # "..., | hidden or put away"
    return row or _COMPLEMENT.match(text[:end], stop) is not None


def _begins_promise(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether "and (not) to" goes on with what is promised, and not with an aim of what was promised first."""
    rest = text[joint.end() : end]
    head = text[start : joint.start()]
    aims = (verb_at_start(head[to.end() :], base=True) for to in re.finditer(r"\bto\s+", head))
    return not any(aims) and (verb_at_start(rest, base=True) or light_verb(rest) or unlisted_verb(rest)) is not None


def _ends_row(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether the last of a row of deeds follows: "count weapons, hear complaints and calm tempers"."""
    row = "," in text[max(0, start - 3) : start] and " and " in f" {joint.group().strip(' ,')} "
    head, rest = text[start : joint.start()], text[joint.end() : end]
    first = verb_at_start(head, base=True) or unlisted_verb(head)
    if _NO_DEED.match(rest):
        return False
    found = (verb_at_start(rest, base=True) or unlisted_verb(rest)) if row and first and " " in head.strip() else None
    return found is not None and not noun_at_start(rest) and rest[found[1] :].strip() != ""


def _own_object(words: str) -> bool:
    """Whether a verb with its object opens ``words``, and the row goes on behind it: "dig trenches or lay wire"."""
    verb = verb_at_start(words, base=True) or unlisted_verb(words)
    if not verb or is_attribute(words) or noun_at_start(words) or verb_behind(words, verb[1], False):
        return False
    goes_on = _GOES_ON.search(words, verb[1])
    return goes_on is not None and words[verb[1] : goes_on.start()].strip() != ""


def row_of_verbs(text: str, start: int, end: int) -> set[int]:
    """Where the deeds of a row of verbs with their things begin: "seize ships, | raid ports or | lay mines"."""
    commas = [match.span() for match in re.finditer(r",\s+(?!(?:and|or)\b)", text[:end]) if match.start() > start]
    closing = re.compile(r",?\s+(?:or|and)\s+").search(text, commas[-1][1], end) if commas else None
    if closing is None:
        return set()
    heads = [start, *(after for _, after in commas), closing.end()]
    tails = [*(before for before, _ in commas), closing.start(), end]
    deeds = [text[head:tail] for head, tail in zip(heads, tails, strict=True)]
    *others, last = deeds
    row = all(_verb_and_thing(each, each is not deeds[0]) for each in deeds)
    row = row and not any(map(is_attribute, others[1:]))
    return set(heads[1:]) if row and (len(others) > 1 or not is_attribute(last)) else set()


def _verb_and_thing(words: str, strict: bool) -> bool:
    """Whether a verb opens ``words`` and its thing follows; ``strict`` takes no bare noun for one ("hospital beds")."""
    plainly = _PLAINLY_VERB.match(words) is not None or is_plain_verb(words)
    other = unlisted_deed(words) if strict and not plainly else unlisted_verb(words, behind_modal=plainly)
    found = verb_at_start(words, base=True) or other
    noun = noun_at_start(words)
    return found is not None and (noun is None or noun[1] <= found[1]) and _SOMETHING.match(words, found[1]) is not None


_SOMETHING = re.compile(r"\s+\w")
_PLAINLY_VERB = re.compile(r"(?:re|un|dis|over|mis)[a-z]{4,}\b|[a-z]{2,}(?:ate|ify|ise|ize)\b")
"""A word that by its form is a verb: its thing may be any noun."""


def _begins_deed(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether a verb with an object of its own follows the joint, and an object stands before it."""
    adverbs = ADVERBS.match(text, start, joint.start())
    first = adverbs.end() if adverbs else start
    ceased = CEASE_TO.match(text, first, joint.start())
    first = ceased.end() if ceased else first
    head = text[first : joint.start()]
    phrase = parted_at(head, 0)
    verb = verb_at_start(head, base=True) or light_verb(head) or unlisted_verb(head, behind_modal=True)
    verb = verb or ((phrase.act, phrase.verb[1]) if phrase else None)
    stop = verb[1] if verb else 0
    alone = verb is not None and not head[stop:].strip(" ,")
    if alone and joint.group() == ", " and _own_object(text[joint.end() : end]):
        return True  # "advance, dig trenches or lay wire"
    whole = alone and _WHOLE.search(head[:stop]) is not None
    while verb and not whole and (other := verb_behind(text[first:end], stop, False)):
        stop = other[2]  # "attack, harass or block convoys" share their object
    stated = head if whole else head[stop:].strip(" ,") if verb else ""
    if not verb or not stated or (len(stated) < 60 and ADVERBS.fullmatch(f"{stated} ")):
        return False  # "monitor fully and verify" share what follows
    aims = (verb_at_start(head[stop + to.end() :], base=True) for to in re.finditer(r"\bto\s+", head[stop:]))
    if "," not in joint.group() and lets_do(head):
        return False  # "make anyone go or stay"
    if any(aims) or re.search(r"\b(?:that|which|who|whether|between)\b", head[stop:]):
        return False  # "to monitor and verify" belongs to what is allowed
    rest = text[joint.end() : end]
    adverbs = ADVERBS.match(rest)
    rest = rest[adverbs.end() :] if adverbs else rest
    if is_attribute(rest) and not head.endswith("ly"):
        return False  # "attack doctors or aid workers"
    if _NOUN_OF.match(rest) and _THE_NOUN.search(head):
        return False  # "the threat or use of force"
    second = verb_at_start(rest, base=True) or light_verb(rest) or (("let", len("let")) if lets_do(rest) else None)
    if second and "," not in joint.group() and _ENDS_ROW.search(head) and _COMPLEMENT.match(rest, second[1]):
        item = _ENDS_ROW.search(head)
        words = item["item"] if item else ""
        if " " not in words or not (verb_at_start(words, base=True) or unlisted_verb(words, behind_modal=True)):
            return False  # "mines, traps and wire from the road"
    if second and phrase and _COMPLEMENT.match(rest, second[1]):
        return False  # "keep the port free of mines, open to ferries and lit": how it is to be
    if second and _NO_DEED.match(rest):
        return False  # "with their number and place to the Commission"
    if second and has_compound(rest):
        return True
    if not second or is_plain_verb(rest):
        return unlisted_deed(rest) is not None or second is not None
    if joint.group().strip() == "," and not (_GOES_ON.search(rest) or _OR_IF.search(head)):
        return False  # "transmit to the Society, by D+5, complete lists"
    if head.endswith("ly") and "," not in joint.group():
        return True  # "treat visitors politely and search women": no row of things
    if noun_at_start(rest) is None and ("," in joint.group() or not _COMPOUND.search(head)):
        return True  # "or wear uniforms": what can't be a noun is the next verb
    if joint.group().strip() == ",":
        return _IN_A_LIST.match(rest, second[1]) is not None
    # "attack and fire positions" is no new deed; a determiner, a pronoun or a preposition makes it one.
    return (
        re.match(
            r"\s+(?:the|an?|its|their|all|any|each|every|both|it|them|this|that|those|these|such|him|her|anyone|anybody|which|whether|how|what|why|to|from|in|within|by|of|[A-Z]|(?:old|new|existing|other|more)\s|"
            r"[a-z]+ing\s+(?:the|its|their|all|it|them|any)\b)",
            rest[second[1] :],
        )
        is not None
    )
