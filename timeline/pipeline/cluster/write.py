"""From rows to files of Parquet, by year."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from timeline.pipeline.cluster.firsts import firsts_in
from timeline.pipeline.cluster.merge import year_of
from timeline.pipeline.cluster.parts import Part, of_part
from timeline.pipeline.cluster.shards import Counts, Shuffle
from timeline.pipeline.rows import BATCH
from timeline.storage.events import decode
from timeline.storage.parquet import write_parquet
from timeline.storage.places import Place
from timeline.table.frame import Build, to_batch

Stamp = tuple[Mapping[str, str], date | None, str]  # what the rows are made with, the newest article, the edition


@dataclass(frozen=True, slots=True)
class Write:
    """Writes a part, sorted, into the folder of its year, `year=0` where the beginning is open; its name tells its
    content too. (pandas reads no folder of a year that is null.)

    So the same rows have the same name and bytes, and while a timeline is written anew the old one stands beside it.
    """

    rows: Shuffle
    firsts: Shuffle
    out: str
    stamp: Stamp

    def __call__(self, part: Part) -> Counts:
        table = of_part(self.rows.bucket(year_of(part.first)), part)
        told = table.sort_by([("start", "ascending"), ("id", "ascending")])["told"]
        (made_with, newest, edition), firsts = self.stamp, firsts_in(self.firsts, part)
        build = Build(made_with, newest, lambda event: firsts.get(event.event_id, edition))
        file = io.BytesIO()
        batches = (told[at : at + BATCH].to_pylist() for at in range(0, len(told), BATCH))
        count = write_parquet(file, (to_batch([decode(blob) for blob in batch], build) for batch in batches))
        content = file.getvalue()
        digest = blake2b(content, digest_size=4).hexdigest()
        name = f"year={year_of(part.first)}/part-{part.number}-{digest}.parquet"
        (Place(self.out) / name).write(content)
        return {"name": name, "rows": count, "bytes": len(content)}
