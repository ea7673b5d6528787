"""What people install: the wheel, in an environment of its own, far from the checkout."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).resolve().parents[2]
PIP = ("-m", "pip", "--disable-pip-version-check", "-qq")
pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, *PIP, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, timeout=300)
    return next(folder.glob("tieline-*.whl"))


@pytest.fixture(scope="module")
def program(wheel: Path) -> Path:
    """`tieline` in a fresh environment that holds the wheel and what it asks for, and nothing else."""
    folder = wheel.parent / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=120)
    install = [str(folder / "bin" / "python"), *PIP, "install", "-c", str(ROOT / "constraints.txt"), str(wheel)]
    subprocess.run(install, check=True, timeout=600)
    return folder / "bin" / "tieline"


def test_wheel_ships_the_data_the_dashboard_and_no_tests(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    shipped = {
        f"timeline/_data/{path.relative_to(ROOT / 'data')}" for path in (ROOT / "data" / "curated").glob("*.csv")
    }
    shipped |= {
        f"timeline/_data/{path.relative_to(ROOT / 'data')}" for path in (ROOT / "data" / "articles").glob("*.json")
    }
    assert len(shipped) > 20
    assert shipped <= set(names)
    assert {"timeline/py.typed", "timeline/model/plover.toml", "dashboards/app.py"} <= set(names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"timeline", "dashboards", "tieline"}


def test_demo_of_the_wheel_answers_and_stops_cleanly(program: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment.pop("PYTHONPATH", None)
    command, pipe = [str(program), "demo", "--port", "0"], subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, env=environment, text=True, stdout=pipe, stderr=pipe) as demo:
        try:
            line = demo.stdout.readline() if demo.stdout else ""
            address = re.search(r"http://127\.0\.0\.1:\d+", line)
            layout = read(f"{address[0]}/_dash-layout") if address else ""
        finally:
            demo.send_signal(signal.SIGTERM)
        _, errors = demo.communicate(timeout=30)
    assert address, line + errors
    assert "Russia and North Korea" in layout
    assert (demo.returncode, errors) == (0, "")
    (built,) = (tmp_path / "cache" / "tieline").glob("*.parquet")
    assert pq.read_metadata(built).num_rows > 270


def read(address: str) -> str:
    with urlopen(address, timeout=30) as answer:
        text: str = answer.read().decode()
    return text
