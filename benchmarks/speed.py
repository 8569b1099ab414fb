"""How fast articles are read: articles and words a second, and each layer's share of the time.

usage: speed.py [FOLDER] [--times N] [--processes N] [--json]
       speed.py [FOLDER] --growth WORDS

FOLDER holds .txt files; without it the sample stories are read. Each is read N times (default 5) after one reading
that is not counted; the language pipeline is loaded before the clock starts. With `--processes` (default 1) each
process reads all of them while the others do, and a rate is the sum of theirs. `--growth` reads the articles one behind
the other as one text of WORDS words, of twice and of four times as many, and prints the seconds of each.
"""

import argparse
import json
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from importlib.resources import as_file, files
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

import attribution
import reportedly
from reportedly import pipeline
from reportedly.document import Metadata
from reportedly.language import analyse


def stories() -> list[reportedly.Document]:
    """The sample stories."""
    with as_file(files("reportedly") / "demo" / "stories") as folder:
        return list(reportedly.load_all(sorted(folder.iterdir())))


def measure(documents: list[reportedly.Document], times: int, count_first: bool = False) -> dict[str, float]:
    """Seconds by layer, `language` included, over `times` readings of all documents after one that is not counted."""
    spent: dict[str, float] = defaultdict(float)
    for count in range(times + 1):
        for document in documents:
            start = perf_counter()
            made: dict[str, Any] = {"document": document, "analysis": analyse(document)}
            clock = {"language": perf_counter() - start}
            for name, layer in pipeline.LAYERS:
                start = perf_counter()
                made[name] = tuple(layer(**{p: made[p] for p in pipeline.needs(layer)}))
                clock[name] = perf_counter() - start
            for name, seconds in clock.items() if count or count_first else ():
                spent[name] += seconds
    return dict(spent)


def measure_together(documents: list[reportedly.Document], times: int, processes: int) -> list[dict[str, float]]:
    """What `measure` gives for each of so many processes that read all documents at once."""
    if processes < 2:
        return [measure(documents, times)]
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        return [f.result() for f in [pool.submit(measure, documents, times) for _ in range(processes)]]


def rates(documents: list[reportedly.Document], times: int, runs: list[dict[str, float]]) -> dict[str, float]:
    """Words a second of each layer and of `all` together, summed over processes."""
    words = sum(len(d.text.split()) for d in documents) * times
    return {name: sum(words / r[name] for r in runs) for name in runs[0]} | {
        "all": sum(words / sum(r.values()) for r in runs)
    }


def grow(documents: list[reportedly.Document], words: int) -> None:
    """Prints the seconds of each layer for a text of `words` words, of twice and of four times as many."""
    paragraphs = [document.words((block.span,)) for document in documents for block in document.body()]
    measure(documents[:1], 0)
    seconds: list[dict[str, float]] = []
    for size in (words, 2 * words, 4 * words):
        text, count = [], 0
        for paragraph in cycle(paragraphs):
            text.append(paragraph)
            count += len(paragraph.split())
            if count >= size:
                break
        joined = "\n\n".join(text)
        document = reportedly.Document(joined, attribution.paragraphs(joined), Metadata(language="en"))
        seconds.append(measure([document], 0, count_first=True))
    print(f"{'words':14s}" + "".join(f"{words * n:>12d}" for n in (1, 2, 4)))
    for name in seconds[0]:
        print(f"{name:14s}" + "".join(f"{found[name]:12.2f}" for found in seconds) + "  seconds")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--growth", type=int, metavar="WORDS")
    options = parser.parse_args()
    documents = list(reportedly.load_all(sorted(options.folder.glob("*.txt")))) if options.folder else stories()
    if options.growth:
        grow(documents, options.growth)
        return
    runs = measure_together(documents, options.times, options.processes)
    found = rates(documents, options.times, runs)
    words = sum(len(d.text.split()) for d in documents)
    whole = {"articles_a_second": found["all"] * len(documents) / words, "words_a_second": found["all"]}
    spent = {name: sum(r[name] for r in runs) for name in runs[0]}
    if options.json:
        print(json.dumps(whole | {"seconds": spent}, indent=1))
        return
    by = "one process" if options.processes < 2 else f"each of {options.processes} processes at once"
    print(f"{len(documents)} articles, {words} words, read {options.times} times in {by}")
    print(f"{whole['articles_a_second']:.1f} articles a second, {whole['words_a_second']:.0f} words a second")
    for name, seconds in spent.items():
        print(f"{name:14s}{100 * seconds / sum(spent.values()):6.1f} %{found[name]:12.0f} words a second")


if __name__ == "__main__":
    main()
