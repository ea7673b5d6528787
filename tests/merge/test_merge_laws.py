"""What holds for the merge of any events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.merge import edges, keys, merge_events, parts, settle
from timeline.merge.blocks import in_several
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


def leads_to(one: str, founder: str, to: dict[str, str]) -> bool:
    """Whether the founding report is reached from another by following to which each was found alike."""
    for _ in to:
        one = to.get(one, one)
    return one == founder


reports = st.lists(told(), max_size=12)
apart = st.sets(st.tuples(st.sampled_from("01234567"), st.sampled_from("01234567")), max_size=5)


@settings(max_examples=150, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_merge_does_not_depend_on_the_order(
    event: Make, curated: Make, told: list[dict[str, str]], chance: Random
) -> None:
    events = made(told, event, curated)
    shuffled = chance.sample(events, len(events))
    assert merge_events(shuffled) == merge_events(events)


@settings(max_examples=150, deadline=None)
@given(reports, apart)
def test_merge_twice_changes_nothing_for_events_of_one_block(
    event: Make, curated: Make, told: list[dict[str, str]], pairs: set[tuple[str, str]]
) -> None:
    """A report that is in several blocks may fit a row that has come of reports which it has not met."""
    events = made([report | {"id": str(n)} for n, report in enumerate(told)], event, curated)
    once = merge_events([each for each in events if not in_several(each)], apart=pairs)
    assert merge_events(once, apart=pairs) == once


@settings(max_examples=150, deadline=None)
@given(reports)
def test_merge_is_the_rows_of_all_parts(event: Make, curated: Make, told: list[dict[str, str]]) -> None:
    events = made(told, event, curated)
    blocks = {key: [n for n, each in enumerate(events) if key in keys(each)] for each in events for key in keys(each)}
    found = [(block[a], block[b]) for block in blocks.values() for a, b in edges([events[n] for n in block])]
    rows = [row for part in parts(len(events), found) for row in settle([events[n] for n in part])]
    assert sorted(rows, key=repr) == sorted(merge_events(events), key=repr)


@settings(max_examples=150, deadline=None)
@given(reports)
def test_merge_loses_no_evidence(event: Make, curated: Make, told: list[dict[str, str]]) -> None:
    events = made(told, event, curated)
    before = sorted(repr(e) for x in events for e in x.evidence)
    assert sorted(repr(replace(e, joined=None)) for x in merge_events(events) for e in x.evidence) == before


@settings(max_examples=150, deadline=None)
@given(reports)
def test_merge_explains_each_report_but_those_of_the_founding_row(
    event: Make, curated: Make, told: list[dict[str, str]]
) -> None:
    told = [report | {"id": f"e{n}"} for n, report in enumerate(told)]
    for row in merge_events(made(told, event, curated)):
        to = {e.event_id: e.joined.to for e in row.evidence if e.joined}
        assert set(to) == set(row.also_ids)
        assert all(leads_to(one, row.event_id, to) for one in to)
        assert all(e.joined.score >= e.joined.needed and e.joined.why for e in row.evidence if e.joined)


@settings(max_examples=150, deadline=None)
@given(reports, apart)
def test_merge_keeps_apart_what_a_person_told_apart(
    event: Make, curated: Make, told: list[dict[str, str]], pairs: set[tuple[str, str]]
) -> None:
    events = made([report | {"id": str(n)} for n, report in enumerate(told)], event, curated)
    once = merge_events(events, apart=pairs)
    held = [{row.event_id, *row.also_ids} for row in once]
    assert [pair for pair in pairs if pair[0] != pair[1] and any({*pair} <= ids for ids in held)] == []


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
