"""Who and what may be in a place: a place that is to be free of something, and who is to keep just that there.

Read from the words: a ban tells a kind and a place ("the Belt is free of soldiers", "no armed person enters the
Belt"), and so does what demands or allows it ("shall keep a platoon in the Belt"). A kind covers its members by
presence.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from parley.model import Modality, Sentence, SentenceForm, ShapeKind
from parley.text import patterns as re

from .draft import Draft
from .geometry import drawings
from .steps import stem, stems

_IN = r"(?:in|inside|within|into|over|above|on|onto|to|through|across|throughout)"
_NO = re.compile(
    r"\b(?:no|not|neither|nor|nobody|no\s+one|none|never|forbidden|prohibited|banned|barred|bounds|limits|free|closed|cease|without)\b",
    re.I,
)
_MODAL = re.compile(
    r"\b(?P<demands>shall|must|will|undertakes?\s+to|(?:is|are)\s+to|ha(?:s|ve)\s+to)\b"
    r"|\b(?P<allows>may|can|(?:is|are)\s+(?:allowed|permitted|entitled|free|authori[sz]ed)\s+to"
    r"|(?:has|have|retains?|keeps?)\s+the\s+right\s+to)\b",
    re.IGNORECASE,
)
_PUTS = (
    r"(?:keep|station|post|maintain|leave|have|deploy|place|hold|retain|send|bring|move|introduce|quarter|garrison|base"
    r"|billet|lodge|encamp|install|build|raise|carry\s+out|conduct|run|mount|set\s+up|man|fly|use|operate|sail|store|park|lead|bear|carry|be\s+kept)"
)
_PUT = re.compile(
    rf"\b{_PUTS}\b(?P<what>[^,;.]{{1,90}}?)\s(?:{_IN}|(?:at|on|in|near|by)\s+[^,;.]{{2,40}}?\s(?:of|in|within|inside))\s+"
    rf"(?:the\s+)?$",
    re.IGNORECASE,
)
_IS_THERE = re.compile(
    rf"\s*(?:be\s+)?(?:\w+ly\s+)?(?!(?:leave|quit|withdraw|vacate|evacuate|avoid|clear)\b)[a-z]+\b[^,;.]{{0,60}}?\s{_IN}\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?"
    r"|\s*(?:\w+ly\s+)?(?:cross|enter|patrol|film|overfly|scout|occupy)\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?"
)
"""What somebody does who is in a place, between the modal and the name of the place."""
_WITH = re.compile(r"\s+with\s+(?P<what>[^,;.]{2,50})")
_STAYS = re.compile(
    r"\b(?:[Nn]o|[Nn]either|[Nn]obody)\b(?P<what>[^,;.]{2,60}?)\s(?:shall|may|must|is\s+to|are\s+to|can|will)\s+"
    rf"(?:enter|stay|remain|be|pass|move|go|come|sail|fly|stand)\b[^,;.]{{0,50}}?(?:\s{_IN})?\s+(?:the\s+)?$"
)
_NONE_THERE = re.compile(
    rf"\b[Tt]here\s+(?:shall|must|may|will|is\s+to|are|is)\s+(?:be\s+)?no\b(?P<what>[^,;.]{{2,60}}?)\s{_IN}\s+(?:the\s+)?$"
)
_FORBIDDEN = re.compile(
    r"(?:^|[,;]\s)(?P<what>[^,;.]{3,60}?)\s(?:is|are|shall\s+be)\s+(?:strictly\s+)?(?:forbidden|prohibited|banned|barred"
    rf"|not\s+(?:allowed|permitted|tolerated))\s{_IN}\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_KEEPS_OUT = re.compile(r"\b(?:keep|hold)\s(?P<what>[^,;.]{2,60}?)\s(?:out\s+of|off|away\s+from)\s+(?:the\s+)?$")
_FREE = re.compile(
    r"\s+(?:(?:is|are|shall|must|will|remains?|stays?|be|kept|therefore|entirely|wholly|completely|become|and)\s+){1,4}?"
    r"(?:(?:free|clear|empty)\s+(?:of|from)|(?:closed|barred)\s+to|(?:out\s+of\s+bounds|off\s+limits)\s+(?:to|for))\s+(?P<what>[^,;.]{3,80})"
)
_QUALIFIED = re.compile(
    r"\b(?:new|additional|further|fresh|other|more|less|fewer|over\s+\d|above\s+\d|larger|exceed\w*|foreign|without|own|another)\b",
    re.I,
)
"""A ban on "new troops", or "more than 20", leaves room for others."""
_LINKED = re.compile(
    r"\b(?:except\w*|notwithstanding|however|derogat\w+|exempt\w*|instead|only|other\s+than)\b", re.IGNORECASE
)
_UNLESS = re.compile(r"\b(?:unless|without|if|while|when|as\s+long\s+as|by\s+night|by\s+day)\b", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:except\w*|save|other\s+than|apart\s+from|but\s+for|not\s+including)\b(?P<rest>.*)", re.I | re.S
)
_SPARES = re.compile(
    r"\b(?:exempt\w*|(?:does|do|shall)\s+not\s+(?:apply|extend)|excepted|may,?\s+however)\b", re.IGNORECASE
)
_CASE = re.compile(
    r"\b(?:if|when|where|after(?!\s+(?:the\s+)?(?:D\b|D-?day|\d|day\s))|once|unless|in\s+case|upon)\b", re.IGNORECASE
)
_PROVISION = re.compile(r"\b(?:Articles?|[Pp]aragraphs?|[Pp]oints?|Sections?)\s+(?P<n>\d+(?:\.\d+)*)")
_FIRST = re.compile(r"\b(?:from|as\s+of|as\s+from|after|not\s+before)\s+(?:the\s+)?$", re.IGNORECASE)
_LAST = re.compile(r"\b(?:until|till|before|up\s+to|to)\s+(?:the\s+)?$", re.IGNORECASE)
_MONITORS = re.compile(r"\b(?:monitor|observer|inspector|verifier|mediator|engineer|relief|medic)\w*", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\s*,[^,]*,)?\s*(?:(?:each|either|both|the)\s+[Pp]art\w+\s+to\s+)?(?:(?:also|then|still|besides|moreover"
    r"|furthermore|likewise|again|always|in\s+addition|\w+ly|be)\s+|(?!the\b|its\b)\w+\s+(?:and|or)\s+)*",
    re.I,
)
"""What may stand between "shall" and the verb."""
_AND_THERE = re.compile(rf"\s*,?\s*(?:and|or|nor|,)\s+(?:{_IN}\s+)?(?:the\s+)?", re.IGNORECASE)
"""What joins two places of one rule."""
_PLAIN = stems("party unarmed armed soldier troops force article person zone belt area each its their member unit day")


_REFERS = stems(
    "prohibition ban rule exception apply extend hold refer referred name named paragraph point section allow"
)
"""Words by which an exception points to a provision, and which tell nobody whom it spares."""


@dataclass(frozen=True)
class Presence:
    """That something (``kinds``, of presence.toml) is, or is not to be, in a place, and in which minutes."""

    sentence: Sentence
    place: str
    kinds: frozenset[str]
    what: frozenset[str]
    """The stems of the words that tell it."""
    modality: Modality
    first: float
    last: float
    spared: str = ""
    """The words by which a ban leaves something free."""


@dataclass(frozen=True)
class Barred:
    """What one sentence puts where another bars it; ``there`` is the other's place, where it is another one."""

    put: Presence
    ban: Presence

    @property
    def same_place(self) -> bool:
        return self.put.place == self.ban.place


