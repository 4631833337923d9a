"""What each sentence demands, forbids or allows, as deeds that can be set against one another.

From the obligations where a sentence was read; from its words where it wasn't, so that a verb that no lexicon
knows is still the same verb in two sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from parley.model import DayCount, Instant, Modality, Obligation, Relation, Sentence, Window
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import acts_by_id, noun_at_start

from .covering import ANY_WEAPON as _ANY_WEAPON
from .covering import LETS_IN as _LETS_IN
from .covering import WHOEVER as _WHOEVER
from .covering import covered, plainly
from .draft import Draft
from .instants import DAY, instants
from .phrases import MONTHS, phrase
from .rows import SEVERAL, each_banned
from .states import STATES, state_of, states_in
from .steps import Event, Names, event_in, stem, stems
from .times import surely_after

_FORBIDS = (
    r"(?:shall|may|must|will|can)\s+not|(?:is|are)\s+(?:not\s+(?:allowed|permitted|entitled|authori[sz]ed|free)"
    r"|forbidden|prohibited|barred\s+from|not)\s+(?:to\b)?|undertakes?\s+not\s+to|agrees?\s+not\s+to"
)
_ALLOWS = (
    r"may|can|(?:is|are)\s+(?:allowed|permitted|entitled|authori[sz]ed|free|at\s+liberty)\s+to"
    r"|(?:has|have|retains?|keeps?|enjoys?|reserves?)\s+the\s+(?:right|freedom)\s+to"
)
_LAWFUL = re.compile(
    r"\s*It\s+(?:shall\s+be|is|stays|remains)\s+(?:lawful|open|permitted|allowed|free)\s+(?:for|to)\s+(?P<who>[^.;,]{3,60}?)\s+to\s+",
    re.IGNORECASE,
)
"""As old treaties allow: "It shall be lawful for Kestria to dig"."""
_DEMANDS = r"shall|must|will|(?:is|are)\s+(?:obliged\s+|bound\s+|required\s+)?to|(?:has|have)\s+to|undertakes?\s+to"
_MODAL = re.compile(rf"\b(?:(?P<bans>{_FORBIDS})|(?P<allows>{_ALLOWS})|(?P<demands>{_DEMANDS}))\s+", re.IGNORECASE)
_BANNED_SUBJECT = re.compile(
    r"(?P<what>[^.;:]{4,160}?)\s+(?:is|are|shall\s+be|remains?|stays?)\s+(?:strictly\s+)?"
    r"(?:prohibited|forbidden|banned|outlawed|ruled\s+out|suspended|unlawful|illegal|not\s+(?:permitted|allowed"
    r"|to\s+take\s+place))",
    re.IGNORECASE,
)
_ALLOWED_SUBJECT = re.compile(
    r"(?P<what>(?:The\s+)?[^.;:]{4,160}?)\s+(?:is|are|shall\s+be|remains?|stays?)\s+(?:permitted|allowed|lawful|tolerated)\b"
    r"(?!\s+to\b)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\s*(?:nobody|no\s+one|none|neither|no)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:from|by|until|as\s+of|on|after|before|between|not\s+(?:before|later\s+than))\s+(?:the\s+)?(?:D\b"
    rf"|D-?day|\d|day\b|(?:{MONTHS})).*$",
    re.DOTALL,
)
_BOUNDED = phrase(
    "except\\w*|unless|save (?:for|where|that|when|if)|other than|without|only|apart from|if|while|as long as"
    "|exempt\\w*|notwithstanding|save|than those|not (?:including|extend\\w*)"
)
_LINKED = phrase(
    "except\\w*|exempt\\w*|notwithstanding|only|does not (?:apply|extend)|do not (?:apply|extend)|instead|in derogation"
)
_SPARES = phrase("exempt\\w*|(?:does|do|shall) not (?:apply|extend|cover)|excepted|may, however")
_REFERS = re.compile(r"\b(?:this|that|these|those|such)\b|\bthe\s+(?:ban|prohibition)s?\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:(?P<last>\bby|\blater\s+than|\blatest|\buntil|\btill|\bto)|(?P<first>\bfrom|\bas\s+of|\bnot\s+before))\s+(?:the\s+)?$",
    re.I,
)
_MORE = re.compile(r"\b(?:more|further|extra|fresh)\b(?!\s+than\b)", re.IGNORECASE)
"""Ways to say "additional"."""
_EVERYBODY = frozenset({"anybody", "everybody", "anyone", "everyone", "nobody", "somebody", "whoever", "kind", "type"})
_FAR = (Relation.OUTSIDE, Relation.BEYOND_DISTANCE, Relation.WITHIN_DISTANCE)
_HOLDING = {"deploy": "place", "keep": "place", "stat": "place", "post": "place"}
_STATE = re.compile(r"(?:stay|remain|be\s+kept|be\s+left|lie|stand)\b", re.IGNORECASE)
_ABSTAINS = re.compile(
    r"(?:refrain|abstain|desist|cease)\b[^.;]*\bfrom\b[^.;]{0,40}:|(?:cease|stop|suspend)\b[^.;]{0,40}:",
    re.I,
)
"""How a list of what is not to be done is introduced, behind "shall"."""
_RIGHT = phrase("(?:has|have|retains?|keeps?|enjoys?|reserves?) the (?:right|freedom|liberty) to")
_NO_PARTY = re.compile(r"\b(?:neither|no)\s+(?:of\s+the\s+)?part(?:y|ies)(?:,[^,]{1,80},)?\s*$", re.IGNORECASE)
"""A subject that ends so is nobody, wherever it begins: "From D-day neither Party"."""
_THERE = phrase(
    "there (?:shall|must|may|will|is to|are to|can) be (?P<no>no|not any)(?: \\w+ly)? (?P<what>[^.;,]{3,120}?)"
    "(?= (?:from|until|after|as of) (?:the )?(?:D\\b|D-?day|\\d)|[.;,]|$)"
)
_SUBJECTLESS = frozenset(
    {"it", "there", "nobody", "no one", "none", "anybody", "anyone", "everybody", "everyone", "whoever"}
)
_NOT_TO = re.compile(r"\bnot\s+to\s+(?P<what>[^,;.]{4,120})", re.IGNORECASE)
_INSERTED = re.compile(r"\b(shall|must|may|will),\s+[^,;.]{1,60},\s+", re.IGNORECASE)
"""What stands between a modal and its verb: "shall, within 24 hours of a request, let ..."."""
_THUS = re.compile(r"\s+in\s+(?:this|that|such\s+a)\s+(?:way|manner)\b", re.IGNORECASE)
_PLEDGES = re.compile(r"\b(?:oblig|undertak|agree|promis|commit|bind|engag|pledg)\w*\b", re.IGNORECASE)
_BY_NUMBER = re.compile(
    r"\b(?:except|save)\w*\s+(?:\w+\s+){0,6}?(?:(?:Articles?|[Pp]oints?|[Pp]aragraphs?|[Ss]ections?)\s+"
    r"(?P<numbers>\d[\d.]*(?:\(\w+\))?(?:(?:\s*,|\s+and|\s+or|\s+to)\s+\d[\d.]*(?:\(\w+\))?)*)"
    r"|(?:the\s+rest\s+of\s+)?this\s+(?:Article|[Pp]oint|[Pp]aragraph|[Ss]ection))(?:\s+(?:allows?|permits?|provides?|says?))?"
)
"""An exception that is made by naming the provisions that it stands in."""

_KEPT = frozenset({"withdraw", "place", "hold-positions", "let", "maintain", "leav", "keep", "stay", "remain", "hold"})
_STAYS = phrase("{stays_put}")
_MOVES = (
    "increase",
    "remove",
    "move",
    "tow",
    "withdraw",
    "deliver",
    "transport",
    "salvag",
    "lift",
    "dismantle",
    "shift",
    "rais",
)
"""What can't be done to something that stays where it is: as heads; to raise a wreck is read as an increase."""


