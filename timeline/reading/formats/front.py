"""Front matter: what a text says of itself above its first line, between lines of --- (YAML) or +++ (TOML)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from timeline.errors import InputError

# What writers call our fields, the best first.
CALLED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "published": ("published", "date", "pubdate", "published_at", "publish_date", "publication_date", "created"),
        "title": ("title", "headline"),
        "source": ("source", "publisher", "site", "outlet", "publication"),
        "url": ("url", "link", "canonical", "canonical_url", "source_url"),
        "language": ("language", "lang", "locale"),
        "id": ("id", "identifier", "uid"),
    }
)
_RULED = r"{0}[ \t]*\r?\n(.{{0,65536}}?)\r?\n{1}[ \t]*(?:\r?\n|$)"
_FRONT = re.compile(f"{_RULED.format('---', '(?:---|[.]{3})')}|{_RULED.format('[+]{3}', '[+]{3}')}", re.DOTALL)


def split_front(text: str, where: str) -> tuple[dict[str, Any], str]:
    """The fields of the front matter, and the text below it as it stands; no fields where there is none.

    >>> split_front("---\\ntitle: Talks end\\ndate: 2022-08-15\\n---\\nThey met.", "a.md")
    ({'published': '2022-08-15', 'title': 'Talks end', 'date': '2022-08-15'}, 'They met.')
    """
    found = _FRONT.match(text)
    if not found:
        return {}, text
    told = _yaml(found[1], where) if found[1] is not None else _toml(found[2], where)
    if told is None:
        return {}, text
    plain = {name.lower(): _plain(value) for name, value in told.items() if isinstance(name, str)}
    own = {field: next((plain[name] for name in names if name in plain), "") for field, names in CALLED.items()}
    return {field: value for field, value in own.items() if value} | plain, text[found.end() :]


def _yaml(text: str, where: str) -> Mapping[Any, Any] | None:
    """The fields; None where the lines between the rules are no YAML of fields, but text."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in (yaml.parse(text, loader) if "*" in text else ())):
            raise yaml.YAMLError("aliases such as *a are not read")  # of few lines they make millions
        told = yaml.load(text, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(getattr(error, "problem", "") or error).partition("\n")[0]
        raise InputError(reason, f"{where}, front matter", "YAML such as date: 2022-08-15") from None
    return told if isinstance(told, Mapping) else None


def _toml(text: str, where: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(error, f"{where}, front matter", 'TOML such as date = "2022-08-15"') from None


def _plain(value: object) -> object:
    """Days and numbers as text."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
