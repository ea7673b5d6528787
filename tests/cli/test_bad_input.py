"""One clear line, exit code 1, no traceback: it names the value, and what was expected."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

Refused = Callable[..., str]
Tieline = Callable[..., "subprocess.CompletedProcess[str]"]


def test_missing_article_is_named(refused: Refused) -> None:
    assert "nowhere.txt" in refused("build", "nowhere.txt", "--published", "2022-08-15")


def test_empty_article_is_named(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    line = refused("build", "empty.txt", "--published", "2022-08-15", cwd=tmp_path)
    assert "empty.txt" in line
    assert "empty" in line.replace("empty.txt", "")


def test_binary_junk_is_named_as_no_text(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 8)
    line = refused("build", "junk.txt", "--published", "2022-08-15", cwd=tmp_path)
    assert "junk.txt" in line
    assert "text" in line.replace("junk.txt", "")


def test_article_without_a_day_of_publication_names_the_ways_to_give_one(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Putin wrote to Kim Jong Un last month.")
    line = refused("build", "article.txt", cwd=tmp_path)
    assert "article.txt" in line
    assert "--published" in line


@pytest.mark.parametrize("command", [["build", "a.txt"], ["resolve", "last month"]])
@pytest.mark.parametrize("day", ["2022-13-45", "2022-02-30", "yesterday", ""])
def test_date_that_is_none_is_named(refused: Refused, command: list[str], day: str) -> None:
    line = refused(*command, "--published", day)
    assert day in line
    assert "--published" in line
    assert "2022-08-15" in line


def test_focus_on_an_actor_that_nobody_knows_is_named(refused: Refused, article: Path) -> None:
    line = refused("build", str(article), "--published", "2024-08-15", "--focus", "RUS,Russland")
    assert "Russland" in line
    assert "--focus" in line


@pytest.mark.parametrize("command", [["build", "a.txt", "--published", "2022-08-15"], ["resolve", "last month"]])
@pytest.mark.parametrize("language", ["zz", "", "english", "-"])
def test_language_that_nobody_knows_is_named(refused: Refused, command: list[str], language: str) -> None:
    line = refused(*command, "--language", language)
    assert (
        line == f"tieline: --language: {language or 'nothing'}: expected the code of a language, such as en, ru or ko\n"
    )


def test_file_without_articles_is_named(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text("[]")
    assert refused("build", "none.json", cwd=tmp_path).startswith("tieline: none.json: expected an article")


def test_second_of_two_articles_with_one_id_is_set_aside(tieline: Tieline, tmp_path: Path) -> None:
    told = '{"id": "x7", "text": "Putin wrote to Kim Jong Un%s.", "published": "2022-08-15"}'
    (tmp_path / "two.json").write_text(f"[{told % ''}, {told % ' again'}]")
    done = tieline("build", "two.json", "--strict", cwd=tmp_path)
    assert done.returncode == 1
    assert "set aside: two.json, article 2: x7: expected an id of its own" in done.stderr
    assert done.stdout.startswith("1 article built, 0 copies, 1 set aside")


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes with a name")
def test_out_that_is_a_pipe_is_refused_and_stays(refused: Refused, article: Path, events: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert "pipe.csv" in refused("export", str(events), "--out", "pipe.csv", cwd=tmp_path)
    assert "pipe.csv" in refused("build", str(article), "--published", "2024-08-15", "--out", "pipe.csv", cwd=tmp_path)
    assert (tmp_path / "pipe.csv").is_fifo()


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("http://127.0.0.1:8050/", "--link: http://127.0.0.1:8050/: expected an address"),
        ("nonsense", "--link: nonsense: expected an address"),
        ("http://127.0.0.1:8050/?event=RPRK-001", "expected an address of the dashboard with a filter"),
        ("?actor=RUS&colour=red", "--link, colour: red: expected one of the filters actor, since"),
        ("?actor=RUS&type=PARTY", "--link, type: PARTY: expected one of "),
        ("?type=CONSULT&type=PARTY", "--link, type: PARTY: expected one of "),
        ("?actor=RUS&status=maybe", "--link, status: maybe: expected one of "),
        ("?actor=Russland", "--link, actor: Russland: expected the code of an actor"),
        ("?since=yesterday", "--link, since: yesterday: expected a day"),
        ("?until=2022-06-31", "--link, until: 2022-06-31: expected a day"),
        ("?actor=RUS&confidence=high", "--link, confidence: high: expected a number"),
        ("?since=2024&until=2023", "--link, since: 2024-01-01: expected a day that is not after the last one, 2023-12"),
    ],
)
def test_link_that_says_what_nobody_understands_is_refused(
    refused: Refused, events: Path, tmp_path: Path, link: str, words: str
) -> None:
    assert words in refused("export", str(events), "--out", "x.csv", "--link", link, cwd=tmp_path)
    assert not (tmp_path / "x.csv").exists()


def test_days_the_wrong_way_round_are_refused(refused: Refused, events: Path, tmp_path: Path) -> None:
    days = ("--from", "2024-07", "--to", "2024-06")
    line = refused("export", str(events), "--out", "x.csv", *days, cwd=tmp_path)
    assert line == "tieline: --from: 2024-07-01: expected a day that is not after the last one, 2024-06-30\n"


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_end_of_a_filter_that_is_no_date_is_named(refused: Refused, option: str) -> None:
    line = refused("export", "events.parquet", "--out", "x.csv", option, "2022-06-31")
    assert "2022-06-31" in line
    assert option in line


@pytest.mark.parametrize("command", [["export", "t.parquet", "--out", "t.csv"], ["serve", "t.parquet"]])
@pytest.mark.parametrize("content", [None, b"", b"\x00\xff junk", b"PAR1 and then nothing PAR1"])
def test_timeline_that_is_none_is_named(
    refused: Refused, tmp_path: Path, command: list[str], content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "t.parquet").write_bytes(content)
    assert "t.parquet" in refused(*command, cwd=tmp_path)


@pytest.mark.parametrize("command", [["export", "t.parquet", "--out", "t.csv"], ["serve", "t.parquet"]])
def test_column_that_is_missing_is_named(refused: Refused, tmp_path: Path, command: list[str]) -> None:
    pq.write_table(pa.table({"event_id": ["a"], "title": ["one"]}), tmp_path / "t.parquet")
    line = refused(*command, cwd=tmp_path)
    assert "t.parquet" in line
    assert "also_ids" in line


def test_text_that_is_empty_is_refused(refused: Refused, tmp_path: Path) -> None:
    assert "empty" in refused("resolve", "  ")
    assert "standard input" in refused("resolve", "-", stdin="")
    assert "gone.txt" in refused("resolve", "--file", "gone.txt", cwd=tmp_path)


def test_folder_in_the_place_of_a_file_is_named(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "folder.parquet").mkdir()
    assert "folder.parquet" in refused("export", "folder.parquet", "--out", "x.csv", cwd=tmp_path)
    assert "folder.parquet" in refused("resolve", "--file", "folder.parquet", cwd=tmp_path)


def test_port_in_use_is_named_with_a_way_out(refused: Refused, events: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        line = refused("serve", str(events), "--port", port)
    assert port in line
    assert "--port" in line
