"""The road in shards gives the rows of the other one, wherever its files are, and does nothing twice."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pyarrow as pa
import pytest

from timeline import Article, read_timeline
from timeline.engines import Engine
from timeline.engines.engine import Item, Result
from timeline.engines.here import Here
from timeline.errors import InputError
from timeline.pipeline import Report, build_file
from timeline.pipeline.cluster import Asked, build_folder, read_aside
from timeline.pipeline.cluster.extract import Extract
from timeline.pipeline.cluster.merge import Connect
from timeline.pipeline.cluster.write import Write
from timeline.pipeline.work import Placed
from timeline.reading.articles import Unread, find_articles
from timeline.storage.places import Place
from timeline.storage.store import open_store
from timeline.storage.store.articles import set_aside
from timeline.table.frame import to_arrow

Maker = Callable[[int], Article]
Copier = Callable[[Article, str], Article]
Writer = Callable[[Path, list[Article]], Path]
DAY = "1700000000"


@pytest.fixture(scope="module", autouse=True)
def day() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        yield


@pytest.fixture(scope="module")
def articles(invented: Maker, copy_of: Copier) -> list[Article]:
    """Some are copies of others, some tell the same in other words, one has a strange language, two have one id."""
    first = [invented(number) for number in range(30)]
    copies = [copy_of(first[number // 2], f"copy-{number}") for number in range(12)]
    words = [invented(number).text.partition("\n\n")[2] for number in range(50, 60)]
    again = [replace(copy_of(first[n], f"again-{n}"), text=_acts(first[n]) + words[n]) for n in range(10)]
    silent = replace(invented(100), language="ru")
    twice = replace(invented(101), id="a7")
    return [*first[:20], *copies, *first[20:], *again, silent, twice, first[3]]


def _acts(article: Article) -> str:
    return "".join(article.text.partition("\n\n")[:2])


@pytest.fixture(scope="module")
def folder(articles: list[Article], write_articles: Writer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files in folders: one of lines, which is large enough to be cut, one of text, one that cannot be read."""
    folder = tmp_path_factory.mktemp("input") / "news"
    (folder / "deep").mkdir(parents=True)
    lines = write_articles(folder / "b.jsonl", articles).read_text(encoding="utf-8").splitlines()
    nameless = [json.dumps({key: value for key, value in json.loads(lines[0]).items() if key != "id"})]
    (folder / "b.jsonl").write_text("\n".join([*lines[:20], "", "{", *nameless, *lines[20:]]) + "\n", encoding="utf-8")
    (folder / "deep" / "2019-03-04.txt").write_text("Russia signed a treaty with China on March 2, 2019.\n")
    (folder / "2019-03-05.txt").write_text("Russia sent food aid to China on March 2, 2019.\n")
    return folder


@dataclass(frozen=True)
class Told:
    """What a build ended in."""

    table: pa.Table
    aside: list[tuple[str, str]]
    report: Report


def built_into_file(folder: Path, out: Path, **asked: Any) -> Told:
    """By the other road."""
    found = find_articles([folder])
    placed = (Unread.of(item) if isinstance(item, InputError) else Placed(where, item) for where, item in found)
    with open_store(f"{out}.build") as store:
        report = build_file(placed, out, store, **asked)
        return Told(to_arrow(read_timeline(out)), list(set_aside(store.db)), report)


def built(source: str, out: str, engine: Engine | None = None, **asked: Any) -> Told:
    """In shards: pieces of some articles, which go into five buckets."""
    wish = Asked((source,), out, f"{out}.build", piece=4_000, bucket=15, **asked)
    report = build_folder(wish, engine or Here())
    return Told(to_arrow(read_timeline(out)), list(read_aside(wish.work)), report)


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Told:
    return built_into_file(folder, tmp_path_factory.mktemp("file") / "events.parquet")


def counts(told: Told) -> tuple[int, ...]:
    there = told.report.there
    return there.articles, there.copies, there.set_aside, there.events, there.merges, told.report.read


def test_folder_holds_the_rows_of_the_file(folder: Path, expected: Told, tmp_path: Path) -> None:
    told = built(str(folder), str(tmp_path / "out"))
    assert told.table.equals(expected.table)
    assert told.aside == expected.aside
    assert counts(told) == counts(expected)
    assert len(expected.aside) == 3
    assert expected.report.there.merges > 3
    assert expected.report.there.copies == 13
    assert len(list((tmp_path / "out.build" / "articles").glob("*.json"))) > 4, "the file of lines was cut"


