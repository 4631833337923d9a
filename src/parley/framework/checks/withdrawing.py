"""Withdrawals and mines: where to, and what takes their place."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Modality, Sentence, Severity
from parley.text import distances
from parley.text import patterns as re

from .draft import Draft
from .phrases import MONTHS, phrase
from .rule import Rule

_TROOPS = (
    "troops|soldiers|forces|units|fighters|combatants|men|infantry|brigades?|battalions?|soldiery|compan(?:y|ies)|platoons?"
    "|regiments?|squads?|garrisons?|batter(?:y|ies)|detachments?|patrols"
)


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
            if (each.object.value.term or each.object.value.text) in kept_away and not self.declared.search(
                sentence.exact
            ):
                continue  # a ban says from where they have to be gone
            if self._to_nowhere(draft, sentence, self.to):
                seen.add(sentence.start)
                why = f"The text does not say to where, or how far from what, '{each.object.words}' is withdrawn."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
        for sentence in draft.duties:
            if (
                sentence.start in seen
                or self.bans.search(sentence.exact)
                or (any(n and n in sentence.exact for n in kept_away) and not self.declared.search(sentence.exact))
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

    declared = re.compile(
        r"\bfrom\s+(?:the|their|its)\s+(?:\w+\s+)?(?:declared|present|current|known|recorded|registered|listed)?\s*"
        r"(?:locations?|positions?|places?|sites?)\b",
        re.IGNORECASE,
    )
    """From where they are taken: then it is also to be said to where."""
    leaves = re.compile(
        r"\b(?:(?:shall|must|will|(?:is|are)\s+to|undertakes?\s+to)\s+(?:withdraw|pull\s+out|pull|draw|move|take|evacuate|remove)"
        r"|(?:[Ee]ach|[Ee]very|[Ee]ither)\s+(?:Party|Side)\s+(?:withdraws|pulls|draws|evacuates|removes|moves))\s+(?:back\s+|out\s+)?"
        rf"(?:all\s+)?(?:of\s+)?(?:its|their)\s+(?:[\w-]+\s+){{0,2}}?(?:{_TROOPS})\b"
        rf"|\b(?:{_TROOPS})\b[^,;.]{{0,40}}?\s(?:shall|must|will|are\s+to|have\s+to)\s+"
        r"(?:leave|quit|vacate|evacuate|march\s+out|pull\s+out|withdraw)\b"
    )
    """Troops that are drawn out of somewhere."""
    whither = re.compile(
        r"\b(?:to(?!\s+D\b)|into|behind|beyond|outside|north|south|east|west|across|home|camps?|barracks|garrisons?|own\s+side"
        r"|Annex)\b",
    )

    from_ground = re.compile(
        r"\b(?:from|out\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?i:zone|belt|strip|area|front|bridge|heights?|hills?|ridge|pass|frontier|valley|banks?)\b"
        rf"|\b(?:from|out\s+of|leave|quit|vacate|evacuate)\s+(?!D\b|D-?[Dd]ay|Day\b|(?:{MONTHS})\b)"
        r"(?:the\s+)?[A-Z][a-z]+"
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
    troops = re.compile(rf"\b(?:{_TROOPS}|them|they|their)\b")

    def _to_nowhere(self, draft: Draft, sentence: Sentence, to: re.Pattern[str]) -> bool:
        words = self.modal.sub("", sentence.exact)
        if distances(words) or draft.in_list(sentence) or not self.withdraws.search(words):
            return False
        if self.gathers.search(words):
            return False
        plain = self.somewhere.sub("", words)
        if plain != words and "Annex" not in words:
            return not self.goal.search(plain)
        words = self.declared.sub("", words)
        if self.gear.search(words):
            words = self.from_anywhere.sub("", words)
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
    gear = re.compile(
        r"\b(?:withdraw|remove|pull|evacuate|take|draw|move|clear|recall)s?\s+(?:back\s+|out\s+)?(?:all\s+(?:of\s+)?)?(?:its|their)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:weapons?|arms|guns?|artillery|mortars?|rockets?|launchers?|missiles?|tanks?|batter(?:y|ies)|warships?|boats?|vessels?|ships?|vehicles"
        r"|columns?|pontoons?|radars?|lorries|trucks|howitzers?|armour|engineers|sappers|reserves|cavalry|drones?|helicopters?|aircraft)\b"
        r"|\bof\s+(?:its|their)\s+(?:[\w-]+\s+){0,2}?(?:boats|vessels|vehicles|guns|tanks|batteries)\b",
        re.IGNORECASE,
    )
    """What goes somewhere else where it is taken from a place."""
    from_anywhere = re.compile(
        r"\b(?:from|out\s+of|off)\s+(?:the\s+)?(?!(?:[\w-]+\s+){0,3}?Line\b)[^.;,]{2,40}?(?=\s+(?:to|into|by|not|no|until|within|on|before)\b|[.;,]|$)"
    )
    from_zone = re.compile(r"\b(?:from|out\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?i:zone|belt|strip|area)\b")
    """Being gone from a zone is half of it: weapons go somewhere, where they can be counted."""
    modal = re.compile(
        r"\b(?:shall|have|has|is|are|undertakes?|agrees?|obliged|bound|required|begins?|completes?)\s+to\b"
        r"|\bto\s+(?:withdraw|pull|draw|move|take|redeploy"
        r"|be)\b",
        re.IGNORECASE,
    )
    bans = re.compile(r"\b(?:(?:not|no)(?!\s+(?:later|more|less)\s+than\b)|neither|nobody|may)\b", re.IGNORECASE)
    anywhere = re.compile(
        r"\b(?:to|into|behind|beyond|outside|inside|home|north|south|east|west|Annex|through|across"
        r"|within(?!\s+\d)|from|off|out\s+of|away\s+from"
        r"|notice|agreement|treaty|consent)\b(?!\s+(?:D\b|D-?day|[A-Z]\+|\d{1,2}[:.\s]))",
        re.IGNORECASE,
    )


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


RULES: tuple[Rule, ...] = (NoDestination(), MinesAndWorks())
