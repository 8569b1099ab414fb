"""The store: many records in one DuckDB file, with the account of every input.

In: outcomes (an input's row and the record that it gave). Out: rows, records, search hits, Parquet, what is wrong.
It refuses files that are no casebooks, those of a later version, and a second writer. It knows the record and nothing
of how one is made.
"""

from reportedly.casebook.outcome import Outcome
from reportedly.casebook.search import Hit
from reportedly.casebook.store import Casebook

__all__ = ["Casebook", "Hit", "Outcome"]
