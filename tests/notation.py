"""A small notation for a hand-built `Analysis`, so that layer tests need no model and run in milliseconds.

One token a line: `word  lemma  POS/TAG  dep  head`, where head is the 1-based number of a token in its sentence (0 is
the root). A blank line ends a sentence, a line `¶` a paragraph, and a word ends with `_` where no space follows it in
the text. A line `@ LABEL first last` after a sentence's tokens names tokens first to last of it (1-based, inclusive).
A morph may follow the head. `python -m notation "Some text."` (in `tests/`) prints what the shipped pipeline gives,
ready to be pasted and corrected.

    analysis, document = build('''
    Ana  Ana  PROPN/NNP  nsubj  2
    said  say  VERB/VBD  ROOT  0
    it  it  PRON/PRP  nsubj  4
    rained_  rain  VERB/VBD  ccomp  2
    .  .  PUNCT/.  punct  2
    @ PERSON 1 1
    ''')
"""

import sys
from typing import Any

from reportedly.document import Block, BlockKind, Document, Metadata, Span
from reportedly.language.analysis import Analysis, Name, Sentence, Token
from reportedly.language.quotations import find_quotations


def build(notation: str, **metadata: Any) -> tuple[Analysis, Document]:
    """The analysis and the document that `notation` says; `metadata` are fields of `Metadata`."""
    paragraphs: list[list[list[str]]] = [[[]]]
    for raw in notation.strip().splitlines():
        line = raw.strip()
        if line == "¶":
            paragraphs.append([[]])
        elif not line:
            paragraphs[-1].append([])
        else:
            paragraphs[-1][-1].append(line)
    text, tokens, sentences, names, blocks = "", [], [], [], []
    for number, paragraph in enumerate(paragraphs):
        text = text.rstrip() + ("\n\n" if number else "")
        begin = len(text)
        for lines in filter(None, paragraph):
            first = len(tokens)
            for line in lines:
                if line.startswith("@"):
                    _, label, a, b = line.split()
                    names.append(Name(first + int(a) - 1, first + int(b), label))
                    continue
                word, lemma, tags, dep, head, *morph = line.split()
                pos, tag = tags.split("/", 1)
                glued = word.endswith("_") and word != "_"
                word = word[:-1] if glued else word
                at = first + int(head) - 1 if int(head) else len(tokens)
                span = Span(len(text), len(text) + len(word))
                tokens.append(Token(len(tokens), span, word, lemma, pos, tag, dep, at, len(sentences), "".join(morph)))
                text += word + ("" if glued else " ")
            root = next((t.index for t in tokens[first:] if t.head == t.index), first)
            sentences.append(Sentence(len(sentences), first, len(tokens), number, root))
        text = text.rstrip() if number == len(paragraphs) - 1 else text
        blocks.append(Block(BlockKind.PARAGRAPH, Span(begin, len(text.rstrip()))))
    document = Document(text, tuple(blocks), Metadata(**metadata))
    quotations = find_quotations(text, [b.span for b in blocks])
    return Analysis(tuple(tokens), tuple(sentences), tuple(names), quotations, "notation"), document


def write(analysis: Analysis) -> str:
    """The notation of an analysis."""
    lines: list[str] = []
    for sentence in analysis.sentences:
        if lines:
            before = analysis.sentences[sentence.index - 1].paragraph
            lines.append("" if before == sentence.paragraph else "¶")
        for t in analysis.in_sentence(sentence):
            following = analysis.tokens[t.index + 1 : t.index + 2]
            glued = "_" if following and following[0].span.start == t.span.end else ""
            head = 0 if t.head == t.index else t.head - sentence.first + 1
            lines.append(f"{t.text}{glued}  {t.lemma}  {t.pos}/{t.tag}  {t.dep}  {head}  {t.morph}".rstrip())
        for n in analysis.names:
            if sentence.first <= n.first < sentence.end:
                lines.append(f"@ {n.label} {n.first - sentence.first + 1} {n.end - sentence.first}")
    return "\n".join(lines)


if __name__ == "__main__":
    from reportedly.ingest import from_text
    from reportedly.language import analyse

    print(write(analyse(from_text(" ".join(sys.argv[1:])))))
