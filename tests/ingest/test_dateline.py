"""Datelines: place, day and agency as printed, and what only looks like one."""

import pytest

from reportedly.ingest.dateline import agency_name, find_dateline
from reportedly.ingest.text import from_text


@pytest.mark.parametrize(
    ("text", "printed", "agency"),
    [
        ("PORT OLM, March 5 (AP) -- It rained.", "PORT OLM, March 5", "Associated Press"),
        ("PORT OLM, Veska (AP) — It rained.", "PORT OLM, Veska", "Associated Press"),
        ("Port Olm, 5 March (XNA)-- It rained.", "Port Olm, 5 March", "XNA"),
        ("Port Olm (AFP) – It rained.", "Port Olm", "Agence France-Presse"),
        ("Port Olm, SANA- It rained.", "Port Olm", "SANA"),
        ("PORT OLM — It rained.", "PORT OLM", ""),
        ("PORT OLM, Va. - It rained.", "PORT OLM, Va.", ""),
        ("OLM/TEEL (Reuters) - It rained.", "OLM/TEEL", "Reuters"),
        ("PORT OLM, Wed., March 5, 2031 (AP) _", "PORT OLM, Wed., March 5, 2031", "Associated Press"),
        ("By Jo Rahn. PORT OLM (Reuters) - It rained.", "PORT OLM", "Reuters"),
        ("(Reuters) - It rained.", "", "Reuters"),
    ],
)
def test_datelines(text: str, printed: str, agency: str) -> None:
    found = find_dateline(text)
    assert found is not None
    assert (text[found.start : found.end], found.agency) == (printed, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Veska — the minister — left.",
        "BREAKING — The army left.",
        "NATO — the alliance — met.",
        "VESKA, ANA — Minister.",
        "THE ARMY OF VESKA HAS LEFT — It rained.",
        "PORT OLM: The army left.",
        "Rep. Ana Olm (D-Teel) - who left - spoke.",
        "Ana Veska (AP) said so.",
        "May 5 — The day of the army.",
        "COVID-19 - The virus.",
        "",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert find_dateline(text) is None


def test_agencies_are_known_by_their_forms() -> None:
    assert agency_name("The Associated Press") == "Associated Press"
    assert agency_name("AP, Reuters") == "Associated Press"
    assert agency_name("D-Teel") == ""


def test_the_dateline_of_a_document_lies_in_its_text() -> None:
    document = from_text(
        "Army leaves Port Olm\n\nPORT OLM, March 5 (XNA) -- The army has left the town of Port Olm on Monday."
    )
    assert document.metadata.dateline is not None
    assert document.metadata.dateline.of(document.text) == "PORT OLM, March 5"
    assert document.metadata.agency == "XNA"


def test_credits_name_byline_and_agency() -> None:
    lead = "The army has left the town of Port Olm, the ministry said, and it will not come back."
    m = from_text(
        f"By Ana Olm and Jo Rahn\n\n{lead}\n\n{lead}\n\nThe Associated Press contributed to this report."
    ).metadata
    assert (m.byline, m.agency, m.outlet) == ("Ana Olm and Jo Rahn", "Associated Press", "")
    m = from_text(f"{lead}\n\n{lead}\n\n© 2031 The Olm Post. All rights reserved.").metadata
    assert (m.outlet, m.agency) == ("The Olm Post", "")
    m = from_text(f"By Jo Rahn. PORT OLM (Reuters) - {lead}").metadata
    assert (m.byline, m.agency) == ("Jo Rahn", "Reuters")
