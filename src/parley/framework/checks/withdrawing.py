"""Withdrawals, declarations, mines: where to, and against which list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from parley.model import Finding, Modality, Sentence, Severity
from parley.text import distances, durations
from parley.text import patterns as re

from .draft import Draft
from .instants import minutes_of
from .phrases import phrase
from .rule import Rule
from .steps import BODY_KINDS, stems


class NoDestination(Rule):
    code = "D4.no-destination"
    title = "A withdrawal to nowhere"
    severity = Severity.BLOCKER
    reference = "Checklist D4: what, from where, to where; no destination"
    applies_to = "duties to withdraw"
    fix = "Write to where, or how far from which line: 'to at least 15 km from the Contact Line'."
    withdraws = re.compile(
        r"\b(?:withdr[ae]w\w*(?!\s+(?:(?:its|their|the|this|that|any|all)\s+)?(?:\w+\s+)?(?:claims?|complaints?|proposals?"
        r"|requests?|objections?|reservations?|statements?|consent|recognition|money|orders?|charges?|bills?|(?:law)?suits?"
        r"|quotas?|licen[cs]es?|permits?|nominations?|candidat\w+|funds?|deposits?|savings|appeals?|applications?|notices?"
        r"|ambassadors?|envoys?|currency|notes|banknotes|coins?)\b)"
        r"|disengag\w*\s+(?:its|their)|thin\w*\s+out|vacat\w*\s+(?:the\s+|its\s+|their\s+)?(?:heights?|positions?|trenches|ridges?|hills?)|leave\s+(?:its|their)\s+(?:\w+\s+)?(?:positions?|posts?|trenches)|recall\w*|(?:pull|draw|fall|mov|tak|call|order|lead"
        r"|send)\w*\s+[^.;]{2,40}?\s"
        r"(?:back|out|away|off)(?!\s+(?:of|from)\b(?!\s+(?:D\b|D-?day|\d)))|(?:remov|evacuat)\w*\s+(?:its"
        r"|their)\s+(?!(?:\w+\s+)?(?:checkpoints?|posts?|barriers?"
        r"|obstacles?|mines?|flags?|signs?|roadblocks?|nets?|booms?|barricades?|fences?|sick|wounded|dead|citizens"
        r"|people|civilians"
        r"|patients)\b)|clear\w*\s+[\w ]{2,30}\s+of\s+(?:its|their)(?!\s+(?:\w+\s+){0,2}?"
        r"(?:mines?|minefields?|munitions|traps|charges|explosives|obstacles?|barriers|wire|rubble|wrecks?|debris))|(?:pull|draw|fall|mov|shift)\w*\s+(?:back|out"
        r"|off|away|further)|step\w*\s+back|(?:go|goes|gone)\s+back(?=\s+(?:by|as|at|D)\b|\W*$|\s+to\s+(?:\w+\s+)?positions)|redeploy\w*"
        r"|retreat\w*|relocat\w*|regroup\w*|retir\w+\s+(?:its|their|all)"
        r"|(?:tak|mov|bring|remov)\w+\s+(?:its|their|the|all)\s+[^.;]{2,50}?\s(?:off|out\s+of|away"
        r"|further\s+(?:away|back|off)|elsewhere|from))\b",
        re.IGNORECASE,
    )
    to = re.compile(
        r"\b(?:to|into|behind|beyond|outside|inside|out\s+of|away|north|south|east|west|home|Annex|through|across"
        r"|within)\b"
        r"|\bfrom\s+(?!(?:the\s+)?(?:\w+\s+){0,2}[Ll]ine\b)(?!D\b|D-?day|[A-Z]\+|\d{1,2}[:.\s])",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        kept_away = {
            each.object.value.term or each.object.value.text
            for _, each in draft.obligations
            if each.modality
            and each.modality.value is Modality.MUST_NOT
            and each.place
            and each.object
            and distances(each.place.words)
        }
        seen = set()
        for sentence, each in draft.obligations:
            must = each.modality is not None and each.modality.value is Modality.MUST
            if not must or each.act is None or each.act.value != "withdraw" or each.object is None:
                continue
            if (each.object.value.term or each.object.value.text) in kept_away:
                continue  # a ban says from where they have to be gone
            if self._to_nowhere(draft, sentence, self.to):
                seen.add(sentence.start)
                why = f"The text does not say to where, or how far from what, '{each.object.words}' is withdrawn."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
        for sentence in draft.duties:
            if (
                sentence.start in seen
                or self.bans.search(sentence.exact)
                or any(n and n in sentence.exact for n in kept_away)
            ):
                continue
            ordered = self.ordered.search(sentence.exact) or self.ordered_now.match(draft.nameless[sentence.start])
            if ordered and self._to_nowhere(draft, sentence, self.anywhere):
                seen.add(sentence.start)
                why = "The text does not say to where, or how far from what, this is withdrawn."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
        for sentence in draft.operative:
            if sentence.start not in seen and self._only_out(draft, sentence):
                why = "The text says what these have to leave, and not where they go: to where, or how far from what."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)

    leaves = re.compile(
        r"\b(?:(?:shall|must|will|(?:is|are)\s+to)\s+(?:withdraw|pull\s+out|evacuate|remove)"
        r"|(?:[Ee]ach|[Ee]very|[Ee]ither)\s+(?:Party|Side)\s+(?:withdraws|pulls\s+out|evacuates|removes|moves))\s+"
        r"(?:all\s+)?(?:of\s+)?(?:its|their)\s+(?:\w+\s+)?(?:troops|soldiers|forces|units|fighters|combatants|men|infantry|brigades|battalions|soldiery)\b"
    )
    """Troops that are drawn out of somewhere."""
    whither = re.compile(
        r"\b(?:to(?!\s+D\b)|into|behind|beyond|outside|north|south|east|west|across|home|camps?|barracks|garrisons?|own\s+side"
        r"|Annex)\b",
    )

    from_ground = re.compile(
        r"\b(?:from|out\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?i:zone|belt|strip|area|front|bridge|heights?|hills?|ridge|pass|frontier|valley|banks?)\b"
    )

    def _only_out(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether troops have to leave a zone, and neither this sentence nor one beside it says where they go."""
        if not self.leaves.search(sentence.exact) or not self.from_ground.search(sentence.exact):
            return False
        near = [sentence.exact, *(each.exact for each in draft.close_to(sentence))]
        near += [each.exact for each in draft.around(sentence)]
        return not any(
            distances(words) or (self.whither.search(self.day.sub("", words)) and self.troops.search(words))
            for words in near
        )

    day = re.compile(
        r"\bto\s+(?:the\s+)?(?:D\b|[Dd]ay\b|\d)|\bto\s+(?:each|the\s+other|both|every)\s+Part(?:y|ies)\b|\bin\s+writing\s+to\b"
    )
    troops = re.compile(r"\b(?:troops|soldiers|forces|units|fighters|combatants|men|them)\b")

    def _to_nowhere(self, draft: Draft, sentence: Sentence, to: re.Pattern[str]) -> bool:
        words = self.modal.sub("", sentence.exact)
        if distances(words) or draft.in_list(sentence) or not self.withdraws.search(words):
            return False
        if self.gathers.search(words):
            return False
        plain = self.somewhere.sub("", words)
        if plain != words and "Annex" not in words:
            return not self.goal.search(plain)
        return not to.search(self.from_zone.sub("", words) if self.arms.search(words) else words)

    gathers = re.compile(
        r"\b(?:regroup|assembl|canton|concentrat|gather|collect|billet)\w*\b[^.;]*\b(?:at|in)\s+(?:the\s+|its\s+|their\s+)?[A-Z]",
        re.IGNORECASE,
    )
    """Troops that are gathered somewhere are gathered there."""
    goal = re.compile(
        r"\b(?:to|into|behind|beyond|outside|inside|north|south|east|west|across)\b(?!\s+D\b)", re.IGNORECASE
    )
    somewhere = phrase(
        "to (?:the )?rear(?! of)"
        "|to (?:\\w+ )?(?:safe|safer|suitable|other|appropriate|better|quieter|secure|convenient|remote|distant"
        "|new|different) "
        "(?:ground|places?|positions?|areas?|locations?|sites?|quarters|distance)"
        "|to (?:the |such )?(?:places?|positions?|areas?|locations?|sites?) (?:(?:that|which|as) )?(?:(?:are|is"
        "|will be|may be) )?"
        "(?:(?:to be|yet to be|later|still) )?(?:agreed|named|chosen|determined|fixed|decided|indicated|settled"
        "|designated)"
        "(?! (?:in|on|under|with|by (?:the )?(?:[A-Z]\\w+ )?{body}))(?: (?:later|afterwards|between|by|among"
        "|in due)[^.;,]{0,30})?"
        "|to (?:the )?(?:places?|positions?|areas?|locations?|ground) of (?:its|their) (?:own )?(?:choice|choosing|own)"
        "|to (?:a |some )?(?:safe|suitable|reasonable|sufficient) distance"
    )
    """What is said of where they go, and could be anywhere."""

    ordered = re.compile(
        r"\b(?:shall|must|will|(?:is|are)\s+to|undertakes?\s+to"
        r"|agrees?\s+to)\s+(?:be\s+|have\s+)?(?:\w+ly\s+)?(?:withdraw|disengag|recall|evacuat|clear|call|order"
        r"|lead|send|pull|draw|fall|mov|shift"
        r"|redeploy|retreat|relocat|regroup|retir|tak|bring|remov|thin|vacat|leave)",
        re.IGNORECASE,
    )
    ordered_now = re.compile(
        r"(?:(?:By|On|From|Within|Before|After|At|Until)\s+[^,.;]{1,40}?,?\s+)?(?:Each|Both|Every|Either|The)\s+(?:\w+\s+)?(?:Part(?:y|ies)|[Ss]ides?)\s+"
        r"(?:withdraw|disengag|recall|evacuat|pull|draw|fall|mov|shift|redeploy|retreat|relocat|regroup|retir|thin|vacat|step|go\b|goes\b)"
    )
    """The same without "shall"."""
    arms = re.compile(
        r"\b(?:weapons?|arms|armaments?|guns?|artillery|mortars?|rockets?|missiles?|tanks?|batter(?:y|ies)|craft"
        r"|warships?)\b",
        re.IGNORECASE,
    )
    from_zone = re.compile(r"\b(?:from|out\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?i:zone|belt|strip|area)\b")
    """Being gone from a zone is half of it: weapons go somewhere, where they can be counted."""
    modal = re.compile(
        r"\b(?:shall|have|has|is|are|undertakes?|agrees?|obliged|bound|required|begins?|completes?)\s+to\b"
        r"|\bto\s+(?:withdraw|pull|draw|move|take|redeploy"
        r"|be)\b",
        re.IGNORECASE,
    )
    bans = re.compile(r"\b(?:not|no|neither|nobody|may)\b", re.IGNORECASE)
    anywhere = re.compile(
        r"\b(?:to|into|behind|beyond|outside|inside|home|north|south|east|west|Annex|through|across"
        r"|within(?!\s+\d)|from|off|out\s+of|away\s+from"
        r"|notice|agreement|treaty|consent)\b(?!\s+(?:D\b|D-?day|[A-Z]\+|\d{1,2}[:.\s]))",
        re.IGNORECASE,
    )


