"""The page of an article stands alone, escapes everything, and works without script."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from reportedly.views import article
from reportedly.web import article_page
from reportedly.web.page import day, environment, share, static
from support_page import Page
from support_record import hostile_record, rich_record


@pytest.fixture(scope="module")
def html():
    return article_page(article(rich_record()), home="index.html")


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


@pytest.fixture(scope="module")
def hostile():
    return Page(article_page(article(hostile_record())))


def test_every_element_is_closed_and_every_id_is_one(page):
    assert page.open == []
    assert len(page.ids()) == len(set(page.ids()))


def test_every_link_in_the_page_leads_to_an_element(page):
    targets = {a["href"][1:] for a in page.all("a") if a["href"].startswith("#")}
    assert targets <= set(page.ids())
    assert {"r-A1", "t-A1", "r-E1", "t-F8", "r-P9"} <= targets


def test_nothing_is_loaded_from_anywhere(page, html):
    assert page.all("link") + page.all("img") + page.all("iframe") == []
    assert [a for a in page.all("script") if a] == []
    assert "@import" not in html
    assert "url(" not in html
    assert [a["href"] for a in page.all("a") if a["href"][0] != "#"] == ["index.html", "https://gazette.example/docks"]


def test_the_policy_allows_the_page_s_own_style_and_script_alone(page):
    (policy,) = (m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    hashes = {
        kind: base64.b64encode(hashlib.sha256(page.raw[kind].encode()).digest()).decode()
        for kind in ("style", "script")
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_no_element_has_style_or_script_of_its_own(page):
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {n for n in names if n == "style" or n.startswith("on")}


def test_the_article_s_words_are_all_there_in_order(page):
    record = rich_record()
    shown = re.sub(r"\s+", "", page.text)
    at = 0
    for block in record.document.body():
        words = re.sub(r"\s+", "", block.span.of(record.document.text))
        assert words in shown[at:]
        at = shown.index(words, at)


def test_words_carry_what_they_are(html):
    assert '<span class="s content source d1 m-A7 m-A8' in html or re.search(r'class="s content source[^"]*m-A8', html)
    assert re.search(r'class="s [^"]*wording[^"]*d3 [^"]*m-W2', html)


def test_a_chain_is_drawn_from_the_outlet_inwards(html):
    assert "<li>Arden Gazette</li><li>The Meridian Post</li><li>two officials</li>" in html


def test_sums_are_said_to_fit_or_not_and_nothing_is_judged(page):
    assert "35 + 22 + 2 = 59 fits" in page.text
    assert "70 + 40 = 110, not 120 does not fit" in page.text
    for verdict in ("true", "false", "wrong", "lie", "fake", "correct", "misleading"):
        assert not re.search(rf"\b{verdict}\b", page.text.lower())


def test_the_head_tells_the_day_and_why(page):
    assert "5 March 2025" in page.text
    assert "reasoned" in page.text
    assert "March 5 was a Wednesday in 2025" in page.text
    assert "Smoke over the docks on Wednesday." in page.text


def test_without_script_a_link_lights_up_its_words(page):
    assert ":root:has(#r-A8:target, #t-A8:target) .m-A8" in page.raw["style"]


def test_the_panels_are_chosen_by_radio_buttons_with_labels(page):
    radios = [a["id"] for a in page.all("input")]
    assert radios == ["l-attributions", "l-events", "l-figures", "l-times", "l-places", "l-wording", "l-actors"]
    assert [a["for"] for a in page.all("label")] == radios
    assert all(f"#{r}:checked" in page.raw["style"] for r in radios)


def test_the_page_has_its_landmarks_and_language(page):
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("main")) == len(page.all("aside")) == len(page.all("h1")) == 1


def test_an_empty_record_says_that_nothing_was_found():
    from reportedly.document import Document
    from reportedly.record import Record

    page = Page(article_page(article(Record(Document("A word.")))))
    assert "No attributions were found in this article." in page.text
    assert "No sums could be checked." in page.text
    assert "day not known" in page.text


def test_hostile_text_makes_no_element(hostile):
    assert hostile.open == []
    assert len(hostile.all("script")) == len(hostile.all("style")) == 1
    assert hostile.all("img") == []
    assert "<script>alert(1)</script>" in hostile.text
    assert "{{ 7*7 }}" in hostile.text
    assert "49" not in hostile.text.replace(hostile_record().document.text_hash, "").replace(
        hostile_record().document.id, ""
    )


def test_hostile_text_makes_no_attribute_and_no_address(hostile):
    assert all(set(a) <= {"href", "class", "data-row", "rel", "dir"} for a in hostile.all("a"))
    assert all(a["href"].startswith("#") for a in hostile.all("a"))
    assert "javascript:alert(1)" in hostile.text


def test_controls_and_marks_that_turn_text_round_are_shown(hostile):
    html = article_page(article(hostile_record()))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)
    assert "[U+202E]gnp.exe" in hostile.text
    html.encode("utf-8")


def test_ids_of_a_record_never_reach_the_page_s_own_ids(hostile):
    assert all(re.fullmatch(r"[a-z]+(-[A-Za-z0-9]+)?", i) for i in hostile.ids())


def test_templates_never_switch_escaping_off():
    for name in environment().list_templates():
        source = environment().loader.get_source(environment(), name)[0]
        assert "|safe" not in source.replace(" ", "")
        assert "autoescape" not in source


def test_style_and_script_cannot_end_their_own_element():
    assert "</" not in static("page.css") + static("page.js")


def test_a_day_and_a_share_are_said_for_people():
    from datetime import date

    assert day(date(2025, 3, 5)) == "5 March 2025"
    assert day(None) == "not known"
    assert [share(x) for x in (0, 0.001, 0.414, 1)] == ["0%", "<1%", "41%", "100%"]


def contrast(a: str, b: str) -> float:
    def light(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme):
    """WCAG 2.2 AA asks for 4.5 to 1."""
    blocks = re.findall(r":root \{(.*?)\n\s*\}", static("page.css"), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blocks[0]))
    if scheme == "dark":
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blocks[1]))
    pairs = [("ink", g) for g in ("paper", "card", "c1", "c2", "c3", "c4", "hit")]
    pairs += [(f, g) for f in ("soft", "source", "cue") for g in ("paper", "card")]
    pairs += [(f, g) for f in ("source", "cue") for g in ("c1", "c2", "hit")]
    pairs += [(k, f"{k}-bg") for k in ("event", "figure", "time", "place", "wording", "name")]
    low = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


def test_the_page_says_what_the_article_is_about(html):
    assert "<dt>About</dt>" not in html
    shown = article_page(article(replace(rich_record(), contexts=("human_rights", "legal"))))
    assert "<dt>About</dt><dd>human rights, legal</dd>" in shown


def test_the_panel_of_wording_shows_whose_words_and_how_actors_are_named(page, html):
    labels = [a["aria-label"] for a in page.all("svg") if "aria-label" in a]
    assert (
        "Words of the body: the outlet's own words 33%, sources', without quotation marks 58%, sources', in quotation marks 8%"
        in labels
    )
    assert "Claims by what their sources are: named sources 75%, described sources 8%, anonymous sources 17%" in labels
    assert "12 claims from 6 different sources" in page.text
    assert {"48 words", "11 words, 5 of them quoted"} <= set(labels)
    row = html[html.index('<tr role="row" data-row="P2">') :].partition("</tr>")[0]
    own, others = row.split('data-voice="others"')
    assert "Dockers&#39; Union" in own
    assert "union</span>" in others


def test_a_table_whose_rows_are_blocks_on_a_narrow_page_says_its_roles(page):
    (table,) = [a for a in page.all("table") if a.get("class") == "naming"]
    assert table["role"] == "table"
    assert {a.get("role") for a in page.all("td") if "data-voice" in a} == {"cell"}


def test_the_parts_of_a_bar_fill_it(page):
    rects = [a for a in page.all("rect") if a.get("class") in {"v-own", "v-paraphrased", "v-quoted"} and "x" in a]
    assert sum(float(a["width"].rstrip("%")) for a in rects) == pytest.approx(100, abs=0.1)


def test_no_colour_is_a_party_s():
    """Bars are coloured by the sort of voice alone."""
    fills = set(re.findall(r"\.v-([a-z]+) \{", static("page.css")))
    assert fills == {"outlet", "named", "described", "anonymous", "document", "own", "paraphrased", "quoted"}


def test_naming_concludes_nothing(page):
    assert not re.search(r"\b(bias|biased|slant|slanted|unfair|balanced)\b", page.text.lower())
