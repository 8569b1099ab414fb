"""A record as JSON: the form that the manual of the record defines, keys in the order of the tables' columns.

In: a `Record`. Out: JSON text. Characters stand as themselves but for controls, lone surrogates and the marks that
turn text round, which are escaped: the text can be printed and is always UTF-8. Refuses a record whose ids do not
resolve.
"""

import json
import re
from typing import Any

from reportedly.errors import CasebookError
from reportedly.record import Record

_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]")

_SPAN = re.compile(r"\[\n *(\d+),\n *(\d+)\n *\]")  # no string holds a bare line feed: this is never inside one


def as_json(record: Record) -> str:
    """The record as JSON over several lines, each span on one."""
    return escaped(_SPAN.sub(r"[\1, \2]", json.dumps(_shown(record), ensure_ascii=False, indent=1)))


def as_line(record: Record) -> str:
    """The record as JSON on one line."""
    return escaped(json.dumps(_shown(record), ensure_ascii=False, separators=(",", ":")))


def _shown(record: Record) -> dict[str, Any]:
    """The record in JSON's terms. Raises `CasebookError` where a row names one that is not there."""
    try:
        return record.as_json()
    except KeyError as error:
        raise unresolved(record, error.args[0]) from error


def unresolved(record: Record, id: object) -> CasebookError:
    """What is said of a record in which `id` leads to no row."""
    return CasebookError(
        f"the record of article {record.document.id} names {id}, which is no row of it; "
        "`reportedly verify` lists what is wrong with a casebook"
    )


def escaped(text: str) -> str:
    """JSON text with controls and the like as `\\u` escapes."""
    return _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
