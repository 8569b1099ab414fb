"""Figures leave as CSV and, with checks, wording and articles, as a data package that describes itself."""

import csv
import gc
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportedly import knowledge
from reportedly.errors import CasebookError, Misuse
from reportedly.export import exporter, figures, to_datapackage, with_hashtags
from reportedly.export.datapackage import TABLES
from reportedly.record import ARTICLE_TABLES, DocumentRow, Figure, Record, Time
from reportedly.record.vocabulary import FIGURE_KINDS
from support_attack import record_of, table, written
from support_package import read_package
from support_record import Article, hostile_record, rich_record

DOCS = Path(__file__).parents[2] / "docs"
KNOWN = {t: {c.name: c for c in row.columns()} for t, row in {**ARTICLE_TABLES, "document": DocumentRow}.items()}


def rows_of(record: Record) -> dict[str, dict[str, str]]:
    return {row["id"].rsplit("-", 1)[1]: row for row in table([record], "figures", ",")}


def cells(row: dict[str, str], *names: str) -> list[str]:
    return [row[n] for n in names]


def figure_of(text: str, words: str, **more) -> dict[str, str]:
    """The row of one figure of a text."""
    a = Article("News", (text,))
    held = {"what": "killed", "approximate": False, "made_by": "hand", **more}
    (row,) = table([Record(a.document(), "by hand", figures=(Figure(id="f", words=a(words), **held),))], "figures", ",")
    return row


# The table of figures


def test_a_figure_is_a_row_with_its_range_its_voice_and_its_words():
    row = rows_of(rich_record())["f1"]
    document = rich_record().document
    assert cells(row, "article", "outlet", "published", "title", "url") == [
        document.id, "Arden Gazette", "2025-03-05", "Dozens hurt as police storm docks at Port Arden", "https://gazette.example/docks",
    ]  # fmt: skip
    assert cells(row, "what", "low", "high", "best", "approximate", "who") == [
        "injured",
        "59",
        "",
        "",
        "false",
        "people",
    ]
    assert cells(row, "chain", "origin", "anonymity", "stance") == ["Arden Gazette>Cassian interior ministry", "Cassian interior ministry", "named", "assert"]  # fmt: skip
    assert cells(row, "place_words", "place", "country", "latitude", "longitude", "as_of") == ["Port Arden", "Port Arden", "CSS", "12.5", "-45.25", "2025-03-05"]  # fmt: skip
    assert document.text[int(row["start"]) : int(row["end"])] == row["words"] == "At least 59 people"
    assert row["sentence"].startswith("At least 59 people were injured, 35 of them dockers")
    assert row["sentence"].endswith("according to the ministry.")


def test_only_one_exact_number_is_a_best_value():
    rows = rows_of(rich_record())
    assert [rows[id]["best"] for id in ("f1", "f2", "f5")] == ["", "35", ""]
    about = figure_of("About 40 people died.", "About 40 people", low=40, high=40, approximate=True)
    assert cells(about, "low", "high", "best", "approximate") == ["40", "40", "", "true"]
    dozens = figure_of("Dozens died.", "Dozens", low=24, high=99)
    assert cells(dozens, "low", "high", "best") == ["24", "99", ""]


def test_numbers_keep_their_digits_however_big_or_small():
    money = {"what": "money", "unit": "USD"}
    assert figure_of("It cost $1,234,567,890,123.", "$1,234,567,890,123", low=1234567890123.0, high=1234567890123.0, **money)["best"] == "1234567890123"  # fmt: skip
    assert figure_of("It cost $0.25.", "$0.25", low=0.25, high=0.25, **money)["best"] == "0.25"


def test_a_part_names_its_whole_and_a_figure_the_checks_that_use_it():
    rows = rows_of(rich_record())
    assert rows["f2"]["part_of"] == rows["f1"]["id"]
    assert [cells(rows[id], "checks_hold") for id in ("f1", "f5", "f6")] == [["true"], [""], ["false"]]
    assert rows["f6"]["checks"] == f"{rich_record().document.id}-c2"
    record = replace(rich_record(), checks=tuple(replace(c, figures=("f6", "f7")) for c in rich_record().checks))
    assert cells(rows_of(record)["f6"], "checks", "checks_hold") == [f"{record.document.id}-c1 | {record.document.id}-c2", "true | false"]  # fmt: skip


def test_the_days_of_a_period_are_those_that_its_words_name():
    record = record_of()
    figures_in = {period: replace(record.figures[0], id=f"f-{period}", period=period) for period in ("t1", "t2")}
    rows = table([replace(record, figures=tuple(figures_in.values()))], "figures", ",")
    assert [cells(row, "period", "period_begin", "period_end") for row in rows] == [
        ["on Monday", "2024-05-13", "2024-05-13"],
        ["March 2024", "2024-03-01", "2024-03-31"],
    ]
    before = tuple(replace(t, mod="BEFORE") for t in record.times)
    rows = table([replace(record, times=before, figures=tuple(figures_in.values()))], "figures", ",")
    assert [cells(row, "period_begin", "period_end") for row in rows] == [["", ""], ["", ""]]