def barred(draft: Draft) -> tuple[Barred, ...]:
    """Each sentence that demands or allows somebody or something where another sentence bars it; made once."""
    known = draft.notes.get("barred")
    if not isinstance(known, tuple):
        known = draft.notes["barred"] = tuple(_barred(draft))
    return known


def _barred(draft: Draft) -> Iterator[Barred]:
    told = [each for sentence in draft.operative for each in _told(draft, sentence)]
    bans = [each for each in told if each.modality is Modality.MUST_NOT]
    seen: set[int] = set()
    for put in told if bans else ():
        if put.modality is Modality.MUST_NOT or put.sentence.start in seen:
            continue
        ban = next((each for each in bans if _bars(draft, each, put)), None)
        if ban is not None:
            seen.add(put.sentence.start)
            yield Barred(put, ban)


def _bars(draft: Draft, ban: Presence, put: Presence) -> bool:
    if ban.sentence is put.sentence or not ban.kinds & put.kinds or ban.last <= put.first or put.last <= ban.first:
        return False
    if ban.place != put.place and not _overlap(draft, ban.place, put.place):
        return False
    spared = {each for each in stems(ban.spared) - _PLAIN if each.isalpha()}
    if not spared - _REFERS and put.sentence.provision and _named(put.sentence.provision, ban):
        return False
    return not spared & stems(put.sentence.exact)


