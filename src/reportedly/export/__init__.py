"""Records in exchange formats: JSON, JSON lines, a ledger to read; events in the columns of PLOVER, GDELT and UCDP's GED;
figures as CSV, and with checks and wording as a data package; a casebook's tables as Parquet.

In: records, or an open `Casebook` for Parquet. Out: text to a stream or files, each whole or not at all. Refuses, with
`Misuse`, a format that does not exist and a place that cannot be written.
"""

from reportedly.export.datapackage import to_datapackage
from reportedly.export.formats import Exporter, exporter, exporters, with_hashtags
from reportedly.export.writing import Folder, Stream, open_file, to_file, to_parquet, to_stream, with_events_of

__all__ = [
    "Exporter", "Folder", "Stream", "exporter", "exporters", "open_file", "to_datapackage", "to_file", "to_parquet",
    "to_stream", "with_events_of", "with_hashtags",
]  # fmt: skip
