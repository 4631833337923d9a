"""Duties that are never overdue."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Modality, Obligation, Sentence
from parley.text import patterns as re
from parley.text.acts import infinitive, verb_at_start

from .concepts import Frame
from .draft import Draft
from .phrases import phrase, places
from .rule import Rule
from .steps import BODY_KINDS, stems
from .wording import says_when, words_say_when

_LIGHT = stems("Party Parties shall must will all over back")
_OF_PARTY = Frame("^party must")


def _to_do(obligation: Obligation) -> str:
    """The verb of a duty behind "to"."""
    act = obligation.act
    if act is None:
        return "do this"
    verb = verb_at_start(act.words, base=True)
    return act.words.lower() if verb and verb[1] == len(act.words) else infinitive(act.value)


class Unbounded(Rule):
    code = "L11.unbounded"
    title = "A duty that is never overdue"
    reference = "Checklist L11: a verdict that needs the future without limit can't be closed"
    applies_to = "duties to bring something about"
    fix = "Add 'by D+n', 'within n hours of ...', or how often."
    ends = frozenset(
        {"withdraw", "exchange", "release", "disarm", "establish", "clear-mines", "return", "store", "canton", "repair"}
    )
    also = frozenset({"dismantle", "lift", "compensate", "pardon", "dissolve", "demarcate", "revoke"})
    """Acts that end too, where nothing in the sentence says in which case or how often."""
    once = re.compile(
        r"\b(?:shall|must|will|undertakes?\s+to|commits?\s+(?:itself|themselves)\s+to|agrees?\s+to|(?:is"
        r"|are)\s+(?:obliged\s+|bound\s+)?to"
        r"|(?:has|have)\s+to|(?:duty|task|responsibility)\s+of\s+[^.;,]{2,60}?\s+to)\s+(?:be\s+(?!(?:clear|open|free|close|present)\b))?(?:\w+ly\s+"
        r"|also\s+|jointly\s+)?(?P<verb>"
        r"(?:re(?:build|built|open|store|construct|pair|place|turn|move|habilitate|instate|settle|connect|float"
        r"|fund)|dismantle|demolish|destroy"
        r"|draw\s+up|prepare|draft|work\s+out|elaborate|appoint|name|designate|nominate|build|erect|construct"
        r"|vacate|evacuate|surrender"
        r"|hand\s+(?:over|back)|give\s+(?:back|up)|transfer|lift|raise(?!d?\s+(?:\w+\s+)?with\b)|clear|abolish|repeal|ratify|compensate"
        r"|indemnify|convene|open"
        r"|publish|inform|notify|count(?!\s+as\b)|register|list|map|chart|repaint|paint|refloat|relight|reroute|retrieve|recover"
        r"|remove|replace|agree|conclude|adopt|elect|found|form|submit|present|pay\s+(?:for\s+(?:the|all|every)\s+\w+|compensation|damages)|reimburse|refund|cede|sell|tow|salvage"
        r"|train|instruct|explain|deliver|distribute|translate|reduce|halve|unlock|seal|disconnect|allocate|produce"
        r"|dredge|drain|bury|exhume|disband|dissolve|demobili[sz]e|decommission|scrap|defuse|sweep"
        r"|apologi[sz]e|enact|cancel|annul|unblock|install|connect|vaccinate|close|unveil"
        r"|give\s+[^.;]{2,40}?\s+back|hand\s+[^.;]{2,60}?\s+(?:to|over)|fill|draw|take\s+down|pull\s+down|fill\s+in|bring\s+back|pay\s+back|free)(?:e?d|n|ed\s+over|ed\s+back)?)\b",
        re.IGNORECASE,
    )
    hands = re.compile(
        r"\b(?:shall|must|undertakes?\s+to|agrees?\s+to|is\s+to|are\s+to)\s+(?:\w+ly\s+)?(?P<verb>give|hand|send|deliver|provide"
        r"|supply|furnish|transmit|disclose|communicate|pass|make\s+known)\b(?:\s+(?!no\b|not\b)[\w’'-]+){0,8}?\s+(?:the|its|their|an?|all|every)\s+(?:\w+\s+)?"
        r"(?:names?|lists?|maps?|charts?|plans?|registers?|inventor(?:y|ies)|records?|files|remains|keys|documents|archives?|graves"
        r"|positions|coordinates|whereabouts|number)\b",
        re.IGNORECASE,
    )
    """To hand over what is known is done once: a "who" in it tells of whom, and not when."""
    in_case = phrase(
        "if|when(?:ever)?|upon|once|unless|after|before|until|while|during|every|each (?:day|week|month|time|evening)"
        "|at all times|always"
        "|daily|weekly|monthly|in case|on request|at the request|on demand|(?:that|who|which) (?:asks?|requests?"
        "|learns?|damages?)"
        "|immediately|promptly|forthwith|without (?:\\w+ )?delay|as soon as|at once|(?:within|by|on|from) "
        "(?:\\w+ )?(?:D|\\d|the)"
    )
    bound = phrase(  # a time, a case or a list that says when
        "as (?:this|the) (?:\\w+ )?(?:takes|enters|comes)"
        "|if|when(?:ever)?|where(?:ver)?|upon|once|unless|after|before|until|while|during|every|each time|at all "
        "times|always"
        "|daily|weekly|monthly|any time|in case|in the event|at the same (?:time|hour)|on request|at the request"
        "|on demand"
        "|(?:in accordance with|according to|as (?:set out|provided|laid down|shown|listed) in|under) (?:\\w+ "
        ")?(?:Annex|Articles?|Sections?|points?|paragraphs?)"
        "|(?:each|every) (?:(?:\\w+ ){1,4}?(?:stored|placed|brought|kept|handed in|found) (?:there|in|at)|stored)"
        "|whoever|(?:who|that|which) (?:shall|must|will|leaves?|cross(?:es)?|arrives?|returns?|enters?"
        "|pass(?:es)?)|any|in time"
        "|by (?:the )?(?:end|beginning|start|evening|morning|first|last|same)"
        "|on (?:the )?(?:day|eve|first|last)"
        "|immediately|promptly|forthwith|without (?:\\w+ )?delay|as soon as|at once"
    )
    elsewhere = re.compile(  # a time taken over, a vague one (B5 says so), or a state of things and not a deed
        r"\b(?:at\s+the\s+same\s+time|simultaneously|in\s+parallel|without\s+(?:\w+\s+)?delay|immediately|promptly|forthwith)\b"
        r"|^\W*(?:Ensure|Guarantee|Facilitate|Allow)\b(?!\s+(?:the\s+)?(?:withdrawal|release|exchange|disarmament|pardon))",
        re.IGNORECASE,
    )
    modal = re.compile(r"\b(?:shall|must|will)\b")
    spoken_of = re.compile(
        r"\b(?:them|it|(?:these|those|such)(?!\s+(?:points?|articles?|terms|rules|provisions))|there|therein|thereof)\b",
        re.IGNORECASE,
    )
    goes_on = re.compile(r"(?:It|They|This|These|He|She|A\s+copy|The\s+(?:same|list|copy|record)s?)\b")
    ended = re.compile(  # "This process is to be finished on day 5 ...", "It shall begin on D+5 and complete ..."
        r"\b(?:process|withdrawal|release|exchange|move|movement|departure|drive|it|this|end|both\s+(?:start|begin)|they\s+(?:start|begin))\b[^.;]{0,160}\b(?:complet|finish|end|conclu|done|over"
        r"|carried\s+out)\w*"
        r"[^.;]{0,60}(?:\bD\+\d|\bday\s+\d|\d+\s+(?:days|hours|weeks)|\d{4})",
        re.IGNORECASE,
    )
    finds = phrase(
        "forms? (?:an? |the )?(?:quorum|majority|rule)|"
        "(?:establish|determine|find)(?:es|s)? (?:whether|that|how|who|what|which|if)"
        "|establish(?:es)? [^.;]{0,40}(?:to whom|whose|by whom)"
        "|(?:forms?|constitutes?) (?:an? )?(?:\\w+ )?(?:part of|{breach})|be clear"
    )
    """To establish something is to find it out, and to form part is to be so: nothing is brought about."""
    permits = re.compile(
        r"\b(?:may|allowed|permitted|free\s+to|entitled|not\s+(?:forbidden|prohibited|barred|a\s+violation))\b"
    )
    """What introduces a list of what is let."""
    said = re.compile(
        r"\b(?:is|are)\s+(?:hereby\s+|thereby\s+)?(?:left\s+(?:out|aside)|excluded|abrogated|repealed|revoked|annulled|superseded|replaced|rescinded"
        r"|terminated|dissolved|void|null|lifted|cancelled|ended|withdrawn)\b"
    )
    """What the text does by saying so, or leaves out."""
    by_saying = re.compile(
        r"\bhereby\s+(?:establish|set|create|constitut|institut|form|found|appoint|lift|dissolv|revok|pardon)"
    )
    of_water = re.compile(r"\b(?:per\s+second|cubic\s+met\w+|litres?|water|gas|current)\b", re.IGNORECASE)
    """What is released so runs on."""
    as_it_begins = re.compile(
        r"\bas\s+(?:this|the)\s+\w+\s+(?:takes|enters|comes)\b|\bleaves?\s+(?:\d+|two|three|four|five|six)\s+\w+\s+at\b",
        re.I,
    )
    """With the text itself; or what is left somewhere to stand there."""
    purpose = re.compile(r"\W*To\s+[a-z]+\b[^,.;]{2,60}?,\s+(?:the|a|each)\b")
    """What something consists of, to be done when another sentence says: "To make good a breach, the Party ..."."""
    agenda = re.compile(r"\bon\s+the\s+table\b|\b(?:agenda|topics|subjects)\b[^.;]*:", re.IGNORECASE)
    """What introduces the subjects of talks."""
    words = phrase(
        "eventually|ultimately|in the long (?:term|run)|at some (?:future )?(?:point|time|date|stage)|some day"
        "|sooner or later|^one day(?! (?:before|after|ahead|later|of))|when the time comes|in (?:the )?future"
        "|as time allows|at long last|in the end|at the end of the day|in the fullness of time"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            for start, end, words in places(self.words, sentence.exact, sentence.start):
                yield self.at(draft, start, end, f"'{words}' has no end.", provision=sentence.provision)
        seen = set()
        for sentence, each in draft.obligations:
            item = draft.next_item(sentence)  # whose items say by when: "all prisoners: (a) the sick by D+3; ..."
            if (
                self._never_overdue(draft, sentence, each)
                and not says_when(sentence)
                and not self.agenda.search(sentence.exact)
                and not (self.of_water.search(sentence.exact) or self.purpose.match(sentence.exact))
                and not (draft.lets_by_heading(sentence) and not self.modal.search(sentence.exact))
                and not self.as_it_begins.search(sentence.exact)
                and not (item and says_when(item))
                and not any(self.ended.search(words) for words in draft.beside(sentence))
                and not self._timed_beside(draft, sentence, each.act.words if each.act else "")
                and (each.provision is None or each.provision not in seen)
            ):
                seen.add(each.provision)
                why = f"Without a time the duty to {_to_do(each)} is never overdue."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
        for sentence in draft.duties:
            match = self.once.search(sentence.exact)
            if match is None:
                match = self.hands.search(sentence.exact)
                match = None if match and self.in_case.search(sentence.exact) else match
                if match is None or self._timed_beside(draft, sentence, match["verb"]) or draft.in_list(sentence):
                    continue
                if not _OF_PARTY.find(draft.concepts(sentence)) or self.goes_on.match(sentence.exact):
                    continue
            elif self._is_bound(draft, sentence):
                continue
            if sentence.provision in seen or says_when(sentence) or draft.in_list(sentence):
                continue
            if any(map(says_when, draft.items_of(sentence)[:1])):
                continue
            if self._timed_beside(draft, sentence, match["verb"]):
                continue
            seen.add(sentence.provision)
            why = f"Without a time the duty to {' '.join(match['verb'].split())} is never overdue."
            yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)

    def _is_bound(self, draft: Draft, sentence: Sentence) -> bool:
        timed = any(each.window or each.trigger or each.labels for each in sentence.obligations)
        if timed or self.bound.search(sentence.exact) or re.search(r"\b(?:not|no|neither)\b", sentence.exact, re.I):
            return True
        near = draft.beside(sentence)
        at = near.index(sentence.exact) if sentence.exact in near else 0
        before, after = near[:at], near[at + 1 : at + 2]
        if self.spoken_of.search(sentence.exact) and any(map(words_say_when, before)):
            return True  # "Ferries run from D+10. Each Party shall open its pier for them."
        return bool(self.goes_on.match(sentence.exact)) or any(self.ended.search(words) for words in after)

    def _timed_beside(self, draft: Draft, sentence: Sentence, verb: str) -> bool:
        """Whether the provision says in another sentence when just this is done: "The transfer ends by D+12."."""
        if self.frees.match(verb) and (
            any(map(self._hands_over, draft.close_to(sentence)))
            or any(map(self._comes_home, draft.further_on(sentence)))
        ):
            return True
        near = (
            words
            for words in draft.beside(sentence)
            if words != sentence.exact and words_say_when(words) and not self._of_another(words, verb)
        )
        own = stems(sentence.exact) - _LIGHT
        return any(
            stems(verb) & stems(words)
            and (
                len(own & stems(words)) > 1
                or stems(verb) & stems(self.modal.split(words, maxsplit=1)[0])
                or self.spoken_of.search(words)
            )
            for words in near
        )

    frees = re.compile(r"(?:releas|exchang|free|liberat|hand\w* over|repatriat|set)", re.IGNORECASE)
    handed_over = re.compile(
        r"\b(?:hand(?:s|ed)?|bring|brings|transfer\w*|releas\w*|return\w*|deliver\w*)\b(?:[^.;]|\.(?=\d)){0,200}?"
        r"\b(?:listed|prisoners|detainees|captives|persons|sick|wounded|others|rest|captives?|sailors|soldiers|crews?|fighters|combatants|all\s+\d+)\b"
        r"|\b(?:prisoners|detainees|captives|sick|wounded|ill)\b[^.;]{0,80}\b(?:is|are|shall|must|will)\s+(?:to\s+)?(?:be\s+)?(?:handed|released|freed|transferred|delivered)\b",
        re.IGNORECASE,
    )
    """By when those come home: "shall hand over, on D+11, the listed persons who are sick"."""

    def _hands_over(self, sentence: Sentence) -> bool:
        return says_when(sentence) and self.handed_over.search(sentence.exact) is not None

    captives = re.compile(r"\b(?:prisoners|detainees|captives|sick|wounded|ill)\b", re.IGNORECASE)

    def _comes_home(self, sentence: Sentence) -> bool:
        """Further on under the heading, where the lists and the visits stand first."""
        return self._hands_over(sentence) and self.captives.search(sentence.exact) is not None

    watcher = re.compile(rf"\W*(?:The\s+)?(?:\w+\s+){{0,2}}?(?:{BODY_KINDS}|Observers?|Monitors?)\s+(?:shall|must)\b")

    def _of_another(self, words: str, verb: str) -> bool:
        """Whether a body does something else within that time: "The Mission shall certify each cleared field"."""
        found = self.watcher.match(words)
        return found is not None and not stems(verb) & stems(" ".join(words[found.end() :].split()[:1]))

    holds_from = re.compile(
        r"\b(?:enact\w*|issu\w+|entr?(?:y|ies|er)\w*\s+into\s+force|in\s+force|effect\w*|appl(?:y|ies|ication)|order\w*|measures)\b",
        re.IGNORECASE,
    )

    def _is_dated_or_recited(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether what introduces a noun for a deed says from when all of it holds, or only tells what some plan has.

        "Issuance from 27 July of orders with these measures: creation of a centre"; "the plan rests on three pillars:
        the creation of a corridor", before what introduces the points that bind.
        """
        if self.modal.search(sentence.exact):
            return False
        lead = draft.introducing(sentence) or self._opening(draft)
        if lead is None:
            return False
        if sentence.provision is None:
            return sentence.end <= lead.start
        return says_when(lead) and self.holds_from.search(lead.exact) is not None

    def _opening(self, draft: Draft) -> Sentence | None:
        """What introduces all of the numbered points, just before the first of them."""
        sentences = draft.framework.sentences
        first = next((i for i, each in enumerate(sentences) if each.provision is not None), 0)
        last = sentences[first - 1] if first else None
        return last if last and not last.operative and last.exact.rstrip(" *\n").endswith((":", ";")) else None

    keeps = re.compile(r"\W*(?:keep|hold|maintain|stay|remain)", re.IGNORECASE)
    """What lasts is never due: "keep the posters out of the town"."""

    def _never_overdue(self, draft: Draft, sentence: Sentence, each: Obligation) -> bool:
        if self.elsewhere.search(sentence.exact):
            return False
        must = each.modality is not None and each.modality.value is Modality.MUST
        open_ended = not (each.window or each.trigger or each.labels)
        if not (must and open_ended and each.act is not None) or self.finds.search(sentence.exact):
            return False
        if self.said.search(sentence.exact) and each.bearer is None:
            return False
        if draft.in_list(sentence) and self.permits.search(draft.introduction(sentence)):
            return False
        if self.keeps.match(each.act.words) or self.by_saying.search(sentence.exact):
            return False
        if self._is_dated_or_recited(draft, sentence):
            return False
        return each.act.value in self.ends or (each.act.value in self.also and not self._is_bound(draft, sentence))


RULES: tuple[Rule, ...] = (Unbounded(),)