def _named(provision: str, ban: Presence) -> bool:
    """Whether a ban spares a provision by its number; a paragraph by number is one of the ban's own article."""
    own = (ban.sentence.provision or "").partition("(")[0].partition(".")[0]
    for match in _PROVISION.finditer(ban.spared):
        paragraph = match.group().lower().startswith("paragraph") and "." not in match["n"]
        if provision == f"{own}({match['n']})" if paragraph else re.split(r"[(]", provision)[0] == match["n"]:
            return True
        if not paragraph and provision.startswith((f"{match['n']}.", f"{match['n']}(")):
            return True
    return False


def _overlap(draft: Draft, one: str, other: str) -> bool:
    """Whether two places are drawn as zones and have ground in common that comes not from drawing."""
    zones = {each.shape.name.casefold(): each for each in drawings(draft) if each.shape.kind is ShapeKind.ZONE}
    both = zones[one].beside(zones[other]) if one in zones and other in zones else None
    if both is None or not both[0].intersects(both[1]):
        return False
    shared = both[0].intersection(both[1]).area  # a larger place has room beside the one that is barred
    return bool(shared > 0.05 * both[1].area and not (shared > 0.9 * both[0].area and both[1].area > both[0].area))


def _told(draft: Draft, sentence: Sentence) -> Iterator[Presence]:
    if sentence.form is SentenceForm.DEFINITION:
        return
    words = sentence.exact
    modal, denied = _MODAL.search(words), _NO.search(words)
    if modal is None and denied is None:
        return
    watched = modal is not None and not denied and _by_others(draft, words[: modal.start()])
    joined: tuple[int, int] | None = None
    for match in _places(draft).finditer(words):
        place, before = " ".join(match.group().casefold().split()), words[: match.start()]
        if joined and _AND_THERE.fullmatch(words, joined[1], match.start()):
            before = before[: joined[0]]  # "over the Belt or the Bay": what is said of the one is said of the other
        else:
            joined = None
        joined = (joined[0] if joined else match.start(), match.end())
        keeps_out = _KEEPS_OUT.search(before)
        found = keeps_out["what"] if keeps_out else _ban(words, before, match.end()) if denied else None
        if found is not None:
            if not _QUALIFIED.search(found) and not _UNLESS.search(words):
                yield _presence(draft, sentence, place, found, Modality.MUST_NOT)
        elif modal and not denied and not watched and not _LINKED.search(words):
            put = _PUT.search(before)
            conditional = bool(modal["allows"]) and _CASE.search(words)
            there = _in_person(words, modal, match) if put is None and not conditional else None
            if there:
                modality = Modality.MAY if modal["allows"] else Modality.MUST
                yield _presence(draft, sentence, place, there, modality)
            follows = put and put.start() >= modal.end() and _BETWEEN.fullmatch(words, modal.end(), put.start())
            if put and follows and not conditional and not _gone(put["what"]):
                modality = Modality.MAY if modal["allows"] else Modality.MUST
                yield _presence(draft, sentence, place, f"{put.group()}", modality)


def _in_person(words: str, modal: re.Match[str], place: re.Match[str]) -> str | None:
    """Who is in a place by doing something there: troops that are the subject, or with whom it is done."""
    if not _IS_THERE.fullmatch(words, modal.end(), place.start()):
        return None
    subject = re.split(r"[,;]", words[: modal.start()])[-1]
    helped = _WITH.match(words, place.end())
    who = helped["what"] if helped else subject
    return None if _gone(who) or re.match(r"\W*(?:Each|Both|The|Either)\s+Part", who.strip()) else who


