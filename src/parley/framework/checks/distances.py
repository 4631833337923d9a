"""Distances, lines and zones: how far, from what, and where that is."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import distances
from parley.text import patterns as re
from parley.text.positions import PLACED

from .draft import Draft
from .phrases import phrase
from .rule import Rule

_LAYS_OUT = re.compile(
    r"\b(?:zone|strip|belt|corridor|withdr\w+|mov\w+|shift\w*|relocat\w*|redeploy\w*|retreat\w*|pull\w*|draw\w*"
    r"|keep\w*|kept|stay\w*|(?:km|kilomet\w+|m|met(?:re|er)s|miles)\s+off"
    r"|stand\w*|station\w*|plac\w+|remov\w+|within|wide|width|broad|breadth|away|distance|depth|closer|nearer"
    r"|back\w*|rear\w*|hold\w*|held|beyond|outside|radius|distant)\b",
    re.IGNORECASE,
)
_NOT_TIME = (
    r"(?!\s+(?:each\s+other|one\s+another)\b|\s+(?:the\s+)?(?:D\b|D-?day|D[+-]|\d|day\b|hour\b|date\b"
    r"|January|February|March|April|May\b|June|July|August|September|October"
)
_NOT_TIME += r"|November|December|the\s+(?:day|date|moment|time|signature|entry)\b))"
_FROM_WHAT = re.compile(
    r"\s*(?:inland|seawards?|offshore|out\s+to\s+sea)\b"
    r"|\s*(?:wide|broad|deep|in\s+(?:width|breadth|depth))\s+on\s+(?:each|either|both)\b"
    r"|\s*(?:or\s+(?:more|less)\s+)?(?:\([^)]*\)\s*)?(?:away\s+|back\s+|deep\s+|inland\s+|rearwards?\s+|further\s+)?"
    r"(?:(?:to\s+the\s+)?(?:north|south|east|west|rear|left|right)\s+)?"
    rf"(?:from|of|off(?!\W*$|\s+(?:by|until|from|on|before)\b)|inside|outside|beyond|behind|past|short\s+of|on\s+(?:each|either|both)|to\s+(?:each|either)"
    rf"|along|around|round|about|into|above|below|between"
    rf"|to\s+(?:the|its)\s+(?!rear)|in\s+(?:altitude|height|radius|length)|radius|range|long|high"
    rf"|square)\b{_NOT_TIME}",
    re.IGNORECASE,
)
_FROM_LATER = re.compile(
    rf"[^.;,\d]{{0,60}}?\bfrom{_NOT_TIME}\s+(?!where\b|which\b)\w"
    r"|\s+(?:and|to|or)\s+\d[\d.,]*\s*[a-z]+(?:\s+miles)?\s+(?:away\s+)?(?:from|of)\b"
    r"|[^.;,\d]{0,40}?\s(?:or|and|nor)\s+(?:[a-z]+\s+)?(?:within|nearer\s+than|closer\s+than|to)\s+\d[\d.]*\s*[a-z]+(?:\s+miles)?\s+(?:of|from|to)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What it is measured from stands later, also behind a second distance: "within 2 km or 1 mile of the crew"."""
