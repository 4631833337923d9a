"""Bodies that are due before they exist, by whatever words they are set up, named or begun."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence
from parley.text import durations
from parley.text import patterns as re

from .draft import Draft
from .instants import DAY, minutes_of
from .rule import Rule
from .steps import BODY_KINDS

_KIND = f"{BODY_KINDS}|Table|Inspectorate|Registry|Watch|Jury|Chamber"

BODY = re.compile(
    rf"\b(?:(?!The\b|A\b|An\b|This\b|Each\b|Every\b"
    rf"|No\b)[A-Z][\w-]*[’']?s?\s+){{1,3}}(?:{_KIND})\b(?!\s+of\s+(?:the\s+)?[A-Z])"
    rf"|\b(?:{_KIND})\s+of\s+(?:the\s+)?[A-Z][\w-]*"
)
A_BODY = re.compile(rf"(?:A|An|The|This)\s+(?P<body>{_KIND})\b")
_THE_KIND = re.compile(rf"\b[Tt]he\s+({_KIND})\b")
_MADE = re.compile(
    r"\b(?:establish(?:ed|es)?|set(?:s|ting)?\s+up|creat(?:ed?|es)|constitut(?:ed?|es)"
    r"|(?<!the )(?<!a )(?<!this )form(?:ed|s)?|(?<!the )(?<!its )(?<!their )(?<!by )(?<!of )"
    r"(?<!personal )(?<!private )(?<!without )(?<!no )names?|named"
    r"|nominat(?:ed?|es)|appoint(?:ed|s)?"
    r"|designat(?:ed?|es)|elect(?:ed|s)?|pick(?:ed|s)?|select(?:ed|s)?|choose|seconded|seconds|operational"
    r"|(?:takes?\s+up|begins?|starts?"
    r"|commences?|assumes?)\s+(?:its\s+|their\s+|up\s+its\s+|up\s+their\s+)?(?:work|office|duties|functions"
    r"|activit\w+|operations?|on\b)|comes?\s+into\s+(?:being|existence)|launched|assembled|founded"
    r"|institut(?:ed?|es)|open(?:ed|s)?\s+its\s+doors"
    r"|opens\s+(?=on\b|by\b)|exists?\s+(?=on\b|by\b|from\b|as\b|since\b)|starts?\s+to\s+exist|in\s+being|in\s+existence"
    r"|there\s+(?:is|shall\s+be)\s+an?)\b",
    re.IGNORECASE,
)
_FOUNDED = re.compile(
    r"\b(?:is|are)\s+(?:hereby\s+)?(?:established|set\s+up|created|founded|constituted|instituted|formed)\b"
    r"|\b(?:establish(?:es)?|sets?\s+up|creates?|founds?|institutes?)\b",
    re.IGNORECASE,
)
"""Whose day is that of the founding: the body has nothing to do on it."""
_STANDS = re.compile(
    r"(?:[^,.;]{0,30},\s+)?(?:The|A|An)\s+(?:(?:(?:is|are|(?:shall|will)\s+be)\s+(?:in\s+place|ready|at\s+work|called\s+into\s+being|on\s+duty))"
    r"|(?:(?:shall|will)\s+)?(?:arrives?|takes?\s+office))\b"
    r"|(?:[^,.;]{0,30},\s+)?(?:Each|Both|The|Every)\s+Part(?:y|ies)\s+(?:(?:shall|will|must)\s+)?(?:sends?\s+(?:its|their)\s+(?:\w+\s+)?members\s+to"
    r"|agrees?\s+on\s+the\s+(?:membership|composition|members)\s+of)\b"
)
"""That a body, whose name was taken out, is there from then on."""
_OTHERS = re.compile(
    r"\b(?:liaison|contact|tracing|replac\w+|successor|new\s+member|reports?\s+by|decides?|positions|until"
    r"|before\s+the)\b",
    re.I,
)
_MEMBERS = re.compile(
    r"(?:Its|Their|The)\s+(?:\w+\s+)?(?:members?|experts?|officers?|chair\w*|heads?|judges?|staff|secretary"
    r"|inspectors?|monitors?|observers?|representatives?|delegates?|commissioners?|jurists?)\b"
)
_AT = re.compile(r"\s(?:on|by|from|at|within|until)\s")
"""Behind the name of a body may stand the day of its beginning."""
_SOMETHING_ELSE = re.compile(
    r"\W*(?:It|They)\s+(?:(?:shall|must|will)\s+)?(?:set\s+up|establish|form|create|choose|select|appoint|name)s?\s+(?!(?:its|their)\b)\w",
    re.IGNORECASE,
)
"""What a party sets up for a body, or a body for others: "It shall set up fences around them"."""
_DOES = re.compile(
    rf"\b(?:shall|must|will)\s+(?!(?:be|have|by|within|on|before|not|also|then)\b|{_MADE.pattern[2:]})[a-z]+\s+\S.*{_MADE.pattern}",
    re.IGNORECASE,
)
"""What is made, named or gathered in the course of another deed: "shall register those who have assembled"."""
_ON_EVENT = re.compile(
    r"\b(?:when|once|upon|following|as\s+soon\s+as|(?:\w+\s+(?:days?|weeks?|hours?)\s+)?after|within\s+[\w\s]{1,20}\s+(?:of|from))\s+"
    r"(?:the|a|an|its|both|each)\s+[^,.;]+",
    re.IGNORECASE,
)
"""Upon what a body is set up or manned, where no day says when."""
_IS_MADE = re.compile(
    r"\b(?:is|are|be)\s+(?:set\s+up|created|founded|constituted|formed|appointed|named|elected|chosen|designated)\b"
)
_EARLY = re.compile(
    r"\b(?:sign\w*|entry|enters?|force|D-day|cease-?fire|truce|armistice|agreement|adopt\w*|accept\w*|nominat\w*|appoint\w*|named?|naming"
    r"|requests?|disputes?|referr?\w*|complaints?|notices?|notif\w*|propos\w*|vacanc\w*|resign\w*|death|died|dies|leaves?)\b",
    re.IGNORECASE,
)
"""What may come at once, or comes for each case anew."""
_NEVER = 10_000 * DAY
_CALLED = re.compile(
    rf"\s*\(\s*(?:hereinafter\s+)?(?:called\s+)?[\"“”*]*(?:the\s+)?[\"“”*]*(?P<short>(?:[A-Z][\w-]*\s+){{0,3}}(?:{_KIND}))[\"“”*]*\s*\)"
)
_ITS_FAULT = 3
"""So many duties that are due too early have one cause, which is told once."""
_SUBJECT = re.compile(
    r"(?:The|An?)\s+(?P<kind>[Tt]ribunal|[Pp]anel|[Cc]ommi(?:ssion|ttee)|[Mm]ission|[Cc]ourt|[Bb]oard|[Cc]ouncil|[Cc]entre|[Uu]mpire"
    r"|[Cc]hamber|[Aa]rbiter)\s+(?:consists|has|is|meets|sits|decides)\b"
)
_SAME = re.compile(r"(?:It|They)\b")
_ITS_MEMBERS = re.compile(
    r"\b(?:names?|appoints?|designates?|nominates?|sends?|chooses?|elects?|picks?|selects?|designate|name"
    r"|appoint|choose|pick)\s+(?:its|their|the)\s+(?:\w+\s+)?(?:[Mm]embers?"
    r"|[Cc]ommissioners?|[Rr]epresentatives?|[Dd]elegates?|[Ee]xperts?|[Oo]fficers?|[Jj]udges?|[Ii]nspectors?"
    r"|[Cc]ouncillors?|[Mm]onitors?|[Oo]bservers?|[Cc]hair\w*|[Jj]urists?)\b"
    r"|\b(?:name|appoint|nominate|designate|choose|elect|pick|select)s?\s+them\b"
)
"""What a party does for the body that the provision speaks of."""


_ACCEPTED = re.compile(r"\b(?:accepted|agreed|consented|signed|declared|undertook|nominated|proposed)\b[^.;]*$")
"""What members had done before."""
_RELATIVE = re.compile(r"\b(?:whom|who|which|that)\s+(?:\w+\s+){0,6}?(?:shall|must|will|has|have|\w+s)\b[^,;.]*$")
"""What stands in a clause on somebody or something else."""


_NAMED_BY = re.compile(r"\b(?:appointed|named|nominated|designated|chosen|elected|seconded|sent)\s+by\s[^,;.]*$")
"""Whose day is that on which others name its members."""


def _calls(name: str) -> str:
    """A pattern of what a body is called: "the Panel of Jurists", "the Panel"."""
    return "|".join(dict.fromkeys(map(re.escape, (name, name.split(" of ")[0].split()[-1], name.split()[-1]))))


class DueBeforeItExists(Rule):
    code = "E7.before-it-exists"
    title = "A body that is due before it exists"
    reference = "Checklist E7"
    applies_to = "bodies and what they are to do"
    fix = "Set the body up and name its members before its first deadline."

    def find(self, draft: Draft) -> Iterator[Finding]:
        spoken = self._spoken_of(draft)
        for name, sentences in spoken.items():
            born = max(
                (found for each in sentences if (found := self._born(draft, each, name))),
                default=None,
                key=lambda one: one[0],
            )
            if born is None:
                continue
            minute, words, origin = born
            others = [
                each
                for each in sentences
                if each is not origin and not (_FOUNDED.search(each.exact) and len(draft.days(each)) == 1)
            ]
            due = [(each, by) for each in others if (by := self._due(draft, each, name)) and by[0] <= minute]
            standing = ((each, by) for each in others if (by := self._from_the_start(each, name)))
            due = due or [(each, by) for each, by in standing if by[0] <= minute][:1]
            given = ((each, by) for each in others if (by := self._given(draft, each, name)))
            due = due or [(each, by) for each, by in given if by[0] <= minute][:1]
            if due:  # it may be the body that comes late, and not its deeds that come early
                why = f"Duties of the {name} are due before it exists ({words}): {len(due)}."
                also = tuple(dict.fromkeys(each.provision for each, _ in due))
                yield self.at(draft, origin.start, origin.end, why, provision=origin.provision, also=also)
            for sentence, (_, day) in due if len(due) < _ITS_FAULT else ():
                why = f"The {name} is due by {day}, and exists only by {words}."
                yield self.at(
                    draft, sentence.start, sentence.end, why, provision=sentence.provision, also=(origin.provision,)
                )

    answers = re.compile(
        r"\s+(?:of|after|from|following)\s+(?:(?:the|a|an|each|every|any|its|such|that)\s+)?(?:\w+\s+)?(?:reports?|incidents?|violations?|breach(?:es)?"
        r"|infringements?|determinations?|findings?|disputes?|complaints?|notifications?|submission|referral|reference)\b"
        r"|[^.;]{0,60}\b(?:incidents?|violations?|breach(?:es)?|infringements?|disputes?)\b",
        re.IGNORECASE,
    )

    def _from_the_start(self, sentence: Sentence, name: str) -> tuple[int, str] | None:
        """The minute by which it has to act on what happens on the first day, where it has so many hours or days."""
        words = " ".join(sentence.exact.split())
        if not re.search(rf"\b(?:[Tt]he\s+)?(?:{_calls(name)})\s+(?:shall|must|will|[a-z]+s\b)", words):
            return None
        for start, end, length in durations(words):
            minutes = minutes_of(length)
            spoken = self.answers.match(words, end) or re.search(
                r"\b(?:each|every)\s+(?:dispute|incident|violation|breach)", words[:start]
            )
            if minutes is not None and spoken and re.search(r"\bwithin\s+$", words[:start]):
                return minutes + 2 * DAY, f"{words[start:end]} of what may happen from D-day on"
        return None

    gives = (
        r"\b(?:hand|giv|deliver|submit|send|report|declar|notif|inform|provid|present|transmit|communicat|furnish|lodg|tell|show)\w*"
        r"\b[^.;]{0,120}?\b(?:the|its|that)\s+"
    )

    def _given(self, draft: Draft, sentence: Sentence, name: str) -> tuple[int, str] | None:
        """The minute after the last one in which a party may hand the body something, if a day ends that time."""
        words = sentence.exact
        if not re.match(r"(?:[^.;]{0,60}?,?\s*)?\b(?:[Ee]ach|[Bb]oth|[Tt]he|[Ee]very)\s+Part(?:y|ies)\b", words):
            return None
        if not re.search(rf"{self.gives}(?:{_calls(name)})\b(?![’'])", words) or _MADE.search(words):
            return None
        for start, end, _, last in draft.days(sentence):
            by = re.search(r"\b(?:by|on|later\s+than|until|before)\s+(?:the\s+)?$", words[:start], re.IGNORECASE)
            if by and not _RELATIVE.search(words[:start]):
                return last, " ".join(words[start:end].split())
        return None

    def _spoken_of(self, draft: Draft) -> dict[str, list[Sentence]]:
        """The sentences on each body: those that name it, and those that go on about it ("Its members ...")."""
        names = {_AT.split(body.name)[0] for body in draft.framework.bodies}
        there = " | ".join(one.name for one in (*draft.framework.parties, *draft.framework.others))
        known = names | {" ".join(match.group().split()) for match in BODY.finditer(draft.framework.text)}
        known = {name for name in known if name not in there}
        found: dict[str, list[Sentence]] = {}
        last: tuple[str, str | None] | None = None
        strange = False
        """Whether a sentence on something else stands between, so that "it" is no longer the body."""
        short = self._short(draft)
        for sentence in draft.operative:
            words = " ".join(sentence.exact.split())
            named = dict.fromkeys(match.group() for match in BODY.finditer(words))
            named.update(dict.fromkeys(name for name in names if name in words))
            named = {name: None for name in named if not any(name != other and name in other for other in named)}
            named = {name: None for name in named if name not in there}  # a party, or one that the text only calls in
            if not named:
                named = {name: None for kind in _THE_KIND.findall(words) for name in known
                         if name.endswith(f" {kind}") or name.startswith(f"{kind} of ")}  # fmt: skip
                called = dict.fromkeys(kind for kind in _THE_KIND.findall(words) if kind in short.values())
                named = called or (named if len(named) == 1 else {})  # "The Commission", where there is but one
            named = dict.fromkeys(short.get(name, name) for name in named)
            for name in named:
                found.setdefault(name, []).append(sentence)
            if named:
                last = next(iter(named)), sentence.provision
                strange = False
            elif last and last[1] == sentence.provision:
                it = _SAME.match(words)
                if (it and not strange) or _MEMBERS.match(words) or _ITS_MEMBERS.search(words):
                    found[last[0]].append(sentence)
                strange = strange or not it
        return found

    @staticmethod
    def _short(draft: Draft) -> dict[str, str]:
        """The full names of bodies, each with the short one that the text gives it in brackets."""
        found = {}
        signs = [each.name for each in (*draft.framework.parties, *draft.framework.others)]
        for match in BODY.finditer(draft.framework.text):
            if any(" ".join(match.group().split()) in name for name in signs):
                continue  # a party's name, and no body's
            given = _CALLED.match(draft.framework.text, match.end())
            if given:
                found[" ".join(match.group().split())] = " ".join(given["short"].split())
        return found

    def _born(self, draft: Draft, sentence: Sentence, name: str) -> tuple[int, str, Sentence] | None:
        """The first minute of the last day by which the body is set up or its members are named."""
        words = " ".join(sentence.exact.split())
        if re.search(rf"\b(?:in|within|from)\s+the\s+{re.escape(name)},?\s+(?:whom|who|which)\b", words):
            return None  # "three jurists in the Watch whom the League shall name"
        words = words.replace(name, "")  # a Contact Group is itself, and no contact
        if re.search(
            rf"\b(?:name|designat|appoint|nominat)\w*\s+to\s+(?:the\s+)?(?:{_calls(name)})\s*,", sentence.exact
        ):
            return None  # "shall name to the Commission, by D+2, one general": the Commission is told
        made = next((clause for clause in re.split(r";|,\s+and\b", words) if _MADE.search(clause)), None)
        made = made or (words if _STANDS.match(words) else None)
        if (subject := _SUBJECT.match(words)) and subject["kind"].lower() not in name.lower():
            return None  # "The tribunal consists of three judges, none of whom serves on the Commission"
        if made is None or _OTHERS.search(made) or _SOMETHING_ELSE.match(made) or _DOES.search(made):
            return None
        if _SAME.match(sentence.exact) and name.split()[-1] in sentence.exact:
            return None  # "It shall start on D+4 and inform the Mission": it is somebody else
        days = draft.days(sentence)
        if not days:
            late = _ON_EVENT.search(made) if _IS_MADE.search(made) or _ITS_MEMBERS.search(made) else None
            return (_NEVER, late.group(), sentence) if late and not _EARLY.search(late.group()) else None
        start, end, first, _ = days[-1]
        return first, " ".join(sentence.exact[start:end].split()), sentence

    def _due(self, draft: Draft, sentence: Sentence, name: str) -> tuple[int, str] | None:
        """The minute after the last one in which the body is to act, if a day ends that time."""
        kind = _calls(name)
        own = (
            rf"(?:[^,;]{{0,60}},\s+|(?:By|On|Within|Until|Before"
            rf"|Not\s+later\s+than)\s[^,;]{{0,60}}?\s)?(?:[Tt]he\s+)?(?:{kind}|It|They)\b"
            rf"|.*\b(?:{kind})\b[^.;]*,\s*which\b"
        )
        if not re.match(own, " ".join(sentence.exact.split())) and not _MEMBERS.match(sentence.exact):
            return None  # somebody else's deed
        if _SAME.match(sentence.exact) and name in sentence.exact:
            return None  # "They shall send two officers to the Mission": it is somebody else
        at = max(sentence.exact.find(name.split()[0]), 0)
        for start, end, _, last in draft.days(sentence):
            lead = sentence.exact[max(0, start - 40) : start]
            if _RELATIVE.search(sentence.exact[:start]) or _NAMED_BY.search(sentence.exact[:start]):
                continue  # "a chair whom the League shall appoint by D-1"
            if _ACCEPTED.search(sentence.exact[:start]):
                continue  # "who accepted in writing on 26 February"
            if start < at and not re.search(r"\b(?:By|Within|On|Not\s+later\s+than)\s+$", lead):
                continue
            if (
                re.search(
                    r"\b(?:by|within|on|later\s+than|until|latest|before|from|as\s+of|since|starting|beginning)\s+(?:the\s+)?$",
                    lead,
                    re.IGNORECASE,
                )
                or start == 0
            ):
                return last, " ".join(sentence.exact[start:end].split())
        return None


RULES: tuple[Rule, ...] = (DueBeforeItExists(),)
