"""The commands put together, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from types import MappingProxyType
from typing import Annotated

import typer

from timeline.cli.build import build
from timeline.cli.compare import compare
from timeline.cli.corrections import corrections
from timeline.cli.demo import demo
from timeline.cli.doctor import doctor
from timeline.cli.explain import explain
from timeline.cli.export import export
from timeline.cli.resolve import resolve
from timeline.cli.serve import serve
from timeline.cli.tables import import_
from timeline.cli.words import visible
from timeline.errors import TimelineError

DONE, BAD_INPUT = 0, 1

ABOUT = """Articles in; a timeline of who did what to whom, and when it really happened, out.

\b
Look at what comes with the program:
    tieline demo
Make a timeline of your own, look at it, and take it to Word:
    tieline build saved-pages/ --out events.parquet
    tieline serve events.parquet
    tieline export events.parquet --out chronology.docx --actor RUS,PRK
Ask when a text says that something happened:
    tieline resolve "They met last month." --published 2022-08-15

The name - stands for standard input or output."""
COMMANDS: Mapping[str, tuple[Callable[..., None], ...]] = MappingProxyType(
    {
        "Make a timeline": (build, import_),
        "Look at it, and take it elsewhere": (serve, export, compare, demo),
        "Ask why": (explain, resolve),
        "Care for the program": (doctor,),
    }
)

app = typer.Typer(
    name="tieline",
    help=ABOUT,
    epilog="Exit code: 0 done, 1 the input was bad (one line says what), 2 wrong usage. "
    "tieline --install-completion makes the shell complete commands and options.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for panel, commands in COMMANDS.items():
    for command in commands:
        app.command(command.__name__.rstrip("_"), rich_help_panel=panel)(command)
app.add_typer(corrections, rich_help_panel="Care for the program")


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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter ends no run
    try:
        code = _exit_code(arguments)
        sys.stdout.flush()
    except TimelineError as error:
        return _fail(str(error))
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return _fail(f"{error.filename or 'the system'}: {error.strerror or error}")
    return code


def _exit_code(arguments: Sequence[str]) -> int:
    """Typer ends a process; here it only tells how."""
    try:
        app(list(arguments), prog_name="tieline")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    return DONE


def _fail(line: str) -> int:
    print(f"tieline: {visible(line)}", file=sys.stderr)
    return BAD_INPUT
