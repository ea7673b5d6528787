"""Trains the classifier of timeline/actions on data/training/relations.jsonl, and writes its weights and its card.

    python tools/train_model.py              timeline/actions/weights/relations.npz and CARD.md
    python tools/train_model.py --out DIR    the same files into another folder

The same data, program and libraries give the same bytes of weights.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict

from timeline.actions.features import features
from timeline.actions.find import bound, votes
from timeline.actions.lexicon import load_lexicon
from timeline.actions.model import NONE, write_model
from timeline.actions.parser import model_version, parse_sentences
from timeline.actions.tree import Mark, Raw
from timeline.model import EventType

ROOT = Path(__file__).resolve().parents[1]
DATA, WEIGHTS = ROOT / "data" / "training" / "relations.jsonl", ROOT / "timeline" / "actions" / "weights"
REGRESSION = LogisticRegression(C=1.0, max_iter=1000, tol=1e-6)  # C: the best of 0.3, 1, 3 in cross-validation
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the training text, the spans of its two sides, and its type (NONE: no act)."""

    text: str
    source: tuple[int, int]
    target: tuple[int, int]
    type: str


def read_examples(path: Path) -> list[Example]:
    """The rows of the file. Raises ValueError with the line's number where one cannot be used."""
    return [_example(number, line) for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)]


def _example(number: int, line: str) -> Example:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError(f"line {number}: {error}, expected a JSON object") from None
    sides = [_span(row["text"], row[side], number) for side in ("source", "target")]
    return Example(row["text"], sides[0], sides[1], NONE if row["type"] == "NONE" else EventType(row["type"]).value)


def _span(text: str, name: str, number: int) -> tuple[int, int]:
    found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    if len(found) != 1:
        raise ValueError(f"line {number}: {name!r} stands {len(found)} times in the text, expected once")
    return found[0].span()


def all_features(examples: Sequence[Example]) -> Iterator[list[str]]:
    """The features of each example, in order."""
    lexicon, pairs = load_lexicon(), [(Mark(*e.source), Mark(*e.target)) for e in examples]
    raws = (Raw(e.text, marks=pair) for e, pair in zip(examples, pairs, strict=True))
    for parsed, (source, target) in zip(parse_sentences(raws), pairs, strict=True):
        yield features(parsed, [source], [target], votes(parsed, lexicon, bound(parsed, lexicon)))


def counted(examples: Sequence[Example]) -> tuple[Any, CountVectorizer]:
    """Which example has which of the features that occur twice or more."""
    counts = CountVectorizer(analyzer=list, binary=True, min_df=2)
    return counts.fit_transform(all_features(examples)), counts


def fit(matrix: Any, counts: CountVectorizer, types: Any) -> bytes:
    """The weights' file."""
    regression = REGRESSION.fit(matrix, types)
    weights = np.vstack([regression.coef_.T, regression.intercept_])
    return write_model(regression.classes_, counts.get_feature_names_out(), weights)


def tried(matrix: Any, examples: Sequence[Example], types: Any) -> Any:
    """The probabilities that each example gets from a model that has not seen its sentence: (examples, classes)."""
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    groups = [e.text for e in examples]
    return cross_val_predict(REGRESSION, matrix, types, groups=groups, cv=folds, method="predict_proba")


def card(types: Any, classes: list[str], guessed: Any, width: int) -> str:
    """What the model is, and how well it does on folds of its own data that it did not see."""
    found = np.array(classes)[guessed.argmax(axis=1)]
    each = f1_score(types, found, labels=classes, average=None)
    sure = guessed.max(axis=1)
    rows = "\n".join(
        f"| {name or 'none'} | {number} | {score:.3f} |"
        for (name, number), score in zip(sorted(Counter(types).items()), each, strict=True)
    )
    reliable = "\n".join(
        f"| {low / 10:.1f}-{min(low / 10 + 0.2, 1):.1f} | {inside.sum()} | {(found == types)[inside].mean():.3f} |"
        for low in range(1, 10, 2)
        if (inside := (sure >= low / 10) & (sure < low / 10 + 0.2)).any()
    )
    return f"""# Card of relations.npz

Multinomial logistic regression over masked lemmas, arcs, the path between source and target, and the votes of
the lexicon (`features.py`). Written by `make model` on {date.today()}; nobody edits it.

- Data: data/training/relations.jsonl, {len(types)} pairs in sentences written for this project.
- Features that occur twice or more: {width}. Parser: {model_version()}.
- Folds of {FOLDS}, sentences never split: macro-F1 {each.mean():.3f}, accuracy {(found == types).mean():.3f},
  log loss {log_loss(types, guessed, labels=classes):.3f}. The folds are of the kind that it learnt from: on other text
  expect less.

| type | pairs | F1 |
|---|---|---|
{rows}

How far its probabilities are to be believed:

| probability of the answer | pairs | share right |
|---|---|---|
{reliable}
"""


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=WEIGHTS, help="the folder to write to")
    out: Path = options.parse_args().out
    examples = read_examples(DATA)
    matrix, counts = counted(examples)
    types = np.array([e.type for e in examples])
    out.mkdir(parents=True, exist_ok=True)
    (out / "relations.npz").write_bytes(fit(matrix, counts, types))
    text = card(types, sorted(set(types)), tried(matrix, examples, types), matrix.shape[1])
    (out / "CARD.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
