"""The acts that a parsed sentence tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.actions.features import Vote
from timeline.actions.gaps import Gap
from timeline.actions.lexicon import Lexicon, load_lexicon
from timeline.actions.match import Match, match_entries, sifted, triggers
from timeline.actions.opinion import UNASKED, Opinion, opinion
from timeline.actions.slots import fill, subject
from timeline.actions.speech import denial_of, speakers
from timeline.actions.status import is_belief, load_cues, status_of
from timeline.actions.tree import Mark, Parsed, Token, lemma, marks_under
from timeline.model import ActionMention, EventType

Roles = tuple[Sequence[Mark], Sequence[Mark]]

# Slots beside those of slots.py: who did what the object names; who denies it; the trigger's own name.
DOER, DENIER, ITSELF = "doer", "denier", "itself"
GOING = ("obj", "in", "to", "at", "into", "for", "near", "of")
BELIEF = 0.7  # how far to trust what is but believed
FAR = 60  # characters: a verb and its object that stand further apart are shown as the verb alone


class Filled(NamedTuple):
    """Where an actor of a trigger was found: the slot, "" where none is filled, and who stands there."""

    slot: str = ""
    marks: Sequence[Mark] = ()


class Judged(NamedTuple):
    """A trigger, its two sides, and what keeps it from telling an act: the gap, and the token that counts instead."""

    match: Match
    source: Filled
    target: Filled
    gap: Gap = Gap.NONE
    by: int = -1
    opinion: Opinion = UNASKED

    @property
    def type(self) -> EventType:
        """The trigger's own, unless the classifier is sure of another."""
        return self.opinion.other(self.match.entry.type) or self.match.entry.type


def find_actions(parsed: Parsed, lexicon: Lexicon | None = None) -> list[ActionMention]:
    """The acts in a sentence, in the order of their triggers; each has at least one role filled."""
    return [action_of(parsed, each) for each in judge(parsed, lexicon or load_lexicon()) if not each.gap]


def judge(parsed: Parsed, lexicon: Lexicon) -> list[Judged]:
    """The triggers whose roles are filled; those without a gap tell an act, also in the classifier's opinion."""
    found = bound(parsed, lexicon)
    asked = [] if all(each.gap for each in found) else votes(parsed, lexicon, found)
    return [each if each.gap else _reviewed(parsed, each, asked) for each in found]


def bound(parsed: Parsed, lexicon: Lexicon) -> list[Judged]:
    """The triggers whose roles are filled; those without a gap tell an act, if the lexicon alone is asked."""
    sifts = sifted(triggers(parsed, lexicon, lambda match: is_filled(match, *roles(parsed, match))))
    filled = [Judged(match, *sides(parsed, match), gap, by) for match, gap, by in sifts]
    return [each if each.gap else _apart(parsed, each, filled) for each in filled]


def votes(parsed: Parsed, lexicon: Lexicon, found: Iterable[Judged]) -> list[Vote]:
    """What the lexicon says of a sentence, as the classifier takes it; `found` is what `bound` gave."""
    filled = [Vote(each.match.entry, each.source.marks, each.target.marks, True) for each in found if not each.gap]
    return filled + [Vote(match.entry) for match in match_entries(parsed, lexicon, lambda _: True)]


def _reviewed(parsed: Parsed, each: Judged, asked: Sequence[Vote]) -> Judged:
    """With the classifier's opinion; an act of which it is sure that it is none has a gap."""
    source, target = each.source.marks, each.target.marks or each.source.marks[1:]
    if not source or not target:
        return each
    found = opinion(parsed, source[:1] if target == source[1:] else source, target, asked)
    return each._replace(opinion=found, gap=Gap.UNLIKELY if found.is_none else Gap.NONE)


def unfilled(parsed: Parsed, lexicon: Lexicon) -> list[Judged]:
    """The triggers whose roles are not filled, each with what is missing."""
    found = triggers(parsed, lexicon, lambda match: not is_filled(match, *roles(parsed, match)))
    return [Judged(match, *sides(parsed, match), lack(match, *roles(parsed, match))) for match in found]


def _apart(parsed: Parsed, each: Judged, filled: Sequence[Judged]) -> Judged:
    """A name that is an act as well has a part in another act: "negotiators to the six-party talks met"."""
    itself = parsed.marks.get(each.match.tokens[0].i)
    for other in filled if itself else ():
        if other is not each and not other.gap and itself in (*other.source.marks, *other.target.marks):
            return each._replace(gap=Gap.PART, by=other.match.tokens[0].i)
    return each


def is_filled(match: Match, source: Sequence[Mark], target: Sequence[Mark]) -> bool:
    """Whether enough of its roles are filled to tell an act."""
    return not lack(match, source, target)


def lack(match: Match, source: Sequence[Mark], target: Sequence[Mark]) -> Gap:
    """Which role is not filled that must be."""
    if match.entry.mutual:
        both = len({*source, *target}) > 1 or any(mark.many for mark in (*source, *target))
        return Gap.NONE if both else Gap.NO_PARTNER
    if not source:
        return Gap.NO_SOURCE
    return Gap.NONE if target or match.entry.alone or match.entry.partner else Gap.NO_TARGET


