"""The dependency walk, one construction after the other; and status, apart from type."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.actions import Mark, Raw, find_actions, parse_sentences
from timeline.model import Status

HERE = Path(__file__).parent
CONSTRUCTIONS = tomllib.loads((HERE / "constructions.toml").read_text(encoding="utf-8"))
STATUSES = tomllib.loads((HERE / "status.toml").read_text(encoding="utf-8"))
ONE_WAY = [(name, text) for name in CONSTRUCTIONS if name not in ("mutual", "nothing") for text in CONSTRUCTIONS[name]]


@pytest.mark.parametrize(("name", "text"), ONE_WAY)
def test_construction_gives_both_sides(name: str, text: str, coder: Callable[..., Any]) -> None:
    marked = coder(text)
    found = [({s.text for s in act.source}, {s.text for s in act.target}) for act in marked.acts]
    assert (marked.sources, marked.targets) in found


@pytest.mark.parametrize("text", CONSTRUCTIONS["mutual"])
def test_mutual_act_has_everyone(text: str, coder: Callable[..., Any]) -> None:
    marked = coder(text)
    found = [{s.text for s in (*act.source, *act.target)} for act in marked.acts if act.mutual]
    assert marked.sources | marked.targets in found


@pytest.mark.parametrize("text", CONSTRUCTIONS["nothing"])
def test_sentence_without_an_act_gives_none(text: str, coder: Callable[..., Any]) -> None:
    assert [act.rule for act in coder(text).acts if act.source and act.target] == []


@pytest.mark.parametrize(("status", "text"), [(status, text) for status in STATUSES for text in STATUSES[status]])
def test_status_is_read_off_the_surroundings(status: str, text: str, coder: Callable[..., Any]) -> None:
    assert {act.status for act in coder(text).acts} == {Status(status)}


def test_reporting_is_no_act_and_the_speaker_is_kept(coder: Callable[..., Any]) -> None:
    [act] = coder("[South Korean spies] said that {North Korea} had sent troops to {Russia}.").acts
    assert [s.text for s in act.source] == ["North Korea"]
    assert [s.text for s in act.attributed_to] == ["South Korean spies"]


def test_according_to_names_the_speaker(coder: Callable[..., Any]) -> None:
    [act] = coder("According to [TASS], [Kim Jong Un] visited {Russia}.").acts
    assert [s.text for s in act.attributed_to] == ["TASS"]


def test_talks_in_a_capital_are_talks_with_that_state() -> None:
    text = "The Polish minister held talks in Kyiv on the war in Mali."
    [parsed] = parse_sentences([Raw(text, marks=(Mark(4, 19), Mark(34, 38, place=True), Mark(53, 57)))])
    assert [[s.text for s in act.target] for act in find_actions(parsed)] == [["Kyiv"]]


def test_outer_verb_gives_the_type(coder: Callable[..., Any]) -> None:
    assert [act.type for act in coder("[Sweden] agreed to send tanks to {Ukraine}.").acts] == ["AGREE"]
