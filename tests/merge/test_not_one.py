"""What looks alike and is not one event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline import merge_events
from timeline.model import Event, EventType

Make = Callable[..., Event]
LEADERS = {"source": "PRK, RUS", "target": "PRK, RUS"}
SUMMIT = "Kim met Putin on Wednesday at the cosmodrome and declared his support for Moscow in its fight."


@pytest.fixture
def summit(event: Make) -> list[Event]:
    """One sentence that tells of a meeting and of what was declared there, and later reports of the meeting."""
    told = {"article": "first", "published": "2023-09-14", "place": "Vostochny"}
    return [
        event("2023-09-13", SUMMIT, id="a", mode="meet", persons="Kim Jong Un, Vladimir Putin", **told, **LEADERS),
        event("2023-09-13", SUMMIT, id="b", kind="SUPPORT", persons="Kim Jong Un", **told),
        *(
            event(
                "2023-09-13", f"{words} met at the cosmodrome.", id=id, mode="meet", place="Vostochny",
                persons="Kim Jong Un, Vladimir Putin", published="2023-10-20", **LEADERS,
            )
            for id, words in (("c", "Putin and Kim"), ("d", "The two of them"))
        ),
    ]  # fmt: skip


def test_two_acts_of_one_sentence_stay_two_when_a_third_report_is_like_both(summit: list[Event]) -> None:
    rows = {row.type: {report.event_id for report in row.evidence} for row in merge_events(summit)}
    assert rows == {EventType.CONSULT: {"a", "c", "d"}, EventType.SUPPORT: {"b"}}


def test_names_of_the_states_are_no_words_in_common(event: Make) -> None:
    """A vague report of a guest whom nobody else names, of the same month, is of another meeting."""
    told = {"mode": "meet", "source": "RUS, PRK", "target": "RUS, PRK"}
    one = event("2025-06-04", "The Russian secretary met the North Korean leader.", persons="Sergei Shoigu", **told)
    other = event("2025-06", "At its end the North Koreans received a Russian minister.", **told)
    assert len(merge_events([one, other])) == 2


def test_vague_act_of_an_article_is_not_another_act_of_it_only_for_the_sake_of_the_article(event: Make) -> None:
    told = {"kind": "SUPPORT", "persons": "Kim Jong Un", "article": "the same", "published": "2024-08-16"}
    wreath = event("2024-08-15", "Kim laid a wreath at the tower.", start="0", **told)
    thanks = event("2024-08", "Kim thanked him and would turn to his friends.", start="90", **told)
    assert len(merge_events([wreath, thanks])) == 2
