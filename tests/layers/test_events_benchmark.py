"""The benchmark of events reads its corpora, takes the row that speaks of a pair, and calls right what is right."""

import json
import re
from pathlib import Path

import pytest

import events
import events_coded
import events_confusion
import events_invented
import events_pairs
import gold
import speed
from events_rows import Party, Reading, Told
from reportedly.document import Span
from reportedly.knowledge import load
from reportedly.record.vocabulary import EVENT_TYPES

ROOT = Path(__file__).parents[2]
SCORER = ROOT.parent / "shared" / "tools" / "score_gold.py"

TEXT = "Varn shelled Oltenz, and Ruvo condemned Varn."
VARN, OLTENZ, RUVO = (
    Party(n, None, tuple(Span(m.start(), m.end()) for m in re.finditer(n, TEXT))) for n in ("Varn", "Oltenz", "Ruvo")
)


def pair(marked: str, root: str = "ASSAULT", quad: str = "4") -> events_pairs.Pair:
    return events_pairs.Pair(*events_pairs.unmarked(marked), root, quad)


def told(kind: str, actors=(), recipients=(), status: str = "actual") -> Told:
    return Told(kind, status, kind.lower(), tuple(actors), tuple(recipients))


SHELLED = pair("<s>Varn</s> shelled <t>Oltenz</t>, and Ruvo condemned Varn.")


def chosen(*rows: Told, of: events_pairs.Pair = SHELLED) -> tuple[str | None, bool]:
    row, whole = events_pairs.nearest(Reading(rows, 0.0), of)
    return (row.type if row else None), whole


def test_marks_give_the_spans_of_both_sides_without_blanks():
    text, sources, targets = events_pairs.unmarked("<s>The Varn army </s>shelled <t>Orsk</t> and <t>Tarn</t>.")
    assert text == "The Varn army shelled Orsk and Tarn."
    assert [s.of(text) for s in sources] == ["The Varn army"]
    assert [s.of(text) for s in targets] == ["Orsk", "Tarn"]


def test_an_unmarked_side_has_no_spans():
    assert events_pairs.unmarked("<s>Varn</s> gave way.")[2] == ()


@pytest.mark.parametrize("marked", ["<s>Varn gave way.", "Varn</t> gave way."])
def test_a_loose_mark_is_refused(marked):
    with pytest.raises(ValueError, match="clos"):
        events_pairs.unmarked(marked)


def test_a_file_of_pairs_is_read(tmp_path):
    lines = ["marked_sentence\tgold_root\tgold_penta", "<s>Varn</s> let the <t>fishermen</t> go.\tYIELD\t2"]
    (tmp_path / "pairs.tsv").write_text("\r\n".join(lines), encoding="utf-8")
    (read,) = events_pairs.pairs(tmp_path / "pairs.tsv")
    assert (read.text, read.root, read.quad) == ("Varn let the fishermen go.", "YIELD", "2")


def test_every_type_has_a_root_and_a_class():
    roots = {kind: events_pairs.root_of(kind) for kind in EVENT_TYPES}
    assert {k for k, root in roots.items() if root == "YIELD"} == {"CONCEDE", "RETREAT"}
    assert len(set(roots.values())) == 15
    assert {events_pairs.quad_of(root) for root in roots.values()} == {"1", "2", "3", "4"}
    assert events_pairs.quad_of("YIELD") == "2"


def test_macro_f1_is_over_the_classes_of_gold():
    assert events_pairs.macro_f1([("AID", "AID"), ("ACCUSE", "ACCUSE")]) == 1.0
    # AID: precision 1/2, recall 1; ACCUSE: nothing right. What is only found makes no class of its own.
    assert events_pairs.macro_f1([("AID", "AID"), ("ACCUSE", "AID")]) == pytest.approx((2 / 3) / 2)
    assert events_pairs.macro_f1([("AID", None), ("AID", "REJECT")]) == 0.0


