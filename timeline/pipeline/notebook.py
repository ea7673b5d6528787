"""The progress bar of a notebook, where whoever calls a function has nobody else to tell how far it is."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from timeline.pipeline.progress import Progress, Tell
from timeline.pipeline.words import STAGES, counted


def in_notebook() -> bool:
    """Whether this process is the kernel of a notebook, as Jupyter starts it."""
    ipython = sys.modules.get("IPython")
    return ipython is not None and type(ipython.get_ipython()).__name__ == "ZMQInteractiveShell"


@contextmanager
def shown(tell: Tell | None) -> Iterator[Tell | None]:
    """What to tell how far a build is: `tell`, if there is one; in a notebook a bar; else nobody."""
    if tell or not in_notebook():
        yield tell
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # without ipywidgets the bar is one of letters, which is as good
        from tqdm.auto import tqdm

        with tqdm(desc="Reading articles", unit="") as bar:

            def told(progress: Progress) -> None:
                bar.set_description(STAGES.get(progress.stage, progress.stage), refresh=False)
                bar.total, bar.n = progress.total, progress.done
                bar.set_postfix_str(counted(progress))

            yield told
