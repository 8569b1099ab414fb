"""Limits: read from one table, changed by the environment, refused when they are no number."""

import pytest

from reportedly import limits
from reportedly.errors import InputRefused, Misuse, Reason, State


def test_a_limit_has_its_default():
    assert limits.value("article_seconds") == limits.LIMITS["article_seconds"].default


def test_the_environment_changes_a_limit(monkeypatch):
    monkeypatch.setenv("REPORTEDLY_LIMIT_ARTICLE_SECONDS", "7")
    assert limits.value("article_seconds") == 7


@pytest.mark.parametrize("wrong", ["0", "-3", "soon", "1.5", ""])
def test_a_setting_that_is_no_number_is_refused_with_its_name(monkeypatch, wrong):
    monkeypatch.setenv("REPORTEDLY_LIMIT_ARTICLE_SECONDS", wrong)
    with pytest.raises(Misuse, match="REPORTEDLY_LIMIT_ARTICLE_SECONDS"):
        limits.value("article_seconds")


def test_a_refusal_says_which_input_and_why_and_ends_in_its_code():
    refusal = InputRefused(Reason.LANGUAGE, detail="de").named("a.txt")
    assert str(refusal).startswith("a.txt: it is not written in a language")
    assert str(refusal).endswith("(de) [language]")
    assert refusal.state is State.SKIPPED
