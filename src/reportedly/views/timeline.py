"""What a record says happened or was counted, in the order of its days.

In: a record and its labelled rows. Out: a `Moment` for each event and figure whose time has days. One whose time the text
leaves open is not in it: the day of publication never stands in for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.record import Record, Time
from reportedly.views.rows import Rows


@dataclass(frozen=True, slots=True)
class Moment:
    """An event or a figure on the calendar. `begin` to `end` is as wide as the words name it (`precision`); `words` are
    the event's or figure's, `when` the time's; `status` is the event's, empty for a figure."""

    label: str
    begin: date
    end: date
    precision: str
    when: str
    words: str
    kind: str
    status: str
    voice: str
    claimed_by: str | None


def timeline(record: Record, rows: Rows) -> tuple[Moment, ...]:
    """The moments of a record, the earliest first; of those that begin on one day the shortest first."""
    times = {t.id: t for t in record.times}
    return tuple(sorted(_moments(record, rows, times), key=lambda m: (m.begin, m.end, m.label[0], int(m.label[1:]))))


def _moments(record: Record, rows: Rows, times: dict[str, Time]) -> Iterator[Moment]:
    for e, event in zip(record.events, rows.events(), strict=True):
        if (when := times.get(e.date or "")) and when.begin and when.end:
            yield Moment(
                event.label, when.begin, when.end, when.precision or "", record.words(when.words), event.words,
                event.type, event.status, event.voice, event.claimed_by,
            )  # fmt: skip
    for f, figure in zip(record.figures, rows.figures(), strict=True):
        if (when := times.get(f.period or "")) and when.begin and when.end:
            yield Moment(
                figure.label, when.begin, when.end, when.precision or "", record.words(when.words), figure.words,
                figure.what, "", figure.voice, figure.claimed_by,
            )  # fmt: skip
