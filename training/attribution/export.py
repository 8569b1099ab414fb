"""Writes a trained model as the package ships it: `model.onnx` with weights in eight bits, `tokenizer.json`, `card.json`.

usage: export.py WEIGHTS OUT [--version V] [--float]

Weights are stored as integers with a scale a row (of the word embeddings) or a column (of the others) and become floats
when the session opens; what is computed with them is not rounded. `--float` stores them as they are, to measure what
storing them in eight bits costs.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from labels import ANONYMITIES, BASE, EVENTS, LINKS, STANCES, STATUSES
from model import Reader
from onnx import helper, numpy_helper

from reportedly.layers.attribution.confidence import EVIDENCE
from reportedly.layers.attribution.features import FEATURES
from reportedly.layers.attribution.pairs import CONTENT_SIGNALS, SOURCE_SIGNALS
from reportedly.layers.happening.deciding import SIGNALS

SMALL = 4096
"""Weights with fewer values are stored as they are."""
TAGS = ("source", "cue", "content", "inner source", "inner cue", "inner content")
ENDS = {
    "content to cue": (("content",), ("cue",)),
    "inner content to cue": (("inner content",), ("inner cue",)),
    "source to cue": (("source", "inner source"), ("cue", "inner cue")),
    "cue to source": (("cue", "inner cue"), ("source", "inner source")),
    "event to actor": (("event",), ()),
    "event to recipient": (("event",), ()),
}


OUTPUTS = ("tags", "from", "to", "stance", "anonymity", "event", "status", "pair")


class Exported(torch.nn.Module):
    """The network with its outputs named as the session reads them; `near` does not depend on the input."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, features: torch.Tensor):  # type: ignore[no-untyped-def]
        """The outputs, and `near`."""
        return (*self.model(ids, features), self.model.near)


def packed(model: onnx.ModelProto) -> onnx.ModelProto:
    """A model with its large weights in eight bits, each behind a node that makes them floats again."""
    graph = model.graph
    looked_up = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    nodes = []
    for initializer in list(graph.initializer):
        values = numpy_helper.to_array(initializer)
        if values.ndim != 2 or values.dtype != np.float32 or values.size < SMALL:
            continue
        axis = 0 if initializer.name in looked_up else 1
        scale = np.maximum(np.abs(values).max(1 - axis), 1e-12) / 127
        rounded = np.rint(values / np.expand_dims(scale, 1 - axis)).astype(np.int8)
        name = initializer.name
        graph.initializer.remove(initializer)
        graph.initializer.append(numpy_helper.from_array(rounded, f"{name} packed"))
        graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), f"{name} scale"))
        inputs = [f"{name} packed", f"{name} scale"]
        nodes.append(helper.make_node("DequantizeLinear", inputs, [name], axis=axis))
    for node in reversed(nodes):
        graph.node.insert(0, node)
    return model


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", default="1")
    parser.add_argument("--float", action="store_true")
    options = parser.parse_args()
    model = Reader(BASE)
    model.load_state_dict(torch.load(options.weights))
    model.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    example = (torch.ones((2, 384), dtype=torch.int64), torch.ones((2, 384, len(FEATURES)), dtype=torch.int64))
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "features", *OUTPUTS)}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        names = [*OUTPUTS, "near"]
        torch.onnx.export(
            Exported(model), example, str(whole), input_names=["ids", "features"], output_names=names,
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        target = options.out / "model.onnx"
        if options.float:
            shutil.copy(whole, target)
        else:
            onnx.save(packed(onnx.load(whole)), target)
    shutil.copy(BASE / "tokenizer.json", options.out / "tokenizer.json")
    hashes = {
        name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json")
    }
    card = {
        "name": "attribution", "version": options.version, "files": hashes, "tags": TAGS,
        "links": {name: ENDS[name] for name in LINKS},
        "features": FEATURES,
        "classes": {
            "stance": STANCES, "anonymity": ANONYMITIES, "event": EVENTS, "status": STATUSES, "pair": EVENTS[1:],
        },
        "weights": {
            "content": dict.fromkeys(CONTENT_SIGNALS, 0.0) | {"link": 1.0},
            "source": dict.fromkeys(SOURCE_SIGNALS, 0.0) | {"link": 1.0},
            "stance": {"model": 0.0, "rule": 1.0},
            "anonymity": {"model": 0.0, "rule": 1.0},
            "event": dict.fromkeys(SIGNALS, 0.0) | {"head": 1.0},
            "confidence": dict.fromkeys(("constant", *EVIDENCE), 0.0),
        },
    }  # fmt: skip
    (options.out / "card.json").write_text(json.dumps(card, indent=1) + "\n")


if __name__ == "__main__":
    main()
