"""The files of people: every entry is well formed, and no two are of one person or bear one name."""

import re
from collections import Counter
from pathlib import Path

import pytest

from reportedly import knowledge
from reportedly.knowledge import load
from reportedly.knowledge.gazetteer import fold
from reportedly.record import vocabulary as v

FOLDER = Path(knowledge.__file__).parent
FILES = sorted(p.stem for p in FOLDER.glob("people*.toml"))
PEOPLE = [(name, key, facts) for name in FILES for key, facts in load(name).items()]
EARLIEST = 1927
"""The first year in which anyone in the files had a part: nobody whom news since 1990 names began before it."""
LATEST = 2026
IN_NAMES = " .,'’ʻ‘-"
"""What stands in names beside letters and digits."""


def wrong(test) -> list[str]:
    return [f"{name}: {key}" for name, key, facts in PEOPLE if not test(key, facts)]


def test_there_are_people():
    assert "people" in FILES
    assert len(PEOPLE) > 2000


def test_a_key_is_small_letters_digits_and_underscores():
    assert wrong(lambda key, _: re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", key)) == []


def test_an_entry_has_these_fields_and_no_others():
    assert (
        wrong(lambda _, facts: {"name", "country", "terms"} <= set(facts) <= {"name", "names", "country", "terms"})
        == []
    )


def test_a_name_is_words_of_letters_and_no_other_name_repeats_it():
    def well_named(_, facts):
        names = [facts["name"], *facts.get("names", ())]
        written = all(n == n.strip() and "  " not in n and all(c.isalnum() or c in IN_NAMES for c in n) for n in names)
        return written and all(map(fold, names)) and len(set(names)) == len(names)

    assert wrong(well_named) == []


def test_a_country_is_known():
    known = {*load("countries"), "IGO"}
    assert wrong(lambda _, facts: facts["country"] in known) == []


def test_a_term_has_a_sector_of_the_vocabulary_and_years():
    def is_term(term):
        return len(term) in (2, 3) and term[0] in v.SECTORS and all(isinstance(year, int) for year in term[1:])

    assert wrong(lambda _, facts: facts["terms"] and all(is_term(t) for t in facts["terms"])) == []


def test_terms_are_in_order_and_of_our_time():
    def in_order(_, facts):
        starts = [t[1] for t in facts["terms"]]
        return starts == sorted(starts) and all(EARLIEST <= t[1] <= t[-1] <= LATEST for t in (
            (code, first, *(last or [first])) for code, first, *last in facts["terms"]
        ))  # fmt: skip

    assert wrong(in_order) == []


def test_no_key_stands_twice():
    assert [k for k, n in Counter(key for _, key, _ in PEOPLE).items() if n > 1] == []


def test_no_two_keys_have_the_same_name():
    names = Counter(fold(facts["name"]) for _, _, facts in PEOPLE)
    assert [n for n, times in names.items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_where_its_facts_are_from(name):
    here = FOLDER / f"{name}.toml"
    head = here.read_text(encoding="utf-8").split("\n\n")[0]
    assert head.startswith("#")
    assert "facts" in head.casefold()
