"""The program as a user runs it: another process, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def tieline(tmp_path_factory: pytest.TempPathFactory) -> Tieline:
    """tieline(*arguments, stdin="", cwd=None) -> what it printed, and its exit code."""
    home = tmp_path_factory.mktemp("home")
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    environment |= {"XDG_CACHE_HOME": str(home), "COLUMNS": "200"}

    def run(*arguments: str, stdin: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "timeline", *arguments]
        return subprocess.run(
            command,
            input=stdin,
            cwd=cwd or home,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def refused(tieline: Tieline) -> Callable[..., str]:
    """refused(*arguments) -> the one line on stderr of a run that must end with exit code 1, and nothing on stdout."""

    def run(*arguments: str, stdin: str = "", cwd: Path | None = None) -> str:
        done = tieline(*arguments, stdin=stdin, cwd=cwd)
        assert "Traceback" not in done.stderr
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("tieline: ")
        assert len(done.stderr.splitlines()) == 1
        return done.stderr

    return run


ARTICLE = """\
Moscow and Pyongyang draw closer

Russian Foreign Minister Sergei Lavrov visited Pyongyang last month and met North Korean leader Kim Jong Un.

On June 19, 2024, Russia and North Korea signed a treaty on strategic partnership in Pyongyang.

South Korea condemned Russia a day later.
"""


@pytest.fixture(scope="session")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text file of our own words, published on 15 August 2024."""
    path = tmp_path_factory.mktemp("articles") / "closer.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def events(tieline: Tieline, article: Path) -> Path:
    """The timeline that `tieline build` makes of it."""
    path = article.with_name("events.parquet")
    done = tieline("build", str(article), "--published", "2024-08-15", "--out", str(path))
    assert done.returncode == 0, done.stderr
    return path
