"""Articles from files of every kind, folders, archives, addresses and standard input."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from timeline.dates import language_code
from timeline.errors import InputError
from timeline.model import Article
from timeline.reading.files import NO_FILE, File
from timeline.reading.folders import files_below
from timeline.reading.formats import records_in
from timeline.reading.language import guess_language
from timeline.reading.published.decide import published_of
from timeline.reading.records import Record
from timeline.reading.web import Fetcher, fetched, is_address

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


@dataclass(frozen=True, slots=True)
class Options:
    """How articles are read.

    published   the day on which all of them appeared, for who knows it
    language    "auto" is what an article says of itself, else a guess; a code holds for all
    fields      what a field is called in the files, where it is not called as ours is: {"title": "headline"}
    infer       propose a day of publication from the text where nothing tells it
    """

    published: date | None = None
    language: str = "auto"
    fields: Mapping[str, str] = field(default_factory=dict)
    infer: bool = False


def read_articles(
    inputs: str | Path | Iterable[str | Path],
    published: date | None = None,
    language: str = "auto",
    *,
    fields: Mapping[str, str] | None = None,
    infer_dates: bool = False,
) -> list[Article]:
    """The articles in a file or folder, or in several, in the order given; those of a folder by the names of the files.

    Fields and ids are those of `stream_articles`, options those of `Options`. Raises InputError for the first
    that cannot be read, and PublishedError for an article without a date; both name the file and the place in
    it. No two have the same id: InputError names both places, as no event could say which of the two it rests on.
    """
    places, articles = dict[str, str](), list[Article]()
    for where, found in find_articles(inputs, Options(published, language, fields or {}, infer_dates)):
        if isinstance(found, InputError):
            raise found
        if found.id in places:
            taken = f"an id of its own, but {places[found.id]} has the same"
            raise InputError(found.id, f"{where}, field id", taken)
        places[found.id] = where
        articles.append(found)
    return articles


def stream_articles(
    inputs: str | Path | Iterable[str | Path],
    published: date | None = None,
    language: str = "auto",
    *,
    fields: Mapping[str, str] | None = None,
    infer_dates: bool = False,
) -> Iterator[Article | Unread]:
    """One article after the other; what cannot be read is told in its place, and the next one follows.

    `timeline.reading.published` says how the day of publication is found. "-" is standard input. Never more
    than one record is held, but of a JSON file, which may have 256 MB. Raises InputError at once for an input
    that is missing or a folder without articles.

    An article's id is the one that its record has; two may have the same. Else it is the name of the file
    with the folders from the input on, and the number of the record where a file holds several: "a.txt",
    "kcna/a.txt" in a folder "kcna", "a.jsonl-3". Other files beside it change nothing in that.
    """
    found = find_articles(inputs, Options(published, language, fields or {}, infer_dates))
    return (Unread.of(item) if isinstance(item, InputError) else item for _, item in found)


def find_articles(
    inputs: str | Path | Iterable[str | Path], options: Options = Options()
) -> Iterator[tuple[str, Article | InputError]]:
    """As `stream_articles`: the place of each article, and errors as they are raised."""
    sources = [str(source) for source in ([inputs] if isinstance(inputs, str | Path) else inputs)]
    for source in sources:
        _check(source)
    return _found(sources, options)


def _check(source: str) -> None:
    """Raises InputError for what cannot have been meant."""
    path = Path(source)
    if source == STDIN or is_address(source):
        return
    if not path.exists():
        raise InputError(path, expected=NO_FILE)
    if path.is_dir() and next(files_below(path), None) is None:
        raise InputError(path, expected="a folder with articles, but there are none in it")


def _found(sources: Sequence[str], options: Options) -> Iterator[tuple[str, Article | InputError]]:
    fetcher = Fetcher.of(filter(is_address, sources))
    for source, name in zip(sources, names_of(sources), strict=True):
        for file in files_of(source, name, fetcher):
            if isinstance(file, InputError):
                yield source, file
            else:
                yield from articles_in(file, options)


def names_of(sources: Sequence[str]) -> list[str]:
    """How what stands in each source is called: by the last part of its path, unless two have the same.

    >>> names_of(["news/kcna", "tass.jsonl", "old/tass.jsonl"])
    ['kcna', 'tass.jsonl', 'old/tass.jsonl']
    """
    last = [Path(source).name for source in sources]
    counts = Counter(last)
    return [name if counts[name] == 1 else source for name, source in zip(last, sources, strict=True)]


def files_of(source: str, name: str, fetcher: Fetcher | None = None) -> Iterator[File | InputError]:
    """The files of articles that a source stands for, each with its name among all that are read."""
    path = Path(source)
    if source == STDIN:
        yield File("standard input", "standard input", lambda: sys.stdin.buffer)
    elif is_address(source):
        yield from fetched(source, fetcher or Fetcher.of([source]))
    elif path.is_dir():
        yield from files_below(path, f"{name}/".lstrip("/"))
    else:
        yield File.at(path, name)


def articles_in(file: File, options: Options = Options()) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of one file, as `find_articles`; those without an id of their own are called after its name."""
    for record in records_in(replace(file, hints=replace(file.hints, fields=options.fields))):
        yield record.where, record if isinstance(record, InputError) else _article(record, options)


def _article(record: Record, options: Options) -> Article | InputError:
    try:
        return _whole(record, options)
    except InputError as error:
        return error


def _whole(record: Record, options: Options) -> Article:
    text = record.text("text")
    if not text.strip():
        raise InputError("nothing", f"{record.where}, field text", "the text of an article")
    language = _language(record, text) if options.language == "auto" else options.language
    when = published_of(record, options.published, options.infer, language)
    return Article(
        text,
        when.day,
        id=record.text("id") or record.name,
        title=record.text("title"),
        source=record.text("source"),
        url=record.text("url"),
        language=language,
        published_at=when.at,
        published_basis=when.basis,
        published_note=when.note,
    )


def _language(record: Record, text: str) -> str:
    """`en` for "en-GB": parts of the program know languages, not their regions."""
    return language_code(record.text("language")) or guess_language(text)
