"""The classifier: the shipped weights are what `make model` makes; they hold no code; they know acts and no names."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

import numpy as np
import pytest

from timeline.actions.model import NONE, load_weights, read_model, write_model
from timeline.model import EventType
from tools.train_model import DATA, counted, fit, read_examples

SHIPPED = files("timeline.actions") / "weights" / "relations.npz"


def test_shipped_weights_are_what_the_script_makes() -> None:
    examples = read_examples(DATA)
    matrix, counts = counted(examples)
    made, shipped = read_model(fit(matrix, counts, np.array([e.type for e in examples]))), load_weights()
    assert made.classes == shipped.classes
    both = made.rows.keys() & shipped.rows.keys()
    assert len(both) >= 0.995 * max(len(made.rows), len(shipped.rows))  # another processor parses a word otherwise
    ours, theirs = ([model.rows[name] for name in sorted(both)] for model in (made, shipped))
    apart = np.abs(made.weights[ours] - shipped.weights[theirs])
    assert np.quantile(apart, 0.999) < 0.1


def test_weights_are_plain_arrays() -> None:
    with ZipFile(BytesIO(SHIPPED.read_bytes())) as archive:
        assert sorted(archive.namelist()) == ["classes.npy", "features.npy", "step.npy", "weights.npy"]
    with np.load(BytesIO(SHIPPED.read_bytes()), allow_pickle=False) as arrays:
        assert {array.dtype.kind for array in arrays.values()} <= {"u", "i", "f"}


def test_classes_are_the_types_and_none() -> None:
    assert set(load_weights().classes) == {NONE, *(type_.value for type_ in EventType)}


def test_words_that_it_never_saw_tell_it_nothing() -> None:
    chances = load_weights().probabilities(["w=zyzzyva"])
    assert sum(chances.values()) == pytest.approx(1)
    assert max(chances, key=chances.__getitem__) == NONE


def test_reasons_are_the_heaviest_features() -> None:
    model = read_model(write_model(("AID", "", "ASSAULT"), ("w=give", "w=hit"), [[2, 0, -1], [-1, 0, 3], [0, 1, 0]]))
    names, weights = zip(*model.reasons(["w=hit", "w=give", "w=new"], "AID"), strict=True)
    assert names == ("w=give", "w=hit")
    assert list(weights) == pytest.approx([2, -1], abs=0.02)


@pytest.mark.parametrize("name", ["russia", "moscow", "pyongyang", "putin", "israel", "tehran"])
def test_weights_know_no_names(name: str) -> None:
    assert f"w={name}" not in load_weights().rows