_WHO_CONFIRMS = frozenset({"must", "body", "other"})
"""Without one of these nobody confirms anything: "the others are counted from it"."""


class ConfirmedEarly(Rule):
    code = "D5.early"
    title = "Confirmed before it is declared"
    reference = "Checklist D5: confirmation due before the declaration"
    applies_to = "declarations, and the confirmations that rest on them"
    fix = "Let the confirmation be due after the declaration."
    late = "What is held against this is due before it."
    due = re.compile(r"\b(?:by|before|(?:not|no)\s+later\s+than|on|until|within)\s+(?:the\s+)?$", re.IGNORECASE)
    idle = stems(
        "list declaration declare inventory register notify notified check count compare certify verify hand give "
        "deliver Party Parties day bear hold against due confirm stand whether was what true"
    )
    """What says nothing of the things that are declared."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        named = stems(" ".join(each.name for each in (*draft.framework.bodies, *draft.framework.others)))
        idle = self.idle | named | stems(BODY_KINDS.replace("|", " "))
        dated = [(each, last) for each in draft.operative if (last := self._due(draft, each)) is not None]
        declared = [(each, last) for each, last in dated if self._declares(draft, each)]
        for sentence, _ in dated:
            if self._checked_first(draft, sentence):
                why = "This is to be confirmed before it is declared."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
        for sentence, last in dated if declared else ():
            hits = draft.concepts(sentence)
            if "confirms" not in hits or not hits.keys() & _WHO_CONFIRMS or self._declares(draft, sentence):
                continue
            referred = self.under.findall(sentence.exact)
            meant = next((each for each, due in declared if each.provision in referred and due > last), None)
            if meant is not None:
                why = "This is due before the declaration that it is held against."
                yield from self.at_both(draft, sentence, meant, why, self.late)
                continue
            told = [(each, due) for each, due in declared if each.provision == sentence.provision is not None]
            before = [(each, due) for each, due in told if each.start < sentence.start]
            if before and before[-1][1] > last and self.that.search(sentence.exact):
                why = "This is due before the declaration that it confirms."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
                continue
            if "against_list" not in hits and not any(self._same_arms(draft, sentence, each) for each, _ in declared):
                continue
            about = stems(sentence.exact) - idle
            alike = [(each, due, len(about & stems(each.exact))) for each, due in declared
                     if self._people(each) == self._people(sentence)]  # fmt: skip
            best = max((same for *_, same in alike), default=0)
            nearest = [(each, due) for each, due, same in alike if same == best > 0]
            if nearest and all(due > last for _, due in nearest):
                first = nearest[0][0]
                why = "This is due before what it is held against: the lists may rightly come later."
                yield from self.at_both(draft, sentence, first, why, self.late)

    clause = re.compile(r"[;,]\s+(?:(?:and|but|while|of)\s+)?|\s+(?=(?:that|which)\s+(?:each|the|it|both|every)\b)")
    checks = re.compile(r"\b(?:confirm|verif|certif|check|inspect|compar|count|test)\w*", re.IGNORECASE)
    hands_in = re.compile(
        r"\b(?:declar|regist|report|notif|submit|file|furnish|suppl|deliver|provid|lodg|present|hand(?:s|ed)?\s+(?:over|in)|giv|send)\w*\b",
        re.IGNORECASE,
    )
    paper = re.compile(r"\b(?:lists?|declarations?|inventor(?:y|ies)|registers?|returns?|statements?)\b", re.IGNORECASE)

    def _checked_first(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether one clause of a sentence checks, by a day, what another hands in by a later one."""
        if not self.paper.search(sentence.exact):
            return False
        days = [(start, last) for start, _, _, last in draft.days(sentence) if self.due.search(sentence.exact[:start])]
        starts = [0, *(match.end() for match in self.clause.finditer(sentence.exact)), len(sentence.exact)]
        checked, handed = [], []
        for start, end in pairwise(starts):
            words = sentence.exact[start:end]
            due = [last for at, last in days if start <= at < end]
            if due and self.checks.search(words):
                checked.append(due[-1])
            elif due and self.hands_in.search(words):
                handed.append(due[-1])
        return bool(checked and handed) and max(checked) < min(handed)

    that = re.compile(
        r"\b(?:confirm|verif|certif|den(?:y|ies)|check|test)\w*\s+(?:or\s+\w+\s+)?(?:this|it|that|them|these"
        r"|(?:the|these|those|both|all)\s+(?:declarations?|lists?|inventor(?:y|ies)|registers?|statements?))\b"
    )
    """What was declared in the sentence before."""
    under = re.compile(
        r"\b(?:declarations?|lists?|inventor(?:y|ies)|statements?|registers?)\s+(?:made\s+|given\s+)?(?:under|of"
        r"|in|by)\s+"
        r"(?:[Pp]aragraphs?|[Aa]rticles?|[Pp]oints?|[Ss]ections?)\s+(\d[\d.]*(?:\(\w+\))*)(?<!\.)"
    )
    """A declaration by the provision that demands it."""

    def _same_arms(self, draft: Draft, one: Sentence, other: Sentence) -> bool:
        """Whether both speak of weapons or forces that the text defines: nobody confirms the whole of what is not yet
        declared."""
        terms = (each.term for each in draft.definitions if each.term in one.exact and each.term in other.exact)
        return "of_arms" in draft.concepts(other) and any(terms)

    counted = re.compile(r"\s+(?:of|after|from)\s+(?:the\s+)?", re.IGNORECASE)
    """Between a length and the day from which it is counted."""

    def _due(self, draft: Draft, sentence: Sentence) -> int | None:
        """The minute after the day by which the sentence is due."""
        days = draft.days(sentence)
        by = [last for start, _, _, last in days if start == 0 or self.due.search(sentence.exact[:start])]
        for length in durations(sentence.exact):
            counted = self.counted.match(sentence.exact, length[1])
            day = next((last for start, _, _, last in days if counted and start == counted.end()), None)
            minutes = minutes_of(length[2])
            if day is not None and minutes is not None and self.due.search(sentence.exact[: length[0]]):
                by.append(day + minutes)
        return by[-1] if by else None

    def _declares(self, draft: Draft, sentence: Sentence) -> bool:
        hits = draft.concepts(sentence)
        return "declares" in hits and "confirms" not in hits

    def _people(self, sentence: Sentence) -> bool:
        """Whether it speaks of persons: the lists of prisoners and those of weapons are not the same."""
        return bool(re.search(r"\b(?:prisoner|detain|child|person|captive|interned)\w*", sentence.exact, re.IGNORECASE))


