"""What waits for what: steps that wait for one another or for one side's agreement, and "then" after nothing."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, FindingKind, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .draft import Draft
from .limits import Limit, Step
from .order import Node, Order, order_of
from .rule import Rule


class Circle(Rule):
    code = "E3.circle"
    title = "Steps that wait for one another"
    severity = Severity.BLOCKER
    reference = "Checklist E3: the graph of 'only after' and 'on condition that' has no ring"
    applies_to = "what steps wait for: after, once, when, upon, subject to, provided that"
    fix = "Let one of them start on a date of its own, or let both happen in one act before a third."

    def find(self, draft: Draft) -> Iterator[Finding]:
        order = order_of(draft)
        yield from self._of_each(draft, order)
        waits: dict[int, list[tuple[Node, Limit, Step]]] = {}
        for step in order.steps:
            node = order.of_step[id(step)]
            for limit in step.limits:
                if limit.before or not (limit.way or limit.of):
                    continue
                targets = [order.meant(limit.of, step)] if limit.of is not None and not limit.provisions else []
                for number in limit.provisions:
                    targets += order.provisions(number)
                waits.setdefault(id(node), []).extend(
                    (other, limit, step) for other in targets if other is not None and other is not node
                )
        told: set[frozenset[int]] = set()
        for node in order.nodes:
            ring = _ring(node, waits)
            key = frozenset(id(each) for each, _, _ in ring)
            if not ring or key in told:
                continue
            told.add(key)
            _, limit, step = min(ring, key=lambda each: each[1].at)
            chain = " -> ".join(f"'{each.words}'" for _, _, each in [*ring, ring[0]])
            why = f"Each waits for the next, so none can begin: {chain}."
            yield self.at(
                draft, *limit.at, why, provision=step.sentence.provision,
                also=[each.sentence.provision for _, _, each in ring],
            )  # fmt: skip

    the_other = re.compile(r"\bthe\s+other\b|\beach\s+other\b|\bone\s+another\b", re.IGNORECASE)

    def _of_each(self, draft: Draft, order: Order) -> Iterator[Finding]:
        """What each party is to do once the other has done it."""
        for step in order.steps:
            for limit in step.limits:
                if limit.before or limit.of is None or len(step.event.actors) < 2 or step.ban or not limit.way:
                    continue
                same = limit.of.head in (step.event.head, "do") and limit.of.things <= step.event.things
                if same and self.the_other.search(limit.words):
                    why = f"Each waits for the other to begin, so neither does: '{step.words}'."
                    yield self.at(draft, *limit.at, why, provision=step.sentence.provision)


def _ring(home: Node, waits: dict[int, list[tuple[Node, Limit, Step]]]) -> list[tuple[Node, Limit, Step]]:
    """The shortest ring through ``home``, each member with the limit that makes it wait; empty for none."""
    if id(home) not in waits:
        return []
    paths: list[tuple[Node, list[tuple[Node, Limit, Step]]]] = [(home, [])]
    seen = {id(home)}
    for node, path in paths:  # grows as it is walked: breadth first
        for other, limit, step in waits.get(id(node), ()):
            longer = [*path, (node, limit, step)]
            if other is home:
                return longer
            if id(other) not in seen:
                seen.add(id(other))
                paths.append((other, longer))
    return []


class AfterWhat(Rule):
    code = "E1.after-what"
    title = "'Then', and nothing that it comes after"
    severity = Severity.BLOCKER
    reference = "Checklist E1: every phase has a start and an end event"
    applies_to = "sentences that open with then, after that, in a next phase"
    fix = "Write after which event and within how many days: 'within 5 days of the end of the withdrawal'."
    opener = re.compile(
        r"(?:(?:Following|After|Upon|At\s+the\s+end\s+of)\s+th(?:is|at)\s+(?:phase|stage|step|period)|(?:Once|When"
        r"|After|As\s+soon\s+as)\s+(?:this|that|it|all\s+this)"
        r"\s+(?:is|has\s+been)\s+(?:over|done|finished|complete|completed|achieved|settled|accomplished|so)|Then"
        r"|After\s+(?:that|this|which)|Thereafter|Afterwards|Subsequently|Following\s+(?:that|this)|Next"
        r"|Later(?:\s+on)?"
        r"|(?:In|During)\s+(?:a|the)\s+(?:first|second|third|fourth|next|following|later|final|last|subsequent"
        r"|further)\s+"
        r"(?:phase|stage|step|round)|(?:At|In)\s+(?:a|the|some)\s+(?:later|further|subsequent|next|second"
        r"|following)\s+(?:stage|phase|step|point|moment|turn)"
        r"|In\s+the\s+(?:phase|stage|step|period)\s+(?:that|which)\s+(?:comes\s+next|follows)"
        r"|As\s+(?:a|the|its|their)\s+(?:next|second|further|following|last|final)\s+step|Further\s+on|Hereafter|Hereupon|Thereupon"
        r"|In\s+(?:due\s+)?turn|Finally|Lastly|At\s+the\s+end\s+of\s+the\s+(?:process|procedure|operation|exercise)"
        r"|In\s+the\s+(?:second|third|next|last)\s+place|(?:Step|Phase|Stage)\s+(?:two|three|four"
        r"|\d)\s*:)\b(?!\s+(?:means|is))"
    )
    first_of_all = re.compile(r"\bfirst\b[^.;]*$")
    """What "then" comes after: "shall first take cover and shall then report"."""
    stage = (
        r"(?:phases?|stages?|steps?|rounds?|tasks?|process(?:es)?|procedures?|measures|operations?|works?"
        r"|things|points)"
    )
    over = (
        r"(?:over|ended|done|finished|completed?|achieved|settled|accomplished|concluded|behind\s+\w+|taken|passed|closed"
        r"|carried\s+out|performed|implemented|run\s+its\s+course|come\s+to\s+(?:an|its)\s+end|reached\s+its\s+end)"
    )
    those = (
        r"(?:this|that|these|those|the\s+(?:above|foregoing|preceding|previous|prior|present|earlier|said|first"
        r"|aforementioned|aforesaid))"
    )
    closed = re.compile(
        rf"\b(?:(?:once|when|after|as\s+soon\s+as)\s+(?:{those}(?:\s+{stage})?|all\s+(?:this|that|of\s+this))\s+"
        rf"(?:is|are|has|have)\s+(?:been\s+)?(?:all\s+|fully\s+)?{over}"
        rf"|(?:(?:up)?on|after|following|at|with)\s+(?:the\s+)?(?:completion|conclusion|end|close|termination)\s+of\s+"
        rf"(?:{those}\s+{stage}|the\s+(?:above|foregoing)))\b",
        re.IGNORECASE,
    )
    """That "this stage" is over, wherever in the sentence it stands."""
    ahead = re.compile(
        r"\b(?:in|at|during|as)\s+(?:a|the|some|one\s+of\s+the)\s+(?:second|third|fourth|next|following|later|future|subsequent"
        r"|further|ensuing|succeeding)\s+(?:(?:phase|stage|step|round|period|moment|juncture)s?\b|point(?:\s+in\s+time)?\b)"
        r"|\b(?:in|during|at|under)\s+(?:the\s+)?(?:phase|stage|step)\s+(?:two|three|four|[2-4]|II|III|IV)\b",
        re.IGNORECASE,
    )
    """A stage to come that has neither a number nor a day."""
    phases = re.compile(
        r"\b(?:phase|stage)\s+(?:\d|one|two|I)\b"
        r"|\b(?:first|second)\s+(?:phase|stage)\s+(?:means|lasts|begins|starts|runs)",
        re.IGNORECASE,
    )

    later = re.compile(
        r"\b(?:shall|must|will|Part(?:y|ies)|[Ss]ides?)\s+(?:then|subsequently|afterwards|thereafter|thereupon|hereupon|later(?:\s+on)?"
        r"|finally)\b"
    )
    begins = re.compile(
        r"(?:The\s+)?(?:(?:second|third|fourth|next|following|final|last)\s+(?:phase|stage|step|round)|(?:Phase|Stage|Step|Part)\s+(?:two|three"
        r"|four|[2-4]|II|III|IV))\s+(?:then\s+)?(?:(?:shall|will)\s+)?(?:begins?|starts?|follows?|opens?|commences?|comes?|is|be|consists?)\b"
    )
    """A phase that begins by itself."""
    deeds = re.compile(
        r"[^.;:]{0,40}?,?\s*\b(?:[Ee]ach|[Bb]oth|[Tt]he|[Ee]very)\s+(?:\w+\s+)?(?:Part(?:y|ies)|[Ss]ides?)\s+"
        r"(?!(?:is|are|has|have|was|were|had|means?|of|and|or|may|can|do|does)\b)[a-z]+\b"
    )
    """What a party does, in the present tense."""
    bans = re.compile(r"\b(?:shall|must|will|may|do|does)\s+not\b|\b(?:neither|no)\s+(?:Party|side)\b")
    case_told = re.compile(r"\b(?:if|when|once|after|upon|unless|until|where|within|following)\b", re.IGNORECASE)
    told = re.compile(r"\b(?:has|have|is|are)\b", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        before: Sentence | None = None
        phases = self.phases.search(draft.framework.text)
        for sentence in draft.operative:
            in_a_case = self.case_told.search(sentence.exact) is not None
            match = self.opener.match(sentence.exact) or self.closed.search(sentence.exact)
            match = match or self.ahead.search(sentence.exact)
            if match is None and not in_a_case:
                match = self.later.search(draft.nameless[sentence.start])
                opens = sentence.exact[: match.start()] if match else ""
                match = None if self.told.search(opens) or self.first_of_all.search(opens) else match
            begins = None if in_a_case else self.begins.match(sentence.exact)
            match = match or begins
            last, before = before, sentence
            if not match or sentence.form is SentenceForm.DEFINITION:
                continue
            if not (begins or draft.binds(sentence) or self._does(draft, sentence, match)):
                continue
            staged = bool(re.search(r"phase|stage|step", match.group()))
            dated = draft.days(sentence) or (staged and phases and not begins)
            same = last is not None and last.provision is not None and last.provision == sentence.provision
            told_on = self.bans.search(sentence.exact) or self.goes_on.match(sentence.exact)
            if not same and last is not None and told_on:
                same = last in draft.close_to(sentence)  # "On D-day they cease fire." "Thereafter they do not ..."
            lead = same and last is not None and self._leads(draft, last, sentence)
            if dated or (lead and not staged):
                continue
            start = sentence.start + match.start()
            why = f"'{match.group()}' names no event, so nobody can tell when this is due."
            yield self.at(draft, start, sentence.start + match.end(), why, provision=sentence.provision)

    def _dated(self, draft: Draft, last: Sentence) -> bool:
        """Whether the sentence before ends on a day; a ban that only begins on one is never over."""
        days = draft.days(last)
        return bool(days) and (len(days) > 1 or not self.bans.search(last.exact))

    def _does(self, draft: Draft, sentence: Sentence, opener: re.Match[str]) -> bool:
        """Whether a party does something behind the word that opens the sentence, though no duty was read."""
        words = draft.nameless[sentence.start]
        return bool(self.deeds.match(words, opener.end() if opener.start() == 0 else 0))

    timed = re.compile(
        r"\d|\b(?:two|three|four|five|six|seven|ten|hours?|days?|weeks?|months?|minutes?|daily|weekly|until|at\s+once|all\s+times"
        r"|as\s+long\s+as|remain|stay|keep|continue|hold|may|same\s+day)\b",
        re.IGNORECASE,
    )
    """What has a time of its own behind a dated sentence, or no end: "it shall then open the road within 2 days"."""
    case = re.compile(r"\b(?:if|when|once|after|unless|where|in\s+case)\b", re.IGNORECASE)
    goes_on = re.compile(r"(?:It|They|He|She|That\s+\w+)\s+(?:shall|must|will)\s+then\b|Then\s+(?:it|they|he|she)\b")

    confirms = re.compile(r"\b(?:confirm|verif(?:y|ie)|inspect|certif|count|visit)(?:s|d|ed)?\b", re.IGNORECASE)

    def _leads(self, draft: Draft, last: Sentence, sentence: Sentence) -> bool:
        """Whether the sentence before says when: by its case, or by its day. What confirms it needs its own term."""
        open_end = (
            self.bans.search(sentence.exact)
            or self.timed.search(sentence.exact)
            or not self.confirms.search(sentence.exact)
        )
        return self._case(last, sentence) or bool(self._dated(draft, last) and open_end)

    def _case(self, last: Sentence, sentence: Sentence) -> bool:
        """Whether "it shall then" follows on the case of which the sentence before speaks."""
        return bool(self.goes_on.match(sentence.exact) and self.case.search(last.exact))


class NearCircle(Rule):
    code = "E3.near"
    title = "Steps of which one party can hold every later one"
    kind = FindingKind.NOTE
    severity = Severity.SERIOUS
    reference = "Checklist E3: near-ring"
    applies_to = "conditions that name other provisions, or both sides' agreement"
    fix = "Give each condition a date by which it counts as met, or a body that finds whether it is."
    agreed = re.compile(
        r"\b(?:agree(?:d|ment|ing)?|consent|approval|consult\w*)\b[^.;]{0,30}\b(?:with|by|of|upon)\b", re.IGNORECASE
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        held = {
            sentence.provision: sentence
            for sentence in draft.operative
            if sentence.provision and self.agreed.search(sentence.exact)
        }
        for step_sentence in draft.operative:
            for match in re.finditer(
                r"\b(?:provided\s+that|on\s+(?:the\s+)?condition|subject\s+to|after"
                r"|upon)\b[^.;]{0,80}?\b(?:paragraph|article|point)s?\s+(?P<n>\d+)[^.;]*",
                step_sentence.exact, re.IGNORECASE,
            ):  # fmt: skip
                other = held.get(match["n"])
                if other is None or step_sentence.provision == match["n"] or step_sentence.provision not in held:
                    continue
                start = step_sentence.start + match.start()
                why = (
                    f"This waits for provision {match['n']}, which itself waits for agreement; whoever withholds that "
                    "holds both."
                )
                yield self.at(
                    draft, start, step_sentence.start + match.end(), why,
                    provision=step_sentence.provision, also=(match["n"],),
                )  # fmt: skip


RULES: tuple[Rule, ...] = (Circle(), NearCircle(), AfterWhat())
