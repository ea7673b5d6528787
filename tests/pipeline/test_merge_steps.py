"""Joining step by step gives what joining all at once gives: over invented events, which cost nothing to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import merge_events
from timeline.engines.here import Here
from timeline.model import Actor, Event, EventType, Evidence, Span, Status, TimeValue
from timeline.pipeline.merge import merge, same_version
from timeline.pipeline.progress import Meter
from timeline.pipeline.work import told
from timeline.storage.events import decode
from timeline.storage.store import Store, open_store
from timeline.storage.store.events import put_events
from timeline.storage.store.merging import count_rows, keyless_events, rows_in_order

WORDS = ("talks", "treaty", "shells", "rail", "choir", "bridge")
DATES = ("2019", "2019-04", "2019-04-24", "2019-04-25", "2019-05", "2019-04-20/..", "2020-01-01", "1990/2020")
SIDES = (("RUS",), ("PRK",), ("RUS", "PRK"), ("RUS", "CHN", "PRK"), ())


@st.composite
def tellings(draw: st.DrawFn) -> tuple[str, ...]:
    """What an event is made from: few choices, so that many are alike."""
    return (
        draw(st.sampled_from(DATES)),
        " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))),
        draw(st.sampled_from(["CONSULT", "SUPPORT", "ASSAULT"])),
        draw(st.sampled_from(["actual", "actual", "planned", "negated"])),
        ",".join(draw(st.sampled_from(SIDES))),
        ",".join(draw(st.sampled_from(SIDES))),
        draw(st.sampled_from("abcdefghijklmnop")),
    )


# A step gives one of five articles other events than it had, often none.
STEPS = st.lists(st.tuples(st.integers(1, 5), st.lists(tellings(), max_size=3)), min_size=1, max_size=8)


def made(article: int, telling: tuple[str, ...]) -> Event:
    when, quote, kind, status, source, target, id = telling
    span = Span(0, 3, quote[:3])
    report = Evidence(
        str(article), f"Paper {article}", "", "", date(2020, 1, article), quote, 0, len(quote),
        trigger_span=span, date_edtf=when, date_basis="explicit", event_id=id, status=Status(status),
    )  # fmt: skip
    return Event(
        EventType(kind),
        TimeValue.from_edtf(when),
        actors(source),
        actors(target),
        span,
        (report,),
        status=Status(status),
        event_id=id,
    )


def actors(codes: str) -> tuple[Actor, ...]:
    return tuple(Actor(code, code.lower()) for code in codes.split(",") if code)


def events_of(articles: Mapping[int, Sequence[tuple[str, ...]]]) -> list[Event]:
    return [made(article, telling) for article, tellings in articles.items() for telling in tellings]


def put(store: Store, article: int, events: Sequence[Event]) -> None:
    with store.transaction() as db:
        put_events(db, article, [told(event) for event in events])


def rows(store: Store) -> list[bytes]:
    return list(rows_in_order(store.db))


@settings(max_examples=60, deadline=None)
@given(STEPS, st.lists(st.booleans(), min_size=8, max_size=8))
def test_joining_step_by_step_gives_the_rows_of_joining_at_once(
    steps: list[tuple[int, list[tuple[str, ...]]]], pauses: list[bool]
) -> None:
    there: dict[int, list[tuple[str, ...]]] = {}
    with open_store() as grown, open_store() as fresh:
        for (article, told_now), pause in zip(steps, pauses, strict=False):
            there[article] = told_now
            put(grown, article, [made(article, telling) for telling in told_now])
            if pause:
                merge(grown, Here(), Meter())
        merge(grown, Here(), Meter())
        for article in sorted(there, reverse=True):  # in another order too
            put(fresh, article, [made(article, telling) for telling in there[article]])
        merge(fresh, Here(), Meter())
        assert rows(grown) == rows(fresh)
        assert [decode(row) for row in rows(grown)] == merge_events(events_of(there))


def test_rows_stay_that_new_events_do_not_touch() -> None:
    visit = ("2019-04-25", "rail talks", "CONSULT", "actual", "RUS", "PRK", "a")
    other = ("2019-04-25", "rail talks", "CONSULT", "actual", "RUS", "CHN", "b")
    with open_store() as store:
        put(store, 1, [made(1, visit)])
        merge(store, Here(), Meter())
        (before,) = store.db.execute("SELECT rowid FROM rows").fetchall()
        put(store, 2, [made(2, other)])
        merge(store, Here(), Meter())
        assert before in store.db.execute("SELECT rowid FROM rows").fetchall()
        assert count_rows(store.db) == (2, 2)


def test_events_that_people_told_apart_are_rows_of_their_own_and_join_again_when_that_is_undone() -> None:
    one = ("2019-04-25", "rail talks bridge", "CONSULT", "actual", "RUS", "PRK", "a")
    other = ("2019-04-25", "rail talks bridge", "CONSULT", "actual", "RUS", "PRK", "b")
    counts = []
    with open_store() as store:
        put(store, 1, [made(1, one)])
        put(store, 2, [made(2, other)])
        for apart in ([], [("b", "a")], []):
            merge(store, Here(), Meter(), apart)
            counts.append(count_rows(store.db)[1])
    assert counts == [1, 2, 1]


def test_other_code_for_joining_joins_all_anew() -> None:
    visit = ("2019-04-25", "rail talks", "CONSULT", "actual", "RUS", "PRK", "a")
    with open_store() as store:
        put(store, 1, [made(1, visit)])
        merge(store, Here(), Meter())
        before = rows(store)
        with store.transaction() as db:
            db.execute("UPDATE rows SET told = 'x'")
            store.keep_fact("merged_with", "another version")
        same_version(store)
        merge(store, Here(), Meter())
        assert rows(store) == before


def test_keys_that_this_code_told_are_not_worked_out_again() -> None:
    visit = ("2019-04-25", "rail talks", "CONSULT", "actual", "RUS", "PRK", "a")
    with open_store() as store:
        same_version(store)
        put(store, 1, [made(1, visit)])
        same_version(store)
        assert not list(keyless_events(store.db))
