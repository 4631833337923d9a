"""Tasks of a body or an expert that is nobody in particular: a competent body, or "a" committee of elders."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .draft import Draft
from .phrases import phrase, places
from .rule import Rule

_KIND = (
    r"(?:committee|commission|board|panel|council|body|group|team|service|force|mission|tribunal|court|jury|assembly"
    r"|bureau|agency|authority|mechanism|delegation|inspectorate|guard|corps|working\s+party|study\s+party|conference"
    r"|expert|surveyor|valuer|assessor|auditor|umpire|arbiter|referee|ombudsman|trustee|engineer|jurist)"
)
_TASK = (
    r"(?:shall|must|will|(?:is|are|has|have)\s+to)\s+"
    r"(?!(?:not|carry|have|wear|consist|comprise|number|be|never|only)\b)"
)


class UnnamedBody(Rule):
    code = "B7.unnamed-body"
    title = "A body that is neither named nor set up"
    severity = Severity.BLOCKER
    reference = "Checklist B7: an international mechanism with no one named"
    applies_to = "operative sentences"
    fix = "Name the body, its members and who sets it up, or an existing organisation that accepts the task."
    body = phrase(
        "whoever (?:is|may be|proves|turns out) (?:\\w+ )?(?:competent|responsible|in charge|qualified|suitable"
        "|able|free"
        "|at hand|nearest|available)(?= (?:shall|must|will|may)\\b)"
        "|the (?-i:competent|appropriate|relevant|responsible|proper|suitable|qualified|designated|specialised"
        "|specialized"
        "|chosen|neutral|impartial) (?:(?:\\w+ )?(?:bod(?:y|ies)|authorit(?:y|ies)|organs?|services|mechanism"
        "|institutions?"
        "|structures?|agenc(?:y|ies)|organi[sz]ations?|instances?|offices?|people|third party))(?= (?:shall|must"
        "|will|is to|are to|has to|have to)\\b)"
        "|by the (?-i:competent|appropriate|relevant|responsible|proper|suitable) (?:bod(?:y|ies)|authorit(?:y|ies)"
        "|organs?"
        "|services|mechanism|institutions?|structures?|agenc(?:y|ies)|organi[sz]ations?)"
        "|(?:those|all|everyone|everybody) (?:who are |that are )?(?:concerned|responsible|competent|involved)"
        "(?= (?:shall|must|will|have to|are to)\\b)"
        "|(?:the )?(?:competent|appropriate|relevant|responsible|proper|suitable|qualified) (?:bod(?:y|ies)"
        "|authorit(?:y|ies)|organs?|services"
        "|institutions?|agenc(?:y|ies)|persons?|experts?|officials|quarters)(?= (?:shall|must|will|is|are|may)\\b)"
        "|(?:an?|some) (?:\\w+ ){0,2}?(?:international|independent|neutral|impartial|outside|external|foreign|friendly"
        "|trustworthy|suitable|qualified|respected) (?:\\w+ )?(?:structure|instance|outfit|firm|company|agency|capital"
        "|government|nation|neighbour|expert|team|formation)(?= (?:shall|must|will|is to)\\b)"
        "|some (?:mediator|arbiter|arbitrator|umpire|referee|expert|engineer|surveyor|agency|body|state|country|power)"
        "(?= [^.;,]{0,40}(?:shall|must|will)\\b)"
        "|(?:some|an?|one or more) (?:\\w+ )?(?:neutral|impartial|third|outside|friendly|disinterested|suitable) "
        "(?:states?|countr(?:y|ies)|powers?"
        "|institutions?|persons?|part(?:y|ies)|experts?|bod(?:y|ies))(?= (?:shall|must|will|is|are|may)\\b)"
        "|(?:certain|several|some|various|a number of|a few) (?:\\w+ )?(?:states|countries|powers|organi[sz]ations)"
        "(?= (?:shall|must|will)\\b)"
        "|a (?:group|circle|council|panel) of (?:wise|eminent|respected|trusted|experienced|elder) \\w+"
        "(?= (?:shall|must|will)\\b)"
        "|an? (?:\\w+ ){0,2}?(?:mechanism|body|commission|committee|mission|institution|panel"
        "|board|group|council|tribunal|team) (?:still |yet )?to be "
        "(?:agreed|named|chosen|appointed"
        "|determined|set up|decided|designated)|an? (?:\\w+ )?(?:international|independent|neutral|impartial"
        "|third-party|appropriate|competent|suitable"
        "|special|ad hoc|temporary|qualified|authori[sz]ed|external|outside|third"
        "|relevant) (?:\\w+ )?(?:mechanism|body|organi[sz]ation|entity|mission|force|party|authority|committee"
        "|commission|panel)"
    )
    set_up = re.compile(r"\b(?:consist|compos|members?|chair|known\s+as|called)\w*", re.IGNORECASE)
    some = re.compile(
        r"(?:(?:By|From|On|At|Within|Until|After|Not\s+later\s+than|As\s+of)\s+[^,;]{1,40},\s+)?(?P<who>[Aa]n?\s+"
        r"(?:(?:[a-z-]+\s+){0,3}?(?:(?:sub-?)?committee|(?:sub-?)?commission|board|panel|council|bureau|tribunal"
        r"|court|inspectorate"
        r"|secretariat|agency|authority|mechanism)"
        r"|(?:[a-z-]+\s+)?(?:joint|mixed|common|working|liaison|special|neutral"
        r"|combined)\s+(?:[a-z-]+\s+)?(?:service|cell|corps|group"
        r"|team|detachment|force|centre|staff))"
        r"(?:\s+(?:of|for|on)\s+(?:the\s+)?[a-z-]+(?:\s+[a-z-]+)?)?)\s+(?:shall|must|will|is\s+to|may)\s+"
        r"(?!be\s+(?:set|establish|form|creat|found|convene|appoint|constitut|institut)|not\b|consist"
        r"|have\s+its\s+seat)"
    )
    """Some body or other that does something, as if there were one: "a committee of elders shall divide ..."."""
    done_by = re.compile(
        r"\bby\s+(?P<who>an?\s+(?:[a-z-]+\s+){0,2}?(?:committee|commission|board|council|tribunal"
        r"|inspectorate)(?:\s+of\s+[a-z-]+)?)(?=[.;])"
    )

    def _some(self, draft: Draft, sentence: Sentence) -> Iterator[Finding]:
        """A body with no name, no members and nobody who sets it up, here or elsewhere in the text."""
        match = self.some.match(sentence.exact)
        if match is None and draft.binds(sentence):
            match = self.done_by.search(sentence.exact)
        if match is None or draft.names.within(match["who"]) or "Part" in match["who"]:
            return
        kind = " ".join(match["who"].lower().split()[1:])
        again = re.compile(rf"\b{re.escape(kind)}\b", re.IGNORECASE)
        if any(again.search(each.exact) for each in draft.operative if each is not sentence):
            return
        start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
        why = f"'{match['who']}' is set up nowhere, and nobody is named to it, so nobody has the task."
        yield self.at(draft, start, end, why, provision=sentence.provision)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            told = self.set_up.search(sentence.exact) or self.body.search(sentence.exact)
            if sentence.form is not SentenceForm.DEFINITION and not told:
                yield from self._some(draft, sentence)
        for sentence in draft.operative:
            if self.set_up.search(sentence.exact) or sentence.form is SentenceForm.DEFINITION:
                continue
            for start, end, words in places(self.body, sentence.exact, sentence.start):
                if sentence.exact[end - sentence.start :].lstrip().startswith(("(", "“", '"')):
                    continue  # a name follows
                if draft.named(words):
                    continue  # "the Neutral Institution", of which the text says who it is
                why = f"'{words}' is nobody in particular, so nobody has the task."
                yield self.at(draft, start, end, why, provision=sentence.provision)


class SomeBody(Rule):
    code = "B7.some-body"
    title = "A body of which nobody knows who it is"
    severity = Severity.BLOCKER
    reference = "Checklist B7: an international mechanism with no one named"
    applies_to = "tasks of a body that only has 'a' before it"
    fix = "Name the body, its members and who sets it up, or give the task to one that the text has."
    named = re.compile(
        rf"(?:(?:By|From|On|At|Within|Until|After|Before)\s+[^,.;]{{1,40}}?,?\s+)?"
        rf"(?P<who>[Aa]n?\s+(?:[\w-]+\s+){{0,3}}?(?P<kind>{_KIND})(?:\s+of\s+(?!the\b|each\b|either\b"
        rf"|both\b)[a-z]+)?)\s+{_TASK}",
    )
    by_whom = re.compile(
        rf"\b(?:shall|must|(?:is|are)\s+to)\s+be\s+\w+ed\s+by\s+(?P<who>an?\s+(?:[\w-]+\s+){{0,3}}?(?P<kind>{_KIND})"
        rf"(?:\s+of\s+(?!the\b|each\b|either\b|both\b)[a-z]+)?)(?=\s*(?:[,.;]|not\s+later|by\b|within\b|on\b|from\b))"
    )
    told = (
        r"\b(?:appoint|nam(?:e|es|ed|ing)\b|choos|chosen|elect|designat|nominat|establish|set\w*\s+up|form(?:s|ed)?\b"
        r"|creat|constitut|consist"
        r"|compos|compris|made\s+up|members?\b|send|sent\b|second(?:s|ed)?\b|provid|call(?:s|ed)?\s+(?:in|up)on)"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            if sentence.form is SentenceForm.DEFINITION:
                continue
            match = self.named.match(sentence.exact) or self.by_whom.search(sentence.exact)
            if match is None or UnnamedBody.body.search(sentence.exact) or self._is_told(draft, match["kind"]):
                continue
            if draft.concepts(sentence).keys() & {"an_unnamed", "nobody_named"}:
                continue  # told by B7.unnamed-body
            start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
            who = " ".join(match["who"].split())
            why = f"Nothing says who '{who}' is, or who names it, so nobody has the task."
            yield self.at(draft, start, end, why, provision=sentence.provision)

    def _is_told(self, draft: Draft, kind: str) -> bool:
        """Whether some sentence says of such a body who names it or of whom it consists."""
        head = re.compile(rf"\b{re.escape(kind.split()[-1])}s?\b", re.IGNORECASE)
        says = re.compile(self.told, re.IGNORECASE)
        own = (each.name for each in draft.framework.bodies)
        return any(head.search(each.exact) and says.search(each.exact) for each in draft.operative) or any(
            head.search(name) for name in own
        )


RULES: tuple[Rule, ...] = (UnnamedBody(), SomeBody())
