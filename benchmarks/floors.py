"""Hold the figures reached: measure again and fail where one fell below its floor.

usage: floors.py DATA [--only NAME …] [--raise] [--lower NAME:MEASURE …]

`floors.json` beside this file holds, for each benchmark, the folder or file below DATA that it reads (with `own`,
below this project), a hash and the count of its files, the figure reached for each measure, and the noise margin
below which a fall is none. `not held` names measures that set no floor, and why. `--raise` writes the figures that
are higher now; a figure is lowered only where `--lower` names it. Exit 1 where one fell.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import actors
import attribution
import events_coded
import events_invented
import events_pairs
import gold
import ledger
import places
import quantities
import times
import wording

FILE = Path(__file__).with_name("floors.json")
Figures = dict[str, float]


def fingerprint(folder: Path) -> tuple[str, int]:
    """A hash over names and bytes of all files below `folder`, or of the one file, and how many there are."""
    files = [folder] if folder.is_file() else sorted(p for p in folder.rglob("*") if p.is_file())
    state = hashlib.sha256()
    for path in files:
        state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()[:16], len(files)


def measure_gold(folder: Path) -> Figures:
    """F1 and accuracies of the gold benchmark."""
    with tempfile.TemporaryDirectory() as scratch:
        gold.write_records(folder, Path(scratch))
        rows = json.loads(gold.score(folder, Path(scratch), gold.scorer_for(folder), "--json"))
    return {k: v.get("f1", v.get("accuracy")) for k, v in rows.items()}


def measure_attribution(folder: Path) -> Figures:
    """F1 of the PolNeAR benchmark."""
    return {k: v["f1"] for k, v in attribution.measure(folder).items()}


def measure_times(folder: Path) -> Figures:
    """F1 of TempEval-3's measures over all times."""
    return {k: v["f1"] for k, v in times.measure(times.articles(folder))["all"].items()}


def measure_places(folder: Path) -> Figures:
    """F1 of places found, and accuracy of places given, by corpus."""
    found: Figures = {}
    for path in places.corpora(folder):
        figures = places.measure(path).figures()
        name = path.name.split(".")[0].lower()
        found |= {f"{name} found": figures["found exact F1"], f"{name} given": figures["given accuracy"]}
    return found


def measure_sentences(folder: Path) -> Figures:
    """Accuracies of country and sector in the validation sentences."""
    tally = actors.Tally()
    actors.read_sentences(folder / actors.SENTENCES.name, tally)
    return {k: v["accuracy"] for k, v in tally.table().items()}


def measure_names(folder: Path) -> Figures:
    """Accuracies of the country of the dictionary's names."""
    tally = actors.Tally()
    actors.read_names(folder / actors.NAMES.name, tally)
    return {k: v["accuracy"] for k, v in tally.table().items()}


def measure_pairs(folder: Path) -> Figures:
    """Macro-F1 and shares of the marked pairs, given and end to end."""
    held = list(events_pairs.pairs(folder / "PLV_train.tsv"))
    rows = events_pairs.given(held).figures | events_pairs.end_to_end(held, processes=2).figures
    return {k: v.get("macro_f1", v.get("accuracy", 0.0)) for k, v in rows.items()}


def measure_coded(folder: Path) -> Figures:
    """Shares of the events that the validation sentences are coded with."""
    rows, _ = events_coded.measure(folder / "up_gsr_validation.xml")
    return {k: v["accuracy"] for k, v in rows.items() if "accuracy" in v}


def measure_invented(_: Path) -> Figures:
    """Shares of the look-alikes and bad inputs that are read as they should be."""
    rows, _wrong = events_invented.measure(processes=2)
    return {k: v["accuracy"] for k, v in rows.items() if "accuracy" in v}


def measure_quantities(split: str) -> Figures:
    """Shares of a half of the quantity phrases whose figures are right."""
    rows, _wrong = quantities.measure_phrases(split, processes=2)
    return {k: rows[f"{split} {k}"]["accuracy"] for k in ("right", "whole")}


def measure_quantity_lookalikes(_: Path) -> Figures:
    """Shares of the look-alikes of figures and of the numbers in a bad form that are read as they should be."""
    rows, _wrong = quantities.measure_lookalikes(processes=2)
    return {k: v["accuracy"] for k, v in rows.items() if not k.startswith("look-alike ")}


def measure_ledger(folder: Path) -> Figures:
    """F1 and accuracies over the invented articles whose figures are annotated."""
    return {k: v.get("f1", v.get("accuracy", 0.0)) for k, v in ledger.measure(folder).table().items()}


def measure_wording(folder: Path) -> Figures:
    """F1 and accuracies over the invented articles whose wording is annotated."""
    return {k: v.get("f1", v.get("accuracy", 0.0)) for k, v in wording.measure(folder).table().items()}


MEASURES = {
    "gold": measure_gold, "attribution": measure_attribution, "times": measure_times, "places": measure_places,
    "sentences": measure_sentences, "names": measure_names, "pairs": measure_pairs, "coded": measure_coded,
    "invented": measure_invented, "ledger": measure_ledger, "quantities_open": lambda _: measure_quantities("open"),
    "quantities_held": lambda _: measure_quantities("held"), "quantity_lookalikes": measure_quantity_lookalikes,
    "wording": measure_wording,
}  # fmt: skip


def compare(name: str, floor: dict[str, Any], reached: Figures, options: argparse.Namespace) -> list[str]:
    """What fell below its floor; floors that are raised or lowered by name are changed in `floor`."""
    fallen = []
    for measure, figure in reached.items():
        if measure in floor.get("not held", {}):
            continue
        before = floor["figures"].get(measure)
        mark = ""
        if before is not None and figure < before - floor["margin"]:
            if f"{name}:{measure}" in options.lower:
                floor["figures"][measure] = figure
                mark = "lowered by name"
            else:
                fallen.append(f"{name}: {measure} is {figure:.3f}, below its floor of {before:.3f} - {floor['margin']}")
                mark = "FELL"
        elif options.upward and (before is None or figure > before):
            floor["figures"][measure] = figure
            mark = "raised"
        print(
            f"{name:20s}{measure:28s}{figure:8.3f}  floor {before if before is not None else '-':>6}  {mark}".rstrip()
        )
    return fallen + [f"{name}: {m} was not measured" for m in floor["figures"] if m not in reached]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--raise", dest="upward", action="store_true")
    parser.add_argument("--lower", nargs="*", default=[], metavar="NAME:MEASURE")
    options = parser.parse_args()
    floors = json.loads(FILE.read_text(encoding="utf-8"))
    fallen: list[str] = []
    for name, floor in floors.items():
        if options.only and name not in options.only:
            continue
        folder = (FILE.parents[1] if floor.get("own") else options.data) / floor["folder"]
        if not folder.exists():
            sys.exit(f"{folder} is not there; floors are measured on data that is not part of this project")
        state, count = fingerprint(folder)
        if not floor.get("hash"):
            floor |= {"hash": state, "files": count}
        if (state, count) != (floor["hash"], floor["files"]):
            sys.exit(f"{folder} is not the data that the floors of {name} were measured on")
        fallen += compare(name, floor, MEASURES[floor["benchmark"]](folder), options)
    if options.upward or options.lower:
        FILE.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    sys.exit("\n".join(fallen) or 0)


if __name__ == "__main__":
    main()
