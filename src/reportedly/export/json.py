"""A record as JSON: the form that the manual of the record defines, keys in the order of the tables' columns.

In: a `Record`. Out: JSON text. Characters stand as themselves but for controls, lone surrogates and the marks that
turn text round, which are escaped: the text can be printed and is always UTF-8.
"""

import json
import re

from reportedly.record import Record

_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]")

_SPAN = re.compile(r"\[\n *(\d+),\n *(\d+)\n *\]")  # no string holds a bare line feed: this is never inside one


def as_json(record: Record) -> str:
    """The record as JSON over several lines, each span on one."""
    return escaped(_SPAN.sub(r"[\1, \2]", json.dumps(record.as_json(), ensure_ascii=False, indent=1)))


def as_line(record: Record) -> str:
    """The record as JSON on one line."""
    return escaped(json.dumps(record.as_json(), ensure_ascii=False, separators=(",", ":")))


def escaped(text: str) -> str:
    """JSON text with controls and the like as `\\u` escapes."""
    return _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
