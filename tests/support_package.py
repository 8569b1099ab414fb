"""A reader of data packages for the tests: what Table Schema says of a file is asked of every cell, with nothing of the program.

The `frictionless` library says the same of the packages (it was asked once by hand); as a need of the tests it would bring
twenty packages with it.
"""

import csv
import hashlib
import json
import re
from datetime import date
from pathlib import Path

READ = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "array": json.loads,
}


def read_package(folder: Path) -> dict[str, list[dict]]:
    """The rows of each resource by its name, read as the description says; fails where a file is not as described."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {r["name"]: _rows(folder, r) for r in package["resources"]}
    for resource in package["resources"]:
        _check_keys(resource, tables)
    return tables


def _rows(folder: Path, resource: dict) -> list[dict]:
    data = (folder / resource["path"]).read_bytes()
    assert resource["bytes"] == len(data)
    assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
    fields = resource["schema"]["fields"]
    lines = list(csv.reader(data.decode("utf-8").splitlines(), strict=True))
    assert lines[0] == [f["name"] for f in fields]
    comment = resource["dialect"].get("commentChar")
    kept = [cells for n, cells in enumerate(lines[1:], 2) if n not in resource["dialect"].get("commentRows", [])]
    assert not comment or kept == [cells for cells in lines[1:] if not cells[0].startswith(comment)]
    return [{f["name"]: _value(f, cell) for f, cell in zip(fields, cells, strict=True)} for cells in kept]


def _value(field: dict, cell: str) -> object:
    asked = field.get("constraints", {})
    if cell == "":
        assert not asked.get("required"), field["name"]
        return None
    value = READ[field["type"]](cell)
    assert "enum" not in asked or value in asked["enum"], (field["name"], cell)
    assert re.fullmatch(asked.get("pattern", ".*"), cell, re.S), (field["name"], cell)
    assert "minimum" not in asked or value >= asked["minimum"], (field["name"], cell)
    assert "maximum" not in asked or value <= asked["maximum"], (field["name"], cell)
    return value


def _check_keys(resource: dict, tables: dict[str, list[dict]]) -> None:
    rows, schema = tables[resource["name"]], resource["schema"]
    ids = [row[schema["primaryKey"]] for row in rows]
    assert len(ids) == len(set(ids))
    for link in schema.get("foreignKeys", []):
        table, field = link["reference"]["resource"] or resource["name"], link["reference"]["fields"]
        known = {row[field] for row in tables[table]}
        assert {row[link["fields"]] for row in rows} - {None} <= known