@pytest.mark.parametrize("example", knowledge.load("periods")["examples"], ids=lambda e: e["text"])
def test_the_words_before_a_time_say_which_end_of_a_period_it_is(example):
    a = Article("News", (example["text"],))
    assert figures.named_ends(a.text, a(example["time"])) == (example["begin"], example["end"])


def test_a_period_since_a_day_has_no_last_day():
    a = Article("News", ("Since March 1, 300 people have been killed.",))
    time = Time(id="t", words=a("March 1"), type="DATE", value="2024-03-01", begin=date(2024, 3, 1), end=date(2024, 3, 1), made_by="hand")  # fmt: skip
    figure = Figure(id="f", words=a("300 people"), low=300, high=300, what="killed", approximate=False, period="t", made_by="hand")  # fmt: skip
    (row,) = table([Record(a.document(), figures=(figure,), times=(time,))], "figures", ",")
    assert cells(row, "period", "period_begin", "period_end") == ["March 1", "2024-03-01", ""]


def test_a_place_has_its_number_and_division():
    record = record_of()
    (row,) = table([replace(record, figures=(replace(record.figures[0], place="l1"),))], "figures", ",")
    assert cells(row, "place", "geonames", "country", "division") == ["Velm", "77", "AFG", "Helmand"]


def test_how_and_over_what_was_counted_stands_in_the_texts_words():
    a = Article("News", ("Records of hospitals say that 40 people have died.",))
    figure = Figure(id="f", words=a("40 people"), low=40, high=40, what="killed", approximate=False, tally="running", method=a("Records of hospitals"), as_of=date(2024, 5, 1), made_by="hand")  # fmt: skip
    (row,) = table([Record(a.document(), figures=(figure,))], "figures", ",")
    assert cells(row, "tally", "method", "as_of") == ["running", "Records of hospitals", "2024-05-01"]


def test_words_in_pieces_show_every_piece():
    a = Article("News", ("Some 12, or perhaps more, soldiers died.",))
    words = (a.span("12"), a.span("soldiers"))
    figure = Figure(id="f", words=words, low=12, high=None, what="killed", approximate=True, made_by="hand")
    (row,) = table([Record(a.document(), figures=(figure,))], "figures", ",")
    assert json.loads(row["spans"]) == [list(span) for span in words]
    assert cells(row, "start", "end", "words") == [str(words[0].start), str(words[1].end), "12 … soldiers"]


def test_the_outlets_own_voice_is_a_chain_of_one():
    row = rows_of(record_of())["f5"]
    assert cells(row, "attribution", "chain", "origin", "anonymity", "stance") == ["", "The Velm Post", "The Velm Post", "", ""]  # fmt: skip


def test_a_record_without_figures_leaves_the_columns_alone():
    assert written([replace(rich_record(), figures=())], "figures") == figures.HEADER + "\n"
    assert len(written([rich_record()] * 2, "figures").splitlines()) == 1 + 2 * len(rich_record().figures)


def test_a_reference_that_leads_nowhere_is_said():
    for changed in ({"part_of": "gone"}, {"within": "gone"}, {"place": "gone"}, {"period": "gone"}):
        record = replace(rich_record(), figures=(replace(rich_record().figures[0], **changed),))
        with pytest.raises(CasebookError, match="names gone, which is no row of it"):
            written([record], "figures")


def hostile(record: Record) -> Record:
    """A record whose title and voices are a formula, a control and a separator."""
    evil = '=cmd|"/c calc"!A1,\r\n\x1b[2J\u202e'
    metadata = replace(record.document.metadata, title=evil, outlet=evil)
    said = tuple(replace(a, chain=(evil, evil)) for a in record.attributions)
    document = replace(record.document, metadata=metadata)
    return replace(record, document=document, attributions=said, _labels={})


def test_no_cell_is_a_formula_or_moves_a_screen():
    text = written([hostile(rich_record())], "figures")
    assert not any(c in text for c in "\x1b\u202e\r")
    rows = table([hostile(rich_record())], "figures", ",")
    assert len(rows) == len(rich_record().figures)
    assert {row["title"][:5] for row in rows} == {row["origin"][:5] for row in rows} == {"'=cmd"}
    assert not [c for row in rows for c in row.values() if c.startswith(("=", "+", "@"))]


# HXL


