"""What sentences leave to the reader: a verb as reports know it, a deadline said once for two, D-day.

An ordinary reader fills it in without thinking, and reports are held against the sentence so filled in.
"""

from __future__ import annotations

from itertools import pairwise

from parley.model import DayCount, Framework, Instant, Modality, Obligation, Sentence, Slot, Thing, Window
from parley.text import patterns as re
from parley.text.acts import act_named

from .acts import is_of_lexicon
from .cores import words_of
from .kinds import stem
from .names import fold

_EACH = re.compile(r"\A(?:(?:both|each|every|either|neither|any|all|an?|two|of|the)\s+)+", re.I)
_NUMBER = re.compile(r"\d[\d,]*")
_ASIDE = re.compile(r"\b(?:each|every|any|it|them|this|that|these|those|such)\b", re.I)
_UPON = frozenset(
    {"notify", "report", "publish", "share", "find", "investigate", "verify", "inspect", "meet", "remedy", "compensate",
     "pay", "address-needs", "investigate-and-punish", "consider", "settle", "refer"}
)  # fmt: skip
"""Acts that a text may ask for each time that something happens, without saying so once more."""
_OF_PARTIES = re.compile(
    r"(?P<kind>[a-z][\w\s-]*?)\s+of\s+(?:either|any|each|both|the)\s+(?:part(?:y|ies)|sides?)", re.I
)
_INTO = re.compile(r"\W*(?:in|on)?to\b", re.I)
_BRINGS = frozenset({"bring", "take", "carry", "send", "smuggle"})
_MOVES = frozenset({"move", "enter", "cross", "overfly", "advance", "approach", "come", "get"})


def filled_in(framework: Framework) -> Framework:
    """The text as reports are held against it: see the functions below."""
    framework = with_all_meant(framework)
    sentences = tuple(_filled(sentence, framework) for sentence in framework.sentences)
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


def _filled(sentence: Sentence, framework: Framework) -> Sentence:
    whole: list[Obligation] = []
    for one in sentence.obligations:
        before = whole[-1] if whole else None
        known = _of_parties(_in_known_words(one), framework)
        whole.append(_from_d_day(known, before))
    for place, (one, following) in enumerate(pairwise(whole)):
        whole[place] = _as_the_next(one, following)
    return sentence if tuple(whole) == sentence.obligations else sentence.replace(obligations=tuple(whole))


def _in_known_words(one: Obligation) -> Obligation:
    """A verb that the lexicon has for reports alone ("steal"), as the act that it names there.

    To bring something into a place is to have it there.
    """
    if one.act is None or is_of_lexicon(one.act.value):
        return one
    brings = one.place is not None and _INTO.match(one.place.words) and one.act.value in _BRINGS
    named = "deploy" if brings else act_named(one.act.words, told=True)
    return one if named is None else one.replace(act=one.act.replace(value=named))


def _of_parties(one: Obligation, framework: Framework) -> Obligation:
    """A ban on what things "of either Party" do, where they move, as one on the parties' doing it with such things."""
    kind = one.bearer and _OF_PARTIES.fullmatch(one.bearer.words.strip())
    if not kind or one.bearer is None or one.act is None or one.act.value not in _MOVES:
        return one
    place = {fold(name) for name in one.place.value.of} if one.place else set()
    if one.object is not None and fold(one.object.value.text.removeprefix("the ")) not in place:
        return one
    parties = tuple(party.id for party in framework.parties)
    thing = Slot[Thing](words=kind["kind"], value=Thing(text=kind["kind"]), spans=one.bearer.spans)
    return one.replace(bearer=one.bearer.replace(value=parties), object=thing)


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
