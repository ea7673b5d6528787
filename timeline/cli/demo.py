"""`tieline demo`: the timeline that comes with the program."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from timeline.cli.options import Host, Port
from timeline.cli.progress import watched
from timeline.cli.serve import show


def demo(host: Host = "127.0.0.1", port: Port = 8050) -> None:
    """Build the timeline that comes with the program, if that was not done before, and show it."""
    show(shipped_timeline(), host, port)


def shipped_timeline() -> Path:
    """The shipped timeline in the user's cache folder; built again when the program or its data changed."""
    from platformdirs import user_cache_path

    folder = user_cache_path("tieline", appauthor=False, ensure_exists=True)
    path = folder / f"shipped-{_fingerprint()}.parquet"
    if not path.exists():
        from timeline.pipeline import build_shipped
        from timeline.storage import write_timeline

        with watched() as progress:
            frame = build_shipped(progress=progress)
        for old in folder.glob("shipped-*.parquet"):
            old.unlink(missing_ok=True)
        write_timeline(frame, path)
    return path


def _fingerprint() -> str:
    """Stands for all that the timeline is made from: the data, and every file of the program."""
    import timeline
    from timeline.storage.shipped import shipped_data

    made_from, folders = sha256(), (Path(timeline.__file__).parent, shipped_data())
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix != ".pyc")
    for path in files:
        if path.is_file():
            made_from.update(str(path.name).encode() + path.read_bytes())
    return made_from.hexdigest()[:16]