@dataclass(frozen=True)
class Deed:
    """One act of a sentence: its head (an act of the lexicon, or the stem of a verb), the stems of all that it is
    done to, with and where, and who does it (``None``: anybody)."""

    sentence: Sentence
    modality: Modality
    head: str
    things: frozenset[str]
    actors: frozenset[str] | None
    window: Window = field(default_factory=Window)
    hangs: bool = False
    """Whether it hangs on a condition, has an exception or stands in a bracket."""
    spares: frozenset[str] = frozenset()
    """The provisions by whose numbers a ban makes its exceptions."""
    excepts: frozenset[str] = frozenset()
    """Of a ban that hangs on its exception alone: the words of that."""

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(each for each in self.things if each.replace(",", "").isdecimal())

    def is_case_of(self, ban: Deed) -> bool:
        """Whether who does this surely does what ``ban`` forbids: the same act or a case of it, on the same things,
        at a time that the ban doesn't leave free."""
        if ban.hangs or not covers(ban.head, self.head) or not ban.things:
            return False
        own = self.sentence.provision or ""
        if any(own == each or own.startswith((f"{each}.", f"{each}(")) for each in ban.spares):
            return False
        if ban.actors is not None and (self.actors is None or not ban.actors & self.actors):
            return False
        needed = ban.things - (
            _ANY_WEAPON if ban.head in ("fire", "shoot") and ban.things <= _ANY_WEAPON else frozenset()
        )
        needed -= _WHOEVER if ban.head in _LETS_IN and needed - _WHOEVER else frozenset()
        if not covered(needed, ban.sentence.exact, self.things, self.sentence.exact, ban.head):
            return False
        return not apart(self.window, ban.window)


