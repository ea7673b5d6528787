"""Mentions of one event in several documents get one number."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import cluster_mentions

FLOOD = {
    "flood 1": "The dam at Lake Orlo burst on Tuesday and water flooded the valley. Crews rescued forty farmers.",
    "flood 2": "Farmers in the valley below Lake Orlo were rescued after the dam burst. Floods reached the mill.",
}
TRIAL = {
    "trial 1": "A court in Bern convicted banker Ueli Rast of fraud. His lawyer said he would appeal the verdict.",
    "trial 2": "Banker Ueli Rast was guilty of fraud, a court in Bern found; the verdict, his lawyer said, was unfair.",
    "trial 3": "After the verdict in Bern, fraud banker Ueli Rast burst into tears, his lawyer told the court.",
}


@dataclass(frozen=True)
class Told:
    doc_id: str
    text: str
    start: int
    end: int


def mention(doc: str, word: str) -> Told:
    text = (FLOOD | TRIAL)[doc]
    start = text.index(word)
    return Told(doc, text, start, start + len(word))


def test_mentions_of_one_story_and_head_are_one_event() -> None:
    first, second = cluster_mentions([mention("flood 1", "rescued"), mention("flood 2", "were rescued")])
    assert first == second


def test_mentions_of_one_head_in_two_stories_are_two_events() -> None:
    everything = [
        mention(doc, doc.split(maxsplit=1)[0].replace("trial", "court").replace("flood", "dam"))
        for doc in FLOOD | TRIAL
    ]
    burst = cluster_mentions(
        [*everything, mention("flood 1", "burst"), mention("flood 2", "burst"), mention("trial 3", "burst")]
    )
    assert burst[-3] == burst[-2] != burst[-1]


def test_mentions_of_speech_are_events_of_their_own() -> None:
    first, second = cluster_mentions([mention("trial 1", "said"), mention("trial 2", "said")])
    assert first != second


def test_mentions_of_nothing_have_no_numbers() -> None:
    assert cluster_mentions([]) == []


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_mentions_of_any_text_get_a_number_each(documents: list[tuple[str, int, int]]) -> None:
    told = [Told(str(n % 3), text, start, end) for n, (text, start, end) in enumerate(documents)]
    assert len(cluster_mentions(told)) == len(told)
