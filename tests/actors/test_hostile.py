"""Any string at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors import find_actors

WORDS = """Kim |Kim Jong Un|the North|of the |'s |’s |DPRK|US$|U.S.|president |Security Council|Russian |Chad |, |DPR
to |President |Smith |anti-|-led|ambassador |two Koreas|KIM JONG UN|the |leader |İ|ß|Ｋｉｍ|-|–""".replace(
    "\n", "|"
).split("|")
PIECES = st.sampled_from((*WORDS, "\n", "\ud800", "\x00", "\u200d"))
TEXTS = st.one_of(
    st.text(), st.lists(PIECES, max_size=30).map("".join), st.lists(st.one_of(PIECES, st.text(max_size=3))).map("".join)
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_mentions_of_any_text_are_in_order_and_quote_it(text: str) -> None:
    end = 0
    for mention in find_actors(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_only_references_and_places_lack_actors(text: str) -> None:
    for mention in find_actors(text):
        assert bool(mention.actors) == (mention.kind not in {"reference", "place"})
