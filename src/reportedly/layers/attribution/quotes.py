"""Direct speech: a quotation and the words beside it that say whose it is.

In: a reading. Out: a draft for each cue that stands beside a quotation: before it (`Ana said: "…"`), after it
(`"…," said Ana`), inside it (`"…," Ana said, "…"`: one draft with two pieces). A quotation that follows at once with no
cue of its own runs on. Quotations of one or two words with no punctuation of speech are left to the clauses.
"""

from dataclasses import dataclass
from itertools import pairwise

from reportedly.layers.attribution import cues
from reportedly.layers.attribution.clauses import lemma_of
from reportedly.layers.attribution.draft import QUOTE_MARKS, Draft, Reading
from reportedly.layers.attribution.spans import agent_of, cue_of, source_of, speaker_of, subject_of, trim

ENDS = frozenset(".?!…") | {"...", "--", "—"}
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
SHORT = 10
"""So many words between a quotation and its verb are read as a subject even where the parser does not see one."""
TITLE = 6
"""A quotation of so few words, all in capitals, after a word of the same sentence is a title."""
REACH = 45
"""How many tokens of a gap between quotations are looked at for a cue; longer clauses put it out of sight of a reader."""


@dataclass(slots=True)
class Piece:
    """A quotation, or its part in one paragraph, as tokens `first` up to `end`, with what was found for it."""

    number: int
    first: int
    end: int
    cue: int | None = None
    rule: str = ""
    lead: tuple[int, ...] = ()
    """Words before the quotation that belong to its sentence: `it was "unfair," he said`."""


def read_quotes(r: Reading) -> list[Draft]:
    """The drafts of direct speech, in text order."""
    pieces = [Piece(n, a, b) for n, (a, b) in r.quote_ranges if is_speech(r, a, b)]
    for piece in pieces:
        find_cue(r, piece)
    run_on(r, pieces)
    held: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.cue is not None:
            held.setdefault(piece.cue, []).append(piece)
    return [d for cue, parts in sorted(held.items()) if (d := draft_of(r, cue, parts)) is not None]


def is_speech(r: Reading, first: int, end: int) -> bool:
    """Whether a quotation may be speech of its own: more than two words, or ended by its own punctuation, and neither
    a title (`on "Meet the Press,"`) nor a word or two within a clause."""
    words = [r.tokens[i] for i in range(first, end) if r.tokens[i].pos not in {"PUNCT", "SPACE"}]
    if len(words) <= TITLE and joined(r, first) and all(t.text[:1].isupper() or len(t.text) < 4 for t in words):
        return False
    return len(words) > 2 or (bool(words) and closing(r, end) in ENDS | {","} and not joined(r, first))


def joined(r: Reading, first: int) -> bool:
    """Whether a word of the same sentence stands right before a quotation."""
    if first == 0 or r.quote_at[first - 1] >= 0 or not r.same_paragraph(first, first - 1):
        return False
    before = r.tokens[first - 1]
    return before.pos not in {"PUNCT", "VERB"} and before.sentence == r.tokens[first].sentence


def closing(r: Reading, end: int) -> str:
    """The punctuation mark before a quotation's closing mark, or just after it; empty where there is none."""
    last = end - 1
    if last > 0 and r.tokens[last].text in QUOTE_MARKS:
        last -= 1
    if r.tokens[last].text in ENDS | {","}:
        return r.tokens[last].text
    return r.tokens[end].text if end < len(r.tokens) and r.tokens[end].text == "," else ""


def opens_as_sentence(r: Reading, first: int) -> bool:
    """Whether a quotation begins with a capital letter."""
    inside = r.tokens[min(first + 1, len(r.tokens) - 1)].text
    return inside[:1].isupper() or inside[:1] in "[.…'’" or inside[:1].isdigit()


