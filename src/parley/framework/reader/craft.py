"""Ships, aircraft and vehicles as subjects: "no helicopter shall land", "ferries may ply": what their crews do."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.wordlist import word_set

_CRAFT = word_set(
    "aircraft aeroplane airplane airship balloon barge boat bomber bulldozer bus cab canoe car caravan carrier "
    "coach convoy craft cruiser cutter destroyer dinghy dredger drone ferry ferryboat fleet flotilla "
    "freighter frigate glider gunboat helicopter launch lighter liner locomotive lorry merchantman minelayer "
    "minesweeper motorboat motorcycle plane raft sailboat ship spacecraft speedboat steamer submarine tanker taxi "
    "tender tractor train tram transport trawler truck tug vehicle vessel van warplane warship yacht"
)
_POST = re.compile(
    r"(?:(?:no|the|an?|all|any|every|each|both)\s+)?(?P<post>(?:[a-z]+\s+)?(?:command|observation|guard|border|frontier|police|coastguard|joint|look-?out)\s+(?:posts?|stations?)"
    r"(?:\s+of\s+(?:(?:the|both|each|either)\s+)?[\w\-]+)?)",
    re.IGNORECASE,
)
"""Where people sit who do what their post does: "command posts shall show a lamp"."""
_HEAD = re.compile(
    r"(?P<lead>(?:[\w’'\-]+\s+){0,6}?)(?P<head>[a-z\-]+)(?=\s*\Z|\s+(?:of|for|from|with|without|under|in|on|at|by|that|which|whose|"
    r"carrying|flying|belonging|bound|engaged|bearing|armed|used|marked|laden|coming|[a-z]+ing|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_NO_LEAD = re.compile(
    r"\b(?:of|for|from|in|on|at|by|to|with|and|or|between|among|near|along|behind|under|over|that|which)\b",
    re.IGNORECASE,
)


_PREMISES = word_set(
    "post checkpoint outpost hospital clinic station room port airport airfield prison jail gaol office "
    "school bank shop mill factory plant court church mosque harbour hotline desk headquarters depot camp "
    "refinery laboratory newspaper battery ministry embassy consulate registry mess kitchen bakery warehouse"
)
_TO_SOMETHING = re.compile(
    r"[a-z\-]+(?:\s+(?:up|out|off|down|back|over|away|in))?\s+(?:(?:the|an?|its|their|all|any|every|each|both|no|such|more|at\s+least|two|three|four|five|six|ten|lines|relief|"
    r"them|it|only|what|whoever)\b|\d|[A-Z]|(?:[a-z\-]+\s+)?[a-z\-]+[^\Ws]s\b)"
)


def premises(words: str, deed: str) -> tuple[str, ...] | None:
    """A place with the people in it, who do what it does to something: "every hospital [shall admit all wounded]"."""
    found = _HEAD.match(words.strip(" ,"))
    if not found or _NO_LEAD.search(found["lead"]) or len(words) > 160 or not _TO_SOMETHING.match(deed):
        return None
    if _singles(found["head"].lower()).isdisjoint(_PREMISES):
        return None
    return (re.sub(r"^(?:no|the|an?|all|any|every|each|only|neither)\s+", "", words.strip(" ,"), flags=re.IGNORECASE),)


def craft(words: str) -> tuple[str, ...] | None:
    """The craft that ``words`` name, in the text's own words: "fishing boats of either Party"."""
    post = _POST.fullmatch(words.strip(" ,"))
    if post:
        return (post["post"],)
    found = _HEAD.match(words.strip(" ,"))
    if not found or _NO_LEAD.search(found["lead"]) or len(words) > 160:
        return None
    if not _is_craft(found["head"]):
        return None
    return (re.sub(r"^(?:no|the|an?|all|any|every|each|only|neither)\s+", "", words.strip(" ,"), flags=re.IGNORECASE),)


def _is_craft(head: str) -> bool:
    return not _singles(head.lower().rpartition("-")[2]).isdisjoint(_CRAFT)


def _singles(plain: str) -> set[str]:
    return {plain, plain.removesuffix("s"), plain.removesuffix("es"), re.sub(r"ies\Z", "y", plain)}
