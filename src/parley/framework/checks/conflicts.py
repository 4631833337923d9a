"""What contradicts: a duty against a ban, a permission inside a ban, two numbers for one quantity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from parley.model import Finding, Modality, Obligation, Sentence, Severity, Where, Window
from parley.text import patterns as re
from parley.text.numbers import parse_number

from .contraries import contraries
from .deeds import Deed, covers, deeds, spared
from .draft import Draft
from .presence import barred
from .rule import Rule
from .steps import stems

_CONTRARY_ONE = re.compile(
    r"\b(?:contrary|contradict\w*|conflict\w*|inconsistent|different|(?:any|no)\s+other\s+\w+)\b", re.IGNORECASE
)
_POINTS_BACK = re.compile(
    r"\A(?:all\s+)?(?:it|them|those|these|this|that|others?)\b"
    r"|\A(?:the|its|their)\s+(?:withdrawal|move|movement|removal|release|exchange|clearance|completion|result|handover)\Z|\bwhether\s+(?:it|they|this|that)\b",
    re.IGNORECASE,
)
"""What a duty is about, told by what was said before: of two such nobody knows that they are the same."""
_AWAY = re.compile(
    r"\b(?:keep|hold|stay|remain|stand)\w*\b[^.;:]{0,60}?\b(?:away|clear|back|outside|out|off|at\s+(?:least|no\s+less)|not\s+(?:nearer|closer))\b",
    re.IGNORECASE,
)
_STAGE = re.compile(r"\b(?:further|rest|remaining|remainder|others?|second|third|another|additional|next|last)\b")
_WHETHER = re.compile(r"\bwhether\s+(?:it|they|this|that)\s", re.IGNORECASE)
_SAME_DEED = {"withdraw": "keep away", "place": "keep away", "deploy": "keep away", "store": "store", "canton": "store"}


class DutyAgainstBan(Rule):
    code = "L1.duty-and-ban"
    title = "A duty and a ban on the same act"
    severity = Severity.BLOCKER
    reference = "Checklist L1"
    applies_to = (
        "duties and bans with the same actor, act, place and time; duties that undo one another; who is kept in a "
        "place free of them"
    )
    fix = "Take one of them out, or write the one as an exception to the other ('except ...')."

    def find(self, draft: Draft) -> Iterator[Finding]:
        known = list(_against(draft, Modality.MUST))
        for deed, ban in known:
            yield from _at_both(self, draft, deed, ban, "demands")
        undone = list(contraries(draft))
        for one, other in undone:
            why, back = (f"{_place(each.sentence).capitalize()} demands what undoes this." for each in (other, one))
            yield from self.at_both(draft, one.sentence, other.sentence, why, back)
        yield from _where_barred(self, draft, Modality.MUST, "demands", [*known, *undone])


class PermissionInBan(Rule):
    code = "L2.permission-in-ban"
    title = "A permission inside a ban"
    reference = "Checklist L2"
    applies_to = "permissions and bans with the same actor, act, place and time; who may be in a place free of them"
    fix = "Link them: 'Except as Article n allows, no Party shall ...'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        known = list(_against(draft, Modality.MAY))
        for deed, ban in known:
            yield from _at_both(self, draft, deed, ban, "allows")
        yield from _where_barred(self, draft, Modality.MAY, "allows", known)


def _at_both(rule: Rule, draft: Draft, deed: Deed, ban: Deed, verb: str) -> Iterator[Finding]:
    """A clash at both its places: nobody can tell which of the two is the one to mend."""
    here, there = deed.sentence, ban.sentence
    why = f"This {verb} what {_place(there)} forbids the same actor, and neither mentions the other."
    back = f"{_place(here).capitalize()} {verb} what this forbids the same actor, and neither mentions the other."
    yield from rule.at_both(draft, here, there, why, back)


def _where_barred(
    rule: Rule, draft: Draft, modality: Modality, verb: str, known: list[tuple[Deed, Deed]]
) -> Iterator[Finding]:
    """What is put where another sentence bars it, but for the sentences that are told already."""
    told = {deed.sentence.start for deed, _ in known}
    for each in barred(draft):
        here, there = each.put.sentence, each.ban.sentence
        if each.same_place and each.put.modality is modality and here.start not in told:
            why = f"This {verb} in a place what {_place(there)} keeps out of it."
            yield rule.at(draft, here.start, here.end, why, provision=here.provision, also=(there.provision,))


def _against(draft: Draft, modality: Modality) -> Iterator[tuple[Deed, Deed]]:
    """Each sentence that demands or allows something, with the first that forbids just that."""
    bans: dict[str, list[Deed]] = {}
    for each in deeds(draft):
        if each.modality is not Modality.MUST_NOT or _another(each) or _only_waits(each):
            continue
        left = each.excepts | spared(draft, each)
        if not left and not each.hangs:
            bans.setdefault(each.head, []).append(each)
        elif left and (each.excepts or not each.hangs) and (modality is Modality.MAY or each.head != _WAY):
            bans.setdefault(each.head, []).append(replace(each, hangs=False, excepts=left - each.things - _ruled(each)))
    seen = set()
    for deed in deeds(draft) if bans else ():
        if deed.modality is not modality or deed.hangs or deed.sentence.start in seen:
            continue
        if modality is Modality.MUST and _AWAY.search(deed.sentence.exact):
            continue  # to keep them away is what the ban wants
        near = (ban for head, alike in bans.items() if covers(head, deed.head) for ban in alike)
        others = (each for each in near if each.sentence is not deed.sentence)
        ban = next((each for each in others if deed.is_case_of(each) and not _is_left_free(deed, each)), None)
        if ban is not None:
            seen.add(deed.sentence.start)
            yield deed, ban


def _ruled(ban: Deed) -> frozenset[str]:
    """The words of what a ban forbids, without those of its exception."""
    return stems(_EXCEPTED.sub("", ban.sentence.exact))


_WAY = "withdraw"
"""An act of which the one may lead to the place that the other leads out of."""
_EXCEPTED = re.compile(r",?\s+(?:except\w*|save|other\s+than|apart\s+from|unless)\b.*", re.IGNORECASE | re.DOTALL)


def _is_left_free(deed: Deed, ban: Deed) -> bool:
    """Whether what is allowed may be what the ban itself, or its provision, excepts: they have a word in common."""
    excepted = frozenset(word for word in ban.excepts if not word.isdecimal())  # "flights announced under Article 5(7)"
    return bool(excepted & (stems(deed.sentence.exact) | (deed.actors or frozenset())))


def _another(ban: Deed) -> bool:
    """Whether it forbids only what goes against the deed: "no order to the contrary"."""
    return bool(_CONTRARY_ONE.search(ban.sentence.exact))


_WAITS = re.compile(
    r"\b(?:before|until)\s+(?!(?:the\s+)?(?:D\b|D[-+]|\d|end\b|expiry))[^.;,]{3,70}?\b(?:has|have|is|are)\s+(?:been\s+)?\w+(?:ed|en|wn|un|[lp]t|id|de|ld|nd)\b"
)


_NOT_YET = re.compile(r"\bnot\b[^.;]{0,80}?\b(?:before|earlier\s+than|sooner\s+than)\s+(?:the\s+)?(?:D[-+]|D\b|\d)")
"""Before this day it is not to be done; whether a day that is told elsewhere comes before, the network of time limits
tells."""


def _only_waits(ban: Deed) -> bool:
    """Whether it forbids a deed until another was done: who is to do it later keeps both."""
    waits = _WAITS.search(ban.sentence.exact) or _NOT_YET.search(ban.sentence.exact)
    return waits is not None


class MeansForbidden(Rule):
    code = "G4.means-forbidden"
    title = "Means of the monitors that another rule forbids to all"
    reference = "Checklist G4: means listed but forbidden by another article"
    applies_to = "bans on everybody, in texts that say by what means they are monitored"
    fix = "Except the monitors: '... except those of the Commission'."
    means = re.compile(
        r"\b(drone|aircraft|unmanned|helicopter|radar|camera|photograph|satellite|patrol|boat|vessel|vehicle"
        r"|sensor|balloon|film|interview|flight)s?\w*",
        re.IGNORECASE,
    )
    watches = re.compile(r"\b(?:monitor|verif|observ|inspect|supervis)\w*", re.IGNORECASE)
    all_of_us = re.compile(
        r"\b(?:nobody|no\s+one|none|anybody|everybody|everyone|anyone|whoever|whatever|by\s+whomever|any\s+kind"
        r"|forbidden|prohibited|banned|not\s+(?:allowed"
        r"|permitted))\b",
        re.IGNORECASE,
    )
    kin = {"photograph": "camera", "film": "camera", "unmanned": "drone", "flight": "aircraft", "vessel": "boat"}

    def find(self, draft: Draft) -> Iterator[Finding]:
        used: dict[str, str | None] = {}
        for sentence in draft.operative:
            if self.watches.search(sentence.exact) and not self.all_of_us.search(sentence.exact):
                for match in self.means.finditer(sentence.exact):
                    used.setdefault(self._mean(match), sentence.provision)
        for each in deeds(draft) if used else ():
            words = each.sentence.exact
            if (
                each.modality is not Modality.MUST_NOT
                or each.hangs
                or not self.all_of_us.search(words)
                or spared(draft, each)
            ):
                continue
            if re.search(
                r"\b(?:Part(?:y|ies)|sides?|their|jam\w*|hinder\w*|stop\w*|attack\w*|shoot\w*|fire|armed|combat"
                r"|military)\b",
                words,
            ):
                continue
            mean = next((mean for match in self.means.finditer(words) if (mean := self._mean(match)) in used), None)
            if mean is not None:
                why = f"This is forbidden to all, and those who monitor work with it ({mean})."
                where = each.sentence
                yield self.at(draft, where.start, where.end, why, provision=where.provision, also=(used[mean],))

    def _mean(self, match: re.Match[str]) -> str:
        return self.kin.get(match[1].lower(), match[1].lower())


class TwoNumbers(Rule):
    code = "L7.two-numbers"
    title = "Two numbers for one quantity"
    severity = Severity.BLOCKER
    reference = "Checklist L7"
    applies_to = "distances and deadlines of the same act on the same thing"
    fix = "Write one number, in one place, and refer to it elsewhere."

    def find(self, draft: Draft) -> Iterator[Finding]:
        same: dict[object, list[tuple[Sentence, Obligation]]] = {}
        for sentence, each in draft.obligations:
            if each.act and _one_number(draft, each) and not _is_stage(draft, sentence):
                deed = _SAME_DEED.get(each.act.value, each.act.value)
                same.setdefault((deed, _thing(each)), []).append((sentence, each))
        pairs = (pair for alike in same.values() for pair in combinations(alike, 2))
        for (sentence, one), (other, two) in pairs:
            said = self._distances(one, two) or self._deadlines(one, two) or self._intervals(one, two)
            if not said or sentence.start == other.start or not _same_bearers(draft, one, two):
                continue
            if _to_same(one, two) and not _of_parts(draft, (sentence, one), (other, two)):
                yield from self._at_both(draft, other, sentence, said)
        yield from self._in_other_words(draft)

    def _in_other_words(self, draft: Draft) -> Iterator[Finding]:
        """The same deed twice, once active and once passive, or in words that weren't read."""
        alike: dict[object, list[Deed]] = {}
        for each in deeds(draft):
            plain = each.things - each.numbers
            if each.modality is Modality.MUST and not each.hangs and plain and each.actors:
                alike.setdefault((each.head, plain, each.actors), []).append(each)
        for same in alike.values():
            for one, other in pairwise(same):
                if one.sentence is other.sentence or (one.sentence.obligations and other.sentence.obligations):
                    continue  # said at once, or both read: looked at above
                said = self._days(one, other) or self._counts(one, other)
                if said:
                    yield from self._at_both(draft, other.sentence, one.sentence, said)

    def _at_both(self, draft: Draft, here: Sentence, there: Sentence, said: tuple[str, str]) -> Iterator[Finding]:
        """``said`` is what is told there and here."""
        why = f"{_place(there).capitalize()} says {said[0]}, and this says {said[1]}."
        back = f"{_place(here).capitalize()} says {said[1]}, and this says {said[0]}."
        return self.at_both(draft, here, there, why, back)

    def _days(self, one: Deed, other: Deed) -> tuple[str, str] | None:
        first, second = one.window.end, other.window.end
        if first and second and first.day and second.day and first.day != second.day and one.things == other.things:
            return f"by {first.day}", f"by {second.day}"
        return None

    def _counts(self, one: Deed, other: Deed) -> tuple[str, str] | None:
        if len(one.numbers) != 1 or len(other.numbers) != 1 or one.numbers == other.numbers:
            return None
        return (*one.numbers, *other.numbers) if one.window == other.window else None  # type: ignore[return-value]

    def _distances(self, one: Obligation, two: Obligation) -> tuple[str, str] | None:
        first, second = (each.place.value if each.place else None for each in (one, two))
        if not first or not second or not first.distance or not second.distance or first.of != second.of:
            return None
        if first.distance.metres == second.distance.metres or _phases(one, two):
            return None
        return str(first.distance), str(second.distance)

    def _intervals(self, one: Obligation, two: Obligation) -> tuple[str, str] | None:
        """How often it is to be done."""
        first, second = _window(one).every, _window(two).every
        if not (one.act and two.act and one.act.value == two.act.value and first and second) or first == second:
            return None
        return (f"every {first}", f"every {second}") if _somewhere(one) == _somewhere(two) else None

    def _deadlines(self, one: Obligation, two: Obligation) -> tuple[str, str] | None:
        if not (one.act and two.act and one.act.value == two.act.value):
            return None
        if _somewhere(one) != _somewhere(two):
            return None
        first, second = (each.window.value.end if each.window else None for each in (one, two))
        if first and second and first.day and second.day and first.day != second.day:
            return f"by {first.day}", f"by {second.day}"
        return None


