"""What must hold for every story: rows show their words, ids resolve, and nothing hangs on order, workers or seed."""

import json
import os
import subprocess
import sys

import pytest

import reportedly
from reportedly.record import ARTICLE_TABLES
from stories.support import FOLDER, NAMES, record


@pytest.mark.parametrize("name", NAMES)
def test_every_span_and_id_of_a_record_resolves(name):
    assert list(record(name).problems()) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_story_gives_rows_in_every_table_that_it_speaks_of(name):
    found = record(name)
    for table in ("attributions", "actors", "events", "figures", "times", "places"):
        assert found.rows(table), table


@pytest.mark.parametrize("name", NAMES)
def test_every_row_names_what_made_it(name):
    found = record(name)
    assert all(row.made_by for table in ARTICLE_TABLES for row in found.rows(table))


def test_two_readings_give_the_same_bytes():
    again = reportedly.read(reportedly.load(FOLDER / NAMES[0]))
    assert json.dumps(again.as_json()) == json.dumps(record(NAMES[0]).as_json())


def test_another_hash_seed_gives_the_same_bytes():
    code = "import json, reportedly, sys;print(json.dumps(reportedly.read(reportedly.load(sys.argv[1])).as_json()))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(FOLDER / "ruvo-keldrin-courier.txt")],
            env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
