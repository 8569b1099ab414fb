"""Write the pages of the docs that follow from the code: the record's tables, the tables of figures, checks and wording that
leave as CSV, the commands, the reasons, the limits.

usage: generate.py       A test fails where a page and the code differ.
"""

from pathlib import Path

from reportedly.cli import reference
from reportedly.errors import REASONS
from reportedly.export.datapackage import TABLES as EXPORTED
from reportedly.export.datapackage import schema
from reportedly.limits import LIMITS
from reportedly.record import SCHEMA_VERSION, TABLES

HERE = Path(__file__).parent
MADE = "<!-- Made by docs/generate.py from the code; `make docs` writes it again. -->\n\n"


def record_page() -> str:
    """The record's tables and columns."""
    parts = [
        f"{MADE}# The tables of the record\n\n"
        f"Schema version {SCHEMA_VERSION}. What the rows mean is in [the manual of the record](manual.md). Words are "
        "spans of the article's text, half-open, in Unicode code points; they leave the program as "
        '`{"words": …, "spans": [[start, end], …]}`. A column called `words` stands at the top of its row with '
        "`spans` beside it. In a casebook every table of an article has two more columns, `document` (the article's "
        "id) and `n` (the row's place in the article).\n"
    ]
    for table, row in TABLES.items():
        lines = [
            f"\n## `{table}`\n\n{row.HELP}\n\n| column | kind | unit | since | meaning |\n| --- | --- | --- | --- | --- |"
        ]
        for c in row.columns():
            kind = c.kind.describe() + (", required" if c.required else "")
            lines.append(f"| `{c.name}` | {kind} | {c.unit} | {c.since} | {c.help} |")
        parts.append("\n".join(lines) + "\n")
    return "".join(parts)


def ledger_page() -> str:
    """The columns of what leaves as CSV: figures, and the tables beside them in a data package."""
    parts = [
        f"{MADE}# The columns of figures, checks, wording and articles\n\n"
        "What the [exports](export.md#figures) `figures` and `datapackage` write, with Table Schema's types and, in the last "
        "column, the hashtags of HXL, for those who ask for them. A meaning that begins with *In* is that of a column of another "
        "table of [the record](record.md), which has the vocabularies: it is taken from the row to which this one leads.\n"
    ]
    for table in EXPORTED:
        lines = [
            f"\n## `{table.name}.csv`\n\n{table.help}\n\n| column | meaning | type | unit | HXL |\n"
            "| --- | --- | --- | --- | --- |"
        ]
        for field, described in zip(table.fields, schema(table)["fields"], strict=True):
            kind = described["type"] + (", required" if field.required else "")
            tag = f"`{field.tag}`" if field.tag else ""
            lines.append(f"| `{field.name}` | {field.help} | {kind} | {field.unit} | {tag} |")
        parts.append("\n".join(lines) + "\n")
    return "".join(parts)


def reasons_page() -> str:
    """Why an input was not read."""
    rows = "\n".join(f"| `{reason}` | {state} | {sentence} |" for reason, (state, sentence) in REASONS.items())
    return (
        f"{MADE}# Why an input was not read\n\nEvery input is in one of four states: `read`, `skipped`, `failed` or "
        "`pending`, and the four add up to all inputs. A skipped or failed one has a reason from this closed list; "
        "`detail` beside it says what is particular to the case.\n\n"
        f"| reason | state | meaning |\n| --- | --- | --- |\n{rows}\n"
    )


def limits_page() -> str:
    """What is bounded, by how much and why."""
    rows = "\n".join(f"| `{name}` | {x.default:,} | {x.unit} | {x.why} |" for name, x in LIMITS.items())
    return (
        f"{MADE}# Limits\n\nEach is changed by the environment variable `REPORTEDLY_LIMIT_` and its name in capitals, "
        "such as `REPORTEDLY_LIMIT_ARTICLE_SECONDS=300`.\n\n"
        f"| limit | default | unit | why |\n| --- | --- | --- | --- |\n{rows}\n"
    )


def pages() -> dict[str, str]:
    """Every generated page by its file's name."""
    return {
        "record.md": record_page(),
        "ledger.md": ledger_page(),
        "command-line.md": MADE + reference(),
        "reasons.md": reasons_page(),
        "limits.md": limits_page(),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
