"""Who bears what: third parties that have not accepted, duties that nobody verifies, mentions of two sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.model import Finding, Modality, Obligation, Sentence, SentenceForm, Severity
from parley.text import patterns as re
from parley.text.acts import acts
from parley.text.citing import Cited, by_heading, heading_key, provisions_cited
from parley.text.wordlist import word_set

from .concepts import Frame
from .draft import Draft
from .introduced import short_name
from .phrases import phrase
from .rule import Rule

_PAPERWORK = word_set(
    "report notify meet negotiate monitor verify inspect investigate find cooperate respect amend extend terminate "
    "sign pay enter-into-force publish record designate share begin establish order"
) | {act.id for act in acts() if not act.reported}
"""Acts that show by themselves whether they were done (whoever should get the report knows), or that none tells of."""


_MANY = 3
"""So many provisions that are told by number make a list of what is watched."""
_OWN_PROOF = frozenset({"tell", "talks", "in_force", "publish", "leaving", "rewrites", "monitor"})
"""Concepts of duties that show by themselves whether they were kept."""

_SEEN = frozenset({"link", "puts_right", "tries"})
"""Concepts of duties of which whoever is at the other end, or found the fault, sees whether they were kept."""

_OF_PARTY = Frame("^party must")


class ThirdPartyUnasked(Rule):
    code = "A4.not-accepted"
    title = "A third party with a duty that it does not accept"
    reference = "Checklist A4; VCLT 35"
    applies_to = "duties of those who are not parties"
    fix = "Add '... accepts its tasks under Articles ... by its signature', or take the duty out."
    accepts = re.compile(
        r"\b(?:accepts?|accepted|consents?|consented|agrees?|agreed|undertakes?|undertook|signs?(?!\s+off)|signed(?!\s+off)"
        r"|takes?\s+(?:(?:up)?on|over|up)|took\s+over|assumes?|puts?\s+(?:its|their)\s+(?:name|mark|hand|seal)s?)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        set_up = {name for body in draft.framework.bodies for name in (body.id, body.name)}
        for other in draft.framework.others:
            if other.id in set_up or other.name in set_up:
                continue  # the parties' own creature
            duties = [
                (sentence, each)
                for sentence, each in draft.obligations
                if any(other.id == name or other.id in draft.names.within(name) for name in draft.bearers(each))
                and each.modality
                and each.modality.value is not Modality.MAY
            ]
            if not duties or self._accepts(draft, other.id, other.name) is not None:
                continue
            sentence = duties[0][0]
            why = f"{other.name} is to do this and does not accept it anywhere in the text."
            others = [later.provision for later, _ in duties[1:]]
            yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision, also=others)
            yield from self._left_out(draft, other.name, sentence)

    def _left_out(self, draft: Draft, name: str, duty: Sentence) -> Iterator[Finding]:
        """The sentence in which others accept what the text gives them to do, where this one belongs too; who accepts
        what stands under certain Articles speaks of its own tasks alone."""
        told = (self._accepts(draft, each.id, each.name) for each in draft.framework.others if each.name != name)
        there = next((each for each in told if each is not None and each.operative), None)
        if there is not None and not self.own_articles.search(there.exact):
            why = f"{name} has tasks too and is not among those who accept theirs here."
            yield self.at(draft, there.start, there.end, why, provision=there.provision, also=(duty.provision,))

    def _accepts(self, draft: Draft, id: str, name: str) -> Sentence | None:
        """The sentence by which somebody accepts the text or what it is to do."""
        short, front = name.split()[-1], short_name(name)
        called = re.compile(
            rf"\b(?:{re.escape(id)}|{re.escape(name)}|{re.escape(short)}|{re.escape(front)})\b(?:(?!\b(?:which|that"
            rf"|Part(?:y"
            rf"|ies))\b)[^.;]){{0,200}}$"
        )
        before = ""
        for sentence in draft.framework.sentences:
            signs = self.signs.match(sentence.exact)
            if signs and (called.search(signs["who"]) or id in draft.names.within(signs["who"])):
                return sentence
            words = self.present.sub(" ", self.called.sub("", sentence.exact))
            for match in self.accepts.finditer(words):
                clause = self.clause.split(words[: match.start()])[-1]
                if called.search(words[: match.start()]) or id in draft.names.within(clause):
                    return sentence
                if re.fullmatch(r"\W*(?:It|They)\s+", words[: match.start()]) and short in before:
                    return sentence
            before = words
        return None

    own_articles = re.compile(r"\b(?:Articles?|[Pp]oints?|[Ss]ections?|[Pp]aragraphs?)\s+\d")
    clause = re.compile(r"[.;]|\b(?:which|that|Part(?:y|ies))\b")
    signs = re.compile(
        r"\W*(?:For|On\s+behalf\s+of)\s+(?P<who>[^:.;,]{2,80}),?\s+(?:which|who)\s+(?:hereby\s+)?accepts?\b"
    )
    """A line with a signature that says so: "For the Society, which accepts its tasks: ..."."""
    called = re.compile(r"\s*\([^()]*\)")
    present = re.compile(
        r"\b(?:under\s+the\s+(?:auspices|mediation|chairmanship|patronage)|in\s+the\s+presence|at\s+the\s+invitation"
        r"|(?:through|with)\s+the"
        r"\s+(?:help|good\s+offices|mediation|assistance))\s+of\s+[^,.;:]*"
        r"|,\s+(?:and\s+)?(?:with\s+)?(?:the\s+)?(?:[A-Z][\w’'-]*\s+(?:(?:of|the|and)\s+)*){1,6}(?:being|having\s+been"
        r"|acting|serving|present|as)\s[^,.;:]*"
        r"|\bwith\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+(?:(?:of|the|and)\s+)*){1,6}as\s[^,.;:]*",
        re.DOTALL,
    )
    """Who is only present when the parties agree: "the Society being present as humanitarian body, have agreed"."""


class Unverified(Rule):
    code = "G2.unverified"
    title = "Duties that nobody verifies"
    reference = "Checklist G2; HRC 6.2"
    applies_to = "the parties' duties and bans"
    fix = "Add them to what the monitoring body verifies: 'The Commission shall verify Articles ...'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        lists = list(self._lists(draft))
        watched = self._watched(draft, lists)
        gap = self._left_out(draft, watched)
        if gap:
            why = "What is watched is told by provisions, and leaves these out: nobody is to verify them."
            others = [each.provision for each in gap[1:]]
            yield self.at(draft, gap[0].start, gap[0].end, why, provision=gap[0].provision, also=others)
            return
        if self._all_watched(draft) or not any(each.verifier for _, each in draft.obligations):
            return  # nobody verifies anything: that is one finding, G1 or G2's absence, and not one for each duty
        open_duties = [
            (sentence, each)
            for sentence, each in draft.obligations
            if self._is_open(draft, sentence, each) and _number(sentence) not in watched
        ]
        if not open_duties:
            return
        sentence = open_duties[0][0]
        provisions = list(dict.fromkeys(later.provision for later, _ in open_duties))
        if lists and len(provisions) > _MANY:  # what is watched is to be mended, and not each of them
            where, cited = lists[0]
            start, end = where.start + cited.start, where.start + cited.end
            why = f"{len(provisions)} provisions that bind a party stand in no such list: nobody is to verify them."
            yield self.at(draft, start, end, why, provision=where.provision, also=provisions)
            return
        one = len(provisions) == 1
        why = (
            f"{'This binds' if one else f'These {len(provisions)} provisions bind'} a party and nobody is to verify it."
        )
        yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision, also=provisions)

    def _all_watched(self, draft: Draft) -> bool:
        """Whether somebody watches all duties of the text, the text as a whole, or whole chapters of it."""
        return any(
            "watch" in (hits := draft.concepts(each).keys())
            and ("monitor" in hits or "party" not in hits)
            and each.form is not SentenceForm.DEFINITION
            and not self._duties_of_others(draft, each)
            and (self.chapters.search(each.exact) or ("article" not in hits and self._everything_in(each.exact)))
            for each in draft.operative
        )

    def _everything_in(self, words: str) -> bool:
        return bool(self.everything.search(words) or self.keeps.search(words))

    chapters = re.compile(r"\b(?:Chapters?|Parts?|Titles?)\s+(?:\d|[IVX]+\b|[A-Z]\b)")
    keeps = phrase(
        "(?:keeps?|compl(?:y|ies) with|observes?|respects?|honou?rs?|carr(?:y|ies) out|implements?|abides? by) "
        "{this_text}"
    )
    everything = re.compile(
        r"\b(?:all|every)\s+(?:\w+\s+){0,2}?(?:dut(?:y|ies)|obligations?|provisions?|rules?|undertakings?"
        r"|commitments?)\b"
        r"|\b(?:compliance|observance|implementation)\b|\b\d+\s+to\s+\d+\s+are\s+(?:kept|observed|respected"
        r"|carried\s+out)\b",
        re.IGNORECASE,
    )

    def _lists(self, draft: Draft) -> Iterator[tuple[Sentence, Cited]]:
        """Where provisions are told by number that somebody watches, or gives account of how they are kept."""
        for sentence in draft.operative:
            hits = draft.concepts(sentence)
            by_them = "monitor" in hits or self._goes_on_about_monitors(draft, sentence)
            looks = ("watch" in hits and by_them) or "account_of_keeping" in hits
            if looks and "article" in hits and sentence.form is not SentenceForm.DEFINITION:
                if self._of_others(draft, sentence):
                    continue
                for cited in provisions_cited(sentence.exact):
                    yield sentence, cited

    owed_by = re.compile(
        r"\b(?:dut(?:y|ies)|obligations?|tasks?)\s+(?:of|laid\s+on|borne\s+by)\s+(?P<whom>[^.;]+?)(?:\sby\s|[.;]|\Z)"
    )

    def _duties_of_others(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it is told whose duties they are, and no party is among them: "every duty of the Mission"."""
        owed = self.owed_by.search(sentence.exact)
        if owed is None or self.of_all.search(owed["whom"]):
            return False
        named = draft.names.within(owed["whom"])
        return not named & draft.party_ids and (bool(named) or re.match(r"(?:the\s+)?[A-Z]", owed["whom"]) is not None)

    of_all = re.compile(
        r"\b(?:Part(?:y|ies)|[Ss]ides?|Treaty|Agreement|Truce|Articles?|Accord|Pact|Memorandum|Cease-?[Ff]ire|Protocol|Annex|Text)\b"
    )

    def _goes_on_about_monitors(self, draft: Draft, sentence: Sentence) -> bool:
        """ "The Mission observes. It verifies ..." """
        before = draft.just_before(sentence) if re.match(r"\W*(?:It|They)\s", sentence.exact) else None
        return before is not None and "monitor" in draft.concepts(before)

    kept_by = re.compile(
        r"\b(?:performance|observance|fulfilment|implementation|execution|compliance|keeping|carrying\s+out)\b[^.;]*?\bby\s+(?P<whom>[^.;]+)"
    )

    def _of_others(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it is told of whom they are watched, and no party is among them: "the performance of Articles 2 to 9
        by the Mission and by the Panel"."""
        kept = self.kept_by.search(sentence.exact)
        named = draft.names.within(kept["whom"]) if kept else frozenset()
        return bool(named) and not named & draft.party_ids

    def _watched(self, draft: Draft, lists: Sequence[tuple[Sentence, Cited]]) -> frozenset[int]:
        """The numbers in such lists, without what stands behind them: 3 of 3.2, and of 3(2). Of a chapter that is told
        by its heading ("Section II") those of what stands under it."""
        headed = by_heading(draft.framework.provisions)
        told = [(cited.kind, number) for _, cited in lists for number in cited.numbers]
        printed = [part.printed for each in told for part in headed.get(heading_key(*each), ())]
        printed += [number for kind, number in told if heading_key(kind, number) not in headed]
        numbers = (re.match(r"\d+", number) for number in printed)
        return frozenset(int(number.group()) for number in numbers if number)

    def _left_out(self, draft: Draft, watched: frozenset[int]) -> list[Sentence]:
        """The duties of parties between the provisions that somebody is to watch, where these are told by number."""
        if len(watched) < _MANY:
            return []
        found, least, most = [], 0, max(watched)
        articles: dict[int, list[Sentence]] = {}
        for sentence in draft.operative:
            number = _number(sentence)
            if number:
                articles.setdefault(number, []).append(sentence)
        for sentence in draft.duties:
            number = _number(sentence)
            hits = draft.concepts(sentence)
            if number is None or not least < number < most or number in watched:
                continue
            same = articles.get(number, ())
            if _OF_PARTY.find(hits) and not hits.keys() & (_OWN_PROOF | _SEEN) and not self._of_a_body(draft, same):
                found.append(sentence)
        return found

    def _of_a_body(self, draft: Draft, article: Sequence[Sentence]) -> bool:
        """Whether an article, given by its sentences, sets up a body or says what it does."""
        hits = [draft.concepts(each).keys() for each in article]
        return any({"body", "watch"} <= each or {"body", "sets_up"} <= each for each in hits)

    def _is_open(self, draft: Draft, sentence: Sentence, each: Obligation) -> bool:
        if each.verifier or each.modality is None or each.modality.value is Modality.MAY or each.act is None:
            return False
        if any(name in sentence.exact for body in draft.framework.bodies for name in (body.id, body.name.split()[-1])):
            return False  # a body that is itself concerned sees whether it got what it is owed
        if draft.concepts(sentence).keys() & _SEEN or self._towards_watchers(draft, sentence):
            return False
        if each.modality.value is Modality.MUST_NOT and self.contrary.search(sentence.exact):
            return False  # "No Party gives a contrary one": whoever got the published order sees it
        return bool(draft.bearers(each) & draft.party_ids) and each.act.value not in _PAPERWORK

    def _towards_watchers(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether "them" are those who watch, of whom a sentence close before speaks: they see how they are treated."""
        around = draft.around(sentence)
        at = next((i for i, one in enumerate(around) if one is sentence), 0)
        before = around[max(0, at - 2) : at]
        return bool(self.them.search(sentence.exact)) and any("monitor" in draft.concepts(each) for each in before)

    contrary = re.compile(r"\bcontrary\b")
    them = re.compile(r"\b(?:them|their|it|its)\b")


def _number(sentence: Sentence) -> int | None:
    """The number of the article or point in which a sentence stands."""
    number = re.match(r"\d+", sentence.provision or "")
    return int(number.group()) if number else None


_LINE = r"(?i:line|border|boundary|frontier|river|road|channel|strait|valley|bridge|crossing|trace|corridor)"
_AT_A_LINE = re.compile(rf"\b{_LINE}s?\b[^.;]*\b(?:on|to|at|from|along)\s*$")
_OF_IT = re.compile(rf"\s+of\s+(?:the\s+|its\s+|this\s+)?(?:[A-Z]\w+\s+){{0,3}}(?:{_LINE}|it)\b")


def of_a_line(words: str, sides: re.Match[str]) -> bool:
    """Whether "both sides" are those of a line or a river, and not people."""
    return bool(_AT_A_LINE.search(words[: sides.start()]) or _OF_IT.match(words, sides.end()))


class TwoSides(Rule):
    code = "A1.sides"
    title = "'The sides' of a text that lists no parties"
    severity = Severity.BLOCKER
    reference = "Checklist A1: each party named once, with a short form used throughout"
    applies_to = "sentences that bind somebody, where neither a list nor those who command the two sides name them"
    fix = "Name the parties in the front matter and use 'the Parties'."
    sides = re.compile(r"\b(?:(?:the|both|all)\s+(?:two\s+)?sides|the\s+side)\b", re.IGNORECASE)
    defined = re.compile(
        r"(?:\b(?:each|every\s+one)\b[^.;:]{0,40}?|\b(?:together|jointly|collectively|herein\w*|called)[^.;:]{0,25}?"
        r"|\()"
        r"[\s\"“(*]+(?:an?\s+|the\s+)?[\"“*]*Sides?\b"
    )
    """That the opening words make "Side" the text's own word for those whom it lists."""
    listed = re.compile(r"(?:[Tt]he|[Aa]ll(?:\s+the)?)\s+Sides?\Z")

    more = re.compile(
        r"\b(?:all\s+|the\s+)?(?P<n>three|four|five|six)\s+(?:sides|parties|camps|signatories|belligerents"
        r"|adversaries)\b",
        re.IGNORECASE,
    )

    organ = (
        r"(?:leaderships?|(?:high\s+)?commands?|commanders?(?:-in-chief)?|governments?|authorit(?:y|ies)|general\s+staffs?|headquarters|armies|army"
        r"|(?:armed\s+)?forces)"
    )
    two_named = re.compile(
        rf"\b{organ}\s+of\s+(?:the\s+)?[^.;,:]{{2,80}}?\s(?:and|on\s+the\s+one\s+(?:side|hand),?\s+and)\s+(?:(?:by|of|with)\s+)?(?:the\s+)?"
        rf"{organ}\s+of\s|\b(?:leaderships|commands|commanders|governments|general\s+staffs|armies)\s+of\s+(?:the\s+)?[^.;,:]{{2,60}}?\s"
        r"and\s+(?:of\s+)?(?:the\s+)?(?-i:[A-Z])",
        re.IGNORECASE,
    )
    """That the text names the two whose sides they are: "the leadership of the ... and that of the ..."."""
    told_apart = re.compile(
        r"^\W*for\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:troops|forces|formations|army|units|militias?)\b", re.IGNORECASE
    )
    """What is told of the one force and of the other."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        count = len(draft.framework.parties)
        for sentence in draft.operative if count > 1 else ():
            match = self.more.search(sentence.exact)
            told = ("three", "four", "five", "six").index(match["n"].lower()) + 3 if match else 0
            signed = match is not None and match.group().lower().endswith("signatories")
            if match and told > count and not (signed and told == count + len(draft.framework.others)):
                why = f"There are {count} parties, and '{match.group()}' does not say who else is meant."
                yield self.on(draft, sentence, match, why)
                return
        if count == 0 and self.two_named.search(draft.framework.text):
            return
        defined = self.defined.search(draft.framework.text) is not None
        for sentence in draft.operative if count != 2 else ():
            matches = (each for each in self.sides.finditer(sentence.exact) if not of_a_line(sentence.exact, each))
            match = next((each for each in matches if not (defined and self.listed.match(each.group()))), None)
            if match:
                why = f"'{match.group()}' stands for parties that the text nowhere lists."
                apart = [words for words in draft.beside(sentence) if self.told_apart.search(words)]
                if count == 0 and len(apart) > 1:
                    apart_only = (
                        "are told apart as two forces; who the parties are, and who signs for each, is not said"
                    )
                    why = f"'{match.group()}' {apart_only}."
                yield self.on(draft, sentence, match, why)
                return  # the mend is one list of parties


RULES: tuple[Rule, ...] = (TwoSides(), ThirdPartyUnasked(), Unverified())
