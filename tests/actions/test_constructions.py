"""The dependency walk, a file of sentences for each construction; and status, apart from type.

A row has a `text` with its [source], {target} and <who says so> marked, and says what must be found:

    type    the PLOVER type of the act
    mutual  all its actors stand on both sides
    none    no act with two sides is told
    known   true where this is not read rightly yet: such a row is reported, and must go when it is
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline.actions import Mark, Raw, find_actions, parse_sentences
from timeline.model import ActionMention

HERE = Path(__file__).parent
POSITIVE, NEGATIVE, STATUS = 8, 4, 15  # rows that a file must have
KNOWN = pytest.mark.xfail(strict=True, reason="known: not read rightly yet")
Row = dict[str, Any]


def rows(folder: str) -> dict[str, list[Row]]:
    """The rows of each file in a folder, by its name."""
    paths = sorted((HERE / folder).glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["rows"] for path in paths}


CONSTRUCTIONS, STATUSES = rows("constructions"), rows("status")


def cases(files: dict[str, list[Row]]) -> Iterator[Any]:
    """(name of the file, row) for pytest."""
    for name, found in files.items():
        for row in found:
            yield pytest.param(name, row, id=f"{name}: {row['text']}", marks=[KNOWN] if row.get("known") else [])


def sides(act: ActionMention, *, mutual: bool) -> tuple[set[str], set[str]]:
    source, target = {span.text for span in act.source}, {span.text for span in act.target}
    return (source | target, source | target) if mutual else (source, target)


@pytest.mark.parametrize(("name", "row"), cases(CONSTRUCTIONS))
def test_construction_is_read(name: str, row: Row, coder: Callable[..., Any]) -> None:
    marked = coder(row["text"])
    if row.get("none"):
        assert [act.rule for act in marked.acts if act.source and act.target] == []
        return
    mutual = row.get("mutual", False)
    wanted = (marked.sources | marked.targets,) * 2 if mutual else (marked.sources, marked.targets)
    acts = [act for act in marked.acts if sides(act, mutual=mutual) == wanted and act.mutual >= mutual]
    assert acts, [(act.rule, sides(act, mutual=act.mutual)) for act in marked.acts]
    assert row.get("type") in (None, *(act.type for act in acts))
    assert marked.speakers in ({span.text for span in act.attributed_to} for act in acts)


@pytest.mark.parametrize(("status", "row"), cases(STATUSES))
def test_status_is_read_off_the_surroundings(status: str, row: Row, coder: Callable[..., Any]) -> None:
    assert {act.status for act in coder(row["text"]).acts} == {status}


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_construction_has_examples_for_and_against(name: str) -> None:
    against = [row for row in CONSTRUCTIONS[name] if row.get("none")]
    assert len(against) >= NEGATIVE
    assert len(CONSTRUCTIONS[name]) - len(against) >= POSITIVE


@pytest.mark.parametrize("name", STATUSES)
def test_status_has_many_examples(name: str) -> None:
    assert len(STATUSES[name]) >= STATUS


def test_talks_in_a_capital_are_talks_with_that_state() -> None:
    text = "The Polish minister held talks in Kyiv on the war in Mali."
    [parsed] = parse_sentences([Raw(text, marks=(Mark(4, 19), Mark(34, 38, place=True), Mark(53, 57)))])
    assert [[s.text for s in act.target] for act in find_actions(parsed)] == [["Kyiv"]]