_FROM_BEFORE = re.compile(
    r"\bfrom\b(?!\s+(?:D\b|D-?day|D[+-]|\d))[^.;]{0,80}\bby\b[^.;]{0,40}$|\b(?:closer|nearer)\s+to\s+[^.;]{3,60}\sthan\s+$|\bbetween\s+[^.;]{3,60}$"
    r"|\bdistance\b[^.;\d]{0,60}\bfrom\s+(?!D\b)[^.;\d]{3,60}\s(?:is|of|be|are)\s+(?:at\s+least\s+)?$"
    r"|\b(?:behind|beyond|outside|from)\s+(?:the\s+)?[^.;\d]{3,60}(?:,|\bby|\bat)\s+(?:at\s+least\s+"
    r"|a\s+distance\s+of\s+)?$",
    re.IGNORECASE | re.DOTALL,
)
_WIDE = r"\s*-?\s*(?:wide|broad|deep|in\s+(?:width|breadth|depth)|width|breadth)\b"
_WIDTH = re.compile(
    rf"{_WIDE}(?!\s+(?:on|to|from|along|around"
    r"|behind|inside)\b)"
    r"|\s*-?\s*(?:(?:\w+\s+){0,2}(?:zone|strip|belt|area|corridor)s?\b)(?!\s+(?:on|to|from|along|around|behind"
    r"|inside)\b)",
    re.IGNORECASE,
)
_WIDTH_BEFORE = re.compile(
    r"\b(?:zone|strip|belt|territory|area|corridor|band)s?\s+(?:of|with|having)\s+(?:a\s+)?(?:width\s+(?:of\s+)?"
    r"|breadth\s+(?:of\s+)?|at\s+least\s+|up\s+to\s+)?$"
    r"|\bwidth\s+(?:of\s+)?$|\bbreadth\s+(?:of\s+)?$|\b(?:width|breadth)\s+of\s+[^.;,\d]{2,40}\s+is\s+$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in\s+total|total\s+(?:width|breadth)|(?:on|to|from)\s+(?:each|either|both)\s+(?:of\s+)?(?:its\s+)?sides?"
    r"|to\s+(?:each|either)\s+side|centred|centered"
    r"|in\s+all|half\s+of\s+it|altogether|sides?\s+of\s+(?:it|the)|along\s+(?:each|the)|around|from\s+the)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\bfl(?:y|ies|own|ying)\b[^.;]{0,40}?\b(?:below|above|under|over|lower\s+than|higher\s+than|at)\s+$"
    r"|\b(?:ranges?|altitudes?|heights?|speed|length|size|calibre|draught|resolution|accuracy|error|scale"
    r"|reach|apart|every|visibility|tall)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_RADIUS = re.compile(r"\bradius\b[^.;]{0,40}$", re.IGNORECASE)
_SMALL = 30
"""Metres: what is less is the width of a gate or a sluice, and no distance between forces."""
_CENTRE = re.compile(
    rf"\b(?:cent(?:re|er)\w*|around|round|about|drawn|circle|whose|every|each)\b|{PLACED}",
    re.IGNORECASE,
)
"""Where a circle has its middle."""
_UNIT_AGAIN = re.compile(
    r"\s*(?:each|per|an?\s+hour|in\s+(?:length|size)|long|tall|high|apart|between\s+(?:one\s+another|each\s+other|them|two|posts)|of\s+(?:road|rail|track|cable|wire"
    r"|pipe))\b",
    re.IGNORECASE,
)
_OF_A_WAY = re.compile(
    r"\b(?:lane|path|track|way|road|passage|channel|fairway|gap|ditch|trench|gate|bridge|fence|wall|strip\s+of\s+road"
    r"|footpath|street|cable|pipe|aisle|ramp|canal|hole|opening|door|shaft|tunnel|pit|well|moat|embankment|dyke|dam"
    r"|mound)s?\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
"""What has a width or a depth of its own, as a lane has; a zone has it from somewhere."""
_NEAR = re.compile(r"\b(?:within|nearer\s+than|closer\s+than)\s+$", re.IGNORECASE)


_TOLD_BEFORE = re.compile(r"\b(?:from|behind|beyond|off|distances?|[Ll]ine)\b")
"""What introduces a list of distances, and says from what they are measured."""
_WHOLE = re.compile(
    r"\W*(?:[A-Z]\w*\s+)(?:[\w-]+\s+){0,6}?(?:shall|must|may|will|is|are|lies?|stands?|keeps?|stays?)\b"
)
"""An item of a list that is a sentence of its own, as the points of bulleted texts are."""
_OWN_MILE = re.compile(
    r"\bmiles?\b[\"”*]*\s*(?::|means?|is|are|stands?\s+for|denotes?)\s*(?:always\s+)?(?:an?\s+|the\s+)?(?:international\s+)?nautical\s+miles?\b"
    r"|\bmiles?\b[^.;]{0,20}\b1[,.]?\s?852\s*m(?:et(?:re|er)s?)?\b",
    re.IGNORECASE,
)
"""What a mile is, as a text says it: "Mile: the nautical mile of 1,852 metres"."""

_WHOLE_WIDTH = re.compile(r"\b(?:total|whole|entire|full|overall)\s+(?:width|breadth)\b[^,;.]{0,20}\Z", re.IGNORECASE)


class DistanceFromWhat(Rule):
    code = "D3.from-what"
    title = "A distance that does not say from what"
    reference = "Checklist D3: number, unit, from what, for which weapon, one side or total width"
    applies_to = "distances in operative sentences"
    fix = "Write 'n km from the Contact Line', and for a width 'in total' or 'on each side'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        widths: set[float] = set()
        for sentence in draft.operative:
            words = sentence.exact
            defines = sentence.form is SentenceForm.DEFINITION
            if _OWN_MILE.search(words):
                continue  # how long a mile is
            told_before = draft.in_list(sentence) and _TOLD_BEFORE.search(draft.introduction(sentence))
            whole = _WHOLE.match(words) is not None
            if not _LAYS_OUT.search(words) or (draft.in_list(sentence) and (told_before or not whole) and not defines):
                continue
            found = distances(words)
            for start, end, distance in found:
                if distance.metres < _SMALL:
                    continue
                of_a_way = _OF_A_WAY.search(words[:start]) and not _NEAR.search(words[:start])
                if _UNIT_AGAIN.match(words, end) or of_a_way:
                    continue
                if self._is_open(words, start, end):
                    halves = any(2 * other.metres == distance.metres for *_, other in found)
                    if halves or distance.metres in widths:
                        continue  # it is what moving back from a line leaves, or was laid out before
                    widths.add(distance.metres)
                    why = f"'{distance}' gives a width and not whether it is the whole or one side of it."
                elif not self._says_from_what(words, start, end):
                    why = self._what_is_open(words, end).format(distance)
                else:
                    continue
                yield self.at(draft, sentence.start + start, sentence.start + end, why, provision=sentence.provision)

    apart = re.compile(rf"(?P<wide>{_WIDE})?\s*(?:away\s+|back\s+)?from\s+(?:each\s+other|one\s+another)\b", re.I)

    def _what_is_open(self, words: str, end: int) -> str:
        """What nobody knows of a distance that ends there and has no base."""
        apart = self.apart.match(words, end)
        if apart is None:
            return "'{}' does not say from what it is measured."
        if apart["wide"]:
            return "'{}' may be the whole width or only what lies between the two sides: the words fit both."
        return "'{}' is measured from each other, and no line says how much of it each side clears."

    def _is_open(self, words: str, start: int, end: int) -> bool:
        wide = _WIDTH.match(words, end) or (_WIDTH_BEFORE.search(words[:start]) and not _FROM_WHAT.match(words, end))
        return bool(wide) and not _TOTAL.search(words)

    def _says_from_what(self, words: str, start: int, end: int) -> bool:
        opens, closes = words.rfind("[", 0, start), words.find("]", end)
        is_open = 0 <= opens < closes and "]" not in words[opens:start]
        behind = closes + 1 if is_open else end  # "[20 km | 30 km] from the Line"
        return bool(
            any(each.match(words, at) for each in (_FROM_WHAT, _FROM_LATER) for at in (end, behind))
            or _WIDTH.match(words, end)
            or _WIDTH_BEFORE.search(words[:start])
            or _WHOLE_WIDTH.search(words[:start])
            or _FROM_BEFORE.search(words[:start])
            or _RANGE.search(words[:start])
            or (_RADIUS.search(words[:start]) and _CENTRE.search(words))
        )


class LineNowhere(Rule):
    code = "D1.no-geometry"
    title = "A line that is drawn nowhere"
    severity = Severity.BLOCKER
    reference = "Checklist D1: one line, geometry annexed"
    applies_to = "lines and zones that duties are laid out from"
    fix = "Define it: '**Contact Line** means the line shown in Annex A', and annex the map."
    line = re.compile(
        r"\b(?:the\s+)?(?:(?:old|former"
        r"|earlier)\s+)?(?:[Dd]e\s+[Ff]acto\s+)?(?:[Ll]ine\s+of\s+(?:(?:[Aa]ctual\s+)?(?:[Ee]ngagement|[Ff]ire"
        r"|[Cc]onflict|[Aa]rmistice|[Tt]ruce|[Dd]eployment)|[Cc]ontact|[Ss]eparation|[Dd]isengagement"
        r"|[Cc]ontrol|[Cc]onfrontation|[Dd]emarcation)"
        r"|(?:contact|separation|front|demarcation|cease-?fire|confrontation|engagement|dividing|control|armistice"
        r"|truce"
        r"|disengagement)\s+line)\b"
    )

    told_by = re.compile(
        r"(?:\d\s*(?:km|m|kilomet\w+|met\w+|miles)\s+(?:of|from|off|behind|beyond"
        r"|to)\s+)(?P<line>the\s+(?:[a-z-]+\s+){1,3}line)\b"
    )
    """A line in small letters from which a distance is measured."""
    known = re.compile(
        r"\bcent(?:re|er)\s+line\b|\b(?:power|railway|rail|telephone|supply|coast|shore|water|pipe|gas|tram|tree|snow|fence|train"
        r"|transmission)\s+line\b"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        yield from self._told(draft)
        for sentence in draft.operative:
            match = self.line.search(sentence.exact)
            name = re.sub(r"^(?:the\s+)?(?:de\s+facto\s+)?", "", match.group(), flags=re.IGNORECASE) if match else ""
            if match and not draft.named(name) and not re.search(r"\b(?:Annex|map)\b", sentence.exact):
                why = "Distances hang on a line that the text neither defines nor shows on a map."
                yield self.on(draft, sentence, match, why)
                return  # one finding: the mend is one definition

    def _told(self, draft: Draft) -> Iterator[Finding]:
        """Lines that distances are measured from and that no sentence describes."""
        for sentence in draft.duties:
            for match in self.told_by.finditer(sentence.exact):
                name = " ".join(match["line"].split()[1:])
                described = re.compile(
                    rf"{re.escape(name)}\b[^.;]*\b(?:Annex|map|coordinates|runs?|drawn|means)\b", re.I
                )
                if draft.named(name) or self.known.search(name) or self.line.search(name) or draft.says(described):
                    continue
                start, end = sentence.start + match.start("line"), sentence.start + match.end("line")
                why = f"A distance hangs on '{name}', which the text neither defines nor shows on a map."
                yield self.at(draft, start, end, why, provision=sentence.provision)


_TO_PAPER = (
    r"(?:record|map|list|survey|register|plot|chart|photograph|sketch)\w*|log(?:s|ged|ging)?"
    r"|(?:write|writes|written|note|notes|noted|take|takes|set|sets)\s+(?:\w+\s+){0,4}?down|enter(?:s|ed)?\s+[^.;]{2,60}?\bin\s+(?:a|the|its|their)\s+(?:book|register|journal)"
)
"""How positions are put on paper."""


class FreezeWithoutRecord(Rule):
    code = "D7.no-record"
    title = "Positions frozen without a record of them as they stood then"
    reference = "Checklist D7: positions frozen as recorded at D, by what record"
    applies_to = "sentences that freeze positions"
    fix = "Say who records the positions, at what hour, and to whom the record goes."
    freeze = re.compile(
        r"\b(?:freeze|frozen)\b(?!\s+(?:\w+\s+){0,3}?(?:sales?|assets|accounts|funds|credits?|payments?|deliver\w+|aid|trade|exports?|imports?))[^.;]{0,60}|\bremain\s+in\s+(?:their\s+)?(?:present|current)\s+positions\b"
        r"|\bstop\s+in\s+their\s+\w+|\bstay\s+put\b|\bstatus\s+quo\s+on\s+the\s+ground\b|\bno\s+change\s+(?:in|of)\s+the\s+(?:deployment|positions?|places?)\b"
        r"|\b(?:hold|keep|leave|maintain|remain|stay)s?\s+(?:(?:its|their|all|the)\s+(?:\w+\s+){1,3})?(?:at|in"
        r"|on)\s+(?:their|its|the)\s+"
        r"(?:present|current|existing|actual|momentary)\s+(?:positions|places|posts|locations|lines)\b"
        r"|\b(?:stay|remain)s?\s+(?:at|in|on)\s+the\s+(?:places|positions|posts|locations|spots|lines)\s+(?:that"
        r"|which|where|they|it)\b"
        r"|\b(?:alter|change|shift|advance|modify)\w*\s+(?:the\s+)?(?:lines|positions|places|posts)\s+(?:held"
        r"|occupied|taken)\b"
        r"|\b(?:remain|stay|hold)\s+(?:in\s+place|where\s+they\s+are|(?:in|at)\s+the\s+positions\s+(?:they|that"
        r"|which))\b"
        r"|\bchange\s+(?:its|their|these|the)\s+positions?\b"
        r"|\b(?:keep|hold|leave|halt|stop|remain|stay|maintain)s?\s+(?:[^.;]{2,30}?\s)?(?:where\s+(?:they"
        r"|it)\s+(?:stands?|are|is|lies?"
        r"|lay|stood)|(?:at|in)\s+the\s+(?:places?|positions?|posts?)\s+(?:that|which|where|they|it)"
        r"|on\s+the\s+spot|in\s+place)\b|\bstands?\s+(?:fast|still)\b|\bnot\s+(?:move|stir"
        r"|leave)\s+(?:from\s+)?(?:its|their)"
        r"\s+(?:places?|positions?|posts?)\b|\bstatus\s+quo\s+of\s+(?:the\s+)?positions\b"
        r"|\bchange\s+the\s+(?:places?|positions?|locations?)\s+of\b"
        r"|\b(?:hold|keep|stay|remain|maintain)s?\s+(?:to\s+|in\s+|at\s+|on\s+)?(?:the|those|its"
        r"|their)\s+(?:\w+\s+)?(?:positions?|places?|posts?"
        r"|trenches|locations?|lines?|stations?|berths|anchorages|quarters)\s+(?:that|which|where|they|it|as)\b"
        r"|\b(?:positions?|deployments?|dispositions?|lines?\s+held|front)\b[^.;]{0,60}\b(?:may|shall|must|can|are|is|do|does)\s+not\s+"
        r"(?:to\s+)?(?:be\s+)?(?:chang|alter|mov|shift|improv|left\b|modif)\w*"
        r"|\b(?:front|situation\s+on\s+the\s+ground|lines\s+held|lie\s+of\s+the\s+forces)\b[^.;]{0,30}?\b(?:stays?|remains?|(?:is|are)\s+(?:kept|left"
        r"|held))\s+(?:(?:as|where)\s+(?:it|they)|unchanged)\b"
        r"|\b(?:neither|no)\s+(?:party|side|unit|force|formation)\b[^.;]{0,40}?\b(?:chang|alter|shift|improv|modif|extend)\w*\s+(?:(?:its|their|the|any"
        r"|his)\s+)?(?:(?!Annex)\w+\s+){0,2}?(?:positions?|deployments?|dispositions?)\b"
        r"|\b(?:digs?\s+in|encamps?|stands?|rests?)\s+where\s+(?:they|it)\s+(?:stands?|are|is|lies?)\b|\bgo(?:es)?\s+no\s+(?:further|farther)\b"
        r"|\b(?:keep|stay|remain|hold)s?\s+(?:to|on|in|at)\s+the\s+(?:ground|land|terrain|heights?|points?|spots?)\s+(?:(?:that|which)\s+)?(?:they|it)\b"
        r"|\b(?:leave|keep|hold)s?\s+[^.;]{2,30}?\s(?:at|on)\s+the\s+(?:points?|spots?)\s+(?:(?:that|which)\s+)?(?:they|it)\b"
        r"|\b(?:remain|stay|keep|hold)s?\s+(?:at|in|on)\s+(?:their|its|the)\s+(?:D-?day|starting|initial)\s+(?:locations?|positions?|places?|lines?)\b"
        r"|\b(?:positions?|places?|posts?|lines?|locations?|situation)\s+of\s+D-?day\b"
        r"|\b(?:lines?|ground|places?)\s+(?:that|which)\s+(?:each|either|the)\s+\w+\s+(?:holds?|occup\w+)\b[^.;]{0,40}\b(?:not|kept|fixed|frozen)\b"
        r"|\b(?:lines|positions|front)\b[^.;]{0,30}?\b(?:fixed|kept|left|held)\s+as\s+(?:they|it)\b"
        r"|\bbeyond\s+(?:what|that\s+which|the\s+ground)\s+(?:that\s+)?(?:it|they)\s+(?:holds?|held|occup\w+)\b"
        r"|\b(?:do(?:es)?|shall|must|may)\s+not\s+leave\s+(?:the|its|their)\s+(?:\w+\s+)?positions?\b",
        re.IGNORECASE,
    )
    of_money = re.compile(
        r"\b(?:sales?|assets|accounts?|funds?|moneys?|credits?|payments?|deposits?|property|prices|wages|loans?|trade"
        r"|quotas?|licen[cs]es?)\b[^.;]*$",
        re.IGNORECASE,
    )
    """What else is frozen: "the accounts that were frozen in 2035"."""
    of_positions = re.compile(
        rf"\b(?:{_TO_PAPER})\b[^.;]{{0,60}}\b(?:positions?|places?|posts?|camps?|quarters)\b"
        r"|\bpositions\b[^.;]{0,40}\brecorded\b"
        r"|\b(?:list|record|coordinates|chart|survey|register)\s+of\s+(?:the\s+|its\s+|their\s+|all\s+)*(?:\w+\s+)?positions\b",
        re.IGNORECASE,
    )
    of_forces = re.compile(
        rf"\b(?:{_TO_PAPER})\b[^.;]{{0,60}}\b(?:positions?|locations?|deployment|dispositions?)\s+of\s+(?:\w+\s+){{0,2}}?"
        r"(?:forces|troops|units|posts|formations|armies|army)\b",
        re.IGNORECASE,
    )
    """A record of the positions that another provision has made, whenever that may be."""
    as_then = re.compile(r"\bas\s+(?:they|it)\s+(?:are|is|stands?|stood|were|was)\b", re.IGNORECASE)
    specific = re.compile(
        r"\b(boats?|ships?|vessels?|craft|marines|guards?|police\w*|militias?|tanks?|guns?|batter(?:y|ies)"
        r"|aircraft|trains?|patrols?)\b",
        re.IGNORECASE,
    )
    """What a record of the troops' positions alone says nothing of."""
    all_of_them = re.compile(r"\b(?:all|each)\s+(?:of\s+)?(?:their|these|those|them)\b", re.IGNORECASE)
    of_ground = re.compile(
        r"\b(?:positions?|lines?|front|fronts|deployments?|dispositions?|ground|movements?|forces|troops|units|formations?"
        r"|posts?|lie|stand|stands|place|places|where|situation|status\s+quo|locations?|trenches|boats?|ships?|vessels?)\b",
        re.IGNORECASE,
    )
    record = re.compile(rf"\b(?:{_TO_PAPER}|coordinates)\b", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.freeze.search(sentence.exact)
            if match is None or self.of_money.search(sentence.exact[: match.start()]):
                continue
            bearers = {who for each in sentence.obligations for who in draft.bearers(each)}
            if bearers and not bearers & draft.party_ids and self._a_body(draft, sentence):
                continue  # where the monitors stand
            if "where" in match.group().lower() and not self._of_forces(draft, sentence):
                continue  # "The ferry stays where it is."
            own = self.specific.search(sentence.exact)
            of_them = [own[1].lower().rstrip("s")] if own else []
            near = [each.exact for each in draft.around(sentence)]
            near = [
                words
                for words in near
                if all(them in words.lower() for them in of_them) or self.all_of_them.search(words)
            ]
            recorded = [each.exact for each in draft.operative if self.of_positions.search(each.exact)]
            freezes = match.group().lower().startswith(("freeze", "frozen"))
            if freezes and not self.of_ground.search(sentence.exact):
                continue  # "may freeze one half of the fuel allowance"
            if not freezes and any(all(them in words.lower() for them in of_them) for words in recorded):
                continue
            if not any(self._recorded(words) for words in {*near, sentence.exact}):
                why, also = "Without a record of the positions nobody can tell who has moved.", None
                late = next((each for each in draft.operative if self.of_forces.search(each.exact)), None)
                if late is not None and self.as_then.search(late.exact):
                    continue
                if late is not None:
                    why = "Nothing says that the record of the positions is of the hour of the freeze."
                    also = late.provision
                yield self.on(draft, sentence, match, why, also=(also,))

    def _of_forces(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it is about a party or those who fight for one."""
        hits = draft.concepts(sentence)
        return bool(hits.keys() & {"troops", "party", "weapon", "named_party"}) and not (
            "body" in hits and "party" not in hits
        )

    def _a_body(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether a body or one of the others opens the sentence."""
        named = (one.name.split(" of ")[0] for one in (*draft.framework.bodies, *draft.framework.others))
        return any(sentence.exact.find(name) in range(20) for name in named)

    def _recorded(self, words: str) -> bool:
        """Whether somebody records where things stand; a ban on leaving "its recorded position" records nothing."""
        return bool(self.record.search(words) and self.where.search(words) and not self.bans.match(words))

    where = re.compile(
        r"\b(?:positions?|places?|posts?|camps?|quarters|locations?|lines?|units|where|they|them|it)\b", re.IGNORECASE
    )
    bans = re.compile(r"\W*(?:neither|no)\b", re.IGNORECASE)


class MixedUnits(Rule):
    code = "L8.mixed"
    at_sea = phrase(
        "sea|seas|ships?|warships?|sound|straits|maritime|water|vessels?|boats?|naval|navy|craft|coasts?|coastal|shores?|waters|ports?|harbours?|islands?"
        "|lake|bay|gulf|strait|channel|cape|fleets?|fishing|trawl\\w*|fish|anchor\\w*|sail\\w*|moor\\w*|dock\\w*"
    )
    title = "Kilometres and miles in one text"
    severity = Severity.MINOR
    reference = "Checklist L8"
    applies_to = "distances of the whole text"
    fix = "Use one unit on land, and nautical miles at sea only."

    def find(self, draft: Draft) -> Iterator[Finding]:
        found = [
            (sentence, start, end, distance)
            for sentence in draft.operative
            for start, end, distance in distances(sentence.exact)
        ]
        if any(_OWN_MILE.search(sentence.exact) for sentence in draft.framework.sentences):
            return  # the text says what its mile is, so nobody can take it for another
        all_metric = any(self.one_measure.search(sentence.exact) for sentence in draft.framework.sentences)
        metric = any(distance.unit in ("km", "m") for *_, distance in found)
        in_km = {self._from(sentence.exact, end) for sentence, _, end, one in found if one.unit == "km"} - {""}
        for sentence, start, end, distance in found:
            at_sea = self.at_sea.search(sentence.exact) or self.at_sea.search(draft.framework.title or "")
            same = self._from(sentence.exact, end) in in_km
            on_land = distance.unit == "nautical miles" and (same or not at_sea or all_metric)
            if metric and (distance.unit == "miles" or on_land):
                why = f"'{distance}' stands beside distances in kilometres."
                yield self.at(draft, sentence.start + start, sentence.start + end, why, provision=sentence.provision)

    one_measure = re.compile(
        r"\b(?:all|every|each)\s+distances?\b[^.;]{0,60}\b(?:in\s+kilomet\w+|in\s+met\w+|metric)\b", re.IGNORECASE
    )
    """A text that says in which measure all of its distances are given."""

    def _from(self, words: str, end: int) -> str:
        """The line or zone by its name from which a distance is measured that ends there; "" where there is none."""
        named = self.of_what.match(words, end)
        return named["name"] if named else ""

    of_what = re.compile(r"\s+(?:from|of|off|away\s+from)\s+the\s+(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)")


RULES: tuple[Rule, ...] = (
    DistanceFromWhat(),
    LineNowhere(),
    FreezeWithoutRecord(),
    MixedUnits(),
)
