"""The synthetic archive that the benchmarks build from: the same for a seed, and of the promised shape."""

from __future__ import annotations

import json
from collections import Counter
from statistics import median

import pytest

from tests.benchmarks.synthetic.records import Made, make_archive
from timeline.dates import find_dates
from timeline.model import Article
from timeline.reading.published.address import day_in_name

COUNT = 1000


@pytest.fixture(scope="module")
def archive() -> list[Made]:
    return list(make_archive(COUNT, seed=5))


def test_archive_of_a_seed_is_always_the_same(archive: list[Made]) -> None:
    assert list(make_archive(COUNT, seed=5)) == archive
    assert [made.line for made in make_archive(50, seed=6)] != [made.line for made in make_archive(50, seed=5)]


def test_archive_has_copies_bad_lines_and_other_languages(archive: list[Made]) -> None:
    assert len(archive) == COUNT
    assert sum(bool(made.edit) for made in archive) == COUNT // 4
    assert sum(bool(made.fault) for made in archive) == COUNT // 200
    assert 5 <= sum(made.language != "en" for made in archive) <= 40
    reports = Counter(made.event for made in archive if made.event >= 0 and not made.edit)
    assert max(reports.values()) >= 10 > median(reports.values())


def test_archive_articles_have_a_length_a_day_and_an_id_of_their_own(archive: list[Made]) -> None:
    sound = [json.loads(made.line) for made in archive if not made.fault and made.language == "en"]
    sizes = sorted(len(record["text"].split()) for record in sound)
    assert 220 <= median(sizes) <= 290
    assert sizes[0] < 80
    assert sizes[-1] > 1000
    assert len({record["id"] for record in sound}) == len(sound)
    days = [record["published"][:10] for record in sound]
    assert days == sorted(days)


def test_archive_copy_keeps_the_words_of_its_original(archive: list[Made]) -> None:
    first = {made.original: json.loads(made.line)["text"] for made in archive if not made.edit and not made.fault}
    exact = [made for made in archive if made.edit in ("exact", "headline")]
    assert exact
    assert all(json.loads(made.line)["text"] == first[made.original] for made in exact)
    edited = [made for made in archive if made.edit == "edited"]
    assert any(json.loads(made.line)["text"] != first[made.original] for made in edited)


def test_archive_tells_dates_in_words_that_are_understood(archive: list[Made]) -> None:
    told = [json.loads(made.line) for made in archive if made.event >= 0 and not made.fault][:50]
    articles = [Article(record["text"], day_in_name(record["published"]), id=record["id"]) for record in told]
    understood = [any(m.value for m in find_dates(article.text, article.published)) for article in articles]
    assert sum(understood) >= 45
