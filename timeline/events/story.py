"""What an article has told so far, and the date that it lends to acts without one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.events.binding import Bound, Tie
from timeline.events.roles import Sides
from timeline.model import Granularity, TimeValue

LEAD = 3  # sentences of the body at its head
NEAR = 3  # sentences
YEAR = 366  # days
COARSE = frozenset({Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY})
LONG_AGO = 10 * YEAR
LENT, PRINTED = 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Thread:
    """A date that later acts may share: who acted then, and the number and paragraph of the sentence that says so."""

    bound: Bound
    actors: frozenset[str]
    number: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Story:
    """What an article has told so far: its news, what was dated last, and who dealt with whom."""

    news: Thread | None = None
    last: Thread | None = None
    told: tuple[Sides, ...] = ()


def carry_on(story: Story, actors: frozenset[str], number: int, paragraph: int, published: date | None) -> Bound | None:
    """The stand-in for an act that has no date in its sentence.

    The date of the sentence before, if it stands in the same paragraph and tells of one of the actors;
    else that of the news, where its actors go on acting; at the head of the article the day of print;
    else none, for what comes undated later on is mostly background.
    """
    last, news = story.last, story.news
    near = last and last.number == number - 1 and last.paragraph == paragraph and actors & last.actors
    if last and near and not (news and _is_history(last.bound.when, published)):
        return _lent(last, LENT, Tie.BEFORE)
    if news and actors <= news.actors:
        return _lent(news, LENT if number - news.number < NEAR else LENT - 0.1, Tie.NEWS)
    if published and number < LEAD and not news:
        return Bound(TimeValue.day(published), "publication", None, PRINTED, Tie.PRINT)
    return None


def _is_history(when: TimeValue, published: date | None) -> bool:
    """Whether it names but a year, or more, that was long ago when the article came out."""
    start = when.start
    return when.granularity in COARSE and bool(published and start and (published - start).days > LONG_AGO)


def same_time(lent: TimeValue, other: TimeValue) -> bool:
    """Whether a sentence with this other date in it may speak of the same days: it lies within a year."""
    day, start = lent.start, other.start or other.last
    return not day or not start or abs((day - start).days) <= YEAR


def _lent(thread: Thread, trust: float, tie: Tie) -> Bound:
    return Bound(thread.bound.when, "discourse", thread.bound.mention, trust, tie)


def to_come(number: int, published: date | None) -> Bound | None:
    """What the head of the article announces without a date comes after the day of print."""
    if published and number < LEAD:
        return Bound(TimeValue.since(TimeValue.day(published)), "publication", None, PRINTED, Tie.PRINT)
    return None
