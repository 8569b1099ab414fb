"""Numbers written out in words and read back: all of them are read, whole or not at all."""

import random
from fractions import Fraction

import pytest

from reportedly.knowledge import load
from reportedly.layers.quantities.numerals import LONGEST, numeral_at

SMALL = {value: word for word, value in load("numbers")["units"].items()}
TENS = {value: word for word, value in load("numbers")["tens"].items()}
SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def spelled(number: int, joint: str = "and") -> str:
    """A number below a trillion in English words."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number - number % 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred" + (f" {joint} {spelled(rest)}".replace("  ", " ") if rest else "")
    scale, word = next(s for s in SCALES if number >= s[0])
    rest = number % scale
    last = f" {joint}".rstrip() if 0 < rest < 100 else ""
    return f"{spelled(number // scale, joint)} {word}" + (f"{last} {spelled(rest, joint)}" if rest else "")


def numbers():
    chance = random.Random(7)
    yield from range(1, 400)
    for power in range(3, 12):
        yield from (10**power, 2 * 10**power, 10**power + 1, 10**power - 1)
        yield from (chance.randrange(10 ** (power - 1), 10**power) for _ in range(60))


@pytest.mark.parametrize("joint", ["and", ""])
def test_a_number_written_out_is_read_whole(joint):
    for number in numbers():
        words = spelled(number, joint).split()
        found = numeral_at([*words, "people"], 0)
        assert (found and found.exact, found and found.end) == (Fraction(number), len(words)), " ".join(words)


def test_a_number_longer_than_any_has_its_words_and_no_value():
    words = [w for _ in range(LONGEST) for w in ("seven", "hundred", "million")]
    found = numeral_at(words, 0)
    assert found is None or found.exact is None or found.end < 4
