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
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONUNBUFFERED": "1"}
    environment.pop("PYTHONPATH", None)
    command = [str(program), "demo", "--port", "0"]
    with (tmp_path / "stderr").open("w+") as errors:
        demo = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        )
        try:
            assert demo.stdout is not None
            address = re.search(r"http://127\.0\.0\.1:\d+", demo.stdout.readline())
            assert address, (tmp_path / "stderr").read_text()
            with urlopen(address[0], timeout=30) as page:
                assert "timeline" in page.read().decode().casefold()
            with urlopen(f"{address[0]}/_dash-layout", timeout=30) as layout:
                assert "Pyongyang" in layout.read().decode() or layout.status == 200
        finally:
            demo.send_signal(signal.SIGTERM)
            code = demo.wait(30)
        errors.seek(0)
        assert (code, errors.read()) == (0, "")
    assert len(list((tmp_path / "cache" / "tieline").glob("*.parquet"))) == 1
