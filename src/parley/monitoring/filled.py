"""What sentences leave to the reader: a verb as reports know it, a deadline said once for two, D-day.

An ordinary reader fills it in without thinking, and reports are held against the sentence so filled in.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import pairwise

from parley.model import (
    DayCount,
    Framework,
    Instant,
    Modality,
    Obligation,
    Sentence,
    Shape,
    Slot,
    Span,
    Thing,
    Trigger,
    Window,
)
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import act_named, acts_in, noun_at_start

from .acts import act_meant, is_of_lexicon
from .announced import asks_notice
from .cores import words_of
from .counting import with_its_count
from .doers import INCIDENT, blamed, told_in_front
from .drawn import Zones, at_what_is_drawn
from .exceptions import asks_presence
from .happening import suffers, thing_told
from .itself import act_told, told_of_a_party
from .kinds import stem
from .names import fold
from .of_each import with_its_occasion
from .own_word import with_parties_so_called
from .phrases import is_plural
from .present import present
from .received import with_what_was_received
from .staying import not_elsewhere

_EACH = re.compile(r"\A(?:(?:both|each|every|either|neither|any|all|an?|two|of|the)\s+)+", re.I)
_OR = re.compile(r",?\s+(?:or|and)\s+|,\s+")
_NUMBER = re.compile(r"\d[\d,]*")
_ASIDE = re.compile(r"\b(?:each|every|any|it|them|this|that|these|those|such)\b", re.I)
_UPON = frozenset(
    {"notify", "report", "publish", "share", "find", "investigate", "verify", "inspect", "meet", "remedy", "compensate",
     "pay", "address-needs", "investigate-and-punish", "consider", "settle", "refer"}
)  # fmt: skip
"""Acts that a text may ask for each time that something happens, without saying so once more."""
_OF_PARTIES = re.compile(
    r"(?:(?:no|any|the|an?)\s+)?(?P<kind>[a-z][\w\s-]*?)\s+of\s+(?:either|any|each|both|the|an?|one)\s+(?:two\s+)?(?:part(?:y|ies)|sides?)",
    re.I,
)
_INTO = re.compile(r"\W*(?:in|on)?to\b", re.I)
_OFF = re.compile(r"\W*(?:off|out\s+of|away\s+from|down\s+from)\b", re.I)
_TEXT = (
    r"(?P<this>the|this)\s+(?P<text>(?:humanitarian\s+)?pause|cease-?\s?fire|truce|armistice|agreement|"
    r"cessation\s+of\s+hostilities)"
)
_TEXTS_OWN = re.compile(rf"(?:start|end)\s+of\s+{_TEXT}", re.I)
_WHILE_IT_HOLDS = re.compile(
    rf"(?:(?:while|(?:for\s+)?(?:as|so)\s+long\s+as)|(?:during|throughout|for)\s+the\s+(?:life|duration|term|validity)\s+of)\s+{_TEXT}"
    r"(?:\s+(?:holds|lasts|continues|(?:is|remains)\s+in\s+(?:force|effect)))?",
    re.I,
)
_OF_IT = re.compile(r"\s(?:of|in|on|from|between|for|with)\s")
_LOOKS_INTO = frozenset({"investigate", "verify", "find", "report", "investigate-and-punish"})
_SUBJECT = re.compile(
    r"\W*(?:if|when|whenever|where|once|after|upon|on|in\s+case\s+of)\s+(?:(?:there\s+is|the|receipt\s+of)\s+)*(?:an?|any|such\s+an?)\s+"
    r"(?P<what>[\w-]+(?:\s+[\w-]+)?)",
    re.I,
)
_BRINGS = frozenset({"bring", "take", "carry", "send", "smuggle", "put"})
_FOUND = re.compile(
    r"(?P<who>(?:(?:an?|any|each|either|the)\s+)?(?:(?:high|contracting|signatory|warring)\s+){0,2}(?:party|side))\s+(?:(?:that|which|whom)\s+[^,]+?\s+(?:(?:has|have)\s+)?(?:finds?|found)|"
    r"(?:(?:that|which)\s+(?:is|was|has\s+been)\s+)?found(?:\s+by\s+[^,]+?)?)\s+"
    r"(?P<guilty>(?:to\s+(?:be|have)\b|in\s+(?:breach|violation)\b|guilty\b|responsible\b|at\s+fault\b).*)",
    re.I | re.S,
)
"""As "a Party which the Commission has found in violation", "a Party found in breach by the Commission"."""
_MAKES_GOOD = frozenset(
    {"compensate", "pay", "remedy", "repair", "withdraw", "release", "return", "apologise", "cease", "dismantle",
     "remove", "restore", "investigate-and-punish"}
)  # fmt: skip
"""What is asked of who broke something, and of no body that finds so."""
_ITS_FINDING = re.compile(
    r"(?:its|the|this|that|a)\s+(?:[\w-]+\s+){0,2}(?:findings?|report|conclusions?|decision)", re.I
)
_IF_A_PARTY = re.compile(
    r"(?P<case>(?P<kind>if|when|whenever|where|once)\s+(?:an?|any|either|one)\s+(?:party|side)\b[^,;]*),\s+(?:it|that\s+party)\b",
    re.I,
)
_EVERY = re.compile(r"(?:each|every|any|all|an?)\s+(?:such\s+)?(?P<what>.+)", re.I | re.S)
_COMPLAINT = re.compile(
    r"(?:(?:the|its|their)\s+)?(?:(?:receipt|receiving)\s+(?:of\s+)?)?(?:(?:the|an?|any|each|such\s+an?|its|their)\s+)?"
    r"(?:complaint|allegation|report)s?(?:\s+(?:about|of|on)\s+(?:it|them))?|(?:its|their)\s+being\s+(?:reported|alleged)",
    re.I,
)
"""What tells of a breach, without saying of which."""
_OPENS_A_CLAUSE = re.compile(r"\b(?:in|by|during)\s+which\Z|\b(?:that|which)\s+\w+\Z|\s[a-z]+ing\Z", re.I)
_MOVES = frozenset({"move", "enter", "cross", "overfly", "advance", "approach", "come", "get"})


def filled_in(framework: Framework, shapes: Iterable[Shape] = ()) -> Framework:
    """The text as reports are held against it, with the shapes of its annexes: see the functions below."""
    framework = with_all_meant(with_parties_so_called(framework))
    shapes = tuple(shapes)
    drawn, zones = {fold(shape.name) for shape in shapes}, Zones(shapes)
    sentences = tuple(_filled(sentence, framework, drawn, zones) for sentence in framework.sentences)
    same = all(one is other for one, other in zip(sentences, framework.sentences, strict=True))
    return framework if same else framework.replace(sentences=sentences)


def with_all_meant(framework: Framework) -> Framework:
    """The text with all the parties as bearers where it calls them by a word that the names of all have: "both clans",
    "each clan", of the Dalu clan and the Amrani clan.
    """
    names = [frozenset(map(stem, words_of(one.name))) for one in framework.parties]
    shared = frozenset.intersection(*names) if len(names) > 1 else frozenset()
    others = (word for one in (*framework.bodies, *framework.others) for word in words_of(one.name))
    called = shared - frozenset(map(stem, others))
    if not called:
        return framework
    everybody = tuple(one.id for one in framework.parties)
    return framework.replace(
        sentences=tuple(
            one.replace(obligations=tuple(_meant(each, called, everybody) for each in one.obligations))
            for one in framework.sentences
        )
    )


def _meant(one: Obligation, called: frozenset[str], everybody: tuple[str, ...]) -> Obligation:
    named = (one.bearer.value or ()) if one.bearer else ()
    if one.bearer is None or len(named) != 1 or stem(_EACH.sub("", fold(named[0]))) not in called:
        return one
    return one.replace(bearer=one.bearer.replace(value=everybody))


def _filled(sentence: Sentence, framework: Framework, drawn: Container[str], zones: Zones) -> Sentence:
    whole: list[Obligation] = []
    for one, following in zip(sentence.obligations, (*sentence.obligations[1:], None), strict=False):
        before = whole[-1] if whole else None
        known = with_its_occasion(at_what_is_drawn(_with_its_clause(one), zones), before, following)
        known = _of_parties(_in_known_words(present(known, framework)), framework)
        known = _of_whoever_did(_who_was_blamed(_found(known, framework), framework), before)
        known = _after_what_it_did(_in_that_case(known))
        known = _during_the_text(_unless(with_what_was_received(_complaint_of(_it(known, before)))), framework)
        whole.append(not_elsewhere(_from_d_day(with_its_count(known), before), drawn))
    for place, (one, later) in enumerate(pairwise(whole)):
        whole[place] = _as_the_next(one, later)
    return sentence if tuple(whole) == sentence.obligations else sentence.replace(obligations=tuple(whole))


def _with_its_clause(one: Obligation) -> Obligation:
    """What stands behind "any shelling in which", "an attack that kills" tells of that, and is no thing of the duty."""
    trigger, thing = one.trigger, one.object
    if trigger is None or thing is None or not trigger.spans or not thing.spans:
        return one
    words = " ".join(trigger.words.split())
    if _OPENS_A_CLAUSE.search(words) is None or thing.spans[0].start - trigger.spans[-1].end not in (0, 1):
        return one
    whole = trigger.replace(words=f"{words} {' '.join(thing.words.split())}", spans=(*trigger.spans, *thing.spans))
    return one.replace(trigger=whole, object=None)


def _in_known_words(one: Obligation) -> Obligation:
    """A verb that the lexicon has for reports alone ("steal"), as the act that it names there.

    To bring something into a place is to have it there, and to take it off or out of one to withdraw it.
    """
    if one.act is not None and one.act.value == "take" and one.place is not None and _OFF.match(one.place.words):
        return one.replace(act=one.act.replace(value="withdraw"))
    broken = one.object is not None and INCIDENT.search(one.object.value.text) is not None
    if one.act is not None and one.act.value in ("repair", "correct") and broken:  # "put every breach right"
        return one.replace(act=one.act.replace(value="remedy"))
    if one.act is None or is_of_lexicon(one.act.value):
        return one
    # a ban alone: who is to bring bread may deliver it
    banned = one.modality is not None and one.modality.value is Modality.MUST_NOT
    brings = banned and one.place is not None and _INTO.match(one.place.words) and one.act.value in _BRINGS
    words = " ".join(one.act.words.split())
    whole = " " not in one.act.value or any(
        last == len(words) for _, _, last in acts_in(words)
    )  # "set | off" sets nothing
    named = "deploy" if brings else act_named(words, told=True) if whole else None
    return one if named is None else one.replace(act=one.act.replace(value=named))


def _of_parties(one: Obligation, framework: Framework) -> Obligation:
    """A ban on what things "of either Party" do, where they move, as one on the parties' doing it with such things."""
    kind = one.bearer and _OF_PARTIES.fullmatch(one.bearer.words.strip())
    if not kind or one.bearer is None or one.act is None:
        return one
    parties = tuple(party.id for party in framework.parties)
    if not is_of_lexicon(one.act.value):  # only boats trawl
        return one.replace(bearer=one.bearer.replace(value=parties))
    if one.act.value not in _MOVES:
        return one
    place = {fold(name) for name in one.place.value.of} if one.place else set()
    said = one.object.value.text if one.object else ""
    named = fold(said.removeprefix("the ")) in place or all(fold(name) in place for name in _OR.split(said))
    if said and not named:
        return one
    thing = Slot[Thing](words=kind["kind"], value=Thing(text=kind["kind"]), spans=one.bearer.spans)
    return one.replace(bearer=one.bearer.replace(value=parties), object=thing)


