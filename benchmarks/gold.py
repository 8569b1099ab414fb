"""Records for the texts of a gold folder, then the scorer's table of how they compare.

usage: gold.py DIR [--out FOLDER] [--scorer score_gold.py] [--json]

DIR holds NAME.txt and NAME.gold.yaml. The outlet and the day in the gold's `document` are given to the program as
metadata, unless the gold says that the day was reasoned from the text (`published_basis`): then the program must
reason too. The scorer is looked for as `tools/score_gold.py` beside DIR or above it.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import yaml

import reportedly


def scorer_for(folder: Path) -> Path:
    """The nearest `tools/score_gold.py` at or above `folder`."""
    for above in (folder, *folder.resolve().parents):
        if (above / "tools" / "score_gold.py").is_file():
            return above / "tools" / "score_gold.py"
    sys.exit(f"no tools/score_gold.py beside {folder} or above it; name one with --scorer")


def write_records(folder: Path, out: Path) -> int:
    """A `NAME.json` in `out` for each gold file under `folder`; how many there were."""
    golds = sorted(folder.rglob("*.gold.yaml"))
    for gold in golds:
        name = gold.name.removesuffix(".gold.yaml")
        said = yaml.safe_load(gold.read_text(encoding="utf-8")).get("document") or {}
        given = {} if "published_basis" in said else said
        day = date.fromisoformat(str(given["published"])) if given.get("published") else None
        document = reportedly.load(gold.with_name(f"{name}.txt"), outlet=given.get("outlet", ""), published=day)
        record = reportedly.read(document)
        for problem in record.problems():
            sys.exit(f"{name}: {problem}")
        (out / f"{name}.json").write_text(json.dumps(record.as_json(), ensure_ascii=False, indent=1), encoding="utf-8")
    return len(golds)


def score(folder: Path, out: Path, scorer: Path, *extra: str) -> str:
    """What the scorer prints for the records in `out` against the gold in `folder`."""
    command = [sys.executable, str(scorer), str(folder), str(out), *extra]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        if not write_records(options.folder, out):
            sys.exit(f"no *.gold.yaml under {options.folder}")
        scorer = options.scorer or scorer_for(options.folder)
        print(score(options.folder, out, scorer, *(["--json"] if options.json else [])), end="")


if __name__ == "__main__":
    main()
