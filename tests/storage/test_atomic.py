"""A file is put in the place of a file, and of nothing else."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.storage.atomic import check_place, replacing, write_bytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        write_bytes(path, b"new")
    with pytest.raises(InputError):
        check_place(path)
    line = str(caught.value)
    assert line.startswith(f"{path}: expected ")
    assert "\n" not in line
    return line


def test_pipe_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "device or a pipe" in refused(path)
    assert stat.S_ISFIFO(path.stat().st_mode)
    assert list(tmp_path.iterdir()) == [path]


def test_link_to_a_pipe_is_refused_and_both_stay(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    assert "device or a pipe" in refused(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "t.csv", tmp_path / "link.csv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(Path("there") / "t.csv")
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["link.csv", "t.csv", "there"]


def test_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("new.csv")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "new.csv").read_bytes() == b"new"


def test_links_that_lead_nowhere_are_refused_and_stay(tmp_path: Path) -> None:
    for name, to in (("a", "b"), ("b", "a"), ("lost", "gone/t.csv"), ("folder", ".")):
        (tmp_path / name).symlink_to(to)
    assert "in a circle" in refused(tmp_path / "a")
    assert "gone" in refused(tmp_path / "lost")
    assert "a folder" in refused(tmp_path / "folder")
    assert all((tmp_path / name).is_symlink() for name in ("a", "b", "lost", "folder"))


def test_what_a_killed_writer_left_is_swept_and_what_another_writes_stays(tmp_path: Path) -> None:
    left = tmp_path / ".t.csv.abc.part"
    left.write_bytes(b"half")
    with replacing(tmp_path / "t.csv") as slow:
        slow.write(b"slow")
        write_bytes(tmp_path / "t.csv", b"quick")
        assert not left.exists()
    assert (tmp_path / "t.csv").read_bytes() == b"slow"
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]
