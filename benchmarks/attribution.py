"""Attributions against PolNeAR: token F1 of source, cue and content; contents exact and at half overlap; relation F1.

usage: attribution.py DIR [--json] [--errors N] [--limit N] [--calibration [--plot FILE.svg]]

DIR holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`, as in PolNeAR 1.0 (Newell et al., LREC 2018).
Tokens are words and punctuation marks. A gold and a found attribution are paired when their contents' tokens overlap
by half or more (Jaccard), best first, each used once; the relation is right when, besides, the sources share half of
the shorter one's tokens, or both have none. PolNeAR labels one level, so rows that lie `within` another are left out.
`exact` leaves an opening `that` and the punctuation at both ends of a content aside, on both sides: PolNeAR counts
them in, the manual of the record does not. `--calibration` prints, for the rows that the span model made, how many of those
with a confidence are right; `--plot` draws that curve.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import reportedly
from reportedly.document import Block, BlockKind, Document, Metadata, Span

TOKEN = re.compile(r"\w+|[^\w\s]")
Tokens = frozenset[int]


@dataclass(frozen=True)
class Row:
    """An attribution as the tokens that its parts cover."""

    source: Tokens
    cue: Tokens
    content: Tokens
    core: Tokens
    confidence: float | None = None


class Text:
    """An article's tokens and where spans fall on them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text)]

    def cover(self, spans: list[tuple[int, int]]) -> Tokens:
        """The tokens that `spans` touch."""
        return frozenset(i for i, (a, b, _) in enumerate(self.tokens) for s, e in spans if a < e and b > s)

    def core(self, content: Tokens) -> Tokens:
        """A content's tokens without an opening `that` and punctuation at its ends."""
        kept = sorted(content)
        while kept and not self.tokens[kept[-1]][2][0].isalnum():
            kept.pop()
        while kept and (self.tokens[kept[0]][2] in {"that", "That"} or not self.tokens[kept[0]][2][0].isalnum()):
            kept.pop(0)
        return frozenset(kept)

    def row(self, source: list[tuple[int, int]], cue: list[tuple[int, int]], content: list[tuple[int, int]]) -> Row:
        """A row from the spans of its parts."""
        covered = self.cover(content)
        return Row(self.cover(source), self.cover(cue), covered, self.core(covered))


@dataclass
class Tally:
    """Counts of hits, of what was found and of what there was to find, by measure."""

    counts: dict[str, list[int]] = field(default_factory=dict)

    def add(self, measure: str, hits: int, found: int, gold: int) -> None:
        """Add to a measure."""
        row = self.counts.setdefault(measure, [0, 0, 0])
        row[:] = [row[0] + hits, row[1] + found, row[2] + gold]

    def table(self) -> dict[str, dict[str, float]]:
        """Precision, recall and F1 of each measure."""
        out = {}
        for measure, (hits, found, gold) in self.counts.items():
            p, r = hits / found if found else 0.0, hits / gold if gold else 0.0
            f1 = 2 * p * r / (p + r) if p + r else 0.0
            out[measure] = {"precision": round(p, 3), "recall": round(r, 3), "f1": round(f1, 3)}
        return out


def gold_rows(annotations: Path, text: Text) -> list[Row]:
    """The attributions of a standoff file that have a content."""
    spans: dict[str, list[tuple[int, int]]] = {}
    rows = []
    for line in annotations.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            offsets = rest.split("\t")[0].split(" ", 1)[1]
            spans[key] = [(int(a), int(b)) for a, b in (piece.split() for piece in offsets.split(";"))]
        elif key.startswith("E"):
            parts: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for argument in rest.split():
                role, _, target = argument.partition(":")
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(target, []))
            if parts["Content"]:
                rows.append(text.row(parts["Source"], parts["Cue"], parts["Content"]))
    return rows


def found_rows(text: Text) -> list[Row]:
    """The attributions that the program finds, without those inside another."""
    body = Document(text.text, paragraphs(text.text), Metadata(language="en"))
    rows = []
    for a in reportedly.read(body).attributions:
        if a.within is None:
            rows.append(replace(text.row(list(a.source), list(a.cue), list(a.content)), confidence=a.confidence))
    return rows


def paragraphs(text: str) -> tuple[Block, ...]:
    """Blocks for a text whose characters must stay as they are, so that gold's offsets hold."""
    found = (m for m in re.finditer(r"[^\n]+", text) if m.group().strip())
    return tuple(Block(BlockKind.PARAGRAPH, Span(m.start(), m.end())) for m in found)


def overlap(a: Tokens, b: Tokens) -> float:
    """The share of the shorter that both have."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def pairs(gold: list[Row], found: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Gold and found rows whose contents overlap by half or more, best first, each once."""
    scored = sorted(
        ((len(g.content & f.content) / len(g.content | f.content), i, j)
         for i, g in enumerate(gold) for j, f in enumerate(found) if g.content & f.content),
        key=lambda c: (-c[0], c[1], c[2]),
    )  # fmt: skip
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for similarity, i, j in scored:
        if similarity >= 0.5 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield gold[i], found[j]


def same_source(gold: Row, found: Row) -> bool:
    """Whether both name the same source, or neither names one."""
    return overlap(gold.source, found.source) >= 0.5 or (not gold.source and not found.source)


