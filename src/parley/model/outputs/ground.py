"""What the verbs on what happens on the ground print."""

from __future__ import annotations

from ..buffer import Buffer
from ..daily import Daily
from ..incident import IncidentLife
from ..incoming import ReceivedFile, Recoding, SourceCluster
from ..monitoring import Watch
from ..rehearsal import Rehearsal
from ..trend import AreaTrend
from .base import Output


class WatchOutput(Output, Watch):
    """``received``: the files of reports; ``recoded``: what their sources changed; ``clusters``: what may be one event.

    All three are for whoever keeps the reports; verdicts rest on the reports themselves. ``lives``: what
    followed each incident, and the clocks that it set running. ``areas``: what zones grew by on maps of control.
    ``rehearsal``: what the text would have meant, where one was asked for.
    """

    received: tuple[ReceivedFile, ...] = ()
    recoded: tuple[Recoding, ...] = ()
    clusters: tuple[SourceCluster, ...] = ()
    lives: tuple[IncidentLife, ...] = ()
    rehearsal: Rehearsal | None = None
    buffers: tuple[Buffer, ...] = ()
    areas: tuple[AreaTrend, ...] = ()


class DailyOutput(Output, Daily):
    """``title`` is the process's; ``files`` are those written."""

    title: str
    files: tuple[str, ...] = ()