def covers(general: str, special: str) -> bool:
    """Whether who does ``special`` does ``general``: a case of it, or another word for letting somebody in."""
    return act_covers(general, special) or {general, special} <= _LETS_IN


def deeds(draft: Draft) -> tuple[Deed, ...]:
    """Every deed of the operative sentences, in the order of the text; made once for a draft."""
    known = draft.notes.get("deeds")
    if not isinstance(known, tuple):
        names = draft.names
        known = tuple(deed for each in draft.operative for deed in _of(draft, each, names))
        draft.notes["deeds"] = known
    return known


def apart(one: Window, other: Window) -> bool:
    """Whether the first is surely over before the second begins, or the other way round; unlike counts can't tell."""

    def over(end: Instant | None, start: Instant | None) -> bool:
        return end is not None and start is not None and surely_after(start, end)

    return over(one.end, other.start) or over(other.end, one.start)


def spared(draft: Draft, ban: Deed) -> frozenset[str]:
    """The words by which the ban's own provision says what it leaves free; none where it doesn't."""
    near = (words for words in draft.beside(ban.sentence) if words != ban.sentence.exact)
    sparing = (words for words in near if _SPARES.search(words))
    said = ((words, stems(words)) for words in sparing)
    return frozenset().union(*(each for words, each in said if _REFERS.search(words) or ban.things & each))


def _of(draft: Draft, sentence: Sentence, names: Names) -> Iterator[Deed]:
    stays = _STAYS.search(sentence.exact)
    if stays is not None:
        what = stems(names.without(stays["what"] or stays["it"]))
        window = _window(draft, sentence.exact)
        yield from (Deed(sentence, Modality.MUST_NOT, head, what, None, window) for head in _MOVES if what)
        return
    state = state_of(sentence.exact)
    if state is not None:
        yield Deed(sentence, Modality.MUST, state[1], stems(names.without(state[0])), None)
        return
    if _NOT_TO.search(sentence.exact) and _PLEDGES.search(sentence.exact) and not sentence.obligations:
        yield from _pledged(draft, sentence, names)
        return
    listed = draft.in_list(sentence)
    read = [
        _of_item(deed, one, names) if listed else deed
        for each in sentence.obligations
        for one in _alternatives(each)
        if (deed := _read(draft, one, sentence, names)) is not None
    ]
    if read and not _RIGHT.search(sentence.exact):
        yield from map(_as_kept, read)
    else:
        for words in each_banned(sentence.exact):
            yield from map(_as_kept, _worded(draft, sentence, names, words))