def _found(one: Obligation, framework: Framework) -> Obligation:
    """The party that a body found in breach is each of them, once the body found so of it."""
    bearer = one.bearer
    if bearer is None:
        return one
    spans = bearer.spans
    told = _FOUND.fullmatch(spans[0].exact if len(spans) == 1 else " ".join(bearer.words.split()))
    if not told:
        return one
    who: tuple[Span, ...]
    if len(spans) == 1:
        span, end = spans[0], told.end("who")
        who = (Span(start=span.start, end=span.start + end, exact=span.exact[:end], document=span.document),)
        rest = Span(start=who[0].end, end=span.end, exact=span.exact[end:], document=span.document)
    else:
        who, rest = spans[:-1], spans[-1]
    finding = Slot[Trigger](words=f"found {told['guilty']}", value=Trigger(kind="upon", event="finding"), spans=(rest,))
    parties = tuple(party.id for party in framework.parties)
    return one.replace(bearer=Slot[tuple[str, ...]](words=told["who"], value=parties, spans=who), trigger=finding)


def _who_was_blamed(one: Obligation, framework: Framework) -> Obligation:
    """ "Should the Commission find a Party responsible, it shall pay": the party shall make good, not who found it; but
    "it shall publish its finding" is of who found it.
    """
    bearer, trigger, parties = one.bearer, one.trigger, tuple(party.id for party in framework.parties)
    if bearer is None or trigger is None or one.act is None or bearer.words.casefold() != "it":
        return one
    if blamed(f"{told_in_front(one)} {' '.join(trigger.words.split())}", framework) is not True:
        return one
    of_parties, finder = bool(set(bearer.value or ()) & set(parties)), trigger.value.actor
    if not of_parties and one.act.value in _MAKES_GOOD:
        return one.replace(bearer=bearer.replace(value=parties))
    its_own = one.object is not None and _ITS_FINDING.fullmatch(" ".join(one.object.value.text.split()))
    if of_parties and its_own and finder is not None and finder not in parties:
        return one.replace(bearer=bearer.replace(value=(finder,)))
    return one


