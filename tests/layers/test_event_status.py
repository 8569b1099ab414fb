"""Whether an event happened: the words of `knowledge/factuality.toml`, forms of clauses, and what the weights decide."""

import re

import pytest

import reportedly
from notation import build
from reportedly import knowledge
from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.language import analyse
from reportedly.layers.happening.factual_clause import Clauses
from reportedly.layers.happening.factual_rules import Rules
from reportedly.layers.happening.factual_words import factual_words
from reportedly.layers.happening.status import Status
from reportedly.layers.happening.triggers import Trigger
from reportedly.record import vocabulary

WORDS = knowledge.load("factuality")
EXAMPLES = [
    pytest.param(table["example"], table.get("own", table["status"]) or "actual", id=f"{part} {name}")
    for part in ("above", "modifier")
    for name, table in WORDS[part].items()
]


def parsed(marked):
    """The analysis of a sentence, and the token that stands in brackets in it."""
    text = re.sub(r"[\[\]]", "", marked)
    start = marked.index("[")
    document = Document(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Metadata(language="en"))
    analysis = analyse(document)
    return analysis, analysis.at(Span(start, marked.index("]") - 1))[0]


def status_of(marked, kind="ASSAULT", holder=None, heads=None):
    analysis, token = parsed(marked)
    return Status(analysis).of(Trigger(token.index, (token.index,), kind, None, None), holder, heads)


@pytest.mark.parametrize(("marked", "status"), EXAMPLES)
def test_each_class_of_words_makes_of_its_example_what_it_says(marked, status):
    analysis, token = parsed(marked)
    words = factual_words()
    assert Rules(analysis, words, Clauses(analysis, words)).of(token, "ASSAULT", None) == status


@pytest.mark.parametrize(
    ("marked", "tense", "negated"),
    [
        ("Mardun [shelled] Oss.", "past", False),
        ("Mardun did not [shell] Oss.", "past", True),
        ("Mardun has [shelled] Oss.", "perfect", False),
        ("Mardun is [shelling] Oss.", "progressive", False),
        ("Oss was being [shelled].", "past progressive", False),
        ("Mardun will never [shell] Oss.", "will", True),
        ("Mardun might [shell] Oss.", "may", False),
        ("Mardun should [shell] Oss.", "must", False),
        ("Nobody [shelled] Oss.", "past", True),
        ("Mardun plans to [shell] Oss.", "infinitive", False),
    ],
)
def test_the_form_of_a_clause_is_that_of_its_auxiliaries(marked, tense, negated):
    analysis, token = parsed(marked)
    form = Clauses(analysis, factual_words()).form(token)
    assert (form.tense, form.negated) == (tense, negated)


def test_a_joined_verb_stands_under_the_auxiliaries_of_the_first():
    analysis, token = parsed("Mardun will invade Ruvo and then [occupy] Oss.")
    assert Clauses(analysis, factual_words()).form(token).tense == "will"


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("Mardun's army [shelled] the town of Oss on Monday, killing nine people.", "actual"),
        ("Mardun's army is [shelling] the town of Oss.", "ongoing"),
        ("Mardun plans to [shell] the town of Oss.", "planned"),
        ("Mardun threatened to [shell] the town of Oss.", "threatened"),
        ("Mardun urged Ruvo to [shell] the town of Oss.", "demanded"),
        ("Mardun could [shell] the town of Oss.", "possible"),
        ("Mardun denied [shelling] the town of Oss.", "denied"),
        ("Mardun did not [shell] the town of Oss.", "not_happened"),
    ],
)
def test_each_status_in_its_plainest_form(marked, status):
    assert status_of(marked) == status


def test_the_encoder_has_its_say_where_grammar_leaves_it_open():
    sure = dict.fromkeys(vocabulary.STATUSES, -9.0) | {"denied": -0.01}
    assert status_of("The [shelling] of Oss was in the news.") != "denied"
    assert status_of("The [shelling] of Oss was in the news.", heads=sure) == "denied"


def test_names_do_not_matter():
    one = "Mardun said Ruvo may [attack] Oss."
    assert status_of(one) == status_of(one.replace("Mardun", "Keldrin").replace("Ruvo", "Mardun"))


def test_weights_are_of_statuses():
    weights = knowledge.load("factuality_weights")["weights"]
    assert {s for of in weights.values() for s in of} <= set(vocabulary.STATUSES)


def test_a_text_without_full_stops_is_read_in_bounded_time():
    lines = ["attacked  attack  VERB/VBD  ROOT  0"]
    lines += ["attacked  attack  VERB/VBD  conj  " + str(n) for n in range(1, 3000)]
    analysis, _ = build("\n".join(lines))
    status = Status(analysis)
    last = analysis.tokens[-1].index
    assert status.of(Trigger(last, (last,), "ASSAULT", None, None), None) == "actual"


def test_what_unsigned_reports_say_is_denied_with_them():
    record = reportedly.read("The army of Varn denied reports that it had shelled the village of Oss on Monday.\n")
    assert [(e.type, e.status) for e in record.events] == [("ASSAULT", "denied")]
