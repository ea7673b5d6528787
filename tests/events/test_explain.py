"""Each sentence says why it gave an event or none; what it says is what the extraction did."""

from __future__ import annotations

from datetime import date
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import LanguageError
from timeline.events import extract_events
from timeline.events.account import Trial, Verdict
from timeline.events.explain import explain_events
from timeline.model import Article

DAY = date(2022, 8, 15)


def trials(text: str) -> dict[str, Trial]:
    """The triggers of a text by their words."""
    return {trial.trigger.text: trial for each in explain_events(Article(text, DAY)) for trial in each.trials}


STORY = """Envoys meet in Muscat

MUSCAT, Aug 12 (Gulf Press) -- Lavrov met Wang Yi in Muscat on Friday, three days after Chad recalled its envoy to Mali.

He denied that Russia had sold rifles to Togo. Peru will visit Chile in May if it can.

Kenya is believed to have sent troops to Haiti in June. Oman and Yemen agreed to lift sanctions on Mali on August 1.

Subscribe to our newsletter and support independent news from Russia and China."""


def test_events_explained_are_the_events_extracted() -> None:
    article = Article(STORY, DAY)
    told = [trial.event for each in explain_events(article) for trial in each.trials if trial.event]
    assert told == extract_events(article)
    assert len(told) > 3


def test_confidence_is_the_product_of_its_parts() -> None:
    whole = [(trial.event, trial.confidence) for trial in trials(STORY).values() if trial.event]
    for event, parts in whole:
        assert event.confidence == pytest.approx(prod(part for _, part in parts), abs=0.002)
    assert {"words", "belief", "date"} <= {name for _, parts in whole for name, _ in parts}


@pytest.mark.parametrize(
    ("text", "words", "gap", "by"),
    [
        ("Kenya was condemned in May, and Togo was silent.", "condemned", "no-source", ""),
        ("Chad met on May 3, and Togo was silent.", "met", "no-partner", ""),
        ("Chad condemned thieves on May 3, and Togo was silent.", "condemned", "no-target", ""),
        ("Sweden agreed on May 3 to send tanks to Ukraine.", "send tanks", "governed", "agreed"),
        ("Chad denied that it had sold rifles to Togo in May.", "denied", "denial", "sold"),
        ("Lavrov failed to meet Wang Yi on May 3.", "failed", "gives-way", "meet"),
        ("The Russian envoy met Lavrov on May 3, and China was silent.", "met", "no-partner", ""),
        ("Lavrov condemned Russia on May 3, and China was silent.", "condemned", "same-side", ""),
        ("A shop opened in Oslo. A man ran. A dog barked. Chad condemned Togo.", "condemned", "no-thread", ""),
        ("A shop opened in Oslo. A man ran. A dog barked. Chad had condemned Togo.", "condemned", "looks-back", ""),
        ("A shop opened in Oslo. A man ran. A dog barked. Chad will visit Togo.", "visit", "not-soon", ""),
        ("Chad did not condemn Togo.", "condemn", "not-done", ""),
        ("Peru, which condemned Chile, met Brazil on May 3.", "condemned", "aside", ""),
    ],
)
def test_trigger_without_an_event_says_why(text: str, words: str, gap: str, by: str) -> None:
    trial = trials(text)[words]
    assert (trial.gap, trial.by, trial.event) == (gap, by, None)


@pytest.mark.parametrize(
    ("text", "hindrance"),
    [
        ("Subscribe to our newsletter for news on Russia and China.", "zone"),
        ("The weather was fine on Monday.", "nobody"),
        ("Russia was quiet on Monday.", "lone"),
        ("Russia lies to the north of China.", "no-trigger"),
        ("Russia, China " * 200 + "met.", "too-long"),
        ("Russia met China.", ""),
    ],
)
def test_sentence_that_is_not_parsed_says_why(text: str, hindrance: str) -> None:
    *_, last = explain_events(Article(f"A man ran.\n\n{text}", DAY))
    assert last.hindrance == hindrance


