"""The whole road: articles and curated rows in, one merged table out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from timeline import Article, build_timeline, read_articles
from timeline.pipeline import Built, Progress, build, build_shipped, built_with
from timeline.reading import read_curated
from timeline.storage.shipped import shipped_data
from timeline.table.frame import validate

SEED = Path(__file__).resolve().parents[2] / ".." / "shared" / "articles" / "seed.txt"
VISIT = "Russian Foreign Minister Sergei Lavrov met North Korean leader Kim Jong Un in Pyongyang on May 31, 2018."
OTHER = "China imposed sanctions on Japan on March 3, 2011."


def article(text: str, id: str = "a", language: str = "en") -> Article:
    return Article(text, date(2018, 6, 2), id=id, source=f"Paper {id}", language=language)


@pytest.fixture(scope="module")
def shipped() -> pd.DataFrame:
    return build_shipped()


def test_same_event_in_two_articles_is_one_row() -> None:
    table = build_timeline([article(VISIT, "a"), article(f"It rained. {VISIT}", "b")])
    (row,) = (row for _, row in table.iterrows() if row["type"] == "CONSULT")
    assert str(row["date_start"]) == "2018-05-31"
    assert (row["n_reports"], row["n_publishers"]) == (2, 2)
    assert {report["id"] for report in row["articles"]} == {"a", "b"}


@pytest.mark.parametrize(
    ("act", "denial"),
    [
        ("Belarus sold rockets to Syria in May 2018.", "Belarus denied selling rockets to Syria in May 2018."),
        ("Iran attacked a Saudi base on May 3.", "Tehran denied attacking Saudi Arabia on May 3."),
        ("Iran sent drones to Iraq in May.", "Iraq dismissed reports that Iran had sent drones to Iraq in May."),
    ],
)
def test_denial_makes_an_act_disputed_that_another_article_tells(act: str, denial: str) -> None:
    table = build_timeline([article(act, "a"), article(denial, "b")])
    assert sorted(table["status"]) == ["actual", "negated"]
    assert list(table["disputed"]) == [True, True]
    assert [list(ids) for ids in table["disputed_by"]] == [[id] for id in reversed(list(table["event_id"]))]


def test_build_does_not_depend_on_the_order_of_articles() -> None:
    articles = [article(VISIT, "a"), article(OTHER, "b"), article(f"It rained. {VISIT}", "c")]
    assert build_timeline(articles).equals(build_timeline(reversed(articles)))


@pytest.mark.parametrize(
    ("focus", "dates"),
    [
        ((), {"2018-05-31", "2011-03-03"}),
        (("RUS", "PRK"), {"2018-05-31"}),
        (("JPN",), {"2011-03-03"}),
        (("FRA",), set()),
    ],
)
def test_focus_keeps_events_with_all_its_actors(focus: tuple[str, ...], dates: set[str]) -> None:
    table = build_timeline([article(VISIT), article(OTHER, "b")], focus=focus)
    assert set(table["date_edtf"]) == dates


def test_curated_rows_stay_whatever_the_focus() -> None:
    curated = read_curated(shipped_data() / "curated" / "russia-dprk.csv")
    table = build_timeline([article(OTHER)], curated=curated, focus=("FRA",))
    assert len(table) == len(curated)
    assert set(table["origin"]) == {"curated"}


def test_article_in_a_language_without_event_coder_is_set_aside() -> None:
    built = build([article("Ким приехал в Москву.", "ru-1", "ru"), article(VISIT)])
    assert isinstance(built, Built)
    assert [aside.article_id for aside in built.set_aside] == ["ru-1"]
    assert "ru" in built.set_aside[0].reason
    assert len(built.frame) > 0


def test_progress_is_told_from_none_to_all() -> None:
    told: list[Progress] = []
    build([article(VISIT), article(OTHER, "b")], progress=told.append)
    extracting = [progress for progress in told if progress.stage == "extract"]
    assert [(p.done, p.total, p.articles) for p in extracting] == [(0, 2, 0), (2, 2, 2)]
    assert [*dict.fromkeys(p.stage for p in told)] == ["read", "copies", "extract", "connect", "join", "write"]
    assert (told[-1].articles, told[-1].events, told[-1].merges) == (2, 2, 0)


def test_no_articles_give_an_empty_table() -> None:
    assert len(build_timeline([])) == 0


def test_versions_of_all_parts_are_known() -> None:
    assert set(built_with()) == {"version", "grammar", "gazetteer", "model"}
    assert all(built_with().values())


@pytest.mark.parametrize("text", ["\0", "=" * 5000, "(" * 500, "31 June 2018 " * 50])
def test_hostile_text_is_no_error(text: str) -> None:
    validate(build_timeline([article(text)]))


def test_shipped_timeline_holds_every_curated_row(shipped: pd.DataFrame) -> None:
    rows = {event.event_id for path in (shipped_data() / "curated").glob("*.csv") for event in read_curated(path)}
    assert rows <= set(shipped["event_id"])


def test_shipped_timeline_joins_briefs_with_curated_rows(shipped: pd.DataFrame) -> None:
    """A brief that retells a curated row adds a source to it, and makes no row of its own."""
    row = shipped.set_index("event_id").loc["RPRK-155"]
    assert row["date_edtf"] == "2022-08-15"
    assert "brief-001" in {report["id"] for report in row["articles"]}
    curated = shipped[shipped["origin"] == "curated"]
    joined = curated["articles"].map(lambda reports: any(r["id"].startswith("brief-") for r in reports))
    assert joined.sum() >= 60


def test_shipped_timeline_tells_what_the_first_brief_tells_once(shipped: pd.DataFrame) -> None:
    told = shipped[shipped["articles"].map(lambda reports: any(r["id"] == "brief-001" for r in reports))]
    assert {"2019-04-25", "2021-08-15", "2022-07-13", "2022-08-15"} <= set(told["date_edtf"])
    assert set(told["origin"]) == {"curated"}, "each joined the row that a person wrote"


def test_shipped_timeline_is_about_russia_and_north_korea_or_curated(shipped: pd.DataFrame) -> None:
    extracted = shipped[shipped["origin"] == "extracted"]
    sides = [{*row["source_codes"], *row["target_codes"]} for _, row in extracted.iterrows()]
    assert all({"RUS", "PRK"} <= side for side in sides)


def test_shipped_timeline_is_valid(shipped: pd.DataFrame) -> None:
    assert validate(shipped).equals(shipped)


@pytest.fixture(scope="module")
def seed() -> pd.DataFrame:
    if not SEED.exists():
        pytest.skip("../shared is not here: the article that the project began with")
    return build_timeline(read_articles([SEED], date(2022, 8, 15)))


@pytest.mark.parametrize(
    ("edtf", "kind", "source", "target"),
    [
        ("2022-08-15", "CONSULT", {"RUS", "PRK"}, {"RUS", "PRK"}),
        ("2022-07", "SUPPORT", {"PRK"}, {"Donetsk PR", "Luhansk PR"}),
        ("2021", "CONSULT", {"RUS"}, {"PRK"}),
        ("2019-04-25", "CONSULT", {"RUS", "PRK"}, {"RUS", "PRK"}),
    ],
)
def test_first_article_gives_its_events_once(
    seed: pd.DataFrame, edtf: str, kind: str, source: set[str], target: set[str]
) -> None:
    rows = seed[(seed["date_edtf"] == edtf) & (seed["type"] == kind)]
    assert [(set(row["source_codes"]), set(row["target_codes"])) for _, row in rows.iterrows()] == [(source, target)]


def test_first_article_tells_the_visit_once(seed: pd.DataFrame) -> None:
    assert "2019" not in set(seed["date_edtf"])