def _of_item(deed: Deed, each: Obligation, names: Names) -> Deed:
    """What is done to "these crossing points:" is done to the one that an item of the list names."""
    if each.object is None or not _THESE.match(each.object.words):
        return deed
    item = stems(names.without(_TIME.sub("", deed.sentence.exact)))
    return replace(deed, things=(deed.things - stems(each.object.words)) | item) if item else deed


_THESE = re.compile(r"(?:these|those|(?:(?:any|all|each)\s+of\s+)?the\s+following)\b", re.IGNORECASE)
_STUFF = re.compile(r"\w{3,}(?:tion|sion|ment|ance|ence|age)\Z")
"""A thing that has no plural: "satellite navigation"."""


def _alternatives(each: Obligation) -> Iterator[Obligation]:
    """A ban of several things or in several places as one of each: who may not lay mines or nets may not lay mines."""
    banned = each.modality is not None and each.modality.value is Modality.MUST_NOT
    things = _THINGS.split(each.object.words) if banned and each.object else []
    if len(things) < 2 or not all(SEVERAL.search(one) or _STUFF.search(one) or _ANY.match(one) for one in things):
        things = []
    places = _PLACES.split(each.place.words) if banned and each.place else []
    for thing in things or [None]:
        one = each.replace(object=each.object.replace(words=thing)) if thing and each.object else each
        for place in places or [None]:
            yield one.replace(place=one.place.replace(words=place)) if place and one.place else one


_THINGS = re.compile(r",?\s+(?:or|and|nor)\s+|,\s+")
_ANY = re.compile(r"(?:an?|any)\s", re.IGNORECASE)
_PLACES = re.compile(r",?\s+or\s+(?=(?:over|above|in|into|on|at|across|through|along|near|from)\s)")


def _pledged(draft: Draft, sentence: Sentence, names: Names) -> Iterator[Deed]:
    """What somebody promises not to do, act by act: "oblige themselves not to shoot, not to lay mines"."""
    hangs = _hangs(sentence, Modality.MUST_NOT, False)
    actors = names.within(sentence.exact[: _NOT_TO.search(sentence.exact).start()]) or None  # type: ignore[union-attr]
    for match in _NOT_TO.finditer(sentence.exact):
        event = event_in(_TIME.sub("", match["what"]), names, base=True)
        if event is not None:
            window, spares = _window(draft, sentence.exact), _spares(sentence)
            yield Deed(
                sentence, Modality.MUST_NOT, _head(event.head), event.things - _EVERYBODY, actors, window, hangs, spares
            )


def _spares(sentence: Sentence, more: str = "") -> frozenset[str]:
    """The numbers of the provisions by which a ban, or ``more`` words of it, makes its exceptions; those of its own
    article for "this Article"."""
    found: set[str] = set()
    for match in _BY_NUMBER.finditer(f"{sentence.exact} {more}"):
        own = re.split(r"[.(]", sentence.provision or "")[0]
        article = f"{own}(" if match["numbers"] and "aragraph" in match.group() else ""
        numbers = re.findall(r"\d[\d.]*(?:\(\w+\))?(?<!\.)", match["numbers"] or own)
        found.update(f"{article}{each})" if article and "(" not in each else each for each in numbers)
    return frozenset(found)


def _as_kept(deed: Deed) -> Deed:
    """A deed that keeps something in a state as the act that brings it about: "leave the bridge open" opens it."""
    state = next((each for each in deed.things if each in STATES), None)
    if state is None or deed.head not in _KEPT:
        return deed
    said = [word for word in re.findall(r"[A-Za-z]+", deed.sentence.exact) if stem(word) == state]
    if said and all(word[0].isupper() for word in said):
        return deed  # the Closed Waters are called so
    return replace(deed, head=STATES[state], things=deed.things - {state})