def _it(one: Obligation, before: Obligation | None) -> Obligation:
    """ "A Party that detains a vessel shall release it": it is what the deed in front was done to; so it is in "shall
    open the gate and shall keep it open", where nothing else is in front.
    """
    said = one.object.value.text.casefold() if one.object else ""
    if said == "it" and one.act is not None and one.act.value in _LOOKS_INTO and _tells_what_happened(one):
        return one.replace(object=None)
    thing = thing_told(one) if said in ("it", "them") else None
    if one.object is None or said not in ("it", "them"):
        return one
    if thing is not None:
        return one if is_plural(thing) != (said == "them") else _of_thing(one, Thing(text=f"the {thing}"))
    same = before is not None and before.bearer == one.bearer and one.trigger is None and before.trigger is None
    first = before.object if before is not None and same else None
    if first is None or _OR.search(first.value.text) or _is_many(first.value.text) != (said == "them"):
        return one
    return _of_thing(one, first.value)


def _is_many(thing: str) -> bool:
    """Whether several are meant by what stands in front of what they are of."""
    return is_plural(_OF_IT.split(thing)[0])


def _of_thing(one: Obligation, thing: Thing) -> Obligation:
    assert one.object is not None, "only what has an object is given another"
    return one.replace(object=one.object.replace(value=thing))


