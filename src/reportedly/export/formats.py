"""The formats in which records leave the program, in one registry.

In: a `Record`. Out: its text in a format. Other packages add formats by the entry point group `reportedly.exports`,
whose entries name an `Exporter`; one called like a format of this package is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import entry_points

from reportedly.errors import Misuse
from reportedly.export import cameo, figures, ged
from reportedly.export.cameo import as_cameo
from reportedly.export.figures import as_figures
from reportedly.export.ged import as_ged
from reportedly.export.json import as_json, as_line
from reportedly.export.ledger import as_ledger
from reportedly.export.plover import as_plover
from reportedly.record import Record

GROUP = "reportedly.exports"


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format of records.

    `one` gives a record's text without a line end after it. Several records in one stream stand between `head` and
    `tail` with `between` after each but the last; a single one stands alone. A format of rows may give no text for a
    record, which then leaves no trace, and has a `header`, the line of its columns, that stands before everything;
    `hashtags` is the line of HXL's hashtags that may stand under it. A format with `events` is one whose texts hold them.
    """

    name: str
    suffix: str
    help: str
    one: Callable[[Record], str]
    head: str = ""
    between: str = "\n"
    tail: str = "\n"
    header: str = ""
    hashtags: str = ""
    events: bool = True


OWN = (
    Exporter("json", ".json", "the record as the docs define it; several are a list", as_json, "[\n", ",\n", "\n]\n"),
    Exporter("jsonl", ".jsonl", "one record a line", as_line),
    Exporter("text", ".txt", "a ledger to read", as_ledger, between="\n\n\n"),
    Exporter("plover", ".jsonl", "one event a line, as PLOVER's JSON", as_plover),
    Exporter("cameo", ".tsv", "events in GDELT's columns with CAMEO codes", as_cameo, header=cameo.HEADER),
    Exporter("ged", ".csv", "lethal attacks in the columns of UCDP's GED", as_ged, header=ged.HEADER),
    Exporter(
        "figures", ".csv", "one figure a line, with who says so, where, when, words and checks", as_figures,
        header=figures.HEADER, hashtags=figures.HASHTAGS, events=False,
    ),
)  # fmt: skip


@cache
def exporters() -> dict[str, Exporter]:
    """Every format by its name: this package's, then those of other packages by name."""
    found = {e.name: e for e in OWN}
    for entry in sorted(entry_points(group=GROUP), key=lambda e: e.name):
        added = entry.load()
        if not isinstance(added, Exporter) or added.name in found:
            raise Misuse(f"the export {entry.name!r} of {entry.value} is none, or is called like one that there is")
        found[added.name] = added
    return found


def exporter(name: str) -> Exporter:
    """The format of this name. Raises `Misuse` for one that there is not."""
    found = exporters()
    if name not in found:
        raise Misuse(f"there is no format {name!r}; there are {', '.join(found)}")
    return found[name]


def with_hashtags(chosen: Exporter) -> Exporter:
    """The format with HXL's line of hashtags under its header. Raises `Misuse` for a format that has none."""
    if not chosen.hashtags:
        having = ", ".join(name for name, found in exporters().items() if found.hashtags)
        raise Misuse(f"the format {chosen.name} has no hashtags; these have: {having}, datapackage")
    return replace(chosen, header=f"{chosen.header}\n{chosen.hashtags}")
