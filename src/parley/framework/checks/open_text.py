"""Brackets: text that is still open, that nobody claims, or that does not close."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, FindingKind, Severity
from parley.text import patterns as re

from ..brackets import MAX_BRACKETS, left_open
from .draft import Draft
from .phrases import phrase
from .rule import Rule

_LABEL = r"#[\w.\-]+"


class OpenBracket(Rule):
    code = "L5.open"
    title = "Text still open"
    kind = FindingKind.NOTE
    severity = Severity.MINOR
    reference = "Checklist L5"
    applies_to = "brackets; in a final text they are a defect"
    fix = "Settle it: 'parley settle FILE --take LABEL=OPTION'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        final = draft.framework.status == "final"
        for bracket in draft.framework.brackets:
            name = f"#{bracket.label}" if bracket.label else "a bracket without a label"
            why = f"{name} is still open" + (" in a text that calls itself final." if final else ".")
            severity = Severity.BLOCKER if final else Severity.MINOR
            found = self.at(draft, bracket.start, bracket.end, why, provision=bracket.provision, severity=severity)
            yield found.replace(kind=FindingKind.DEFECT) if final else found


class BracketWithoutOwner(Rule):
    code = "L5.owner"
    title = "A proposal that nobody owns"
    severity = Severity.MINOR
    reference = "Checklist L5: proposal without owner"
    applies_to = "the alternatives of brackets"
    fix = "Name who proposes it: '[#label KES: this | ORL: that]'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for bracket in draft.framework.brackets:
            for alternative in bracket.alternatives:
                if alternative.owners:
                    continue
                words = alternative.text or "leaving it out"
                start, end = alternative.start, alternative.end
                if start == end:
                    start, end = bracket.start, bracket.end
                yield self.at(
                    draft, start, end, f"Nobody is named who proposes '{words}'.", provision=bracket.provision
                )


class UnclosedBracket(Rule):
    code = "L5.unclosed"
    title = "A bracket that does not close"
    severity = Severity.BLOCKER
    reference = "Checklist L5: brackets that do not close"
    applies_to = "the text as written"
    fix = "Add the missing ']'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        framework = draft.framework
        closed = {bracket.start for bracket in framework.brackets}
        # Beyond the most that are read nobody knows which close.
        known = max(closed) if len(closed) >= MAX_BRACKETS else len(framework.text)
        owners = "|".join(re.escape(party.id) for party in framework.parties)
        opens = re.compile(rf"\[(?:{_LABEL}|(?:{owners})\s*:)?" if owners else rf"\[(?:{_LABEL})?")
        found = [(sentence, list(opens.finditer(sentence.exact))) for sentence in framework.sentences]
        plain = {each.start + match.start() for each, all_ in found for match in all_ if len(match.group()) == 1}
        left = left_open(framework.text, plain)
        for sentence, matches in found:
            for match in matches:
                start = sentence.start + match.start()
                is_open = start not in closed if len(match.group()) > 1 else start in left
                if is_open and start <= known:
                    why = "The bracket that opens here does not close in its paragraph."
                    yield self.at(draft, start, sentence.start + match.end(), why, provision=sentence.provision)
                    break


_DEGREES = re.compile(r"\d[\d.,]*[°'′\"″]*\s+\Z")
"""Behind a number "N" is north."""
_DAY_N = re.compile(r"\+\s?n\b")


class Blank(Rule):
    code = "L5.blank"
    title = "A blank that nobody has filled"
    severity = Severity.BLOCKER
    reference = "Checklist L5: text still open"
    applies_to = "dots, lines, placeholders and 'to be agreed' in operative sentences; in a draft they are noted"
    fix = "Fill it in, or make it a bracket with its owners: '[#label KES: this | ORL: that]'."
    later = (
        r"(?:to\s+be\s+(?:\w+ly\s+)?(?:agreed|determined|defined|decided|specified|confirmed|completed|inserted"
        r"|filled\s+in|fixed|negotiated"
        r"|nominated|appointed|chosen|elected|provided|given|communicated|settled|named|set|added|announced"
        r"|discussed|supplied|advised)(?:\s+(?:upon|on|later|separately|subsequently"
        r"|at\s+a\s+later\s+\w+))*)"
    )
    blank = re.compile(
        r"(?<!\w)_{2,}(?!\w)|"
        r"\.{4,}|\u2026|(?<![\w.])\.{3}(?!\w)|\?{2,}|<[A-Za-z][\w /]{1,30}>|\{\s*[A-Za-z][\w /]{1,30}\s*\}"
        r"|\[(?![#^])(?:\s*|[^\]\[|#\n(]{1,60})\](?!\()"
        rf"|\(\s*(?:(?:\w+\s+){{1,3}})?{later}[^()\n]{{0,30}}\)"
        r"|\b(?:TBD|TBC|TBA|tbd|tbc|tba|t\.b\.d|n\.n|XX+|xx+|NN|N\.N)\b\.?|(?<![\w'’.+°-])(?<!\+\s)(?<!°\s)(?<![\d′’']\s)(?:X|N|Y|Z"
        r"|n)(?=\s+[a-z]{3})"
        r"|\b(?:(?:number|amount|date|place|name|time|day|figure|sum|rate)s?\s+)?(?:left\s+(?:open|blank)(?!\s+(?:on\s+purpose|deliberately|intentionally|by\s+design|knowingly))"
        r"|still\s+open|yet\s+to\s+be\s+(?:agreed|named|filled|determined|fixed))\b"
        rf"|\b(?<=is\s){later}\s+(?:later|separately|subsequently)|\b(?<=are\s){later}\s+(?:later|separately"
        rf"|subsequently)"
    )
    pending = phrase("{still_open}")
    numeral = re.compile(
        r"\b(?:Article|Section|Chapter|Part|Title|Point|Annex|Rule)(?:s|es)?\s[IVXLC\s\d(),.a-z-]{0,60}$"
    )
    """The end of a reference: "Articles IX and X", "Articles IX, paragraphs 3 and 4, and X"."""
    names = re.compile(
        r"\b(?:not|nothing|never|no)\s+(?:\w+\s+){0,2}$|\b(?:if|where|when|while|unless|until|whether)\s+(?:\w+\s+){0,4}$",
        re.IGNORECASE,
    )
    """What is spoken of, and what may be so: "if it is still open" leaves nothing blank."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        brackets = [(each.start, each.end) for each in draft.framework.brackets]
        final = draft.framework.status == "final"
        for sentence in draft.operative:
            for match in (*self.blank.finditer(sentence.exact), *self.pending.finditer(sentence.exact)):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if any(first < end and start < last for first, last in brackets):
                    continue
                if self.names.search(sentence.exact[: match.start()]):
                    continue
                if match.group() == "n" and _DAY_N.search(sentence.exact):
                    continue  # "D+n is n days later" says what n is
                if len(match.group()) == 1 and (
                    self.numeral.search(sentence.exact[: match.end()]) or draft.named(match.group())
                ):
                    continue
                if match.group() == "N" and _DEGREES.search(sentence.exact, 0, match.start()):
                    continue  # "from 35.95 N to 36.50 N"
                why = f"'{' '.join(match.group().split())}' is a blank: what belongs there is not agreed."
                found = self.at(draft, start, end, why, provision=sentence.provision)
                yield found if final else found.replace(kind=FindingKind.NOTE, severity=Severity.MINOR)


RULES: tuple[Rule, ...] = (OpenBracket(), BracketWithoutOwner(), UnclosedBracket(), Blank())
