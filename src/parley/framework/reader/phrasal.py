"""Verbs of several words: "put the cable in order", "let the convoys pass", "leave nothing undone to trace".

The lexicon has them as phrases ("put in order", "send back"); the object may stand behind the phrase or within it. What
somebody is let, made or helped to do is read with whom it lets, makes or helps.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.text import patterns as re
from parley.text.acts import parted_verbs, verb_at_start
from parley.text.numbers import PATTERN

from .anyone import anyone, them
from .asides import ADVERB
from .clause import Clause, Part
from .joined import participle
from .names import Names
from .objects import REPORTING, thing
from .unlisted import unlisted_verb

_WORD = re.compile(r"[a-z\-]+")
_OBJECT = re.compile(
    r"\s+(?:(?:the|its|their|his|an?|all|any|every|each|both|either|these|those|such|this|that|no)\s|"
    rf"{PATTERN}\s|"
    r"(?:them|it|him|her|themselves|itself|anyone|anybody|everyone|everybody|nobody|one)\b|[a-z\-]+s\s|[A-Z])"
)
_SEPARABLE = re.compile(
    r"(?:back|away|off|out|over|up|down|through|forward|aside|apart|together|home|aboard|ashore|free|open|closed|shut|clear|safe|known|"
    r"public|good|right|available|informed|intact|alive|alone|go|pass|know|loose|passable|unusable|serviceable|harmless|useless|whole|"
    r"easier|easy|possible|stronger|void|unharmed|untouched|manned|staffed|waste|sealed|locked|supplied|hidden|running|going|working|"
    r"inviolate|undisturbed|unmolested|unchanged|standing|accountable|answerable|responsible|captive|prisoner|hostage|aware|abreast|"
    r"posted|ready|aloft|afloat|beforehand)\b"
    r"|(?:in|on|into|to|from|under|at|within|out|back|up|with|off|beyond)\s+[a-z]"
    r"|before\Z"
)
"""With these a phrase goes on behind its object; "open fire" and "lay mines" don't come apart."""
_PLURAL = re.compile(r"\s+(?:[a-z\-]+\s+)?(?:[a-z\-]+[^\Ws]s|men|women|people|children|personnel)\s")
_END = re.compile(
    r"\s*(?:[,;.]|\Z|\0)|\s+\d[\d.,]*\s*(?:km|kilomet|m\b|met|nautical|miles?)|"
    r"\s+(?!on(?:\s*(?:[,;.]|\Z)|\s+(?:within|by|at|from|until|every|no|not|again)\b))"
    r"(?:to|by|within|from|at|until|for|no|not|on|in|into|during|before|after|and|or|of|day|round|around|any|"
    r"inside|outside|every|each|behind|beyond|near|along|across|through|over|under|with|without|upon|as|immediately|if|when|while|unless|"
    r"whenever|where|once|so|again|daily|safely|next|that|which|what|how|whether|about|who)\b"
)
_GOVERNS = re.compile(r"\b(?:to|of|with|into|from|on|for|against)\Z")
_ANY = re.compile(r"\s+(?!D[+\-])[\w“\"]")
_SOMEWHERE = re.compile(r"go\s+(?:to|into|through|across|ashore|out|in|home|back|up|down|on|where)\b")
_UP_TO = re.compile(r"up\s+to\s+(?:\d|[a-z]+\s+(?:hours|days|weeks|months|men|persons|km)\b)")
_BEFORE = re.compile(r"\s+(?:the\s+|an?\s+)?(?:(?!D[+\-])[A-Z]|court|judge|tribunal|council|umpire|arbitra|commission)")
"""Before whom something is laid or brought, and not before when."""
_NO_OBJECT = re.compile(
    r"\b\d[\d.,]*\s*(?:km|kilomet\w+|m|met\w+|(?:nautical\s+)?miles?|paces|steps|yards?|leagues?)\Z|\b(?:that|which|who|shall|must|may|will|is|are|has|have|had|if|when|while|unless|once|until)\b|[;:.\0]|,(?!\s)"
)
_AND_VERB = re.compile(rf"\b(?:and|or)\s+(?:{ADVERB}\s+)?(?P<verb>[a-z]+\s)")
_LET = re.compile(r"(?:let|make|have|see|suffer|cause|get|compel|force|oblige|require|induce|press|persuade)(?=\s)")
_BARE = frozenset({"let", "make", "have", "see"})
"""What is followed by a verb without "to"."""
_LETS = {"let": "grant-access", "suffer": "grant-access", "have": "ensure", "see": "ensure"}
"""What it is to let somebody do something; to make, force or require them to is to compel."""
_MOTION = re.compile(
    r"(?:go|come|stay|lie|sit|stand|wait|know|have|do|take|be|run|fall|put|bring|make|give|get|keep|hold|turn)\b"
    r"|(?:work|live|leave|travel|pass|cross|enter|return|move|walk|drive|sail|fly|fish|trade|land|eat|drink|sleep|rest|speak|vote|talk|meet|"
    r"breathe|grow|flow|operate|proceed|continue|remain|depart|arrive|settle|graze|worship|study|pray)(?=\s*(?:[,;.]|\Z)|\s+(?!(?:of|and|or)\b)[a-zA-Z])"
)
_PRONOUN = re.compile(
    r"them|it|him|her|anyone|anybody|everyone|everybody|nobody|no\s+one|one\s+another|any\s+person|others"
)
_OPEN = re.compile(
    r"\b(?:the|an?|its|their|his|all|any|every|each|both|either|these|those|such|this|that|no|of|in|at|on|from|and|or|for|with)\Z",
    re.IGNORECASE,
)
"""Where a noun phrase hasn't ended."""


