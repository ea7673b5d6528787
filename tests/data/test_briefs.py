"""The news briefs: form, calendar, and words of our own."""

import calendar
import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data" / "articles"
SHARED = ROOT / ".." / "shared" / "articles"
FIELDS = ["id", "title", "source", "url", "published", "language", "text"]
WEEKDAYS, MONTHS = list(calendar.day_name), list(calendar.month_name)[1:]
DAY = re.compile(
    rf"(?P<weekday>{'|'.join(WEEKDAYS)}),? (?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?"
)
WORD = re.compile(r"\w+(?:['’]\w+)?")
NAMES = {"putin", "kim", "vladimir", "jong", "un", "il", "russian", "north", "korean", "president", "leader", "and"}
Brief = dict[str, str]


@cache
def load() -> list[Brief]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))]


BRIEFS = pytest.mark.parametrize("brief", load(), ids=lambda brief: brief["id"])


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """All runs of so many words, in lower case."""
    words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    return set(zip(*(words[start:] for start in range(length)), strict=False))


def test_briefs_are_many_and_numbered_through() -> None:
    files = sorted(FOLDER.iterdir())
    assert len(files) >= 24
    assert [path.name for path in files] == [f"brief-{number:03}.json" for number in range(1, len(files) + 1)]
    assert [brief["id"] for brief in load()] == [path.stem for path in files]


def test_briefs_after_the_first_stand_in_order_of_time() -> None:
    days = [brief["published"] for brief in load()[1:]]
    assert days == sorted(days)
    assert load()[0]["published"] == "2022-08-15"


@BRIEFS
def test_brief_has_all_fields(brief: Brief) -> None:
    assert list(brief) == FIELDS
    assert [name for name, value in brief.items() if value != value.strip() or not value] == []
    assert brief["language"] == "en"
    assert brief["source"].startswith("tieline brief, after ")
    assert urlsplit(brief["url"]).scheme in ("http", "https")
    assert date(2000, 1, 1) < date.fromisoformat(brief["published"]) < date(2026, 1, 1)


@BRIEFS
def test_brief_is_short_and_has_paragraphs(brief: Brief) -> None:
    assert 80 <= len(brief["text"].split()) <= 200
    assert 2 <= len(brief["text"].split("\n\n")) <= 5
    assert "\n" not in brief["text"].replace("\n\n", "")


@BRIEFS
def test_brief_gives_weekdays_as_the_calendar_does(brief: Brief) -> None:
    for match in DAY.finditer(brief["text"]):
        year = int(match["year"] or brief["published"][:4])
        day = date(year, MONTHS.index(match["month"]) + 1, int(match["day"]))
        assert WEEKDAYS[day.weekday()] == match["weekday"], match[0]


@cache
def foreign_runs(length: int) -> frozenset[tuple[str, ...]]:
    if not SHARED.is_dir():
        pytest.skip(f"../shared is not here: no articles to compare with in {SHARED}")
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in SHARED.rglob("*.json")]
    return frozenset().union(*(runs(text, length) for text in [*texts, (SHARED / "seed.txt").read_text("utf-8")]))


@BRIEFS
def test_brief_is_in_our_own_words(brief: Brief) -> None:
    """No run of eight words is common with a real article; names and titles alone do not make a run."""
    common = runs(brief["text"], 8) & foreign_runs(8)
    assert [" ".join(run) for run in common if not NAMES.issuperset(run)] == []


def test_first_brief_shares_no_six_words_with_the_report_it_retells() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"../shared is not here: no report to compare with in {SHARED}")
    seed = (SHARED / "seed.txt").read_text(encoding="utf-8")
    assert runs(load()[0]["text"], 6) & runs(seed, 6) == set()


def test_provenance_tells_how_many_briefs_there_are() -> None:
    assert f"| {len(load())} short news briefs" in (ROOT / "data" / "PROVENANCE.md").read_text(encoding="utf-8")
