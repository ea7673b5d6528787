"""How directly a date hangs on an act, read off the tree."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from timeline.actions import is_reporting
from timeline.actions.status import load_cues
from timeline.actions.tree import Token, children, is_verb, lemma

CLAUSES = frozenset({"ccomp", "relcl", "advcl", "csubj", "parataxis"})
BESIDE = frozenset({"conj", "advcl", "punct", "ROOT", "dep"})  # what happens along with what is told
FAR = 99.0
REPORT = 4.0  # hangs on the verb of saying
CLAUSE = 20.0  # another clause with a subject of its own
MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "poss"})
LIMIT = 3.5  # what costs more dates something else


@dataclass(frozen=True, slots=True)
class Habits:
    """What stands at another time, and the verbs by which a noun takes place."""

    apart: frozenset[str]
    occur: frozenset[str]


@cache
def load_habits() -> Habits:
    """The word lists of the package."""
    raw = tomllib.loads((files("timeline.events") / "binding.toml").read_text(encoding="utf-8"))
    return Habits(frozenset(raw["apart"].split()), load_cues().occur)


class Cost(NamedTuple):
    """What it costs to date an act with a date, and the word or mark that raised it most; "" where none did."""

    price: float
    obstacle: str = ""


def cost(trigger: Sequence[Token], date: Token, others: Collection[int], habits: Habits) -> Cost:
    """0 where the date hangs on the act itself; the more clauses and other acts lie between, the more.

    `others` are the triggers of the other acts of the sentence.
    """
    own = {token.i for token in trigger}
    up_date, up_act = path(date), path(trigger[0])
    above = {t.i: n for n, t in enumerate(up_act)}
    met = next((n for n, t in enumerate(up_date) if t.i in above or t.i in own), None)
    cut = _cut_off(trigger[0], date)
    if met is None or cut:
        return Cost(FAR, cut)
    taken_up = next((n for n, t in enumerate(up_act) if _takes_up(t, date)), None)
    if taken_up is not None:  # "since June 2024, when Putin visited ..."
        parting = _parting(up_act[:taken_up], habits)
        return Cost(FAR, parting) if parting else Cost(0.5 + 0.1 * taken_up)
    crossing, down = up_date[met], up_date[1:met]
    if date.dep_ in MODIFIES and date.head.i not in own and not is_verb(date.head):
        return Cost(FAR, date.head.text)  # "the 1961 treaty" dates the treaty
    up = [] if crossing.i in own else up_act[: above[crossing.i]]
    steps = [Cost(_step(t, others, habits), t.text) for t in (*down, *up[1:])]
    if crossing.i == date.i and up:  # "May 2022, when Russia vetoed ..."
        return Cost(0.5 + _total(steps), _dearest(steps))
    beside = {date.lower_, date.head.lower_} & (habits.apart - {"by"})
    if parting := _parting(up, habits) or min(beside, default=""):
        return Cost(FAR, parting)
    if up:
        steps.append(Cost(_above(trigger[0], up[-1], crossing, others, habits), crossing.text))
    return Cost(_total(steps), _dearest(steps))


def _total(steps: Sequence[Cost]) -> float:
    return sum(step.price for step in steps)


def _dearest(steps: Sequence[Cost]) -> str:
    worst = max(steps, default=Cost(0.0))
    return worst.obstacle if worst.price else ""


def _parting(tokens: Sequence[Token], habits: Habits) -> str:
    """The word that sets what it begins at another time; "" if none does."""
    return next((word for token in tokens for word in _apart(token, habits)), "")


def _cut_off(act: Token, date: Token) -> str:
    """The semicolon or colon that stands between the two."""
    first, last = sorted((act.i, date.i))
    return next((t.text for t in act.doc[first:last] if t.text in ";:"), "")


def _takes_up(clause: Token, date: Token) -> bool:
    """Whether a clause with "when" follows right upon a date."""
    when = [t for t in clause.children if t.lower_ == "when"]
    return is_verb(clause) and any(0 < t.i - date.i <= 3 for t in when)


def path(token: Token) -> list[Token]:
    """The token, and all that it hangs on, up to the root."""
    found = [token]
    while token.head.i != token.i:
        token = token.head
        found.append(token)
    return found


def _step(token: Token, others: Collection[int], habits: Habits) -> float:
    """What it costs to pass a word: a clause with a subject of its own tells of something else."""
    if token.dep_ == "acl" and lemma(token) in habits.occur:
        return CLAUSE  # "the talks, scheduled for Monday": the date is that of the talks
    if token.dep_ == "advcl" and any(t.lower_ == "when" for t in token.children):
        return 1.0  # "was agreed when X met Y in June"
    if is_verb(token):
        clause = token.dep_ in CLAUSES or children(token, "nsubj", "nsubjpass")
        return CLAUSE if clause else 3.0 if token.i in others else 0.6
    if token.i in others:
        return 3.0
    return 0.1 if token.pos_ in ("NOUN", "PROPN") else 0.0


def _apart(token: Token, habits: Habits) -> list[str]:
    """The word by which it is at another time: "five days after X met Y", "before the talks"."""
    infinitive = any(t.tag_ == "TO" for t in children(token, "aux"))  # its "after" is a slip of the parser
    marks = children(token, "mark") if is_verb(token) else [token] if token.dep_ == "prep" else []
    return [] if infinitive else [mark.text for mark in marks if mark.lower_ in habits.apart]


def _above(act: Token, branch: Token, crossing: Token, others: Collection[int], habits: Habits) -> float:
    """What it costs that the date hangs on something above the act; `branch` is what the act hangs there by."""
    if is_reporting(crossing) and crossing.i not in others:
        return REPORT
    if crossing.i in others and branch.dep_ not in BESIDE:
        return FAR  # "accused X on Monday of arming Y"
    if is_verb(act):
        return 1.0 if is_verb(crossing) else 1.6
    happens = is_verb(crossing) and lemma(crossing) in habits.occur
    return 1.0 if happens else FAR
