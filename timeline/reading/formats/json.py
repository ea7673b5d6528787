"""JSON: one article or a list of them, and JSON Lines: one article a line."""

from __future__ import annotations

import json
from io import BufferedReader

import msgspec

from timeline.errors import InputError
from timeline.reading.files import File, decode, lines_in, read_whole
from timeline.reading.records import Found, Record

_DECODER = msgspec.json.Decoder()


def read(stream: BufferedReader, file: File) -> Found:
    """The article, or those of the list."""
    content = _parsed(read_whole(stream, file.where), file.where)
    if isinstance(content, dict):
        yield Record(content, file.where, file.name, hints=file.hints)
        return
    if not isinstance(content, list):
        raise InputError("", file.where, "one article or a list of articles")
    for number, item in enumerate(content, 1):
        yield _record(item, f"{file.where}, article {number}", f"{file.name}-{number}", file)


def read_lines(stream: BufferedReader, file: File) -> Found:
    """An article a line."""
    for number, line in lines_in(stream, file.where):
        where = f"{file.where}, line {number}"
        try:
            if isinstance(line, InputError):
                raise line
            yield _record(_parsed(line, where), where, f"{file.name}-{number}", file)
        except InputError as error:
            yield error


def _record(item: object, where: str, name: str, file: File) -> Record | InputError:
    if not isinstance(item, dict):
        return InputError(item, where, 'an article, such as {"text": "...", "published": "2022-08-15"}')
    return Record(item, where, name, hints=file.hints)


def _parsed(content: bytes, where: str) -> object:
    """The value of a JSON text. What the fast reader refuses, the patient one reads, or says what is wrong."""
    try:
        return _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _slowly(decode(content, where), where)
    except RecursionError:
        raise InputError("nested too deep", where, "JSON of an article") from None


def _slowly(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"{where}, line {error.lineno}" if error.lineno > 1 else where
        raise InputError(error.msg, at, "JSON") from None
    except RecursionError:
        raise InputError("nested too deep", where, "JSON of an article") from None
    except ValueError as error:  # a number of thousands of digits
        raise InputError(error, where, "JSON of an article") from None
