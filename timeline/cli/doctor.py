"""`tieline doctor`: is all there that the program needs?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from timeline.cli.checks import Check, checks
from timeline.cli.options import Port
from timeline.cli.words import visible

NAME, STATE = 18, 8  # cells


def doctor(
    port: Port = 8050,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> None:
    """Check the installation, and say what to do: exit code 1 if something is missing that every command needs."""
    found = list(checks(port))
    good = all(check.good for check in found if check.needed)
    if as_json:
        print(json.dumps({"good": good, "checks": [asdict(check) for check in found]}, ensure_ascii=False))
    else:
        for line in (*(line for check in found for line in lines(check)), "", last_line(found)):
            print(line)
    if not good:
        raise typer.Exit(1)


def lines(check: Check) -> list[str]:
    """What was found, and below it what to do.

    >>> lines(Check("extra pdf", False, "reading PDF reports", "pip install 'tieline[pdf]'", needed=False))
    ['without   extra pdf          reading PDF reports', "                             pip install 'tieline[pdf]'"]
    """
    state = "good" if check.good else ("MISSING" if check.needed else "without")
    first = f"{state:<{STATE}}  {check.name:<{NAME}} {visible(check.found)}"
    return [first, *[f"{'':<{STATE + NAME + 3}}{check.advice}"] * bool(check.advice)]


def last_line(found: Sequence[Check]) -> str:
    """
    >>> last_line([Check("Python", True, "3.12.1")])
    'All is there.'
    """
    missing = [check.name for check in found if check.needed and not check.good]
    if missing:
        return f"tieline cannot work yet: {', '.join(missing)}."
    without = sum(not check.good for check in found)
    return f"tieline can work; {without} more would be good to have." if without else "All is there."
