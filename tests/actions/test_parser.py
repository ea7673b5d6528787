"""The language model is found or missed in one clear line; what it is shown can be mapped back."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actions import Mark, Raw, find_actions, parse_sentences, parser
from timeline.actions.candidates import may_tell
from timeline.actions.parser import UNUSED, VARIABLE, load_model, model_name, model_version
from timeline.errors import LanguageError


def test_missing_model_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "no_such_model")
    with pytest.raises(LanguageError, match=r"^the English language model: no_such_model: expected an installed"):
        model_name()
    monkeypatch.setenv(VARIABLE, "../evil")
    with pytest.raises(LanguageError):
        model_version()


def test_module_that_is_no_model_is_refused() -> None:
    with pytest.raises(LanguageError, match="json"):
        load_model("json.tool")


def test_long_name_is_one_token_and_keeps_its_place() -> None:
    text = "Envoys of the Democratic People's Republic of Korea left."
    start = text.index("Democratic")
    [parsed] = parse_sentences([Raw(text, 100, (Mark(start, start + 37),))])
    assert [t.text for t in parsed.doc] == ["Envoys", "of", "the", "Korea", "left", "."]
    assert parsed.spans[3] == (100 + start, 100 + start + 37)


def test_model_that_has_met_many_words_is_loaded_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    model = load_model(model_name())
    monkeypatch.setattr(parser, "MOST_WORDS", len(model.vocab) + 5)
    told = "Ossovarin, Tellimond, Garrapel, Wistorine, Ublashek and Frimont met in Kalvodrin."
    [first] = parse_sentences([Raw(told)])
    [second] = parse_sentences([Raw(told)])
    assert load_model(model_name()) is not model
    assert [(t.text, t.lemma_, t.dep_) for t in first.doc] == [(t.text, t.lemma_, t.dep_) for t in second.doc]


def test_word_glued_to_a_name_is_cut_off() -> None:
    [parsed] = parse_sentences([Raw("Kim Jong Unvisited Russia.", marks=(Mark(0, 11), Mark(19, 25)))])
    [act] = find_actions(parsed)
    assert (act.rule, act.trigger.start, act.trigger.text) == ("visit", 11, "visited")


def test_pause_is_read_as_a_comma_without_width() -> None:
    [parsed] = parse_sentences([Raw("On Friday Orban left.", pauses=(9,))])
    assert [t.text for t in parsed.doc] == ["On", "Friday", ",", "Orban", "left", "."]
    assert parsed.spans[2] == (9, 9)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=4))
def test_parse_never_fails_and_maps_back(text: str, marks: list[tuple[int, int]]) -> None:
    [parsed] = parse_sentences([Raw(text, 7, tuple(Mark(*mark) for mark in marks))])
    assert len(parsed.doc) == len(parsed.spans)
    assert all(7 <= start <= end <= 7 + len(text) for start, end in parsed.spans)
    find_actions(parsed)


def test_filter_lets_every_act_through(coder: object) -> None:
    assert may_tell("They struck a deal.")
    assert not may_tell("The weather is mild.")


def test_attributes_are_those_of_the_models_own_ruler() -> None:
    nlp = load_model(model_name())
    plain = import_module(model_name()).load(exclude=list(UNUSED))
    text = "They couldn't have said that he's going to Minsk; the two ministers met, hosted and left on 3 May."
    ours, theirs = nlp(text), plain(text)
    assert [(t.pos_, t.lemma_, t.tag_, t.dep_) for t in ours] == [(t.pos_, t.lemma_, t.tag_, t.dep_) for t in theirs]
