"""How directly a date hangs on an act, read off the tree."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from timeline.actions import Parsed, is_reporting
from timeline.actions.tree import Token, children, is_verb, lemma

CLAUSES = frozenset({"ccomp", "relcl", "advcl", "csubj", "parataxis"})
FAR = 99.0
REPORT = 4.0  # hangs on the verb of saying
LIMIT = 3.5  # what costs more dates something else


@dataclass(frozen=True, slots=True)
class Habits:
    """The word lists of `binding.toml`."""

    occur: frozenset[str]
    apart: frozenset[str]


@cache
def load_habits() -> Habits:
    """The word lists of the package."""
    raw = tomllib.loads((files("timeline.events") / "binding.toml").read_text(encoding="utf-8"))
    return Habits(**{name: frozenset(raw[name].split()) for name in Habits.__slots__})


def cost(parsed: Parsed, trigger: Sequence[Token], date: Token, others: Collection[int], habits: Habits) -> float:
    """0 where the date hangs on the act itself; the more clauses and other acts lie between, the more.

    `others` are the triggers of the other acts of the sentence.
    """
    own = {token.i for token in trigger}
    up_date, up_act = path(date), path(trigger[0])
    act_numbers = {t.i: n for n, t in enumerate(up_act)}
    met = next((n for n, t in enumerate(up_date) if t.i in act_numbers or t.i in own), None)
    if met is None:
        return FAR
    crossing = up_date[met]
    down = up_date[1:met]
    if crossing.i in own:
        return sum(_step(t, others) for t in down)
    up = up_act[1 : act_numbers[crossing.i]]
    between = sum(_step(t, others) for t in (*down, *up))
    if crossing.i == date.i:  # "May 2022, when Russia vetoed ..."
        return 0.5 + between
    return between + _above(trigger[0], crossing, others, habits)


def path(token: Token) -> list[Token]:
    """The token, and all that it hangs on, up to the root."""
    found = [token]
    while token.head.i != token.i:
        token = token.head
        found.append(token)
    return found


def _step(token: Token, others: Collection[int]) -> float:
    """What it costs to pass a word."""
    if token.i in others:
        return 3.0
    if is_verb(token):
        return 2.0 if token.dep_ in CLAUSES or children(token, "nsubj", "nsubjpass") else 0.6
    return 0.1 if token.pos_ in ("NOUN", "PROPN") else 0.0


def _above(act: Token, crossing: Token, others: Collection[int], habits: Habits) -> float:
    """What it costs that the date hangs on something above the act."""
    if is_reporting(crossing) and crossing.i not in others:
        return REPORT
    if is_verb(act):
        return 1.0 if is_verb(crossing) else 1.6
    happens = is_verb(crossing) and lemma(crossing) in habits.occur
    return 1.0 if happens and crossing.i not in others else 3.0
