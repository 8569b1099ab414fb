"""Each reason for which `ingest` refuses an input, with an input that makes it happen."""

import random
from pathlib import Path

import pytest
from ingest_samples import TEXT, lines, page, pdf, response

from reportedly.errors import InputRefused, Reason
from reportedly.ingest import expand, load
from reportedly.record import SourceRow

_FOREIGN = "Die Regierung hat am Montag mitgeteilt, dass die Gespräche über den Staudamm zehn Tage dauern werden.\n\n"

CASES: dict[Reason, tuple[str, bytes]] = {
    Reason.EMPTY: ("a.txt", b" \n"),
    Reason.BINARY: ("a.txt", b"\x89PNG\r\n\x1a\n\0\0"),
    Reason.UNDECODABLE: ("a.txt", bytes(random.Random(1).choices(range(128, 256), k=2000))),
    Reason.TOO_LARGE: ("a.txt", b"The talks went on. " * 200_000),
    Reason.TOO_DEEP: ("a.html", b"<html><body>" + b"<div>" * 400 + b"<p>The talks went on.</p>"),
    Reason.TOO_MANY: ("a.html", b"<html><body>" + b"<p>a</p>" * 200_001),
    Reason.MALFORMED: ("a.pdf", b"%PDF-1.4\n%%EOF"),
    Reason.TRUNCATED: ("a.warc", response("https://monitor.example/", page())[:-100]),
    Reason.ENCRYPTED: ("a.pdf", pdf(lines(TEXT), encrypted=True)),
    Reason.NO_TEXT: ("a.html", b"<html><body><script>1</script></body></html>"),
    Reason.NO_COLUMN: ("a.csv", b"a,b\n1,2\n"),
    Reason.LANGUAGE: ("a.txt", _FOREIGN.encode() * 3),
    Reason.NOT_AN_ARTICLE: ("a.warc", response("https://monitor.example/a.png", b"1", "image/png")),
}
ELSEWHERE = {
    Reason.NOT_FOUND: "test_inputs",
    Reason.UNREADABLE: "test_inputs",
    Reason.REFUSED_ADDRESS: "test_fetch",
    Reason.FETCH_FAILED: "test_fetch",
    Reason.TIMEOUT: "test_fetch",
}
ENGINE = {Reason.MEMORY, Reason.CRASHED, Reason.INTERNAL}
"""Reasons that only the engine gives, which watches over the processes that read."""


@pytest.mark.parametrize("reason", CASES)
def test_an_input_is_refused_for(reason: Reason, tmp_path: Path) -> None:
    name, data = CASES[reason]
    (tmp_path / name).write_bytes(data)
    reasons = []
    for found in expand([str(tmp_path / name)]):
        if isinstance(found, SourceRow):
            reasons.append(found.reason)
            continue
        with pytest.raises(InputRefused) as refused:
            load(found)
        assert refused.value.source == found.name
        reasons.append(refused.value.reason)
    assert reason in reasons


def test_every_reason_has_a_test() -> None:
    assert set(CASES) | set(ELSEWHERE) | ENGINE == set(Reason)
    for reason, home in ELSEWHERE.items():
        words = (Path(__file__).parent / f"{home}.py").read_text(encoding="utf-8")
        assert f"Reason.{reason.name}" in words or f'"{reason}"' in words
