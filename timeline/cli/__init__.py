"""The program `tieline`: arguments in, exit code out. One file a command; each imports what it needs when it runs."""

from timeline.cli.app import run

__all__ = ["run"]
