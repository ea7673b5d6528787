"""Chronologies for people: Markdown, and Word with real footnotes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pandas as pd
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from tests.storage.export.conftest import ABOUT, Export

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def markdown(export: Export, uncertain: pd.DataFrame) -> str:
    return export(uncertain, "md").decode()


@pytest.fixture(scope="module")
def word(export: Export, uncertain: pd.DataFrame) -> bytes:
    return export(uncertain, "docx")


@pytest.fixture(scope="module")
def footnotes(word: bytes) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        notes = list(etree.fromstring(parts.read("word/footnotes.xml")))
    return [note for note in notes if note.get(f"{W}type") is None]


def test_markdown_has_a_heading_for_each_year_in_order(markdown: str) -> None:
    years = [line[3:] for line in markdown.splitlines() if line.startswith("## ")]
    assert years == ["Beginning not known", "2021", "2022", "2024", "2025", "2026"]


def test_markdown_has_a_footnote_for_each_event(markdown: str, uncertain: pd.DataFrame) -> None:
    for number in range(1, len(uncertain) + 1):
        assert markdown.count(f"[^{number}]") == 2
    assert "**July 2022.** North Korea recognises two republics.[^4]" in markdown
    assert "[^4]: KCNA. (2022, August 16). Kim meets Putin. “They met, it was said." in markdown


def test_markdown_says_what_is_not_certain(markdown: str) -> None:
    assert "**1 March 2025.** (planned) Kim is to visit Moscow" in markdown
    assert "**2 March 2025.** (did not happen)" in markdown


def test_markdown_shows_hostile_text_as_it_stands(markdown: str) -> None:
    shown = MarkdownIt().render(markdown)
    assert "<script" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; *b* [x](javascript:alert(1)) {\\rm}" in shown
    assert 'href="javascript' not in shown
    assert 'href="https://example.org/a%20b"' in shown


def test_markdown_says_how_it_was_chosen(markdown: str) -> None:
    assert markdown.startswith("# Ties\n\nEvents: 9 events")
    assert "Filter: Russia; from 2022" in markdown


def test_word_has_a_heading_for_each_year_and_a_paragraph_for_each_event(word: bytes, uncertain: pd.DataFrame) -> None:
    paragraphs = docx.Document(io.BytesIO(word)).paragraphs
    headings = [p.text for p in paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings == ["Beginning not known", "2021", "2022", "2024", "2025", "2026"]
    told = " ".join(p.text for p in paragraphs)
    assert all(title in told for title in uncertain["title"] if "\x00" not in title)


def test_word_has_a_real_footnote_for_each_event(word: bytes, footnotes: list[Any], uncertain: pd.DataFrame) -> None:
    body = docx.Document(io.BytesIO(word)).element.body
    marks = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
    assert marks == [note.get(f"{W}id") for note in footnotes]
    assert len(marks) == len(uncertain)
    texts = ["".join(note.itertext()) for note in footnotes]
    assert "KCNA. (2022, August 16). Kim meets Putin." in texts[0]


def test_word_links_web_addresses_alone(word: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        links = etree.fromstring(parts.read("word/_rels/footnotes.xml.rels"))
    assert {link.get("Target") for link in links} == {"https://example.org/a%20b", "https://example.org/2"}


def test_word_says_how_it_was_chosen(word: bytes) -> None:
    properties = docx.Document(io.BytesIO(word)).core_properties
    assert (properties.title, properties.subject) == ("Ties", ABOUT.selection)


def test_word_is_the_same_each_time(word: bytes, export: Export, uncertain: pd.DataFrame) -> None:
    with zipfile.ZipFile(io.BytesIO(word)) as one, zipfile.ZipFile(io.BytesIO(export(uncertain, "docx"))) as other:
        assert {name: one.read(name) for name in one.namelist()} == {n: other.read(n) for n in other.namelist()}
