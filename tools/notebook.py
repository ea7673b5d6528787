"""Runs the example notebook, and keeps what its cells print: `python tools/notebook.py`."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

PATH = Path(__file__).resolve().parents[1] / "data" / "examples" / "notebook.ipynb"


def executed(path: Path = PATH) -> NotebookNode:
    """The notebook with what its cells give, run in its folder. Raises CellExecutionError for the first that fails."""
    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": str(path.parent)}}
    return NotebookClient(notebook, timeout=120, resources=where, record_timing=False).execute()


def settled(notebook: NotebookNode) -> NotebookNode:
    """The same, of each progress bar only its end."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.get("name") == "stderr":
                output["text"] = output["text"].rstrip().rsplit("\r", 1)[-1] + "\n"
    return notebook


if __name__ == "__main__":
    nbformat.write(settled(executed()), PATH)
