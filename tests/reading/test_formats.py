"""Every kind of file gives its articles, and is known by its content."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from timeline import Article, read_articles
from timeline.errors import InputError

DAY = date(2022, 8, 15)
TEXT = "Envoys of Mongolia and Russia met in Altanbulag on Monday. They signed a treaty on the rail line."
BODY = f"<p>{TEXT}</p><p>The line has stood idle for eleven years, the ministries said in a statement.</p>"
HTML = (
    f'<!doctype html><html><head><title>Talks</title><meta name="pubdate" content="2022-08-15"></head><body><h1>Envoys'
    f" meet at the border</h1><article>{BODY}{BODY.replace('Monday', 'Friday')}</article></body></html>"
)
MARKDOWN = f"""---
title: Envoys meet
date: 2022-08-15
publisher: Steppe Courier
link: https://example.org/a
lang: en
---
# Envoys meet

![the bridge](bridge.jpg)

{TEXT.replace("Russia", "[**Russia**](https://example.org/ru)")}

- They _left_ early.
"""
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>KCNA</title>
<link>http://kcna.kp</link><language>en</language>
<item><title>Envoys &amp; ministers meet</title><link>http://kcna.kp/1</link>
<pubDate>Mon, 15 Aug 2022 15:30:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[{BODY}<p><a href="#">Read more: tea</a></p>]]></content:encoded></item>
<item><title>Second</title><link>http://kcna.kp/2</link><pubDate>Tue, 16 Aug 2022 01:00:00 +0900</pubDate>
<description>{TEXT}</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><title>Envoys meet</title>
<link href="https://example.org/a"/><id>tag:a</id><published>2022-08-15T10:00:00+02:00</published>
<updated>2022-09-01T10:00:00Z</updated><content type="html">{BODY.replace("<", "&lt;")}</content></entry></feed>"""


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only(path: Path, published: date | None = None) -> Article:
    (article,) = read_articles([path], published)
    return article


def book(*sheets: Sequence[Sequence[object]]) -> bytes:
    workbook = openpyxl.Workbook()
    for number, rows in enumerate(sheets):
        sheet = workbook.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, member in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(member)
            archive.addfile(info, io.BytesIO(member))
    return content.getvalue()


