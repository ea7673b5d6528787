"""The published schema of the JSON export."""

from __future__ import annotations

import copy
import json
from typing import Any

import pandas as pd
import pytest
from jsonschema import Draft202012Validator

from tests.storage.export.conftest import Export
from timeline.storage.export.schema import HOME, text


@pytest.fixture(scope="module")
def validator() -> Any:
    published = json.loads(HOME.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_schema_that_is_published_is_that_of_the_columns() -> None:
    assert HOME.read_text(encoding="utf-8") == text(), "write it anew: python -m timeline.storage.export.schema"


@pytest.mark.parametrize("table", ["frame", "uncertain"])
def test_schema_holds_for_what_is_exported(
    export: Export, validator: Any, table: str, request: pytest.FixtureRequest
) -> None:
    exported = json.loads(export(request.getfixturevalue(table), "json"))
    assert list(validator.iter_errors(exported)) == []
    assert exported["$schema"] == validator.schema["$id"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("type", "PARTY"),
        ("date_start", "soon"),
        ("confidence", "high"),
        ("title", None),
        ("persons", "Kim"),
        ("new", 1),
    ],
)
def test_schema_refuses_what_is_no_event(
    export: Export, frame: pd.DataFrame, validator: Any, column: str, value: Any
) -> None:
    exported = copy.deepcopy(json.loads(export(frame, "json")))
    exported["events"][0][column] = value
    assert [error.path[2] if len(error.path) > 2 else "" for error in validator.iter_errors(exported)] in (
        [column],
        [""],
    )
