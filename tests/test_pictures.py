"""The pictures of the documents: each is there, is shown, and can be taken anew."""

from __future__ import annotations

import re
from pathlib import Path

from tools.screenshots import pictures

ROOT = Path(__file__).resolve().parents[1]


def test_every_picture_that_is_shown_is_one_that_the_script_takes() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        Path(name).stem for text in documents for name in re.findall(r"\]\(([\w/-]+\.png)\)", text.read_text("utf-8"))
    }
    taken = [picture.name for picture in pictures()]
    kept = {path.stem for path in (ROOT / "docs").glob("*.png")}
    assert len(taken) == len(set(taken))
    assert shown <= set(taken) == kept


def test_a_picture_is_of_modest_size() -> None:
    assert all(path.stat().st_size < 120_000 for path in (ROOT / "docs").glob("*.png"))
