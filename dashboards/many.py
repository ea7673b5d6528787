"""Serves the dashboard to many readers at once: processes that share one table.

The table is opened and counted before the processes part, so that they share its memory.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dashboards.serving import address_of, listen, spare_memory
from timeline.errors import ServeError

if TYPE_CHECKING:
    from dash import Dash

THREADS = 4  # of a process
PATIENCE = 120  # seconds that an answer may take


def serve_many(app: Dash, host: str, port: int, workers: int, announce: Callable[[str], None] | None = None) -> None:
    """Serves from so many processes until interrupted; raises ServeError as `serve` does, and where gunicorn is not
    there to do it."""
    try:
        from gunicorn.app.base import BaseApplication
    except ImportError:
        raise ServeError("--workers needs gunicorn: pip install 'tieline[many]' (not for Windows)") from None

    spare_memory()
    with listen(host, port) as listening:

        class Many(BaseApplication):  # type: ignore[misc]
            """gunicorn asks for its settings and for the application by these names."""

            def load_config(self) -> None:
                """Sets what differs from its own."""
                for name, value in _settings(
                    os.dup(listening.fileno()), workers, address_of(listening), announce
                ).items():
                    self.cfg.set(name, value)

            def load(self) -> Any:
                """The application, before the processes part."""
                return app.server

        Many().run()


def _settings(listening: int, workers: int, address: str, announce: Callable[[str], None] | None) -> dict[str, Any]:
    def ready(_: object) -> None:
        gc.freeze()  # what is there is shared: no collection shall write to it
        if announce:
            announce(address)

    return {
        "bind": f"fd://{listening}",
        "workers": workers,
        "threads": THREADS,
        "worker_class": "gthread",
        "preload_app": True,
        "timeout": PATIENCE,
        "loglevel": "error",
        "control_socket_disable": True,
        "when_ready": ready,
    }
