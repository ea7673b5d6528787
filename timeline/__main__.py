"""`python -m timeline` is the program `tieline`."""

from __future__ import annotations

import sys

from timeline.cli import run


def main() -> None:
    """Runs the program with the arguments of this process, and ends the process."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
