"""What a text makes of its lines and zones besides a rule for troops: a border, a title to land."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, SentenceForm

from .draft import Draft
from .phrases import phrase
from .rule import Rule

_MARK = (
    "(?:(?:contact|cease-?fire|separation|armistice|demarcation|truce|front|forward|dividing) )?"
    "(?:line|trace|river|bank|ridge|road|canal|strip|belt)s?"
)
_GROUND = (
    "(?:lands?|grounds?|soil|territor(?:y|ies)|districts?|provinces?|regions?|islands?|valleys?|banks?|shores?|coasts?"
    "|waters|sea|hills?|heights?|towns?|villages?|zones?|strips?|belts?|areas?|sectors?|pastures?|meadows?|ports?)"
)
_STANDS_FOR = (
    "(?:is|are|becomes?|replaces?|forms?|constitutes?|makes? up|marks?|represents?|amounts to|equals|serves? as"
    "|counts? as"
    "|stands? (?:as|for)|remains?"
    "|(?:(?:shall|will|must|is to|are to) )?(?:(?:henceforth|also|thereby|from then on) )?(?:be|become|form|serve"
    "|mark|count|constitute|run)(?: as)?"
    "|(?:(?:is|are|be|being) )?(?:recogni[sz]ed|accepted|regarded|treated|considered|deemed|acknowledged|taken|known"
    "|adopted|agreed)(?: (?:as|to be|by [^.;,]{2,40} as))?)"
)
_BORDER = (
    "(?:(?:state|national|international|common|political|permanent|final|definitive|new|lawful|legal|customs|tax"
    "|administrative|territorial|sovereign|natural|future|provisional|de facto) )*"
    "(?:frontiers?|borders?|borderlines?|state lines?"
    "|(?:edge|end|limit|limits|bounds?) of (?:the |its |their )?(?:territory|territories|state|country|realm|land|soil"
    "|sovereignty|jurisdiction)"
    "|boundar(?:y|ies)(?= (?:between|of (?:the )?(?:territor|land|state|countr|Part|two|jurisdiction)))"
    "|where (?:the )?(?:territor\\w+|land|soil|state|countr\\w+|rule|authority|jurisdiction) of)"
)


class LineMadeBorder(Rule):
    code = "A6.border"
    title = "A line that is made a border, or a zone that is given to somebody"
    reference = "Checklist A6: the text does not affect legal status, claims, borders"
    applies_to = "operative sentences that are no definitions"
    fix = "Say that lines and zones serve this text only, are no borders, and leave claims and status as they are."
    border = phrase(
        f"(?:{_MARK}|zones?|it|this) (?:[^.;]{{0,60}}? )?{_STANDS_FOR} (?:[^.;,]{{0,30}}? )?(?:the |an? |its |their "
        f"|as )?{_BORDER}"
        f"|(?:recogni[sz]es?|accepts?|regards?|treats?|considers?|acknowledges?|takes?|adopts?|declares?) (?:the "
        f"|this "
        f"|that |its |their )?(?:\\w+ )?(?:{_MARK}|zone)[^.;]{{0,40}}? (?:as|to be)? ?(?:the |an? |its "
        f"|their )?{_BORDER}"
        f"|{_MARK} (?:[^.;]{{0,30}}? )?(?:divides?|separates?) (?:the )?(?:two )?(?:states|countries|nations"
        f"|republics)"
        "|(?:signature|signing|conclusion|this text|agreement|talks)[^.;]{0,60}? (?:amounts? to|implies|imply"
        "|means?|constitutes?"
        "|entails?|is|counts? as) (?:the |an? |full |mutual |legal )*recognition of"
        f"|as (?:at|on|along|for) (?:an?|any|every|the) {_BORDER}"
        f"|(?:frontiers?|borders?|boundary) (?:between|of) [^.;]{{2,60}} (?:is|are|runs?|follows?|coincides? with"
        f"|lies) "
        f"(?:along |with )?(?:the )?(?:\\w+ )?(?:{_MARK}|zone)"
    )
    title_to = phrase(
        f"(?:the |all |each |both |whole |every )?(?:[\\w-]+ ){{0,3}}?{_GROUND} (?:[^.;]{{0,60}}? )?(?:(?:shall"
        f"|will|must|is to"
        "|are to) )?(?:(?<!that\\s)(?<!which\\s)(?<!and\\s)(?<!who\\s)belongs? to(?! neither| no )|(?:be|is|are"
        "|becomes?|remains?) (?:the )?(?:property|possession|territory|part of the "
        "territory|sovereign territory|soil|land) of(?=[^.;]{0,30}Part)|(?:be |is |are )?(?:(?:hereby"
        "|thereby) )?(?:ceded|annexed|given up|made over|transferred|awarded"
        "|attributed|assigned) (?:to|by)|pass(?:es)? (?:in)?to (?:the )?(?:hands of |ownership of |sovereignty of )?"
        "(?:Party|each Party|either Party|the Party)|falls? to|(?:be|is|are) under the sovereignty of)"
        f"|(?:sovereign\\w*|ownership|title|owner|rights? of (?:property|ownership)|property) "
        f"(?:[^.;]{{0,30}}? )?(?:over|of|to|in|on|rights?)[^.;]{{0,50}}?{_GROUND}"
        f"|(?:owns|(?:shall|will) own|(?-i:annexes)|(?:shall|will|may) annex|cedes?|incorporates?) (?:the |all "
        f"|every |its |this |that |it|any )?(?:[\\w-]+ ){{0,3}}?"
        f"(?:{_GROUND}|from (?:then|that day|now) on)"
        "|holds? sovereign\\w*"
        f"|(?:gives?|give) up (?:its|their|all|any|every) (?:\\w+ )?(?:claims?|titles?|rights?) (?:to|over|on"
        f"|in) [^.;]{{0,40}}?{_GROUND}"
        f"|(?:renounces?|relinquish(?:es)?|abandons?|waives?|drops?|withdraws?) (?:its|their|all|any"
        f"|every) (?:\\w+ )?(?:claims?|titles?)"
        "|(?:recogni[sz]es?|acknowledges?|accepts?) (?:the |its |their )?(?:\\w+ )?(?:sovereignty|statehood"
        "|independence|claims?|title"
        "|annexation)"
        "|(?:recogni[sz]es?|acknowledges?|accepts?)[^.;]{2,70} as (?:the |an? )?(?:\\w+ and )?(?:lawful|legal"
        "|legitimate|sole|sovereign"
        "|rightful|only) (?:government|authority|state|owner|ruler|representative|power)s?"
    )
    spared = phrase(
        "not|no|nor|neither|never|nothing|none|without|whether|if|unless|until|question|dispute[sd]?|talks"
        "|agenda|propert(?:y|ies)(?! of)|owners?|protect\\w*|respect\\w*"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            if sentence.form is SentenceForm.DEFINITION:
                continue
            words = draft.nameless[sentence.start]
            match = self.border.search(words) or self.title_to.search(words)
            if match and not self.spared.search(words[: match.end()]):
                why = "By this the text settles a border or a claim, which a cease-fire leaves to others."
                yield self.on(draft, sentence, match, why)


RULES: tuple[Rule, ...] = (LineMadeBorder(),)