def _read(draft: Draft, each: Obligation, sentence: Sentence, names: Names) -> Deed | None:
    if each.modality is None or each.act is None:
        return None
    named = [slot.words for slot in (each.object, each.place, each.counterpart) if slot is not None]
    things = stems(_TIME.sub("", _MORE.sub("additional", _THUS.sub("", plainly(" ".join(named)))))) - _EVERYBODY
    where = each.place.value if each.place else None
    if where is not None and where.relation is Relation.IN:
        things -= {"within", "inside"}  # "in the Zone", in other words
    if where is not None and where.relation in _FAR:
        things |= {f"{where.relation.value} {where.distance}"}
    if not things and len(sentence.obligations) == 1:  # the reader found the act, and not where or to what
        done = _TIME.sub("", plainly(sentence.exact.partition(each.act.words)[2]))
        things = stems(names.without(done)) - _EVERYBODY
    if each.act.value not in acts_by_id():
        things |= stems(" ".join(each.act.value.split()[1:]))  # "bring fuel" is one phrase to the reader
    if each.act.value in _KEPT:  # "leave open" is one phrase to the reader
        told = sentence.exact if each.act.words in sentence.exact else draft.introduction(sentence)
        things |= states_in(each.act.words, told.partition(each.act.words)[2])
    actors = None
    if each.bearer is not None and not {who.casefold() for who in each.bearer.value} <= _SUBJECTLESS:
        known = names.within(", ".join(each.bearer.value))
        kind = each.modality.value is Modality.MUST_NOT and not known  # "by soldiers": any who are so called
        actors = None if kind else frozenset(each.bearer.value) | known
        things |= stems(names.without(", ".join(each.bearer.value))) - {stem(who) for who in names.ids}
    window = each.window.value if each.window else Window()
    numbered = _BY_NUMBER.search(each.exception.words) if each.exception else None
    excepted = each.exception is not None and not (numbered and each.modality.value is Modality.MUST_NOT)
    hangs = bool(excepted or each.labels or _hangs(sentence, each.modality.value, each.trigger is not None))
    bans = each.modality.value is Modality.MUST_NOT
    if bans and (window.hours or (each.object and each.object.value.most)):
        hangs = True  # a ban at some hours, or on more than so many, leaves room for what others demand or allow
    spares = _spares(sentence, numbered.group() if numbered else "") if bans else frozenset()
    excepts: frozenset[str] = frozenset()
    if bans and each.exception is not None and not (each.labels or each.trigger or window.hours):
        rest = sentence.exact.replace(each.exception.words, " ")
        excepts = frozenset() if _BOUNDED.search(rest) else stems(each.exception.words)
    return Deed(sentence, each.modality.value, _head(each.act.value), things, actors, window, hangs, spares, excepts)


def _hangs(sentence: Sentence, modality: Modality, triggered: bool) -> bool:
    if modality is Modality.MUST_NOT:
        return triggered or bool(_BOUNDED.search(_BY_NUMBER.sub("", sentence.exact)))
    return bool(_LINKED.search(sentence.exact)) or (triggered and modality is Modality.MAY)


