"""To deny an act is to tell it as one that did not take place; to refuse something is an act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from timeline.events import extract_events
from timeline.model import Article

Teller = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Mali denied that Chad sold rifles to Togo in May.",
        "Mali dismissed reports that Chad had sold rifles to Togo in May.",
        "Reports that Chad sold rifles to Togo in May were denied by Mali.",
    ],
)
def test_denied_act_is_told_as_negated_and_attributed(text: str) -> None:
    [event] = extract_events(Article(text, date(2022, 8, 15)))
    sides = [[actor.code for actor in side] for side in (event.source, event.target, event.attributed_to)]
    assert (event.status, event.when.edtf, sides) == ("negated", "2022-05", [["TCD"], ["TGO"], ["MLI"]])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Moscow denied on May 3 that it had sold rifles to Togo.", "2022-05-03 COOPERATE negated RUS > TGO"),
        ("Moscow denies it has sent troops to Mali.", "2022-08-15 AID negated RUS > MLI"),
        ("Chad denied the sale of rifles to Togo on May 3.", "2022-05-03 COOPERATE negated TCD > TGO"),
        ("Chad denied having any part in the attack on Togo.", "2022-08-15 ASSAULT negated TCD > TGO"),
        ("Chad denied talks with Togo.", "2022-08-15 CONSULT negated TCD,TGO > TCD,TGO"),
    ],
)
def test_who_denies_an_act_denies_having_done_it(told: Teller, text: str, line: str) -> None:
    assert told(text) == [line]


def test_town_in_which_something_happens_is_not_meant_by_it(told: Teller) -> None:
    assert told("Envoys flew to Moscow. It condemned Togo.") == []


def test_denied_act_without_a_date_is_as_of_the_denial(told: Teller) -> None:
    dated, undated = "Chad denied on May 3 that it had sold rifles to Togo.", "Chad denied selling rifles to Togo."
    assert [line.split()[::2] for line in (*told(dated), *told(undated))] == [
        ["2022-05-03", "negated", ">"],
        ["2022-08-15", "negated", ">"],
    ]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chad denied Togo the use of its airfields on May 3.", "TCD > TGO"),
        ("Chad denied the Togolese envoys permission to visit N'Djamena on May 3.", "TCD > TGO"),
        ("Chad rejected sending soldiers to Togo on May 3.", "TCD > TGO"),
        ("Chad denied the accusations of Togo on May 3.", "TCD > TGO"),
    ],
)
def test_refusal_of_something_to_a_side_is_an_act(told: Teller, text: str, sides: str) -> None:
    assert told(text) == [f"2022-05-03 REJECT actual {sides}"]
