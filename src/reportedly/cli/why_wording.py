"""The verb `why` for a row of wording: whose vocabulary its word is, who warns of it, and what the other side says.

In: a casebook and what names the row. Out: an exit code. The row says which entry of the lists found it; what the entry
says is read from the lists as they are now, and a row whose entry they no longer have is shown with that said.
"""

import json
import sys
from typing import TYPE_CHECKING, Any

from reportedly.cli.codes import ExitCode
from reportedly.cli.terminal import console, remark, table

if TYPE_CHECKING:
    from reportedly.record import Record, Wording

SHOWN = 8
"""Words of the other side that are printed; --json has all."""
_SCARE_QUOTES = (
    "by its form: quotation marks around a few words that are no statement, no name and no mention of a word"
)


def run(path: str, text: str, article: str | None, as_json: bool) -> int:
    """Say why; the exit code."""
    from reportedly.casebook import Casebook
    from reportedly.cli.why import not_one
    from reportedly.views.found import find_wording

    with Casebook(path, read_only=True) as book:
        found = find_wording(book, text, article)
        if len(found) != 1:
            return not_one(found, path, text, "row of wording")
        record = book.record(found[0].document)
    row = next(w for w in record.wording if w.id == found[0].id)
    told = _told(record, row)
    if as_json:
        from reportedly.export.json import escaped

        sys.stdout.write(escaped(json.dumps(told, ensure_ascii=False, indent=1)) + "\n")
    else:
        title = " ".join((record.document.metadata.title or "an article without a title").split())
        heading = f"{found[0].label} ({row.id}) “{told['words']}” in “{title}”"
        table(console(), heading, ("", "Value"), _lines(told))
    if told["entry"] is None and row.kind != "scare_quotes":
        remark(f"the lists have no entry for {row.made_by!r} any more: whose word it was is not known")
        return ExitCode.WRONG
    return ExitCode.FINE


def _told(record: "Record", row: "Wording") -> dict[str, Any]:
    """What is known of a row: what the record has, then what its entry of the lists says."""
    from reportedly.layers.diction.lists import entries
    from reportedly.views.rows import Rows

    shown = next(w for w in Rows(record).wording() if w.id == row.id)
    lists = {e["name"]: e for e in entries()}
    entry = lists.get(row.made_by.removeprefix("wording "))
    told: dict[str, Any] = {"words": record.words(row.words), "kind": row.kind, "made_by": row.made_by}
    told |= {"target": shown.target, "voice": shown.voice, "entry": None}
    if entry is not None:
        other = lists.get(entry.get("pair", ""), {})
        told["entry"] = {key: entry[key] for key in ("name", "of", "tone", "whose", "from") if key in entry}
        told["entry"]["other_side"] = {"name": other["name"], "words": other["words"]} if other else None
    return told


def _lines(told: dict[str, Any]) -> list[tuple[str, str]]:
    entry = told["entry"] or {}
    lines = [("kind", told["kind"].replace("_", " ")), ("found", told["made_by"])]
    if told["kind"] == "scare_quotes":
        lines[1] = ("found", _SCARE_QUOTES)
    if entry:
        tone = f", {entry['tone']} them" if "tone" in entry else ""
        of = f"{entry['of']}{tone}" if "of" in entry else ""
        # A list of the user's own need not say any of it.
        told_of = (("whose word", entry.get("whose")), ("said of", of), ("listed after", entry.get("from")))
        lines += [(what, words) for what, words in told_of if words]
        if other := entry["other_side"]:
            more = len(other["words"]) - SHOWN
            words = ", ".join(other["words"][:SHOWN]) + (f" and {more} more" if more > 0 else "")
            lines.append(("other side", f"{other['name']}: {words}"))
    return [*lines, ("colours", told["target"] or "nobody whom the text settles"), ("voice", told["voice"])]
