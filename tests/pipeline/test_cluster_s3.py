"""The road in shards from and into S3, on a real server of its kind on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from timeline import Article, read_timeline
from timeline.engines.here import Here
from timeline.pipeline.cluster import Asked, build_folder, read_aside
from timeline.storage.places import Place
from timeline.table.frame import to_arrow


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="archive")
    yield "s3://archive"
    server.stop()


def test_timeline_is_built_from_and_into_s3(
    bucket: str,
    invented: Callable[[int], Article],
    write_articles: Callable[[Path, list[Article]], Path],
    tmp_path: Path,
) -> None:
    path = write_articles(tmp_path / "a.jsonl", [invented(number) for number in range(12)])
    (Place(bucket) / "news/a.jsonl").write(path.read_bytes())
    sizes: dict[str, Any] = {"piece": 2_000, "bucket": 6}
    there = build_folder(Asked((f"{bucket}/news",), f"{bucket}/timeline", f"{bucket}/work", **sizes), Here())
    here = build_folder(Asked((str(path),), str(tmp_path / "out"), str(tmp_path / "work"), **sizes), Here())
    assert there.there == here.there
    assert to_arrow(read_timeline(f"{bucket}/timeline")).equals(to_arrow(read_timeline(tmp_path / "out")))
    assert not list(read_aside(f"{bucket}/work"))
    again = build_folder(Asked((f"{bucket}/news",), f"{bucket}/timeline", f"{bucket}/work", **sizes), Here())
    assert again.read == 0
