"""Makes a synthetic newspaper archive: python tests/benchmarks/archive.py 100000 --seed 1 --out archive.jsonl

What is true of each line (of which it is a copy, what it tells, what is wrong with it) goes to the file of --truth.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # as a script it is not in a package

from tests.benchmarks.synthetic.records import Made, make_archive


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many articles")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="JSON lines")
    parser.add_argument("--truth", type=Path, help="JSON lines, one for each line of --out")
    parser.add_argument("--sound", action="store_true", help="without the lines that cannot be read")
    asked = parser.parse_args(arguments)
    write_archive(asked.out, asked.count, asked.seed, asked.truth, sound=asked.sound)
    return 0


def write_archive(out: Path, count: int, seed: int = 1, truth: Path | None = None, *, sound: bool = False) -> None:
    """Writes the archive, a line at a time."""
    with out.open("wb") as lines, (truth or Path("/dev/null")).open("w", encoding="utf-8") as told:
        for made in make_archive(count, seed):
            if not (sound and made.fault):
                lines.write(made.line + b"\n")
                told.write(json.dumps(_truth(made)) + "\n")


def _truth(made: Made) -> dict[str, object]:
    return {name: getattr(made, name) for name in ("id", "original", "event", "edit", "fault", "language")}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
