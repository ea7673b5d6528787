"""`tieline corrections`: what people put right in a timeline, and taking that back."""

from __future__ import annotations

import getpass
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.words import visible
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.storage.corrections import Correction

corrections = typer.Typer(
    name="corrections", help="What people put right in a timeline; `tieline build` heeds it.", no_args_is_help=True
)
Timeline = Annotated[str, typer.Option(metavar="FILE", help="The timeline that they are about.")]
Home = Annotated[
    str,
    typer.Option("--file", metavar="FILE", help="Where they are kept; else TIMELINE.corrections.", show_default=False),
]
Why = Annotated[str, typer.Option(metavar="TEXT", help="A word of explanation.", show_default=False)]
By = Annotated[str, typer.Option(metavar="NAME", help="Who says so; else the name you are logged in with.")]


@corrections.command()
def apart(
    one: Annotated[str, typer.Argument(metavar="ID", help="The id of an event, or of one of its reports.")],
    other: Annotated[str, typer.Argument(metavar="ID", help="That of another one.")],
    *,
    why: Why = "",
    by: By = "",
    timeline: Timeline = "events.parquet",
    file: Home = "",
) -> None:
    """Say that two reports are not of one event: from the next build on, no row holds both."""
    from timeline.storage.corrections import APART, correct

    if one == other:
        raise InputError(one, "the second id", "that of another report")
    _check_known(timeline, (one, other))
    made = correct(_home(timeline, file), one, APART, other, by=by or _login(), why=why)
    print(_line(made))


@corrections.command("list")
def list_(
    *,
    timeline: Timeline = "events.parquet",
    file: Home = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """Print all corrections with their numbers, oldest first, also those that were undone."""
    from timeline.storage.corrections import read_corrections

    found = read_corrections(_home(timeline, file))
    if as_json:
        lines = (json.dumps(asdict(each), ensure_ascii=False) for each in found)
        sys.stdout.write("[" + ",\n ".join(lines) + "]\n")
        return
    for each in found:
        print(_line(each))
    if not found:
        print("No corrections.")


@corrections.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="That of the correction, as `list` shows it.")],
    *,
    why: Why = "",
    by: By = "",
    timeline: Timeline = "events.parquet",
    file: Home = "",
) -> None:
    """Take a correction back; it stays in the history."""
    from timeline.storage.corrections import undo as undone

    print(_line(undone(_home(timeline, file), number, by=by or _login(), why=why)))


def _home(timeline: str, file: str) -> Path:
    from timeline.storage.corrections import corrections_beside

    return Path(file) if file else corrections_beside(timeline)


def _check_known(timeline: str, ids: tuple[str, ...]) -> None:
    """Ids are long, and typed by hand: one that nobody has would wait for ever."""
    from timeline.storage import read_timeline

    frame = read_timeline(timeline)
    known = {*frame["event_id"], *(id for ids in frame["also_ids"] for id in ids)}
    for id in ids:
        if id not in known:
            raise InputError(id, timeline, "the id of an event in this timeline, or of one of its reports")


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may have users without a name
        return ""


def _line(each: Correction) -> str:
    """A correction on one line, without what would steer a terminal."""
    made = f"{each.number}  {each.made_at}  {each.made_by or 'nobody named'}"
    says = f"{each.event_id} and {each.value} are not one event"
    if each.undoes:
        says = f"correction {each.undoes} undone ({says})"
    note = f"; undone by {each.undone_by}" if each.undone_by else ""
    return visible(f"{made}: {says}{note}" + f" – {each.why}" * bool(each.why))
