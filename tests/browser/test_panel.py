"""What there is to choose on the left, and what choosing leaves."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboards.choosing import FACETS
from tests.browser.odd import events

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
ALL = len(events())
ODD = {
    "Disputed": ("Disputed", 1),
    "Who says so": ("North Korea", 1),
    "Published by": ("The Courier", 1),
    "Checked": ("By a person", 1),
    "How precise the date is": ("Known to the month", 2),
    "New since": ("24 November 2026, build 1", 2),
    "Who": ("Japan", 1),
    "What happened": ("Sanction or break", 1),
    "Did it happen?": ("Planned", 1),
    "Confidence": ("90% or more", 9),
}


def option(page: Page, heading: str, label: str) -> Locator:
    """The choice of that name, whose list is opened where it is folded."""
    section = page.locator("details.facet").filter(has=page.locator("summary .label").get_by_text(heading, exact=True))
    if section.get_attribute("open") is None:
        section.locator("summary").click()
    return section.locator(".option").filter(has=page.locator(".name").get_by_text(label, exact=True))


def test_every_list_says_what_each_choice_would_leave_and_leaves_it(odd: str, visit: Open) -> None:
    assert set(ODD) == {facet.label for facet in FACETS}
    page = visit(odd)
    for heading, (label, number) in ODD.items():
        choice = option(page, heading, label)
        expect(choice.locator(".count")).to_have_text(str(number))
        choice.locator("input").check()
        expect(page.locator("#count")).to_have_text(f"{number} of {ALL} events")
        page.locator(".chip").click()
        expect(page.locator("#count")).to_have_text(f"All {ALL} events")
        expect(choice.locator("input")).not_to_be_checked()


def test_who_chooses_a_state_gets_what_its_people_do(odd: str, visit: Open) -> None:
    page = visit(f"{odd}/?until=2022-07&since=2022-07")
    option(page, "Who", "Russia").locator("input").check()
    expect(page.locator("#table .ag-row [col-id=title]")).to_have_text(["Kim receives a message"])
    page.locator("#table .ag-row [col-id=title]").click()
    expect(page.locator("#evidence")).to_contain_text("Vladimir Putin")


def test_words_are_looked_for_in_titles_quotes_and_names(odd: str, visit: Open) -> None:
    page = visit(odd)
    for words in ("RECEIVES A", "had received a letter", "vladimir"):  # a title, a quote, a name
        page.get_by_role("searchbox", name="Words").fill(words)
        expect(page).to_have_url(re.compile(rf"q={words.split()[0]}"))
        expect(page.locator("#table .ag-row [col-id=title]")).to_have_text(["Kim receives a message"])


def test_the_list_of_types_is_the_key_to_the_chart(odd: str, visit: Open) -> None:
    page = visit(f"{odd}/?type=SANCTION&lanes=type")
    drawn = page.locator("#lanes .scatterlayer path.point").first.evaluate("mark => getComputedStyle(mark).fill")
    sign = option(page, "What happened", "Sanction or break").locator(".mark")
    colours = sign.evaluate("mark => { const s = getComputedStyle(mark); return [s.backgroundColor, s.color]; }")
    assert drawn in colours


def test_a_choice_changes_what_others_would_leave_and_one_click_takes_all_away(odd: str, visit: Open) -> None:
    page = visit(f"{odd}/?actor=JPN&since=2022")
    for heading, label, left in (("What happened", "Meeting or message", 0), ("Who", "Russia", 0), ("Who", "Japan", 1)):
        expect(option(page, heading, label).locator(".count")).to_have_text(str(left))
    expect(page.locator(".chip")).to_have_count(3)  # two filters, and the way out of all
    page.get_by_role("button", name="Remove all").click()
    expect(page.locator("#count")).to_have_text(f"All {ALL} events")
    expect(page).to_have_url(f"{odd}/")
