"""Pages as files: one article's, or a casebook's with a page for each article.

In: a `Record` or an open `Casebook`, and where to write. Out: files in UTF-8, each written whole or not at all. A page
that stands there already is replaced.
"""

import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import Misuse
from reportedly.record import DocumentRow, Record
from reportedly.views import account, article, compare, overview
from reportedly.web.page import article_page, index_page

if TYPE_CHECKING:
    from reportedly.casebook import Casebook

INDEX = "index.html"


def write_article(record: Record, path: Path, home: str = "") -> None:
    """Write the page of one article to `path`. Raises `Misuse` where it cannot be written."""
    _write(path, article_page(article(record), home))


def write_site(casebook: "Casebook", folder: Path, name: str) -> list[Path]:
    """Write `index.html` and a page for each article into `folder`, which is made where it does not exist.

    `name` is the title of the index. Gives the paths written, the index first. The same casebook gives the same
    bytes. Raises `Misuse` where the folder cannot be written.
    """
    pages = {row.id: page_name(row) for row in casebook.documents()}
    written = [folder / INDEX]
    for record in casebook.records():
        path = folder / pages[record.document.id]
        write_article(record, path, INDEX)
        written.append(path)
    _write(folder / INDEX, index_page(name, overview(casebook), account(casebook), pages, compare(casebook)))
    return written


def page_name(row: DocumentRow) -> str:
    """The name of an article's page: its outlet and title as far as they fit, and the beginning of its id."""
    words = "-".join(filter(None, (_slug(row.outlet or "")[:30], _slug(row.title or "")[:50], _slug(row.id)[:9])))
    return f"{words.strip('-')}.html"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _write(path: Path, page: str) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(page, encoding="utf-8", newline="\n")
        os.replace(part, path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Misuse(f"{path} cannot be written: {error.strerror}") from error