def _worded(draft: Draft, sentence: Sentence, names: Names, exact: str) -> Iterator[Deed]:
    words = _LAWFUL.sub(lambda match: f"{match['who']} may ".rjust(len(match.group())), exact)
    words = _MORE.sub("additional", _INSERTED.sub(r"\1 ", _THUS.sub("", words)))
    introduced = draft.introduction(sentence) if draft.in_list(sentence) else ""
    begun = _MODAL.search(introduced)
    if begun and not _MODAL.search(words):
        words = f"{introduced[: begun.end()]}{words[:1].lower()}{words[1:]}"
    there = _THERE.search(words)
    if there is not None:
        what = there["what"]
        acts_on = noun_at_start(what) or re.match(r"\w+(?:tion|sion|ing|ment|al)s?\b", what)
        event = event_in(what, names) if acts_on else Event("place", stems(names.without(what)))
        if event is not None:
            hangs = _hangs(sentence, Modality.MUST_NOT, False)
            things = event.things - _EVERYBODY
            yield Deed(sentence, Modality.MUST_NOT, _head(event.head), things, None, _window(draft, words), hangs)
        return
    modal = _MODAL.search(words)
    banned, allowed = _BANNED_SUBJECT.match(words), _ALLOWED_SUBJECT.match(words)
    if banned and not (modal and modal.start() < banned.end("what")):
        event = _banned(_TIME.sub("", banned["what"]), names)
        modality, actors = Modality.MUST_NOT, None
    elif allowed and not (modal and modal.start() < allowed.end("what")):
        event = _banned(_TIME.sub("", allowed["what"]), names)
        modality, actors = Modality.MAY, draft.party_ids
    elif modal:
        subject = words[: modal.start()]
        base = not modal.group().split()[0].lower().startswith("barred")
        predicate = _TIME.sub("", words[modal.end() :]).strip(" ,.;")
        nobody = _NOBODY.match(subject) is not None or _NO_PARTY.search(subject) is not None
        there = re.match(r"be\s+(?=(?:on|in|at|within|near|inside|outside)\b)", predicate) if nobody else None
        passive = None if there else re.match(r"(?:not\s+)?be\s+", predicate)
        if there:  # "No boats shall be on the lake."
            subject, predicate = re.sub(r"^\W*\w+", "", subject), predicate[there.end() :]
            event, actors = Event("place", stems(names.without(subject)) | stems(names.without(predicate))), None
        elif passive:
            done = event_in(predicate[passive.end() :], names, base=True)
            event = type(done)(done.head, done.things | stems(names.without(subject))) if done else None
            actors = names.within(re.split(r"\bby\b", predicate)[-1]) or None
        else:
            event = event_in(predicate, names, base=base)
            if event is not None and _STATE.match(predicate):
                event = Event(event.head, event.things | stems(names.without(subject)))
            who = " ".join(subject.split())
            actors = names.within(subject) or (None if nobody or who.casefold() in _SUBJECTLESS else frozenset({who}))
        may = Modality.MAY if modal["allows"] else Modality.MUST
        abstains = bool(begun and _ABSTAINS.match(introduced, begun.end()))
        modality = Modality.MUST_NOT if modal["bans"] or nobody or abstains else may
    else:
        return
    if event is not None:
        marks = {word for word in ("outside", "beyond", "within") if re.search(rf"\b{word}\b", words)}
        hangs = _hangs(
            sentence,
            modality,
            re.search(
                r"\b(?:if|when|unless|after|once|upon(?=\s+(?:the\s+|an?\s+)?\w+(?:tion|ment|al|ing|ance)\b))\b", words
            )
            is not None,
        )
        things = (event.things - _EVERYBODY) | marks
        spares = _spares(sentence) if modality is Modality.MUST_NOT else frozenset()
        yield Deed(sentence, modality, _head(event.head), things, actors, _window(draft, sentence.exact), hangs, spares)


def _banned(what: str, names: Names) -> Event | None:
    """What is done in a subject that is forbidden: an act ("the sale of coal"), or having the thing there at all."""
    if re.match(r"\W*\w+ing\b", what):
        return event_in(what, names, base=True)
    first = re.match(r"\W*(?:(?:the|any|all|every|an?)\s+)?(?P<act>\w+)", what, re.IGNORECASE)
    if first and (stem(first["act"]) == "sell" or stem(first["act"]) == "buy"):
        return Event(stem(first["act"]), stems(names.without(what[first.end() :])))
    if first and not noun_at_start(what[first.start("act") :]) and re.match(r"(?i)[a-z]+(?<![su])s$", first["act"]):
        return Event("place", stems(names.without(what)))
    return event_in(what, names)


def _window(draft: Draft, words: str) -> Window:
    """From and by when, where the words say that in days that count from D-day."""
    ends: dict[str, Instant] = {}
    for start, _, minutes, _ in instants(words, draft.framework):
        lead = _LEAD.search(words[max(0, start - 30) : start])
        if lead and lead.lastgroup:
            ends[lead.lastgroup] = Instant(day=DayCount(days=minutes // DAY))
    return Window(start=ends.get("first"), end=ends.get("last"))


def _head(act: str) -> str:
    plain = _HOLDING.get(act, act)
    return plain if plain in acts_by_id() else stem(plain.split()[0])
