"""One article after the other: what cannot be read is told in its place, and the next one follows."""

from __future__ import annotations

import json
import os
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline import Article, read_articles
from timeline.errors import InputError
from timeline.reading import Unread, stream_articles
from timeline.reading.kinds import SUFFIXES

DAY = date(2022, 8, 15)
GOOD = b'{"id": "good", "text": "Envoys met.", "published": "2022-08-15"}'


def told(path: Path, content: bytes) -> list[str]:
    """The ids of the articles, and what is said in the place of others."""
    path.write_bytes(content)
    found = list(stream_articles([path], DAY))
    for each in found:
        assert isinstance(each, Article) or "\n" not in each.where + each.reason
    return [each.id if isinstance(each, Article) else f"{each.where}: {each.reason}" for each in found]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b'{"text": ', "line 2: Expecting value: expected JSON"),
        (b"[7]", "line 2: [7]: expected an article"),
        (b'{"text": 7}', "line 2, field text: 7: expected text"),
        (b'{"text": " "}', "line 2, field text: nothing: expected the text of an article"),
        (b'{"text": "a", "published": "soon"}', "line 2, field published: soon: expected a day"),
        (b'{"text": "\xff\xfe"}', "line 2: expected text in UTF-8, but it holds other bytes"),
        (b'{"text": "a\0b"}', "line 2: expected text, but this is binary"),
        (b'{"text": "a", "n": ' + b"7" * 5000 + b"}", "line 2: Exceeds the limit"),
        (b"[" * 100_000, "line 2: nested too deep: expected JSON"),
    ],
)
def test_bad_line_of_json_lines_is_told_and_the_next_one_read(tmp_path: Path, bad: bytes, words: str) -> None:
    path = tmp_path / "a.jsonl"
    before, middle, after = told(path, b"\n".join([GOOD, bad, GOOD]))
    assert (before, after) == ("good", "good")
    assert middle.startswith(f"{path}, {words}")


def test_line_that_ends_in_the_middle_of_the_file_is_the_only_one_lost(tmp_path: Path) -> None:
    assert told(tmp_path / "a.jsonl", GOOD + b"\r\n\n" + GOOD[:30])[0] == "good"


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b'2,"Envoys" met.,x', "line 3 cannot be read as one (',' expected after '\"')"),
        (b'2,"Envoys met.,x', "line 3 cannot be read as one (unexpected end of data)"),
        (b"2,Envoys met.", "row 3: 2: expected 3 cells"),
        (b"2,\xff,x", "row 3: expected text in UTF-8, but it holds other bytes"),
        (b"2,a\0b,x", "row 3: expected text, but this is binary"),
        (b"2,,x", "row 3, field text: nothing: expected the text"),
    ],
)
def test_bad_row_of_csv_is_told_and_takes_no_other_with_it(tmp_path: Path, bad: bytes, words: str) -> None:
    rows = [b"id,text,source", b'1,"Envoys\nmet.",x', bad, b"4,They parted.,x", b"5,They left.,x"]
    rows[2], before = bad, rows[1].replace(b"\n", b" ")
    first, middle, *others = told(tmp_path / "a.csv", b"\n".join([rows[0], before, *rows[2:]]))
    assert [first, *others] == ["1", "4", "5"]
    assert words in middle


def test_quote_that_is_never_closed_does_not_take_the_rest_of_a_long_file(tmp_path: Path) -> None:
    rows = [f"{number},Envoys met and talked and parted.,x" for number in range(20_000)]
    found = told(tmp_path / "a.csv", "\n".join(["id,text,source", 'bad,"Envoys met.,x', *rows]).encode())
    assert "line 2 cannot be read" in found[0]
    assert found[1:] == [str(number) for number in range(20_000)]


def test_bad_item_of_a_json_list_is_told_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    found = told(path, b"[" + b", ".join([GOOD, b'"text"', b'{"text": null}', GOOD]) + b"]")
    assert [found[0], found[3]] == ["good", "good"]
    assert found[1].startswith(f"{path}, article 2: text: expected an article")
    assert found[2].startswith(f"{path}, article 3, field text: nothing")


@pytest.mark.parametrize("name", ["bad.json", "bad.jsonl", "bad.csv", "bad.txt"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\0", b"\0\0", b"{", b'"'])
def test_bad_file_in_a_folder_is_told_and_the_next_one_read(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(GOOD)
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.json").write_bytes(GOOD)
    first, *middle, last = stream_articles([tmp_path], None)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert all(isinstance(each, Unread) and each.where.startswith(str(tmp_path / name)) for each in middle)
    assert middle


def test_article_without_a_day_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Envoys met."}\n' + GOOD)
    unread, article = stream_articles([tmp_path / "a.jsonl"])
    assert isinstance(article, Article)
    assert isinstance(unread, Unread)
    assert unread.where == f"{tmp_path / 'a.jsonl'}, line 1"
    assert unread.reason.startswith("expected a publication date, but nothing tells it")


def test_input_that_is_missing_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(GOOD)
    (tmp_path / "empty").mkdir()
    for wrong, words in (
        ("gone.json", "a file of that name"),
        ("empty", "a folder with"),
        ("a.pdf", "a file of that name"),
    ):
        with pytest.raises(InputError, match=words):
            stream_articles([tmp_path / "a.json", tmp_path / wrong])


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a file that its reader may not open")
def test_file_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(GOOD)
    (tmp_path / "a.json").chmod(0)
    (unread,) = stream_articles([tmp_path])
    assert isinstance(unread, Unread)


def test_links_that_lead_in_a_circle_or_nowhere_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(GOOD)
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "gone.json").symlink_to(tmp_path / "nothing")
    assert len(list(stream_articles([tmp_path]))) == 1


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, name: str) -> None:
    text = "Envoys met and talked and parted. " * 50
    head, row = ("text", f'"{text}"') if name == "a.csv" else ("", json.dumps({"text": text, "language": "en"}))
    path = tmp_path / name
    path.write_text(f"{head}\n" + f"{row}\n" * 5000)
    list(islice(stream_articles([path], DAY), 1))  # what is loaded once is no growth
    tracemalloc.start()
    try:
        read = sum(isinstance(each, Article) for each in stream_articles([path], DAY))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert read == 5000
    assert peak < 0.1 * path.stat().st_size


def lines() -> Iterator[st.SearchStrategy[bytes]]:
    yield st.binary(max_size=60)
    yield st.sampled_from([GOOD, b"text,published", b'"', b"a,2022-08-15", b"[", b"{}", b'{"text": "a"}', b"", b"\0"])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(*lines()), max_size=8).map(b"\n".join), st.sampled_from(list(SUFFIXES)))
def test_any_bytes_in_any_file_are_articles_or_told(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    found = told(path, content)
    assert found
    if all(isinstance(each, Article) for each in stream_articles([path], DAY)) and len(set(found)) == len(found):
        assert [article.id for article in read_articles([path], DAY)] == found
