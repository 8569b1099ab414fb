"""The lists of wording: what they say of every entry, that they hold the words of every side, and that each entry's examples
are read as they say."""

import re
from collections import Counter

import pytest

from reportedly.errors import KnowledgeError
from reportedly.ingest import from_text
from reportedly.knowledge import load, registry
from reportedly.language import analyse
from reportedly.layers.diction.lists import entries, terms_by_word, wordlists
from reportedly.layers.diction.terms import find_terms

ENTRIES = {e["name"]: e for e in entries()}
PAIRED = [e for e in ENTRIES.values() if "pair" in e]
WORDS = sorted({w for e in ENTRIES.values() for w in e["words"]})
OPPOSED = [(*pair, table["of"]) for table in load("wording_opposed")["opposed"] for pair in table["terms"]]
FAITHS = re.compile(
    r"islam|muslim|moslem|christ|cathol|protestant|orthodox|evangelic|jew|judai|zion|hindu|buddh|sikh|shi['i]?a|shiite|sunni"
    r"|kafir|yazidi|druze|alawite|baha|mormon|jihad|muj[ae]h|shah[ei]+d",
    re.I,
)
SENTENCES = [
    (name, sentence.replace("[", "").replace("]", ""), re.findall(r"\[(.*?)\]", sentence))
    for name, entry in ENTRIES.items()
    for sentence in filter(None, (entry.get("example"), entry.get("passed_over")))
]


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda e: e["name"])
def test_an_entry_says_whose_word_it_is_of_whom_and_where_it_is_from(entry):
    assert entry["whose"]
    assert entry["of"]
    assert entry["from"]
    assert entry["example"].count("[") == 1
    assert "[" not in entry.get("passed_over", "")
    assert entry["words"] == list(dict.fromkeys(entry["words"]))


@pytest.mark.parametrize("entry", PAIRED, ids=lambda e: e["name"])
def test_each_side_s_words_have_the_other_side_s_in_their_place(entry):
    other = ENTRIES[entry["pair"]]
    assert ENTRIES[other["pair"]] is entry
    assert (entry["tone"], entry["of"]) != (other["tone"], other["of"])


@pytest.mark.parametrize("entry", PAIRED, ids=lambda e: e["name"])
def test_no_side_has_three_times_the_words_of_the_other(entry):
    assert len(entry["words"]) <= 3 * len(ENTRIES[entry["pair"]]["words"])


def test_every_label_and_euphemism_of_a_conflict_is_paired():
    loose = [
        e["name"] for e in ENTRIES.values() if e["kind"] in {"label", "euphemism"} and "tone" in e and "pair" not in e
    ]
    assert loose == []
    assert [e["name"] for e in ENTRIES.values() if e["kind"] == "label" and "pair" not in e] == []


def test_words_against_and_for_are_as_many_within_half():
    count = Counter(e["tone"] for e in ENTRIES.values() for _ in e["words"] if "tone" in e)
    assert count["against"] <= 1.5 * count["for"]
    assert count["for"] <= 1.5 * count["against"]


def test_at_least_sixty_pairs_of_words_oppose_each_other_and_stand_in_the_lists():
    assert len(OPPOSED) >= 60
    assert [w for against, other, _ in OPPOSED for w in (against, other) if w not in WORDS] == []
    assert [w for w, n in Counter(against for against, _, _ in OPPOSED).items() if n > 1] == []


@pytest.mark.parametrize(("against", "other", "of"), OPPOSED, ids=[f"{a}-{b}" for a, b, _ in OPPOSED])
def test_a_word_against_a_party_and_the_one_for_it_stand_in_different_entries(against, other, of):
    holding = [{e["name"] for e in ENTRIES.values() if words in e["words"]} for words in (against, other)]
    assert not holding[0] & holding[1]


def test_no_word_names_a_country_an_organisation_or_a_faith():
    named = [w for w in WORDS if registry.names_in(w) or registry.names_in(w.title())]
    assert [w for w in named if w not in NO_NAMES] == []
    assert [w for w in WORDS if FAITHS.search(w)] == []


NO_NAMES: frozenset[str] = frozenset()


def test_a_word_stands_in_one_entry_of_a_standing_only():
    seen = Counter((w, e["pos"], *e.get("said_of", ())) for e in ENTRIES.values() for w in e["words"])
    assert [w for w, n in seen.items() if n > 1] == []


def test_a_word_with_a_hyphen_is_looked_for_in_one_token_and_in_three():
    looked_for = {t.words for t in terms_by_word()["far"]} | {t.words for t in terms_by_word()["far-right"]}
    assert {("far", "-", "right"), ("far-right",)} <= looked_for


@pytest.fixture(scope="module")
def found():
    """The words found in each sentence of the lists, with their entries' names."""
    text = "\n\n".join(sentence for _, sentence, _ in SENTENCES)
    a = analyse(from_text(text))
    by_paragraph = {}
    for term in find_terms(a):
        paragraph = a.sentences[a.tokens[term.first].sentence].paragraph
        words = a.span(term.first, term.end).of(text)
        by_paragraph.setdefault(paragraph, set()).add((words, term.entry.name))
    return by_paragraph


@pytest.mark.parametrize("n", range(len(SENTENCES)), ids=[f"{name}: {s}" for name, s, _ in SENTENCES])
def test_an_example_has_its_word_and_another_sense_is_passed_over(found, n):
    name, _, words = SENTENCES[n]
    assert {w for w, entry in found.get(n, set()) if entry == name} == set(words)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": ""}, "the entry 'mine' has no kind"),
        ({"words": []}, "the entry 'mine' has no words"),
        ({"words": ["regime", " "]}, "'mine' has an empty word"),
        ({"kind": "insult"}, "'mine' has the kind 'insult'"),
    ],
)
def test_an_entry_of_one_s_own_that_makes_no_sense_is_refused(change, said, monkeypatch):
    entry = {"name": "mine", "kind": "label", "pos": "noun", "words": ["regime"]} | change
    monkeypatch.setattr("reportedly.layers.diction.lists.entries", lambda: (entry,))
    with pytest.raises(KnowledgeError, match=said):
        wordlists.__wrapped__()


def test_every_entry_makes_a_wordlist():
    assert set(wordlists()) == set(ENTRIES)
