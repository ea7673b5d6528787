"""The scripts behind `make`, where the machine lacks something."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FAKE = """#!/bin/sh
case "$*" in
    *ensurepip*) exit {venv} ;;
    *version_info*) exit {fits} ;;
    --version) echo Python {version} ;;
esac
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "rm", "cat"):
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    return tmp_path


def make_venv(folder: Path, **pythons: dict[str, object]) -> subprocess.CompletedProcess[str]:
    for name, manners in pythons.items():
        script = folder / "bin" / name
        script.write_text(FAKE.format(**manners))
        script.chmod(0o755)
    command = ["/bin/sh", str(ROOT / "tools" / "venv.sh"), "python3", "."]
    path = {"PATH": str(folder / "bin")}
    return subprocess.run(command, cwd=folder, env=path, capture_output=True, text=True, check=False, timeout=60)


def test_venv_without_ensurepip_names_the_package_that_brings_it(folder: Path) -> None:
    done = make_venv(folder, python3={"venv": 1, "fits": 0, "version": "3.11.2"})
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "python3-venv" in done.stderr


def test_venv_with_an_old_python_says_in_one_line_what_is_needed(folder: Path) -> None:
    done = make_venv(folder, python3={"venv": 0, "fits": 1, "version": "3.8.18"})
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "3.11" in done.stderr
    assert "3.8.18" in done.stderr


def test_venv_without_any_python_says_so_in_one_line(folder: Path) -> None:
    done = make_venv(folder)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "python3 is not here" in done.stderr


def test_browser_that_does_not_start_is_no_candidate(tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho painted >&2\nexit 0\n")
    broken.chmod(0o755)
    finder = runpy.run_path(str(ROOT / "tools" / "browser.py"))
    assert not finder["launches"](str(broken))
    assert not finder["launches"](str(tmp_path / "missing"))


@pytest.mark.browser
@pytest.mark.skipif("TIELINE_BROWSER" not in os.environ, reason="`make test` finds the browser")
def test_browser_of_the_tests_is_proved_by_a_launch() -> None:
    finder = runpy.run_path(str(ROOT / "tools" / "browser.py"))
    assert finder["launches"](os.environ["TIELINE_BROWSER"])
