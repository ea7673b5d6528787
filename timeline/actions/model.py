"""The learned part of the coder: a linear classifier over features, its weights a data file.

`make model` makes the file from data/training/relations.jsonl; weights/CARD.md says how well it does. The file
holds plain arrays only: the names of the features, a byte for each weight, and what one step of it is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np

NONE = ""  # the class of pairs of which the first does nothing to the second
STEPS = 127


@dataclass(frozen=True, slots=True)
class Model:
    """classes    PLOVER types, and NONE
    rows       feature -> its row of `weights`
    weights    (features + 1, classes), the last row for every sentence
    """

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    weights: np.ndarray[Any, np.dtype[np.float32]]

    def scores(self, features: Iterable[str]) -> np.ndarray[Any, np.dtype[np.float32]]:
        """One number for each class; their softmax is the probabilities."""
        known = [self.rows[name] for name in features if name in self.rows]
        total: np.ndarray[Any, np.dtype[np.float32]] = self.weights[[*known, len(self.rows)]].sum(axis=0)
        return total

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How probable each class is; they add up to 1."""
        scores = self.scores(features)
        powers = np.exp(scores - scores.max())
        return dict(zip(self.classes, (powers / powers.sum()).tolist(), strict=True))

    def reasons(self, features: Iterable[str], wanted: str, count: int = 5) -> list[tuple[str, float]]:
        """The features that speak most for a class, with their weights, the heaviest first."""
        column = self.classes.index(wanted)
        weighed = [(name, float(self.weights[self.rows[name], column])) for name in features if name in self.rows]
        return sorted(weighed, key=lambda pair: (-pair[1], pair[0]))[:count]


@cache
def load_weights() -> Model:
    """The model of the package."""
    return read_model((files("timeline.actions") / "weights" / "relations.npz").read_bytes())


def read_model(raw: bytes) -> Model:
    """A model as `write_model` wrote it."""
    with np.load(BytesIO(raw), allow_pickle=False) as arrays:
        names = arrays["features"].tobytes().decode().split("\n")
        classes = tuple(arrays["classes"].tobytes().decode().split("\n"))
        weights = arrays["weights"].astype(np.float32) * arrays["step"]
    return Model(classes, {name: row for row, name in enumerate(names)}, weights)


def write_model(classes: Iterable[str], names: Iterable[str], weights: Any) -> bytes:
    """`weights`: (features + 1, classes) numbers. A weight takes a byte; features whose bytes are all 0 are left out.

    >>> model = read_model(write_model(("AID", ""), ("w=give", "w=the"), np.array([[2.0, -2.0], [0, 0], [0.5, 0]])))
    >>> model.classes, dict(model.rows), [round(p, 2) for p in model.probabilities(["w=give"]).values()]
    (('AID', ''), {'w=give': 0}, [0.99, 0.01])
    """
    step = np.float32(np.abs(weights).max() / STEPS)
    rounded = np.rint(np.asarray(weights) / step).astype(np.int8)
    kept = np.append(rounded[:-1].any(axis=1), True)
    left = [name for name, keep in zip(names, kept[:-1], strict=True) if keep]
    file = BytesIO()
    np.savez_compressed(file, features=_text(left), classes=_text(classes), weights=rounded[kept], step=step)
    return file.getvalue()


def _text(lines: Iterable[str]) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)