def find_cue(r: Reading, piece: Piece) -> None:
    """Fill in the verb that a quotation belongs to, from the words after it, then from those before it."""
    after = gap_after(r, piece)
    verb = leading(r, after)
    mark = closing(r, piece.end)
    if joined(r, piece.first):
        lead = lead_of(r, piece)
        if verb is not None and mark and lead:
            piece.cue, piece.rule, piece.lead = verb, "quote after", lead
        return
    if verb is not None and (mark in {",", "?", "!", "—", "--"} or not starts_sentence(r, piece, after)):
        piece.cue, piece.rule = verb, "quote after"
        if mark:
            return
    before = gap_before(r, piece)
    verb = trailing(r, before, piece)
    if verb is not None:
        piece.cue, piece.rule = verb, "quote before"


def lead_of(r: Reading, piece: Piece) -> tuple[int, ...]:
    """The words of the sentence before a quotation that begins within a clause; none where a cue stands among them."""
    lead: list[int] = []
    for i in range(piece.first - 1, max(piece.first - REACH, r.bounds(piece.first)[0]) - 1, -1):
        if r.tokens[i].pos == "VERB" and cues.is_cue("verbs", lemma_of(r, r.tokens[i])):
            return ()
        lead.append(i)
    return tuple(lead[::-1])


def starts_sentence(r: Reading, piece: Piece, after: list[int]) -> bool:
    """Whether what follows a quotation is a new sentence."""
    return not after or (
        closing(r, piece.end) == "."
        and r.tokens[after[0]].text[:1].isupper()
        and r.tokens[after[0]].sentence != r.tokens[piece.end - 1].sentence
    )


def gap_after(r: Reading, piece: Piece) -> list[int]:
    """The tokens after a quotation up to the next one, the end of the sentence or of the paragraph."""
    found: list[int] = []
    for i in range(piece.end, min(piece.end + REACH, len(r.tokens))):
        if r.quote_at[i] >= 0 or not r.same_paragraph(i, piece.first):
            break
        if found and r.tokens[i].text in {".", "?", "!"}:
            break
        if not found and r.tokens[i].text in {",", "-", "—", "–", "--"}:
            continue
        if not found and r.tokens[i].text in {".", "?", "!"}:
            break
        found.append(i)
    return found


def gap_before(r: Reading, piece: Piece) -> list[int]:
    """The tokens before a quotation back to the last one or the beginning of the sentence or the paragraph."""
    found: list[int] = []
    for i in range(piece.first - 1, max(piece.first - REACH, 0) - 1, -1):
        if r.quote_at[i] >= 0 or not r.same_paragraph(i, piece.first):
            break
        if found and r.tokens[i].text in {".", "?", "!"}:
            break
        found.append(i)
    return found[::-1]


def speech_verb(r: Reading, index: int) -> bool:
    """Whether a token is a verb that introduces direct speech."""
    token = r.tokens[index]
    return (
        token.pos in {"VERB", "AUX"}
        and token.tag.startswith("VB")
        and cues.licensed("verbs", lemma_of(r, token), "quote")
    )


def leading(r: Reading, gap: list[int]) -> int | None:
    """The verb of speech that a gap after a quotation begins with: `said Ana`, `Ana, who was there, said`."""
    verbs = [i for i in gap if speech_verb(r, i)]
    for verb in verbs:
        ahead = [i for i in gap if i < verb]
        subject = subject_of(r, verb)
        if len([i for i in ahead if r.tokens[i].pos not in {"ADV", "AUX", "PART"}]) == 0:
            return verb
        if subject is not None and subject in gap:
            start = r.left(subject)
            if subject < verb and len([i for i in ahead if i < start and r.tokens[i].pos != "PUNCT"]) <= 2:
                return verb
        elif len(ahead) <= SHORT and any(r.tokens[i].pos in NOUNS for i in ahead) and all(nominal(r, i) for i in ahead):
            return verb
    return None


def nominal(r: Reading, index: int) -> bool:
    """Whether a token may stand in a noun phrase or beside a verb of speech."""
    return r.tokens[index].pos not in {"VERB", "SCONJ", "INTJ"} or r.tokens[index].tag == "VBN"


