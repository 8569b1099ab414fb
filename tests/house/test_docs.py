"""Every verb, table, column, reason, limit and kind is in the docs, and what is generated is up to date."""

import importlib.util
from pathlib import Path

import pytest

from reportedly.errors import REASONS, Reason
from reportedly.limits import LIMITS
from reportedly.record import TABLES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def generated() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


@pytest.mark.parametrize("name", ["record.md", "ledger.md", "command-line.md", "reasons.md", "limits.md"])
def test_a_generated_page_is_up_to_date(name):
    assert (DOCS / name).read_text(encoding="utf-8") == generated()[name], "run `make docs`"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_column_is_documented(table):
    page = (DOCS / "record.md").read_text(encoding="utf-8")
    assert f"## `{table}`" in page
    for column in TABLES[table].columns():
        assert f"| `{column.name}` |" in page
        assert column.help.endswith(".")


def test_every_reason_has_a_sentence_and_stands_in_the_docs():
    page = (DOCS / "reasons.md").read_text(encoding="utf-8")
    assert set(REASONS) == set(Reason)
    assert [r for r in Reason if f"| `{r}` |" not in page] == []


def test_every_limit_says_why_and_stands_in_the_docs():
    page = (DOCS / "limits.md").read_text(encoding="utf-8")
    assert [n for n, limit in LIMITS.items() if f"| `{n}` |" not in page or not limit.why] == []


def test_every_link_between_pages_leads_somewhere():
    import re

    for page in [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
