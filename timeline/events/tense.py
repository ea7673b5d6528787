"""What tense and place in the sentence say of an act: does it go on telling, or look back?"""

from __future__ import annotations

from timeline.actions import is_reporting
from timeline.actions.tree import Token, children, is_verb

REPORTABLE = frozenset({"had", "'d", "will", "would", "could", "may", "might"})  # not dated by the day of the report
LOOKING_BACK = REPORTABLE | {"has", "have"}


def tells(trigger: Token, looking_back: frozenset[str] = LOOKING_BACK) -> bool:
    """Whether an act without a date of its own goes on telling the story: a verb in the simple past.

    "had met", "has met" and nouns look back; what is yet to come has no date but its own.
    """
    verb, auxiliaries = trigger, _auxiliaries(trigger)
    while verb.dep_ in ("conj", "xcomp") and is_verb(verb.head) and not auxiliaries:
        verb = verb.head
        auxiliaries = _auxiliaries(verb)
    return is_verb(trigger) and not auxiliaries & looking_back


def _auxiliaries(verb: Token) -> set[str]:
    return {t.lower_ for t in children(verb, "aux")}


def is_main(trigger: Token) -> bool:
    """Whether the act stands in the main clause, or in what the main clause reports."""
    token = trigger
    while token.head.i != token.i:
        reported = token.dep_ == "ccomp" and is_reporting(token.head)
        by = token.dep_ == "pcomp" or (token.dep_ == "prep" and token.lower_ == "by")  # "answered by breaking off"
        first, last = sorted((token.i, token.head.i))
        apart = any(t.text == ";" for t in token.doc[first:last])
        if token.dep_ not in ("conj", "xcomp") and not (reported or by or apart):
            return False
        token = token.head
    return True
