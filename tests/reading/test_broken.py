"""Broken, hostile and endless files: one clear line each, and the rest is still read."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading import test_formats as make
from timeline import Article
from timeline.reading import extras, stream_articles
from timeline.reading.formats import metered

DAY = date(2022, 8, 15)
GOOD = json.dumps({"id": "good", "text": "Envoys met.", "published": "2022-08-15"}).encode()


def told(path: Path, content: bytes) -> list[str]:
    """The ids of the articles, and what is said in the place of others: one line each, which names the file."""
    path.write_bytes(content)
    found = list(stream_articles([path], DAY))
    for each in found:
        assert isinstance(each, Article) or (each.where.startswith(str(path)) and "\n" not in each.where + each.reason)
    return [each.id if isinstance(each, Article) else f"{each.where}: {each.reason}" for each in found]


LINES = b"\n".join(GOOD.replace(b"good", b"n%d" % number) for number in range(2000))
TRUNCATED = gzip.compress(LINES)[:-200]
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;">'
    b']><rss version="2.0"><channel><title>&c;</title><item><title>x</title></item></channel></rss>'
)
OUTSIDE = ENTITIES.replace(b'<!ENTITY a "aaaaaaaaaa">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", make.pdf([]), "this one has none: a scan needs OCR first"),
        ("a.pdf", make.pdf(["They met."])[:300], "a PDF that can be read, but it is damaged"),
        ("a.pdf", b"%PDF-1.7\n" + b"\0" * 99, "a PDF that can be read, but it is damaged"),
        ("a.xml", ENTITIES, "declares entities of its own"),
        ("a.xml", OUTSIDE, "declares entities of its own"),
        ("a.xml", b"<?xml version='1.0'?><sitemap><loc>a</loc></sitemap>", "a feed (RSS or Atom), but"),
        ("a.zip", make.zipped({"a.jsonl": GOOD})[:-30], "this one is damaged"),
        ("a.xlsx", make.book([["title"], ["x"]]), "text: expected a column of this name on one of the sheets"),
        (
            "a.xlsx",
            make.zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<"}),
            "a workbook that can be read",
        ),
        ("a.docx", make.zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "a Word document"),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\n", "a"),
        ("a.html", b"<html><body></body></html>", "no text was found on this one"),
        ("a.html", b" " * 99, "this is empty"),
        ("a.md", b"---\ndate: [2022\n---\nThey met.", "front matter: "),
        ("a.md", b"---\na: &a [x, x]\nb: [*a, *a]\n---\nThey met.", "front matter: "),
        ("a.md", b"+++\ndate = \n+++\nThey met.", "front matter: "),
        (
            "a.mhtml",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--",
            "there is none in it",
        ),
        (
            "a.mhtml",
            b"MIME-Version: 1.0\r\n"
            + b"".join(b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)),
            "a saved web page, but",
        ),
        ("a.png", b"\x89PNG\r\n\x1a\n", "this is a picture"),
    ],
)
def test_broken_file_is_told_in_one_line(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (line,) = told(tmp_path / name, content)
    assert words in line


def test_archive_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    *read, last = told(tmp_path / "a.jsonl.gz", TRUNCATED)
    assert read[:2] == ["n0", "n1"]
    assert "damaged" in last
    pages = [(f"https://example.org/{n}", make.HTML.encode(), "text/html") for n in range(3)]
    first, second, third, last = told(tmp_path / "a.warc.gz", make.warc(*pages)[:-150])
    assert (first, second) == ("a.warc/1", "a.warc/2")
    assert "page 3 (https://example.org/2): expected a file that is whole" in third
    assert "expected" in last


def test_bad_member_takes_no_other_with_it(tmp_path: Path) -> None:
    content = make.zipped(
        {"a.jsonl": GOOD, "b.pdf": b"%PDF-1.7", "c.zip": b"PK\x03\x04", "d.gz": TRUNCATED[:50], "e.jsonl": GOOD}
    )
    first, *middle, last = told(tmp_path / "a.zip", content)
    assert (first, last) == ("good", "good")
    assert [line.split(", ")[1].split(":")[0] for line in middle] == ["b.pdf", "c.zip", "d.gz"]


def test_locked_member_is_told(tmp_path: Path) -> None:
    content = bytearray(make.zipped({"a.jsonl": GOOD, "b.jsonl": GOOD}))
    content[content.find(b"PK\x01\x02") + 8] |= 1  # the mark of the first member in the directory
    line, good = told(tmp_path / "a.zip", bytes(content))
    assert "without a password" in line
    assert good == "good"


def test_bombs_are_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metered, "FREE", 2**20)
    zeros = bytes(2**24)
    for name, content in {
        "a.txt.gz": gzip.compress(zeros),
        "b.zip": make.zipped({"a.txt": zeros, "b.jsonl": GOOD}),
        "c.xlsx": make.zipped({"[Content_Types].xml": zeros, "xl/workbook.xml": b""}),
        "d.tar.gz": gzip.compress(make.tarred({"a.txt": zeros})),
    }.items():
        line, *rest = told(tmp_path / name, content)
        assert "unpacks to no more than" in line
        assert all("unpacks to no more than" in each for each in rest) or rest == ["good"]
        assert (rest == ["good"]) == (name == "b.zip")


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    content = GOOD
    for _ in range(9):
        content = make.zipped({"a.zip": content})
    (line,) = told(tmp_path / "a.zip", content)
    assert "archives in archives no deeper than" in line


def test_links_and_devices_in_an_archive_are_left_alone(tmp_path: Path) -> None:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, kind in (("a.txt", tarfile.SYMTYPE), ("b.txt", tarfile.LNKTYPE), ("c.txt", tarfile.CHRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("d.jsonl")
        info.size = len(GOOD)
        archive.addfile(info, io.BytesIO(GOOD))
    assert told(tmp_path / "a.tar", content.getvalue()) == ["good"]


def test_file_with_holes_in_an_archive_is_told(tmp_path: Path) -> None:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, headers in (("a.txt", {"GNU.sparse.map": "0,1", "GNU.sparse.size": str(2**40)}), ("b.jsonl", {})):
            info = tarfile.TarInfo(name)
            info.size, info.pax_headers = len(GOOD), headers
            archive.addfile(info, io.BytesIO(GOOD))
    line, good = told(tmp_path / "a.tar", content.getvalue())
    assert "stored with holes" in line
    assert good == "good"


def test_cell_of_a_table_may_be_long(tmp_path: Path) -> None:
    assert told(tmp_path / "a.csv", b"id,text\n1," + b"They met. " * 20_000) == ["1"]


def test_page_in_five_encodings_at_once_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    words = "Послы встретились в Осло и подписали договор. " * 9
    parts = [words.encode(code) for code in ("utf-8", "cp1251", "koi8-r", "utf-16-le", "cp866")]
    head = (
        b'<?xml version="1.0" encoding="koi8-r"?><html><head><meta charset="utf-8"><meta charset="cp1251"></head><body>'
    )
    (article,) = told(tmp_path / "a.html", head + b"<h1>T</h1>" + b"".join(b"<p>" + part + b"</p>" for part in parts))
    assert article == "a.html"


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape"])
def test_encoding_that_no_page_has_is_read_past(tmp_path: Path, name: str) -> None:
    words = "<p>Envoys met in Oslo and signed a café treaty, the ministries said.</p>".encode("latin-1") * 9
    head = f"<html><head><meta charset={name}></head><body><h1>T</h1>".encode()
    assert told(tmp_path / "a.html", head + words) == ["a.html"]


def test_web_archive_that_tells_no_length_ends_no_run(tmp_path: Path) -> None:
    page = b"<html><body><h1>T</h1>" + b"<p>They met in Oslo and parted in peace.</p>" * 9
    head = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: abc\r\n\r\n"
    assert len(told(tmp_path / "a.warc", head + page)) == 1


def test_mistake_of_this_program_is_not_called_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.reading.formats.text.read", None)
    with pytest.raises(TypeError):
        told(tmp_path / "a.txt", b"They met.")


def test_page_nested_ten_thousand_deep_is_told_or_read(tmp_path: Path) -> None:
    deep = b"<html><body>" + b"<div>" * 10_000 + b"They met in Oslo and parted. " * 20 + b"</div>" * 10_000
    assert len(told(tmp_path / "a.html", deep)) == 1


def test_line_without_end_is_told_and_the_next_one_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.reading.files.LARGEST", 1000)
    long, good = told(tmp_path / "a.jsonl", b'{"text": "' + b"a" * 5000 + b'"}\n' + GOOD)
    assert "line 1: expected at most" in long
    assert good == "good"


@pytest.mark.parametrize(
    ("name", "content", "extra"),
    [
        ("a.pdf", make.pdf(["They met."]), "pdf"),
        ("a.xml", make.RSS.encode(), "feeds"),
        ("a.xlsx", make.book([["text"], ["x"]]), "xlsx"),
        ("a.warc", b"WARC/1.0\r\n", "warc"),
    ],
)
def test_library_that_is_not_installed_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, extra: str
) -> None:
    def missing(module: str) -> Callable[..., object]:
        raise ModuleNotFoundError(name=module.partition(".")[0])

    monkeypatch.setattr(extras, "import_module", missing)
    (line,) = told(tmp_path / name, content)
    assert f"pip install 'tieline[{extra}]'" in line


SAMPLES = {
    "a.pdf": make.pdf(["They met in Oslo.", "They parted."]),
    "a.xml": make.RSS.encode(),
    "a.html": make.HTML.encode(),
    "a.xlsx": make.book([["text"], ["They met."]]),
    "a.zip": make.zipped({"a.jsonl": GOOD, "b.html": make.HTML.encode()}),
    "a.tar.gz": gzip.compress(make.tarred({"a.jsonl": GOOD})),
    "a.warc.gz": make.warc(("https://example.org/1", make.HTML.encode(), "text/html")),
    "a.md": make.MARKDOWN.encode(),
}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(SAMPLES)), st.floats(0, 1), st.binary(max_size=8), st.booleans())
def test_damage_anywhere_gives_articles_or_lines(
    tmp_path: Path, name: str, place: float, damage: bytes, cut: bool
) -> None:
    content = SAMPLES[name]
    at = int(place * len(content))
    assert told(tmp_path / name, content[:at] + damage + (b"" if cut else content[at + len(damage) :]))
