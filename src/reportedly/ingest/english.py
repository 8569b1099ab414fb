"""Whether a text is in English, and in which language it is if not.

In: paragraphs. Out: an ISO 639-1 code. Paragraphs count by their length, so that a text with a quotation, a name or a
headline in another language is what most of it is. It refuses nothing; `build_document` refuses what is not English.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_COMMON = re.compile(
    r"(?:the|of|and|to|that|was|for|with|as|by|at|from|his|her|has|have|had|be|it|its|not|are|were|said|an|this|which|"
    r"who|will|would|they|he|she|we|you|their|been|after|but|about|more|than|when|there|what|is|on|in|a|i|or|if)"
)
_ENGLISH_SHARE, _FOREIGN_SHARE = 0.25, 0.12
_SHORT = 200
_PARAGRAPHS, _CHARACTERS = 60, 1000
"""How much is looked at: a text of more paragraphs, or a paragraph of more characters, is known from its beginning."""


@cache
def _identifier() -> Any:
    import py3langid

    return py3langid


def language_of(paragraphs: Sequence[str]) -> str:
    """The language in which most of the text is written; `en` for a short text that nothing shows to be another.

    Of a text under 200 characters only letters that English does not use, or a sentence without one of its common
    words, show that. A text without letters has no language: the empty string.
    """
    sample = [p[:_CHARACTERS] for p in paragraphs][:_PARAGRAPHS]
    if sum(map(len, sample)) < _SHORT:
        sample = [" ".join(sample)]
    weights: Counter[str] = Counter()
    for words in sample:
        if letters := sum(map(len, _WORD.findall(words))):
            weights[_of(words)] += letters
    total = weights.total()
    if not total:
        return ""
    if weights["en"] * 2 >= total:
        return "en"
    return min(weights, key=lambda code: (-weights[code] * (code != "en"), code))


def _of(words: str) -> str:
    found = [w.lower() for w in _WORD.findall(words)]
    share = sum(_COMMON.fullmatch(w) is not None for w in found) / len(found)
    latin = sum(w.isascii() for w in found) / len(found)
    if share >= _ENGLISH_SHARE or (len(found) < 6 and latin > 0.5):
        return "en"
    code = str(_identifier().classify(" ".join(found))[0])
    if code != "en" and latin > 0.5 and len(words) < _SHORT and share >= _FOREIGN_SHARE:
        return "en"
    return code
