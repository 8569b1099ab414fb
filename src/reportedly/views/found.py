"""Finding an event or a row of wording in a casebook by what people know of it: its id, the beginning of that, or its
label in an article.

In: an open `Casebook` and what was asked for. Out: every row that may be meant, in the order of articles and rows.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.casebook import Casebook

MOST = 50
"""Rows that are listed at most: somebody chooses one of them."""
_KINDS = {"events": ("E", "type"), "wording": ("W", "kind")}
"""The letter of a table's labels, and the column that says what sort of row it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row that may be meant: its article's id, outlet and title, and the row's id, label, type or kind, and words."""

    document: str
    outlet: str
    title: str
    id: str
    label: str
    type: str
    words: str


def find_events(casebook: "Casebook", text: str, article: str | None = None) -> list[Found]:
    """The events that `text` may mean, `MOST` at most: a label such as `E3`, an id, or the beginning of one.

    `article` is an article's id or its beginning, its input's name or words of its title; None looks in all. A whole id is
    one event of its article, but two articles can have events of the same id: it is made from type and place in the text.
    """
    return _find(casebook, "events", text, article)


def find_wording(casebook: "Casebook", text: str, article: str | None = None) -> list[Found]:
    """The rows of wording that `text` may mean, as `find_events` finds events; their labels are such as `W3`."""
    return _find(casebook, "wording", text, article)


def _find(casebook: "Casebook", table: str, text: str, article: str | None) -> list[Found]:
    letter, sort = _KINDS[table]
    label = re.fullmatch(rf"{letter}([1-9][0-9]{{0,8}})", text)
    condition, value = ("x.n + 1 = ?", int(label[1])) if label else ("starts_with(x.id, ?)", text)
    values: list[object] = [value]
    if article is not None:
        condition += " AND list_contains(?::VARCHAR[], x.document)"
        values.append([row.id for row in casebook.find(article)])
    rows = casebook.connection.execute(
        f"""SELECT x.document, coalesce(d.outlet, ''), coalesce(d.title, ''), x.id, '{letter}' || (x.n + 1), x.{sort}, x.words
        FROM {table}_in_words x JOIN document d ON d.id = x.document WHERE {condition}
        ORDER BY d.published NULLS LAST, d.outlet NULLS LAST, x.document, x.n LIMIT {MOST}""",
        values,
    ).fetchall()
    return [Found(*(str(value) for value in row)) for row in rows]