def test_the_probabilities_of_a_root_are_added():
    chances = {"AGREE": 0.4, "CONCEDE": 0.3, "RETREAT": 0.3}
    score = events_pairs.given([pair("<s>Varn</s> gave way.", "YIELD", "2")], lambda *_: chances)
    assert score.figures["pair given root"]["accuracy"] == 1.0
    assert score.figures["pair given quad"]["accuracy"] == 1.0
    assert score.wrong == []


def test_the_row_with_both_sides_right_is_taken_before_others():
    assert chosen(told("ACCUSE", [RUVO], [VARN]), told("ASSAULT", [VARN], [OLTENZ])) == ("ASSAULT", True)


def test_an_empty_side_is_better_than_a_wrong_one():
    assert chosen(told("COERCE", [VARN], [RUVO]), told("ASSAULT", [VARN])) == ("ASSAULT", False)


def test_a_row_about_others_is_never_taken_and_one_about_nobody_only_alone():
    assert chosen(told("ACCUSE", [RUVO], [VARN])) == (None, False)
    assert chosen(told("ASSAULT")) == ("ASSAULT", False)
    assert chosen(told("ASSAULT"), told("COERCE", [VARN])) == ("COERCE", False)


def test_what_is_done_is_taken_before_what_is_only_spoken_of():
    assert chosen(told("ASSAULT", [VARN], [OLTENZ], "threatened"), told("THREATEN", [VARN], [OLTENZ])) == (
        "THREATEN",
        True,
    )


def test_sides_of_what_several_do_together_may_be_named_on_either():
    assert chosen(told("CONSULT", [VARN, OLTENZ])) == ("CONSULT", True)
    assert chosen(told("CONSULT", [OLTENZ], [VARN])) == ("CONSULT", True)
    assert chosen(told("ASSAULT", [OLTENZ], [VARN])) == (None, False)


def test_an_unmarked_side_is_free():
    assert chosen(told("ASSAULT", [VARN], [RUVO]), of=pair("<s>Varn</s> shelled Oltenz.")) == ("ASSAULT", True)


def test_what_is_planned_together_is_agreed():
    assert events_pairs.kind_of(told("AID", status="planned")) == "AGREE"
    assert events_pairs.kind_of(told("RETREAT", status="planned")) == "RETREAT"
    assert events_pairs.kind_of(told("AID")) == "AID"


def test_nothing_found_is_wrong():
    score = events_pairs.found([SHELLED], [Reading((), 0.0)])
    assert score.figures["end to end root"] == {"macro_f1": 0.0, "accuracy": 0.0, "of": 1}
    assert score.figures["end to end found"]["accuracy"] == 0.0


CODED = """<Sentences>
<Sentence category="TEST" date="20150609" id="ONE" evaluate="true"/>
<!-- PATTERN <EventCoding eventcode="999" sourcecode="VRN" targetcode="OLT" /> -->
<EventCoding eventcode="190" sourcecode="USA" targetcode="FRA" />
<Text>
Varn shelled `` the port'' of Oltenz
on Monday.
</Text>
<Parse>
1\tVarn\tVarn\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
</Parse></Sentence>
<Sentence category="TEST" date="121108" id="TWO" evaluate="true"/>
<EventCoding noevents="True" />
<Text>
</Text>
<Parse>
1\tRuvo\tRuvo\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
</Parse></Sentence>
</Sentences>"""


def test_coded_sentences_are_read_from_text_or_parse(tmp_path):
    (tmp_path / "coded.xml").write_text(CODED, encoding="utf-8")
    one, two = events_coded.sentences(tmp_path / "coded.xml")
    assert one.text == "Varn shelled “the port” of Oltenz on Monday."
    assert (str(one.day), one.events) == ("2015-06-09", (("190", "USA", "FRA"),))
    assert (two.text, str(two.day), two.events) == ("Ruvo slept.", "2012-11-08", ())


