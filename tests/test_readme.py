"""What the documents show is what the program does: Python examples run, and so does each `$ tieline` command.

The commands of a document run one after the other in one folder that holds the project's `data`; `...` stands
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
BLOCK = re.compile(r"^```(\S*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
ENDLESS = ("serve", "demo")
SHOWN = {"sh": "what a reader types, not run here", "toml": "a rule, run by the tests of its package", "": "a picture"}


def blocks(document: Path) -> list[tuple[str, str]]:
    """(language, content) of each block."""
    return BLOCK.findall(document.read_text(encoding="utf-8"))


def commands(document: Path) -> list[tuple[list[str], str]]:
    """(arguments, output) of each command that ends by itself."""
    consoles = [content for language, content in blocks(document) if language == "console"]
    steps = [step for content in consoles for step in re.split(r"^\$ ", content, flags=re.MULTILINE)]
    told = [step.partition("\n") for step in steps if step.startswith("tieline ")]
    every = [(shlex.split(command)[1:], output) for command, _, output in told]
    return [(arguments, output) for arguments, output in every if arguments[0] not in ENDLESS]


def test_readme_shows_a_command() -> None:
    assert any(arguments[0] == "resolve" for arguments, _ in commands(ROOT / "README.md"))


@pytest.mark.parametrize(
    "document", [document for document in DOCUMENTS if commands(document)], ids=lambda path: path.name
)
def test_documents_show_what_the_program_prints(document: Path, tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    for arguments, output in commands(document):
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


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_block_of_code_is_left_out(document: Path) -> None:
    for language, content in blocks(document):
        assert language in SHOWN or (language, ">>> " in content) in {("python", True), ("console", False)}, content