def test_hashtags_stand_under_the_header():
    chosen = with_hashtags(exporter("figures"))
    header, tags = chosen.header.split("\n")
    by_name = dict(zip(header.split(","), next(csv.reader([tags])), strict=True))
    assert by_name["best"] == "#indicator+value+num"
    assert cells(by_name, "country", "latitude", "period_begin", "outlet") == ["#country+code+v_iso3", "#geo+lat", "#date+start", "#meta+source"]  # fmt: skip
    assert [t for t in by_name.values() if t and not re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*", t)] == []
    assert by_name["id"].startswith("#")  # by which a reader knows the row as a comment


def test_a_format_without_hashtags_is_said():
    with pytest.raises(Misuse, match="the format ged has no hashtags; these have: figures, datapackage"):
        with_hashtags(exporter("ged"))


# The data package


@pytest.mark.parametrize("hashtags", [False, True])
def test_a_package_is_as_it_says(tmp_path, hashtags):
    assert to_datapackage([rich_record(), hostile(record_of()), hostile_record()], tmp_path, hashtags) == 3
    tables = read_package(tmp_path)
    assert {name: len(rows) for name, rows in tables.items()} == {
        "figures": 14,
        "checks": 2,
        "wording": 4,
        "articles": 3,
    }
    assert "d" in next(iter(tables["articles"]))["id"]
    figure = next(r for r in tables["figures"] if r["id"].endswith("-f2"))
    assert (figure["best"], figure["approximate"], figure["spans"]) == (35, False, [[265, 283]])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["articles.csv", "checks.csv", "datapackage.json", "figures.csv", "wording.csv"]  # fmt: skip


def test_the_figures_of_a_package_are_the_table_of_figures(tmp_path):
    to_datapackage([rich_record(), record_of()], tmp_path)
    assert (tmp_path / "figures.csv").read_text(encoding="utf-8") == written([rich_record(), record_of()], "figures")


def test_a_check_shows_its_figures_and_its_sum(tmp_path):
    to_datapackage([rich_record()], tmp_path)
    check = read_package(tmp_path)["checks"][1]
    assert (check["kind"], check["holds"], check["words"]) == ("sum", False, "70 + 40 = 110, not 120")
    assert check["figure_words"] == "120 people | 70 | 40"


def test_wording_says_whose_voice_it_is(tmp_path):
    to_datapackage([rich_record()], tmp_path)
    first, _, third, fourth = read_package(tmp_path)["wording"]
    assert (first["words"], first["kind"], first["target"]) == ("regime", "label", "Cassia's government")
    assert (first["chain"], first["origin"], first["stance"]) == ("Arden Gazette>Tomas Okello>Ida Rehn", "Ida Rehn", "assert")  # fmt: skip
    assert first["sentence"].startswith("“The minister told us that her regime")
    assert (third["chain"], third["attribution"], fourth["target"]) == ("Arden Gazette", None, None)


def test_articles_leave_without_their_texts(tmp_path):
    to_datapackage([rich_record()], tmp_path)
    (article,) = read_package(tmp_path)["articles"]
    assert "text" not in article
    assert (article["agency"], article["published_basis"], article["dateline"]) == ("CNA", "inferred", "PORT ARDEN, March 5")  # fmt: skip


def test_the_same_records_give_the_same_bytes_in_any_folder(tmp_path):
    def made(name: str) -> dict[str, bytes]:
        to_datapackage([rich_record(), record_of()], tmp_path / name)
        return {p.name: p.read_bytes() for p in (tmp_path / name).iterdir()}

    assert made("one") == made("other")
    assert made("one") == made("one")


def test_a_package_is_whole_or_not_there(tmp_path):
    def broken():
        yield rich_record()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        to_datapackage(broken(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_package_holds_one_record_at_a_time(tmp_path):
    alive: list[int] = []

    def records():
        for _ in range(30):
            yield replace(rich_record(), _labels={})
            gc.collect()
            alive.append(sum(type(o) is Record for o in gc.get_objects()))

    assert to_datapackage(records(), tmp_path) == 30
    assert max(alive) == min(alive)


def test_what_a_column_means_and_may_hold_is_the_records_own(tmp_path):
    to_datapackage([], tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    described = {r["name"]: {f["name"]: f for f in r["schema"]["fields"]} for r in package["resources"]}
    figure = described["figures"]
    assert figure["tally"]["description"] == KNOWN["figures"]["tally"].help
    assert figure["what"]["constraints"] == {"required": True, "enum": list(FIGURE_KINDS)}
    assert figure["place"]["description"] == f"In `places`: {KNOWN['places']['name'].help}"
    assert figure["latitude"]["constraints"] == {"minimum": -90, "maximum": 90}
    assert [figure[n]["type"] for n in ("low", "approximate", "as_of", "geonames", "spans", "who")] == ["number", "boolean", "date", "integer", "array", "string"]  # fmt: skip
    assert list(described["articles"]) == [n for n in KNOWN["document"] if n != "text"]
    assert not [f for fields in described.values() for f in fields.values() if not f["description"].endswith(".")]


# The docs


@pytest.mark.parametrize("exported", TABLES, ids=lambda t: t.name)
def test_every_column_and_hashtag_is_documented(exported):
    page = (DOCS / "ledger.md").read_text(encoding="utf-8")
    assert [f.name for f in exported.fields if f"| `{f.name}` |" not in page] == []
    assert [f.tag for f in exported.fields if f.tag and f"`{f.tag}`" not in page] == []
