"""What the documents show is what the program does: Python examples run, and so does each `$ tieline` of README.md.

The commands of README.md run one after the other in one folder that holds the project's `data`; `...` stands
for any words. `serve` and `demo`, which do not end by themselves, have tests of their own.
"""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
ENDLESS = ("serve", "demo")


def shown() -> list[tuple[list[str], str]]:
    """(arguments, output) of each command in README.md."""
    blocks = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    steps = [step for block in blocks for step in re.split(r"^\$ ", block, flags=re.MULTILINE)]
    commands = [step.partition("\n") for step in steps if step.startswith("tieline ")]
    return [(shlex.split(command)[1:], output) for command, _, output in commands]


def test_readme_shows_what_the_program_prints(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    commands = [(arguments, output) for arguments, output in shown() if arguments[0] not in ENDLESS]
    assert any(arguments[0] == "resolve" for arguments, _ in commands)
    for arguments, output in commands:
        done = subprocess.run(
            [sys.executable, "-m", "timeline", *arguments],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=300,
        )
        same = doctest.OutputChecker().check_output(
            output.rstrip() + "\n", done.stdout.rstrip() + "\n", doctest.ELLIPSIS
        )
        assert same, f"{shlex.join(arguments)} prints:\n{done.stdout}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_python_examples_of_the_documents_run(document: Path) -> None:
    results = doctest.testfile(str(document), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert results.failed == 0
    assert (results.attempted > 0) == (">>>" in document.read_text(encoding="utf-8"))
