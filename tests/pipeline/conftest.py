"""A small archive of invented articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from timeline.model import Article

SIDES = ("Russia", "North Korea", "China", "Japan", "South Korea", "Ukraine")
ACTS = (
    "signed a trade treaty with {} on {}",
    "imposed sanctions on {} on {}",
    "sent food aid to {} on {}",
    "criticised {} on {}",
    "held talks with {} on {}",
    "plans to hold a summit with {} on {}",
    "denied that it had attacked {} on {}",
)
WORDS = (
    "harbour", "bridge", "choir", "harvest", "rail", "orchard", "museum", "market", "winter", "river", "kiln",
    "meadow", "ledger", "lantern", "barley", "ferry", "granary", "quarry", "theatre", "canal", "tower", "garden",
)  # fmt: skip
FIRST = date(2019, 1, 1)


def invented(number: int) -> Article:
    """Article `number` of the archive, always the same: one act, told in a sentence, and some words around it."""
    random = Random(number)
    published = FIRST + timedelta(random.randrange(700))
    one, other = random.sample(SIDES, 2)
    day = published - timedelta(random.randrange(1, 20))
    act = random.choice(ACTS).format(other, f"{day:%B} {day.day}, {day.year}")
    filler = " ".join(random.choices(WORDS, k=30))
    text = f"{one} {act}.\n\nPeople spoke of the {filler}."
    return Article(text, published, id=f"a{number}", source=f"Paper {number % 7}", title=f"{one} and {other}")


def copy_of(article: Article, id: str) -> Article:
    """The same text in another paper, a day later."""
    later = (article.published or FIRST) + timedelta(1)
    return replace(article, id=id, source=f"Paper of {id}", published=later)


@pytest.fixture(scope="session", name="invented")
def invented_maker() -> Callable[[int], Article]:
    return invented


@pytest.fixture(scope="session", name="copy_of")
def copy_maker() -> Callable[[Article, str], Article]:
    return copy_of


def write_articles(path: Path, articles: list[Article]) -> Path:
    """The articles as a file that `tieline build` reads."""
    fields = ("id", "text", "published", "title", "source", "url", "language")
    lines = (json.dumps({name: getattr(article, name) for name in fields}, default=str) for article in articles)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="session", name="write_articles")
def articles_writer() -> Callable[[Path, list[Article]], Path]:
    return write_articles
