"""What an unusual order of words is: its pattern, the order in which it is laid out, and what patterns share."""

from __future__ import annotations

from dataclasses import dataclass

from parley.text import patterns as re

DETERMINED = r"(?:the|an?|all|any|every|each|no|its|their|such|two|three|four|five|six|\d[\d,]*)\b"
BEFORE_PLACE = (
    r"\s+(?:in|into|on|onto|at|inside|within|near|along|(?:north|south|east|west)\s+of|beyond|outside|aboard|between|through|around|"
    r"across|anywhere|to(?=\s(?:the|its|their|any)\s)|the|its|their|any|all|every|either|both|[A-Z])\b"
)
BARRED = (
    r"(?:(?:strictly|also|hereby)\s+)*(?:prohibited|forbidden|banned|outlawed|"
    r"not\s+(?:permitted|allowed|permissible|lawful))"
)
BEHIND = r"(?=\s*(?:[,;.]|\Z)|\s+(?:by|from|within|until|for|as|on|in|at)\s(?!wh(?:ose|ich|om)\s))"
"""Where somebody's name ends."""
WHO = r"(?:(?!\b(?:shall|must|will|may|not)\b)[^,;:]){3,80}?"
RESTS_WITH = (
    r"(?:shall\s+|will\s+)?(?:rests?|lies?)\s+(?:solely\s+)?(?:with|on|upon)"
    r"|(?:shall\s+|will\s+)?falls?\s+(?:to|on|upon)"
)
GIVES_WORD = (
    r"(?:(?:hereby|solemnly|jointly|further|also)\s+)?(?:undertakes?|promises?|pledges?|vows?|swears?|"
    r"gives?\s+(?:its|their|his|an?)\s+(?:word|promise|guarantee|assurance))"
)
"""Before "that": what says that there is a duty, and nothing of it."""
NO_VERB_BEHIND = r"(?![^;]*\b(?:shall|must|may|will|is|are|does|do|has|have|means|applies)\b)"
"""Where the words of a point hold no verb but the infinitive."""
CASE = r"(?:(?i:if|when|whenever|where|once|should|in\s+case|in\s+the\s+event|after|upon)\s[^;]{3,200}?,\s+)"
PROMISES = (
    r"undertakes?|commits?(?:\s+(?:itself|themselves))?\s+to|agrees?\s+(?:to|on|upon)|(?:is|are)\s+committed\s+to"
)
CHARGED = r"(?:is|are|(?:shall|will)\s+be)\s+(?:also\s+|hereby\s+|jointly\s+)?"


@dataclass(frozen=True)
class Rewording:
    """One unusual order: its pattern, and the groups in the usual order.

    A part ``"group"`` is kept, ``"words=group"`` puts in words that stand where the group does. ``who`` must name
    somebody, and ``deed`` begin with an act's noun or a verb's gerund. One of ``signs`` stands in every such sentence.
    """

    name: str
    example: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    order: tuple[str, ...]