def test_roles_name_slot_path_and_actor() -> None:
    trial = trials("Sergei Lavrov paid a visit to North Korea in May.")["paid a visit"]
    assert (trial.source.slot, trial.source.paths) == ("subj", ("paid >nsubj> Sergei Lavrov",))
    assert (trial.target.slot, trial.target.paths) == ("to", ("paid >dobj> visit >prep> to >pobj> North Korea",))
    assert [actor.code for actor in (*trial.source.actors, *trial.target.actors)] == ["RUS", "PRK"]


def test_path_climbs_where_the_actor_stands_above_the_trigger() -> None:
    trial = trials("Ukraine answered in May by expelling the Belarusian consul.")["expelling"]
    assert trial.source.paths == ("expelling <pcomp< by <prep< answered >nsubj> Ukraine",)


@pytest.mark.parametrize(
    ("text", "status", "cue"),
    [
        ("Lavrov met Wang Yi.", "actual", ""),
        ("Lavrov will meet Wang Yi.", "planned", "will"),
        ("Iran plans to attack Israel.", "planned", "plans"),
        ("Iran could attack Israel.", "hypothetical", "could"),
        ("Iran attacks Israel if it must.", "hypothetical", "if"),
        ("Iran has not attacked Israel.", "negated", "not"),
    ],
)
def test_status_names_the_word_it_is_read_from(text: str, status: str, cue: str) -> None:
    [trial] = trials(text).values()
    assert (trial.status, trial.cue) == (status, cue)


def test_dates_say_which_was_taken_and_why_not_the_others() -> None:
    found = trials("Chad expelled the Malian consul on June 2, after Togo had attacked Benin on May 3.")
    verdicts = {each.text: (each.verdict, each.obstacle) for each in found["expelled"].weighed}
    assert verdicts["June 2"][0] == Verdict.TAKEN
    assert verdicts["May 3"] == (Verdict.BARRED, "attacked")
    assert {each.text: each.verdict for each in found["attacked"].weighed} == {"June 2": "barred", "May 3": "taken"}


@pytest.mark.parametrize(
    ("text", "tie", "words"),
    [
        ("Lavrov met Wang Yi on May 3.", "own", "May 3"),
        ("Lavrov met Wang Yi, the ministry said on Friday.", "report", "Friday"),
        ("Russia condemned Chad on May 9, two days after it met Togo.", "lag", "two days"),
        ("Chad denied selling rifles to Togo.", "denial", ""),
        ("Lavrov met Wang Yi.", "print", ""),
    ],
)
def test_date_says_by_what_tie_it_was_found(text: str, tie: str, words: str) -> None:
    dating = [trial.dating for trial in trials(text).values() if trial.dating][-1]
    assert (dating.tie, dating.words) == (tie, words)


def test_date_lent_by_the_sentence_before_says_so() -> None:
    dating = trials("Lavrov met Wang Yi on May 3. Lavrov thanked China.")["thanked"].dating
    assert dating
    assert (dating.tie, dating.words, dating.when.edtf) == ("before", "May 3", "2022-05-03")


def test_promise_says_as_what_it_counts() -> None:
    [trial] = trials("Russia said on May 3 that it would supply grain to Chad.").values()
    assert (trial.type, trial.announced) == ("AID", "AGREE")


def test_claim_names_who_makes_it() -> None:
    trial = trials("Seoul said that Pyongyang had sent troops to Russia in May.")["sent troops"]
    assert [actor.code for actor in trial.attributed_to] == ["KOR"]


def test_caption_is_explained_as_one() -> None:
    [trial] = trials("Vladimir Putin and Kim Jong Un in Vladivostok on April 25, 2019.").values()
    assert (trial.rule, trial.event is not None) == ("caption", True)


def test_language_without_a_coder_is_refused() -> None:
    with pytest.raises(LanguageError, match="English"):
        explain_events(Article("Лавров прибыл в Пхеньян.", DAY, language="ru"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*STORY.split(), "\n\n", "\u202e", "\x1b[2J", "\ud800", "“", ";", "Kim", "it", "31 June"]))
)
def test_any_text_is_explained_and_the_events_are_those_extracted(words: list[str]) -> None:
    article = Article(" ".join(words), DAY)
    told = [trial.event for each in explain_events(article) for trial in each.trials if trial.event]
    assert told == extract_events(article)
