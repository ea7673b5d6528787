"""Words are found as they stand, in any case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Actor, Event, EventType, Span, TimeValue
from timeline.table.bits import unpack
from timeline.table.frame import to_frame
from timeline.table.telling import Telling

DAY, NOWHERE, WHO = TimeValue.from_edtf("2019-04-25"), Span(0, 0, ""), (Actor("RUS", "Russia"),)


def found(titles: Sequence[str], words: str) -> list[bool]:
    """Whether each title holds the words, by the index."""
    events = [
        Event(EventType.CONSULT, DAY, WHO, (), NOWHERE, (), event_id=str(number), title=title)
        for number, title in enumerate(titles)
    ]
    frame = to_frame(events, {})
    return list(map(bool, unpack(Telling(frame).holding(words), len(titles))))


@given(st.lists(st.text(alphabet=st.characters(max_codepoint=126), max_size=9), min_size=1, max_size=5), st.data())
def test_words_are_found_where_they_stand_whatever_signs_are_in_them(titles: list[str], data: st.DataObject) -> None:
    some = data.draw(st.sampled_from(titles))
    words = some[data.draw(st.integers(0, 4)) :][:4] or "Russia"
    expected = [words.lower() in f"<{title}>\n\n\n\n\nrussia".lower() for title in titles]
    assert sorted(found([f"<{title}>" for title in titles], words)) == sorted(expected)


@pytest.mark.parametrize(
    "words", ["ПУТИН", "Kim Jong-un", "sanctions (", "a.c", "[x]", "100 %", "\\d", "김정은", "STRASSE"]
)
def test_signs_mean_themselves_and_case_means_nothing(words: str) -> None:
    assert found([f"On {words} again", words.lower(), words.upper(), "abc 1"], words) == [True, True, True, False]
