"""Acts named in reports and texts, looked up once each: tables of reports repeat the same few words."""

from __future__ import annotations

from functools import lru_cache

from parley.text import act_named

act_of = lru_cache(maxsize=4096)(act_named)
"""``parley.text.act_named``, remembered."""
