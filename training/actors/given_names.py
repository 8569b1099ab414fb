"""Write the knowledge file of given names and the sex that they tell, from packages of names.

usage: given_names.py OUT.toml

It needs the packages Faker (MIT) and names (MIT; the United States' census of 1990, public domain). A name is taken where the lists that have it agree on the sex, or
four of five do; the census counts as three lists, divided by how many men and women bear the name. Names in other scripts than Latin are left out, as are names of three letters or
fewer that are English words.
"""

import importlib
import re
import sys
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from reportedly.knowledge.gazetteer import fold

AGREE = 0.8
CENSUS = 3.0


def faker_lists() -> dict[str, list[float]]:
    """For each folded name of Faker's locales how many lists of men and of women have it."""
    found: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    locales = sorted(p.name for p in files("faker").joinpath("providers", "person").iterdir() if p.is_dir())
    for locale in locales:
        if locale.startswith("_"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for place, attribute in enumerate(("first_names_male", "first_names_female")):
            for key in {fold(name) for name in getattr(provider, attribute, ())}:
                found[key][place] += 1
    return found


def census() -> dict[str, tuple[float, float]]:
    """For each name of the census the share of men and of women who bear it."""
    found: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for place, file in enumerate(("dist.male.first", "dist.female.first")):
        for line in files("names").joinpath(file).read_text(encoding="ascii").splitlines():
            name, share, *_ = line.split()
            found[name.lower()][place] += float(share)
    return {name: (m, f) for name, (m, f) in found.items()}


def main() -> None:
    """The command."""
    lists, counted = faker_lists(), census()
    sexes: dict[str, list[str]] = {"male": [], "female": []}
    for name in sorted(set(lists) | set(counted)):
        men, women = lists.get(name, [0.0, 0.0])
        share = counted.get(name, (0.0, 0.0))
        if sum(share):
            men, women = men + CENSUS * share[0] / sum(share), women + CENSUS * share[1] / sum(share)
        if max(men, women) >= AGREE * (men + women) and re.fullmatch("[a-z]{3,}", name):
            sexes["male" if men > women else "female"].append(name)
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        out.write(
            "# Given names and the sex that they tell, folded (small letters, no accents). Facts from the packages Faker and names\n"
            "# (both MIT; names carries the United States' census of 1990), written by training/actors/given_names.py: a name on which\n"
            "# the lists differ is left out. Read for pronouns only: a name that is not here tells nothing.\n"
        )
        for sex, names in sexes.items():
            out.write(f'\n{sex} = """\n')
            line = ""
            for name in names:
                if len(line) + len(name) > 118:
                    out.write(line.rstrip() + "\n")
                    line = ""
                line += name + " "
            out.write(line.rstrip() + '\n"""\n')


if __name__ == "__main__":
    main()
