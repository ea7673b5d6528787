"""The day of publication: in what order it is looked for, whose clocks count, what is caught, and what is a guess."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from timeline import Article, extract_events, read_articles
from timeline.errors import PublishedError
from timeline.model import INFERRED

DAY = date(2022, 8, 15)
SEED = Path(__file__).parents[3] / "shared" / "articles" / "seed.txt"
BODY = "Envoys of both sides met in Oslo. They signed a treaty on the rail line, the ministries said. " * 4
GUESSABLE = (
    "Putin and Kim exchanged letters, state media reported Monday.\n\nPutin's message on Liberation Day was like the "
    "one of last year.\n\nIn the 2021 letter he spoke of trust. North Korea last month recognized Donetsk PR."
)


def page(tags: str = "", head: str = "", line: str = "") -> str:
    body = f"<h1>Envoys meet in Oslo</h1>{line}<p>{head}{BODY}</p>"
    return f"<!doctype html><html><head>{tags}</head><body>{body}</body></html>"


def only(tmp_path: Path, name: str, content: str, published: date | None = None, infer: bool = False) -> Article:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    (article,) = read_articles([path], published, infer_dates=infer)
    return article


LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-08-02"}</script>'
META = '<meta property="article:published_time" content="2022-08-03">'
DATELINE, ADDRESS = "OSLO, Aug. 4, 2022 (NTB) -- ", '<link rel="canonical" href="https://example.org/2022/08/05/oslo">'
LINE = '<p class="date">6 August 2022</p>'
EARLIER = ((LINKED, "", ""), (META, "", ""), ("", DATELINE, ""), (ADDRESS, "", ""))


@pytest.mark.parametrize(
    ("parts", "basis", "day"),
    [
        ((LINKED, META, DATELINE, ADDRESS, LINE), "JSON-LD", 2),
        ((META, DATELINE, ADDRESS, LINE), "meta tag", 3),
        ((DATELINE, ADDRESS, LINE), "dateline", 4),
        ((ADDRESS, LINE), "address", 5),
        ((LINE,), "date line", 6),
    ],
)
def test_clues_are_believed_in_order(tmp_path: Path, parts: tuple[str, ...], basis: str, day: int) -> None:
    tags = "".join(part for part in parts if part in (LINKED, META, ADDRESS))
    content = page(tags, DATELINE if DATELINE in parts else "", LINE if LINE in parts else "")
    article = only(tmp_path, "a.html", content)
    assert (article.published_basis, article.published) == (basis, date(2022, 8, day))
    assert (article.published_note != "") == (day < 5)
    given = only(tmp_path, "a.html", content, DAY)
    assert (given.published_basis, given.published) == ("given", DAY)
    assert basis in given.published_note


def test_contradiction_is_told_and_a_day_of_difference_is_none(tmp_path: Path) -> None:
    near = only(tmp_path, "a.html", page(META, DATELINE))
    assert near.published_note == ""
    far = only(tmp_path, "a.html", page(META, DATELINE.replace("4", "9")))
    assert far.published_note == "the dateline says 2022-08-09"


@pytest.mark.parametrize(
    ("source", "told", "day", "at"),
    [
        ("http://www.kcna.kp/1", "2022-08-15T15:30:00Z", 16, datetime(2022, 8, 15, 15, 30, tzinfo=UTC)),
        ("KCNA", "2022-08-15T15:30:00+00:00", 16, datetime(2022, 8, 15, 15, 30, tzinfo=UTC)),
        ("https://tass.com/1", "2022-08-15T21:30:00Z", 16, datetime(2022, 8, 15, 21, 30, tzinfo=UTC)),
        ("https://example.org/1", "2022-08-15T15:30:00Z", 15, datetime(2022, 8, 15, 15, 30, tzinfo=UTC)),
        ("http://www.kcna.kp/1", "2022-08-16 00:30", 16, datetime(2022, 8, 15, 15, 30, tzinfo=UTC)),
        ("http://www.kcna.kp/1", "2022-08-15T23:30:00+03:00", 15, datetime(2022, 8, 15, 20, 30, tzinfo=UTC)),
        ("http://www.kcna.kp/1", "2022-08-16", 16, None),
    ],
)
def test_day_is_that_of_the_outlets_own_clocks(
    tmp_path: Path, source: str, told: str, day: int, at: datetime | None
) -> None:
    fields = {"text": BODY, "url" if "/" in source else "source": source, "published": told}
    article = only(tmp_path, "a.json", json.dumps(fields))
    assert (article.published, article.published_at) == (date(2022, 8, day), at)


def test_last_hour_of_the_calendar_has_no_other_zone(tmp_path: Path) -> None:
    fields = {"text": BODY, "url": "http://www.kcna.kp/1", "published": "9999-12-31T23:59:59Z"}
    assert only(tmp_path, "a.json", json.dumps(fields)).published == date(9999, 12, 31)


def test_pyongyang_kept_another_time_for_three_years(tmp_path: Path) -> None:
    fields = {"text": BODY, "source": "KCNA", "published": "2017-05-01 00:10"}
    assert only(tmp_path, "a.json", json.dumps(fields)).published_at == datetime(2017, 4, 30, 15, 40, tzinfo=UTC)


def test_line_under_the_title_of_a_text_tells_the_day(tmp_path: Path) -> None:
    article = only(tmp_path, "a.txt", f"Envoys meet\n\nBy Ann Ray | August 15, 2022\nUpdated August 20, 2022\n\n{BODY}")
    assert (article.published, article.published_basis) == (DAY, "date line")


def test_text_that_gives_the_day_away_is_dated_by_a_guess_with_its_reasons_and_only_when_asked(tmp_path: Path) -> None:
    article = only(tmp_path, "a.txt", GUESSABLE, infer=True)
    assert (article.published, article.published_basis) == (DAY, INFERRED)
    assert "“Liberation Day” is that day; it is a Monday; “last year” and “2021”" in article.published_note
    with pytest.raises(PublishedError, match="--infer-dates"):
        only(tmp_path, "a.txt", GUESSABLE)


def test_text_that_says_too_little_is_not_guessed_at(tmp_path: Path) -> None:
    with pytest.raises(PublishedError, match="gives its year away"):
        only(
            tmp_path,
            "a.txt",
            "They met on Monday. On August 7 they had spoken. A treaty of 1961 binds them.",
            infer=True,
        )


def test_what_is_counted_from_a_guess_is_marked_as_one() -> None:
    guessed = Article(GUESSABLE, DAY, id="a", published_basis=INFERRED)
    known = Article(GUESSABLE, DAY, id="a", published_basis="given")
    doubtful = [event.when.edtf for event in extract_events(guessed)]
    assert [edtf.rstrip("?") for edtf in doubtful] == [event.when.edtf for event in extract_events(known)]
    assert {edtf for edtf in doubtful if not edtf.endswith("?")} == {"2021"}
    trust = [(a.confidence, b.confidence) for a, b in zip(extract_events(guessed), extract_events(known), strict=True)]
    assert [a < b for a, b in trust] == [edtf.endswith("?") for edtf in doubtful]
    dated = "On April 25, 2019, Kim Jong Un met Vladimir Putin in Vladivostok."
    (event,) = extract_events(Article(dated, DAY, id="b", published_basis=INFERRED))
    assert event.when.edtf == "2019-04-25"


@pytest.mark.skipif(not SEED.exists(), reason="the article that the project began with is not here")
def test_article_that_the_project_began_with_is_dated_rightly() -> None:
    (article,) = read_articles([SEED], infer_dates=True)
    assert (article.published, article.published_basis) == (DAY, INFERRED)
