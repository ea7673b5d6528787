"""Who held an office hangs on the day of the act, not on the day of print."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.actors import load_gazetteer
from timeline.events import extract_events
from timeline.model import Article


def people(text: str) -> list[set[str]]:
    """The persons in each event of a text that was published in June 2024."""
    events = extract_events(Article(text, date(2024, 6, 20)))
    return [{actor.person for actor in (*event.source, *event.target)} for event in events]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("The French president met the German chancellor on March 4, 2010.", {"Nicolas Sarkozy", "Angela Merkel"}),
        ("In 2009 the Russian president visited Mongolia.", {"Dmitry Medvedev", ""}),
        ("In May 2008 the Russian president visited Mongolia.", {""}),  # in that month one followed the other
        ("On Monday the Russian president met Xi Jinping.", {"Vladimir Putin", "Xi Jinping"}),
        ("In 2009 Russian President Vladimir Putin met Xi Jinping.", {"Vladimir Putin", "Xi Jinping"}),
        ("In 2009 the former Russian president met Xi Jinping.", {"", "Xi Jinping"}),
    ],
)
def test_office_alone_names_its_holder_on_the_day_of_the_act(text: str, persons: set[str]) -> None:
    assert people(text) == [persons]


def test_pronoun_that_takes_up_an_office_goes_by_the_day_of_its_own_act() -> None:
    text = "The Russian president met the Indian premier in November 2011. He visited Mongolia in August 2011."
    assert people(text) == [{"Dmitry Medvedev", "Manmohan Singh"}, {"Dmitry Medvedev", ""}]


def test_holder_in_a_span_is_one_person_or_nobody() -> None:
    gazetteer = load_gazetteer()
    sole = gazetteer.holder("RUS", ("president",), date(2010, 1, 1), date(2010, 12, 31))
    assert sole
    assert sole.name == "Dmitry Medvedev"
    assert gazetteer.holder("RUS", ("president",), date(2012, 1, 1), date(2012, 12, 31)) is None
