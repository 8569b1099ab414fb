"""What an article is about: words of several kinds over the whole text, more of them in a longer one, and no names."""

from dataclasses import replace

import pytest

from plain import plain
from reportedly import knowledge
from reportedly.errors import KnowledgeError
from reportedly.language import analyse
from reportedly.language.analysis import Name
from reportedly.layers import contexts
from reportedly.layers.contexts import read_contexts, weigh
from reportedly.record import vocabulary

FLU = "The outbreak of cholera has reached Orsk, and the health ministry opened three clinics."


def test_the_contexts_are_plover_s():
    assert set(vocabulary.CONTEXTS) == set(knowledge.load("plover")["contexts"])
    assert set(vocabulary.CONTEXTS) == set(knowledge.load("contexts")["contexts"])


@pytest.mark.parametrize("context", vocabulary.CONTEXTS)
def test_the_example_of_a_context_has_it(context):
    document, _ = plain(knowledge.load("contexts")["contexts"][context]["example"])
    assert context in read_contexts(analyse(document))


def test_no_term_stands_twice_in_a_context_or_is_put_in_capitals():
    for name, lists in knowledge.load("contexts")["contexts"].items():
        terms = lists["strong"] + lists["weak"]
        assert len(set(terms)) == len(terms), name
        assert [t for t in terms if t != t.lower()] == [], name


def test_a_context_says_which_words_speak_for_it():
    _, analysis = plain(FLU)
    first = weigh(analysis)[0]
    assert first.context == "health"
    assert {term for term, _ in first.terms} == {"outbreak", "cholera", "health ministry"}
    assert first.weight == sum(share for _, share in first.terms)


def test_one_word_that_stands_again_and_again_is_not_enough():
    _, analysis = plain("The hospital is a hospital. The hospital was a hospital. It is a hospital.")
    assert read_contexts(analysis) == []


def test_an_article_that_nothing_speaks_for_has_none():
    _, analysis = plain("The street will get a new name. Nobody in the village minds.")
    assert read_contexts(analysis) == []


def test_the_longest_term_counts_alone():
    _, analysis = plain("The law firm has a tennis court. A nuclear weapon is no subject there.")
    assert {w.context for w in weigh(analysis)} == {"cbrn"}


def test_a_hyphen_between_the_words_of_a_term_is_passed_over():
    _, analysis = plain("A cease was made of the pro-democracy marches.")
    assert "pro_democracy" in {w.context for w in weigh(analysis)}


def test_a_long_article_needs_more():
    _, short = plain(FLU)
    _, long = plain(FLU + " Nobody came." * 60)
    assert read_contexts(short) == ["health"]
    assert read_contexts(long) == []


def test_what_stands_in_the_title_counts_for_more():
    _, analysis = plain(FLU)
    titled = replace(analysis, sentences=tuple(replace(s, is_title=True) for s in analysis.sentences))
    assert weigh(titled)[0].weight > weigh(analysis)[0].weight


@pytest.mark.parametrize("party", ["Christian Front", "Muslim Front", "Army Front", "Democracy Front"])
def test_a_party_s_name_has_no_say_in_what_an_article_is_about(party):
    _, analysis = plain(f"The {party} met on Monday.")
    named = replace(analysis, names=(Name(1, 3, "ORG"),))
    assert weigh(named) == []


def test_there_are_at_most_five_the_weightiest_first():
    lists = knowledge.load("contexts")["contexts"]
    text = " ".join(
        " ".join(lists[name]["strong"][:12]) for name in ("health", "election", "military", "cyber", "lgbt", "cbrn")
    )
    _, analysis = plain(text + ".")
    found = read_contexts(analysis)
    assert len(found) == 5
    weights = {w.context: w.weight for w in weigh(analysis)}
    assert found == sorted(found, key=lambda name: (-weights[name], name))


def test_a_list_with_a_context_that_is_none_is_refused(monkeypatch):
    broken = {"not_these": {"words": []}, "contexts": {"gossip": {"strong": ["rumour"], "weak": []}}}
    monkeypatch.setattr(contexts.knowledge, "load", lambda name: broken)
    with pytest.raises(KnowledgeError, match="gossip"):
        contexts._terms.__wrapped__()
