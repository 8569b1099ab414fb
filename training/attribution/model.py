"""The network: a small encoder with word pieces and their features as input, and several heads on top.

Heads: `tags`, BIO of source, cue and content on two levels; `from` and `to`, vectors whose products link pieces of one
part to the first piece of another; `stance` and `anonymity`; `event`, the type of the event that a word names, and
`status`, whether it happened; `pair`, what a given source does to a given target. A new head is one more linear layer
here and one more loss in `losses`.
"""

from pathlib import Path

import torch
from labels import ANONYMITIES, EVENTS, HEADS, IGNORED, LINKS, STANCES, STATUSES
from torch import nn
from transformers import AutoModel

from reportedly.language.encoder.pieces import WINDOW
from reportedly.layers.attribution.features import FEATURES

REACH = WINDOW + 2
LINK_WIDTH = 96
_CLASS_WEIGHTS = (0.7, 1.3, 1.0)
_SHARES = {"stance": 0.2, "anonymity": 0.2, "event": 3.0, "status": 0.2}
"""What the classifying heads add to the loss; few words name an event, so that a word's mean loss is small."""
_PAIR_SHARE = 1.0


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(base), add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        width = self.encoder.config.hidden_size
        self.features = nn.ModuleList(nn.Embedding(values, width) for values in FEATURES.values())
        for feature in self.features:
            nn.init.normal_(feature.weight, std=0.005)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(width, 18)
        self.linking = nn.Linear(width, LINK_WIDTH * len(LINKS))
        self.linked = nn.Linear(width, LINK_WIDTH * len(LINKS))
        self.near = nn.Parameter(torch.zeros(len(LINKS), 2 * REACH + 1))
        self.stance = nn.Linear(width, len(STANCES))
        self.anonymity = nn.Linear(width, len(ANONYMITIES))
        self.event = nn.Linear(width, len(EVENTS))
        self.status = nn.Linear(width, len(STATUSES))
        self.pair = nn.Linear(width, len(EVENTS) - 1)

    def forward(self, ids: torch.Tensor, features: torch.Tensor, mask: torch.Tensor | None = None):  # type: ignore[no-untyped-def]
        """What each head says of each piece; `mask` is None where no window is padded."""
        embedded = self.encoder.embeddings.word_embeddings(ids)
        for n, feature in enumerate(self.features):
            embedded = embedded + feature(features[:, :, n])
        hidden = self.drop(self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state)
        return (
            self.tags(hidden), self.linking(hidden) * LINK_WIDTH**-0.5, self.linked(hidden), self.stance(hidden),
            self.anonymity(hidden), self.event(hidden), self.status(hidden), self.pair(hidden),
        )  # fmt: skip

    def links(self, linking: torch.Tensor, linked: torch.Tensor) -> torch.Tensor:
        """Scores [batch, link, from, to]; place 0 of `to`, the window's opening, stands for a part left out."""
        batch, count, _ = linking.shape
        a = linking.view(batch, count, len(LINKS), LINK_WIDTH).permute(0, 2, 1, 3)
        b = linked.view(batch, count, len(LINKS), LINK_WIDTH).permute(0, 2, 3, 1)
        places = torch.arange(count)
        distance = (places[None, :] - places[:, None]).clamp(-REACH, REACH) + REACH
        return a @ b + self.near[:, distance][None]


def losses(model: Reader, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """The summed loss of a batch, and what the heads said."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, linking, linked, *classes = model(batch["ids"], batch["features"], batch.get("mask"))
        links = model.links(linking, linked)
    said = {"tags": tags.float(), "links": links.float()}
    said |= {head: scores.float() for head, scores in zip((*HEADS, "pair"), classes, strict=True)}
    weights = torch.tensor(_CLASS_WEIGHTS)
    cross = nn.functional.cross_entropy
    total = torch.zeros(())
    for n in range(6):
        wanted = batch["tags"][:, n].reshape(-1)
        if (wanted != IGNORED).any():
            total = total + cross(
                said["tags"][..., 3 * n : 3 * n + 3].reshape(-1, 3), wanted, weights, ignore_index=IGNORED
            )
    if "mask" in batch:
        said["links"] = said["links"].masked_fill((batch["mask"] == 0)[:, None, None, :], -1e4)
    count = batch["ids"].shape[1]
    if (batch["links"] != IGNORED).any():
        total = total + 0.6 * cross(said["links"].reshape(-1, count), batch["links"].reshape(-1), ignore_index=IGNORED)
    for head, share in _SHARES.items():
        if (batch[head] != IGNORED).any():
            scores = said[head].reshape(-1, said[head].shape[-1])
            total = total + share * cross(scores, batch[head].reshape(-1), ignore_index=IGNORED)
    allowed = batch["pair"] > 0
    marked = allowed.any(-1)
    if marked.any():
        logs = said["pair"].log_softmax(-1).masked_fill(~allowed, -1e4).logsumexp(-1)
        total = total - _PAIR_SHARE * logs[marked].mean()
    return total, said