def test_look_alikes_are_forty_and_none_was_learned_from():
    texts = [text for _, text in events_invented.sentences()]
    assert len(set(texts)) == len(texts) == 40
    learned = " ".join(p.read_text(encoding="utf-8") for p in (ROOT / "training" / "events" / "stories").glob("*.txt"))
    learned = " ".join(re.sub(r"\[[0-9a-z] |\]", "", learned).split())
    assert [t for t in texts if t in learned] == []


def test_bad_inputs_want_types_that_there_are():
    inputs = events_invented.inputs()
    assert {kind for bad in inputs for kind in bad.wanted} <= set(load("plover")["types"])
    assert max(len(bad.text.split()) for bad in inputs) >= 300


def test_wanted_events_are_found_each_by_a_row_of_its_own():
    bad = events_invented.BadInput("list", "", ("ASSAULT", "ASSAULT", "COERCE"))
    assert events_invented.found_of(bad, Reading((told("ASSAULT"), told("ACCUSE")), 0.0)) == 1


GOLD = """
document: {outlet: The Echo, published: 2018-03-05}
events:
  - {id: E1, words: shelled, type: ASSAULT, actor: [Talvia], recipient: [Oltenz], status: actual}
  - {id: E2, words: denied, type: REJECT, actor: [Talvia], status: actual}
  - {id: E3, words: slept, type: CONSULT, actor: [Ruvo], status: actual}
actors: [{name: Talvia}, {name: Oltenz}, {name: Ruvo}]
"""
STORY = "Talvia shelled Oltenz on Monday. Talvia denied the plan.\n\nRuvo slept. Police arrested two men.\n"


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer of gold files is not beside the checkout")
def test_the_matrix_counts_what_the_scorer_counts(tmp_path):
    folder, records = tmp_path / "gold", tmp_path / "records"
    folder.mkdir()
    records.mkdir()
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "story.gold.yaml").write_text(GOLD, encoding="utf-8")

    def row(words: str, kind: str) -> dict[str, object]:
        start = STORY.index(words)
        return {"words": words, "spans": [[start, start + len(words)]], "type": kind, "status": "actual"}

    rows = [row("shelled", "ASSAULT"), row("denied", "ACCUSE"), row("arrested", "COERCE")]
    record = {"document": {"text": STORY}, "events": rows}
    (records / "story.json").write_text(json.dumps(record), encoding="utf-8")
    found = events_confusion.confusion(folder, records, events_confusion.load_scorer(SCORER))
    assert dict(found.counts) == {
        ("ASSAULT", "ASSAULT"): 1, ("REJECT", "ACCUSE"): 1, ("CONSULT", "missed"): 1, ("extra", "COERCE"): 1,
    }  # fmt: skip
    typed = json.loads(gold.score(folder, records, SCORER, "--json"))["event typed"]
    assert (typed["recall"], typed["precision"]) == (round(1 / 3, 3), round(1 / 3, 3))
    assert [(s.text, s.wrong) for s in found.worst(9)] == [
        ("Talvia denied the plan.", 1), ("Ruvo slept.", 1), ("Police arrested two men.", 1),
    ]  # fmt: skip
    assert [line.split()[0] for line in found.lines()][1:] == [*EVENT_TYPES, "extra", "precision"]


def test_a_rate_is_the_sum_of_those_of_processes():
    document = speed.stories()[0]
    words = len(document.text.split())
    found = speed.rates([document], 1, [{"language": 1.0, "events": 0.5}, {"language": 2.0, "events": 1.0}])
    assert found["events"] == pytest.approx(3 * words)
    assert found["all"] == pytest.approx(words / 1.5 + words / 3)


def test_every_kind_of_row_has_a_line():
    score = {"precision": 0.5, "recall": 0.5, "f1": 0.5, "gold": 2}
    assert "F1 0.500" in events.shown("event typed", score)
    assert "macro-F1 0.500" in events.shown("root", {"macro_f1": 0.5, "accuracy": 0.5, "of": 2})
    assert "0.500 of 2" in events.shown("found", {"accuracy": 0.5, "of": 2})
    assert "3 in 2" in events.shown("rows", {"count": 3, "of": 2})