@dataclass(frozen=True)
class Parted:
    """A phrase with its object in it: its act, and where its verb, the object and the rest of the phrase stand."""

    act: str
    verb: Part
    what: Part
    rest: Part


def parted_at(body: str, at: int) -> Parted | None:
    """ "pull its howitzers back", "put the cable in order" at ``at``: a phrase of the lexicon that came apart."""
    verb = _WORD.match(body, at)
    phrases = [each for each in parted_verbs(verb.group()) if _SEPARABLE.match(each[0])] if verb else []
    if not verb or not phrases or not _OBJECT.match(body, verb.end()):
        return None
    for gap in re.finditer(r"\s+(?=[a-z])", body[verb.end() : verb.end() + 120]):
        start, rest = verb.end() + gap.start(), verb.end() + gap.end()
        what = body[verb.end() : start].strip()
        if _NO_OBJECT.search(what):
            return None
        joined = _AND_VERB.search(f"{what} ")
        if joined and verb_at_start(joined["verb"], base=True):
            return None  # "take notes and bring the men back"
        for words, act in phrases if what else ():
            ended = _BEFORE if words == "before" else _ANY if _GOVERNS.search(words) else _END
            if (words == "up" and _UP_TO.match(body, rest)) or act == "overfly":
                continue  # what is flown over a place is not flown over itself
            if what.startswith(f"{words} "):
                continue  # "let pass whoever carries a green pass"
            if words == "go" and _SOMEWHERE.match(body, rest):
                continue  # "let the farmers go to their fields" frees nobody
            if body.startswith(words, rest) and ended.match(body, rest + len(words)):
                return Parted(act, verb.span(), (start - len(what), start), (rest, rest + len(words)))
    return None


