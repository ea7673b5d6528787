"""The commands put together, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from timeline.cli.build import build
from timeline.cli.demo import demo
from timeline.cli.export import export
from timeline.cli.resolve import resolve
from timeline.cli.serve import serve
from timeline.errors import TimelineError

DONE, BAD_INPUT, INTERRUPTED = 0, 1, 130

app = typer.Typer(
    name="tieline",
    help="Articles in; a timeline of diplomatic events that one can defend out.",
    epilog="Exit code: 0 done, 1 the input was bad (one line says what), 2 wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, resolve, export, serve, demo):
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        from timeline import __version__

        typer.echo(f"tieline {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of the program itself."""


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns the exit code: 0 done, 1 bad input (one line on stderr), 2 wrong usage."""
    try:
        return _exit_code(arguments)
    except TimelineError as error:
        return _fail(str(error))
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return _fail(f"{error.filename or 'the system'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return INTERRUPTED


def _exit_code(arguments: Sequence[str]) -> int:
    try:
        app(list(arguments), prog_name="tieline")
        sys.stdout.flush()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    return DONE


def _fail(line: str) -> int:
    print(f"tieline: {' '.join(line.split())}", file=sys.stderr)
    return BAD_INPUT