def score(gold: list[Row], found: list[Row], tally: Tally) -> list[tuple[Row, Row]]:
    """Add one article to the tally; the pairs whose relation is right."""
    for part in ("content", "source", "cue"):
        have: Tokens = frozenset().union(*(getattr(r, part) for r in found))
        want: Tokens = frozenset().union(*(getattr(r, part) for r in gold))
        tally.add(f"token {part}", len(have & want), len(have), len(want))
    paired = list(pairs(gold, found))
    right = [(g, f) for g, f in paired if same_source(g, f)]
    tally.add("content exact", sum(g.core == f.core for g, f in paired), len(found), len(gold))
    tally.add("content half overlap", len(paired), len(found), len(gold))
    tally.add("relation", len(right), len(found), len(gold))
    return right


def measure(
    folder: Path, limit: int | None = None, errors: int = 0, judged: list[tuple[float, bool]] | None = None
) -> dict[str, dict[str, float]]:
    """The table for a folder of PolNeAR; with `errors`, that many wrong rows are printed on the way; `judged` takes up
    the confidence of each of the model's rows, and whether it is right."""
    tally = Tally()
    texts = {p.stem: p for p in sorted((folder / "text").glob("*.txt"))}
    annotated = sorted((folder / "attributions").glob("*.ann"))[:limit]
    if not annotated:
        sys.exit(f"no attributions/*.ann in {folder}")
    for path in annotated:
        text = Text(texts[path.stem.rsplit("_", 1)[0]].read_text(encoding="utf-8"))
        gold, found = gold_rows(path, text), found_rows(text)
        right = score(gold, found, tally)
        if judged is not None:
            good_rows = {id(f) for _, f in right}
            judged += [(row.confidence, id(row) in good_rows) for row in found if row.confidence is not None]
        for kind, rows, good in (
            ("missed", gold, {id(g) for g, _ in right}),
            ("false", found, {id(f) for _, f in right}),
        ):
            for row in rows:
                if errors > 0 and id(row) not in good:
                    print_row(kind, path.stem, text, row)
                    errors -= 1
    return tally.table()


def print_row(kind: str, name: str, text: Text, row: Row) -> None:
    """A wrong row with its words."""
    words = {k: " ".join(text.tokens[i][2] for i in sorted(getattr(row, k))) for k in ("source", "cue", "content")}
    print(f"{kind} in {name}: [{words['source']}] [{words['cue']}] [{words['content'][:200]}]")


def curve(judged: list[tuple[float, bool]], bins: int = 10) -> list[tuple[float, int, float, float]]:
    """For each tenth of confidence: its lower limit, how many rows, their mean confidence, the share that is right."""
    found = []
    for n in range(bins):
        held = [(c, good) for c, good in judged if min(bins - 1, int(c * bins)) == n]
        if held:
            mean, share = sum(c for c, _ in held) / len(held), sum(good for _, good in held) / len(held)
            found.append((n / bins, len(held), mean, share))
    return found


def print_curve(judged: list[tuple[float, bool]]) -> None:
    """The table of a calibration curve."""
    print(f"\n{'confidence':14s}{'rows':>6s}{'said':>8s}{'right':>8s}")
    for low, count, mean, share in curve(judged):
        print(f"{low:.1f} to {low + 0.1:.1f}    {count:6d}{mean:8.3f}{share:8.3f}  {'#' * round(40 * share)}")
    sure = [good for c, good in judged if c > 0.9]
    print(f"above 0.9: {len(sure)} of {len(judged)} rows, {sum(sure) / max(1, len(sure)):.3f} right")


def draw(judged: list[tuple[float, bool]], file: Path) -> None:
    """The curve as a drawing: a dot a tenth, as large as it has rows, beside the line of perfect calibration."""
    side, edge = 400, 50

    def place(x: float, y: float) -> tuple[float, float]:
        return edge + side * x, edge + side * (1 - y)

    most = max((count for _, count, _, _ in curve(judged)), default=1)
    parts = [f'<rect x="{edge}" y="{edge}" width="{side}" height="{side}" fill="none" stroke="#999"/>']
    (x1, y1), (x2, y2) = place(0, 0), place(1, 1)
    parts.append(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#999" stroke-dasharray="4"/>')
    for _, count, mean, share in curve(judged):
        x, y = place(mean, share)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3 + 9 * (count / most) ** 0.5:.1f}" fill="#1f5f8b"/>')
    for n in range(0, 11, 2):
        x, y = place(n / 10, 0)
        parts.append(f'<text x="{x:.0f}" y="{y + 18:.0f}" text-anchor="middle">{n / 10}</text>')
        x, y = place(0, n / 10)
        parts.append(f'<text x="{x - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{n / 10}</text>')
    x, y = place(0.5, 0)
    parts.append(f'<text x="{x:.0f}" y="{y + 38:.0f}" text-anchor="middle">confidence that the row gives</text>')
    parts.append(f'<text x="{x:.0f}" y="{edge - 12}" text-anchor="middle">share of such rows that is right</text>')
    size = side + 2 * edge
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="12">'
    )
    file.write_text("\n".join([opening, *parts, "</svg>", ""]), encoding="utf-8")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N wrong rows")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles only")
    parser.add_argument("--calibration", action="store_true")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="where --calibration draws its curve")
    options = parser.parse_args()
    judged: list[tuple[float, bool]] = []
    table = measure(options.folder, options.limit, options.errors, judged)
    if options.json:
        print(json.dumps(table, indent=1))
        return
    print(f"{'':22s}precision  recall      F1")
    for name, row in table.items():
        print(f"{name:22s}{row['precision']:9.3f}{row['recall']:8.3f}{row['f1']:8.3f}")
    if options.calibration:
        print_curve(judged)
        if options.plot:
            draw(judged, options.plot)


if __name__ == "__main__":
    main()