def trailing(r: Reading, gap: list[int], piece: Piece) -> int | None:
    """The verb of speech that a gap before a quotation ends with: `Ana said: "…"`, `Ana told the hall, "…"`."""
    if not gap:
        return None
    last = r.tokens[gap[-1]].text
    if last not in {",", ":"} and not speech_verb(r, gap[-1]):
        return None
    words = [i for i in gap if r.tokens[i].pos != "PUNCT"]
    if (
        not opens_as_sentence(r, piece.first)
        and last != ":"
        and not (last == "," and words and speech_verb(r, words[-1]))
    ):
        return None
    verbs = [i for i in gap if speech_verb(r, i)]
    for verb in reversed(verbs):
        subject = subject_of(r, verb)
        if subject is None and verb != gap[0]:
            continue
        if r.children(verb, "ccomp") and any(c.index in gap for c in r.children(verb, "ccomp")):
            continue
        return verb
    return None


def run_on(r: Reading, pieces: list[Piece]) -> None:
    """Give a quotation with no cue of its own to the one just before it, where nothing stands between them but that
    one's own cue and its sentence's end."""
    for last, piece in pairwise(pieces):
        if piece.cue is not None or last.cue is None:
            continue
        between = [i for i in range(last.end, piece.first) if r.tokens[i].pos != "PUNCT"]
        same = r.same_paragraph(last.first, piece.first)
        if piece.number == last.number:
            piece.cue, piece.rule = last.cue, "quote runs on"
        elif (same and (not between or last.cue in between) and opens_as_sentence(r, piece.first)) or (
            same and last.cue in between and r.tokens[piece.first - 1].text == ","
        ):
            if len({r.tokens[i].sentence for i in between}) <= 1:
                piece.cue, piece.rule = last.cue, "quote runs on"
        elif not same and last.rule and not between and last.cue < last.first and whole_paragraph(r, piece):
            piece.cue, piece.rule = last.cue, "quote runs on"


def whole_paragraph(r: Reading, piece: Piece) -> bool:
    """Whether a quotation is a paragraph of its own."""
    first = piece.first == 0 or not r.same_paragraph(piece.first - 1, piece.first)
    last = piece.end >= len(r.tokens) or not r.same_paragraph(piece.end, piece.first)
    return first and last


def draft_of(r: Reading, cue: int, parts: list[Piece]) -> Draft | None:
    """The draft of a cue and its quotations."""
    content = sorted({i for p in parts for i in (*p.lead, *range(p.first, p.end))})
    words = cue_of(r, cue)
    if set(words) & set(content):
        words = (cue,)
    return Draft(speaker_words(r, cue, content, words), words, tuple(content), cue, parts[0].rule)


def speaker_words(r: Reading, cue: int, content: list[int], words: tuple[int, ...]) -> tuple[int, ...]:
    """The source beside a verb of speech: its subject, or the words that stand where a subject would."""
    held = set(content)
    if any(c.dep == "auxpass" for c in r.children(cue)):
        agent = agent_of(r, cue)
        return () if agent is None or agent in held else source_of(r, agent, (*content, *words))
    subject = subject_of(r, cue)
    if subject is not None and subject not in held and r.tokens[subject].sentence == r.tokens[cue].sentence:
        return speaker_of(r, cue, words, content)
    first, end = r.bounds(cue)
    ahead: list[int] = []
    for i in range(cue - 1, first - 1, -1):
        if i in held or r.tokens[i].pos == "PUNCT":
            break
        if i not in words:
            ahead.append(i)
    behind: list[int] = []
    for i in range(cue + 1, end):
        if i in held or r.tokens[i].pos in {"PUNCT", "ADP", "VERB"}:
            break
        behind.append(i)
    chosen = ahead[::-1] or behind
    return tuple(trim(r, chosen)) if any(r.tokens[i].pos in NOUNS for i in chosen) else ()
