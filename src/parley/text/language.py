"""The language of a text, by its script and its function words."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 50_000
"""Code points looked at; a paper does not change its language after them often enough to matter."""

_FEWEST = 4
"""As many letters tell a script."""
_SCRIPTS = (
    ("latin", "A-Za-z\u00c0-\u024f\u1e00-\u1eff"),
    ("cyrillic", "\u0400-\u052f"),
    ("arabic", "\u0620-\u064a\u066e-\u06d3"),
    ("he", "\u05d0-\u05ea"),
    ("el", "\u0370-\u03ff"),
    ("hy", "\u0531-\u0587"),
    ("ka", "\u10a0-\u10ff"),
    ("am", "\u1200-\u137f"),
    ("hi", "\u0904-\u0939"),
    ("ja", "\u3041-\u30ff"),
    ("ko", "\uac00-\ud7a3"),
    ("zh", "\u4e00-\u9fff"),
)
_LETTERS = {name: re.compile(f"[{characters}]") for name, characters in _SCRIPTS}
_WORD = re.compile(r"[^\W\d_]+")

_FUNCTION_WORDS = {
    "en": "the of and to in that is was for on with as by it at from this be are have has not which their were will",
    "fr": "le la les des de du et est dans que qui une un pour sur par au aux avec ce cette sont pas ne se il elle ont",
    "es": "el la los las de del y que en un una por con para es se su al lo como más fue han pero sus este esta ha",
    "de": "der die das und ist von zu den mit nicht ein eine des dem für auf im sich auch als bei wird nach wurde hat",
    "it": "il lo la gli le di che e un una per con del della dei è sono non si da al nel anche come più ha alla",
    "pt": "o a os as de do da dos das e que em um uma para com não por no na ao se mais foi são como pelo pela",
    "nl": "de het een van en in is dat op te voor met niet zijn die aan er om ook als bij door werd naar hebben",
    "pl": "i w z na do nie się że jest to o po przez od za oraz dla jak który która są był była ich",
    "tr": "ve bir bu için ile da de olarak daha çok olan gibi sonra kadar ancak ise en değil ne olduğu",
    "uk": "і й та в у на що з до не за від про як його це є або але для під чи які який було щодо між",
    "ru": "и в на что с к не за от о как его это по из или но для под чтобы который которые было между при был",
    "bg": "и в на че с към не за от като това по или но са се да който които беше между при е",
    "sr": "и у на да је се са за од као или али су који која што није по из биће",
    "ar": "في من على إلى أن التي الذي عن مع هذا هذه كان قد لا ما بين بعد كما ذلك و",
    "fa": "در از به که این را با است برای آن یک تا بر خود می شد های کرد نیز",
}
_BY_SCRIPT = {
    "latin": ("en", "fr", "es", "de", "it", "pt", "nl", "pl", "tr"),
    "cyrillic": ("uk", "ru", "bg", "sr"),
    "arabic": ("ar", "fa"),
}
_WORDS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
# Letters that only some of the languages of a script have: worth more than a word, as they are in every line.
_OWN_LETTERS = {"uk": "іїєґ", "ru": "ыэё", "sr": "ђјљњћџ", "fa": "پچژگ"}


def may_be(language: str, text: str) -> bool:
    """Whether a text in the script that most of ``text`` is in can be in ``language``, as far as both are known."""
    letters = _letters(text[:_SAMPLE])
    script, count = max(letters.items(), key=lambda item: item[1])
    known = {each for languages in _BY_SCRIPT.values() for each in languages} | _LETTERS.keys()
    return count < _FEWEST or language not in known or language in _BY_SCRIPT.get(script, (script,))


def why_unread(language: str | None, text: str) -> str | None:
    """Why a text in that language (``None``: unknown) can't be read here; ``None`` where it can."""
    if language not in (None, "en"):
        return f"kept and searchable, not yet read: language {language}"
    if language is None and not may_be("en", text):
        return "kept and searchable, not yet read: its letters aren't those of English"
    return None


def _letters(sample: str) -> dict[str, int]:
    return {name: len(pattern.findall(sample)) for name, pattern in _LETTERS.items()}


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language that most of ``text`` is in; ``None`` where that can't be told.

    Unsure means ``None``: few function words, or two languages with nearly as many.
    """
    sample = text[:_SAMPLE]
    letters = _letters(sample)
    script, count = max(letters.items(), key=lambda item: item[1])
    if count < _FEWEST:
        return None
    if letters["ja"] * 10 > letters["zh"] > 0 and script == "zh":
        return "ja"
    if script not in _BY_SCRIPT:
        return script
    words = Counter(_WORD.findall(sample.lower()))
    total = sum(words.values())
    scores = {language: float(sum(words[word] for word in _WORDS[language])) for language in _BY_SCRIPT[script]}
    for language, own in _OWN_LETTERS.items():
        if language in scores:
            scores[language] += 0.2 * sum(sample.lower().count(letter) for letter in own)
    (best, hits), (_, next_hits) = sorted(scores.items(), key=lambda item: -item[1])[:2]
    if hits >= max(2, 0.08 * total) and hits >= 1.3 * next_hits:
        return best
    return None
