"""Files of articles: text, JSON, JSON lines, CSV, folders of these, standard input."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from timeline.dates import language_code
from timeline.errors import InputError
from timeline.model import Article
from timeline.reading.files import decode
from timeline.reading.language import guess_language
from timeline.reading.published import published_of
from timeline.reading.records import READERS, Record, plain_record, records_in

STDIN = "-"


def read_articles(inputs: Iterable[str | Path], published: date | None = None, language: str = "auto") -> list[Article]:
    """The articles in files and folders, in the order given; those of a folder by the names of the files.

    A record's own date comes first, then `published`, then a date in the name of the file. `language`
    "auto" is what the record says, else a guess; a code holds for all. "-" is plain text on standard
    input. Raises InputError for what cannot be read, and PublishedError for an article without a date;
    both name the file and the place in it. No two have the same id: see `_ids`.
    """
    found = [(record, path) for source in inputs for path, records in _sources(source) for record in records]
    ids = _ids([record for record, _ in found])
    return [_article(record, path, published, language, id) for (record, path), id in zip(found, ids, strict=True)]


def _ids(records: Sequence[Record]) -> list[str]:
    """The id of each: what it says, else its name; where several have one name, the place where it stands.

    Raises InputError for an id that is there twice: no event could say which of the two it rests on.
    """
    names = Counter(record.name for record in records)
    places = dict[str, str]()
    for record in records:
        id = record.text("id") or (record.name if names[record.name] == 1 else record.where)
        if id in places:
            raise InputError(id, f"{record.where}, field id", f"an id of its own, but {places[id]} has the same")
        places[id] = record.where
    return list(places)


def _sources(source: str | Path) -> Iterator[tuple[str, Iterable[Record]]]:
    """Each file, with its records."""
    if str(source) == STDIN:
        name = "standard input"
        yield name, [plain_record(decode(sys.stdin.buffer.read(), name), name)]
        return
    for path in _files(Path(source)):
        yield str(path), records_in(path)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = (file for file in path.rglob("*") if file.suffix.lower() in READERS and file.is_file())
    files = sorted(file for file in found if not any(p.startswith(".") for p in file.relative_to(path).parts))
    if not files:
        raise InputError(path, expected=f"a folder with articles ({', '.join(READERS)}), but there are none in it")
    return files


def _article(record: Record, path: str, published: date | None, language: str, id: str) -> Article:
    text = record.text("text")
    if not text.strip():
        raise InputError("nothing", f"{record.where}, field text", "the text of an article")
    when = published_of(record, path, published)
    return Article(
        text,
        when.day,
        id=id,
        title=record.text("title"),
        source=record.text("source"),
        url=record.text("url"),
        language=_language(record, text) if language == "auto" else language,
        published_at=when.at,
        published_basis=when.basis,
    )


def _language(record: Record, text: str) -> str:
    """`en` for "en-GB": parts of the program know languages, not their regions."""
    return language_code(record.text("language")) or guess_language(text)
