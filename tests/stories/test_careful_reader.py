"""What a careful reader takes from the sample stories: chains, denials, sums, a day without a year, two spellings."""

from datetime import date

import pytest

from stories.support import record, rows, words

HERALD = "ruvo-mardun-herald.html"
COURIER = "ruvo-keldrin-courier.txt"
RADIO = "ruvo-free-highland-radio.txt"
TELEVISION = "orlen-sorvian-state-television.txt"


def said(name: str, start: str) -> dict:
    """The attribution whose content begins so."""
    return next(r for r in rows(name, "attributions") if words(r["content"]).startswith(start))


def test_a_chain_is_three_deep():
    row = next(
        r
        for r in rows(HERALD, "attributions")
        if words(r["content"]) == "the release of 120 prisoners" and r["stance"] == "demand"
    )
    assert row["chain"] == ["The Mardun Herald", "Keldrin Courier", "two officials", "Highland Front"]


def test_officials_whom_a_paper_cites_stand_behind_the_paper():
    met = [r for r in rows(HERALD, "attributions") if words(r["content"]).startswith("Stefan Bartok had met")]
    assert [r["chain"][1:] for r in met] == [["Keldrin Courier"], ["Keldrin Courier", "two officials"]]
    assert met[1]["cited_by"] == met[0]["id"]


def test_sources_who_will_not_be_named_are_anonymous():
    assert said(COURIER, "A Varosian envoy has twice met")["anonymity"] == "anonymous"


def test_a_denial_is_a_denial():
    row = said(HERALD, "any money had been paid")
    assert (row["speaker"], row["stance"]) == (["Dalia Renn"], "deny")


def test_a_refusal_to_confirm_declines():
    assert said(HERALD, "to confirm the number")["stance"] == "decline"


def test_a_day_without_a_year_is_reasoned_from_weekday_and_past():
    found = record(RADIO).document.metadata
    assert (found.published, found.basis) == (date(2024, 5, 14), "inferred")
    assert "Tuesday" in found.reasons
    assert "June 2023" in found.reasons


def test_captions_and_footers_are_kept_aside():
    text = record(RADIO).document.text
    assert "Image not found" not in text
    assert "army parade" not in text
    assert "example/en" not in text


def test_a_name_spelled_in_two_ways_is_one_actor():
    named = [{words(n) for n in a["names"]} for a in rows(COURIER, "actors")]
    assert any({"Bartok"} <= n and any("Bartók" in w for w in n) for n in named)


@pytest.mark.parametrize(("name", "total"), [(HERALD, "19 + 9 + 3 = 31"), (TELEVISION, "29 + 8 = 37")])
def test_figures_that_add_up_are_shown_to_add_up(name, total):
    assert [c["holds"] for c in rows(name, "checks", kind="sum", words=total)] == [True]


def test_loaded_words_of_both_sides_are_seen_with_whose_they_are():
    assert [r["voice"] != "outlet" for r in rows(HERALD, "wording", words="terrorist group")] == [True]
    assert "outlet" in {r["voice"] for r in rows(RADIO, "wording", words="regime")}
    assert "outlet" in {r["voice"] for r in rows(TELEVISION, "wording", words="aggressors")}


def test_a_denied_attack_is_not_told_as_a_fact():
    denials = [r for r in rows("orlen-talmera-observer.html", "attributions") if r["stance"] == "deny"]
    assert any("attacked the power station" in words(r["content"]) for r in denials)
    inside = {r["id"] for r in denials}
    attacks = [e for e in rows("orlen-talmera-observer.html", "events", type="ASSAULT") if e["within"] in inside]
    assert {e["status"] for e in attacks} == {"denied"}
