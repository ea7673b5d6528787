"""Mentions of one event in several documents get one number."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import cluster_mentions
from timeline.merge.lexicon import load_lexicon
from timeline.merge.stories import stories
from timeline.merge.words import cut

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


MILL = {
    "mill 1": (
        "The Tarn mill burned down on Monday. Two workers were killed, police said, and a welder said he saw sparks. "
        "Mayor Ines Holm told reporters the roof had collapsed, which blocked the street."
    ),
    "mill 2": (
        "Police said the Tarn mill fire began under the roof. According to police the death of two workers was quick. "
        "He said so on Monday. They said so too. Tarn firefighters won praise from Ines Holm."
    ),
    "mill 3": "Ines Holm confirmed that the blaze at the Tarn mill broke out under the roof. It spread on Monday.",
}


def numbers(*told: tuple[str, str]) -> list[int]:
    """The cluster numbers of words in the documents; the first place of each word counts."""
    found = []
    for doc, word in told:
        start = MILL[doc].index(word)
        found.append(Told(doc, MILL[doc], start, start + len(word)))
    return cluster_mentions(found)


def test_mentions_of_what_one_speaker_says_are_one_event() -> None:
    police, again, according = numbers(("mill 1", "said"), ("mill 2", "said"), ("mill 2", "According to"))
    assert police == again == according
    mayor, confirmed = numbers(("mill 1", "told"), ("mill 3", "confirmed"))
    assert mayor == confirmed


def test_mentions_of_what_two_speakers_say_are_two_events() -> None:
    police, mayor = numbers(("mill 2", "said"), ("mill 1", "told"))
    assert police != mayor


def test_mentions_of_speech_by_a_pronoun_are_events_of_their_own() -> None:
    text = MILL["mill 2"]
    he, they = (
        Told("mill 2", text, text.index(words) + at, text.index(words) + at + 4)
        for words, at in (("He said", 3), ("They said", 5))
    )
    first, second = cluster_mentions([he, they])
    assert first != second


def test_mentions_of_a_killing_and_of_the_deaths_are_one_event() -> None:
    killed, death = numbers(("mill 1", "killed"), ("mill 2", "death"))
    assert killed == death


def test_mentions_by_a_pronoun_are_what_was_told_last() -> None:
    collapsed, which, blaze, broke, it = numbers(
        ("mill 1", "collapsed"), ("mill 1", "which"), ("mill 3", "blaze"), ("mill 3", "broke out"), ("mill 3", "It")
    )
    assert collapsed == which
    assert blaze != broke == it


def test_mentions_by_a_pronoun_with_nothing_before_stand_alone() -> None:
    it, which, spread = numbers(("mill 3", "It"), ("mill 1", "which"), ("mill 3", "spread"))
    assert len({it, which, spread}) == 3


def test_mentions_of_a_phrase_have_its_verb_for_a_head() -> None:
    text = "The clerk turned himself in. He had turned in a friend before."
    himself, friend = (
        Told("clerk", text, text.index(words), text.index(words) + len(words))
        for words in ("turned himself in", "turned in")
    )
    first, second = cluster_mentions([himself, friend])
    assert first == second


def test_documents_are_one_story_whatever_their_number() -> None:
    lexicon = load_lexicon()
    mill, both = MILL, MILL | FLOOD | TRIAL
    assert len(set(stories(mill, lexicon).values())) == 1
    told = stories(both, lexicon)
    assert len({told[name] for name in mill}) == 1
    assert not {told[name] for name in mill} & {told[name] for name in TRIAL}


def test_words_of_two_families_are_none() -> None:
    raw = tomllib.loads((files("timeline.merge") / "words.toml").read_text(encoding="utf-8"))
    lexicon = load_lexicon()
    stems = [{cut(lexicon.irregular.get(word, word)) for word in group.split()} for group in raw["alike"]]
    assert not [sorted(one & other) for one, other in combinations(stems, 2) if one & other]


def test_mentions_of_nothing_have_no_numbers() -> None:
    assert cluster_mentions([]) == []


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_mentions_of_any_text_get_a_number_each(documents: list[tuple[str, int, int]]) -> None:
    told = [Told(str(n % 3), text, start, end) for n, (text, start, end) in enumerate(documents)]
    assert len(cluster_mentions(told)) == len(told)
