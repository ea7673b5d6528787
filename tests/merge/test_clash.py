"""Reports that contradict each other stay apart and are disputed; acts that are repeated are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline import merge_events
from timeline.model import Event

Make = Callable[..., Event]
PACT = "Ministers Ivanov and Pak signed a pact on fishing grounds and harbour dues in Nampo."
TOLD = {
    "kind": "AGREE",
    "persons": "Igor Ivanov, Pak Ui Chun",
    "place": "Nampo",
    "source": "RUS, PRK",
    "target": "PRK, RUS",
}


@pytest.fixture
def disputed(event: Make) -> Callable[..., list[bool]]:
    """Whether each of two rows is disputed, of reports of 3 March and another day; the other is told differently."""

    def rows(when: str = "2011-03-04", quote: str = PACT, **told: str) -> list[bool]:
        one = event("2011-03-03", PACT, article="a", id="a", **(TOLD | {"paper": "A"}))
        other = event(when, quote, **(TOLD | {"paper": "B", "article": "b", "id": "b"} | told))
        return [row.disputed for row in merge_events([one, other])]

    return rows


@pytest.mark.parametrize("when", ["2011-03-01", "2011-03-04", "2011-03-06"])
def test_one_act_of_two_days_is_disputed_on_both(disputed: Callable[..., list[bool]], when: str) -> None:
    assert disputed(when) == [True, True]


def test_disputed_rows_keep_each_their_own_evidence(event: Make) -> None:
    days = {"a": "2011-03-03", "b": "2011-03-04"}
    rows = merge_events([event(day, PACT, article=id, id=id, **TOLD) for id, day in days.items()])
    assert {row.event_id: [each.date_edtf for each in row.evidence] for row in rows} == {
        "a": [days["a"]],
        "b": [days["b"]],
    }
    assert {row.event_id: row.disputed_by for row in rows} == {"a": ("b",), "b": ("a",)}


def test_other_words_for_the_same_act_are_as_good(disputed: Callable[..., list[bool]]) -> None:
    shorter = "Ministers Ivanov and Pak sign the fishing pact in the harbour of Nampo."
    assert disputed(quote=shorter) == [True, True]


@pytest.mark.parametrize(
    "told",
    [
        {"when": "2011-03-07"},
        {"when": "2011-03"},
        {"when": "2011-03-04/2011-03-05"},
        {"basis": "publication"},
        {"basis": "weekday"},
        {"basis": "relative"},
        {"status": "planned"},
        {"article": "a"},
        {"persons": "Sergei Lavrov"},
        {"place": "Wonsan"},
        {"persons": "", "place": ""},
        {"source": "RUS, CHN", "target": "CHN, RUS"},
        {"kind": "COOPERATE"},
        {"quote": "Ministers Ivanov and Pak opened a canning plant in Nampo."},
        {"quote": PACT.replace("a pact", "another pact")},
        {"quote": "Ministers Pak and Ivanov."},
    ],
)
def test_what_may_be_another_act_is_not_disputed(disputed: Callable[..., list[bool]], told: dict[str, str]) -> None:
    assert not any(disputed(**told))


@pytest.mark.parametrize(
    ("kind", "mode", "quote"),
    [
        (
            "MOBILIZE",
            "weapons",
            "Launched from Wonsan, two short-range missiles flew over the coast into the eastern sea.",
        ),
        ("ASSAULT", "heavy-weapons", "Shelled by howitzers for an hour, the border village near Wonsan lost its mill."),
        ("CONSULT", "phone", "Called by telephone, Lavrov spoke with Choe of grain, coal and the Wonsan harbour."),
        ("CONSULT", "letter", "Wrote Putin a long letter on grain, coal, timber and the harbour of Wonsan."),
        ("ACCUSE", "", "Condemned the naval drills off Wonsan as reckless, hostile, and a rehearsal for invasion."),
        ("AID", "humanitarian", "Shipped flour, rice, cooking oil and medicine to the flooded port of Wonsan."),
        ("CONSULT", "visit", "Visited the port of Wonsan with a large delegation of timber merchants and engineers."),
    ],
)
def test_acts_that_are_repeated_or_last_are_not_disputed(event: Make, kind: str, mode: str, quote: str) -> None:
    told = {"kind": kind, "mode": mode, "place": "Wonsan", "persons": "Choe Son Hui"}
    days = [event(f"2011-03-0{n}", quote, article=str(n), id=str(n), **told) for n in (3, 4)]
    assert [row.disputed for row in merge_events(days)] == [False, False]


def test_arrival_of_two_days_is_disputed_since_one_arrives_but_once(event: Make) -> None:
    quote = "Arrived by armoured train in Wonsan, the timber merchants were met by a brass band."
    told = {"mode": "visit", "place": "Wonsan"}
    days = [event(f"2011-03-0{n}", quote, article=str(n), id=str(n), **told) for n in (3, 4)]
    assert [row.disputed for row in merge_events(days)] == [True, True]


def test_day_that_a_person_wrote_is_disputed_by_a_report_and_never_by_another_such_row(
    event: Make, curated: Make
) -> None:
    row = curated("2011-03-03", PACT, article="row", **TOLD)
    assert [each.disputed for each in merge_events([row, event("2011-03-04", PACT, **TOLD)])] == [True, True]
    other = curated("2011-03-04", PACT, article="other", **TOLD)
    assert [each.disputed for each in merge_events([row, other])] == [False, False]


def test_two_days_that_one_article_tells_are_two_acts_whatever_others_tell(event: Make) -> None:
    days = {"2011-03-03": "ac", "2011-03-04": "bc"}
    reports = [event(day, PACT, article=a, id=f"{day} {a}", **TOLD) for day, articles in days.items() for a in articles]
    assert [(row.disputed, len(row.evidence)) for row in merge_events(reports)] == [(False, 2), (False, 2)]


def test_days_that_a_person_told_apart_are_two_acts(event: Make) -> None:
    days = [event(f"2011-03-0{n}", PACT, article=str(n), id=str(n), **TOLD) for n in (3, 4)]
    assert [row.disputed for row in merge_events(days, apart=[("3", "4")])] == [False, False]


def test_denial_about_other_people_disputes_nothing(event: Make) -> None:
    told = {"mode": "visit", "place": "Moscow"}
    act = event("2015-05-09", "Kim Yong Nam came to the parade.", persons="Kim Yong Nam", **told)
    denial = event(
        "2015-05-09", "Kim Jong Un did not come to the parade.", persons="Kim Jong Un", status="negated", **told
    )
    assert [row.disputed for row in merge_events([act, denial])] == [False, False]
    same = event(
        "2015-05-09", "Kim Yong Nam did not come to the parade.", persons="Kim Yong Nam", status="negated", **told
    )
    assert [row.disputed for row in merge_events([act, same])] == [True, True]
