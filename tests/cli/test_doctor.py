"""`tieline doctor` tries what has to work, names what is missing, and says what to do."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.cli.checks import EXTRAS, Check, extra, free_port
from timeline.cli.doctor import last_line

ROOT = Path(__file__).parents[2]
Tieline = Callable[..., "subprocess.CompletedProcess[str]"]


def test_doctor_finds_this_installation_good(tieline: Tieline) -> None:
    done = tieline("doctor", "--port", "0", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["good"]) == (0, True)
    assert all(check["good"] for check in told["checks"] if check["needed"])
    assert {"Python", "language model", "shipped data", "cache folder"} <= {each["name"] for each in told["checks"]}


def test_doctor_says_what_to_do_about_what_is_missing(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    environment = {**os.environ, "XDG_CACHE_HOME": str(blocked), "TIELINE_SPACY_MODEL": "no_such_model"}
    command = [sys.executable, "-m", "timeline", "doctor", "--port", "0"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, "")
    assert "MISSING   language model" in done.stdout
    assert "MISSING   cache folder" in done.stdout
    assert "set XDG_CACHE_HOME" in done.stdout
    assert done.stdout.splitlines()[-1] == "tieline cannot work yet: language model, cache folder."


def test_every_extra_of_the_package_is_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(project["optional-dependencies"]) - {"test"} <= set(EXTRAS)


def test_extra_that_is_not_installed_names_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.cli.checks._installed", lambda package: package != "pypdf")
    found = extra("pdf", "reading PDF reports")
    assert not found.good
    assert not found.needed
    assert found.found == "reading PDF reports; not installed: pypdf"
    assert found.advice == "pip install 'tieline[pdf]'"
    assert last_line([Check("Python", True, ""), found]) == "tieline can work; 1 more would be good to have."


def test_port_in_use_is_told_with_a_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        found = free_port(port)
    assert (found.good, found.needed) == (False, False)
    assert "--port 8051" in found.advice
