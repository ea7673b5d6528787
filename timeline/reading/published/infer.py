"""A day of publication where nothing tells it: proposed from what the text says, and marked as a guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.reading.published.signs import WEEKDAYS, Anchor, Signs, signs_of

AFTER, BEFORE = 6, 1  # days after a day that news tells of, and before it, on which it is printed
MOST = 3  # proposals that are told
ENOUGH = 3.0  # points, below which nothing is proposed
CLOSE = 1.0  # points behind the best, within which others are told with it
# Points: for the year, for the distance in days from each kind of day, for the weekday, and for both together.
VOTED, NEXT = 2.8, 0.8
NEAR = {
    "dateline": {0: 5.0},
    "dated": {0: 3.0, 1: 2.5, 2: 1.2, 3: 0.8},
    "lead": {0: 1.6, 1: 1.5, 2: 0.6, 3: 0.4},
    "named": {-1: 0.7, 0: 2.0, 1: 1.4, 2: 0.8, 3: 0.5},
    "day": {0: 0.6, 1: 0.6, 2: 0.4, 3: 0.2},
}
WEEKDAY = {0: 2.0, 1: 1.2, 2: 0.3}
BOTH = 1.5
YEARLESS = ("dateline", "lead", "named")
DISTANT = {-1: "the day after", 0: "that day", 1: "the day before"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A day, how much speaks for it, and what."""

    day: date
    points: float
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.day} ({'; '.join(self.reasons)})"


def propose_days(text: str, language: str = "en") -> list[Proposal]:
    """Days on which a text may have appeared, the likeliest first; none, where it says too little.

    It needs a day, be it without a year, and a year. No clock is asked: the same text gives the same days.

    >>> best, *_ = propose_days("He wrote on Liberation Day, state media said Monday. Last year, in 2021, he did too.")
    >>> print(best)
    2022-08-15 (“Liberation Day” is that day; it is a Monday; “Last year” and “2021” stand side by side)
    """
    signs = signs_of(text, language)
    found = dict[date, Proposal]()
    for year in _years(signs):
        for day in _days(signs, year):
            found[day] = _weighed(day, signs)
    good = [each for each in found.values() if each.points >= ENOUGH and _holds(each.day, signs)]
    return sorted(good, key=lambda each: (-each.points, each.day))[:MOST]


def close_ones(proposals: list[Proposal]) -> list[Proposal]:
    """The first, and those that stand little behind it."""
    return [each for each in proposals if each.points > proposals[0].points - CLOSE]


def _years(signs: Signs) -> list[int]:
    known = {anchor.year for anchor in signs.anchors if anchor.year >= signs.latest}
    years = {signs.latest, signs.latest + 1} if signs.latest else set()
    return sorted(year for year in {*known, *years, signs.voted} if year and year >= signs.latest)


def _holds(day: date, signs: Signs) -> bool:
    """Whether a day stands on more than a date of the past and a year that is named somewhere.

    Either words give the year away, and a day without a year lies close by; or the day of the dateline falls in that
    year on the weekday on which the news is told to have come. Less was tried, and most days were wrong.
    """
    near = {one.kind for one in signs.anchors if one.kind in YEARLESS and _near(day, one, NEAR[one.kind])[0]}
    if signs.weekday is not None and (day.weekday() - signs.weekday) % 7 > 1:
        return False
    return bool(near) and (day.year == signs.voted or (signs.weekday == day.weekday() and "dateline" in near))


def _days(signs: Signs, year: int) -> Iterator[date]:
    for anchor in signs.anchors:
        if named := anchor.within(year):
            yield from (named + timedelta(days) for days in range(-BEFORE, AFTER + 1))


def _weighed(day: date, signs: Signs) -> Proposal:
    """The points of a day: each kind of sign counts once, by the mention that fits best."""
    points, reasons = 0.0, list[str]()
    for kind, near in NEAR.items():
        worth, words = max(
            (_near(day, anchor, near) for anchor in signs.anchors if anchor.kind == kind), default=(0, "")
        )
        points += worth
        reasons += [words] if words else []
    if signs.weekday is not None and (worth := WEEKDAY.get((day.weekday() - signs.weekday) % 7, 0.0)):
        points += worth + (BOTH if worth == WEEKDAY[0] and points else 0.0)
        name = WEEKDAYS[signs.weekday]
        reasons.append(f"it is a {name}" if worth == WEEKDAY[0] else f"it follows on a {name}")
    if day.year == signs.voted:
        return Proposal(day, round(points + VOTED, 2), (*reasons, signs.vote))
    points += NEXT if day.year - signs.latest in (0, 1) else 0.0
    return Proposal(day, round(points, 2), (*reasons, f"{signs.latest} is the latest year named"))


def _near(day: date, anchor: Anchor, near: dict[int, float]) -> tuple[float, str]:
    named = anchor.within(day.year)
    distance = (day - named).days if named else AFTER + 1
    worth = near.get(distance, 0.0)
    if not worth:
        return 0.0, ""
    return worth, f"“{anchor.text}” is {DISTANT.get(distance, f'{distance} days before')}"
