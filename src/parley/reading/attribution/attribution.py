"""Who said what, as spans: quotations with their cues, and clauses with theirs, in reading order."""

from __future__ import annotations

import bisect
from dataclasses import replace

from parley.model import Act

from ..concordance import tokens_of
from ..grammar import falls_short, lemma_of
from ..statements.acts import is_habit, is_negated, opens_condition
from ..tokens import Doc, Token
from .asides import ASIDES, CITING, Aside, aside_of, cited_by
from .bylines import closing_names
from .cues import act_of, cue_words, quotation_act
from .denials import claims_denied
from .elliptic import further_speakers
from .following import following
from .found import Attribution, Ranges, ranges
from .frame import Frame
from .frames import frames_of
from .headlines import Lead, leads
from .minutes import minuted
from .nesting import SAYING, hosts_of, indices, is_owned, is_worth_nesting, stands_for_nobody
from .operative import operative_paragraphs
from .quoted import QuotationReader, Quoted
from .quotes import Cover, closed, find_quotations
from .remarks import own_words, without_label
from .silence import does_harm, greets, is_heard_of, is_hearsay, is_unsaid, tells_of_silence
from .turned import turned_frames

_MOVING_THINGS = frozenset(
    {"cut", "deliver", "freeze", "halt", "pause", "provide", "reduce", "restore", "resume", "send", "ship", "slash"}
    | {"stop", "supply", "suspend", "unblock", "unfreeze", "withhold"}
)
_CUES = frozenset({"VERB", "NOUN", "ADJ"})


def find_spans(doc: Doc) -> list[Attribution]:
    """All attributions of a parsed document."""
    quotations = find_quotations(doc.text)
    reader = QuotationReader(doc, quotations)
    quoted = reader.read()
    led = list(minuted(doc)) or list(leads(doc))
    turns = tuple(each for lead in led if lead.turn for each in lead.content)
    quoted = _brought(quoted, turns, [lead.source[0] for lead in led if lead.turn])
    whole = Cover((*((q.start, q.end) for each in quoted for q in each.quotations), *turns))
    used = {i for each in quoted for i in each.cue}
    if not any(lead.turn for lead in led):
        closing = [lead for lead in closing_names(doc.text) if not used.intersection(indices(doc, (lead.cue,)))]
        used.update(i for lead in closing for i in indices(doc, (lead.cue,)))
        led += closing
    found = [_from_quotation(doc, each) for each in quoted]
    found += [_from_lead(doc, lead) for lead in led]
    decided = list(operative_paragraphs(doc))
    used.update(i for each in decided for i in indices(doc, each.cue))
    found += decided
    citing: list[tuple[Token, tuple[frozenset[int], Token]]] = []
    for token in tokens_of(doc, lemmas=cue_words(), forms=ASIDES | CITING):
        lower = token.lower_
        if lower in CITING and (cited := cited_by(token)) is not None:
            citing.append((token, cited))
        elif lower in ASIDES:
            aside = aside_of(token) if token.i not in used and not whole.covers(token.idx) else None
            if aside is not None:
                found.append(_from_aside(doc, aside))
        elif token.pos_ in _CUES and token.i not in used:
            found += _from_frames(doc, token, whole.covers(token.idx))
    found = claims_denied(doc, _without_asides(doc, found))
    found += following(doc, found, reader.alone)
    for token, (phrase, named) in citing:
        found = _with_cited(doc, found, token, phrase, named)
    ordered = sorted(
        _without_twins(_told_once(doc, found)), key=lambda each: min(each.content + each.cue + each.source)
    )
    hosts = hosts_of(ordered)
    return [
        each
        for each, host in zip(ordered, hosts, strict=True)
        if (not stands_for_nobody(each, doc) if host is None else is_worth_nesting(each, ordered[host], doc))
    ]


