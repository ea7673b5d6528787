"""Which files a folder build reads: those of a build into a file."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

import pytest

from timeline.pipeline.cluster.plan import find_sources
from timeline.pipeline.cluster.read import Read, articles_of, unread_of
from timeline.reading.articles import Options
from timeline.storage.places import Place


def test_parts_of_saved_pages_are_no_articles_at_an_address_either() -> None:
    home = Place(f"memory://{uuid.uuid4()}")
    for name in ("a.html", "a_files/frame.html", "README.md", ".hidden/b.txt", "deep/c.txt"):
        (home / name).write(b"Kim wrote.")
    found = find_sources([(home.address, home.address)])
    assert [source.address.removeprefix(f"{home.address}/") for source in found] == ["a.html", "deep/c.txt"]


def test_a_folder_that_cannot_be_looked_into_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shut = tmp_path / "news" / "shut"
    shut.mkdir(parents=True)
    (tmp_path / "news" / "2019-03-04.txt").write_text("Russia signed a treaty with China on March 2, 2019.")
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: _refuse() if path == shut else scan(path))
    piece = tuple(find_sources([("news", str(tmp_path / "news"))]))
    counts = Read(str(tmp_path / "work"), Options())(("key", piece))
    assert counts == {"articles": 1, "unread": 1}
    assert len(articles_of(str(tmp_path / "work"), "key").rows()) == 1
    [told] = unread_of(str(tmp_path / "work"), "key").rows().to_pylist()
    assert told == {"place": b"news/shut", "reason": b"expected a folder that can be looked into (Permission denied)"}


def _refuse() -> None:
    raise PermissionError(13, "Permission denied")