def parted(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """Read a phrase of the lexicon with the object within it."""
    found = parted_at(body, at)
    if not found:
        return None
    verb, rest = body[slice(*found.verb)], body[slice(*found.rest)]
    if rest == "out" and body.startswith(" of ", found.rest[1]):  # "move its headquarters out of Tarn": a place
        clause.deeds.append((found.act, verb))
        clause.said["act"] = [(base + found.verb[0], base + found.verb[1])]
        clause.object = thing(body[slice(*found.what)], names)
        clause.said["object"] = [(base + found.what[0], base + found.what[1])]
        return found.what[1]
    if " " in rest or rest == "before":  # "put the cable in order", and not "put in order the cable"
        clause.deeds.append((found.act, verb))
        clause.aim = rest
    else:
        clause.deeds.append((found.act, f"{verb} {rest}"))
    clause.said["act"] = [(base + start, base + end) for start, end in (found.verb, found.rest)]
    what = body[slice(*found.what)]
    told = (names.bearers(what) or them(what, names, None)) if found.act in REPORTING else None
    if told:  # "let the Commission know", "keep the other informed"
        clause.addressed = True
        clause.deeds[-1] = found.act, body[found.verb[0] : found.rest[1]]
        clause.counterpart, clause.said["counterpart"] = told, [(base + found.what[0], base + found.what[1])]
        return found.rest[1]
    clause.object = thing(what, names)
    clause.said["object"] = [(base + found.what[0], base + found.what[1])]
    return found.rest[1]


def let_do(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "let the convoys pass", "make anyone go or stay", "compel any person to return": to whom, and what."""
    let = _LET.match(body, at)
    whom = _whom(body, let.end()) if let else None
    if (
        not let
        or not whom
        or body.startswith(("pass ", "the following"), whom[0])
        or not _somebody(body[whom[0] : whom[1]], let.group(), names)
    ):
        return None
    clause.deeds.append((_LETS.get(let.group(), "compel"), let.group()))
    clause.said["act"] = [(base + at, base + let.end())]
    clause.object = thing(body[whom[0] : whom[1]], names)
    clause.said["object"] = [(base + whom[0], base + whom[1])]
    return whom[1]


_HAVE = re.compile(
    r"(?:have|get)(?=\s+(?:(?:the|its|their|all|any|every|each|such|these|those|both|them|it)|(?:[a-z\-]+\s+)?[a-z\-]+[^\Ws]s)\s)"
)
_HELD = re.compile(
    r"\b(?:rights?|dut(?:y|ies)|access|freedom|authority|powers?|seats?|status|members?|headquarters|effect|option)\b"
)
"""What somebody has, and has nothing done with."""


def have_done(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "have the wrecks taken out": whoever does it, it is theirs to see to."""
    have = _HAVE.match(body, at)
    if not have or clause.passive:
        return None
    for gap in re.finditer(r"\s+(?=[a-z])", body[have.end() : have.end() + 100]):
        start, does = have.end() + gap.start(), have.end() + gap.end()
        what = body[have.end() : start].strip()
        if _NO_OBJECT.search(what) or _HELD.search(what):
            return None
        done = participle(body[does:]) if what and not _OPEN.search(what) else None
        if done and _END.match(body, does + done[1]):
            clause.deeds.append((done[0], have.group()))
            clause.aim = body[does : does + done[1]]
            clause.said["act"] = [(base + does, base + does + done[1])]
            clause.object = thing(what, names)
            clause.said["object"] = [(base + start - len(what), base + start)]
            return does + done[1]
    return None


_THROUGH = re.compile(
    r"let\s+(?P<whom>(?:(?!\b(?:shall|must|may|will|that|which|who)\b)[^,;:.]){2,80}?)\s+"
    r"(?=(?:through|across|over|past|into|out\s+of|in|out|by)\b)"
)


def let_through(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "let relief convoys through its lines": whom, and then where."""
    let = _let_through(body, at)
    if not let:
        return None
    clause.deeds.append(("grant-access", "let"))
    clause.said["act"] = [(base + at, base + at + len("let"))]
    clause.object, clause.said["object"] = (
        thing(let["whom"], names),
        [(base + let.start("whom"), base + let.end("whom"))],
    )
    return let.end()


def _let_through(body: str, at: int) -> re.Match[str] | None:
    let = _THROUGH.match(body, at)
    start = at + len("let")
    somebody = let and (_OBJECT.match(body, start) or _PLURAL.match(body, start)) and not _OPEN.search(let["whom"])
    return let if somebody else None


def lets_through(words: str) -> bool:
    """Whether ``words`` open with somebody or something that is let through, as in "let the boats past"."""
    return _let_through(words, 0) is not None


def lets_do(words: str) -> bool:
    """Whether ``words`` open with somebody who is let or made do something, as in "make anyone go"."""
    let = _LET.match(words)
    if let is None or let.group() not in _BARE or parted_at(words, 0):
        return False
    return _OBJECT.match(words, let.end()) is not None and _whom(words, let.end()) is not None


def _whom(body: str, start: int) -> tuple[int, int] | None:
    """Where the words stand for whom it is that "let", "make" or "compel" at ``start`` lets do the verb behind them."""
    bare = body[:start].rpartition(" ")[2] in _BARE
    for gap in re.finditer(r"\s+(?P<to>(?:not\s+)?to\s+)?(?=[a-z])", body[start : start + 120]):
        end, does = start + gap.start(), start + gap.end()
        whom = body[start:end].strip()
        if re.search(
            r"\b(?:that|which|shall|must|may|will|to|whenever|when|if|where|while|unless|before|after|until|once)\b|[;:.\0]",
            whom,
        ):
            return None
        if (
            not whom
            or _OPEN.search(whom)
            or (gap["to"] is None) is not bare
            or ("," in whom and not _ROW.fullmatch(whom))
        ):
            continue
        if _NO_BASE.match(body, does):
            continue  # "let aid | workers cross"
        if verb_at_start(body[does:], base=True) or unlisted_verb(body[does:]) or _MOTION.match(body, does):
            return end - len(whom), end
    return None


_NO_BASE = re.compile(r"(?:[a-z]+[^\Wsu]s|men|women|people|children|personnel)\b")
_ROW = re.compile(r"[^,]+(?:,\s+(?!(?:and|or)\b)[^,]+)+,?\s+(?:and|or)\s+[^,]+")
"""Several who are let do something: "ambulances, buses and lorries"."""
_SO_MANY = re.compile(r"(?:no|not|any|at)\s+(?:more|fewer|less|most|least)", re.IGNORECASE)


def _somebody(whom: str, let: str, names: Names) -> bool:
    """Whether it is somebody who is made to do something; anything may be let go."""
    let_or_suffer = let in ("let", "suffer")
    if not let_or_suffer and _SO_MANY.fullmatch(whom):
        return False  # "make no more | than six flights"
    if not (_OBJECT.match(f" {whom} ") or (let_or_suffer and _PLURAL.match(f" {whom} "))) or re.search(
        r"\babout\b" if let_or_suffer else r"\b(?:about|and)\b", whom
    ):
        return False
    return let_or_suffer or _PRONOUN.fullmatch(whom) is not None or anyone(whom, names) is not None
