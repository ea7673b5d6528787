"""The help is a page for people: commands in groups, examples that are commands, completion in the shell."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.cli.app import ABOUT, COMMANDS

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]
EXAMPLES = [shlex.split(line)[1:] for line in ABOUT.splitlines() if line.startswith("    tieline ")]


def test_help_tells_the_commands_in_groups(tieline: Tieline) -> None:
    shown = tieline("--help").stdout
    places = [shown.index(group) for group in COMMANDS]
    assert places == sorted(places)
    assert "standard input or output" in shown
    assert all(shlex.join(example).split()[0] in shown for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=" ".join)
def test_examples_of_the_help_use_commands_and_options_that_there_are(tieline: Tieline, example: list[str]) -> None:
    shown = tieline(example[0], "--help").stdout
    assert all(word in shown for word in example if word.startswith("--"))


def test_shell_completes_commands() -> None:
    script = Path(sys.executable).with_name("tieline")
    asked = {"_TIELINE_COMPLETE": "complete_bash", "COMP_WORDS": "tieline ex", "COMP_CWORD": "1"}
    done = subprocess.run([script], env=os.environ | asked, capture_output=True, text=True, check=False, timeout=60)
    assert set(done.stdout.split()) == {"export", "explain"}
