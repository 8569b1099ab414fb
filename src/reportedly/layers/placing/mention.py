"""`Mention`: a stretch of tokens that names a place.

In: nothing but types. Out: the type that the finders of places share.
"""

from typing import NamedTuple


class Mention(NamedTuple):
    """Tokens `first` up to `end` that name a place, and the rule that says so."""

    first: int
    end: int
    rule: str
