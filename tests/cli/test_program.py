from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]
COMMANDS = ("build", "resolve", "export", "import", "compare", "serve", "demo")


def test_version_is_that_of_the_package(tieline: Tieline) -> None:
    assert tieline("--version").stdout == f"tieline {timeline.__version__}\n"


def test_script_and_module_are_the_same_program() -> None:
    script = Path(sys.executable).with_name("tieline")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == f"tieline {timeline.__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_tells_what_each_command_does(tieline: Tieline, command: str) -> None:
    done = tieline(command, "--help")
    assert done.returncode == 0
    assert "Usage: tieline " + command in done.stdout
    assert command in tieline("--help").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["resolve"],
        ["resolve", "today", "--file", "article.txt"],
        ["resolve", "today", "--format", "poem"],
        ["build"],
        ["export", "events.parquet"],
        ["export", "events.parquet", "--out", "x.csv", "--type", "HUG"],
        ["export", "events.parquet", "--out", "x.csv", "--status", "maybe"],
        ["export", "events.parquet", "--out", "x.csv", "--min-confidence", "7"],
        ["serve", "--port", "70000"],
    ],
)
def test_wrong_usage_is_exit_code_2_without_a_traceback(tieline: Tieline, arguments: list[str]) -> None:
    done = tieline(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Usage: tieline" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["--version"], ["resolve", "Putin wrote on 15 August 2022."]])
def test_small_commands_start_without_heavy_libraries(arguments: list[str]) -> None:
    script = (
        "import sys; from timeline.cli import run; code = run(sys.argv[1:]);"
        "heavy = {'pandas', 'pyarrow', 'spacy', 'dash', 'plotly', 'numpy', 'dateparser'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