def _from_frames(doc: Doc, token: Token, inside: bool) -> list[Attribution]:
    """The first frame of a token whose word is a cue in it."""
    for frame in (*turned_frames(token), *frames_of(token)):
        if frame.kind == "xcomp" and frame.content_head is not None and falls_short(doc[frame.content_head]):
            return []  # "refused to rule out an attack" tells of the ruling out and of no refusal
        act = act_of(frame)
        if act is not None and (not inside or _is_report(frame, doc)) and _accept(frame, doc):
            if is_hearsay(frame) and _from_frames(doc, doc[frame.content_head or 0], inside):
                return []  # "is reported to have accepted" tells of the accepting
            found = _from_frame(doc, _quoted_within(frame, doc) if inside else frame, act)
            if is_heard_of(token):
                found = replace(found, doubt="What is reported of them; the text does not say by whom.")
            return _each_speaker(doc, found) if frame.kind == "ccomp" else [found]
    return []


def _quoted_within(frame: Frame, doc: Doc) -> Frame:
    """ "“He said ‘the road is safe’ and I believed him”": what he said ends with the mark that closes it."""
    first = min(frame.content)
    if first == 0 or doc[first - 1].text not in ("‘", "'", '"'):
        return frame
    end = next((i for i in range(first, max(frame.content) + 1) if doc[i].text in ("’", "'", '"')), None)
    return frame if end is None else replace(frame, content=frozenset(i for i in frame.content if i < end))


def _brought(quoted: list[Quoted], turns: Ranges, begun: list[int]) -> list[Quoted]:
    """Without the quotations that nobody brings where they stand in somebody's turn: they are the speaker's words;
    and without those in which a turn is ``begun``: a transcript in marks is many people's words."""
    turn, begun = Cover(turns), sorted(begun)

    def holds_turn(start: int, end: int) -> bool:
        first = bisect.bisect_left(begun, start)
        return first < len(begun) and begun[first] < end

    return [
        each
        for each in quoted
        if (each.cue or not turn.covers(each.quotations[0].start))
        and not any(holds_turn(quotation.start, quotation.end) for quotation in each.quotations)
    ]


def _is_report(frame: Frame, doc: Doc) -> bool:
    """Inside a quotation: what the speaker reports of others, not the speaker's own "I think"."""
    if frame.kind != "ccomp" or frame.source_head is None:
        return False
    subject = doc[frame.source_head]
    return subject.lower_ not in ("i", "we", "you", "it", "that", "this", "which", "who", "there")


_TELLING = frozenset({Act.STATE, Act.ANNOUNCE})
_REPORTS = frozenset(
    {"accusation", "allegation", "assertion", "charge", "claim", "notion", "report", "rumor", "rumour", "speculation"}
    | {"suggestion"}
)
_VAGUE = frozenset({"that", "which", "there", "you", "this", "what"})


def _accept(frame: Frame, doc: Doc) -> bool:
    """Whether somebody stands behind the words: outside clauses of saying a cue without a source says nothing."""
    verb = doc[frame.head]
    if (
        not frame.content
        or is_habit(verb)
        or tells_of_silence(frame, doc)
        or greets(verb)
        or _is_asked_about(frame, doc)
        or _is_for_somebody_to(verb)
        or is_unsaid(verb)
        or does_harm(frame, doc)
        or (frame.lemma == "find" and doc[min(frame.content)].lower_ in ("what", "who", "where"))
    ):
        return False
    subject = doc[frame.source_head].lower_ if frame.source_head is not None else None
    if frame.pos == "passive":
        return True
    if frame.pos == "bare":
        return frame.lemma in ("accusation", "allegation", "claim", "warning", "complaint", "rumor", "rumour")
    if frame.kind in SAYING and frame.pos == "verb":
        return subject != "you" and (subject is not None or verb.tag_ not in ("VB", "VBG", "VBP"))
    if frame.pos == "light" and verb.head.lemma_ in _MOVING_THINGS:
        return False  # "froze all support for Kestria": what is stopped or sent is a thing
    if subject is None or subject in _VAGUE or opens_condition(verb):
        return False
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and falls_short(verb):
        return True
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == "VB":
        first = first.head  # "ready to sign and promise peace" promises nothing yet
    return not (verb.tag_ == "VB" and first.dep_ in ("xcomp", "acl", "advcl", "pcomp"))


