"""How fast articles are read in one process: articles and words a second, and each layer's share of the time.

usage: speed.py [FOLDER] [--times N] [--json]

FOLDER holds .txt files; without it the sample stories are read. Each is read N times (default 5) after one reading
that is not counted; the language pipeline is loaded before the clock starts.
"""

import argparse
import json
from collections import defaultdict
from importlib.resources import as_file, files
from pathlib import Path
from time import perf_counter
from typing import Any

import reportedly
from reportedly import pipeline
from reportedly.language import analyse


def stories() -> list[reportedly.Document]:
    """The sample stories."""
    with as_file(files("reportedly") / "demo" / "stories") as folder:
        return list(reportedly.load_all(sorted(folder.iterdir())))


def measure(documents: list[reportedly.Document], times: int) -> dict[str, float]:
    """Seconds by layer, `language` included, over `times` readings of all documents."""
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
            for name, seconds in clock.items() if count else ():
                spent[name] += seconds
    return dict(spent)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    documents = list(reportedly.load_all(sorted(options.folder.glob("*.txt")))) if options.folder else stories()
    spent = measure(documents, options.times)
    total = sum(spent.values())
    words = sum(len(d.text.split()) for d in documents) * options.times
    rates = {"articles_a_second": len(documents) * options.times / total, "words_a_second": words / total}
    if options.json:
        print(json.dumps(rates | {"seconds": spent}, indent=1))
        return
    print(f"{len(documents)} articles, {words // options.times} words, read {options.times} times in one process")
    print(f"{rates['articles_a_second']:.1f} articles a second, {rates['words_a_second']:.0f} words a second")
    for name, seconds in spent.items():
        print(f"{name:14s}{100 * seconds / total:6.1f} %{words / seconds:12.0f} words a second")


if __name__ == "__main__":
    main()
