"""Whose words an article is made of."""

from dataclasses import replace

import pytest

from reportedly.document import Block, BlockKind, Document, Span
from reportedly.record import Record
from reportedly.views import balance
from reportedly.views.balance import together
from reportedly.views.standing import QUOTED, Standing
from support_record import hostile_record, rich_record


def test_words_are_the_outlet_s_paraphrased_or_quoted_and_add_up():
    found = balance(rich_record())
    assert dict(found.words_by_voice()) == {"own": found.own, "paraphrased": found.paraphrased, "quoted": found.quoted}
    assert found.own + found.paraphrased + found.quoted == found.words == sum(v.words for v in found.voices)
    assert found.quoted == 12  # The minister … foreign-made


def test_nested_words_inside_quotation_marks_are_quoted_words():
    voices = {v.name: v for v in balance(rich_record()).voices}
    assert (voices["Cassia's government"].words, voices["Cassia's government"].quoted) == (4, 4)
    assert (voices["Tomas Okello"].quoted, voices["Tomas Okello"].claims) == (5, 2)


def test_claims_are_counted_by_what_their_sources_are():
    found = balance(rich_record())
    assert found.claims == (("named", 9), ("described", 1), ("anonymous", 2), ("document", 0))
    assert found.said == 12


def test_who_hands_on_another_s_words_is_no_origin():
    record = rich_record()
    standing = Standing(record)
    post = next(a for a in record.attributions if a.chain[-1] == "The Meridian Post")
    assert standing.who(post).key not in balance(record).origin_keys
    assert balance(record).origins == len(balance(record).origin_keys) == 6


def test_several_that_speak_together_are_one_voice():
    record = rich_record()
    both = replace(record.attributions[0], speaker=("p1", "p2"))
    made = balance(replace(record, attributions=(both,), _labels={}))
    assert [v.name for v in made.voices] == ["Arden Gazette", "Cassian interior ministry and Dockers' Union"]


def test_the_outlet_that_cites_itself_speaks_in_its_own_voice():
    record = rich_record()
    own = replace(record.attributions[0], speaker=(), chain=("Arden Gazette", "Arden Gazette"))
    made = balance(replace(record, attributions=(own,), _labels={}))
    assert [v.name for v in made.voices] == ["Arden Gazette"]
    assert (made.own, made.origins) == (made.words, 0)


def test_articles_add_up_and_those_only_described_stay_apart():
    record = rich_record()
    other = replace(record, document=replace(record.document, source_hash="", text=record.document.text + " "))
    one, both = balance(record), together([balance(record), balance(other)])
    assert (both.articles, both.words, both.quoted) == (2, 2 * one.words, 2 * one.quoted)
    names = [v.name for v in both.voices]
    assert names.count("Tomas Okello") == 1
    described = [v for v in one.voices if v.kind != "outlet" and not v.key.startswith("name:")]
    assert both.origins == one.origins + len({v.key for v in described} & one.origin_keys)


def test_nothing_makes_an_empty_balance():
    empty = balance(Record(Document("")))
    assert (empty.words, empty.voices, empty.said, empty.origins) == (0, (), 0, 0)
    assert together([]).words == 0
    assert balance(hostile_record()).words > 0


def test_a_title_alone_is_no_body():
    title = "Rebels seize port"
    alone = balance(Record(Document(title, blocks=(Block(BlockKind.TITLE, Span(0, len(title))),))))
    assert (alone.words, alone.voices) == (0, ())
    assert balance(Record(Document(title))).words == 3


@pytest.mark.parametrize(
    ("content", "quoted"),
    [
        ("that “all of it” was", ["“all of it”"]),
        ("that \"some\" and 'more' was", ['"some"', "'more'"]),
        ("the union's ‘fair’ offer", ["‘fair’"]),
        ("that it was “not over", ["“not over"]),
        ("nobody’s fault” and no more", ["nobody’s fault”"]),
        ("the minister's and the dockers' word", []),
    ],
)
def test_quotation_marks_in_a_mixed_content(content, quoted):
    assert [m.group() for m in QUOTED.finditer(content)] == quoted
