"""Which of two times is the later one, and which of two lengths of time the longer."""

from __future__ import annotations

from parley.model import Duration, Instant


def is_after(old: Instant, new: Instant) -> bool | None:
    """Whether ``new`` is later; ``None`` where that is open."""
    if old.day is not None and new.day is not None:
        return new.day.days > old.day.days
    if old.moment is not None and new.moment is not None and type(old.moment) is type(new.moment):
        try:
            return new.moment > old.moment
        except TypeError:  # one has a zone
            return None
    if old.event is not None and old.event == new.event and old.offset and new.offset:
        return is_longer(old.offset, new.offset)
    return None


def is_longer(old: object, new: object) -> bool | None:
    """Whether a length of time grew; ``None`` where months against days leave it open, or one isn't a length."""
    if not (isinstance(old, Duration) and isinstance(new, Duration)):
        return None
    least, most = _bounds(old), _bounds(new)
    return True if most[0] > least[1] else False if most[1] < least[0] else None


def _bounds(length: Duration) -> tuple[int, int]:
    minutes = length.days * 1440 + length.minutes
    return minutes + length.months * 28 * 1440, minutes + length.months * 31 * 1440
