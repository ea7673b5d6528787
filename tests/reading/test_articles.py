"""Articles from files of every kind, and one clear line where there is none."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import Article, read_articles
from timeline.errors import InputError, PublishedError
from timeline.reading.files import decode

DAY = date(2022, 8, 15)
TOLD = {
    "id": "n1",
    "text": "Envoys met on Monday.",
    "title": "Envoys meet",
    "source": "Example Times",
    "url": "https://example.org/1",
    "published": "2022-08-16",
    "language": "en-GB",
}


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only(path: Path, published: date | None = None, language: str = "auto") -> Article:
    (article,) = read_articles([path], published, language)
    return article


def refused(*paths: Path, published: date | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_articles(paths, published)
    line = str(caught.value)
    assert "\n" not in line
    assert "expected" in line
    return line


def test_text_is_read_as_it_stands(tmp_path: Path) -> None:
    text = "Headline here\r\n\r\nThe envoy\u00a0arrived.\r\n\tDone. \n"
    article = only(written(tmp_path / "a.txt", text), DAY)
    assert article.text == text
    assert (article.title, article.published, article.published_basis) == ("Headline here", DAY, "given")
    assert article.id == "a.txt"


def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.txt", b"\xef\xbb\xbfKim came."), DAY).text == "Kim came."


def test_json_article_has_all_its_fields(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.json", json.dumps(TOLD))) == Article(
        text=TOLD["text"],
        published=date(2022, 8, 16),
        id="n1",
        title="Envoys meet",
        source="Example Times",
        url="https://example.org/1",
        language="en",
        published_basis="metadata",
    )


def test_json_list_jsonl_and_csv_give_one_article_a_record(tmp_path: Path) -> None:
    one, two, three, four = (TOLD | {"id": id} for id in "1234")
    files = [
        written(tmp_path / "a.json", json.dumps([one, two])),
        written(tmp_path / "b.jsonl", f"{json.dumps(three)}\n\n{json.dumps(four)}\r\n"),
        written(tmp_path / "c.csv", 'id,text,published\n5,Envoys met.,2022-08-16\n6,"They, too,\nmet.",2022-08-17\n'),
    ]
    articles = read_articles(files)
    assert [article.id for article in articles] == list("123456")
    assert articles[5].text == "They, too,\nmet."


def test_id_that_is_there_twice_is_refused_with_both_places(tmp_path: Path) -> None:
    one = written(tmp_path / "a.json", json.dumps([TOLD | {"id": "7"}, TOLD | {"id": "8"}]))
    two = written(tmp_path / "b.jsonl", json.dumps(TOLD | {"id": 8}))
    line = refused(one, two)
    assert line == f"{two}, line 1, field id: 8: expected an id of its own, but {one}, article 2 has the same"
    assert "a.json, article 1" in refused(one, one)


def test_article_without_an_id_is_called_by_its_file_and_the_folders_from_the_input_on(tmp_path: Path) -> None:
    news = tmp_path / "news"
    paths = [news / "b.txt", news / "kcna" / "a.txt", news / "tass" / "a.txt"]
    for path in paths:
        path.parent.mkdir(exist_ok=True, parents=True)
        written(path, "Envoys met.")
    written(news / "c.jsonl", '\n{"text": "They parted."}\n')
    names = ["news/b.txt", "news/c.jsonl-2", "news/kcna/a.txt", "news/tass/a.txt"]
    assert [article.id for article in read_articles([news], DAY)] == names
    assert [article.id for article in read_articles([news / "tass", news / "b.txt"], DAY)] == ["tass/a.txt", "b.txt"]
    assert [article.id for article in read_articles(paths, DAY)] == ["b.txt", str(paths[1]), str(paths[2])]


def test_folder_gives_its_articles_by_name_and_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.json", "a.json", "deep/c.json", ".hidden.json", "picture.png", "README.md"):
        written(tmp_path / name, json.dumps(TOLD | {"id": name}))
    assert [article.id for article in read_articles([tmp_path])] == ["a.json", "b.json", "deep/c.json"]


def test_standard_input_is_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Ким приехал.".encode())))
    (article,) = read_articles(["-"], DAY)
    assert (article.text, article.language, article.id) == ("Ким приехал.", "ru", "standard input")


@pytest.mark.parametrize("name", ["2022-08-15-letters.txt", "times_2022_08_15.txt", "2022.08.15.txt"])
def test_day_of_publication_is_read_from_the_name_of_the_file(tmp_path: Path, name: str) -> None:
    article = only(written(tmp_path / name, "Kim came."))
    assert (article.published, article.published_basis) == (DAY, "file name")


def test_a_day_that_is_given_comes_before_a_records_own_and_that_before_the_name(tmp_path: Path) -> None:
    named = written(tmp_path / "2001-01-01.json", json.dumps(TOLD))
    assert only(named, DAY).published == DAY
    assert only(named).published == date(2022, 8, 16)
    assert only(written(tmp_path / "2001-01-01.txt", "Kim came."), DAY).published == DAY


def test_day_is_that_of_the_sources_own_zone(tmp_path: Path) -> None:
    article = only(written(tmp_path / "a.json", json.dumps(TOLD | {"published": "2022-08-16T01:30:00+09:00"})))
    assert article.published == date(2022, 8, 16)
    assert article.published_at == datetime(2022, 8, 15, 16, 30, tzinfo=UTC)


def test_article_without_a_day_names_the_three_ways_to_give_one(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "Kim came last month.")
    with pytest.raises(PublishedError) as caught:
        read_articles([path])
    line = str(caught.value)
    assert str(path) in line
    assert all(way in line for way in ("--published DATE", "`published` field", "2022-08-15-title.txt"))


@pytest.mark.parametrize("name", ["2022-13-45-a.txt", "12022-08-15.txt"])
def test_numbers_in_a_name_that_are_no_day_are_none(tmp_path: Path, name: str) -> None:
    with pytest.raises(PublishedError):
        read_articles([written(tmp_path / name, "Kim came.")])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Президент принял посла в Москве.", "ru"),
        ("김정은 위원장이 푸틴 대통령에게 답전을 보냈다. (KCNA)", "ko"),
        ("金正恩総書記はプーチン大統領と会談した。", "ja"),
        ("金正恩会见普京。", "zh"),
        ("Der Minister ist nach Moskau gereist, und er hat mit dem Präsidenten gesprochen.", "de"),
        ("The minister went to Moscow, Москва, and came back.", "en"),
        ("Putin met Kim Jong Un last Wednesday.", "en"),
        ("Lula da Silva met Xi.", "en"),
        ("12345 !!!", "en"),
    ],
)
def test_language_is_guessed_from_script_and_words(tmp_path: Path, text: str, language: str) -> None:
    assert only(written(tmp_path / "a.txt", text), DAY).language == language


def test_language_that_is_given_holds_for_all(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.json", json.dumps(TOLD)), language="ru").language == "ru"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Support our work!\n\nEnvoys meet in Hanoi\n\nThe envoys met.", "Envoys meet in Hanoi"),
        ("One line only", ""),
        ("The envoys met.\nThey talked.\nThen they left.\nA line", ""),
        (f"{'long ' * 50}\nThe envoys met.", ""),
    ],
)
def test_title_is_the_first_line_that_is_no_sentence(tmp_path: Path, text: str, title: str) -> None:
    assert only(written(tmp_path / "a.txt", text), DAY).title == title


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"fine\nnot \xff\xfe fine", "line 2 holds other bytes"),
        ("a.txt", b"text\0text", "binary"),
        ("a.json", b'{\n"text": ', "a.json, line 2: Expecting value: expected JSON"),
        ("a.json", b"7", "one article or a list"),
        ("a.json", b'["a"]', "article 1: a: expected an article"),
        ("a.json", b'{"text": "", "published": "2022-08-15"}', "field text"),
        ("a.json", b'{"text": 7, "published": "2022-08-15"}', "field text: 7: expected text"),
        ("a.json", b'{"text": "a", "published": "2022-02-30"}', "field published: 2022-02-30: expected a day"),
        ("a.json", b'{"text": "a", "published": 20220815}', "field published: 20220815: expected text"),
        ("a.json", b"[" * 100_000, "nested too deep"),
        ("a.jsonl", b'{"text": "a", "published": "2022-08-15"}\n{"text": ', "a.jsonl, line 2"),
        ("a.csv", b"id,published\n1,2022-08-15\n", "text: expected a column of this name"),
        ("a.csv", b"text,published\nEnvoys met.\n", "row 2: Envoys met.: expected 2 cells"),
        ("a.csv", b"text,published\nEnvoys met.,soon\n", "row 2, field published: soon: expected a day"),
        ("a.json", b"[]", "a.json: expected an article, but there is none in this file"),
        ("a.csv", b"text,published\n", "a.csv: expected an article, but there is none in this file"),
        ("a.dat", b"\x89PNG\r\n", "a.dat: expected a file of articles, but this is a picture"),
    ],
)
def test_bad_file_is_named_with_place_and_value(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    line = refused(written(tmp_path / name, content), published=DAY)
    assert name in line
    assert words in line


def test_missing_file_and_empty_folder_are_named(tmp_path: Path) -> None:
    assert "gone.txt: expected a file of that name" in refused(tmp_path / "gone.txt")
    assert f"{tmp_path}: expected a folder with articles" in refused(tmp_path)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused_in_one_line(content: bytes) -> None:
    try:
        told = decode(content, "a file")
    except InputError as error:
        told = str(error)
    assert told.strip()


@settings(deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=200).filter(str.strip))
def test_any_text_in_json_is_an_article(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "a.json"
    path.write_text(json.dumps({"text": text, "published": "2022-08-15"}))
    assert only(path).text == text
