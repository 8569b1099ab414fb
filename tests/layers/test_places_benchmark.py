"""The benchmark of places reads each form of corpus, and calls right what is right."""

import dataclasses

import pytest

import places
from reportedly.document import Span
from reportedly.knowledge import gazetteer
from reportedly.language import analyse
from reportedly.layers.places import row
from reportedly.layers.placing.settling import Settled

TEXT = "Rain fell in Doha and the Syrian coast."
LGL = """<articles><article docid="7"><title>Rain</title><domain>echo.example</domain><text>{t}</text><toponyms><toponym>
<start>13</start><end>17</end><phrase>Doha</phrase><gaztag geonameid="290030"><name>Doha</name><fcode>PPLC</fcode>
<lat>25.28</lat><lon>51.53</lon><country geonameid="289688">Qatar</country></gaztag></toponym></toponyms></article></articles>"""
GEOWEBNEWS = """<articles><article file="3"><title>Rain</title><text>{t}</text><toponyms>
<toponym><extractedName>Doha</extractedName><type>Literal</type><start>13</start><end>17</end><geonamesID>290030</geonamesID>
<latitude>25.28</latitude><longitude>51.53</longitude></toponym>
<toponym><extractedName>coast</extractedName><type>Literal_Expression</type><start>33</start><end>38</end></toponym>
</toponyms></article></articles>"""
GEOVIRUS = """<articles><article number="1"><source>http://echo.example/1</source><text>{t}</text><locations><location>
<name>Doha</name><lat>25.28</lat><lon>51.53</lon><start>14</start><end>18</end></location></locations></article></articles>"""
WIKTOR = """<pages><page number="1"><pageTitle>Doha</pageTitle><text>{t}</text><lat>25.28</lat><lon>51.53</lon><toponymIndices>
<toponym><start>13</start><end>17</end></toponym></toponymIndices></page></pages>"""


@pytest.mark.parametrize("form", [LGL, GEOWEBNEWS, GEOVIRUS, WIKTOR])
def test_each_form_gives_its_toponyms(form, tmp_path):
    (tmp_path / "corpus.xml").write_text(form.format(t=TEXT), encoding="utf-8")
    (article,) = places.articles(tmp_path / "corpus.xml")
    (toponym,) = article.toponyms
    assert (toponym.span.of(article.document.text), toponym.point) == ("Doha", (25.28, 51.53))
    total = places.Score()
    places.score(article, analyse(article.document), total)
    figures = total.figures()
    assert (figures["found exact F1"], figures["given accuracy"], figures["found accuracy"]) == (1.0, 1.0, 1.0)


def gold(kind: str | None, number: str | None, name: str, point: tuple[float, float]) -> places.Toponym:
    return places.Toponym(Span(0, 1), name, point, kind, number, "SYR" if name == "Syria" else "USA", name)


def found(name: str, kind: str):
    entry = next(e for e in gazetteer.find(name) if e.kind == kind)
    return row(Span(0, 1), "given", Settled(entry, 1.0))


def test_a_country_is_right_as_that_country_wherever_its_point_is():
    assert places.judge(gold("country", None, "Syria", (30.0, 30.0)), found("Syria", "country"))[0]
    assert not places.judge(gold("country", None, "Syria", (30.0, 30.0)), found("Doha", "city"))[0]


def test_a_division_is_right_by_its_number_or_its_name():
    assert places.judge(gold("division", "4736286", "Texas", (0.0, 0.0)), found("Texas", "division"))[0]
    assert places.judge(gold("division", None, "Texas", (0.0, 0.0)), found("Texas", "division"))[0]


def test_another_place_is_right_within_a_hundred_miles():
    doha = found("Doha", "city")
    assert places.judge(gold(None, None, "Doha", (26.0, 51.5)), doha)[0]
    assert not places.judge(gold(None, None, "Doha", (28.0, 51.5)), doha)[0]


def test_an_abstention_is_wrong_and_has_no_error():
    nowhere = dataclasses.replace(found("Doha", "city"), gazetteer=None)
    assert places.judge(gold(None, None, "Doha", (25.0, 51.5)), nowhere) == (False, None)