class WordsAgainstDigits(Rule):
    code = "L7.words-and-digits"
    title = "A number in words and another in digits"
    severity = Severity.BLOCKER
    reference = "Checklist L7"
    applies_to = "numbers said twice, in words and in digits"
    fix = "Make the two the same."
    twice = re.compile(
        r"\b(?P<words>(?:[a-z]+[- ]){0,6}[a-z]+)\s*\(\s*(?P<digits>\d[\d,]*)\s*\)"
        r"|\b(?P<first>\d[\d,]*)\s*\(\s*(?P<then>(?:[a-z]+[- ]){0,6}[a-z]+)\s*\)",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            for match in self.twice.finditer(sentence.exact):
                at, number = _in_words(match["words"] or match["then"])
                digits = match["digits"] or match["first"]
                if number is not None and number != int(digits.replace(",", "")):
                    at = 0 if match["first"] else at
                    start, end = sentence.start + match.start() + at, sentence.start + match.end()
                    why = f"The words say {number} and the digits {digits}."
                    yield self.at(draft, start, end, why, provision=sentence.provision)


def _in_words(words: str) -> tuple[int, int | None]:
    """The number that the words end with, and where in them it begins; ``None`` for none."""
    for start in re.finditer(r"\b[a-z]+", words, re.IGNORECASE):
        if start.group().lower() in ("a", "an", "and", "half"):
            continue
        try:
            return start.start(), int(parse_number(words[start.start() :].lower()))
        except (ValueError, KeyError):
            continue
    return 0, None


_OWN_SIDE = re.compile(r"\b(?:its|their)\s+(?:own\s+)?(?:side|sector|territory|half)\b")
_ON_OWN_SIDE = re.compile(
    r"\s+(?:on|in)\s+(?:its|their)\s+(?:own\s+)?(?:side|sector|territory|half)(?:\s+of\s+the\s+[A-Z]\w*(?:\s+of)?(?:\s+[A-Z]\w*)*)?"
)
"""Where each does what it has to do anyway."""


def _somewhere(each: Obligation) -> Where | None:
    return each.place.value if each.place and not _OWN_SIDE.search(each.place.words) else None


def _thing(each: Obligation) -> tuple[str | None, str] | None:
    """What a duty is about, for comparing: a defined term, or plain words where it is none."""
    if each.object is None:
        return None
    told = _ON_OWN_SIDE.sub("", each.object.value.text)
    if each.object.value.term and each.object.value.term.casefold() in told.casefold():
        return each.object.value.term, ""
    return None, re.sub(r"^(?:the|its|their|any|all|an?)\s+", "", told.casefold()).rstrip("s")


def _window(each: Obligation) -> Window:
    return each.window.value if each.window else Window()


def _phases(one: Obligation, two: Obligation) -> bool:
    """Whether the two belong to different times: a withdrawal in steps has several distances."""
    first, second = _window(one), _window(two)
    return (first.start or first.end) != (second.start or second.end)


def _one_number(draft: Draft, each: Obligation) -> bool:
    """Whether a duty tells a distance or a day that another duty about the same may contradict."""
    end = each.window.value.end if each.window else None
    if _window(each).every and not each.object and not each.labels:
        return True
    if not (each.place and each.place.value.distance) and not (end and end.day):
        return False
    if not each.object or each.labels or each.trigger or _POINTS_BACK.search(each.object.value.text):
        return False
    return not _to_somebody(draft, each)  # "give the Mission a list", "a map": what is given is not in the object


def _is_stage(draft: Draft, sentence: Sentence) -> bool:
    """Whether it is an item of a list by stages ("a further 200 fighters by D+30; the rest by D+40"), or tells of one
    of several ("whether that is so")."""
    stage = draft.in_list(sentence) and _STAGE.search(sentence.exact) is not None
    return stage or _WHETHER.search(sentence.exact) is not None


def _of_parts(draft: Draft, *items: tuple[Sentence, Obligation]) -> bool:
    """Whether they are items of one list that say by when each part of a thing is done ("its Heavy Weapons, in this
    order: (a) rocket launchers, between D+3 and D+6; (b) tanks, ...").
    """
    introducing = {each.start if (each := draft.introducing(sentence)) else None for sentence, _ in items}
    if len(introducing) > 1 or None in introducing:
        return False
    own = {stems(sentence.exact.replace(one.window.words if one.window else "", "")) for sentence, one in items}
    return len(own) == len(items)


def _same_bearers(draft: Draft, one: Obligation, two: Obligation) -> bool:
    """Whether somebody has to do both; what somebody may do is nobody's duty."""
    if one.modality and two.modality and Modality.MAY in (one.modality.value, two.modality.value):
        return False
    return bool(draft.bearers(one) & draft.bearers(two))


def _to_same(one: Obligation, two: Obligation) -> bool:
    """Whether both are done towards the same, or one of them leaves out towards whom."""
    return not (one.counterpart and two.counterpart) or one.counterpart.value == two.counterpart.value


def _to_somebody(draft: Draft, each: Obligation) -> bool:
    """Whether what was read as the object is somebody of the text, to whom something is given."""
    if each.object is None or each.counterpart is not None:
        return False
    return bool(draft.names.within(each.object.words)) and not stems(draft.names.without(each.object.words))


def _place(sentence: Sentence) -> str:
    return f"provision {sentence.provision}" if sentence.provision else "another sentence"


RULES: tuple[Rule, ...] = (DutyAgainstBan(), PermissionInBan(), MeansForbidden(), TwoNumbers(), WordsAgainstDigits())
