"""Files at addresses: what holds on this machine holds elsewhere."""

from __future__ import annotations

import sys
import uuid
from pathlib import Path

import pytest
from fsspec.registry import _registry

from timeline.errors import EngineError, InputError
from timeline.storage.places import Place


@pytest.fixture(params=["local", "file", "memory"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return Place(
        {"local": f"{tmp_path}", "file": f"file://{tmp_path}", "memory": f"memory://{uuid.uuid4()}"}[request.param]
    )


@pytest.mark.parametrize("lasting", [True, False])
def test_file_is_written_read_and_replaced(home: Place, lasting: bool) -> None:
    file = home / "deep" / "a.txt"
    file.write(b"Kim wrote", lasting=lasting)
    file.write(b"Putin wrote", lasting=lasting)
    assert file.read() == b"Putin wrote"
    assert (file.read(6), file.read(0, 5), file.read(6, 8)) == (b"wrote", b"Putin", b"wr")
    with file.replaced() as new:
        new.write(b"Both wrote")
    assert file.read() == b"Both wrote"
    assert [found.name for found in home.files()] == ["deep/a.txt"], "nothing else is left behind"


def test_files_come_folder_by_folder_with_their_sizes(home: Place) -> None:
    for name in ("b.txt", "a/c.txt", "a-d.txt", "a/b/e.txt"):
        (home / name).write(name.encode())
    found = home.files()
    assert [file.name for file in found] == ["a/b/e.txt", "a/c.txt", "a-d.txt", "b.txt"]
    assert [file.size for file in found] == [9, 7, 7, 5]
    assert [file.name for file in (home / "b.txt").files()] == [""]
    assert (home / "nothing").files() == []


def test_mark_changes_when_the_file_does(home: Place) -> None:
    (home / "a.txt").write(b"one")
    before = home.files()
    assert home.files() == before
    (home / "a.txt").write(b"two")
    assert home.files() != before


def test_what_is_removed_is_gone_and_may_have_been(home: Place) -> None:
    (home / "a" / "b.txt").write(b"b")
    (home / "c.txt").write(b"c")
    (home / "a").remove()
    (home / "c.txt").remove()
    (home / "c.txt").remove()
    assert home.files() == []
    with pytest.raises(FileNotFoundError):
        (home / "c.txt").read()


def test_package_that_is_missing_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(_registry, "s3", raising=False)
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(InputError, match=r"^s3://news/a: expected .*pip install 'tieline\[s3\]'$"):
        Place("s3://news/a").read()
    with pytest.raises(InputError, match=r"^gs://news/a: expected .*gcsfs"):
        Place("gs://news/a").read()
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(EngineError, match=r"^memory://a: .*pip install 'tieline\[cluster\]'$"):
        Place("memory://a").read()
    assert Place(__file__).read(), "files of this machine need none"