def _is_for_somebody_to(verb: Token) -> bool:
    """ "It was time for both to say yes": they have not said it."""
    return verb.tag_ == "VB" and any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.lefts)


def _is_asked_about(frame: Frame, doc: Doc) -> bool:
    """ "Did Larsen say that P?": whether it was said is what is asked."""
    if frame.source_head is None or frame.source_head > frame.head:
        return False
    verb = doc[frame.head]
    turned = any(child.dep_ in ("aux", "auxpass") and child.i < frame.source_head for child in verb.lefts)
    return turned and any(each.text == "?" for each in doc[verb.i : verb.sent.end])


def _without_joints(doc: Doc, content: frozenset[int], opens: bool) -> frozenset[int]:
    """Without the "and" or "but" by which the paper, and not the speaker, joins what goes on from the content, or,
    where it ``opens`` a sentence, the sentence to the last."""
    first, last = min(content), max(content)
    dropped = {last} if doc[last].dep_ == "cc" else set()
    return content - dropped - ({first} if opens and doc[first].dep_ == "cc" else set())


def _from_frame(doc: Doc, frame: Frame, act: Act) -> Attribution:
    if act in (Act.REJECT, Act.CRITICISE) and frame.kind.startswith("dobj") and _is_report_of(frame, doc):
        act = Act.DENY
    clause = doc[frame.content_head] if frame.content_head is not None else None
    content = without_label(doc, own_words(doc, frame.content, clause) - frame.source - frame.cue)
    return Attribution(
        source=ranges(doc, frame.source),
        cue=ranges(doc, frame.cue),
        content=closed(doc.text, ranges(doc, _without_joints(doc, content, frame.kind == "inserted"))),
        act=act,
        direct=False,
        cue_head=frame.head,
        source_head=frame.source_head,
        content_heads=(frame.content_head,) if frame.content_head is not None else (),
        addressee=ranges(doc, frame.addressee),
        negated=is_negated(doc[frame.head]) or falls_short(doc[frame.head]),
        kind=frame.kind,
    )


def _each_speaker(doc: Doc, first: Attribution) -> list[Attribution]:
    """ "Both sides said that A, and Kestria that B": B is Kestria's alone."""
    content = frozenset(indices(doc, first.content))
    verb = doc[first.cue_head or 0]
    content |= {token.i for token in verb.subtree if content and token.i > max(content)}
    found, rest = [first], content
    for joint, source, named, opening in further_speakers(doc, content):
        own = frozenset(i for i in rest if i >= opening.i)
        before = frozenset(i for i in rest if i < joint)
        found[-1] = replace(found[-1], content=ranges(doc, before))
        further = replace(first, source=ranges(doc, source), source_head=named.i, content=ranges(doc, own))
        found.append(replace(further, content_heads=(opening.head.i,), addressee=()))
        rest = own
    return found


def _is_report_of(frame: Frame, doc: Doc) -> bool:
    """ "rejected claims that": what is refused is no proposal but something said, and so it is denied."""
    noun = doc[frame.content_head] if frame.content_head is not None else doc[frame.head]
    return (noun.head if noun.pos_ == "ADP" else noun).lemma_.lower() in _REPORTS


def _from_quotation(doc: Doc, quoted: Quoted) -> Attribution:
    act = quotation_act(lemma_of(quoted.verb)) if quoted.verb is not None else None
    return Attribution(
        source=ranges(doc, quoted.source),
        cue=ranges(doc, quoted.cue, keep=":—–―--"),
        content=tuple((quotation.start, quotation.end) for quotation in quoted.quotations),
        act=act or Act.STATE,
        direct=True,
        cue_head=quoted.verb.i if quoted.verb is not None else None,
        source_head=quoted.source_head,
        addressee=ranges(doc, quoted.addressee),
        kind="quotation",
        presumed=quoted.presumed,
        doubt=quoted.doubt,
    )


