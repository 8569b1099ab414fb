"""CAMEO's codes and PLOVER's types lead to each other, both ways, and every sector has its codes."""

import pytest

from reportedly import knowledge
from reportedly.export import cameo
from reportedly.record.vocabulary import EVENT_TYPES, SECTORS

PLOVER, CAMEO = knowledge.load("plover"), knowledge.load("cameo")


@pytest.mark.parametrize("type", EVENT_TYPES)
def test_every_type_and_mode_has_a_code_that_leads_back_to_the_type(type):
    for mode in (None, *PLOVER["types"][type].get("modes", ())):
        code = cameo.to_cameo(type, mode)
        if (type, code) == ("RETREAT", "080"):  # CAMEO's root 08 is divided, its own code is shared
            continue
        assert cameo.to_plover(code)[0] == type, mode


def test_every_mode_of_the_crosswalk_is_plovers():
    for type, entry in CAMEO["types"].items():
        assert set(entry.get("modes", ())) == set(PLOVER["types"][type].get("modes", ()))


@pytest.mark.parametrize("root", [f"{n:02d}" for n in range(1, 21)])
def test_every_root_leads_to_its_types_and_statements_to_none(root):
    types = {found[0] for code in CAMEO["codes"] if code[:2] == root and (found := cameo.to_plover(code))}
    assert types == set(CAMEO["roots"][root]["types"])
    assert bool(types) == (root != "01")
    assert CAMEO["roots"][root]["quad"] in (1, 2, 3, 4)


def test_every_code_has_a_type_and_a_mode_that_plover_has():
    for code, entry in CAMEO["codes"].items():
        assert code[:2] in CAMEO["roots"]
        assert entry.get("type") in (*EVENT_TYPES, None)
        assert entry.get("mode") in (None, *PLOVER["types"].get(entry.get("type"), {}).get("modes", ()))


def test_a_force_fights_and_others_assault_whichever_side_they_are_on():
    assert cameo.to_cameo("ASSAULT", None, ["MIL"]) == cameo.to_cameo("ASSAULT", None, ["REB"]) == "190"
    assert cameo.to_cameo("ASSAULT", None, ["CVL"]) == cameo.to_cameo("ASSAULT", None, []) == "180"


def test_a_code_without_a_score_has_that_of_the_code_above_it():
    assert cameo.goldstein("1952") == cameo.goldstein("195") == -10
    assert cameo.goldstein("057") == 8


def test_every_sector_of_the_record_has_its_codes():
    assert set(CAMEO["sectors"]) == set(SECTORS)
    assert (CAMEO["sectors"]["MED"]["plover"], CAMEO["sectors"]["HLH"]["plover"]) == ("JRN", "MED")
