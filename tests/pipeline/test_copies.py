"""What was edited, cut or signed is a line beside the earliest print; what grew into another story is read."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

from timeline import Article
from timeline.pipeline import build

STORY = (
    "Foreign ministers of North Korea and Russia met in Pyongyang to speak about trade and the railway over the river. "
    "Their talks went on until the evening, and both sides called them useful, warm and full of trust.\n\n"
    "A bridge for cars is to follow the old one for trains, officials said before the guests left for the airport. "
    "Nobody said what it would cost, or who would pay for it, and a date for its opening was not named either.\n\n"
)
GREW = "China later welcomed the talks and said that it would send an envoy of its own to both of the capitals soon."


def article(id: str, text: str, day: int) -> Article:
    return Article(text, date(2024, 5, 6) + timedelta(day), id=id, title=f"Title {id}")


def copies(articles: list[Article]) -> set[tuple[str, tuple[str, ...]]]:
    """Each article that was read, with its copies."""
    rows = build(articles).frame["articles"]
    return {(told["id"], tuple(copy["id"] for copy in told["copies"])) for row in rows for told in row}


def test_prints_of_a_story_stand_beside_the_earliest_in_whatever_order_they_come() -> None:
    first = article("first", STORY, 0)
    signed = article("signed", "By Jane Roe\n\n" + STORY.replace("useful, warm", "useful and warm"), 1)
    cut = article("cut", STORY.partition("Nobody")[0].upper(), 2)
    grown = article("grown", STORY + GREW, 3)
    expected = {("first", ("signed", "cut")), ("grown", ())}
    for order in permutations([first, signed, cut, grown]):
        assert copies([*order]) == expected


def test_cut_print_that_comes_first_hides_nothing_of_the_whole_story() -> None:
    cut = article("cut", STORY.partition("Nobody")[0], 0)
    assert {id for id, _ in copies([cut, article("whole", STORY, 1)])} >= {"cut"}
    assert copies([article("cut", STORY.partition("A bridge")[0], 0), article("grown", STORY + GREW, 1)]) == {
        ("cut", ()), ("grown", ()),
    }  # fmt: skip


def test_few_words_told_again_a_week_later_are_of_another_day() -> None:
    told = "North Korea fired a missile on Monday."
    assert copies([article("first", told, 0), article("wire", told, 1), article("again", told, 7)]) == {
        ("first", ("wire",)), ("again", ()),
    }  # fmt: skip
