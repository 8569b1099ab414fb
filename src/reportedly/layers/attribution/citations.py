"""Statements at second hand: `Bloomberg quoted officials as saying`, `Axios reported, citing two officials`.

In: a reading and the drafts found so far. Out: the drafts with those of whoever is cited added; each names the draft
that hands it on.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly import knowledge
from reportedly.language.analysis import Token
from reportedly.layers.attribution.clauses import CITING
from reportedly.layers.attribution.cues import licensed
from reportedly.layers.attribution.draft import Draft, Reading
from reportedly.layers.attribution.spans import agent_of, clause, cue_of, finished, source_of, speaker_of, trim

TELLERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})


def read_quoted(r: Reading) -> list[Draft]:
    """The drafts of `quoted X as saying Y`: one for X and, where the text names it, one for who quotes X."""
    found: list[Draft] = []
    for verb in r.tokens:
        if verb.lemma.lower() not in CITING or verb.pos != "VERB":
            continue
        for prep in r.children(verb.index, "prep"):
            saying = next((c for c in r.children(prep.index, "pcomp") if c.tag == "VBG"), None)
            if prep.lower == "as" and saying is not None:
                found += quoted_as(r, verb, prep, saying)
    return found


def quoted_as(r: Reading, verb: Token, prep: Token, saying: Token) -> list[Draft]:
    """The drafts of one `quoted … as saying …`."""
    below = r.children(saying.index, "ccomp", "dobj", "xcomp")
    cue = tuple(range(prep.index, saying.index + 1))
    if below:
        content = clause(r, below[-1].index, cue)
    else:
        content = trim(r, range(saying.index + 1, r.right(saying.index)))
    if not content:
        return []
    passive = any(c.dep == "auxpass" for c in r.children(verb.index)) or verb.dep == "acl"
    quoting = tuple(i for i in cue_of(r, verb.index) if i not in content)
    if passive:
        spoken = speaker_of(r, verb.index, quoting, content)
        by = agent_of(r, verb.index)
        outer = source_of(r, by, content) if by is not None else ()
    else:
        objects = r.children(verb.index, "dobj")
        spoken = source_of(r, objects[0].index, (*cue, *content)) if objects else ()
        outer = speaker_of(r, verb.index, quoting, content)
    if not spoken:
        return []
    if not outer:
        return [Draft(spoken, tuple(sorted({*quoting, *cue})), tuple(content), verb.index, "quoted as saying")]
    return [
        Draft(outer, quoting, tuple(content), verb.index, "quoted as saying"),
        Draft(spoken, cue, tuple(content), saying.index, "quoted as saying", verb.index),
    ]


def read_cited(r: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with `citing X` read as X's own where X is one who speaks and the clause hangs on a statement."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(r.tokens[draft.anchor].sentence, []).append(draft)
    found: list[Draft] = []
    for draft in drafts:
        token = r.tokens[draft.anchor]
        is_cited = token.lemma.lower() in CITING and token.tag == "VBG" and draft.rule in {"object", "deed"}
        if is_cited and (parted := interrupted(r, token, draft.content, by_sentence[token.sentence])) is not None:
            found.append(parted)
            found.append(
                Draft(tuple(draft.content), (token.index,), parted.content, token.index, "citing", parted.anchor)
            )
            continue
        outer = hands_on(r, token, by_sentence[token.sentence]) if is_cited else None
        if outer is not None and speaks(r, draft.content):
            found.append(Draft(tuple(draft.content), draft.cue, outer.content, draft.anchor, "citing", outer.anchor))
        else:
            found.append(draft)
    return found


def interrupted(r: Reading, citing: Token, cited: Sequence[int], drafts: Sequence[Draft]) -> Draft | None:
    """The statement of `Y reported, citing X, that Z` where the parse hangs Z on something else."""
    verb, end = r.tokens[max(0, citing.index - 2)], cited[-1] + 1
    opening = [t.lower for t in r.tokens[end : end + 2] if t.sentence == citing.sentence]
    if opening != [",", "that"] or r.tokens[citing.index - 1].text != "," or verb.pos != "VERB":
        return None
    if not licensed("verbs", verb.lemma.lower(), "clause") or any(d.anchor == verb.index for d in drafts):
        return None
    cue = cue_of(r, verb.index)
    content = tuple(trim(r, range(end + 2, r.analysis.sentences[citing.sentence].end)))
    source = speaker_of(r, verb.index, cue, content) if content and speaks(r, cited) else ()
    return Draft(source, tuple(cue), content, verb.index, "clause") if source else None


def hands_on(r: Reading, citing: Token, drafts: Sequence[Draft]) -> Draft | None:
    """The statement that `citing` hangs on: that of its own head, or the last before it that its head governs."""
    if citing.head == citing.index:
        return None
    over = range(r.left(citing.head), r.right(citing.head))
    before = [d for d in drafts if d.anchor in over and d.anchor != citing.index and citing.index not in d.content]
    own = [d for d in before if d.anchor == citing.head]
    candidates = own or [d for d in before if d.anchor < citing.index]
    candidates = candidates or [d for d in drafts if d.anchor < citing.index and citing.head in d.content]
    return candidates[-1] if candidates else None


def speaks(r: Reading, phrase: Sequence[int]) -> bool:
    """Whether a noun phrase names one who says something: a person, a body, a source, a paper, not a fact."""
    known = knowledge.load("anonymous")
    held = set(phrase)
    words = [i for i in phrase if r.tokens[i].pos != "PUNCT"]
    head = next((i for i in words if r.tokens[i].head not in held or r.tokens[i].head == i), phrase[-1])
    lemma = r.tokens[head].lemma.lower()
    if r.label_at.get(head) in TELLERS:
        return True
    return any(lemma in known[part] for part in ("sources", "familiar", "documents", "institutions", "tellers"))


def share_parenthesis(drafts: Sequence[Draft], r: Reading) -> list[Draft]:
    """The drafts with `according to X, Y said, Z` read as one content Z that Y hands on from X."""
    found = list(drafts)
    clauses = {d.source[0]: n for n, d in enumerate(found) if d.rule == "clause" and d.source and d.cue}
    for n, phrase in enumerate(found):
        if phrase.rule != "phrase" or phrase.content[0] < phrase.anchor:
            continue
        other = clauses.get(phrase.content[0])
        if other is None or r.tokens[min(found[other].cue[-1] + 1, len(r.tokens) - 1)].text != ",":
            continue
        away = {*phrase.cue, *phrase.source}
        content = tuple(finished(r, [i for i in found[other].content if i not in away], away))
        if content and set(content) <= set(phrase.content):
            found[other] = replace(found[other], content=content)
            found[n] = replace(phrase, content=content, cited_by=found[other].anchor)
    return found
