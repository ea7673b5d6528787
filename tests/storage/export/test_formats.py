"""The list of formats: what the docs say of it, and what is said where a library is missing."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from timeline.errors import InputError
from timeline.storage.export import FORMATS, About, Rows, export_file, export_rows, format_named

DOCUMENT = Path(__file__).parents[3] / "docs" / "exports.md"


def test_the_document_tells_every_format_as_the_program_does() -> None:
    lines = [line.strip("| ").split(" | ") for line in DOCUMENT.read_text(encoding="utf-8").splitlines()]
    told = [tuple(cells[:4]) for cells in lines if cells[0].startswith("`") and len(cells) == 5]
    assert told == [(f"`{f.name}`", f"`.{f.ending}`", f.label, f.use) for f in FORMATS]


@pytest.mark.parametrize("ending", sorted({format.ending for format in FORMATS}))
def test_an_ending_tells_the_format(ending: str) -> None:
    assert format_named(ending).ending == ending
    assert format_named("json").name == "json"


def test_a_missing_library_is_named_with_its_extra(
    frame: pd.DataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    for name in [name for name in sys.modules if name in ("timeline.storage.export.as_docx", "docx.shared")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(InputError, match=r"docx, which is not installed: pip install 'tieline\[docx\]'"):
        export_file(Rows(frame), tmp_path / "t.docx", About())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", [format.name for format in FORMATS])
def test_every_format_is_the_same_whatever_the_clock_says(
    frame: pd.DataFrame, format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = io.BytesIO(), io.BytesIO()
    for file, clock in ((one, 1e9), (other, 1.5e9)):
        monkeypatch.setattr(time, "time", lambda clock=clock: clock)
        export_rows(Rows(frame), format_named(format), file, About("Ties"))
    assert one.getvalue() == other.getvalue()
    assert one.getvalue()
