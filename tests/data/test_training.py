"""The training text: every row can be used, types and forms are balanced, and hardly a sentence is there twice."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from timeline.model import EventType
from tools.train_model import DATA, read_examples

KEYS = {"text", "source", "target", "type", "mode", "status", "voice", "form"}
STATUSES = {"actual", "planned", "hypothetical", "negated", "historical"}
VOICES = {"wire", "kcna", "tass", "communique", "thinktank"}
FORMS = {"active", "passive", "nominal", "reciprocal", "negated", "planned", "reported", "other"}
NEAR = 0.6  # share of rows of three words that two sentences have in common


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]


def test_rows_are_enough_and_can_be_read(rows: list[dict[str, Any]]) -> None:
    assert len(read_examples(DATA)) == len(rows) >= 4000


def test_rows_have_known_values(rows: list[dict[str, Any]]) -> None:
    plover = tomllib.loads((files("timeline.model") / "plover.toml").read_text(encoding="utf-8"))
    for number, row in enumerate(rows, 1):
        assert set(row) == KEYS, number
        assert row["type"] == "NONE" or not row["mode"] or row["mode"] in plover[row["type"]]["modes"], number
        known = (row["status"] in STATUSES, row["voice"] in VOICES, row["form"] in FORMS)
        assert all(known), number


def test_types_forms_and_voices_are_balanced(rows: list[dict[str, Any]]) -> None:
    types = Counter(row["type"] for row in rows)
    assert set(types) == {*map(str, EventType), "NONE"}
    assert min(types.values()) > 200
    assert max(count for name, count in types.items() if name != "NONE") < 1.3 * min(types.values())
    voices = Counter(row["voice"] for row in rows)
    assert min(voices[voice] for voice in VOICES) > 0.1 * len(rows)
    cells = Counter((row["type"], row["form"]) for row in rows)
    assert all(cells[str(type_), form] >= 5 for type_ in EventType for form in FORMS - {"other"})


def test_no_actor_is_everywhere(rows: list[dict[str, Any]]) -> None:
    actors = Counter(row[side] for row in rows for side in ("source", "target"))
    assert max(actors.values()) < 0.03 * len(rows)
    assert len(actors) > 2000


def test_sentences_are_not_repeated_in_other_words(rows: list[dict[str, Any]]) -> None:
    texts = list(dict.fromkeys(row["text"] for row in rows))
    pairs = list(near(texts))
    assert len(pairs) < 0.01 * len(texts), pairs[:5]


def test_a_side_that_is_not_named_once_is_refused(tmp_path: Path) -> None:
    row = {"text": "Peru met Peru.", "source": "Peru", "target": "Chile", "type": "CONSULT"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(ValueError, match="line 1: 'Peru' stands 2 times in the text, expected once"):
        read_examples(tmp_path / "rows.jsonl")
    (tmp_path / "rows.jsonl").write_text(f"{DATA.read_text(encoding='utf-8').splitlines()[0]}\n{{", encoding="utf-8")
    with pytest.raises(ValueError, match=r"line 2: .*, expected a JSON object"):
        read_examples(tmp_path / "rows.jsonl")


def near(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of sentences that share most of their rows of three words."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    seen: list[set[tuple[str, ...]]] = []
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        grams: set[tuple[str, ...]] = set(zip(words, words[1:], words[2:], strict=False))
        shared = Counter(other for gram in grams for other in holders[gram])
        for other, count in shared.most_common(1):
            if count > NEAR * len(grams | seen[other]):
                yield text, texts[other]
        for gram in grams:
            holders[gram].append(len(seen))
        seen.append(grams)