def _from_lead(doc: Doc, lead: Lead) -> Attribution:
    named = doc.char_span(*lead.source, alignment_mode="expand")
    verbs = [doc[i] for i in indices(doc, (lead.cue,))]
    return Attribution(
        source=(lead.source,),
        cue=(lead.cue,),
        content=lead.content,
        act=quotation_act(lemma_of(verbs[0])) or Act.STATE if verbs else Act.STATE,
        direct=lead.turn and not lead.noted,
        source_head=named.root.i if named is not None else None,
        kind="lead",
        presumed=lead.presumed,
        doubt=lead.doubt,
    )


def _with_cited(
    doc: Doc, found: list[Attribution], citing: Token, phrase: frozenset[int], named: Token
) -> list[Attribution]:
    """ "X said A, citing Y": what X says without the words that name Y, and A once more as Y's, within X's."""
    above = {citing.i, *(token.i for token in citing.ancestors)}
    told = [
        each
        for each in found
        if (each.kind in ("ccomp", "inserted", "that") and each.cue_head in above)
        or (each.kind == "inserted" and above.intersection(each.content_heads))  # "As X said, citing Y, A"
    ]
    if not told:
        return found
    teller = max(told, key=lambda each: each.cue_head or 0)
    kept = ranges(doc, frozenset(indices(doc, teller.content)) - phrase)
    if not kept:
        return found
    source = ranges(doc, phrase - {citing.i})
    cited = replace(
        teller,
        source=source,
        cue=ranges(doc, (citing.i,)),
        content=kept,
        act=Act.STATE,
        cue_head=citing.i,
        source_head=named.i,
        addressee=(),
        negated=False,
        kind="citing",
        told_at=teller.cue_head,
    )
    others = [each for each in found if each is not teller and each.cue_head != citing.i]
    return [*others, replace(teller, content=kept), cited]


def _without_asides(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """ "Aldous told her he would sign, per two aides": the words that name the aides are no part of what he told."""
    asides_at: dict[int, list[Attribution]] = {}
    for aside in found:
        if aside.kind == "according":
            for i in indices(doc, aside.content):
                asides_at.setdefault(i, []).append(aside)
    kept = []
    for each in found:
        told_in = asides_at.get(each.cue_head, ()) if each.cue_head is not None and not each.direct else ()
        for aside in told_in:
            own = frozenset(indices(doc, (*aside.source, *aside.cue))) if aside is not each else frozenset()
            content = frozenset(indices(doc, each.content))
            if own & content and own != content:
                each = replace(each, content=ranges(doc, content - own))
        kept.append(each)
    return kept


def _from_aside(doc: Doc, aside: Aside) -> Attribution:
    return Attribution(
        source=ranges(doc, aside.source),
        cue=ranges(doc, aside.cue),
        content=ranges(doc, without_label(doc, aside.content)),
        act=Act.ASSESS if aside.doubt else Act.STATE,
        direct=False,
        cue_head=aside.head,
        source_head=aside.source_head,
        content_heads=(aside.content_head,),
        kind="according",
        doubt=aside.doubt,
    )


def _told_once(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Of a verb and its object, both cues, the one that tells more: "denied" in "denied a report that", "demand"
    in "repeated its demand that"."""
    at = {each.cue_head: each for each in found if not each.direct}
    dropped: set[int] = set()
    for i in [i for i in at if i is not None and doc[i].pos_ == "NOUN" and doc[i].dep_ == "dobj"]:
        governor = doc[i].head.i
        verb = at.get(governor)
        if verb is not None and verb.kind.split("+")[0] in ("dobj", "relative"):
            if verb.act in _TELLING and at[i].source_head != verb.source_head and is_owned(at[i], doc):
                continue  # "noted Orlavia's statement that P": X notes, and within it Orlavia states P
            dropped.add(i if verb.act not in _TELLING or at[i].act in _TELLING else governor)
    return [each for each in found if each.direct or each.cue_head not in dropped]


def _without_twins(found: list[Attribution]) -> list[Attribution]:
    """Of two with the same content and cue only the first."""
    seen: set[tuple[Ranges, Ranges]] = set()
    kept = []
    for each in found:
        key = (each.cue, each.content)
        if key not in seen and each.content:
            seen.add(key)
            kept.append(each)
    return kept
