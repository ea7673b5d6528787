"""One span's act on another: type, quad, abstention; and never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actions.relation import Relation, code_relation
from timeline.model import EventType, Quad


def relation(sentence: str, source: str, target: str) -> Relation:
    first, second = sentence.index(source), sentence.index(target)
    return code_relation(sentence, (first, first + len(source)), (second, second + len(target)))


@pytest.mark.parametrize(
    ("sentence", "source", "target", "expected"),
    [
        ("Kenya supplied maize to Somalia.", "Kenya", "Somalia", EventType.AID),
        ("Somalia was supplied with maize by Kenya.", "Kenya", "Somalia", EventType.AID),
        ("The two Danish ships were seized by Iran.", "Iran", "The two Danish ships", EventType.COERCE),
        ("Peru agreed to lift the ban on Chilean wine.", "Peru", "Chilean wine", EventType.AGREE),
        ("Iran threatened to attack Israel.", "Iran", "Israel", EventType.THREATEN),
        ("Poland will not lift the ban on Ukrainian grain.", "Poland", "Ukrainian grain", EventType.REJECT),
        ("The king will visit Nepal next week.", "The king", "Nepal", EventType.AGREE),
        ("Egypt will bomb Libya.", "Egypt", "Libya", EventType.THREATEN),
        ("Oman said that Yemen must free the crew.", "Oman", "Yemen", EventType.REQUEST),
    ],
)
def test_relation_has_the_type_of_the_act(sentence: str, source: str, target: str, expected: EventType) -> None:
    found = relation(sentence, source, target)
    assert (found.type, found.quad) == (expected, expected.quad)
    assert 0 < found.confidence <= 1


def test_relation_abstains_where_nothing_is_done() -> None:
    assert relation("Peru lies to the north of Chile.", "Peru", "Chile") == Relation(None, None, 0.0)


def test_relation_trusts_filled_roles_more_than_a_loose_trigger() -> None:
    sure = relation("Ghana condemned Togo.", "Ghana", "Togo")
    loose = relation("After the report condemned smugglers, Ghana and its Togo border came into view.", "Ghana", "Togo")
    assert sure.quad == Quad.VERBAL_CONFLICT
    assert sure.confidence > loose.confidence


@settings(max_examples=30, deadline=None)
@given(
    st.text(max_size=80), st.tuples(st.integers(-5, 90), st.integers(-5, 90)), st.tuples(st.integers(), st.integers())
)
def test_relation_never_fails(text: str, source: tuple[int, int], target: tuple[int, int]) -> None:
    assert 0 <= code_relation(text, source, target).confidence <= 1
