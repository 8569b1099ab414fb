"""The record of one article: its tables as classes, which are the schema of everything derived from them.

In: nothing but `document`. Out: row classes, `Record`, the kinds of value, ids. It knows no storage and no linguistics.
"""

from reportedly.record.account import BlockRow, DocumentRow, SourceRow
from reportedly.record.attributions import Actor, Attribution
from reportedly.record.happenings import Check, Event, Figure
from reportedly.record.record import ARTICLE_TABLES, TABLES, Record
from reportedly.record.row import Column, Row, place_key, row_id
from reportedly.record.settings import Place, Time, Wording

SCHEMA_VERSION = 4
"""The version of the tables. It rises with each column that comes or goes; `casebook` has a migration for each step."""

__all__ = [
    "ARTICLE_TABLES", "SCHEMA_VERSION", "TABLES", "Actor", "Attribution", "BlockRow", "Check", "Column", "DocumentRow",
    "Event", "Figure", "Place", "Record", "Row", "SourceRow", "Time", "Wording", "place_key", "row_id",
]  # fmt: skip
