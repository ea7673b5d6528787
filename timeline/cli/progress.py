"""How far a build is, on stderr; silent where stderr is no terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Task

    from timeline.pipeline.progress import Progress


@contextmanager
def watched() -> Iterator[Callable[[Progress], None]]:
    """Yields what a build tells how far it is: a bar with rate and time left, and what there is so far."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars
    from rich.text import Text

    from timeline.pipeline.words import STAGES, counted

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f}/s" if task.speed else "", "progress.data.speed")

    console = Console(stderr=True)
    words, counts = TextColumn("{task.description}"), TextColumn("{task.fields[counts]}")
    columns = (words, BarColumn(20), MofNCompleteColumn(), Rate(), TimeRemainingColumn(compact=True), counts)
    with Bars(*columns, console=console, disable=not console.is_terminal) as bars:
        task, stage = bars.add_task("", total=None, counts=""), ""

        def tell(progress: Progress) -> None:
            nonlocal stage
            if progress.stage != stage:
                bars.reset(task, description=STAGES.get(progress.stage, progress.stage))
                stage = progress.stage
            bars.update(task, completed=progress.done, total=progress.total, counts=counted(progress))

        yield tell
