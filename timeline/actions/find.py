"""The acts that a parsed sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.actions.lexicon import Lexicon, load_lexicon
from timeline.actions.match import Match, match_entries
from timeline.actions.slots import fill
from timeline.actions.speech import speakers
from timeline.actions.status import is_belief, load_cues, status_of
from timeline.actions.tree import Mark, Parsed, Token, lemma, marks_under
from timeline.model import ActionMention, EventType, Span

Roles = tuple[list[Mark], list[Mark]]
GOING = ("obj", "in", "to", "at", "into", "for", "near", "of")
BELIEF = 0.7  # how far to trust what is but believed
FAR = 60  # characters: a verb and its object that stand further apart are shown as the verb alone


def find_actions(parsed: Parsed, lexicon: Lexicon | None = None) -> list[ActionMention]:
    """The acts in a sentence, in the order of their triggers; each has at least one role filled."""
    matches = match_entries(parsed, lexicon or load_lexicon(), lambda match: is_filled(match, *roles(parsed, match)))
    filled = [(match, roles(parsed, match)) for match in matches]
    return [_action(parsed, match) for match, _ in filled if not _is_role(parsed, match, filled)]


def _is_role(parsed: Parsed, match: Match, filled: Sequence[tuple[Match, Roles]]) -> bool:
    """Whether a name that is an act as well has a part in another act: "negotiators to the six-party talks met"."""
    itself = parsed.marks.get(match.tokens[0].i)
    others = (roles for other, roles in filled if other is not match)
    return itself is not None and any(itself in (*source, *target) for source, target in others)


def is_filled(match: Match, source: Sequence[Mark], target: Sequence[Mark]) -> bool:
    """Whether enough of its roles are filled to tell an act."""
    if match.entry.mutual:
        return len({*source, *target}) > 1 or any(mark.many for mark in (*source, *target))
    return bool(source) and bool(target or match.entry.alone or match.entry.partner)


def _action(parsed: Parsed, match: Match) -> ActionMention:
    source, target = roles(parsed, match)
    entry = match.entry
    return ActionMention(
        trigger=_trigger(parsed, match.tokens),
        type=entry.type,
        mode=entry.mode,
        status=status_of(match.tokens, load_cues()),
        source=tuple(map(parsed.mark_span, source)),
        target=tuple(map(parsed.mark_span, target)),
        mutual=entry.mutual,
        rule=entry.name,
        confidence=certainty(match) * (BELIEF if is_belief(match.tokens, load_cues()) else 1),
        attributed_to=tuple(map(parsed.mark_span, speakers(parsed, match.tokens[0]))),
    )


def roles(parsed: Parsed, match: Match) -> Roles:
    """Who acts, and on whom."""
    source = _fill(parsed, match, match.entry.source, [])
    doers = _doers(parsed, match, source)
    return source, _fill(parsed, match, _target_slots(match, source), source) if doers is None else doers


def _doers(parsed: Parsed, match: Match, source: Sequence[Mark]) -> list[Mark] | None:
    """Who did what the object names: to condemn the shelling of X is to condemn who shelled it, and not X.

    None where the object names no act, or one that nobody is said to have done and that is not blamed.
    """
    if match.entry.object or not match.entry.verb:
        return None
    for head in fill("obj", match.tokens):
        for entry in load_lexicon().nouns.get(lemma(head), ()):
            done = _fill(parsed, Match(entry, (head,)), [s for s in entry.source if s != "governor"], source)
            if done or match.entry.type is EventType.ACCUSE:
                return done
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


def _fill(parsed: Parsed, match: Match, slots: Sequence[str], used: Sequence[Mark]) -> list[Mark]:
    """The marks of the first slot that has some which are not used yet."""
    itself = parsed.marks.get(match.tokens[0].i)
    if itself and not match.entry.verb and not used:
        return [itself]  # "the six-party talks" names who talks
    for slot in slots:
        heads = [head for head in fill(slot, match.tokens) if lemma(head) not in match.entry.unless]
        marks = [mark for head in heads for mark in marks_under(parsed, head)]
        fresh = [mark for mark in dict.fromkeys(marks) if mark not in used and _is_actor(mark, slot, match)]
        if fresh:
            return fresh
    return []


def _is_actor(mark: Mark, slot: str, match: Match) -> bool:
    """Whether a town is meant as an actor: not in "the Hanoi summit"; where one goes to, it is its country."""
    if mark.town:
        return match.entry.mode == "visit" and slot in GOING
    if slot == "in" and match.entry.mutual:
        return mark.place  # talks in a capital are talks with that state; "talks on the war in X" are not
    return not (mark.place and slot == "comp")


def _trigger(parsed: Parsed, tokens: Sequence[Token]) -> Span:
    whole = parsed.span(*tokens)
    return whole if whole.end - whole.start <= FAR else parsed.span(tokens[0])
