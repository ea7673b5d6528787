"""Events as a table: its columns, its types, its order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Event, Span, Status, TimeValue
from timeline.table.columns import COLUMNS, arrow_schema
from timeline.table.frame import to_arrow, to_frame

Make = Callable[..., Event]


def row(event: Event) -> dict[str, Any]:
    return dict(to_frame([event], {"version": "1.2.3", "grammar": "g"}).iloc[0])


def test_frame_has_exactly_the_columns(frame: pd.DataFrame) -> None:
    assert list(frame.columns) == [column.name for column in COLUMNS]


def test_frame_has_the_types_of_the_schema(frame: pd.DataFrame) -> None:
    assert frame.dtypes["date_start"] == pd.ArrowDtype(pa.date32())
    assert frame.dtypes["source_codes"] == pd.ArrowDtype(pa.list_(pa.string()))
    assert list(frame["status"].cat.categories) == ["actual", "planned", "hypothetical", "negated"]
    assert to_arrow(frame).schema.equals(arrow_schema())


def test_frame_of_nothing_has_columns_and_types() -> None:
    empty = to_frame([], {})
    assert len(empty) == 0
    assert to_arrow(empty).schema.equals(arrow_schema())


def test_frame_is_sorted_by_first_day_and_id_open_beginnings_first(frame: pd.DataFrame) -> None:
    assert list(frame["event_id"]) == ["silence", "treaty", "war", "talks", "letter"]


def test_frame_does_not_depend_on_the_order_of_events(letter: Make) -> None:
    events = [letter(event_id=name) for name in "abc"]
    assert to_frame(events, {}).equals(to_frame(reversed(events), {}))


def test_dates_are_inclusive_and_open_ends_are_null(letter: Make) -> None:
    month = row(letter(when=TimeValue.month(2022, 7)))
    assert (month["date_start"], month["date_end"]) == (date(2022, 7, 1), date(2022, 7, 31))
    since = row(letter(when=TimeValue.since(TimeValue.year(2022))))
    assert since["date_start"] == date(2022, 1, 1)
    assert pd.isna(since["date_end"])


def test_row_tells_the_event(letter: Make) -> None:
    told = row(letter())
    assert told["source_codes"] == ["RUS"]
    assert told["persons"] == ["Vladimir Putin", "Kim Jong Un"]
    assert (told["quad"], told["goldstein"]) == (1, 1.5)
    assert told["confidence"] == 0.877
    assert (told["date_text"], told["trigger"]) == ("15 August 2022", "wrote")
    assert told["title"] == "Russia → North Korea: letter or message"
    assert told["published_first"] == date(2022, 8, 16)
    assert told["built_with"] == {"version": "1.2.3", "grammar": "g", "gazetteer": "", "model": ""}
    assert told["first_built"] == ""


def test_row_names_an_actor_once_however_many_people_act_for_it(letter: Make) -> None:
    minister = letter().source[0].__class__("RUS", "Russia", "Sergei Lavrov")
    told = row(letter(source=(*letter().source, minister)))
    assert told["source_codes"] == ["RUS"]
    assert told["persons"] == ["Vladimir Putin", "Sergei Lavrov", "Kim Jong Un"]


@pytest.mark.parametrize(
    ("when", "told", "expected"),
    [
        ("2022-08-15", {}, True),
        ("2022-08", {}, False),
        ("2022-08-15", {"status": Status.ACTUAL}, False),
        ("2022-08-16", {}, False),
        ("2022-08-01/..", {}, False),
        ("2022-08-15", {"date_basis": "publication"}, False),
    ],
)
def test_plan_whose_last_day_is_before_the_newest_article_is_not_confirmed(
    letter: Make, when: str, told: dict[str, Any], *, expected: bool
) -> None:
    plan = letter(**{"status": Status.PLANNED, "when": TimeValue.from_edtf(when), **told})
    assert to_frame([plan], {}, date(2022, 8, 16))["not_confirmed"].iloc[0] == expected


def test_no_plan_is_called_not_confirmed_where_the_newest_article_is_not_known(letter: Make) -> None:
    assert not to_frame([letter(status=Status.PLANNED)], {})["not_confirmed"].any()


def test_row_says_which_of_its_reports_announced_it(letter: Make) -> None:
    (first,) = letter().evidence
    told = row(letter(evidence=(replace(first, status=Status.PLANNED), first)))
    assert [report["status"] for report in told["articles"]] == ["planned", "actual"]


def test_row_holds_its_reports_with_their_spans(letter: Make) -> None:
    (report,) = row(letter())["articles"]
    quote = report["quote"]
    assert quote[report["trigger"]["start"] : report["trigger"]["end"]] == "wrote"
    assert [span["text"] for span in report["actors"]] == ["Putin", "Kim"]


def test_row_quotes_the_sentence_of_its_trigger(letter: Make) -> None:
    (first,) = letter().evidence
    plan = replace(first, quote="Putin will write to Kim.", trigger_span=Span(11, 16, "write"), date_span=None)
    told = row(letter(evidence=(plan, first)))
    assert (told["trigger"], told["quote"], told["date_text"]) == ("wrote", first.quote, "15 August 2022")


def test_row_that_only_a_person_wrote_quotes_that(letter: Make) -> None:
    (first,) = letter().evidence
    told = row(letter(evidence=(replace(first, trigger_span=None),), trigger=Span(0, 0, "")))
    assert (told["trigger"], told["quote"]) == ("", first.quote)


def test_row_counts_publishers_by_name_then_host_then_article(letter: Make) -> None:
    (first,) = letter().evidence
    others = [
        replace(first, article_id="a2", source="example times "),
        replace(first, article_id="a3", source="", url="https://www.news.example/2"),
        replace(first, article_id="a4", source="", url="http://[broken"),
    ]
    told = row(letter(evidence=(first, *others)))
    assert (told["n_reports"], told["n_publishers"]) == (4, 3)


@settings(deadline=None)
@given(st.text(st.characters()), st.text(st.characters(categories=["Cs"]), max_size=3))
def test_any_text_has_a_place_in_the_table(letter: Make, text: str, broken: str) -> None:
    (report,) = letter().evidence
    told = row(letter(title=text + broken, evidence=(replace(report, quote=broken + text),)))
    assert len(str(told["quote"])) == len(broken + text), "offsets stay"


@pytest.mark.parametrize("part", ["version", "grammar", "gazetteer", "model"])
def test_frame_says_what_it_was_built_with(letter: Make, part: str) -> None:
    assert to_frame([letter()], {part: "x"})["built_with"].iloc[0][part] == "x"
