"""What holds for the merge of any events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import merge_events
from timeline.merge.traits import common_days, traits
from timeline.model import Event, Granularity, Origin

Make = Callable[..., Event]
WORDS = [
    "talks",
    "treaty",
    "shells",
    "rail",
    "choir",
    "bridge",
    "harbour",
    "satellite",
    "workers",
    "harvest",
    "festival",
]
DATES = ["2019", "2019-04", "2019-04-24", "2019-04-25", "2019-04-24/2019-04-26", "2019-05", "2019-04-20/..", "2019~"]
SIDES = ["RUS", "PRK", "RUS, PRK", "PRK, RUS", "RUS, CHN, PRK", ""]


@st.composite
def told(draw: st.DrawFn) -> dict[str, str]:
    """What an event is made from: few choices, so that many are alike."""
    return {
        "when": draw(st.sampled_from(DATES)),
        "quote": " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))),
        "kind": draw(st.sampled_from(["CONSULT", "SUPPORT", "AGREE"])),
        "mode": draw(st.sampled_from(["", "visit", "meet", "letter"])),
        "source": draw(st.sampled_from(SIDES)),
        "target": draw(st.sampled_from(SIDES)),
        "persons": draw(st.sampled_from(["", "Kim Jong Un", "Sergei Lavrov", "Kim Jong Un, Sergei Lavrov"])),
        "status": draw(st.sampled_from(["actual", "actual", "planned", "negated"])),
        "basis": draw(st.sampled_from(["explicit", "publication"])),
        "by": draw(st.sampled_from(["event", "event", "curated"])),
        "id": draw(st.sampled_from(["", "a", *"bcdefghijklmnop"])),
    }


def made(reports: list[dict[str, str]], event: Make, curated: Make) -> list[Event]:
    makers = {"event": event, "curated": curated}
    return [
        makers[told["by"]](**{key: value for key, value in told.items() if key != "by"}, article=str(n))
        for n, told in enumerate(reports)
    ]


reports = st.lists(told(), max_size=12)


@settings(max_examples=150, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_merge_does_not_depend_on_the_order(
    event: Make, curated: Make, told: list[dict[str, str]], chance: Random
) -> None:
    events = made(told, event, curated)
    shuffled = chance.sample(events, len(events))
    assert merge_events(shuffled) == merge_events(events)


@settings(max_examples=150, deadline=None)
@given(reports)
def test_merge_twice_changes_nothing(event: Make, curated: Make, told: list[dict[str, str]]) -> None:
    once = merge_events(made(told, event, curated))
    assert merge_events(once) == once


@settings(max_examples=150, deadline=None)
@given(reports)
def test_merge_loses_no_evidence(event: Make, curated: Make, told: list[dict[str, str]]) -> None:
    events = made(told, event, curated)
    before = sorted(repr(e) for x in events for e in x.evidence)
    assert sorted(repr(e) for x in merge_events(events) for e in x.evidence) == before


@settings(max_examples=150, deadline=None)
@given(reports)
def test_merge_never_mixes_days_denials_or_curated_rows(event: Make, curated: Make, told: list[dict[str, str]]) -> None:
    told = [report | {"id": f"e{n}"} for n, report in enumerate(told)]
    events = made(told, event, curated)
    by_id = {e.event_id: e for e in events}
    for row in merge_events(events):
        parts = [by_id[i] for i in (row.event_id, *row.also_ids)]
        dated = [p.when for p in parts if p.when.granularity is Granularity.DAY and p.date_basis == "explicit"]
        lasting = any(traits(p).lasting for p in parts)
        assert len({day.edtf for day in dated}) <= 1 or (lasting and all(row.when.overlaps(day) for day in dated))
        assert len({p.status == "negated" for p in parts}) == 1
        assert sum(p.origin is Origin.CURATED for p in parts) <= 1


def test_common_days_are_those_of_all_reports(event: Make) -> None:
    month = event("2019-04", "They met in the port.", mode="meet", persons="Kim Jong Un")
    (row,) = merge_events([month, event("2019-04-25", "They met in the port.", mode="meet", persons="Kim Jong Un")])
    assert traits(month).coarse
    assert common_days(row) == (date(2019, 4, 25).toordinal(),) * 2
