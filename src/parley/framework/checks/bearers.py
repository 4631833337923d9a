"""Tasks that nobody has: passives without an agent, points that only name an act, bodies that are nobody."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start

from .draft import Draft
from .phrases import MONTHS, phrase
from .rule import Rule

_PARTICIPLE = (
    r"(?:\w{2,}ed|(?:re|un|over)?(?:lit|hung|dug|paid|built|sent|laid|sold|bought|sown|shut|cut|set|won|wound|bound"
    r"|drawn|written|made|done|told|fed|hewn|thrown|filled|put|sewn)|given|taken|made|held|kept|set|put|sent|built"
    r"|found|brought|(?:with)?drawn|shown|done|paid|met"
    r"|led|left"
    r"|chosen|written|frozen|begun|laid|told|borne|cut|shut|sought|won|lent|let)"
)
_DEED = (
    r"(?!admiral|general|marshal|corporal|official|hospital|tribunal|principal|arsenal|canal|capital|signal|journal|animal"
    r"|material|festival|battalion|garrison|pension|nation|religion|opinion|champion|ambulance|ministry|approval|arrival|proposal|refusal|condition|position|section|commission|mission|region)\w{2,}(?:al"
    r"|tion|sion|ment|ing|ance|over|ery|back|pair|turn|change|lease|sweep)"
)
"""A noun that names a deed, by its ending: removal, evacuation, payment, clearance, handover, repair."""

_NAME = (
    r"(?!D\b|[A-Z]\s?[+-]|Day\b|Hour\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|(?:{MONTHS})\b)[A-Z]"
)
"""How a name begins that is no day."""

_OPENING = 6
"""So many words may the name of somebody take at the start of a sentence."""
_MANY = 3
"""So many tasks without a bearer are how the whole text is written."""


class PassiveWithoutActor(Rule):
    code = "B7.passive"
    title = "A duty that nobody bears"
    severity = Severity.BLOCKER
    reference = "Checklist B7: every duty has a bearer"
    applies_to = "sentences that bind somebody"
    fix = "Name who does it: 'Each Party shall ...', 'The Commission shall ...'."
    passive = re.compile(
        rf"\b(?:shall|must|will|(?:is|are|has|have|needs?|ought)\s+to)\s+(?:be"
        rf"|have\s+been|get)\s+(?:\w+ly\s+)?(?P<done>{_PARTICIPLE})\b",
        re.IGNORECASE,
    )
    told = re.compile(rf"\b(?:is|are|gets?)\s+(?:\w+ly\s+)?(?P<done>{_PARTICIPLE})\b", re.IGNORECASE)
    """In the present tense, where the sentence was read as a duty that nobody bears."""
    nominal = re.compile(  # as translated texts put it
        rf"\b(?:shall\s+be|must\s+be|will\s+be|is|are)\s+(?:\w+ly\s+)?(?:subject\s+to|liable\s+to"
        rf"|due\s+for)\s+(?:\w+\s+)?(?P<deed>{_DEED})\b"
        r"|\b[Ii]t\s+(?:is|shall\s+be)\s+(?:necessary|required|foreseen|envisaged|planned|intended|provided"
        r"|stipulated|decided"
        r"|agreed|essential|obligatory)\s+(?:(?:that|for)\b[^.;]{3,120}?\s(?:to\s+)?be\s+(?P<past>"
        rf"{_PARTICIPLE})\b|to\s+(?P<verb>\w+)\b)"
        r"|\b[Tt]here\s+(?:shall|must|will|is\s+to)\s+be\s+(?P<made>carried\s+out|made|performed|conducted"
        r"|organi[sz]ed|effected"
        r"|undertaken)\b"
        rf"|(?:^|[.;,]\s+)(?:[Tt]he\s+|[Aa]n?\s+)?(?P<what>{_DEED})\s+of\b[^.;]{{2,100}}?\b(?:shall|must|will"
        rf"|is\s+to)\s+(?:take\s+place|occur"
        r"|follow|begin|start)\b",
    )
    idle = phrase(
        "approval|agreement|consent|verification|inspection|confirmation|monitoring|supervision|amendment|extension"
        "|termination|punishment|taxation|prosecution|interpretation|withholding|continuation|duration|implementation"
        "|cessation|observance|ratification"
    )
    no_act = phrase(
        "considered|deemed|composed|based|located|situated|bound|binding|entitled|guided|governed|interpreted"
        "|construed|understood"
        "|regarded|treated|extended|renewed|prolonged|terminated|amended|interrupted|authentic|kept|called|known"
        "|defined|counted"
        "|calculated|discussed|observed|affected|prejudiced|applied|limited|conditional|permanent|present"
    )
    between = re.compile(
        r"\b(?:between|among)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:sides?|[Pp]art(?:y|ies)|signatories|delegations|heads"
        r"|chiefs|ministers"
        r"|presidents|commanders|generals|staffs|governments|envoys|representatives|delegates|plenipotentiaries"
        r"|leaders)\b(?![’'])"
    )
    nobody = re.compile(r"\b(?:no|neither|nobody|none|nothing)\b[^.;:]*$", re.IGNORECASE)
    only = re.compile(r"\w+\s+(?:only|solely|exclusively)\b|made\s+(?:only\s+)?in\s+writing\b", re.IGNORECASE)
    """What only says how, or in which case, something may be done: "fire will be returned only on order"."""
    to_nobody = re.compile(r"\w+\s+(?:\w+\s+)?(?:to|on|upon|against|by)\s+(?:no|neither|nobody)\b", re.IGNORECASE)
    """What is to be done to nobody, or to no thing, is a ban: whoever could do it is bound."""
    in_what_is_done = re.compile(
        r"\b(?:shall|must|will|may)\s+(?!be\b)\w+[^.;:]*,\s+(?:from|in|at|on|of|by|to|with)\s+(?:which|whom"
        r"|whose)\b[^,.;:]*$",
        re.IGNORECASE,
    )
    """A passive on what somebody does: "shall publish a report, from which names shall be left out"."""
    its_own = re.compile(
        r"(?:^|[.;:,]\s+)(?:[Ii]ts|[Tt]heir)\s+(?:own\s+)?"
        r"(?:rules?|procedures?|agenda|decisions?|minutes|sittings?|meetings?)\b[^.;:,]*$"
        r"|(?:^|[.;:,]\s+)(?:[Tt]he\s+)?(?:[Rr]ules|[Dd]ecisions|[Rr]ulings|[Mm]inutes|[Ss]ittings|[Mm]eetings)"
        r"\s+of\s+the\s+[A-Z][^.;:,]*$"
    )
    """What a body settles for itself, told behind the sentence on the body."""
    as_it_is = re.compile(
        r"\b(?:status\s+quo|existing\s+(?:situation|practice|state)|present\s+(?:situation|state|practice)"
        r"|state\s+of\s+(?:things|affairs))\b[^.;:,]*$",
        re.IGNORECASE,
    )
    what_binds = re.compile(
        r"(?:\b(?:obligations?|dut(?:y|ies)|undertakings?|provisions?|articles?|sections?|points?|paragraphs?)\b"
        r"|§)[^.;:]*$",
        re.IGNORECASE,
    )
    kept = re.compile(
        r"performed|fulfilled|honou?red|discharged|carried\s+out|implemented|respected|complied", re.IGNORECASE
    )
    """What binds somebody is to be kept by whom it binds."""
    own_act = re.compile(
        r"\bPart(?:y|ies)\b[^.;]*(?:;|,\s+and|\.)\s+(?:[Tt]he|[Ii]ts|[Ss]uch|[Tt]his"
        r"|[Aa]ny)\s+(?:\w+\s+)?(?:denunciation|termination|withdrawal"
        r"|notice|notification|objection|suspension|resumption|declaration|request|reply|decision)s?\b[^.;:,]*$"
    )
    """What somebody does, told behind the sentence that says who may or must."""
    its_notice = re.compile(
        r"^\W*(?:The|Its|Such|This|That)\s+(?:denunciation|termination|withdrawal|notice|notification|objection"
        r"|renunciation)\b"
    )
    leaves = re.compile(r"\b(?:denounc|terminat|withdraw|renounc|end|leav|object|notif|notice|quit)\w*", re.IGNORECASE)
    """What the sentence before lets somebody do: "A Side may denounce it only if ... The denunciation is declared"."""
    dispute = phrase("{dispute}")
    passed_on = re.compile(
        r"(?:referred|submitted|brought|taken|passed|put|laid|carried|remitted|escalated)\b[^.;:,]{0,40}\s(?:to"
        r"|before)\s+(?:the\s+|an?\s+)?(?:two\s+|\w+\s+)?(?:[A-Z]|chiefs?\b|officers?\b|commanders?\b|ministers?\b|heads?\b)"
        r"|(?:raised|discussed|taken\s+up)\s+(?:\w+\s+)?(?:with|between|by|in)\s"
    )
    """A dispute that goes to a body: either side may bring it there."""
    posted = re.compile(r"deployed|stationed|posted|placed|sent|in\s+place", re.IGNORECASE)
    of_whom = re.compile(
        r"(?:(?P<front>[A-Z]{2,})(?:\s+[\w-]+){0,2}?\s+(?:missions?|observers?|monitors?|inspectors?|experts"
        r"|peacekeepers|teams?)"
        r"|\b(?i:missions?|observers?|monitors?|inspectors?|experts|peacekeepers"
        r"|teams?)\s+of\s+(?:the\s+)?(?P<of>[A-Z]\w+(?:\s+[A-Z]\w+)*))"
        r"(?!\w)[^.;:]{0,60}$"
    )
    """Whose people are to be in place: "the OSCE mission made up of its observers is to be deployed"."""
    sent_by = re.compile(
        r"\b(?:established|set\s+up|formed|provided|sent|created|furnished|supplied|appointed|chosen"
        r"|instituted)\b[^.;]{0,60}\sby\s+(?:the\s+)?[A-Z]"
        r"|\b(?:appoints?|names?)\s+(?:its|the)\s+(?:head|chief|commander|leader)\b"
        r"|\b(?:provides?|sends?|furnish(?:es)?|establish(?:es)?|sets?\s+up|suppl(?:y|ies)|deploys?)\s+(?:the|an?)\s"
    )
    """Who sets up the body that is to be in place."""
    made_here = phrase(
        "dissolved|instituted|established|created|constituted|founded|formed|deposited|extinguished|abrogated|repealed"
        "|superseded"
        "|replaced|annulled|rescinded|revoked|cancelled"
    )
    """What the text itself does by saying so: "There is instituted a Commission"."""
    on_words = re.compile(r"\b(?:due|done|required|ordered)\s+[\"“](?:by|on|at|within|in)\b", re.IGNORECASE)
    """What certain words mean: "a job due "by Day 4" must be finished by 20:00"."""
    returns_fire = re.compile(
        r"\W*(?:The|Such|This|Any|That)?\s*(?:return(?:ed)?\s+fire|answering\s+fire|response|reply|answer)\s*\Z",
        re.IGNORECASE,
    )
    """How something is done that the sentence before lets somebody do."""
    in_a_clause = re.compile(
        r"\b(?:until|till|once|when|before|after|if|unless|while|as\s+long\s+as)\s+[^,;.]*$", re.IGNORECASE
    )
    """What only says in which case or until when: "Until it is signed, ..."."""
    by = re.compile(
        r"\bby\s+(?:the\s+|both\s+|each\s+|all\s+)?(?:(?:(?!Day\b)\w+\s+)?(?:sides?|part(?:y|ies)|"
        + _NAME
        + r")|(?:consensus|unanimity|common\s+accord|(?:an?\s+)?(?:[\w-]+\s+)?majority)\b"
        r"|(?:two\s+)?(?:[a-z]+\s+){0,2}?"
        r"(?:commanders?|staffs?|headquarters|ministers?|observers?|monitors?|governments?"
        r"|leaders?|heads?|chiefs?|chairs?|presidents?|captains?|directors?)\b)"
    )
    ban = re.compile(r"\b(?:bans?|prohibitions?)\b", re.IGNORECASE)  # whoever could do it is bound by it
    deed_by = re.compile(rf"\b{_DEED}\s+of\b[^.;]{{2,100}}?{by.pattern}")  # "withdrawal of tanks by both sides"
    over = re.compile(r"finished|completed|concluded|ended|terminated", re.IGNORECASE)
    a_deed = re.compile(r"(?:this|the|such|that)\s+(?:\w+\s+)?(?:process|operation|work)\s", re.IGNORECASE)
    """What has its bearer from the sentence that demands it: "This process is to be finished by D+5"."""
    ours = (SentenceForm.DUTY, SentenceForm.BAN, SentenceForm.NOT_READ)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            if sentence.form not in self.ours:
                continue
            borne = [each.bearer is not None for each in sentence.obligations]
            if borne and all(borne):
                continue
            if draft.binds(sentence) or sentence.form is SentenceForm.NOT_READ:
                yield from self._passives(draft, sentence, self.passive)
            due = any(each.window and each.window.value.end for each in sentence.obligations) and not any(borne)
            if due and sentence.form is SentenceForm.DUTY and not self.passive.search(sentence.exact):
                yield from self._passives(draft, sentence, self.told)
            yield from self._nominal(draft, sentence)

    def _passives(self, draft: Draft, sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[Finding]:
        for match in pattern.finditer(sentence.exact):
            done = match["done"].lower()
            if any(each.bearer and each.act and done in each.act.words.lower() for each in sentence.obligations):
                continue
            ban = done in ("introduced", "imposed") and self.ban.search(sentence.exact[: match.start()])
            if ban or self.no_act.fullmatch(done) or self._has_agent(sentence.exact, match):
                continue
            if pattern is self.told and (
                self.made_here.fullmatch(done) or self.in_a_clause.search(sentence.exact[: match.start()])
            ):
                continue
            if self.on_words.search(sentence.exact) or self.returns_fire.match(sentence.exact[: match.start()]):
                continue
            if self._needs_none(draft, sentence, match) or self._told_beside(draft, sentence, match):
                continue
            why = f"The sentence does not say by whom something is {done}."
            yield self.on(draft, sentence, match, why)

    def _needs_none(self, draft: Draft, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether it is no deed of somebody: a ban, the text's own effect, what stays, or what is said of a deed."""
        before, behind = sentence.exact[: match.start()], sentence.exact[match.start("done") :]
        if any(each.search(before) for each in (self.nobody, self.in_what_is_done, self.its_own, self.as_it_is)):
            return True
        if self.to_nobody.match(behind) or self.only.match(behind) or self.own_act.search(before):
            return True
        last = draft.just_before(sentence)
        if last is not None and self.its_notice.search(before):
            return (
                bool({"may", "must", "party"} & draft.concepts(last).keys())
                and self.leaves.search(last.exact) is not None
            )
        if self.what_binds.search(before) and self.kept.match(behind):
            return True
        if re.match(r"deposited\s+with\b", behind, re.IGNORECASE):
            return True
        return bool(self.passed_on.match(behind)) and any(map(self.dispute.search, draft.beside(sentence)))

    def _told_beside(self, draft: Draft, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether the items that follow say by whom, or the sentence only says when a deed told beside it ends."""
        item = draft.next_item(sentence)
        if item is not None and self.by.match(item.exact):
            return True
        if self.posted.fullmatch(match["done"]) and self._own_people(draft, sentence.exact[: match.start()]):
            return True
        if self.posted.fullmatch(match["done"]) and "body" in draft.concepts(sentence):
            near = {each.exact for each in (*draft.around(sentence), *draft.close_to(sentence))}
            return any(self.sent_by.search(words) for words in near)
        others = len(draft.beside(sentence)) > 1
        return bool(others and self.over.fullmatch(match["done"]) and self.a_deed.match(sentence.exact))

    def _own_people(self, draft: Draft, before: str) -> bool:
        """Whether those who are to be in place are an organisation's own, which then sends them: it is told by its
        letters or is one of the others of the text."""
        match = self.of_whom.search(before)
        if match is None:
            return False
        known = {name for each in draft.framework.others for name in (each.id, each.name)}
        ours = {name for each in (*draft.framework.parties, *draft.framework.bodies) for name in (each.id, each.name)}
        name = match["front"] or match["of"]
        return name in known or (name.isupper() and name not in ours)

    def _nominal(self, draft: Draft, sentence: Sentence) -> Iterator[Finding]:
        match = self.nominal.search(sentence.exact)
        if match is None:
            return
        deed = match["deed"] or match["past"] or match["verb"] or match["what"] or match["made"]
        if self.idle.fullmatch(deed) or self.no_act.fullmatch(deed) or self._has_agent(sentence.exact, match):
            return
        near = [match.group(), *(words for words in draft.beside(sentence) if deed[:6].lower() in words.lower())]
        if match["what"] and any(self.by.search(words) for words in near):
            return
        yield self.on(draft, sentence, match, f"The sentence does not say whose task the {deed} is.")

    def _has_agent(self, words: str, match: re.Match[str]) -> bool:
        after = words[match.end() : match.end() + 200]
        before = words[: match.start()]
        if re.search(r"\b(?:when|whether|until|how|what|whom|who)\s+(?:\w+\s+){0,3}$", before):
            return True  # it is told when that will be, not that it shall be
        told = self.by.search(after) or self.between.search(words) or self.deed_by.search(before)
        return bool(told or re.search(r"\bby\s+(?:the\s+)?[A-Z]\w+\s*$", before))


class NoBearer(Rule):
    code = "B7.no-bearer"
    title = "A task without anybody to do it"
    severity = Severity.BLOCKER
    reference = "Checklist B7: every duty has a bearer"
    applies_to = "provisions that open with the act itself"
    fix = "Name who does it: 'Each Party shall ...'."
    agent = re.compile(
        rf"\bby\s+(?:the\s+)?(?:both\s+|each\s+|all\s+)?(?:sides?|[Pp]art(?:y|ies)|government|{_NAME})|\b(?:the"
        rf"|each|every|a)\s+Part(?:y|ies)\s+\w+s?\b"
    )
    imperative = re.compile(
        r"(?:Ensure|Adopt|Launch|Intensify|Guarantee|Provide|Create|Establish|Set\s+up|Begin|Start)\b"
    )
    heading = re.compile(r"[^.,;:]{1,40}:\s")  # "Start: D+3.", "Return of fire: only on order"
    told_first = re.compile(
        r"\W*(?:(?:First|Then|Next|Last)\s+(?:the|both|each|all|a)\s|(?:Rule|Article|Point|Section|Annex|Clause)\s+[\dIVX]+\b)"
    )
    """Words before the bearer, and provisions, which do something: "First the officers try", "Rule 13 sorts"."""
    closing = re.compile(r"(?:Done|Made|Drawn\s+up|Signed|Given|Concluded)\s+(?:at|in)\s")
    from_when = re.compile(r"(?:Beginning|Starting|Ending|Commencing)\s+(?:on|at|from|with|as)\b")
    """When something is so, told before who does it: "Beginning on D-day, the Parties cease ..."."""
    closed = re.compile(r"[.;]\s*(?:\{#[\w-]+\}\s*)?$")
    """A title doesn't end like a sentence."""
    finite = re.compile(
        r"\b(?:is|are|was|were|does|do|has|have|shall|will|may|must|can"
        r"|moves|rises|runs|begins?|starts?|lasts?|holds?|ends?|stays?|remains?|belongs?|rests|lies|falls|bears|goes|takes|costs"
        r"|depends?|requires?"
        r"|means|includes?|comes|applies|apply|serves|follows|makes|gives|pays|needs|passes|continues?|concerns"
        r"|covers|counts"
        r"|ceases|needs|constitutes?|amounts?|represents?|forms?|breaches|violates?)\b"
    )
    nominal = re.compile(r"\w+(?:\s+\w+)?\s+(?:out\s+)?(?:of|on)\b")
    deed = re.compile(
        rf"(?:[A-Z][a-z]+\s+(?:and\s+[a-z]+\s+)?)??(?i:{_DEED})\s+(?:and\s+\w+\s+)?(?:of|to)\s+\w", re.DOTALL
    )
    orders = re.compile(  # a verb in its base form before its object
        r"(?:To\s+)?(?P<verb>[A-Za-z][a-z]+)(?:\s+(?:back|out|up|over|down|off|away))?"
        r"\s+(?:the|all|any|every|both|an?|those|these|its|their)\s+[a-z]"
    )
    no_verb = phrase(
        "beginning|starting|during|within|on|of|in|by|for|from|under|over|after|before|if|when|where|once|upon"
        "|until|unless|whether|that"
        "|not|nor|both|all|with|without|at|as|to|into|through|since|while|only|then|between|among|against|despite"
        "|following|concerning|regarding|except|like|than|also|and|or|but|even|towards?|per|via|half|such"
        "|throughout|beyond"
        "|behind|inside|outside|along|across|around|near|about|above|below|so|because|should|neither|no|each"
        "|every|whatever"
        "|whenever|wherever|whoever|pending|notwithstanding|including|excluding|besides|otherwise"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        found = [sentence for sentence in draft.operative if self._is_found(draft, sentence)]
        if len(found) > _MANY:  # one finding: such a text is written so from the first line to the last
            yield self._one(draft, found[0], [sentence.provision for sentence in found[1:]])
        else:
            for sentence in found:
                yield self._one(draft, sentence, [])

    def _one(self, draft: Draft, sentence: Sentence, others: list[str | None]) -> Finding:
        end = sentence.start + len(" ".join(sentence.exact.split(" ")[:6]))
        why = "The sentence says what is to happen and not who makes it happen."
        return self.at(draft, sentence.start, end, why, provision=sentence.provision, also=others)

    def _is_found(self, draft: Draft, sentence: Sentence) -> bool:
        if draft.in_list(sentence) or not self._unborne(draft, sentence):
            return False
        if draft.names.within(" ".join(sentence.exact.split()[:_OPENING])):
            return False  # "The Federation of River States establishes ..."
        if self._is_led(draft, sentence) or draft.lets_by_heading(sentence) or self.told_first.match(sentence.exact):
            return False
        if draft.is_under_a_lead(sentence) or draft.is_quoted(sentence):
            return False
        if self._is_title(draft, sentence) or PassiveWithoutActor.between.search(sentence.exact):
            return False
        return not self.agent.search(sentence.exact) and self._opens_with_act(sentence.exact)

    def _is_led(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether a lead of its point says whose it is: "Neither side may:", and then "4a. Shell the town."."""
        parent = (sentence.provision or "").rpartition("(")[0]
        leads = draft.provision(parent) if parent else []
        return any(each.exact.rstrip(" *").endswith(":") and draft.binds(each) for each in leads)

    def _is_title(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it only heads the provisions or paragraphs under it: "6. Help and daily life"."""
        following = draft.after(sentence)
        under = following is not None and (following.provision or "").startswith(sentence.provision or "?")
        return under and not re.search(r"[.;:,]\W*$", sentence.exact)

    def _unborne(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it was not read and isn't worded as a duty, or was read as one that nobody bears."""
        if sentence.form is SentenceForm.DUTY:
            return bool(sentence.obligations) and all(each.bearer is None for each in sentence.obligations)
        return sentence.form is SentenceForm.NOT_READ and not draft.binds(sentence)

    def _opens_with_act(self, words: str) -> bool:
        if words.startswith("To ") and self.finite.search(words):
            return False  # "To refuse access is a Breach."
        if self.heading.match(words) or self.closing.match(words) or self.from_when.match(words):
            return False
        if not words[:1].isupper() or " " not in words or words.startswith("Annex"):
            return False
        if self.imperative.match(words):
            return True
        if self.finite.search(words):
            return False
        order = self.orders.match(words)
        if order and not self.no_verb.fullmatch(order["verb"]) and not order["verb"].endswith(("s", "ing", "ed", "ly")):
            return True
        words = re.sub(r"^To\s+([a-z])", lambda match: match[1].upper(), words)
        if self.deed.match(words) and self.closed.search(words):
            return True
        noun = noun_at_start(words)
        if noun is not None:
            return bool(self.nominal.match(words))
        verb = verb_at_start(words)
        first = words.split()[0].lower()
        if first.endswith("s") and not first.endswith("ss"):
            return False  # a plural ("Monitors may go ..."), and not a verb that orders
        return verb is not None and words[: verb[1]].split()[0].lower() == first and verb[0] != "place"


RULES: tuple[Rule, ...] = (PassiveWithoutActor(), NoBearer())
