"""The example notebook runs from end to end, and shows a bar while it builds."""

from __future__ import annotations

from typing import Any

import pytest

from tools.notebook import executed


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    """Its code cells, run."""
    return [cell for cell in executed().cells if cell.cell_type == "code"]


def printed(cell: Any, name: str) -> str:
    return "".join(output.get("text", "") for output in cell.outputs if output.get("name") == name)


def test_notebook_builds_a_timeline_and_shows_how_far_it_is(cells: list[Any]) -> None:
    [building] = [cell for cell in cells if "build_timeline" in cell.source]
    assert building.outputs[-1]["data"]["text/plain"].startswith("(12, ")
    bar = printed(building, "stderr")
    assert "Finding events: 100%" in bar
    assert "12 articles" in bar


def test_notebook_shows_sentences_and_types_that_pandas_knows(cells: list[Any]) -> None:
    shown = "\n".join(str(output) for cell in cells for output in cell.outputs)
    assert "date32[day][pyarrow]" in shown
    assert "Putin and Kim held talks on Thursday" in shown
    assert all(cell.execution_count for cell in cells)