def _during_the_text(one: Obligation, framework: Framework) -> Obligation:
    """ "During the pause", in a text that is one, "while this Agreement is in force": as long as the text holds."""
    window, trigger = one.window, one.trigger
    if trigger is not None and (held := _WHILE_IT_HOLDS.fullmatch(" ".join(trigger.words.split()))):
        if not _is_the_text(held["this"], held["text"], framework):
            return one
        always = Slot[Window](words=trigger.words, value=window.value if window else Window(), spans=trigger.spans)
        return one.replace(trigger=None, window=always)
    if window is None or window.value.start is None or window.value.end is None:
        return one
    begins, ends = (_TEXTS_OWN.fullmatch(each.event or "") for each in (window.value.start, window.value.end))
    if begins is None or ends is None or not _is_the_text(begins["this"], begins["text"], framework):
        return one
    return one.replace(window=window.replace(value=window.value.replace(start=None, end=None)))


def _is_the_text(this: str, noun: str, framework: Framework) -> bool:
    """Whether a pause, or an agreement, is the one that the text is: it is called so in its title, or pointed at."""
    named = re.sub(r"[\s-]", "", noun.casefold())
    return (
        this.casefold() == "this"
        or named == "agreement"
        or named in re.sub(r"[\s-]", "", (framework.title or "").casefold())
    )


def _tells_what_happened(one: Obligation) -> bool:
    """Whether what sets the duty off is told as such, so that into "it" is looked: "if an attack is reported"."""
    if one.trigger is None or told_of_a_party(one):
        return False
    subject = _SUBJECT.match(" ".join(one.trigger.words.split()))
    words = subject["what"].split() if subject else []
    return suffers(one) is not None or any(INCIDENT.fullmatch(word) or noun_at_start(word) for word in words)


def _of_whoever_did(one: Obligation, before: Obligation | None) -> Obligation:
    """ "A Party that detains a vessel shall report that, and shall release it within 72 hours (of the detention)": the
    second duty is of the same party.
    """
    if before is None or before.trigger is None or one.bearer != before.bearer or not told_of_a_party(before):
        return one
    trigger = one.trigger
    if trigger is not None and (trigger.value.kind != "after" or trigger.value.event != before.trigger.value.event):
        return one
    return one.replace(trigger=before.trigger)


