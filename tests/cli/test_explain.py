"""`tieline explain`: the reasons, for people and for programs."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import read_timeline

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]
PUBLISHED = ("--published", "2024-08-15")


def test_explain_says_of_each_sentence_what_was_made_of_it(tieline: Tieline, article: Path) -> None:
    shown = tieline("explain", str(article), *PUBLISHED).stdout
    assert "2  Russian Foreign Minister Sergei Lavrov visited Pyongyang last month" in shown
    assert "“Russian Foreign Minister Sergei Lavrov”: RUS (Sergei Lavrov), person" in shown
    assert "“last month”: July 2024, day not known; counted from the day of publication, 15 August 2024" in shown
    assert "event         19 June 2024: SUPPORT, RUS, PRK, together, in Pyongyang" in shown
    assert "set aside     nothing is told in this part of an article: title" in shown


def test_explain_says_it_in_words(tieline: Tieline) -> None:
    text = "Minister Lavrov paid a visit to North Korea on May 3, after 3,000 men had left."
    shown = tieline("explain", "-", *PUBLISHED, stdin=text).stdout
    assert "after “to”; paid – visit – to – North Korea" in shown
    assert [jargon for jargon in ("nsubj", "pobj", "rule month-day", "3,000”") if jargon in shown] == []


def test_explain_as_json_is_the_same_record(tieline: Tieline, article: Path) -> None:
    sentences = json.loads(tieline("explain", str(article), *PUBLISHED, "--format", "json").stdout)
    assert [each["number"] for each in sentences] == [1, 2, 3, 4]
    [visited, met] = sentences[1]["triggers"]
    assert visited["source"]["paths"] == ["visited >nsubj> Russian Foreign Minister Sergei Lavrov"]
    assert (met["event"]["source"], met["event"]["date_edtf"], met["why_not"]) == (["RUS", "PRK"], "2024-07", None)


def test_explain_narrows_to_a_sentence_or_to_words(tieline: Tieline, article: Path) -> None:
    third = tieline("explain", str(article), *PUBLISHED, "--sentence", "3").stdout
    assert third == tieline("explain", str(article), *PUBLISHED, "--only", "TREATY on").stdout
    assert "condemned" not in third
    assert "No such sentence." in tieline("explain", str(article), *PUBLISHED, "--sentence", "99").stdout


def test_explain_reads_standard_input_and_prints_no_steering_marks(tieline: Tieline) -> None:
    done = tieline("explain", "-", *PUBLISHED, stdin="A man\x1b[2J ran.\n\nLavrov met\x1b[2J Wang Yi\u202e on May 3.\n")
    assert (done.returncode, "\x1b" in done.stdout, "\u202e" in done.stdout) == (0, False, False)
    assert "3 May 2024" in done.stdout


def test_explain_refuses_what_it_cannot_read(refused: Callable[..., str], tmp_path: Path) -> None:
    assert "expected a file of that name" in refused("explain", "none.txt", *PUBLISHED)
    (tmp_path / "a.txt").write_text("Лавров прибыл в Пхеньян и встретился с Ким Чен Ыном.", encoding="utf-8")
    assert "English" in refused("explain", "a.txt", *PUBLISHED, "--language", "ru", cwd=tmp_path)


RETOLD = """\
A look back

On June 19, 2024, Russia and North Korea signed a strategic partnership treaty in Pyongyang, as
the \x1b[2Jpapers wrote.
"""


@pytest.fixture(scope="module")
def timeline(tieline: Tieline, article: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A timeline of two articles that tell of one treaty."""
    folder = tmp_path_factory.mktemp("timeline")
    shutil.copy(article, folder)
    (folder / "back.txt").write_text(RETOLD, encoding="utf-8")
    done = tieline("build", str(folder), "--published", "2024-09-15", "--out", str(folder / "events.parquet"))
    assert done.returncode == 0, done.stderr
    return folder / "events.parquet"


def treaty(timeline: Path) -> tuple[str, str]:
    """The id of the row, and that of the report that was joined to it."""
    frame = read_timeline(timeline)
    (row,) = (row for _, row in frame[frame["date_edtf"] == "2024-06-19"].iterrows() if row["n_reports"] == 2)
    return row["event_id"], row["also_ids"][0]


def test_explain_says_of_a_row_why_its_reports_are_one_event(tieline: Tieline, timeline: Path) -> None:
    row, other = treaty(timeline)
    shown = tieline("explain", str(timeline), other).stdout
    assert f"event         {row}" in shown
    assert "the row began with this report" in shown
    assert f"same event as {row}: same day; same actors;" in shown
    assert "words in common: partnership, " in shown
    assert ("[2Jpapers" in shown, "\x1b" in shown) == (True, False)
    assert shown == tieline("explain", str(timeline), row, other).stdout


def test_explain_gives_a_row_as_json(tieline: Tieline, timeline: Path) -> None:
    row, other = treaty(timeline)
    [record] = json.loads(tieline("explain", str(timeline), row, "--format", "json").stdout)
    joined = {report["event_id"]: report["joined"] for report in record["articles"]}
    assert joined[row] is None
    assert (joined[other]["to"], joined[other]["score"] >= joined[other]["needed"]) == (row, True)


def test_explain_refuses_ids_that_no_row_has(refused: Callable[..., str], timeline: Path) -> None:
    assert "the id of an event in this timeline" in refused("explain", str(timeline), "nobody")
    assert "the id of an event after it" in refused("explain", str(timeline))
    assert "no such file" in refused("explain", "none.parquet", "nobody")