def action_of(parsed: Parsed, judged: Judged) -> ActionMention:
    """The act that a trigger with its sides tells."""
    match, entry = judged.match, judged.match.entry
    return ActionMention(
        trigger=parsed.span(*trigger_of(parsed, match)),
        type=judged.type,
        mode=entry.mode if judged.type is entry.type else "",
        status=status_of(match.tokens, load_cues()),
        source=tuple(map(parsed.mark_span, judged.source.marks)),
        target=tuple(map(parsed.mark_span, judged.target.marks)),
        mutual=entry.mutual,
        rule=entry.name,
        confidence=judged.opinion.weighed(certainty(match), judged.type)
        * (BELIEF if is_belief(match.tokens, load_cues()) else 1),
        attributed_to=tuple(map(parsed.mark_span, speakers(parsed, match.tokens[0]))),
    )


def roles(parsed: Parsed, match: Match) -> Roles:
    """Who acts, and on whom."""
    source, target = sides(parsed, match)
    return source.marks, target.marks


def sides(parsed: Parsed, match: Match) -> tuple[Filled, Filled]:
    """Who acts, and on whom; each with the slot in which they stand."""
    source = _fill(parsed, match, match.entry.source, [])
    if not source.marks and not match.entry.verb:
        source = _denier(parsed, match)
    doers = _doers(parsed, match, source.marks)
    return source, _fill(parsed, match, _target_slots(match, source.marks), source.marks) if doers is None else doers


def _denier(parsed: Parsed, match: Match) -> Filled:
    """Who denies "the sale of rifles to X", of which nobody is said to have done it, denies having done it."""
    denial = denial_of(match.tokens[0])
    marks = [mark for noun in (subject(denial) if denial else ()) for mark in marks_under(parsed, noun)]
    return Filled(DENIER, list(dict.fromkeys(marks))) if marks else Filled()


def _doers(parsed: Parsed, match: Match, source: Sequence[Mark]) -> Filled | None:
    """Who did what the object names: to condemn the shelling of X is to condemn who shelled it, and not X.

    None where the object names no act, or one that nobody is said to have done and that is not blamed.
    """
    if match.entry.object or not match.entry.verb:
        return None
    for head in fill("obj", match.tokens):
        for entry in load_lexicon().nouns.get(lemma(head), ()):
            done = _fill(parsed, Match(entry, (head,)), [s for s in entry.source if s != "governor"], source)
            if done.marks or match.entry.type is EventType.ACCUSE:
                return Filled(DOER if done.marks else "", done.marks)
    return None


def _target_slots(match: Match, source: Sequence[Mark]) -> Sequence[str]:
    """Where to look for the other side.  Where both are named already, "with" and "in" bring in no third."""
    entry = match.entry
    if not entry.mutual or (len(source) < 2 and not any(mark.many for mark in source)):
        return entry.target
    return [slot for slot in entry.target if slot != "in" and (entry.object or slot == "obj")]


def certainty(match: Match) -> float:
    """How far the words alone settle the type: verb with its object .85, verb .75, noun .65."""
    return 0.85 if match.entry.demands else 0.75 if match.entry.verb else 0.65


def _fill(parsed: Parsed, match: Match, slots: Sequence[str], used: Sequence[Mark]) -> Filled:
    """The marks of the first slot that has some which are not used yet."""
    itself = parsed.marks.get(match.tokens[0].i)
    if itself and not match.entry.verb and not used:
        return Filled(ITSELF, [itself])  # "the six-party talks" names who talks
    for slot in slots:
        heads = [head for head in fill(slot, match.tokens) if lemma(head) not in match.entry.unless]
        marks = [mark for head in heads for mark in marks_under(parsed, head)]
        fresh = [mark for mark in dict.fromkeys(marks) if mark not in used and _is_actor(mark, slot, match)]
        if fresh:
            return Filled(slot, fresh)
    return Filled()


def _is_actor(mark: Mark, slot: str, match: Match) -> bool:
    """Whether a town is meant as an actor: not in "the Hanoi summit"; where one goes to, it is its country."""
    if mark.town:
        return match.entry.mode == "visit" and slot in GOING
    if slot == "in" and match.entry.mutual:
        return mark.place  # talks in a capital are talks with that state; "talks on the war in X" are not
    return not (mark.place and slot == "comp")


def trigger_of(parsed: Parsed, match: Match) -> tuple[Token, ...]:
    """The tokens that are shown as the trigger, and those between them; first that on which the others hang."""
    whole = parsed.span(*match.tokens)
    ends = [t.i for t in (match.tokens if whole.end - whole.start <= FAR else match.tokens[:1])]
    shown = [t for t in parsed.doc[min(ends) : max(ends) + 1] if parsed.spans[t.i][0] < parsed.spans[t.i][1]]
    inside = {t.i for t in shown}
    root = next(t for t in shown if t.head.i not in inside or t.head.i == t.i)
    return (root, *(t for t in shown if t != root))
