"""Promises of what somebody else does: of those whom the text does not bind."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence
from parley.text import patterns as re

from .draft import Draft
from .phrases import phrase
from .rule import Rule
from .steps import OF_MANY, Names

_OUTSIDERS = phrase("{outsiders}")
_SMALL = r"(?:of|the|and|for|in|on|de)"


class OutsiderAct(Rule):
    code = "I3.outsider"
    title = "A duty of somebody whom the text does not bind"
    reference = "Checklist I3; VCLT 34-35: a text binds only those who accept it"
    applies_to = "sentences whose subject is an organisation that is no party, no other and no body of the text"
    fix = "Promise what a Party does ('shall ask the ... by D+n'), or let the organisation accept its task."
    of_ours = re.compile(r"\b[Tt]he\s+(?:[A-Z]\w+\s+)?(?:Chamber|Court|Tribunal|Panel)\s*$")
    party = re.compile(
        r"\s*(?:(?:each|every|neither|either|both|no|an?|any|such|that|all)\s+)(?:of\s+the\s+)?(?:two\s+|other\s+)?"
        r"(?:Part(?:y|ies)|sides?)\b",
        re.IGNORECASE,
    )
    of_a_side = re.compile(
        r"\b(?:company|battalion|brigade|platoon|battery|sector|local|field|unit|post|district)\s+(?:commanders?|leaders?|chiefs?)\b"
    )
    subject = re.compile(
        r"(?:(?!The\b|An?\b|All\b|Every\b)[A-Z][a-z]+\s+(?:by\s+)?\S{1,12},?\s+)?(?P<who>(?:[Tt]he\s+|[Aa]n?\s+"
        r"|[Aa]ll\s+|[Ee]very\s+)?(?:[\w’'-]+\s+){1,7}?)"
        r"(?:(?:shall|will|must|(?:is|are)\s+to)\s+(?!be\b|not\b)|[a-z]{3,}s\s+(?=(?:the|its|their|all|every|an?)\b))"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        names = draft.names
        for sentence in draft.operative:
            yield from self._further(draft, names, sentence)
            match = self.subject.match(sentence.exact)
            who = match["who"] if match else ""
            if match and "body" in draft.concepts(sentence) and self.of_ours.search(who):
                continue  # "The Chamber", where the text sets one up
            if match and self.of_a_side.search(who):
                continue  # who commands does so for one of the parties
            if match and self.party.match(draft.nameless[sentence.start][match.start("who") :]):
                continue  # "each clan", of two clans
            if match and _OUTSIDERS.search(who) and (not _ours(draft, names, who) or self._legislates(draft, who)):
                start = sentence.start + match.start("who")
                why = f"'{' '.join(match['who'].split())}' is to do this, and nothing binds it."
                yield self.at(draft, start, sentence.end, why, provision=sentence.provision)

    joined = re.compile(
        r"[,;]\s+(?:and\s+|while\s+|whereas\s+)?(?P<who>the\s+(?:[A-Z][\w’'-]+\s+(?:of\s+(?:the\s+)?)?){2,5})"
        r"(?:shall|will|must|(?:is|are)\s+to)\s+(?!be\b|not\b)"
    )
    """Who bears a further clause of a sentence: "..., and the Kingdom of Ostmark must close its border"."""

    def _further(self, draft: Draft, names: Names, sentence: Sentence) -> Iterator[Finding]:
        for match in self.joined.finditer(sentence.exact):
            if not _ours(draft, names, match["who"]):
                start = sentence.start + match.start("who")
                stop = re.compile(r"[.;]|$").search(sentence.exact, match.end())
                end = sentence.start + (stop.start() if stop else len(sentence.exact))
                why = f"'{' '.join(match['who'].split())}' is to do this, and nothing binds it."
                yield self.at(draft, start, end, why, provision=sentence.provision)

    legislature = re.compile(
        r"\b(?:parliament|senate|congress|legislature|supreme\s+court|house\s+of\s+\w+)\b", re.IGNORECASE
    )

    def _legislates(self, draft: Draft, who: str) -> bool:
        """Whether it is the parliament or court of a party, which decides for itself what it does."""
        match = self.legislature.search(who)
        listed = (*draft.framework.parties, *draft.framework.others, *draft.framework.bodies)
        return match is not None and not any(match.group().lower() in one.name.lower() for one in listed)


class AnothersAct(Rule):
    code = "I3.anothers-act"
    title = "A promise of what another decides"
    reference = "Checklist I3; VCLT 34-35: a party promises another's act"
    applies_to = "promises that somebody who is no party will act"
    fix = (
        "Promise the party's own step ('shall lay the bill before its parliament by D+n'), and say what holds if the "
        "other refuses."
    )
    promise = phrase("{sees_to_it}")
    named = re.compile(
        rf"\s*(?:the\s+)?(?!(?:Parts?|Articles?|Points?|Sections?|Chapters?|Clauses?|Annex)\b)(?:[A-Z][\w’'-]+\s+(?:{_SMALL}\s+)*)+"
    )
    thing = phrase("{outsiders_act}")
    own = phrase("{not_a_promise}")

    def find(self, draft: Draft) -> Iterator[Finding]:
        names = draft.names
        for sentence in draft.operative:
            if self.own.search(sentence.exact):
                continue
            stretch = self._promised(draft, sentence, names)
            if stretch is None and (thing := self.thing.search(sentence.exact)):
                stretch = thing.span()
            if stretch is not None:
                words = " ".join(sentence.exact[slice(*stretch)].split())
                start, end = sentence.start + stretch[0], sentence.start + stretch[1]
                why = f"'{words}' hangs on somebody whom this text does not bind."
                yield self.at(draft, start, end, why, provision=sentence.provision)

    def _promised(self, draft: Draft, sentence: Sentence, names: Names) -> tuple[int, int] | None:
        """Where a party promises that somebody acts whom nothing binds: the promise to the end of the clause."""
        for promise in self.promise.finditer(sentence.exact):
            clause = re.match(r"[^.;]*", sentence.exact[promise.end() :])
            words = clause.group() if clause else ""
            named, opening = self.named.match(words), re.match(r"\s*(?:[\w’'-]+\s+){1,6}", words)
            noun = _OUTSIDERS.search(opening.group()) if opening else None
            who = named.group() if named else words[: noun.end()] if noun else None
            if who is not None and not _ours(draft, names, who):
                return promise.start(), promise.end() + len(words)
        return None


def _ours(draft: Draft, names: Names, who: str) -> bool:
    """Whether it is a party, one that accepts the text or one of its bodies, or belongs to one of these."""
    if names.within(who) or draft.named(who.strip()):
        return True
    if re.search(r"\b(?:of\s+(?:each|the|a|either|both)\s+Part|joint)", who, re.IGNORECASE):
        return True
    known = {
        word for one in (*draft.framework.parties, *draft.framework.others, *draft.framework.bodies)
        for word in (*one.name.split(), one.id)
    }  # fmt: skip
    if any(each.term in who for each in draft.framework.definitions):
        return True
    if any(re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", who.strip()) in heading for heading in draft.headings):
        return True
    large = [word.strip("’',") for word in who.split() if word[:1].isupper()]
    return bool(large) and large[-1] in known - OF_MANY


RULES: tuple[Rule, ...] = (OutsiderAct(), AnothersAct())