def test_address_holds_them_too(folder: Path, expected: Told) -> None:
    home = f"memory://{uuid.uuid4()}"
    for path in folder.rglob("*.*"):
        (Place(home) / f"news/{path.relative_to(folder)}").write(path.read_bytes())
    told = built(f"{home}/news", f"{home}/timeline")
    assert told.table.equals(expected.table)
    assert told.aside == [(place.replace(str(folder), f"{home}/news"), why) for place, why in expected.aside]
    assert not [file for file in Place(home).files() if "/steps/" in file.name]


def test_second_build_reads_nothing_and_leaves_the_files_as_they_are(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = built(str(folder), str(out))
    files = {path: path.stat().st_mtime_ns for path in out.rglob("*.parquet")}
    again = built(str(folder), str(out))
    assert (again.report.new, again.report.removed, again.report.read) == (0, 0, 0)
    assert again.report.edition == "2023-11-14.02"
    assert again.table.equals(first.table)
    assert set(out.rglob("*.parquet")) == set(files)


def test_new_articles_are_read_alone_and_their_rows_say_since_when(folder: Path, tmp_path: Path) -> None:
    source, out = tmp_path / "news", tmp_path / "out"
    copytree(folder, source)
    before = built(str(source), str(out)).table
    (source / "2019-03-06.txt").write_text("Japan imposed sanctions on Russia on March 2, 2019.\n")
    (source / "2019-03-05.txt").unlink()
    told = built(str(source), str(out))
    assert told.report.read < 12, "the new one, and what shares a piece with it or with the one that is gone"
    assert told.report.new >= told.report.read > 0
    since = dict(zip(told.table["event_id"].to_pylist(), told.table["first_built"].to_pylist(), strict=True))
    stayed = since.keys() & set(before["event_id"].to_pylist())
    assert {since[id] for id in stayed} == {"2023-11-14.01"}
    assert {since[id] for id in since.keys() - stayed} == {"2023-11-14.02"}
    fresh = built_into_file(source, tmp_path / "events.parquet").table
    assert told.table.drop_columns("first_built").equals(fresh.drop_columns("first_built"))


def test_focus_and_what_people_told_apart_are_heeded(folder: Path, expected: Told, tmp_path: Path) -> None:
    row = next(row for row in expected.table.to_pylist() if row["also_ids"])
    asked: dict[str, Any] = {"focus": ("RUS",), "apart": ((row["event_id"], row["also_ids"][0]),)}
    told, other = built(str(folder), str(tmp_path / "out"), **asked), built_into_file(folder, tmp_path / "one", **asked)
    assert told.table.equals(other.table)
    assert not told.table.equals(expected.table)


class Breaking(Here):
    """An engine that is broken off by Ctrl-C after some pieces of work of one kind."""

    def __init__(self, kind: type, most: int) -> None:
        self.kind, self.most = kind, most

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        kind = getattr(work, "step", work)
        for number, result in enumerate(super().map(work, items), 1):
            yield result
            if isinstance(kind, self.kind) and number == self.most:
                raise KeyboardInterrupt


@pytest.mark.parametrize("kind", [Extract, Connect, Write])
def test_what_was_broken_off_goes_on(folder: Path, expected: Told, tmp_path: Path, kind: type) -> None:
    with pytest.raises(KeyboardInterrupt):
        built(str(folder), str(tmp_path / "out"), Breaking(kind, 1))
    assert not (tmp_path / "out" / "_manifest.json").exists()
    told = built(str(folder), str(tmp_path / "out"))
    assert told.table.equals(expected.table)
    assert (told.report.read == 0) == (kind is not Extract)
    assert told.report.read < expected.report.read
    assert told.report.edition == "2023-11-14.01"


def test_folder_of_something_else_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out.build").mkdir()
    (tmp_path / "out.build" / "thesis.txt").write_text("mine")
    for fresh in (False, True):
        with pytest.raises(InputError, match="something else"):
            built(str(folder), str(tmp_path / "out"), fresh=fresh)
    assert (tmp_path / "out.build" / "thesis.txt").exists()


def test_fresh_build_forgets_and_reads_all_again(folder: Path, expected: Told, tmp_path: Path) -> None:
    built(str(folder), str(tmp_path / "out"))
    told = built(str(folder), str(tmp_path / "out"), fresh=True)
    assert told.report.read == expected.report.read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("/nowhere.jsonl", "/nowhere.jsonl: expected a file of that name"),
        ("memory://nowhere", "memory://nowhere: expected a file of articles"),
        ("nothing://nowhere", "nothing://nowhere: expected a place that can be reached"),
        ("https://example.org/a.html", "INPUT: https://example.org/a.html: expected a file, a folder, or an address"),
        ("-", "INPUT: -: expected a file, a folder, or an address"),
    ],
)
def test_input_that_cannot_be_is_one_clear_line(tmp_path: Path, source: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        built(source, str(tmp_path / "out"))
    assert str(caught.value).startswith(expected)
    assert "\n" not in str(caught.value)
