"""`tieline serve`: the dashboard of a timeline."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.options import Host, Port, split


def serve(
    timeline: Annotated[
        str, typer.Argument(metavar="TIMELINE", help="A file that `tieline build` wrote; - is standard input.")
    ] = "events.parquet",
    host: Host = "127.0.0.1",
    port: Port = 8050,
    allow_embed: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ORIGIN", help="A site that may show the timeline in a frame, such as https://example.org."
        ),
    ] = None,
    workers: Annotated[
        int,
        typer.Option(min=1, max=64, metavar="NUMBER", help="Processes that answer; more than one for many readers."),
    ] = 1,
) -> None:
    """Show a timeline in the browser, until Ctrl-C."""
    show(timeline, host, port, split(allow_embed), workers)


def show(timeline: str | Path, host: str, port: int, embedders: Sequence[str] = (), workers: int = 1) -> None:
    """Serves the dashboard until Ctrl-C; raises ServeError where the port is in use."""
    from dashboards import access, create_app, serve, serve_many

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what `kill` and service managers send ends it as well
    app = create_app(timeline, access(host, embedders))
    if workers > 1:
        serve_many(app, host, port, workers, announce=_announce)
    else:
        serve(app, host, port, announce=_announce)


def _announce(address: str) -> None:
    print(f"The timeline is on {address} (Ctrl-C stops it)", flush=True)