def _by_others(draft: Draft, subject: str) -> bool:
    """Whether somebody else than a party does it: monitors that are where troops may not be."""
    who = draft.names.within(subject)
    return bool(_MONITORS.search(subject)) or bool(who and not who & draft.party_ids)


def _gone(what: str) -> bool:
    """Whether what is said leads out of a place: "move its troops from Ardel to ..."."""
    return bool(re.search(r"\b(?:out|unarmed)\b", what, re.IGNORECASE))


def _ban(words: str, before: str, end: int) -> str | None:
    """The words that tell what is barred from the place that stands behind ``before`` and ends at ``end``."""
    free = _FREE.match(words, end)
    if free:
        return free["what"]
    put = _PUT.search(before)
    if put and re.search(r"\b(?:[Nn]either|[Nn]o|[Nn]obody|not)\b", before[: put.start()]):
        return put.group()
    found = (pattern.search(before) for pattern in (_NONE_THERE, _STAYS, _FORBIDDEN))
    return next((match["what"] for match in found if match), None)


def _presence(draft: Draft, sentence: Sentence, place: str, what: str, modality: Modality) -> Presence:
    first, last = float("-inf"), float("inf")
    for start, _, minute, after in draft.days(sentence):
        lead = sentence.exact[max(0, start - 30) : start]
        if _FIRST.search(lead):
            first = minute
        elif _LAST.search(lead):
            last = after
    spared = ""
    if modality is Modality.MUST_NOT:
        excepted = _EXCEPT.search(sentence.exact)
        near = (words for words in draft.beside(sentence) if words != sentence.exact and _SPARES.search(words))
        spared = " ".join([excepted["rest"] if excepted else "", *near])
        what = what.partition(" except")[0]
    bans = modality is Modality.MUST_NOT
    return Presence(sentence, place, _kinds(what, bans), stems(what), modality, first, last, spared)


def _kinds(what: str, bans: bool) -> frozenset[str]:
    """The kinds that words tell: those that a ban covers, or those that something put there belongs to."""
    kinds = set()
    for part in re.split(r",|\b(?:and|or|nor)\b", what) if bans else [what]:
        found = {_root(match.group()) for match in re.finditer(r"[A-Za-z]+", part)}
        for kind, row in _table().items():
            general, members = found & row["general"], found & row["members"]
            if (general and not (bans and row["unless"] & found)) or (members and not bans):
                kinds.add(kind)
            kinds |= {f"{kind}:{each}" for each in members}
    return frozenset(kinds)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, frozenset[str]]]:
    """By kind: the stems that tell all of it, those of its members, and those that narrow a ban to some of it."""
    rows = tomllib.loads(files(__package__).joinpath("presence.toml").read_text("utf-8"))
    names = ("general", "members", "unless")
    return {
        kind: {name: frozenset(map(_root, row.get(name, "").split())) for name in names} for kind, row in rows.items()
    }


def _root(word: str) -> str:
    """The stem of a word; "armed" tells of somebody or something that bears arms, and not of arms."""
    return "armed" if word.lower() == "armed" else stem(word)


def _places(draft: Draft) -> re.Pattern[str]:
    """What the text calls places: its zones and terms, and whatever has a name."""
    known = cast("re.Pattern[str] | None", draft.notes.get("places"))
    if known is None:
        people = draft.names
        terms = {each.term for each in draft.definitions} | {each.name for each in draft.shapes}
        terms = {each for each in terms if not people.within(each)}
        named = "|".join(map(re.escape, sorted(terms, key=len, reverse=True))) or r"(?!)"
        known = re.compile(
            rf"(?<!\w)(?:{named}|(?!(?:Part|The|Article|Annex|D-|Commission)\w*)[A-Z][\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'-]+)*"
            r"|(?:[a-z]+\s+)?(?:zone|belt|strip|corridor|buffer\s+area))(?!\w)"
        )
        draft.notes["places"] = known
    return known
