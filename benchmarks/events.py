"""Events: types, sides and status against gold, PLOVER pairs, CAMEO's codes, look-alikes, bad inputs; and their speed.

usage: events.py SHARED [--plover FILE] [--gsr FILE] [--gold FOLDER] [--only PART …] [--limit N] [--processes N]
                 [--errors N] [--json]

SHARED holds any of these; what is missing is left out, with a line that says so:
  cases/seed, gold, data/world_news    gold files, as benchmarks/gold.py reads them; `--gold` names another folder for
                                       the last, over which the matrix of types is counted
  data/plover/PLV_train.tsv            sentences with a marked source and target and their PLOVER root (or FILE);
                                       events_pairs.py says when a row is right
  data/plover/up_gsr_validation.xml    sentences with CAMEO's codes (or FILE); see events_coded.py
The look-alikes and bad inputs are this project's own (lookalikes.toml, events_invented.py).

The shipped models learned from PLV_train.tsv and from world_news: their figures on those are in-sample. PARTs are
gold, pairs, coded, invented and speed. `--limit` takes so many pairs, drawn, always the same ones. `--errors` prints
so many wrong rows of each part, and so many of the sentences of the matrix with most rows wrong. `--processes`
(default 2) read the sentences.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import events_coded
import events_confusion
import events_invented
import events_pairs
import gold
import speed

PLV = Path("data/plover/PLV_train.tsv")
CODED = Path("data/plover/up_gsr_validation.xml")
GOLD = (Path("cases/seed"), Path("gold"))
MATRIX = Path("data/world_news")
LEARNED_FROM = frozenset({PLV.name, MATRIX.name})
"""What the shipped models learned from."""
SEED = 1

Row = dict[str, float | int]


@dataclass
class Report:
    """Rows of the table by name, lines below it, and lines about what was wrong, by part."""

    rows: dict[str, Row] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    wrong: dict[str, list[str]] = field(default_factory=dict)


def _there(path: Path) -> bool:
    if not path.exists():
        print(f"{path} is not there and is left out", file=sys.stderr)
    return path.exists()


def _seen(path: Path) -> str:
    return ", in-sample: shipped models learned from it" if path.name in LEARNED_FROM else ""


def read_gold(options: argparse.Namespace, report: Report) -> None:
    """What the scorer says of events, and the matrix of types over the last folder."""
    matrix = options.gold or options.data / MATRIX
    for folder in (*(options.data / part for part in GOLD), matrix):
        if not _there(folder):
            continue
        with tempfile.TemporaryDirectory() as scratch:
            records, scorer = Path(scratch), gold.scorer_for(folder)
            gold.write_records(folder, records)
            scored = json.loads(gold.score(folder, records, scorer, "--json"))
            report.rows |= {f"{folder.name} {k}": v for k, v in scored.items() if k.startswith("event ")}
            if folder == matrix:
                found = events_confusion.confusion(folder, records, events_confusion.load_scorer(scorer))
                report.lines += [f"types of {folder.name}{_seen(folder)}:", *found.lines()]
                report.wrong[f"{folder.name}, worst"] = [str(s) for s in found.worst(options.errors)]


def read_pairs(options: argparse.Namespace, report: Report) -> None:
    """Pairs given to the reader of pairs, and found end to end."""
    path = options.plover or options.data / PLV
    if not _there(path):
        return
    held = list(events_pairs.pairs(path))
    if options.limit is not None and options.limit < len(held):
        held = random.Random(SEED).sample(held, options.limit)
    score = events_pairs.given(held)
    report.rows |= score.figures
    report.wrong["pair given"] = score.wrong
    report.lines.append(f"pairs: {len(held)} of {path.name}{_seen(path)}")
    score = events_pairs.end_to_end(held, options.processes)
    report.rows |= score.figures
    report.wrong["end to end"] = score.wrong


def read_coded(options: argparse.Namespace, report: Report) -> None:
    """Sentences with CAMEO's codes."""
    path = options.gsr or options.data / CODED
    if _there(path):
        rows, report.wrong["coded"] = events_coded.measure(path)
        report.rows |= rows


def read_invented(options: argparse.Namespace, report: Report) -> None:
    """Look-alikes and bad inputs."""
    rows, report.wrong["invented"] = events_invented.measure(options.processes)
    report.rows |= rows


def read_speed(options: argparse.Namespace, report: Report) -> None:
    """Words a second of the events layer alone, on the sample stories."""
    documents = speed.stories()
    found = speed.rates(documents, 5, speed.measure_together(documents, 5, options.processes))
    report.rows[f"events layer, {options.processes} processes"] = {"words_a_second": round(found["events"])}


PARTS: dict[str, Callable[[argparse.Namespace, Report], None]] = {
    "gold": read_gold, "pairs": read_pairs, "coded": read_coded, "invented": read_invented, "speed": read_speed,
}  # fmt: skip


def shown(name: str, row: Row) -> str:
    """A line of the table."""
    if "f1" in row:
        return f"{name:36s}P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}  of {row['gold']}"
    if "macro_f1" in row:
        return f"{name:36s}macro-F1 {row['macro_f1']:.3f}  accuracy {row['accuracy']:.3f}  of {row['of']}"
    if "words_a_second" in row:
        return f"{name:36s}{row['words_a_second']} words a second"
    if "seconds" in row:
        return f"{name:36s}{row['seconds']:.2f} seconds, the longest of {row['of']}"
    if "count" in row:
        return f"{name:36s}{row['count']} in {row['of']}"
    return f"{name:36s}{row['accuracy']:.3f} of {row['of']}"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="SHARED")
    parser.add_argument("--plover", type=Path, metavar="FILE")
    parser.add_argument("--gsr", type=Path, metavar="FILE")
    parser.add_argument("--gold", type=Path, metavar="FOLDER")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS))
    parser.add_argument("--limit", type=int, metavar="N")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    report = Report()
    for part, read in PARTS.items():
        if part in options.only:
            read(options, report)
    if options.json:
        print(json.dumps(report.rows, indent=1))
        return
    for name, row in report.rows.items():
        print(shown(name, row))
    print("\n".join(report.lines))
    for part, wrong in report.wrong.items():
        for line in wrong[: options.errors]:
            print(f"{part}: {line}")


if __name__ == "__main__":
    main()
