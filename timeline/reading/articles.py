"""Files of articles: text, JSON, JSON lines, CSV, folders of these, standard input."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timeline.dates import language_code
from timeline.errors import InputError
from timeline.model import Article
from timeline.reading.files import NO_FILE, decode, read_whole
from timeline.reading.folders import files_below
from timeline.reading.language import guess_language
from timeline.reading.published import published_of
from timeline.reading.records import READERS, Record, plain_record, records_in

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Unread:
    """What should have been an article: the file and the place in it, and what is wrong there, for people to read."""

    where: str
    reason: str

    @classmethod
    def of(cls, error: InputError) -> Unread:
        """What an error says, whose `where` is the place."""
        return cls(error.where, str(error).removeprefix(f"{error.where}: "))


def read_articles(inputs: Iterable[str | Path], published: date | None = None, language: str = "auto") -> list[Article]:
    """The articles in files and folders, in the order given; those of a folder by the names of the files.

    Fields and ids are those of `stream_articles`. Raises InputError for the first that cannot be read, and
    PublishedError for an article without a date; both name the file and the place in it. No two have the
    same id: InputError names both places, as no event could say which of the two it rests on.
    """
    places, articles = dict[str, str](), list[Article]()
    for where, found in find_articles(inputs, published, language):
        if isinstance(found, InputError):
            raise found
        if found.id in places:
            taken = f"an id of its own, but {places[found.id]} has the same"
            raise InputError(found.id, f"{where}, field id", taken)
        places[found.id] = where
        articles.append(found)
    return articles


def stream_articles(
    inputs: Iterable[str | Path], published: date | None = None, language: str = "auto"
) -> Iterator[Article | Unread]:
    """One article after the other; what cannot be read is told in its place, and the next one follows.

    A record's own date comes first, then `published`, then a date in the name of the file. `language`
    "auto" is what the record says, else a guess; a code holds for all. "-" is plain text on standard
    input. Never more than one record is held, but of a JSON file, which may have 256 MB. Raises
    InputError at once for an input that is missing, of no known kind, or a folder without articles.

    An article's id is the one that its record has; two may have the same. Else it is the name of the file
    with the folders from the input on, and the number of the record where a file holds several: "a.txt",
    "kcna/a.txt" in a folder "kcna", "a.jsonl-3". Other files beside it change nothing in that.
    """
    found = find_articles(inputs, published, language)
    return (Unread.of(item) if isinstance(item, InputError) else item for _, item in found)


def find_articles(
    inputs: Iterable[str | Path], published: date | None = None, language: str = "auto"
) -> Iterator[tuple[str, Article | InputError]]:
    """As `stream_articles`: the place of each article, and errors as they are raised."""
    sources = [str(source) for source in inputs]
    for source in sources:
        _check(source)
    return _found(sources, published, language)


def _check(source: str) -> None:
    """Raises InputError for what cannot have been meant."""
    path, kinds = Path(source), ", ".join(READERS)
    if source == STDIN:
        return
    if path.is_dir():
        if next(files_below(path, READERS), None) is None:
            raise InputError(path, expected=f"a folder with articles ({kinds}), but there are none in it")
    elif path.suffix.lower() not in READERS:
        raise InputError(path, expected=f"a file of articles ({kinds}) or a folder of them")
    elif not path.exists():
        raise InputError(path, expected=NO_FILE)


def _found(sources: Sequence[str], published: date | None, language: str) -> Iterator[tuple[str, Article | InputError]]:
    for source, name in zip(sources, names_of(sources), strict=True):
        if source == STDIN:
            yield _standard_input(published, language)
            continue
        for file in files_of(source, name):
            if isinstance(file, InputError):
                yield source, file
            else:
                yield from articles_in(file[1], file[0], published, language)


def names_of(sources: Sequence[str]) -> list[str]:
    """How what stands in each source is called: by the last part of its path, unless two have the same.

    >>> names_of(["news/kcna", "tass.jsonl", "old/tass.jsonl"])
    ['kcna', 'tass.jsonl', 'old/tass.jsonl']
    """
    last = [Path(source).name for source in sources]
    counts = Counter(last)
    return [name if counts[name] == 1 else source for name, source in zip(last, sources, strict=True)]


def files_of(source: str, name: str) -> Iterator[tuple[str, Path] | InputError]:
    """The files of articles that a file or a folder stands for, each with its name among all that are read."""
    path = Path(source)
    if path.is_dir():
        yield from files_below(path, READERS, f"{name}/".lstrip("/"))
    else:
        yield name, path


def articles_in(
    path: Path, name: str, published: date | None = None, language: str = "auto"
) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of one file, as `find_articles`; those without an id of their own are called after `name`."""
    for record in records_in(path, name):
        if isinstance(record, InputError):
            yield str(path), record
        else:
            yield record.where, _article(record, str(path), published, language)


def _standard_input(published: date | None, language: str) -> tuple[str, Article | InputError]:
    name = "standard input"
    try:
        record = plain_record(decode(read_whole(sys.stdin.buffer, name), name), name, name)
    except InputError as error:
        return "", error
    return name, _article(record, "", published, language)


def _article(record: Record, path: str, published: date | None, language: str) -> Article | InputError:
    try:
        return _whole(record, path, published, language)
    except InputError as error:
        return error


def _whole(record: Record, path: str, published: date | None, language: str) -> Article:
    text = record.text("text")
    if not text.strip():
        raise InputError("nothing", f"{record.where}, field text", "the text of an article")
    when = published_of(record, path, published)
    return Article(
        text,
        when.day,
        id=record.text("id") or record.name,
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
