"""The marks by which the parts of a text are known: headings, numbers, letters, bullets, what opens and what closes."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.numbers import ORDINALS, parse_number, roman

WORD_ID = re.compile(r"\{#([\w.:\-]+)\}")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*$")
_PUT_IN = r"(?:[a-gA-G]|[ \t]?(?:bis|ter|quater)\b)?"
"""What stands behind the number of a provision that was put in later: "2a.", "5A.", "2 bis."."""
NUMBERED = re.compile(
    rf"[ \t]*(?:\*\*)?(?P<number>(?:(?:[A-Z]|[IVX]{{2,5}})\.(?=\d))?\d{{1,3}}(?:\.\d{{1,3}})*{_PUT_IN})"
    r"(?:[.)]|(?<=\.\d)|(?<=\.\d\d)|[ \t][–—](?=[ \t]+[A-Z\"“*]))(?:\*\*)?(?=\s|$)"
)
SIGNED = re.compile(
    rf"[ \t]*(?:\*\*)?(?:§[ \t]?(?P<sign>\d{{1,3}}(?:\.\d{{1,3}})*{_PUT_IN})[.):]?"
    r"|(?:No\.|Para(?:graph|\.)?)[ \t]+(?P<word>\d{1,3})[.:])"
    r"(?:\*\*)?(?=\s)"
)
"""A number under a sign or word of its own: "§ 3.", "No. 3:", "Paragraph 3."."""
SUB_NUMBERED = re.compile(r"[ \t]*(?P<number>\d{1,3}\([a-z]\)(?:\([ivx]+\))?)(?=\s)")
RINGED = re.compile(r"[ \t]*(?:\*\*)?\((?P<number>\d{1,2})\)(?:\*\*)?(?=\s)")
"""A paragraph of an article: "(3) Each Party shall ..."."""
_KINDS = "Article|ARTICLE|Art\\.|Section|SECTION|Provision|Point|POINT|Clause|CLAUSE|Rule|RULE|Item|ITEM"
_COUNTED = rf"(?i:{'|'.join(ORDINALS[::-1])})"
_BEHIND_ORDINAL = rf"(?:\s+(?:{_KINDS}))?(?:\s*[.:]|\s+[-–—])\s+"
ORDINAL = re.compile(rf"(?P<number>{_COUNTED}){_BEHIND_ORDINAL}(?=[A-Z])")
"""A heading under an ordinal: "FIRST. The parties", "Second Clause: The truce"."""
TITLED = re.compile(r"(?:§\s*)?(?P<number>\d{1,3})\.?\s+(?=[A-Z])")
MARKED = re.compile(r"(?P<number>\d{1,3}|[IVXLC]{1,7}|[A-Z])(?:[.):]|\s*[–—-]|(?<=\d))\s+(?=[A-Z])")
"""A heading under a number or letter of its own: "2. The truce", "2 The truce", "IV – The truce", "C. The truce"."""
RESTARTS = re.compile(
    rf"^[ \t]{{0,3}}#{{1,6}}[ \t]+(?:(?:§\s*)?\d{{1,3}}\.?[ \t]+|{_COUNTED}{_BEHIND_ORDINAL})[A-Z][^\n]*\n\s*1[.)]\s",
    re.MULTILINE,
)
"""A heading with a number, and under it a first paragraph."""
ROMAN = re.compile(r"[IVXLC]+")
ROMAN_NUMBERED = re.compile(r"[ \t]*(?:\*\*)?(?P<number>[IVXLC]{1,7})[.)](?:\*\*)?(?=\s)")
"""A paragraph of an article under a Roman number: "III. Each Party shall ..."."""
LETTERED = re.compile(r"[ \t]*(?:\((?P<round>[a-z]|[ivxlc]{1,6})\)|(?P<half>[a-z])\)|(?P<dot>[a-z])\.)(?=\s)")
BULLET = re.compile(r"[ \t]*[-+*•–—][ \t]+|[ \t]*[•][ \t]*$")
RULE = re.compile(r"[ \t]*[-*_=•][-*_=•\s]*$")
NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
ARTICLE = re.compile(
    rf"(?:{_KINDS})\s+(?P<number>\d{{1,3}}{_PUT_IN}|[IVXLC]{{1,7}}"
    rf"|(?i:{'|'.join(NUMBER_WORDS.split()[::-1])})|{_COUNTED})"
    r"(?![\w(]|\s+(?:of|and|or|to|shall|is|may|does)\b|\s*,)[.:\-–— ]*"
)
PART = re.compile(
    r"(?:PART|CHAPTER|TITLE|ANNEX)\b[^a-z]*?(?=Article\b|ARTICLE\b|$)|[IVXLC]+\s+[A-Z][^a-z]*?(?=Article\b)"
)
INLINE_NUMBER = re.compile(r"(?:(?<=^)|(?<=\s))(?P<number>\d{1,3})\.(?=\s+[A-Z“\"(]|\s*$)")
INLINE_LETTER = re.compile(r"(?<=[:;,]) +(?:and +|or +)?\((?P<letter>[a-z])\) +")
OPENS_SENTENCE = re.compile(
    r"(?<=\s)(?:(?:The|All|Each|Both|Every|No)\s+(?:Parties|Party)|Parties|The|All|Each|In|With|Upon|Any|Every|"
    r"Immediately|During|This|Within|No|Both|Neither|As|On)\s"
)
MODAL = re.compile(r"\b(?:shall|must|may|will|undertakes?|agrees?|commits?|is|are)\b")
SENTENCE_END = re.compile(r"[.;:)\]”\"’]\**\s*$")
CLOSING = re.compile(
    r"(?:In witness|IN WITNESS|Done (?:at|in|this)\b|DONE (?:AT|IN)\b|Signed\b|SIGNED\b|Signatures?\b|SIGNATURES?\b"
    r"|Participants of\b.*:\s*$|For and on behalf\b|\(signed\)"
    r"|(?:For|FOR|On\s+behalf\s+of|ON\s+BEHALF\s+OF)\s+(?:the\s+|THE\s+)?[A-Z][^.;:]{2,100}:\s+(?:[A-Z][\w.’'-]*\s+){1,4}?[^;:]*$)"
)


BOLD = re.compile(r"[ \t]*(?:\*\*|__)(?P<title>[^*_\n]{2,100})(?:\*\*|__)[ \t]*$")
"""A line in bold type alone, which heads what follows where a text has no other headings."""


def letters(flat: str) -> bool:
    """Whether the headings of a text run A, B, C: then "C." is a letter and not a hundred."""
    marked = (MARKED.match(heading["title"]) for heading in map(HEADING.fullmatch, flat.split("\n")) if heading)
    return [each["number"] for each in marked if each][:2] == ["A", "B"]


HEADS = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]", re.MULTILINE)
"""Where a heading begins."""


def heads_alone(flat: str, title: str, end: int, by_letter: bool) -> re.Match[str] | None:
    """The number or letter of a heading that ends at ``end``, if nothing under it has a number: it is the provision."""
    marked = MARKED.match(title)
    if marked is not None and not (by_letter or marked["number"].isdecimal() or ROMAN.fullmatch(marked["number"])):
        return None
    marked = marked or ORDINAL.match(title)
    if marked is None:
        return None
    following = HEADS.search(flat, end)
    under = flat[end : following.start() if following else len(flat)].split("\n")
    return None if any(NUMBERED.match(line) or SIGNED.match(line) for line in under) else marked


def run_on(flat: str) -> bool:
    """Whether the numbers of paragraphs run on from one numbered heading to the next: then they alone are the
    provisions, and the headings are chapters ("Section II", and under it "§ 3.")."""
    last, firsts, fresh = 0, [], False
    for line in flat.split("\n"):
        heading = HEADING.fullmatch(line)
        if heading:
            fresh = bool(ARTICLE.match(heading["title"]))
            continue
        numbered = SIGNED.match(line) or NUMBERED.match(line)
        number = next((each for each in numbered.groups() if each), "") if numbered else ""
        if number.isdecimal():
            if fresh:
                firsts.append((last, int(number)))
            fresh, last = False, int(number)
    return len(firsts) > 1 and all(before + 1 == first for before, first in firsts)


def arabic(number: str) -> str:
    """ "III", "three" and "3" are "3"; "5A" is itself, and "2 bis" is "2bis"."""
    if number.isdecimal():
        return str(int(number))
    if number[0].isdecimal():
        return "".join(number.split())
    plain = number.lower()
    if plain in NUMBER_WORDS.split():
        return str(parse_number(plain))
    if plain in ORDINALS:
        return str(ORDINALS.index(plain) + 1)
    return str(roman(plain))


DASH_BEHIND = re.compile(r"(?<=:)\s+(?=[-\u2013\u2022]\s+[a-z])")
"""Where, in a plain text, the first item of a list stands behind its introduction."""
_NEAR = 400
"""Characters within which a bracket that holds a list is closed."""


def in_brackets(flat: str, start: int, end: int) -> bool:
    """Whether, at ``end`` of what begins at ``start``, a bracket stands open that is closed soon, in the paragraph."""
    words = flat[max(start, end - _NEAR) : end]
    if words.count("(") <= words.count(")"):
        return False
    rest = flat[end : end + _NEAR].partition("\n\n")[0]
    close, opening = rest.find(")"), rest.find("(")
    return close >= 0 and (opening < 0 or close < opening)
