"""Where sentences begin: rules over tokens that survive quotations and abbreviations.

In: the words of a paragraph, whether a blank follows each, and which are quotation marks that open or close. Out: for
each word whether a sentence begins with it. A sentence ends behind `.`, `?`, `!` or `…` and the closing marks after
them, unless what follows goes on with it: a small letter (`"Will you come?" he asked`), a name with a verb of saying
behind a question in quotation marks, a name behind `Gen.` or an initial, a number behind `No.`. It refuses nothing;
where the rules leave doubt they do not split.
"""

from collections.abc import Collection, Sequence
from functools import cache

from reportedly import knowledge

_TERMINAL = {".", "!", "?", "…", "...", "..", "?!", "!?", "!!", "??", "...."}
_CLOSING_BRACKETS = {")", "]", "}"}
_OPENING_BRACKETS = {"(", "[", "{"}
_MARKS_TOGETHER = 8
"""More marks in a row than this are no writing; looking past them all would take time that grows with their square."""
_DASHES = {"-", "--", "---", "—", "–", "―"}


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(knowledge.load("sentences")[name])


def sentence_starts(
    words: Sequence[str],
    opening: Collection[int],
    closing: Collection[int],
    longest: int,
    forced: Collection[int] = (),
) -> list[bool]:
    """For each word whether a sentence begins there.

    `opening` and `closing` are the places of quotation marks that begin and end quotations, `longest` the number of
    words behind which a sentence is cut in any case, `forced` places where one begins in any case.
    """
    starts = [False] * len(words)
    last = 0
    for i in range(len(words)):
        if i == 0 or i in forced or i - last >= longest or _begins(words, i, opening, closing):
            starts[i] = True
            last = i
    return starts


def _begins(words: Sequence[str], i: int, opening: Collection[int], closing: Collection[int]) -> bool:
    if i in closing or words[i] in _CLOSING_BRACKETS or words[i] in _TERMINAL or words[i] in _DASHES:
        return False
    end = i - 1
    while end >= max(0, i - _MARKS_TOGETHER) and (end in closing or words[end] in _CLOSING_BRACKETS):
        end -= 1
    if end < 0 or not words[end].endswith((".", "!", "?", "…")):
        return False
    first = i
    while first < min(len(words) - 1, i + _MARKS_TOGETHER) and (first in opening or words[first] in _OPENING_BRACKETS):
        first += 1
    if not _may_begin(words[first]):
        return False
    if words[end] in _TERMINAL and words[end] != ".":
        quoted = any(j in closing for j in range(end + 1, i))
        return not (quoted and first == i and _says(words, i)) and not (
            words[end].startswith((".", "…")) and _small(words, i)
        )
    return _ends_a_sentence(words, end, first)


def _may_begin(word: str) -> bool:
    """Whether a sentence can begin with this word: a capital, a number, a name such as `al-Qaeda` or `iPhone`."""
    if word[:1].isalpha():
        return not word[:1].islower() or any(c.isupper() for c in word)
    return word[:1].isalnum() or word[:1] in "$£€¥#@'’‘"


def _small(words: Sequence[str], i: int) -> bool:
    """Whether behind an ellipsis the same sentence goes on with `I` or with a mark."""
    return words[i] in {"I", "I'm", "I’m"} or not words[i][:1].isalnum()


def _says(words: Sequence[str], i: int) -> bool:
    """Whether a name or pronoun with a verb of saying stands at `i`, as behind a question that is quoted."""
    for j in range(i + 1, min(i + 8, len(words))):
        if words[j].lower() in _known("saying"):
            return True
        if not (words[j][:1].isupper() or words[j] in {"of", "al", "de", "the", "-", "."}):
            return False
    return False


def _ends_a_sentence(words: Sequence[str], end: int, first: int) -> bool:
    """Whether the full stop at `end` ends a sentence and not merely an abbreviation."""
    stopped = words[end]
    if stopped == ".":
        stopped = words[end - 1] + "." if end else "."
        split = True
    else:
        split = False
    bare = stopped.rstrip(".").lower().lstrip("'\"“‘(")
    following = words[first]
    if bare in _known("titles"):
        return False
    if bare in _known("before_numbers") and following[:1].isdigit():
        return False
    initial = len(bare) == 1 and bare.isalpha() and stopped[:1].isupper()
    lettered = "." in bare and all(len(part) <= 2 for part in bare.split("."))
    if initial or lettered or bare in _known("before_names") or (bare in _known("before_numbers") and not split):
        return following.lower() in _known("starters") and following[:1].isupper()
    return True