class MinesAndWorks(Rule):
    code = "D8.mines-and-works"
    title = "New mines forbidden, and obstacles allowed"
    reference = "Checklist D8: ban on new mines and permission to fortify unreconciled"
    applies_to = "texts that forbid mines"
    fix = "Say that fortifying does not include mines and explosive obstacles, or name the places where it does."
    ban = phrase(
        "(?:no (?:party|side)|neither|shall not|may not|prohibit\\w*|forbidden|ban on|not to"
        "|refrain\\w*)[^.;]{0,120}\\bmines?"
        "|mines?[^.;]{0,40}(?:prohibited|forbidden)|(?:lay|laying of|new)(?: new)? mines"
    )
    leave = phrase(
        "(?:may|can|is free to|are free to|is entitled to|are entitled to|are allowed to|is allowed "
        "to)[^.;]{0,80}?{mines}"
        "|{mines}[^.;]{0,20}(?:may|can) be (?:used|laid|placed|set|left|kept|put)[^.;]{0,40}"
        "|(?:may|can|is free to|are free to|is entitled to|are allowed to|is allowed to)[^.;]{0,120}"
        "(?:fortif\\w+|entrench\\w*|engineering works?|strengthen (?:its|their) positions|(?:lay|place"
        "|use) (?:new )?mines?"
        "|mine the|obstacles?|barriers)[^.;]{0,60}|(?:fortif\\w+|(?:field|engineering|defensive) works?|earthworks?"
        "|entrenchments?|obstacles?|barriers?)[^.;]{0,60}(?:is|are|remains?|stays?) (?:\\w+ )?(?:allowed"
        "|permitted|free|lawful)"
    )
    sound = phrase(
        "(?:does|do|shall) not (?:cover|include|extend to|apply to|hold for|concern)|"
        "(?:but )?not (?:with|by) (?:\\w+ )?(?:mines?|explosives?)"
        "|without (?:the use of |any |an? )?(?:\\w+ )?(?:mines?|explosives?)|with no (?:mines?|explosives?)"
        "|except (?:by |for )?mines|{mines}[^.;]{0,60} (?:is|are) not|no mines|not (?:include )?mines"
        "|clear\\w*|remov\\w*|destr\\w+|sweep\\w*|swept|defus\\w*|disarm\\w*|lift\\w*|explo\\w+ (?:unexploded"
        "|old)|may not|mark\\w*"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        bans = [each for each in draft.operative if self.ban.search(each.exact) and not self.leave.search(each.exact)]
        for sentence in draft.operative if bans else ():
            match = self.leave.search(sentence.exact) or (
                self.works.search(sentence.exact) if self._allowed(draft, sentence) else None
            )
            if match and not self.sound.search(sentence.exact):
                why = "This lets a side put up what another provision forbids: mines are obstacles too."
                also = (each.provision for each in bans)
                yield self.on(draft, sentence, match, why, also=also)

    works = phrase("fortif\\w+|obstacles?|barriers")
    allows = re.compile(r"\b(?:may|can|permitted|allowed|lawful)\b(?!\s+not)", re.IGNORECASE)

    denies = re.compile(r"\b(?:no|not|neither|nobody)\b", re.IGNORECASE)

    def _allowed(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it is an item of a list of what is allowed."""
        introduced = draft.introduction(sentence)
        return bool(self.allows.search(introduced) and not self.denies.search(introduced))


RULES: tuple[Rule, ...] = (NoDestination(), ConfirmedEarly(), MinesAndWorks())
