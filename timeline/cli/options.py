"""What several commands ask for, and how a word on the command line becomes a value."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from timeline.errors import InputError
from timeline.model import TimeValue

DAY = "a day, month or year such as 2022-07-13, 2022-07 or 2022"
BUILD = "a day or a build, such as 2026-11-24 or 2026-11-24.02"


def read_day(text: str) -> date:
    """A day such as 2022-08-15; raises InputError for what is none.

    >>> read_day("2022-08-15")
    datetime.date(2022, 8, 15)
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(text, "--published", "a day such as 2022-08-15") from None


def read_first_day(text: str) -> date | None:
    """The first day of a day, month or year, so that `--from 2019` means from 1 January 2019 on.

    >>> read_first_day("2019")
    datetime.date(2019, 1, 1)
    """
    return _edtf(text, "--from").start


def read_last_day(text: str) -> date | None:
    """The last day of a day, month or year.

    >>> read_last_day("2022-02")
    datetime.date(2022, 2, 28)
    """
    return _edtf(text, "--to").last


def read_build(text: str) -> str:
    """A day or a build of it; raises InputError for what is neither.

    >>> read_build("2026-11-24.02")
    '2026-11-24.02'
    """
    from timeline.table.filter import BUILD as KNOWN

    if text and not KNOWN.fullmatch(text):
        raise InputError(text, "--new-since", BUILD)
    return text


def _edtf(text: str, option: str) -> TimeValue:
    try:
        return TimeValue.from_edtf(text)
    except InputError:
        raise InputError(text, option, DAY) from None


def read_language(text: str) -> str:
    """The code of a language whose dates can be read; raises InputError for one that nobody knows.

    >>> read_language("en-GB")
    'en'
    """
    from timeline.dates import is_known, language_code

    if not is_known(text):
        raise InputError(text.strip() or "nothing", "--language", "the code of a language, such as en, ru or ko")
    return language_code(text)


def split(words: list[str] | None) -> tuple[str, ...]:
    """An option that may be given again, or hold several values with commas between.

    >>> split(["RUS,PRK", " CHN "])
    ('RUS', 'PRK', 'CHN')
    """
    return tuple(part.strip() for word in words or () for part in word.split(",") if part.strip())


def known_actors(words: list[str] | None, option: str) -> tuple[str, ...]:
    """Codes of actors; one that nobody has is a slip of the hand, or a name: an empty timeline would not say so."""
    from timeline.actors import load_gazetteer

    codes = split(words)
    for code in codes:
        if load_gazetteer().actor(code) is None:
            raise InputError(code, option, "the code of an actor, such as RUS, PRK or UNO")
    return codes


def members(words: list[str] | None, kind: type[StrEnum], option: str) -> tuple[str, ...]:
    """The same for values of a closed set, in either case; raises typer.BadParameter for one outside it.

    >>> from timeline.model import Status
    >>> members(["Planned,actual"], Status, "--status")
    ('planned', 'actual')
    """
    known = {member.casefold(): member.value for member in kind}
    wrong = [word for word in split(words) if word.casefold() not in known]
    if wrong:
        raise typer.BadParameter(f"{wrong[0]} is none of {', '.join(known.values())}.", param_hint=option)
    return tuple(known[word.casefold()] for word in split(words))


Published = Annotated[
    date | None, typer.Option(parser=read_day, metavar="DATE", help="Day of publication, such as 2022-08-15.")
]
Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; 127.0.0.1 is this machine alone.")]
Port = Annotated[
    int, typer.Option(min=0, max=65535, metavar="PORT", help="Port to listen on; 0 takes any that is free.")
]
