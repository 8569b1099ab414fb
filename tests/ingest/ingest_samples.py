"""Small inputs of every format, made from one invented article, for the tests of `ingest`."""

import gzip
import io
import json
import zipfile

TITLE = "Sorvia agrees to ten days of talks on the Orlen dam"
FIRST = "The governments of Sorvia and Talmera agreed on Monday to ten days of talks about the Orlen dam."
SECOND = '"We will talk about water and about nothing else," the foreign minister, Noemi Castell, told reporters.'
THIRD = "At least 14 people were killed when the power station at the dam was hit on Thursday, the mayor said."
PARAGRAPHS = (FIRST, SECOND, THIRD)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"


def page(body: str = "", head: str = "", title: str = TITLE) -> bytes:
    """A web page with the invented article, and `body` between its paragraphs."""
    words = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Lake Monitor</title>{head}'
        f"</head><body><main><article><h1>{title}</h1>{words}{body}</article></main></body></html>"
    ).encode()


def rss(*entries: str, title: str = "The Lake Monitor") -> bytes:
    """An RSS feed with these items."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{"".join(entries)}</channel></rss>'.encode()


def item(number: int = 1, words: str = FIRST) -> str:
    """An item of a feed."""
    return (
        f"<item><title>Story {number}</title><link>https://monitor.example/{number}</link><author>Ana Petrik</author>"
        f"<pubDate>Fri, 04 Oct 2024 23:30:00 -0500</pubDate><description>{words}</description></item>"
    )


def jsonl(*records: object) -> bytes:
    """JSON Lines of these records."""
    return b"".join(json.dumps(r).encode() + b"\n" for r in records)


RECORD = {
    "text": "\n\n".join(PARAGRAPHS),
    "headline": TITLE,
    "date": "2024-10-04T08:00:00Z",
    "link": "https://monitor.example/talks",
    "publisher": {"name": "The Lake Monitor"},
    "authors": ["Ana Petrik", "Jonas Almeida"],
}


def response(address: str, body: bytes, content_type: str = "text/html; charset=utf-8", head: str = "200 OK") -> bytes:
    """A WARC record of an HTTP response."""
    http = f"HTTP/1.1 {head}\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
    return record("response", address, http, "application/http; msgtype=response")


def record(kind: str, address: str, block: bytes, content_type: str) -> bytes:
    """A WARC record of any kind."""
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-10-06T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def zipped(**members: bytes) -> bytes:
    """A zip file; a double underscore in a name stands for a slash, a single one for a dot."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


def wacz(warc: bytes) -> bytes:
    """A WACZ file around a WARC."""
    return zipped(archive__data_warc_gz=gzip.compress(warc), datapackage_json=b"{}", pages__pages_jsonl=b"{}")


def pdf(*pages: list[tuple[float, float, float, str]], encrypted: bool = False) -> bytes:
    """A PDF whose pages hold lines (left, height, size of type, words)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(pages):
        drawn = "".join(f"BT /F1 {size} Tf {x} {y} Td ({_quoted(words)}) Tj ET\n" for x, y, size, words in lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream".encode())
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R"
    if encrypted:
        key = "61" * 32
        trailer += f" /ID [<{key}> <{key}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % o for o in offsets)
    return out + f"trailer << {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def _quoted(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def lines(*words: str, top: float = 700, size: float = 11, left: float = 72) -> list[tuple[float, float, float, str]]:
    """Lines below each other at the distance of one paragraph's lines."""
    return [(left, top - 14 * i, size, w) for i, w in enumerate(words)]


ARTICLE_PDF = pdf(
    [
        (72, 740, 20, TITLE),
        *lines("The governments of Sorvia and Talmera agreed on Monday to ten days of talks about", "the Orlen dam."),
        *lines(
            "At least 14 people were killed when the power station at the dam was hit on Thurs-",
            "day, the mayor said.",
            top=650,
        ),
    ]
)

FIXTURES: dict[str, bytes] = {
    "text": TEXT.encode(),
    "html": page(),
    "fragment": "".join(f"<p>{p}</p>" for p in PARAGRAPHS).encode(),
    "pdf": ARTICLE_PDF,
    "feed": rss(item()),
    "jsonl": jsonl(RECORD, RECORD),
    "json": json.dumps([RECORD]).encode(),
    "csv": ("text,date\n" + f'"{FIRST}",2024-10-04\n').encode(),
    "warc": response("https://monitor.example/talks", page()),
    "wacz": wacz(response("https://monitor.example/talks", page())),
    "zip": zipped(story_html=page(), picture_png=b"\x89PNG\r\n\x1a\n\0\0\0\0"),
}
"""An input of each built-in format."""