def _in_that_case(one: Obligation) -> Obligation:
    """ "If a Party detains a vessel, it shall tell of it within 12 hours of the detention": who detained it shall."""
    trigger, case = one.trigger, _IF_A_PARTY.match(one.sentence.exact)
    if trigger is None or trigger.value.kind != "after" or case is None:
        return one
    start, words = one.sentence.start, case["case"]
    span = Span(start=start, end=start + len(words), exact=words, document=one.sentence.document)
    kind = case["kind"].casefold()
    told = Trigger(kind="when" if kind == "once" else kind, event=words[len(case["kind"]) :].strip())
    whole = one.replace(trigger=Slot[Trigger](words=words, value=told, spans=(span,)))
    act, meant = act_told(whole), trigger.value.event
    return whole if act is not None and (act_covers(act, meant) or act_covers(meant, act)) else one


def _after_what_it_did(one: Obligation) -> Obligation:
    """ "A Party that detains a vessel shall tell of it within 12 hours of the detention": of what it did."""
    window, end = one.window, one.window.value.end if one.window else None
    if window is None or end is None or end.event is None or end.offset is None or one.trigger is None:
        return one
    act = act_meant(end.event) or act_named(end.event, told=True)
    if act is None or act != one.trigger.value.event or not told_of_a_party(one):
        return one
    return one.replace(window=window.replace(value=window.value.replace(end=None, within=end.offset)))


def _complaint_of(one: Obligation) -> Obligation:
    """ "Investigate every alleged breach within 48 hours of the complaint": the complaint is of that breach."""
    trigger, thing = one.trigger, _EVERY.match(one.object.value.text) if one.object else None
    if trigger is None or thing is None or one.object is None or INCIDENT.search(thing["what"]) is None:
        return one
    if not _COMPLAINT.fullmatch(" ".join(trigger.words.split())):
        return one
    words = f"complaint of {thing['what']}"
    spans = (*trigger.spans, *one.object.spans)
    told = trigger.value.replace(kind="upon", event=words)
    return one.replace(trigger=Slot[Trigger](words=words, value=told, spans=spans))


def _unless(one: Obligation) -> Obligation:
    """A ban that holds "unless an inspector is present", or "without prior notification", has that as its exception."""
    trigger, barred = one.trigger, one.modality is not None and one.modality.value is Modality.MUST_NOT
    if trigger is None or not barred or one.exception is not None:
        return one
    kind = trigger.value.kind.casefold()
    told = kind in ("unless", "without") and asks_notice(trigger.words)
    if not told and not (kind == "unless" and asks_presence(trigger.words)):
        return one
    return one.replace(trigger=None, exception=Slot[str](words=trigger.words, value=trigger.words, spans=trigger.spans))


def _from_d_day(one: Obligation, before: Obligation | None) -> Obligation:
    """ "Within five days", of nothing: of the day from which the text holds; not of what may happen again and again."""
    window = one.window and one.window.value
    if not window or one.window is None or window.within is None or window.within.minutes or window.within.months:
        return one
    asks = one.act is None or one.act.value in _UPON or one.trigger is not None or before is not None
    if asks or (one.object is not None and _ASIDE.search(one.object.value.text)):
        return one
    end = Instant(day=DayCount(days=window.within.days))
    return one.replace(window=one.window.replace(value=Window(start=window.start, end=end)))


def _as_the_next(one: Obligation, following: Obligation) -> Obligation:
    """ "A shall release 60 and B shall release 45 prisoners by D+9": what is said once is said of both."""
    if one.act is None or following.act is None or one.act.value != following.act.value:
        return one
    if one.bearer is None or one.bearer == following.bearer or one.trigger or following.trigger:
        return one
    thing, whole = one.object, following.object
    number = thing and _NUMBER.fullmatch(thing.value.text.strip())
    if number and thing and whole and (of := _NUMBER.match(whole.value.text)):
        words = f"{number[0]}{whole.value.text[of.end() :]}"
        named = whole.value.replace(text=words, number=float(number[0].replace(",", "")))
        one = one.replace(object=thing.replace(words=words, value=named))
    must = one.modality is not None and one.modality.value is Modality.MUST
    is_due = following.window is not None and following.window.value.end is not None
    return one.replace(window=following.window) if must and is_due and one.window is None else one