def pdf(*pages: list[str], title: str = "", made: str = "") -> bytes:
    """A small PDF: a line of text each, or a page without any."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for lines in pages:
        content = "BT /F1 11 Tf 14 TL 50 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream".encode("latin-1"))
        font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources {font} >>"
        objects.append(page.encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< /Title ({title}) /CreationDate ({made}) >>".encode())
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + end
        + b"\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def warc(*pages: tuple[str, bytes, str]) -> bytes:
    """A web archive of (address, content, media) fetched on 3 November 2024, each record packed for itself."""
    out = b""
    for url, content, media in pages:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-11-03T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(out):012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out += gzip.compress(head.encode() + http + b"\r\n\r\n")
    return out


def test_markdown_gives_its_words_and_what_the_front_matter_says(tmp_path: Path) -> None:
    article = only(written(tmp_path / "a.md", MARKDOWN))
    assert article.text == f"{TEXT}\nThey left early."
    assert (article.title, article.source, article.url) == ("Envoys meet", "Steppe Courier", "https://example.org/a")
    assert (article.published, article.published_basis) == (DAY, "front matter")


def test_text_may_have_front_matter_in_toml(tmp_path: Path) -> None:
    article = only(written(tmp_path / "a.txt", f'+++\ntitle = "Envoys"\ndate = 2022-08-15\n+++\n{TEXT}\n'))
    assert (article.text, article.title, article.published) == (f"{TEXT}\n", "Envoys", DAY)


def test_rule_at_the_top_of_a_text_is_no_front_matter(tmp_path: Path) -> None:
    text = f"---\nA quiet day.\n---\n{TEXT}"
    assert only(written(tmp_path / "a.txt", text), DAY).text == text


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "page", "a.pdf"])
def test_web_page_is_known_by_its_content_and_not_by_its_name(tmp_path: Path, name: str) -> None:
    article = only(written(tmp_path / name, HTML))
    assert article.title == "Envoys meet at the border"
    assert article.text.count("\n") == 3
    assert (article.published, article.published_basis) == (DAY, "meta tag")


def test_feed_gives_its_items_by_the_clocks_of_the_outlet(tmp_path: Path) -> None:
    first, second = read_articles([written(tmp_path / "feed.xml", RSS)])
    assert first.text.startswith(TEXT)
    assert "Read more" not in first.text
    assert (first.title, first.source, first.url) == ("Envoys & ministers meet", "KCNA", "http://kcna.kp/1")
    assert (first.published, first.published_at) == (date(2022, 8, 16), datetime(2022, 8, 15, 15, 30, tzinfo=UTC))
    assert (second.text, second.published, second.id) == (TEXT, date(2022, 8, 16), "feed.xml-2")


def test_atom_is_dated_when_it_appeared_and_not_when_it_was_changed(tmp_path: Path) -> None:
    article = only(written(tmp_path / "notes", ATOM))
    assert (article.published, article.source) == (DAY, "Notes")


def test_workbook_gives_a_row_an_article_from_each_sheet_with_a_text(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["text", "published", "title"],
        [TEXT, datetime(2022, 8, 15), "One"],
        [None, None, None],
        ["They left.", DAY, 2],
    ]
    articles = read_articles([written(tmp_path / "a.xlsx", book([["about", "this"]], rows))])
    assert [(a.text, a.published, a.title, a.id) for a in articles] == [
        (TEXT, DAY, "One", "a.xlsx-S1-2"),
        ("They left.", DAY, "2", "a.xlsx-S1-4"),
    ]


def test_pdf_gives_paragraphs_without_heads_and_feet(tmp_path: Path) -> None:
    towns = ("Altanbulag", "Kyakhta", "Ulan-Ude")
    first = [
        "Envoys of Mongolia and Russia met in {} on the border, and they",
        "signed a treaty in {}, offi-",
        "cials said.",
    ]
    bodies = [[line.format(town) for line in first] for town in towns]
    pages = [["Border Review", "Rail", *body, "www.example.org", f"{n}"] for n, body in enumerate(bodies)]
    content = pdf(*pages, title="Rail talks", made="D:20220815101500+09'00'")
    article = only(written(tmp_path / "a.pdf", content))
    assert article.text == "\n".join(" ".join(body).replace("offi- ", "offi") for body in bodies)
    assert (article.title, article.published, article.published_basis) == ("Rail talks", DAY, "file properties")


MEMBERS = {
    "news/a.html": HTML.encode(),
    "news/b.txt": b"---\ndate: 2022-08-15\n---\nThey met.",
    "../../etc/c.jsonl": json.dumps({"text": TEXT, "published": "2022-08-15"}).encode(),
    "__MACOSX/._a.html": b"\0",
    "a_files/frame.html": b"<html>",
    "logo.png": b"\x89PNG",
    "README.md": b"# About",
}
NAMES = ["news/a.html", "news/b.txt", "etc/c.jsonl-1"]


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.zip", zipped),
        ("a.tar", tarred),
        ("a.tar.gz", lambda members: gzip.compress(tarred(members))),
        ("a.tgz", lambda members: gzip.compress(tarred(members))),
        ("a.tar.bz2", lambda members: bz2.compress(tarred(members))),
        ("a.tar.xz", lambda members: lzma.compress(tarred(members))),
        ("a.dat", zipped),
    ],
)
def test_archive_gives_the_articles_of_the_files_in_it(
    tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    articles = read_articles([written(tmp_path / name, pack(MEMBERS))])
    stem = {"a.tgz": "a.tar"}.get(name, name.removesuffix(".gz").removesuffix(".bz2").removesuffix(".xz"))
    assert [article.id for article in articles] == [f"{stem}/{member}" for member in NAMES]
    assert {article.published for article in articles} == {DAY}
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_archive_in_an_archive_is_opened(tmp_path: Path) -> None:
    inner = zipped({"b.html.gz": gzip.compress(HTML.encode()), "c.zip": zipped({"d.html": HTML.encode()})})
    articles = read_articles([written(tmp_path / "a.zip", zipped({"b.zip": inner}))])
    assert [article.id for article in articles] == ["a.zip/b.zip/b.html", "a.zip/b.zip/c.zip/d.html"]


def test_web_archive_gives_its_pages_and_never_dates_them_by_the_crawl(tmp_path: Path) -> None:
    crawled = HTML.replace("2022-08-15", "2024-11-03")
    content = warc(
        ("https://example.org/2022/08/15/talks", crawled.encode(), "text/html; charset=utf-8"),
        ("https://example.org/logo.png", b"\x89PNG", "image/png"),
        ("https://kcna.kp/2", HTML.encode("utf-16"), "text/html"),
    )
    first, second = read_articles([written(tmp_path / "crawl-2024-11-03.warc.gz", content)])
    assert (first.published, first.published_basis) == (DAY, "address")
    assert first.url == "https://example.org/2022/08/15/talks"
    assert (second.source, second.published, second.id) == ("KCNA", DAY, "crawl-2024-11-03.warc/2")


def test_page_that_a_browser_saved_in_one_file_is_read(tmp_path: Path) -> None:
    content = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.org/talks\r\nSubject: Talks\r\n"
        "Date: Sun, 3 Nov 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n\r\n----b\r\n'
        "Content-Type: text/html\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{HTML}\r\n----b--\r\n"
    )
    article = only(written(tmp_path / "a.mhtml", content))
    assert (article.published, article.url) == (DAY, "https://www.example.org/talks")


def test_folder_is_read_by_content_and_the_parts_of_a_saved_page_are_left_alone(tmp_path: Path) -> None:
    for name in ("talks.html", "talks_files/frame.html", "view.php", "noname"):
        written(tmp_path / "in" / name, HTML)
    for name in ("notes", "a.css"):
        written(tmp_path / "in" / name, TEXT)
    assert [article.id for article in read_articles([tmp_path / "in"])] == ["in/noname", "in/talks.html", "in/view.php"]


def test_fields_may_have_other_names(tmp_path: Path) -> None:
    fields = {"text": "body.plain", "title": "headline", "published": "date"}
    told = {"body": {"plain": TEXT}, "headline": "Envoys", "date": "Aug. 15, 2022", "title": 7}
    lines = written(tmp_path / "a.jsonl", json.dumps(told))
    (article,) = read_articles([lines], fields=fields)
    assert (article.text, article.title, article.published) == (TEXT, "Envoys", DAY)
    table = written(tmp_path / "a.csv", f'what,when\n"{TEXT}",15.08.2022\n')
    (article,) = read_articles([table], fields={"text": "what", "published": "when"})
    assert (article.text, article.published) == (TEXT, DAY)
    with pytest.raises(InputError, match="field date: soon: expected a day"):
        read_articles([written(tmp_path / "b.jsonl", json.dumps(told | {"date": "soon"}))], fields=fields)
