"""A build that goes on from an earlier one: it reads what is new, and gives what a build from nothing gives."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from timeline import Article, read_timeline
from timeline.errors import InputError
from timeline.pipeline import Report, build_file
from timeline.storage.store import Store, forget_store, open_store
from timeline.storage.store.articles import set_aside

Invented = Callable[[int], Article]
CopyOf = Callable[[Article, str], Article]
DAY, NEXT = "1700000000", "1700100000"  # 14 and 16 November 2023


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


def run(folder: Path, articles: Iterable[Article], add: bool = False, apart: Iterable[tuple[str, str]] = ()) -> Report:
    """Builds events.parquet of the folder, which keeps what was done."""
    folder.mkdir(exist_ok=True)
    with open_store(folder / "events.build") as store:
        return build_file(articles, folder / "events.parquet", store, add=add, apart=apart)


def table(folder: Path) -> bytes:
    return (folder / "events.parquet").read_bytes()


def first_built(folder: Path) -> pd.Series:
    return read_timeline(folder / "events.parquet").set_index("event_id")["first_built"]


def reports(folder: Path) -> set[str]:
    """The ids of all articles that are reports of an event."""
    return {report["id"] for row in read_timeline(folder / "events.parquet")["articles"] for report in row}


def same_but_for_first_built(one: Path, other: Path) -> bool:
    left, right = (read_timeline(folder / "events.parquet").drop(columns="first_built") for folder in (one, other))
    return left.equals(right)


@contextmanager
def stored(folder: Path) -> Iterator[Store]:
    with open_store(folder / "events.build") as store:
        yield store


def test_second_build_of_the_same_reads_nothing_and_writes_the_same_bytes(tmp_path: Path, invented: Invented) -> None:
    articles = [invented(number) for number in range(12)]
    first = run(tmp_path, articles)
    before = table(tmp_path)
    second = run(tmp_path, reversed(articles))
    assert (first.new, first.read, first.edition) == (12, 12, "2023-11-14.01")
    assert (second.new, second.read, second.edition) == (0, 0, "2023-11-14.02")
    assert first.there == second.there
    assert table(tmp_path) == before


def test_articles_that_come_to_it_are_read_alone(
    tmp_path: Path, invented: Invented, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [invented(number) for number in range(16)]
    run(tmp_path / "grown", articles[:12])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEXT)
    assert run(tmp_path / "grown", articles).read == 4
    run(tmp_path / "fresh", articles)
    assert same_but_for_first_built(tmp_path / "grown", tmp_path / "fresh")
    assert set(first_built(tmp_path / "fresh")) == {"2023-11-16.01"}
    assert set(first_built(tmp_path / "grown")) == {"2023-11-14.01", "2023-11-16.01"}


def test_changed_article_replaces_its_events(tmp_path: Path, invented: Invented) -> None:
    articles = [invented(number) for number in range(6)]
    run(tmp_path / "grown", articles)
    articles[2] = replace(articles[2], text="Japan imposed sanctions on China on May 5, 2020.")
    assert run(tmp_path / "grown", articles).read == 1
    run(tmp_path / "fresh", articles)
    assert same_but_for_first_built(tmp_path / "grown", tmp_path / "fresh")
    assert "2020-05-05" in set(read_timeline(tmp_path / "grown" / "events.parquet")["date_edtf"])


def test_article_that_is_gone_takes_its_events_away(tmp_path: Path, invented: Invented) -> None:
    articles = [invented(number) for number in range(6)]
    run(tmp_path / "grown", articles)
    report = run(tmp_path / "grown", articles[:4])
    assert (report.read, report.removed, report.there.articles) == (0, 2, 4)
    run(tmp_path / "fresh", articles[:4])
    assert table(tmp_path / "grown") == table(tmp_path / "fresh")


def test_add_keeps_what_the_input_does_not_name(tmp_path: Path, invented: Invented) -> None:
    articles = [invented(number) for number in range(6)]
    run(tmp_path / "grown", articles[:4])
    report = run(tmp_path / "grown", articles[4:], add=True)
    assert (report.read, report.removed, report.there.articles) == (2, 0, 6)
    run(tmp_path / "fresh", articles)
    assert same_but_for_first_built(tmp_path / "grown", tmp_path / "fresh")


def test_input_without_articles_takes_nothing_away(tmp_path: Path, invented: Invented) -> None:
    run(tmp_path, [invented(1)])
    before = table(tmp_path)
    assert run(tmp_path, []).there.articles == 1
    assert table(tmp_path) == before


@pytest.mark.parametrize("order", [1, -1])
def test_copy_is_a_line_beside_the_earliest_and_takes_its_place_when_that_is_gone(
    tmp_path: Path, invented: Invented, copy_of: CopyOf, order: int
) -> None:
    first, other = invented(1), invented(2)
    copies = [copy_of(first, "copy-1"), copy_of(copy_of(first, "x"), "copy-2")]
    report = run(tmp_path / "grown", [first, *copies, other][::order])
    assert (report.read, report.there.articles, report.there.copies) == (2, 2, 2)
    (row,) = (row for row in read_timeline(tmp_path / "grown" / "events.parquet")["articles"] if row[0]["id"] == "a1")
    assert [copy["id"] for copy in row[0]["copies"]] == ["copy-1", "copy-2"]

    report = run(tmp_path / "grown", [*copies, other][::order])
    assert (report.read, report.there.articles, report.there.copies) == (1, 2, 1)
    run(tmp_path / "fresh", [*copies, other])
    assert same_but_for_first_built(tmp_path / "grown", tmp_path / "fresh")
    assert reports(tmp_path / "grown") == {"copy-1", "a2"}


def test_earlier_print_of_a_text_becomes_the_one_that_is_read(
    tmp_path: Path, invented: Invented, copy_of: CopyOf
) -> None:
    first = invented(1)
    run(tmp_path / "grown", [copy_of(first, "copy")])
    report = run(tmp_path / "grown", [copy_of(first, "copy"), first])
    assert (report.read, report.there.copies) == (1, 1)
    assert reports(tmp_path / "grown") == {"a1"}


def test_other_versions_read_all_articles_anew(
    tmp_path: Path, invented: Invented, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [invented(number) for number in range(4)]
    run(tmp_path, articles)
    before = table(tmp_path)
    monkeypatch.setattr("timeline.pipeline.versions.READING", ("model",))
    assert run(tmp_path, articles).read == 4
    assert table(tmp_path) == before


def test_manifest_says_what_each_article_was_read_with(tmp_path: Path, invented: Invented) -> None:
    run(tmp_path, [invented(1)])
    with stored(tmp_path) as store:
        found = store.db.execute("SELECT id, digest, told FROM articles JOIN versions USING (version)").fetchall()
    ((id, digest, versions),) = found
    assert id == b"a1"
    assert len(digest) > 20
    assert all(f'"{part}"' in versions for part in ("version", "grammar", "gazetteer", "model", "code"))


def test_second_article_with_an_id_is_set_aside_and_the_run_goes_on(tmp_path: Path, invented: Invented) -> None:
    twice = replace(invented(2), id="a1")
    report = run(tmp_path, [invented(1), twice, invented(1), invented(3)])
    assert (report.there.articles, report.there.set_aside) == (2, 1)
    with stored(tmp_path) as store:
        ((where, reason),) = set_aside(store.db)
    assert where == "a1"
    assert "an id of its own" in reason
    assert run(tmp_path, [invented(1), invented(3)]).there.set_aside == 0


@pytest.mark.parametrize("id", ["\ud800", "e\udfff", "'; DROP TABLE articles; --", "a" * 5000])
def test_id_of_any_letters_is_kept(tmp_path: Path, invented: Invented, id: str) -> None:
    report = run(tmp_path, [replace(invented(1), id=id, source=id, url=id, title=id)])
    assert report.there.articles == 1
    assert run(tmp_path, [replace(invented(1), id=id, source=id, url=id, title=id)]).read == 0


def test_store_that_another_build_uses_is_refused(tmp_path: Path, invented: Invented) -> None:
    with open_store(tmp_path / "events.build"), pytest.raises(InputError, match="no other build is using"):
        run(tmp_path, [invented(1)])


@pytest.mark.parametrize("content", [b"no store " * 200, b"x"])
def test_file_that_is_no_store_is_refused_and_stays(tmp_path: Path, invented: Invented, content: bytes) -> None:
    (tmp_path / "events.build").write_bytes(content)
    with pytest.raises(InputError, match=r"events\.build: expected a store of earlier builds"):
        run(tmp_path, [invented(1)])
    assert (tmp_path / "events.build").read_bytes() == content


def test_file_that_is_no_store_is_not_forgotten(tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE things (name)")
    (tmp_path / "notes.txt").write_text("Do not lose me.")
    for name in ("other.db", "notes.txt"):
        with pytest.raises(InputError, match="something else"):
            forget_store(tmp_path / name)
        assert (tmp_path / name).exists()
    with stored(tmp_path) as store:
        store.db.execute("PRAGMA user_version = 99")
    forget_store(tmp_path / "events.build")
    forget_store(tmp_path / "events.build")
    assert not list(tmp_path.glob("events.build*"))


def test_store_of_another_version_is_refused_and_says_what_to_do(tmp_path: Path, invented: Invented) -> None:
    with stored(tmp_path) as store:
        store.db.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match="--fresh"):
        run(tmp_path, [invented(1)])


def test_other_way_to_look_for_copies_takes_all_articles_in_anew(
    tmp_path: Path, invented: Invented, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [invented(number) for number in range(4)]
    run(tmp_path, articles)
    before = table(tmp_path)
    monkeypatch.setattr("timeline.pipeline.work.SCHEME", "another")
    assert run(tmp_path, articles).new == 4
    assert table(tmp_path) == before
